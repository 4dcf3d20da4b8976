//! Why the system refused to read or write, in words of the user's language. The system's own words are English
//! and for the log.

use std::io::{self, ErrorKind};

use crate::i18n::Message;

/// As part of a sentence: "de schijf is vol".
pub fn system_refused(error: &io::Error) -> Message {
    Message::new(key_of(error))
}

/// As sentences of its own, with what to do.
pub fn system_refused_and_what_to_do(error: &io::Error) -> Message {
    Message::new(format!("{}.sentence", key_of(error)))
}

fn key_of(error: &io::Error) -> &'static str {
    let number = error.raw_os_error();
    let by_number = number.and_then(if cfg!(windows) { of_windows } else { without_a_kind });
    by_number.unwrap_or_else(|| of_kind(error.kind()))
}

/// What the standard library has no kind for.
fn without_a_kind(number: i32) -> Option<&'static str> {
    match number {
        // EIO, ENXIO, ENODEV, ENOMEDIUM, EREMOTEIO
        5 | 6 | 19 | 121 | 123 if cfg!(unix) => Some("system-trouble"),
        // ELOOP
        40 if cfg!(target_os = "linux") => Some("system-circle"),
        62 if cfg!(target_os = "macos") => Some("system-circle"),
        // ENFILE, EMFILE
        23 | 24 if cfg!(unix) => Some("system-too-many-open"),
        _ => None,
    }
}

/// The numbers of Windows that the standard library has no kind for, or another than what is the matter.
fn of_windows(number: i32) -> Option<&'static str> {
    match number {
        // TOO_MANY_OPEN_FILES
        4 => Some("system-too-many-open"),
        // NOT_READY, CRC, SEEK, SECTOR_NOT_FOUND, WRITE_FAULT, READ_FAULT, GEN_FAILURE, IO_DEVICE, DISK_OPERATION_FAILED
        21 | 23 | 25 | 27 | 29 | 30 | 31 | 1117 | 1127 => Some("system-trouble"),
        // WRITE_PROTECT
        19 => Some("system-read-only"),
        // SHARING_VIOLATION, LOCK_VIOLATION, DRIVE_LOCKED, USER_MAPPED_FILE
        32 | 33 | 108 | 1224 => Some("system-busy"),
        // HANDLE_DISK_FULL, DISK_FULL, DISK_QUOTA_EXCEEDED
        39 | 112 | 1295 => Some("system-full"),
        // REM_NOT_LIST, BAD_NETPATH, NETWORK_BUSY, DEV_NOT_EXIST, UNEXP_NET_ERR, NETNAME_DELETED, BAD_NET_NAME, SEM_TIMEOUT,
        // NO_NET_OR_BAD_PATH, NETWORK_UNREACHABLE, HOST_UNREACHABLE, CONNECTION_UNAVAIL
        51 | 53 | 54 | 55 | 59 | 64 | 67 | 121 | 1203 | 1231 | 1232 | 1201 => Some("system-network"),
        // NETWORK_ACCESS_DENIED, LOGON_FAILURE
        65 | 1326 => Some("system-denied"),
        // INVALID_NAME, BAD_PATHNAME, FILENAME_EXCED_RANGE
        123 | 161 | 206 => Some("system-name"),
        // CANT_RESOLVE_FILENAME
        1921 => Some("system-circle"),
        _ => None,
    }
}

fn of_kind(kind: ErrorKind) -> &'static str {
    match kind {
        ErrorKind::NotFound => "system-not-found",
        ErrorKind::PermissionDenied => "system-denied",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::WriteZero => "system-full",
        ErrorKind::FileTooLarge => "system-too-large",
        ErrorKind::ReadOnlyFilesystem => "system-read-only",
        ErrorKind::IsADirectory => "system-folder",
        ErrorKind::NotADirectory => "system-no-folder",
        ErrorKind::AlreadyExists | ErrorKind::DirectoryNotEmpty => "system-exists",
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput | ErrorKind::ArgumentListTooLong => {
            "system-name"
        }
        ErrorKind::ResourceBusy
        | ErrorKind::ExecutableFileBusy
        | ErrorKind::WouldBlock
        | ErrorKind::Deadlock => "system-busy",
        ErrorKind::ConnectionRefused
        | ErrorKind::ConnectionReset
        | ErrorKind::ConnectionAborted
        | ErrorKind::NotConnected
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::NetworkDown
        | ErrorKind::AddrInUse
        | ErrorKind::AddrNotAvailable
        | ErrorKind::StaleNetworkFileHandle
        | ErrorKind::TimedOut => "system-network",
        ErrorKind::Unsupported
        | ErrorKind::NotSeekable
        | ErrorKind::CrossesDevices
        | ErrorKind::TooManyLinks => "system-unsupported",
        ErrorKind::InvalidData => "system-damaged",
        ErrorKind::UnexpectedEof | ErrorKind::Interrupted | ErrorKind::BrokenPipe => "system-broken-off",
        ErrorKind::OutOfMemory => "system-memory",
        _ => "system-unknown",
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    const KINDS: [ErrorKind; 39] = [
        ErrorKind::NotFound,
        ErrorKind::PermissionDenied,
        ErrorKind::ConnectionRefused,
        ErrorKind::ConnectionReset,
        ErrorKind::HostUnreachable,
        ErrorKind::NetworkUnreachable,
        ErrorKind::ConnectionAborted,
        ErrorKind::NotConnected,
        ErrorKind::AddrInUse,
        ErrorKind::AddrNotAvailable,
        ErrorKind::NetworkDown,
        ErrorKind::BrokenPipe,
        ErrorKind::AlreadyExists,
        ErrorKind::WouldBlock,
        ErrorKind::NotADirectory,
        ErrorKind::IsADirectory,
        ErrorKind::DirectoryNotEmpty,
        ErrorKind::ReadOnlyFilesystem,
        ErrorKind::StaleNetworkFileHandle,
        ErrorKind::InvalidInput,
        ErrorKind::InvalidData,
        ErrorKind::TimedOut,
        ErrorKind::WriteZero,
        ErrorKind::StorageFull,
        ErrorKind::NotSeekable,
        ErrorKind::QuotaExceeded,
        ErrorKind::FileTooLarge,
        ErrorKind::ResourceBusy,
        ErrorKind::ExecutableFileBusy,
        ErrorKind::Deadlock,
        ErrorKind::CrossesDevices,
        ErrorKind::TooManyLinks,
        ErrorKind::InvalidFilename,
        ErrorKind::ArgumentListTooLong,
        ErrorKind::Interrupted,
        ErrorKind::Unsupported,
        ErrorKind::UnexpectedEof,
        ErrorKind::OutOfMemory,
        ErrorKind::Other,
    ];

    /// Every kind there is, every number of the system, and what a library says in its own words.
    fn all_errors() -> Vec<io::Error> {
        let kinds = KINDS.into_iter().map(io::Error::from);
        let own_words = KINDS.map(|kind| io::Error::new(kind, "something of a library"));
        let numbers = (1..=140).map(io::Error::from_raw_os_error);
        kinds.chain(own_words).chain(numbers).collect()
    }

    fn words(text: &str) -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphabetic());
        let words = words.filter(|word| word.len() > 3).map(str::to_lowercase);
        words.collect()
    }

    #[test]
    fn no_refusal_of_the_system_shows_its_own_words() {
        let [dutch, english] = [Language::Nl, Language::En].map(Texts::new);
        for error in all_errors() {
            for message in [system_refused(&error), system_refused_and_what_to_do(&error)] {
                let said = [dutch, english].map(|texts| message.text(texts));
                assert!(!said.contains(&message.key.to_string()), "no text: {message:?}");
                for text in &said {
                    assert!(!text.contains(&error.to_string()), "{error}: {text}");
                }
                let theirs = words(&error.to_string());
                let both: Vec<_> = words(&said[0]).intersection(&theirs).cloned().collect();
                assert!(both.is_empty(), "{error}: {both:?} in {}", said[0]);
                let both: Vec<_> = words(&said[0]).intersection(&words(&said[1])).cloned().collect();
                assert!(both.is_empty(), "{error}: {both:?} in both languages");
            }
        }
    }

    #[test]
    fn common_refusals_say_what_happened_and_what_to_do() {
        let said = |kind: ErrorKind, language| {
            system_refused_and_what_to_do(&kind.into()).text(Texts::new(language))
        };
        assert_eq!(
            said(ErrorKind::StorageFull, Language::Nl),
            "De schijf is vol. Maak ruimte of kies een andere plaats."
        );
        assert_eq!(
            said(ErrorKind::ResourceBusy, Language::En),
            "Another program is using it. Close it there and try again."
        );
        #[cfg(unix)]
        assert_eq!(
            system_refused(&io::Error::from_raw_os_error(5)).text(Texts::new(Language::Nl)),
            "de schijf zelf geeft een fout"
        );
    }
    #[test]
    fn what_windows_reports_of_shares_and_of_files_in_use_is_told_as_that() {
        for (number, key) in [
            (32, "system-busy"),
            (53, "system-network"),
            (64, "system-network"),
            (112, "system-full"),
            (123, "system-name"),
            (19, "system-read-only"),
        ] {
            assert_eq!(of_windows(number), Some(key), "{number}");
        }
        let texts = [Language::Nl, Language::En].map(Texts::new);
        for number in 1..2000 {
            let Some(key) = of_windows(number) else { continue };
            for texts in texts {
                let sentence = texts.t(&format!("{key}.sentence"));
                assert!(!sentence.contains(key), "{number}: {sentence}");
            }
        }
        assert_eq!(of_windows(2), None, "the standard library knows it");
    }
}
