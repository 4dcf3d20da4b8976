//! Everything about one dimension as columns, with the ids of [`super::measure`]: what panels, the
//! command line and exports show of a division into groups.

use super::brokerage::participation::{participation_among, within_module_z_among};
use super::brokerage::{Brokerage, Extent, Role, RoleCounts, structural_holes};
use super::groups::external_internal::external_internal_among;
use super::groups::modularity::modularity_among;
use super::groups::{
    assortativity, mixing, modularity_directed, relation_balance, same_share, same_share_expected,
};
use super::known::known;
use super::report::{Column, DimensionReport, NetworkFigure};
use super::spanners::figures::figures_among;
use super::spanners::{Component, Dimension, DimensionFigures};
use super::{Network, Partition, Ties, Weighing};

/// Computes every figure of a dimension beside the paths, and what its candidates rest on: span, mediation
/// and last link are columns of the one and components of the other. Passage is found by the pass over all
/// shortest paths, and undefined here. O(n + m + two-paths + groups^2).
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, dimensions::dimension_report};
/// use netwerkopstelling::analysis::spanners::Dimension;
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// let sector = Dimension { id: "sector", partition: &groups };
/// let (report, candidates) = dimension_report(&network, sector);
/// assert_eq!(report.figure("ei"), Some(0.0));
/// assert_eq!(report.column("gf_gatekeeper").unwrap().at(1), Some(1.0));
/// assert_eq!(candidates.roles[1].unwrap().total(), 2.0);
/// ```
pub fn dimension_report(network: &Network, dimension: Dimension<'_>) -> (DimensionReport, DimensionFigures) {
    let partition = dimension.partition;
    let seen = known(network, partition);
    let ties = Weighing::BOTH.map(|weighing| Ties::underlying(&seen, weighing));
    let (candidates, brokerage) = figures_among(network, &seen, &ties[1], dimension);
    let whole = network;
    // Functions below recognise a network without ties of unknown actors.
    let network = &*seen;
    let mut found = DimensionReport {
        id: dimension.id.to_owned(),
        actors: brokerage_columns(&brokerage),
        ..DimensionReport::default()
    };
    drop(brokerage);
    // What candidates rest on is shared with its column.
    let column = |id, component| Column {
        id,
        values: candidates.of(component).clone(),
    };
    found.actors.extend([
        column("participation_w", Component::Span),
        column("mediation", Component::Mediation),
        column("last_link", Component::LastLink),
        Column {
            id: "participation",
            values: participation_among(&ties[0], partition).into(),
        },
    ]);
    for (weighing, ties) in Weighing::BOTH.into_iter().zip(&ties) {
        put_groups(&mut found, [whole, network], ties, dimension, weighing);
    }
    put_shares(&mut found, network, partition);
    (found, candidates)
}

/// Only the figures of the dimension as a whole. O(n + m + groups^2).
pub(super) fn whole_report(network: &Network, dimension: Dimension<'_>) -> DimensionReport {
    let seen = known(network, dimension.partition);
    let mut found = DimensionReport {
        id: dimension.id.to_owned(),
        ..DimensionReport::default()
    };
    for weighing in Weighing::BOTH {
        let ties = Ties::underlying(&seen, weighing);
        put_groups(&mut found, [network, &seen], &ties, dimension, weighing);
    }
    put_shares(&mut found, &seen, dimension.partition);
    // Of single actors and groups, which came along.
    DimensionReport {
        id: found.id,
        network: found.network,
        ..DimensionReport::default()
    }
}

/// Among the actors with a group.
fn put_shares(found: &mut DimensionReport, network: &Network, partition: &Partition) {
    let mut figure = |id, value| found.network.push(NetworkFigure::new(id, value));
    if network.directed {
        figure("modularity_directed", modularity_directed(network, partition));
    }
    figure("same_share", same_share(network, partition));
    figure("same_share_expected", same_share_expected(partition));
}

/// Only what weights change in a dimension; of the candidates that is span, which is its column
/// `participation_w`. O(n + m + groups^2).
pub(super) fn weighted_report(network: &Network, dimension: Dimension<'_>) -> DimensionReport {
    let seen = known(network, dimension.partition);
    let ties = Ties::underlying(&seen, Weighing::Weighted);
    let mut found = DimensionReport {
        id: dimension.id.to_owned(),
        ..DimensionReport::default()
    };
    found.actors.push(Column {
        id: "participation_w",
        values: participation_among(&ties, dimension.partition).into(),
    });
    put_groups(&mut found, [network, &seen], &ties, dimension, Weighing::Weighted);
    found
}

/// Of the whole network, and of that among the actors with a group and its underlying ties.
fn put_groups(
    found: &mut DimensionReport,
    [whole, network]: [&Network; 2],
    ties: &Ties,
    dimension: Dimension<'_>,
    weighing: Weighing,
) {
    let (partition, at) = (dimension.partition, usize::from(weighing == Weighing::Weighted));
    let [ei, like, modular, helix, node_ei, z] = OF_GROUPS[at];
    let found_ei = external_internal_among(network, ties, partition);
    // By ends of ties: one whose other end is unknown counts all the same.
    let balance = relation_balance(whole, partition, weighing);
    let mut figure = |id, value| found.network.push(NetworkFigure::new(id, value));
    figure(ei, found_ei.ei);
    if weighing == Weighing::Unweighted {
        figure("ei_expected_density", found_ei.expected);
    }
    figure(like, assortativity(network, partition, weighing));
    figure(modular, modularity_among(ties, partition, 1.0));
    figure(helix, balance.map(|found| found.balance));
    found.mixing[at] = mixing(network, partition, weighing);
    found.group_ties[at] = found_ei.groups;
    found.actors.push(Column {
        id: node_ei,
        values: found_ei.actors.into(),
    });
    found.actors.push(Column {
        id: z,
        values: within_module_z_among(ties, partition).into(),
    });
}

/// Unweighted and weighted.
const OF_GROUPS: [[&str; 6]; 2] = [
    [
        "ei",
        "assortativity",
        "modularity",
        "helix_balance",
        "node_ei",
        "zscore",
    ],
    [
        "ei_w",
        "assortativity_w",
        "modularity_w",
        "helix_balance_w",
        "node_ei_w",
        "zscore_w",
    ],
];

fn brokerage_columns(brokerage: &Brokerage) -> Vec<Column> {
    const COUNTS: [&str; 5] = [
        "gf_coordinator",
        "gf_consultant",
        "gf_representative",
        "gf_gatekeeper",
        "gf_liaison",
    ];
    const EXPECTED: [&str; 6] = [
        "gf_expected_coordinator",
        "gf_expected_consultant",
        "gf_expected_representative",
        "gf_expected_gatekeeper",
        "gf_expected_liaison",
        "gf_expected_total",
    ];
    const Z: [&str; 6] = [
        "gf_z_coordinator",
        "gf_z_consultant",
        "gf_z_representative",
        "gf_z_gatekeeper",
        "gf_z_liaison",
        "gf_z_total",
    ];
    let mut columns: Vec<Column> = COUNTS
        .into_iter()
        .zip(Role::ALL)
        .map(|(id, role)| Column {
            id,
            values: brokerage.column(role).into(),
        })
        .collect();
    columns.push(Column {
        id: "gf_total",
        values: brokerage.totals().into(),
    });
    columns.extend(EXPECTED.into_iter().enumerate().map(|(at, id)| {
        let of = |expected: &Option<[f64; 6]>| expected.map(|values| values[at]);
        let values = brokerage.expected.iter().map(of).collect();
        Column { id, values }
    }));
    columns.extend(Z.into_iter().enumerate().map(|(at, id)| Column {
        id,
        values: brokerage.z.iter().map(|z| z[at]).collect(),
    }));
    let crossing = |counts: &Option<RoleCounts>| counts.as_ref().map(RoleCounts::crossing);
    columns.push(Column {
        id: "gf_partial",
        values: brokerage.partial.iter().map(crossing).collect(),
    });
    columns
}

/// Ids of Burt's figures, with how they are computed.
type Holes = (Weighing, Extent, [Option<&'static str>; 4]);

const HOLES: [Holes; 3] = [
    (
        Weighing::Unweighted,
        Extent::WholeNetwork,
        [
            Some("constraint"),
            Some("effective_size"),
            Some("efficiency_burt"),
            Some("hierarchy"),
        ],
    ),
    (
        Weighing::Weighted,
        Extent::WholeNetwork,
        [
            Some("constraint_w"),
            Some("effective_size_w"),
            Some("efficiency_burt_w"),
            Some("hierarchy_w"),
        ],
    ),
    (
        Weighing::Unweighted,
        Extent::EgoNetwork,
        [Some("constraint_ego"), Some("effective_size_ego"), None, None],
    ),
];

/// Burt's figures, which need no dimension. O(sum over actors of degree^2).
pub fn structural_hole_columns(network: &Network) -> Vec<Column> {
    wanted_hole_columns(network, |_| true)
}

/// Those of them that somebody `wants`.
pub(super) fn wanted_hole_columns(network: &Network, wants: impl Fn(&str) -> bool) -> Vec<Column> {
    let mut columns = Vec::new();
    for (weighing, extent, ids) in HOLES {
        if !ids.iter().flatten().any(|id| wants(id)) {
            continue;
        }
        let found = structural_holes(network, weighing, extent);
        let values = [
            found.constraint,
            found.effective_size,
            found.efficiency,
            found.hierarchy,
        ];
        let named = ids.into_iter().zip(values);
        columns.extend(named.filter_map(|(id, values)| {
            let (id, values) = (id?, values.into());
            Some(Column { id, values })
        }));
    }
    columns
}
