use crate::model::Language;
use crate::scene::ThemeKind;
use crate::takeaway::TakeAlong;

/// A request about work beside the board, the clipboard, settings and notices.
#[derive(Debug, Clone, PartialEq)]
pub enum ProgramRequest {
    /// Finds places for who is selected, or for everybody.
    Arrange,
    /// Finds a place for everybody, those in the tray too.
    ArrangeEverybody,
    /// Gives up finding places.
    StopArranging,
    /// Computes the figures of the network as it is now, or gives that up.
    RunAnalysis(bool),
    /// Computes how sure the candidates are, or gives that up.
    RunCertainty(bool),
    /// Gives up what is being made to be taken along: nothing of it is written.
    StopExporting,

    /// What is selected.
    Copy,
    /// The figures on show, for a spreadsheet.
    CopyFigures,
    /// A text from a window, for elsewhere.
    CopyText(String),
    /// What the system's clipboard has.
    Paste,
    /// Text that came from the system's clipboard.
    PasteText(String),

    Zoom(InterfaceZoom),
    Change(SettingChange),
    DismissNotice(u64),
}

impl ProgramRequest {
    /// Whether it is about what is on the board.
    pub(super) fn needs_board(&self) -> bool {
        match self {
            Self::Arrange
            | Self::ArrangeEverybody
            | Self::Copy
            | Self::CopyFigures
            | Self::Paste
            | Self::PasteText(_) => true,
            // They end something, or are about the program.
            Self::StopArranging
            | Self::RunAnalysis(_)
            | Self::RunCertainty(_)
            | Self::StopExporting
            | Self::CopyText(_)
            | Self::Zoom(_)
            | Self::Change(_)
            | Self::DismissNotice(_) => false,
        }
    }
}

/// How large the interface is to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum InterfaceZoom {
    Larger,
    Smaller,
    Normal,
}

/// A change of the program's own settings.
#[derive(Debug, Clone, PartialEq)]
pub enum SettingChange {
    Language(Language),
    /// `None` follows the system.
    Theme(Option<ThemeKind>),
    InterfaceZoom(f32),
    /// What to take along.
    TakeAlong(Box<TakeAlong>),
}
