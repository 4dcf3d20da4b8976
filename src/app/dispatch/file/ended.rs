//! What becomes of work beside the window when it has ended: a file read or written, a journal recovered.

use std::io;
use std::path::Path;
use std::sync::Arc;

use egui::Context;

use super::questions::{Question, ask};
use super::{guarded, path_chosen};
use crate::app::App;
use crate::app::choose::Choice;
use crate::app::files::{self, FileError, Opened, SaveOutcome};
use crate::app::journal::{DiskJournal, Recovered};
use crate::app::work::{Ended, NotCompared, Work};
use crate::edit::Document;
use crate::formats::FormatId;
use crate::i18n::Message;
use crate::told::comparison_refused;
use crate::ui::Severity;
use crate::ui::dialogs::comparison::ComparisonView;
use crate::ui::state::Dialog;

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
}

fn finish(app: &mut App, ctx: &Context, ended: Ended) {
    match ended {
        Ended::Chosen(purpose, then, Choice::Chosen(path)) => path_chosen(app, ctx, purpose, path, then),
        Ended::Chosen(purpose, _, Choice::Unavailable) => app.view.dialog = Some(Dialog::PathField(purpose)),
        Ended::Chosen(_, _, Choice::Cancelled) => {}
        Ended::Opened(result) => match *result {
            Ok((opened, journal)) => opened_file(app, opened, journal),
            Err(error) => fail(app, &error),
        },
        Ended::Saved {
            moment,
            document_number,
            then,
            outcome,
        } => match *outcome {
            Ok(SaveOutcome::Done(saved)) => {
                app.saves.saved(&saved);
                if app.document_number == document_number {
                    saved_file(app, moment.state, &saved.path);
                }
                if let Some(error) = &saved.backup_error {
                    fail(app, error);
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
            Err(error) => fail(app, &error),
        },
        Ended::Compared(path, result) => match *result {
            Ok(differences) => {
                let name = path.file_name().unwrap_or(path.as_os_str());
                app.program.comparison = Some(ComparisonView {
                    file_name: name.to_string_lossy().into_owned(),
                    differences: Arc::new(differences),
                });
                app.view.dialog = Some(Dialog::Comparison);
            }
            Err(NotCompared::File(error)) => fail(app, &error),
            Err(NotCompared::Network(error)) => {
                let message = Message::new("notice-not-compared")
                    .with("name", path.display().to_string())
                    .with("reason", comparison_refused(&error));
                app.tell(Severity::Error, message.text(app.texts));
            }
        },
        Ended::Exported(path, Ok(())) => {
            let text = app
                .texts
                .with("notice-exported", &[("name", path.display().to_string().into())]);
            app.tell(Severity::Info, text);
        }
        Ended::Exported(path, Err(error)) => {
            let error = FileError::new(files::Doing::Save, &path, error);
            fail(app, &error);
        }
        Ended::Orphans(found) => {
            app.program.recoverable = found.iter().map(|orphan| app.recoverable_view(orphan)).collect();
        }
        Ended::Recovered(result) => match *result {
            Ok(recovered) => recovered_document(app, recovered),
            Err(error) => fail(app, &error),
        },
        Ended::Picture(_, Ok(picture)) => app.put_under(picture),
        Ended::Picture(path, Err(key)) => {
            let text = app
                .texts
                .with(&key, &[("name", path.display().to_string().into())]);
            app.tell(Severity::Error, text);
        }
        Ended::Panicked(reason) => {
            log::error!("work failed: {reason}");
            app.tell(Severity::Error, app.texts.t("notice-failed"));
        }
    }
}

fn fail(app: &mut App, error: &FileError) {
    app.tell(Severity::Error, error.text(app.texts));
}

fn opened_file(app: &mut App, opened: Opened, journal: Option<io::Result<DiskJournal>>) {
    app.saves.opened(&opened.path, opened.stamp);
    app.change_settings(|settings| settings.add_recent(&opened.path));
    let loaded = opened.loaded;
    // A file of another program is not overwritten by ours: saving asks for a name.
    let file = (loaded.format == FormatId::Native).then_some(opened.path);
    let is_foreign = file.is_none();
    app.install_with(Document::new(loaded.constellation), journal, file);
    let mut actors = app.document.constellation().actors.values();
    if is_foreign && actors.all(|actor| actor.pos.is_none()) {
        app.arrange_newcomers();
    }
    if !loaded.report.is_clean() {
        let values = [
            ("read", loaded.report.read().into()),
            ("made", loaded.report.made.into()),
            ("merged", loaded.report.merged.into()),
            ("skipped", loaded.report.skipped.len().into()),
        ];
        let (severity, first) = if loaded.report.is_lossless() {
            (Severity::Info, app.texts.t("notice-read-remarks"))
        } else {
            (Severity::Warning, app.texts.with("notice-read-report", &values))
        };
        let mut lines = vec![first];
        let remarks = loaded.report.skipped.iter().chain(&loaded.report.notices);
        lines.extend(remarks.take(4).map(|remark| remark.text(app.texts)));
        app.tell(severity, lines.join("\n"));
    }
}

fn saved_file(app: &mut App, state: u64, path: &Path) {
    app.document.mark_state_saved(state);
    app.set_file(Some(path.to_owned()));
    app.change_settings(|settings| settings.add_recent(path));
    let name = app.program.file_name.clone().unwrap_or_default();
    let text = app.texts.with("notice-saved", &[("name", name.into())]);
    app.tell(Severity::Info, text);
}

fn recovered_document(app: &mut App, recovered: Recovered) {
    let edits = recovered.document.history().steps().len();
    let path = recovered.journal.path();
    app.install_recovered(recovered.document, recovered.journal, recovered.document_path);
    app.program.recoverable.retain(|found| found.path != path);
    let mut text = app.texts.with("notice-recovered", &[("edits", edits.into())]);
    if recovered.has_draft {
        text = format!("{text}\n{}", app.texts.t("notice-recovered-draft"));
    }
    if let Some(damage) = recovered.damage {
        text = format!("{text}\n{}", damage.message().text(app.texts));
    }
    app.tell(Severity::Info, text);
}
