//! Requests about files: new, open, save, recover, export, quit; and the questions that go with them.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::analysis::Control;
use crate::analysis::comparison::compare_constellations;
use crate::analysis::snapshot::{Snapshot, Visible};
use crate::app::choose::{self, Ask, Choice, with_ending};
use crate::app::files::{self, FileError, Opened, SaveOutcome, SaveQuestion, SaveRequest, write_atomically};
use crate::app::journal::{self, Flush, Recovered};
use crate::app::projection::projected;
use crate::app::work::{Ended, NotCompared, Work};
use crate::app::{App, pictures, samples};
use crate::command::{Command, Intent, PathPurpose, Projection};
use crate::edit::Document;
use crate::edit::operations::{self as op, ActorEdit};
use crate::formats::{self, FormatId};
use crate::jobs::Once;
use crate::model::Constellation;
use crate::ui::dialogs::comparison::ComparisonView;
use crate::ui::state::{Dialog, Screen};
use crate::ui::{QuestionView, Severity};

/// What was asked for and waits until the user has decided about unsaved work.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    New,
    ChooseAndOpen,
    Open(PathBuf),
    Sample(&'static str),
    Projection(Projection),
    Recover(PathBuf),
    Quit,
}

/// A question that stands open, and what each answer means.
#[derive(Debug, Clone)]
pub enum Question {
    /// Save, discard or stay.
    Unsaved(Pending),
    /// Replace or stay.
    Save {
        question: SaveQuestion,
        request: Box<SaveRequest>,
        then: Option<Pending>,
    },
}

/// Runs a command of the file family.
pub fn run(app: &mut App, ctx: &Context, command: Command) {
    match command {
        Command::New => guarded(app, ctx, Pending::New),
        Command::Open => guarded(app, ctx, Pending::ChooseAndOpen),
        Command::Quit => guarded(app, ctx, Pending::Quit),
        Command::StartScreen => {
            app.view.screen = if app.view.screen == Screen::Start {
                Screen::Board
            } else {
                Screen::Start
            };
        }
        Command::Save => save(app, None),
        Command::SaveAs => choose_path(app, PathPurpose::SaveAs, None),
        Command::ExportNodeLink => choose_path(app, PathPurpose::ExportNodeLink, None),
        Command::ExportFigures => choose_path(app, PathPurpose::ExportFigures, None),
        other => super::view::run_help(app, other),
    }
}

/// Carries out the request, or hands it back.
pub fn carry_out(app: &mut App, ctx: &Context, intent: Intent) -> Option<Intent> {
    match intent {
        Intent::OpenPath(path) => guarded(app, ctx, Pending::Open(path)),
        Intent::OpenSample(id) => guarded(app, ctx, Pending::Sample(id)),
        Intent::OpenProjection(asked) => guarded(app, ctx, Pending::Projection(asked)),
        Intent::Recover(path) => guarded(app, ctx, Pending::Recover(path)),
        Intent::DiscardRecovery(path) => discard_recovery(app, &path),
        Intent::ForgetRecent(path) => app.change_settings(|settings| settings.forget_recent(&path)),
        Intent::ChooseBackgroundPicture => choose_path(app, PathPurpose::Picture, None),
        Intent::PathChosen(purpose, path) => path_chosen(app, ctx, purpose, path, None),
        Intent::Answer(number) => answer(app, ctx, number),
        other => return Some(other),
    }
    None
}

/// Asks about unsaved work first, when there is any.
pub fn guarded(app: &mut App, ctx: &Context, pending: Pending) {
    settle(app);
    if app.document.has_unsaved_changes() {
        ask(app, Question::Unsaved(pending));
    } else {
        go_on(app, ctx, pending);
    }
}

/// What is under way becomes part of the document: a name being typed on the board, a drag, a burst of
/// nudges. A new actor that has no name yet never was.
pub fn settle(app: &mut App) {
    if let Some(renaming) = app.view.renaming.take()
        && let Some(actor) = app.document.constellation().actor(renaming.actor)
    {
        let name = renaming.text.trim();
        if name.is_empty() {
            app.document.abort();
        } else if name != actor.label {
            let edit = ActorEdit::Label(name.to_owned());
            let result = op::edit_actors(&mut app.document, &[renaming.actor], &edit);
            super::report(app, result);
        }
    }
    app.document.commit();
}

fn go_on(app: &mut App, ctx: &Context, pending: Pending) {
    match pending {
        Pending::New => {
            app.install(Document::new(Constellation::new(app.texts.language)), None);
        }
        Pending::ChooseAndOpen => choose_path(app, PathPurpose::Open, None),
        Pending::Open(path) => {
            let job = Once::start("open", app.wake.clone(), move || files::open(&path));
            app.work.push(Work::Open { job });
        }
        Pending::Sample(id) => open_sample(app, id),
        Pending::Projection(asked) => open_projection(app, asked),
        Pending::Recover(path) => {
            let job = Once::start("recover", app.wake.clone(), move || {
                journal::recover(&path, Flush::Beside)
            });
            app.work.push(Work::Recover { job });
        }
        Pending::Quit => {
            app.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

fn ask(app: &mut App, question: Question) {
    let texts = app.texts;
    let view = match &question {
        Question::Unsaved(_) => QuestionView {
            title: texts.t("question-unsaved-title"),
            text: texts.with("question-unsaved-text", &[("title", app.title().into())]),
            answers: vec![
                texts.t("answer-save"),
                texts.t("answer-discard"),
                texts.t("answer-cancel"),
            ],
        },
        Question::Save {
            question, request, ..
        } => QuestionView {
            title: texts.t("question-replace-title"),
            text: question.message(&request.path).text(texts),
            answers: vec![texts.t("answer-overwrite"), texts.t("answer-cancel")],
        },
    };
    app.program.question = Some(view);
    app.question = Some(question);
}

fn answer(app: &mut App, ctx: &Context, number: usize) {
    app.program.question = None;
    match (app.question.take(), number) {
        (Some(Question::Unsaved(pending)), 0) => save(app, Some(pending)),
        (Some(Question::Unsaved(pending)), 1) => go_on(app, ctx, pending),
        (
            Some(Question::Save {
                question,
                request,
                then,
            }),
            0,
        ) => start_save(app, request.agreed(question), then),
        _ => {}
    }
}

pub(super) fn choose_path(app: &mut App, purpose: PathPurpose, then: Option<Pending>) {
    if app.work.iter().any(Work::is_dialog) {
        return;
    }
    let ask = Ask {
        purpose,
        texts: app.texts,
        name: suggested_name(app, purpose),
        folder: app.file.as_deref().and_then(Path::parent).map(Path::to_owned),
    };
    let job = Once::start("file-dialog", app.wake.clone(), move || choose::ask(&ask));
    app.work.push(Work::Choose { purpose, then, job });
}

fn suggested_name(app: &App, purpose: PathPurpose) -> String {
    let is_harmless = |character: char| character.is_alphanumeric() || " -_".contains(character);
    let title: String = app
        .title()
        .chars()
        .filter(|character| is_harmless(*character))
        .collect();
    let stem = title.trim();
    match purpose {
        PathPurpose::SaveAs => format!("{stem}.opstelling.json"),
        PathPurpose::ExportNodeLink => format!("{stem}-node-link.json"),
        PathPurpose::ExportFigures => format!("{stem}.csv"),
        PathPurpose::Open | PathPurpose::Picture | PathPurpose::Compare => String::new(),
    }
}

fn path_chosen(app: &mut App, ctx: &Context, purpose: PathPurpose, path: PathBuf, then: Option<Pending>) {
    let path = with_ending(path, purpose);
    match purpose {
        PathPurpose::Open => guarded(app, ctx, Pending::Open(path)),
        PathPurpose::Compare => compare_with(app, path),
        PathPurpose::SaveAs => {
            settle(app);
            // The dialog has asked whether to replace what is there.
            app.saves.opened(&path, None);
            let request = app.saves.request(&path, app.document.constellation().clone());
            start_save(app, request, then);
        }
        PathPurpose::Picture => {
            let shown = path.clone();
            let job = Once::start("picture", app.wake.clone(), move || pictures::read(&path));
            app.work.push(Work::Picture { path: shown, job });
        }
        PathPurpose::ExportNodeLink => {
            let write = formats::format(FormatId::NetworkX).write;
            let Some(write) = write else { return };
            let constellation = app.document.constellation().clone();
            export(app, path, move || write(&constellation));
        }
        PathPurpose::ExportFigures => {
            let table = app
                .analysis
                .figures_as_csv(app.document.constellation(), app.texts);
            export(app, path, move || table);
        }
    }
}

fn export(app: &mut App, path: PathBuf, bytes: impl FnOnce() -> Vec<u8> + Send + 'static) {
    let shown = path.clone();
    let job = Once::start("export", app.wake.clone(), move || {
        write_atomically(&path, &bytes())
    });
    app.work.push(Work::Export { path: shown, job });
}

fn save(app: &mut App, then: Option<Pending>) {
    settle(app);
    match app.file.clone() {
        Some(path) => {
            let request = app.saves.request(&path, app.document.constellation().clone());
            start_save(app, request, then);
        }
        None => choose_path(app, PathPurpose::SaveAs, then),
    }
}

fn start_save(app: &mut App, request: SaveRequest, then: Option<Pending>) {
    let state = app.document.state();
    let entries = app.journal.as_ref().map_or(0, journal::DiskJournal::entries);
    let document_number = app.document_number;
    let job = Once::start("save", app.wake.clone(), move || files::save(request));
    app.work.push(Work::Save {
        state,
        entries,
        document_number,
        then,
        job,
    });
}

fn open_sample(app: &mut App, id: &str) {
    let Some(sample) = samples::SAMPLES.iter().find(|sample| sample.id == id) else {
        return;
    };
    match formats::read(sample.content.as_bytes()) {
        // A sample has no path: saving it asks where, so that the sample itself stays as it is.
        Ok(loaded) => app.install(Document::new(loaded.constellation), None),
        Err(error) => app.tell(Severity::Error, error.text(app.texts)),
    }
}

/// Made from what is shown now: with the same filters and settings as the figures.
fn open_projection(app: &mut App, asked: Projection) {
    let (constellation, view) = (app.document.constellation(), &app.view);
    let visible = Visible {
        actor: &|actor| view.filters.shows_actor(actor),
        relation: &|tie| view.filters.shows_relation(tie),
    };
    let made = Snapshot::build(constellation, &view.analysis_settings, visible)
        .and_then(|snapshot| projected(constellation, &snapshot, asked, app.texts));
    match made {
        Ok(made) => {
            let values = [
                ("actors", made.actors.len().into()),
                ("relations", made.relations.len().into()),
            ];
            let text = app.texts.with("notice-projected", &values);
            let mut document = Document::new(made);
            // It is in no file yet.
            document.mark_unsaved();
            app.install(document, None);
            app.tell(Severity::Info, text);
        }
        Err(error) => log::error!("the projection cannot be made: {error}"),
    }
}

fn discard_recovery(app: &mut App, path: &Path) {
    match journal::discard(path) {
        Ok(()) => app.program.recoverable.retain(|found| found.path != path),
        Err(error) => app.tell(Severity::Error, error.text(app.texts)),
    }
}

/// Looks at everything that was under way, and goes on with what has ended.
/// Reads the file and lays it beside the board, without keeping the board waiting.
fn compare_with(app: &mut App, path: PathBuf) {
    settle(app);
    let board = app.document.constellation().clone();
    let settings = app.view.analysis_settings.clone();
    let file = path.clone();
    let job = Once::start("compare", app.wake.clone(), move || {
        let opened = files::open(&file).map_err(NotCompared::File)?;
        let before = &opened.loaded.constellation;
        compare_constellations(before, &board, &settings, None, &Control::new())
            .map_err(|error| NotCompared::Network(format!("{error:?}")))
    });
    app.work.push(Work::Compare { path, job });
}

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
            Ok(opened) => opened_file(app, opened),
            Err(error) => fail(app, &error),
        },
        Ended::Saved {
            state,
            entries,
            document_number,
            then,
            outcome,
        } => match *outcome {
            Ok(SaveOutcome::Done(saved)) => {
                app.saves.saved(&saved);
                if app.document_number == document_number {
                    saved_file(app, state, entries, &saved.path);
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
            Err(NotCompared::Network(reason)) => {
                let text = app
                    .texts
                    .with("notice-analysis-failed", &[("reason", reason.into())]);
                app.tell(Severity::Error, text);
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
            let text = app.texts.with("notice-failed", &[("reason", reason.into())]);
            app.tell(Severity::Error, text);
        }
    }
}

fn fail(app: &mut App, error: &FileError) {
    app.tell(Severity::Error, error.text(app.texts));
}

fn opened_file(app: &mut App, opened: Opened) {
    app.saves.opened(&opened.path, opened.stamp);
    app.change_settings(|settings| settings.add_recent(&opened.path));
    let loaded = opened.loaded;
    // A file of another program is not overwritten by ours: saving asks for a name.
    let file = (loaded.format == FormatId::Native).then_some(opened.path);
    let is_foreign = file.is_none();
    app.install(Document::new(loaded.constellation), file);
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

fn saved_file(app: &mut App, state: u64, entries: u64, path: &Path) {
    app.document.mark_state_saved(state);
    if let Some(journal) = &app.journal
        && let Err(error) = journal.saved(entries, path)
    {
        log::warn!("the journal could not note the save: {error}");
    }
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
    if let Some(damage) = recovered.damage {
        text = format!("{text}\n{}", damage.message().text(app.texts));
    }
    app.tell(Severity::Info, text);
}
