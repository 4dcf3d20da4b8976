//! Reading the user's own picture for under the board.

use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use crate::model::Picture;

/// A picture travels inside the file, which must stay fit for mail.
const MAX_BYTES: u64 = 8 << 20;

/// What nearly every graphics card takes as one texture, in pixels.
const MAX_SIDE: u32 = 8192;

/// Reads and checks a picture.
///
/// # Errors
/// The key of a sentence: not readable, too large in bytes or pixels, or neither PNG nor JPEG.
pub fn read(path: &Path) -> Result<Picture, String> {
    let unreadable = |_| "picture-unreadable".to_owned();
    if std::fs::metadata(path).map_err(unreadable)?.len() > MAX_BYTES {
        return Err("picture-too-large".to_owned());
    }
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let reader = image::ImageReader::new(Cursor::new(&bytes)).with_guessed_format();
    let format = reader.map_err(unreadable)?.format();
    let (image_format, mime) = match format {
        Some(format @ image::ImageFormat::Png) => (format, "image/png"),
        Some(format @ image::ImageFormat::Jpeg) => (format, "image/jpeg"),
        _ => return Err("picture-not-a-picture".to_owned()),
    };
    let unsound = |_| "picture-not-a-picture".to_owned();
    // Asked before decoding: a small file can hold a picture that fills the memory.
    let size = image::ImageReader::with_format(Cursor::new(&bytes), image_format).into_dimensions();
    let (width, height) = size.map_err(unsound)?;
    if width.max(height) > MAX_SIDE {
        return Err("picture-too-many-pixels".to_owned());
    }
    image::load_from_memory(&bytes).map_err(unsound)?;
    let name = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    Ok(Picture {
        name,
        mime: mime.to_owned(),
        bytes: Arc::from(bytes),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_picture_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plaatje.png");
        std::fs::write(&path, b"not a picture").unwrap();
        assert_eq!(read(&path), Err("picture-not-a-picture".to_owned()));
        assert_eq!(
            read(&folder.path().join("weg.png")),
            Err("picture-unreadable".to_owned())
        );
    }

    #[test]
    fn a_picture_no_graphics_card_takes_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lang.png");
        image::GrayImage::new(MAX_SIDE, 1).save(&path).unwrap();
        assert!(read(&path).is_ok());
        image::GrayImage::new(MAX_SIDE + 1, 1).save(&path).unwrap();
        assert_eq!(read(&path), Err("picture-too-many-pixels".to_owned()));
    }
}
