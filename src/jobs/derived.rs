//! What follows from something that changes: computed beside the interface, asked for by what it is made from, the
//! newest wins. What is on show stays until something newer is there, and says whether it is out of date.

use super::{Latest, Outcome, Wake};
use crate::analysis::{Cancelled, Control};

type Compute<T> = Box<dyn FnOnce(&Control) -> Result<T, Cancelled> + Send>;

/// Something computed from what `Key` stands for; equal keys give equal answers.
pub struct Derived<Key, T> {
    job: Latest<(Key, Compute<T>), (Key, T)>,
    asked: Option<Key>,
    shown: Option<(Key, T)>,
    answers: u64,
    /// The user did not want to wait for what was asked last, or it failed.
    is_stopped: bool,
}

impl<Key: Clone + PartialEq + Send + 'static, T: Send + 'static> Derived<Key, T> {
    /// `name`: of its thread.
    pub fn new(name: &str, wake: Wake) -> Self {
        let work = |(key, compute): (Key, Compute<T>), control: &Control| Ok((key, compute(control)?));
        Self {
            job: Latest::new(name, wake, work),
            asked: None,
            shown: None,
            answers: 0,
            is_stopped: false,
        }
    }

    /// What was asked for last.
    pub fn asked(&self) -> Option<&Key> {
        self.asked.as_ref()
    }

    /// Asks; what was asked before and is not there yet is given up. All of the work is done in `compute`, on a
    /// thread beside the interface.
    pub fn ask(&mut self, key: Key, compute: impl FnOnce(&Control) -> Result<T, Cancelled> + Send + 'static) {
        self.asked = Some(key.clone());
        self.is_stopped = false;
        self.job.request((key, Box::new(compute)));
    }

    /// As [`Self::ask`], unless just that was asked last.
    pub fn ask_anew<Work>(&mut self, key: &Key, compute: impl FnOnce() -> Work)
    where
        Work: FnOnce(&Control) -> Result<T, Cancelled> + Send + 'static,
    {
        if self.asked.as_ref() != Some(key) {
            self.ask(key.clone(), compute());
        }
    }

    /// Takes in the newest answer. Returns what went wrong, if anything did.
    pub fn poll(&mut self) -> Option<String> {
        match self.job.poll()? {
            Outcome::Done(answer) => {
                self.shown = Some(answer);
                self.answers += 1;
                None
            }
            Outcome::Panicked(reason) => {
                self.is_stopped = true;
                Some(reason)
            }
        }
    }

    /// What is on show, and what it is made from.
    pub fn shown(&self) -> Option<(&Key, &T)> {
        self.shown.as_ref().map(|(key, answer)| (key, answer))
    }

    /// What is on show, when it is what was asked for last.
    pub fn current(&self) -> Option<(&Key, &T)> {
        self.shown().filter(|(key, _)| self.asked.as_ref() == Some(*key))
    }

    pub fn is_current(&self) -> bool {
        self.current().is_some()
    }

    /// What is on show goes to who asks: for an answer that is used once.
    pub fn take(&mut self) -> Option<(Key, T)> {
        self.shown.take()
    }

    /// Gives up what is under way, if anything is, so that it can be asked for again. What is on show stays.
    pub fn give_up(&mut self) {
        if self.job.progress().is_some() {
            self.job.cancel();
            self.asked = None;
        }
    }

    /// The user does not want to wait: gives up what is under way until something else is asked, or takes it up
    /// again.
    pub fn set_running(&mut self, runs: bool) {
        if runs {
            self.asked = None;
        } else if !self.is_current() {
            self.job.cancel();
            self.is_stopped = true;
        }
    }

    pub fn is_stopped(&self) -> bool {
        self.is_stopped
    }

    /// Forgets everything: the same key would stand for something else.
    pub fn clear(&mut self) {
        self.job.cancel();
        self.asked = None;
        self.shown = None;
        self.is_stopped = false;
    }

    /// Tells one answer from the next.
    pub fn answers(&self) -> u64 {
        self.answers
    }

    /// Share done of what is under way; `None` when idle.
    pub fn progress(&self) -> Option<f32> {
        self.job.progress()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::{Receiver, channel};
    use std::sync::{Arc, Mutex};

    use super::*;

    fn doubled() -> (Derived<u32, u32>, Receiver<()>) {
        let (woke, has_woken) = channel();
        let woke = Mutex::new(woke);
        let wake: Wake = Arc::new(move || {
            // Nobody listens any more when the test ends first.
            let _ = woke.lock().unwrap().send(());
        });
        (Derived::new("test", wake), has_woken)
    }

    fn twice(number: u32) -> impl FnOnce(&Control) -> Result<u32, Cancelled> + Send {
        move |_| Ok(2 * number)
    }

    #[test]
    fn the_same_is_asked_once_and_what_is_on_show_stays_until_the_next_is_there() {
        let (mut derived, has_woken) = doubled();
        derived.ask_anew(&1, || twice(1));
        has_woken.recv().unwrap();
        assert_eq!((derived.poll(), derived.current()), (None, Some((&1, &2))));
        derived.ask_anew(&1, || -> fn(&Control) -> Result<u32, Cancelled> {
            panic!("it was asked already")
        });
        derived.ask_anew(&2, || twice(2));
        assert_eq!((derived.shown(), derived.current()), (Some((&1, &2)), None));
        has_woken.recv().unwrap();
        assert_eq!((derived.poll(), derived.current()), (None, Some((&2, &4))));
        assert_eq!(derived.answers(), 2);
    }

    #[test]
    fn who_stops_it_gets_it_again_on_request_or_when_something_else_is_asked() {
        let (mut derived, has_woken) = doubled();
        let ((started, has_started), (go_on, may_go_on)) = (channel(), channel::<()>());
        derived.ask(1, move |control| {
            started.send(()).unwrap();
            // An error: nobody keeps it waiting any more.
            let _ = may_go_on.recv();
            control.check().map(|()| 2)
        });
        has_started.recv().unwrap();
        derived.set_running(false);
        drop(go_on);
        has_woken.recv().unwrap();
        derived.ask_anew(&1, || twice(1));
        assert_eq!(
            (derived.poll(), derived.is_stopped(), derived.shown()),
            (None, true, None)
        );
        derived.set_running(true);
        derived.ask_anew(&1, || twice(1));
        has_woken.recv().unwrap();
        assert_eq!((derived.poll(), derived.is_stopped()), (None, false));
        derived.set_running(false);
        assert!(!derived.is_stopped(), "there is nothing to stop");
        derived.ask_anew(&2, || twice(2));
        derived.set_running(false);
        derived.ask_anew(&3, || twice(3));
        assert!(!derived.is_stopped());
    }

    #[test]
    fn work_that_fails_is_told_and_the_next_is_answered() {
        let (mut derived, has_woken) = doubled();
        derived.ask(1, |_| panic!("one is refused"));
        has_woken.recv().unwrap();
        assert_eq!(derived.poll(), Some("one is refused".to_owned()));
        assert!(derived.is_stopped() && !derived.is_current());
        derived.ask(2, twice(2));
        has_woken.recv().unwrap();
        assert_eq!((derived.poll(), derived.take()), (None, Some((2, 4))));
        assert_eq!(derived.shown(), None);
    }
}
