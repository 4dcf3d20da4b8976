//! Degree assortativity: whether actors with many contacts are tied to each other.

use crate::analysis::Network;
use crate::analysis::measure::{Citation, Descriptor, Family::Cohesion, Target, Unit::SignedShare};

const NEWMAN: Citation = Citation::with_doi(
    "Newman 2003, Mixing patterns in networks, Physical Review E 67",
    "10.1103/PhysRevE.67.026126",
);

pub const DESCRIPTORS: &[Descriptor] =
    &[
        Descriptor::new("assortativity_degree", Cohesion, Target::Network, SignedShare)
            .cite(NEWMAN)
            .repeat("nx.degree_assortativity_coefficient(U)"),
    ];

/// Degree assortativity: whether actors with many contacts are tied to each other.
///
/// # Measures
/// `assortativity_degree`.
///
/// # Definition
/// The correlation (Pearson) of the degrees at both ends of the ties of U, each tie in both directions.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once, loops not. Disconnected: no difference.
///
/// # Normalisation
/// A correlation.
///
/// # Range
/// -1 (many with few) to 1; `None` without ties or when all ends have the same degree.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(m).
///
/// # Source
/// M.E.J. Newman (2003), Mixing patterns in networks, *Physical Review E* 67, 026126,
/// doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::mixing};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let star = Network::from_links(4, false, &[link(0, 1), link(0, 2), link(0, 3)]).unwrap();
/// assert_eq!(mixing::degree_assortativity(&star), Some(-1.0));
/// ```
pub fn degree_assortativity(network: &Network) -> Option<f64> {
    let under = &network.under;
    // Sums of whole numbers: exact, so that "all the same" is recognised without a tolerance.
    let (mut ends, mut sum, mut squares, mut products) = (0u128, 0u128, 0u128, 0u128);
    for v in 0..network.n {
        let k = under.degree(v) as u128;
        ends += k;
        sum += k * k;
        squares += k * k * k;
        for &w in under.neighbours(v) {
            products += k * under.degree(w as usize) as u128;
        }
    }
    let spread = (ends * squares).checked_sub(sum * sum)?;
    let shared = (ends * products) as i128 - (sum * sum) as i128;
    (spread > 0).then(|| shared as f64 / spread as f64)
}
