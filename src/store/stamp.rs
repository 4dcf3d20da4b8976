//! Telling one version of a file from the next.

use std::fs::File;
use std::io::Read;

use serde::{Deserialize, Serialize};

use super::Location;

/// One version of a file: what it was when this program read or wrote it. The same content written at another time
/// is the same version.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileStamp {
    size_bytes: u64,
    hash: u64,
}

impl FileStamp {
    /// Of a file with this content.
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let mut hash = Hash::default();
        hash.add(bytes);
        Self {
            size_bytes: bytes.len() as u64,
            hash: hash.0,
        }
    }

    /// Of what is there now, read to the end; `None` when there is no file that can be read.
    pub(crate) fn of(at: &Location) -> Option<Self> {
        // Asked before opening: that waits for whoever writes to a pipe.
        if !std::fs::metadata(at.path()).ok()?.is_file() {
            return None;
        }
        let mut file = File::open(at.path()).ok()?;
        if !file.metadata().ok()?.is_file() {
            return None;
        }
        let (mut hash, mut size_bytes) = (Hash::default(), 0);
        let mut buffer = vec![0; 1 << 16];
        loop {
            match file.read(&mut buffer) {
                Ok(0) => break,
                Ok(count) => {
                    hash.add(&buffer[..count]);
                    size_bytes += count as u64;
                }
                Err(error) if error.kind() == std::io::ErrorKind::Interrupted => {}
                Err(_) => return None,
            }
        }
        Some(Self {
            size_bytes,
            hash: hash.0,
        })
    }

    /// Whether the file there has other content by now. Asks the size first: most changes show in it.
    pub(crate) fn is_outdated(&self, at: &Location) -> bool {
        let Ok(found) = std::fs::metadata(at.path()) else {
            return false;
        };
        found.len() != self.size_bytes || Self::of(at) != Some(*self)
    }
}

/// FNV-1a, 64 bits: enough against accidents. <https://doi.org/10.17487/RFC9923>
struct Hash(u64);

impl Default for Hash {
    fn default() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }
}

impl Hash {
    fn add(&mut self, bytes: &[u8]) {
        let step = |hash: u64, byte: &u8| (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        self.0 = bytes.iter().fold(self.0, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_content_of_the_same_size_is_another_version_and_a_touch_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x");
        let at = Location::from(&path);
        std::fs::write(&path, b"Hoorn").unwrap();
        let stamp = FileStamp::new(b"Hoorn");
        assert_eq!(FileStamp::of(&at), Some(stamp));
        std::fs::write(&path, b"Horen").unwrap();
        assert!(stamp.is_outdated(&at));
        std::fs::write(&path, b"Hoorn").unwrap();
        assert!(!stamp.is_outdated(&at), "the same content, written later");
        std::fs::remove_file(&path).unwrap();
        assert!(!stamp.is_outdated(&at), "nothing there is nothing to lose");
    }
}
