//! Figures about groups, as other software gives them, on every dataset and partition.

use crate::brokerage::{check, for_each_partition, suffix};
use crate::golden::{assert_close_above, for_each_dataset, note};
use netwerkopstelling::analysis::groups::{
    LeidenSettings, assortativity, communities, external_internal, mixing, modularity, modularity_directed,
    same_share, same_share_expected,
};
use netwerkopstelling::analysis::known::group_sizes;
use netwerkopstelling::analysis::{Control, Weighing};

#[test]
pub fn external_internal_index_is_that_of_counting() {
    let mut compared = 0;
    for_each_partition(|data, part, partition| {
        for weighing in Weighing::BOTH {
            let found = external_internal(&data.network, partition, weighing);
            let ending = suffix(weighing);
            let mut is = |id: &str, ours: &[Option<f64>]| {
                compared += u32::from(check(data, &format!("{part}.{id}"), ours));
            };
            is(&format!("ei{ending}"), &[found.ei]);
            is(&format!("internal{ending}"), &[Some(found.internal)]);
            is(&format!("external{ending}"), &[Some(found.external)]);
            is(&format!("node_ei{ending}"), &found.actors);
            if weighing == Weighing::Unweighted {
                is("ei_expected_density", &[found.expected]);
                let column = |value: &dyn Fn(usize) -> Option<f64>| -> Vec<_> {
                    (0..found.groups.len()).map(value).collect()
                };
                is(
                    "group_internal_once",
                    &column(&|g| Some(found.groups[g].internal_once)),
                );
                is("group_external", &column(&|g| Some(found.groups[g].external)));
                is("group_ei", &column(&|g| found.groups[g].ei()));
                is("group_ei_once", &column(&|g| found.groups[g].ei_once()));
            }
        }
        let sizes: Vec<_> = group_sizes(partition)
            .into_iter()
            .map(|size| Some(f64::from(size)))
            .collect();
        assert!(check(data, &format!("{part}.sizes"), &sizes));
    });
    assert!(compared >= 500, "{compared} figures");
}

#[test]
pub fn assortativity_and_modularity_are_those_of_igraph() {
    let mut compared = 0;
    for_each_partition(|data, part, partition| {
        let net = &data.network;
        let mut is = |id: String, ours: Option<f64>| {
            if let Some(figure) = data.figure(&format!("{part}.{id}")) {
                // Differences of shares of size 1.
                assert_close_above(&figure, &[ours], 1e-14);
                compared += 1;
            }
        };
        for weighing in Weighing::BOTH {
            let ending = suffix(weighing);
            is(
                format!("assortativity{ending}"),
                assortativity(net, partition, weighing),
            );
            is(
                format!("modularity{ending}"),
                modularity(net, partition, weighing, 1.0),
            );
        }
        if net.directed {
            is(
                "modularity_directed".to_owned(),
                modularity_directed(net, partition),
            );
        }
        is("same_share".to_owned(), same_share(net, partition));
        is("same_share_expected".to_owned(), same_share_expected(partition));
    });
    assert!(compared >= 200, "{compared} figures");
}

#[test]
pub fn communities_reach_the_best_modularity_other_programs_found() {
    let mut compared = 0;
    for_each_dataset(|data| {
        for weighing in Weighing::BOTH {
            let Some(best) = data.figure(&format!("graph.modularity_best{}", suffix(weighing))) else {
                continue;
            };
            let settings = LeidenSettings {
                weighing,
                ..LeidenSettings::default()
            };
            let found = communities(&data.network, &settings, &Control::new()).unwrap();
            let (ours, theirs) = (found.modularity.unwrap(), best.values[0].unwrap());
            assert!(ours >= theirs - 1e-9, "{}: {ours} below {theirs}", best.label);
            // The modularity it says it reached is that of the division it gives.
            let again = modularity(&data.network, &found.partition(), weighing, 1.0).unwrap();
            assert!((ours - again).abs() <= 1e-12, "{}: {ours} or {again}", best.label);
            note(&best);
            compared += 1;
        }
    });
    assert!(compared >= 60, "{compared} networks");
}

#[test]
fn the_mixing_matrix_adds_up_to_all_ties() {
    for_each_partition(|data, part, partition| {
        for weighing in Weighing::BOTH {
            let table = mixing(&data.network, partition, weighing);
            let sum = |values: &[f64]| -> f64 {
                let all: f64 = values.iter().sum();
                let diagonal: f64 = (0..table.groups).map(|g| values[table.at(g, g)]).sum();
                if data.network.directed {
                    all
                } else {
                    (all + diagonal) / 2.0
                }
            };
            let (ties, expected) = (sum(&table.ties), sum(&table.expected));
            assert!((ties - expected).abs() <= 1e-9 * ties, "{} {part}", data.name);
        }
    });
}
