//! One name, one type: who reads `Report` need not ask which of them.

use std::collections::BTreeMap;

use crate::source::Source;

/// Names of types that stand in the sources more than once, with their places.
pub fn doubled(sources: &[Source]) -> Vec<String> {
    let mut places: BTreeMap<&str, Vec<String>> = BTreeMap::new();
    for source in sources {
        for (at, line) in source.code.lines().enumerate() {
            if let Some(name) = declared(line) {
                let place = format!("src/{}:{}", source.path, at + 1);
                places.entry(name).or_default().push(place);
            }
        }
    }
    places.retain(|_, places| places.len() > 1);
    let told = |(name, places): (&str, Vec<String>)| format!("`{name}`: {}", places.join(", "));
    places.into_iter().map(told).collect()
}

/// The type that a line begins to declare. Associated types do not count: a trait of elsewhere names them.
fn declared(line: &str) -> Option<&str> {
    let code = line.trim_start();
    let code = code.strip_prefix("pub").map_or(code, without_reach).trim_start();
    let (word, rest) = code.split_once(' ')?;
    let is_associated = word == "type" && line.starts_with(' ');
    if !matches!(word, "struct" | "enum" | "trait" | "union" | "type") || is_associated {
        return None;
    }
    let is_name = |character: char| character.is_alphanumeric() || character == '_';
    let end = rest.find(|character| !is_name(character)).unwrap_or(rest.len());
    (end > 0).then(|| &rest[..end])
}

/// What follows `(super)` and its kin, if that is there.
fn without_reach(rest: &str) -> &str {
    let inside = rest.strip_prefix('(').and_then(|rest| rest.split_once(')'));
    inside.map_or(rest, |(_, rest)| rest)
}

/// Files that go by the name of a file in a folder above them, as three called `dimensions.rs` did.
pub fn doubled_files(sources: &[Source]) -> Vec<String> {
    let parts = |source: &Source| {
        source
            .path
            .rsplit_once('/')
            .map(|(folder, name)| (folder.to_owned(), name.to_owned()))
    };
    let files: Vec<(String, String)> = sources.iter().filter_map(parts).collect();
    let is_below = |folder: &str, above: &str| {
        folder
            .strip_prefix(above)
            .is_some_and(|rest| rest.starts_with('/'))
    };
    let mut found = Vec::new();
    for (above, name) in files.iter().filter(|(_, name)| name != "mod.rs") {
        let same = files
            .iter()
            .filter(|(folder, other)| other == name && is_below(folder, above));
        found.extend(same.map(|(folder, _)| format!("src/{above}/{name} and src/{folder}/{name}")));
    }
    found
}
