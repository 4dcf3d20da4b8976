//! Everything about one dimension as columns, with the ids of [`super::measure`]: what panels, the
//! command line and exports show of a division into groups.

use super::brokerage::{
    Brokerage, Extent, Role, RoleCounts, participation, structural_holes, within_module_z,
};
use super::groups::{
    assortativity, external_internal, mixing, modularity, modularity_directed, relation_balance, same_share,
    same_share_expected,
};
use super::known::known;
use super::report::{Column, DimensionReport, NetworkFigure};
use super::spanners::figures::figures_among;
use super::spanners::{Component, Dimension, DimensionFigures};
use super::{Network, Weighing};

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
/// assert_eq!(report.column("gf_gatekeeper").unwrap()[1], Some(1.0));
/// assert_eq!(candidates.brokerage.raw[1].unwrap().total(), 2.0);
/// ```
pub fn dimension_report(network: &Network, dimension: Dimension<'_>) -> (DimensionReport, DimensionFigures) {
    let partition = dimension.partition;
    let seen = known(network, partition);
    let candidates = figures_among(network, &seen, dimension, Weighing::Weighted);
    let whole = network;
    // Functions below recognise a network without ties of unknown actors.
    let network = &*seen;
    let mut found = DimensionReport {
        id: dimension.id.to_owned(),
        groups: partition.groups.clone(),
        actors: brokerage_columns(&candidates.brokerage),
        network: Vec::new(),
        mixing: Weighing::BOTH.map(|weighing| mixing(network, partition, weighing)),
        group_ties: [Vec::new(), Vec::new()],
    };
    let column = |id, values: &[Option<f64>]| Column {
        id,
        values: values.to_vec(),
    };
    found.actors.extend([
        column("participation_w", candidates.of(Component::Span)),
        column("mediation", candidates.of(Component::Mediation)),
        column("last_link", candidates.of(Component::LastLink)),
        Column {
            id: "participation",
            values: participation(network, partition, Weighing::Unweighted),
        },
    ]);
    let mut figure = |id, value| found.network.push(NetworkFigure { id, value });
    for (weighing, ids) in [
        (Weighing::Unweighted, OF_GROUPS[0]),
        (Weighing::Weighted, OF_GROUPS[1]),
    ] {
        let [ei, like, modular, helix, node_ei, z] = ids;
        let ties = external_internal(network, partition, weighing);
        figure(ei, ties.ei);
        if weighing == Weighing::Unweighted {
            figure("ei_expected_density", ties.expected);
        }
        figure(like, assortativity(network, partition, weighing));
        figure(modular, modularity(network, partition, weighing, 1.0));
        // By ends of ties: one whose other end is unknown counts all the same.
        let balance = relation_balance(whole, partition, weighing);
        figure(helix, balance.map(|found| found.balance));
        found.group_ties[usize::from(weighing == Weighing::Weighted)] = ties.groups;
        found.actors.push(Column {
            id: node_ei,
            values: ties.actors,
        });
        found.actors.push(Column {
            id: z,
            values: within_module_z(network, partition, weighing),
        });
    }
    if network.directed {
        figure("modularity_directed", modularity_directed(network, partition));
    }
    figure("same_share", same_share(network, partition));
    figure("same_share_expected", same_share_expected(partition));
    (found, candidates)
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
            values: brokerage.column(role),
        })
        .collect();
    columns.push(Column {
        id: "gf_total",
        values: brokerage.totals(),
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

/// Burt's figures, which need no dimension. O(sum over actors of degree^2).
pub fn structural_hole_columns(network: &Network) -> Vec<Column> {
    let plain = structural_holes(network, Weighing::Unweighted, Extent::WholeNetwork);
    let weighted = structural_holes(network, Weighing::Weighted, Extent::WholeNetwork);
    let ego = structural_holes(network, Weighing::Unweighted, Extent::EgoNetwork);
    let columns = [
        ("constraint", plain.constraint),
        ("constraint_w", weighted.constraint),
        ("effective_size", plain.effective_size),
        ("effective_size_w", weighted.effective_size),
        ("efficiency_burt", plain.efficiency),
        ("efficiency_burt_w", weighted.efficiency),
        ("hierarchy", plain.hierarchy),
        ("hierarchy_w", weighted.hierarchy),
        ("constraint_ego", ego.constraint),
        ("effective_size_ego", ego.effective_size),
    ];
    columns.map(|(id, values)| Column { id, values }).into()
}
