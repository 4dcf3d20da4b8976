//! By what everybody who has a code is called: names, keys, words of them, and what addresses make of these.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::letters::{folded, in_one_piece};

/// How surely a text that looks like this means the actor.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TermSort {
    /// What the actor is called.
    Name,
    /// The key of the actor, which has a figure or a sign that no ordinary word has.
    Key,
    /// A key that could be an ordinary word: only with a capital it is taken for the actor.
    Word,
}

#[derive(Debug)]
pub struct NameTerm {
    pub letters: Vec<char>,
    pub sort: TermSort,
    pub code: String,
}

/// Everybody who has a code, by what texts call them.
#[derive(Debug, Default)]
pub struct KnownNames {
    pub(super) terms: Vec<NameTerm>,
    /// Places in `terms` by the first word, the longest first.
    pub(super) by_word: HashMap<Vec<char>, Vec<usize>>,
    /// Names of one word that take an ending (Alkmaarse): from four letters.
    pub(super) stems: HashMap<Vec<char>, usize>,
    /// Names without a letter or figure.
    pub(super) signs: Vec<(String, String)>,
    /// Every key, however short: of ids that are equal to one.
    pub(super) keys: HashMap<Vec<char>, String>,
    /// Words of the names of people, which may stand for them.
    pub(super) parts: BTreeSet<Vec<char>>,
    /// What addresses call somebody: a name in one piece, a word of it, a key.
    pub(super) in_addresses: BTreeMap<String, BTreeSet<String>>,
    pub(super) longest_in_addresses: usize,
}

/// A stem of fewer letters is the beginning of other words.
pub const LEAST_OF_STEM: usize = 4;
/// A key of fewer letters says nothing.
const LEAST_OF_KEY: usize = 3;
/// Nor does a number of fewer figures.
const LEAST_OF_NUMBER: usize = 4;
/// A part of a name of fewer letters is a word between names.
const LEAST_OF_PART: usize = 3;
/// A name in one piece of fewer letters is found as a whole part of an address, and not within one.
pub const LEAST_WITHIN: usize = 5;

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
