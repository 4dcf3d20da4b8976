//! What is said beside the list of candidates: the best of every group, the smallest team, what is missing.
//! Data with the keys of its sentences, the same beside the board and on the command line.

use std::collections::BTreeSet;

use crate::analysis::snapshot::Snapshot;
use crate::analysis::spanners::{MissingLink, MissingRelation, Ranking, Standing, Team, best_per_group};
use crate::analysis::{Network, Partition};
use crate::i18n::{Arg, Message};

/// One group with its best-placed candidates: several when they share the place, none when nobody of it has
/// relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestRow {
    pub group: String,
    /// Position in the network.
    pub candidates: Vec<u32>,
    /// Their place in the whole list; 0 when there is none.
    pub rank: u32,
}

/// The dimensions the sources ask a best candidate for, by id.
pub const BEST_OF: [&str; 2] = ["region", "level"];

/// The rows of a dimension, in the order of its groups.
pub fn best_rows(partition: &Partition, ranking: &Ranking) -> Vec<BestRow> {
    let rank = |candidates: &[u32]| {
        let first = candidates.first()?;
        Some(ranking.of(*first)?.rank)
    };
    best_per_group(ranking, partition)
        .into_iter()
        .zip(&partition.groups)
        .map(|(candidates, group)| BestRow {
            group: group.clone(),
            rank: rank(&candidates).unwrap_or(0),
            candidates,
        })
        .collect()
}

/// One of the team, with the groups nobody before it reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamMember {
    /// Position in the network.
    pub at: u32,
    pub adds: Vec<String>,
}

impl TeamMember {
    pub fn message(&self) -> Message {
        Message::new("team-adds")
            .with("count", self.adds.len())
            .with("groups", self.adds.join(", "))
    }
}

/// A team as it is presented.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TeamData {
    pub members: Vec<TeamMember>,
    /// Groups it reaches together.
    pub reached: usize,
    /// Names of groups no candidate reaches.
    pub unreached: Vec<String>,
    pub is_proven: bool,
}

impl TeamData {
    /// How many reach how much.
    pub fn lead(&self) -> Message {
        let key = if self.unreached.is_empty() {
            "team-lead"
        } else {
            "team-lead-some"
        };
        Message::new(key)
            .with("count", self.members.len())
            .with("groups", self.reached)
    }

    /// Whether it is proven, and who is out of reach.
    pub fn remarks(&self) -> Vec<Message> {
        let proof = if self.is_proven {
            "team-proven"
        } else {
            "team-not-proven"
        };
        let mut remarks = vec![Message::new(proof)];
        if !self.unreached.is_empty() {
            let groups = self.unreached.join(", ");
            remarks.push(Message::new("team-unreached").with("groups", groups));
        }
        remarks
    }
}

/// The team of all dimensions together.
pub fn whole_team(snapshot: &Snapshot, standing: &Standing) -> TeamData {
    let partitions: Vec<&Partition> = snapshot.dimensions.iter().map(|one| &one.partition).collect();
    team_data(&snapshot.network, &partitions, &standing.whole_team)
}

/// What each member brings, in the order of the team. `partitions`: of the dimensions the team was sought
/// for, in their order.
pub fn team_data(network: &Network, partitions: &[&Partition], team: &Team) -> TeamData {
    let mut reached: BTreeSet<(usize, u32)> = BTreeSet::new();
    let mut members = Vec::new();
    for &at in &team.members {
        let contacts = network.under.neighbours(at as usize);
        let mut adds = Vec::new();
        for (number, partition) in partitions.iter().enumerate() {
            let mut groups: Vec<u32> = contacts
                .iter()
                .chain([&at])
                .flat_map(|&v| partition.of(v as usize))
                .copied()
                .collect();
            groups.sort_unstable();
            for group in groups {
                if reached.insert((number, group)) {
                    adds.push(partition.groups[group as usize].clone());
                }
            }
        }
        members.push(TeamMember { at, adds });
    }
    let unreached = team.unreached.iter().filter_map(|&(number, group)| {
        let groups = &partitions.get(number)?.groups;
        groups.get(group as usize).cloned()
    });
    TeamData {
        members,
        reached: reached.len(),
        unreached: unreached.collect(),
        is_proven: team.is_proven_smallest,
    }
}

/// The sentence about two groups that are hardly tied. `groups`: the names of those of the dimension.
fn missing_link(link: &MissingLink, groups: &[String], directed: bool) -> Message {
    let name = |group: u32| groups[group as usize].as_str();
    let key = match (link.ties == 0.0, directed) {
        (true, false) => "missing-none",
        (false, false) => "missing-few",
        (true, true) => "missing-no-arrows",
        (false, true) => "missing-few-arrows",
    };
    Message::new(key)
        .with("a", name(link.a))
        .with("b", name(link.b))
        .with("ties", Arg::decimal(link.ties, 1))
        .with("expected", Arg::decimal(link.expected, 1))
}

/// What is said of the pairs of groups of one dimension that lack ties.
#[derive(Debug, Clone, PartialEq)]
pub struct MissingPairs<'a> {
    pub links: Vec<(&'a MissingLink, Message)>,
    /// That there are more, or none.
    pub remark: Option<Message>,
}

/// The first `most` pairs of groups that are hardly tied. `at`: of the dimension.
pub fn missing_pairs<'a>(
    snapshot: &Snapshot,
    at: usize,
    found: &'a [MissingLink],
    most: usize,
) -> MissingPairs<'a> {
    let Some(one) = snapshot.dimensions.get(at) else {
        return MissingPairs {
            links: Vec::new(),
            remark: None,
        };
    };
    let (network, partition) = (&snapshot.network, &one.partition);
    let sentence = |link| (link, missing_link(link, &partition.groups, network.directed));
    let remark = match found.len() {
        0 if ties_groups(network, partition) => Some(Message::new("missing-no-pairs")),
        0 => Some(Message::new("missing-no-ties")),
        count if count > most => Some(Message::new("missing-more-pairs").with("count", count - most)),
        _ => None,
    };
    MissingPairs {
        links: found.iter().take(most).map(sentence).collect(),
        remark,
    }
}

/// Whether a relation runs between two groups.
fn ties_groups(network: &Network, partition: &Partition) -> bool {
    network.pairs.iter().any(|pair| {
        let ends = [pair.source, pair.target].map(|end| partition.of(end as usize));
        ends[0].iter().any(|a| ends[1].iter().any(|b| a != b))
    })
}

/// What drawing a new relation would do.
pub fn new_relation(relation: &MissingRelation) -> Message {
    let closer = relation.shortened.saturating_sub(relation.connected);
    Message::new(match (relation.connected, closer) {
        (0, _) => "missing-effect-shorter",
        (_, 0) => "missing-effect-first",
        _ => "missing-effect",
    })
    .with("shortened", relation.shortened)
    .with("connected", relation.connected)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::live::{Live, live};
    use crate::analysis::snapshot::NamedPartition;
    use crate::analysis::spanners::SpannerWeights;
    use crate::analysis::testing::network;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn live_of(id: &str, n: usize, ends: &[(u32, u32)], groups: &[&str], of: &[u32]) -> Live {
        let network = network(n, false, ends);
        let of: Vec<Option<u32>> = of.iter().copied().map(Some).collect();
        let groups = groups.iter().map(|&group| group.to_owned()).collect();
        let dimensions = vec![NamedPartition {
            id: id.to_owned(),
            partition: Partition::single(groups, &of),
        }];
        let snapshot = Snapshot::of_network(network, vec![false; n], dimensions);
        live(snapshot, &Control::new()).unwrap()
    }

    #[test]
    fn who_shares_the_first_place_of_a_group_stands_there_together() {
        // A circle of four over two regions, and a third region nobody of which has relations.
        let ends = [(0, 1), (1, 2), (2, 3), (3, 0)];
        let live = live_of(
            "region",
            5,
            &ends,
            &["Kop", "Westfriesland", "Alkmaar"],
            &[0, 0, 1, 1, 2],
        );
        let rows = best_rows(&live.snapshot.dimensions[0].partition, &live.ranking);
        assert_eq!(rows[0].candidates, [0, 1]);
        assert_eq!((rows[1].candidates.as_slice(), rows[1].rank), (&[2, 3][..], 1));
        assert_eq!((rows[2].group.as_str(), rows[2].candidates.len()), ("Alkmaar", 0));
    }

    #[test]
    fn only_where_groups_have_relations_is_said_that_none_have_far_fewer() {
        let remark = |ends: &[(u32, u32)]| {
            let live = live_of("sector", 4, ends, &["x", "y"], &[0, 0, 1, 1]);
            let sentence = missing_pairs(&live.snapshot, 0, &[], 5);
            let text = |language| sentence.remark.as_ref().map(|it| it.text(Texts::new(language)));
            [text(Language::Nl), text(Language::En)].map(Option::unwrap)
        };
        assert_eq!(
            remark(&[(0, 1), (2, 3)]),
            [
                "Tussen twee groepen is er nog geen relatie, dus er valt niets te vergelijken.",
                "No relation runs between two groups yet, so there is nothing to compare."
            ]
        );
        assert_eq!(
            remark(&[(0, 1), (1, 2)])[0],
            "Geen twee groepen hebben veel minder verbindingen dan te verwachten is."
        );
    }

    #[test]
    fn each_member_is_told_with_what_nobody_before_it_reaches() {
        // Two stars: 0 reaches x, y and 3 reaches z; 6 is alone with its group w.
        let ends = [(0, 1), (0, 2), (3, 4), (3, 5)];
        let live = live_of("sector", 7, &ends, &["x", "y", "z", "w"], &[0, 0, 1, 2, 2, 2, 3]);
        let standing = live
            .standing(&SpannerWeights::equal(1), None, 3, &Control::new())
            .unwrap();
        let partitions = [&live.snapshot.dimensions[0].partition];
        let data = team_data(&live.snapshot.network, &partitions, &standing.teams[0]);
        let adds: Vec<Vec<String>> = data.members.iter().map(|member| member.adds.clone()).collect();
        assert_eq!(adds, [vec!["x".to_owned(), "y".to_owned()], vec!["z".to_owned()]]);
        assert_eq!((data.reached, data.is_proven), (3, true));
        assert_eq!(data.unreached, ["w"], "who has no relations is no candidate");
    }
}
