//! What the views remember between frames. Nothing of this is in the document.

use std::collections::BTreeMap;

use crate::analysis::live::Live;
use crate::analysis::snapshot::AnalysisSettings;
use crate::analysis::spanners::{SpannerWeights, default_top};
use crate::command::{InSight, PathPurpose, Projection};
use crate::edit::operations::WordList;
use crate::model::{ActorId, ActorKindId, LevelId, RelationKindId};
use crate::scene::{ColourBy, Filters, Highlight};
use crate::ui::panels::groups::GroupsView;

/// What is on the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Screen {
    #[default]
    Start,
    Board,
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

/// What can be opened on the card of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum SpannerDetail {
    Reasons,
    Certainty,
    /// The human card.
    Card,
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
    /// Definition, formula, convention and source of a measure, by id.
    Measure(&'static str),
    /// The board beside a file.
    Comparison,
    /// All measures, to be searched.
    Measures,
    /// A path typed by hand, where the system offers no file dialog.
    PathField(PathPurpose),
}

impl Dialog {
    /// Whether it is about the board, so that it goes where the board goes.
    pub fn is_about_board(&self) -> bool {
        match self {
            Self::Settings | Self::Shortcuts | Self::Palette | Self::About => false,
            Self::PathField(purpose) => *purpose != PathPurpose::Open,
            Self::Properties
            | Self::FindActor
            | Self::Vocabulary(_)
            | Self::Measure(_)
            | Self::Comparison
            | Self::Measures => true,
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

/// The part of the board that is in sight: a board point in the middle of the view, and points per unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Camera {
    pub centre: (f32, f32),
    pub zoom: f32,
}

impl Default for Camera {
    fn default() -> Self {
        Self {
            centre: (0.0, 0.0),
            zoom: 1.0,
        }
    }
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

/// An experiment on the board: nothing of it is in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WhatIf {
    /// Without the actor under the pointer, or the selected one.
    Without(Option<ActorId>),
    /// With a relation of the active kind and weight between these.
    With(Option<(ActorId, ActorId)>),
}

#[derive(Debug, Clone, PartialEq)]
pub struct ViewState {
    pub screen: Screen,
    pub tool: Tool,
    /// Kind of the next relation; stays after drawing one.
    pub active_relation_kind: RelationKindId,
    pub active_weight: f64,
    pub active_actor_kind: Option<ActorKindId>,
    /// First end of a relation being drawn by clicks or by keyboard.
    pub relating_from: Option<ActorId>,
    pub filters: Filters,
    pub colour_by: ColourBy,
    /// Measure that piece sizes follow.
    pub size_by: Option<&'static str>,
    pub shows_rank_badges: bool,
    /// Measure of the ranking beside the board.
    pub ranked_by: &'static str,
    pub analysis_settings: AnalysisSettings,
    /// Weight per dimension in the order of candidates; 1 where nothing is said.
    pub spanner_dimension_weights: BTreeMap<String, f64>,
    pub spanner_component_weights: [f64; 4],
    /// How many first places certainty is about; `None` follows the number of candidates.
    pub spanner_top: Option<u32>,
    /// The part of one candidate's card that stands open.
    pub spanner_detail: Option<(ActorId, SpannerDetail)>,
    /// Dimension of the smallest team; `None` is all together.
    pub team_dimension: Option<String>,
    /// Dimension of the missing links; the first one as long as none was chosen.
    pub missing_dimension: Option<String>,
    /// Dimension of the table of roles; the first one as long as none was chosen.
    pub roles_dimension: Option<String>,
    pub groups: GroupsView,
    /// Whose tables are held against each other; `None`: everybody's.
    pub tables_level: Option<LevelId>,
    /// What the next projection is made of.
    pub projection: Projection,
    pub highlight: Option<Highlight>,
    pub left_is_open: bool,
    pub left_tab: LeftTab,
    pub right_is_open: bool,
    pub right_tab: RightTab,
    pub table_is_open: bool,
    pub table_tab: TableTab,
    pub legend_is_open: bool,
    /// What it was when the hall mode began, to go back to.
    pub legend_before_hall: bool,
    pub hall_mode: bool,
    pub renaming: Option<Renaming>,
    pub camera: Camera,
    pub camera_request: Option<CameraRequest>,
    pub dialog: Option<Dialog>,
    pub what_if: Option<WhatIf>,
}

impl ViewState {
    pub fn in_sight(&self) -> InSight {
        match (self.screen, self.hall_mode) {
            (Screen::Start, _) => InSight::Start,
            (Screen::Board, false) => InSight::Board,
            (Screen::Board, true) => InSight::Hall,
        }
    }

    /// How the user weighs the candidates, and how many first places certainty is about.
    pub fn spanner_weighing(&self, live: &Live) -> (SpannerWeights, u32) {
        let weight = |id: &str| self.spanner_dimension_weights.get(id).copied().unwrap_or(1.0);
        let weights = SpannerWeights {
            dimensions: live.figures.iter().map(|figures| weight(&figures.id)).collect(),
            components: self.spanner_component_weights,
        };
        let top = self
            .spanner_top
            .unwrap_or_else(|| default_top(live.ranks.actors.len()));
        (weights, top)
    }
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            screen: Screen::default(),
            tool: Tool::default(),
            active_relation_kind: RelationKindId::new("samenwerking"),
            active_weight: 1.0,
            active_actor_kind: None,
            relating_from: None,
            filters: Filters::default(),
            colour_by: ColourBy::default(),
            size_by: None,
            shows_rank_badges: false,
            ranked_by: "betweenness",
            analysis_settings: AnalysisSettings::default(),
            spanner_dimension_weights: BTreeMap::new(),
            spanner_component_weights: [1.0; 4],
            spanner_top: None,
            spanner_detail: None,
            team_dimension: None,
            missing_dimension: None,
            roles_dimension: None,
            groups: GroupsView::default(),
            tables_level: None,
            projection: Projection::default(),
            highlight: None,
            left_is_open: true,
            left_tab: LeftTab::default(),
            right_is_open: true,
            right_tab: RightTab::default(),
            table_is_open: false,
            table_tab: TableTab::default(),
            legend_is_open: true,
            legend_before_hall: true,
            hall_mode: false,
            renaming: None,
            camera: Camera::default(),
            camera_request: Some(CameraRequest::Fit),
            dialog: None,
            what_if: None,
        }
    }
}
