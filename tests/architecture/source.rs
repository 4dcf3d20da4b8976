//! Reads Rust source just well enough to tell code from comments, text and tests.

use std::fs;
use std::path::{Path, PathBuf};

/// A string literal and the code just before it.
pub struct Literal {
    pub line: usize,
    pub text: String,
    /// The last characters of code before it, on one line, without spaces.
    pub before: String,
}

/// One source file: its code with comments, text and its tests blanked out.
pub struct Source {
    /// Below `src/`, with `/` between the parts.
    pub path: String,
    pub code: String,
    pub literals: Vec<Literal>,
}

impl Source {
    pub fn parse(path: &str, text: &str) -> Self {
        let (code, literals) = blank(text);
        // Unit tests stand at the end of a file and may use what the module itself may not.
        let end = code.find("#[cfg(test)]\nmod ").unwrap_or(code.len());
        let last_line = code[..end].matches('\n').count() + 1;
        Self {
            path: path.to_owned(),
            code: code[..end].to_owned(),
            literals: literals.into_iter().filter(|it| it.line < last_line).collect(),
        }
    }

    /// The top-level module: `model` for `model/actor.rs`, `i18n` for `i18n.rs`.
    pub fn module(&self) -> &str {
        let first = self.path.split('/').next().unwrap_or_default();
        first.strip_suffix(".rs").unwrap_or(first)
    }

    /// How many `super::` lead out of the top-level module.
    pub fn depth(&self) -> usize {
        let parts = self.path.split('/').count();
        if self.path.ends_with("/mod.rs") {
            parts - 1
        } else {
            parts
        }
    }

    pub fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }

    /// Where `word` stands in the code as a whole word, not as part of a longer name.
    pub fn find_word<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        let is_name = |character: char| character.is_alphanumeric() || character == '_';
        self.code.match_indices(word).filter_map(move |(at, _)| {
            let before = self.code[..at].chars().next_back().is_some_and(is_name);
            let after = self.code[at + word.len()..].chars().next().is_some_and(is_name);
            let ends_in_name = word.chars().next_back().is_some_and(is_name);
            let is_longer_name = before || (after && ends_in_name);
            (!is_longer_name).then_some(at)
        })
    }

    /// Top-level modules this file names: `crate::x`, `crate::{x, y}`, `netwerkopstelling::x`.
    pub fn used_modules(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        for root in ["crate::", "netwerkopstelling::"] {
            for at in self.find_word(root) {
                let rest = &self.code[at + root.len()..];
                let line = self.line_of(at);
                found.extend(first_names(rest).into_iter().map(|name| (line, name)));
            }
        }
        found
    }

    /// Lines where a chain of `super::` leaves the top-level module.
    pub fn escapes(&self) -> Vec<usize> {
        let mut found = Vec::new();
        let mut from = 0;
        while let Some(at) = self.code[from..].find("super::").map(|at| at + from) {
            let chain = self.code[at..]
                .split("super::")
                .skip(1)
                .take_while(|part| part.is_empty());
            let count = chain.count() + 1;
            if count >= self.depth() {
                found.push(self.line_of(at));
            }
            from = at + count * "super::".len();
        }
        found
    }
}

/// `x` for `x::y`, and every first name of `{x::y, z}`.
fn first_names(path: &str) -> Vec<String> {
    let name = |text: &str| -> String {
        let text = text.trim_start();
        text.chars()
            .take_while(|c| c.is_alphanumeric() || *c == '_')
            .collect()
    };
    let Some(group) = path.strip_prefix('{') else {
        return vec![name(path)];
    };
    let mut names = Vec::new();
    let mut depth = 1;
    let mut is_start = true;
    for (at, character) in group.char_indices() {
        if is_start && depth == 1 && !character.is_whitespace() && character != '}' {
            names.push(name(&group[at..]));
            is_start = false;
        }
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 1 => is_start = true,
            _ => {}
        }
        if depth == 0 {
            break;
        }
    }
    names
}

/// The text with comments and string contents turned into spaces, and the strings apart.
fn blank(text: &str) -> (String, Vec<Literal>) {
    let mut code = String::with_capacity(text.len());
    let mut literals = Vec::new();
    let mut rest = text;
    let mut line = 1;
    while let Some(first) = rest.chars().next() {
        let (len, literal) = next_token(rest, first, &code);
        let (token, tail) = rest.split_at(len);
        let starts_at = line;
        line += token.matches('\n').count();
        if let Some(content) = literal {
            let before: String = code
                .chars()
                .rev()
                .filter(|c| !c.is_whitespace())
                .take(40)
                .collect();
            literals.push(Literal {
                line: starts_at,
                text: content,
                before: before.chars().rev().collect(),
            });
        }
        let is_blanked = len > 1;
        code.extend(
            token
                .chars()
                .map(|c| if is_blanked && c != '\n' { ' ' } else { c }),
        );
        rest = tail;
    }
    (code, literals)
}

/// Length of the comment or literal that starts here (1 for plain code), and a string's content.
fn next_token(rest: &str, first: char, code: &str) -> (usize, Option<String>) {
    let follows_name = code
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphanumeric() || c == '_');
    if rest.starts_with("//") {
        return (rest.find('\n').unwrap_or(rest.len()), None);
    }
    if rest.starts_with("/*") {
        return (rest.find("*/").map_or(rest.len(), |at| at + 2), None);
    }
    if let Some(hashes) = raw_string(rest).filter(|_| !follows_name) {
        let open = rest.find('"').unwrap_or(0) + 1;
        let close = format!("\"{}", "#".repeat(hashes));
        let end = rest[open..].find(&close).map_or(rest.len(), |at| open + at);
        return (
            (end + close.len()).min(rest.len()),
            Some(rest[open..end].to_owned()),
        );
    }
    if first == '"' {
        let mut escaped = false;
        for (at, character) in rest.char_indices().skip(1) {
            match character {
                _ if escaped => escaped = false,
                '\\' => escaped = true,
                '"' => return (at + 1, Some(rest[1..at].to_owned())),
                _ => {}
            }
        }
        return (rest.len(), None);
    }
    if first == '\'' && !follows_name {
        return (char_literal(rest), None);
    }
    (first.len_utf8(), None)
}

fn raw_string(rest: &str) -> Option<usize> {
    let after = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
    let hashes = after.chars().take_while(|c| *c == '#').count();
    after[hashes..].starts_with('"').then_some(hashes)
}

/// Length of a char literal, or 1 for the tick of a lifetime.
fn char_literal(rest: &str) -> usize {
    let mut characters = rest.char_indices().skip(1);
    match characters.next() {
        Some((_, '\\')) => rest[2..].find('\'').map_or(1, |at| {
            // '\'' closes at the second tick.
            if rest[2..].starts_with('\'') { 4 } else { at + 3 }
        }),
        Some((at, character)) if rest[at + character.len_utf8()..].starts_with('\'') => {
            at + character.len_utf8() + 1
        }
        _ => 1,
    }
}

/// Every Rust file below `src/`, in a fixed order.
pub fn all_sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    collect(&root, &mut files);
    files.sort();
    files
        .into_iter()
        .filter(|file| file.extension().is_some_and(|it| it == "rs"))
        .map(|file| {
            let below = file.strip_prefix(&root).expect("below src");
            let path = below.to_string_lossy().replace('\\', "/");
            Source::parse(
                &path,
                &fs::read_to_string(&file).expect("source is readable UTF-8"),
            )
        })
        .collect()
}

pub fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("folder is readable") {
        let path = entry.expect("entry is readable").path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.push(path);
        }
    }
}
