//! What figures take in memory, counted in allocated bytes: the same on every machine.
//!
//! Other tests in the same process would be counted too, so this one starts itself anew, alone.

use std::process::Command;

use netwerkopstelling::analysis::generate::{self, GeneratedWeights};
use netwerkopstelling::analysis::live::live;
use netwerkopstelling::analysis::snapshot::{NamedPartition, Snapshot};
use netwerkopstelling::analysis::spanners::mediation_test;
use netwerkopstelling::analysis::{Control, Partition};
use peak_alloc::PeakAlloc;

#[global_allocator]
pub static COUNTER: PeakAlloc = PeakAlloc;

const ACTORS: usize = 1000;
const RELATIONS: usize = 5 * ACTORS;

/// Bytes, beside what the network itself takes.
#[derive(Debug)]
struct Counted {
    /// By all figures in five dimensions, once they are there.
    held: usize,
    /// At most, while they were computed.
    figures_peak: usize,
    /// At most, while figures were computed where every actor is a group of its own.
    own_groups_peak: usize,
    /// The same with so few relations that pairs of groups hang on single actors.
    own_groups_sparse_peak: usize,
    /// At most, while mediation was tested in 499 shuffled networks.
    mediation_peak: usize,
}

/// Runs `work` and gives what it returned, with the bytes that were added while it ran: at its end, and at most.
pub fn counted<T>(work: impl FnOnce() -> T) -> (T, usize, usize) {
    let before = COUNTER.current_usage();
    COUNTER.reset_peak_usage();
    let made = work();
    let added = |now: usize| now.saturating_sub(before);
    let (end, peak) = (COUNTER.current_usage(), COUNTER.peak_usage());
    (made, added(end), added(peak))
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn alone() {
    let network = generate::network(ACTORS, RELATIONS, false, GeneratedWeights::Real, 1);
    let snapshot = generate::snapshot(network, ACTORS, 1);
    // The room at work depends on how many work.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let control = Control::new();
    let (found, held, figures_peak) = pool.install(|| counted(|| live(snapshot, &control).unwrap()));
    let network = &found.snapshot.network;
    let sector = &found.snapshot.dimensions[0].partition;
    let (_, _, mediation_peak) =
        pool.install(|| counted(|| mediation_test(network, sector, 499, 1, &control).unwrap()));
    let [own_groups_peak, own_groups_sparse_peak] = [RELATIONS, ACTORS].map(|relations| {
        let snapshot = every_actor_a_group(relations);
        pool.install(|| counted(|| live(snapshot, &control).unwrap())).2
    });
    println!("counted {held} {figures_peak} {own_groups_peak} {own_groups_sparse_peak} {mediation_peak}");
}

fn every_actor_a_group(relations: usize) -> Snapshot {
    let network = generate::network(ACTORS, relations, false, GeneratedWeights::Digits, 1);
    let names = (0..ACTORS).map(|group| group.to_string()).collect();
    let own: Vec<Option<u32>> = (0..ACTORS as u32).map(Some).collect();
    let partition = Partition::single(names, &own);
    let id = "region".to_owned();
    Snapshot::of_network(
        network,
        vec![false; ACTORS],
        vec![NamedPartition { id, partition }],
    )
}

/// Starts the test of this name in a process of its own, and returns what it counted.
pub fn numbers_of(test: &str) -> Vec<usize> {
    let program = std::env::current_exe().unwrap();
    let run = Command::new(program)
        .args(["--exact", test, "--ignored", "--nocapture"])
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let line = printed
        .lines()
        .find_map(|line| line.split_once("counted "))
        .map(|(_, rest)| rest);
    let numbers = line.unwrap_or_else(|| panic!("nothing was counted: {printed}"));
    numbers
        .split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

fn count() -> Counted {
    let numbers = numbers_of("memory::alone");
    let &[
        held,
        figures_peak,
        own_groups_peak,
        own_groups_sparse_peak,
        mediation_peak,
    ] = numbers.as_slice()
    else {
        panic!("five numbers: {numbers:?}");
    };
    Counted {
        held,
        figures_peak,
        own_groups_peak,
        own_groups_sparse_peak,
        mediation_peak,
    }
}

#[test]
fn figures_and_their_certainty_stay_within_their_room() {
    let found = count();
    // 183 columns of eight bytes per actor, those of relations, and what candidates rest on. With an undefined
    // figure beside every figure, or each column a second time, it would be twice that.
    assert!(found.held < 2_900 * ACTORS, "{found:?}");
    assert!(found.figures_peak < 5_500 * ACTORS, "{found:?}");
    // A table of every group with every other would be 80,000 bytes per actor here, and grow with the actors.
    assert!(found.own_groups_peak < 5_500 * ACTORS, "{found:?}");
    // Two lists of the pairs of groups that a path joins were 24,000.
    assert!(found.own_groups_sparse_peak < 5_500 * ACTORS, "{found:?}");
    // Every shuffled network at once would be 4,000 bytes per actor.
    assert!(found.mediation_peak < 3_200 * ACTORS, "{found:?}");
}
