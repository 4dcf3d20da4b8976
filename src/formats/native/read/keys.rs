//! Keys for what a file gives none.

use std::collections::HashSet;

/// Keys that are in use, and the next that may be free: every number is tried once.
pub(super) struct Taken {
    prefix: char,
    keys: HashSet<String>,
    next: usize,
}

impl Taken {
    pub fn of<'a>(prefix: char, keys: impl Iterator<Item = &'a String>) -> Self {
        let keys: HashSet<String> = keys.cloned().collect();
        let next = keys.len();
        Self { prefix, keys, next }
    }

    pub fn free(&mut self) -> String {
        loop {
            let key = format!("{}{}", self.prefix, self.next);
            self.next += 1;
            if self.keys.insert(key.clone()) {
                return key;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_is_tried_once_for_a_key_to_give_out() {
        let keys: Vec<String> = (20_000..40_000).map(|number| format!("r{number}")).collect();
        let mut taken = Taken::of('r', keys.iter());
        for number in 40_000..60_000 {
            assert_eq!(taken.free(), format!("r{number}"));
        }
        assert_eq!(taken.next, 60_000);
    }
}
