//! CODES IN PLACE OF NAMES: a constellation as those may see it who are not to know who is in it. One place makes it;
//! the board, the hall and everything that leaves the program take it from here.
//!
//! What a code hides is a name, not a place in a network: who knows the network may know who P3 is. That is why
//! [`Pseudonymised::hints`] and the sentences about them (`told::pseudonyms`) say what stays.

mod addresses;
mod called;
mod letters;
mod search;
mod terms;
mod texts;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use search::{KnownNames, NamedActor};
pub use texts::TextPlace;

use crate::model::{
    Actor, ActorId, Agreement, AgreementId, AgreementParty, AgreementSubject, ById, Codes, Constellation,
    Note, NoteId, NoteTarget, Relation, RelationId, name_key,
};
use crate::tally;
use texts::Rewriter;

/// Whose names give way to codes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Pseudonyms {
    /// Nobody's: names are shown.
    #[default]
    Nobody,
    /// Of people, and of actors of which nothing says that they are none.
    Persons,
    /// Of all actors.
    All,
}

impl Pseudonyms {
    /// All of them, with what a user types, the same in every language.
    pub const ALL: [(&'static str, Self); 3] = [
        ("nobody", Self::Nobody),
        ("persons", Self::Persons),
        ("all", Self::All),
    ];

    pub fn are_on(self) -> bool {
        self != Self::Nobody
    }

    fn covers(self, constellation: &Constellation, actor: &Actor) -> bool {
        match self {
            Self::Nobody => false,
            Self::Persons => constellation.may_be_person(actor),
            Self::All => true,
        }
    }
}

/// Who a code stands for. Leaves the program only when somebody asks for it, in a file of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyRow {
    pub code: String,
    pub name: String,
    /// The key of the actor in the file.
    pub id: String,
}

/// A text that stays and may still say who is meant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    pub place: TextPlace,
    /// In how many texts there.
    pub texts: usize,
    /// Words of it, as they stand there.
    pub words: Vec<String>,
}

/// A constellation with codes in place of names.
#[derive(Debug)]
pub struct Pseudonymised {
    pub constellation: Constellation,
    /// In the order of the codes.
    pub key: Vec<KeyRow>,
    /// Texts in which names were replaced.
    pub replaced: Vec<TextPlace>,
    /// Somebody is said to have set it up, who is no longer.
    pub leaves_author_out: bool,
    /// Texts that may still say who is meant, after what could be replaced was.
    pub hints: Vec<Hint>,
    /// Words that stay as they are although an actor is called so: others have them too.
    pub kept_words: Vec<String>,
    names: KnownNames,
    actors: BTreeMap<ActorId, ActorId>,
    relations: BTreeMap<RelationId, RelationId>,
    words: texts::WordCodes,
}

impl Pseudonymised {
    /// For the screen: every actor, relation and word keeps its number and id, so that what is done there is done to
    /// the document.
    pub fn on_screen(constellation: &Constellation, whose: Pseudonyms) -> Self {
        Self::new(constellation, whose, false)
    }

    /// For what leaves the program: ids and words are coded too, and everything stands in the order of the codes, as the
    /// order of a file is often that of the alphabet.
    pub fn to_take_along(constellation: &Constellation, whose: Pseudonyms) -> Self {
        Self::new(constellation, whose, true)
    }

    fn new(constellation: &Constellation, whose: Pseudonyms, leaves: bool) -> Self {
        Self::under(Codes::completed(constellation), constellation, whose, leaves)
    }

    /// Under these codes, which every actor has: of two constellations that are laid side by side, those of one.
    pub fn under(codes: Codes, constellation: &Constellation, whose: Pseudonyms, leaves: bool) -> Self {
        tally::add(|done| done.codings += u64::from(leaves));
        let covered = |actor: &&Actor| whose.covers(constellation, actor);
        let everybody = constellation.actors.values().filter(covered);
        let names = known_names(everybody.clone(), constellation, &codes);
        let mut key: Vec<KeyRow> = everybody
            .map(|actor| KeyRow {
                code: codes.code(actor).to_owned(),
                name: actor.label.clone(),
                id: actor.key.clone(),
            })
            .collect();
        key.sort_by_key(|row| code_order(&row.code));
        let mut rewriter = Rewriter::new(&names, &codes, constellation, whose, leaves);
        let mut coded = rewriter.whole();
        let texts::Found {
            replaced,
            hints,
            kept_words,
            words,
        } = rewriter.found();
        let (mut actors, mut relations) = (BTreeMap::new(), BTreeMap::new());
        if leaves {
            (coded, actors, relations) = in_order(coded, &codes, constellation, whose);
        }
        Self {
            constellation: coded,
            key,
            replaced,
            leaves_author_out: !constellation.info.author.is_empty(),
            hints,
            kept_words,
            names,
            actors,
            relations,
            words,
        }
    }

    /// A text of elsewhere without the names.
    pub fn text(&self, text: &str) -> String {
        self.names.replaced(text).unwrap_or_else(|| text.to_owned())
    }

    /// As [`Self::text`], of what becomes the name of a file: an id in it is somebody's too.
    pub fn title(&self, title: &str) -> String {
        self.names
            .replaced_in_id(title)
            .unwrap_or_else(|| title.to_owned())
    }

    /// Who this is in it.
    pub fn actor(&self, id: ActorId) -> ActorId {
        self.actors.get(&id).copied().unwrap_or(id)
    }

    /// Which relation this is in it.
    pub fn relation(&self, id: RelationId) -> RelationId {
        self.relations.get(&id).copied().unwrap_or(id)
    }

    /// What a word is called in it, by its list and id.
    pub fn word<'a>(&'a self, list: WordsOf, id: &'a str) -> &'a str {
        self.words.get(list, id)
    }
}

fn known_names<'a>(
    actors: impl Iterator<Item = &'a Actor>,
    constellation: &Constellation,
    codes: &'a Codes,
) -> KnownNames {
    KnownNames::new(actors.map(|actor| NamedActor {
        label: &actor.label,
        key: &actor.key,
        code: codes.code(actor),
        is_person: constellation.may_be_person(actor),
    }))
}

/// The title of a constellation for a screen on which nobody reads what stays: with codes, and empty when a part of a name
/// is still in it.
pub fn title_that_names_nobody(constellation: &Constellation) -> String {
    let codes = Codes::completed(constellation);
    let names = known_names(constellation.actors.values(), constellation, &codes);
    let title = &constellation.info.title;
    let title = names.replaced_in_id(title).unwrap_or_else(|| title.clone());
    if names.hints(&title).is_empty() {
        title
    } else {
        String::new()
    }
}

/// The lists of words that something else names by id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WordsOf {
    ActorKinds,
    Sectors,
    Levels,
    Domains,
    Regions,
    RelationKinds,
    /// Keys of attributes.
    Attributes,
}

/// Letter, then number: A2 before A10.
pub fn code_order(code: &str) -> (String, u32) {
    let letter: String = code.chars().take(1).collect();
    let number = code.get(letter.len()..).and_then(|rest| rest.parse().ok());
    (letter, number.unwrap_or(u32::MAX))
}

/// A constellation, and what its actors and relations became.
type Renumbered = (
    Constellation,
    BTreeMap<ActorId, ActorId>,
    BTreeMap<RelationId, RelationId>,
);

/// Numbers everything anew, in the order of the codes: who has none first, as the file has them. Relations by their
/// ends. Gives what became what.
fn in_order(
    mut coded: Constellation,
    codes: &Codes,
    before: &Constellation,
    whose: Pseudonyms,
) -> Renumbered {
    let mut last = 0;
    let mut next = || {
        last += 1;
        last
    };
    let mut order: Vec<ActorId> = before.actors.keys().copied().collect();
    order.sort_by_cached_key(|id| {
        let actor = before.actor(*id).filter(|actor| whose.covers(before, actor));
        actor.map(|actor| code_order(codes.code(actor)))
    });
    let actors: BTreeMap<ActorId, ActorId> = order.iter().map(|id| (*id, ActorId(next()))).collect();
    let mut order: Vec<(RelationId, &Relation)> = coded
        .relations
        .iter()
        .map(|(id, relation)| (*id, relation))
        .collect();
    order.sort_by_cached_key(|(id, one)| {
        let kind = name_key(one.kind.as_str());
        (actors.get(&one.source), actors.get(&one.target), kind, *id)
    });
    let relations: BTreeMap<RelationId, RelationId> =
        order.iter().map(|(id, _)| (*id, RelationId(next()))).collect();
    let notes: BTreeMap<NoteId, NoteId> = coded.notes.keys().map(|id| (*id, NoteId(next()))).collect();
    let agreements: BTreeMap<AgreementId, AgreementId> = coded
        .agreements
        .keys()
        .map(|id| (*id, AgreementId(next())))
        .collect();
    let mut moved: Vec<Actor> = coded.actors.values().cloned().collect();
    for actor in &mut moved {
        actor.id = actors[&actor.id];
        actor.organisation = actor.organisation.and_then(|id| actors.get(&id).copied());
    }
    moved.sort_by_key(|actor| actor.id);
    let mut ties: Vec<Relation> = coded.relations.values().cloned().collect();
    for one in &mut ties {
        one.id = relations[&one.id];
        one.source = actors[&one.source];
        one.target = actors[&one.target];
    }
    ties.sort_by_key(|one| one.id);
    let mut said: Vec<Note> = coded.notes.values().cloned().collect();
    for note in &mut said {
        note.id = notes[&note.id];
        note.about = match note.about {
            NoteTarget::Constellation => NoteTarget::Constellation,
            NoteTarget::Actor(id) => NoteTarget::Actor(actors[&id]),
            NoteTarget::Relation(id) => NoteTarget::Relation(relations[&id]),
        };
    }
    let mut agreed: Vec<Agreement> = coded.agreements.values().cloned().collect();
    for one in &mut agreed {
        one.id = agreements[&one.id];
        for party in &mut one.who {
            if let AgreementParty::Actor(id) = party {
                *id = actors[id];
            }
        }
        match &mut one.about {
            AgreementSubject::Actor(id) => *id = actors[id],
            AgreementSubject::Relation(id) => *id = relations[id],
            AgreementSubject::Nothing | AgreementSubject::Gone(_) => {}
        }
    }
    coded.actors = filled(moved.into_iter().map(|one| (one.id, one)));
    coded.relations = filled(ties.into_iter().map(|one| (one.id, one)));
    coded.notes = filled(said.into_iter().map(|one| (one.id, one)));
    coded.agreements = filled(agreed.into_iter().map(|one| (one.id, one)));
    coded.next_id = next();
    (coded, actors, relations)
}

fn filled<K: Ord + Copy, V: Clone>(rows: impl Iterator<Item = (K, V)>) -> ById<K, V> {
    let mut map = ById::new();
    for (id, row) in rows {
        map.insert(id, row);
    }
    map
}

#[cfg(test)]
mod tests;
