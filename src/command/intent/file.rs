use crate::store::Location;

use crate::desk::{PathPurpose, Projection};

/// A request about files.
#[derive(Debug, Clone, PartialEq)]
pub enum FileRequest {
    New,
    /// Asks which one.
    Open,
    OpenPath(Location),
    OpenSample(&'static str),
    /// One mode of the tables and their members, as a constellation of its own.
    OpenProjection(Projection),
    /// To the start screen, or back to the board.
    ToggleStartScreen,
    Save,
    /// Asks for a path for this.
    Choose(PathPurpose),
    /// A path from a dialog or typed by hand, and what it is for.
    PathChosen(PathPurpose, Location),
    Recover(Location),
    DiscardRecovery(Location),
    /// Brings back work that was thrown away.
    TakeBack(Location),
    /// Removes for good all that was thrown away.
    RemoveDiscarded,
    ForgetRecent(Location),
    /// The picture that was chosen last as a PDF, shown by the program that the user has for that.
    Print,
    /// The picture that was chosen last, on the clipboard.
    CopyPicture,
    /// The user's answer to the open question.
    Answer(usize),
    Quit,
}

impl FileRequest {
    /// Whether it is about the constellation on the board.
    pub(super) fn needs_board(&self) -> bool {
        match self {
            Self::OpenProjection(_) | Self::Save | Self::Print | Self::CopyPicture => true,
            Self::Choose(purpose) => *purpose != PathPurpose::Open,
            Self::New
            | Self::Open
            | Self::OpenPath(_)
            | Self::OpenSample(_)
            | Self::ToggleStartScreen
            | Self::PathChosen(..)
            | Self::Recover(_)
            | Self::DiscardRecovery(_)
            | Self::TakeBack(_)
            | Self::RemoveDiscarded
            | Self::ForgetRecent(_)
            | Self::Answer(_)
            | Self::Quit => false,
        }
    }
}
