//! A package of files, as ODT and DOCX are.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Files one after the other, in memory: writing there never fails. The same files give the same bytes.
pub struct Package(ZipWriter<Cursor<Vec<u8>>>);

impl Package {
    pub fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// A file as it is: what a reader looks for in the first bytes of a package, and pictures that are small already.
    pub fn stored(&mut self, path: &str, bytes: &[u8]) {
        self.file(path, bytes, CompressionMethod::Stored);
    }

    pub fn packed(&mut self, path: &str, bytes: &[u8]) {
        self.file(path, bytes, CompressionMethod::Deflated);
    }

    fn file(&mut self, path: &str, bytes: &[u8], method: CompressionMethod) {
        let options = SimpleFileOptions::default().compression_method(method);
        let mut write = || {
            self.0.start_file(path, options)?;
            self.0.write_all(bytes)?;
            zip::result::ZipResult::Ok(())
        };
        write().expect("there is room in memory");
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.finish().expect("there is room in memory").into_inner()
    }
}
