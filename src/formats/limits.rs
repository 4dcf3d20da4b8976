//! How much a file may hold. Checked before anything is made of it: 20 MB of zeros in a list of nodes
//! would take gigabytes as actors.
//!
//! The limits are far above any network that the board or the measures are for, and low enough that whatever
//! is in a file of 100 MB is answered within 1 GB of memory.

use super::probe::{FileProbe, Listed};
use super::{ErrorKind, FilePlace, ReadError};

/// Larger files are refused before they are read: 256 MiB.
pub const MAX_FILE_BYTES: u64 = 256 << 20;

/// A foreign file is held in memory as a whole while it is read: 64 MiB.
pub(super) const MAX_FOREIGN_BYTES: u64 = 64 << 20;

pub const MAX_ACTORS: usize = 100_000;

pub const MAX_RELATIONS: usize = 500_000;

/// One table of the register: 32 MiB.
pub const MAX_TABLE_BYTES: u64 = 32 << 20;

/// Values in one table, and columns of it: each value takes room beside its text.
pub(super) const MAX_VALUES: usize = 5_000_000;
pub(super) const MAX_COLUMNS: usize = 500;

/// Bytes of text that actors and relations of the register may take together: a long value of one row can come back
/// in many.
pub(super) const MAX_REGISTER_BYTES: usize = 150 << 20;

/// What a file may take in memory, by [`super::probe`]'s reckoning.
const MAX_ROOM: usize = 800 << 20;

/// Likewise for a foreign file, of which everything is there at once. What is reckoned is on the high side for objects
/// and on the low side for lists: reading takes from 0.4 of it (long texts) to 1.35 (many small lists), and so at most
/// 860 MiB.
const MAX_FOREIGN_ROOM: usize = 640 << 20;

/// What one actor or relation may take: it is there twice while it is read.
const MAX_ELEMENT_ROOM: usize = 50 << 20;

/// What words, notes and everything beside actors and relations may take.
const MAX_BESIDE_ROOM: usize = 100 << 20;

/// A file of another program that is too large, before anything of it is parsed: our own says somewhere that it
/// is ours.
///
/// # Errors
/// It is too large.
pub(super) fn check_size(text: &str) -> Result<(), ReadError> {
    let size = text.len() as u64;
    if size <= MAX_FOREIGN_BYTES || text.contains(super::native::FORMAT) {
        return Ok(());
    }
    Err(too_large_foreign(size))
}

fn too_large_foreign(size: u64) -> ReadError {
    ReadError::new(FilePlace::Whole, super::probe::too_large(size, MAX_FOREIGN_BYTES))
}

/// # Errors
/// More of something than is read, with the list it is in.
pub(super) fn check(probe: &FileProbe, text: &str) -> Result<(), ReadError> {
    let refuse = |path: &str, kind| Err(ReadError::new(FilePlace::Path(path.to_owned()), kind));
    let size = text.len() as u64;
    let is_foreign = !probe.is_native();
    if is_foreign && size > MAX_FOREIGN_BYTES {
        return Err(too_large_foreign(size));
    }
    for (list, limit) in [
        (&probe.nodes, MAX_ACTORS),
        (&probe.edges, MAX_RELATIONS),
        (&probe.links, MAX_RELATIONS),
    ] {
        let Listed { name, items, .. } = *list;
        if items > limit {
            return refuse(name, ErrorKind::TooMany { found: items, limit });
        }
        if list.largest > MAX_ELEMENT_ROOM {
            return refuse(name, ErrorKind::TooMuch);
        }
    }
    let most = if is_foreign { MAX_FOREIGN_ROOM } else { MAX_ROOM };
    if let Some(name) = &probe.large_beside {
        return refuse(name, ErrorKind::TooMuch);
    }
    if probe.room() > most {
        return match probe.heaviest() {
            Some(list) => refuse(list.name, ErrorKind::TooMuch),
            None => Err(ReadError::new(FilePlace::Whole, ErrorKind::TooMuch)),
        };
    }
    Ok(())
}

/// Whether something beside the lists of actors and relations takes too much.
pub(super) fn is_large_beside(room: usize) -> bool {
    room > MAX_BESIDE_ROOM
}
