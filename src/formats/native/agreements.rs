//! Agreements as they stand in a file.

use super::dto::{AgreementDto, AgreementSubjectDto, PartyDto};
use super::known;
use super::write::unknown;
use crate::model::{Agreement, AgreementParty, AgreementSubject, Constellation};

/// As it is written. Who does not exist, which a sound constellation does not have, is not in it.
pub(super) fn to_dto(constellation: &Constellation, agreement: &Agreement) -> AgreementDto {
    let Agreement {
        id: _,
        what,
        who,
        when,
        about,
        is_done,
        note,
        extra,
    } = agreement;
    let key = |id| constellation.actor(id).map(|actor| actor.key.clone());
    let party = |party: &AgreementParty| match party {
        AgreementParty::Actor(id) => key(*id).map(PartyDto::Actor),
        AgreementParty::Text(name) => Some(PartyDto::Text(name.clone())),
        AgreementParty::Gone(name) => Some(PartyDto::Gone(name.clone())),
    };
    AgreementDto {
        what: what.clone(),
        who: who.iter().filter_map(party).collect(),
        when: when.clone(),
        about: match about {
            AgreementSubject::Nothing => None,
            AgreementSubject::Actor(id) => key(*id).map(AgreementSubjectDto::Actor),
            AgreementSubject::Relation(id) => {
                let relation = constellation.relation(*id);
                relation.map(|relation| AgreementSubjectDto::Relation(relation.key.clone()))
            }
            AgreementSubject::Gone(name) => Some(AgreementSubjectDto::Gone(name.clone())),
        },
        done: *is_done,
        note: note.clone(),
        extra: unknown(extra, known::AGREEMENT),
    }
}
