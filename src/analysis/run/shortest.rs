//! Everything that needs shortest paths: one pass without and one with weights, for all dimensions.

use super::collect::{Collect, whole};
use super::{Column, Request, Skipped};
use crate::analysis::brokerage::bridging;
use crate::analysis::cohesion::centralisation;
use crate::analysis::paths::{self, Distances, MOST_EXACT, PathRequest, Paths, Sources, equal_length};
use crate::analysis::{Cancelled, Control, Partition, Values};

/// Ids that a pass gives: unweighted and weighted. The last ones need the unweighted pass only; beside
/// them stands a measure that the weighted pass gives anyway.
const OF_PATHS: [[&str; 2]; 20] = [
    ["betweenness", "betweenness_w"],
    ["betweenness_norm", "betweenness_w_norm"],
    ["edge_betweenness", "edge_betweenness_w"],
    ["edge_betweenness_norm", "edge_betweenness_w_norm"],
    ["closeness", "closeness_w"],
    ["closeness_in", "closeness_w_in"],
    ["closeness_out", "closeness_w_out"],
    ["harmonic", "harmonic_w"],
    ["harmonic_in", "harmonic_w_in"],
    ["harmonic_out", "harmonic_w_out"],
    ["eccentricity", "eccentricity_w"],
    ["mean_distance", "mean_distance_w"],
    ["diameter", "diameter_w"],
    ["efficiency", "efficiency_w"],
    ["passage", "passage_w"],
    ["reachable_share", "mean_distance_w"],
    ["centralisation_betweenness", "betweenness_w"],
    ["centralisation_closeness", "closeness_w"],
    ["bridging", "betweenness_w"],
    ["two_mode_betweenness", "betweenness_w"],
];

/// What other measures use of the unweighted pass.
pub(super) struct Plain {
    /// Per dimension and actor; empty when that was not followed.
    pub passage: Vec<Values>,
    /// Empty when not asked for.
    pub betweenness: Vec<f64>,
    /// Distances from every actor; empty when not followed from all.
    pub out: Distances,
}

/// Both passes; one when weights change no path.
pub(super) fn both(collect: &mut Collect<'_>, control: &Control) -> Result<Plain, Cancelled> {
    let plain = one(collect, false, None, control)?;
    one(collect, true, plain.as_ref(), control)?;
    let plain = plain.unwrap_or_default();
    Ok(Plain {
        passage: plain.passage,
        betweenness: plain.betweenness,
        out: plain.out,
    })
}

fn ids(weighted: bool) -> [&'static str; 20] {
    OF_PATHS.map(|pair| pair[usize::from(weighted)])
}

/// What a pass has to compute; `None` when no measure needs it, or the network is too large.
#[derive(Clone, Copy)]
struct PassNeeds {
    passage: bool,
    relations: bool,
    betweenness: bool,
}

impl PassNeeds {
    fn of(request: &Request<'_>, weighted: bool) -> Option<Self> {
        let ids = ids(weighted);
        let wants = |places: &[usize]| places.iter().any(|&at| request.wanted.wants_any(&[ids[at]]));
        let is_possible = request.sources != Sources::Exact || request.network.n <= MOST_EXACT;
        let passage = wants(&[14]);
        (is_possible && request.wanted.wants_any(&ids)).then(|| Self {
            passage,
            relations: wants(&[2, 3]),
            betweenness: passage || wants(&[0, 1, 2, 3, 16, 18, 19]),
        })
    }

    /// Whether this pass finds everything that another asks.
    fn holds(self, other: Self) -> bool {
        self.passage >= other.passage
            && self.betweenness >= other.betweenness
            && (self.relations && self.betweenness) >= other.relations
    }
}

/// Units of progress of both passes together.
pub(super) fn units(request: &Request<'_>) -> u64 {
    let asked = [false, true].map(|weighted| PassNeeds::of(request, weighted));
    let is_even = asked[1].is_some() && equal_length(request.network).is_some();
    let stretches = match asked {
        [Some(plain), Some(weighted)] => is_even && plain.holds(weighted),
        _ => false,
    };
    let sources = request.sources.count(request.network.n) as u64;
    let of = |weighted: bool| sources * paths::units_per_source(weighted);
    let plain = asked[0].map_or(0, |_| of(false));
    plain + asked[1].filter(|_| !stretches).map_or(0, |_| of(!is_even))
}

/// One pass, or the figures of `plain` when these tell all.
fn one(
    collect: &mut Collect<'_>,
    weighted: bool,
    plain: Option<&Paths>,
    control: &Control,
) -> Result<Option<Paths>, Cancelled> {
    let request = collect.request;
    let ids = ids(weighted);
    let Some(own) = PassNeeds::of(request, weighted) else {
        if request.wanted.wants_any(&ids) {
            let own = if weighted { 15 } else { 20 };
            collect.skip(&ids[..own], Skipped::TooManyActors { most: MOST_EXACT });
        }
        return Ok(None);
    };
    let partitions: Vec<&Partition> = request
        .dimensions
        .iter()
        .filter(|_| own.passage)
        .map(|dimension| dimension.partition)
        .collect();
    let asked = PathRequest {
        weighted,
        partitions: &partitions,
        relations: own.relations,
        betweenness: own.betweenness,
        sources: request.sources,
    };
    let of_plain = PassNeeds::of(request, false);
    let plain = plain.filter(|_| of_plain.is_some_and(|plain| plain.holds(own)));
    // Also where nothing plain was asked for: a figure is the same on its own and among others.
    let length = equal_length(request.network).filter(|_| weighted);
    let paths = match (length, plain) {
        (Some(length), Some(plain)) => plain.stretched(length),
        (Some(length), None) => {
            let plain = PathRequest {
                weighted: false,
                ..asked
            };
            paths::run(request.network, &plain, control)?.stretched(length)
        }
        (None, _) => paths::run(request.network, &asked, control)?,
    };
    put(collect, &ids, &paths);
    if !weighted {
        put_centralisations(collect, &paths);
        if paths.betweenness.len() == request.network.n {
            collect.put("bridging", bridging(request.network, &paths.betweenness));
        }
    }
    for (dimension, values) in collect.report.dimensions.iter_mut().zip(&paths.passage) {
        dimension.actors.push(Column {
            id: ids[14],
            values: values.clone(),
        });
    }
    Ok(Some(paths))
}

fn put(collect: &mut Collect<'_>, ids: &[&'static str], paths: &Paths) {
    let network = collect.network();
    let is_exact = paths.sources == network.n;
    if !is_exact {
        collect.report.sampled_sources = Some(paths.sources);
    }
    // A measure that was not asked for was not computed: its column is empty.
    let actors: [(usize, Vec<Option<f64>>); 9] = [
        (0, whole(&paths.betweenness).collect()),
        (1, paths.betweenness_norm.clone()),
        (4, paths.inc.closeness.clone()),
        (5, paths.inc.closeness.clone()),
        (6, paths.out.closeness.clone()),
        (7, paths.inc.harmonic.clone()),
        (8, paths.inc.harmonic.clone()),
        (9, paths.out.harmonic.clone()),
        (10, paths.eccentricity.clone()),
    ];
    for (at, values) in actors {
        if values.len() == network.n {
            collect.put(ids[at], values);
        } else if !is_exact {
            collect.skip(&[ids[at]], Skipped::Sampled);
        }
    }
    if paths.edge_betweenness.len() == network.m() {
        collect.put(ids[2], paths.edge_betweenness.clone());
        collect.put(ids[3], paths.edge_betweenness_norm.clone());
    }
    collect.number(ids[11], paths.mean_distance);
    collect.number(ids[12], paths.diameter);
    collect.number(ids[13], paths.efficiency);
    if !paths.weighted {
        collect.number("reachable_share", paths.reachable_share);
    }
}

fn put_centralisations(collect: &mut Collect<'_>, paths: &Paths) {
    let n = collect.network().n;
    let most = centralisation::most_by_betweenness(n);
    collect.number(
        "centralisation_betweenness",
        centralisation::centralisation(&paths.betweenness_norm, most),
    );
    let is_connected = paths.reachable_share == Some(1.0);
    let closeness =
        centralisation::centralisation(&paths.inc.closeness, centralisation::most_by_closeness(n));
    collect.number("centralisation_closeness", closeness.filter(|_| is_connected));
}
