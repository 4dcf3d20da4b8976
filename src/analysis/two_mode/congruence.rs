//! Congruence of regions: does an actor meet the same company at all its tables?

use super::affiliation::{Affiliation, jaccard, shared};

/// Sides of the same question, per actor; all 0 to 1, low asks for a look.
#[derive(Debug, Clone, PartialEq)]
pub struct Congruence {
    /// How alike the member sets of its tables are: mean Jaccard over pairs of its tables. `None` with
    /// fewer than two tables.
    pub of_tables: Vec<Option<f64>>,
    /// How far the company at its smaller tables comes back at its larger ones: mean overlap coefficient over
    /// pairs of its tables. `None` with fewer than two tables.
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
/// # Definition
/// `of_tables(v)` = mean over pairs of tables S, T of v of `|S and T| / |S or T|`, members other than v.
/// `closest_peer(v)` = the highest over other actors u of
/// `|tables(v) and tables(u)| / |tables(v) or tables(u)|`. Where regions are congruent, neighbours sit
/// at the same tables, so everybody has a near twin; who has none is cut out of another region for
/// every task. Unlike the first it sees tables of peers where v is missing, and does not need the
/// members of a table that lie outside the network.
/// `nesting(v)` = mean over pairs of tables S, T of v of `|S and T| / min(|S|, |T|)`, members other than v.
/// Jaccard calls a small table within a large one unlike it; regions that nest are congruent all the same,
/// and this one gives them 1: it counts turnover of company, not difference in size.
/// `docs/congruence.md` holds all of them against the regions of every municipality of the Netherlands.
///
/// # Conventions
/// Weights, directions and ties outside the two modes do not matter. Two tables without any other
/// member are left out of the mean of `of_tables`: they say nothing about company. For `nesting` a table
/// without any other member has 0 in common with every other: nobody comes back there.
///
/// # Complexity
/// O(sum over actors of tables^2 * members).
///
/// # Source
/// P. Jaccard (1912), The distribution of the flora in the alpine zone, *New Phytologist* 11, 37-50,
/// doi:10.1111/j.1469-8137.1912.tb05611.x. G.G. Simpson (1943), Mammals and the nature of continents,
/// *American Journal of Science* 241, 1-31, doi:10.2475/ajs.241.1.1; turnover against nestedness: A. Baselga
/// (2010), *Global Ecology and Biogeography* 19, 134-143, doi:10.1111/j.1466-8238.2009.00490.x. Incongruent regions as a question of governance: N. van
/// Ginkel, expert meeting of the Raad voor het Openbaar Bestuur.
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
    let mut found = Congruence {
        of_tables: Vec::with_capacity(n),
        nesting: Vec::with_capacity(n),
        closest_peer: Vec::with_capacity(n),
    };
    for v in 0..n {
        let tables = &affiliation.tables_of[v];
        let company: Vec<Vec<u32>> = tables
            .iter()
            .map(|&table| {
                let members = &affiliation.members[table as usize];
                members.iter().copied().filter(|&w| w as usize != v).collect()
            })
            .collect();
        let pairs = || {
            let from = |at: usize| company[at + 1..].iter();
            company
                .iter()
                .enumerate()
                .flat_map(move |(at, one)| from(at).map(move |other| (one, other)))
        };
        found
            .of_tables
            .push(mean(pairs().filter_map(|(one, other)| jaccard(one, other))));
        found
            .nesting
            .push(mean(pairs().map(|(one, other)| overlap_coefficient(one, other))));
        let mut closest: Option<Peer> = None;
        let mut peers: Vec<u32> = company.into_iter().flatten().collect();
        peers.sort_unstable();
        peers.dedup();
        for actor in peers {
            let likeness = jaccard(tables, &affiliation.tables_of[actor as usize]).unwrap_or(0.0);
            if closest.is_none_or(|peer| likeness > peer.likeness) {
                closest = Some(Peer { actor, likeness });
            }
        }
        found.closest_peer.push(closest);
    }
    found
}

/// Shared items / items of the shorter list; 0 when one of them is empty.
fn overlap_coefficient(a: &[u32], b: &[u32]) -> f64 {
    match a.len().min(b.len()) {
        0 => 0.0,
        least => shared(a, b) as f64 / least as f64,
    }
}

fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0u32);
    for value in values {
        sum += value;
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}
