//! What a command is at, on standard error: nobody who waits wonders whether it still runs.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use super::{files, output};
use crate::analysis::Control;
use crate::i18n::Texts;
use crate::jobs;
use crate::store::Location;

/// Somebody at a terminal who waits longer than this hears what the program is at.
const SOON: Duration = Duration::from_secs(1);
/// And again as often; where it goes to a file or to another program, from the start: a second is not worth a line there.
const EVERY: Duration = Duration::from_secs(10);

/// What takes the time, as a key of the texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Reading,
    Computing,
    Writing,
}

struct Now {
    stage: Stage,
    file: Location,
    control: Arc<Control>,
}

/// A command does one thing at a time. What was last begun, also after it ended: what comes then is of the same work.
static NOW: Mutex<Option<Now>> = Mutex::new(None);

/// Runs a command, and tells now and then what it is at.
pub fn telling<T>(texts: Texts, command: impl FnOnce() -> T) -> T {
    let first = if output::is_watched() { SOON } else { EVERY };
    jobs::meanwhile([first, EVERY], || tell(texts), command)
}

/// From now on the command is at this, with this file.
pub fn at(stage: Stage, file: &Location) -> Arc<Control> {
    let control = Arc::new(Control::new());
    let now = Now {
        stage,
        file: file.to_owned(),
        control: Arc::clone(&control),
    };
    *NOW.lock().unwrap_or_else(PoisonError::into_inner) = Some(now);
    control
}

fn tell(texts: Texts) {
    if let Some(now) = &*NOW.lock().unwrap_or_else(PoisonError::into_inner) {
        output::tell(sentence(now.stage, &now.file, &now.control, texts));
    }
}

fn sentence(stage: Stage, file: &Location, control: &Control, texts: Texts) -> String {
    let percent = (control.progress() * 100.0) as usize;
    let values = [("file", files::shown(file)), ("percent", percent.into())];
    // Only paths are counted, and of a large network none are followed.
    let key = match (stage, control.units()) {
        (Stage::Reading, _) => "cli-progress-reading",
        (Stage::Writing, _) => "cli-progress-writing",
        (Stage::Computing, (_, 0)) => "cli-progress",
        (Stage::Computing, _) => "cli-progress-paths",
    };
    texts.with(key, &values)
}
