//! Invariants of the engine on random networks.

use netwerkopstelling::analysis::generate::{self, Weights};
use netwerkopstelling::analysis::paths::{self, PathRequest, Paths};
use netwerkopstelling::analysis::{Control, Link, Network, Partition};
use proptest::prelude::*;

fn links(n: u32) -> impl Strategy<Value = Vec<Link>> {
    let link = (0..n, 0..n, 1..=9u32).prop_map(|(source, target, weight)| Link {
        source,
        target,
        weight: f64::from(weight),
    });
    prop::collection::vec(link, 0..60)
}

fn all_paths(network: &Network, weighted: bool, partitions: &[&Partition]) -> Paths {
    let request = PathRequest {
        weighted,
        partitions,
        ..PathRequest::default()
    };
    paths::run(network, &request, &Control::new()).expect("not cancelled")
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()) + 1e-12
}

fn all_close(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(&a, &b)| close(a, b))
}

fn halves(n: usize) -> Partition {
    let of: Vec<Option<u32>> = (0..n as u32).map(|v| (v % 3 < 2).then_some(v % 3)).collect();
    Partition::single(vec!["A".into(), "B".into()], &of)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn renumbering_actors_renumbers_results(links in links(14), directed: bool, weighted: bool) {
        let n = 14;
        let renumber = |v: u32| (v * 5 + 3) % n;
        let moved: Vec<Link> = links
            .iter()
            .map(|l| Link { source: renumber(l.source), target: renumber(l.target), ..*l })
            .collect();
        let a = all_paths(&Network::from_links(14, directed, &links).unwrap(), weighted, &[]);
        let b = all_paths(&Network::from_links(14, directed, &moved).unwrap(), weighted, &[]);
        for v in 0..n {
            let w = renumber(v) as usize;
            prop_assert!(close(a.betweenness[v as usize], b.betweenness[w]));
            prop_assert_eq!(a.eccentricity[v as usize].is_some(), b.eccentricity[w].is_some());
        }
    }

    #[test]
    fn a_second_network_beside_it_changes_no_path(links in links(9), directed: bool, weighted: bool) {
        let alone = all_paths(&Network::from_links(9, directed, &links).unwrap(), weighted, &[]);
        let mut twice = links.clone();
        twice.extend(links.iter().map(|l| Link { source: l.source + 9, target: l.target + 9, ..*l }));
        let both = all_paths(&Network::from_links(18, directed, &twice).unwrap(), weighted, &[]);
        prop_assert!(all_close(&alone.betweenness, &both.betweenness[..9]));
        prop_assert!(all_close(&alone.betweenness, &both.betweenness[9..]));
    }

    #[test]
    fn weights_times_two_leave_betweenness_as_it_is(links in links(12), directed: bool) {
        let doubled: Vec<Link> = links.iter().map(|l| Link { weight: l.weight * 2.0, ..*l }).collect();
        let a = all_paths(&Network::from_links(12, directed, &links).unwrap(), true, &[]);
        let b = all_paths(&Network::from_links(12, directed, &doubled).unwrap(), true, &[]);
        prop_assert_eq!(a.betweenness, b.betweenness);
        prop_assert_eq!(a.diameter.map(|d| d / 2.0), b.diameter);
    }

    #[test]
    fn reversing_every_arrow_swaps_the_directions(links in links(12), weighted: bool) {
        let reversed: Vec<Link> = links
            .iter()
            .map(|l| Link { source: l.target, target: l.source, ..*l })
            .collect();
        let a = all_paths(&Network::from_links(12, true, &links).unwrap(), weighted, &[]);
        let b = all_paths(&Network::from_links(12, true, &reversed).unwrap(), weighted, &[]);
        prop_assert!(all_close(&a.betweenness, &b.betweenness));
        prop_assert_eq!(&a.inc.reached, &b.out.reached);
        for (a, b) in a.inc.closeness.iter().zip(&b.out.closeness) {
            prop_assert!(close(a.unwrap(), b.unwrap()));
        }
    }

    #[test]
    fn weights_of_one_are_as_no_weights(links in links(12), directed: bool) {
        let even: Vec<Link> = Network::from_links(12, directed, &links)
            .unwrap()
            .pairs
            .iter()
            .map(|p| Link { source: p.source, target: p.target, weight: 1.0 })
            .collect();
        let network = Network::from_links(12, directed, &even).unwrap();
        let partition = halves(12);
        let a = all_paths(&network, false, &[&partition]);
        let b = all_paths(&network, true, &[&partition]);
        prop_assert!(all_close(&a.betweenness, &b.betweenness));
        for (a, b) in a.edge_betweenness.iter().zip(&b.edge_betweenness) {
            prop_assert!(close(a.unwrap(), b.unwrap()));
        }
        for (a, b) in a.passage[0].iter().zip(b.passage[0].iter()) {
            prop_assert!(close(a.unwrap_or(-1.0), b.unwrap_or(-1.0)));
        }
    }

    #[test]
    fn passage_is_betweenness_counted_pair_by_pair(links in links(11), directed: bool) {
        let network = Network::from_links(11, directed, &links).unwrap();
        let partition = halves(11);
        let passage = &all_paths(&network, false, &[&partition]).passage[0];
        let slow = passage_by_definition(&network, &partition);
        for (ours, slow) in passage.iter().zip(slow) {
            prop_assert!(close(ours.unwrap_or(-1.0), slow.unwrap_or(-1.0)), "{ours:?} {slow:?}");
        }
    }
}

/// Counts paths between every crossing pair by matrix products: slow, and written independently.
fn passage_by_definition(network: &Network, partition: &Partition) -> Vec<Option<f64>> {
    let n = network.n;
    let mut distance = vec![vec![usize::MAX; n]; n];
    let mut count = vec![vec![0.0; n]; n];
    for s in 0..n {
        let mut walks = vec![0.0; n];
        walks[s] = 1.0;
        for steps in 0..n {
            for t in 0..n {
                if walks[t] > 0.0 && distance[s][t] == usize::MAX {
                    distance[s][t] = steps;
                    count[s][t] = walks[t];
                }
            }
            let mut longer = vec![0.0; n];
            for (v, &walk) in walks.iter().enumerate() {
                for &w in network.out.neighbours(v) {
                    longer[w as usize] += walk;
                }
            }
            walks = longer;
        }
    }
    (0..n)
        .map(|v| {
            let (mut sum, mut pairs) = (0.0, 0.0);
            for s in (0..n).filter(|&s| s != v) {
                for t in (0..n).filter(|&t| t != v && partition.crosses(s, t)) {
                    pairs += 1.0;
                    let is_reached = [distance[s][t], distance[s][v], distance[v][t]]
                        .iter()
                        .all(|&d| d < usize::MAX);
                    if is_reached && distance[s][v] + distance[v][t] == distance[s][t] {
                        sum += count[s][v] * count[v][t] / count[s][t];
                    }
                }
            }
            (pairs > 0.0).then(|| sum / pairs)
        })
        .collect()
}

#[test]
fn the_number_of_threads_changes_no_bit() {
    let partition = halves(300);
    for weighted in [false, true] {
        let network = generate::network(300, 1_500, true, Weights::Real, 7);
        let with = |threads| {
            let pool = rayon::ThreadPoolBuilder::new()
                .num_threads(threads)
                .build()
                .unwrap();
            pool.install(|| all_paths(&network, weighted, &[&partition]))
        };
        let one = with(1);
        assert_eq!(one, with(2));
        assert_eq!(one, with(5));
    }
}

#[test]
fn a_chain_of_diamonds_has_more_paths_than_a_float_can_count() {
    let diamonds = 1_200;
    let mut links = Vec::new();
    for d in 0..diamonds {
        let start = 3 * d;
        for side in [1, 2] {
            for (source, target) in [(start, start + side), (start + side, start + 3)] {
                links.push(Link {
                    source,
                    target,
                    weight: 1.0,
                });
            }
        }
    }
    let n = 3 * diamonds as usize + 1;
    let network = Network::from_links(n, false, &links).unwrap();
    // Every path between the two sides of a joint passes it, and half of those between the two corners
    // of each of its diamonds.
    let middle = 3 * (diamonds as usize / 2);
    let expected = (middle * (n - 1 - middle)) as f64 + 2.0 * 0.5;
    let request = PathRequest {
        relations: false,
        ..PathRequest::default()
    };
    for weighted in [false, true] {
        let paths = paths::run(&network, &PathRequest { weighted, ..request }, &Control::new()).unwrap();
        assert!(paths.betweenness.iter().all(|value| value.is_finite()));
        assert!(
            close(paths.betweenness[middle], expected),
            "{}",
            paths.betweenness[middle]
        );
    }
}

#[test]
fn a_cancelled_pass_gives_no_result() {
    let control = Control::new();
    control.cancel();
    let network = generate::network(50, 100, false, Weights::Digits, 1);
    assert!(paths::run(&network, &PathRequest::default(), &control).is_err());
}

#[test]
fn progress_ends_at_one() {
    let control = Control::new();
    let network = generate::network(50, 100, false, Weights::Digits, 1);
    paths::run(&network, &PathRequest::default(), &control).unwrap();
    assert_eq!(control.progress(), 1.0);
}

#[test]
fn a_sample_stays_within_its_stated_error() {
    let network = generate::network(400, 1_200, false, Weights::Digits, 3);
    let exact = all_paths(&network, false, &[]);
    let sampling = paths::Sampling {
        error: 0.12,
        ..paths::Sampling::default()
    };
    assert!(sampling.size(400) < 400);
    let request = PathRequest {
        sources: paths::Sources::Sample(sampling),
        ..PathRequest::default()
    };
    let sampled = paths::run(&network, &request, &Control::new()).unwrap();
    for (a, b) in exact.betweenness_norm.iter().zip(&sampled.betweenness_norm) {
        assert!((a.unwrap() - b.unwrap()).abs() <= sampling.error);
    }
    assert!(
        sampled.out.closeness.is_empty(),
        "no distances of actors that were not drawn"
    );
}
