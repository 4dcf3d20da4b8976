use crate::analysis::snapshot::AnalysisSettings;
use crate::edit::Selection;
use crate::lens::{Camera, GroupsLens, WhatIf};
use crate::model::LevelId;
use crate::pseudonyms::Pseudonyms;
use crate::scene::{ColourBy, Filters, Highlight};

/// A request that changes what is shown or selected; no step to undo.
#[derive(Debug, Clone, PartialEq)]
pub enum Look {
    Select(Selection),
    /// Selects an actor and brings it into sight.
    Reveal(Selection),
    /// Everybody who is on the board and in sight.
    SelectAll,
    SelectNeighbours,

    Filter(Box<Filters>),
    ShowAll,
    /// Takes away the filters that hide this.
    Unhide(Selection),
    Highlight(Option<Highlight>),
    Camera(Camera),

    ColourBy(ColourBy),
    SizeBy(Option<&'static str>),
    RankBadges(bool),
    RankedBy(&'static str),
    Analyse(Box<AnalysisSettings>),
    /// How much a dimension counts in the order of candidates.
    WeighDimension(String, f64),
    /// How much one of the four parts of that order counts.
    WeighComponent(usize, f64),
    WeighAllAlike,
    SpannerTop(Option<u32>),
    TeamDimension(Option<String>),
    MissingDimension(Option<String>),
    RolesDimension(Option<String>),
    Groups(Box<GroupsLens>),
    ToggleHulls,
    ToggleCuts,
    TablesLevel(Option<LevelId>),
    /// Whose names give way to codes.
    Pseudonyms(Pseudonyms),

    /// Who or what the experiment is about.
    Try(WhatIf),
    /// Begins this experiment, or ends it when it is under way.
    ToggleExperiment(WhatIf),
    EndExperiment,
}
