//! What an actor is called: the label, and for a person the name in it without title and role, in the orders in which
//! names are written.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use super::letters::{in_one_piece, is_apostrophe, is_dash, is_quote};
use crate::model::{Language, Vocabulary};

/// One way in which texts call somebody.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct CalledForm {
    pub text: String,
    /// It could be ordinary words too: without a capital it is.
    pub needs_capital: bool,
}

/// All ways in which texts may call an actor of this label, the label first.
pub fn forms(label: &str, is_person: bool) -> Vec<CalledForm> {
    let mut found = FormList::default();
    found.add(label, false);
    // "Bergen (NH)" is called Bergen too.
    if let Some((bare, _)) = label.split_once('(') {
        found.add(bare, false);
    }
    if is_person {
        of_person(label, &mut found);
    }
    let transcribed: Vec<CalledForm> = found.forms.iter().filter_map(transcribed).collect();
    found.forms.extend(transcribed);
    found.forms
}

/// Words of a name that may stand for somebody on their own, as they are written: without titles, roles and what is
/// between names.
pub fn parts(label: &str) -> Vec<&str> {
    let has_capitals = label.chars().any(char::is_uppercase);
    let is_part = |word: &&str| {
        let is_name = if has_capitals {
            may_begin_name(word)
        } else {
            !is_particle(word)
        };
        is_name && !is_title(word) && !is_role(word) && !is_common(&in_one_piece(word))
    };
    let split = label.split(|sign: char| !sign.is_alphanumeric() || is_apostrophe(sign));
    // O'Hara is Hara and OHara.
    let whole = label.split(|sign: char| !sign.is_alphanumeric() && !is_apostrophe(sign));
    let whole = whole.filter(|word| word.contains(is_apostrophe));
    split.chain(whole).filter(is_part).collect()
}

/// Whether the program brings this word for what many are: a province, the government. It says of nobody who it is.
pub fn is_common(piece: &str) -> bool {
    static WORDS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
        let mut words = BTreeSet::new();
        for language in [Language::Nl, Language::En] {
            let all = Vocabulary::standard(language);
            let kinds = all.actor_kinds.iter();
            words.extend(kinds.flat_map(|word| [word.id.to_string(), word.label.clone()]));
            let sectors = all.sectors.iter();
            words.extend(sectors.flat_map(|word| [word.id.to_string(), word.label.clone()]));
            let levels = all.levels.iter();
            words.extend(levels.flat_map(|word| [word.id.to_string(), word.label.clone()]));
        }
        // "Regio(bureau)" is no word that anybody writes.
        words.retain(|word| word.chars().all(char::is_alphabetic));
        words.iter().map(|word| in_one_piece(word)).collect()
    });
    WORDS.contains(piece)
}

#[derive(Default)]
struct FormList {
    forms: Vec<CalledForm>,
}

impl FormList {
    fn add(&mut self, text: &str, needs_capital: bool) {
        let text = text.trim();
        let is_known = self.forms.iter().any(|form| form.text == text);
        if !is_known && text.chars().any(char::is_alphanumeric) {
            self.forms.push(CalledForm {
                text: text.to_owned(),
                needs_capital,
            });
        }
    }
}

/// The name of a person without what stands beside it.
fn of_person(label: &str, found: &mut FormList) {
    let (outside, inside) = without_brackets(label);
    let (mut name, mut has_role) = (outside.clone(), false);
    // "Wethouder (Anna de Boer)".
    if are_all_known(&outside) {
        (name, has_role) = (inside.clone(), true);
    } else if !inside.is_empty() {
        has_role = are_all_known(&inside);
        nicknamed(label, &inside, found);
    }
    // "Anna de Boer – raadslid", and the other way round.
    if let Some((first, rest)) = split_at_sign(&name) {
        let is_after = are_all_known(&first);
        has_role |= is_after || begins_with_role(&rest);
        name = if is_after { rest } else { first };
    }
    if let Some((first, rest)) = name.split_once(',') {
        has_role |= begins_with_role(rest);
        if !begins_with_role(rest) {
            // "Boer, Anna de".
            let turned = format!("{} {}", rest.trim(), first.trim());
            found.add(&turned, false);
        }
        name = first.to_owned();
    }
    let words: Vec<&str> = name.split_whitespace().collect();
    let named = Bare::of(&words);
    has_role |= named.has_title || named.has_role;
    let telling = named.words.iter().filter(|word| !is_particle(word));
    let (telling, capitals) = telling.fold((0, 0), |(all, capitals), word| {
        (all + 1, capitals + usize::from(!begins_small(word)))
    });
    let is_small = !label.chars().any(char::is_uppercase);
    let is_name = match telling {
        0 => false,
        // "Wethouder Economie" is no Economie; "mevrouw Bakker" is a Bakker, with a capital.
        1 => has_role && !named.begins_with_role && !is_common(&in_one_piece(&named.text())),
        // "Wethouder sociale zaken" is nobody's name.
        _ => capitals >= 2 || !named.begins_with_role,
    };
    if !is_name || capitals == 0 && !is_small {
        return;
    }
    let may_be_words = telling == 1 || named.begins_with_role || capitals == 0;
    found.add(&named.text(), may_be_words);
    if telling > 1 && !may_be_words {
        turned(&named.words, found);
    }
}

/// "Boer, Anna de" and "de Boer, Anna" of Anna de Boer.
fn turned(words: &[&str], found: &mut FormList) {
    let (Some((first, rest)), Some((last, before))) = (words.split_first(), words.split_last()) else {
        return;
    };
    let family = rest.join(" ");
    found.add(&format!("{family}, {first}"), false);
    if before.len() > 1 {
        found.add(&format!("{last}, {}", before.join(" ")), false);
    }
}

/// "Johannes (Jan) Kok" is Jan Kok too.
fn nicknamed(label: &str, inside: &str, found: &mut FormList) {
    let is_word = !inside.contains(char::is_whitespace) && may_begin_name(inside);
    let last = label
        .rsplit(|sign: char| is_bracket(sign) || is_quote(sign))
        .next()
        .unwrap_or_default();
    if is_word && !is_role(inside) && begins_with_name(last) {
        found.add(&format!("{inside} {}", last.trim()), false);
    }
}

fn begins_with_name(text: &str) -> bool {
    text.split_whitespace().any(may_begin_name) && text.trim_start().starts_with(char::is_alphabetic)
}

/// What is in brackets or between quotation marks, and what is not.
fn without_brackets(label: &str) -> (String, String) {
    let (mut outside, mut inside) = (String::new(), String::new());
    let (mut depth, mut is_quoted) = (0_usize, false);
    for sign in label.chars() {
        match sign {
            '(' | '[' | '{' | '<' => depth += 1,
            ')' | ']' | '}' | '>' => depth = depth.saturating_sub(1),
            sign if is_quote(sign) => is_quoted = !is_quoted,
            sign if depth == 0 && !is_quoted => {
                outside.push(sign);
                continue;
            }
            sign => {
                inside.push(sign);
                continue;
            }
        }
        // A bracket is between words.
        outside.push(' ');
    }
    (outside.trim().to_owned(), inside.trim().to_owned())
}

fn is_bracket(sign: char) -> bool {
    matches!(sign, '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>')
}

/// At the first stroke, or the first dash with white space beside it: before it and after it.
fn split_at_sign(text: &str) -> Option<(String, String)> {
    let at = text.char_indices().find(|&(at, sign)| {
        let next = at + sign.len_utf8();
        let beside = [text[..at].chars().next_back(), text[next..].chars().next()];
        let is_apart = beside.iter().flatten().any(|one| one.is_whitespace());
        matches!(sign, '/' | '|' | '\\' | ';' | '@' | '•') || is_dash(sign) && is_apart
    });
    let (at, sign) = at?;
    let (first, rest) = (text[..at].trim(), text[at + sign.len_utf8()..].trim());
    let is_split = [first, rest]
        .iter()
        .all(|part| part.contains(char::is_alphanumeric));
    is_split.then(|| (first.to_owned(), rest.to_owned()))
}

/// A name without title before it and role or degree after it.
struct Bare<'a> {
    words: Vec<&'a str>,
    has_title: bool,
    has_role: bool,
    /// The role stands before the name, where it may also be the beginning of what somebody is.
    begins_with_role: bool,
}

impl<'a> Bare<'a> {
    fn of(words: &[&'a str]) -> Self {
        let mut bare = Self {
            words: words.to_vec(),
            has_title: false,
            has_role: false,
            begins_with_role: false,
        };
        while let [first, rest @ ..] = bare.words.as_slice()
            && !rest.is_empty()
        {
            let is_title = is_title(first) || is_article(first) && rest.len() > 1 && is_title(rest[0]);
            bare.has_title |= is_title;
            let is_role = !is_title && is_role(first);
            bare.begins_with_role |= is_role;
            if !is_title && !is_role {
                break;
            }
            bare.words.remove(0);
        }
        // "Anna de Boer wethouder zorg", "Anna de Boer MSc".
        let end = bare
            .words
            .iter()
            .position(|word| is_role(word) || is_degree(word));
        let is_name = |end: &usize| bare.words[..*end].iter().any(|word| !is_particle(word));
        if let Some(end) = end.filter(is_name) {
            bare.words.truncate(end);
            bare.has_role = true;
        }
        bare
    }

    fn text(&self) -> String {
        self.words.join(" ")
    }
}

/// With a capital, or in letters that have none.
pub fn may_begin_name(word: &str) -> bool {
    let first = word.chars().next();
    first.is_some_and(|sign| sign.is_alphabetic() && !sign.is_lowercase())
}

fn begins_small(word: &str) -> bool {
    let first = word.chars().find(|sign| sign.is_alphanumeric());
    first.is_some_and(char::is_lowercase)
}

fn begins_with_role(text: &str) -> bool {
    let mut words = text.split_whitespace().filter(|word| !is_article(word));
    words.next().is_some_and(|word| is_role(word) || is_degree(word))
}

/// Titles and roles, and nothing else.
fn are_all_known(text: &str) -> bool {
    let mut words = text.split_whitespace().peekable();
    words.peek().is_some() && words.all(|word| is_title(word) || is_role(word) || is_article(word))
}

/// "Prof.dr.ir." is one word of three.
fn is_title(word: &str) -> bool {
    all_in(word, TITLES)
}

fn is_role(word: &str) -> bool {
    all_in(word, ROLES)
}

fn is_degree(word: &str) -> bool {
    all_in(word, DEGREES)
}

/// What stands between names, and is of none.
fn is_particle(word: &str) -> bool {
    all_in(word, PARTICLES)
}

fn is_article(word: &str) -> bool {
    all_in(word, ARTICLES)
}

/// Whether a word, or every piece of it between points and strokes, is in a list.
fn all_in(word: &str, list: &[&str]) -> bool {
    let is_in = |piece: &str| list.contains(&piece);
    let piece = in_one_piece(word);
    if is_in(&piece) {
        return true;
    }
    let mut pieces = word
        .split(['.', '/'])
        .map(in_one_piece)
        .filter(|piece| !piece.is_empty())
        .peekable();
    pieces.peek().is_some() && pieces.all(|piece| is_in(&piece))
}

/// What people write for a letter with two dots or a ring where a keyboard has none: Mueller. `None` without such letters.
fn transcribed(form: &CalledForm) -> Option<CalledForm> {
    use unicode_normalization::UnicodeNormalization;
    let mut out = String::new();
    let mut is_changed = false;
    for sign in form.text.nfc() {
        let more = match sign {
            'ä' => "ae",
            'ö' | 'ø' => "oe",
            'ü' => "ue",
            'å' => "aa",
            'Ä' => "Ae",
            'Ö' | 'Ø' => "Oe",
            'Ü' => "Ue",
            'Å' => "Aa",
            other => {
                out.push(other);
                continue;
            }
        };
        out.push_str(more);
        is_changed = true;
    }
    is_changed.then_some(CalledForm {
        text: out,
        needs_capital: form.needs_capital,
    })
}

const ARTICLES: &[&str] = &["de", "het", "een", "the", "a"];

const PARTICLES: &[&str] = &[
    "van", "de", "der", "den", "het", "t", "ter", "ten", "te", "in", "op", "aan", "bij", "onder", "over",
    "uit", "voor", "vd", "vda", "v", "d", "el", "al", "ad", "bin", "ben", "ibn", "abu", "von", "vom", "zu",
    "zum", "zur", "und", "la", "le", "les", "du", "des", "di", "da", "do", "dos", "das", "del", "della", "y",
    "e", "s",
];

const TITLES: &[&str] = &[
    "mevrouw",
    "mevr",
    "mw",
    "mej",
    "mejuffrouw",
    "juffrouw",
    "heer",
    "meneer",
    "mijnheer",
    "dhr",
    "hr",
    "drs",
    "dra",
    "dr",
    "doctor",
    "dokter",
    "ds",
    "dominee",
    "ing",
    "ir",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mister",
    "mx",
    "prof",
    "professor",
    "jhr",
    "jkvr",
    "jonkheer",
    "jonkvrouw",
    "baron",
    "barones",
    "graaf",
    "gravin",
    "prins",
    "prinses",
    "sir",
    "lord",
    "lady",
    "dame",
    "rev",
    "reverend",
    "pastoor",
    "pastor",
    "pater",
    "kapelaan",
    "imam",
    "rabbijn",
    "rabbi",
    "zuster",
    "broeder",
    "oom",
    "tante",
    "oma",
    "opa",
    "herr",
    "frau",
    "monsieur",
    "madame",
    "mme",
    "familie",
    "fam",
    "gezin",
    "echtpaar",
    "weduwe",
];

const DEGREES: &[&str] = &[
    "bsc", "beng", "llb", "msc", "meng", "mba", "mpa", "llm", "phd", "jr", "sr", "junior", "senior",
];

const ROLES: &[&str] = &[
    "wethouder",
    "oudwethouder",
    "burgemeester",
    "locoburgemeester",
    "gemeentesecretaris",
    "griffier",
    "raadslid",
    "fractievoorzitter",
    "fractieleider",
    "statenlid",
    "gedeputeerde",
    "commissaris",
    "dijkgraaf",
    "heemraad",
    "minister",
    "staatssecretaris",
    "kamerlid",
    "senator",
    "ambtenaar",
    "beleidsmedewerker",
    "beleidsadviseur",
    "medewerker",
    "medewerkster",
    "bestuurder",
    "bestuurslid",
    "voorzitter",
    "vicevoorzitter",
    "secretaris",
    "penningmeester",
    "directeur",
    "directrice",
    "adjunctdirecteur",
    "manager",
    "teamleider",
    "projectleider",
    "programmaleider",
    "programmamanager",
    "projectmanager",
    "coordinator",
    "adviseur",
    "onderzoeker",
    "docent",
    "leraar",
    "huisarts",
    "wijkagent",
    "buurtbewoner",
    "bewoner",
    "inwoner",
    "ondernemer",
    "eigenaar",
    "oprichter",
    "vrijwilliger",
    "alderman",
    "mayor",
    "councillor",
    "director",
    "chair",
    "chairman",
    "chairwoman",
    "secretary",
    "treasurer",
    "owner",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn of(label: &str) -> Vec<String> {
        let forms = forms(label, true).into_iter();
        let shown = forms.map(|form| {
            if form.needs_capital {
                format!("^{}", form.text)
            } else {
                form.text
            }
        });
        shown.collect()
    }

    #[test]
    fn a_person_is_called_by_the_name_without_title_and_role() {
        for label in [
            "Mevr. Lies Hagedoorn",
            "mevrouw Lies Hagedoorn",
            "de heer Lies Hagedoorn",
            "Prof.dr.ir. Lies Hagedoorn",
            "Mrs Lies Hagedoorn MSc",
            "Drs. Lies Hagedoorn, gemeente West",
            "Lies Hagedoorn – raadslid",
            "Lies Hagedoorn - D66",
            "Lies Hagedoorn / vakbond",
            "Lies Hagedoorn (wethouder)",
            "Lies Hagedoorn [werkgroep]",
            "Raadslid – Lies Hagedoorn",
            "Burgemeester (Lies Hagedoorn)",
            "Lies Hagedoorn wethouder zorg",
            "Lies \"Liesje\" Hagedoorn",
        ] {
            assert!(
                of(label).contains(&"Lies Hagedoorn".to_owned()),
                "{label}: {:?}",
                of(label)
            );
        }
        // A role before a name may be the beginning of what somebody is.
        assert_eq!(of("Wethouder Lies Hagedoorn")[1..], ["^Lies Hagedoorn"]);
        assert_eq!(of("Lies (Lisa) Hagedoorn").last().unwrap(), "Hagedoorn, Lies");
        assert!(of("Lies (Lisa) Hagedoorn").contains(&"Lisa Hagedoorn".to_owned()));
    }

    #[test]
    fn one_word_is_a_name_only_beside_a_title_and_with_a_capital() {
        assert_eq!(of("Ds. Hagedoorn"), ["Ds. Hagedoorn", "^Hagedoorn"]);
        assert_eq!(of("mw. de Wit")[1..], ["^de Wit"]);
        assert_eq!(of("Hagedoorn, wethouder")[1..], ["^Hagedoorn"]);
        for label in [
            "Hagedoorn, gemeente West",
            "Wethouder Economie",
            "Wethouder sociale zaken",
            "Regiomanager UWV",
            "Mevrouw",
            "Wethouder",
            "heer en meester",
            "-",
        ] {
            let forms: Vec<String> = of(label);
            assert!(
                forms
                    .iter()
                    .skip(1)
                    .all(|form| !["^Economie", "Zaken", "UWV"].contains(&form.as_str())),
                "{label}: {forms:?}"
            );
        }
        assert_eq!(of("Wethouder sociale zaken").len(), 1);
        assert_eq!(of("Wethouder Economie").len(), 1);
    }

    #[test]
    fn the_family_name_may_come_first() {
        assert!(of("Anna de Boer").contains(&"Boer, Anna de".to_owned()));
        assert!(of("Anna de Boer").contains(&"de Boer, Anna".to_owned()));
        assert!(of("O'Brien, Patrick").contains(&"Patrick O'Brien".to_owned()));
        assert_eq!(forms("Zorg, Welzijn en Sport", false).len(), 1);
    }

    #[test]
    fn parts_of_a_name_are_neither_title_nor_role_nor_a_kind() {
        assert_eq!(
            parts("Mevr. Lies van Hagedoorn (wethouder)"),
            ["Lies", "Hagedoorn"]
        );
        assert_eq!(parts("Sjef O’Dell"), ["Sjef", "O", "Dell", "O’Dell"]);
        assert_eq!(parts("lies van hagedoorn"), ["lies", "hagedoorn"]);
        assert_eq!(parts("Gemeente Oost"), ["Oost"]);
        assert!(is_common("provincie") && is_common("municipality") && !is_common("zorg"));
        assert!(!is_common("regiobureau"));
    }

    #[test]
    fn letters_with_dots_are_written_as_two_where_a_keyboard_has_none() {
        let found = forms("Jörg Mu\u{308}ller", true);
        assert!(found.iter().any(|form| form.text == "Joerg Mueller"), "{found:?}");
    }
}
