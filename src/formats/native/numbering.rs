//! Numbers of actors, relations, notes and agreements when a file is opened: 1, 2, 3 in the order of the file.
//!
//! Keys such as `a12` were made from numbers. The file carries the next number to give out, and it is
//! always above every number that a key in the file came from, so no key ever comes back with another
//! meaning. The same rule is used for writing and for reading, so that saving twice gives the same bytes.

use crate::model::Constellation;

/// Above this a number in a key was never one of ours, and would only use up the numbers.
const LARGEST: u32 = 1_000_000_000;

/// The least number to give out next that the things in it allow.
pub(super) fn least_next_id(constellation: &Constellation) -> u32 {
    let actors = constellation.actors.values().map(|actor| actor.key.as_str());
    let relations = constellation.relations.values().map(|one| one.key.as_str());
    let in_keys = actors
        .filter_map(|key| number_in(key, 'a'))
        .chain(relations.filter_map(|key| number_in(key, 'r')))
        .max()
        .unwrap_or(0);
    let count = constellation.actors.len()
        + constellation.relations.len()
        + constellation.notes.len()
        + constellation.agreements.len();
    let count = u32::try_from(count).unwrap_or(LARGEST);
    in_keys.max(count) + 1
}

/// A next number as found in a file, if it can be used.
pub(super) fn usable(found: Option<u32>) -> Option<u32> {
    found.filter(|number| *number <= LARGEST + 1)
}

/// The number in a key made as prefix and number, perhaps with a tail: `a12`, `a12-2`.
fn number_in(key: &str, prefix: char) -> Option<u32> {
    let rest = key.strip_prefix(prefix)?;
    let digits = rest.split('-').next()?;
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    digits.parse().ok().filter(|number| *number <= LARGEST)
}

#[cfg(test)]
mod tests {
    use super::number_in;

    #[test]
    fn only_keys_of_our_making_carry_a_number() {
        assert_eq!(number_in("a12", 'a'), Some(12));
        assert_eq!(number_in("a12-3", 'a'), Some(12));
        for foreign in ["r12", "alkmaar", "a", "a-3", "a+1", "a4294967295", "ab1"] {
            assert_eq!(number_in(foreign, 'a'), None, "{foreign}");
        }
    }
}
