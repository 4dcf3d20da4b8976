//! No figure of the reference is passed over in silence.

use crate::golden::{self, for_each_dataset};
use crate::{brokerage, groups, report, two_mode};

/// Dataset (empty: all), part of the key, and the words by which `disagreements.md` explains it.
const NOT_COMPARED: [(&str, &str, &str); 3] = [
    ("awk_overflow_weights", "betweenness_w", "`awk_overflow_weights`"),
    ("", "assortativity_numeric", "`assortativity_numeric`"),
    ("", ".missing", "`missing`"),
];

#[test]
fn every_figure_of_every_dataset_is_compared_or_explained() {
    let compared = golden::compared(|| {
        golden::links_are_merged_and_loops_left_out_as_in_the_reference();
        report::every_column_is_the_figure_of_its_id_in_the_reference();
        groups::external_internal_index_is_that_of_counting();
        groups::assortativity_and_modularity_are_those_of_igraph();
        groups::communities_reach_the_best_modularity_other_programs_found();
        brokerage::gould_fernandez_counts_are_those_of_sna();
        brokerage::expected_brokerage_and_z_are_those_of_sna();
        brokerage::structural_holes_are_those_of_igraph_and_networkx();
        two_mode::two_mode_figures_are_those_of_networkx();
    });
    let explained = include_str!("disagreements.md");
    let mut passed_over = Vec::new();
    for_each_dataset(|data| {
        for key in data.keys() {
            let label = data.figure(key).expect("listed").label;
            let exception = NOT_COMPARED
                .iter()
                .find(|(name, part, _)| (name.is_empty() || data.name == *name) && key.contains(part));
            match exception {
                Some((_, _, words)) => assert!(explained.contains(words), "{words} is not explained"),
                None if !compared.contains(&label) => passed_over.push(label),
                None => {}
            }
        }
    });
    assert!(
        passed_over.is_empty(),
        "{} passed over: {passed_over:#?}",
        passed_over.len()
    );
    assert!(compared.len() > 4_000, "{} figures", compared.len());
}
