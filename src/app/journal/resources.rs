//! Pictures in a journal: written once, and named where they are used.

use std::sync::Arc;

use super::line::Checksum;
use crate::edit::journal::Entry;

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

    /// The entry with the names of pictures in place of their bytes, when it has any; and the names that are
    /// new.
    pub fn refer(&mut self, entry: &Entry) -> Option<(Entry, Vec<String>)> {
        entry.changes().find_map(|change| change.picture())?;
        let (mut referring, mut new) = (entry.clone(), Vec::new());
        for picture in referring.changes_mut().filter_map(|change| change.picture_mut()) {
            let (name, is_new) = self.take_in(&picture.bytes);
            picture.bytes = name.as_bytes().into();
            if is_new {
                new.push(name);
            }
        }
        Some((referring, new))
    }

    /// Puts the pictures back in place of their names. Returns whether all were there.
    pub fn resolve(&self, entry: &mut Entry) -> bool {
        let mut pictures = entry.changes_mut().filter_map(|change| change.picture_mut());
        pictures.all(|picture| {
            let name = std::str::from_utf8(&picture.bytes).ok();
            let found = name.and_then(|name| self.get(name)).cloned();
            found.map(|bytes| picture.bytes = bytes).is_some()
        })
    }
}
