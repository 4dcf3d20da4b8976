//! What every measure of the table must do whatever the network: on the whole report, so that a new measure
//! is held to it as well.

use netwerkopstelling::analysis::live::{live, live_after};
use netwerkopstelling::analysis::measure::{self, Unit};
use netwerkopstelling::analysis::paths::Sources;
use netwerkopstelling::analysis::run::{self, Column, NetworkFigure, Report, Request, Wanted};
use netwerkopstelling::analysis::snapshot::{NamedPartition, Snapshot};
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::{Control, Link, Network, Partition};
use proptest::prelude::*;

#[derive(Debug, Clone)]
struct Case {
    n: usize,
    directed: bool,
    links: Vec<Link>,
    groups: Vec<Vec<u32>>,
}

fn case(most: usize) -> impl Strategy<Value = Case> {
    case_of(most, weight)
}

/// With weights that differ 24 orders of magnitude: lengths of paths that round to the same.
fn far_apart(most: usize) -> impl Strategy<Value = Case> {
    case_of(
        most,
        || prop_oneof![4 => weight(), 1 => Just(1e-12), 1 => Just(1e12)],
    )
}

fn case_of<W: Strategy<Value = f64>>(most: usize, weight: fn() -> W) -> impl Strategy<Value = Case> {
    (2..most, any::<bool>(), 2usize..4).prop_flat_map(move |(n, directed, several)| {
        let end = 0..n as u32;
        let link = (end.clone(), end, weight()).prop_map(|(source, target, weight)| Link {
            source,
            target,
            weight,
        });
        let links = proptest::collection::vec(link, 0..5 * n);
        let groups = proptest::collection::vec(proptest::collection::vec(0u32..3, 0..several), n);
        (links, groups).prop_map(move |(links, groups)| Case {
            n,
            directed,
            links,
            groups,
        })
    })
}

/// Weights of which sums round: in every order differently, if one lets them.
fn weight() -> impl Strategy<Value = f64> {
    let number = 1u32..60;
    prop_oneof![
        4 => number.clone().prop_map(|number| f64::from(number) * 0.1),
        4 => number.prop_map(|number| f64::from(number) / 3.0),
        2 => (1u32..9).prop_map(f64::from),
        1 => Just(1e-3),
        1 => Just(1e3),
    ]
}

/// With another order of the actors.
fn renumbered(case: impl Strategy<Value = Case>) -> impl Strategy<Value = (Case, Vec<usize>)> {
    case.prop_flat_map(|case| {
        let order: Vec<usize> = (0..case.n).collect();
        (Just(case), Just(order).prop_shuffle())
    })
}

/// With another order of the relations.
fn reordered(most: usize) -> impl Strategy<Value = (Case, Vec<Link>)> {
    far_apart(most).prop_flat_map(|case| {
        let links = case.links.clone();
        (Just(case), Just(links).prop_shuffle())
    })
}

fn report(case: &Case) -> Report {
    let network = Network::from_links(case.n, case.directed, &case.links).unwrap();
    let names = (0..3).map(|group| group.to_string()).collect();
    let partition = Partition::multiple(names, &case.groups);
    let dimension = Dimension {
        id: "d",
        partition: &partition,
    };
    let request = Request {
        network: &network,
        dimensions: vec![dimension],
        is_table: None,
        wanted: Wanted::All,
        sources: Sources::Exact,
    };
    run::run(&request, &Control::new()).unwrap()
}

fn snapshot(case: &Case) -> Snapshot {
    let network = Network::from_links(case.n, case.directed, &case.links).unwrap();
    let names = (0..3).map(|group| group.to_string()).collect();
    let dimension = NamedPartition {
        id: "region".to_owned(),
        partition: Partition::multiple(names, &case.groups),
    };
    let is_table = (0..case.n).map(|v| v % 4 == 3).collect();
    Snapshot::of_network(network, is_table, vec![dimension])
}

/// A search or a numbering: other numbers of the actors may lead to another, equally good answer. Who is in the core
/// is among equals, too; how well it fits is the best of all divisions of so few actors.
const BY_NUMBER: [&str; 4] = ["community", "community_modularity", "component", "core_member"];

fn assert_figures(a: &[NetworkFigure], b: &[NetworkFigure]) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b).filter(|(a, _)| !BY_NUMBER.contains(&a.id)) {
        prop_assert!(a.id == b.id && a.value == b.value, "{a:?} {b:?}");
    }
    Ok(())
}

fn assert_columns(a: &[Column], b: &[Column], place: impl Fn(usize) -> usize) -> Result<(), TestCaseError> {
    prop_assert_eq!(a.len(), b.len());
    for (a, b) in a.iter().zip(b).filter(|(a, _)| !BY_NUMBER.contains(&a.id)) {
        for (at, value) in a.values.iter().enumerate() {
            let other = b.values.at(place(at));
            prop_assert!(
                a.id == b.id && value == other,
                "{} of {at}: {value:?} {other:?}",
                a.id
            );
        }
    }
    Ok(())
}

fn assert_renumbered(case: &Case, order: &[usize]) -> Result<(), TestCaseError> {
    let place = |v: usize| order[v];
    let number = |v: u32| u32::try_from(order[v as usize]).unwrap();
    let mut moved = case.clone();
    for link in &mut moved.links {
        (link.source, link.target) = (number(link.source), number(link.target));
    }
    for v in 0..case.n {
        moved.groups[place(v)] = case.groups[v].clone();
    }
    let (a, b) = (report(case), report(&moved));
    assert_figures(&a.network, &b.network)?;
    assert_columns(&a.actors, &b.actors, place)?;
    let pairs = |case: &Case| -> Vec<(u32, u32)> {
        let network = Network::from_links(case.n, case.directed, &case.links).unwrap();
        let pairs = network.pairs.iter();
        pairs.map(|pair| (pair.source, pair.target)).collect()
    };
    let (here, there) = (pairs(case), pairs(&moved));
    assert_columns(&a.relations, &b.relations, |at| {
        let (source, target) = (number(here[at].0), number(here[at].1));
        let is_it =
            |&pair: &(u32, u32)| pair == (source, target) || !case.directed && pair == (target, source);
        there.iter().position(is_it).unwrap()
    })?;
    let (a, b) = (&a.dimensions[0], &b.dimensions[0]);
    assert_figures(&a.network, &b.network)?;
    assert_columns(&a.actors, &b.actors, place)?;
    prop_assert_eq!(&a.mixing, &b.mixing);
    prop_assert_eq!(&a.group_ties, &b.group_ties);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_figure_is_a_number_in_the_range_of_its_unit(case in far_apart(14)) {
        let report = report(&case);
        let dimension = &report.dimensions[0];
        let columns = report.actors.iter().chain(&report.relations).chain(&dimension.actors);
        let columns = columns.map(|column| (column.id, column.values.to_vec()));
        let figures = report.network.iter().chain(&dimension.network);
        for (id, values) in columns.chain(figures.map(|figure| (figure.id, vec![figure.value]))) {
            let unit = measure::find(id).unwrap().unit;
            for value in values.into_iter().flatten() {
                let hair = 1e-9;
                let fits = match unit {
                    Unit::Count | Unit::Label => value >= 0.0,
                    Unit::Share => (-hair..=1.0 + hair).contains(&value),
                    Unit::SignedShare => (-1.0 - hair..=1.0 + hair).contains(&value),
                    Unit::Strength | Unit::Length | Unit::Index => value >= -hair,
                    Unit::Difference | Unit::Score => value.is_finite(),
                    Unit::Flag => value == 0.0 || value == 1.0,
                };
                prop_assert!(fits, "{id} is {value}, a {unit:?}");
            }
        }
    }

    #[test]
    fn other_numbers_for_the_actors_renumber_every_figure((case, order) in renumbered(case(12))) {
        assert_renumbered(&case, &order)?;
    }

    #[test]
    fn so_they_do_when_weights_are_far_apart((case, order) in renumbered(far_apart(12))) {
        assert_renumbered(&case, &order)?;
    }

    #[test]
    fn another_order_of_the_relations_changes_no_bit((case, links) in reordered(12)) {
        let other = Case { links, ..case.clone() };
        prop_assert_eq!(report(&case), report(&other));
    }

    #[test]
    fn weights_times_a_power_of_two_scale_lengths_and_strengths_alone(case in far_apart(12)) {
        let mut scaled = case.clone();
        scaled.links.iter_mut().for_each(|link| link.weight *= 8.0);
        let (a, b) = (report(&case), report(&scaled));
        let factor = |id: &str| match measure::find(id).unwrap().unit {
            Unit::Strength => 8.0,
            _ if id.starts_with("closeness_w") || id.starts_with("harmonic_w") || id == "efficiency_w" => 8.0,
            Unit::Length if measure::find(id).unwrap().weighted => 0.125,
            _ => 1.0,
        };
        let all = |report: &Report| {
            let dimension = &report.dimensions[0];
            let columns = report.actors.iter().chain(&report.relations).chain(&dimension.actors);
            let figures = report.network.iter().chain(&dimension.network);
            let columns = columns.map(|column| (column.id, column.values.to_vec()));
            columns.chain(figures.map(|figure| (figure.id, vec![figure.value]))).collect::<Vec<_>>()
        };
        for ((id, a), (_, b)) in all(&a).into_iter().zip(all(&b)) {
            let a: Vec<_> = a.into_iter().map(|value| value.map(|value| value * factor(id))).collect();
            prop_assert_eq!(a, b, "{}", id);
        }
    }

    #[test]
    fn after_a_change_of_weights_alone_all_figures_are_as_if_computed_anew(case in case(12), seed in 1u32..99) {
        let mut other = case.clone();
        for (at, link) in (0u32..).zip(&mut other.links) {
            link.weight = f64::from((at * 7 + seed) % 13 + 1) / 4.0;
        }
        let earlier = live(snapshot(&case), &Control::new()).unwrap();
        let anew = live(snapshot(&other), &Control::new()).unwrap();
        let after = live_after(Some(&earlier), snapshot(&other), &Control::new()).unwrap();
        prop_assert_eq!(anew, after);
    }

    #[test]
    fn turning_every_arrow_swaps_what_comes_in_and_what_goes_out(case in far_apart(12)) {
        let mut forth = case.clone();
        forth.directed = true;
        let mut back = forth.clone();
        back.links.iter_mut().for_each(|link| std::mem::swap(&mut link.source, &mut link.target));
        let (a, b) = (report(&forth), report(&back));
        for column in &a.actors {
            let mirrored = match column.id {
                // Along the arrows by definition, without a partner against them.
                "eigenvector" | "eigenvector_w" | "pagerank" | "pagerank_w" | "katz" => continue,
                id if id.starts_with("eccentricity") || BY_NUMBER.contains(&id) => continue,
                id if id.ends_with("_in") => format!("{}_out", id.trim_end_matches("_in")),
                id if id.ends_with("_out") => format!("{}_in", id.trim_end_matches("_out")),
                id => id.to_owned(),
            };
            let other = b.actor_column(&mirrored).unwrap();
            for (a, b) in column.values.iter().zip(other.iter()) {
                prop_assert!(a == b, "{}: {a:?} {b:?}", column.id);
            }
        }
        for column in &a.dimensions[0].actors {
            let mirrored = match column.id.rsplit_once('_') {
                Some((start, "gatekeeper")) => format!("{start}_representative"),
                Some((start, "representative")) => format!("{start}_gatekeeper"),
                _ => column.id.to_owned(),
            };
            let other = b.dimensions[0].column(&mirrored).unwrap();
            for (a, b) in column.values.iter().zip(other.iter()) {
                prop_assert!(a == b, "{}: {a:?} {b:?}", column.id);
            }
        }
        assert_figures(&a.dimensions[0].network, &b.dimensions[0].network)?;
        for figure in a.network.iter().filter(|figure| !BY_NUMBER.contains(&figure.id)) {
            let mirrored = match figure.id {
                "centralisation_in_degree" => "centralisation_out_degree",
                "centralisation_out_degree" => "centralisation_in_degree",
                id => id,
            };
            let other = b.network_figure(mirrored);
            prop_assert!(figure.value == other, "{}: {:?} {other:?}", figure.id, figure.value);
        }
    }

    #[test]
    fn a_second_network_beside_it_leaves_figures_of_neighbours_alone(case in far_apart(9)) {
        let mut both = case.clone();
        let n = case.n as u32;
        both.n *= 2;
        both.groups.extend(case.groups.clone());
        both.links.extend(case.links.iter().map(|link| Link {
            source: link.source + n,
            target: link.target + n,
            ..*link
        }));
        let (alone, both) = (report(&case), report(&both));
        let is_local = |id: &str| {
            let whole = ["closeness", "harmonic", "pagerank", "katz", "eigenvector", "leave_largest", "leave_eff"];
            let is_of_whole = whole.iter().any(|start| id.starts_with(start)) || id.ends_with("_norm");
            !is_of_whole && !id.starts_with("two_mode") && !BY_NUMBER.contains(&id)
                // Divided by the largest weight or scaled by the pairs of the network: the same twice.
                && id != "bridging"
        };
        for column in alone.actors.iter().filter(|column| is_local(column.id)) {
            let other = both.actor_column(column.id).unwrap();
            for (v, value) in column.values.iter().enumerate() {
                prop_assert!(value == other.at(v) && value == other.at(v + case.n), "{} of {v}: {value:?} {:?}", column.id, other.at(v));
            }
        }
        for column in &alone.dimensions[0].actors {
            let is_share_of_whole = ["passage", "passage_w", "mediation", "last_link"].contains(&column.id);
            if is_share_of_whole || column.id.starts_with("gf_z") || column.id.starts_with("gf_expected") || column.id.starts_with("zscore") {
                continue;
            }
            let other = both.dimensions[0].column(column.id).unwrap();
            for (v, value) in column.values.iter().enumerate() {
                prop_assert!(value == other.at(v), "{} of {v}: {value:?} {:?}", column.id, other.at(v));
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn the_number_of_threads_changes_no_bit_of_the_report(case in case(40)) {
        let with = |threads: usize| {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            pool.install(|| report(&case))
        };
        let one = with(1);
        prop_assert_eq!(&one, &with(2));
        prop_assert_eq!(&one, &with(5));
    }
}
