//! How sure the candidates are: two jobs beside the interface. The evidence follows the network and takes
//! seconds; the standing follows the sliders and is there at once, and again when the evidence is.

use std::sync::Arc;

use crate::analysis::live::Live;
use crate::analysis::spanners::{Evidence, SpannerWeights, Standing};
use crate::analysis::{Cancelled, Control};
use crate::app::analysis::is_large;
use crate::jobs::{self, Derived, Wake};
use crate::ui::CertaintyView;

/// The figures that an answer is about: these, and no others that are equal to them.
#[derive(Clone)]
struct OfFigures(Arc<Live>);

impl PartialEq for OfFigures {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What a standing is computed from.
#[derive(Clone)]
struct StandingInput {
    live: Arc<Live>,
    weights: SpannerWeights,
    top: u32,
    evidence: Option<Arc<Evidence>>,
}

impl PartialEq for StandingInput {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.live, &other.live)
            && self.weights == other.weights
            && self.top == other.top
            && self.evidence.is_some() == other.evidence.is_some()
    }
}

/// The certainty on show, and the jobs that make a newer one.
pub struct CertaintyJobs {
    evidence: Derived<OfFigures, Arc<Evidence>>,
    standing: Derived<StandingInput, Standing>,
}

impl CertaintyJobs {
    pub fn new(wake: Wake) -> Self {
        Self {
            evidence: Derived::new("evidence", wake.clone()),
            standing: Derived::new("standing", wake),
        }
    }

    /// Asks for what is not there yet. `live`: the figures of the present network; `None` while those are
    /// being computed, so that this does not stand in their way.
    pub fn update(&mut self, live: Option<&Arc<Live>>, weights: impl FnOnce(&Live) -> (SpannerWeights, u32)) {
        let Some(live) = live else {
            self.evidence.give_up();
            return;
        };
        if live.ranks.actors.is_empty() || live.figures.is_empty() {
            return;
        }
        self.evidence.ask_anew(&OfFigures(Arc::clone(live)), || {
            let live = Arc::clone(live);
            move |control: &Control| apart_when_large(&live, || live.evidence(control)).map(Arc::new)
        });
        let (weights, top) = weights(live);
        let input = StandingInput {
            live: Arc::clone(live),
            weights,
            top,
            evidence: self.evidence_of(live).cloned(),
        };
        self.standing.ask_anew(&input, || {
            let input = input.clone();
            move |control: &Control| {
                let thinned = input.evidence.as_ref().map(|evidence| &evidence.thinned);
                let compute = || input.live.standing(&input.weights, thinned, input.top, control);
                apart_when_large(&input.live, compute)
            }
        });
    }

    fn evidence_of(&self, live: &Arc<Live>) -> Option<&Arc<Evidence>> {
        let (of, evidence) = self.evidence.shown()?;
        Arc::ptr_eq(&of.0, live).then_some(evidence)
    }

    /// Gives up the computation, or takes it up again.
    pub fn set_running(&mut self, runs: bool) {
        self.evidence.set_running(runs);
    }

    /// Takes the newest answers. Returns what went wrong, if anything did.
    pub fn poll(&mut self) -> Option<String> {
        let trouble = self.evidence.poll();
        self.standing.poll().or(trouble)
    }

    /// Forgets everything: another document is on the board.
    pub fn clear(&mut self) {
        self.evidence.clear();
        self.standing.clear();
    }

    /// What the panels show, beside the figures of the present network.
    pub fn view(&self, live: Option<&Arc<Live>>, is_current: bool) -> CertaintyView<'_> {
        let is_of = |of: &Arc<Live>| is_current && live.is_some_and(|live| Arc::ptr_eq(of, live));
        let standing_is_asked = self.standing.is_current();
        let (evidence, standing) = (self.evidence.shown(), self.standing.shown());
        CertaintyView {
            evidence: evidence.map(|(of, found)| (&*of.0, &**found)),
            evidence_is_current: evidence.is_some_and(|(of, _)| is_of(&of.0)),
            standing: standing.map(|(of, found)| (&*of.live, found)),
            standing_is_current: standing_is_asked && standing.is_some_and(|(of, _)| is_of(&of.live)),
            progress: self.evidence.progress(),
            is_stopped: self.evidence.is_stopped(),
        }
    }
}

fn apart_when_large<T: Send>(
    live: &Live,
    compute: impl FnOnce() -> Result<T, Cancelled> + Send,
) -> Result<T, Cancelled> {
    if is_large(&live.snapshot) {
        jobs::apart(compute)
    } else {
        compute()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Mutex, mpsc};

    use super::*;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
    use crate::analysis::{Control, spanners::Thinned};
    use crate::edit::ActorField;
    use crate::edit::operations::{self as op};
    use crate::edit::testing::{document_of, relate};

    /// Only what hangs takes longer, however busy the machine is.
    const PATIENCE: std::time::Duration = std::time::Duration::from_secs(900);

    /// A path over two sectors: a - b - c - d.
    fn path() -> Arc<Live> {
        let (mut document, ids) = document_of(["a", "b", "c", "d"]);
        for (half, sector) in ids.chunks(2).zip(["overheid", "ondernemers"]) {
            op::edit_actors(
                &mut document,
                half,
                &ActorField::Sector(Some(sector.into())).into(),
            )
            .unwrap();
        }
        for two in ids.windows(2) {
            relate(&mut document, two[0], two[1], "samenwerking");
        }
        let settings = AnalysisSettings::default();
        let snapshot = Snapshot::build(document.constellation(), &settings, Visible::ALL).unwrap();
        Arc::new(live(snapshot, &Control::new()).unwrap())
    }

    fn equal(live: &Live) -> (SpannerWeights, u32) {
        (SpannerWeights::equal(live.figures.len()), 1)
    }

    struct Bench {
        certainty: CertaintyJobs,
        has_woken: mpsc::Receiver<()>,
    }

    impl Bench {
        fn new() -> Self {
            let (woke, has_woken) = mpsc::channel();
            let woke = Mutex::new(woke);
            let certainty = CertaintyJobs::new(Arc::new(move || woke.lock().unwrap().send(()).unwrap()));
            Self { certainty, has_woken }
        }

        /// Frames until both answers are those of this network, the standing's with the evidence: until then
        /// the one on show can be of the network before, which had its evidence too.
        fn settle(&mut self, live: &Arc<Live>) {
            loop {
                assert_eq!(self.certainty.poll(), None);
                self.certainty.update(Some(live), equal);
                let view = self.certainty.view(Some(live), true);
                let is_complete = view.standing.is_some_and(|(_, it)| it.unverified.is_some());
                if view.evidence_is_current && view.standing_is_current && is_complete {
                    return;
                }
                self.has_woken.recv_timeout(PATIENCE).unwrap();
            }
        }
    }

    #[test]
    fn the_answer_of_one_network_is_told_to_be_old_beside_the_next() {
        let mut bench = Bench::new();
        let first = path();
        bench.settle(&first);
        let view = bench.certainty.view(Some(&first), true);
        assert!(view.standing_is_current);
        assert!(matches!(view.evidence.unwrap().1.thinned, Thinned::Tables(_)));
        assert!(view.progress.is_none());

        let next = path();
        let view = bench.certainty.view(Some(&next), true);
        assert!(view.evidence.is_some() && !view.evidence_is_current && !view.standing_is_current);
        bench.settle(&next);
        assert!(bench.certainty.view(Some(&next), true).standing_is_current);
    }

    #[test]
    fn other_weights_ask_for_another_standing_and_keep_the_evidence() {
        let mut bench = Bench::new();
        let live = path();
        bench.settle(&live);
        let only_span = |live: &Live| {
            let weights = SpannerWeights {
                components: [1.0, 0.0, 0.0, 0.0],
                ..SpannerWeights::equal(live.figures.len())
            };
            (weights, 1)
        };
        bench.certainty.update(Some(&live), only_span);
        let view = bench.certainty.view(Some(&live), true);
        assert!(view.evidence_is_current && view.progress.is_none());
        assert!(!view.standing_is_current);
        while !bench.certainty.view(Some(&live), true).standing_is_current {
            bench.has_woken.recv_timeout(PATIENCE).unwrap();
            assert_eq!(bench.certainty.poll(), None);
        }
    }

    #[test]
    fn who_stops_it_gets_it_again_on_request() {
        let mut bench = Bench::new();
        let live = path();
        bench.certainty.update(Some(&live), equal);
        bench.certainty.set_running(false);
        assert!(bench.certainty.view(Some(&live), true).is_stopped);
        bench.certainty.set_running(true);
        bench.settle(&live);
        assert!(!bench.certainty.view(Some(&live), true).is_stopped);
    }
}
