//! Every text of a constellation, written anew. All fields are named here, so that a new one does not compile until
//! somebody decides what it may say.

mod agreements;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

pub use words::WordCodes;

use super::{Hint, KnownNames, Pseudonyms, WordsOf, known_names};
use crate::model::{
    Actor, Attribute, AttributeOf, AttributeValue, Attributes, Board, ById, Codes, Constellation, Extra,
    HumanCard, Info, Note, Picture, Relation, Scalar,
};

/// Where a text stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextPlace {
    Title,
    Question,
    Place,
    Source,
    Description,
    /// Of one actor, by the code or name that it has now.
    Actor(String),
    /// Between two actors, as they are called now.
    Relation(String, String),
    /// A note of the session.
    Note,
    Agreement,
    /// A word: a kind, a region.
    Word(String),
    Attribute(String),
    /// The picture under the board, in which names may be read.
    Picture,
    /// A field of the file that this version does not know.
    Unknown,
}

/// What came of writing everything anew.
pub struct Found {
    pub replaced: Vec<TextPlace>,
    pub hints: Vec<Hint>,
    pub kept_words: Vec<String>,
    pub words: WordCodes,
}

pub struct Rewriter<'a> {
    names: &'a KnownNames,
    /// Those of people alone.
    people: KnownNames,
    codes: &'a Codes,
    before: &'a Constellation,
    whose: Pseudonyms,
    /// Ids are written anew too.
    leaves: bool,
    replaced: Vec<TextPlace>,
    hints: Vec<Hint>,
    /// Where in `hints` a place is.
    hinted: BTreeMap<TextPlace, usize>,
    kept_words: Vec<String>,
    words: WordCodes,
}

impl<'a> Rewriter<'a> {
    pub fn new(
        names: &'a KnownNames,
        codes: &'a Codes,
        before: &'a Constellation,
        whose: Pseudonyms,
        leaves: bool,
    ) -> Self {
        let people = before.actors.values().filter(|actor| whose.covers(before, actor));
        let people = people.filter(|actor| before.may_be_person(actor));
        let people = known_names(people, before, codes);
        Self {
            names,
            people,
            codes,
            before,
            whose,
            leaves,
            replaced: Vec::new(),
            hints: Vec::new(),
            hinted: BTreeMap::new(),
            kept_words: Vec::new(),
            words: WordCodes::default(),
        }
    }

    /// What was replaced, what stays, and what became of words.
    pub fn found(mut self) -> Found {
        // Notes, agreements and unknown fields have no name to be told apart by: they are counted.
        let is_counted =
            |place: &TextPlace| matches!(place, TextPlace::Note | TextPlace::Agreement | TextPlace::Unknown);
        self.replaced
            .dedup_by(|one, other| one == other && !is_counted(one));
        self.kept_words.sort();
        self.kept_words.dedup();
        Found {
            replaced: self.replaced,
            hints: self.hints,
            kept_words: self.kept_words,
            words: self.words,
        }
    }

    pub fn whole(&mut self) -> Constellation {
        let before = self.before;
        let Constellation {
            info,
            vocabulary,
            attributes,
            actors: _,
            relations: _,
            board,
            notes,
            agreements,
            next_id,
            extra,
        } = before;
        let info = self.info(info);
        let vocabulary = self.vocabulary(vocabulary).into();
        self.attribute_keys();
        let attributes = attributes.iter().map(|one| self.attribute(one)).collect();
        let actors = self.actors();
        let relations = self.relations(&actors);
        let board = self.board(board);
        let mut coded_notes = ById::new();
        for note in notes.values() {
            coded_notes.insert(note.id, self.note(note));
        }
        let agreements = agreements.values();
        let agreements = agreements.map(|one| (one.id, self.agreement(one))).collect();
        Constellation {
            info,
            vocabulary,
            attributes,
            actors,
            relations,
            board,
            notes: coded_notes,
            agreements,
            next_id: *next_id,
            extra: self.extra(extra).into(),
        }
    }

    /// A text that people wrote.
    fn text(&mut self, text: &str, place: &TextPlace) -> String {
        let replaced = self.names.replaced(text);
        if replaced.is_some() {
            self.replaced.push(place.clone());
        }
        let text = replaced.unwrap_or_else(|| text.to_owned());
        let words = self.names.hints(&text);
        if !words.is_empty() {
            self.hint(place, words);
        }
        text
    }

    /// What stays is said once of a place, with all its words.
    fn hint(&mut self, place: &TextPlace, words: Vec<String>) {
        let at = *self.hinted.entry(place.clone()).or_insert_with(|| {
            self.hints.push(Hint {
                place: place.clone(),
                texts: 0,
                words: Vec::new(),
            });
            self.hints.len() - 1
        });
        let hint = &mut self.hints[at];
        hint.texts += 1;
        let is_new = |word: &String| !hint.words.contains(word);
        let new: Vec<String> = words.into_iter().filter(is_new).collect();
        hint.words.extend(new);
    }

    fn info(&mut self, info: &Info) -> Info {
        let Info {
            title,
            issue,
            date,
            place,
            language,
            source,
            description,
            // Who set it up was there, and is no actor with a code.
            author: _,
            codes,
            extra,
        } = info;
        Info {
            title: self.text(title, &TextPlace::Title),
            issue: self.text(issue, &TextPlace::Question),
            date: date.clone(),
            place: self.text(place, &TextPlace::Place),
            language: *language,
            source: self.text(source, &TextPlace::Source),
            description: self.text(description, &TextPlace::Description),
            author: String::new(),
            // The key stays here.
            codes: if self.leaves {
                Codes::default().into()
            } else {
                codes.clone()
            },
            extra: self.extra(extra).into(),
        }
    }

    /// Without names, and nobody is told.
    fn plain(&self, text: &str) -> String {
        self.names.replaced(text).unwrap_or_else(|| text.to_owned())
    }

    fn attribute(&mut self, attribute: &Attribute) -> Attribute {
        let Attribute {
            key,
            of,
            label,
            of_type,
            categories,
            colours,
            extra,
        } = attribute;
        let place = TextPlace::Attribute(self.plain(label));
        Attribute {
            key: self.words.get(WordsOf::Attributes, key).to_owned(),
            of: *of,
            label: self.text(label, &place),
            of_type: *of_type,
            categories: categories.iter().map(|word| self.text(word, &place)).collect(),
            colours: colours
                .iter()
                .map(|(word, colour)| (self.text(word, &place), *colour))
                .collect(),
            extra: self.extra(extra),
        }
    }

    fn attributes(&mut self, of: AttributeOf, values: &Attributes, place: &TextPlace) -> Attributes {
        let mut coded = Attributes::default();
        for (key, value) in values.iter() {
            let value = match value {
                AttributeValue::One(one) => AttributeValue::One(self.scalar(one, place)),
                AttributeValue::List(list) => {
                    AttributeValue::List(list.iter().map(|one| self.scalar(one, place)).collect())
                }
                AttributeValue::Kept(kept) => AttributeValue::Kept(self.json(kept)),
            };
            // A number that was somebody's key is no number any more: then nothing is said.
            if self
                .before
                .declared(of, key)
                .is_some_and(|it| !it.of_type.fits(&value))
            {
                continue;
            }
            coded.insert(self.words.get(WordsOf::Attributes, key), value);
        }
        coded
    }

    fn scalar(&mut self, scalar: &Scalar, place: &TextPlace) -> Scalar {
        match scalar {
            Scalar::Text(text) => Scalar::Text(self.text(text, place)),
            Scalar::Whole(number) => match self.names.replaced(&number.to_string()) {
                Some(code) => Scalar::Text(code),
                None => scalar.clone(),
            },
            Scalar::Number(_) | Scalar::Flag(_) => scalar.clone(),
        }
    }

    fn actors(&mut self) -> ById<crate::model::ActorId, Actor> {
        let before = self.before;
        let mut taken: BTreeSet<String> = before.actors.values().map(|it| it.key.clone()).collect();
        let mut coded = ById::new();
        for actor in before.actors.values() {
            coded.insert(actor.id, self.actor(actor, &mut taken));
        }
        coded
    }

    fn actor(&mut self, actor: &Actor, taken: &mut BTreeSet<String>) -> Actor {
        let Actor {
            id,
            key,
            label,
            kind,
            sector,
            level,
            domains,
            region,
            organisation,
            pos,
            gaze_deg,
            influence,
            stance,
            tempo,
            interests,
            form,
            motive,
            note,
            card,
            attributes,
        } = actor;
        let code = self.codes.code(actor);
        let (key, label) = if self.whose.covers(self.before, actor) {
            (code.to_owned(), code.to_owned())
        } else {
            let name = TextPlace::Actor(self.plain(label));
            let key = self.id(key, taken).unwrap_or_else(|| key.clone());
            (key, self.text(label, &name))
        };
        let place = TextPlace::Actor(label.clone());
        let word = |list, id: &str| self.words.get(list, id).to_owned();
        let (kind, sector) = (
            kind.as_ref()
                .map(|id| word(WordsOf::ActorKinds, id.as_str()).as_str().into()),
            sector
                .as_ref()
                .map(|id| word(WordsOf::Sectors, id.as_str()).as_str().into()),
        );
        let (level, region) = (
            level
                .as_ref()
                .map(|id| word(WordsOf::Levels, id.as_str()).as_str().into()),
            region
                .as_ref()
                .map(|id| word(WordsOf::Regions, id.as_str()).as_str().into()),
        );
        let domains = domains.iter();
        let domains = domains
            .map(|id| word(WordsOf::Domains, id.as_str()).as_str().into())
            .collect();
        Actor {
            id: *id,
            key,
            label,
            kind,
            sector,
            level,
            domains,
            region,
            organisation: *organisation,
            pos: *pos,
            gaze_deg: *gaze_deg,
            influence: *influence,
            stance: *stance,
            tempo: *tempo,
            interests: interests.iter().map(|text| self.text(text, &place)).collect(),
            form: self.text(form, &place),
            motive: self.text(motive, &place),
            note: self.text(note, &place),
            card: HumanCard {
                note: self.text(&card.note, &place),
                ..card.clone()
            },
            attributes: self.attributes(AttributeOf::Actors, attributes, &place),
        }
    }

    fn relations(
        &mut self,
        actors: &ById<crate::model::ActorId, Actor>,
    ) -> ById<crate::model::RelationId, Relation> {
        let before = self.before;
        let mut taken: BTreeSet<String> = before.relations.values().map(|it| it.key.clone()).collect();
        let mut coded = ById::new();
        for relation in before.relations.values() {
            let Relation {
                id,
                key,
                source,
                target,
                kind,
                weight,
                direction,
                status,
                verified,
                motive,
                note,
                attributes,
            } = relation;
            let name = |end| {
                actors
                    .get(&end)
                    .map(|actor: &Actor| actor.label.clone())
                    .unwrap_or_default()
            };
            let place = TextPlace::Relation(name(*source), name(*target));
            let relation = Relation {
                id: *id,
                key: self.id(key, &mut taken).unwrap_or_else(|| key.clone()),
                source: *source,
                target: *target,
                kind: self.words.get(WordsOf::RelationKinds, kind.as_str()).into(),
                weight: *weight,
                direction: *direction,
                status: *status,
                verified: *verified,
                motive: self.text(motive, &place),
                note: self.text(note, &place),
                attributes: self.attributes(AttributeOf::Relations, attributes, &place),
            };
            coded.insert(*id, relation);
        }
        coded
    }

    fn board(&mut self, board: &Board) -> Board {
        let Board {
            width,
            height,
            background,
            picture,
            issue_pos,
            colour_by,
            extra,
        } = board;
        if picture.is_some() {
            self.hint(&TextPlace::Picture, Vec::new());
        }
        let picture = picture.as_ref().map(|picture| {
            let bare = self.leaves.then(|| picture.without_metadata());
            Picture {
                // Files are called after people, and a part of a name is enough.
                name: neutral_picture(&picture.mime),
                // What cannot be taken apart cannot be drawn either, and may hold anything.
                ..bare.map_or_else(
                    || picture.clone(),
                    |bare| bare.unwrap_or_else(|| nothing_of(picture)),
                )
            }
        });
        Board {
            width: *width,
            height: *height,
            background: *background,
            picture,
            issue_pos: *issue_pos,
            colour_by: colour_by
                .as_ref()
                .map(|key| self.words.get(WordsOf::Attributes, key).to_owned()),
            extra: self.extra(extra).into(),
        }
    }

    fn note(&mut self, note: &Note) -> Note {
        let Note {
            id,
            text,
            about,
            at,
            extra,
        } = note;
        Note {
            id: *id,
            text: self.text(text, &TextPlace::Note),
            about: *about,
            at: at.clone(),
            extra: self.extra(extra),
        }
    }

    fn extra(&mut self, extra: &Extra) -> Extra {
        let name_of = |name: &String| self.names.replaced_in_id(name).unwrap_or_else(|| name.clone());
        let field = |(name, value): (&String, &Value)| (name_of(name), value.clone());
        let fields: Vec<(String, Value)> = extra.iter().map(field).collect();
        fields
            .into_iter()
            .map(|(name, value)| (name, self.json(&value)))
            .collect()
    }

    fn json(&mut self, value: &Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.text(text, &TextPlace::Unknown)),
            Value::Array(list) => list.iter().map(|one| self.json(one)).collect(),
            Value::Object(fields) => Value::Object(self.extra(fields)),
            // A number may be somebody's key.
            Value::Number(number) => match self.names.replaced(&number.to_string()) {
                Some(code) => Value::String(code),
                None => value.clone(),
            },
            Value::Null | Value::Bool(_) => value.clone(),
        }
    }
}

/// A picture with nothing in it.
fn nothing_of(picture: &Picture) -> Picture {
    Picture {
        bytes: [].into(),
        ..picture.clone()
    }
}

/// What the picture under the board is called: by what it is.
fn neutral_picture(mime: &str) -> String {
    let kind = mime.rsplit('/').next().unwrap_or_default();
    let kind: String = kind.chars().take_while(char::is_ascii_alphanumeric).collect();
    format!("picture.{kind}")
}
