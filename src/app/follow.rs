//! Keeping what is computed beside the board up with it, without waiting: figures, groups, certainty,
//! experiments, the rows of long tables.

use super::App;
use crate::app::notices::Topic;
use crate::desk::{RightTab, Screen};
use crate::ui::Severity;

impl App {
    /// Keeps the figures beside the board up to date, without waiting for them.
    pub(super) fn follow_analysis(&mut self) {
        self.follow_seen();
        if self.desk.screen == Screen::Board {
            let (document, lens) = (
                self.seen.document(&self.session.document),
                self.seen.lens(&self.session.lens),
            );
            self.analysis
                .update(document, &lens.filters, &lens.analysis_settings);
        }
        if let Some(reason) = self.analysis.poll() {
            self.tell_failed(&reason);
        }
        self.follow_certainty();
        self.program.analysis_is_stopped = self.analysis.is_stopped();
        let progress = self.analysis.progress().filter(|_| !self.analysis.is_current());
        self.program.analysing = progress;
        self.follow_groups();
    }

    /// Figures about groups and tables are made only while something shows them.
    fn follow_groups(&mut self) {
        let is_panel = self.desk.shows(RightTab::Cohesion) || self.desk.shows(RightTab::Tables);
        let is_on_board = self.desk.screen == Screen::Board && self.session.lens.shows_groups();
        if is_panel || is_on_board {
            self.groups.update(self.analysis.current());
        }
        if let Some(reason) = self.groups.poll() {
            self.tell_failed(&reason);
        }
        if self.program.busy.is_none() {
            let progress = self.groups.progress();
            self.program.busy = progress.map(|share| (self.texts.t("busy-analysing"), Some(share)));
        }
    }

    /// Computes how sure the candidates are while they are in sight.
    fn follow_certainty(&mut self) {
        if let Some(reason) = self.certainty.poll() {
            self.tell_failed(&reason);
        }
        let is_looked_at = self.desk.shows(RightTab::Spanners);
        // A computation is cancelled at once when the network changes, in sight or not.
        if is_looked_at || !self.analysis.is_current() {
            let live = self
                .analysis
                .live(self.seen.document(&self.session.document).serial());
            let live = live.filter(|_| self.analysis.is_current());
            let lens = &self.session.lens;
            self.certainty.update(live, |live| lens.spanner_weighing(live));
        }
    }

    /// Keeps the experiment on the board, if there is one, up with the pointer.
    pub(super) fn follow_experiment(&mut self) {
        if self.session.lens.what_if.is_none() {
            // The same question may be asked again of a board that has changed.
            self.program.what_if = None;
        }
        let is_current = self.analysis.is_current();
        let live = self
            .analysis
            .live(self.seen.document(&self.session.document).serial())
            .filter(|_| is_current);
        let analysis = self.analysis.answers();
        let constellation = self.seen.document(&self.session.document).constellation();
        let lens = self.seen.lens(&self.session.lens);
        self.experiments
            .update(constellation, lens, &self.desk, live, analysis);
        match self.experiments.poll(
            self.seen.document(&self.session.document).constellation(),
            &self.seen.lens(&self.session.lens).analysis_settings,
        ) {
            Some(Ok(outcome)) => self.program.what_if = Some(outcome),
            Some(Err(reason)) => {
                self.tell_failed(&reason);
            }
            None => {}
        }
    }

    /// Keeps the rows of a long table up with the board.
    pub(super) fn follow_table(&mut self) {
        let failed =
            self.table_rows
                .follow(self.seen.document(&self.session.document), &self.desk, self.texts);
        if let Some(reason) = failed {
            self.tell_failed(&reason);
        }
    }

    fn tell_failed(&mut self, reason: &str) {
        log::error!("the analysis failed: {reason}");
        self.tell(
            Topic::Program,
            Severity::Error,
            self.texts.t("notice-analysis-failed"),
        );
    }
}
