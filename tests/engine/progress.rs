//! The progress of a whole run only rises: all of its work is known before it begins.

use std::sync::atomic::{AtomicBool, Ordering};

use netwerkopstelling::analysis::paths::{Sampling, Sources};
use netwerkopstelling::analysis::run::{self, Request, Wanted};
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::{Control, Link, Network, Partition};

/// A ring with chords, every third tie stronger when `weights_differ`.
fn ring(n: u32, directed: bool, weights_differ: bool) -> Network {
    let link = |source: u32, step: u32| Link {
        source,
        target: (source + step) % n,
        weight: if weights_differ && source.is_multiple_of(3) {
            2.0
        } else {
            1.0
        },
    };
    let links: Vec<Link> = (0..n).flat_map(|v| [link(v, 1), link(v, 7)]).collect();
    Network::from_links(n as usize, directed, &links).unwrap()
}

fn groups(n: u32) -> Partition {
    let of: Vec<Option<u32>> = (0..n).map(|v| Some(v % 4)).collect();
    Partition::single((0..4).map(|group| group.to_string()).collect(), &of)
}

fn only(ids: &[&str]) -> Wanted {
    Wanted::Only(ids.iter().map(|&id| id.to_owned()).collect())
}

#[test]
fn all_units_are_announced_before_the_run_and_done_after_it() {
    let partition = groups(60);
    let sample = Sources::Sample(Sampling {
        error: 0.3,
        ..Sampling::default()
    });
    let wanted = [
        Wanted::Live,
        Wanted::Weighted,
        Wanted::All,
        only(&["density"]),
        only(&["betweenness_w"]),
        only(&["closeness", "passage_w"]),
        only(&["leave_eff_loss", "diameter"]),
    ];
    for weights_differ in [false, true] {
        let network = ring(60, true, weights_differ);
        for sources in [Sources::Exact, sample] {
            for wanted in &wanted {
                let request = Request {
                    network: &network,
                    dimensions: vec![Dimension {
                        id: "d",
                        partition: &partition,
                    }],
                    is_table: None,
                    wanted: wanted.clone(),
                    sources,
                };
                let control = Control::new();
                run::run(&request, &control).unwrap();
                let units = run::units(&request);
                assert_eq!(
                    control.units(),
                    (units, units),
                    "{wanted:?}, {sources:?}, {weights_differ}"
                );
            }
        }
    }
}

#[test]
fn who_watches_never_sees_it_go_back() {
    let network = ring(300, false, true);
    let partition = groups(300);
    let request = Request {
        network: &network,
        dimensions: vec![Dimension {
            id: "d",
            partition: &partition,
        }],
        is_table: None,
        wanted: Wanted::All,
        sources: Sources::Exact,
    };
    let (control, is_over) = (Control::new(), AtomicBool::new(false));
    let seen = std::thread::scope(|scope| {
        let watcher = scope.spawn(|| {
            let mut seen = vec![control.progress()];
            while !is_over.load(Ordering::Relaxed) {
                let now = control.progress();
                if seen.last() != Some(&now) {
                    seen.push(now);
                }
            }
            seen
        });
        run::run(&request, &control).unwrap();
        is_over.store(true, Ordering::Relaxed);
        watcher.join().unwrap()
    });
    assert!(seen.is_sorted(), "{seen:?}");
    assert_eq!(control.progress(), 1.0);
}
