//! Showing a file in the program that the user has for files like it.

use std::fmt;
use std::sync::Arc;

use super::Location;

/// The system has no program that shows such a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoViewer;

type Show = dyn Fn(&Location) -> Result<(), NoViewer> + Send + Sync;

/// What shows files: the system, or whoever takes its place.
#[derive(Clone)]
pub struct Viewer(Arc<Show>);

impl Viewer {
    /// The program that the user has for files like it. That can take seconds to say whether it does: not for the
    /// interface's own thread.
    pub fn of_system() -> Self {
        Self::new(shown_by_system)
    }

    pub fn new(show: impl Fn(&Location) -> Result<(), NoViewer> + Send + Sync + 'static) -> Self {
        Self(Arc::new(show))
    }

    /// # Errors
    /// [`NoViewer`] when nothing shows it.
    pub fn show(&self, file: &Location) -> Result<(), NoViewer> {
        (self.0)(file)
    }
}

impl fmt::Debug for Viewer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Viewer")
    }
}

/// A page shows what it made by itself.
#[cfg(target_arch = "wasm32")]
fn shown_by_system(_: &Location) -> Result<(), NoViewer> {
    Err(NoViewer)
}

#[cfg(not(target_arch = "wasm32"))]
fn shown_by_system(file: &Location) -> Result<(), NoViewer> {
    let ways = open::commands(file.path());
    let mut tried = ways.into_iter().map(native::begins);
    if tried.any(|begins| begins) {
        Ok(())
    } else {
        Err(NoViewer)
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::process::{Command, Stdio};
    use std::thread;
    use std::time::{Duration, Instant};

    /// What fails says so sooner; what still runs is the viewer itself.
    const FAILS_WITHIN: Duration = Duration::from_secs(4);
    const STEP: Duration = Duration::from_millis(50);

    /// Starts it, and waits as long as it may still turn out that there is no viewer.
    pub fn begins(mut way: Command) -> bool {
        let quiet = way
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        let Ok(mut started) = quiet.spawn() else {
            return false;
        };
        let since = Instant::now();
        loop {
            match started.try_wait() {
                Ok(Some(ended)) => return ended.success(),
                Ok(None) if since.elapsed() < FAILS_WITHIN => thread::sleep(STEP),
                Ok(None) => return true,
                Err(error) => {
                    log::warn!("the viewer cannot be waited for: {error}");
                    return true;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(unix)]
    fn a_program_that_is_not_there_or_that_fails_shows_nothing() {
        use std::process::Command;
        assert!(!native::begins(Command::new("no-such-program-anywhere")));
        assert!(!native::begins(Command::new("false")));
        assert!(native::begins(Command::new("true")));
    }
}
