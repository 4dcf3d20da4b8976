//! What texts call somebody by, letter by letter, and whether a piece of a text is that.

use super::called::{is_common, may_begin_name};
use super::letters::{Gap, Letter, gap_before, gap_of, letters};
use crate::model::name_key;

/// How surely a text that looks like this means the actor, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum TermSort {
    /// What the actor is called.
    Name,
    /// The key of the actor, which has a figure or a sign that no ordinary word has.
    Key,
    /// What could be ordinary words: only with a capital it is taken for the actor.
    Word,
}

#[derive(Debug)]
pub struct NameTerm {
    pub letters: Vec<char>,
    /// What stands before a letter, where anything does.
    gaps: Vec<(usize, Gap)>,
    /// Signs after the last letter, without white space: `)`.
    tail: String,
    pub sort: TermSort,
    /// Words of it may be written as one, and one as more. Not of a key, which is written as it is.
    is_flexible: bool,
    /// As it is written, in small letters: who is called almost alike is told apart by it.
    written: String,
    code: String,
}

/// Who is named in a text, from one of its letters on.
pub struct NamedThere<'a> {
    /// Letters of the text.
    pub length: usize,
    /// Where it ends in the text.
    pub end: usize,
    pub codes: Vec<&'a str>,
}

/// A key of fewer letters says nothing.
const LEAST_OF_KEY: usize = 3;
/// Nor does a number of fewer figures.
const LEAST_OF_NUMBER: usize = 4;
/// A name of fewer letters is found as it is written, and neither in one piece nor within an address.
pub const LEAST_WITHIN: usize = 5;
/// Before a point and a space an initial has no more letters than this; a sentence ends after more.
const MOST_OF_INITIAL: usize = 3;

impl NameTerm {
    /// `None` without letters.
    pub fn new(text: &str, sort: TermSort, is_of_label: bool, code: &str) -> Option<Self> {
        let read = letters(text);
        let (first, last) = (read.first()?, read.last()?);
        let gaps = (1..read.len()).map(|at| (at, gap_before(text, &read, at)));
        let gaps = gaps.filter(|(_, gap)| *gap != Gap::None).collect();
        let tail = match gap_of(&text[last.end..]) {
            Gap::Signs(signs) => signs,
            _ => String::new(),
        };
        Some(Self {
            gaps,
            tail,
            sort,
            is_flexible: is_of_label && read.len() >= LEAST_WITHIN,
            written: name_key(&text[first.start..last.end]),
            code: code.to_owned(),
            letters: read.iter().map(|letter| letter.folded).collect(),
        })
    }
}

/// Some letters of a text, from `at`, that are those of names.
pub struct TextPiece<'t> {
    pub text: &'t str,
    pub read: &'t [Letter],
    pub at: usize,
    pub length: usize,
    /// Of an id and the like: no sentence, in which a capital says something.
    pub is_id: bool,
}

impl TextPiece<'_> {
    /// Who of those with these letters is meant: the surest, and of those who are called alike but for an accent or a sign
    /// the one that is written so.
    pub fn meant<'a>(&self, terms: &'a [NameTerm]) -> Option<NamedThere<'a>> {
        let ending = self.ending()?;
        let fits = |term: &&NameTerm| self.fits(term, ending);
        let sort = terms.iter().find(fits)?.sort;
        let meant = || terms.iter().filter(|term| term.sort == sort).filter(fits);
        let (first, last) = (&self.read[self.at], &self.read[self.at + self.length - 1]);
        let mut codes: Vec<&str> = Vec::new();
        let mut take = |term: &'a NameTerm| {
            if !codes.contains(&term.code.as_str()) {
                codes.push(&term.code);
            }
        };
        meant().for_each(&mut take);
        if codes.len() > 1 {
            let written = name_key(&self.text[first.start..last.end]);
            let mut exact: Vec<&str> = Vec::new();
            for term in meant().filter(|term| term.written == written) {
                if !exact.contains(&term.code.as_str()) {
                    exact.push(&term.code);
                }
            }
            if !exact.is_empty() {
                codes = exact;
            }
        }
        let length = self.length + ending;
        let end = self.read[self.at + length - 1].end;
        let tail = meant().map(|term| &term.tail).find(|tail| !tail.is_empty());
        let tail = tail
            .filter(|_| ending == 0)
            .and_then(|tail| tail_length(&self.text[end..], tail));
        Some(NamedThere {
            length,
            end: end + tail.unwrap_or_default(),
            codes,
        })
    }

    /// Letters that follow in the same word: none, or that of a genitive. `None` when the word goes on otherwise.
    fn ending(&self) -> Option<usize> {
        let next = self.at + self.length;
        let goes_on = |at: usize| at < self.read.len() && gap_before(self.text, self.read, at) == Gap::None;
        if !goes_on(next) {
            return Some(0);
        }
        (self.read[next].folded == 's' && !goes_on(next + 1)).then_some(1)
    }

    fn fits(&self, term: &NameTerm, ending: usize) -> bool {
        let has_genitive = term.is_flexible && (!term.gaps.is_empty() || term.sort == TermSort::Word);
        if ending > 0 && !has_genitive {
            return false;
        }
        let mut gaps = term.gaps.iter().peekable();
        let (mut in_word, mut has_capital) = (0, false);
        for at in 0..self.length {
            let own = gaps.next_if(|(place, _)| *place == at).map(|(_, gap)| gap);
            let gap = match at {
                0 => Gap::None,
                at => gap_before(self.text, self.read, self.at + at),
            };
            if !are_alike(own.unwrap_or(&Gap::None), &gap, in_word, term.is_flexible) {
                return false;
            }
            if at == 0 || gap != Gap::None {
                in_word = 0;
                let word = &self.text[self.read[self.at + at].start..];
                has_capital |= may_begin_name(word);
            }
            in_word += 1;
        }
        term.sort != TermSort::Word || has_capital || self.is_id
    }
}

/// Whether what stands between letters of a name may be what stands there in a text, after so many letters of a word.
fn are_alike(own: &Gap, found: &Gap, in_word: usize, is_flexible: bool) -> bool {
    match (own, found) {
        (Gap::None, found) => *found == Gap::None || (*found == Gap::Joint && is_flexible),
        (_, Gap::None) => is_flexible,
        (own, Gap::Stop) => *own == Gap::Stop || in_word <= MOST_OF_INITIAL,
        (own, Gap::Signs(_)) => own == found,
        (_, Gap::Joint | Gap::Space) => true,
    }
}

/// How much of a text are these signs, with white space between them. `None` when it begins otherwise.
fn tail_length(text: &str, tail: &str) -> Option<usize> {
    let mut left = tail.chars();
    let mut next = left.next();
    for (at, sign) in text.char_indices() {
        let Some(own) = next else { return Some(at) };
        match gap_of(sign.encode_utf8(&mut [0; 4])) {
            Gap::Signs(signs) if signs.starts_with(own) => next = left.next(),
            Gap::Space | Gap::None => {}
            _ => return None,
        }
    }
    next.is_none().then_some(text.len())
}

/// Letters of the word that begins there.
pub fn word_length(text: &str, read: &[Letter], at: usize) -> usize {
    let rest = at + 1..read.len();
    let end = rest.clone().find(|&at| gap_before(text, read, at) != Gap::None);
    end.unwrap_or(read.len()) - at
}

/// How an id is compared with a key.
pub fn folded_id(id: &str) -> String {
    let read = letters(id);
    if read.is_empty() {
        return name_key(id);
    }
    let mut folded = String::new();
    for (at, letter) in read.iter().enumerate() {
        match gap_before(id, &read, at) {
            Gap::None => {}
            Gap::Signs(signs) => folded.push_str(&signs),
            Gap::Joint | Gap::Space | Gap::Stop => folded.push(' '),
        }
        folded.push(letter.folded);
    }
    folded
}

/// How a key is looked for; `None` for one that says nothing: a few figures, a number that the program gave out, or a word
/// for what many are.
pub fn sort_of(key: &str) -> Option<TermSort> {
    let folded = folded_id(key);
    let are_figures = folded.bytes().all(|sign| sign.is_ascii_digit());
    let least = if are_figures {
        LEAST_OF_NUMBER
    } else {
        LEAST_OF_KEY
    };
    let is_ours = key.strip_prefix(['a', 'r']).is_some_and(|rest| {
        rest.starts_with(|sign: char| sign.is_ascii_digit())
            && rest.chars().all(|sign| sign.is_ascii_digit() || sign == '-')
    });
    let is_word = key.trim().chars().all(char::is_alphabetic);
    if folded.chars().count() < least || is_ours || is_word && is_common(&folded) {
        return None;
    }
    Some(if is_word { TermSort::Word } else { TermSort::Key })
}
