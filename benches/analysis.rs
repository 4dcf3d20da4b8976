//! The engine's goals: 200/1,000 within a frame, the register while people wait, the large ones against
//! other software (see `against_peers.py`).
//!
//! With `-- --write FOLDER` it writes the networks instead, and with `-- --times THREADS` it prints one line
//! of JSON per network with its time and processor time, for `against_peers.py`.

use criterion::{BenchmarkId, Criterion};
use netwerkopstelling::analysis::generate::{self, GeneratedWeights};
use netwerkopstelling::analysis::live::{live, live_after};
use netwerkopstelling::analysis::paths::{self, PathRequest, Sources};
use netwerkopstelling::analysis::run::{self, Request};
use netwerkopstelling::analysis::snapshot::Snapshot;
use netwerkopstelling::analysis::spanners::Dimension;
use netwerkopstelling::analysis::whatif::{self, change};
use netwerkopstelling::analysis::{
    Control, Link, Network, Partition, centrality::core, centrality::pagerank, cohesion,
};
use std::fmt::Write as _;
use std::hint::black_box;
use std::path::Path;
use std::time::Instant;

// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const LARGE: [(usize, usize); 2] = [(2_000, 10_000), (10_000, 50_000)];

fn large(n: usize, m: usize) -> Network {
    generate::network(n, m, false, GeneratedWeights::Digits, 1)
}

fn betweenness(network: &Network, weighted: bool) {
    let request = PathRequest {
        weighted,
        relations: false,
        ..PathRequest::default()
    };
    black_box(paths::run(network, &request, &Control::new()).expect("not cancelled"));
}

/// What the app analyses: five dimensions with groups, and in a register the tables.
fn everything_shown() -> [(&'static str, Snapshot); 2] {
    let register = generate::register(411, 600, 3_551, 1);
    [
        ("200/1000", generate::snapshot(large(200, 1_000), 200, 1)),
        ("1011/3551", generate::snapshot(register, 411, 1)),
    ]
}

/// What follows the pointer: the network without one actor, in all of its dimensions.
fn without_an_actor(snapshot: &Snapshot) {
    const ACTOR: usize = 17;
    let network = change::without_actor(&snapshot.network, ACTOR as u32);
    let rest = |partition: &Partition| {
        let others = (0..partition.len()).filter(|v| *v != ACTOR);
        let of: Vec<Vec<u32>> = others.map(|v| partition.of(v).to_vec()).collect();
        Partition::multiple(partition.groups.clone(), &of)
    };
    let partitions: Vec<Partition> = snapshot
        .dimensions
        .iter()
        .map(|one| rest(&one.partition))
        .collect();
    let dimensions = snapshot.dimensions.iter().zip(&partitions);
    let request = Request {
        network: &network,
        dimensions: dimensions
            .map(|(one, partition)| Dimension {
                id: &one.id,
                partition,
            })
            .collect(),
        is_table: None,
        wanted: whatif::wanted("betweenness"),
        sources: Sources::Exact,
    };
    black_box(run::run(&request, &Control::new()).expect("not cancelled"));
}

/// The same with another weight of one relation.
fn with_other_weight(snapshot: &Snapshot) -> Snapshot {
    let pairs = snapshot.network.pairs.iter().enumerate();
    let links: Vec<Link> = pairs
        .map(|(at, pair)| Link {
            source: pair.source,
            target: pair.target,
            weight: if at == 5 { 4.5 } else { pair.weight },
        })
        .collect();
    Snapshot {
        network: Network::from_links(snapshot.network.n, false, &links).expect("the same pairs"),
        ..snapshot.clone()
    }
}

fn benchmarks(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("everything shown");
    for (name, snapshot) in everything_shown() {
        group.bench_function(name, |b| b.iter(|| live(snapshot.clone(), &Control::new())));
    }
    group.finish();
    let mut group = criterion.benchmark_group("what-if");
    for (name, snapshot) in everything_shown() {
        group.bench_function(name, |b| b.iter(|| without_an_actor(&snapshot)));
    }
    let [(_, snapshot), _] = everything_shown();
    let before = live(snapshot.clone(), &Control::new()).expect("not cancelled");
    let dragged = with_other_weight(&snapshot);
    group.bench_function("200/1000, a weight dragged", |b| {
        b.iter(|| live_after(Some(&before), dragged.clone(), &Control::new()));
    });
    group.finish();
    let mut group = criterion.benchmark_group("exact betweenness");
    group.sample_size(10);
    for (n, m) in LARGE {
        let network = large(n, m);
        for weighted in [false, true] {
            let id = BenchmarkId::new(if weighted { "weighted" } else { "unweighted" }, n);
            group.bench_function(id, |b| b.iter(|| betweenness(&network, weighted)));
        }
    }
    group.finish();
    let mut group = criterion.benchmark_group("linear, 100000/500000");
    group.sample_size(10);
    let network = large(100_000, 500_000);
    group.bench_function("core numbers", |b| b.iter(|| core::core_numbers(&network)));
    group.bench_function("cut points", |b| b.iter(|| cohesion::cuts::cuts(&network)));
    group.bench_function("clustering", |b| {
        b.iter(|| cohesion::clustering::clustering(&network));
    });
    group.bench_function("pagerank", |b| b.iter(|| pagerank::pagerank(&network, true)));
    group.finish();
}

/// One file per network: number of actors, then source, target and weight of every pair.
fn write(folder: &Path) {
    for (n, m) in LARGE {
        let mut text = format!("{n}\n");
        for pair in &large(n, m).pairs {
            writeln!(text, "{} {} {}", pair.source, pair.target, pair.weight).expect("a string grows");
        }
        std::fs::write(folder.join(format!("{n}-{m}.txt")), text).expect("the folder can be written");
    }
}

/// Nanoseconds of processor time of all threads; 0 where the system does not tell.
fn processor_nanos() -> u64 {
    let Ok(tasks) = std::fs::read_dir("/proc/self/task") else {
        return 0;
    };
    let nanos = |text: String| text.split(' ').next().and_then(|first| first.parse::<u64>().ok());
    tasks
        .flatten()
        .filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok())
        .filter_map(nanos)
        .sum()
}

/// One round over one network on `threads` threads, as JSON.
fn times(n: usize, m: usize, threads: usize) {
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(threads)
        .build()
        .expect("threads");
    let network = large(n, m);
    for weighted in [false, true] {
        let (start, busy) = (Instant::now(), processor_nanos());
        pool.install(|| betweenness(&network, weighted));
        let secs = start.elapsed().as_secs_f64();
        let cpu_secs = processor_nanos().saturating_sub(busy) as f64 / 1e9;
        println!(
            "{{\"n\": {n}, \"weighted\": {weighted}, \"threads\": {threads}, \"secs\": {secs}, \"cpu_secs\": {cpu_secs}}}"
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let after = |name: &str| {
        let at = arguments.iter().position(|own| own == name)?;
        arguments.get(at + 1)
    };
    if let Some(folder) = after("--write") {
        write(Path::new(folder));
    } else if let Some(threads) = after("--times") {
        for (n, m) in LARGE {
            times(n, m, threads.parse().expect("a number of threads"));
        }
    } else {
        let mut criterion = Criterion::default().configure_from_args();
        benchmarks(&mut criterion);
        criterion.final_summary();
    }
}
