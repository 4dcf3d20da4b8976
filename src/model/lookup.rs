//! An index of a long list of words, made at the first lookup: a file may hold 50,000 of them.

use std::collections::HashMap;
use std::sync::OnceLock;

/// Shorter lists are searched without an index.
const SHORT: usize = 32;

/// The index of one list. Every answer is checked against the list, so a list that changed
/// since makes lookups slow again, never wrong; a copy starts without an index.
#[derive(Debug, Default)]
pub struct Lookup(OnceLock<HashMap<Box<str>, usize>>);

impl Lookup {
    /// Place of a word in its list.
    pub(super) fn find<T>(&self, list: &[T], id: &str, id_of: impl Fn(&T) -> &str) -> Option<usize> {
        if list.len() > SHORT {
            let places = self.0.get_or_init(|| {
                // Backwards: of two words with one id the first counts.
                let numbered = list.iter().enumerate().rev();
                numbered.map(|(at, entry)| (id_of(entry).into(), at)).collect()
            });
            let noted = places.get(id).copied();
            let is_there = |at: &usize| list.get(*at).is_some_and(|entry| id_of(entry) == id);
            if let Some(at) = noted.filter(is_there) {
                return Some(at);
            }
        }
        list.iter().position(|entry| id_of(entry) == id)
    }
}

impl Clone for Lookup {
    fn clone(&self) -> Self {
        Self::default()
    }
}

/// Says nothing about the words themselves.
impl PartialEq for Lookup {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_that_changed_is_searched_anew() {
        let mut list: Vec<String> = (0..100).map(|at| format!("w{at}")).collect();
        let lookup = Lookup::default();
        let find = |list: &[String], id: &str| lookup.find(list, id, String::as_str);
        assert_eq!((find(&list, "w70"), find(&list, "anders")), (Some(70), None));
        list[70] = "anders".to_owned();
        list.swap(3, 5);
        list.push("w100".to_owned());
        assert_eq!((find(&list, "w70"), find(&list, "anders")), (None, Some(70)));
        assert_eq!((find(&list, "w3"), find(&list, "w100")), (Some(5), Some(100)));
        list.truncate(4);
        assert_eq!(find(&list, "w99"), None);
    }

    #[test]
    fn a_word_of_a_long_list_is_found_without_walking_the_list() {
        let list: Vec<String> = (0..50_000).map(|at| format!("w{at}")).collect();
        let (lookup, looks) = (Lookup::default(), std::cell::Cell::new(0));
        for at in 0..list.len() {
            let found = lookup.find(&list, &format!("w{at}"), |word| {
                looks.set(looks.get() + 1);
                word
            });
            assert_eq!(found, Some(at));
        }
        assert!(looks.get() < 4 * list.len(), "{} looks", looks.get());
    }
}
