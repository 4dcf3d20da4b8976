//! Pictures in a journal: written once, and named where they are used.

use std::sync::Arc;

use super::line::Checksum;
use crate::formats::stored::{StoredBytes, StoredEntry, StoredPicture};

/// The pictures that a journal holds, by name.
#[derive(Debug, Clone, Default)]
pub(super) struct Resources {
    held: Vec<(String, Arc<[u8]>)>,
}

impl Resources {
    pub fn get(&self, name: &str) -> Option<&Arc<[u8]>> {
        self.held
            .iter()
            .find(|(held, _)| held == name)
            .map(|(_, bytes)| bytes)
    }

    pub fn insert(&mut self, name: String, bytes: Arc<[u8]>) {
        self.held.push((name, bytes));
    }

    /// The name of these bytes, and whether it was given only now.
    pub fn take_in(&mut self, bytes: &Arc<[u8]>) -> (String, bool) {
        let same = |(_, held): &&(String, Arc<[u8]>)| Arc::ptr_eq(held, bytes) || **held == **bytes;
        if let Some((name, _)) = self.held.iter().find(same) {
            return (name.clone(), false);
        }
        let plain = format!("{:016x}-{}", Checksum::of(bytes), bytes.len());
        // A checksum is no proof; other bytes of the same name get a name of their own.
        let numbered = |number: u32| format!("{plain}-{number}");
        let taken = |name: &String| self.get(name).is_some();
        let name = std::iter::once(plain.clone())
            .chain((2..).map(numbered))
            .find(|name| !taken(name))
            .expect("the numbers do not run out");
        self.insert(name.clone(), Arc::clone(bytes));
        (name, true)
    }

    /// Puts the names of pictures in place of their bytes, and returns the names that are new.
    pub fn refer(&mut self, entry: &mut StoredEntry) -> Vec<String> {
        let mut new = Vec::new();
        for picture in entry.pictures_mut() {
            let Some(StoredBytes(bytes)) = picture.bytes.take() else {
                continue;
            };
            let (name, is_new) = self.take_in(&bytes);
            if is_new {
                new.push(name.clone());
            }
            picture.resource = Some(name);
        }
        new
    }

    /// Puts the pictures back in place of their names. Returns whether all were there.
    pub fn resolve(&self, entry: &mut StoredEntry) -> bool {
        entry.pictures_mut().all(|picture| {
            let Some(name) = picture.resource.take() else {
                return picture.bytes.is_some();
            };
            picture.bytes = self.get(&name).cloned().map(StoredBytes);
            picture.bytes.is_some()
        })
    }
}

/// Between the versions of the format a name stood where the bytes were.
pub(super) fn name_for_bytes(entry: &mut StoredEntry) {
    let named = |picture: &StoredPicture| {
        let StoredBytes(bytes) = picture.bytes.as_ref()?;
        String::from_utf8(bytes.to_vec()).ok()
    };
    for picture in entry.pictures_mut().filter(|picture| picture.resource.is_none()) {
        picture.resource = named(picture);
        picture.bytes = None;
    }
}
