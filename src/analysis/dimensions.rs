//! Everything about one dimension as columns, with the ids of [`super::measure`]: what panels, the
//! command line and exports show of a division into groups.

use super::brokerage::{
    Brokerage, Extent, Role, RoleCounts, gould_fernandez, participation, structural_holes, within_module_z,
};
use super::groups::{
    Mixing, assortativity, external_internal, mixing, modularity, modularity_directed, relation_balance,
    same_share, same_share_expected,
};
use super::{Network, Partition, Weighing};

/// A column: the measure's id and a value per actor, in the order of the network's indices.
pub type Column = (&'static str, Vec<Option<f64>>);

/// The figures of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionReport {
    pub id: String,
    pub groups: Vec<String>,
    /// Figures of the network as a whole, by measure id.
    pub network: Vec<(&'static str, Option<f64>)>,
    pub actors: Vec<Column>,
    pub brokerage: Brokerage,
    /// Unweighted and weighted.
    pub mixing: [Mixing; 2],
}

impl DimensionReport {
    pub fn column(&self, id: &str) -> Option<&[Option<f64>]> {
        self.actors
            .iter()
            .find(|(own, _)| *own == id)
            .map(|(_, values)| values.as_slice())
    }

    pub fn figure(&self, id: &str) -> Option<f64> {
        self.network
            .iter()
            .find(|(own, _)| *own == id)
            .and_then(|(_, value)| *value)
    }
}

/// Computes every figure of a dimension that needs no shortest paths. O(n + m + two-paths + groups^2).
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, dimensions::dimension_report};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// let report = dimension_report("sector", &network, &groups);
/// assert_eq!(report.figure("ei"), Some(0.0));
/// assert_eq!(report.column("gf_gatekeeper").unwrap()[1], Some(1.0));
/// ```
pub fn dimension_report(id: &str, network: &Network, partition: &Partition) -> DimensionReport {
    let brokerage = gould_fernandez(network, partition);
    let mut figures = Vec::new();
    let mut actors = brokerage_columns(&brokerage);
    for (weighing, ids) in [
        (
            Weighing::Unweighted,
            [
                "ei",
                "assortativity",
                "modularity",
                "helix_balance",
                "node_ei",
                "participation",
                "zscore",
            ],
        ),
        (
            Weighing::Weighted,
            [
                "ei_w",
                "assortativity_w",
                "modularity_w",
                "helix_balance_w",
                "node_ei_w",
                "participation_w",
                "zscore_w",
            ],
        ),
    ] {
        let [ei, like, modular, helix, node_ei, spread, z] = ids;
        let ties = external_internal(network, partition, weighing);
        figures.push((ei, ties.ei));
        if weighing == Weighing::Unweighted {
            figures.push(("ei_expected_density", ties.expected));
        }
        figures.push((like, assortativity(network, partition, weighing)));
        figures.push((modular, modularity(network, partition, weighing, 1.0)));
        let balance = relation_balance(network, partition, weighing).map(|found| found.balance);
        figures.push((helix, balance));
        actors.push((node_ei, ties.actors));
        actors.push((spread, participation(network, partition, weighing)));
        actors.push((z, within_module_z(network, partition, weighing)));
    }
    if network.directed {
        figures.push(("modularity_directed", modularity_directed(network, partition)));
    }
    figures.push(("same_share", same_share(network, partition)));
    figures.push(("same_share_expected", same_share_expected(partition)));
    DimensionReport {
        id: id.to_owned(),
        groups: partition.groups.clone(),
        network: figures,
        actors,
        brokerage,
        mixing: Weighing::BOTH.map(|weighing| mixing(network, partition, weighing)),
    }
}

fn brokerage_columns(brokerage: &Brokerage) -> Vec<Column> {
    const COUNTS: [&str; 5] = [
        "gf_coordinator",
        "gf_consultant",
        "gf_representative",
        "gf_gatekeeper",
        "gf_liaison",
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
        .map(|(id, role)| (id, brokerage.column(role)))
        .collect();
    columns.push(("gf_total", brokerage.totals()));
    columns.extend(
        Z.into_iter()
            .enumerate()
            .map(|(at, id)| (id, brokerage.z.iter().map(|z| z[at]).collect())),
    );
    let crossing = |counts: &Option<RoleCounts>| counts.as_ref().map(RoleCounts::crossing);
    columns.push(("gf_partial", brokerage.partial.iter().map(crossing).collect()));
    columns.push(("mediation", brokerage.mediation()));
    columns
}

/// Burt's figures, which need no dimension. O(sum over actors of degree^2).
pub fn structural_hole_columns(network: &Network) -> Vec<Column> {
    let plain = structural_holes(network, Weighing::Unweighted, Extent::WholeNetwork);
    let weighted = structural_holes(network, Weighing::Weighted, Extent::WholeNetwork);
    let ego = structural_holes(network, Weighing::Unweighted, Extent::EgoNetwork);
    vec![
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
    ]
}
