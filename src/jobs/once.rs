//! One piece of work beside the interface: a file dialog, reading or writing a file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::Duration;

use super::{Outcome, Wake, panic_text};

/// Work under way, to be polled.
pub struct Once<T> {
    receiver: Receiver<Outcome<T>>,
}

impl<T: Send + 'static> Once<T> {
    /// Starts the work on a thread of its own.
    pub fn start(name: &str, wake: Wake, work: impl FnOnce() -> T + Send + 'static) -> Self {
        let (sender, receiver) = channel();
        let on_failure = sender.clone();
        let run = move || {
            let outcome = match catch_unwind(AssertUnwindSafe(work)) {
                Ok(answer) => Outcome::Done(answer),
                Err(payload) => Outcome::Panicked(panic_text(payload.as_ref())),
            };
            // Nobody listens any more when the program is closing.
            let _ = sender.send(outcome);
            wake();
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(run) {
            let _ = on_failure.send(Outcome::Panicked(error.to_string()));
        }
        Self { receiver }
    }

    /// The answer, once.
    pub fn poll(&self) -> Option<Outcome<T>> {
        self.receiver.try_recv().ok()
    }

    /// Waits for the answer: for a last save while the program closes, when there is no frame to stall.
    pub fn wait(self) -> Option<Outcome<T>> {
        self.receiver.recv().ok()
    }
}

impl Once<bool> {
    /// Asks whether it is so, after every period and so many times at most. The answer is the last one.
    pub fn until(
        name: &str,
        wake: Wake,
        (period, times): (Duration, u32),
        mut is_so: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        let ask = move || {
            (0..times).any(|_| {
                thread::sleep(period);
                is_so()
            })
        };
        Self::start(name, wake, ask)
    }
}
