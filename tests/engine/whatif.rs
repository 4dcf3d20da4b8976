//! Without an actor, with a relation.

use crate::golden::{assert_close_above, for_each_dataset};
use netwerkopstelling::analysis::whatif::{change, leave};
use netwerkopstelling::analysis::{Control, generate, paths};

#[test]
fn what_is_lost_without_an_actor_is_as_in_the_reference() {
    for_each_dataset(|data| {
        let left = leave::leave_all(&data.network, &Control::new()).unwrap();
        let check = |key: &str, ours: Vec<Option<f64>>| {
            if let Some(figure) = data.figure(key) {
                // The reference subtracts efficiencies; we count pairs, and nothing lost is exactly 0.
                assert_close_above(&figure, &ours, 1e-14);
            }
        };
        check("node.leave_eff_after", left.iter().map(|l| l.eff_after).collect());
        check(
            "node.leave_eff_rest_before",
            left.iter().map(|l| l.eff_rest_before).collect(),
        );
        check("node.leave_eff_loss", left.iter().map(|l| l.eff_loss).collect());
        check(
            "node.leave_pairs_lost",
            left.iter().map(|l| Some(l.pairs_lost as f64)).collect(),
        );
    });
}

#[test]
fn one_actor_is_as_among_all() {
    let network = generate::network(90, 200, true, generate::GeneratedWeights::Digits, 4);
    let all = leave::leave_all(&network, &Control::new()).unwrap();
    assert_eq!(all[17], leave::leave_one(&network, 17));
}

#[test]
fn leaving_is_the_same_as_never_having_been_there() {
    let network = generate::network(70, 160, true, generate::GeneratedWeights::Digits, 9);
    let left = leave::leave_one(&network, 33);
    let without = change::without_actor(&network, 33);
    let paths = paths::run(&without, &paths::PathRequest::default(), &Control::new()).unwrap();
    assert!((left.eff_after.unwrap() - paths.efficiency.unwrap()).abs() < 1e-12);
}

#[test]
fn a_relation_between_strangers_shortens_paths() {
    let network = generate::network(40, 60, false, generate::GeneratedWeights::Digits, 2);
    let target = (1..40).find(|&w| network.out.find(0, w).is_none()).unwrap();
    let with = change::with_relation(&network, 0, target, 1.0, false).unwrap();
    let efficiency = |network| {
        paths::run(network, &paths::PathRequest::default(), &Control::new())
            .unwrap()
            .efficiency
    };
    assert_eq!(with.m(), network.m() + 1);
    assert!(efficiency(&with) > efficiency(&network));
}
