//! One running request and one next: the newest wins, what it overtakes is cancelled.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use super::{TIMES_GIVEN, Wake, give_back, panic_text};
use crate::analysis::{Cancelled, Control};

/// A worker that is idle for this long gives back the memory of its work; see [`give_back`].
const REST: Duration = Duration::from_millis(1500);

/// How a request ended. A cancelled one has no outcome: a newer one is on its way.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome<T> {
    Done(T),
    Panicked(String),
}

struct Slots<Request, Answer> {
    next: Option<Request>,
    running: Option<Arc<Control>>,
    finished: Option<Outcome<Answer>>,
    is_closed: bool,
}

struct Shared<Request, Answer> {
    slots: Mutex<Slots<Request, Answer>>,
    changed: Condvar,
}

impl<Request, Answer> Shared<Request, Answer> {
    /// A panic while holding the lock cannot leave the slots half-changed: they are only assigned.
    fn lock(&self) -> MutexGuard<'_, Slots<Request, Answer>> {
        self.slots.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A worker thread that answers the newest request.
pub struct Latest<Request, Answer> {
    shared: Arc<Shared<Request, Answer>>,
}

impl<Request: Send + 'static, Answer: Send + 'static> Latest<Request, Answer> {
    /// Starts the worker. `work` checks its [`Control`] now and then and gives up when it is cancelled.
    pub fn new(
        name: &str,
        wake: Wake,
        mut work: impl FnMut(Request, &Control) -> Result<Answer, Cancelled> + Send + 'static,
    ) -> Self {
        let slots = Slots {
            next: None,
            running: None,
            finished: None,
            is_closed: false,
        };
        let shared = Arc::new(Shared {
            slots: Mutex::new(slots),
            changed: Condvar::new(),
        });
        let worker = Arc::clone(&shared);
        let run = move || {
            let mut has_worked = false;
            while let Some((request, control)) = worker.wait_for_request(has_worked) {
                has_worked = true;
                let outcome = match catch_unwind(AssertUnwindSafe(|| work(request, &control))) {
                    Ok(Ok(answer)) => Some(Outcome::Done(answer)),
                    Ok(Err(Cancelled)) => None,
                    Err(payload) => Some(Outcome::Panicked(panic_text(payload.as_ref()))),
                };
                worker.finish(&control, outcome);
                wake();
            }
        };
        if let Err(error) = thread::Builder::new().name(name.to_owned()).spawn(run) {
            let mut slots = shared.lock();
            slots.is_closed = true;
            slots.finished = Some(Outcome::Panicked(error.to_string()));
        }
        Self { shared }
    }

    /// Asks. What was asked before and is not yet answered is dropped or cancelled.
    pub fn request(&self, request: Request) {
        let mut slots = self.shared.lock();
        if let Some(control) = &slots.running {
            control.cancel();
        }
        slots.next = Some(request);
        self.shared.changed.notify_one();
    }

    /// Gives up what is under way, without a new request. Nothing that was asked before is answered after this,
    /// not even what had been computed already.
    pub fn cancel(&self) {
        let mut slots = self.shared.lock();
        slots.next = None;
        slots.finished = None;
        if let Some(control) = slots.running.take() {
            control.cancel();
        }
    }

    /// The newest answer since the last call.
    pub fn poll(&self) -> Option<Outcome<Answer>> {
        self.shared.lock().finished.take()
    }

    /// Share done of what is under way; `None` when idle.
    pub fn progress(&self) -> Option<f32> {
        let slots = self.shared.lock();
        match (&slots.running, &slots.next) {
            (Some(control), _) => Some(control.progress()),
            (None, Some(_)) => Some(0.0),
            (None, None) => None,
        }
    }
}

impl<Request, Answer> Shared<Request, Answer> {
    fn wait_for_request(&self, has_worked: bool) -> Option<(Request, Arc<Control>)> {
        let mut slots = self.lock();
        let mut to_give = if has_worked { TIMES_GIVEN } else { 0 };
        loop {
            if slots.is_closed {
                return None;
            }
            if let Some(request) = slots.next.take() {
                let control = Arc::new(Control::new());
                slots.running = Some(Arc::clone(&control));
                return Some((request, control));
            }
            if to_give == 0 {
                slots = self.changed.wait(slots).unwrap_or_else(PoisonError::into_inner);
                continue;
            }
            let waited = self.changed.wait_timeout(slots, REST);
            let (woken, rest) = waited.unwrap_or_else(PoisonError::into_inner);
            slots = woken;
            if rest.timed_out() {
                to_give -= 1;
                drop(slots);
                give_back();
                slots = self.lock();
            }
        }
    }

    /// Keeps the answer, unless the request was given up in the meantime.
    fn finish(&self, control: &Arc<Control>, outcome: Option<Outcome<Answer>>) {
        let mut slots = self.lock();
        if slots
            .running
            .take_if(|running| Arc::ptr_eq(running, control))
            .is_some()
            && outcome.is_some()
        {
            slots.finished = outcome;
        }
    }
}

impl<Request, Answer> Drop for Latest<Request, Answer> {
    fn drop(&mut self) {
        let mut slots = self.shared.lock();
        slots.is_closed = true;
        if let Some(control) = &slots.running {
            control.cancel();
        }
        self.shared.changed.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn the_newest_request_wins_and_the_overtaken_one_is_cancelled() {
        let (started, has_started) = mpsc::channel();
        let (woke, has_woken) = mpsc::channel();
        let woke = Mutex::new(woke);
        let wake: Wake = Arc::new(move || woke.lock().unwrap().send(()).unwrap());
        let latest = Latest::new("test", wake, move |number: u32, control: &Control| {
            started.send(number).unwrap();
            let mut is_waiting = number == 1;
            while is_waiting {
                is_waiting = control.check().map(|()| true)?;
                thread::yield_now();
            }
            Ok(number)
        });
        latest.request(1);
        assert_eq!(has_started.recv().unwrap(), 1);
        latest.request(2);
        assert_eq!(has_started.recv().unwrap(), 2);
        has_woken.recv().unwrap();
        has_woken.recv().unwrap();
        assert_eq!(latest.poll(), Some(Outcome::Done(2)));
        assert_eq!(latest.poll(), None);
    }

    #[test]
    fn what_is_given_up_is_never_answered_not_even_when_it_was_done_already() {
        let (woke, has_woken) = mpsc::channel();
        let woke = Mutex::new(woke);
        let wake: Wake = Arc::new(move || woke.lock().unwrap().send(()).unwrap());
        let (started, has_started) = mpsc::channel();
        let (go_on, may_go_on) = mpsc::channel();
        // Ignores being cancelled: it has all but ended.
        let latest = Latest::new("test", wake, move |number: u32, _: &Control| {
            started.send(number).unwrap();
            may_go_on.recv().unwrap();
            Ok(number)
        });
        let under_way = |number| {
            latest.request(number);
            assert_eq!(has_started.recv().unwrap(), number);
        };
        under_way(1);
        latest.cancel();
        go_on.send(()).unwrap();
        has_woken.recv().unwrap();
        assert_eq!((latest.poll(), latest.progress()), (None, None));

        under_way(2);
        go_on.send(()).unwrap();
        has_woken.recv().unwrap();
        latest.cancel();
        assert_eq!(latest.poll(), None);

        under_way(3);
        go_on.send(()).unwrap();
        has_woken.recv().unwrap();
        assert_eq!(latest.poll(), Some(Outcome::Done(3)));
    }

    #[test]
    fn a_panic_is_reported_and_the_next_request_still_answered() {
        let (woke, has_woken) = mpsc::channel();
        let woke = Mutex::new(woke);
        let wake: Wake = Arc::new(move || woke.lock().unwrap().send(()).unwrap());
        let latest = Latest::new("test", wake, |number: u32, _: &Control| {
            assert!(number != 1, "one is refused");
            Ok(number)
        });
        latest.request(1);
        has_woken.recv().unwrap();
        assert_eq!(
            latest.poll(),
            Some(Outcome::Panicked("one is refused".to_owned()))
        );
        latest.request(2);
        has_woken.recv().unwrap();
        assert_eq!(latest.poll(), Some(Outcome::Done(2)));
    }
}
