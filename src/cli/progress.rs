//! How far a computation of minutes is, on standard error.

use std::path::Path;
use std::time::Duration;

use super::{files, output};
use crate::analysis::Control;
use crate::i18n::Texts;
use crate::jobs;

/// After this long, and every time as long again, progress is reported.
const EVERY: Duration = Duration::from_secs(10);

/// Runs the work for a file, and reports progress now and then.
pub fn telling<T>(path: &Path, texts: Texts, work: impl FnOnce(&Control) -> T) -> T {
    let control = Control::new();
    jobs::meanwhile(EVERY, || tell(path, &control, texts), || work(&control))
}

fn tell(path: &Path, control: &Control, texts: Texts) {
    let percent = (control.progress() * 100.0) as usize;
    let values = [("file", files::shown(path)), ("percent", percent.into())];
    // Only paths are counted, and of a large network none are followed.
    let key = match control.units() {
        (_, 0) => "cli-progress",
        _ => "cli-progress-paths",
    };
    output::tell(texts.with(key, &values));
}
