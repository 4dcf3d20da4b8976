//! How large a picture under the board may be: known before anything is decoded.

use std::io::Cursor;

use image::{ImageFormat, ImageReader, Limits};

/// Longest side in pixels. Nearly every graphics card takes it as one texture, and decoded it is 64 MiB; a
/// picture of 33 kB can say that it is a thousand times larger.
pub const MAX_PICTURE_SIDE: u32 = 4096;

/// Why a picture is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureFault {
    /// Broken, or no picture that the program knows.
    Unreadable,
    /// Wider or higher than [`MAX_PICTURE_SIDE`].
    TooLarge,
}

/// Whether a picture can be drawn, decoding it as a whole: what its head promises may not be there. `None` when it can.
pub fn picture_fault(bytes: &[u8]) -> Option<PictureFault> {
    let Some(head) = PictureHead::of(bytes) else {
        return Some(PictureFault::Unreadable);
    };
    if !head.fits() {
        return Some(PictureFault::TooLarge);
    }
    let mut reader = ImageReader::with_format(Cursor::new(bytes), head.format);
    let mut limits = Limits::default();
    limits.max_image_width = Some(MAX_PICTURE_SIDE);
    limits.max_image_height = Some(MAX_PICTURE_SIDE);
    reader.limits(limits);
    reader.decode().err().map(|_| PictureFault::Unreadable)
}

/// What the first bytes of a picture say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PictureHead {
    pub format: ImageFormat,
    pub size: (u32, u32),
}

impl PictureHead {
    /// Reads the head only. `None` when these bytes are no picture that the program knows.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
        let format = reader.format()?;
        let size = reader.into_dimensions().ok()?;
        Some(Self { format, size })
    }

    /// Whether it may be decoded.
    pub fn fits(&self) -> bool {
        self.size.0.max(self.size.1) <= MAX_PICTURE_SIDE
    }

    /// Whether a graphics card that takes this many pixels a side can draw it.
    pub fn fits_in(&self, max_side: usize) -> bool {
        self.size.0.max(self.size.1) as usize <= max_side
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn png(width: u32, height: u32) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        let image = image::GrayImage::new(width, height);
        image.write_to(&mut bytes, ImageFormat::Png).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_is_measured_without_being_decoded() {
        let whole = png(MAX_PICTURE_SIDE, 3);
        // The head is enough: what follows is never looked at.
        let head = PictureHead::of(&whole[..60]).unwrap();
        assert_eq!(head.size, (MAX_PICTURE_SIDE, 3));
        assert!(head.fits());
        assert!(!PictureHead::of(&png(2, MAX_PICTURE_SIDE + 1)).unwrap().fits());
        assert_eq!(PictureHead::of(b"geen afbeelding"), None);
    }

    #[test]
    fn a_picture_that_stops_half_way_is_not_drawn() {
        let whole = png(40, 30);
        assert_eq!(picture_fault(&whole), None);
        assert_eq!(picture_fault(&whole[..50]), Some(PictureFault::Unreadable));
        assert_eq!(picture_fault(b"GIF"), Some(PictureFault::Unreadable));
        assert_eq!(
            picture_fault(&png(MAX_PICTURE_SIDE + 1, 1)),
            Some(PictureFault::TooLarge)
        );
    }
}
