//! A gesture under way. Repeated changes of one thing stay one change: a drag, a slider, typing.

use std::collections::HashMap;
use std::mem::{Discriminant, discriminant};

use super::{ActorField, AgreementField, AttributeOwner, Change, Label, RelationField, Selection};
use crate::model::{ActorId, AgreementId, NoteId, RelationId};

/// What a change gives a value, so that a later change of the same replaces it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum ChangeTarget {
    Actor(ActorId),
    ActorField(ActorId, Discriminant<ActorField>),
    /// Of an actor or relation that has a value, and keeps it at the same place among the others.
    Attribute(AttributeOwner, String),
    Place(ActorId),
    Relation(RelationId),
    RelationField(RelationId, Discriminant<RelationField>),
    Note(NoteId),
    AgreementField(AgreementId, Discriminant<AgreementField>),
    Vocabulary,
    Info,
    BoardSize,
    Background,
    Picture,
    IssuePlace,
    ColourBy,
}

/// The target of a change that only gives another value to what was there and stays there. Such changes of
/// different targets can be applied in any order, except where [`Gesture::push`] says otherwise. What adds
/// and removes has none.
fn target(change: &Change, inverse: &Change) -> Option<ChangeTarget> {
    match (change, inverse) {
        (Change::Actor { id, to: Some(after) }, Change::Actor { to: Some(before), .. }) => {
            (after.key == before.key).then_some(ChangeTarget::Actor(*id))
        }
        (Change::Relation { id, to: Some(after) }, Change::Relation { to: Some(before), .. }) => {
            (after.key == before.key).then_some(ChangeTarget::Relation(*id))
        }
        (Change::Note { id, to: Some(_) }, Change::Note { to: Some(_), .. }) => Some(ChangeTarget::Note(*id)),
        (Change::AgreementField { id, to }, _) => Some(ChangeTarget::AgreementField(*id, discriminant(to))),
        (Change::ActorField { id, to }, _) => Some(ChangeTarget::ActorField(*id, discriminant(to))),
        (Change::RelationField { id, to }, _) => Some(ChangeTarget::RelationField(*id, discriminant(to))),
        (
            Change::Attribute {
                owner,
                key,
                to: Some(to),
            },
            Change::Attribute { to: Some(from), .. },
        ) => (to.at == from.at).then(|| ChangeTarget::Attribute(*owner, key.clone())),
        (Change::Place { id, .. }, _) => Some(ChangeTarget::Place(*id)),
        (Change::Vocabulary { .. }, _) => Some(ChangeTarget::Vocabulary),
        (Change::Info { .. }, _) => Some(ChangeTarget::Info),
        (Change::BoardSize { .. }, _) => Some(ChangeTarget::BoardSize),
        (Change::Background { .. }, _) => Some(ChangeTarget::Background),
        (Change::BackgroundPicture { .. }, _) => Some(ChangeTarget::Picture),
        (Change::IssuePlace { .. }, _) => Some(ChangeTarget::IssuePlace),
        (Change::ColourBy { .. }, _) => Some(ChangeTarget::ColourBy),
        _ => None,
    }
}

/// Begun, not yet committed or aborted.
#[derive(Debug)]
pub(super) struct Gesture {
    pub label: Label,
    pub changes: Vec<Change>,
    /// `inverses[i]` takes back `changes[i]`.
    pub inverses: Vec<Change>,
    pub selection_before: Selection,
    /// For every target, the place in `changes` of the latest change that may still be replaced.
    latest: HashMap<ChangeTarget, usize>,
}

/// A part of a gesture that may still be taken back.
#[derive(Debug)]
pub(super) struct GesturePart {
    from: usize,
    latest: HashMap<ChangeTarget, usize>,
}

impl Gesture {
    pub fn new(label: Label, selection_before: Selection) -> Self {
        Self {
            label,
            changes: Vec::new(),
            inverses: Vec::new(),
            selection_before,
            latest: HashMap::new(),
        }
    }

    /// Takes in a change that was applied.
    pub fn push(&mut self, change: Change, inverse: Change) {
        let Some(target) = target(&change, &inverse) else {
            self.latest.clear();
            self.changes.push(change);
            self.inverses.push(inverse);
            return;
        };
        match &target {
            // A whole actor has its place and its fields in it, a whole relation its fields.
            ChangeTarget::Actor(id) => self.latest.retain(|other, _| match other {
                ChangeTarget::Place(of) | ChangeTarget::ActorField(of, _) => of != id,
                ChangeTarget::Attribute(of, _) => *of != AttributeOwner::Actor(*id),
                _ => true,
            }),
            ChangeTarget::Relation(id) => self.latest.retain(|other, _| match other {
                ChangeTarget::RelationField(of, _) => of != id,
                ChangeTarget::Attribute(of, _) => *of != AttributeOwner::Relation(*id),
                _ => true,
            }),
            ChangeTarget::Place(id)
            | ChangeTarget::ActorField(id, _)
            | ChangeTarget::Attribute(AttributeOwner::Actor(id), _) => {
                self.latest.remove(&ChangeTarget::Actor(*id));
            }
            ChangeTarget::RelationField(id, _) | ChangeTarget::Attribute(AttributeOwner::Relation(id), _) => {
                self.latest.remove(&ChangeTarget::Relation(*id));
            }
            _ => {}
        }
        if target == ChangeTarget::Vocabulary {
            // Words may go once nobody uses them, and be used once they are there: the order counts.
            let last = self.changes.len().checked_sub(1);
            if self.latest.get(&target).copied() != last {
                self.latest.clear();
            }
        } else {
            self.latest.remove(&ChangeTarget::Vocabulary);
        }
        if let Some(&at) = self.latest.get(&target) {
            self.changes[at] = change;
            return;
        }
        self.latest.insert(target, self.changes.len());
        self.changes.push(change);
        self.inverses.push(inverse);
    }

    /// Whether everything ended as it began.
    pub fn came_to_nothing(&self) -> bool {
        let mut pairs = self.changes.iter().zip(&self.inverses);
        pairs.all(|(change, inverse)| change == inverse)
    }

    /// Begins a part: until it ends, its changes do not merge with earlier ones.
    pub fn begin_part(&mut self) -> GesturePart {
        GesturePart {
            from: self.changes.len(),
            latest: std::mem::take(&mut self.latest),
        }
    }

    /// Keeps the part; from now on its changes merge with earlier ones.
    pub fn keep_part(&mut self, part: GesturePart) {
        let changes = self.changes.split_off(part.from);
        let inverses = self.inverses.split_off(part.from);
        self.latest = part.latest;
        for (change, inverse) in changes.into_iter().zip(inverses) {
            self.push(change, inverse);
        }
    }

    /// Drops the part. Returns what takes it back, to be applied last to first.
    pub fn drop_part(&mut self, part: GesturePart) -> Vec<Change> {
        self.changes.truncate(part.from);
        self.latest = part.latest;
        self.inverses.split_off(part.from)
    }
}
