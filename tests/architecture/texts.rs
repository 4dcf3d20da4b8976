//! The texts of the interface: two languages, no gaps, none in the code.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::source::{Literal, Source, collect};

/// Texts that are rightly the same in Dutch and English: names, units, international words.
const SAME_IN_BOTH: &[&str] = &[
    "Actor",
    "Clustering",
    "In exports: { $id }",
    "CSV",
    "DOCX",
    "Databestand",
    "E-I-index",
    "Export",
    "Filter",
    "Focus",
    "GEXF",
    "GraphML",
    "HTML",
    "Help",
    "JSON",
    "Label",
    "Later",
    "Layout",
    "Markdown",
    "ODT",
    "Nederlands",
    "English",
    "PDF",
    "PNG",
    "Project",
    "SVG",
    "Sector",
    "Start",
    "Status",
    "Team",
    "Type",
    "UWV",
    "Zoom",
    "Netwerkopstelling",
    "Backspace",
    "Delete",
    "Filters",
    "PageRank",
    "Katz",
    "Burt",
    "Esc",
    "Ctrl",
    "Shift",
    "Tab",
    "Enter",
    "n",
    "m",
    "z",
    "km",
    "p = { $p }",
    "p < { $p }",
    "%",
];

/// One choice each in Dutch: the reader is "je", and what a constellation is about is its "vraag".
const NOT_IN_DUTCH: &[(&str, &str)] = &[
    ("u", "je"),
    ("uw", "je"),
    ("uzelf", "jezelf"),
    ("opgave", "vraag"),
    ("opgaven", "vragen"),
];

/// Calls whose first text argument is a key.
const TEXT_CALLS: &[&str] = &[".t(", "texts.with(", ".text(", "text(", "text_with(", ".has("];

/// Calls that put their argument on the screen.
const SHOWN_BY: &[&str] = &[
    "label(",
    "button(",
    "heading(",
    "small(",
    "strong(",
    "monospace(",
    "hyperlink(",
    "RichText::new(",
    "Button::new(",
    "Label::new(",
    "on_hover_text(",
    "on_disabled_hover_text(",
    "hint_text(",
    "selectable_label(",
    "menu_button(",
    "checkbox(",
    "radio(",
    "selected_text(",
    "prefix(",
    "suffix(",
];

/// Calls that speak to the developer.
const NOT_SHOWN: &[&str] = &[
    "expect(",
    "panic!(",
    "assert!(",
    "unreachable!(",
    "debug!(",
    "info!(",
    "warn!(",
    "error!(",
    "trace!(",
    "reason=",
    "doc=",
    "must_use=",
];

type Messages = BTreeMap<String, (String, String)>;

fn locales() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales")
}

/// Key -> (file, text) of one language; keys that are defined twice go to `broken`.
fn messages(language: &str, broken: &mut Vec<String>) -> Messages {
    let mut files = Vec::new();
    collect(&locales().join(language), &mut files);
    files.sort();
    let mut found = Messages::new();
    for file in files
        .iter()
        .filter(|file| file.extension().is_some_and(|it| it == "ftl"))
    {
        let name = file
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let text = fs::read_to_string(file).expect("texts are readable UTF-8");
        // Terms (`-weights`) are a language's own business.
        for (key, value) in parse(&text).into_iter().filter(|(key, _)| !key.starts_with('-')) {
            if let Some((other, _)) = found.insert(key.clone(), (name.clone(), value)) {
                broken.push(format!("{language}/{name}: `{key}` stands in {other} too"));
            }
        }
    }
    found
}

fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_')
}

fn parse(text: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let starts_message = line.starts_with(|c: char| c.is_ascii_alphabetic() || c == '-');
        let attribute = line
            .trim_start()
            .strip_prefix('.')
            .and_then(|rest| rest.split_once('='));
        if let Some((name, value)) = attribute.filter(|(name, _)| is_name(name.trim())) {
            let message = found
                .last()
                .map_or("", |(key, _)| key.split('.').next().unwrap_or_default());
            let key = format!("{message}.{}", name.trim());
            found.push((key, value.trim().to_owned()));
        } else if let Some((key, value)) = line.split_once('=').filter(|_| starts_message) {
            found.push((key.trim().to_owned(), value.trim().to_owned()));
        } else if let Some((_, value)) = found.last_mut() {
            value.push('\n');
            value.push_str(line.trim());
        }
    }
    for (_, value) in &mut found {
        *value = value.trim().to_owned();
    }
    found
}

/// `{ $name }` of a text, sorted: both languages must use the same.
fn arguments(text: &str) -> Vec<String> {
    let mut names: Vec<String> = text
        .split('$')
        .skip(1)
        .map(|rest| {
            rest.chars()
                .take_while(|c| c.is_alphanumeric() || "-_".contains(*c))
                .collect()
        })
        .collect();
    names.sort();
    names.dedup();
    names
}

pub fn language_gaps() -> Vec<String> {
    let mut broken = Vec::new();
    let dutch = messages("nl", &mut broken);
    let english = messages("en", &mut broken);
    for (key, (file, text)) in &dutch {
        let Some((other_file, other)) = english.get(key) else {
            broken.push(format!("nl/{file}: `{key}` is missing in English"));
            continue;
        };
        if file != other_file {
            broken.push(format!("`{key}` is in nl/{file} but in en/{other_file}"));
        }
        let has_attributes = dutch.keys().any(|it| it.starts_with(&format!("{key}.")));
        if text.is_empty() && !has_attributes {
            broken.push(format!("nl/{file}: `{key}` has no text"));
        }
        let has_words = text
            .split('{')
            .next()
            .is_some_and(|it| it.chars().any(char::is_alphabetic));
        if text == other && has_words && !SAME_IN_BOTH.contains(&text.as_str()) {
            broken.push(format!("{file}: `{key}` is \"{text}\" in both languages"));
        }
        if arguments(text) != arguments(other) {
            broken.push(format!(
                "{file}: `{key}` does not use the same arguments in both languages"
            ));
        }
    }
    let missing = english.iter().filter(|(key, _)| !dutch.contains_key(*key));
    broken.extend(missing.map(|(key, (file, _))| format!("en/{file}: `{key}` is missing in Dutch")));
    broken
}

/// Words of [`NOT_IN_DUTCH`] in one text, as "NAME: `word`, say other".
pub fn other_choices(name: &str, text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric());
    let of = |word: &str| {
        let word = word.to_lowercase();
        let (_, instead) = NOT_IN_DUTCH.iter().find(|(not, _)| *not == word)?;
        Some(format!("{name}: `{word}`, say `{instead}`"))
    };
    words.filter_map(of).collect()
}

/// Words that only one of the languages has.
const FOREIGN_WORDS: &str = include_str!("../foreign-words.txt");

/// Names that are typed as they stand, whatever the language: the text of this key tells them.
const TELLS_NAMES: &[&str] = &["cli-csv-sheet"];

/// Words of the other language in a text; what stands between braces is filled in, and is looked at where it is.
pub fn foreign_words(language: &str, name: &str, text: &str) -> Vec<String> {
    let mut bare = String::new();
    let mut depth = 0;
    for line in text.lines().map(str::trim_start) {
        // "[one]", "*[other]" within the braces of a choice: how many, and then what is said.
        let choice = line
            .split_once(']')
            .filter(|(which, _)| which.starts_with(['[', '*']));
        let (said, outer) = match choice {
            Some((_, said)) => (said, depth),
            None => (line, 0),
        };
        for sign in said.chars() {
            match sign {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == outer => bare.push(sign),
                _ => {}
            }
        }
        bare.push(' ');
    }
    let of_other = FOREIGN_WORDS.lines().filter(|line| !line.starts_with(language));
    let foreign: Vec<&str> = of_other.flat_map(str::split_whitespace).skip(1).collect();
    bare.split(|sign: char| !sign.is_alphanumeric() && sign != '_' && sign != '-')
        .map(str::to_lowercase)
        .filter(|word| foreign.contains(&word.as_str()))
        .map(|word| format!("{name}: `{word}`"))
        .collect()
}

/// Words of the other language in the texts of each.
pub fn foreign_words_in_texts() -> Vec<String> {
    let of = |code: &str, language: &str| -> Vec<String> {
        let texts = messages(code, &mut Vec::new());
        let told = texts
            .iter()
            .filter(|(key, _)| !TELLS_NAMES.contains(&key.as_str()));
        told.flat_map(|(key, (file, text))| foreign_words(language, &format!("{code}/{file} {key}"), text))
            .collect()
    };
    [of("nl", "dutch"), of("en", "english")].concat()
}

/// Of all Dutch texts, and of the guide.
pub fn other_choices_in_dutch() -> Vec<String> {
    let dutch = messages("nl", &mut Vec::new());
    let guide = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/handleiding.md");
    let guide = fs::read_to_string(guide).expect("the guide is there");
    let mut broken: Vec<String> = dutch
        .iter()
        .flat_map(|(key, (file, text))| other_choices(&format!("nl/{file} {key}"), text))
        .collect();
    broken.extend(other_choices("docs/handleiding.md", &guide));
    broken
}

fn ends_with_call(literal: &Literal, calls: &[&str]) -> bool {
    calls.iter().any(|call| literal.before.ends_with(call))
}

/// Keys handed to a text call, directly or after the language, that no file defines.
pub fn unknown_keys(source: &Source) -> Vec<String> {
    let known = messages("nl", &mut Vec::new());
    let is_key = |text: &str| {
        text.contains('-')
            && text
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    source
        .literals
        .iter()
        .filter(|literal| {
            // The call that encloses the literal: the last one that is opened and not closed.
            let opened = literal.before.rfind('(').map(|at| &literal.before[..=at]);
            opened.is_some_and(|call| {
                let arguments = &literal.before[call.len()..];
                TEXT_CALLS.iter().any(|it| call.ends_with(it)) && !arguments.contains(')')
            })
        })
        .filter(|literal| is_key(&literal.text) && !known.contains_key(&literal.text))
        .map(|literal| format!("src/{}:{}: \"{}\"", source.path, literal.line, literal.text))
        .collect()
}

/// Text that looks as if a person is meant to read it.
pub fn literal_texts(source: &Source) -> Vec<String> {
    let reads_as_text = |text: &str| {
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let has_words = text
            .split(' ')
            .filter(|word| word.chars().any(char::is_alphabetic))
            .count()
            > 1;
        let is_name = text.chars().next().is_some_and(char::is_uppercase);
        letters > 1 && (has_words || (is_name && text.chars().skip(1).any(char::is_lowercase)))
    };
    let without_arguments = |text: &str| -> String {
        let mut depth = 0;
        let mut kept = String::new();
        for character in text.chars() {
            match character {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ if depth == 0 => kept.push(character),
                _ => {}
            }
        }
        kept
    };
    source
        .literals
        .iter()
        .filter(|literal| !ends_with_call(literal, NOT_SHOWN))
        .filter(|literal| {
            let text = without_arguments(&literal.text);
            let has_letters = text.chars().filter(|c| c.is_alphabetic()).count() > 1;
            reads_as_text(&text) || (has_letters && ends_with_call(literal, SHOWN_BY))
        })
        .map(|literal| format!("src/{}:{}: \"{}\"", source.path, literal.line, literal.text))
        .collect()
}
