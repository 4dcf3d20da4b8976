//! Agreements without names.

use super::{Rewriter, TextPlace};
use crate::model::{Agreement, AgreementParty, AgreementSubject};
use crate::pseudonyms::addresses::LEFT_OUT;

impl Rewriter<'_> {
    pub(super) fn agreement(&mut self, agreement: &Agreement) -> Agreement {
        let Agreement {
            id,
            what,
            who,
            when,
            about,
            is_done,
            note,
            extra,
        } = agreement;
        let place = TextPlace::Agreement;
        let who = who.iter().map(|party| match party {
            AgreementParty::Actor(id) => AgreementParty::Actor(*id),
            AgreementParty::Text(name) => AgreementParty::Text(self.text(name, &place)),
            AgreementParty::Gone(name) => AgreementParty::Gone(self.gone(name)),
        });
        Agreement {
            id: *id,
            who: who.collect(),
            what: self.text(what, &place),
            when: self.text(when, &place),
            about: match about {
                AgreementSubject::Gone(name) => AgreementSubject::Gone(self.gone(name)),
                AgreementSubject::Nothing | AgreementSubject::Actor(_) | AgreementSubject::Relation(_) => {
                    about.clone()
                }
            },
            is_done: *is_done,
            note: self.text(note, &place),
            extra: self.extra(extra),
        }
    }

    /// Who was removed has no code, and the name is one that nobody is to read.
    fn gone(&mut self, name: &str) -> String {
        if self.whose.are_on() && !name.is_empty() {
            self.replaced.push(TextPlace::Agreement);
            LEFT_OUT.to_owned()
        } else {
            name.to_owned()
        }
    }
}
