//! The clipboard of the system, for pictures. It takes them as files, and making one of millions of pixels takes as long
//! as a frame or longer: a job puts them there, where the window toolkit would make everybody wait.

use std::fmt;
use std::sync::Arc;

/// Pixels, row after row from the top: red, green, blue and strength of each, the colours at full strength.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CopiedPixels {
    pub size: [usize; 2],
    pub rgba: Vec<u8>,
}

/// The system takes no picture; why is in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoClipboard;

type Put = dyn Fn(&CopiedPixels) -> Result<(), NoClipboard> + Send + Sync;

/// Where copied pictures go: the system, or whoever takes its place.
#[derive(Clone)]
pub struct PictureClipboard(Arc<Put>);

impl PictureClipboard {
    /// That of the system; `None` where only the window toolkit has it, as in a page.
    pub fn of_system() -> Option<Self> {
        cfg!(not(target_arch = "wasm32")).then(|| Self::new(put_by_system))
    }

    pub fn new(put: impl Fn(&CopiedPixels) -> Result<(), NoClipboard> + Send + Sync + 'static) -> Self {
        Self(Arc::new(put))
    }

    /// # Errors
    /// [`NoClipboard`] when it is not there afterwards.
    pub fn put(&self, pixels: &CopiedPixels) -> Result<(), NoClipboard> {
        (self.0)(pixels)
    }
}

impl fmt::Debug for PictureClipboard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PictureClipboard")
    }
}

#[cfg(target_arch = "wasm32")]
fn put_by_system(_: &CopiedPixels) -> Result<(), NoClipboard> {
    Err(NoClipboard)
}

/// The window toolkit keeps the clipboard open as long as the program runs, so what is put here stays there.
#[cfg(not(target_arch = "wasm32"))]
fn put_by_system(pixels: &CopiedPixels) -> Result<(), NoClipboard> {
    let picture = arboard::ImageData {
        width: pixels.size[0],
        height: pixels.size[1],
        bytes: (&pixels.rgba).into(),
    };
    let put = arboard::Clipboard::new().and_then(|mut clipboard| clipboard.set_image(picture));
    put.map_err(|error| {
        log::warn!("the clipboard takes no picture: {error}");
        NoClipboard
    })
}
