//! What codes in place of names do, before they do it: who gets one, where names are replaced, and what stays.

use std::collections::BTreeMap;

use crate::i18n::{Arg, Message, Texts};
use crate::pseudonyms::{Hint, KeyRow, Pseudonymised, TextPlace};

/// So many of the texts in which something stays are told one by one.
const MOST_HINTS: usize = 12;

/// In the order in which somebody decides about it. What becomes of the key is said by who knows: [`key_stays`],
/// [`key_written`].
pub fn announced(coded: &Pseudonymised) -> Vec<Message> {
    if coded.key.is_empty() {
        return vec![Message::new("pseudonyms-nobody")];
    }
    let mut said = vec![counts(&coded.key)];
    said.extend(replaced(&coded.replaced));
    if coded.leaves_author_out {
        said.push(Message::new("pseudonyms-author"));
    }
    said.extend(hints(coded));
    said.extend(kept_words(&coded.kept_words));
    said.push(Message::new("pseudonyms-network"));
    said
}

/// Nobody gets the key, as nobody asked for it.
pub fn key_stays() -> Message {
    Message::new("pseudonyms-key")
}

/// The key was asked for, and stands there and nowhere else.
pub fn key_written(file: &str) -> Message {
    Message::new("pseudonyms-key-written").with("file", file)
}

fn kept_words(words: &[String]) -> Option<Message> {
    let mut told: Vec<Message> = words.iter().take(MOST_HINTS).map(|one| word(one)).collect();
    let more = words.len().saturating_sub(MOST_HINTS);
    if more > 0 {
        told.push(Message::new("pseudonyms-more-words").with("count", more));
    }
    (!told.is_empty()).then(|| Message::new("pseudonyms-kept-words").with("words", told))
}

fn word(text: &str) -> Message {
    Message::new("note-word").with("text", text)
}

/// People apart from others, where there are both.
fn counts(key: &[KeyRow]) -> Message {
    let of = |letter: char| -> Vec<&str> {
        let codes = key.iter().map(|row| row.code.as_str());
        codes.filter(|code| code.starts_with(letter)).collect()
    };
    let counted = |text: &'static str, codes: &[&str]| {
        let codes_told = range(codes)?;
        Some(
            Message::new(text)
                .with("count", codes.len())
                .with("codes", codes_told),
        )
    };
    let (people, others) = (of('P'), of('A'));
    let said = Message::new("pseudonyms-counts").with("count", key.len());
    if people.is_empty() {
        return said.with("codes", range(&others).unwrap_or_else(|| "".into()));
    }
    let people = counted("pseudonyms-persons", &people);
    let others = counted("pseudonyms-others", &others);
    said.with("codes", people.into_iter().chain(others).collect::<Vec<_>>())
}

fn range(codes: &[&str]) -> Option<Arg> {
    let (&first, &last) = (codes.first()?, codes.last()?);
    Some(if codes.len() > 1 {
        let range = Message::new("pseudonyms-range").with("first", first);
        range.with("last", last).into()
    } else {
        first.into()
    })
}

/// The texts of the whole one by one, the others counted.
fn replaced(places: &[TextPlace]) -> Option<Message> {
    let mut told: Vec<Message> = Vec::new();
    let mut counted: BTreeMap<&'static str, usize> = BTreeMap::new();
    for place in places {
        match place {
            TextPlace::Actor(_) => *counted.entry("pseudonyms-places-actors").or_default() += 1,
            TextPlace::Relation(..) => *counted.entry("pseudonyms-places-relations").or_default() += 1,
            TextPlace::Note => *counted.entry("pseudonyms-places-notes").or_default() += 1,
            TextPlace::Word(_) | TextPlace::Attribute(_) => {
                *counted.entry("pseudonyms-places-words").or_default() += 1;
            }
            TextPlace::Picture => {}
            whole => told.push(name(whole)),
        }
    }
    told.extend(
        counted
            .into_iter()
            .map(|(key, count)| Message::new(key).with("count", count)),
    );
    (!told.is_empty()).then(|| Message::new("pseudonyms-replaced").with("places", told))
}

fn name(place: &TextPlace) -> Message {
    let key = match place {
        TextPlace::Title => "pseudonyms-place-title",
        TextPlace::Question => "pseudonyms-place-question",
        TextPlace::Place => "pseudonyms-place-place",
        TextPlace::Source => "pseudonyms-place-source",
        TextPlace::Description => "pseudonyms-place-description",
        TextPlace::Actor(name) => {
            return Message::new("pseudonyms-place-actor").with("name", name.as_str());
        }
        TextPlace::Relation(a, b) => {
            let ends = Message::new("pseudonyms-place-relation").with("a", a.as_str());
            return ends.with("b", b.as_str());
        }
        TextPlace::Note => "pseudonyms-place-note",
        TextPlace::Word(name) => return Message::new("pseudonyms-place-word").with("name", name.as_str()),
        TextPlace::Attribute(name) => {
            return Message::new("pseudonyms-place-attribute").with("name", name.as_str());
        }
        TextPlace::Picture => "pseudonyms-picture",
        TextPlace::Unknown => "pseudonyms-place-unknown",
    };
    Message::new(key)
}

fn hints(coded: &Pseudonymised) -> Vec<Message> {
    let is_picture = |hint: &&Hint| hint.place == TextPlace::Picture;
    let words = |hint: &Hint| {
        let words = hint.words.iter();
        let words: Vec<Message> = words.map(|one| word(one)).collect();
        Message::new("pseudonyms-hint")
            .with("place", name(&hint.place))
            .with("words", words)
    };
    let of_words = coded.hints.iter().filter(|hint| !is_picture(hint));
    let mut said: Vec<Message> = of_words.clone().take(MOST_HINTS).map(words).collect();
    let more = of_words.count().saturating_sub(MOST_HINTS);
    if more > 0 {
        said.push(Message::new("pseudonyms-more-hints").with("count", more));
    }
    if coded.hints.iter().any(|hint| is_picture(&hint)) {
        said.push(Message::new("pseudonyms-picture"));
    }
    said
}

/// Who the codes are, as rows of a sheet.
pub fn key_rows(key: &[KeyRow], texts: Texts) -> Vec<Vec<String>> {
    let columns = [
        "pseudonyms-column-code",
        "pseudonyms-column-name",
        "pseudonyms-column-id",
    ];
    let header = columns.map(|key| texts.t(key)).to_vec();
    let row = |row: &KeyRow| vec![row.code.clone(), row.name.clone(), row.id.clone()];
    std::iter::once(header).chain(key.iter().map(row)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn people_are_counted_apart_only_where_there_are_others() {
        let told = |codes: &[&str], language| {
            let row = |code: &&str| KeyRow {
                code: (*code).to_owned(),
                name: String::new(),
                id: String::new(),
            };
            let key: Vec<KeyRow> = codes.iter().map(row).collect();
            counts(&key).text(Texts::new(language))
        };
        assert_eq!(
            told(&["A1", "A2", "A3"], Language::Nl),
            "3 actoren krijgen een code in plaats van een naam: A1 tot en met A3."
        );
        assert_eq!(
            told(&["A1"], Language::En),
            "1 actor gets a code in place of a name: A1."
        );
        let both = told(&["A1", "P1", "P2"], Language::Nl);
        assert!(
            both.contains("2 personen (P1 tot en met P2) en 1 andere actor (A1)"),
            "{both}"
        );
        assert!(told(&["P1"], Language::Nl).ends_with("1 persoon (P1)."));
    }
}
