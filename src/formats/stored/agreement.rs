//! Agreements as they are stored.

use crate::edit::AgreementField;
use crate::model::{Agreement, AgreementParty, AgreementSubject, Extra};

stored_enum!(
    /// Somebody who agreed.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredParty of AgreementParty {
        Actor(u32),
        Text(String),
        Gone(String),
    }
);

stored_enum!(
    /// What an agreement is about.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredAgreementSubject of AgreementSubject {
        Nothing,
        Actor(u32),
        Relation(u32),
        Gone(String),
    }
);

stored_struct!(
    /// An agreement.
    StoredAgreement of Agreement {
        id: u32,
        what: String,
        who: Vec<StoredParty>,
        when: String,
        about: StoredAgreementSubject,
        is_done: bool,
        note: String,
        extra: Extra,
    }
);

stored_enum!(
    /// One field of an agreement, and what it says.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredAgreementField of AgreementField {
        What(String),
        Who(Vec<StoredParty>),
        When(String),
        About(StoredAgreementSubject),
        Done(bool),
        Note(String),
    }
);
