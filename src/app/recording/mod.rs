//! The journal of the document on the board, and the notice when there is none.

mod beginning;

use std::sync::Arc;

use super::draft::Drafts;
use super::journal::{DiskJournal, Flush, FolderProbe, Origin, Trouble, header_bytes};
use super::notices::Topic;
use super::{App, dispatch};
use crate::edit::journal::Journal;
use crate::formats::Message;
use crate::jobs::{Every, Once, Wake};
use crate::model::Constellation;
use crate::store::{FileStamp, Folders};
use crate::ui::Severity;
use beginning::Beginning;
pub use beginning::OwnOrigin;

/// The journal that is kept, or why there is none.
pub struct Recording {
    folders: Option<Folders>,
    wake: Wake,
    journal: Option<DiskJournal>,
    /// On its way.
    beginning: Option<Beginning>,
    /// Looks after the journal.
    watch: Option<Every>,
    /// Why there is no journal; `None` also before there is anything to record.
    missing: Option<Trouble>,
    /// Waits until there can be one.
    probe: Option<FolderProbe>,
    /// The notice that told the user of it.
    told: Option<u64>,
    /// Journals that are not wanted any more, on their way out.
    closing: Vec<Once<()>>,
}

impl Recording {
    pub fn new(folders: Option<Folders>, wake: Wake) -> Self {
        Self {
            folders,
            wake,
            journal: None,
            beginning: None,
            watch: None,
            missing: None,
            probe: None,
            told: None,
            closing: Vec::new(),
        }
    }

    pub fn journal(&self) -> Option<&DiskJournal> {
        self.journal.as_ref()
    }

    /// Goes on without a journal; the one there was stays for the next start to find.
    pub fn leave(&mut self) {
        self.closing.retain(|closing| closing.poll().is_none());
        self.watch = None;
        if let Some(beginning) = self.beginning.take() {
            self.closing.push(beginning.give_up());
        }
        if let Some(journal) = self.journal.take() {
            // What it has not written yet takes as long as the disk is slow.
            let leave = Once::start("journal-leave", Arc::clone(&self.wake), move || drop(journal));
            self.closing.push(leave);
        }
    }

    /// The document is closed on purpose: its journal goes, without keeping the interface waiting. Work that is in
    /// no file is kept for a while with what was thrown away.
    pub fn close(&mut self, has_unsaved: bool) {
        let journal = self.journal.take();
        self.leave();
        if let Some(journal) = journal {
            let close = move || {
                let end = if has_unsaved {
                    DiskJournal::put_away
                } else {
                    DiskJournal::close
                };
                if let Err(error) = end(journal) {
                    log::warn!("the journal could not be removed: {error}");
                }
            };
            let closing = Once::start("journal-close", Arc::clone(&self.wake), close);
            self.closing.push(closing);
        }
    }

    /// Begins a journal from this document beside the interface. Returns what records its edits until then.
    pub fn begin_beside(&mut self, base: Constellation, origin: OwnOrigin) -> Box<dyn Journal> {
        (self.watch, self.probe, self.missing) = (None, None, None);
        let beginning = Beginning::start(self.folders.clone(), self.wake.clone(), base, origin);
        let recorder = beginning.recorder();
        self.beginning = Some(beginning);
        recorder
    }

    /// The journal that was on its way, when it is there; or why there is none.
    fn begun(&mut self) -> Option<Result<DiskJournal, Trouble>> {
        let begun = self.beginning.as_ref()?.poll()?;
        self.beginning = None;
        Some(begun)
    }

    /// A journal that is on its way is there before the program ends, with all that was recorded.
    pub fn finish(&mut self) {
        if let Some(begun) = self.beginning.take().and_then(Beginning::wait) {
            self.journal = begun.ok();
        }
        if let Some(journal) = &self.journal {
            journal.settle();
        }
    }

    /// Journals that go are gone before the program ends: the next start would find them.
    pub fn finish_closing(&mut self) {
        for closing in self.closing.drain(..) {
            closing.wait();
        }
    }

    /// Whether edits are recorded, or will be as soon as their journal is there.
    fn is_recording(&self) -> bool {
        self.journal.is_some() || self.beginning.is_some()
    }

    /// Goes on with this journal, or without.
    pub fn set(&mut self, journal: Result<DiskJournal, Trouble>) {
        (self.watch, self.probe) = (None, None);
        match journal {
            Ok(journal) => {
                let watch = journal.watch(self.wake.clone());
                self.watch = watch
                    .inspect_err(|error| log::warn!("nobody looks after the journal: {error}"))
                    .ok();
                (self.journal, self.missing) = (Some(journal), None);
            }
            Err(trouble) => {
                let folders = self.folders.as_ref();
                let probe = folders
                    .map(|folders| FolderProbe::start(folders.journals(), trouble.needs, self.wake.clone()));
                self.probe = probe.and_then(Result::ok);
                (self.journal, self.missing) = (None, Some(trouble));
            }
        }
    }

    /// Why nothing is recorded; the outer `None` when that is not known at the moment.
    fn trouble(&self) -> Option<Option<Trouble>> {
        match &self.journal {
            Some(journal) => journal.trouble(),
            None if self.beginning.is_some() => None,
            None => Some(self.missing.clone()),
        }
    }
}

/// Begins a journal for what is about to come onto the board, or says why there can be none. Takes as long as
/// writing the base does.
pub fn begin(
    folders: Option<&Folders>,
    base: &Constellation,
    origin: Origin<'_>,
) -> Result<DiskJournal, Trouble> {
    let Some(folders) = folders else {
        return Err(Trouble::because(Message::new("journal-reason-nowhere")));
    };
    DiskJournal::begin(folders.journals(), base, origin, Flush::Beside).map_err(|error| {
        log::warn!("the journal cannot be begun: {error}");
        Trouble {
            needs: header_bytes(base, origin),
            ..Trouble::of(&error)
        }
    })
}

impl App {
    /// Makes sure that edits are recorded, and tells the user when they are not, and when they are
    /// again. Called every frame.
    pub(super) fn follow_recording(&mut self) {
        // The recording knows it as well, and whether it lasts.
        self.session.document.take_journal_error();
        if let Some(begun) = self.recording.begun() {
            let recorder = begun.as_ref().ok().map(DiskJournal::recorder);
            self.session.document.set_journal(recorder);
            self.recording.set(begun);
            // What is being typed goes into it again.
            self.drafts = Drafts::default();
        }
        let Some(trouble) = self.recording.trouble() else {
            return;
        };
        let is_gone = trouble.as_ref().is_some_and(|trouble| trouble.is_gone);
        let has_room = self.recording.probe.as_ref().is_some_and(FolderProbe::has_room);
        // The board that is there before anything was opened has none until something is done on it.
        let is_unrecorded = !self.recording.is_recording()
            && self.recording.missing.is_none()
            && self.session.document.revision().content > 0;
        if is_gone || has_room || is_unrecorded {
            // Told when it is known how that ended.
            self.record_anew();
            if self.recording.beginning.is_none() {
                self.tell_of_recording(self.recording.missing.clone());
            }
        } else {
            self.tell_of_recording(trouble);
        }
    }

    /// A new journal, from the board as it is now.
    pub(super) fn record_anew(&mut self) {
        // A save that is under way or asked about counts the edits of the journal before.
        let is_saving = self.work.iter().any(super::work::Work::is_save)
            || self
                .question
                .iter()
                .chain(&self.waiting_questions)
                .any(dispatch::Question::is_about_save);
        if is_saving || self.session.document.is_in_gesture() {
            return;
        }
        // What is taken back from here on may be from before it.
        self.session.document.set_checkpoint();
        self.session.document.set_journal(None);
        self.recording.leave();
        let file = self.file.clone();
        let stamp: Option<FileStamp> = file.as_ref().and_then(|path| self.saves.stamp_of(path));
        let origin = OwnOrigin {
            path: file,
            stamp,
            is_in_no_file: self.session.document.has_unsaved_changes(),
        };
        let base = self.session.document.constellation().clone();
        let recorder = self.recording.begin_beside(base, origin);
        self.session.document.set_journal(Some(recorder));
        // What is being typed goes into it again.
        self.drafts = Drafts::default();
    }

    fn tell_of_recording(&mut self, trouble: Option<Trouble>) {
        match (trouble, self.recording.told) {
            (Some(trouble), None) => {
                let reason = trouble.reason.text(self.texts);
                let text = self
                    .texts
                    .with("notice-journal-failed", &[("reason", reason.into())]);
                let id = self
                    .notices
                    .tell(Topic::Program, Severity::Error, text, self.now_secs);
                self.recording.told = Some(id);
            }
            (None, Some(id)) => {
                self.notices.dismiss(id);
                self.recording.told = None;
                self.tell(
                    Topic::Program,
                    Severity::Info,
                    self.texts.t("notice-journal-back"),
                );
            }
            _ => {}
        }
    }
}
