//! HOW it looks: theme, board, panels, dialogs. Views read, and send [`Intent`]s; they change nothing of
//! the document themselves.

pub mod canvas;
pub mod dialogs;
mod ink;
pub mod keys;
mod notices;
pub mod panels;
mod shell;
pub mod theme;
pub mod widgets;

use crate::store::Location;
use std::borrow::Cow;
use std::sync::Arc;

use crate::analysis::group_figures::GroupFigures;
use crate::analysis::groups::PermutationTest;
use crate::analysis::live::Live;
use crate::analysis::spanners::{Evidence, Standing};
use crate::command::{Command, Intent};
use crate::desk::Desk;
use crate::edit::{Document, Selection};
use crate::i18n::Texts;
use crate::lens::{Lens, WhatIf};
use crate::model::Constellation;
use crate::scene::{Hidden, Palette, Scene, ThemeKind};
use crate::takeaway::TakeAlong;

pub use crate::command::Intents;
pub use shell::shell_ui;

/// Everything a view may read in one frame.
#[derive(Clone, Copy)]
pub struct FrameContext<'a> {
    /// The document as it is seen: under codes, while these are on.
    pub document: &'a Document,
    pub lens: &'a Lens,
    pub desk: &'a Desk,
    pub scene: &'a Scene,
    pub hidden: Hidden,
    pub palette: &'a Palette,
    pub theme: ThemeKind,
    pub texts: Texts,
    /// The figures on show; `None` before the first are there.
    pub analysis: Option<&'a Live>,
    /// Whether they are those of the present network.
    pub analysis_is_current: bool,
    /// The figures of the panels about groups and tables; `None` while nothing shows them.
    pub groups: Option<GroupsOnShow<'a>>,
    pub certainty: CertaintyView<'a>,
    /// The rows of the table in sight, where it is so long that a job makes them.
    pub table_rows: Option<&'a Arc<panels::tables::Rows>>,
    pub program: &'a ProgramView,
    pub own: OwnView<'a>,
}

/// Figures about groups and tables, as far as they are there.
#[derive(Debug, Clone, Copy)]
pub struct GroupsOnShow<'a> {
    pub figures: &'a GroupFigures,
    /// The permutation test of every division; they take longer.
    pub tests: Option<&'a [Option<PermutationTest>]>,
    /// Whether they are those of the network that the other figures are of.
    pub is_current: bool,
}

impl<'a> FrameContext<'a> {
    /// Of a board of which no figures are there yet.
    pub fn without_figures(
        (document, lens, desk): (&'a Document, &'a Lens, &'a Desk),
        (scene, palette, theme): (&'a Scene, &'a Palette, ThemeKind),
        program: &'a ProgramView,
    ) -> Self {
        Self {
            document,
            lens,
            desk,
            scene,
            hidden: Hidden::default(),
            palette,
            theme,
            texts: Texts::default(),
            analysis: None,
            analysis_is_current: false,
            groups: None,
            certainty: CertaintyView::default(),
            table_rows: None,
            program,
            own: OwnView::default(),
        }
    }
}

impl FrameContext<'_> {
    pub fn constellation(&self) -> &Constellation {
        self.document.constellation()
    }

    pub fn selection(&self) -> &Selection {
        self.document.selection()
    }

    pub fn t(&self, key: &str) -> String {
        self.texts.t(key)
    }

    /// What a list calls somebody: who has no name yet is in it as well.
    pub fn listed<'n>(&self, name: &'n str) -> Cow<'n, str> {
        if name.is_empty() {
            self.t("board-nameless").into()
        } else {
            name.into()
        }
    }
}

/// The user's own settings, and the file of the document.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnView<'a> {
    /// `None` follows the system.
    pub theme: Option<ThemeKind>,
    pub recents: &'a [Location],
    /// `None` when it was never saved, and while codes hide who it may be called after.
    pub file: Option<&'a Location>,
    /// What was chosen last of what is taken along; `None`: nothing yet.
    pub take_along: Option<&'a TakeAlong>,
}

impl OwnView<'_> {
    /// Name of the open file, as far as it may be seen.
    pub fn file_name(&self) -> Option<String> {
        self.file.map(Location::name)
    }
}

/// How sure the candidates are, with the figures each answer is about: an older answer stays in sight,
/// told to be old, until the next is there.
#[derive(Debug, Clone, Copy, Default)]
pub struct CertaintyView<'a> {
    pub evidence: Option<(&'a Live, &'a Evidence)>,
    pub evidence_is_current: bool,
    pub standing: Option<(&'a Live, &'a Standing)>,
    pub standing_is_current: bool,
    /// Share done of what is under way.
    pub progress: Option<f32>,
    /// The user did not want to wait.
    pub is_stopped: bool,
}

/// What the program tells the views about itself: files, notices, settings.
#[derive(Debug, Clone, Default)]
pub struct ProgramView {
    /// Whether the board is in a file, as it is now.
    pub saved: SavedState,
    pub recoverable: Vec<RecoverableView>,
    /// Thrown away not long ago: it can be taken back.
    pub discarded: Vec<RecoverableView>,
    /// What is kept of all that was thrown away.
    pub discarded_bytes: u64,
    /// Where settings are kept, journals, logs and prints; `None` when nothing is kept.
    pub kept_in: Option<[Location; 4]>,
    pub samples: Vec<SampleView>,
    pub notices: Vec<NoticeView>,
    /// A question that must be answered before going on, e.g. about unsaved work.
    pub question: Option<QuestionView>,
    /// What is being computed or written now, with its share done.
    pub busy: Option<(String, Option<f32>)>,
    /// Share done of the figures, while they are under way.
    pub analysing: Option<f32>,
    /// The user did not want to wait for the figures.
    pub analysis_is_stopped: bool,
    /// Share done of placing pieces, while that is under way.
    pub arranging: Option<f32>,
    /// Share done of what is made to be taken along.
    pub exporting: Option<f32>,
    /// Why what was to be taken along was not made, while the window stands open where it is chosen.
    pub not_taken: Vec<NoticeView>,
    pub preview: PreviewView,
    pub announcement: AnnouncementView,
    /// The last file that was compared with the board.
    pub comparison: Option<dialogs::comparison::ComparisonView>,
    /// The newest answer to an experiment.
    pub what_if: Option<panels::whatif::data::WhatIfAnswer>,
    /// Commands that cannot be run now; shown grey.
    pub disabled: Vec<Command>,
}

/// The picture as it would be taken along.
#[derive(Debug, Clone, Default)]
pub struct PreviewView {
    /// The newest one there is, and how large it is in points.
    pub texture: Option<(egui::TextureId, egui::Vec2)>,
    /// Who and how many are on it, in a sentence.
    pub said: String,
    /// Why there is none.
    pub refusal: Option<String>,
    /// A newer one is being made.
    pub is_under_way: bool,
}

/// What codes in place of names would do, in sentences.
#[derive(Debug, Clone, Default)]
pub struct AnnouncementView {
    pub said: Arc<[String]>,
    /// They are being made.
    pub is_under_way: bool,
}

impl ProgramView {
    /// The answer to this experiment, when it is there.
    pub fn outcome_of(&self, mode: WhatIf) -> Option<&panels::whatif::data::WhatIfAnswer> {
        self.what_if.as_ref().filter(|outcome| outcome.of == mode)
    }
}

/// Whether the board is in a file, as it is now. Said in one way wherever it is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SavedState {
    /// It was never saved, and nothing has been done yet that would be lost.
    #[default]
    InNoFile,
    /// There is something that no file has.
    Unsaved,
    Saved,
}

impl SavedState {
    /// Key of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::InNoFile => "state-in-no-file",
            Self::Unsaved => "state-unsaved",
            Self::Saved => "state-saved",
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct RecoverableView {
    pub path: Location,
    /// The file it belongs to.
    pub file: Option<Location>,
    /// When it was thrown away, as people write it; empty when it was not.
    pub discarded: String,
    /// The title, or the name of its file; empty without either.
    pub title: String,
    /// Others saw codes in place of its names.
    pub has_codes: bool,
    /// As people write it, in the user's language.
    pub time: String,
    pub actors: usize,
    pub relations: usize,
    pub edits: usize,
    /// Only a newer version of the program can bring it back.
    pub needs_newer_program: bool,
    /// The file is another version by now.
    pub file_has_changed: bool,
}

#[derive(Debug, Clone, PartialEq)]
pub struct SampleView {
    pub id: &'static str,
    pub title: String,
    pub line: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Severity {
    Info,
    Warning,
    Error,
}

#[derive(Debug, Clone, PartialEq)]
pub struct NoticeView {
    pub id: u64,
    pub severity: Severity,
    /// Whole sentences in the user's language.
    pub text: String,
    pub action: Option<NoticeAction>,
    /// It goes by itself, after a while.
    pub goes: bool,
}

/// What a notice offers to do, as a button beside its text.
#[derive(Debug, Clone, PartialEq)]
pub struct NoticeAction {
    pub label: String,
    /// Carried out in this order.
    pub intents: Vec<Intent>,
}

/// A question with its answers, the safest last.
#[derive(Debug, Clone, PartialEq)]
pub struct QuestionView {
    pub title: String,
    pub text: String,
    pub answers: Vec<String>,
}
