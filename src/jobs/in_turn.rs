//! Work handed over piece by piece and done beside, all of it and in its order.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;

use super::panic_text;

struct TurnQueue<T> {
    waiting: VecDeque<T>,
    is_busy: bool,
    is_closed: bool,
}

struct Turns<T> {
    line: Mutex<TurnQueue<T>>,
    changed: Condvar,
}

impl<T> Turns<T> {
    /// Only held to put something in or take it out, never while work is done: who hands over never waits.
    fn lock(&self) -> MutexGuard<'_, TurnQueue<T>> {
        self.line.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn next(&self) -> Option<T> {
        let mut line = self.lock();
        line.is_busy = false;
        self.changed.notify_all();
        loop {
            if let Some(piece) = line.waiting.pop_front() {
                line.is_busy = true;
                return Some(piece);
            }
            if line.is_closed {
                return None;
            }
            line = self.changed.wait(line).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// A worker thread that does everything it is handed. Dropped, it does what it was handed before, and ends.
pub struct InTurn<T> {
    shared: Arc<Turns<T>>,
}

impl<T: Send + 'static> InTurn<T> {
    /// Starts the worker.
    ///
    /// # Errors
    /// When the system has no thread left for it.
    pub fn start(name: &str, mut work: impl FnMut(T) + Send + 'static) -> std::io::Result<Self> {
        let line = TurnQueue {
            waiting: VecDeque::new(),
            is_busy: false,
            is_closed: false,
        };
        let shared = Arc::new(Turns {
            line: Mutex::new(line),
            changed: Condvar::new(),
        });
        let worker = Arc::clone(&shared);
        let run = move || {
            while let Some(piece) = worker.next() {
                if let Err(payload) = catch_unwind(AssertUnwindSafe(|| work(piece))) {
                    log::error!(
                        "work that was handed over failed: {}",
                        panic_text(payload.as_ref())
                    );
                }
            }
        };
        thread::Builder::new().name(name.to_owned()).spawn(run)?;
        Ok(Self { shared })
    }

    /// Hands it over; it is done after all that was handed over before.
    pub fn hand_over(&self, piece: T) {
        self.shared.lock().waiting.push_back(piece);
        self.shared.changed.notify_all();
    }
}

impl<T> InTurn<T> {
    /// Waits until all that was handed over is done: for who has the time, and before the program ends.
    pub fn wait(&self) {
        let line = self.shared.lock();
        let is_at_work = |line: &mut TurnQueue<T>| line.is_busy || !line.waiting.is_empty();
        let waited = self.shared.changed.wait_while(line, is_at_work);
        drop(waited.unwrap_or_else(PoisonError::into_inner));
    }
}

impl<T> Drop for InTurn<T> {
    fn drop(&mut self) {
        self.shared.lock().is_closed = true;
        self.shared.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use super::*;

    #[test]
    fn all_of_it_is_done_in_its_order_also_what_is_left_when_it_is_dropped() {
        let (done, is_done) = channel();
        let (go_on, may_go_on) = channel::<()>();
        let in_turn = InTurn::start("test", move |number: u32| {
            // An error: nobody keeps it waiting any more.
            let _ = may_go_on.recv();
            done.send(number).unwrap();
        });
        let in_turn = in_turn.unwrap();
        for number in 0..4 {
            in_turn.hand_over(number);
        }
        assert!(
            is_done.try_recv().is_err(),
            "handing over does not wait for the work"
        );
        drop(in_turn);
        drop(go_on);
        assert_eq!(is_done.into_iter().collect::<Vec<u32>>(), [0, 1, 2, 3]);
    }

    #[test]
    fn who_waits_finds_it_done_whatever_went_wrong_before() {
        let done = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&done);
        let in_turn = InTurn::start("test", move |number: u32| {
            assert!(number != 1, "one is refused");
            seen.lock().unwrap().push(number);
        });
        let in_turn = in_turn.unwrap();
        for number in 0..3 {
            in_turn.hand_over(number);
        }
        in_turn.wait();
        assert_eq!(*done.lock().unwrap(), [0, 2]);
        in_turn.wait();
    }
}
