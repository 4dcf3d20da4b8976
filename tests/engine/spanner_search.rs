//! What is searched for around the candidates, against trying everything.

use netwerkopstelling::analysis::brokerage::gould_fernandez;
use netwerkopstelling::analysis::paths::{self, PathRequest};
use netwerkopstelling::analysis::spanners::{
    Dimension, RankTable, Ranking, RelationsOfLinks, SpannerWeights, Thinned, Unverified, mediation_test,
    new_relations, smallest_team, spanner_figures, thinned, under_unverified,
};
use netwerkopstelling::analysis::{Cancelled, Control, Link, Network, Partition, Values, Weighing};
use proptest::prelude::*;

use crate::support::links;

fn partition(groups: usize, of: &[Vec<u32>]) -> Partition {
    Partition::multiple((0..groups).map(|g| g.to_string()).collect(), of)
}

fn small() -> impl Strategy<Value = (usize, Vec<(u32, u32)>, Vec<Vec<u32>>)> {
    (2usize..10).prop_flat_map(|n| {
        let end = 0..u32::try_from(n).unwrap();
        (
            Just(n),
            proptest::collection::vec((end.clone(), end), 0..18),
            proptest::collection::vec(proptest::collection::vec(0u32..4, 0..3), n),
        )
    })
}

/// Mean of 1 / distance over pairs of different groups.
fn closeness_of_groups(net: &Network, of: &Partition) -> Option<f64> {
    let (mut sum, mut pairs) = (0.0, 0u32);
    for s in 0..net.n {
        let mut distance = vec![u32::MAX; net.n];
        distance[s] = 0;
        for _ in 0..net.n {
            for pair in &net.pairs {
                for (a, b) in [(pair.source, pair.target), (pair.target, pair.source)] {
                    let through = distance[a as usize].saturating_add(1);
                    distance[b as usize] = distance[b as usize].min(through);
                }
            }
        }
        for t in (0..net.n).filter(|&t| t > s && of.crosses(s, t)) {
            pairs += 1;
            if distance[t] < 1000 {
                sum += 1.0 / f64::from(distance[t]);
            }
        }
    }
    (pairs > 0).then(|| sum / f64::from(pairs))
}

proptest! {
    #[test]
    fn a_new_relation_gains_what_it_gains_when_it_is_drawn((n, ends, of) in small(), directed: bool) {
        let of = partition(4, &of);
        let net = Network::from_links(n, directed, &links(&ends)).unwrap();
        let found = new_relations(&net, &of, None, usize::MAX, &Control::new()).unwrap().unwrap();
        prop_assert_eq!(found.best.len(), found.possible);
        for relation in &found.best {
            let mut more = ends.clone();
            more.push((relation.a, relation.b));
            let with = Network::from_links(n, directed, &links(&more)).unwrap();
            let gain = closeness_of_groups(&with, &of).unwrap() - closeness_of_groups(&net, &of).unwrap();
            prop_assert!((gain - relation.gain).abs() < 1e-12, "{relation:?} but {gain}");
        }
        for two in found.best.windows(2) {
            prop_assert!(two[0].gain >= two[1].gain);
        }
    }

    #[test]
    fn no_smaller_team_reaches_every_group((n, ends, of) in small(), other in 1u32..4) {
        let first = partition(4, &of);
        let numbers: Vec<Vec<u32>> = (0..n).map(|v| vec![u32::try_from(v).unwrap() % other]).collect();
        let second = partition(4, &numbers);
        let net = Network::from_links(n, false, &links(&ends)).unwrap();
        let dimensions = [Dimension { id: "a", partition: &first }, Dimension { id: "b", partition: &second }];
        let figures: Vec<_> = dimensions
            .iter()
            .map(|&d| spanner_figures(&net, d, Weighing::Unweighted, Values::undefined(n)))
            .collect();
        let ranking = Ranking::new(&RankTable::new(&figures, &vec![true; n]), &SpannerWeights::equal(2));
        let team = smallest_team(&net, &dimensions, &ranking);
        prop_assert!(team.is_proven_smallest);
        prop_assert_eq!(&team.unreached, &vec![], "everybody may be in the team");
        let reaches = |members: &[usize]| {
            dimensions.iter().all(|d| {
                (0..n).flat_map(|v| d.partition.of(v)).all(|group| {
                    members.iter().any(|&m| {
                        d.partition.of(m).contains(group)
                            || net.under.neighbours(m).iter().any(|&w| d.partition.of(w as usize).contains(group))
                    })
                })
            })
        };
        let members: Vec<usize> = team.members.iter().map(|&m| m as usize).collect();
        prop_assert!(reaches(&members));
        for subset in 0u32..1 << n {
            let chosen: Vec<usize> = (0..n).filter(|v| subset >> v & 1 == 1).collect();
            if chosen.len() < members.len() {
                prop_assert!(!reaches(&chosen), "{chosen:?} is smaller than {members:?}");
            }
        }
    }

    #[test]
    fn the_tested_mediation_is_the_mediation_of_gould_and_fernandez(
        (n, ends, of) in small(),
        directed: bool,
    ) {
        let of = partition(4, &of);
        let net = Network::from_links(n, directed, &links(&ends)).unwrap();
        let tests = mediation_test(&net, &of, 20, 5, &Control::new()).unwrap();
        let mediation = gould_fernandez(&net, &of).mediation();
        for (v, test) in tests.iter().enumerate() {
            if let Some(test) = test {
                prop_assert!((test.observed - mediation[v].unwrap()).abs() < 1e-12);
                prop_assert!(test.p_high > 0.0 && test.p_high <= 1.0);
            }
        }
    }
}

/// Two cliques of five in two regions, bridged by 4-5; a second bridge 0-9 that nobody verified.
fn two_regions() -> (Vec<Link>, Vec<bool>, Partition) {
    let mut ends = Vec::new();
    for first in [0u32, 5] {
        for a in first..first + 5 {
            ends.extend((a + 1..first + 5).map(|b| (a, b)));
        }
    }
    ends.push((4, 5));
    ends.push((0, 9));
    let unverified = (0..ends.len()).map(|at| at + 1 == ends.len()).collect();
    let of: Vec<Vec<u32>> = (0..10).map(|v| vec![u32::from(v >= 5)]).collect();
    (links(&ends), unverified, partition(2, &of))
}

fn with_threads<T: Send>(threads: usize, work: impl FnOnce() -> T + Send) -> T {
    rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .unwrap()
        .install(work)
}

#[test]
fn a_candidate_that_rests_on_an_unverified_relation_is_less_sure() {
    let (links, is_unverified, region) = two_regions();
    let dimensions = [Dimension {
        id: "region",
        partition: &region,
    }];
    let passage = |net: &Network| -> Result<Vec<Values>, Cancelled> {
        let request = PathRequest {
            partitions: &[&region],
            relations: false,
            ..PathRequest::default()
        };
        Ok(paths::run(net, &request, &Control::new())?.passage)
    };
    let cells = SpannerWeights::equal(1).cells();
    let relation_of: Vec<u32> = (0..).take(links.len()).collect();
    let input = Unverified {
        actors: 10,
        directed: false,
        relations: RelationsOfLinks {
            links: &links,
            relation_of: &relation_of,
            is_unverified: &is_unverified,
        },
        dimensions: &dimensions,
        weighing: Weighing::Weighted,
        may_be_candidate: &[true; 10],
        passage: &passage,
    };
    let run = || {
        let tables = thinned(&input, Some(400), 11, &Control::new()).unwrap();
        under_unverified(&tables, &cells, 4).unwrap()
    };
    let found = with_threads(1, run);
    assert_eq!(
        (found.shares[4], found.shares[5]),
        (1.0, 1.0),
        "their bridge is verified"
    );
    assert!((found.shares[1] - 0.2).abs() < 0.07, "{:?}", found.shares);
    assert_eq!(found, with_threads(3, run), "bit-equal on any number of threads");
    let all_verified = Unverified {
        relations: RelationsOfLinks {
            is_unverified: &vec![false; links.len()],
            ..input.relations
        },
        ..input
    };
    let control = Control::new();
    assert_eq!(
        thinned(&all_verified, Some(400), 11, &control).unwrap(),
        Thinned::AllVerified
    );
    assert_eq!(thinned(&input, None, 11, &control).unwrap(), Thinned::TooLarge);
}

#[test]
fn both_ways_of_an_unverified_relation_come_and_go_together() {
    // a - b - c, of which a - b is two links of one relation: with half of it left, b would still mediate.
    let links = links(&[(0, 1), (1, 0), (1, 2), (2, 1)]);
    let region = partition(3, &[vec![0], vec![1], vec![2]]);
    let dimensions = [Dimension {
        id: "region",
        partition: &region,
    }];
    let passage = |net: &Network| -> Result<Vec<Values>, Cancelled> {
        assert!(
            [2, 4].contains(&net.pairs.len()),
            "half of a relation is left: {:?}",
            net.pairs
        );
        Ok(vec![Values::undefined(3)])
    };
    let input = Unverified {
        actors: 3,
        directed: true,
        relations: RelationsOfLinks {
            links: &links,
            relation_of: &[0, 0, 1, 1],
            is_unverified: &[true, false],
        },
        dimensions: &dimensions,
        weighing: Weighing::Weighted,
        may_be_candidate: &[true; 3],
        passage: &passage,
    };
    let Thinned::Tables(tables) = thinned(&input, Some(200), 4, &Control::new()).unwrap() else {
        panic!("there is something to leave out");
    };
    // Whose only relation is left out is no candidate there: it has no rank.
    let without = tables.iter().filter(|table| table.cells[1].contains(&0));
    let share = without.count() as f64 / 200.0;
    assert!((share - 0.2).abs() < 0.09, "left out in {share}");
}

#[test]
fn a_team_out_of_many_candidates_is_proven_when_the_search_comes_to_an_end() {
    // Six stars of six, each star a region: one centre per region is needed, no fewer.
    let ends: Vec<(u32, u32)> = (0..6u32)
        .flat_map(|star| (1..6).map(move |leaf| (star * 6, star * 6 + leaf)))
        .collect();
    let of: Vec<Vec<u32>> = (0..36).map(|v| vec![v / 6]).collect();
    let region = partition(6, &of);
    let dimensions = [Dimension {
        id: "region",
        partition: &region,
    }];
    let net = Network::from_links(36, false, &links(&ends)).unwrap();
    let figures = [spanner_figures(
        &net,
        dimensions[0],
        Weighing::Unweighted,
        Values::undefined(36),
    )];
    let ranking = Ranking::new(&RankTable::new(&figures, &[true; 36]), &SpannerWeights::equal(1));
    let team = smallest_team(&net, &dimensions, &ranking);
    assert_eq!((team.members.len(), team.is_proven_smallest), (6, true));
}

#[test]
fn bridges_between_regions_mediate_more_than_by_chance() {
    let (links, _, region) = two_regions();
    let net = Network::from_links(10, false, &links).unwrap();
    let run = || mediation_test(&net, &region, 499, 2, &Control::new()).unwrap();
    let tests = with_threads(1, run);
    assert_eq!(tests, with_threads(3, run));
    assert_eq!(tests[4].unwrap().observed, 0.25);
    assert!(
        tests[1].unwrap().p_high > 0.5,
        "inside its region it mediates nothing"
    );
}
