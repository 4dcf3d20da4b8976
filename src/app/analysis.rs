//! Analysis beside the board: asked for when the network has changed, answered by a job, newest wins.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::Cancelled;
use crate::analysis::live::{Live, live_after};
use crate::analysis::measure::{Descriptor, find};
use crate::analysis::report::Column;
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::edit::Document;
use crate::export::sheets::Sheet;
use crate::export::spreadsheet;
use crate::i18n::Texts;
use crate::jobs::{self, Derived, Wake};
use crate::model::{ActorId, Constellation};
use crate::pseudonyms::code_order;
use crate::scene::{Appearance, Filters};

/// What the figures are computed from; equal keys give equal figures.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct FiguresKey {
    document_number: u64,
    figures_revision: u64,
    filters: Filters,
    settings: AnalysisSettings,
}

impl FiguresKey {
    pub(super) fn document_number(&self) -> u64 {
        self.document_number
    }
}

/// Whether the figures of a network take so long that the cost of starting threads is negligible.
pub(super) fn is_large(snapshot: &Snapshot) -> bool {
    snapshot.network.n >= 2000
}

/// What sizes and badges of pieces are made from.
#[derive(Debug, Clone, PartialEq)]
struct Decoration {
    answer: u64,
    size_by: Option<&'static str>,
    dimension: Option<String>,
    shows_badges: bool,
}

/// The figures on show, and the job that makes newer ones.
pub struct Analysis {
    derived: Derived<FiguresKey, Arc<Live>>,
    decorated: Option<Decoration>,
}

impl Analysis {
    pub fn new(wake: Wake) -> Self {
        Self {
            derived: Derived::new("analysis", wake),
            decorated: None,
        }
    }

    /// Asks for figures of the present network, unless that was done.
    pub fn update(&mut self, document: &Document, filters: &Filters, settings: &AnalysisSettings) {
        let document_number = document.serial();
        let figures_revision = document.revision().figures;
        let is_asked = self.derived.asked().is_some_and(|key| {
            key.document_number == document_number
                && key.figures_revision == figures_revision
                && key.filters == *filters
                && key.settings == *settings
        });
        if is_asked {
            return;
        }
        let key = FiguresKey {
            document_number,
            figures_revision,
            filters: filters.clone(),
            settings: settings.clone(),
        };
        let (constellation, filters, settings) = (
            document.constellation().clone(),
            filters.clone(),
            settings.clone(),
        );
        let earlier = self.derived.shown().map(|(_, live)| Arc::clone(live));
        self.derived.ask(key, move |control| {
            let snapshot = snapshot_of(constellation, &filters, &settings)?;
            let is_large = is_large(&snapshot);
            let compute = || live_after(earlier.as_deref(), snapshot, control);
            let figures = if is_large { jobs::apart(compute) } else { compute() }?;
            Ok(Arc::new(figures))
        });
    }

    /// Stops the computation until something changes, or resumes it.
    pub fn set_running(&mut self, runs: bool) {
        self.derived.set_running(runs);
    }

    pub fn is_stopped(&self) -> bool {
        self.derived.is_stopped()
    }

    /// Forgets everything: another document is on the board, in which the same ids name other actors.
    pub fn clear(&mut self) {
        self.derived.clear();
        self.decorated = None;
    }

    /// Takes the newest answer. Returns what went wrong, if anything did.
    pub fn poll(&mut self) -> Option<String> {
        self.derived.poll()
    }

    /// The figures on show, of this document only.
    pub fn live(&self, document_number: u64) -> Option<&Arc<Live>> {
        let (key, live) = self.derived.shown()?;
        (key.document_number == document_number).then_some(live)
    }

    /// Tells one set of figures from the next.
    pub fn answers(&self) -> u64 {
        self.derived.answers()
    }

    /// Whether the figures on show are those of the present network.
    pub fn is_current(&self) -> bool {
        self.derived.is_current()
    }

    /// The figures on show, when they are those of the present network.
    pub(super) fn current(&self) -> Option<(&FiguresKey, &Arc<Live>)> {
        self.derived.current()
    }

    pub fn progress(&self) -> Option<f32> {
        self.derived.progress()
    }

    /// Sizes and badges of pieces that follow a measure.
    pub fn decorate(
        &mut self,
        appearance: &mut Appearance,
        size_by: Option<&'static str>,
        dimension: Option<&str>,
        shows_badges: bool,
    ) {
        let shown = self.derived.shown().map(|(_, live)| live);
        // Ranked anew only when something it is made from has changed, and not every frame.
        let from = shown.map(|_| Decoration {
            answer: self.derived.answers(),
            size_by,
            dimension: dimension.map(str::to_owned),
            shows_badges,
        });
        if from.is_some() && self.decorated == from {
            return;
        }
        self.decorated = from;
        let column = size_by.and_then(|id| shown?.column_in(id, dimension));
        let Some((column, live)) = column.zip(shown) else {
            appearance.size_values = None;
            appearance.measure = None;
            appearance.badges = BTreeMap::new();
            return;
        };
        size_pieces(appearance, live, column);
        appearance.badges = BTreeMap::new();
        if shows_badges {
            let places = crate::analysis::spanners::places(column.values.iter());
            let badge = |(actor, place): (&ActorId, Option<u32>)| Some((*actor, place?.to_string()));
            appearance.badges = live
                .snapshot
                .actors
                .iter()
                .zip(places)
                .filter_map(badge)
                .collect();
        }
    }
}

/// Pieces as large as a measure of their actors says, next to the largest of them.
pub fn size_pieces(appearance: &mut Appearance, live: &Live, column: &Column) {
    let most = column.values.iter().flatten().fold(0.0, f64::max);
    let share = |value: Option<f64>| {
        if most > 0.0 {
            value.unwrap_or(0.0) / most
        } else {
            0.0
        }
    };
    let each = live.snapshot.actors.iter().zip(column.values.iter());
    let sizes: BTreeMap<ActorId, f64> = each.map(|(actor, value)| (*actor, share(value))).collect();
    appearance.size_values = Some(sizes);
    appearance.measure = find(column.id).map(Descriptor::text_key);
}

/// The network of what the filters let through. The board is given back as soon as it is read, so that an edit
/// meanwhile need not copy any of it.
pub(super) fn snapshot_of(
    constellation: Constellation,
    filters: &Filters,
    settings: &AnalysisSettings,
) -> Result<Snapshot, Cancelled> {
    let visible = Visible {
        actor: &|actor| filters.shows_actor(actor),
        relation: &|tie| filters.shows_relation(tie),
    };
    Snapshot::build(&constellation, settings, visible).map_err(|error| {
        log::error!("the network cannot be analysed: {error}");
        Cancelled
    })
}

/// The figures per actor, for pasting into a spreadsheet.
pub fn figures_as_text(
    live: &Live,
    constellation: &Constellation,
    hides_names: bool,
    texts: Texts,
) -> String {
    let mut rows = rows(live, constellation, texts);
    if hides_names {
        // The order of the file is often that of the alphabet.
        rows[1..].sort_by_cached_key(|row| code_order(&row[0]));
    }
    spreadsheet::tabbed(&rows)
}

/// What is on show, with a header: there at once.
fn rows(live: &Live, constellation: &Constellation, texts: Texts) -> Sheet {
    let mut header = vec!["id".to_owned(), "label".to_owned()];
    let columns = live.named_columns();
    header.extend(columns.iter().map(|(name, _)| name.clone()));
    header.push("spanner_rank".to_owned());
    let mut rows = vec![header];
    for (at, actor) in live.snapshot.actors.iter().enumerate() {
        let Some(actor) = constellation.actor(*actor) else {
            continue;
        };
        let mut row = vec![actor.key.clone(), actor.label.clone()];
        let values = columns.iter().map(|(_, values)| values.at(at));
        let number = |value: f64| spreadsheet::number(value, texts.language);
        row.extend(values.map(|value| value.map(number).unwrap_or_default()));
        let candidate = u32::try_from(at).ok().and_then(|at| live.ranking.of(at));
        row.push(candidate.map(|it| it.rank.to_string()).unwrap_or_default());
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex, mpsc};

    use super::*;
    use crate::edit::RelationField;
    use crate::edit::operations as op;
    use crate::edit::testing::{document_of, relate};
    use crate::model::Language;

    fn analysed(names: &[&str], ties: &[(usize, usize)]) -> (Analysis, Document) {
        let (woke, has_woken) = mpsc::channel();
        let woke = Mutex::new(woke);
        let mut analysis = Analysis::new(Arc::new(move || woke.lock().unwrap().send(()).unwrap()));
        let (mut document, ids) = document_of(names);
        for &(from, to) in ties {
            let tie = relate(&mut document, ids[from], ids[to], "samenwerking");
            op::edit_relations(&mut document, &[tie], &RelationField::Weight(1.5).into()).unwrap();
        }
        analysis.update(&document, &Filters::default(), &AnalysisSettings::default());
        has_woken.recv().unwrap();
        assert_eq!(analysis.poll(), None);
        assert!(analysis.is_current());
        (analysis, document)
    }

    #[test]
    fn moving_a_piece_asks_for_no_new_figures_and_a_relation_does() {
        let (mut analysis, mut document) = analysed(&["a", "b", "c"], &[(0, 1)]);
        let id = *document.constellation().actors.keys().next().unwrap();
        op::place(&mut document, &[(id, Some(crate::model::Point::new(5.0, 5.0)))]).unwrap();
        analysis.update(&document, &Filters::default(), &AnalysisSettings::default());
        assert!(analysis.is_current());
        op::delete(
            &mut document,
            &crate::edit::Selection::of_actor(id),
            crate::edit::Label::Delete,
        )
        .unwrap();
        analysis.update(&document, &Filters::default(), &AnalysisSettings::default());
        assert!(!analysis.is_current());
    }

    #[test]
    fn who_stops_it_gets_it_again_on_request_or_after_a_change() {
        let (mut analysis, mut document) = analysed(&["a", "b", "c"], &[(0, 1)]);
        let settings = AnalysisSettings::default();
        analysis.set_running(false);
        assert!(!analysis.is_stopped(), "there is nothing to stop");
        let actors = document.constellation().actors.keys().copied();
        let [_, b, c] = actors.collect::<Vec<_>>()[..] else {
            panic!("three actors")
        };
        relate(&mut document, b, c, "samenwerking");
        analysis.update(&document, &Filters::default(), &settings);
        analysis.set_running(false);
        analysis.update(&document, &Filters::default(), &settings);
        assert!(analysis.is_stopped() && !analysis.is_current());
        assert_eq!((analysis.poll(), analysis.is_current()), (None, false));
        analysis.set_running(true);
        analysis.update(&document, &Filters::default(), &settings);
        assert!(!analysis.is_stopped());
        analysis.set_running(false);
        relate(&mut document, b, c, "informatie");
        analysis.update(&document, &Filters::default(), &settings);
        assert!(!analysis.is_stopped());
    }

    #[test]
    fn what_is_copied_has_tabs_and_decimal_commas() {
        let (analysis, document) = analysed(&["a", "b", "c"], &[(0, 1), (1, 2)]);
        let live = analysis.live(document.serial()).unwrap();
        let text = figures_as_text(live, document.constellation(), false, Texts::new(Language::Nl));
        assert!(
            text.starts_with("id\tlabel\tdegree\tdegree_multi\tstrength\t"),
            "{text}"
        );
        assert!(text.contains("\na1\ta\t1\t1\t1,5\t"), "{text}");
    }

    #[test]
    fn the_middle_of_a_path_is_the_largest_piece_with_badge_one() {
        let (mut analysis, document) = analysed(&["a", "b", "c"], &[(0, 1), (1, 2)]);
        let mut appearance = Appearance::default();
        analysis.decorate(&mut appearance, Some("betweenness"), None, true);
        let middle = *document.constellation().actors.keys().nth(1).unwrap();
        assert_eq!(appearance.size_values.unwrap()[&middle], 1.0);
        assert_eq!(appearance.badges[&middle], "1");
    }
}
