//! Identity. Actors and relations have a number for the program and a text for the file; entries of a
//! vocabulary have a text only.
//!
//! Numbers are never reused within a constellation (see [`Constellation::next_id`]) and are never an
//! index into anything.
//!
//! [`Constellation::next_id`]: super::Constellation::next_id

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

macro_rules! number_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

number_id!(
    /// An actor of one constellation.
    ActorId
);
number_id!(
    /// A relation of one constellation.
    RelationId
);
number_id!(
    /// A note of one constellation.
    NoteId
);
number_id!(
    /// An agreement of one constellation.
    AgreementId
);

macro_rules! text_id {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Arc<str>);

        impl $name {
            pub fn new(text: &str) -> Self {
                Self(Arc::from(text))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self::new(text)
            }
        }

        impl From<Arc<str>> for $name {
            fn from(text: Arc<str>) -> Self {
                Self(text)
            }
        }
    };
}

text_id!(
    /// A kind of actor: gemeente, UWV, onderneming, ...
    ActorKindId
);
text_id!(
    /// A sector: one of the four O's, or the user's own.
    SectorId
);
text_id!(
    /// A scale level; their order is that of the vocabulary.
    LevelId
);
text_id!(
    /// A policy domain; an actor may have several.
    DomainId
);
text_id!(
    /// A region.
    RegionId
);
text_id!(
    /// A kind of relation.
    RelationKindId
);
