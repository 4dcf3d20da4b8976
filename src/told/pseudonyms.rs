//! What codes in place of names do, before they do it: who gets one, where names are replaced, and what stays.

use std::collections::BTreeMap;

use crate::i18n::{Arg, Message, Texts};
use crate::pseudonyms::{Hint, KeyRow, Pseudonymised, TextPlace};

/// So many of the places in which something stays are told with what stays there; of the others the place is.
const MOST_HINTS: usize = 12;
/// So many names in one sentence: what is longer is not read, and a terminal cuts it.
const MOST_IN_SENTENCE: usize = 40;

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
    said.push(Message::new("pseudonyms-files"));
    said.push(Message::new("pseudonyms-network"));
    said
}

/// What a file is called in what leaves the program, or is seen by others: files are called after people, and a part of
/// a name is enough.
pub fn file_name(name: &str, are_codes: bool, texts: Texts) -> String {
    if are_codes {
        texts.t("measure-repeat-file")
    } else {
        name.to_owned()
    }
}

/// Nobody gets the key, as nobody asked for it.
pub fn key_stays() -> Message {
    Message::new("pseudonyms-key")
}

/// The key was asked for, and stands there and nowhere else.
pub fn key_written(file: &str) -> Message {
    Message::new("pseudonyms-key-written").with("file", file)
}

fn kept_words(words: &[String]) -> impl Iterator<Item = Message> {
    words.chunks(MOST_IN_SENTENCE).map(|words| {
        let told: Vec<Message> = words.iter().map(|one| word(one)).collect();
        Message::new("pseudonyms-kept-words").with("words", told)
    })
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
            TextPlace::Agreement => *counted.entry("pseudonyms-places-agreements").or_default() += 1,
            TextPlace::Note => *counted.entry("pseudonyms-places-notes").or_default() += 1,
            TextPlace::Word(_) | TextPlace::Attribute(_) => {
                *counted.entry("pseudonyms-places-words").or_default() += 1;
            }
            TextPlace::Unknown => *counted.entry("pseudonyms-places-unknown").or_default() += 1,
            TextPlace::Picture => {}
            whole => told.push(name(whole, 1)),
        }
    }
    told.extend(
        counted
            .into_iter()
            .map(|(key, count)| Message::new(key).with("count", count)),
    );
    (!told.is_empty()).then(|| Message::new("pseudonyms-replaced").with("places", told))
}

/// A place, in which so many texts are.
fn name(place: &TextPlace, texts: usize) -> Message {
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
        TextPlace::Agreement => {
            return Message::new("pseudonyms-places-agreements").with("count", texts);
        }
        TextPlace::Note => return Message::new("pseudonyms-places-notes").with("count", texts),
        TextPlace::Word(name) => return Message::new("pseudonyms-place-word").with("name", name.as_str()),
        TextPlace::Attribute(name) => {
            return Message::new("pseudonyms-place-attribute").with("name", name.as_str());
        }
        TextPlace::Picture => "pseudonyms-picture",
        TextPlace::Unknown => return Message::new("pseudonyms-places-unknown").with("count", texts),
    };
    Message::new(key)
}

/// What stays, place by place. Of many the last are named without what stays there: all can be found.
fn hints(coded: &Pseudonymised) -> Vec<Message> {
    let words = |hint: &Hint| {
        let words = hint.words.iter();
        let words: Vec<Message> = words.map(|one| word(one)).collect();
        Message::new("pseudonyms-hint")
            .with("place", name(&hint.place, hint.texts))
            .with("words", words)
    };
    let (pictures, mut of_words): (Vec<&Hint>, Vec<&Hint>) = coded
        .hints
        .iter()
        .partition(|hint| hint.place == TextPlace::Picture);
    // What is said of actors and relations is found by their names: it can do without.
    of_words.sort_by_key(|hint| matches!(hint.place, TextPlace::Actor(_) | TextPlace::Relation(..)));
    let (first, more) = of_words.split_at(of_words.len().min(MOST_HINTS));
    let mut said: Vec<Message> = first.iter().map(|hint| words(hint)).collect();
    said.extend(more.chunks(MOST_IN_SENTENCE).map(more_hints));
    if !pictures.is_empty() {
        said.push(Message::new("pseudonyms-picture"));
    }
    said
}

/// Places, those of actors and relations together.
fn more_hints(hints: &[&Hint]) -> Message {
    let (mut named, mut others) = (Vec::new(), Vec::new());
    for hint in hints {
        match &hint.place {
            TextPlace::Actor(name) => named.push(word(name)),
            TextPlace::Relation(a, b) => named.push(word(&format!("{a} – {b}"))),
            other => others.push(name(other, hint.texts)),
        }
    }
    if !named.is_empty() {
        others.push(Message::new("pseudonyms-more-named").with("names", named));
    }
    Message::new("pseudonyms-more-hints").with("places", others)
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
    use crate::model::{Actor, ActorId, Constellation, Extra, Language, Note, NoteId, NoteTarget};
    use crate::pseudonyms::Pseudonyms;

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

    /// Under codes, with something that stays in so many notes and said of so many actors.
    fn staying(notes: usize, actors: usize) -> Pseudonymised {
        let mut whole = Constellation::new(Language::Nl);
        let mut anna = Actor::new(ActorId(1), "a1", "Anna Hagedoorn");
        anna.kind = Some("persoon".into());
        whole.actors.insert(anna.id, anna);
        for id in (2..).take(actors) {
            let mut actor = Actor::new(ActorId(id), &format!("plek-{id}"), &format!("Plek {id}"));
            actor.kind = Some("gemeente".into());
            actor.note = "vraag het Anna".to_owned();
            actor.motive = "en mevrouw Hagedoorn".to_owned();
            whole.actors.insert(actor.id, actor);
        }
        for id in (1000..).take(notes) {
            let note = Note {
                id: NoteId(id),
                text: "Anna belt".to_owned(),
                about: NoteTarget::Constellation,
                at: String::new(),
                extra: Extra::new(),
            };
            whole.notes.insert(note.id, note);
        }
        whole.info.extra.insert("a".to_owned(), "van Anna".into());
        whole.info.extra.insert("b".to_owned(), "Anna Hagedoorn".into());
        whole.info.extra.insert("c".to_owned(), "Anna Hagedoorn".into());
        whole.next_id = 5000;
        Pseudonymised::on_screen(&whole, Pseudonyms::Persons)
    }

    #[test]
    fn every_place_in_which_something_stays_is_told_however_many_there_are() {
        let coded = staying(3, 60);
        let said: Vec<String> = announced(&coded)
            .iter()
            .map(|one| one.text(Texts::new(Language::Nl)))
            .collect();
        let told = said.join("\n");
        for id in 2..62 {
            assert!(
                told.contains(&format!("Plek {id} ")) || told.contains(&format!("Plek {id},")),
                "{id}: {told}"
            );
        }
        // What has no name of its own is told first, counted, with its words.
        assert!(
            said.contains(
                &"Blijft staan in 1 onbekend veld van het bestand: Anna. Kijk of dat iemand aanwijst."
                    .to_owned()
            ),
            "{told}"
        );
        assert!(told.contains("Blijft staan in 3 notities: Anna. "), "{told}");
        assert!(
            told.contains("vervangen in 2 onbekende velden van het bestand."),
            "{told}"
        );
        assert!(
            told.contains("wat er bij Plek 2 staat: Hagedoorn en Anna."),
            "{told}"
        );
        assert!(said.iter().all(|one| one.chars().count() < 1000));
    }
}
