//! One-mode projections: actors tied by the tables they share, or tables by the members they share.

use crate::analysis::Link;
use crate::analysis::order_free::sum;

use super::affiliation::Affiliation;

/// What a shared table is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ProjectionWeight {
    /// 1 each: the weight is the number of shared tables (or members).
    Shared,
    /// 1 / (members of the table - 1): meeting in a small circle counts more.
    Newman,
}

/// Which mode stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ModeKept {
    Actors,
    Tables,
}

/// The ties of a projection, undirected, `source < target`, in that order. Indices stay those of the
/// two-mode network; the other mode has no ties.
///
/// # Definition
/// `w_uv = sum over shared k of 1` (plain) or `of 1 / (n_k - 1)` (Newman), `n_k` the degree of k.
///
/// # Complexity
/// O(sum over the mode that goes of degree^2).
///
/// # Source
/// M.E.J. Newman (2001), Scientific collaboration networks II, *Physical Review E* 64, 016132,
/// doi:10.1103/PhysRevE.64.016132.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network};
/// use netwerkopstelling::analysis::two_mode::{Affiliation, ModeKept, ProjectionWeight, projection};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 3), tie(1, 3), tie(2, 3)]).unwrap();
/// let tables = Affiliation::new(&network, &[false, false, false, true]);
/// let ties = projection(&tables, ModeKept::Actors, ProjectionWeight::Newman);
/// assert_eq!(ties[0], Link { source: 0, target: 1, weight: 0.5 });
/// assert_eq!(ties.len(), 3);
/// ```
pub fn projection(affiliation: &Affiliation, side: ModeKept, weight: ProjectionWeight) -> Vec<Link> {
    let (keeps, goes) = match side {
        ModeKept::Actors => (&affiliation.tables_of, &affiliation.members),
        ModeKept::Tables => (&affiliation.members, &affiliation.tables_of),
    };
    let mut ties = Vec::new();
    let mut met: Vec<(u32, f64)> = Vec::new();
    for (source, through) in (0u32..).zip(keeps) {
        met.clear();
        for &k in through {
            let ends = &goes[k as usize];
            let worth = match weight {
                ProjectionWeight::Shared => 1.0,
                ProjectionWeight::Newman => 1.0 / (ends.len() as f64 - 1.0),
            };
            let others = ends.iter().filter(|&&target| target > source);
            met.extend(others.map(|&target| (target, worth)));
        }
        met.sort_unstable_by_key(|&(target, _)| target);
        ties.extend(met.chunk_by(|a, b| a.0 == b.0).map(|met| Link {
            source,
            target: met[0].0,
            weight: sum(met.iter().map(|&(_, worth)| worth)),
        }));
    }
    ties
}
