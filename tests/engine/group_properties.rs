//! What figures about groups and brokerage must do whatever the network.

use netwerkopstelling::analysis::brokerage::{Role, gould_fernandez};
use netwerkopstelling::analysis::dimensions::{dimension_report, structural_hole_columns};
use netwerkopstelling::analysis::groups::{LeidenSettings, communities};
use netwerkopstelling::analysis::run::{Column, NetworkFigure};
use netwerkopstelling::analysis::spanners::{Dimension, parts};
use netwerkopstelling::analysis::{Control, Link, Network, Partition, measure};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Case {
    n: usize,
    directed: bool,
    links: Vec<Link>,
    groups: Vec<Vec<u32>>,
}

impl Case {
    fn network(&self) -> Network {
        Network::from_links(self.n, self.directed, &self.links).unwrap()
    }

    fn partition(&self) -> Partition {
        Partition::multiple((0..3).map(|g| g.to_string()).collect(), &self.groups)
    }
}

/// At most one group per actor for half of the cases: expected brokerage needs that.
fn case() -> impl Strategy<Value = Case> {
    (1usize..12, any::<bool>(), 2usize..4).prop_flat_map(|(n, directed, most)| {
        let end = 0..u32::try_from(n).unwrap();
        let link = (end.clone(), end, 1u32..40, 1u32..4).prop_map(|(source, target, weight, part)| Link {
            source,
            target,
            weight: f64::from(weight) / f64::from(part) * 0.1,
        });
        (
            proptest::collection::vec(link, 0..30),
            proptest::collection::vec(proptest::collection::vec(0u32..3, 0..most), n),
        )
            .prop_map(move |(links, groups)| Case {
                n,
                directed,
                links,
                groups,
            })
    })
}

/// With another order of the actors.
fn renumbered() -> impl Strategy<Value = (Case, Vec<usize>)> {
    case().prop_flat_map(|case| {
        let order: Vec<usize> = (0..case.n).collect();
        (Just(case), Just(order).prop_shuffle())
    })
}

/// All columns and figures of a case.
fn figures(case: &Case) -> (Vec<NetworkFigure>, Vec<Column>) {
    let net = case.network();
    let partition = case.partition();
    let dimension = Dimension {
        id: "d",
        partition: &partition,
    };
    let (report, _) = dimension_report(&net, dimension);
    let mut columns = report.actors;
    columns.extend(structural_hole_columns(&net));
    (report.network, columns)
}

proptest! {
    #[test]
    fn every_figure_is_a_number_and_has_a_measure(case in case()) {
        let (network, columns) = figures(&case);
        for NetworkFigure { id, value } in network {
            prop_assert!(measure::find(id).is_some(), "{id}");
            prop_assert!(value.is_none_or(f64::is_finite), "{id} is {value:?}");
        }
        for Column { id, values } in columns {
            prop_assert!(measure::find(id).is_some(), "{id}");
            prop_assert_eq!(values.len(), case.n);
            prop_assert!(values.iter().all(|value| value.is_none_or(f64::is_finite)), "{id}");
        }
    }

    #[test]
    fn other_numbers_for_the_actors_give_the_same_figures((case, order) in renumbered()) {
        let place = |v: usize| order[v];
        let number = |v: u32| u32::try_from(place(v as usize)).unwrap();
        let mut moved = case.clone();
        for link in &mut moved.links {
            (link.source, link.target) = (number(link.source), number(link.target));
        }
        for v in 0..case.n {
            moved.groups[place(v)] = case.groups[v].clone();
        }
        let (network, columns) = figures(&case);
        let (network_moved, columns_moved) = figures(&moved);
        for (a, b) in network.into_iter().zip(network_moved) {
            prop_assert_eq!(a, b);
        }
        for (Column { id, values: a }, Column { values: b, .. }) in columns.iter().zip(&columns_moved) {
            for v in 0..case.n {
                let (a, b) = (a.at(v), b.at(place(v)));
                prop_assert_eq!(a, b, "{} of {}", id, v);
            }
        }
    }

    #[test]
    fn doubling_every_weight_changes_no_bit_of_any_share(case in case()) {
        let mut doubled = case.clone();
        doubled.links.iter_mut().for_each(|link| link.weight *= 8.0);
        prop_assert_eq!(figures(&case), figures(&doubled));
    }

    #[test]
    fn turning_every_arrow_swaps_gatekeeper_and_representative(case in case()) {
        let mut turned = case.clone();
        for link in &mut turned.links {
            std::mem::swap(&mut link.source, &mut link.target);
        }
        let (there, back) = (
            gould_fernandez(&case.network(), &case.partition()),
            gould_fernandez(&turned.network(), &turned.partition()),
        );
        for role in Role::ALL {
            let mirrored = match role {
                Role::Gatekeeper => Role::Representative,
                Role::Representative => Role::Gatekeeper,
                other => other,
            };
            for (a, b) in there.column(role).into_iter().zip(back.column(mirrored)) {
                prop_assert_eq!(a, b, "{:?}", role);
            }
        }
    }

    #[test]
    fn a_second_network_beside_it_leaves_holes_and_raw_roles_alone(case in case()) {
        let mut both = case.clone();
        let n = u32::try_from(case.n).unwrap();
        both.n *= 2;
        both.links.extend(case.links.iter().map(|link| Link {
            source: link.source + n,
            target: link.target + n,
            weight: link.weight,
        }));
        both.groups.extend(case.groups.clone());
        let alone = structural_hole_columns(&case.network());
        let beside = structural_hole_columns(&both.network());
        for (Column { id, values: a }, Column { values: b, .. }) in alone.iter().zip(&beside) {
            let (a, b) = (a.to_vec(), b.to_vec());
            prop_assert_eq!(a.as_slice(), &b[..case.n], "{}", id);
            prop_assert_eq!(a.as_slice(), &b[case.n..], "{}", id);
        }
        let (alone, beside) = (
            gould_fernandez(&case.network(), &case.partition()),
            gould_fernandez(&both.network(), &both.partition()),
        );
        prop_assert_eq!(alone.raw.as_slice(), &beside.raw[..case.n]);
        prop_assert_eq!(alone.partial.as_slice(), &beside.partial[case.n..]);
    }

    #[test]
    fn every_community_holds_together(case in case(), seed in 0u64..50) {
        let net = case.network();
        let settings = LeidenSettings { seed, starts: 2, ..LeidenSettings::default() };
        let found = communities(&net, &settings, &Control::new()).unwrap();
        for community in 0..found.count {
            let inside: Vec<Link> = case
                .links
                .iter()
                .copied()
                .filter(|link| [link.source, link.target].iter().all(|&v| found.of[v as usize] == community))
                .collect();
            let size = found.of.iter().filter(|&&c| c == community).count();
            let only = Network::from_links(case.n, case.directed, &inside).unwrap();
            // The others are isolates here.
            prop_assert_eq!(parts(&only, None).len(), case.n - size + 1);
        }
    }
}
