//! What happens when work on another thread has ended: a file read or written, a journal recovered.

use std::sync::Arc;

use egui::Context;

use super::questions::{Question, ask};
use super::recovery::abandon;
use super::replace::{Arrival, arrive};
use super::{ChosenPath, guarded, path_chosen};
use crate::analysis::Control;
use crate::app::App;
use crate::app::clipboard;
use crate::app::dispatch::program::pasting;
use crate::app::files::{ExportOutcome, FileError, NotMade, SaveOutcome};
use crate::app::journal::Orphan;
use crate::app::notices::{Holds, Topic};
use crate::app::work::{Ended, NotCompared, NotPrinted, Printed, Work};
use crate::command::Intent;
use crate::desk::{Dialog, PathPurpose};
use crate::i18n::Message;
use crate::store::{Location, PathChoice};
use crate::told::comparison_refused;
use crate::ui::Severity;
use crate::ui::dialogs::comparison::ComparisonView;

/// Looks at everything that was under way, and goes on with what has ended.
pub fn poll_work(app: &mut App, ctx: &Context) {
    for work in std::mem::take(&mut app.work) {
        match work.poll() {
            Ok(ended) => finish(app, ctx, ended),
            Err(still_going) => app.work.push(still_going),
        }
    }
    app.program.busy = app
        .work
        .iter()
        .find_map(Work::busy_key)
        .map(|key| (app.texts.t(key), None));
    let shares = app.work.iter().filter_map(Work::taking_along);
    app.program.exporting = shares.map(Control::progress).reduce(f32::min);
}

fn finish(app: &mut App, ctx: &Context, ended: Ended) {
    match ended {
        Ended::Chosen(purpose, then, PathChoice::Chosen(path)) => {
            path_chosen(app, ctx, purpose, ChosenPath::agreed(path), then);
        }
        Ended::Chosen(purpose, then, PathChoice::Unavailable) => {
            let below = app.desk.dialog.replace(Dialog::PathField(purpose));
            app.below_path_field = below.filter(|_| purpose != PathPurpose::Open);
            app.after_path = then.map(|then| (purpose, then));
        }
        Ended::Chosen(_, then, PathChoice::Cancelled) => abandon(app, then),
        Ended::Opened(asked, result) => match *result {
            Ok((opened, journal)) => arrive(app, ctx, Arrival::File(Box::new(opened), journal), asked),
            Err(error) => fail(app, Topic::Opening, &error),
        },
        Ended::Made(asked, result) => match *result {
            Ok(arrival) => arrive(app, ctx, arrival, asked),
            Err(text) => app.tell(Topic::Opening, Severity::Error, text),
        },
        Ended::Saved {
            moment,
            then,
            outcome,
        } => match *outcome {
            Ok(SaveOutcome::Done(saved)) => {
                if app.session.document.serial() == moment.document {
                    saved_file(app, moment.state, &saved.path);
                    if moment.entries.is_none() {
                        // The journal that was on its way begins with what is in the file now.
                        app.recording.close(false);
                        app.record_anew();
                    }
                }
                if let Some(error) = &saved.backup_error {
                    fail_too(app, Topic::Saving, error);
                }
                if let Some(pending) = then {
                    // Asks again about what was done while the file was being written.
                    guarded(app, ctx, pending);
                }
            }
            Ok(SaveOutcome::Asks(question, request)) => ask(
                app,
                Question::Save {
                    question,
                    request,
                    then,
                },
            ),
            Err(error) => {
                fail(app, Topic::Saving, &error);
                abandon(app, then);
            }
        },
        Ended::Compared(path, result) => match *result {
            Ok(differences) => {
                app.notices.clear(Topic::Comparing);
                app.program.comparison = Some(ComparisonView {
                    file_name: app.told_name(&path.name()),
                    differences: Arc::new(differences),
                });
                app.desk.dialog = Some(Dialog::Comparison);
            }
            Err(NotCompared::File(error)) => fail(app, Topic::Comparing, &error),
            Err(NotCompared::Network(error)) => {
                let message = Message::new("notice-not-compared")
                    .with("name", path.to_string())
                    .with("reason", comparison_refused(&error));
                app.tell(Topic::Comparing, Severity::Error, message.text(app.texts));
            }
        },
        Ended::Exported(purpose, path, Ok(ExportOutcome::Asks)) => {
            ask(app, Question::Export { purpose, path });
        }
        Ended::Exported(_, path, Ok(ExportOutcome::NotMade(why))) => not_exported(app, &path, &why),
        Ended::Exported(_, path, Ok(ExportOutcome::Done { backup_error, losses })) => {
            for window in [&mut app.desk.dialog, &mut app.below_path_field] {
                window.take_if(|window| *window == Dialog::TakeAlong);
            }
            exported(app, &path, &losses);
            if let Some(error) = &backup_error {
                fail_too(app, Topic::Exporting, error);
            }
        }
        Ended::Exported(_, _, Err(error)) => fail(app, Topic::Exporting, &error),
        Ended::Printed(result) => printed(app, result),
        Ended::CopiedPicture(Ok(picture)) => {
            if let Some(picture) = picture {
                clipboard::put_picture(ctx, picture);
            }
            let text = app.texts.t("notice-picture-copied");
            app.tell(Topic::Exporting, Severity::Info, text);
        }
        Ended::CopiedPicture(Err(why)) => tell_not_made(app, &why, |_, text| text),
        Ended::Orphans(found) => {
            let views = |list: &[Orphan]| list.iter().map(|orphan| app.recoverable_view(orphan)).collect();
            (app.program.recoverable, app.program.discarded) = (views(&found.left), views(&found.discarded));
            app.program.discarded_bytes = found.discarded_bytes;
            super::recovery::await_journals(app, found.held);
            super::recovery::offer(app);
        }
        Ended::LetGo(is_let_go) => {
            if is_let_go {
                app.look_for_orphans();
            }
        }
        Ended::Pasted(document, read) => {
            if document == app.session.document.serial() {
                let edit = pasting(app, read.0, &read.1);
                app.intents.extend(edit.map(Intent::Edit));
            }
        }
        Ended::Copied(told, copied) => {
            clipboard::put(ctx, copied.text);
            if copied.coded.is_some() {
                app.coded_clipboard = copied.coded;
            }
            if let Some(key) = told {
                app.tell(Topic::Board, Severity::Info, app.texts.t(key));
            }
        }
        Ended::Recovered(asked, result) => match *result {
            Ok(recovered) => arrive(app, ctx, Arrival::Recovered(Box::new(recovered)), asked),
            Err(error) => {
                fail(app, Topic::Opening, &error);
                app.look_for_orphans();
            }
        },
        Ended::Picture(_, Ok(picture)) => {
            app.notices.clear(Topic::Picture);
            app.put_under(picture);
        }
        Ended::Picture(path, Err(key)) => {
            let text = app.texts.with(&key, &[("name", path.to_string().into())]);
            app.tell(Topic::Picture, Severity::Error, text);
        }
        Ended::LookedAtPicture(bytes, fault) => app.looked_at_picture(&bytes, fault),
        Ended::Panicked(reason) => {
            log::error!("work failed: {reason}");
            app.tell(Topic::Program, Severity::Error, app.texts.t("notice-failed"));
        }
    }
}

fn fail(app: &mut App, topic: Topic, error: &FileError) {
    app.tell(topic, Severity::Error, error.text(app.texts));
}

/// A problem in something that otherwise succeeded.
fn fail_too(app: &mut App, topic: Topic, error: &FileError) {
    let text = error.text(app.texts);
    app.notices.tell_too(topic, Severity::Error, text, app.now_secs);
}

/// Says why nothing was made, for as long as that is so: as `say` puts it.
fn tell_not_made(app: &mut App, why: &NotMade, say: impl FnOnce(&App, String) -> String) {
    let (reason, holds) = match why {
        NotMade::Because(reason) => (reason.clone(), Holds::Always),
        NotMade::Nothing(why) => (why.message(), Holds::Nothing(*why)),
        NotMade::Stopped => {
            let text = app.texts.t("notice-export-stopped");
            app.tell(Topic::Exporting, Severity::Info, text);
            return;
        }
    };
    let text = say(app, reason.text(app.texts));
    app.tell_while(Topic::Exporting, Severity::Error, text, holds);
}

fn not_exported(app: &mut App, path: &Location, why: &NotMade) {
    tell_not_made(app, why, |app, reason| {
        let values = [("name", path.to_string().into()), ("reason", reason.into())];
        app.texts.with("notice-not-exported", &values)
    });
}

fn printed(app: &mut App, result: Result<Printed, NotPrinted>) {
    match result {
        Ok(Printed { is_shown: true, .. }) => {
            let text = app.texts.t("notice-printed");
            app.tell(Topic::Exporting, Severity::Info, text);
        }
        Ok(Printed { file, .. }) => {
            let values = [("file", file.to_string().into())];
            let text = app.texts.with("notice-printed-unseen", &values);
            app.tell(Topic::Exporting, Severity::Warning, text);
        }
        Err(NotPrinted::Made(why)) => tell_not_made(app, &why, |_, text| text),
        Err(NotPrinted::File(error)) => fail(app, Topic::Exporting, &error),
    }
}

/// What the file cannot hold stays on the screen until it is read.
fn exported(app: &mut App, path: &Location, losses: &[Message]) {
    let done = Message::new("notice-exported").with("name", path.to_string());
    let lines = std::iter::once(&done).chain(losses);
    let text: Vec<String> = lines.map(|line| line.text(app.texts)).collect();
    let severity = if losses.is_empty() {
        Severity::Info
    } else {
        Severity::Warning
    };
    app.tell(Topic::Exporting, severity, text.join("\n"));
}

fn saved_file(app: &mut App, state: u64, path: &Location) {
    app.session.document.mark_state_saved(state);
    app.set_file(Some(path.to_owned()));
    let path = path.to_owned();
    app.change_settings(move |settings| settings.add_recent(&path));
    let name = app.told_name(&app.file.as_ref().map(Location::name).unwrap_or_default());
    let text = app.texts.with("notice-saved", &[("name", name.into())]);
    app.tell(Topic::Saving, Severity::Info, text);
}
