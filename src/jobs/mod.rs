//! The only place that starts threads: work with a request, progress, cancel, newest wins. A panic is caught
//! and reported; it never takes the board with it.

mod derived;
mod every;
mod in_turn;
mod latest;
mod meanwhile;
mod once;

pub use derived::Derived;
pub use every::Every;
pub use in_turn::InTurn;
pub use latest::{Latest, Outcome};
pub use meanwhile::meanwhile;
pub use once::Once;

use std::any::Any;
use std::hint::black_box;
use std::sync::Arc;

/// Called from the worker when there is something to fetch; wakes the interface.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// Does large work on threads of its own, which end with it: threads that stay keep megabytes at hand for the next
/// work like it. For small work, starting them would take longer than the work.
pub fn apart<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().build() {
        Ok(pool) => pool.install(work),
        Err(error) => {
            log::warn!("no threads for large work: {error}");
            work()
        }
    }
}

/// Hands memory that is not used any more back to the system: what this thread holds free for itself, and what was
/// handed back a second ago or longer. So it is called
/// [`TIMES_GIVEN`], with more than a second between.
///
/// The allocator keeps what was freed for a second, to use it again, and after that looks at it only when something
/// large is freed. What other threads freed of a thread's memory, it finds when that thread has allocated many
/// times. A program at rest would hold all that its last work needed.
pub fn give_back() {
    /// The allocator looks through the memory of a thread once in so many allocations that are not small.
    const ALLOCATIONS: usize = 11_000;
    const NOT_SMALL: usize = 2 << 10;
    const LARGE: usize = 1 << 20;
    for _ in 0..ALLOCATIONS {
        drop(black_box(Vec::<u8>::with_capacity(NOT_SMALL)));
    }
    drop(black_box(Vec::<u8>::with_capacity(LARGE)));
}

/// How often memory is given back before all of it is.
pub const TIMES_GIVEN: u8 = 2;

/// What a panic said, for the log: a sentence of the program. One that was put together may hold what is on the board,
/// and is left out; the place of the panic is in the log too.
pub(crate) fn panic_text(payload: &(dyn Any + Send)) -> String {
    let sentence = payload.downcast_ref::<&'static str>();
    sentence.copied().unwrap_or("a panic").to_owned()
}
