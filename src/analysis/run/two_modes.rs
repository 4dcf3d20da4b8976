//! Figures of actors and the tables they sit at.

use super::collect::{Collect, whole};
use crate::analysis::measure::Family;
use crate::analysis::two_mode::{
    Affiliation, congruence, modes_of, robins_alexander, two_mode_betweenness, two_mode_closeness,
    two_mode_clustering, two_mode_degree, two_mode_density,
};

/// Tables and their members; and what only has a meaning when no tie runs between two tables or two
/// members.
pub(super) fn put(collect: &mut Collect<'_>) {
    let request = collect.request;
    let network = request.network;
    if !request.wanted.wants_of(Family::TwoMode) {
        return;
    }
    let by_dimension = || {
        let mut modes = request
            .dimensions
            .iter()
            .filter_map(|dimension| modes_of(network, dimension.partition));
        modes.next()
    };
    let Some(can_be_table) = request.is_table.map(<[bool]>::to_vec).or_else(by_dimension) else {
        return;
    };
    let affiliation = Affiliation::new(network, &can_be_table);
    if affiliation.tables().next().is_none() && request.is_table.is_some() {
        return;
    }
    let congruence = congruence(&affiliation);
    let seats = (0..network.n).map(|v| Some(affiliation.affiliation_degree(v) as f64));
    collect.put("affiliation_degree", seats);
    collect.put("congruence", congruence.of_tables.iter().copied());
    collect.put("closest_peer", congruence.likeness());
    collect.put("nesting", congruence.nesting.iter().copied());
    collect.put("region_fit", congruence.fit());
    if affiliation.other_ties > 0 {
        return;
    }
    let mode = &can_be_table;
    collect.put("two_mode_degree", two_mode_degree(network, mode));
    if collect.wants("two_mode_closeness") {
        collect.put("two_mode_closeness", two_mode_closeness(network, mode));
    }
    let betweenness: Option<Vec<f64>> = collect
        .report
        .actor_column("betweenness")
        .filter(|_| !network.directed)
        .and_then(|values| values.iter().copied().collect());
    if let Some(betweenness) = betweenness {
        collect.put("two_mode_betweenness", two_mode_betweenness(mode, &betweenness));
    }
    if collect.wants("two_mode_clustering_dot") {
        collect.put("two_mode_clustering_dot", whole(&two_mode_clustering(network)));
    }
    collect.number("two_mode_density", two_mode_density(network, mode));
    collect.number("robins_alexander", robins_alexander(network));
}
