//! What a view asks for, with its data.

use std::path::PathBuf;

use super::{Command, Reach};
use crate::edit::operations::{ActorEdit, NewActor, RelationEdit, Word, WordList};
use crate::edit::{Label, Selection};
use crate::model::{ActorId, Board, Info, Language, NoteId, NoteTarget, Point, RelationId, RelationKindId};
use crate::scene::{Filters, Highlight, ThemeKind};

/// One request of the user. Views push these; nothing else of theirs changes anything.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Run(Command),

    // Gestures: everything between begin and end is one step to undo.
    BeginGesture(Label),
    EndGesture,
    AbortGesture,

    // The constellation.
    AddActor(NewActor),
    /// Adds an actor and puts its name in edit on the board.
    AddActorAndName(NewActor),
    AddActors(Vec<NewActor>),
    EditActors(Vec<ActorId>, ActorEdit),
    Place(Vec<(ActorId, Option<Point>)>),
    /// Finds a place for everybody, those in the tray too.
    ArrangeEverybody,
    /// Gives up finding places.
    StopArranging,
    /// Of the active kind, with the active weight.
    AddRelation {
        source: ActorId,
        target: ActorId,
    },
    /// As `AddRelation`, as one that people wish for.
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

    // Selecting and looking; no step to undo.
    Select(Selection),
    /// Selects an actor and brings it into sight.
    Reveal(Selection),
    StartRename(ActorId),
    FinishRename,
    SetActiveKind(RelationKindId),
    SetFilters(Box<Filters>),
    /// Takes away the filters that hide this.
    Unhide(Selection),
    SetHighlight(Option<Highlight>),
    /// Computes the figures of the network as it is now, or gives that up.
    RunAnalysis(bool),
    /// Computes how sure the candidates are, or gives that up.
    RunCertainty(bool),
    /// Pastes a fragment that came as text from the system's clipboard.
    PasteText(String),

    // Files.
    OpenPath(PathBuf),
    OpenSample(&'static str),
    /// One mode of the tables and their members, as a constellation of its own.
    OpenProjection(Projection),
    /// A path from a dialog or typed by hand, and what it is for.
    PathChosen(PathPurpose, PathBuf),
    ChooseBackgroundPicture,
    Recover(PathBuf),
    DiscardRecovery(PathBuf),
    /// Brings back work that was thrown away.
    TakeBack(PathBuf),
    /// Removes for good all that was thrown away.
    RemoveDiscarded,
    ForgetRecent(PathBuf),
    /// The user's answer to the question that stands open.
    Answer(usize),

    Change(SettingChange),
    DismissNotice(u64),
}

impl Intent {
    /// Whether it changes, chooses or shows what is on the board. Where the board isn't in sight nobody can mean
    /// that, so it isn't done there. A new intent says here which of the two it is.
    pub fn needs_board(&self) -> bool {
        match self {
            Self::Run(command) => command.info().reach != Reach::Everywhere,
            Self::BeginGesture(_)
            | Self::EndGesture
            | Self::AbortGesture
            | Self::AddActor(_)
            | Self::AddActorAndName(_)
            | Self::AddActors(_)
            | Self::EditActors(..)
            | Self::Place(_)
            | Self::ArrangeEverybody
            | Self::AddRelation { .. }
            | Self::AddWishedRelation { .. }
            | Self::AddRelationToNew { .. }
            | Self::EditRelations(..)
            | Self::SetInfo(_)
            | Self::SetBoard(_)
            | Self::AddWord(..)
            | Self::EditWord(_)
            | Self::MoveWord { .. }
            | Self::RemoveWord { .. }
            | Self::AddNote(..)
            | Self::EditNote(..)
            | Self::DeleteNote(_)
            | Self::Select(_)
            | Self::Reveal(_)
            | Self::StartRename(_)
            | Self::SetFilters(_)
            | Self::Unhide(_)
            | Self::SetHighlight(_)
            | Self::PasteText(_)
            | Self::OpenProjection(_)
            | Self::ChooseBackgroundPicture => true,
            // They end something, or are about another network than the one on the board.
            Self::StopArranging
            | Self::FinishRename
            | Self::SetActiveKind(_)
            | Self::RunAnalysis(_)
            | Self::RunCertainty(_)
            | Self::OpenPath(_)
            | Self::OpenSample(_)
            | Self::PathChosen(..)
            | Self::Recover(_)
            | Self::DiscardRecovery(_)
            | Self::TakeBack(_)
            | Self::RemoveDiscarded
            | Self::ForgetRecent(_)
            | Self::Answer(_)
            | Self::Change(_)
            | Self::DismissNotice(_) => false,
        }
    }
}

/// Which mode of a two-mode network stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum ProjectedSide {
    /// Actors, tied by the tables they share.
    #[default]
    Actors,
    /// Tables, tied by the members they share.
    Tables,
}

/// A one-mode network to be made of tables and their members.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Projection {
    pub side: ProjectedSide,
    /// What is shared with few counts for more (Newman 2001); otherwise all of it counts 1.
    pub counts_small_more: bool,
}

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathPurpose {
    Open,
    SaveAs,
    Picture,
    ExportNodeLink,
    ExportFigures,
    /// A file to lay beside the board.
    Compare,
}

/// A change of the program's own settings.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingChange {
    Language(Language),
    /// `None` follows the system.
    Theme(Option<ThemeKind>),
    InterfaceZoom(f32),
}
