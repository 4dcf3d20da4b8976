//! Work on other threads: dialogs, reading, writing, looking for work to recover.

use std::sync::Arc;

use egui::ColorImage;

use super::dispatch::{Arrival, Known, Pending};
use super::files::{ExportOutcome, FileError, NotMade, Opened, SaveOutcome, SavedMoment};
use super::journal::{DiskJournal, LeftWork, Recovered, Trouble};
use crate::analysis::Control;
use crate::analysis::comparison::{CompareError, Differences};
use crate::desk::PathPurpose;
use crate::edit::operations::Fragment;
use crate::jobs::{Once, Outcome};
use crate::scene::PictureFault;
use crate::store::{Location, PathChoice};

/// One piece of work, with what is to be done when it ends.
pub enum Work {
    Choose {
        purpose: PathPurpose,
        then: Option<Pending>,
        job: Once<PathChoice>,
    },
    Open {
        /// The board when the file was asked for.
        asked: Known,
        job: Once<Result<WithJournal, FileError>>,
    },
    /// A board that is made here: of a sample, or as a projection. Or why it cannot be.
    Make {
        asked: Known,
        job: Once<Result<Arrival, String>>,
    },
    Save {
        moment: SavedMoment,
        then: Option<Pending>,
        job: Once<Result<SaveOutcome, FileError>>,
    },
    Export {
        purpose: PathPurpose,
        path: Location,
        control: Arc<Control>,
        job: Once<Result<ExportOutcome, FileError>>,
    },
    /// A picture that is shown to be printed.
    Print {
        control: Arc<Control>,
        job: Once<Result<Printed, NotPrinted>>,
    },
    /// A picture for the clipboard: it is there then, or the window toolkit puts it.
    CopyPicture {
        control: Arc<Control>,
        job: Once<Result<Option<ColorImage>, NotMade>>,
    },
    Compare {
        path: Location,
        job: Once<Result<Differences, NotCompared>>,
    },
    FindOrphans {
        job: Once<LeftWork>,
    },
    /// Whether one of the journals is let go that a program held when they were looked at.
    AwaitJournals {
        job: Once<bool>,
    },
    /// Text for the clipboard, and the key of what the user is told then.
    Copy {
        told: Option<&'static str>,
        job: Once<CopiedText>,
    },
    /// What was pasted, with its text; for the document that was on the board then.
    Paste {
        document: u64,
        job: Once<(Option<Fragment>, String)>,
    },
    Recover {
        asked: Known,
        job: Once<Result<Recovered, FileError>>,
    },
    Picture {
        path: Location,
        job: Once<Result<crate::model::Picture, String>>,
    },
    /// The picture under the board, decoded to see whether it can be.
    LookAtPicture {
        bytes: Arc<[u8]>,
        job: Once<Option<PictureFault>>,
    },
}

/// Text for the clipboard.
pub struct CopiedText {
    pub text: String,
    /// The part of the board that it is, where that is under codes.
    pub coded: Option<Fragment>,
}

/// A print that was made.
pub struct Printed {
    pub file: Location,
    /// Whether a program shows it.
    pub is_shown: bool,
}

/// Why there is no print.
pub enum NotPrinted {
    Made(NotMade),
    File(FileError),
}

/// A file that was read, with the journal that was begun for it, or why there is none.
pub type WithJournal = (Opened, Result<DiskJournal, Trouble>);

/// Why a file could not be compared with the board.
pub enum NotCompared {
    File(FileError),
    Network(CompareError),
}

/// What a piece of work ended in.
pub enum Ended {
    Chosen(PathPurpose, Option<Pending>, PathChoice),
    Opened(Known, Box<Result<WithJournal, FileError>>),
    Made(Known, Box<Result<Arrival, String>>),
    Saved {
        moment: SavedMoment,
        then: Option<Pending>,
        outcome: Box<Result<SaveOutcome, FileError>>,
    },
    Exported(PathPurpose, Location, Result<ExportOutcome, FileError>),
    Printed(Result<Printed, NotPrinted>),
    CopiedPicture(Result<Option<ColorImage>, NotMade>),
    Compared(Location, Box<Result<Differences, NotCompared>>),
    Orphans(LeftWork),
    LetGo(bool),
    Copied(Option<&'static str>, CopiedText),
    Pasted(u64, Box<(Option<Fragment>, String)>),
    Recovered(Known, Box<Result<Recovered, FileError>>),
    Picture(Location, Result<crate::model::Picture, String>),
    LookedAtPicture(Arc<[u8]>, Option<PictureFault>),
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
            Self::Open { asked, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |opened| Ended::Opened(asked, Box::new(opened)))),
                None => Err(Self::Open { asked, job }),
            },
            Self::Make { asked, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |made| Ended::Made(asked, Box::new(made)))),
                None => Err(Self::Make { asked, job }),
            },
            Self::Save { moment, then, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |outcome| Ended::Saved {
                    moment,
                    then,
                    outcome: Box::new(outcome),
                })),
                None => Err(Self::Save { moment, then, job }),
            },
            Self::Export {
                purpose,
                path,
                control,
                job,
            } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |result| Ended::Exported(purpose, path, result))),
                None => Err(Self::Export {
                    purpose,
                    path,
                    control,
                    job,
                }),
            },
            Self::Print { control, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, Ended::Printed)),
                None => Err(Self::Print { control, job }),
            },
            Self::CopyPicture { control, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, Ended::CopiedPicture)),
                None => Err(Self::CopyPicture { control, job }),
            },
            Self::Compare { path, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |result| Ended::Compared(path, Box::new(result)))),
                None => Err(Self::Compare { path, job }),
            },
            Self::FindOrphans { job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, Ended::Orphans)),
                None => Err(Self::FindOrphans { job }),
            },
            Self::AwaitJournals { job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, Ended::LetGo)),
                None => Err(Self::AwaitJournals { job }),
            },
            Self::Copy { told, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |text| Ended::Copied(told, text))),
                None => Err(Self::Copy { told, job }),
            },
            Self::Paste { document, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |read| Ended::Pasted(document, Box::new(read)))),
                None => Err(Self::Paste { document, job }),
            },
            Self::Recover { asked, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |recovered| {
                    Ended::Recovered(asked, Box::new(recovered))
                })),
                None => Err(Self::Recover { asked, job }),
            },
            Self::Picture { path, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |picture| Ended::Picture(path, picture))),
                None => Err(Self::Picture { path, job }),
            },
            Self::LookAtPicture { bytes, job } => match job.poll() {
                Some(outcome) => Ok(unwrap(outcome, |fault| Ended::LookedAtPicture(bytes, fault))),
                None => Err(Self::LookAtPicture { bytes, job }),
            },
        }
    }

    /// Key of what the status line says of it; nothing for what the user does not wait for.
    pub fn busy_key(&self) -> Option<&'static str> {
        match self {
            Self::Open { .. }
            | Self::Make { .. }
            | Self::Recover { .. }
            | Self::Picture { .. }
            | Self::Paste { .. } => Some("busy-opening"),
            Self::Save { .. } => Some("busy-saving"),
            Self::Compare { .. } => Some("busy-comparing"),
            Self::Choose { .. }
            | Self::FindOrphans { .. }
            | Self::AwaitJournals { .. }
            | Self::Copy { .. }
            // They have a line of their own, with how far they are.
            | Self::Export { .. }
            | Self::Print { .. }
            | Self::CopyPicture { .. }
            | Self::LookAtPicture { .. } => None,
        }
    }

    /// How far it is and how it is stopped, when it makes something to be taken along.
    pub fn taking_along(&self) -> Option<&Control> {
        match self {
            Self::Export { control, .. }
            | Self::Print { control, .. }
            | Self::CopyPicture { control, .. } => Some(control),
            _ => None,
        }
    }

    /// Ends in another document on the board.
    pub fn replaces_document(&self) -> bool {
        matches!(self, Self::Open { .. } | Self::Make { .. } | Self::Recover { .. })
    }

    pub fn is_save(&self) -> bool {
        matches!(self, Self::Save { .. })
    }

    /// Waits until what is being written is written: the program is closing.
    pub fn finish_writing(self) {
        match self {
            Self::Export { job, .. } => drop(job.wait()),
            Self::Save { job, .. } => drop(job.wait()),
            _ => {}
        }
    }

    /// A dialog is open: a second one would confuse.
    pub fn is_dialog(&self) -> bool {
        matches!(self, Self::Choose { .. })
    }
}
