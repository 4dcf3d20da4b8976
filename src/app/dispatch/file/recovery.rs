//! Work that a program left behind: offering it, bringing it back, throwing it away and taking that back.

use std::time::Duration;

use crate::store::Location;

use super::Pending;
use super::questions::{Question, ask};
use super::replace::{Arrival, Known};
use crate::app::App;
use crate::app::journal::{self, Flush};
use crate::app::notices::{Holds, Topic};
use crate::app::work::Work;
use crate::command::Command;
use crate::desk::{Dialog, Screen};
use crate::jobs::Once;
use crate::ui::{NoticeAction, Severity};

/// How often, and how many times, is looked whether a journal is let go: a program that was killed holds its own until
/// the system has cleared it away, which a slow disk can take seconds for.
const LOOKS: (Duration, u32) = (Duration::from_millis(500), 60);

/// Looks anew as soon as a program lets go of one of these: it may be the work on the file on the board.
pub(super) fn await_journals(app: &mut App, held: Vec<Location>) {
    let is_awaiting = |work: &Work| matches!(work, Work::AwaitJournals { .. });
    app.work.retain(|work| !is_awaiting(work));
    if held.is_empty() {
        return;
    }
    let is_let_go = move || held.iter().any(journal::is_let_go);
    let job = Once::until("journal-await", app.wake.clone(), LOOKS, is_let_go);
    app.work.push(Work::AwaitJournals { job });
}

/// Offers the work that belongs to the file on the board, and tells of other work, each once.
pub(super) fn offer(app: &mut App) {
    offer_later_work(app);
    tell_of_other_work(app);
}

/// What is listed on the start screen needs no notice. While a file is being opened there, nobody reads it.
pub fn follow_start_screen(app: &mut App) {
    // A window about the board goes where the board goes.
    if app.desk.screen == Screen::Start && app.desk.dialog.as_ref().is_some_and(Dialog::is_about_board) {
        app.desk.dialog = None;
    }
    // What was left behind since the last look is there too.
    let is_at_start = app.desk.screen == Screen::Start;
    if is_at_start && !app.was_at_start {
        app.look_for_orphans();
    }
    app.was_at_start = is_at_start;
    let is_read = app.desk.screen == Screen::Start && !app.work.iter().any(Work::replaces_document);
    if is_read {
        let paths = app.program.recoverable.iter().map(|found| found.path.clone());
        app.heard_of.extend(paths);
    }
}

/// Who starts with a file never sees the start screen.
fn tell_of_other_work(app: &mut App) {
    if app.desk.screen != Screen::Board {
        return;
    }
    let is_new = |path: &&Location| !app.offered.contains(*path) && !app.heard_of.contains(*path);
    let paths = app.program.recoverable.iter().map(|found| &found.path);
    let unheard: Vec<Location> = paths.filter(is_new).cloned().collect();
    if unheard.is_empty() {
        return;
    }
    let text = app
        .texts
        .with("notice-left-behind", &[("count", unheard.len().into())]);
    let action = NoticeAction {
        label: app.texts.t("notice-left-behind-go"),
        intents: vec![Command::StartScreen.into()],
    };
    app.offer(Topic::Program, text, action, Holds::Always);
    app.heard_of.extend(unheard);
}

fn offer_later_work(app: &mut App) {
    let Some(file) = &app.file else { return };
    let is_of_it = |found: &&crate::ui::RecoverableView| {
        found.file.as_ref().is_some_and(|other| other.is_same_as(file)) && !app.offered.contains(&found.path)
    };
    let Some(found) = app.program.recoverable.iter().find(is_of_it).cloned() else {
        return;
    };
    app.offered.insert(found.path.clone());
    ask(app, Question::Offer(Box::new(found)));
}

/// Recovers work on another thread; work that was thrown away is taken back first.
pub(super) fn recover(app: &mut App, path: Location, is_discarded: bool) {
    let asked = Known::of(app);
    let job = Once::start("recover", app.wake.clone(), move || {
        let path = if is_discarded {
            journal::take_back(&path)?
        } else {
            path
        };
        let mut recovered = journal::recover(&path, Flush::Beside)?;
        recovered.look_at_file();
        Ok(recovered)
    });
    app.work.push(Work::Recover { asked, job });
}

/// The request that waited is dropped: recovered work goes back to where the next start finds it.
pub(super) fn abandon(app: &mut App, pending: Option<Pending>) {
    let Some(Pending::Arrived(arrival)) = pending else {
        return;
    };
    match *arrival {
        // There is nothing in it yet.
        Arrival::File(_, Ok(journal)) => {
            if let Err(error) = journal.close() {
                log::warn!("the journal could not be removed: {error}");
            }
        }
        other => {
            drop(other);
            app.look_for_orphans();
        }
    }
}

pub(super) fn discard(app: &mut App, path: &Location) {
    match journal::discard(path) {
        Ok(()) => app.program.recoverable.retain(|found| found.path != *path),
        Err(error) => app.tell(Topic::Program, Severity::Error, error.text(app.texts)),
    }
    // What can be taken back shows up where it can be.
    app.look_for_orphans();
}

/// Removes for good what was thrown away before.
pub(super) fn remove_discarded(app: &mut App) {
    let Some(folders) = &app.folders else { return };
    if let Err(error) = journal::remove_discarded(folders.journals()) {
        app.tell(Topic::Program, Severity::Error, error.text(app.texts));
    }
    app.look_for_orphans();
}

/// The question before work is thrown away.
pub(super) fn ask_to_discard(app: &mut App, path: &Location) {
    let found = app.program.recoverable.iter().find(|found| found.path == *path);
    if let Some(found) = found.cloned() {
        ask(app, Question::Discard(Box::new(found)));
    }
}

pub(super) fn take_back(path: Location) -> Pending {
    Pending::Recover {
        path,
        is_discarded: true,
    }
}
