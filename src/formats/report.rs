//! What became of a file: the error that stopped it, or the report that travels with the result.

use std::fmt;

use super::Message;
use crate::i18n::Texts;

/// Where in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FilePlace {
    /// The file as a whole.
    Whole,
    /// Both from 1.
    Line { line: usize, column: usize },
    /// A JSON path such as `nodes[3].weight`.
    Path(String),
}

impl FilePlace {
    /// In a language: "regel 3", or the path as it stands.
    pub fn text(&self, texts: Texts) -> String {
        match self {
            Self::Whole => texts.t("file-place-whole"),
            Self::Line { line, .. } => texts.with("file-place-line", &[("line", (*line).into())]),
            Self::Path(path) => path.clone(),
        }
    }
}

/// For the log.
impl fmt::Display for FilePlace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Whole => write!(f, "the file"),
            Self::Line { line, column } => write!(f, "line {line}, column {column}"),
            Self::Path(path) => write!(f, "{path}"),
        }
    }
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    Empty,
    TooLarge {
        mib: u64,
        limit_mib: u64,
    },
    NotUtf8,
    /// Saved as "Unicode" (UTF-16) by some editor.
    Utf16,
    /// Not JSON; `detail` is the parser's own English.
    Syntax {
        detail: String,
    },
    /// JSON that stops half-way.
    Truncated,
    /// `NaN` or `Infinity`, which Python writes but JSON does not have; or a number beyond all bounds.
    NotANumber {
        /// As it stands there.
        value: String,
    },
    TooDeep,
    /// JSON, but something is of the wrong kind or missing; `detail` is the parser's own English.
    WrongShape {
        detail: String,
    },
    /// More actors or relations than are read.
    TooMany {
        found: usize,
        limit: usize,
    },
    /// More in it than fits in the memory that a file may take.
    TooMuch,
    /// JSON without a list of nodes.
    NotANetwork,
    BadVersion,
    NewerVersion {
        found: u64,
        known: u32,
    },
}

/// Why a file could not be read, where, and what to do.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadError {
    pub place: FilePlace,
    pub kind: ErrorKind,
}

impl ReadError {
    pub fn new(place: FilePlace, kind: ErrorKind) -> Self {
        Self { place, kind }
    }

    /// What happened and where, for the user.
    pub fn message(&self) -> Message {
        let message = Message::new(match &self.kind {
            ErrorKind::Empty => "read-error-empty",
            ErrorKind::TooLarge { .. } => "read-error-too-large",
            ErrorKind::NotUtf8 => "read-error-not-utf8",
            ErrorKind::Utf16 => "read-error-utf16",
            ErrorKind::Syntax { .. } => "read-error-syntax",
            ErrorKind::Truncated => "read-error-truncated",
            ErrorKind::NotANumber { .. } => "read-error-not-a-number",
            ErrorKind::TooDeep => "read-error-too-deep",
            ErrorKind::WrongShape { .. } => match self.place {
                FilePlace::Whole => "read-error-wrong-shape",
                FilePlace::Line { .. } => "read-error-wrong-shape-line",
                FilePlace::Path(_) => "read-error-wrong-shape-path",
            },
            ErrorKind::TooMany { .. } => "read-error-too-many",
            ErrorKind::TooMuch if self.place == FilePlace::Whole => "read-error-too-much-beside",
            ErrorKind::TooMuch => "read-error-too-much",
            ErrorKind::NotANetwork => "read-error-not-a-network",
            ErrorKind::BadVersion => "read-error-bad-version",
            ErrorKind::NewerVersion { .. } => "read-error-newer-version",
        });
        let message = match &self.place {
            FilePlace::Whole => message,
            FilePlace::Line { line, column } => message.with("line", *line).with("column", *column),
            FilePlace::Path(path) => message.with("path", path.as_str()),
        };
        match &self.kind {
            ErrorKind::TooLarge { mib, limit_mib } => message.with("mib", *mib).with("limit", *limit_mib),
            ErrorKind::NewerVersion { found, known } => message.with("found", *found).with("known", *known),
            ErrorKind::NotANumber { value } => message.with("value", value.as_str()),
            ErrorKind::TooMany { found, limit } => message.with("found", *found).with("limit", *limit),
            _ => message,
        }
    }

    /// What happened, where, and what to do, in a language.
    pub fn text(&self, texts: Texts) -> String {
        format!("{} {}", self.message().text(texts), self.hint().text(texts))
    }

    /// What the user can do about it.
    pub fn hint(&self) -> Message {
        Message::new(match &self.kind {
            ErrorKind::Empty | ErrorKind::Truncated => "read-hint-backup",
            // A picture is never in a list of actors or relations.
            ErrorKind::TooMany { .. } => "read-hint-too-many",
            ErrorKind::TooMuch if self.place != FilePlace::Whole => "read-hint-too-many",
            ErrorKind::TooLarge { .. } | ErrorKind::TooMuch => "read-hint-too-large",
            ErrorKind::NotUtf8 => "read-hint-utf8",
            ErrorKind::Utf16 => "read-hint-utf16",
            ErrorKind::WrongShape { .. } if self.place == FilePlace::Whole => "read-hint-not-a-network",
            ErrorKind::Syntax { .. } | ErrorKind::WrongShape { .. } => "read-hint-repair",
            ErrorKind::NotANumber { .. } => "read-hint-not-a-number",
            ErrorKind::TooDeep => "read-hint-too-deep",
            ErrorKind::NotANetwork => "read-hint-not-a-network",
            ErrorKind::BadVersion => "read-hint-bad-version",
            ErrorKind::NewerVersion { .. } => "read-hint-newer-version",
        })
    }
}

impl fmt::Display for ReadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: ", self.place)?;
        match &self.kind {
            ErrorKind::Empty => write!(f, "there is nothing in it; is there a .bak beside it?"),
            ErrorKind::TooLarge { mib, limit_mib } => {
                write!(f, "it is {mib} MiB, and more than {limit_mib} MiB is not read")
            }
            ErrorKind::NotUtf8 => write!(f, "this is not UTF-8 text; save it as UTF-8"),
            ErrorKind::Utf16 => write!(f, "this is UTF-16 text; save it as UTF-8"),
            ErrorKind::Syntax { detail } => write!(f, "this is not JSON ({detail})"),
            ErrorKind::Truncated => write!(f, "it stops half-way; is there a .bak beside it?"),
            ErrorKind::NotANumber { .. } => {
                write!(
                    f,
                    "NaN, infinite or far too large; JSON has no such number: use null"
                )
            }
            ErrorKind::TooDeep => write!(f, "the JSON is nested too deeply to be a network"),
            ErrorKind::WrongShape { detail } => write!(f, "the JSON does not fit ({detail})"),
            ErrorKind::TooMany { found, limit } => {
                write!(f, "{found} of them, and more than {limit} are not read")
            }
            ErrorKind::TooMuch => write!(f, "more than fits in the memory that a file may take"),
            ErrorKind::NotANetwork => {
                write!(
                    f,
                    "no network in it: expected a list 'nodes' with 'edges' or 'links'"
                )
            }
            ErrorKind::BadVersion => write!(f, "'version' must be a whole number from 1"),
            ErrorKind::NewerVersion { found, known } => write!(
                f,
                "made by a newer program (file version {found}, this program knows {known}); update it"
            ),
        }
    }
}

impl std::error::Error for ReadError {}

/// Something to know about one place of a file that was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Remark {
    pub place: FilePlace,
    pub message: Message,
}

impl Remark {
    /// Place and message in a language.
    pub fn text(&self, texts: Texts) -> String {
        match &self.place {
            FilePlace::Whole => self.message.text(texts),
            place => format!("{}: {}", place.text(texts), self.message.text(texts)),
        }
    }
}

/// What became of everything in a file: `read() == made + merged + skipped`.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Actors, relations and notes that are in the constellation.
    pub made: usize,
    /// Those that became part of another one.
    pub merged: usize,
    /// Those that are not in the constellation, and why.
    pub skipped: Vec<Remark>,
    /// What was filled in, renamed or left out of something that was made: the first [`MAX_NOTICES`].
    pub notices: Vec<Remark>,
    /// Notices beyond those.
    pub more_notices: usize,
    /// Some notice is about more than an addition.
    is_lossy: bool,
}

/// More notices than these are counted and not kept.
pub const MAX_NOTICES: usize = 1_000;

impl ImportReport {
    /// Actors, relations and notes in the file.
    pub fn read(&self) -> usize {
        self.made + self.merged + self.skipped.len()
    }

    /// Whether everything in the file is in the constellation exactly as it was.
    pub fn is_clean(&self) -> bool {
        self.merged == 0 && self.skipped.is_empty() && self.notices.is_empty()
    }

    /// Whether nothing of the file is lost or changed: at most something was added that it left unsaid.
    pub fn is_lossless(&self) -> bool {
        self.merged == 0 && self.skipped.is_empty() && !self.is_lossy
    }

    pub(super) fn skip(&mut self, path: String, message: Message) {
        self.skipped.push(Remark {
            place: FilePlace::Path(path),
            message,
        });
    }

    pub(super) fn notice(&mut self, path: impl Into<String>, message: Message) {
        self.remark(Remark {
            place: FilePlace::Path(path.into()),
            message,
        });
    }

    pub(super) fn remark(&mut self, remark: Remark) {
        const ADDITIONS: [&str; 4] = [
            "read-notice-new-word",
            "read-notice-scaled",
            "read-notice-node-id",
            "read-notice-without-key",
        ];
        self.is_lossy |= !ADDITIONS.contains(&remark.message.key.as_ref());
        if self.notices.len() < MAX_NOTICES {
            self.notices.push(remark);
        } else {
            self.more_notices += 1;
        }
    }
}
