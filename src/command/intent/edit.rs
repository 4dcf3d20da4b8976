use crate::edit::operations::{
    ActorEdit, Alignment, AttributeEdit, Axis, Fragment, NewActor, RelationEdit, Word, WordList,
};
use crate::edit::{AgreementField, AttributeOwner, Label};
use crate::model::{
    ActorId, AgreementId, AgreementSubject, AttributeOf, AttributeType, AttributeValue, Board, Info, NoteId,
    NoteTarget, Point, RelationId,
};

/// A request that changes the constellation.
#[derive(Debug, Clone, PartialEq)]
pub enum Edit {
    // Gestures: everything between begin and end is one step to undo.
    Begin(Label),
    End,
    Abort,
    Undo,
    Redo,

    AddActor(NewActor),
    /// Adds an actor and puts its name in edit on the board.
    AddActorAndName(NewActor),
    /// As [`Self::AddActorAndName`], in the middle of what is in sight, as a step that ends with the name.
    AddActorInSight,
    AddActors(Vec<NewActor>),
    /// Pasted or dropped names, near the middle of what is in sight.
    AddNamesInSight(Vec<NewActor>),
    EditActors(Vec<ActorId>, ActorEdit),
    Place(Vec<(ActorId, Option<Point>)>),
    /// Of the active kind, with the active weight.
    AddRelation {
        source: ActorId,
        target: ActorId,
    },
    /// As `AddRelation`, with status "wished".
    AddWishedRelation {
        source: ActorId,
        target: ActorId,
    },
    /// As `AddRelation`, to a new actor put where the drag ended, with its name in edit.
    AddRelationToNew {
        source: ActorId,
        pos: Point,
    },
    EditRelations(Vec<RelationId>, RelationEdit),
    /// Gives them this value of the attribute with this key, or (with `None`) none.
    SetAttribute(Vec<AttributeOwner>, String, Option<AttributeValue>),
    /// Adds an attribute of this name.
    AddAttribute(AttributeOf, String, AttributeType),
    EditAttribute(AttributeOf, String, AttributeEdit),
    /// With the values that everybody has of it.
    RemoveAttribute(AttributeOf, String),
    SetInfo(Box<Info>),
    SetBoard(Box<Board>),
    AddWord(WordList, String),
    EditWord(Box<Word>),
    MoveWord {
        list: WordList,
        from: usize,
        to: usize,
    },
    RemoveWord {
        list: WordList,
        id: String,
        replacement: Option<String>,
    },
    AddNote(NoteTarget, String),
    EditNote(NoteId, String),
    DeleteNote(NoteId),
    AddAgreement(AgreementSubject, String),
    EditAgreement(AgreementId, AgreementField),
    /// Names with commas between them.
    EditWhoAgreed(AgreementId, String),
    DeleteAgreement(AgreementId),
    /// Offset from where it was copied, in board units.
    Paste(Box<Fragment>, f64, f64),

    // Of what is selected.
    Delete,
    Cut,
    Duplicate,
    Align(Alignment),
    Distribute(Axis),
    Reverse,
    MakeMutual,
    ToggleVerified,
    /// All of the kind that follows the first one's. Without any selected, what is drawn next is.
    NextKind,
    ToTray,
    /// Puts the question on the board, or takes it off.
    ToggleIssue,
}
