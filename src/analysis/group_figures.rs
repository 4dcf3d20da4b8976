//! What the panels about groups and tables show besides the live figures.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::cohesion::core_periphery::{CorePeriphery, core_periphery};
use super::cohesion::cuts::{Cuts, cuts};
use super::groups::{
    Communities, ExternalInternal, LeidenSettings, Mixing, PermutationTest, communities, ei_permutation_test,
    external_internal, mixing,
};
use super::known::group_sizes;
use super::snapshot::Snapshot;
use super::spanners::standing::SEED;
use super::two_mode::{Affiliation, Congruence, Overlap, congruence};
use super::{Cancelled, Control, Network, Partition, Weighing};

/// Id of the division that the ties themselves show.
pub const COMMUNITY: &str = "community";
/// Instead of a division: only what is densely tied.
pub const CORE: &str = "core";

/// One way to divide the actors into groups, with what runs within and between them.
#[derive(Debug, Clone, PartialEq)]
pub struct Division {
    /// `sector`, `level`, `domain`, `region`, `organisation`, the name of an attribute, or [`COMMUNITY`].
    pub id: String,
    pub partition: Partition,
    /// Actors per group; one with several groups counts in each.
    pub sizes: Vec<u32>,
    /// Unweighted and weighted.
    pub mixing: [Mixing; 2],
    /// Unweighted.
    pub external_internal: ExternalInternal,
}

/// Who sits at which table, and what follows from it.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFigures {
    pub affiliation: Affiliation,
    pub congruence: Congruence,
    /// Pairs of tables with members in common, the most alike first.
    pub overlaps: Vec<Overlap>,
}

/// All of it, for one network.
#[derive(Debug, Clone, PartialEq)]
pub struct GroupFigures {
    pub snapshot: Arc<Snapshot>,
    pub divisions: Vec<Division>,
    pub communities: Communities,
    pub cuts: Cuts,
    pub core: Option<CorePeriphery>,
    pub tables: TableFigures,
}

impl GroupFigures {
    pub fn division(&self, id: &str) -> Option<&Division> {
        self.divisions.iter().find(|division| division.id == id)
    }

    /// Cut points with the number of parts the network falls into more, the most first.
    pub fn cut_points(&self) -> Vec<(usize, i32)> {
        let cuts = &self.cuts;
        let mut found: Vec<(usize, i32)> = (0..cuts.is_cut_point.len())
            .filter(|&v| cuts.is_cut_point[v])
            .map(|v| (v, cuts.component_change[v]))
            .collect();
        found.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        found
    }

    /// Ends and pairs of every bridge, by its ends; both arcs of a mutual pair are one.
    pub fn bridges(&self) -> Vec<([usize; 2], Vec<usize>)> {
        let mut found: BTreeMap<[usize; 2], Vec<usize>> = BTreeMap::new();
        for (at, pair) in self.snapshot.network.pairs.iter().enumerate() {
            if self.cuts.is_bridge[at] {
                let (a, b) = (pair.source as usize, pair.target as usize);
                found.entry([a.min(b), a.max(b)]).or_default().push(at);
            }
        }
        found.into_iter().collect()
    }
}

/// Computes everything but the tests. O(n + m + groups^2) per division, and the search for communities.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn group_figures(
    snapshot: impl Into<Arc<Snapshot>>,
    control: &Control,
) -> Result<GroupFigures, Cancelled> {
    let snapshot = snapshot.into();
    let network = &snapshot.network;
    let mut divisions = Vec::with_capacity(snapshot.dimensions.len() + 1);
    for dimension in &snapshot.dimensions {
        control.check()?;
        divisions.push(division(&dimension.id, network, dimension.partition.clone()));
    }
    let found = communities(network, &LeidenSettings::default(), control)?;
    let partition = joined(&found);
    if partition.groups.len() > 1 {
        divisions.push(division(COMMUNITY, network, partition));
    }
    control.check()?;
    let tables = table_figures(&snapshot);
    control.check()?;
    Ok(GroupFigures {
        cuts: cuts(network),
        core: core_periphery(network),
        communities: found,
        divisions,
        tables,
        snapshot,
    })
}

/// Communities of at least two actors: who has no ties is in no group.
fn joined(found: &Communities) -> Partition {
    let mut sizes = vec![0usize; found.count as usize];
    for &community in &found.of {
        sizes[community as usize] += 1;
    }
    // The largest come first, so those of one actor are the last.
    let count = sizes.iter().take_while(|&&size| size > 1).count();
    let names = (1..=count).map(|number| number.to_string()).collect();
    let of: Vec<Option<u32>> = found
        .of
        .iter()
        .map(|&community| Some(community).filter(|&number| (number as usize) < count))
        .collect();
    Partition::single(names, &of)
}

fn division(id: &str, network: &Network, partition: Partition) -> Division {
    Division {
        id: id.to_owned(),
        sizes: group_sizes(&partition),
        mixing: Weighing::BOTH.map(|weighing| mixing(network, &partition, weighing)),
        external_internal: external_internal(network, &partition, Weighing::Unweighted),
        partition,
    }
}

fn table_figures(snapshot: &Snapshot) -> TableFigures {
    let affiliation = Affiliation::new(&snapshot.network, &snapshot.is_table);
    let mut overlaps = affiliation.overlaps();
    overlaps.sort_by(|a, b| {
        b.jaccard
            .total_cmp(&a.jaccard)
            .then(b.shared.cmp(&a.shared))
            .then((a.a, a.b).cmp(&(b.a, b.b)))
    });
    TableFigures {
        congruence: congruence(&affiliation),
        overlaps,
        affiliation,
    }
}

/// How often groups are shuffled: less in a large network, so that it stays a matter of seconds.
pub fn runs_for(network: &Network) -> u32 {
    const MOST: usize = 4_999;
    const LEAST: usize = 999;
    const WORK: usize = 10_000_000;
    let runs = (WORK / (network.n + network.m()).max(1)).clamp(LEAST, MOST);
    // One less than a round number: the arrangement as it is counts as one more.
    u32::try_from((runs + 1) / 1000 * 1000 - 1).unwrap_or(999)
}

/// The permutation test of E-I for one division. O(runs * (n + m)).
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn ei_test(
    network: &Network,
    partition: &Partition,
    control: &Control,
) -> Result<Option<PermutationTest>, Cancelled> {
    let runs = runs_for(network);
    ei_permutation_test(network, partition, Weighing::Unweighted, runs, SEED, control)
}

/// The same for every division, in their order.
///
/// # Errors
/// [`Cancelled`] when somebody wants newer figures.
pub fn ei_tests(
    figures: &GroupFigures,
    control: &Control,
) -> Result<Vec<Option<PermutationTest>>, Cancelled> {
    let network = &figures.snapshot.network;
    let divisions = figures.divisions.iter();
    control.plan(u64::from(runs_for(network)) * figures.divisions.len() as u64);
    divisions
        .map(|division| ei_test(network, &division.partition, control))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::paths::Sources;
    use crate::analysis::snapshot::{LeftOut, RelationsOfPairs};
    use crate::analysis::testing::{links, network};

    fn snapshot(n: usize, ties: &[(u32, u32)]) -> Snapshot {
        let (links, network) = (links(ties), network(n, false, ties));
        Snapshot {
            actors: Vec::new(),
            labels: vec![String::new(); n],
            relations: RelationsOfPairs::default(),
            facts: Vec::new(),
            relation_of_link: Vec::new(),
            is_unverified: Vec::new(),
            may_be_candidate: vec![true; n],
            links,
            is_table: vec![false; n],
            dimensions: Vec::new(),
            sources: Sources::Exact,
            left_out: LeftOut::default(),
            network,
        }
    }

    #[test]
    fn who_has_no_ties_is_in_no_found_group() {
        let figures = group_figures(snapshot(5, &[(0, 1), (2, 3)]), &Control::new()).unwrap();
        let found = figures.division(COMMUNITY).unwrap();
        assert_eq!(found.sizes, [2, 2]);
        assert_eq!(found.partition.of(4), &[] as &[u32]);
        let tests = ei_tests(&figures, &Control::new()).unwrap();
        assert_eq!(tests[0].unwrap().observed, -1.0);
    }

    #[test]
    fn groups_are_shuffled_a_round_number_of_times_with_the_one_that_is() {
        for (n, most) in [(10, 4_999), (100_000, 999)] {
            let network = Network::from_links(n, false, &[]).unwrap();
            assert_eq!(runs_for(&network), most);
        }
        let middle = Network::from_links(4_000, false, &[]).unwrap();
        assert_eq!((runs_for(&middle) + 1) % 1000, 0);
    }
}
