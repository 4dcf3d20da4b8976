//! What is under way beside the interface: dialogs, reading, writing, looking for work to recover.

use std::io;
use std::path::PathBuf;

use super::choose::Choice;
use super::dispatch::Pending;
use super::files::{FileError, Moment, Opened, SaveOutcome};
use super::journal::{DiskJournal, Orphan, Recovered};
use crate::analysis::comparison::{CompareError, Differences};
use crate::command::PathPurpose;
use crate::jobs::{Once, Outcome};

/// One piece of work, with what is to be done when it ends.
pub enum Work {
    Choose {
        purpose: PathPurpose,
        then: Option<Pending>,
        job: Once<Choice>,
    },
    Open {
        job: Once<Result<WithJournal, FileError>>,
    },
    Save {
        moment: Moment,
        document_number: u64,
        then: Option<Pending>,
        job: Once<Result<SaveOutcome, FileError>>,
    },
    Export {
        path: PathBuf,
        job: Once<io::Result<()>>,
    },
    Compare {
        path: PathBuf,
        job: Once<Result<Differences, NotCompared>>,
    },
    FindOrphans {
        job: Once<Vec<Orphan>>,
    },
    Recover {
        job: Once<Result<Recovered, FileError>>,
    },
    Picture {
        path: PathBuf,
        job: Once<Result<crate::model::Picture, String>>,
    },
}

/// A file that was read, with the journal that was begun for it; `None` where there is no folder for one.
pub type WithJournal = (Opened, Option<io::Result<DiskJournal>>);

/// Why a file could not be laid beside the board.
pub enum NotCompared {
    File(FileError),
    Network(CompareError),
}

/// What a piece of work ended in.
pub enum Ended {
    Chosen(PathPurpose, Option<Pending>, Choice),
    Opened(Box<Result<WithJournal, FileError>>),
    Saved {
        moment: Moment,
        document_number: u64,
        then: Option<Pending>,
        outcome: Box<Result<SaveOutcome, FileError>>,
    },
    Exported(PathBuf, io::Result<()>),
    Compared(PathBuf, Box<Result<Differences, NotCompared>>),
    Orphans(Vec<Orphan>),
    Recovered(Box<Result<Recovered, FileError>>),
    Picture(PathBuf, Result<crate::model::Picture, String>),
    Panicked(String),
}

impl Work {
    /// What it ended in, or the work itself when it goes on.
    pub fn poll(self) -> Result<Ended, Self> {
        fn unwrap<T>(outcome: Outcome<T>, ended: impl FnOnce(T) -> Ended) -> Ended {
            match outcome {
                Outcome::Done(value) => ended(value),
                Outcome::Panicked(reason) => Ended::Panicked(reason),
            }
        }
        match self {
            Self::Choose { purpose, then, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |choice| Ended::Chosen(purpose, then, choice))),
                None => Err(Self::Choose { purpose, then, job }),
            },
            Self::Open { job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |opened| Ended::Opened(Box::new(opened)))),
                None => Err(Self::Open { job }),
            },
            Self::Save {
                moment,
                document_number,
                then,
                job,
            } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |outcome| Ended::Saved {
                    moment,
                    document_number,
                    then,
                    outcome: Box::new(outcome),
                })),
                None => Err(Self::Save {
                    moment,
                    document_number,
                    then,
                    job,
                }),
            },
            Self::Export { path, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |result| Ended::Exported(path, result))),
                None => Err(Self::Export { path, job }),
            },
            Self::Compare { path, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |result| Ended::Compared(path, Box::new(result)))),
                None => Err(Self::Compare { path, job }),
            },
            Self::FindOrphans { job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, Ended::Orphans)),
                None => Err(Self::FindOrphans { job }),
            },
            Self::Recover { job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |recovered| Ended::Recovered(Box::new(recovered)))),
                None => Err(Self::Recover { job }),
            },
            Self::Picture { path, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |picture| Ended::Picture(path, picture))),
                None => Err(Self::Picture { path, job }),
            },
        }
    }

    /// Key of what the status line says of it; nothing for what the user does not wait for.
    pub fn busy_key(&self) -> Option<&'static str> {
        match self {
            Self::Open { .. } | Self::Recover { .. } | Self::Picture { .. } => Some("busy-opening"),
            Self::Save { .. } | Self::Export { .. } => Some("busy-saving"),
            Self::Compare { .. } => Some("busy-comparing"),
            Self::Choose { .. } | Self::FindOrphans { .. } => None,
        }
    }

    /// A dialog is open: a second one would confuse.
    pub fn is_dialog(&self) -> bool {
        matches!(self, Self::Choose { .. })
    }
}
