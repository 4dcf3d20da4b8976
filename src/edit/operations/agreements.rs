//! Agreements: adding, changing and removing one.

use super::take_id;
use crate::edit::{AgreementField, Change, Document, EditError, Label};
use crate::model::{ActorId, Agreement, AgreementId, AgreementSubject, Constellation, RelationId, date_in};

/// Adds an open agreement, after those that are there.
///
/// # Errors
/// [`EditError::NothingToDo`] without words, and when what it is about does not exist.
pub fn add_agreement(
    document: &mut Document,
    what: &str,
    about: AgreementSubject,
) -> Result<AgreementId, EditError> {
    let what = what.trim();
    if what.is_empty() {
        return Err(EditError::NothingToDo);
    }
    document.transact(Label::AddAgreement, |document| {
        let id = AgreementId(take_id(document)?);
        let agreement = Agreement {
            about,
            ..Agreement::new(id, what)
        };
        document.apply(Change::Agreement {
            id,
            to: Some(Box::new(agreement)),
        })?;
        Ok(id)
    })
}

/// Gives one field of an agreement another value. A day is kept as files have it, however it was typed.
///
/// # Errors
/// When there is no such agreement, or somebody it names does not exist.
pub fn edit_agreement(
    document: &mut Document,
    id: AgreementId,
    field: AgreementField,
) -> Result<(), EditError> {
    let (label, to) = match field {
        AgreementField::Done(true) => (Label::TickAgreement, AgreementField::Done(true)),
        AgreementField::When(text) => {
            let when = date_in(&text).unwrap_or_else(|| text.trim().to_owned());
            (Label::EditAgreement, AgreementField::When(when))
        }
        AgreementField::What(text) => (Label::EditAgreement, AgreementField::What(text.trim().to_owned())),
        other => (Label::EditAgreement, other),
    };
    document.transact(label, |document| {
        document.apply(Change::AgreementField { id, to })
    })
}

/// Says who agreed, by their names with commas between them.
///
/// # Errors
/// When there is no such agreement.
pub fn edit_who_agreed(document: &mut Document, id: AgreementId, names: &str) -> Result<(), EditError> {
    let constellation = document.constellation();
    let agreement = constellation.agreements.get(&id);
    let before = &agreement.ok_or(EditError::NoSuchAgreement(id))?.who;
    let who = constellation.parties_in(names, before);
    edit_agreement(document, id, AgreementField::Who(who))
}

/// # Errors
/// When there is no such agreement.
pub fn delete_agreement(document: &mut Document, id: AgreementId) -> Result<(), EditError> {
    document.transact(Label::DeleteAgreement, |document| {
        document.apply(Change::Agreement { id, to: None })
    })
}

/// What becomes of the agreements when these go: who is named in one stays in it by name.
pub(super) fn without(
    constellation: &Constellation,
    goes: impl Fn(ActorId) -> bool,
    tie_goes: impl Fn(RelationId) -> bool,
) -> Vec<Change> {
    let agreements = constellation.agreements.values();
    let changed = agreements.filter_map(|agreement| {
        let after = constellation.agreement_without(agreement, &goes, &tie_goes)?;
        Some((agreement, after))
    });
    changed
        .flat_map(|(agreement, after)| {
            let fields = AgreementField::between(agreement, after).into_iter();
            let id = agreement.id;
            fields.map(move |to| Change::AgreementField { id, to })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Selection;
    use crate::edit::operations::delete;
    use crate::edit::testing::{document_of, relate};
    use crate::model::{AgreementParty, validate};

    #[test]
    fn an_agreement_outlives_who_and_what_it_is_about_and_undo_brings_them_back() {
        let (mut document, ids) = document_of(["Anna", "UWV"]);
        let tie = relate(&mut document, ids[0], ids[1], "samenwerking");
        let about_tie = add_agreement(&mut document, " bellen ", AgreementSubject::Relation(tie)).unwrap();
        edit_who_agreed(&mut document, about_tie, "anna, de wethouder").unwrap();
        let about_actor = add_agreement(&mut document, "mailen", AgreementSubject::Actor(ids[0])).unwrap();
        let before = document.constellation().clone();
        delete(&mut document, &Selection::of_actor(ids[0]), Label::Delete).unwrap();
        let after = document.constellation();
        assert_eq!(validate(after), vec![]);
        let (one, other) = (&after.agreements[&about_tie], &after.agreements[&about_actor]);
        assert_eq!(one.what, "bellen");
        assert_eq!(
            one.who,
            [
                AgreementParty::Gone("Anna".to_owned()),
                AgreementParty::Text("de wethouder".to_owned())
            ]
        );
        assert_eq!(one.about, AgreementSubject::Gone("Anna – UWV".to_owned()));
        assert_eq!(other.about, AgreementSubject::Gone("Anna".to_owned()));
        document.undo();
        assert_eq!(*document.constellation(), before);
        document.redo();
        assert_eq!(document.constellation().agreements[&about_actor].about, {
            AgreementSubject::Gone("Anna".to_owned())
        });
    }

    #[test]
    fn a_day_is_kept_as_files_have_it_and_other_words_as_they_are() {
        let (mut document, _) = document_of(["Anna"]);
        let id = add_agreement(&mut document, "bellen", AgreementSubject::Nothing).unwrap();
        let mut when = |text: &str| {
            edit_agreement(&mut document, id, AgreementField::When(text.to_owned())).unwrap();
            document.constellation().agreements[&id].when.clone()
        };
        assert_eq!(when("1-12-2026"), "2026-12-01");
        assert_eq!(when(" na de zomer "), "na de zomer");
        assert_eq!(
            add_agreement(&mut document, "  ", AgreementSubject::Nothing),
            Err(EditError::NothingToDo)
        );
    }
}
