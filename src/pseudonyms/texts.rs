//! Every text of a constellation, written anew. All fields are named here, so that a new one does not compile until
//! somebody decides what it may say.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Hint, KnownNames, NamedActor, Pseudonyms, WordsOf};
use crate::model::{
    Actor, Attribute, AttributeOf, AttributeValue, Attributes, Board, ById, Codes, Constellation, Extra,
    HumanCard, Info, Language, Note, Picture, Relation, Scalar, Vocabulary, name_key, slug,
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
    /// A word: a kind, a region.
    Word(String),
    Attribute(String),
    /// The picture under the board, in which names may be read.
    Picture,
    /// A field of the file that this version does not know.
    Unknown,
}

/// What became of the ids of words; those that are not there stayed.
#[derive(Debug, Default)]
pub struct WordCodes(BTreeMap<(WordsOf, String), String>);

impl WordCodes {
    pub fn get<'a>(&'a self, list: WordsOf, id: &'a str) -> &'a str {
        let found = self.0.get(&(list, id.to_owned()));
        found.map_or(id, String::as_str)
    }
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
        let people = KnownNames::new(people.map(|actor| NamedActor {
            label: &actor.label,
            key: &actor.key,
            code: codes.code(actor),
            is_person: true,
        }));
        Self {
            names,
            people,
            codes,
            before,
            whose,
            leaves,
            replaced: Vec::new(),
            hints: Vec::new(),
            kept_words: Vec::new(),
            words: WordCodes::default(),
        }
    }

    /// What was replaced, what stays, and what became of words.
    pub fn found(mut self) -> Found {
        self.replaced.dedup();
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
        Constellation {
            info,
            vocabulary,
            attributes,
            actors,
            relations,
            board,
            notes: coded_notes,
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
            self.hints.push(Hint {
                place: place.clone(),
                words,
            });
        }
        text
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

    fn vocabulary(&mut self, words: &Vocabulary) -> Vocabulary {
        let standard = [Language::Nl, Language::En].map(Vocabulary::standard);
        let mut coded = words.clone();
        macro_rules! rewrite {
            ($($list:ident: $of:ident),*) => {$(
                let mut taken: BTreeSet<String> =
                    coded.$list.iter().map(|word| word.id.to_string()).collect();
                for word in &mut coded.$list {
                    word.extra = self.extra(&word.extra);
                    let is_standard = |one: &Vocabulary| {
                        let mut known = one.$list.iter();
                        known.any(|known| known.id == word.id && known.label == word.label)
                    };
                    // A word that the program brings says nothing of who is in it, also when somebody is called so.
                    if standard.iter().any(is_standard) {
                        continue;
                    }
                    if self.says_nothing_of_one(&word.label, WordsOf::$of, word.id.as_str()) {
                        self.kept_words.push(word.label.clone());
                        continue;
                    }
                    word.label = self.text(&word.label, &TextPlace::Word(self.plain(&word.label)));
                    if let Some(id) = self.id(word.id.as_str(), &mut taken) {
                        self.words.0.insert((WordsOf::$of, word.id.to_string()), id.clone());
                        word.id = id.as_str().into();
                    }
                }
            )*};
        }
        rewrite!(
            actor_kinds: ActorKinds,
            sectors: Sectors,
            levels: Levels,
            domains: Domains,
            regions: Regions,
            relation_kinds: RelationKinds
        );
        for kind in &mut coded.actor_kinds {
            kind.sector = kind
                .sector
                .take()
                .map(|id| self.words.get(WordsOf::Sectors, id.as_str()).into());
            kind.level = kind
                .level
                .take()
                .map(|id| self.words.get(WordsOf::Levels, id.as_str()).into());
        }
        Vocabulary::of_lists(
            coded.actor_kinds,
            coded.sectors,
            coded.levels,
            coded.domains,
            coded.regions,
            coded.relation_kinds,
            self.extra(&coded.extra),
        )
    }

    /// Whether a word that an organisation is called by stays itself: it is no name of a person, and somebody who is not
    /// called so has it too. The region Westfriesland says of a municipality where it is; a kind that only the actor of
    /// that name is of would be its name in other clothes.
    fn says_nothing_of_one(&self, label: &str, list: WordsOf, id: &str) -> bool {
        let called = self.names.codes_in(label);
        let (mut people, word) = (self.people.codes_in(label), name_key(label));
        people.extend(self.people.codes_in(id));
        // Of no kind, and called exactly so: more likely a body than a person.
        let is_body = |actor: &&Actor| actor.kind.is_none() && name_key(&actor.label) == word;
        let bodies = self.before.actors.values().filter(is_body);
        let bodies: BTreeSet<&str> = bodies.map(|actor| self.codes.code(actor)).collect();
        if called.is_empty() || !people.is_subset(&bodies) {
            return false;
        }
        let mut having = self.before.actors.values().filter(|actor| has(actor, list, id));
        having.any(|actor| !called.contains(self.codes.code(actor)))
    }

    /// Without names, and nobody is told.
    fn plain(&self, text: &str) -> String {
        self.names.replaced(text).unwrap_or_else(|| text.to_owned())
    }

    /// Another id for one that names somebody, where ids leave the program.
    fn id(&self, id: &str, taken: &mut BTreeSet<String>) -> Option<String> {
        let replaced = self.names.replaced_in_id(id).filter(|_| self.leaves)?;
        let id = slug(&replaced, |id| taken.contains(id));
        taken.insert(id.clone());
        Some(id)
    }

    /// KnownNames of fields that name somebody, where these leave the program.
    fn attribute_keys(&mut self) {
        if !self.leaves {
            return;
        }
        let before = self.before;
        let declared = before.attributes.iter().map(|one| one.key.as_str());
        let of_actors = before.actors.values().flat_map(|actor| actor.attributes.iter());
        let of_relations = before.relations.values().flat_map(|one| one.attributes.iter());
        let keys = of_actors.chain(of_relations).map(|(key, _)| key);
        let keys: BTreeSet<&str> = declared.chain(keys).collect();
        let mut taken: BTreeSet<String> = keys.iter().map(|&key| key.to_owned()).collect();
        for key in keys {
            if let Some(id) = self.id(key, &mut taken) {
                self.words.0.insert((WordsOf::Attributes, key.to_owned()), id);
            }
        }
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
            self.hints.push(Hint {
                place: TextPlace::Picture,
                words: Vec::new(),
            });
        }
        let picture = picture.as_ref().map(|picture| Picture {
            name: self.plain(&picture.name),
            ..picture.clone()
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

/// Whether an actor has a word. Those of relations and the names of attributes are sentences about somebody: no actor has
/// them.
fn has(actor: &Actor, list: WordsOf, id: &str) -> bool {
    match list {
        WordsOf::ActorKinds => actor.kind.as_ref().is_some_and(|kind| kind.as_str() == id),
        WordsOf::Sectors => actor.sector.as_ref().is_some_and(|sector| sector.as_str() == id),
        WordsOf::Levels => actor.level.as_ref().is_some_and(|level| level.as_str() == id),
        WordsOf::Domains => actor.domains.iter().any(|domain| domain.as_str() == id),
        WordsOf::Regions => actor.region.as_ref().is_some_and(|region| region.as_str() == id),
        WordsOf::RelationKinds | WordsOf::Attributes => false,
    }
}
