//! Everything the panels beside the board show, in one go, fast enough to follow the hand.

use std::sync::Arc;

use rayon::prelude::*;

pub use super::report::{Column, NetworkFigure, Report};

use super::paths::equal_length;
use super::run::{self, Computed, Request, Wanted};
use super::snapshot::Snapshot;
use super::spanners::standing::SEED;
use super::spanners::{
    Component, Dimension, DimensionFigures, Evidence, EvidenceRequest, Grounds, Load, RankTable, Ranking,
    Reason, RelationsOfLinks, SpannerWeights, Standing, StandingRequest, Thinned, connected_shares, evidence,
    load, reasons, standing,
};
use super::{Cancelled, Control, Values, Weighing};

/// Candidates that come with their reasons at once; those of others are asked for one by one.
const EXPLAINED: usize = 12;

/// New relations that are listed per dimension.
const NEW_RELATIONS: usize = 5;

/// One candidate with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    pub actor: u32,
    pub reasons: Vec<Reason>,
}

/// The figures of one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    pub snapshot: Arc<Snapshot>,
    /// Every measure of the table that can follow the hand.
    pub report: Report,
    /// Per dimension, in the order of [`Snapshot::dimensions`].
    pub figures: Vec<DimensionFigures>,
    pub ranks: RankTable,
    pub ranking: Ranking,
    pub load: Vec<Load>,
    /// Per dimension and actor, the share of the pairs of others with different groups that a path connects;
    /// `None` in a network too large to count them.
    connected: Option<Vec<Vec<Option<f64>>>>,
    pub explained: Vec<Explained>,
}

impl Live {
    /// The column of a measure of actors.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.report.actors.iter().find(|column| column.id == id)
    }

    /// The column of a measure of actors, or of actors in a dimension (the first one when it is not found).
    pub fn column_in(&self, id: &str, dimension: Option<&str>) -> Option<&Column> {
        let of_group = || {
            let chosen = dimension.and_then(|dimension| self.report.dimension(dimension));
            let found = chosen.or_else(|| self.report.dimensions.first())?;
            found.actors.iter().find(|column| column.id == id)
        };
        self.column(id).or_else(of_group)
    }

    /// Every measure of actors by its id; those of a dimension with its name in front (`sector.ei`).
    pub fn named_columns(&self) -> Vec<(String, &Values)> {
        let in_dimensions = self.report.dimensions.iter().flat_map(|dimension| {
            let columns = dimension.actors.iter();
            columns.map(|column| (format!("{}.{}", dimension.id, column.id), &column.values))
        });
        let of_actors = self.report.actors.iter();
        of_actors
            .map(|column| (column.id.to_owned(), &column.values))
            .chain(in_dimensions)
            .collect()
    }

    /// Figure of one component in one dimension, per actor.
    pub fn component(&self, dimension: usize, component: Component) -> &Values {
        self.figures[dimension].of(component)
    }

    /// The dimensions the figures are about, in their order.
    pub fn dimensions(&self) -> Vec<Dimension<'_>> {
        dimensions(&self.snapshot).collect()
    }

    /// Gathers how sure the candidates are, whatever they are weighed by. Takes seconds: for beside the
    /// interface.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn evidence(&self, control: &Control) -> Result<Evidence, Cancelled> {
        let snapshot = &self.snapshot;
        let request = EvidenceRequest {
            network: &snapshot.network,
            dimensions: &self.dimensions(),
            may_be_candidate: &snapshot.may_be_candidate,
            relations: RelationsOfLinks {
                links: &snapshot.links,
                relation_of: &snapshot.relation_of_link,
                is_unverified: &snapshot.is_unverified,
            },
            weighing: Weighing::Weighted,
            sources: snapshot.sources,
            is_table: snapshot.joins_only_tables().then_some(&snapshot.is_table),
            new_relations: NEW_RELATIONS,
            seed: SEED,
        };
        evidence(&request, control)
    }

    /// How firm every place is with these weights; `top`: the first so many places.
    ///
    /// # Errors
    /// [`Cancelled`].
    pub fn standing(
        &self,
        weights: &SpannerWeights,
        thinned: Option<&Thinned>,
        top: u32,
        control: &Control,
    ) -> Result<Standing, Cancelled> {
        let request = StandingRequest {
            network: &self.snapshot.network,
            dimensions: &self.dimensions(),
            ranks: &self.ranks,
            weights,
            thinned,
            top,
            seed: SEED,
            explain: &|actor| self.reasons_of(actor as usize),
        };
        standing(&request, control)
    }

    /// Orders the candidates anew: cheap enough to follow a slider.
    pub fn rank_by(&self, weights: &SpannerWeights) -> Ranking {
        Ranking::new(&self.ranks, weights)
    }

    /// Why an actor is where it is.
    pub fn reasons_of(&self, actor: usize) -> Vec<Reason> {
        match self.explained.iter().find(|one| one.actor as usize == actor) {
            Some(found) => found.reasons.clone(),
            None => {
                let dimensions = self.dimensions();
                let connected = self.connected.as_deref();
                let grounds = grounds(&self.snapshot, &dimensions, &self.figures, connected, &self.load);
                reasons(&grounds, actor)
            }
        }
    }
}

/// Computes all of it.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn live(snapshot: Snapshot, control: &Control) -> Result<Live, Cancelled> {
    live_with(snapshot, Wanted::Live, control)
}

/// As [`live`], after earlier figures: where only weights differ, as while a weight is being dragged, what
/// weights do not change is taken over. Equal to [`live`] to the last bit.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn live_after(earlier: Option<&Live>, snapshot: Snapshot, control: &Control) -> Result<Live, Cancelled> {
    let Some(earlier) = earlier.filter(|earlier| weights_alone_differ(&earlier.snapshot, &snapshot)) else {
        return live(snapshot, control);
    };
    let request = request(&snapshot, Wanted::Live);
    let computed = run::compute_weighted(&request, (&earlier.report, &earlier.figures), control)?;
    finish(snapshot, computed, control)
}

/// Whether two snapshots are the same but for the weights of their pairs.
fn weights_alone_differ(a: &Snapshot, b: &Snapshot) -> bool {
    let (old, new) = (&a.network, &b.network);
    let same_pairs = || {
        let pairs = old.pairs.iter().zip(&new.pairs);
        pairs.into_iter().all(|(a, b)| {
            (a.source, a.target, a.links) == (b.source, b.target, b.links) && a.weight > 0.0 && b.weight > 0.0
        })
    };
    (old.n, old.directed, old.m(), old.links) == (new.n, new.directed, new.m(), new.links)
        && old.degree_multi_out == new.degree_multi_out
        && old.degree_multi_in == new.degree_multi_in
        && a.sources == b.sources
        && a.is_table == b.is_table
        && a.dimensions == b.dimensions
        && same_pairs()
        // Then the weighted figures follow from the unweighted pass.
        && equal_length(new).is_none()
}

pub(super) fn request(snapshot: &Snapshot, wanted: Wanted) -> Request<'_> {
    Request {
        network: &snapshot.network,
        dimensions: dimensions(snapshot).collect(),
        is_table: snapshot.knows_tables().then_some(&snapshot.is_table),
        wanted,
        sources: snapshot.sources,
    }
}

/// The same with other measures than those that follow the hand.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn live_with(snapshot: Snapshot, wanted: Wanted, control: &Control) -> Result<Live, Cancelled> {
    let computed = run::compute(&request(&snapshot, wanted), control)?;
    finish(snapshot, computed, control)
}

fn finish(snapshot: Snapshot, computed: Computed, control: &Control) -> Result<Live, Cancelled> {
    let Computed { report, figures } = computed;
    let ranks = RankTable::new(&figures, &snapshot.may_be_candidate);
    let ranking = Ranking::new(&ranks, &SpannerWeights::equal(figures.len()));
    let load = load(&snapshot.network, &snapshot.is_table);
    let first = &ranking.candidates[..ranking.candidates.len().min(EXPLAINED)];
    let named: Vec<Dimension<'_>> = dimensions(&snapshot).collect();
    let partitions: Vec<_> = named.iter().map(|one| one.partition).collect();
    let connected = connected_shares(&snapshot.network, &partitions);
    let grounds = grounds(&snapshot, &named, &figures, connected.as_deref(), &load);
    let explained = first
        .par_iter()
        .map(|candidate| {
            control.check()?;
            Ok(Explained {
                actor: candidate.actor,
                reasons: reasons(&grounds, candidate.actor as usize),
            })
        })
        .collect::<Result<_, Cancelled>>()?;
    Ok(Live {
        report,
        figures,
        ranks,
        ranking,
        load,
        connected,
        explained,
        snapshot: Arc::new(snapshot),
    })
}

fn dimensions(snapshot: &Snapshot) -> impl Iterator<Item = Dimension<'_>> {
    snapshot.dimensions.iter().map(|one| Dimension {
        id: &one.id,
        partition: &one.partition,
    })
}

fn grounds<'a>(
    snapshot: &'a Snapshot,
    dimensions: &'a [Dimension<'a>],
    figures: &'a [DimensionFigures],
    connected: Option<&'a [Vec<Option<f64>>]>,
    load: &'a [Load],
) -> Grounds<'a> {
    Grounds {
        network: &snapshot.network,
        dimensions,
        figures,
        connected,
        facts: &snapshot.facts,
        load,
    }
}
