//! Reading and writing for the commands, with reports on standard error.

use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::Failure;
use crate::formats::{self, Loaded, MAX_FILE_BYTES, Message, Place, Remark, Report};
use crate::i18n::{Texts, Value};

/// Reads a network of any known format and tells on standard error what was skipped or filled in.
///
/// # Errors
/// The file cannot be opened or understood: a sentence with file, place and hint.
pub fn read(path: &Path, texts: Texts) -> Result<Loaded, Failure> {
    let bytes = bytes(path, texts)?;
    let loaded = formats::read(&bytes).map_err(|error| {
        let sentence = format!("{} {}", say(&error.message(), texts), say(&error.hint(), texts));
        Failure::input(format!("{}: {sentence}", path.display()))
    })?;
    tell(path, &loaded.report, texts);
    Ok(loaded)
}

/// # Errors
/// The file cannot be opened or is too large.
pub fn bytes(path: &Path, texts: Texts) -> Result<Vec<u8>, Failure> {
    let failure = |reason: String| {
        let values = [("file", shown(path)), ("reason", reason.into())];
        Failure::input(texts.with("cli-cannot-read", &values))
    };
    let refused = |error: io::Error| failure(reason(&error, texts));
    let size = fs::metadata(path).map_err(refused)?.len();
    if size > MAX_FILE_BYTES {
        let values = [("limit", (MAX_FILE_BYTES >> 20).into())];
        return Err(failure(texts.with("cli-too-large", &values)));
    }
    fs::read(path).map_err(refused)
}

/// Writes beside the file first, so that a full disk leaves the old one whole.
///
/// # Errors
/// The folder or the disk refuses; the old file is as it was.
pub fn write(path: &Path, bytes: &[u8], texts: Texts) -> Result<(), Failure> {
    let beside = beside(path);
    let written = File::create(&beside)
        .and_then(|mut file| file.write_all(bytes).and_then(|()| file.sync_all()))
        .and_then(|()| fs::rename(&beside, path));
    written.map_err(|error| {
        // The half-written copy is of no use to anybody; that it cannot be removed changes nothing.
        let _ = fs::remove_file(&beside);
        let values = [("file", shown(path)), ("reason", reason(&error, texts).into())];
        Failure::input(texts.with("cli-cannot-write", &values))
    })
}

/// Why the system refused; its own English only for what is rare.
pub fn reason(error: &io::Error, texts: Texts) -> String {
    let key = match error.kind() {
        ErrorKind::NotFound => "cli-io-not-found",
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "cli-io-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "cli-io-full",
        ErrorKind::IsADirectory => "cli-io-folder",
        _ => return error.to_string(),
    };
    texts.t(key)
}

fn beside(path: &Path) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}

/// A path inside a text.
pub fn shown(path: &Path) -> Value {
    path.display().to_string().into()
}

/// A message of a reader in the user's language.
pub fn say(message: &Message, texts: Texts) -> String {
    message.text(texts)
}

/// Every remark of a report, and the sum when there is any.
pub fn tell(path: &Path, report: &Report, texts: Texts) {
    if report.is_clean() {
        return;
    }
    for Remark { place, message } in report.skipped.iter().chain(&report.notices) {
        let place = match place {
            Place::Whole => path.display().to_string(),
            Place::Line { line, .. } => texts.with("cli-line", &[("line", (*line).into())]),
            Place::Path(path) => path.clone(),
        };
        eprintln!("{place}: {}", say(message, texts));
    }
    let values = [
        ("read", report.read().into()),
        ("made", report.made.into()),
        ("merged", report.merged.into()),
        ("skipped", report.skipped.len().into()),
    ];
    eprintln!("{}", texts.with("cli-report", &values));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_written_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("taken");
        fs::create_dir(&target).unwrap();
        assert!(write(&target, b"x", Texts::default()).is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_missing_file_is_named_in_the_sentence() {
        let failure = bytes(Path::new("no/such.json"), Texts::default()).unwrap_err();
        assert!(failure.sentence.contains("no/such.json"), "{}", failure.sentence);
    }
}
