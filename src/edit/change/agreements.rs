//! Changes of agreements: one that comes or goes, and one field of one.

use super::Change;
use crate::edit::EditError;
use crate::model::{Agreement, AgreementId, AgreementParty, AgreementSubject, Constellation};

/// One field of an agreement, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub enum AgreementField {
    What(String),
    Who(Vec<AgreementParty>),
    /// A day as ISO 8601 has it, or words.
    When(String),
    About(AgreementSubject),
    Done(bool),
    Note(String),
}

impl AgreementField {
    /// What makes one agreement of the other, field by field. All fields are named, so that a new one is decided about
    /// here.
    pub fn between(before: &Agreement, after: Agreement) -> Vec<Self> {
        let Agreement {
            id: _,
            extra: _,
            what,
            who,
            when,
            about,
            is_done,
            note,
        } = after;
        let mut fields = Vec::new();
        let mut unless_same = |is_same: bool, field: Self| {
            if !is_same {
                fields.push(field);
            }
        };
        unless_same(before.what == what, Self::What(what));
        unless_same(before.who == who, Self::Who(who));
        unless_same(before.when == when, Self::When(when));
        unless_same(before.about == about, Self::About(about));
        unless_same(before.is_done == is_done, Self::Done(is_done));
        unless_same(before.note == note, Self::Note(note));
        fields
    }

    /// Puts it in, and returns what was there.
    pub(in crate::edit) fn put_in(self, agreement: &mut Agreement) -> Self {
        use std::mem::replace;
        match self {
            Self::What(to) => Self::What(replace(&mut agreement.what, to)),
            Self::Who(to) => Self::Who(replace(&mut agreement.who, to)),
            Self::When(to) => Self::When(replace(&mut agreement.when, to)),
            Self::About(to) => Self::About(replace(&mut agreement.about, to)),
            Self::Done(to) => Self::Done(replace(&mut agreement.is_done, to)),
            Self::Note(to) => Self::Note(replace(&mut agreement.note, to)),
        }
    }
}

/// Whom and what it names exists.
fn check(constellation: &Constellation, agreement: &Agreement) -> Result<(), EditError> {
    if let Some(actor) = agreement.missing_actor(constellation) {
        return Err(EditError::NoSuchActor(actor));
    }
    match agreement.missing_relation(constellation) {
        Some(relation) => Err(EditError::NoSuchRelation(relation)),
        None => Ok(()),
    }
}

/// Adds one, or (with `None`) takes it away.
pub(super) fn set(
    constellation: &mut Constellation,
    id: AgreementId,
    to: Option<Box<Agreement>>,
) -> Result<Change, EditError> {
    let before = match to {
        Some(agreement) => {
            let is_taken = constellation.agreements.contains_key(&id);
            if agreement.id != id || id.0 >= constellation.next_id || is_taken {
                return Err(EditError::BadId(id.0));
            }
            check(constellation, &agreement)?;
            constellation.agreements.insert(id, *agreement)
        }
        None => {
            let gone = constellation.agreements.remove(&id);
            Some(gone.ok_or(EditError::NoSuchAgreement(id))?)
        }
    };
    Ok(Change::Agreement {
        id,
        to: before.map(Box::new),
    })
}

pub(super) fn describe(
    constellation: &mut Constellation,
    id: AgreementId,
    to: AgreementField,
) -> Result<Change, EditError> {
    let agreement = constellation.agreements.get(&id);
    let mut after = agreement.ok_or(EditError::NoSuchAgreement(id))?.clone();
    let before = to.put_in(&mut after);
    check(constellation, &after)?;
    constellation.agreements.insert(id, after);
    Ok(Change::AgreementField { id, to: before })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::testing::document_of;
    use crate::model::ActorId;

    #[test]
    fn every_field_is_one_change_that_takes_itself_back() {
        let (document, ids) = document_of(["a", "b"]);
        let mut constellation = document.constellation().clone();
        constellation.next_id += 1;
        let id = AgreementId(constellation.next_id - 1);
        let before = Agreement::new(id, "bellen");
        let add = Change::Agreement {
            id,
            to: Some(Box::new(before.clone())),
        };
        let gone = add.clone().apply(&mut constellation).unwrap();
        assert!(add.apply(&mut constellation).is_err(), "it is there already");
        let after = Agreement {
            what: "schrijven".to_owned(),
            who: vec![
                AgreementParty::Actor(ids[0]),
                AgreementParty::Text("x".to_owned()),
            ],
            when: "2026-12-01".to_owned(),
            about: AgreementSubject::Actor(ids[1]),
            is_done: true,
            note: "spoed".to_owned(),
            ..before.clone()
        };
        let fields = AgreementField::between(&before, after.clone());
        assert_eq!(fields.len(), 6);
        let mut back = vec![gone];
        for to in fields {
            let change = Change::AgreementField { id, to };
            back.push(change.apply(&mut constellation).unwrap());
        }
        assert_eq!(constellation.agreements[&id], after);
        for change in back.into_iter().rev() {
            change.apply(&mut constellation).unwrap();
        }
        assert!(constellation.agreements.is_empty());
    }

    #[test]
    fn who_does_not_exist_cannot_agree_and_who_agreed_cannot_just_go() {
        let (document, ids) = document_of(["a", "b"]);
        let mut constellation = document.constellation().clone();
        constellation.next_id += 1;
        let id = AgreementId(constellation.next_id - 1);
        let mut agreement = Agreement::new(id, "bellen");
        agreement.who = vec![AgreementParty::Actor(ids[0])];
        let add = Change::Agreement {
            id,
            to: Some(Box::new(agreement)),
        };
        add.apply(&mut constellation).unwrap();
        let before = constellation.clone();
        let field = |to| Change::AgreementField { id, to };
        for change in [
            field(AgreementField::Who(vec![AgreementParty::Actor(ActorId(999))])),
            field(AgreementField::About(AgreementSubject::Actor(ActorId(999)))),
            Change::Actor { id: ids[0], to: None },
            Change::Agreement {
                id: AgreementId(999),
                to: None,
            },
        ] {
            assert!(change.clone().apply(&mut constellation).is_err(), "{change:?}");
            assert_eq!(constellation, before, "{change:?}");
        }
    }
}
