//! Invariants of the engine on random networks.

use netwerkopstelling::analysis::generate::{self, GeneratedWeights};
use netwerkopstelling::analysis::paths::{self, Distances, PathRequest, Paths};
use netwerkopstelling::analysis::{Control, Link, Network, Partition};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Weights as people draw them, as others compute them, and now and then of quite another size.
fn weight() -> impl Strategy<Value = f64> {
    prop_oneof![
        6 => (1..=9u32).prop_map(f64::from),
        6 => (1..=30u32).prop_map(|tenths| f64::from(tenths) / 10.0),
        3 => (1..=7u32).prop_map(|part| 1.0 / f64::from(part)),
        1 => Just(1e-12),
        1 => Just(1e12),
    ]
}

fn links(n: u32) -> impl Strategy<Value = Vec<Link>> {
    let link = (0..n, 0..n, weight()).prop_map(|(source, target, weight)| Link {
        source,
        target,
        weight,
    });
    prop::collection::vec(link, 0..60)
}

/// The order in which a figure stands, taken away.
fn reordered<T: Clone>(values: &[T], from: impl Fn(usize) -> usize) -> Vec<T> {
    (0..values.len()).map(|v| values[from(v)].clone()).collect()
}

/// What stands by actor, at other places.
fn renumbered(paths: &Paths, from: impl Fn(usize) -> usize + Copy) -> Paths {
    let distances = |of: &Distances| Distances {
        reached: reordered(&of.reached, from),
        total: reordered(&of.total, from),
        closeness: reordered(&of.closeness, from),
        harmonic: reordered(&of.harmonic, from),
    };
    let passage = paths
        .passage
        .iter()
        .map(|values| reordered(&values.to_vec(), from).into_iter().collect());
    Paths {
        betweenness: reordered(&paths.betweenness, from),
        betweenness_norm: reordered(&paths.betweenness_norm, from),
        passage: passage.collect(),
        out: distances(&paths.out),
        inc: distances(&paths.inc),
        eccentricity: reordered(&paths.eccentricity, from),
        ..paths.clone()
    }
}

/// By the ends of the pair.
fn of_pairs(
    network: &Network,
    paths: &Paths,
    end: impl Fn(u32) -> u32,
) -> BTreeMap<[u32; 2], [Option<f64>; 2]> {
    let pairs = network
        .pairs
        .iter()
        .zip(paths.edge_betweenness.iter().zip(&paths.edge_betweenness_norm));
    pairs
        .map(|(pair, (&value, &norm))| {
            let mut ends = [end(pair.source), end(pair.target)];
            if !network.directed {
                ends.sort_unstable();
            }
            (ends, [value, norm])
        })
        .collect()
}

fn without_relations(paths: &Paths) -> Paths {
    Paths {
        edge_betweenness: Vec::new(),
        edge_betweenness_norm: Vec::new(),
        ..paths.clone()
    }
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

fn halves(n: usize) -> Partition {
    let of: Vec<Option<u32>> = (0..n as u32).map(|v| (v % 3 < 2).then_some(v % 3)).collect();
    Partition::single(vec!["A".into(), "B".into()], &of)
}

fn renumbered_partition(partition: &Partition, renumber: impl Fn(u32) -> u32) -> Partition {
    let mut of = vec![Vec::new(); partition.len()];
    for v in 0..partition.len() {
        of[renumber(v as u32) as usize] = partition.of(v).to_vec();
    }
    Partition::multiple(partition.groups.clone(), &of)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn other_numbers_for_the_actors_and_another_order_of_links_change_no_bit(
        links in links(14), directed: bool, weighted: bool, turn in 0usize..60
    ) {
        let n = 14;
        let renumber = |v: u32| (v * 5 + 3) % n;
        let mut moved: Vec<Link> = links
            .iter()
            .map(|l| Link { source: renumber(l.source), target: renumber(l.target), ..*l })
            .collect();
        moved.reverse();
        moved.rotate_left(turn % links.len().max(1));
        let (here, there) = (
            Network::from_links(14, directed, &links).unwrap(),
            Network::from_links(14, directed, &moved).unwrap(),
        );
        let (p, q) = (halves(14), renumbered_partition(&halves(14), renumber));
        let (a, b) = (all_paths(&here, weighted, &[&p]), all_paths(&there, weighted, &[&q]));
        prop_assert_eq!(of_pairs(&here, &a, renumber), of_pairs(&there, &b, |v| v));
        let b = renumbered(&b, |v| renumber(v as u32) as usize);
        prop_assert_eq!(without_relations(&a), without_relations(&b));
    }

    #[test]
    fn another_network_beside_it_changes_no_bit_of_any_path(
        links in links(9), others in links(7), directed: bool, weighted: bool
    ) {
        let network = Network::from_links(9, directed, &links).unwrap();
        let alone = all_paths(&network, weighted, &[]);
        let mut both = links.clone();
        both.extend(others.iter().map(|l| Link { source: l.source + 9, target: l.target + 9, ..*l }));
        let both = all_paths(&Network::from_links(16, directed, &both).unwrap(), weighted, &[]);
        prop_assert_eq!(&alone.betweenness[..], &both.betweenness[..9]);
        let relations = alone.edge_betweenness.len();
        prop_assert_eq!(&alone.edge_betweenness[..], &both.edge_betweenness[..relations]);
        for (alone, both) in [(&alone.out, &both.out), (&alone.inc, &both.inc)] {
            prop_assert_eq!(&alone.total[..], &both.total[..9]);
            prop_assert_eq!(&alone.reached[..], &both.reached[..9]);
        }
        prop_assert_eq!(&alone.eccentricity[..], &both.eccentricity[..9]);
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
        prop_assert_eq!(&a.betweenness, &b.betweenness);
        prop_assert_eq!((&a.inc, &a.out), (&b.out, &b.inc));
        prop_assert_eq!((a.diameter, a.mean_distance, a.efficiency), (b.diameter, b.mean_distance, b.efficiency));
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
        prop_assert_eq!(a, Paths { weighted: false, ..b });
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
        let network = generate::network(300, 1_500, true, GeneratedWeights::Real, 7);
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
fn weights_at_the_ends_of_all_numbers_give_numbers_or_nothing() {
    let weights = [f64::MAX, f64::MIN_POSITIVE, 1e308, 5e-324, 1.0];
    for first in weights {
        for second in weights {
            for directed in [false, true] {
                let link = |source, target, weight| Link {
                    source,
                    target,
                    weight,
                };
                let links = [
                    link(0, 1, first),
                    link(1, 2, second),
                    link(0, 2, first),
                    link(2, 3, 1.0),
                ];
                let network = Network::from_links(4, directed, &links).unwrap();
                let paths = all_paths(&network, true, &[&halves(4)]);
                let ways = [paths.out, paths.inc]
                    .map(|way| [way.closeness, way.harmonic].concat())
                    .concat();
                let figures = [ways, paths.edge_betweenness, paths.eccentricity].concat();
                let whole = [paths.mean_distance, paths.diameter, paths.efficiency];
                let all = figures
                    .into_iter()
                    .chain(whole)
                    .flatten()
                    .chain(paths.betweenness);
                assert!(
                    all.into_iter().all(|value| !value.is_nan()),
                    "{first} {second} {directed}"
                );
            }
        }
    }
}

#[test]
fn a_cancelled_pass_gives_no_result() {
    let control = Control::new();
    control.cancel();
    let network = generate::network(50, 100, false, GeneratedWeights::Digits, 1);
    assert!(paths::run(&network, &PathRequest::default(), &control).is_err());
}

#[test]
fn progress_ends_at_one() {
    let control = Control::new();
    let network = generate::network(50, 100, false, GeneratedWeights::Digits, 1);
    paths::run(&network, &PathRequest::default(), &control).unwrap();
    assert_eq!(control.progress(), 1.0);
}

#[test]
fn a_sample_stays_within_its_stated_error() {
    let network = generate::network(400, 1_200, false, GeneratedWeights::Digits, 3);
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
