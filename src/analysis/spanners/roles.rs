//! How often an actor stands between others in a role, as counted in sentences.

use crate::analysis::brokerage::{Role, triples};
use crate::analysis::known::is_known;
use crate::analysis::{Network, Partition};

use super::figures::Dimension;
use super::reasons::{Reason, ReasonKind, RoleTold, with_actor};

/// The roles that cross a border; of equals, the first in this order is named.
const CROSSING: [Role; 4] = [
    Role::Consultant,
    Role::Representative,
    Role::Gatekeeper,
    Role::Liaison,
];

/// A fraction of a pair that a sentence would round to zero.
const LEAST: f64 = 0.05;

/// Pairs per role and group. What has no group of its own stands under `None`.
#[derive(Default)]
struct RoleTally {
    shares: Vec<((Role, Option<u32>), f64)>,
    /// Roles in which a two-path runs that does not run back as well.
    one_way: Vec<Role>,
}

impl RoleTally {
    fn add(&mut self, key: (Role, Option<u32>), share: f64) {
        match self.shares.iter_mut().find(|(own, _)| *own == key) {
            Some((_, sum)) => *sum += share,
            None => self.shares.push((key, share)),
        }
    }

    /// Per group of a role, the most first; equal ones in the order of the groups.
    fn groups(&self, role: Role) -> Vec<(Option<u32>, f64)> {
        let of_role = self.shares.iter().filter(|((own, _), _)| *own == role);
        let mut found: Vec<_> = of_role.map(|&((_, group), share)| (group, share)).collect();
        // Halves and thirds do not add up exactly: what differs less than this is equal.
        let rounded = |share: f64| (share * 1e6).round();
        found.sort_by(|a, b| rounded(b.1).total_cmp(&rounded(a.1)).then(a.0.cmp(&b.0)));
        found
    }

    fn of(&self, role: Role) -> f64 {
        self.groups(role).iter().map(|(_, share)| share).sum()
    }
}

/// The role an actor stands in most often, in one dimension.
pub(super) fn role(network: &Network, dimension: &Dimension<'_>, actor: usize) -> Option<Reason> {
    let partition = dimension.partition;
    let tally = tally(network, partition, actor);
    let mut best: Option<(Role, f64)> = None;
    for role in CROSSING {
        let times = tally.of(role);
        // A little more is the same, added up in another order.
        if best.is_none_or(|(_, most)| times > most + 1e-6) {
            best = Some((role, times));
        }
    }
    let (role, in_all) = best.filter(|&(_, times)| times >= LEAST)?;
    let groups = tally.groups(role);
    let (group, times) = match (role, groups.as_slice()) {
        (Role::Consultant, [only]) => *only,
        (Role::Gatekeeper | Role::Representative, [most, ..]) => *most,
        _ => (None, in_all),
    };
    let found: Vec<_> = triples(network, partition, actor, role).collect();
    let mut pairs: Vec<u32> = found.iter().flat_map(|triple| triple.pairs).collect();
    pairs.sort_unstable();
    pairs.dedup();
    Some(Reason {
        kind: ReasonKind::Role(RoleTold {
            dimension: dimension.id.to_owned(),
            role,
            both_ways: !tally.one_way.contains(&role),
            group: group.map(|group| partition.groups[group as usize].clone()),
            times,
            in_all,
        }),
        actors: with_actor(found.iter().flat_map(|t| [t.from, t.to]).collect(), actor),
        pairs,
    })
}

/// Every open two-path over the actor, by role and group; for roles that are the same from either end, every pair
/// of ends once.
fn tally(network: &Network, partition: &Partition, broker: usize) -> RoleTally {
    let mut tally = RoleTally::default();
    let own = partition.of(broker);
    if own.is_empty() {
        return tally;
    }
    let known = |&&v: &&u32| is_known(partition, v as usize);
    for &from in network.inc.neighbours(broker).iter().filter(known) {
        for &to in network.out.neighbours(broker).iter().filter(known) {
            if from == to || network.out.find(from as usize, to).is_some() {
                continue;
            }
            let runs_back = is_open(network, to, broker, from);
            let is_told = from > to && runs_back;
            let (starts, ends) = (partition.of(from as usize), partition.of(to as usize));
            let share = 1.0 / (starts.len() * own.len() * ends.len()) as f64;
            for (&a, &v, &b) in combinations(starts, own, ends) {
                match Role::of_groups(a, v, b) {
                    Role::Coordinator => {}
                    role @ (Role::Gatekeeper | Role::Representative) => {
                        tally.add((role, Some(v)), share);
                        if !runs_back && !tally.one_way.contains(&role) {
                            tally.one_way.push(role);
                        }
                    }
                    _ if is_told => {}
                    Role::Consultant => tally.add((Role::Consultant, Some(a)), share),
                    Role::Liaison => tally.add((Role::Liaison, None), share),
                }
            }
        }
    }
    tally
}

/// Whether a two-path runs this way whose ends are not tied.
fn is_open(network: &Network, from: u32, broker: usize, to: u32) -> bool {
    network.out.find(broker, to).is_some()
        && network.inc.find(broker, from).is_some()
        && network.out.find(from as usize, to).is_none()
}

fn combinations<'a>(
    starts: &'a [u32],
    own: &'a [u32],
    ends: &'a [u32],
) -> impl Iterator<Item = (&'a u32, &'a u32, &'a u32)> {
    starts
        .iter()
        .flat_map(move |a| own.iter().flat_map(move |v| ends.iter().map(move |b| (a, v, b))))
}
