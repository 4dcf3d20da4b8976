//! Clustering and transitivity: whether the contacts of an actor know each other.

use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCohesive,
    Target::{self, Actor},
    Unit::Share,
};
use crate::analysis::order_free::{Grids, Total, sum};
use crate::numeric::{cbrt, square};
use rayon::prelude::*;

const WATTS: Citation = Citation::with_doi(
    "Watts & Strogatz 1998, Collective dynamics of small-world networks, Nature 393",
    "10.1038/30918",
);
const NEWMAN: Citation = Citation::with_doi(
    "Newman, Strogatz & Watts 2001, Random graphs with arbitrary degree distributions, Physical Review E 64",
    "10.1103/PhysRevE.64.026118",
);
const BARRAT: Citation = Citation::with_doi(
    "Barrat et al. 2004, The architecture of complex weighted networks, PNAS 101",
    "10.1073/pnas.0400087101",
);
const ONNELA: Citation = Citation::with_doi(
    "Onnela et al. 2005, Intensity and coherence of motifs in weighted complex networks, Physical Review E 71",
    "10.1103/PhysRevE.71.065103",
);
const FAGIOLO: Citation = Citation::with_doi(
    "Fagiolo 2007, Clustering in complex directed networks, Physical Review E 76",
    "10.1103/PhysRevE.76.026107",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("clustering", Cohesion, Actor, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat("nx.clustering(U)"),
    Descriptor::new("clustering_barrat", Cohesion, Actor, Share)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(BARRAT)
        .repeat(
            "(lambda g: dict(zip(U, g.transitivity_local_undirected(weights=\"weight\", mode=\"zero\"))))(__import__(\"igraph\").Graph.from_networkx(U))",
        ),
    Descriptor::new("clustering_onnela", Cohesion, Actor, Share)
        .weighted()
        .higher_is(MoreCohesive)
        .cite(ONNELA)
        .repeat("nx.clustering(U, weight=\"weight\")"),
    Descriptor::new("clustering_fagiolo", Cohesion, Actor, Share)
        .directed_only()
        .higher_is(MoreCohesive)
        .cite(FAGIOLO)
        .repeat("nx.clustering(S)"),
    Descriptor::new("clustering_mean", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat("nx.average_clustering(U)"),
    Descriptor::new("clustering_mean_deg2", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(WATTS)
        .repeat(
            "(lambda c: sum(c) / len(c))([c for v, c in nx.clustering(U).items() if U.degree(v) > 1])",
        ),
    Descriptor::new("transitivity", Cohesion, Target::Network, Share)
        .higher_is(MoreCohesive)
        .cite(NEWMAN)
        .repeat("nx.transitivity(U)"),
];

/// All clustering figures of one network.
#[derive(Debug, Clone, PartialEq)]
pub struct Clustering {
    /// Ties among the contacts of an actor, divided by the pairs of contacts; 0 below two contacts.
    pub local: Vec<f64>,
    /// Weighted by the ties of the actor: Σ (w(v,a) + w(v,b)) / (s(v) (k(v) - 1)) over its triangles.
    pub barrat: Vec<f64>,
    /// Weighted by all three ties: Σ 2 ∛(w w w) / (k (k - 1)), weights divided by the largest.
    pub onnela: Vec<f64>,
    /// Directed triangles of all kinds divided by the possible ones; `None` when undirected.
    pub fagiolo: Option<Vec<f64>>,
    /// Mean of `local`; `None` for an empty network.
    pub mean: Option<f64>,
    /// Mean of `local` over actors with two contacts or more; `None` without such actors.
    pub mean_deg2: Option<f64>,
    /// 3 triangles / connected triples; `None` without triples.
    pub transitivity: Option<f64>,
}

#[derive(Clone, Copy, Default)]
struct Local {
    triangles: f64,
    barrat: f64,
    onnela: f64,
    directed: f64,
}

/// Clustering: whether the contacts of an actor know each other.
///
/// # Measures
/// `clustering`, `clustering_barrat`, `clustering_onnela`, `clustering_fagiolo`, `clustering_mean`,
/// `clustering_mean_deg2`, `transitivity`.
///
/// # Definition
/// Local: ties among the k contacts of an actor / `k (k - 1) / 2`. Barrat, over the triangles v, a, b: `sum
/// of (w_va + w_vb) / (s_v (k_v - 1))`. Onnela: `sum of 2 (w_va w_vb w_ab)^(1/3) / (k_v (k_v - 1))`.
/// Fagiolo: directed triangles of all kinds / possible ones. Mean: over all actors, or over those with two
/// contacts or more. Transitivity: 3 triangles / connected triples.
///
/// # Weight
/// Strength, in the measures of Barrat and Onnela only: pairs of U whose weights do not add up to more than
/// 0 are left out.
///
/// # Networks
/// Directed: on U, where a mutual pair is one tie; Fagiolo on the arcs of S. Undirected: no Fagiolo.
/// Parallel relations count once (weighted: added up), loops not. Disconnected: no difference.
///
/// # Normalisation
/// By the possible ties; Onnela: weights divided by the largest of the network.
///
/// # Range
/// 0 to 1. Local: 0 below two contacts. `None`: the mean of an empty network, of nobody with two contacts,
/// and transitivity without connected triples.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(sum of degree²).
///
/// # Source
/// D.J. Watts & S.H. Strogatz (1998), doi:10.1038/30918; M.E.J. Newman, S.H. Strogatz & D.J. Watts (2001),
/// doi:10.1103/PhysRevE.64.026118; A. Barrat et al. (2004), doi:10.1073/pnas.0400087101 (as igraph); J.-P.
/// Onnela et al. (2005), doi:10.1103/PhysRevE.71.065103 (as NetworkX); G. Fagiolo (2007),
/// doi:10.1103/PhysRevE.76.026107.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::clustering};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let kite = Network::from_links(4, false, &[link(0, 1), link(1, 2), link(2, 0), link(2, 3)]).unwrap();
/// let clustering = clustering::clustering(&kite);
/// assert_eq!(clustering.local, [1.0, 1.0, 1.0 / 3.0, 0.0]);
/// assert_eq!(clustering.transitivity, Some(0.6));
/// ```
pub fn clustering(network: &Network) -> Clustering {
    let n = network.n;
    let under = &network.under;
    let weights = TriangleWeights::new(&under.weights);
    let found: Vec<Local> = (0..n)
        .into_par_iter()
        .map_init(
            || vec![usize::MAX; n],
            |mark, v| around(network, v, &weights, mark),
        )
        .collect();
    let degree = |v: usize| under.degree(v) as f64;
    let pairs = |v: usize| degree(v) * (degree(v) - 1.0) / 2.0;
    let share = |part: f64, whole: f64| if whole > 0.0 { part / whole } else { 0.0 };
    let positive = |v: usize| {
        let relative = weights.relative[under.range(v)].iter().copied();
        relative.filter(|&weight| weight > 0.0)
    };
    let local: Vec<f64> = (0..n).map(|v| share(found[v].triangles, pairs(v))).collect();
    let barrat = |v: usize| {
        let strength = sum(positive(v));
        share(found[v].barrat, strength * (positive(v).count() as f64 - 1.0))
    };
    let onnela = |v: usize| {
        let contacts = positive(v).count() as f64;
        share(found[v].onnela, contacts * (contacts - 1.0) / 2.0)
    };
    let triangles: f64 = found.iter().map(|local| local.triangles).sum();
    let triples: f64 = (0..n).map(pairs).sum();
    let from_two: Vec<f64> = (0..n)
        .filter(|&v| under.degree(v) > 1)
        .map(|v| local[v])
        .collect();
    Clustering {
        mean: mean(&local),
        mean_deg2: mean(&from_two),
        transitivity: (triples > 0.0).then(|| triangles / triples),
        barrat: (0..n).map(barrat).collect(),
        onnela: (0..n).map(onnela).collect(),
        fagiolo: network
            .directed
            .then(|| (0..n).map(|v| fagiolo(network, v, found[v].directed)).collect()),
        local,
    }
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| sum(values.iter().copied()) / values.len() as f64)
}

/// Of every entry of U: its weight divided by the largest of the network, and the cube root of that.
struct TriangleWeights {
    relative: Vec<f64>,
    roots: Vec<f64>,
}

impl TriangleWeights {
    fn new(weights: &[f64]) -> Self {
        let largest = weights.iter().copied().fold(0.0, f64::max);
        let relative: Vec<f64> = weights.iter().map(|weight| weight / largest).collect();
        Self {
            roots: relative.iter().map(|&weight| cbrt(weight)).collect(),
            relative,
        }
    }
}

/// The triangles of one actor, each once. `mark` is working space, all `usize::MAX`.
fn around(network: &Network, v: usize, weights: &TriangleWeights, mark: &mut [usize]) -> Local {
    let under = &network.under;
    let (relative, roots) = (&weights.relative, &weights.roots);
    // Every pair of contacts at most makes a triangle.
    let pairs = under.degree(v) * under.degree(v).saturating_sub(1) / 2;
    let largest = |values: &[f64]| values[under.range(v)].iter().copied().fold(0.0, f64::max);
    let of_barrat = Grids::up_to(pairs as f64 * 2.0 * largest(relative), pairs);
    let of_onnela = Grids::up_to(pairs as f64 * square(largest(roots)), pairs);
    let (mut barrat, mut onnela) = (Total::default(), Total::default());
    for at in under.range(v) {
        mark[under.targets[at] as usize] = at;
    }
    let mut found = Local::default();
    for at in under.range(v) {
        let a = under.targets[at] as usize;
        for between in under.range(a) {
            let b = under.targets[between] as usize;
            let other = mark[b];
            if b <= a || other == usize::MAX {
                continue;
            }
            found.triangles += 1.0;
            if network.directed {
                // Two orders of a and b, and each tie counts for its one or two arcs.
                let arcs = arcs(network, v, a) * arcs(network, a, b) * arcs(network, b, v);
                found.directed += 2.0 * arcs;
            }
            let [va, vb, ab] = [at, other, between].map(|at| relative[at]);
            if va > 0.0 && vb > 0.0 && ab > 0.0 {
                barrat.add(of_barrat, va + vb);
                // The two at the actor first: they may change places.
                onnela.add(of_onnela, roots[at] * roots[other] * roots[between]);
            }
        }
    }
    for &a in under.neighbours(v) {
        mark[a as usize] = usize::MAX;
    }
    (found.barrat, found.onnela) = (barrat.value(), onnela.value());
    found
}

fn arcs(network: &Network, a: usize, b: usize) -> f64 {
    let has = |from: usize, to: usize| network.out.find(from, to as u32).is_some();
    f64::from(u8::from(has(a, b)) + u8::from(has(b, a)))
}

fn fagiolo(network: &Network, v: usize, triangles: f64) -> f64 {
    let total = (network.out.degree(v) + network.inc.degree(v)) as f64;
    let mutual = total - network.under.degree(v) as f64;
    let possible = 2.0 * (total * (total - 1.0) - 2.0 * mutual);
    if possible > 0.0 { triangles / possible } else { 0.0 }
}
