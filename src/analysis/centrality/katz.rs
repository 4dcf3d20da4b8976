//! Katz centrality: walks of every length count, longer ones less.

use super::perron::{NoVector, Perron, perron};
use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor, Family::Centrality, HigherIs::MoreCentral, Target::Actor, Unit::Share,
};
use crate::analysis::order_free::{Grid, sum};

const KATZ: Citation = Citation::with_doi(
    "Katz 1953, A new status index derived from sociometric analysis, Psychometrika 18",
    "10.1007/BF02289026",
);

pub const DESCRIPTORS: &[Descriptor] = &[Descriptor::new("katz", Centrality, Actor, Share)
    .higher_is(MoreCentral)
    .cite(KATZ)
    .repeat("(lambda r: nx.katz_centrality_numpy(S, alpha=0.85 / r if r > 0.5 else 0.1))(max(abs(nx.adjacency_spectrum(S, weight=None))))")];

/// Katz centrality, and the damping it was computed with.
#[derive(Debug, Clone, PartialEq)]
pub struct Katz {
    pub values: Vec<f64>,
    /// 0.85 / largest eigenvalue; 0.1 when that is 0.
    pub alpha: f64,
}

/// Katz centrality: every walk that ends at an actor counts, long ones less.
///
/// # Measures
/// `katz`.
///
/// # Definition
/// `x = (I - α Aᵀ)⁻¹ 1`: a walk of length k counts α^k, with α = 0.85 / largest eigenvalue (0.1 when that
/// is 0).
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: walks along the arrows. Undirected: in both directions. Parallel relations count once, loops
/// not. Disconnected: no difference, but α follows from the component with the largest eigenvalue.
///
/// # Normalisation
/// 2-norm 1.
///
/// # Range
/// Above 0 to 1.
///
/// # Errors
/// `None` for an empty network or when the eigenvalue is not found.
///
/// # Complexity
/// About 250 rounds of O(m), on top of the eigenvalue.
///
/// # Source
/// L. Katz (1953), A new status index derived from sociometric analysis, *Psychometrika* 18, 39-43,
/// doi:10.1007/BF02289026.
///
/// ```
/// use netwerkopstelling::analysis::{Network, centrality::katz};
/// let nobody_related = Network::from_links(4, false, &[]).unwrap();
/// let katz = katz::katz(&nobody_related).unwrap();
/// assert_eq!((katz.alpha, katz.values), (0.1, vec![0.5; 4]));
/// ```
pub fn katz(network: &Network) -> Option<Katz> {
    katz_with(network, &perron(network, false))
}

/// The same, where the largest eigenvalue without weights is known already.
pub fn katz_with(network: &Network, leading: &Perron) -> Option<Katz> {
    let n = network.n;
    if n == 0 || leading.vector == Err(NoVector::NotConverged) {
        return None;
    }
    let alpha = if leading.value > 0.0 {
        0.85 / leading.value
    } else {
        0.1
    };
    // Walks that follow the leading vector fade slowest: with their sum as a start the others are left.
    let mut values = vec![1.0; n];
    if let Ok(vector) = &leading.vector {
        let beyond_the_first = 1.0 / (1.0 - alpha * leading.value) - 1.0;
        let share = beyond_the_first * sum(vector.iter().copied());
        for (value, x) in values.iter_mut().zip(vector) {
            *value += share * x;
        }
    }
    let mut next = vec![0.0; n];
    // What comes in at every actor, and how many times as large it can have become since.
    let most = values.iter().copied().fold(0.0, f64::max);
    let mut incoming: Vec<f64> = (0..n).map(|v| network.inc.degree(v) as f64 * most).collect();
    let mut growth = 1.0;
    let mut least = f64::INFINITY;
    for _ in 0..100_000 {
        for ((v, next), incoming) in next.iter_mut().enumerate().zip(&mut incoming) {
            let grid = Grid::up_to(*incoming * growth);
            let (twos, odd) = network.inc.neighbours(v).as_chunks::<2>();
            let mut sums = [0.0; 2];
            for sources in twos {
                for lane in 0..2 {
                    sums[lane] += grid.snap(values[sources[lane] as usize]);
                }
            }
            let odd: f64 = odd.iter().map(|&u| grid.snap(values[u as usize])).sum();
            *incoming = sums[0] + sums[1] + odd;
            *next = 1.0 + alpha * *incoming;
        }
        let ratios = values.iter().zip(&next).map(|(a, b)| a / b);
        let (low, high) = ratios.fold((f64::INFINITY, 0.0), |(low, high), ratio| {
            (f64::min(low, ratio), f64::max(high, ratio))
        });
        let change = f64::max(high - 1.0, 1.0 - low);
        growth = 1.0 / low;
        std::mem::swap(&mut values, &mut next);
        // Until only rounding is left.
        if change <= 1e-16 || (change <= 1e-13 && change > 0.9 * least) {
            break;
        }
        least = least.min(change);
    }
    let norm = sum(values.iter().map(|x| x * x)).sqrt();
    for value in &mut values {
        *value /= norm;
    }
    Some(Katz { values, alpha })
}
