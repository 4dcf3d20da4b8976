//! How a long computation learns that it is cancelled, and reports its progress.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

/// Cancel flag and progress, shared between the one who asked and the one who computes.
#[derive(Debug, Default)]
pub struct Control {
    cancelled: AtomicBool,
    done: AtomicU64,
    total: AtomicU64,
    /// Part of the total that was planned and not announced yet.
    planned: AtomicU64,
}

/// The computation was cancelled; there is no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cancelled;

impl Control {
    pub fn new() -> Self {
        Self::default()
    }

    pub fn cancel(&self) {
        self.cancelled.store(true, Ordering::Relaxed);
    }

    pub fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// To be called once per source (not per step): cheap, but not free.
    ///
    /// # Errors
    /// [`Cancelled`] when somebody called [`Control::cancel`].
    pub fn check(&self) -> Result<(), Cancelled> {
        if self.is_cancelled() {
            Err(Cancelled)
        } else {
            Ok(())
        }
    }

    /// Announces all the work of a run whose parts announce their own with [`Control::expect`]: so that its
    /// progress does not fall back when the next part begins.
    pub fn plan(&self, units: u64) {
        self.planned.fetch_add(units, Ordering::Relaxed);
        self.total.fetch_add(units, Ordering::Relaxed);
    }

    /// Announces work, in units the caller chooses (usually sources): first out of the planned total, then on top of it.
    pub fn expect(&self, units: u64) {
        let take = |planned: u64| Some(planned.saturating_sub(units));
        let before = self
            .planned
            .fetch_update(Ordering::Relaxed, Ordering::Relaxed, take);
        let taken = before.unwrap_or(0).min(units);
        self.total.fetch_add(units - taken, Ordering::Relaxed);
    }

    /// Planned work that turned out not to be needed counts as done.
    pub fn settle(&self) {
        let left = self.planned.swap(0, Ordering::Relaxed);
        self.advance(left);
    }

    /// Units done, and announced in all.
    pub fn units(&self) -> (u64, u64) {
        (
            self.done.load(Ordering::Relaxed),
            self.total.load(Ordering::Relaxed),
        )
    }

    pub fn advance(&self, units: u64) {
        self.done.fetch_add(units, Ordering::Relaxed);
    }

    /// Share done, 0 to 1; 0 until work is announced.
    pub fn progress(&self) -> f32 {
        let total = self.total.load(Ordering::Relaxed);
        if total == 0 {
            return 0.0;
        }
        (self.done.load(Ordering::Relaxed) as f32 / total as f32).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_planned_is_not_announced_twice() {
        let control = Control::new();
        control.plan(10);
        control.expect(4);
        control.advance(4);
        assert_eq!(control.units(), (4, 10));
        control.expect(8);
        assert_eq!(control.units(), (4, 12), "two more than planned");
        control.advance(8);
        assert_eq!(control.progress(), 1.0);
    }

    #[test]
    fn what_was_planned_and_not_needed_counts_as_done() {
        let control = Control::new();
        control.plan(10);
        control.expect(4);
        control.advance(4);
        control.settle();
        control.settle();
        assert_eq!(control.units(), (10, 10));
    }
}
