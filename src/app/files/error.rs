//! What went wrong with a file, said with its name and what to do.

use std::fmt;
use std::io;

use crate::formats::{ErrorKind, FilePlace, Message, ReadError};
use crate::i18n::{Texts, harmless};
use crate::store::{Location, NoOrdinaryFile, ReadOnly, ReadRefusal, RefusedName};
use crate::told::system_refused_and_what_to_do;

/// What the program was doing with a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Doing {
    Open,
    Save,
    Backup,
    Recover,
    Discard,
}

impl Doing {
    fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Save => "save",
            Self::Backup => "back up",
            Self::Recover => "recover",
            Self::Discard => "put away",
        }
    }
}

#[derive(Debug)]
enum FileFault {
    NotAFile,
    Io(io::Error),
    Unreadable(ReadError),
    /// A journal without a usable beginning.
    DamagedJournal,
    /// A journal of a version of the program after this one.
    NewerJournal,
    /// A journal that another window of this program goes on with.
    InOtherWindow,
}

/// Why a file could not be opened or saved. Whatever was there before is still there. Made where it
/// failed: it looks whether there was something.
#[derive(Debug)]
pub struct FileError {
    pub doing: Doing,
    pub path: Location,
    /// There was a file of that name, and there still is.
    has_old: bool,
    reason: FileFault,
}

impl FileError {
    pub fn new(doing: Doing, path: &Location, error: io::Error) -> Self {
        // Without its name: that is often the name of who or what it is about.
        log::warn!("cannot {} a file: {error}", doing.word());
        Self::because(doing, path, FileFault::Io(error))
    }

    fn because(doing: Doing, path: &Location, reason: FileFault) -> Self {
        Self {
            doing,
            path: path.to_owned(),
            has_old: doing == Doing::Save && path.is_file(),
            reason,
        }
    }

    /// Reading at most so many bytes was refused.
    pub(crate) fn refused(path: &Location, most: u64, refusal: ReadRefusal) -> Self {
        match refusal {
            ReadRefusal::System(error) => Self::new(Doing::Open, path, error),
            ReadRefusal::NotAFile => Self::because(Doing::Open, path, FileFault::NotAFile),
            ReadRefusal::TooLarge(bytes) => {
                let kind = ErrorKind::TooLarge {
                    mib: bytes.div_ceil(1 << 20),
                    limit_mib: most >> 20,
                };
                Self::unreadable(path, ReadError::new(FilePlace::Whole, kind))
            }
        }
    }

    pub(crate) fn unreadable(path: &Location, error: ReadError) -> Self {
        Self::because(Doing::Open, path, FileFault::Unreadable(error))
    }

    pub(crate) fn damaged_journal(path: &Location) -> Self {
        Self::because(Doing::Recover, path, FileFault::DamagedJournal)
    }

    pub(crate) fn newer_journal(path: &Location) -> Self {
        Self::because(Doing::Recover, path, FileFault::NewerJournal)
    }

    /// The work of a journal is on the board of another window.
    pub(crate) fn in_other_window(doing: Doing, path: &Location) -> Self {
        Self::because(doing, path, FileFault::InOtherWindow)
    }

    /// What the reader made of it, when the file could be opened but not read.
    pub fn read_error(&self) -> Option<&ReadError> {
        match &self.reason {
            FileFault::Unreadable(error) => Some(error),
            _ => None,
        }
    }

    /// The whole story in a language: what was tried with which file, why it failed, what to do.
    pub fn text(&self, texts: Texts) -> String {
        let head = Message::new(match self.doing {
            Doing::Open => "file-error-open",
            Doing::Save if self.has_old => "file-error-save-over",
            Doing::Save => "file-error-save",
            Doing::Backup => "file-error-backup",
            Doing::Recover => "file-error-recover",
            Doing::Discard => "file-error-discard",
        });
        let head = head.with("file", self.path.to_string()).text(texts);
        let reason = match &self.reason {
            FileFault::NotAFile => texts.t("file-reason-not-a-file"),
            FileFault::DamagedJournal => texts.t("file-reason-damaged-journal"),
            FileFault::NewerJournal => texts.t("file-reason-newer-journal"),
            // Nobody knows the journal by its name, and there is nothing to do about it.
            FileFault::InOtherWindow => return texts.t("file-in-other-window"),
            FileFault::Unreadable(error) => error.text(texts),
            FileFault::Io(error) => io_reason(error).text(texts),
        };
        format!("{head} {reason}")
    }
}

/// Why it was refused, by the system or by us, and what to do.
fn io_reason(error: &io::Error) -> Message {
    match error.get_ref() {
        Some(inner) if inner.is::<NoOrdinaryFile>() => Message::new("file-reason-special"),
        Some(inner) if inner.is::<ReadOnly>() => Message::new("file-reason-read-only"),
        Some(inner) => match inner.downcast_ref::<RefusedName>() {
            Some(refused) => refused_name(*refused),
            None => system_refused_and_what_to_do(error),
        },
        None => system_refused_and_what_to_do(error),
    }
}

fn refused_name(refused: RefusedName) -> Message {
    match refused {
        RefusedName::Device => Message::new("file-reason-device-name"),
        RefusedName::Character(one) => {
            Message::new("file-reason-character").with("character", harmless(one).to_string())
        }
        RefusedName::End => Message::new("file-reason-name-end"),
    }
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "cannot {} {}: ", self.doing.word(), self.path)?;
        match &self.reason {
            FileFault::NotAFile => write!(f, "it is not a file"),
            FileFault::Io(error) => write!(f, "{error}"),
            FileFault::Unreadable(error) => write!(f, "{error}"),
            FileFault::DamagedJournal => write!(f, "its beginning is damaged"),
            FileFault::InOtherWindow => write!(f, "another window of the program goes on with it"),
            FileFault::NewerJournal => write!(f, "a newer version of the program wrote it"),
        }
    }
}

impl std::error::Error for FileError {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_name_that_windows_refuses_is_told_with_what_is_wrong_with_it() {
        let said = |refused, language| {
            let error = io::Error::new(io::ErrorKind::InvalidFilename, refused);
            let at = Location::typed("Overleg.opstelling");
            FileError::new(Doing::Save, &at, error).text(Texts::new(language))
        };
        let colon = said(RefusedName::Character(':'), Language::Nl);
        assert!(
            colon.contains("Overleg.opstelling") && colon.contains(" : "),
            "{colon}"
        );
        let all = [RefusedName::Device, RefusedName::Character('?'), RefusedName::End];
        for refused in all {
            let [dutch, english] = [Language::Nl, Language::En].map(|language| said(refused, language));
            assert!(
                dutch.contains("Windows") && english.contains("Windows"),
                "{dutch} {english}"
            );
            assert!(!dutch.contains(&refused.to_string()), "{dutch}");
        }
    }
}
