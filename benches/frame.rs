//! Processor time of one frame of the board on the thread of the interface: run it and tessellate it, 1600 x 1000
//! points. What other programs take does not count, nor what jobs do on threads of their own.
//!
//! `still`: nothing changed. `pan`: the view moves. `zoom`: the view comes nearer, a little every frame. `rest`: the
//! frame after one of those, in which everything is drawn as it stays. `near`: as `zoom`, with a tenth of the board
//! in sight. `near-rest`: as `rest`, there. `anew`: the view jumps, so that marks are drawn and names find their places
//! in one frame. `drag`: the hand moves one piece. `build`: the scene alone is built anew.

use std::time::{Duration, Instant};

use board::Board;
use criterion::{Bencher, BenchmarkId, Criterion, criterion_group, criterion_main};
use netwerkopstelling::lens::Camera;

mod board;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What this thread has worked so far; the clock where the system does not tell.
fn worked() -> Duration {
    static START: std::sync::OnceLock<Instant> = std::sync::OnceLock::new();
    // The system adds up when a thread stops running.
    std::thread::sleep(Duration::from_micros(1));
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanos = told.and_then(|text| text.split(' ').next()?.parse().ok());
    nanos.map_or_else(|| START.get_or_init(Instant::now).elapsed(), Duration::from_nanos)
}

fn measure(bench: &mut Bencher<'_>, mut work: impl FnMut()) {
    bench.iter_custom(|times| {
        let before = worked();
        for _ in 0..times {
            work();
        }
        worked() - before
    });
}

/// Counts the frame in which the view has come to rest, and not the one before it.
fn measure_rest(bench: &mut Bencher<'_>, board: &mut Board, mut step: impl FnMut() -> Camera) {
    bench.iter_custom(|times| {
        let mut taken = Duration::ZERO;
        for _ in 0..times {
            board.session.lens.camera = step();
            board.frame();
            let before = worked();
            board.frame();
            taken += worked() - before;
        }
        taken
    });
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    group.sample_size(20);
    for actors in [50, 200, 500, 2_000, 10_000] {
        let mut board = Board::new(actors);
        let fitted = board.session.lens.camera;
        let id = |name| BenchmarkId::new(name, actors);
        let mut step = 0u32;
        let mut next = || {
            step += 1;
            step
        };
        group.bench_function(id("still"), |bench| {
            measure(bench, || {
                board.frame();
            });
        });
        group.bench_function(id("pan"), |bench| {
            measure(bench, || {
                board.session.lens.camera.centre.0 =
                    fitted.centre.0 + (next() % 40) as f32 * 3.0 / fitted.zoom;
                board.frame();
            });
        });
        for (times, moving, resting) in [(1.0, "zoom", "rest"), (3.2, "near", "near-rest")] {
            group.bench_function(id(moving), |bench| {
                measure(bench, || {
                    board.session.lens.camera = Board::zoomed(fitted, times, next());
                    board.frame();
                });
            });
            group.bench_function(id(resting), |bench| {
                measure_rest(bench, &mut board, || Board::zoomed(fitted, times, next()));
            });
        }
        group.bench_function(id("anew"), |bench| {
            measure(bench, || {
                let step = next();
                let times = if step.is_multiple_of(2) { 1.0 } else { 1.3 };
                board.session.lens.camera = Board::zoomed(fitted, times, step);
                board.frame();
            });
        });
        board.session.lens.camera = fitted;
        board.come_to_rest();
        group.bench_function(id("drag"), |bench| {
            let grip = board.grip();
            board.hand(board.button(grip, true));
            measure(bench, || {
                board.hand(Board::step_of_hand(grip, next()));
            });
            assert!(board.session.document.is_in_gesture(), "nothing was dragged");
            board.hand(board.button(grip, false));
        });
        group.bench_function(id("build"), |bench| measure(bench, || board.build()));
    }
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
