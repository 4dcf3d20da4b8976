//! Work that its caller waits for, with something done now and then in the meantime.

use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

/// Does the work on this thread, and calls `tell` on another one: after the first of the two times, and then every so
/// often.
pub fn meanwhile<T>([first, every]: [Duration; 2], tell: impl Fn() + Send, work: impl FnOnce() -> T) -> T {
    let (ended, end) = channel::<()>();
    thread::scope(|scope| {
        scope.spawn(move || {
            let mut pause = first;
            while end.recv_timeout(pause) == Err(RecvTimeoutError::Timeout) {
                tell();
                pause = every;
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

    const HOUR: Duration = Duration::from_secs(3600);
    const SOON: Duration = Duration::from_millis(1);

    #[test]
    fn who_waits_long_is_told_again_and_again_and_who_does_not_is_not_told() {
        let told = AtomicU32::new(0);
        let tell = || {
            told.fetch_add(1, Ordering::Relaxed);
        };
        let until = |times| {
            while told.load(Ordering::Relaxed) < times {
                thread::yield_now();
            }
        };
        assert_eq!(meanwhile([HOUR, SOON], tell, || 3), 3);
        assert_eq!(told.load(Ordering::Relaxed), 0);
        meanwhile([SOON, SOON], tell, || until(2));
        told.store(0, Ordering::Relaxed);
        meanwhile([SOON, HOUR], tell, || until(1));
        assert_eq!(told.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn work_that_panics_does_not_wait_for_who_tells() {
        let result = std::panic::catch_unwind(|| meanwhile([HOUR, HOUR], || {}, || panic!("as asked")));
        assert!(result.is_err());
    }
}
