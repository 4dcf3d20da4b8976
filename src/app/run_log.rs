//! What the program reports about itself: on standard error, and in a file per run that whoever looks after the
//! computer can read afterwards.
//!
//! Nothing of the user's is in it, so that it can be given to somebody else: no names, words or files. What is said with
//! `log::` is held to that, a panic leaves its place and no sentence that was put together, and only warnings of the
//! libraries that open the window come along. The last line of a run says that it ended; without it, it did not.

use std::fmt::{Arguments, Display};
use std::io::{self, Write};

use fern::{Dispatch, Output};
use jiff::{SignedDuration, Timestamp};
use log::LevelFilter;

use super::journal::KEPT_DAYS;
use crate::store::{self, HeldFile, Location, files_in};

/// So many runs are kept; the settings say so.
pub const MOST_RUNS: usize = 20;

/// So much is kept of one run.
pub const MOST_BYTES: usize = 128 * 1024;

/// So much is kept of one sentence.
const LONGEST: usize = 2_000;

const OURS: &str = env!("CARGO_PKG_NAME");

/// They say why a window or its drawing failed, and know nothing of what is drawn.
const OF_THE_WINDOW: [&str; 5] = ["eframe", "egui_glow", "egui_winit", "glutin", "winit"];

/// From now on what goes wrong is told, and kept in this folder where there is one. Once in the life of a program.
pub fn begin(folder: Option<&Location>, tell: fn(&Arguments<'_>)) {
    let (file, trouble) = match folder.map(|folder| keep_in(folder, store::now())) {
        Some(Ok(file)) => (Some(file), None),
        Some(Err(error)) => (None, Some(error)),
        None => (None, None),
    };
    let told = only(OURS, LevelFilter::Warn).chain(Output::call(move |record| tell(record.args())));
    let all = file
        .into_iter()
        .fold(Dispatch::new().chain(told), |all, file| all.chain(kept(file)));
    if all.apply().is_err() {
        return;
    }
    note_panics();
    let (system, processor) = (std::env::consts::OS, std::env::consts::ARCH);
    log::info!("version {} on {system}, {processor}", env!("CARGO_PKG_VERSION"));
    if let Some(error) = trouble {
        log::warn!("there is no log of this run: {error}");
    }
}

/// The run ended as it should.
pub fn end() {
    log::info!("ended");
}

fn only(name: &'static str, level: LevelFilter) -> Dispatch {
    Dispatch::new().level(LevelFilter::Off).level_for(name, level)
}

fn kept(file: HeldFile) -> Dispatch {
    let ours = only(OURS, LevelFilter::Info);
    let all = OF_THE_WINDOW
        .into_iter()
        .fold(ours, |all, name| all.level_for(name, LevelFilter::Warn));
    let file: Box<dyn Write + Send> = Box::new(Bounded::new(file, MOST_BYTES));
    all.format(|out, text, record| {
        let (at, text) = (store::now(), one_line(text));
        out.finish(format_args!(
            "{at:.0} {} {}: {text}",
            record.level(),
            record.target()
        ));
    })
    .chain(file)
}

/// Where a panic was, and what it said where that is a sentence of the program itself. What was put together may hold
/// what is on the board.
fn note_panics() {
    let before = std::panic::take_hook();
    std::panic::set_hook(Box::new(move |panic| {
        let place = panic.location().map(ToString::to_string).unwrap_or_default();
        let sentence = panic.payload().downcast_ref::<&'static str>();
        log::error!("panic at {place}: {}", sentence.unwrap_or(&"(not kept)"));
        before(panic);
    }));
}

/// A line break in a sentence would look like another line of the log.
fn one_line(text: &impl Display) -> String {
    let text = text.to_string();
    let shown = |one: char| if one.is_control() { ' ' } else { one };
    text.chars().take(LONGEST).map(shown).collect()
}

/// A new file for this run, in a folder that only the user can look into. Older ones make room.
///
/// # Errors
/// What the system reports.
fn keep_in(folder: &Location, now: Timestamp) -> io::Result<HeldFile> {
    store::create_private_folder(folder)?;
    tidy(folder, now);
    let name = format!("{}-{}.log", now.as_millisecond(), store::own_number());
    HeldFile::create(&folder.inside(&name))
}

/// Leaves room for one more run, and nothing that is too old.
fn tidy(folder: &Location, now: Timestamp) {
    let of_a_run = |path: Location| Some((begun_at(&path)?, path));
    let files = files_in(folder).into_iter();
    let mut runs: Vec<(Timestamp, Location)> = files.filter_map(|file| of_a_run(file.at)).collect();
    runs.sort_by(|one, other| other.cmp(one));
    let longest = SignedDuration::from_hours(24 * i64::from(KEPT_DAYS));
    for (number, (begun, path)) in runs.iter().enumerate() {
        if number + 1 >= MOST_RUNS || now.duration_since(*begun) > longest {
            // Another program may have removed it just now.
            let _ = store::remove(path);
        }
    }
}

/// When a run began, by the name of its file; `None` for what is no file of ours.
fn begun_at(path: &Location) -> Option<Timestamp> {
    let name = path.name();
    let name = name.strip_suffix(".log")?;
    let (moment, process) = name.split_once('-')?;
    process.parse::<u32>().ok()?;
    Timestamp::from_millisecond(moment.parse().ok()?).ok()
}

/// Takes so many bytes, in whole lines; of what comes after, only that it is left out. A log that cannot be written
/// is no reason to stop.
struct Bounded<W> {
    inner: W,
    room: usize,
    /// A line comes in pieces.
    line: Vec<u8>,
}

impl<W: Write> Bounded<W> {
    fn new(inner: W, room: usize) -> Self {
        let line = Vec::new();
        Self { inner, room, line }
    }

    fn end_line(&mut self) {
        if let Some(left) = self.room.checked_sub(self.line.len()) {
            self.room = left;
            let _ = self.inner.write_all(&self.line);
        } else if self.room > 0 {
            self.room = 0;
            let _ = self.inner.write_all(b"the rest of this run is left out\n");
        }
        self.line.clear();
    }
}

impl<W: Write> Write for Bounded<W> {
    fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
        self.line.extend_from_slice(piece);
        if piece.ends_with(b"\n") {
            self.end_line();
        }
        Ok(piece.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let _ = self.inner.flush();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    fn names_in(folder: &Path) -> Vec<String> {
        let files = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = files
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn only_the_last_runs_are_kept_and_none_for_longer_than_a_month() {
        let home = tempfile::tempdir().unwrap();
        let folder = Location::from(home.path()).inside("log");
        let now: Timestamp = "2026-11-29T12:00:00Z".parse().unwrap();
        let days = |days: i64| now - SignedDuration::from_hours(24 * days);
        drop(keep_in(&folder, days(31)).unwrap());
        for hours in 1..=30 {
            drop(keep_in(&folder, now - SignedDuration::from_hours(hours)).unwrap());
        }
        fs::write(folder.inside("aantekeningen.log"), "niet van ons").unwrap();
        drop(keep_in(&folder, now).unwrap());
        let names = names_in(folder.as_ref());
        assert_eq!(names.len(), MOST_RUNS + 1, "{names:?}");
        assert!(
            names.contains(&"aantekeningen.log".to_owned()),
            "not ours, so it stays"
        );
        let newest = format!("{}-{}.log", now.as_millisecond(), store::own_number());
        assert!(names.contains(&newest), "{names:?}");
        drop(keep_in(&folder, now + SignedDuration::from_hours(24 * 31)).unwrap());
        assert_eq!(
            names_in(folder.as_ref()).len(),
            2,
            "the new one, and what is not ours"
        );
    }

    #[cfg(unix)]
    #[test]
    fn nobody_else_can_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let home = tempfile::tempdir().unwrap();
        let folder = Location::from(home.path()).inside("log");
        drop(keep_in(&folder, store::now()).unwrap());
        let mode = |at: &Location| fs::metadata(at).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&files_in(&folder)[0].at), 0o600);
        assert_eq!(mode(&folder), 0o700);
    }

    #[test]
    fn a_run_that_says_too_much_is_cut_at_a_line() {
        let mut kept = Bounded::new(Vec::new(), 50);
        for number in 0..1000 {
            writeln!(kept, "line {number} of many").unwrap();
        }
        let text = String::from_utf8(kept.inner).unwrap();
        assert!(text.len() < 50 + 40, "{text}");
        assert!(text.ends_with("\nthe rest of this run is left out\n"), "{text}");
        assert_eq!(text.matches("left out").count(), 1);
    }
}
