//! Everything that needs shortest paths.

use crate::golden::{Dataset, assert_close, for_each_dataset};
use netwerkopstelling::analysis::paths::{self, PathRequest, Paths};
use netwerkopstelling::analysis::{Control, Network};

fn both(network: &Network) -> [(Paths, &'static str); 2] {
    [(false, ""), (true, "_w")].map(|(weighted, suffix)| {
        let request = PathRequest {
            weighted,
            ..PathRequest::default()
        };
        (
            paths::run(network, &request, &Control::new()).expect("not cancelled"),
            suffix,
        )
    })
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

fn check(data: &Dataset, key: &str, ours: &[Option<f64>]) {
    if let Some(figure) = data.figure(key) {
        assert_close(&figure, ours);
    }
}

/// In this network three paths of length 10^200 differ by 1 or less. By our convention (a relative
/// tolerance of 1e-10) they are tied; the reference compares exact fractions.
const TIED_BY_TOLERANCE: &str = "awk_overflow_weights";

#[test]
fn betweenness_is_as_in_the_reference() {
    for_each_dataset(|data| {
        for (paths, w) in both(&data.network) {
            if data.name == TIED_BY_TOLERANCE && w == "_w" {
                continue;
            }
            check(data, &format!("node.betweenness{w}"), &some(&paths.betweenness));
            check(
                data,
                &format!("node.betweenness{w}_norm"),
                &paths.betweenness_norm,
            );
            check(
                data,
                &format!("edge.edge_betweenness{w}"),
                &paths.edge_betweenness,
            );
            check(
                data,
                &format!("edge.edge_betweenness{w}_norm"),
                &paths.edge_betweenness_norm,
            );
        }
    });
}

#[test]
fn distances_are_as_in_the_reference() {
    for_each_dataset(|data| {
        for (paths, w) in both(&data.network) {
            for (side, distances) in [("", &paths.inc), ("_in", &paths.inc), ("_out", &paths.out)] {
                check(data, &format!("node.closeness{w}{side}"), &distances.closeness);
                check(data, &format!("node.harmonic{w}{side}"), &distances.harmonic);
            }
            check(data, &format!("node.eccentricity{w}"), &paths.eccentricity);
            check(data, &format!("graph.mean_distance{w}"), &[paths.mean_distance]);
            check(data, &format!("graph.diameter{w}"), &[paths.diameter]);
            check(data, &format!("graph.efficiency{w}"), &[paths.efficiency]);
            if w.is_empty() {
                check(data, "graph.reachable_share", &[paths.reachable_share]);
            }
        }
    });
}
