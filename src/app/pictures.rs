//! Reading the user's own picture for under the board.

use std::sync::Arc;

use image::ImageFormat;

use super::App;
use crate::app::notices::{Holds, Topic};
use crate::app::work::Work;
use crate::desk::InSight;
use crate::jobs::Once;
use crate::model::{Background, Picture};
use crate::scene::{MAX_PICTURE_SIDE, PictureFault, PictureHead, picture_fault};
use crate::store::{self, Location, ReadRefusal};
use crate::ui::Severity;

/// A picture travels inside the file, which must stay fit for mail.
pub const MAX_BYTES: u64 = 8 << 20;

impl App {
    /// A picture in a file of another program may be one that cannot be drawn. The user is told why the board is empty, once
    /// for each picture.
    pub(super) fn follow_picture(&mut self, max_side: usize) {
        let board = &self.session.document.constellation().board;
        let picture = board.picture.as_ref();
        let picture = picture
            .filter(|_| board.background == Background::Picture && self.desk.in_sight() != InSight::Start);
        let Some(picture) = picture else { return };
        let is_known = (self.picture_seen.as_ref()).is_some_and(|seen| Arc::ptr_eq(seen, &picture.bytes));
        if is_known {
            return;
        }
        self.picture_seen = Some(Arc::clone(&picture.bytes));
        let fault = match PictureHead::of(&picture.bytes) {
            None => PictureFault::Unreadable,
            Some(head) if !head.fits() || !head.fits_in(max_side) => PictureFault::TooLarge,
            Some(_) => {
                // What the head promises may not be there: that takes decoding, and nobody waits for it.
                let (bytes, looked_at) = (Arc::clone(&picture.bytes), Arc::clone(&picture.bytes));
                let job = Once::start("picture", self.wake.clone(), move || picture_fault(&looked_at));
                self.work.push(Work::LookAtPicture { bytes, job });
                return;
            }
        };
        let name = picture.name.clone();
        self.tell_picture_fault(name, fault, max_side.min(MAX_PICTURE_SIDE as usize));
    }

    /// A picture was decoded as a whole; by now another one may be under the board.
    pub(super) fn looked_at_picture(&mut self, bytes: &Arc<[u8]>, fault: Option<PictureFault>) {
        let picture = self.session.document.constellation().board.picture.as_ref();
        let picture = picture.filter(|picture| Arc::ptr_eq(&picture.bytes, bytes));
        if let (Some(picture), Some(fault)) = (picture, fault) {
            let name = picture.name.clone();
            self.tell_picture_fault(name, fault, MAX_PICTURE_SIDE as usize);
        }
    }

    fn tell_picture_fault(&mut self, name: String, fault: PictureFault, side: usize) {
        let key = match fault {
            PictureFault::Unreadable => "picture-in-file-unreadable",
            PictureFault::TooLarge => "picture-in-file-too-large",
        };
        let text = self
            .texts
            .with(key, &[("name", name.into()), ("side", side.into())]);
        self.tell_while(Topic::Picture, Severity::Warning, text, Holds::UnderBoard);
    }
}

/// Reads and checks a picture.
///
/// # Errors
/// The key of a sentence: not readable, too large in bytes or pixels, or neither PNG nor JPEG.
pub fn read(path: impl Into<Location>) -> Result<Picture, String> {
    let path = path.into();
    let bytes = store::read(&path, MAX_BYTES).map_err(|refusal| match refusal {
        ReadRefusal::TooLarge(_) => "picture-too-large".to_owned(),
        ReadRefusal::NotAFile | ReadRefusal::System(_) => "picture-unreadable".to_owned(),
    })?;
    let no_picture = || "picture-not-a-picture".to_owned();
    // Asked before decoding: a small file can hold a picture that fills the memory.
    let head = PictureHead::of(&bytes).ok_or_else(no_picture)?;
    let mime = match head.format {
        ImageFormat::Png => "image/png",
        ImageFormat::Jpeg => "image/jpeg",
        _ => return Err(no_picture()),
    };
    match picture_fault(&bytes) {
        None => {}
        Some(PictureFault::TooLarge) => return Err("picture-too-many-pixels".to_owned()),
        Some(PictureFault::Unreadable) => return Err(no_picture()),
    }
    let picture = Picture {
        name: path.name(),
        mime: mime.to_owned(),
        bytes: Arc::from(bytes),
    };
    // A file that is mailed tells nobody where a photograph was taken, and by whom.
    picture.without_metadata().ok_or_else(no_picture)
}

#[cfg(test)]
mod tests {
    use img_parts::jpeg::{JpegSegment, markers};
    use img_parts::png::PngChunk;
    use img_parts::{Bytes, DynImage};

    use super::*;

    #[test]
    fn what_a_camera_or_a_program_wrote_beside_the_pixels_is_left_out() {
        let folder = tempfile::tempdir().unwrap();
        let secret: &[u8] = b"Liesbeth Hagedoorn";
        let pixels = image::RgbImage::from_fn(20, 10, |x, y| image::Rgb([10 * x as u8, 20 * y as u8, 90]));
        for ending in ["png", "jpg"] {
            let path = folder.path().join(format!("kaart.{ending}"));
            pixels.save(&path).unwrap();
            let clean = image::open(&path).unwrap();
            let bytes = Bytes::from(std::fs::read(&path).unwrap());
            let marked = match DynImage::from_bytes(bytes).unwrap().unwrap() {
                DynImage::Png(mut png) => {
                    let comment = Bytes::from([b"Comment\0", secret].concat());
                    png.chunks_mut().insert(1, PngChunk::new(*b"tEXt", comment));
                    png.encoder().bytes()
                }
                DynImage::Jpeg(mut jpeg) => {
                    for marker in [markers::COM, markers::APP1, markers::APP13] {
                        let note = Bytes::copy_from_slice(secret);
                        jpeg.segments_mut()
                            .insert(1, JpegSegment::new_with_contents(marker, note));
                    }
                    jpeg.encoder().bytes()
                }
                other => panic!("{other:?}"),
            };
            let has_secret = |bytes: &[u8]| bytes.windows(secret.len()).any(|part| part == secret);
            assert!(has_secret(&marked), "{ending}");
            std::fs::write(&path, &marked).unwrap();
            let read = read(&path).unwrap();
            assert!(!has_secret(&read.bytes), "{ending}");
            assert_eq!(image::load_from_memory(&read.bytes).unwrap(), clean, "{ending}");
        }
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plaatje.png");
        std::fs::write(&path, b"not a picture").unwrap();
        assert_eq!(read(&path), Err("picture-not-a-picture".to_owned()));
        assert_eq!(
            read(folder.path().join("weg.png")),
            Err("picture-unreadable".to_owned())
        );
    }

    #[test]
    fn a_picture_that_would_fill_the_memory_is_refused_by_its_head() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("lang.png");
        image::GrayImage::new(MAX_PICTURE_SIDE, 1).save(&path).unwrap();
        assert!(read(&path).is_ok());
        image::GrayImage::new(MAX_PICTURE_SIDE + 1, 1)
            .save(&path)
            .unwrap();
        assert_eq!(read(&path), Err("picture-too-many-pixels".to_owned()));
    }
}
