//! Core and periphery: how well "everyone in the core knows everyone" describes the network.

use std::cmp::Reverse;

use super::core_border::CoreBorder;
use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreCentral,
    Target::{self, Actor},
    Unit::{Count, Flag, SignedShare},
};

const BORGATTI: Citation = Citation::with_doi(
    "Borgatti & Everett 2000, Models of core/periphery structures, Social Networks 21",
    "10.1016/S0378-8733(99)00019-2",
);

/// Searches too, so that it may find another division of the same fit.
const UCINET: &str = "UCINET (Network > Core/Periphery > Categorical)";

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("core_member", Cohesion, Actor, Flag)
        .higher_is(MoreCentral)
        .cite(BORGATTI)
        .repeat_in(UCINET),
    Descriptor::new("core_fit", Cohesion, Target::Network, SignedShare)
        .cite(BORGATTI)
        .repeat_in(UCINET),
    Descriptor::new("core_size", Cohesion, Target::Network, Count)
        .cite(BORGATTI)
        .repeat_in(UCINET),
];

/// The best core found.
#[derive(Debug, Clone, PartialEq)]
pub struct CorePeriphery {
    pub is_core: Vec<bool>,
    pub size: usize,
    /// Correlation of U with the pattern "tied if and only if one of the two is in the core".
    pub fit: f64,
}

/// Up to this number of actors every division is tried.
const MOST_EXACT: usize = 16;

/// Core and periphery: how well "everyone in the core knows everyone" describes the network.
///
/// # Measures
/// `core_member`, `core_fit`, `core_size`.
///
/// # Definition
/// The division whose ideal pattern, in which core actors are tied to everyone and peripheral actors not to
/// each other, correlates best with U (Pearson, over all pairs). Fit is that correlation.
///
/// # Weight
/// Not used (the discrete model).
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once, loops not. Disconnected: no difference,
/// though it fits badly then.
///
/// # Normalisation
/// A correlation.
///
/// # Range
/// Fit -1 to 1; `None` when no pattern can correlate: fewer than three actors, no ties, or all ties.
///
/// # Errors
/// None.
///
/// # Complexity
/// Up to 16 actors every division is tried: O(2^n). Above, the search starts from the k actors with the
/// most contacts for every k and moves one actor at a time as long as that helps: a good division, not
/// proven the best. Deterministic; of equal divisions the smallest core, and of these the first actors.
///
/// # Source
/// S.P. Borgatti & M.G. Everett (2000), Models of core/periphery structures, *Social Networks* 21, 375-395,
/// doi:10.1016/S0378-8733(99)00019-2.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::core_periphery};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let star = Network::from_links(4, false, &[link(0, 1), link(0, 2), link(0, 3)]).unwrap();
/// let found = core_periphery::core_periphery(&star).unwrap();
/// assert_eq!((found.fit, found.is_core), (1.0, vec![true, false, false, false]));
/// ```
pub fn core_periphery(network: &Network) -> Option<CorePeriphery> {
    let search = CoreSearch::new(network);
    let is_core = if network.n <= MOST_EXACT {
        search.every_division()?
    } else {
        search.improved(search.best_by_degree()?)
    };
    let size = is_core.iter().filter(|&&core| core).count();
    let covered = search.covered(&is_core);
    Some(CorePeriphery {
        fit: search.fit(size, covered)?,
        size,
        is_core,
    })
}

struct CoreSearch<'a> {
    network: &'a Network,
    ties: usize,
}

impl<'a> CoreSearch<'a> {
    fn new(network: &'a Network) -> Self {
        Self {
            network,
            ties: network.under.targets.len() / 2,
        }
    }

    /// Correlation of two patterns of yes and no over all pairs, from the number of ties that touch the
    /// core. `None` when either pattern is all yes or all no.
    fn fit(&self, size: usize, covered: usize) -> Option<f64> {
        let n = self.network.n as f64;
        let k = size as f64;
        let pairs = n * (n - 1.0) / 2.0;
        let ideal = k * (k - 1.0) / 2.0 + k * (n - k);
        let ties = self.ties as f64;
        let spread = ideal * (pairs - ideal) * ties * (pairs - ties);
        (spread > 0.0).then(|| (covered as f64 * pairs - ideal * ties) / spread.sqrt())
    }

    /// Ties with an end in the core.
    fn covered(&self, is_core: &[bool]) -> usize {
        self.ties - self.uncovered(is_core) / 2
    }

    fn uncovered(&self, is_core: &[bool]) -> usize {
        (0..self.network.n)
            .filter(|&v| !is_core[v])
            .map(|v| self.outside(v, is_core))
            .sum()
    }

    fn outside(&self, v: usize, is_core: &[bool]) -> usize {
        let contacts = self.network.under.neighbours(v).iter();
        contacts.filter(|&&w| !is_core[w as usize]).count()
    }

    fn every_division(&self) -> Option<Vec<bool>> {
        let n = self.network.n;
        let rows: Vec<u32> = (0..n)
            .map(|v| {
                self.network
                    .under
                    .neighbours(v)
                    .iter()
                    .fold(0, |row, w| row | 1 << w)
            })
            .collect();
        // Of equal fits the smallest core: which fit and size that is does not follow the numbers of the actors.
        let mut best: Option<(f64, u32)> = None;
        for core in 1..1u32 << n {
            let rest = !core;
            let uncovered: u32 = (0..n)
                .filter(|v| rest >> v & 1 == 1)
                .map(|v| (rows[v] & rest).count_ones())
                .sum();
            let covered = self.ties - uncovered as usize / 2;
            if let Some(fit) = self.fit(core.count_ones() as usize, covered)
                && best.is_none_or(|(most, best)| {
                    fit > most || fit == most && core.count_ones() < best.count_ones()
                })
            {
                best = Some((fit, core));
            }
        }
        best.map(|(_, core)| (0..n).map(|v| core >> v & 1 == 1).collect())
    }

    fn best_by_degree(&self) -> Option<Vec<bool>> {
        let n = self.network.n;
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by_key(|&v| Reverse(self.network.under.degree(v)));
        let mut is_core = vec![false; n];
        let (mut covered, mut best) = (0, None);
        for (at, &v) in order.iter().enumerate() {
            covered += self.outside(v, &is_core);
            is_core[v] = true;
            if let Some(fit) = self.fit(at + 1, covered)
                && best.is_none_or(|(most, _)| fit > most + 1e-12)
            {
                best = Some((fit, at + 1));
            }
        }
        let (_, size) = best?;
        let mut is_core = vec![false; n];
        for &v in &order[..size] {
            is_core[v] = true;
        }
        Some(is_core)
    }

    /// Moves single actors over the border while the fit grows, at most n times. O((n + moved contacts) log n).
    fn improved(&self, mut is_core: Vec<bool>) -> Vec<bool> {
        let n = self.network.n;
        let mut size = is_core.iter().filter(|&&core| core).count();
        let mut covered = self.covered(&is_core);
        let mut border = CoreBorder::new((0..n).map(|v| self.outside(v, &is_core)).collect(), &is_core);
        for _ in 0..n {
            let mut best = (self.fit(size, covered).unwrap_or(-1.0) + 1e-12, None);
            for (v, outside) in border.candidates() {
                let fit = if is_core[v] {
                    self.fit(size - 1, covered - outside)
                } else {
                    self.fit(size + 1, covered + outside)
                };
                // Of equal fits the first actor.
                if let Some(fit) = fit
                    && (fit > best.0 || fit == best.0 && best.1.is_some_and(|(other, _)| v < other))
                {
                    best = (fit, Some((v, outside)));
                }
            }
            let Some((v, outside)) = best.1 else { break };
            if is_core[v] {
                size -= 1;
                covered -= outside;
            } else {
                size += 1;
                covered += outside;
            }
            border.cross(v, &mut is_core);
            for &w in self.network.under.neighbours(v) {
                border.count(w as usize, is_core[v], &is_core);
            }
        }
        is_core
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::generate::{self, GeneratedWeights};

    /// As [`CoreSearch::improved`], trying everybody before every move.
    fn improved_by_trying_all(search: &CoreSearch<'_>, mut is_core: Vec<bool>) -> Vec<bool> {
        let n = search.network.n;
        let fit_of = |is_core: &[bool]| {
            let size = is_core.iter().filter(|&&core| core).count();
            search.fit(size, search.covered(is_core))
        };
        for _ in 0..n {
            let mut best = (fit_of(&is_core).unwrap_or(-1.0) + 1e-12, None);
            for v in 0..n {
                is_core[v] = !is_core[v];
                if let Some(fit) = fit_of(&is_core).filter(|&fit| fit > best.0) {
                    best = (fit, Some(v));
                }
                is_core[v] = !is_core[v];
            }
            let Some(v) = best.1 else { break };
            is_core[v] = !is_core[v];
        }
        is_core
    }

    #[test]
    fn looking_at_the_border_alone_finds_the_move_that_trying_everybody_finds() {
        let mut moved = 0;
        for seed in 0..40 {
            let (n, ties) = (20 + seed as usize, 30 + 4 * seed as usize);
            let network = generate::network(n, ties, seed % 2 == 1, GeneratedWeights::Digits, seed);
            let search = CoreSearch::new(&network);
            let by_degree = search.best_by_degree().unwrap();
            let opposite: Vec<bool> = (0..n).map(|v| v % 3 == 0).collect();
            for start in [by_degree, opposite] {
                let found = search.improved(start.clone());
                moved += usize::from(found != start);
                assert_eq!(found, improved_by_trying_all(&search, start), "{seed}");
            }
        }
        assert!(moved > 40, "{moved}");
    }
}
