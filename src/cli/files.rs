//! Reading and writing for the commands, with reports on standard error.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};

use super::progress::{self, Stage};
use super::{Failure, output};
use crate::app::files::{keep_backup, write_atomically};
use crate::formats::{self, FilePlace, ImportReport, Loaded, MAX_FILE_BYTES, Message, Remark};
use crate::i18n::{Texts, Value};
use crate::told;

/// Reads a network of any known format and tells on standard error what was skipped or filled in.
///
/// # Errors
/// The file cannot be opened or understood: a sentence with file, place and hint.
pub fn read(path: &Path, texts: Texts) -> Result<Loaded, Failure> {
    progress::at(Stage::Reading, path);
    let bytes = bytes(path, MAX_FILE_BYTES, texts)?;
    let loaded = formats::read(bytes).map_err(|error| {
        let sentence = format!("{} {}", say(&error.message(), texts), say(&error.hint(), texts));
        Failure::input(format!("{}: {sentence}", path.display()))
    })?;
    tell(path, &loaded.report, texts);
    Ok(loaded)
}

/// Whether any file was read of which something was skipped, for the exit code.
pub fn were_whole() -> bool {
    !HAS_SKIPPED.load(Ordering::Relaxed)
}

/// A command reads one file or two, and ends: what it skipped is said once, wherever it was read.
static HAS_SKIPPED: AtomicBool = AtomicBool::new(false);

/// # Errors
/// The file is not there, is no file or is too large to be read.
pub fn check(path: &Path, texts: Texts) -> Result<(), Failure> {
    size(path, MAX_FILE_BYTES, texts).map(|_| ())
}

/// # Errors
/// The file is not there, is no file or has more bytes than `most`.
fn size(path: &Path, most: u64, texts: Texts) -> Result<u64, Failure> {
    let failure = |reason| unreadable(path, reason, texts);
    let found = fs::metadata(path).map_err(|error| failure(reason(&error, texts)))?;
    if found.is_dir() {
        return Err(failure(texts.t("system-folder")));
    }
    // Asked before opening: that waits for whoever writes to a pipe, and `/dev/zero` never ends.
    if !found.is_file() {
        return Err(failure(texts.t("cli-io-device")));
    }
    if found.len() > most {
        return Err(failure(too_large(most, texts)));
    }
    Ok(found.len())
}

fn unreadable(path: &Path, reason: String, texts: Texts) -> Failure {
    let values = [("file", shown(path)), ("reason", reason.into())];
    Failure::input(texts.with("cli-cannot-read", &values))
}

fn too_large(most: u64, texts: Texts) -> String {
    texts.with("cli-too-large", &[("limit", (most >> 20).into())])
}

/// # Errors
/// The file cannot be opened, is no file or has more bytes than `most`.
pub fn bytes(path: &Path, most: u64, texts: Texts) -> Result<Vec<u8>, Failure> {
    let refused = |error: io::Error| unreadable(path, reason(&error, texts), texts);
    let mut bytes = Vec::with_capacity(size(path, most, texts)? as usize + 1);
    // A file may grow while it is read.
    let file = File::open(path).map_err(refused)?;
    file.take(most + 1).read_to_end(&mut bytes).map_err(refused)?;
    if bytes.len() as u64 > most {
        return Err(unreadable(path, too_large(most, texts), texts));
    }
    Ok(bytes)
}

/// Writes a file whole or not at all. One that is there is replaced only with `--force`, whatever is in it: a
/// list of names is as easily lost as a network. Of a network the version before it is kept as `.bak`.
///
/// # Errors
/// Something is there and nobody said that it may go; or the folder or the disk refuses. What was there is as
/// it was.
pub fn write(path: &Path, bytes: &[u8], is_forced: bool, texts: Texts) -> Result<(), Failure> {
    let failure = |reason: String| {
        let values = [("file", shown(path)), ("reason", reason.into())];
        let sentence = texts.with("cli-cannot-write", &values);
        // Where there was none, none stays.
        let has_old = path.is_file();
        Failure::input(if has_old {
            format!("{sentence} {}", texts.t("cli-old-file-stays"))
        } else {
            sentence
        })
    };
    let refused = |error: io::Error| failure(reason(&error, texts));
    let found = match fs::metadata(path) {
        Ok(found) => Some(found),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        // Links that lead to each other, or a folder that nobody may look into.
        Err(error) => return Err(refused(error)),
    };
    if let Some(found) = found {
        if found.is_dir() {
            return Err(failure(texts.t("system-folder")));
        }
        if !found.is_file() {
            return Err(failure(texts.t("cli-io-device")));
        }
        if !is_forced {
            let values = [("file", shown(path))];
            return Err(Failure::input(texts.with("cli-exists", &values)));
        }
        if found.permissions().readonly() {
            return Err(failure(texts.t("cli-io-read-only")));
        }
        if may_be_network(path) {
            keep_backup(path).map_err(refused)?;
        }
    }
    write_atomically(path, bytes).map_err(refused)
}

fn may_be_network(path: &Path) -> bool {
    File::open(path).is_ok_and(|file| formats::may_be_network(file.take(MAX_FILE_BYTES)))
}

/// Why the system refused.
pub fn reason(error: &io::Error, texts: Texts) -> String {
    told::system_refused(error).text(texts)
}

/// A path inside a text.
pub fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

/// A message of a reader in the user's language.
pub fn say(message: &Message, texts: Texts) -> String {
    message.text(texts)
}

/// More remarks than these are counted.
const MAX_REMARKS: usize = 200;

/// The remarks of a report, and the sum when there are any.
pub fn tell(path: &Path, report: &ImportReport, texts: Texts) {
    if !report.skipped.is_empty() {
        HAS_SKIPPED.store(true, Ordering::Relaxed);
    }
    if report.is_clean() {
        return;
    }
    let remarks = || report.skipped.iter().chain(&report.notices);
    for Remark { place, message } in remarks().take(MAX_REMARKS) {
        let place = match place {
            FilePlace::Whole => path.display().to_string(),
            FilePlace::Line { line, .. } => texts.with("cli-line", &[("line", (*line).into())]),
            FilePlace::Path(path) => path.clone(),
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
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("taken");
        fs::create_dir(&target).unwrap();
        assert!(write(&target, b"x", true, Texts::default()).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_file_is_named_in_the_sentence() {
        let failure = bytes(Path::new("no/such.json"), 1, Texts::default()).unwrap_err();
        assert!(failure.sentence.contains("no/such.json"), "{}", failure.sentence);
    }
}
