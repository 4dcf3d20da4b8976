//! Burt's structural holes: how far an actor's contacts are already tied to each other.

use crate::analysis::Network;
use crate::analysis::order_free::{Grid, Grids, Total, sum};
use crate::analysis::ties::{Ties, Weighing};
use crate::numeric::{ln, square};

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
    let mut work = HoleSums::new(&ties, weighing);
    let mut holes = StructuralHoles::default();
    for v in 0..ties.n() {
        let figures = (ties.contacts(v) > 0).then(|| work.of_actor(&ties, extent, v));
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
struct HoleFigures {
    constraint: f64,
    effective_size: f64,
    hierarchy: f64,
}

/// Sum of a row in units of its largest value, over the contacts that count.
struct HoleSums {
    /// Per end of a tie ([`Ties::range`]): m_ij, the value divided by the largest of the actor.
    relative: Vec<f64>,
    /// p_ij: the value divided by the sum over the actor.
    proportions: Vec<f64>,
    /// Largest p_ij of an actor; 0 when it has one contact, whose others it does not reach.
    most: Vec<f64>,
    /// Whether values of ties add up without rounding: they are 1 and 2.
    is_exact: bool,
    /// Whose ego network the actor was last in.
    ego: Vec<usize>,
    /// p_ij of the actor at hand.
    proportion: Vec<f64>,
    /// sum_q p_iq p_qj and sum_q p_iq m_jq.
    indirect: Vec<f64>,
    redundant: Vec<f64>,
}

impl HoleSums {
    fn new(ties: &Ties, weighing: Weighing) -> Self {
        let n = ties.n();
        let mut relative = Vec::with_capacity(ties.targets().len());
        let mut proportions = Vec::with_capacity(ties.targets().len());
        let mut most = Vec::with_capacity(n);
        for v in 0..n {
            let row = ties.of(v).map(|(_, value)| value / ties.largest(v));
            relative.extend(row);
            let total = add_up(ties.contacts(v) as f64, &relative[ties.range(v)]);
            proportions.extend(relative[ties.range(v)].iter().map(|value| value / total));
            most.push(if ties.contacts(v) > 1 { 1.0 / total } else { 0.0 });
        }
        Self {
            relative,
            proportions,
            most,
            is_exact: weighing == Weighing::Unweighted,
            ego: vec![usize::MAX; n],
            proportion: vec![0.0; n],
            indirect: vec![0.0; n],
            redundant: vec![0.0; n],
        }
    }

    fn of_actor(&mut self, ties: &Ties, extent: Extent, v: usize) -> HoleFigures {
        self.ego[v] = v;
        // A tie to the actor itself adds nothing.
        self.proportion[v] = 0.0;
        for ((w, _), &proportion) in ties.of(v).zip(&self.proportions[ties.range(v)]) {
            self.ego[w] = v;
            self.proportion[w] = proportion;
            self.indirect[w] = 0.0;
            self.redundant[w] = 0.0;
        }
        // No sum exceeds the largest step from any contact, as p_iq adds up to 1.
        let most = match extent {
            Extent::WholeNetwork => ties.of(v).fold(0.0, |most, (q, _)| f64::max(most, self.most[q])),
            Extent::EgoNetwork => 1.0,
        };
        let around = Grid::up_to(most);
        for (q, _) in ties.of(v) {
            let range = ties.range(q);
            let (contacts, relative) = (&ties.targets()[range.clone()], &self.relative[range.clone()]);
            // By the sum of row q, and by its largest value.
            let (total, largest) = match extent {
                Extent::WholeNetwork => (1.0, 1.0),
                Extent::EgoNetwork => self.within(v, contacts, relative),
            };
            let row = match extent {
                Extent::WholeNetwork => &self.proportions[range],
                Extent::EgoNetwork => relative,
            };
            let (p_iq, per_largest) = (self.proportion[q] / total, 1.0 / largest);
            let own = Grid::up_to(largest);
            let mut redundant = 0.0;
            // Whether a contact of a contact is in the ego network is hard to foresee: no jump on it.
            for ((&j, &value), &relative) in contacts.iter().zip(row).zip(relative) {
                let j = j as usize;
                let is_in = self.ego[j] == v;
                let indirect = around.snap(p_iq * value);
                let doubled = own.snap(self.proportion[j] * relative);
                self.indirect[j] += if is_in { indirect } else { 0.0 };
                // z is symmetric, so row q also tells how redundant contact q itself is.
                redundant += if is_in { doubled } else { 0.0 };
            }
            self.redundant[q] += redundant * per_largest;
        }
        let contacts = ties.contacts(v) as f64;
        let each = |of: &dyn Fn(usize) -> f64| ties.of(v).map(|(j, _)| of(j)).collect::<Vec<f64>>();
        // The two terms that are squared add up to at most 1.
        let constraints = each(&|j| square(self.proportion[j] + self.indirect[j]));
        let constraint = add_up(4.0, &constraints);
        let effective_size = add_up(contacts, &each(&|j| 1.0 - self.redundant[j]));
        let hierarchy = if ties.contacts(v) == 1 {
            1.0
        } else {
            let mean = constraint / contacts;
            let of_ratio = |ratio: f64| if ratio > 0.0 { ratio * ln(ratio) } else { 0.0 };
            let terms: Vec<f64> = constraints.iter().map(|c| of_ratio(c / mean)).collect();
            // The ratios add up to the number of contacts: most when one has all, least when all are 1/e.
            let disorder = add_up(contacts * (ln(contacts) + 1.0), &terms);
            // Equal constraints can leave a rounding error just below 0.
            (disorder / (contacts * ln(contacts))).max(0.0)
        };
        HoleFigures {
            constraint,
            effective_size,
            hierarchy,
        }
    }

    /// What the ties of a contact within the ego network of `v` add up to, and the largest of them.
    fn within(&self, v: usize, contacts: &[u32], relative: &[f64]) -> (f64, f64) {
        let in_ego = |(&j, &value)| if self.ego[j as usize] == v { value } else { 0.0 };
        let values = contacts.iter().zip(relative).map(in_ego);
        let (total, largest) = values.clone().fold((0.0, 0.0), |(total, largest), value| {
            (total + value, f64::max(largest, value))
        });
        (if self.is_exact { total } else { sum(values) }, largest)
    }
}

/// The sum of terms of which no part is beyond `bound`.
fn add_up(bound: f64, terms: &[f64]) -> f64 {
    let grids = Grids::up_to(bound, terms.len());
    let mut total = Total::default();
    for &term in terms {
        total.add(grids, term);
    }
    total.value()
}
