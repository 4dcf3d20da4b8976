//! WHAT IS SHOWN of a constellation, and how: filters, colouring, measures, what is lit, an experiment, the camera.
//! One for every window; it can be compared, stored and shared. Nothing of it is in the constellation.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::analysis::group_figures::COMMUNITY;
use crate::analysis::live::Live;
use crate::analysis::snapshot::AnalysisSettings;
use crate::analysis::spanners::{SpannerWeights, default_top};
use crate::model::Constellation;
use crate::model::{ActorId, LevelId, RelationId};
use crate::pseudonyms::{Pseudonymised, Pseudonyms, WordsOf};
use crate::scene::{AttributeFilters, ColourBy, Filters, Highlight};

/// The part of the board that is in sight: a board point in the middle of the view, and points per unit.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
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

/// An experiment on the board: nothing of it is in the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum WhatIf {
    /// Without the actor under the pointer, or the selected one.
    Without(Option<ActorId>),
    /// With a relation of the active kind and weight between these.
    With(Option<(ActorId, ActorId)>),
}

pub use crate::analysis::group_figures::CORE;

/// What a cell of the matrix says in a number; its colour is always the ratio.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum CellNumber {
    #[default]
    Ratio,
    Ties,
    Expected,
}

/// How groups are looked at.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct GroupsLens {
    /// Id of the division on show; the first one until another is chosen.
    pub dimension: Option<String>,
    pub cell_number: CellNumber,
    pub counts_weights: bool,
    /// Row and column that are lit on the board.
    pub cell: Option<(u32, u32)>,
    /// Division with outlines on the board, or [`CORE`].
    pub hulls_by: Option<String>,
    /// Cut points and bridges are marked on the board.
    pub marks_cuts: bool,
}

impl GroupsLens {
    /// Outlines around the groups the ties themselves show, or none.
    pub fn toggle_hulls(&mut self) {
        self.hulls_by = match self.hulls_by {
            Some(_) => None,
            None => Some(COMMUNITY.to_owned()),
        };
    }

    pub fn is_on_board(&self) -> bool {
        self.hulls_by.is_some() || self.marks_cuts
    }
}

/// A row of the table of measures.
pub type MeasureId = &'static str;

/// What is shown. The constellation and this together determine the picture.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Lens {
    pub filters: Filters,
    pub colour_by: ColourBy,
    /// Measure that piece sizes follow.
    #[serde(with = "measure_id::optional")]
    pub size_by: Option<MeasureId>,
    pub shows_rank_badges: bool,
    /// Measure of the ranking beside the board.
    #[serde(with = "measure_id")]
    pub ranked_by: MeasureId,
    pub analysis_settings: AnalysisSettings,
    /// Weight per dimension in the order of candidates; 1 where nothing is said.
    pub spanner_dimension_weights: BTreeMap<String, f64>,
    pub spanner_component_weights: [f64; 4],
    /// How many first places certainty is about; `None` follows the number of candidates.
    pub spanner_top: Option<u32>,
    /// Dimension of the smallest team; `None` is all together.
    pub team_dimension: Option<String>,
    /// Dimension of the missing links; the first one until another is chosen.
    pub missing_dimension: Option<String>,
    /// Dimension of the table of roles; the first one until another is chosen.
    pub roles_dimension: Option<String>,
    pub groups: GroupsLens,
    /// Whose tables are compared; `None`: everybody's.
    pub tables_level: Option<LevelId>,
    pub highlight: Option<Highlight>,
    pub camera: Camera,
    pub what_if: Option<WhatIf>,
    /// Whose names give way to codes, on the board and in all that is taken along.
    pub pseudonyms: Pseudonyms,
}

impl Lens {
    /// As a constellation is shown when it is opened.
    pub fn of(constellation: &Constellation) -> Self {
        let colour_by = constellation.board.colour_by.as_deref();
        Self {
            colour_by: colour_by.map(ColourBy::of_key).unwrap_or_default(),
            ..Self::default()
        }
    }

    /// Whether figures of groups are on the board: as outlines, marks or colours.
    pub fn shows_groups(&self) -> bool {
        self.groups.is_on_board() || self.colour_by == ColourBy::Community
    }
}

impl Default for Lens {
    fn default() -> Self {
        Self {
            filters: Filters::default(),
            colour_by: ColourBy::default(),
            size_by: None,
            shows_rank_badges: false,
            ranked_by: "betweenness",
            analysis_settings: AnalysisSettings::default(),
            spanner_dimension_weights: BTreeMap::new(),
            spanner_component_weights: [1.0; 4],
            spanner_top: None,
            team_dimension: None,
            missing_dimension: None,
            roles_dimension: None,
            groups: GroupsLens::default(),
            tables_level: None,
            highlight: None,
            camera: Camera::default(),
            what_if: None,
            pseudonyms: Pseudonyms::default(),
        }
    }
}

/// What may leave the program: the one thing that every picture, note and export is made from, so that none of them can
/// forget the codes.
#[derive(Debug)]
pub struct TakenAlong {
    pub constellation: Constellation,
    /// The lens on that constellation.
    pub lens: Lens,
    /// `None` when names are shown.
    pub pseudonymised: Option<Pseudonymised>,
}

impl TakenAlong {
    /// Who this is in it.
    pub fn actor(&self, id: ActorId) -> ActorId {
        self.pseudonymised.as_ref().map_or(id, |coded| coded.actor(id))
    }

    /// Which relation this is in it.
    pub fn relation(&self, id: RelationId) -> RelationId {
        self.pseudonymised.as_ref().map_or(id, |coded| coded.relation(id))
    }

    /// Names are hidden, also that of the file.
    pub fn has_codes(&self) -> bool {
        self.pseudonymised.is_some()
    }
}

impl Lens {
    /// The constellation and the lens as they leave the program.
    pub fn takes_along(&self, constellation: &Constellation) -> TakenAlong {
        if !self.pseudonyms.are_on() {
            return TakenAlong {
                constellation: constellation.clone(),
                lens: self.clone(),
                pseudonymised: None,
            };
        }
        self.under(Pseudonymised::to_take_along(constellation, self.pseudonyms))
    }

    /// As [`Self::takes_along`], of a constellation that has been coded.
    pub fn under(&self, coded: Pseudonymised) -> TakenAlong {
        TakenAlong {
            constellation: coded.constellation.clone(),
            lens: self.on(&coded),
            pseudonymised: Some(coded),
        }
    }

    /// The same lens on a coded constellation.
    pub fn on(&self, coded: &Pseudonymised) -> Self {
        let Self {
            filters,
            colour_by,
            size_by,
            shows_rank_badges,
            ranked_by,
            analysis_settings,
            spanner_dimension_weights,
            spanner_component_weights,
            spanner_top,
            team_dimension,
            missing_dimension,
            roles_dimension,
            groups,
            tables_level,
            highlight,
            camera,
            what_if,
            pseudonyms,
        } = self;
        let dimension = |id: &String| coded.word(WordsOf::Attributes, id).to_owned();
        let actor = |id: &ActorId| coded.actor(*id);
        Self {
            filters: filters_on(filters, coded),
            colour_by: match colour_by {
                ColourBy::Attribute(key) => ColourBy::Attribute(dimension(key)),
                other => other.clone(),
            },
            size_by: *size_by,
            shows_rank_badges: *shows_rank_badges,
            ranked_by,
            analysis_settings: AnalysisSettings {
                kinds: analysis_settings.kinds.as_ref().map(|kinds| {
                    let kinds = kinds.iter();
                    kinds
                        .map(|id| coded.word(WordsOf::RelationKinds, id.as_str()).into())
                        .collect()
                }),
                dimensions: analysis_settings
                    .dimensions
                    .as_ref()
                    .map(|ids| ids.iter().map(dimension).collect()),
                attributes: analysis_settings.attributes.iter().map(dimension).collect(),
                ..analysis_settings.clone()
            },
            spanner_dimension_weights: spanner_dimension_weights
                .iter()
                .map(|(id, weight)| (dimension(id), *weight))
                .collect(),
            spanner_component_weights: *spanner_component_weights,
            spanner_top: *spanner_top,
            team_dimension: team_dimension.as_ref().map(dimension),
            missing_dimension: missing_dimension.as_ref().map(dimension),
            roles_dimension: roles_dimension.as_ref().map(dimension),
            groups: GroupsLens {
                dimension: groups.dimension.as_ref().map(dimension),
                hulls_by: groups.hulls_by.as_ref().map(dimension),
                ..groups.clone()
            },
            tables_level: tables_level
                .as_ref()
                .map(|id| coded.word(WordsOf::Levels, id.as_str()).into()),
            highlight: highlight.as_ref().map(|lit| Highlight {
                actors: lit.actors.iter().map(actor).collect(),
                relations: lit.relations.iter().map(|id| coded.relation(*id)).collect(),
            }),
            camera: *camera,
            what_if: what_if.map(|what_if| match what_if {
                WhatIf::Without(id) => WhatIf::Without(id.as_ref().map(actor)),
                WhatIf::With(ends) => WhatIf::With(ends.map(|(a, b)| (actor(&a), actor(&b)))),
            }),
            pseudonyms: *pseudonyms,
        }
    }
}

fn filters_on(filters: &Filters, coded: &Pseudonymised) -> Filters {
    macro_rules! coded_ids {
        ($($list:ident: $of:ident),*) => {
            Filters {
                $($list: filters.$list.iter().map(|id| coded.word(WordsOf::$of, id.as_str()).into()).collect(),)*
                actor_attributes: attributes_on(&filters.actor_attributes, coded),
                relation_attributes: attributes_on(&filters.relation_attributes, coded),
                // What names nobody.
                statuses: filters.statuses.clone(),
                min_weight: filters.min_weight,
                max_weight: filters.max_weight,
                hides_assumed: filters.hides_assumed,
            }
        };
    }
    coded_ids!(
        actor_kinds: ActorKinds,
        sectors: Sectors,
        levels: Levels,
        domains: Domains,
        regions: Regions,
        relation_kinds: RelationKinds
    )
}

fn attributes_on(filters: &AttributeFilters, coded: &Pseudonymised) -> AttributeFilters {
    let mut on = AttributeFilters::default();
    for (key, filter) in filters.iter() {
        on.change(coded.word(WordsOf::Attributes, key), |changed| {
            *changed = filter.clone();
            changed.hidden = filter.hidden.iter().map(|word| coded.text(word)).collect();
        });
    }
    on
}

impl Lens {
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

/// Measures are kept by their id; one that this version does not know is left out.
mod measure_id {
    use serde::{Deserialize, Deserializer, Serializer};

    use super::Lens;
    use crate::analysis::measure::find;

    fn known(id: &str) -> Option<&'static str> {
        find(id).map(|measure| measure.id)
    }

    pub fn serialize<S: Serializer>(id: &str, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(id)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<&'static str, D::Error> {
        let id = String::deserialize(from)?;
        Ok(known(&id).unwrap_or_else(|| Lens::default().ranked_by))
    }

    pub mod optional {
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        pub fn serialize<S: Serializer>(id: &Option<&'static str>, to: S) -> Result<S::Ok, S::Error> {
            id.serialize(to)
        }

        pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<&'static str>, D::Error> {
            let id = Option::<String>::deserialize(from)?;
            Ok(id.as_deref().and_then(super::known))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lens_that_was_kept_is_the_same_lens() {
        let mut lens = Lens {
            size_by: Some("betweenness"),
            ranked_by: "constraint",
            what_if: Some(WhatIf::With(Some((ActorId(3), ActorId(1))))),
            camera: Camera {
                centre: (12.5, -3.0),
                zoom: 1.7,
            },
            highlight: Some(Highlight {
                actors: [ActorId(2)].into(),
                relations: [RelationId(9)].into(),
            }),
            spanner_dimension_weights: [("sector".to_owned(), 0.3)].into(),
            ..Lens::default()
        };
        lens.filters.min_weight = Some(0.1);
        lens.filters.actor_kinds.insert("uwv".into());
        lens.filters.actor_attributes.change("fte", |filter| {
            filter.hidden.insert("3".to_owned());
            filter.min = Some(0.5);
        });
        lens.groups.hulls_by = Some(CORE.to_owned());
        let kept = serde_json::to_string(&lens).unwrap();
        assert_eq!(serde_json::from_str::<Lens>(&kept).unwrap(), lens);
    }

    #[test]
    fn a_measure_that_is_not_known_here_is_left_out() {
        let kept = r#"{"size_by": "of-tomorrow", "ranked_by": "of-tomorrow"}"#;
        assert_eq!(serde_json::from_str::<Lens>(kept).unwrap(), Lens::default());
    }

    #[test]
    fn the_command_for_outlines_takes_away_whatever_outlines_there_are() {
        let mut groups = GroupsLens::default();
        groups.toggle_hulls();
        assert_eq!(groups.hulls_by.as_deref(), Some(COMMUNITY));
        groups.hulls_by = Some("sector".to_owned());
        groups.toggle_hulls();
        assert!(!groups.is_on_board());
    }
}
