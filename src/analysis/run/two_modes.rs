//! Figures of actors and the tables they sit at.

use super::collect::{Collect, whole};
use super::shortest::Plain;
use super::{Column, Request};
use crate::analysis::groups::table_balance;
use crate::analysis::measure::Family;
use crate::analysis::two_mode::{
    Affiliation, congruence, modes_of, robins_alexander, two_mode_betweenness, two_mode_closeness,
    two_mode_closeness_of, two_mode_clustering, two_mode_degree, two_mode_density,
};
use crate::analysis::{Network, Pair};

/// Which actors are of the mode of the tables. `None` when nothing tells tables apart.
fn mode(request: &Request<'_>) -> Option<Vec<bool>> {
    let by_dimension = || {
        let dimensions = request.dimensions.iter();
        let mut modes = dimensions.filter_map(|one| modes_of(request.network, one.partition));
        modes.next()
    };
    request.is_table.map(<[bool]>::to_vec).or_else(by_dimension)
}

/// Tables and their members; and, when no tie runs between two tables or two members, what only then has
/// a meaning.
pub(super) fn put(collect: &mut Collect<'_>) {
    let request = collect.request;
    let network = request.network;
    let Some(mode) = wanted_mode(collect) else { return };
    let affiliation = Affiliation::new(network, &mode);
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
    if collect.wants("table_balance") {
        put_balance(collect, &affiliation);
    }
    if !is_pure(network, &mode) {
        return;
    }
    collect.put("two_mode_degree", two_mode_degree(network, &mode));
    if collect.wants("two_mode_clustering_dot") {
        collect.put("two_mode_clustering_dot", whole(&two_mode_clustering(network)));
    }
    collect.number("two_mode_density", two_mode_density(network, &mode));
    collect.number("robins_alexander", robins_alexander(network));
}

/// How evenly the groups of every dimension sit at each table.
fn put_balance(collect: &mut Collect<'_>, affiliation: &Affiliation) {
    let request = collect.request;
    for (report, dimension) in collect.report.dimensions.iter_mut().zip(&request.dimensions) {
        let balance = |table| table_balance(request.network, dimension.partition, table);
        let mut values = vec![None; request.network.n];
        for table in affiliation.tables() {
            values[table as usize] = balance(table as usize).map(|found| found.balance);
        }
        let id = "table_balance";
        let values = values.into();
        report.actors.push(Column { id, values });
    }
}

fn wanted_mode(collect: &Collect<'_>) -> Option<Vec<bool>> {
    let request = collect.request;
    let is_wanted = request.wanted.wants_of(Family::TwoMode) || collect.wants("table_balance");
    is_wanted.then(|| mode(request)).flatten()
}

/// No tie within either mode, and somebody in both.
fn is_pure(network: &Network, mode: &[bool]) -> bool {
    let crosses = |pair: &Pair| mode[pair.source as usize] != mode[pair.target as usize];
    mode.contains(&true) && mode.contains(&false) && network.pairs.iter().all(crosses)
}

/// What rests on shortest paths, of the unweighted pass.
pub(super) fn put_paths(collect: &mut Collect<'_>, plain: &Plain) {
    let network = collect.network();
    if !collect.wants_any(&["two_mode_betweenness", "two_mode_closeness"]) {
        return;
    }
    let Some(mode) = wanted_mode(collect).filter(|mode| is_pure(network, mode)) else {
        return;
    };
    if collect.wants("two_mode_closeness") {
        let out = &plain.out;
        // Without direction the sums are there already; else they are those of the underlying network.
        let closeness = if out.total.len() == network.n && !network.directed {
            two_mode_closeness_of(&mode, &out.reached, &out.total)
        } else {
            two_mode_closeness(network, &mode)
        };
        collect.put("two_mode_closeness", closeness);
    }
    if plain.betweenness.len() == network.n && !network.directed {
        let values = two_mode_betweenness(&mode, &plain.betweenness);
        collect.put("two_mode_betweenness", values);
    }
}
