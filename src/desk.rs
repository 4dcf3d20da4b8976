//! WHAT THE WINDOW DOES: tool in hand, open panels and windows, the name being typed. One for every window; nothing
//! of it is in the document, and nothing of it decides what is shown (that is the [`crate::lens`]).

mod path_purpose;

pub use path_purpose::PathPurpose;

use crate::edit::operations::WordList;
use crate::model::{ActorId, ActorKindId, AgreementSubject, RelationKindId};

/// What is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Start,
    Board,
}

/// What the window shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum InSight {
    /// The start screen. There may be a board behind it, which nobody sees.
    Start,
    /// The board between its panels.
    #[default]
    Board,
    /// The board alone, for a hall.
    Hall,
}

/// What a click on the board does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Tool {
    #[default]
    Select,
    /// A click puts an actor.
    Actor,
    /// A click on one piece and then on another relates them.
    Relate,
    /// A click on a piece puts a disc on its tower, with Shift it takes one off.
    Towers,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum RightTab {
    #[default]
    Selection,
    Spanners,
    Centrality,
    Cohesion,
    /// Overlegtafels and who sits at them.
    Tables,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum LeftTab {
    #[default]
    Tray,
    Filters,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum TableTab {
    #[default]
    Actors,
    Relations,
}

/// What stands below the board, when that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Below {
    /// Actors or relations.
    #[default]
    Table,
    Agreements,
}

/// The agreement that is written next.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct NextAgreement {
    pub about: AgreementSubject,
    /// How often somebody asked to write one: its field gets the keyboard every time.
    pub asked: u32,
}

/// What can be opened on the card of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpannerDetail {
    Reasons,
    Certainty,
    /// The human card.
    Card,
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

/// Windows above the board. They never block the board while drawing, save for questions about losing work.
#[derive(Debug, Clone, PartialEq)]
pub enum Dialog {
    Settings,
    Properties,
    Shortcuts,
    Palette,
    About,
    FindActor,
    Vocabulary(WordList),
    /// The colours of what the pieces are coloured by.
    Colours,
    /// Definition, formula, convention and source of a measure, by id.
    Measure(&'static str),
    /// The board beside a file.
    Comparison,
    /// All measures, to be searched.
    Measures,
    /// Picture, note and data for elsewhere.
    TakeAlong,
    /// Codes in place of names.
    Pseudonyms,
    /// A path typed by hand, where the system offers no file dialog.
    PathField(PathPurpose),
}

impl Dialog {
    /// Whether it is about the board, so that it closes when the board is left.
    pub fn is_about_board(&self) -> bool {
        match self {
            Self::Settings | Self::Shortcuts | Self::Palette | Self::About => false,
            Self::PathField(purpose) => *purpose != PathPurpose::Open,
            Self::Properties
            | Self::FindActor
            | Self::Vocabulary(_)
            | Self::Colours
            | Self::Measure(_)
            | Self::Comparison
            | Self::Measures
            | Self::TakeAlong
            | Self::Pseudonyms => true,
        }
    }
}

/// A name being typed on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Renaming {
    pub actor: ActorId,
    pub text: String,
    /// The text field wants the keyboard in the next frame.
    pub wants_focus: bool,
}

/// Where the camera should go in the next frame, when the size of the view is known.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum CameraRequest {
    Fit,
    FitSelection,
    /// Only moves when the selection is out of sight.
    RevealSelection,
    /// Multiplies the zoom about the middle of the view.
    ZoomBy(f32),
}

/// What one window is busy with.
#[derive(Debug, Clone, PartialEq)]
pub struct Desk {
    pub screen: Screen,
    pub tool: Tool,
    /// Kind of the next relation; stays after drawing one.
    pub active_relation_kind: RelationKindId,
    pub active_weight: f64,
    pub active_actor_kind: Option<ActorKindId>,
    /// First end of a relation being drawn by clicks or by keyboard.
    pub relating_from: Option<ActorId>,
    /// The part of one candidate's card that stands open.
    pub spanner_detail: Option<(ActorId, SpannerDetail)>,
    /// What the next projection is made of.
    pub projection: Projection,
    pub left_is_open: bool,
    pub left_tab: LeftTab,
    pub right_is_open: bool,
    pub right_tab: RightTab,
    pub table_is_open: bool,
    pub table_tab: TableTab,
    pub below: Below,
    pub next_agreement: NextAgreement,
    pub legend_is_open: bool,
    /// What it was when the hall mode began, to go back to.
    pub legend_before_hall: bool,
    pub hall_mode: bool,
    pub renaming: Option<Renaming>,
    pub camera_request: Option<CameraRequest>,
    pub dialog: Option<Dialog>,
}

impl Desk {
    pub fn in_sight(&self) -> InSight {
        match (self.screen, self.hall_mode) {
            (Screen::Start, _) => InSight::Start,
            (Screen::Board, false) => InSight::Board,
            (Screen::Board, true) => InSight::Hall,
        }
    }

    pub fn toggle_start_screen(&mut self) {
        self.screen = match self.screen {
            Screen::Start => Screen::Board,
            Screen::Board => Screen::Start,
        };
    }

    /// Whether this tab of the right panel is in sight.
    pub fn shows(&self, tab: RightTab) -> bool {
        self.screen == Screen::Board && self.right_is_open && self.right_tab == tab
    }

    /// Whether the table of actors or relations is in sight, beside the board.
    pub fn shows_table(&self) -> bool {
        self.screen == Screen::Board && self.table_is_open && self.below == Below::Table
    }

    /// Opens the agreements, and gives the keyboard to the field in which the next one is written.
    pub fn write_agreement(&mut self, about: AgreementSubject) {
        (self.table_is_open, self.below) = (true, Below::Agreements);
        self.next_agreement.about = about;
        self.next_agreement.asked += 1;
    }

    /// Whether the names of those who are not on the board can be read, in a list or as what is selected.
    pub fn lists_names(&self, is_experimenting: bool) -> bool {
        let shows_panels = self.screen == Screen::Board && !self.hall_mode;
        let in_tray = self.left_is_open && self.left_tab == LeftTab::Tray;
        let in_inspector = self.right_is_open && self.right_tab == RightTab::Selection && !is_experimenting;
        shows_panels && (in_tray || in_inspector || self.table_is_open)
    }

    /// In the hall, the back row has only the legend to go by.
    pub fn toggle_hall(&mut self) {
        self.hall_mode = !self.hall_mode;
        if self.hall_mode {
            self.legend_before_hall = self.legend_is_open;
            self.legend_is_open = true;
            // A window about the board would stand between the hall and the board; one that is opened there is wanted.
            self.dialog = self.dialog.take().filter(|dialog| !dialog.is_about_board());
        } else {
            self.legend_is_open = self.legend_before_hall;
        }
        self.camera_request = Some(CameraRequest::Fit);
    }
}

impl Default for Desk {
    fn default() -> Self {
        Self {
            screen: Screen::default(),
            tool: Tool::default(),
            active_relation_kind: RelationKindId::new("samenwerking"),
            active_weight: 1.0,
            active_actor_kind: None,
            relating_from: None,
            spanner_detail: None,
            projection: Projection::default(),
            left_is_open: true,
            left_tab: LeftTab::default(),
            right_is_open: true,
            right_tab: RightTab::default(),
            table_is_open: false,
            table_tab: TableTab::default(),
            below: Below::default(),
            next_agreement: NextAgreement::default(),
            legend_is_open: true,
            legend_before_hall: true,
            hall_mode: false,
            renaming: None,
            camera_request: Some(CameraRequest::Fit),
            dialog: None,
        }
    }
}
