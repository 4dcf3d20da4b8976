//! Burt's structural holes: how far an actor's contacts are already tied to each other.

use crate::analysis::Network;
use crate::analysis::ties::{Ties, Weighing};

/// On which ties the proportions are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All ties of every contact count, as NetworkX and igraph do.
    WholeNetwork,
    /// Only ties among the actor and its contacts count: UCINET's "ego network" variant.
    EgoNetwork,
}

/// Columns per actor; `None` for an actor without contacts.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct StructuralHoles {
    pub constraint: Vec<Option<f64>>,
    pub effective_size: Vec<Option<f64>>,
    /// Effective size divided by the number of contacts.
    pub efficiency: Vec<Option<f64>>,
    pub hierarchy: Vec<Option<f64>>,
}

/// Constraint, effective size, efficiency and hierarchy of every actor: how far its contacts are each
/// other's.
///
/// # Measures
/// `constraint`, `constraint_w`, `effective_size`, `effective_size_w`, `efficiency_burt`,
/// `efficiency_burt_w`, `hierarchy`, `hierarchy_w`; within the ego network `constraint_ego`,
/// `effective_size_ego`.
///
/// # Definition
/// With `z_ij = a_ij + a_ji`, `p_ij = z_ij / sum_k z_ik`, `m_jq = z_jq / max_k z_jk`:
/// - constraint `C = sum_j c_ij`, `c_ij = (p_ij + sum_q p_iq p_qj)^2`;
/// - effective size `sum_j (1 - sum_q p_iq m_jq)`;
/// - efficiency = effective size / number of contacts N;
/// - hierarchy (Coleman-Theil) `sum_j r_j ln r_j / (N ln N)`, `r_j = c_ij / (C / N)`.
///
/// j runs over the contacts of i, q over all actors but i and j.
///
/// # Weight
/// Strength: `a` is the positive summed weight of a pair; unweighted: 1.
///
/// # Networks
/// Directed: both arcs are added, so unweighted a mutual pair counts 2 and a one-way pair 1. Undirected: as
/// they are. Parallel relations are merged, loops left out. Disconnected: no difference. [`Extent`] says
/// where `sum_k` and `max_k` look: in the whole network (NetworkX, igraph), or among the actor and its
/// contacts (UCINET's ego network).
///
/// # Normalisation
/// By the actor's own ties.
///
/// # Range
/// Constraint above 0, at most 9/8 or so (it can exceed 1); effective size above 0 to N; efficiency above 0
/// to 1; hierarchy 0 to 1 (1 by convention for one contact). `None` for an actor without contacts.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(sum over v of degree(v)^2).
///
/// # Source
/// R.S. Burt (1992), *Structural Holes*, Harvard University Press, ch. 2, doi:10.4159/9780674029095.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Weighing};
/// use netwerkopstelling::analysis::brokerage::{Extent, structural_holes};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let star = Network::from_links(3, false, &[tie(0, 1), tie(0, 2)]).unwrap();
/// let holes = structural_holes(&star, Weighing::Unweighted, Extent::WholeNetwork);
/// assert_eq!(holes.constraint, vec![Some(0.5), Some(1.0), Some(1.0)]);
/// assert_eq!(holes.effective_size[0], Some(2.0));
/// ```
pub fn structural_holes(network: &Network, weighing: Weighing, extent: Extent) -> StructuralHoles {
    let ties = Ties::symmetric(network, weighing);
    let totals: Vec<f64> = (0..ties.n()).map(|v| row_total(&ties, v, |_| true)).collect();
    let mut work = Work::new(ties.n());
    let mut holes = StructuralHoles::default();
    for v in 0..ties.n() {
        let figures = (ties.contacts(v) > 0).then(|| work.of_actor(&ties, &totals, extent, v));
        holes.constraint.push(figures.map(|f| f.constraint));
        holes.effective_size.push(figures.map(|f| f.effective_size));
        holes
            .efficiency
            .push(figures.map(|f| f.effective_size / ties.contacts(v) as f64));
        holes.hierarchy.push(figures.map(|f| f.hierarchy));
    }
    holes
}

#[derive(Clone, Copy)]
struct Figures {
    constraint: f64,
    effective_size: f64,
    hierarchy: f64,
}

/// Sum of a row in units of its largest value, over the contacts that count.
fn row_total(ties: &Ties, v: usize, counts: impl Fn(usize) -> bool) -> f64 {
    ties.of(v)
        .filter(|&(w, _)| counts(w))
        .map(|(_, value)| value / ties.largest(v))
        .sum()
}

/// Room reused from actor to actor, indexed by actor.
struct Work {
    /// Whose ego network the actor was last in.
    ego: Vec<usize>,
    /// p_ij.
    proportion: Vec<f64>,
    /// sum_q p_iq p_qj and sum_q p_iq m_jq.
    indirect: Vec<f64>,
    redundant: Vec<f64>,
}

impl Work {
    fn new(n: usize) -> Self {
        Self {
            ego: vec![usize::MAX; n],
            proportion: vec![0.0; n],
            indirect: vec![0.0; n],
            redundant: vec![0.0; n],
        }
    }

    fn of_actor(&mut self, ties: &Ties, totals: &[f64], extent: Extent, v: usize) -> Figures {
        self.ego[v] = v;
        for (w, value) in ties.of(v) {
            self.ego[w] = v;
            self.proportion[w] = value / ties.largest(v) / totals[v];
            self.indirect[w] = 0.0;
            self.redundant[w] = 0.0;
        }
        for (q, _) in ties.of(v) {
            let p_iq = self.proportion[q];
            let in_ego = |w: usize| self.ego[w] == v;
            let total = match extent {
                Extent::WholeNetwork => totals[q],
                Extent::EgoNetwork => row_total(ties, q, in_ego),
            };
            let largest = match extent {
                Extent::WholeNetwork => ties.largest(q),
                Extent::EgoNetwork => ties
                    .of(q)
                    .filter(|&(w, _)| in_ego(w))
                    .map(|(_, value)| value)
                    .fold(0.0, f64::max),
            };
            for (j, value) in ties.of(q) {
                if j != v && self.ego[j] == v {
                    self.indirect[j] += p_iq * (value / ties.largest(q) / total);
                    // z is symmetric, so row q also tells how redundant contact q itself is.
                    self.redundant[q] += self.proportion[j] * (value / largest);
                }
            }
        }
        let contacts = ties.contacts(v) as f64;
        let constraints: Vec<f64> = ties
            .of(v)
            .map(|(j, _)| (self.proportion[j] + self.indirect[j]).powi(2))
            .collect();
        let constraint: f64 = constraints.iter().sum();
        let effective_size: f64 = ties.of(v).map(|(j, _)| 1.0 - self.redundant[j]).sum();
        let hierarchy = if ties.contacts(v) == 1 {
            1.0
        } else {
            let mean = constraint / contacts;
            let disorder: f64 = constraints
                .iter()
                .map(|c| c / mean)
                .filter(|&ratio| ratio > 0.0)
                .map(|ratio| ratio * ratio.ln())
                .sum();
            // Equal constraints can leave a rounding error just below 0.
            (disorder / (contacts * contacts.ln())).max(0.0)
        };
        Figures {
            constraint,
            effective_size,
            hierarchy,
        }
    }
}
