//! Small work done again and again beside the interface.

use std::sync::{Arc, Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Work that comes back until this is dropped.
pub struct Every {
    is_over: Arc<(Mutex<bool>, Condvar)>,
}

impl Every {
    /// Does the work for the first time after one `period`. A piece of work under way is ended, not cut off.
    ///
    /// # Errors
    /// When the system has no thread left for it.
    pub fn start(
        name: &str,
        period: Duration,
        mut work: impl FnMut() + Send + 'static,
    ) -> std::io::Result<Self> {
        let is_over = Arc::new((Mutex::new(false), Condvar::new()));
        let seen = Arc::clone(&is_over);
        let run = move || {
            let (is_over, changed) = &*seen;
            let mut over = is_over.lock().unwrap_or_else(PoisonError::into_inner);
            while !*over {
                let waited = changed.wait_timeout_while(over, period, |over| !*over);
                over = waited.unwrap_or_else(PoisonError::into_inner).0;
                if !*over {
                    drop(over);
                    work();
                    over = is_over.lock().unwrap_or_else(PoisonError::into_inner);
                }
            }
        };
        thread::Builder::new().name(name.to_owned()).spawn(run)?;
        Ok(Self { is_over })
    }
}

impl Drop for Every {
    fn drop(&mut self) {
        let (is_over, changed) = &*self.is_over;
        *is_over.lock().unwrap_or_else(PoisonError::into_inner) = true;
        changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn it_comes_back_until_it_is_dropped() {
        let (sender, receiver) = mpsc::channel();
        let every = Every::start("test", Duration::from_millis(1), move || {
            let _ = sender.send(());
        })
        .unwrap();
        for _ in 0..3 {
            receiver.recv().unwrap();
        }
        drop(every);
        // The sender goes with the thread.
        while receiver.recv().is_ok() {}
    }
}
