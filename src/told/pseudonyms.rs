//! What codes in place of names do, before they do it: who gets one, where names are replaced, and what stays.

use std::collections::BTreeMap;

use crate::i18n::{Arg, Message, Texts};
use crate::pseudonyms::{Hint, KeyRow, Pseudonymised, TextPlace};

/// So many of the texts in which something stays are told one by one.
const MOST_HINTS: usize = 12;

/// In the order in which somebody decides about it.
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
    said.push(Message::new("pseudonyms-key"));
    said.push(Message::new("pseudonyms-network"));
    said
}

fn counts(key: &[KeyRow]) -> Message {
    let of = |letter: char, text: &'static str| {
        let codes: Vec<&str> = key
            .iter()
            .map(|row| row.code.as_str())
            .filter(|code| code.starts_with(letter))
            .collect();
        let (first, last) = (*codes.first()?, *codes.last()?);
        let range: Arg = if codes.len() > 1 {
            let range = Message::new("pseudonyms-range").with("first", first);
            range.with("last", last).into()
        } else {
            first.into()
        };
        Some(Message::new(text).with("count", codes.len()).with("codes", range))
    };
    let sorts = [('P', "pseudonyms-persons"), ('A', "pseudonyms-others")];
    let codes: Vec<Message> = sorts
        .into_iter()
        .filter_map(|(letter, text)| of(letter, text))
        .collect();
    Message::new("pseudonyms-counts")
        .with("count", key.len())
        .with("codes", codes)
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
        let words: Vec<Message> = words
            .map(|one| Message::new("note-word").with("text", one.as_str()))
            .collect();
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
