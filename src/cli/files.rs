//! Reading and writing for the commands, with reports on standard error. The window reads and writes the same way.

use std::io;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::progress::{self, Stage};
use super::{Failure, output};
use crate::app::files::{self, Doing, ExportOutcome, FileError};
use crate::formats::{FORMATS, FilePlace, FormatId, ImportReport, Loaded, Message, Remark};
use crate::i18n::{Texts, Value};
use crate::model::Constellation;
use crate::scene::{MAX_PICTURE_SIDE, PictureFault, picture_fault};
use crate::store::{self, Location};
use crate::told;

/// Reads a network of any known format and tells on standard error what was skipped or filled in.
///
/// # Errors
/// The file cannot be opened or understood: a sentence with file, place and hint.
pub fn read(path: &Location, texts: Texts) -> Result<Loaded, Failure> {
    progress::at(Stage::Reading, path);
    in_use(path);
    let opened = files::open(path).map_err(|error| failure(&error, texts))?;
    tell(path, &opened.loaded.report, texts);
    Ok(opened.loaded)
}

/// Whether any file was read of which something was skipped or not drawn, for the exit code.
pub fn were_whole() -> bool {
    !HAS_SKIPPED.load(Ordering::Relaxed)
}

/// A command reads one file or two, and ends: what it skipped is said once, wherever it was read.
static HAS_SKIPPED: AtomicBool = AtomicBool::new(false);

/// What this run has read and written so far.
static IN_USE: Mutex<Vec<Location>> = Mutex::new(Vec::new());

/// Notes that this run has read or written a file; gives whether it had before.
fn in_use(path: &Location) -> bool {
    let mut files = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
    let was_used = files.iter().any(|used| used.is_same_as(path));
    files.push(path.clone());
    was_used
}

/// # Errors
/// The file is not there, is no file or is too large to be read.
pub fn check(path: &Location, texts: Texts) -> Result<(), Failure> {
    files::check(path).map_err(|error| failure(&error, texts))
}

/// # Errors
/// The file cannot be opened, is no file or has more bytes than `most`.
pub fn bytes(path: &Location, most: u64, texts: Texts) -> Result<Vec<u8>, Failure> {
    files::bytes(path, most).map_err(|error| failure(&error, texts))
}

fn failure(error: &FileError, texts: Texts) -> Failure {
    Failure::input(error.text(texts))
}

/// Whether the name of a file to write says what will be in it: it ends with one of these, or has no ending. A network of
/// ours is never the name of something else.
///
/// # Errors
/// Another ending, with those that fit.
pub fn check_ending(path: &Location, endings: &[&str], texts: Texts) -> Result<(), Failure> {
    let name = path.name().to_lowercase();
    let names: Vec<String> = endings.iter().map(|ending| format!(".{ending}")).collect();
    let refused = |key: &str| {
        let values = [("file", shown(path))];
        Err(Failure::usage(texts.listing(key, &values, ("names", &names))))
    };
    // Elsewhere `-` is standard output; here it would be a file of that name.
    if name.is_empty() || name == "-" {
        return refused("cli-no-file-name");
    }
    let ends_with = |ending: &str| name.ends_with(&format!(".{ending}"));
    // The whole of "opstelling.json", or its last part: what it is written as.
    let last = |ending: &str| ending.rsplit('.').next().is_some_and(ends_with);
    let ours = native_endings();
    let is_ours = ours.iter().any(|ending| ends_with(ending));
    let fits = if is_ours {
        endings.iter().any(|ending| ours.contains(ending))
    } else {
        endings.iter().any(|ending| last(ending))
    };
    let has_none = !name.trim_start_matches('.').contains('.');
    if fits || has_none {
        return Ok(());
    }
    refused("cli-wrong-ending")
}

/// What the names of networks of ours end with.
pub fn native_endings() -> &'static [&'static str] {
    let native = FORMATS.iter().find(|row| row.id == FormatId::Native);
    native.map_or(&[], |row| row.extensions)
}

/// Files of this run that were not there before it.
static MADE: Mutex<Vec<Location>> = Mutex::new(Vec::new());

/// Takes away the files that this run made, and says so.
pub fn take_back(texts: Texts) {
    let made = std::mem::take(&mut *MADE.lock().unwrap_or_else(PoisonError::into_inner));
    for file in made {
        if store::remove(&file).is_ok() {
            output::tell(texts.with("cli-taken-back", &[("file", shown(&file))]));
        }
    }
}

/// Keeps a name for a file that is written later, by [`write_over`].
///
/// # Errors
/// As [`write`], for all that can be seen before there is anything to write.
pub fn reserve(path: &Location, is_forced: bool, texts: Texts) -> Result<(), Failure> {
    if in_use(path) {
        return Err(same_file(path, texts));
    }
    let refused = |error| failure(&FileError::new(Doing::Save, path, error), texts);
    if store::check_replaceable(path).map_err(refused)? && !is_forced {
        return Err(exists(path, texts));
    }
    match path.absolute().folder() {
        Some(folder) if !folder.is_taken() => Err(refused(io::ErrorKind::NotFound.into())),
        _ => Ok(()),
    }
}

fn same_file(path: &Location, texts: Texts) -> Failure {
    Failure::usage(texts.with("cli-same-file", &[("file", shown(path))]))
}

fn exists(path: &Location, texts: Texts) -> Failure {
    Failure::input(texts.with("cli-exists", &[("file", shown(path))]))
}

/// Writes a file whole or not at all. One that is there is replaced only with `--force`, whatever is in it: a
/// list of names is as easily lost as a network. Of a network the version before it is kept as `.bak`.
///
/// # Errors
/// Something is there and nobody said that it may go; this run has read or written that very file; or the folder or the
/// disk refuses. What was there is as it was.
pub fn write(path: &Location, bytes: Vec<u8>, is_forced: bool, texts: Texts) -> Result<(), Failure> {
    if in_use(path) {
        return Err(same_file(path, texts));
    }
    write_over(path, bytes, is_forced, texts)
}

/// As [`write`], also over the file that was read: a network in the form of today.
///
/// # Errors
/// As [`write`], save for that.
pub fn write_over(path: &Location, bytes: Vec<u8>, is_forced: bool, texts: Texts) -> Result<(), Failure> {
    let is_new = !path.is_taken();
    match files::export(path, is_forced, || Ok(bytes.into())) {
        Ok(ExportOutcome::Done { backup_error, .. }) => {
            if is_new {
                MADE.lock()
                    .unwrap_or_else(PoisonError::into_inner)
                    .push(path.clone());
            }
            if let Some(error) = backup_error {
                output::tell(error.text(texts));
            }
            Ok(())
        }
        Ok(ExportOutcome::NotMade(_)) => unreachable!("it is made already"),
        Ok(ExportOutcome::Asks) => Err(exists(path, texts)),
        Err(error) => Err(failure(&error, texts)),
    }
}

/// Why the system refused.
pub fn reason(error: &io::Error, texts: Texts) -> String {
    told::system_refused(error).text(texts)
}

/// Says that the picture under the board cannot be drawn, when there is one and it cannot; gives whether. Counts as
/// something that was skipped.
pub fn tell_picture(constellation: &Constellation, texts: Texts) -> bool {
    let picture = constellation.board.picture.as_ref();
    let Some((picture, fault)) = picture.and_then(|one| Some((one, picture_fault(&one.bytes)?))) else {
        return false;
    };
    let key = match fault {
        PictureFault::Unreadable => "picture-in-file-unreadable",
        PictureFault::TooLarge => "picture-in-file-too-large",
    };
    let values = [
        ("name", picture.name.clone().into()),
        ("side", MAX_PICTURE_SIDE.into()),
    ];
    output::tell(format_args!("board.picture: {}", texts.with(key, &values)));
    HAS_SKIPPED.store(true, Ordering::Relaxed);
    true
}

/// A path inside a text.
pub fn shown(path: &Location) -> Value {
    path.to_string().into()
}

/// A message of a reader in the user's language.
pub fn say(message: &Message, texts: Texts) -> String {
    message.text(texts)
}

/// More remarks than these are counted.
const MAX_REMARKS: usize = 200;

/// The remarks of a report, and the sum when there are any.
pub fn tell(path: &Location, report: &ImportReport, texts: Texts) {
    if !report.skipped.is_empty() {
        HAS_SKIPPED.store(true, Ordering::Relaxed);
    }
    if report.is_clean() {
        return;
    }
    let remarks = || report.skipped.iter().chain(&report.notices);
    for Remark { place, message } in remarks().take(MAX_REMARKS) {
        let place = match place {
            FilePlace::Whole => path.to_string(),
            place => place.text(texts),
        };
        output::tell(format_args!("{place}: {}", say(message, texts)));
    }
    let more = (remarks().count() + report.more_notices).saturating_sub(MAX_REMARKS);
    if more > 0 {
        output::tell(texts.with("cli-more-remarks", &[("count", more.into())]));
    }
    let values = [
        ("read", report.read().into()),
        ("made", report.made.into()),
        ("merged", report.merged.into()),
        ("skipped", report.skipped.len().into()),
    ];
    output::tell(texts.with("cli-report", &values));
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let target = Location::from(folder.path()).inside("taken");
        fs::create_dir(&target).unwrap();
        assert!(write(&target, b"x".to_vec(), true, Texts::default()).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn no_name_and_the_sign_for_standard_output_are_refused() {
        for name in ["", "-", "map/-"] {
            let checked = check_ending(&Location::typed(name), &["svg"], Texts::default());
            let sentence = checked.expect_err(name).sentence;
            assert!(
                sentence.contains("geen naam van een bestand") && sentence.contains(".svg"),
                "{sentence}"
            );
        }
    }

    #[test]
    fn a_name_that_says_something_else_is_refused_with_the_endings_that_fit() {
        let check = |name: &str, endings: &[&str]| {
            let checked = check_ending(&Location::typed(name), endings, Texts::default());
            checked.err().map(|failure| failure.sentence)
        };
        let ours = native_endings();
        for (name, endings) in [
            ("a/bord.svg", &["svg"][..]),
            ("a.b/BORD.SVG", &["svg"]),
            ("/dev/stdout", &["svg"]),
            (".uit", &["svg"]),
            ("net.json", &["json"]),
            ("net.json", ours),
            ("net.opstelling.json", ours),
        ] {
            assert_eq!(check(name, endings), None, "{name}");
        }
        for (name, endings, fit) in [
            ("x.opstelling.json", &["svg"][..], ".svg"),
            ("x.opstelling.json", &["json"], ".json"),
            ("x.opstelling", &["csv"], ".csv"),
            ("bord.png", &["pdf"], ".pdf"),
            ("bord.svg", ours, ".opstelling.json"),
        ] {
            let said = check(name, endings).expect("refused");
            assert!(said.contains(name) && said.contains(fit), "{said}");
        }
    }

    #[test]
    fn a_missing_file_is_named_in_the_sentence() {
        let failure = bytes(&Location::typed("no/such.json"), 1, Texts::default()).unwrap_err();
        assert!(failure.sentence.contains("no/such.json"), "{}", failure.sentence);
    }
}
