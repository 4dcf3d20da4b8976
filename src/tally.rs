//! COUNTS, for every thread, the work that the thread of the interface never does: each of it takes as long as the board
//! is large, or as the disk is slow. Who does such work says so here, and tests hold what the interface has done to
//! nothing.

use std::cell::Cell;

/// What one thread has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Tally {
    /// Parts of a board that were copied because they were changed while others held them.
    pub copies: u64,
    /// Parts of a board that were gone through, one after the other: all of them, where something was looked for or
    /// counted on the whole board.
    pub walks: u64,
    /// Networks that were made of a board, to be analysed.
    pub snapshots: u64,
    /// Rows of tables that were made.
    pub rows: u64,
    /// Boards that were written anew with codes in place of names, for outside the program.
    pub codings: u64,
    /// Boards, or pieces of one, that were read from text or written as text.
    pub texts: u64,
    /// Bytes that were handed to the disk.
    pub bytes: u64,
    /// Waits until the disk had them.
    pub syncs: u64,
    /// Places that were looked at for names of a small board.
    pub places: u64,
}

thread_local! {
    static DONE: Cell<Tally> = const {
        Cell::new(Tally { copies: 0, walks: 0, snapshots: 0, rows: 0, codings: 0, texts: 0, bytes: 0, syncs: 0, places: 0 })
    };
}

/// What this thread has done so far.
pub fn here() -> Tally {
    DONE.with(Cell::get)
}

/// Notes work of this thread.
pub fn add(note: impl FnOnce(&mut Tally)) {
    let mut done = here();
    note(&mut done);
    DONE.with(|all| all.set(done));
}

impl std::ops::Sub for Tally {
    type Output = Self;

    /// What was done since `earlier`.
    fn sub(self, earlier: Self) -> Self {
        Self {
            copies: self.copies - earlier.copies,
            walks: self.walks - earlier.walks,
            snapshots: self.snapshots - earlier.snapshots,
            rows: self.rows - earlier.rows,
            codings: self.codings - earlier.codings,
            texts: self.texts - earlier.texts,
            bytes: self.bytes - earlier.bytes,
            syncs: self.syncs - earlier.syncs,
            places: self.places - earlier.places,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_thread_counts_for_itself() {
        let before = here();
        add(|done| done.bytes += 7);
        let elsewhere = std::thread::spawn(|| {
            add(|done| done.syncs += 1);
            here()
        });
        assert_eq!(elsewhere.join().unwrap().syncs, 1);
        let expected = Tally {
            bytes: 7,
            ..Tally::default()
        };
        assert_eq!(here() - before, expected);
    }
}
