//! Codes in place of names: P1 for a person, A1 for another actor. What was given out stays.

use std::collections::{BTreeMap, BTreeSet};

use super::{Actor, Constellation};

/// Kinds that are people, whatever language named them.
const PEOPLE: [&str; 4] = ["persoon", "personen", "person", "people"];
/// The icon of such a kind.
const PERSON_ICON: &str = "user";

impl Constellation {
    /// Whether the actor is a person, or may be one: who is of no kind is not said to be anything else.
    pub fn may_be_person(&self, actor: &Actor) -> bool {
        let Some(id) = &actor.kind else {
            return true;
        };
        let named = |text: &str| PEOPLE.contains(&text.to_lowercase().as_str());
        let kind = self.vocabulary.actor_kind(id);
        named(id.as_str()) || kind.is_none_or(|kind| named(&kind.label) || kind.icon == PERSON_ICON)
    }
}

/// The codes of a constellation, by the keys of the actors. A code is never given out again: the highest number is
/// kept, of people and of all others.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Codes {
    pub last_person: u32,
    pub last_other: u32,
    pub of: BTreeMap<String, String>,
}

const PERSON: char = 'P';
const OTHER: char = 'A';

impl Codes {
    /// Whether none were ever given out.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// What stands for an actor; empty for one that has no code yet.
    pub fn code(&self, actor: &Actor) -> &str {
        self.of.get(&actor.key).map_or("", String::as_str)
    }

    /// Takes over a code that was given out before. `false` for what is none, and for one that stands for another.
    pub fn give(&mut self, key: &str, code: &str) -> bool {
        let number = |letter| {
            code.strip_prefix(letter)
                .filter(|rest| !rest.starts_with(['0', '+']))
        };
        let number = |letter| number(letter).and_then(|rest| rest.parse::<u32>().ok());
        let last = match (number(PERSON), number(OTHER)) {
            (Some(number), _) => (&mut self.last_person, number),
            (_, Some(number)) => (&mut self.last_other, number),
            (None, None) => return false,
        };
        if self.of.values().any(|other| other == code) {
            return false;
        }
        *last.0 = (*last.0).max(last.1);
        self.of.insert(key.to_owned(), code.to_owned());
        true
    }

    /// The codes of the constellation, with new ones for who has none.
    ///
    /// The first time the numbers are dealt out in an order that is none: neither that of the alphabet nor that of the
    /// file, which is often the same, so that nobody counts down from A. It follows from all that is in the
    /// constellation, so that one file gives one set of codes wherever it is read, and who has the names only cannot
    /// work it out. Later actors get the next numbers in the order in which they came.
    ///
    /// ```
    /// use netwerkopstelling::model::{Actor, ActorId, Codes, Constellation, Language};
    /// let mut whole = Constellation::new(Language::Nl);
    /// whole.actors.insert(ActorId(1), Actor::new(ActorId(1), "anna", "Anna"));
    /// whole.info.codes = Codes::completed(&whole).into();
    /// whole.actors.insert(ActorId(2), Actor::new(ActorId(2), "bob", "Bob"));
    /// let codes = Codes::completed(&whole);
    /// assert_eq!([codes.of["anna"].as_str(), codes.of["bob"].as_str()], ["P1", "P2"]);
    /// ```
    pub fn completed(constellation: &Constellation) -> Self {
        let given = &constellation.info.codes;
        let mut codes = (**given).clone();
        let mut without: Vec<&Actor> = constellation
            .actors
            .values()
            .filter(|actor| !given.of.contains_key(&actor.key))
            .collect();
        if without.is_empty() {
            return codes;
        }
        if given.is_empty() {
            let whole = digest(constellation);
            without.sort_by_cached_key(|actor| (mixed(fold(whole, actor.key.as_bytes())), actor.id));
        }
        // A name of the file itself may look like a code.
        let names: BTreeSet<&str> = constellation
            .actors
            .values()
            .flat_map(|actor| [actor.key.as_str(), actor.label.as_str()])
            .collect();
        let used: BTreeSet<String> = given.of.values().cloned().collect();
        for actor in without {
            let is_person = constellation.may_be_person(actor);
            let (letter, last) = if is_person {
                (PERSON, &mut codes.last_person)
            } else {
                (OTHER, &mut codes.last_other)
            };
            let code = loop {
                *last = last.saturating_add(1);
                let code = format!("{letter}{last}");
                if !names.contains(code.as_str()) && !used.contains(&code) {
                    break code;
                }
            };
            codes.of.insert(actor.key.clone(), code);
        }
        codes
    }

    /// Without the keys of who is gone; the numbers stay given out.
    #[must_use]
    pub fn of_those_in(mut self, constellation: &Constellation) -> Self {
        let keys: BTreeSet<&str> = constellation.actors.values().map(|it| it.key.as_str()).collect();
        self.of.retain(|key, _| keys.contains(key.as_str()));
        self
    }
}

/// FNV-1a, 64 bits: the same on every system and in every version, which those of the library are not.
fn fold(start: u64, bytes: &[u8]) -> u64 {
    let each = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    // What ends one text is no part of the next.
    bytes.iter().chain(&[0xff]).fold(start, each)
}

/// The last step of SplitMix64: keys that are nearly alike come far apart.
fn mixed(sum: u64) -> u64 {
    let sum = (sum ^ (sum >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let sum = (sum ^ (sum >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    sum ^ (sum >> 31)
}

/// All that makes a constellation what it is, as one number.
fn digest(constellation: &Constellation) -> u64 {
    let mut sum = 0xcbf2_9ce4_8422_2325;
    let info = &constellation.info;
    for text in [&info.title, &info.issue, &info.source, &info.description] {
        sum = fold(sum, text.as_bytes());
    }
    for actor in constellation.actors.values() {
        for text in [&actor.key, &actor.label, &actor.note] {
            sum = fold(sum, text.as_bytes());
        }
        let pos = actor.pos.unwrap_or_default();
        for number in [pos.x, pos.y] {
            sum = fold(sum, &number.to_bits().to_le_bytes());
        }
    }
    for relation in constellation.relations.values() {
        sum = fold(sum, relation.key.as_bytes());
        for end in [relation.source, relation.target] {
            sum = fold(sum, &end.0.to_le_bytes());
        }
        sum = fold(sum, &relation.weight.to_bits().to_le_bytes());
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ActorId, Language};

    fn constellation(names: &[&str]) -> Constellation {
        let mut whole = Constellation::new(Language::Nl);
        for (name, id) in names.iter().zip(1..) {
            let mut actor = Actor::new(ActorId(id), name, name);
            actor.kind = Some("gemeente".into());
            whole.actors.insert(actor.id, actor);
        }
        whole.next_id = 1000;
        whole
    }

    #[test]
    fn codes_stay_when_actors_come_and_go_and_none_comes_back() {
        let mut whole = constellation(&["a-a", "b-b", "c-c"]);
        let first = Codes::completed(&whole);
        assert_eq!(first, Codes::completed(&whole), "the same file, the same codes");
        whole.info.codes = first.clone().into();
        let (gone, third) = first
            .of
            .iter()
            .find(|(_, code)| *code == "A3")
            .expect("of three the third");
        let id = whole.actors.values().find(|actor| actor.key == *gone).unwrap().id;
        whole.actors.remove(&id);
        whole.info.codes = (*whole.info.codes).clone().of_those_in(&whole).into();
        assert!(!whole.info.codes.of.contains_key(gone));
        let mut late = Actor::new(ActorId(9), "d-d", "d-d");
        late.kind = Some("gemeente".into());
        whole.actors.insert(late.id, late);
        let then = Codes::completed(&whole);
        assert_eq!(then.of["d-d"], "A4", "{third} is not given out again");
        for (key, code) in first.of.iter().filter(|(key, _)| *key != gone) {
            assert_eq!(then.of[key], *code);
        }
    }

    #[test]
    fn the_numbers_are_not_in_the_order_of_the_alphabet_or_of_the_file() {
        let names: Vec<String> = (0..40).map(|at| format!("naam-{at:02}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let codes = Codes::completed(&constellation(&names));
        let numbers: Vec<u32> = names
            .iter()
            .map(|name| codes.of[*name][1..].parse().unwrap())
            .collect();
        let rises = numbers.windows(2).filter(|pair| pair[0] < pair[1]).count();
        assert!((10..30).contains(&rises), "{numbers:?}");
        // One piece that stands elsewhere, and the order is another: nobody works it out from the names.
        let mut moved = constellation(&names);
        moved.actors.get_mut(&ActorId(1)).unwrap().pos = Some(crate::model::Point::new(1.0, 0.0));
        assert_ne!(Codes::completed(&moved), codes);
    }

    #[test]
    fn people_and_who_is_of_no_kind_are_p_and_a_name_that_looks_like_a_code_is_left_alone() {
        let mut whole = constellation(&["A1", "x-x"]);
        let person = whole.actors.get_mut(&ActorId(2)).unwrap();
        person.kind = Some("persoon".into());
        let mut nobody = Actor::new(ActorId(3), "y-y", "Y");
        nobody.kind = None;
        whole.actors.insert(nobody.id, nobody);
        let codes = Codes::completed(&whole);
        assert_eq!(codes.of["A1"], "A2");
        assert!(codes.of["x-x"].starts_with('P') && codes.of["y-y"].starts_with('P'));
    }
}
