//! Edits picked by numbers: the same numbers, the same edits. Covers every operation.

use netwerkopstelling::edit::operations::{
    ActorEdit, Alignment, AttributeEdit, Axis, NewActor, NewRelation, RelationEdit, Word, WordList,
    add_actor, add_actors, add_agreement, add_attribute, add_note, add_relation, add_word, align, copy,
    delete, delete_agreement, delete_note, distribute, duplicate, edit_actors, edit_agreement,
    edit_attribute, edit_note, edit_relations, edit_who_agreed, edit_word, move_word, paste, place,
    remove_attribute, remove_word, set_attribute, set_board, set_info,
};
use netwerkopstelling::edit::{
    ActorField, AgreementField, AttributeOwner, Document, EditError, Label, RelationField, Selection,
};
use netwerkopstelling::model::{
    ActorId, AgreementParty, AgreementSubject, Answer, AttributeOf, AttributeType, AttributeValue,
    Background, Board, Direction, HumanCard, Info, NoteId, NoteTarget, Point, RelationId, RelationStatus,
    Rgb, Stance, Tempo, Vocabulary,
};
use serde_json::json;

/// What one step is made of.
pub type Numbers = [u32; 4];

/// How many kinds of steps there are.
pub const KINDS: u32 = 33;

/// Takes one step. A refused edit is part of the game: it must leave no trace.
pub fn step(document: &mut Document, numbers: Numbers) -> Result<(), EditError> {
    let [kind, a, b, c] = numbers;
    match kind % KINDS {
        0..=3 => add_actor(document, new_actor(document, a, b)).map(drop),
        4 => {
            let new = (0..a % 4).map(|at| new_actor(document, b + at, c)).collect();
            add_actors(document, new).map(drop)
        }
        5..=8 => add_relation(document, new_relation(document, a, b, c)?).map(drop),
        9..=12 => edit_actors(document, &some_actors(document, a), &actor_edit(document, b, c)),
        13 | 14 => edit_relations(
            document,
            &some_relations(document, a),
            &relation_edit(document, b, c),
        ),
        15 => drag(document, a, b, c),
        16 => place(
            document,
            &[(actor(document, a)?, (b % 4 > 0).then(|| point(b, c)))],
        ),
        17 => align(document, &some_actors(document, a), ALIGNMENTS[b as usize % 6]),
        18 => {
            let axis = if b % 2 == 0 {
                Axis::Horizontal
            } else {
                Axis::Vertical
            };
            distribute(document, &some_actors(document, a), axis)
        }
        19 => {
            select(document, a, b);
            duplicate(document, f64::from(c % 90), -30.0)
        }
        20 => {
            select(document, a, b);
            let fragment = copy(document.constellation(), document.selection());
            let label = if c % 2 == 0 { Label::Cut } else { Label::Delete };
            delete(document, &document.selection().clone(), label)?;
            if c % 3 == 0 {
                paste(document, &fragment, 10.0, 10.0)?;
            }
            Ok(())
        }
        21 => add_word(document, list(a), &format!("Woord {}", b % 40)).map(drop),
        22 => edit_word(document, word(document, a, b)?),
        23 => move_word(document, list(a), b as usize % 6, c as usize % 6),
        24 => {
            let words = ids(&document.constellation().vocabulary, list(a));
            let pick = |number: u32| words.get(number as usize % words.len().max(1)).cloned();
            let replacement = pick(c).filter(|_| c % 3 > 0);
            remove_word(
                document,
                list(a),
                &pick(b).unwrap_or_default(),
                replacement.as_deref(),
            )
        }
        25 => set_info(
            document,
            Info {
                title: format!("Titel {a}"),
                issue: format!("Vraag \u{201c}{b}\u{201d}?\n"),
                ..document.constellation().info.clone()
            },
        ),
        26 => set_board(
            document,
            Board {
                width: f64::from(a % 3000),
                background: Background::ALL[b as usize % 6],
                issue_pos: (c % 2 == 0).then(|| point(b, c)),
                ..document.constellation().board.clone()
            },
        ),
        27 if a.is_multiple_of(3) => note(document, a / 3, b, c),
        27 => agreement(document, a / 3, b, c),
        28 => {
            document.undo();
            Ok(())
        }
        29 => slide(document, a, b, c),
        30 => value_of_attribute(document, a, b, c),
        31 => attribute(document, a, b, c),
        _ => {
            document.redo();
            Ok(())
        }
    }
}

/// The key of an attribute; now and then of one that does not exist.
fn key(document: &Document, of: AttributeOf, number: u32) -> String {
    let known = document.attributes(of);
    let at = number as usize % (known.len() + 1);
    known
        .get(at)
        .map_or_else(|| "onbekend".to_owned(), |one| one.key.clone())
}

fn of(number: u32) -> AttributeOf {
    AttributeOf::ALL[number as usize % 2]
}

fn value_of_attribute(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    let owners: Vec<AttributeOwner> = match of(b) {
        AttributeOf::Actors => some_actors(document, a)
            .into_iter()
            .map(AttributeOwner::Actor)
            .collect(),
        AttributeOf::Relations => {
            // Fewer than there are actors: all of them, or none would have a value long.
            let relations = document.constellation().relations.keys().copied();
            relations.map(AttributeOwner::Relation).collect()
        }
    };
    let key = key(document, of(b), b / 2);
    let value = [
        json!(format!("waarde {}", c % 3)),
        json!(c % 5),
        json!(f64::from(c % 7) / 2.0),
        json!(c.is_multiple_of(2)),
        json!("2026-11-29"),
        json!(["een", c % 3]),
        json!(""),
    ];
    let value = value.into_iter().nth(c as usize % 10).map(AttributeValue::from);
    // Few relations have a value long: what is taken away is one that somebody has.
    let has = |owner: &AttributeOwner| {
        let values = owner.values(document.constellation())?;
        values.iter().next().map(|(key, _)| key.to_owned())
    };
    let held = owners.iter().find_map(has).filter(|_| value.is_none());
    let key = held.unwrap_or(key);
    set_attribute(document, &owners, &key, value.as_ref())
}

fn attribute(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    let (of, of_type) = (of(a), AttributeType::ALL[c as usize % 7]);
    let key = key(document, of, b);
    match a / 2 % 7 {
        0..=2 => add_attribute(document, of, &format!("Kenmerk {}", b % 9), of_type).map(drop),
        3 | 4 => edit_attribute(document, of, &key, &AttributeEdit::Type(of_type)),
        5 if c.is_multiple_of(2) => {
            let label = AttributeEdit::Label(format!("Anders {}", c % 4));
            edit_attribute(document, of, &key, &label)
        }
        5 => {
            let words = (0..c % 4).map(|at| format!("waarde {at}")).collect();
            edit_attribute(document, of, &key, &AttributeEdit::Categories(words))
        }
        _ => remove_attribute(document, of, &key),
    }
}

const ALIGNMENTS: [Alignment; 6] = [
    Alignment::Left,
    Alignment::CentreX,
    Alignment::Right,
    Alignment::Top,
    Alignment::CentreY,
    Alignment::Bottom,
];

fn point(a: u32, b: u32) -> Point {
    Point::new(f64::from(a % 1600) - 800.3, f64::from(b % 1000) / 3.0 - 166.0)
}

fn new_actor(document: &Document, a: u32, b: u32) -> NewActor {
    let kinds = &document.constellation().vocabulary.actor_kinds;
    NewActor {
        label: format!("Actor {a} \u{e9}"),
        kind: kinds
            .get(a as usize % (kinds.len() + 1))
            .map(|kind| kind.id.clone()),
        pos: (!b.is_multiple_of(3)).then(|| point(a, b)),
    }
}

fn actor(document: &Document, number: u32) -> Result<ActorId, EditError> {
    let actors = &document.constellation().actors;
    let at = number as usize % actors.len().max(1);
    actors.keys().nth(at).copied().ok_or(EditError::NothingToDo)
}

fn new_relation(document: &Document, a: u32, b: u32, c: u32) -> Result<NewRelation, EditError> {
    let kinds = &document.constellation().vocabulary.relation_kinds;
    let kind = kinds
        .get(c as usize % kinds.len().max(1))
        .ok_or(EditError::NothingToDo)?;
    Ok(NewRelation {
        source: actor(document, a)?,
        target: actor(document, b)?,
        kind: kind.id.clone(),
        // Now and then not a weight at all.
        weight: f64::from(c % 13) / 7.0,
    })
}

fn some_actors(document: &Document, a: u32) -> Vec<ActorId> {
    let is_chosen = |id: &ActorId| (id.0.wrapping_mul(2_654_435_761) ^ a).is_multiple_of(3);
    document
        .constellation()
        .actors
        .keys()
        .copied()
        .filter(is_chosen)
        .collect()
}

fn some_relations(document: &Document, a: u32) -> Vec<RelationId> {
    let is_chosen = |id: &RelationId| (id.0.wrapping_mul(2_654_435_761) ^ a).is_multiple_of(3);
    document
        .constellation()
        .relations
        .keys()
        .copied()
        .filter(is_chosen)
        .collect()
}

fn select(document: &mut Document, a: u32, b: u32) {
    let actors = some_actors(document, a).into_iter().collect();
    let relations = some_relations(document, b).into_iter().collect();
    document.set_selection(Selection { actors, relations });
}

fn actor_edit(document: &Document, b: u32, c: u32) -> ActorEdit {
    let words = &document.constellation().vocabulary;
    let at = |length: usize| c as usize % (length + 1);
    match b % 18 {
        0 => ActorField::Label(format!("Naam {c}")).into(),
        1 => ActorField::Kind(
            words
                .actor_kinds
                .get(at(words.actor_kinds.len()))
                .map(|one| one.id.clone()),
        )
        .into(),
        2 => ActorField::Sector(
            words
                .sectors
                .get(at(words.sectors.len()))
                .map(|one| one.id.clone()),
        )
        .into(),
        3 => ActorField::Level(words.levels.get(at(words.levels.len())).map(|one| one.id.clone())).into(),
        4 => ActorField::Region(
            words
                .regions
                .get(at(words.regions.len()))
                .map(|one| one.id.clone()),
        )
        .into(),
        5 => ActorField::Domains(
            words
                .domains
                .iter()
                .take(at(3))
                .map(|one| one.id.clone())
                .collect(),
        )
        .into(),
        6 => ActorEdit::AddDomain(words.domains.last().map_or("?".into(), |one| one.id.clone())),
        7 => ActorEdit::RemoveDomain(words.domains.last().map_or("?".into(), |one| one.id.clone())),
        8 => ActorField::Organisation(actor(document, c).ok().filter(|_| !c.is_multiple_of(4))).into(),
        9 => ActorField::Gaze((!c.is_multiple_of(5)).then(|| f64::from(c) / 7.0 - 1000.0)).into(),
        10 => ActorField::Influence((!c.is_multiple_of(5)).then_some(c % 9)).into(),
        11 => ActorField::Stance(
            [
                None,
                Some(Stance::For),
                Some(Stance::Against),
                Some(Stance::Neutral),
            ][at(3)],
        )
        .into(),
        12 => ActorField::Tempo([None, Some(Tempo::Accelerator), Some(Tempo::Broadener)][at(2)]).into(),
        13 => ActorField::Interests((0..c % 4).map(|at| format!("belang {at}")).collect()).into(),
        14 => ActorField::Form(format!("vorm {c}")).into(),
        15 => ActorField::Motive(format!("motief {c}")).into(),
        16 => ActorField::Note("notitie\n".repeat(c as usize % 3)).into(),
        _ => ActorField::Card(Box::new(HumanCard {
            agile: c.is_multiple_of(2).then_some(Answer::No),
            note: "x".repeat(c as usize % 3),
            ..HumanCard::default()
        }))
        .into(),
    }
}

fn relation_edit(document: &Document, b: u32, c: u32) -> RelationEdit {
    let kinds = &document.constellation().vocabulary.relation_kinds;
    match b % 8 {
        0 => {
            let kind = kinds.get(c as usize % kinds.len().max(1));
            RelationField::Kind(kind.map_or("?".into(), |kind| kind.id.clone())).into()
        }
        1 => RelationField::Weight(f64::from(c % 20) / 3.0).into(),
        2 => RelationField::Direction(
            [Direction::Directed, Direction::Mutual, Direction::Undirected][c as usize % 3],
        )
        .into(),
        3 => RelationEdit::Reverse,
        4 => RelationField::Status(
            [
                RelationStatus::Existing,
                RelationStatus::Wished,
                RelationStatus::Ended,
            ][c as usize % 3],
        )
        .into(),
        5 => RelationField::Verified(c.is_multiple_of(2)).into(),
        6 => RelationField::Motive(format!("reden {c}")).into(),
        _ => RelationField::Note(format!("noot {c}")).into(),
    }
}

/// Many frames of a drag, ended, given up, or ended where it began.
fn drag(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    let ids = some_actors(document, a);
    let before: Vec<_> = ids
        .iter()
        .map(|id| (*id, document.constellation().actors[id].pos))
        .collect();
    document.begin(Label::MoveActors);
    for frame in 0..c % 5 {
        let moves: Vec<_> = ids
            .iter()
            .map(|id| (*id, Some(point(b + frame + id.0, c))))
            .collect();
        place(document, &moves)?;
    }
    match c % 3 {
        0 => document.abort(),
        1 => {
            place(document, &before)?;
            document.commit();
        }
        _ => {
            document.commit();
        }
    }
    Ok(())
}

/// One open gesture in which all sorts of edits follow each other, some again and again, as of a slider; some
/// are refused.
fn slide(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    document.begin(Label::EditActor);
    for frame in 0..c % 7 {
        let mix = |salt: u32| (b ^ salt).wrapping_add(frame.wrapping_mul(2_654_435_761)) >> 5;
        let _ = match mix(a) % 12 {
            0 => edit_actors(
                document,
                &some_actors(document, a),
                &actor_edit(document, b, mix(1)),
            ),
            1 => edit_relations(
                document,
                &some_relations(document, a),
                &relation_edit(document, b, mix(1)),
            ),
            2 => {
                actor(document, a).and_then(|actor| place(document, &[(actor, Some(point(mix(1), mix(2))))]))
            }
            3 => word(document, a, mix(1)).and_then(|word| edit_word(document, word)),
            4 => set_board(
                document,
                Board {
                    issue_pos: Some(point(mix(1), mix(2))),
                    width: f64::from(mix(3) % 50),
                    ..document.constellation().board.clone()
                },
            ),
            5 => add_actor(document, new_actor(document, mix(1), mix(2))).map(drop),
            6 => note(document, mix(1), mix(2), mix(3)),
            // The same value again and again, as of a slider.
            8 | 9 => value_of_attribute(document, a, b, mix(1)),
            10 => attribute(document, mix(1), mix(2), mix(3)),
            11 => agreement(document, mix(1), mix(2), mix(3)),
            7 => {
                select(document, mix(1), mix(2));
                delete(document, &document.selection().clone(), Label::Delete)
            }
            _ => edit_actors(
                document,
                &some_actors(document, a),
                &actor_edit(document, mix(2), mix(1)),
            ),
        };
    }
    if c.is_multiple_of(4) {
        document.abort();
    } else {
        document.commit();
    }
    Ok(())
}

fn note(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    let constellation = document.constellation();
    let existing = |number: u32| -> Result<NoteId, EditError> {
        let at = number as usize % constellation.notes.len().max(1);
        constellation
            .notes
            .keys()
            .nth(at)
            .copied()
            .ok_or(EditError::NothingToDo)
    };
    match a % 4 {
        0 => {
            let id = existing(b)?;
            edit_note(document, id, &format!("anders {c}"))
        }
        1 => {
            let id = existing(b)?;
            delete_note(document, id)
        }
        _ => {
            let relation = constellation.relations.keys().nth(b as usize % 5).copied();
            let about = match (b % 3, relation) {
                (0, Some(relation)) => NoteTarget::Relation(relation),
                (1, _) => NoteTarget::Actor(actor(document, c)?),
                _ => NoteTarget::Constellation,
            };
            add_note(document, about, &format!("gezegd {c}"), "2026-11-21T10:00:00Z").map(drop)
        }
    }
}

fn agreement(document: &mut Document, a: u32, b: u32, c: u32) -> Result<(), EditError> {
    let constellation = document.constellation();
    let relation = constellation.relations.keys().nth(b as usize % 5).copied();
    let about = match (c % 4, relation) {
        (0, Some(relation)) => AgreementSubject::Relation(relation),
        (1, _) => AgreementSubject::Actor(actor(document, b)?),
        (2, _) => AgreementSubject::Gone(format!("wie weg is {c}")),
        _ => AgreementSubject::Nothing,
    };
    if a.is_multiple_of(3) {
        return add_agreement(document, &format!("afspraak {c}"), about).map(drop);
    }
    let agreements = &constellation.agreements;
    let at = b as usize % agreements.len().max(1);
    let id = agreements.keys().nth(at).copied().ok_or(EditError::NothingToDo)?;
    let field = match a % 8 {
        0 => AgreementField::What(format!("anders {c}")),
        1 => AgreementField::When(["1-12-2026", "na de zomer", ""][c as usize % 3].to_owned()),
        2 => AgreementField::About(about),
        3 => AgreementField::Done(c.is_multiple_of(2)),
        4 => AgreementField::Note("spoed ".repeat(c as usize % 3)),
        5 => {
            let first = actor(document, c).map(AgreementParty::Actor);
            let who = first
                .into_iter()
                .chain([AgreementParty::Text(format!("buur {c}"))]);
            AgreementField::Who(who.take(c as usize % 3).collect())
        }
        6 => return edit_who_agreed(document, id, &format!("Actor {c} \u{e9}, iemand {b}")),
        _ => return delete_agreement(document, id),
    };
    edit_agreement(document, id, field)
}

fn list(number: u32) -> WordList {
    WordList::ALL[number as usize % WordList::ALL.len()]
}

fn ids(vocabulary: &Vocabulary, list: WordList) -> Vec<String> {
    match list {
        WordList::ActorKinds => vocabulary
            .actor_kinds
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
        WordList::Sectors => vocabulary.sectors.iter().map(|one| one.id.to_string()).collect(),
        WordList::Levels => vocabulary.levels.iter().map(|one| one.id.to_string()).collect(),
        WordList::Domains => vocabulary.domains.iter().map(|one| one.id.to_string()).collect(),
        WordList::Regions => vocabulary.regions.iter().map(|one| one.id.to_string()).collect(),
        WordList::RelationKinds => vocabulary
            .relation_kinds
            .iter()
            .map(|one| one.id.to_string())
            .collect(),
    }
}

fn word(document: &Document, a: u32, b: u32) -> Result<Word, EditError> {
    fn pick<T: Clone>(list: &[T], number: u32) -> Result<T, EditError> {
        let at = number as usize % list.len().max(1);
        list.get(at).cloned().ok_or(EditError::NothingToDo)
    }
    let words = &document.constellation().vocabulary;
    Ok(match list(a) {
        WordList::ActorKinds => {
            let mut kind = pick(&words.actor_kinds, b)?;
            kind.is_body = !kind.is_body;
            // Now and then a sector that does not exist.
            kind.sector = if b.is_multiple_of(3) {
                Some("nergens".into())
            } else {
                None
            };
            Word::ActorKind(kind)
        }
        WordList::Sectors => {
            let mut sector = pick(&words.sectors, b)?;
            sector.colour = Rgb(b as u8, 1, 2);
            Word::Sector(sector)
        }
        WordList::Levels => {
            let mut level = pick(&words.levels, b)?;
            level.label.push('!');
            Word::Level(level)
        }
        WordList::Domains => {
            let mut domain = pick(&words.domains, b)?;
            domain.label.push('!');
            Word::Domain(domain)
        }
        WordList::Regions => {
            let mut region = pick(&words.regions, b)?;
            region.label.push('!');
            Word::Region(region)
        }
        WordList::RelationKinds => {
            let mut kind = pick(&words.relation_kinds, b)?;
            kind.is_negative = !kind.is_negative;
            Word::RelationKind(kind)
        }
    })
}
