//! Requests about files: new, open, save, recover, export, quit.

mod ended;
mod questions;
mod recovery;
mod replace;

pub use ended::poll_work;
pub use questions::Question;
pub use recovery::follow_start_screen;
pub use replace::Known;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use egui::{Context, ViewportCommand};

use crate::analysis::comparison::{ComparedSide, compare_sides};
use crate::analysis::live::live_with;
use crate::analysis::snapshot::Snapshot;
use crate::analysis::{Control, NetworkError};
use crate::app::choose::{self, DialogRequest};
use crate::app::files::{self, ExportedFile, Opened, SaveRequest, SavedMoment};
use crate::app::journal::{DiskJournal, Origin};
use crate::app::notices::Topic;
use crate::app::projection::projected;
use crate::app::work::{NotCompared, Work};
use crate::app::{App, pictures, recording, samples};
use crate::command::{FileRequest, Intents};
use crate::desk::{Dialog, LeftTab, PathPurpose, Projection, RightTab};
use crate::edit::ActorField;
use crate::edit::operations::{self as op};
use crate::export::{self, Analysed, AnalysedSource, Certainty, json, sheets, spreadsheet};
use crate::formats::{self, FormatId};
use crate::jobs::Once;
use crate::told;
use crate::ui::Severity;
use crate::ui::dialogs::focus;
use crate::ui::panels::inspector::question_field;
use crate::ui::panels::tray;
use crate::ui::widgets::{flush_fields, flush_standing, standing_words};
use questions::{answer, ask};
use replace::{Arrival, arrive, put};

/// What was asked for and waits until the user has decided about unsaved work.
#[derive(Debug)]
pub enum Pending {
    New,
    ChooseAndOpen,
    Open(PathBuf),
    Sample(&'static str),
    Projection(Projection),
    Recover {
        path: PathBuf,
        /// It was thrown away, and is wanted back.
        is_discarded: bool,
    },
    /// It is here already.
    Arrived(Box<Arrival>),
    Quit,
}

pub fn carry_out(app: &mut App, ctx: &Context, request: FileRequest) {
    match request {
        FileRequest::New => guarded(app, ctx, Pending::New),
        FileRequest::Open => guarded(app, ctx, Pending::ChooseAndOpen),
        FileRequest::OpenPath(path) => guarded(app, ctx, Pending::Open(path)),
        FileRequest::OpenSample(id) => guarded(app, ctx, Pending::Sample(id)),
        FileRequest::OpenProjection(asked) => guarded(app, ctx, Pending::Projection(asked)),
        FileRequest::ToggleStartScreen => {
            settle_before_leaving(app, ctx);
            app.desk.toggle_start_screen();
        }
        FileRequest::Save => save(app, ctx, None),
        FileRequest::Choose(purpose) => choose_path(app, purpose, None),
        FileRequest::PathChosen(purpose, path) => {
            let then = app.after_path.take_if(|(waits_for, _)| *waits_for == purpose);
            let then = then.map(|(_, then)| then);
            path_chosen(app, ctx, purpose, ChosenPath::by_hand(path), then);
        }
        FileRequest::Recover(path) => {
            let is_discarded = false;
            guarded(app, ctx, Pending::Recover { path, is_discarded });
        }
        FileRequest::DiscardRecovery(path) => recovery::ask_to_discard(app, &path),
        FileRequest::TakeBack(path) => guarded(app, ctx, recovery::take_back(path)),
        FileRequest::RemoveDiscarded => ask(app, Question::RemoveDiscarded),
        FileRequest::ForgetRecent(path) => app.change_settings(move |settings| settings.forget_recent(&path)),
        FileRequest::Answer(number) => answer(app, ctx, number),
        FileRequest::Quit => guarded(app, ctx, Pending::Quit),
    }
}

/// What waited for a path is not to be when its window was closed without one.
pub fn follow_path_field(app: &mut App) {
    let waits = |(purpose, _): &mut (PathPurpose, Pending)| {
        app.desk.dialog.as_ref() != Some(&Dialog::PathField(*purpose))
    };
    if let Some((_, then)) = app.after_path.take_if(waits) {
        recovery::abandon(app, Some(then));
    }
}

/// Asks about unsaved work first, when there is any.
pub fn guarded(app: &mut App, ctx: &Context, pending: Pending) {
    settle_all(app, ctx);
    if would_lose(app, ctx) {
        ask(app, Question::Unsaved(pending));
    } else {
        go_on(app, ctx, pending);
    }
}

/// Whether something is in no file yet, or waits in a field for Enter. Who turns back finds that field as it was:
/// it is entered only when the user has said that it is to be saved.
pub fn would_lose(app: &App, ctx: &Context) -> bool {
    app.session.document.has_unsaved_changes() || waits_for_enter(app, ctx)
}

fn waits_for_enter(app: &App, ctx: &Context) -> bool {
    tray::typed(ctx, &app.desk).is_some() || !standing_words(ctx).is_empty()
}

/// The user has said that it may go.
fn forget_typed(app: &App, ctx: &Context) {
    let mut typed = Intents::default();
    tray::flush_name(ctx, &app.desk, &mut typed);
    flush_standing(ctx, &mut typed);
}

/// As [`settle`], with what is being typed in a field.
pub fn settle_all(app: &mut App, ctx: &Context) {
    let mut typed = Intents::default();
    flush_fields(ctx, &mut typed);
    for intent in typed {
        crate::app::dispatch::carry_out(app, ctx, intent);
    }
    settle(app);
}

/// As [`settle_all`], before the board goes: a name typed in the list and not entered yet would go with it.
pub fn settle_before_leaving(app: &mut App, ctx: &Context) {
    let mut typed = Intents::default();
    tray::flush_name(ctx, &app.desk, &mut typed);
    flush_standing(ctx, &mut typed);
    for intent in typed {
        crate::app::dispatch::carry_out(app, ctx, intent);
    }
    settle_all(app, ctx);
}

/// What is under way becomes part of the document: a name being typed on the board, a drag, a burst of
/// nudges. A new actor that has no name yet never was.
pub fn settle(app: &mut App) {
    if let Some(renaming) = app.desk.renaming.take()
        && let Some(actor) = app.session.document.constellation().actor(renaming.actor)
    {
        let name = renaming.text.trim();
        if name.is_empty() {
            app.session.document.abort();
        } else if name != actor.label {
            let edit = ActorField::Label(name.to_owned()).into();
            let result = op::edit_actors(&mut app.session.document, &[renaming.actor], &edit);
            if let Err(error) = result {
                crate::app::dispatch::refused(app, &error);
            }
        }
    }
    app.session.document.commit();
}

fn go_on(app: &mut App, ctx: &Context, pending: Pending) {
    let asked = Known::of(app);
    if !matches!(pending, Pending::ChooseAndOpen | Pending::Quit) {
        // The newest wins: what was asked for before is not wanted any more.
        app.work.retain(|work| !work.replaces_document());
    }
    match pending {
        Pending::New => {
            arrive(app, ctx, Arrival::New, asked);
            begin_with_the_question(app, ctx);
        }
        Pending::ChooseAndOpen => choose_path(app, PathPurpose::Open, None),
        Pending::Open(path) => {
            app.notices.clear(Topic::Opening);
            // The journal is begun there too: its first line takes as long as the file is large.
            let folders = app.folders.clone();
            let read = move || {
                let opened = files::open(&path)?;
                let journal =
                    recording::begin(folders.as_ref(), &opened.loaded.constellation, origin(&opened));
                Ok((opened, journal))
            };
            let job = Once::start("open", app.wake.clone(), read);
            app.work.push(Work::Open { asked, job });
        }
        Pending::Sample(id) => open_sample(app, ctx, id, asked),
        Pending::Projection(wanted) => open_projection(app, ctx, wanted, asked),
        Pending::Recover { path, is_discarded } => recovery::recover(app, path, is_discarded),
        Pending::Arrived(arrival) => put(app, ctx, *arrival),
        Pending::Quit => {
            app.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}

/// First what it is about, then who takes part.
fn begin_with_the_question(app: &mut App, ctx: &Context) {
    app.desk.left_is_open = true;
    app.desk.left_tab = LeftTab::Tray;
    app.desk.right_is_open = true;
    app.desk.right_tab = RightTab::Selection;
    focus::give_to(ctx, question_field());
}

/// A file of another program is not overwritten by ours: saving asks for a name.
fn origin(opened: &Opened) -> Origin<'_> {
    let is_ours = opened.loaded.format == FormatId::Native;
    Origin {
        path: is_ours.then_some(opened.path.as_path()),
        stamp: is_ours.then_some(opened.stamp),
        is_in_no_file: false,
    }
}

pub(in crate::app::dispatch) fn choose_path(app: &mut App, purpose: PathPurpose, then: Option<Pending>) {
    if app.work.iter().any(Work::is_dialog) {
        return;
    }
    let ask = DialogRequest {
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

/// A path, and whether the user has agreed that what is there goes.
pub(super) struct ChosenPath {
    path: PathBuf,
    may_replace: bool,
}

impl ChosenPath {
    /// Typed: nobody has asked about what is there.
    fn by_hand(path: PathBuf) -> Self {
        Self {
            path,
            may_replace: false,
        }
    }

    /// From a dialog that asks, or after our own question.
    fn agreed(path: PathBuf) -> Self {
        Self {
            path,
            may_replace: true,
        }
    }
}

fn path_chosen(
    app: &mut App,
    ctx: &Context,
    purpose: PathPurpose,
    chosen: ChosenPath,
    then: Option<Pending>,
) {
    let path = purpose.with_ending(chosen.path.clone());
    // The dialog has asked about the name it gave, not about the one with the ending.
    let may_replace = chosen.may_replace && path == chosen.path;
    match purpose {
        PathPurpose::Open => guarded(app, ctx, Pending::Open(path)),
        PathPurpose::Compare => compare_with(app, path),
        PathPurpose::SaveAs => {
            settle_all(app, ctx);
            let mut request = save_request(app, &path);
            if may_replace {
                request = request.replacing();
            }
            start_save(app, request, then);
        }
        PathPurpose::Picture => {
            let shown = path.clone();
            let job = Once::start("picture", app.wake.clone(), move || pictures::read(&path));
            app.work.push(Work::Picture { path: shown, job });
        }
        PathPurpose::ExportNodeLink => {
            settle_all(app, ctx);
            let format = formats::format(FormatId::NetworkX);
            let Some(write) = format.write else { return };
            let constellation = app.session.document.constellation().clone();
            export(app, purpose, path, may_replace, move || ExportedFile {
                bytes: write(&constellation),
                losses: (format.losses)(&constellation),
            });
        }
        PathPurpose::ExportFigures => export_figures(app, path, may_replace),
    }
}

fn export(
    app: &mut App,
    purpose: PathPurpose,
    path: PathBuf,
    may_replace: bool,
    make: impl FnOnce() -> ExportedFile + Send + 'static,
) {
    let shown = path.clone();
    let job = Once::start("export", app.wake.clone(), move || {
        files::export(&path, may_replace, make)
    });
    app.work.push(Work::Export {
        purpose,
        path: shown,
        job,
    });
}

fn is_json(path: &Path) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case("json"))
}

/// Every figure, as the command line prints them: with the filters, settings and weights of the moment. How sure
/// the candidates are takes seconds, so all of it is computed beside the interface. JSON holds all of it, any
/// other file a row per actor.
fn export_figures(app: &mut App, path: PathBuf, may_replace: bool) {
    settle(app);
    let is_json = is_json(&path);
    let snapshot = match snapshot(app) {
        Ok(snapshot) => snapshot,
        Err(error) => {
            log::error!("the network cannot be analysed: {error}");
            return;
        }
    };
    let (lens, texts) = (app.session.lens.clone(), app.texts);
    let settings = lens.analysis_settings.clone();
    let source = AnalysedSource::new(app.session.document.constellation(), &settings, &snapshot);
    let name = app.own().file_name().unwrap_or_default();
    export(app, PathPurpose::ExportFigures, path, may_replace, move || {
        let wanted = export::wanted(snapshot.network.n);
        let live = Arc::new(live_with(snapshot, wanted, &Control::new()).expect("nobody cancels"));
        let (weights, top) = lens.spanner_weighing(&live);
        let analysed = Analysed {
            certainty: Certainty::with(&live, weights, top, true),
            source,
            settings,
            live: Arc::clone(&live),
        };
        if !is_json {
            let number = |value: f64| spreadsheet::number(value, texts.language);
            let rows = sheets::actor_rows(&analysed, true, &|_, _| true, &number);
            return spreadsheet::csv(&rows, texts).into();
        }
        let reasons = |actor: usize| {
            let found = live.reasons_of(actor);
            let texts = found.iter().map(|reason| told::reason(reason).text(texts));
            texts.collect()
        };
        json::FiguresPage::new(&name, &analysed, &|_| true, &reasons)
            .to_bytes()
            .into()
    });
}

/// What is shown now: with the same filters and settings as the figures.
fn snapshot(app: &App) -> Result<Snapshot, NetworkError> {
    let (constellation, lens) = (app.session.document.constellation(), &app.session.lens);
    lens.with_visible(|visible| Snapshot::build(constellation, &lens.analysis_settings, visible))
}

fn save(app: &mut App, ctx: &Context, then: Option<Pending>) {
    settle_all(app, ctx);
    match app.file.clone() {
        Some(path) => {
            let request = save_request(app, &path);
            start_save(app, request, then);
        }
        None => choose_path(app, PathPurpose::SaveAs, then),
    }
}

/// To save the document as it is now.
fn save_request(app: &mut App, path: &Path) -> SaveRequest {
    app.session.document.set_checkpoint();
    let mut request = app
        .saves
        .request(path, app.session.document.constellation().clone());
    request.moment = SavedMoment {
        document: app.session.document.serial(),
        state: app.session.document.state(),
        entries: app.recording.journal().map(DiskJournal::entries),
    };
    request
}

fn start_save(app: &mut App, request: SaveRequest, then: Option<Pending>) {
    let moment = request.moment;
    // While a question stood open another document may have come onto the board.
    let is_on_board = moment.document == app.session.document.serial();
    let journal = app.recording.journal().filter(|_| is_on_board).cloned();
    app.notices.clear(Topic::Saving);
    let job = Once::start("save", app.wake.clone(), move || {
        files::save_and(request, |saved, path, stamp| {
            let Some((journal, entries)) = journal.zip(moment.entries) else {
                return;
            };
            if let Err(error) = journal.saved(entries, saved, path, Some(stamp)) {
                log::warn!("the journal could not note the save: {error}");
            }
        })
    });
    app.work.push(Work::Save { moment, then, job });
}

fn open_sample(app: &mut App, ctx: &Context, id: &str, asked: Known) {
    let Some(sample) = samples::SAMPLES.iter().find(|sample| sample.id == id) else {
        return;
    };
    match formats::read(sample.content.as_bytes()) {
        Ok(loaded) => {
            let sample = Arrival::Sample(Box::new(loaded.constellation));
            arrive(app, ctx, sample, asked);
        }
        Err(error) => app.tell(Topic::Opening, Severity::Error, error.text(app.texts)),
    }
}

fn open_projection(app: &mut App, ctx: &Context, wanted: Projection, asked: Known) {
    let constellation = app.session.document.constellation();
    let made = snapshot(app).and_then(|snapshot| projected(constellation, &snapshot, wanted, app.texts));
    match made {
        Ok(made) => arrive(app, ctx, Arrival::Projection(Box::new(made)), asked),
        Err(error) => log::error!("the projection cannot be made: {error}"),
    }
}

/// Reads the file and compares the board with it, without keeping the board waiting.
fn compare_with(app: &mut App, path: PathBuf) {
    settle(app);
    let board = app.session.document.constellation().clone();
    let settings = app.session.lens.analysis_settings.clone();
    let file = path.clone();
    let job = Once::start("compare", app.wake.clone(), move || {
        let side = |constellation| {
            ComparedSide::of(constellation, &settings, None, &Control::new()).map_err(NotCompared::Network)
        };
        let opened = files::open(&file).map_err(NotCompared::File)?;
        let before = side(opened.loaded.constellation)?;
        Ok(compare_sides(&before, &side(board)?))
    });
    app.work.push(Work::Compare { path, job });
}
