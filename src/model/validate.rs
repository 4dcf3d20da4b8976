//! Which invariants of a constellation are violated. Tests call this after every edit.

use std::collections::{HashMap, HashSet};

use super::{
    ActorId, AgreementId, AttributeOf, Attributes, Constellation, NoteId, NoteTarget, RelationId,
    is_valid_weight, values_of,
};

/// One violated invariant.
#[derive(Debug, Clone, PartialEq)]
pub enum Violation {
    /// The map's key is not the actor's own id.
    ActorFiledWrong(ActorId),
    RelationFiledWrong(RelationId),
    NoteFiledWrong(NoteId),
    AgreementFiledWrong(AgreementId),
    /// A number at or above `next_id` is in use.
    NumberNotGivenOut(u32),
    EmptyKey(String),
    DuplicateKey(String),
    RelationWithoutEnd(RelationId, ActorId),
    WeightNotPositive(RelationId, f64),
    NotFinite(ActorId),
    BoardNotFinite,
    GazeOutOfRange(ActorId, f64),
    /// An actor, relation or default names a word that is not in the vocabulary.
    UnknownWord {
        list: &'static str,
        id: String,
    },
    DuplicateWord {
        list: &'static str,
        id: String,
    },
    NoSuchOrganisation(ActorId),
    NoteAboutNothing(NoteId),
    /// An actor or relation that it names does not exist.
    AgreementNamesNobody(AgreementId),
    /// A declared attribute without a key, or a second one with the same.
    DuplicateAttribute(AttributeOf, String),
    /// A value that is not of the type that was declared.
    AttributeMisfit(AttributeOf, String),
}

/// Every violated invariant; empty for a sound constellation. O(size).
pub fn validate(constellation: &Constellation) -> Vec<Violation> {
    let mut found = Vec::new();
    words(constellation, &mut found);
    actors(constellation, &mut found);
    relations(constellation, &mut found);
    rest(constellation, &mut found);
    attributes(constellation, &mut found);
    found
}

fn words(constellation: &Constellation, found: &mut Vec<Violation>) {
    let vocabulary = &constellation.vocabulary;
    let mut unique = |list: &'static str, ids: Vec<&str>| {
        let mut seen = HashSet::new();
        for id in ids {
            if id.is_empty() || !seen.insert(id) {
                found.push(Violation::DuplicateWord {
                    list,
                    id: id.to_owned(),
                });
            }
        }
    };
    unique(
        "actor_kinds",
        vocabulary
            .actor_kinds
            .iter()
            .map(|entry| entry.id.as_str())
            .collect(),
    );
    unique(
        "sectors",
        vocabulary.sectors.iter().map(|entry| entry.id.as_str()).collect(),
    );
    unique(
        "levels",
        vocabulary.levels.iter().map(|entry| entry.id.as_str()).collect(),
    );
    unique(
        "domains",
        vocabulary.domains.iter().map(|entry| entry.id.as_str()).collect(),
    );
    unique(
        "regions",
        vocabulary.regions.iter().map(|entry| entry.id.as_str()).collect(),
    );
    unique(
        "relation_kinds",
        vocabulary
            .relation_kinds
            .iter()
            .map(|entry| entry.id.as_str())
            .collect(),
    );
    for kind in &vocabulary.actor_kinds {
        if let Some(sector) = kind.sector.as_ref().filter(|id| vocabulary.sector(id).is_none()) {
            found.push(Violation::UnknownWord {
                list: "sectors",
                id: sector.to_string(),
            });
        }
        if let Some(level) = kind.level.as_ref().filter(|id| vocabulary.level(id).is_none()) {
            found.push(Violation::UnknownWord {
                list: "levels",
                id: level.to_string(),
            });
        }
    }
}

fn actors(constellation: &Constellation, found: &mut Vec<Violation>) {
    let vocabulary = &constellation.vocabulary;
    let mut keys = HashSet::new();
    for (id, actor) in &constellation.actors {
        if *id != actor.id {
            found.push(Violation::ActorFiledWrong(*id));
        }
        number(constellation, id.0, found);
        key(&actor.key, &mut keys, found);
        let mut unknown = |list: &'static str, id: Option<String>| {
            if let Some(id) = id {
                found.push(Violation::UnknownWord { list, id });
            }
        };
        let kind = actor
            .kind
            .as_ref()
            .filter(|id| vocabulary.actor_kind(id).is_none());
        unknown("actor_kinds", kind.map(ToString::to_string));
        let sector = actor.sector.as_ref().filter(|id| vocabulary.sector(id).is_none());
        unknown("sectors", sector.map(ToString::to_string));
        let level = actor.level.as_ref().filter(|id| vocabulary.level(id).is_none());
        unknown("levels", level.map(ToString::to_string));
        let region = actor.region.as_ref().filter(|id| vocabulary.region(id).is_none());
        unknown("regions", region.map(ToString::to_string));
        for domain in actor.domains.iter().filter(|id| vocabulary.domain(id).is_none()) {
            unknown("domains", Some(domain.to_string()));
        }
        if actor.pos.is_some_and(|pos| !pos.is_finite()) {
            found.push(Violation::NotFinite(*id));
        }
        if let Some(gaze) = actor.gaze_deg.filter(|gaze| !(0.0..360.0).contains(gaze)) {
            found.push(Violation::GazeOutOfRange(*id, gaze));
        }
        if actor
            .organisation
            .is_some_and(|other| !constellation.actors.contains_key(&other) || other == *id)
        {
            found.push(Violation::NoSuchOrganisation(*id));
        }
    }
}

fn relations(constellation: &Constellation, found: &mut Vec<Violation>) {
    let mut keys = HashSet::new();
    for (id, relation) in &constellation.relations {
        if *id != relation.id {
            found.push(Violation::RelationFiledWrong(*id));
        }
        number(constellation, id.0, found);
        key(&relation.key, &mut keys, found);
        for end in [relation.source, relation.target] {
            if !constellation.actors.contains_key(&end) {
                found.push(Violation::RelationWithoutEnd(*id, end));
            }
        }
        if !is_valid_weight(relation.weight) {
            found.push(Violation::WeightNotPositive(*id, relation.weight));
        }
        if constellation.vocabulary.relation_kind(&relation.kind).is_none() {
            found.push(Violation::UnknownWord {
                list: "relation_kinds",
                id: relation.kind.to_string(),
            });
        }
    }
}

fn rest(constellation: &Constellation, found: &mut Vec<Violation>) {
    let board = &constellation.board;
    let size_ok = |size: f64| size.is_finite() && size > 0.0;
    if !size_ok(board.width) || !size_ok(board.height) || board.issue_pos.is_some_and(|pos| !pos.is_finite())
    {
        found.push(Violation::BoardNotFinite);
    }
    for (id, note) in &constellation.notes {
        if *id != note.id {
            found.push(Violation::NoteFiledWrong(*id));
        }
        number(constellation, id.0, found);
        let is_about_something = match note.about {
            NoteTarget::Constellation => true,
            NoteTarget::Actor(actor) => constellation.actors.contains_key(&actor),
            NoteTarget::Relation(relation) => constellation.relations.contains_key(&relation),
        };
        if !is_about_something {
            found.push(Violation::NoteAboutNothing(*id));
        }
    }
    for (id, agreement) in &constellation.agreements {
        if *id != agreement.id {
            found.push(Violation::AgreementFiledWrong(*id));
        }
        number(constellation, id.0, found);
        let missing = agreement.missing_actor(constellation).is_some();
        if missing || agreement.missing_relation(constellation).is_some() {
            found.push(Violation::AgreementNamesNobody(*id));
        }
    }
}

fn attributes(constellation: &Constellation, found: &mut Vec<Violation>) {
    let mut declared = HashMap::new();
    for one in &constellation.attributes {
        let is_second = declared.insert((one.of, one.key.as_str()), one.of_type).is_some();
        if one.key.is_empty() || is_second {
            found.push(Violation::DuplicateAttribute(one.of, one.key.clone()));
        }
    }
    for of in AttributeOf::ALL {
        for (key, value) in values_of(constellation, of).flat_map(Attributes::iter) {
            if declared
                .get(&(of, key))
                .is_some_and(|of_type| !of_type.fits(value))
            {
                found.push(Violation::AttributeMisfit(of, key.to_owned()));
            }
        }
    }
}

fn number(constellation: &Constellation, number: u32, found: &mut Vec<Violation>) {
    if number >= constellation.next_id {
        found.push(Violation::NumberNotGivenOut(number));
    }
}

fn key<'a>(key: &'a str, keys: &mut HashSet<&'a str>, found: &mut Vec<Violation>) {
    if key.is_empty() {
        found.push(Violation::EmptyKey(key.to_owned()));
    }
    if !keys.insert(key) {
        found.push(Violation::DuplicateKey(key.to_owned()));
    }
}
