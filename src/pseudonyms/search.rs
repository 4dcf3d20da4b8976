//! Names and keys in texts: found as people read them, whatever the case, the width of letters and the signs between
//! words.

use std::collections::BTreeSet;

use super::addresses::{Address, LEFT_OUT, addresses};
use super::letters::{Letter, folded, in_one_piece, letters, starts_word};
use super::names::{KnownNames, LEAST_OF_STEM, LEAST_WITHIN, NameTerm, TermSort};

/// An address that could mean more actors says of none who it is.
const MOST_MEANT: usize = 3;

impl KnownNames {
    /// The text with codes in place of whom it names; `None` when it names nobody.
    pub fn replaced(&self, text: &str) -> Option<String> {
        self.coded(text, false)
    }

    /// As [`Self::replaced`], of what is no sentence: an id, the name of a file. Every key in it is somebody's.
    pub fn replaced_in_id(&self, id: &str) -> Option<String> {
        let whole = self.keys.get(&folded(id)).cloned();
        whole.or_else(|| self.coded(id, true))
    }

    fn coded(&self, text: &str, is_id: bool) -> Option<String> {
        let without = (!is_id).then(|| self.without_addresses(text)).flatten();
        let words = self.coded_words(without.as_deref().unwrap_or(text), is_id);
        words.or(without)
    }

    /// Codes in place of the addresses that name somebody, and nothing in place of those of e-mail, which are always
    /// somebody's. `None` when there are none.
    fn without_addresses(&self, text: &str) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let (mut out, mut done) = (String::new(), 0);
        for Address { place, is_email } in addresses(text) {
            let meant = self.meant_by(&text[place.clone()]);
            if meant.is_empty() && !is_email {
                continue;
            }
            out.push_str(&text[done..place.start]);
            if meant.is_empty() || meant.len() > MOST_MEANT {
                out.push_str(LEFT_OUT);
            } else {
                out.push_str(&Vec::from_iter(meant).join("/"));
            }
            done = place.end;
        }
        out.push_str(&text[done..]);
        (done > 0).then_some(out)
    }

    /// Whose names are in an address.
    fn meant_by(&self, address: &str) -> BTreeSet<&str> {
        let mut meant = BTreeSet::new();
        let mut look_for = |name: &str| {
            let codes = self.in_addresses.get(name).into_iter().flatten();
            meant.extend(codes.map(String::as_str));
        };
        for part in address.split(|sign: char| !sign.is_alphanumeric()) {
            let part = in_one_piece(part);
            look_for(&part);
            // "jboer@…": with initials before it.
            let endings = part.char_indices().skip(1).take(2).map(|(at, _)| &part[at..]);
            endings
                .filter(|ending| ending.chars().count() >= LEAST_OF_STEM)
                .for_each(&mut look_for);
        }
        // "gemeentealkmaar.nl", "anna-de-boer@…".
        let piece = in_one_piece(address);
        let ends: Vec<usize> = piece
            .char_indices()
            .map(|(at, _)| at)
            .chain([piece.len()])
            .collect();
        for from in 0..ends.len() {
            let last = ends.len().min(from + self.longest_in_addresses + 1);
            for to in from + LEAST_WITHIN..last {
                look_for(&piece[ends[from]..ends[to]]);
            }
        }
        meant
    }

    /// The codes of whom a text names, one by one where several are called alike.
    pub fn codes_in(&self, text: &str) -> BTreeSet<&str> {
        let read = letters(text);
        let mut found = BTreeSet::new();
        let mut at = 0;
        while at < read.len() {
            let named = starts_word(&read, at).then(|| self.named_at(text, &read, at, false));
            let Some((length, codes)) = named.flatten() else {
                at += 1;
                continue;
            };
            found.extend(codes.split('/'));
            at += length;
        }
        found
    }

    fn coded_words(&self, text: &str, is_id: bool) -> Option<String> {
        let read = letters(text);
        let mut out = String::new();
        let mut done = 0;
        let mut at = 0;
        while at < read.len() {
            if !starts_word(&read, at) {
                at += 1;
                continue;
            }
            let Some((length, code)) = self.named_at(text, &read, at, is_id) else {
                at += 1;
                continue;
            };
            out.push_str(&text[done..read[at].start]);
            out.push_str(code);
            at += length;
            done = read[at - 1].end;
        }
        let mut is_changed = done > 0;
        out.push_str(&text[done..]);
        for (signs, code) in &self.signs {
            if out.contains(signs.as_str()) {
                out = out.replace(signs.as_str(), code);
                is_changed = true;
            }
        }
        is_changed.then_some(out)
    }

    /// Who is named there, in how many letters.
    fn named_at(&self, text: &str, read: &[Letter], at: usize, is_id: bool) -> Option<(usize, &str)> {
        let rest = &read[at..];
        let word = rest.iter().take_while(|one| one.folded.is_alphanumeric()).count();
        let is_capital = text[rest[0].start..]
            .chars()
            .next()
            .is_some_and(char::is_uppercase);
        let letters: Vec<char> = rest[..word].iter().map(|one| one.folded).collect();
        let fits = |term: &NameTerm| {
            let length = term.letters.len();
            let is_whole = rest.len() >= length
                && term
                    .letters
                    .iter()
                    .zip(rest)
                    .all(|(sign, one)| *sign == one.folded);
            let last = term.letters.last().is_some_and(|sign| sign.is_alphanumeric());
            let next = rest.get(length).is_some_and(|one| one.folded.is_alphanumeric());
            is_whole && !(last && next) && (term.sort != TermSort::Word || is_capital || is_id)
        };
        let places = self.by_word.get(&letters).into_iter().flatten();
        let whole = places.map(|&at| &self.terms[at]).find(|term| fits(term));
        if let Some(term) = whole {
            return Some((term.letters.len(), &term.code));
        }
        // With an ending: Alkmaarse, Hoorns.
        if !is_capital {
            return None;
        }
        let stems = (LEAST_OF_STEM..word).rev();
        let stem = stems
            .filter_map(|length| self.stems.get(&letters[..length]))
            .next()?;
        Some((word, &self.terms[*stem].code))
    }

    /// Words of a text in which names were replaced that may still say who is meant: a part of the name of a person, a key
    /// that could be an ordinary word.
    pub fn hints(&self, text: &str) -> Vec<String> {
        let mut found: Vec<String> = Vec::new();
        let mut add = |word: &str| {
            if !found.iter().any(|known| known == word) {
                found.push(word.to_owned());
            }
        };
        for word in text.split(|sign: char| !sign.is_alphanumeric()) {
            let letters = folded(word);
            let is_capital = word.chars().next().is_some_and(char::is_uppercase);
            let places = self.by_word.get(&letters).into_iter().flatten();
            let is_key = places
                .map(|&at| &self.terms[at])
                .any(|term| term.letters == letters);
            if is_key || (is_capital && self.parts.contains(&letters)) {
                add(word);
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pseudonyms::names::NamedActor;

    fn names(rows: &[(&'static str, &'static str, &'static str)]) -> KnownNames {
        KnownNames::new(rows.iter().map(|&(label, key, code)| NamedActor {
            label,
            key,
            code,
            is_person: code.starts_with('P'),
        }))
    }

    #[test]
    fn names_are_found_as_people_write_them_and_the_longest_wins() {
        let names = names(&[
            ("Alkmaar", "alkmaar", "A1"),
            ("Regio Alkmaar", "basisregio-regio-alkmaar", "A2"),
            ("Bergen (NH)", "bergen", "A3"),
            ("Den Helder", "den-helder", "A4"),
            ("Súdwest-Fryslân", "GM1900", "A5"),
            ("Anna de Boer", "a12", "P1"),
            ("Jan", "jan-1", "P2"),
            ("Jan", "jan-2", "P3"),
            ("\u{1f600}", "x", "P4"),
        ]);
        for (text, expected) in [
            ("Alkmaar, de regio Alkmaar en ALKMAAR.", "A1, de A2 en A1."),
            (
                "Het Alkmaarse plan; malkmaar niet.",
                "Het A1 plan; malkmaar niet.",
            ),
            ("Bergen (NH), Bergen; bergen op zoom", "A3, A3; A3 op zoom"),
            ("den-helder-plan van Den  Helder", "A4-plan van A4"),
            ("SU\u{301}DWEST FRYSLAN", "SU\u{301}DWEST FRYSLAN"),
            ("SU\u{301}DWEST FRYSL\u{c2}N\u{200b} (gm1900)", "A5\u{200b} (A5)"),
            ("ａｎｎａ de Boer belt", "P1 belt"),
            ("Jan's werk, januari", "P2/P3's werk, januari"),
            ("met \u{1f600} erbij", "met P4 erbij"),
        ] {
            assert_eq!(names.replaced(text).as_deref().unwrap_or(text), expected);
        }
        for text in ["", "niemand", "12 maanden", "De boer op"] {
            assert_eq!(names.replaced(text), None, "{text}");
        }
    }

    #[test]
    fn an_id_that_is_a_key_is_one_however_short_it_is() {
        let names = names(&[("Europese Unie", "eu", "A1"), ("Zorgwerkgevers", "zorg", "A2")]);
        assert_eq!(names.replaced_in_id("EU").as_deref(), Some("A1"));
        assert_eq!(names.replaced_in_id("zorg.csv").as_deref(), Some("A2.csv"));
        assert_eq!(names.replaced("eu en zorg"), None);
    }

    #[test]
    fn no_address_is_left_that_says_who_is_meant() {
        let names = names(&[
            ("Anna de Boer", "a12", "P1"),
            ("Stichting Zon", "a13", "A1"),
            ("Alkmaar", "GM0361", "A2"),
            ("UWV", "a14", "A3"),
        ]);
        for (text, expected) in [
            ("mail a.boer@voorbeeld.nl!", "mail P1!"),
            ("<aboer@x.nl>, annadeboer@x.nl", "<P1>, P1"),
            ("of iemand@elders.org.", "of …."),
            (
                "zie www.stichtingzon.nl/team en https://stichting-zon.nl",
                "zie A1 en A1",
            ),
            ("https://gemeentealkmaar.nl/gm0361", "A2"),
            ("uwv.nl en nuwvo.nl", "A3 en nuwvo.nl"),
            ("A.Boer@alkmaar.nl", "A2/P1"),
            ("https://elders.nl/rapport.pdf", "https://elders.nl/rapport.pdf"),
            ("#StichtingZon, @annadeboer", "#A1, @P1"),
        ] {
            assert_eq!(
                names.replaced(text).as_deref().unwrap_or(text),
                expected,
                "{text}"
            );
        }
    }

    #[test]
    fn what_may_still_say_who_is_meant_is_shown() {
        let names = names(&[
            ("Anna de Boer", "a12", "P1"),
            ("Techniekbedrijven", "techniek", "A1"),
        ]);
        assert_eq!(names.replaced("werk in techniek"), None);
        assert_eq!(names.replaced("Techniek eerst").as_deref(), Some("A1 eerst"));
        assert_eq!(
            names.hints("Anna belt de boer over techniek, zegt Anna."),
            ["Anna", "techniek"]
        );
        assert_eq!(names.hints("de boer op"), [""; 0]);
    }
}
