//! Missing links: pairs of groups with far fewer ties than expected, and the single new relations that
//! would bring groups closest.

use rayon::prelude::*;

use crate::analysis::groups::mixing;
use crate::analysis::known::{is_known, known};
use crate::analysis::order_free::sums;
use crate::analysis::{Cancelled, Control, Network, Partition, Weighing};

/// Two groups that are hardly tied.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissingLink {
    /// `a < b`.
    pub a: u32,
    pub b: u32,
    /// Tied pairs between them, in both directions.
    pub ties: f64,
    pub expected: f64,
}

/// Pairs of groups that are hardly tied, the largest shortage first.
///
/// # Measures
/// `missing_link`.
///
/// # Definition
/// Pairs with at most `most_ratio` (a half, usually) of the ties that equal density would give, and at
/// least one expected. Shortage, in standard deviations of a Poisson count: `(expected - ties) /
/// sqrt(expected)`.
///
/// With `is_table`, of a network in which ties run from members to tables only: equal density over the pairs of a
/// member and a table, so that two groups of members alone lack nothing; and a group that has only tables is no end.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: arcs in both directions are added. Undirected, parallel, loops, disconnected, several groups
/// and unknown actors: as [`mixing()`].
///
/// # Normalisation
/// The shortage, by the deviation that chance gives.
///
/// # Range
/// Ties 0 to `most_ratio` times what is expected; expected 1 or more.
///
/// # Errors
/// None are found where there is no [`mixing()`] table: too many groups.
///
/// # Complexity
/// O(n + m + groups^2).
///
/// # Source
/// Expected ties as M.E.J. Newman (2003), Mixing patterns in networks, *Physical Review E* 67, 026126,
/// doi:10.1103/PhysRevE.67.026126.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, spanners::missing_links};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let ties = [tie(0, 1), tie(1, 2), tie(0, 2), tie(3, 4), tie(4, 5), tie(3, 5)];
/// let network = Network::from_links(6, false, &ties).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 0, 1, 1, 1].map(Some));
/// let missing = missing_links(&network, &groups, None, 0.5);
/// assert_eq!((missing[0].a, missing[0].b, missing[0].ties), (0, 1, 0.0));
/// ```
pub fn missing_links(
    network: &Network,
    partition: &Partition,
    is_table: Option<&[bool]>,
    most_ratio: f64,
) -> Vec<MissingLink> {
    let table = mixing(network, partition, Weighing::Unweighted);
    let seats = is_table.map(|is_table| PossibleSeats::new(network, partition, is_table));
    let both = |values: &[f64], a: usize, b: usize| {
        let there = values[table.at(a, b)];
        if network.directed {
            there + values[table.at(b, a)]
        } else {
            there
        }
    };
    let mut found = Vec::new();
    for (a, group) in (0..table.groups).zip(0u32..) {
        for (b, other) in (0..table.groups).zip(0u32..).skip(a + 1) {
            let ties = both(&table.ties, a, b);
            let expected = seats.as_ref().map_or_else(
                || both(&table.expected, a, b),
                |seats| seats.expected_between(a, b),
            );
            if expected >= 1.0 && ties <= most_ratio * expected {
                found.push(MissingLink {
                    a: group,
                    b: other,
                    ties,
                    expected,
                });
            }
        }
    }
    let shortage = |link: &MissingLink| (link.expected - link.ties) / link.expected.sqrt();
    found.sort_by(|x, y| {
        shortage(y)
            .total_cmp(&shortage(x))
            .then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    found
}

/// How many members and tables each group has: who is in several is split evenly over them.
struct PossibleSeats {
    members: Vec<f64>,
    tables: Vec<f64>,
    /// Ties per pair of a member and a table, both of a known group.
    density: f64,
}

impl PossibleSeats {
    fn new(network: &Network, partition: &Partition, is_table: &[bool]) -> Self {
        let sizes = |of_tables: bool| {
            sums(partition.groups.len(), |terms| {
                for v in (0..partition.len()).filter(|&v| is_table[v] == of_tables) {
                    let own = partition.of(v);
                    for &group in own {
                        terms.add(group as usize, 1.0 / own.len() as f64);
                    }
                }
            })
        };
        let known_on_side = |of_tables: bool| {
            let known = (0..partition.len()).filter(|&v| is_table[v] == of_tables && is_known(partition, v));
            known.count() as f64
        };
        let possible = known_on_side(true) * known_on_side(false);
        let ties = known(network, partition).m() as f64;
        Self {
            members: sizes(false),
            tables: sizes(true),
            density: if possible > 0.0 { ties / possible } else { 0.0 },
        }
    }

    /// Members of either at tables of the other; 0 where one of them has only tables.
    fn expected_between(&self, a: usize, b: usize) -> f64 {
        if self.members[a] == 0.0 || self.members[b] == 0.0 {
            return 0.0;
        }
        (self.members[a] * self.tables[b] + self.tables[a] * self.members[b]) * self.density
    }
}

/// A relation that is not there, and what it would do.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MissingRelation {
    /// `a < b`.
    pub a: u32,
    pub b: u32,
    /// Rise of the mean, over pairs of actors of different groups, of 1 / distance.
    pub gain: f64,
    /// Such pairs whose shortest path gets shorter, or that get a path at all.
    pub shortened: u32,
    /// Of those, pairs that had no path.
    pub connected: u32,
}

/// The best new relations and how thoroughly they were searched.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct NewRelations {
    /// Largest gain first.
    pub best: Vec<MissingRelation>,
    /// Untied pairs of actors of different groups.
    pub possible: usize,
    /// How many of them were computed in full; all of them in networks up to about 200 actors,
    /// otherwise the most promising ones (well-tied ends, far apart).
    pub evaluated: usize,
}

/// Networks above this size would need too much memory for all distances.
pub const MOST_ACTORS: usize = 4000;

const UNREACHED: u16 = u16::MAX;

/// How many new relations can be computed in full within a second or two, in a network of `n` actors.
pub fn affordable_relations(n: usize) -> usize {
    (4e8 / (n * n).max(1) as f64).clamp(200.0, 20_000.0) as usize
}

/// The single new relations between actors of different groups that would shorten cross-group paths most.
///
/// # Measures
/// `new_relation_gain`.
///
/// # Definition
/// Gain of a tie u-v: rise of `sum of 1 / d(s, t)` over unordered pairs s, t whose groups differ, divided
/// by their number; no path counts 0.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U. Parallel relations count once, loops not. Disconnected: a pair that gets
/// its first path gains the most. Unknown actors lie on paths but are no ends. With `sides`, of a network of two
/// kinds of actors: only relations from one kind to the other.
///
/// # Normalisation
/// By the number of pairs of actors of different groups.
///
/// # Range
/// Above 0 to 1; `None` above [`MOST_ACTORS`] actors.
///
/// # Errors
/// [`Cancelled`].
///
/// # Complexity
/// O(n m + evaluated * n^2) time at worst, 2 n^2 bytes. Progress: at most [`affordable_relations`] units,
/// announced by the caller.
///
/// # Source
/// V. Latora & M. Marchiori (2001), Efficient behavior of small-world networks, *Physical Review Letters*
/// 87, 198701, doi:10.1103/PhysRevLett.87.198701.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, Partition, spanners::new_relations};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(4, false, &[tie(0, 1), tie(2, 3)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1, 1].map(Some));
/// let found = new_relations(&network, &groups, None, 1, &Control::new()).unwrap().unwrap();
/// // Four pairs come to distance 1, 2, 2 and 3.
/// assert!((found.best[0].gain - (1.0 + 0.5 + 0.5 + 1.0 / 3.0) / 4.0).abs() < 1e-15);
/// assert_eq!((found.best[0].connected, found.possible), (4, 4));
/// ```
pub fn new_relations(
    network: &Network,
    partition: &Partition,
    sides: Option<&[bool]>,
    most: usize,
    control: &Control,
) -> Result<Option<NewRelations>, Cancelled> {
    let n = network.n;
    if n > MOST_ACTORS {
        return Ok(None);
    }
    let distances = all_distances(network, control)?;
    let distance = |v: usize, w: usize| distances[v * n + w];
    let may_be_drawn = |u: usize, v: usize| sides.is_none_or(|side| side[u] != side[v]);
    let mut options: Vec<(f64, u32, u32)> = Vec::new();
    let mut crossing_pairs = 0usize;
    for (u, number) in (0..n).zip(0u32..) {
        for (v, other) in (0..n).zip(0u32..).skip(u + 1) {
            if partition.crosses(u, v) {
                crossing_pairs += 1;
                if distance(u, v) > 1 && may_be_drawn(u, v) {
                    options.push((promise(network, distance(u, v), u, v), number, other));
                }
            }
        }
    }
    let possible = options.len();
    options.sort_by(|x, y| y.0.total_cmp(&x.0).then((x.1, x.2).cmp(&(y.1, y.2))));
    options.truncate(affordable_relations(n));
    let ends: Vec<bool> = (0..n).map(|v| is_known(partition, v)).collect();
    let mut best: Vec<MissingRelation> = options
        .par_iter()
        .map(|&(_, a, b)| {
            control.check()?;
            let row = |v: u32| &distances[v as usize * n..(v as usize + 1) * n];
            let effect = effect(partition, &ends, row(a), row(b), |s, t| distances[s * n + t]);
            control.advance(1);
            Ok(MissingRelation {
                a,
                b,
                gain: effect.0 / crossing_pairs as f64,
                shortened: effect.1,
                connected: effect.2,
            })
        })
        .collect::<Result<_, Cancelled>>()?;
    best.sort_by(|x, y| y.gain.total_cmp(&x.gain).then((x.a, x.b).cmp(&(y.a, y.b))));
    best.truncate(most);
    Ok(Some(NewRelations {
        best,
        possible,
        evaluated: options.len(),
    }))
}

/// What the pairs around both ends would gain, roughly: neighbours of u and v come to distance 3.
fn promise(network: &Network, distance: u16, u: usize, v: usize) -> f64 {
    let around = |v: usize| network.under.degree(v) as f64 + 1.0;
    let now = if distance == UNREACHED {
        0.0
    } else {
        1.0 / (f64::from(distance) + 2.0)
    };
    around(u) * around(v) * (1.0 / 3.0 - now).max(0.0) + 1e-3 * (1.0 - now)
}

/// Summed gain, pairs shortened and pairs connected by a tie between the ends of two distance rows.
fn effect(
    partition: &Partition,
    ends: &[bool],
    to_u: &[u16],
    to_v: &[u16],
    distance: impl Fn(usize, usize) -> u16,
) -> (f64, u32, u32) {
    // Only who is nearer to one end by more than a step can use the tie, and only across it.
    let side = |near: &[u16], far: &[u16]| -> Vec<usize> {
        (0..ends.len())
            .filter(|&s| ends[s] && near[s] != UNREACHED && far[s] > near[s].saturating_add(1))
            .collect()
    };
    let (left, right) = (side(to_u, to_v), side(to_v, to_u));
    let (mut shortened, mut connected) = (0, 0);
    // More and fewer pairs at every distance: whole numbers, the same whatever the order of actors.
    let mut pairs_at: Vec<i64> = Vec::new();
    let mut count = |distance: u16, pairs: i64| {
        let distance = usize::from(distance);
        if pairs_at.len() <= distance {
            pairs_at.resize(distance + 1, 0);
        }
        pairs_at[distance] += pairs;
    };
    for &s in &left {
        for &t in &right {
            let now = distance(s, t);
            let new = to_u[s] + 1 + to_v[t];
            if new < now && partition.crosses(s, t) {
                shortened += 1;
                count(new, 1);
                if now == UNREACHED {
                    connected += 1;
                } else {
                    count(now, -1);
                }
            }
        }
    }
    let distances = pairs_at.iter().enumerate().skip(1);
    let gain = distances.fold(0.0, |gain, (distance, &pairs)| {
        gain + pairs as f64 / distance as f64
    });
    (gain, shortened, connected)
}

/// Steps between all pairs, row by row.
fn all_distances(network: &Network, control: &Control) -> Result<Vec<u16>, Cancelled> {
    let n = network.n;
    let mut distances = vec![UNREACHED; n * n];
    distances
        .par_chunks_mut(n.max(1))
        .enumerate()
        .try_for_each(|(source, row)| {
            control.check()?;
            row[source] = 0;
            let mut order = vec![source];
            let mut at = 0;
            while at < order.len() {
                let v = order[at];
                at += 1;
                for &w in network.under.neighbours(v) {
                    if row[w as usize] == UNREACHED {
                        row[w as usize] = row[v] + 1;
                        order.push(w as usize);
                    }
                }
            }
            Ok(())
        })?;
    Ok(distances)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::testing::network;

    /// Of 0 to 3 two members in x and two in y, at the tables 4 and 5 of x, and 6 and 7 of z.
    fn found(ends: &[(u32, u32)], is_table: Option<&[bool]>) -> Vec<(u32, u32, f64, f64)> {
        let network = network(8, false, ends);
        let groups = ["x", "y", "z"].map(str::to_owned).to_vec();
        let partition = Partition::single(groups, &[0, 0, 1, 1, 0, 0, 2, 2].map(Some));
        let found = missing_links(&network, &partition, is_table, 0.5);
        let row = |link: MissingLink| (link.a, link.b, link.ties, link.expected);
        found.into_iter().map(row).collect()
    }

    #[test]
    fn a_group_of_tables_alone_misses_nobody_and_members_are_compared_by_the_seats_they_could_have() {
        // Everybody of x and y sits at a table of z, and x alone at its own tables.
        let ends = [(0, 6), (1, 6), (2, 7), (3, 7), (0, 4), (1, 4), (0, 5), (1, 5)];
        let sides = [false, false, false, false, true, true, true, true];
        // Eight of the sixteen seats are taken; y could have four at the tables of x.
        assert_eq!(found(&ends, Some(&sides)), [(0, 1, 0.0, 2.0)]);

        // Where x has no tables nobody of y could sit there: they are not "hardly tied".
        let of_y = [(2, 6), (2, 7), (3, 6), (3, 7)];
        let no_tables = [false, false, false, false, false, false, true, true];
        assert_eq!(found(&of_y, Some(&no_tables)), []);
        assert_eq!(found(&of_y, None).len(), 2, "all pairs alike: x lacks y and z");
    }
}
