//! Density, components, cuts, clustering, centralisation, assortativity, core and periphery.

use crate::golden::{Dataset, assert_close, assert_close_above, counts, dataset, for_each_dataset};
use netwerkopstelling::analysis::cohesion::{
    centralisation, clustering, components, core_periphery, cuts, mixing, size,
};
use netwerkopstelling::analysis::{Control, Network, centrality::degree, generate, paths};

fn check(data: &Dataset, key: &str, ours: &[Option<f64>]) {
    if let Some(figure) = data.figure(key) {
        assert_close(&figure, ours);
    }
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn flags(values: &[bool]) -> Vec<Option<f64>> {
    values
        .iter()
        .map(|&flag| Some(f64::from(u8::from(flag))))
        .collect()
}

#[test]
fn size_and_components_are_as_in_the_reference() {
    for_each_dataset(|data| {
        let network = &data.network;
        check(data, "graph.density", &[size::density(network)]);
        check(data, "graph.reciprocity", &[size::reciprocity(network)]);
        let (component, count) = components::weak_components(network);
        let largest = components::sizes(&component, count)
            .into_iter()
            .max()
            .unwrap_or(0);
        check(data, "node.component", &counts(&component));
        check(data, "graph.n_components", &[Some(count as f64)]);
        check(data, "graph.largest_component", &[Some(f64::from(largest))]);
        let (_, strong) = components::strong_components(network);
        check(data, "graph.n_strong_components", &[Some(strong as f64)]);
    });
}

#[test]
fn cuts_are_as_in_the_reference() {
    for_each_dataset(|data| {
        let cuts = cuts::cuts(&data.network);
        check(data, "node.articulation", &flags(&cuts.is_cut_point));
        check(data, "edge.bridge", &flags(&cuts.is_bridge));
        check(data, "node.leave_comp_delta", &counts(&cuts.component_change));
        check(data, "node.leave_largest_after", &counts(&cuts.largest_without));
    });
}

#[test]
fn clustering_is_as_in_the_reference() {
    for_each_dataset(|data| {
        let clustering = clustering::clustering(&data.network);
        check(data, "node.clustering", &some(&clustering.local));
        check(data, "node.clustering_barrat", &some(&clustering.barrat));
        check(data, "node.clustering_onnela", &some(&clustering.onnela));
        if let Some(fagiolo) = &clustering.fagiolo {
            check(data, "node.clustering_fagiolo", &some(fagiolo));
        }
        check(data, "graph.clustering_mean", &[clustering.mean]);
        check(data, "graph.clustering_mean_deg2", &[clustering.mean_deg2]);
        check(data, "graph.transitivity", &[clustering.transitivity]);
    });
}

#[test]
fn centralisation_is_as_in_the_reference() {
    for_each_dataset(|data| {
        let n = data.network.n;
        let of = |values: &[Option<f64>], most| [centralisation::centralisation(values, most)];
        // Sums of differences: rounding shows beside 0.
        let check = |key: &str, ours: [Option<f64>; 1]| {
            if let Some(figure) = data.figure(key) {
                assert_close_above(&figure, &ours, 1e-13);
            }
        };
        let degrees = degree::degrees(&data.network);
        check(
            "graph.centralisation_degree",
            of(&counts(&degrees.total), centralisation::most_by_degree(n)),
        );
        let most = centralisation::most_by_directed_degree(n);
        check("graph.centralisation_in_degree", of(&counts(&degrees.inc), most));
        check("graph.centralisation_out_degree", of(&counts(&degrees.out), most));
        let paths = paths::run(&data.network, &paths::PathRequest::default(), &Control::new()).unwrap();
        check(
            "graph.centralisation_betweenness",
            of(&paths.betweenness_norm, centralisation::most_by_betweenness(n)),
        );
        let is_connected = components::weak_components(&data.network).1 == 1;
        let closeness = if is_connected {
            of(&paths.inc.closeness, centralisation::most_by_closeness(n))
        } else {
            [None]
        };
        check("graph.centralisation_closeness", closeness);
    });
}

#[test]
fn degree_assortativity_is_as_in_the_reference() {
    for_each_dataset(|data| {
        if let Some(figure) = data.figure("graph.assortativity_degree") {
            assert_close_above(&figure, &[mixing::degree_assortativity(&data.network)], 1e-12);
        }
    });
}

/// Every division of the 15 Florentine-sized networks, by the definition of a correlation.
#[test]
fn the_core_of_a_small_network_is_the_best_there_is() {
    for name in [
        "kapferer_mine",
        "awk_barbell",
        "krackhardt_kite",
        "awk_tie_thirds",
    ] {
        let network = dataset(name).network;
        let found = core_periphery::core_periphery(&network).unwrap();
        let best = (1..1u32 << network.n)
            .filter_map(|core| pearson(&network, |v| core >> v & 1 == 1))
            .fold(-1.0, f64::max);
        assert!((found.fit - best).abs() < 1e-12, "{name}: {} {best}", found.fit);
        assert!((pearson(&network, |v| found.is_core[v]).unwrap() - best).abs() < 1e-12);
    }
}

fn pearson(network: &Network, is_core: impl Fn(usize) -> bool) -> Option<f64> {
    let (mut n, mut x, mut y, mut xy) = (0.0, 0.0, 0.0, 0.0);
    for a in 0..network.n {
        for b in a + 1..network.n {
            let tied = f64::from(u8::from(network.under.find(a, b as u32).is_some()));
            let ideal = f64::from(u8::from(is_core(a) || is_core(b)));
            n += 1.0;
            x += tied;
            y += ideal;
            xy += tied * ideal;
        }
    }
    let spread = (x / n - (x / n).powi(2)) * (y / n - (y / n).powi(2));
    (spread > 1e-12).then(|| (xy / n - x / n * (y / n)) / spread.sqrt())
}

#[test]
fn the_core_of_a_larger_network_fits_as_reported_and_better_than_a_guess() {
    let network = dataset("karate").network;
    let found = core_periphery::core_periphery(&network).unwrap();
    assert!((pearson(&network, |v| found.is_core[v]).unwrap() - found.fit).abs() < 1e-12);
    assert!(found.is_core[0] && found.is_core[33], "instructor and president");
    for v in 0..network.n {
        let flipped = pearson(&network, |w| found.is_core[w] != (w == v));
        assert!(flipped.is_none_or(|fit| fit <= found.fit + 1e-12));
    }
}

/// petgraph's own walks agree on components and cut points.
#[test]
fn petgraph_finds_the_same_parts() {
    let network = generate::network(300, 320, true, generate::GeneratedWeights::Digits, 5);
    let arcs = network.pairs.iter().map(|pair| (pair.source, pair.target));
    let graph = petgraph::graph::DiGraph::<(), ()>::from_edges(arcs);
    let isolates = network.n - graph.node_count();
    let strong = petgraph::algo::tarjan_scc(&graph).len() + isolates;
    assert_eq!(components::strong_components(&network).1, strong);
    let weak = petgraph::algo::connected_components(&graph) + isolates;
    assert_eq!(components::weak_components(&network).1, weak);
}
