//! The report that the app and the command line print.

use crate::golden::{assert_close_above, dataset, for_each_dataset};
use netwerkopstelling::analysis::generate;
use netwerkopstelling::analysis::measure::{self, Family, Target};
use netwerkopstelling::analysis::paths::Sources;
use netwerkopstelling::analysis::run::{self, NetworkFigure, Report, Request, Wanted};
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::{Control, Network, Partition};

fn report(network: &Network, partitions: &[(String, Partition)], wanted: Wanted) -> Report {
    let dimensions = partitions
        .iter()
        .map(|(id, partition)| Dimension { id, partition });
    let request = Request {
        network,
        dimensions: dimensions.collect(),
        is_table: None,
        wanted,
        sources: Sources::Exact,
    };
    run::run(&request, &Control::new()).expect("not cancelled")
}

#[test]
pub fn every_column_is_the_figure_of_its_id_in_the_reference() {
    let mut compared = 0;
    for_each_dataset(|data| {
        let report = report(&data.network, &data.partitions, Wanted::All);
        let actors = report.actors.iter().map(|c| ("node", c));
        let relations = report.relations.iter().map(|c| ("edge", c));
        for (section, column) in actors.chain(relations) {
            if data.name == "awk_overflow_weights" && column.id.contains("betweenness_w") {
                continue;
            }
            if let Some(figure) = data.figure(&format!("{section}.{}", column.id)) {
                let largest = figure
                    .values
                    .iter()
                    .flatten()
                    .fold(0.0, |a: f64, b| a.max(b.abs()));
                assert_close_above(&figure, &column.values.to_vec(), 1e-14 * largest.max(1e-2));
                compared += 1;
            }
        }
        for &NetworkFigure { id, value } in &report.network {
            if let Some(figure) = data.figure(&format!("graph.{id}")) {
                assert_close_above(&figure, &[value], 1e-12);
                compared += 1;
            }
        }
        for dimension in &report.dimensions {
            for column in &dimension.actors {
                let key = format!("part.{}.{}", dimension.id, column.id);
                if let Some(figure) = data.figure(&key) {
                    assert_close_above(&figure, &column.values.to_vec(), 1e-14);
                    compared += 1;
                }
            }
            for &NetworkFigure { id, value } in &dimension.network {
                if let Some(figure) = data.figure(&format!("part.{}.{id}", dimension.id)) {
                    assert_close_above(&figure, &[value], 1e-12);
                    compared += 1;
                }
            }
        }
    });
    assert!(compared > 2_800, "{compared} figures");
}

/// Explained like the others, and not in every report: the order of candidates and tests by chance draws are
/// computed beside it, and the balance of a table needs tables.
const NOT_IN_EVERY_REPORT: [&str; 6] = [
    "spanner_mean_rank",
    "stability_weightings",
    "stability_unverified",
    "mediation_p",
    "ei_p",
    "table_balance",
];

#[test]
fn every_measure_of_the_table_is_in_the_report() {
    let reported = |directed: bool| {
        measure::all()
            .filter(move |d| d.needs.are_met_by(directed))
            .filter(|d| !NOT_IN_EVERY_REPORT.contains(&d.id))
    };
    let data = dataset("sampson");
    let undirected = dataset("karate");
    for (data, directed) in [(&data, true), (&undirected, false)] {
        let report = report(&data.network, &data.partitions, Wanted::All);
        for descriptor in reported(directed) {
            let is_there = match (descriptor.family, descriptor.target) {
                (Family::TwoMode, _) => true,
                (_, Target::Actor) => report.actor_column(descriptor.id).is_some(),
                (Family::Centrality | Family::Cohesion, Target::Relation) => {
                    report.relation_column(descriptor.id).is_some()
                }
                (_, Target::Network) => report.network.iter().any(|f| f.id == descriptor.id),
                _ => true,
            };
            assert!(is_there, "{} of {}", descriptor.id, data.name);
        }
        assert!(report.skipped.is_empty());
        assert_eq!(report.dimensions.len(), data.partitions.len());
        for dimension in &report.dimensions {
            for descriptor in reported(directed) {
                let is_there = match descriptor.target {
                    Target::GroupActor => dimension.actors.iter().any(|c| c.id == descriptor.id),
                    Target::GroupNetwork => dimension.network.iter().any(|f| f.id == descriptor.id),
                    _ => true,
                };
                assert!(is_there, "{} of {} in {}", descriptor.id, dimension.id, data.name);
            }
        }
    }
}

#[test]
fn only_what_is_asked_for_is_in_the_report() {
    let network = dataset("karate").network;
    let wanted = Wanted::Only(["betweenness_w".to_owned(), "density".to_owned()].into());
    let report = report(&network, &[], wanted);
    assert_eq!(
        (report.actors.len(), report.relations.len(), report.network.len()),
        (1, 0, 1)
    );
    assert!(report.skipped.is_empty());
}

/// Every figure by where it stands.
fn figures(report: &Report) -> Vec<(String, Vec<Option<f64>>)> {
    let columns = report.actors.iter().chain(&report.relations);
    let of_network = report.network.iter();
    let mut found: Vec<_> = columns
        .map(|column| (column.id.to_owned(), column.values.to_vec()))
        .chain(of_network.map(|figure| (figure.id.to_owned(), vec![figure.value])))
        .collect();
    for dimension in &report.dimensions {
        let named = |id: &str| format!("{}.{id}", dimension.id);
        found.extend(
            dimension
                .actors
                .iter()
                .map(|it| (named(it.id), it.values.to_vec())),
        );
        found.extend(dimension.network.iter().map(|it| (named(it.id), vec![it.value])));
    }
    found
}

fn assert_alone_as_among_all(network: &Network, partitions: &[(String, Partition)], name: &str) {
    let all = figures(&report(network, partitions, Wanted::All));
    let mut found = 0;
    for descriptor in measure::all() {
        let wanted = Wanted::Only([descriptor.id.to_owned()].into());
        let alone = figures(&report(network, partitions, wanted));
        let is_own = |key: &str| key.rsplit('.').next() == Some(descriptor.id);
        let own: Vec<_> = all.iter().filter(|(key, _)| is_own(key)).cloned().collect();
        assert_eq!(alone, own, "{} of {name}", descriptor.id);
        found += own.len();
    }
    assert_eq!(found, all.len(), "{name}");
}

#[test]
fn a_measure_on_its_own_is_to_the_last_bit_what_it_is_among_all() {
    for name in ["karate", "sampson", "davis"] {
        let data = dataset(name);
        assert_alone_as_among_all(&data.network, &data.partitions, name);
    }
    // With so many dimensions paths are followed in another way than with few.
    let weights = generate::GeneratedWeights::Digits;
    let network = generate::network(60, 200, false, weights, 1);
    let dimensions = generate::snapshot(network.clone(), 60, 1).dimensions;
    let named = dimensions.into_iter().map(|one| (one.id, one.partition));
    assert_alone_as_among_all(&network, &named.collect::<Vec<_>>(), "sixty");
}
