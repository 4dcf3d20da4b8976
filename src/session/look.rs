//! Requests about what is shown and selected.

use super::Session;
use crate::command::Look;
use crate::desk::{CameraRequest, Desk, Tool};
use crate::edit::Selection;
use crate::edit::operations as op;
use crate::lens::WhatIf;
use crate::pseudonyms::Pseudonyms;
use crate::scene::Filters;

impl Session {
    pub(super) fn look(&mut self, desk: &mut Desk, asked: Look) {
        let lens = &mut self.lens;
        match asked {
            Look::Select(selection) => self.document.set_selection(selection),
            Look::Reveal(selection) => {
                self.document.set_selection(selection);
                desk.camera_request = Some(CameraRequest::RevealSelection);
            }
            Look::SelectAll => self.select_all(),
            Look::SelectNeighbours => self.select_neighbours(),
            Look::Filter(filters) => lens.filters = *filters,
            Look::ShowAll => lens.filters = Filters::default(),
            Look::Unhide(selection) => self.unhide(&selection),
            Look::Highlight(highlight) => lens.highlight = highlight,
            Look::Camera(camera) => lens.camera = camera,
            Look::ColourBy(colour_by) => lens.colour_by = colour_by,
            Look::SizeBy(measure) => lens.size_by = measure,
            Look::RankBadges(shows) => lens.shows_rank_badges = shows,
            Look::RankedBy(measure) => lens.ranked_by = measure,
            Look::Analyse(settings) => lens.analysis_settings = *settings,
            Look::WeighDimension(id, weight) => {
                lens.spanner_dimension_weights.insert(id, weight);
            }
            Look::WeighComponent(at, weight) => {
                if let Some(component) = lens.spanner_component_weights.get_mut(at) {
                    *component = weight;
                }
            }
            Look::WeighAllAlike => {
                lens.spanner_dimension_weights.clear();
                lens.spanner_component_weights = [1.0; 4];
            }
            Look::SpannerTop(top) => lens.spanner_top = top,
            Look::TeamDimension(dimension) => lens.team_dimension = dimension,
            Look::MissingDimension(dimension) => lens.missing_dimension = dimension,
            Look::RolesDimension(dimension) => lens.roles_dimension = dimension,
            Look::Groups(groups) => lens.groups = *groups,
            Look::ToggleHulls => lens.groups.toggle_hulls(),
            Look::ToggleCuts => lens.groups.marks_cuts = !lens.groups.marks_cuts,
            Look::TablesLevel(level) => lens.tables_level = level,
            Look::Pseudonyms(whose) => self.show_codes(desk, whose),
            Look::Try(what_if) => {
                // One that has ended meanwhile stays ended.
                if lens.what_if.is_some() {
                    lens.what_if = Some(what_if);
                }
            }
            Look::ToggleExperiment(mode) => self.toggle_experiment(desk, mode),
            Look::EndExperiment => self.end_experiment(desk),
        }
    }

    /// A name being typed on the board is left as it was: it would be seen.
    fn show_codes(&mut self, desk: &mut Desk, whose: Pseudonyms) {
        if whose.are_on() {
            desk.renaming = None;
            self.document.commit();
            // Kept with the document, so that they are the same ones tomorrow.
            op::give_codes(&mut self.document);
        }
        self.lens.pseudonyms = whose;
    }

    /// Everybody who stands on the board and is shown.
    fn select_all(&mut self) {
        let actors = self.document.constellation().actors.values();
        let seen = actors.filter(|actor| actor.pos.is_some() && self.lens.filters.shows_actor(actor));
        let seen = Selection::of_actors(seen.map(|actor| actor.id));
        self.document.set_selection(seen);
    }

    fn select_neighbours(&mut self) {
        let constellation = self.document.constellation();
        let mut selection = self.document.selection().clone();
        for relation in constellation.relations.values() {
            let selected = &self.document.selection().actors;
            if selected.contains(&relation.source) || selected.contains(&relation.target) {
                selection.actors.extend([relation.source, relation.target]);
            }
        }
        self.document.set_selection(selection);
    }

    /// Takes away just those filters that hide this.
    fn unhide(&mut self, selection: &Selection) {
        let constellation = self.document.constellation();
        for relation in selection
            .relations
            .iter()
            .filter_map(|id| constellation.relation(*id))
        {
            self.lens.filters.show_tie(constellation, relation);
        }
        for actor in selection.actors.iter().filter_map(|id| constellation.actor(*id)) {
            self.lens.filters.show_actor(actor);
        }
    }

    /// The same experiment again ends it.
    fn toggle_experiment(&mut self, desk: &mut Desk, mode: WhatIf) {
        let is_on = matches!(
            (self.lens.what_if, mode),
            (Some(WhatIf::Without(_)), WhatIf::Without(_)) | (Some(WhatIf::With(_)), WhatIf::With(_))
        );
        self.end_experiment(desk);
        if is_on {
            return;
        }
        self.document.commit();
        self.lens.highlight = None;
        self.lens.what_if = Some(mode);
        desk.renaming = None;
        desk.relating_from = None;
        desk.tool = match mode {
            WhatIf::Without(_) => Tool::Select,
            WhatIf::With(_) => Tool::Relate,
        };
    }

    /// Puts down the tool that came with the experiment.
    fn end_experiment(&mut self, desk: &mut Desk) {
        if matches!(self.lens.what_if, Some(WhatIf::With(_))) {
            desk.tool = Tool::Select;
            desk.relating_from = None;
        }
        self.lens.what_if = None;
    }
}
