//! What must hold of the candidates whatever the network.

use netwerkopstelling::analysis::brokerage::gould_fernandez;
use netwerkopstelling::analysis::paths::{self, PathRequest};
use netwerkopstelling::analysis::spanners::{
    Component, Dimension, DimensionFigures, RankTable, Ranking, SpannerWeights, best_per_group,
    missing_links, new_relations, spanner_figures, under_weightings,
};
use netwerkopstelling::analysis::{Control, Link, Network, Partition, Weighing};
use proptest::prelude::*;

use crate::support::network;

const GROUPS: usize = 4;

fn partition(of: &[Vec<u32>]) -> Partition {
    Partition::multiple((0..GROUPS).map(|group| group.to_string()).collect(), of)
}

fn figures(net: &Network, of: &Partition) -> DimensionFigures {
    let request = PathRequest {
        partitions: &[of],
        relations: false,
        ..PathRequest::default()
    };
    let passage = paths::run(net, &request, &Control::new()).unwrap().passage;
    let dimension = Dimension {
        id: "sector",
        partition: of,
    };
    spanner_figures(net, dimension, Weighing::Weighted, passage[0].clone())
}

fn sorted(mut gains: Vec<(f64, u32)>) -> Vec<(f64, u32)> {
    gains.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    gains
}

/// Actors, ends of ties, direction, and the groups of every actor: none, one or several.
type Small = (usize, Vec<(u32, u32)>, bool, Vec<Vec<u32>>);

fn small() -> impl Strategy<Value = Small> {
    (2usize..11).prop_flat_map(|n| {
        let end = 0..u32::try_from(n).unwrap();
        let groups = proptest::collection::vec(0..GROUPS as u32, 0..3);
        (
            Just(n),
            proptest::collection::vec((end.clone(), end), 0..24),
            any::<bool>(),
            proptest::collection::vec(groups, n),
        )
    })
}

proptest! {
    #[test]
    fn an_actor_of_unknown_group_is_in_no_group((n, ends, directed, of) in small()) {
        let net = network(n, directed, &ends);
        let of = partition(&of);
        let found = figures(&net, &of);
        let ranks = RankTable::new(std::slice::from_ref(&found), &vec![true; n]);
        let ranking = Ranking::new(&ranks, &SpannerWeights::equal(1));
        let best = best_per_group(&ranking, &of);
        for v in (0..n).filter(|&v| of.of(v).is_empty()) {
            prop_assert_eq!(found.of(Component::Span).at(v), None);
            prop_assert_eq!(found.of(Component::Mediation).at(v), None);
            prop_assert!(best.iter().flatten().all(|&at| at as usize != v));
        }
        // Nobody misses a link with the unknown.
        for link in missing_links(&net, &of, None, f64::INFINITY) {
            let members = |group: u32| (0..n).filter(|&v| of.of(v).contains(&group)).count();
            prop_assert!(members(link.a) > 0 && members(link.b) > 0);
        }
    }

    #[test]
    fn equal_values_share_a_rank_and_higher_ones_come_first((n, ends, directed, of) in small()) {
        let net = network(n, directed, &ends);
        let found = figures(&net, &partition(&of));
        let ranks = RankTable::new(std::slice::from_ref(&found), &vec![true; n]);
        for (component, ranks) in Component::ALL.into_iter().zip(&ranks.cells) {
            let value = |v: usize| found.of(component).at(v).unwrap_or(0.0);
            for (a, &rank) in ranks.iter().enumerate() {
                let higher = (0..n).filter(|&b| value(b) > value(a) * (1.0 + 1e-9) + 1e-300).count();
                prop_assert_eq!(rank as usize, higher + 1, "{:?} of {}", component, a);
            }
        }
    }

    #[test]
    fn another_order_of_the_actors_gives_everybody_the_same_place_and_certainty(
        (n, ends, directed, of) in small(),
    ) {
        let all = vec![true; n];
        let mirror = |v: u32| u32::try_from(n).unwrap() - 1 - v;
        let turned: Vec<(u32, u32)> = ends.iter().map(|&(a, b)| (mirror(a), mirror(b))).collect();
        let mirrored: Vec<Vec<u32>> = of.iter().rev().cloned().collect();
        let (here, there) = (network(n, directed, &ends), network(n, directed, &turned));
        let (of, mirrored) = (partition(&of), partition(&mirrored));
        let (one, other) = (figures(&here, &of), figures(&there, &mirrored));
        for component in [Component::Span, Component::Mediation, Component::LastLink] {
            let mut values = other.of(component).to_vec();
            values.reverse();
            prop_assert_eq!(one.of(component).to_vec(), values, "{:?}", component);
        }
        prop_assert_eq!(missing_links(&here, &of, None, 2.0), missing_links(&there, &mirrored, None, 2.0));
        let gains = |net: &Network, of: &Partition| {
            let found = new_relations(net, of, None, n * n, &Control::new()).unwrap().unwrap();
            found.best.iter().map(|one| (one.gain, one.shortened)).collect::<Vec<_>>()
        };
        prop_assert_eq!(sorted(gains(&here, &of)), sorted(gains(&there, &mirrored)));
        let (one, other) = (RankTable::new(&[one], &all), RankTable::new(&[other], &all));
        let cells = SpannerWeights::equal(1).cells();
        let reversed = |mut values: Vec<u32>| { values.reverse(); values };
        prop_assert_eq!(one.places(&cells), reversed(other.places(&cells)));
        let sure = |table: &RankTable| {
            under_weightings(table, &cells, 2, 50, 7, &Control::new()).unwrap().shares
        };
        let mut there = sure(&other);
        there.reverse();
        prop_assert_eq!(sure(&one), there);
    }
}

#[test]
fn a_contact_with_two_domains_counts_half_for_each() {
    // 0 is tied to one contact of both domains, and 3 to one contact of each with half the weight.
    let tie = |source, target, weight| Link {
        source,
        target,
        weight,
    };
    let links = [
        tie(0, 1, 1.0),
        tie(0, 2, 1.0),
        tie(3, 4, 0.5),
        tie(3, 5, 0.5),
        tie(3, 6, 1.0),
    ];
    let net = Network::from_links(7, false, &links).unwrap();
    let of = [vec![0], vec![0, 1], vec![2], vec![0], vec![0], vec![1], vec![2]];
    let of = partition(&of);
    let span = figures(&net, &of);
    let span = span.of(Component::Span);
    assert_eq!(span.at(0), span.at(3));
    assert_eq!(span.at(0), Some(1.0 - (0.25f64.powi(2) * 2.0 + 0.5f64.powi(2))));
}

#[test]
fn brokerage_of_an_actor_with_two_domains_is_split_over_the_pairs_of_values() {
    // a - v - b, with v in the domains of both: half of the time it is a's, half b's.
    let net = network(3, false, &[(0, 1), (1, 2)]);
    let of = partition(&[vec![0], vec![0, 1], vec![1]]);
    let counts = gould_fernandez(&net, &of).raw[1].unwrap().half();
    // Orders a-v-b and b-v-a: representative for the one group as often as gatekeeper for the other.
    assert_eq!(counts.crossing(), 2.0);
    assert_eq!(figures(&net, &of).of(Component::Mediation).at(1), Some(1.0));
}
