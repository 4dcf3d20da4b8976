//! Everything the panels beside the board show, in one go, fast enough to follow the hand.

use super::paths::{self, PathRequest};
use super::snapshot::Snapshot;
use super::spanners::{
    Component, Dimension, DimensionFigures, Load, RankTable, Ranking, Reason, SpannerWeights, load, reasons,
    spanner_figures,
};
use super::{Cancelled, Control, Partition, Weighing};

/// Candidates that come with their reasons at once; those of others are asked for one by one.
const EXPLAINED: usize = 25;

/// Values of one measure for every actor, in the order of [`Snapshot::actors`]; `None` is undefined.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Id of the measure, as in the table of descriptors.
    pub id: &'static str,
    pub values: Vec<Option<f64>>,
}

/// One figure of the whole network.
#[derive(Debug, Clone, PartialEq)]
pub struct NetworkFigure {
    pub id: &'static str,
    pub value: Option<f64>,
}

/// One candidate with what it rests on.
#[derive(Debug, Clone, PartialEq)]
pub struct Explained {
    pub actor: u32,
    pub reasons: Vec<Reason>,
}

/// The figures of one moment.
#[derive(Debug, Clone, PartialEq)]
pub struct Live {
    pub snapshot: Snapshot,
    pub columns: Vec<Column>,
    pub network: Vec<NetworkFigure>,
    pub figures: Vec<DimensionFigures>,
    pub ranks: RankTable,
    pub ranking: Ranking,
    pub load: Vec<Load>,
    pub explained: Vec<Explained>,
}

impl Live {
    /// The column of a measure.
    pub fn column(&self, id: &str) -> Option<&Column> {
        self.columns.iter().find(|column| column.id == id)
    }

    /// Figure of one component in one dimension, per actor.
    pub fn component(&self, dimension: usize, component: Component) -> &[Option<f64>] {
        self.figures[dimension].of(component)
    }

    /// Orders the candidates anew: cheap enough to follow a slider.
    pub fn rank_by(&self, weights: &SpannerWeights) -> Ranking {
        Ranking::new(&self.ranks, weights)
    }

    /// Why an actor is where it is.
    pub fn reasons_of(&self, actor: usize) -> Vec<Reason> {
        match self.explained.iter().find(|one| one.actor as usize == actor) {
            Some(found) => found.reasons.clone(),
            None => explain(&self.snapshot, &self.figures, &self.load, actor),
        }
    }
}

/// Computes all of it.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn live(snapshot: Snapshot, control: &Control) -> Result<Live, Cancelled> {
    let network = &snapshot.network;
    let partitions: Vec<&Partition> = snapshot.dimensions.iter().map(|one| &one.partition).collect();
    let plain = PathRequest {
        partitions: &partitions,
        relations: false,
        ..PathRequest::default()
    };
    let plain = paths::run(network, &plain, control)?;
    let weighted = PathRequest {
        weighted: true,
        relations: false,
        ..PathRequest::default()
    };
    let weighted = paths::run(network, &weighted, control)?;
    let mut passages = plain.passage.clone().into_iter();
    let mut figures = Vec::new();
    for dimension in dimensions(&snapshot) {
        control.check()?;
        let passage = passages.next().unwrap_or_else(|| vec![None; network.n]);
        figures.push(spanner_figures(network, dimension, Weighing::Weighted, passage));
    }
    let is_tied: Vec<bool> = (0..network.n).map(|v| network.under.degree(v) > 0).collect();
    let ranks = RankTable::new(&figures, &is_tied);
    let ranking = Ranking::new(&ranks, &SpannerWeights::equal(figures.len()));
    let load = load(network, &snapshot.is_table);
    let mut explained = Vec::new();
    for candidate in ranking.candidates.iter().take(EXPLAINED) {
        control.check()?;
        let reasons = explain(&snapshot, &figures, &load, candidate.actor as usize);
        explained.push(Explained {
            actor: candidate.actor,
            reasons,
        });
    }
    let columns = columns(&snapshot, &plain, &weighted);
    let network_figures = network_figures(&snapshot, &plain);
    Ok(Live {
        columns,
        network: network_figures,
        figures,
        ranks,
        ranking,
        load,
        explained,
        snapshot,
    })
}

fn dimensions(snapshot: &Snapshot) -> impl Iterator<Item = Dimension<'_>> {
    snapshot.dimensions.iter().map(|one| Dimension {
        id: one.id,
        partition: &one.partition,
    })
}

fn explain(snapshot: &Snapshot, figures: &[DimensionFigures], load: &[Load], actor: usize) -> Vec<Reason> {
    let dimensions: Vec<Dimension<'_>> = dimensions(snapshot).collect();
    reasons(
        &snapshot.network,
        &dimensions,
        figures,
        &snapshot.facts,
        load,
        actor,
    )
}

fn columns(snapshot: &Snapshot, plain: &paths::Paths, weighted: &paths::Paths) -> Vec<Column> {
    let network = &snapshot.network;
    let each = |value: &dyn Fn(usize) -> f64| (0..network.n).map(|v| Some(value(v))).collect::<Vec<_>>();
    let count = |number: usize| number as f64;
    let sum = |weights: &[f64]| weights.iter().sum::<f64>();
    let mut columns = Vec::new();
    let mut add = |id, values| columns.push(Column { id, values });
    if network.directed {
        add(
            "degree",
            each(&|v| count(network.out.degree(v) + network.inc.degree(v))),
        );
        add("degree_in", each(&|v| count(network.inc.degree(v))));
        add("degree_out", each(&|v| count(network.out.degree(v))));
        add(
            "strength",
            each(&|v| sum(network.out.weights_of(v)) + sum(network.inc.weights_of(v))),
        );
        add("strength_in", each(&|v| sum(network.inc.weights_of(v))));
        add("strength_out", each(&|v| sum(network.out.weights_of(v))));
    } else {
        add("degree", each(&|v| count(network.out.degree(v))));
        add("strength", each(&|v| sum(network.out.weights_of(v))));
    }
    add(
        "betweenness",
        plain.betweenness.iter().copied().map(Some).collect(),
    );
    add("betweenness_norm", plain.betweenness_norm.clone());
    add("betweenness_w_norm", weighted.betweenness_norm.clone());
    if network.directed {
        add("closeness_in", plain.inc.closeness.clone());
        add("closeness_out", plain.out.closeness.clone());
        add("closeness_w_in", weighted.inc.closeness.clone());
        add("harmonic_in", plain.inc.harmonic.clone());
    } else {
        add("closeness", plain.out.closeness.clone());
        add("closeness_w", weighted.out.closeness.clone());
        add("harmonic", plain.out.harmonic.clone());
    }
    columns
}

fn network_figures(snapshot: &Snapshot, plain: &paths::Paths) -> Vec<NetworkFigure> {
    let network = &snapshot.network;
    let (n, m) = (network.n as f64, network.m() as f64);
    let possible = if network.directed {
        n * (n - 1.0)
    } else {
        n * (n - 1.0) / 2.0
    };
    let density = (network.n >= 2).then(|| m / possible);
    let figure = |id, value| NetworkFigure { id, value };
    vec![
        figure("n", Some(n)),
        figure("m", Some(m)),
        figure("density", density),
        figure("mean_distance", plain.mean_distance),
        figure("diameter", plain.diameter),
        figure("reachable_share", plain.reachable_share),
        figure("efficiency", plain.efficiency),
    ]
}
