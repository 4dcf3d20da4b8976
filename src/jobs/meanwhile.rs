//! Work that its caller waits for, with something done now and then in the meantime.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Does the work on this thread, and calls `tell` on another one every so often.
pub fn meanwhile<T>(every: Duration, tell: impl Fn() + Send, work: impl FnOnce() -> T) -> T {
    let (ended, end) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            while end.recv_timeout(every) == Err(RecvTimeoutError::Timeout) {
                tell();
            }
        });
        // Gone with this room, also when the work panics: then nobody waits for ever.
        let _ended = ended;
        work()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn who_waits_long_is_told_more_than_once_and_who_does_not_is_not_told() {
        let calls = AtomicU32::new(0);
        let tell = || {
            calls.fetch_add(1, Ordering::Relaxed);
        };
        assert_eq!(meanwhile(Duration::from_secs(3600), tell, || 3), 3);
        assert_eq!(calls.load(Ordering::Relaxed), 0);
        meanwhile(Duration::from_millis(1), tell, || {
            while calls.load(Ordering::Relaxed) < 2 {
                thread::yield_now();
            }
        });
    }

    #[test]
    fn work_that_panics_does_not_wait_for_who_tells() {
        let result =
            std::panic::catch_unwind(|| meanwhile(Duration::from_secs(3600), || {}, || panic!("as asked")));
        assert!(result.is_err());
    }
}
