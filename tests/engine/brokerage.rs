//! Brokerage figures of other software, on every dataset and every partition.

use crate::golden::{Dataset, assert_close, assert_close_above, for_each_dataset, note};
use netwerkopstelling::analysis::brokerage::{
    Brokerage, Extent, Role, gould_fernandez, participation, structural_holes, triples, within_module_z,
};
use netwerkopstelling::analysis::{Partition, Weighing};

/// Compares when the reference has the figure; tells whether it had.
pub fn check(data: &Dataset, key: &str, ours: &[Option<f64>]) -> bool {
    match data.figure(key) {
        Some(figure) => {
            assert_close(&figure, ours);
            true
        }
        None => false,
    }
}

pub fn suffix(weighing: Weighing) -> &'static str {
    match weighing {
        Weighing::Unweighted => "",
        Weighing::Weighted => "_w",
    }
}

pub fn for_each_partition(mut test: impl FnMut(&Dataset, &str, &Partition)) {
    for_each_dataset(|data| {
        for (name, partition) in &data.partitions {
            test(data, &format!("part.{name}"), partition);
        }
    });
}

#[test]
pub fn gould_fernandez_counts_are_those_of_sna() {
    let mut compared = 0;
    for_each_partition(|data, part, partition| {
        let brokerage = gould_fernandez(&data.network, partition);
        for role in Role::ALL {
            let key = format!("{part}.gf_{}", role.id());
            compared += u32::from(check(data, &key, &brokerage.column(role)));
            let half: Vec<Option<f64>> = brokerage
                .raw
                .iter()
                .map(|counts| counts.map(|c| c.half().of(role)))
                .collect();
            check(data, &format!("{part}.gf_half.{}", role.id()), &half);
        }
        assert!(check(data, &format!("{part}.gf_total"), &brokerage.totals()));
    });
    assert!(compared >= 200, "{compared} columns");
}

/// Rows by role, as the reference has them.
fn rows(brokerage: &Brokerage, value: impl Fn(&Brokerage, usize, usize) -> Option<f64>) -> Vec<Option<f64>> {
    (0..6)
        .flat_map(|role| (0..brokerage.raw.len()).map(move |v| (role, v)))
        .map(|(role, v)| value(brokerage, role, v))
        .collect()
}

#[test]
pub fn expected_brokerage_and_z_are_those_of_sna() {
    let mut compared = 0;
    for_each_partition(|data, part, partition| {
        let brokerage = gould_fernandez(&data.network, partition);
        let expected = rows(&brokerage, |b, role, v| b.expected[v].map(|e| e[role]));
        // Without direction `sna` takes both orders of a pair for independent (`disagreements.md`).
        let as_in_sna = |role: usize| {
            let is_of_one_order = role == Role::Representative as usize || role == Role::Gatekeeper as usize;
            if data.network.directed || is_of_one_order {
                1.0
            } else {
                2f64.sqrt()
            }
        };
        let z = rows(&brokerage, |b, role, v| Some(b.z[v][role]? * as_in_sna(role)));
        compared += u32::from(check(data, &format!("{part}.gf_sna.expected"), &expected));
        check(data, &format!("{part}.gf_sna.z"), &z);
        let whole = &brokerage.network;
        check(data, &format!("{part}.gf_sna.graph_raw"), &whole.raw.map(Some));
        if let Some(expected) = whole.expected {
            check(
                data,
                &format!("{part}.gf_sna.graph_expected"),
                &expected.map(Some),
            );
        }
        let graph_z = format!("{part}.gf_sna.graph_z");
        if data.network.directed {
            check(data, &graph_z, &whole.z);
        } else {
            assert_eq!(whole.z, [None; 6], "{} {part}", data.name);
            data.figure(&graph_z).iter().for_each(note);
        }
    });
    assert!(compared >= 30, "{compared} partitions");
}

#[test]
fn triples_are_as_many_as_the_counts() {
    for_each_partition(|data, part, partition| {
        let brokerage = gould_fernandez(&data.network, partition);
        for v in 0..data.network.n {
            let Some(raw) = brokerage.raw[v] else { continue };
            let counts = if data.network.directed { raw } else { raw.half() };
            for role in Role::ALL {
                let listed = triples(&data.network, partition, v, role).count();
                assert_eq!(
                    listed as f64,
                    counts.of(role),
                    "{} {part} {v} {role:?}",
                    data.name
                );
            }
        }
    });
}

#[test]
pub fn structural_holes_are_those_of_igraph_and_networkx() {
    let mut compared = 0;
    for_each_dataset(|data| {
        for weighing in Weighing::BOTH {
            let holes = structural_holes(&data.network, weighing, Extent::WholeNetwork);
            for (id, column) in [
                ("constraint", &holes.constraint),
                ("effective_size", &holes.effective_size),
                ("efficiency_burt", &holes.efficiency),
                ("hierarchy", &holes.hierarchy),
            ] {
                let key = format!("node.{id}{}", suffix(weighing));
                // Hierarchy is what is left of terms of size 1 that cancel.
                if let Some(figure) = data.figure(&key) {
                    assert_close_above(&figure, column, if id == "hierarchy" { 1e-15 } else { 0.0 });
                    compared += 1;
                }
            }
        }
    });
    assert!(compared >= 280, "{compared} columns");
}

#[test]
fn participation_and_within_module_z_are_those_of_bct() {
    let mut compared = 0;
    for_each_partition(|data, part, partition| {
        for weighing in Weighing::BOTH {
            let spread = participation(&data.network, partition, weighing);
            let z = within_module_z(&data.network, partition, weighing);
            let ending = suffix(weighing);
            compared += u32::from(check(data, &format!("{part}.participation{ending}"), &spread));
            compared += u32::from(check(data, &format!("{part}.zscore{ending}"), &z));
        }
    });
    assert!(compared >= 150, "{compared} columns");
}
