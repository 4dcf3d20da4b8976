//! Agreements of a file: whoever they name and is not in it stays by that name.

use super::{NativeBuilder, shallow};
use crate::formats::native::dto::{AgreementDto, AgreementSubjectDto, PartyDto};
use crate::formats::native::row::ReadRow;
use crate::formats::{Message, ReadError};
use crate::model::{Agreement, AgreementId, AgreementParty, AgreementSubject};

impl NativeBuilder {
    pub(super) fn agreements(&mut self, rows: Vec<ReadRow<AgreementDto>>) -> Result<(), ReadError> {
        for (at, row) in rows.into_iter().enumerate() {
            let path = format!("graph.agreements[{at}]");
            if let Some(message) = row.no_object() {
                self.report.skip(path, message);
                continue;
            }
            let AgreementDto {
                what,
                who,
                when,
                about,
                done,
                note,
                extra,
            } = self.take(row, &path);
            let who = who.into_iter().map(|party| self.party(party, &path)).collect();
            let about = match about {
                None => AgreementSubject::Nothing,
                Some(about) => self.subject(about, &path),
            };
            let id = AgreementId(self.next_number());
            let agreement = Agreement {
                id,
                what,
                who,
                when,
                about,
                is_done: done,
                note,
                extra: shallow(extra, &path)?,
            };
            self.constellation.agreements.insert(id, agreement);
            self.report.made += 1;
        }
        Ok(())
    }

    fn party(&mut self, party: PartyDto, path: &str) -> AgreementParty {
        match party {
            PartyDto::Actor(key) => match self.actor_of_key.get(&key) {
                Some(id) => AgreementParty::Actor(*id),
                None => AgreementParty::Gone(self.missing(key, path, "who")),
            },
            PartyDto::Text(name) => AgreementParty::Text(name),
            PartyDto::Gone(name) => AgreementParty::Gone(name),
        }
    }

    fn subject(&mut self, about: AgreementSubjectDto, path: &str) -> AgreementSubject {
        let (key, found) = match about {
            AgreementSubjectDto::Actor(key) => {
                let found = self.actor_of_key.get(&key).copied();
                (key, found.map(AgreementSubject::Actor))
            }
            AgreementSubjectDto::Relation(key) => {
                let found = self.relation_of_key.get(&key).copied();
                (key, found.map(AgreementSubject::Relation))
            }
            AgreementSubjectDto::Gone(name) => return AgreementSubject::Gone(name),
        };
        found.unwrap_or_else(|| AgreementSubject::Gone(self.missing(key, path, "about")))
    }

    /// Says that somebody is not in the file, who is kept by this key.
    fn missing(&mut self, key: String, path: &str, field: &str) -> String {
        let message = Message::new("read-notice-agreement-names-nobody").with("id", key.as_str());
        self.report.notice(format!("{path}.{field}"), message);
        key
    }
}
