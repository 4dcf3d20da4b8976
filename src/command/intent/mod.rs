//! What a view asks for, with its data: one family for every place that carries it out. Each family is matched
//! completely there, so that nothing can be asked for that nobody carries out.

mod desk;
mod edit;
mod file;
mod look;
mod program;

pub use desk::DeskChange;
pub use edit::Edit;
pub use file::FileRequest;
pub use look::Look;
pub use program::{InterfaceZoom, ProgramRequest, SettingChange};

use super::{Command, CommandReach};

/// One request of the user. Views push these; nothing else of theirs changes anything.
#[derive(Debug, Clone, PartialEq)]
pub enum Intent {
    Run(Command),
    /// Of the constellation.
    Edit(Edit),
    /// Of what is shown, and of what is selected.
    Look(Look),
    /// Of what the window does.
    Desk(DeskChange),
    /// Of files.
    File(FileRequest),
    /// Of work beside the board, settings and notices.
    Program(ProgramRequest),
}

impl Intent {
    /// Whether it changes, chooses or shows what is on the board. Where the board isn't in sight nobody can mean
    /// that, so it isn't done there. A new intent says here which of the two it is.
    pub fn needs_board(&self) -> bool {
        match self {
            Self::Run(command) => command.info().reach != CommandReach::Everywhere,
            Self::Edit(_) | Self::Look(_) => true,
            Self::Desk(change) => match change {
                DeskChange::Open(dialog) => dialog.is_about_board(),
                // They end something.
                DeskChange::Close(_) | DeskChange::FinishRename => false,
                _ => true,
            },
            Self::File(request) => request.needs_board(),
            Self::Program(request) => request.needs_board(),
        }
    }

    /// Whether the frame that asked for it shows it already.
    pub fn is_drawn(&self) -> bool {
        match self {
            Self::Look(look) => matches!(look, Look::Camera(_) | Look::Try(_)),
            Self::Desk(change) => matches!(change, DeskChange::TypeName(_)),
            Self::Run(_) | Self::Edit(_) | Self::File(_) | Self::Program(_) => false,
        }
    }
}

macro_rules! family {
    ($of:ident, $family:ident) => {
        impl From<$of> for Intent {
            fn from(request: $of) -> Self {
                Self::$family(request)
            }
        }
    };
}

family!(Command, Run);
family!(Edit, Edit);
family!(Look, Look);
family!(DeskChange, Desk);
family!(FileRequest, File);
family!(ProgramRequest, Program);

/// Where views put what they ask for, in the order in which it is carried out.
#[derive(Debug, Default, Clone, PartialEq)]
pub struct Intents(Vec<Intent>);

impl Intents {
    pub fn push(&mut self, request: impl Into<Intent>) {
        self.0.push(request.into());
    }

    pub fn as_slice(&self) -> &[Intent] {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T: Into<Intent>> Extend<T> for Intents {
    fn extend<I: IntoIterator<Item = T>>(&mut self, more: I) {
        self.0.extend(more.into_iter().map(Into::into));
    }
}

impl IntoIterator for Intents {
    type Item = Intent;
    type IntoIter = std::vec::IntoIter<Intent>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}
