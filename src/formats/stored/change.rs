//! Changes as they are stored.

use super::{
    StoredActor, StoredActorField, StoredAgreement, StoredAgreementField, StoredAttributeInPlace,
    StoredAttributeOwner, StoredBoard, StoredInfo, StoredNote, StoredPicture, StoredRelation,
    StoredRelationField, StoredValueInPlace, StoredVocabulary,
};
use crate::edit::Change;
use crate::formats::native::dto::PointDto;
use crate::formats::native::words::{AttributeOfDto, BackgroundDto};
use crate::model::Extra;

stored_enum!(
    /// The smallest step of editing. One that nothing makes any more stays: it is in what was stored before.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredChange of Change {
        Actor { id: u32, to: Option<Box<StoredActor>> },
        Relation { id: u32, to: Option<Box<StoredRelation>> },
        ActorField { id: u32, to: StoredActorField },
        RelationField { id: u32, to: StoredRelationField },
        Attribute {
            owner: StoredAttributeOwner,
            key: String,
            to: Option<StoredValueInPlace>,
        },
        AttributeDefinition {
            of: AttributeOfDto,
            key: String,
            to: Option<StoredAttributeInPlace>,
        },
        Place { id: u32, to: Option<PointDto> },
        Vocabulary { to: Box<StoredVocabulary> },
        Info { to: Box<StoredInfo> },
        BoardSize { width: f64, height: f64 },
        Background { to: BackgroundDto },
        BackgroundPicture { to: Option<Box<StoredPicture>> },
        IssuePlace { to: Option<PointDto> },
        ColourBy { to: Option<String> },
        BoardExtra { to: Box<Extra> },
        Board { to: Box<StoredBoard> },
        Note { id: u32, to: Option<Box<StoredNote>> },
        Agreement { id: u32, to: Option<Box<StoredAgreement>> },
        AgreementField { id: u32, to: StoredAgreementField },
        NextId { to: u32 },
    }
);

impl StoredChange {
    /// The picture that it puts under the board.
    pub fn picture_mut(&mut self) -> Option<&mut StoredPicture> {
        match self {
            Self::BackgroundPicture { to } => to.as_deref_mut(),
            Self::Board { to } => to.picture.as_mut(),
            _ => None,
        }
    }
}
