use crate::desk::{CameraRequest, Dialog, LeftTab, Projection, RightTab, SpannerDetail, TableTab, Tool};
use crate::model::{ActorId, ActorKindId, AgreementSubject, RelationKindId};

/// A request that changes what the window does.
#[derive(Debug, Clone, PartialEq)]
pub enum DeskChange {
    Open(Dialog),
    /// Closes this one, when no other was opened instead.
    Close(Dialog),

    // In the hand.
    Take(Tool),
    /// From whom the next relation is drawn.
    RelateFrom(Option<ActorId>),
    /// A relation from who is selected, to whoever comes next.
    RelateFromSelected,
    ActiveRelationKind(RelationKindId),
    ActiveWeight(f64),
    ActiveActorKind(Option<ActorKindId>),

    // A name in edit on the board.
    StartRename(ActorId),
    RenameSelected,
    /// What stands in the field now.
    TypeName(String),
    FinishRename,

    // Panels.
    OpenLeft(LeftTab),
    CloseLeft,
    OpenRight(RightTab),
    CloseRight,
    OpenTable(TableTab),
    /// The list of agreements below the board, with the keyboard where the next is written.
    WriteAgreement,
    /// The same, of an agreement about this.
    AgreeAbout(AgreementSubject),
    /// The same, of an agreement about the one actor or relation that is selected.
    AgreeAboutSelected,
    ToggleLeft,
    ToggleRight,
    ToggleTable,
    ToggleLegend,
    ToggleHall,
    SpannerDetail(Option<(ActorId, SpannerDetail)>),
    Projection(Projection),

    MoveCamera(CameraRequest),
}
