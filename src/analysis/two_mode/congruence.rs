//! Congruence of regions: does an actor meet the same company at all its tables?

use rayon::prelude::*;

use super::affiliation::{Affiliation, shared};
use crate::analysis::order_free::{Grids, Total};

/// Sides of the same question, per actor; all 0 to 1, low asks for a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Congruence {
    /// How alike the member sets of its tables are: mean Jaccard over pairs of its tables. `None` with
    /// fewer than two tables.
    pub of_tables: Vec<Option<f64>>,
    /// How far the company at its smaller tables comes back at its larger ones: mean overlap coefficient
    /// over pairs of its tables. `None` with fewer than two tables.
    pub nesting: Vec<Option<f64>>,
    /// How far somebody else sits at the same tables. `None` when it meets nobody.
    pub closest_peer: Vec<Option<Peer>>,
}

/// The actor whose set of tables is most like one's own (the first of equals).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peer {
    pub actor: u32,
    /// Jaccard of both sets of tables.
    pub likeness: f64,
}

impl Congruence {
    /// The likeness of the closest peer, as a column.
    pub fn likeness(&self) -> Vec<Option<f64>> {
        self.closest_peer
            .iter()
            .map(|peer| peer.map(|peer| peer.likeness))
            .collect()
    }

    /// Both at once: the mean of [`Congruence::nesting`] and of the likeness of the closest peer. `None`
    /// where one of them is.
    pub fn fit(&self) -> Vec<Option<f64>> {
        self.nesting
            .iter()
            .zip(self.likeness())
            .map(|(nesting, likeness)| Some((nesting.as_ref()? + likeness?) / 2.0))
            .collect()
    }
}

/// Congruence of every actor that is not a table.
///
/// # Measures
/// `congruence`, `closest_peer` ([`Congruence::likeness`]), `nesting`, `region_fit` ([`Congruence::fit`]).
///
/// # Definition
/// `of_tables(v)` = mean over pairs of tables S, T of v of `|S and T| / |S or T|`, members other than v.
/// `closest_peer(v)` = the highest over other actors u of
/// `|tables(v) and tables(u)| / |tables(v) or tables(u)|`. Where regions are congruent, neighbours sit
/// at the same tables, so everybody has a near twin; who has none is cut out of another region for
/// every task. Unlike the first it sees tables of peers where v is missing, and does not need the
/// members of a table that lie outside the network.
/// `nesting(v)` = mean over pairs of tables S, T of v of `|S and T| / min(|S|, |T|)`, members other than v.
/// Jaccard calls a small table within a large one unlike it; regions that nest are congruent all the same,
/// and this one gives them 1: it counts turnover of company, not difference in size. `fit(v)` = the mean of
/// nesting and closest peer.
/// `docs/congruence.md` holds all of them against the regions of every municipality of the Netherlands.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: membership in whichever direction. Parallel relations count once, loops not.
/// Disconnected: no difference. Ties outside the two modes do not count. Two tables without any other
/// member are left out of the mean of `of_tables`: they say nothing about company. For `nesting` a table
/// without any other member has 0 in common with every other: nobody comes back there.
///
/// # Normalisation
/// By the union, or by the smaller of two.
///
/// # Range
/// 0 to 1, low asks for a look; `None` with fewer than two tables (the closest peer: when it meets nobody).
///
/// # Errors
/// None.
///
/// # Complexity
/// O(sum over actors of tables^2 * members).
///
/// # Source
/// P. Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11, 37-50,
/// doi:10.1111/j.1469-8137.1912.tb05611.x. G.G. Simpson (1943), Mammals and the nature of continents,
/// *American Journal of Science* 241, 1-31, doi:10.2475/ajs.241.1.1; turnover against nestedness: A.
/// Baselga (2010), *Global Ecology and Biogeography* 19, 134-143, doi:10.1111/j.1466-8238.2009.00490.x.
/// Incongruent regions as a question of governance: N. van Ginkel, expert meeting of the Raad voor het
/// Openbaar Bestuur.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, two_mode::{Affiliation, congruence}};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// // Tables 3 and 4: actors 0 and 1 sit at both, 2 at one.
/// let ties = [tie(0, 3), tie(1, 3), tie(0, 4), tie(1, 4), tie(2, 4)];
/// let network = Network::from_links(5, false, &ties).unwrap();
/// let tables = Affiliation::new(&network, &[false, false, false, true, true]);
/// let found = congruence(&tables);
/// assert_eq!(found.of_tables[0], Some(0.5));
/// assert_eq!(found.likeness(), [Some(1.0), Some(1.0), Some(0.5), None, None]);
/// assert_eq!(found.of_tables[2], None);
/// // Table 3 lies within table 4: congruent, though of another size.
/// assert_eq!(found.nesting[0], Some(1.0));
/// ```
pub fn congruence(affiliation: &Affiliation) -> Congruence {
    let n = affiliation.is_table.len();
    let of_actors: Vec<_> = (0..n)
        .into_par_iter()
        .map(|v| {
            let (of_tables, nesting) = likeness_of_tables(affiliation, v);
            (of_tables, nesting, closest_peer(affiliation, v))
        })
        .collect();
    Congruence {
        of_tables: of_actors.iter().map(|actor| actor.0).collect(),
        nesting: of_actors.iter().map(|actor| actor.1).collect(),
        closest_peer: of_actors.iter().map(|actor| actor.2).collect(),
    }
}

/// Mean Jaccard and mean nesting over pairs of tables; company is the members other than the actor itself.
fn likeness_of_tables(affiliation: &Affiliation, v: usize) -> (Option<f64>, Option<f64>) {
    let tables = &affiliation.tables_of[v];
    let pairs = tables.len() * tables.len().saturating_sub(1) / 2;
    let (mut likeness, mut nesting) = (Mean::of_shares(pairs), Mean::of_shares(pairs));
    for (at, &one) in tables.iter().enumerate() {
        for &other in &tables[at + 1..] {
            let (one, other) = (
                &affiliation.members[one as usize],
                &affiliation.members[other as usize],
            );
            let shared = shared(one, other) - 1;
            let (fewest, either) = (
                one.len().min(other.len()) - 1,
                one.len() + other.len() - 2 - shared,
            );
            if either > 0 {
                likeness.add(shared as f64 / either as f64);
            }
            nesting.add(if fewest > 0 {
                shared as f64 / fewest as f64
            } else {
                0.0
            });
        }
    }
    (likeness.value(), nesting.value())
}

fn closest_peer(affiliation: &Affiliation, v: usize) -> Option<Peer> {
    let tables = &affiliation.tables_of[v];
    let mut company: Vec<u32> = tables
        .iter()
        .flat_map(|&table| affiliation.members[table as usize].iter().copied())
        .filter(|&w| w as usize != v)
        .collect();
    // As often as somebody is met, so many tables are shared.
    company.sort_unstable();
    let mut closest: Option<Peer> = None;
    for met in company.chunk_by(|a, b| a == b) {
        let actor = met[0];
        let either = tables.len() + affiliation.tables_of[actor as usize].len() - met.len();
        let likeness = met.len() as f64 / either as f64;
        if closest.is_none_or(|peer| likeness > peer.likeness) {
            closest = Some(Peer { actor, likeness });
        }
    }
    closest
}

struct Mean {
    grids: Grids,
    total: Total,
    count: u32,
}

impl Mean {
    /// Of at most so many values from 0 to 1.
    fn of_shares(most: usize) -> Self {
        Self {
            grids: Grids::up_to(most as f64, most),
            total: Total::default(),
            count: 0,
        }
    }

    fn add(&mut self, value: f64) {
        self.total.add(self.grids, value);
        self.count += 1;
    }

    fn value(&self) -> Option<f64> {
        (self.count > 0).then(|| self.total.value() / f64::from(self.count))
    }
}
