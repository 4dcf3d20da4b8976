//! The log of edits as it is stored: the journal on disk holds it line by line, a file of a session would hold the
//! same, and the clipboard holds what is copied. Types of their own, so that the model can change and what was
//! stored stays readable: every field is named both ways, and a new one does not compile until it is decided about.
//!
//! Versions, in the head of a journal (none there: 1):
//!
//! 1. As program version 0.1.0 wrote it: entries without a moment, pictures with their bytes in every entry.
//! 2. Entries with a moment ([`LogEntry`]); pictures once, and named after that ([`StoredPicture::resource`]); words and
//!    categories with a colour of their own.
//! 3. Agreements.
//!
//! A program refuses what it does not know, so whatever an older program would not understand is a new version:
//! it then says so in one sentence, and leaves the journal as it is. A field that an older journal lacks has a default.

#[macro_use]
mod macros;
mod actor;
mod agreement;
mod attribute;
mod change;
mod entry;
mod fragment;
mod relation;
mod vocabulary;
mod whole;

use std::collections::{BTreeMap, BTreeSet};

pub use actor::{StoredActor, StoredActorField, StoredCard};
pub use agreement::{StoredAgreement, StoredAgreementField};
pub use attribute::{StoredAttribute, StoredAttributeInPlace, StoredAttributeOwner, StoredValueInPlace};
pub use change::StoredChange;
pub use entry::{LogEntry, StoredEntry, StoredLabel, StoredSelection, StoredStep};
pub use fragment::StoredFragment;
pub use relation::{StoredRelation, StoredRelationField};
pub use vocabulary::StoredVocabulary;
pub use whole::{
    StoredBoard, StoredBytes, StoredConstellation, StoredInfo, StoredNote, StoredPicture,
    WrittenConstellation,
};

use super::native::words::{
    AnswerDto, AttributeOfDto, AttributeTypeDto, BackgroundDto, DirectionDto, LayerDto, LineDto, ShapeDto,
    StanceDto, StatusDto, TempoDto,
};
use crate::model::{
    ActorId, ActorKindId, AgreementId, Answer, AttributeOf, AttributeType, Background, CopyOnWrite,
    Direction, DomainId, Extra, Layer, LevelId, LineStyle, NoteId, PieceShape, RegionId, RelationId,
    RelationKindId, RelationStatus, Rgb, SectorId, Stance, Tempo,
};

/// The version that is written, and the newest that is read.
pub const VERSION: u32 = 3;

/// What a head says that names no version.
pub const fn first_version() -> u32 {
    1
}

/// A value that is stored as another type.
pub trait Storable: Sized {
    type Stored;

    fn stored(&self) -> Self::Stored;

    /// `None` when something that it names is not there: a picture without its bytes.
    fn restored(stored: Self::Stored) -> Option<Self>;
}

stored_as_it_is!(bool, u32, usize, f64, String, Extra);
stored_by!(u32: ActorId(0), RelationId(0), NoteId(0), AgreementId(0));
stored_by_word!(
    Answer => AnswerDto, AttributeOf => AttributeOfDto, AttributeType => AttributeTypeDto, Background => BackgroundDto, Direction => DirectionDto, Layer => LayerDto,
    LineStyle => LineDto, PieceShape => ShapeDto, RelationStatus => StatusDto, Stance => StanceDto,
    Tempo => TempoDto
);
stored_as_text!(ActorKindId, SectorId, LevelId, DomainId, RegionId, RelationKindId);

impl Storable for Rgb {
    type Stored = [u8; 3];

    fn stored(&self) -> [u8; 3] {
        let Self(red, green, blue) = *self;
        [red, green, blue]
    }

    fn restored([red, green, blue]: [u8; 3]) -> Option<Self> {
        Some(Self(red, green, blue))
    }
}

impl<T: Storable> Storable for Box<T> {
    type Stored = Box<T::Stored>;

    fn stored(&self) -> Self::Stored {
        Box::new((**self).stored())
    }

    fn restored(stored: Self::Stored) -> Option<Self> {
        T::restored(*stored).map(Box::new)
    }
}

impl<T: Storable> Storable for Option<T> {
    type Stored = Option<T::Stored>;

    fn stored(&self) -> Self::Stored {
        self.as_ref().map(Storable::stored)
    }

    fn restored(stored: Self::Stored) -> Option<Self> {
        match stored {
            Some(stored) => T::restored(stored).map(Some),
            None => Some(None),
        }
    }
}

impl<T: Storable> Storable for Vec<T> {
    type Stored = Vec<T::Stored>;

    fn stored(&self) -> Self::Stored {
        self.iter().map(Storable::stored).collect()
    }

    fn restored(stored: Self::Stored) -> Option<Self> {
        stored.into_iter().map(T::restored).collect()
    }
}

impl<T: Storable<Stored: Ord> + Ord> Storable for BTreeSet<T> {
    type Stored = BTreeSet<T::Stored>;

    fn stored(&self) -> Self::Stored {
        self.iter().map(Storable::stored).collect()
    }

    fn restored(stored: Self::Stored) -> Option<Self> {
        stored.into_iter().map(T::restored).collect()
    }
}

impl<T: Storable + Clone> Storable for CopyOnWrite<T> {
    type Stored = T::Stored;

    fn stored(&self) -> T::Stored {
        T::stored(self)
    }

    fn restored(stored: T::Stored) -> Option<Self> {
        T::restored(stored).map(Self::new)
    }
}

impl<K: Storable<Stored: Ord> + Ord, V: Storable> Storable for BTreeMap<K, V> {
    type Stored = BTreeMap<K::Stored, V::Stored>;

    fn stored(&self) -> Self::Stored {
        let pair = |(key, value): (&K, &V)| (key.stored(), value.stored());
        self.iter().map(pair).collect()
    }

    fn restored(stored: Self::Stored) -> Option<Self> {
        let pair = |(key, value)| Some((K::restored(key)?, V::restored(value)?));
        stored.into_iter().map(pair).collect()
    }
}
