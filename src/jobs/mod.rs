//! The only place that starts threads: work with a request, progress, cancel, newest wins. A panic is caught
//! and reported; it never takes the board with it.

mod latest;
mod once;

pub use latest::{Latest, Outcome};
pub use once::Once;

use std::any::Any;
use std::sync::Arc;

/// Called from the worker when there is something to fetch; wakes the interface.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

/// What a panic said, for the report.
fn panic_text(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned())
        .unwrap_or_else(|| "unknown".to_owned())
}
