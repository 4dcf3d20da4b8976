//! Degree, strength, eigenvector, PageRank, Katz and core number.

use crate::golden::{Dataset, assert_close, counts, for_each_dataset};
use netwerkopstelling::analysis::centrality::{core, degree, eigenvector, katz, pagerank, perron};
use netwerkopstelling::analysis::{Link, Network};

fn check(data: &Dataset, key: &str, ours: &[Option<f64>]) {
    if let Some(figure) = data.figure(key) {
        assert_close(&figure, ours);
    }
}

fn some(values: &[f64]) -> Vec<Option<f64>> {
    values.iter().copied().map(Some).collect()
}

#[test]
fn degrees_and_strengths_are_as_in_the_reference() {
    for_each_dataset(|data| {
        let network = &data.network;
        let degrees = degree::degrees(network);
        check(data, "node.degree", &counts(&degrees.total));
        check(data, "node.degree_in", &counts(&degrees.inc));
        check(data, "node.degree_out", &counts(&degrees.out));
        check(data, "node.contacts", &counts(&degrees.contacts));
        check(data, "node.degree_multi", &counts(&degree::link_ends(network)));
        check(data, "node.degree_multi_in", &counts(&network.degree_multi_in));
        check(data, "node.degree_multi_out", &counts(&network.degree_multi_out));
        let strengths = degree::strengths(network);
        check(data, "node.strength", &some(&strengths.total));
        check(data, "node.strength_in", &some(&strengths.inc));
        check(data, "node.strength_out", &some(&strengths.out));
    });
}

#[test]
fn eigenvector_is_as_in_the_reference() {
    for_each_dataset(|data| {
        for (weighted, key) in [(false, "node.eigenvector"), (true, "node.eigenvector_w")] {
            let ours = eigenvector::eigenvector(&data.network, weighted)
                .map_or_else(|_| vec![None; data.network.n], |x| some(&x));
            check(data, key, &ours);
        }
    });
}

#[test]
fn pagerank_and_katz_are_as_in_the_reference() {
    for_each_dataset(|data| {
        check(
            data,
            "node.pagerank",
            &some(&pagerank::pagerank(&data.network, false)),
        );
        check(
            data,
            "node.pagerank_w",
            &some(&pagerank::pagerank(&data.network, true)),
        );
        if let Some(figure) = data.figure("node.katz") {
            let katz = katz::katz(&data.network).expect("converges");
            assert!(
                (katz.alpha / figure.alpha.unwrap() - 1.0).abs() < 1e-12,
                "{}",
                figure.label
            );
            assert_close(&figure, &some(&katz.values));
        }
    });
}

#[test]
fn core_numbers_are_as_in_the_reference() {
    for_each_dataset(|data| {
        check(data, "node.core", &counts(&core::core_numbers(&data.network)));
    });
}

/// Two parts of which the larger eigenvalue differs in the seventh digit: power iteration over the whole
/// network would need millions of rounds.
#[test]
fn a_small_difference_between_two_parts_is_decided() {
    let ring = |first: u32, weight: f64| {
        (0..5).map(move |k| Link {
            source: first + k,
            target: first + (k + 1) % 5,
            weight,
        })
    };
    let links: Vec<Link> = ring(0, 1.0).chain(ring(5, 1.000_000_1)).collect();
    for directed in [false, true] {
        let network = Network::from_links(10, directed, &links).unwrap();
        let x = perron::perron(&network, true).vector.unwrap();
        assert_eq!(x[..5], [0.0; 5]);
        assert!((x[7] - 0.2f64.sqrt()).abs() < 1e-12);
    }
}
