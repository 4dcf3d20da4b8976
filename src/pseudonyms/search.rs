//! KnownNames and keys in texts: found as people read them, whatever the case, the width of letters and the signs between
//! words.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::addresses::{Address, LEFT_OUT, addresses};

/// One letter as it is compared, and where it stands in the text.
struct Letter {
    folded: char,
    start: usize,
    end: usize,
}

/// A text as it is compared: in lower case, one width and one Unicode form, with one space for whatever stands between
/// words (`den-helder` and `Den Helder` are the same).
fn letters(text: &str) -> Vec<Letter> {
    let mut found: Vec<Letter> = Vec::with_capacity(text.len());
    let mut signs = text.char_indices().peekable();
    while let Some((start, sign)) = signs.next() {
        let mut end = start + sign.len_utf8();
        // Accents that are signs of their own belong to the letter before them.
        while let Some((at, accent)) = signs.next_if(|(_, next)| canonical_combining_class(*next) != 0) {
            end = at + accent.len_utf8();
        }
        if matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') {
            continue;
        }
        let is_between =
            |sign: char| sign.is_whitespace() || matches!(sign, '-' | '_' | '\u{2010}'..='\u{2015}');
        let plain = text[start..end].nfkc().flat_map(char::to_lowercase).nfkc();
        for folded in plain.map(|one| if is_between(one) { ' ' } else { one }) {
            if folded == ' '
                && let Some(last) = found.last_mut().filter(|last| last.folded == ' ')
            {
                last.end = end;
                continue;
            }
            found.push(Letter { folded, start, end });
        }
    }
    found
}

fn folded(text: &str) -> Vec<char> {
    let folded: Vec<char> = letters(text).iter().map(|letter| letter.folded).collect();
    let is_space = |sign: &char| *sign == ' ';
    let from = folded
        .iter()
        .position(|sign| !is_space(sign))
        .unwrap_or(folded.len());
    let to = folded
        .iter()
        .rposition(|sign| !is_space(sign))
        .map_or(from, |at| at + 1);
    folded[from..to].to_vec()
}

/// How surely a text that looks like this means the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TermSort {
    /// What the actor is called.
    Name,
    /// The key of the actor, which has a figure or a sign that no ordinary word has.
    Key,
    /// A key that could be an ordinary word: only with a capital it is taken for the actor.
    Word,
}

#[derive(Debug)]
struct NameTerm {
    letters: Vec<char>,
    sort: TermSort,
    code: String,
}

/// Everybody who has a code, by what texts call them.
#[derive(Debug, Default)]
pub struct KnownNames {
    terms: Vec<NameTerm>,
    /// Places in `terms` by the first word, the longest first.
    by_word: HashMap<Vec<char>, Vec<usize>>,
    /// KnownNames of one word that take an ending (Alkmaarse): from four letters.
    stems: HashMap<Vec<char>, usize>,
    /// KnownNames without a letter or figure.
    signs: Vec<(String, String)>,
    /// Every key, however short: of ids that are equal to one.
    keys: HashMap<Vec<char>, String>,
    /// Words of the names of people, which may stand for them.
    parts: BTreeSet<Vec<char>>,
    /// What addresses call somebody: a name in one piece, a word of it, a key.
    in_addresses: BTreeMap<String, BTreeSet<String>>,
    longest_in_addresses: usize,
}

/// A stem of fewer letters is the beginning of other words.
const LEAST_OF_STEM: usize = 4;
/// A key of fewer letters says nothing.
const LEAST_OF_KEY: usize = 3;
/// Nor does a number of fewer figures.
const LEAST_OF_NUMBER: usize = 4;
/// A part of a name of fewer letters is a word between names.
const LEAST_OF_PART: usize = 3;
/// A name in one piece of fewer letters is found as a whole part of an address, and not within one.
const LEAST_WITHIN: usize = 5;
/// An address that could mean more actors says of none who it is.
const MOST_MEANT: usize = 3;

/// The letters of a term, and whether it could be an ordinary word.
type TermKey = (Vec<char>, bool);

/// Who is to be found.
pub struct NamedActor<'a> {
    pub label: &'a str,
    pub key: &'a str,
    pub code: &'a str,
    pub is_person: bool,
}

impl KnownNames {
    pub fn new<'a>(everybody: impl IntoIterator<Item = NamedActor<'a>>) -> Self {
        let mut found: BTreeMap<TermKey, (TermSort, Vec<&str>)> = BTreeMap::new();
        let mut names = Self::default();
        let mut stems: Vec<Vec<char>> = Vec::new();
        for NamedActor {
            label,
            key,
            code,
            is_person,
        } in everybody
        {
            let whole = folded(label);
            let mut add = |letters: Vec<char>, sort: TermSort| {
                let from = letters.iter().position(|sign| sign.is_alphanumeric());
                let Some(from) = from else { return };
                let letters = letters[from..].to_vec();
                let codes = &mut found
                    .entry((letters, sort == TermSort::Word))
                    .or_insert((sort, Vec::new()))
                    .1;
                if !codes.contains(&code) {
                    codes.push(code);
                }
            };
            if !whole.is_empty() && !whole.iter().any(|sign| sign.is_alphanumeric()) {
                names.signs.push((label.trim().to_owned(), code.to_owned()));
            }
            // "Bergen (NH)" is called Bergen too.
            if let Some((bare, _)) = label.split_once('(') {
                add(folded(bare), TermSort::Name);
            }
            let is_stem = whole.len() >= LEAST_OF_STEM && whole.iter().all(|sign| sign.is_alphanumeric());
            if is_stem && label.trim().chars().next().is_some_and(char::is_uppercase) {
                stems.push(whole.clone());
            }
            if is_person {
                let words = label.split(|sign: char| !sign.is_alphanumeric());
                let words = words.filter(|word| word.chars().count() >= LEAST_OF_PART);
                let words = words.filter(|word| word.chars().next().is_some_and(char::is_uppercase));
                names
                    .parts
                    .extend(words.map(folded).filter(|word| *word != whole));
            }
            // "AnnaDeBoer", "#annadeboer".
            let piece = in_one_piece(label);
            if piece.chars().count() >= LEAST_WITHIN {
                add(piece.chars().collect(), TermSort::Name);
            }
            call_in_addresses(&mut names.in_addresses, label, key, code, is_person);
            add(whole, TermSort::Name);
            names.keys.insert(folded(key), code.to_owned());
            if let Some(sort) = sort_of(key) {
                add(folded(key), sort);
            }
        }
        for ((letters, _), (sort, codes)) in found {
            names.terms.push(NameTerm {
                letters,
                sort,
                code: codes.join("/"),
            });
        }
        for (at, term) in names.terms.iter().enumerate() {
            let word = term.letters.iter().copied();
            let word = word.take_while(|sign| sign.is_alphanumeric()).collect();
            names.by_word.entry(word).or_default().push(at);
        }
        for places in names.by_word.values_mut() {
            // Of a name and a key alike the name.
            places.sort_by_key(|&at| {
                let term = &names.terms[at];
                (std::cmp::Reverse(term.letters.len()), term.sort as u8)
            });
        }
        let lengths = names.in_addresses.keys().map(|name| name.chars().count());
        names.longest_in_addresses = lengths.max().unwrap_or_default();
        let stem = |at: usize, letters: &Vec<char>| names.terms[at].letters == *letters;
        names.stems = stems
            .into_iter()
            .filter_map(|letters| {
                let at = names
                    .by_word
                    .get(&letters)?
                    .iter()
                    .find(|&&at| stem(at, &letters))?;
                Some((letters, *at))
            })
            .collect();
        names
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && self.signs.is_empty()
    }

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

/// What an address may call somebody.
fn call_in_addresses(
    names: &mut BTreeMap<String, BTreeSet<String>>,
    label: &str,
    key: &str,
    code: &str,
    is_person: bool,
) {
    let mut called = vec![in_one_piece(label)];
    if sort_of(key).is_some() {
        called.push(in_one_piece(key));
    }
    if let Some((bare, _)) = label.split_once('(') {
        called.push(in_one_piece(bare));
    }
    if is_person {
        let words = label.split(|sign: char| !sign.is_alphanumeric());
        let words = words.filter(|word| word.chars().next().is_some_and(char::is_uppercase));
        called.extend(words.map(in_one_piece));
    }
    for name in called {
        if name.chars().count() >= LEAST_OF_PART {
            names.entry(name).or_default().insert(code.to_owned());
        }
    }
}

/// Letters and figures only, without accents, as an address has them.
fn in_one_piece(text: &str) -> String {
    let plain = text.nfkd().filter(|sign| sign.is_alphanumeric());
    plain.flat_map(char::to_lowercase).collect()
}

fn starts_word(read: &[Letter], at: usize) -> bool {
    let is_letter = |at: usize| read[at].folded.is_alphanumeric();
    is_letter(at) && (at == 0 || !is_letter(at - 1))
}

/// How a key is looked for; `None` for one that says nothing: a few figures, or a number that the program gave out.
fn sort_of(key: &str) -> Option<TermSort> {
    let letters = folded(key);
    let are_figures = letters.iter().all(char::is_ascii_digit);
    let least = if are_figures {
        LEAST_OF_NUMBER
    } else {
        LEAST_OF_KEY
    };
    let is_ours = key.strip_prefix(['a', 'r']).is_some_and(|rest| {
        rest.starts_with(|sign: char| sign.is_ascii_digit())
            && rest.chars().all(|sign| sign.is_ascii_digit() || sign == '-')
    });
    if letters.len() < least || is_ours {
        return None;
    }
    let is_word = letters.iter().all(|sign| sign.is_alphabetic());
    Some(if is_word { TermSort::Word } else { TermSort::Key })
}

#[cfg(test)]
mod tests {
    use super::*;

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
