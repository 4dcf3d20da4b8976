//! How long somebody waits for places: in places that are looked at, never in time.

use std::cell::Cell;

/// Places that may still be looked at, by all searches of one who waits together.
#[derive(Debug)]
pub struct Patience {
    left: Cell<usize>,
    was_short: Cell<bool>,
}

impl Patience {
    /// Nobody waits: every search looks at as many as it usually does.
    pub fn endless() -> Self {
        Self::of(usize::MAX)
    }

    pub fn of(places: usize) -> Self {
        Self {
            left: Cell::new(places),
            was_short: Cell::new(false),
        }
    }

    pub fn left(&self) -> usize {
        self.left.get()
    }

    pub fn is_endless(&self) -> bool {
        self.left() == usize::MAX
    }

    pub fn is_gone(&self) -> bool {
        self.left() == 0
    }

    /// Whether a place for all labels was not found that might have been by looking longer.
    pub fn was_short(&self) -> bool {
        self.was_short.get()
    }

    pub(super) fn note_short(&self) {
        self.was_short.set(true);
    }

    /// What one of so many searches may look at.
    pub fn for_one_of(&self, searches: usize) -> usize {
        self.left() / if self.is_endless() { 1 } else { searches }
    }

    pub(super) fn spend(&self, places: usize) {
        if !self.is_endless() {
            self.left.set(self.left().saturating_sub(places));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_spent_is_gone_and_endless_patience_never_is() {
        let patience = Patience::of(90);
        assert_eq!(patience.for_one_of(3), 30);
        patience.spend(60);
        assert_eq!(patience.for_one_of(3), 10);
        patience.spend(60);
        assert!(patience.is_gone());
        let patience = Patience::endless();
        patience.spend(60);
        assert_eq!(patience.for_one_of(3), usize::MAX);
    }
}
