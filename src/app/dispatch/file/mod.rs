//! Requests about files: new, open, save, recover, export, quit.

mod ended;
mod exporting;
mod making;
mod questions;
mod recovery;
mod replace;

pub use ended::poll_work;
pub use questions::Question;
pub use recovery::follow_start_screen;
pub use replace::{Arrival, Known};

use egui::{Context, ViewportCommand};

use crate::app::choose;
use crate::app::files::{self, Opened, SaveRequest, SavedMoment};
use crate::app::journal::{DiskJournal, Origin};
use crate::app::notices::Topic;
use crate::app::work::Work;
use crate::app::{App, pictures, recording};
use crate::command::{Edit, FileRequest, Intents};
use crate::desk::{Dialog, LeftTab, PathPurpose, Projection, RightTab, Screen};
use crate::edit::ActorField;
use crate::edit::operations::{self as op};
use crate::formats::FormatId;
use crate::i18n::edited_name;
use crate::jobs::Once;
use crate::store::{self, Location};
use crate::ui::dialogs::focus;
use crate::ui::panels::inspector::question_field;
use crate::ui::panels::tray;
use crate::ui::widgets::{flush_fields, flush_standing, hold_standing, standing_words, typed_in_field};
use exporting::{
    compare_with, copy_picture, export_figures, export_node_link, export_note, export_picture, print,
    save_key,
};
use making::{open_projection, open_sample};
use questions::{answer, ask};
use replace::{arrive, put};

/// What was asked for and waits until the user has decided about unsaved work.
#[derive(Debug)]
pub enum Pending {
    New,
    ChooseAndOpen,
    Open(Location),
    Sample(&'static str),
    Projection(Projection),
    Recover {
        path: Location,
        /// It was thrown away, and is wanted back.
        is_discarded: bool,
    },
    /// A file that is being chosen, after the user decided about this.
    OpenChosen(MayGo),
    /// It is here already.
    Arrived(Box<Arrival>),
    Quit,
}

/// What may go, as the user has said: a board with what stood in its fields, and nothing later.
#[derive(Debug, Clone, PartialEq)]
pub struct MayGo {
    known: Known,
    typed: Vec<Edit>,
}

impl MayGo {
    fn about(app: &App, ctx: &Context) -> Self {
        Self {
            known: Known::of(app),
            typed: app.typed(ctx),
        }
    }
}

pub fn carry_out(app: &mut App, ctx: &Context, request: FileRequest) {
    match request {
        FileRequest::New => guarded(app, ctx, Pending::New),
        FileRequest::Open => guarded(app, ctx, Pending::ChooseAndOpen),
        FileRequest::OpenPath(path) => guarded(app, ctx, Pending::Open(path)),
        FileRequest::OpenSample(id) => guarded(app, ctx, Pending::Sample(id)),
        FileRequest::OpenProjection(asked) => guarded(app, ctx, Pending::Projection(asked)),
        FileRequest::ToggleStartScreen => {
            settle_all(app, ctx);
            // What waits for Enter waits there until the board is back: nothing is made of it unasked.
            hold_standing(ctx);
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
        FileRequest::Print => print(app, ctx),
        FileRequest::CopyPicture => copy_picture(app, ctx),
        FileRequest::Answer(number) => answer(app, ctx, number),
        FileRequest::Quit => guarded(app, ctx, Pending::Quit),
    }
}

/// What waited for a path is not to be when its window was closed without one. The window from which a path was asked for
/// comes back, as it stays beside a dialog of the system.
pub fn follow_path_field(app: &mut App) {
    if !matches!(app.desk.dialog, Some(Dialog::PathField(_)))
        && let Some(below) = app.below_path_field.take()
        && app.desk.dialog.is_none()
        && (app.desk.screen == Screen::Board || !below.is_about_board())
    {
        app.desk.dialog = Some(below);
    }
    let waits = |(purpose, _): &mut (PathPurpose, Pending)| {
        app.desk.dialog.as_ref() != Some(&Dialog::PathField(*purpose))
    };
    if let Some((_, then)) = app.after_path.take_if(waits) {
        recovery::abandon(app, Some(then));
    }
}

/// Asks about unsaved work first, when there is any.
pub fn guarded(app: &mut App, ctx: &Context, pending: Pending) {
    settle_but_typed(app);
    if would_lose(app, ctx) {
        ask(app, Question::Unsaved(pending));
    } else {
        go_on(app, ctx, pending);
    }
}

/// Whether something is in no file yet, or waits in a field for Enter. Who turns back finds that field as it was:
/// it is entered only when the user has said that it is to be saved.
pub fn would_lose(app: &App, ctx: &Context) -> bool {
    app.session.document.has_unsaved_changes() || waits_in_field(app, ctx)
}

fn waits_in_field(app: &App, ctx: &Context) -> bool {
    tray::typed(ctx, &app.desk).is_some()
        || !standing_words(ctx).is_empty()
        || typed_in_field(ctx).is_some()
        || names_piece(app)
}

/// Whether a name is being typed on the board that is not the one it had.
fn names_piece(app: &App) -> bool {
    let renaming = app.desk.renaming.as_ref();
    renaming.is_some_and(|renaming| {
        let actor = app.session.document.constellation().actor(renaming.actor);
        actor.is_some_and(|actor| edited_name(&renaming.text, &actor.label).is_some())
    })
}

/// A drag or a burst of nudges becomes a step; what is being typed stays where it stands.
pub fn settle_but_typed(app: &mut App) {
    if !names_piece(app) {
        settle(app);
    }
}

/// The user has said that it may go.
fn forget_typed(app: &mut App, ctx: &Context) {
    if app.desk.renaming.take().is_some() {
        app.session.document.abort();
    }
    let mut typed = Intents::default();
    tray::flush_name(ctx, &app.desk, &mut typed);
    flush_standing(ctx, &mut typed);
    flush_fields(ctx, &mut typed);
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
        if renaming.text.trim().is_empty() {
            app.session.document.abort();
        } else if let Some(name) = edited_name(&renaming.text, &actor.label) {
            let edit = ActorField::Label(name).into();
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
        Pending::ChooseAndOpen => {
            let decided = MayGo::about(app, ctx);
            choose_path(app, PathPurpose::Open, Some(Pending::OpenChosen(decided)));
        }
        // Only a path opens it.
        Pending::OpenChosen(_) => {}
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
        Pending::Sample(id) => open_sample(app, id, asked),
        Pending::Projection(wanted) => open_projection(app, wanted, asked),
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
        path: is_ours.then_some(&opened.path),
        stamp: is_ours.then_some(opened.stamp),
        is_in_no_file: false,
    }
}

pub(in crate::app::dispatch) fn choose_path(app: &mut App, purpose: PathPurpose, then: Option<Pending>) {
    if app.work.iter().any(Work::is_dialog) {
        return;
    }
    let folder = app.file.as_ref().and_then(Location::folder);
    let dialog = choose::dialog(purpose, app.texts, suggested_name(app, purpose), folder);
    let job = Once::start("file-dialog", app.wake.clone(), move || store::ask(dialog));
    app.work.push(Work::Choose { purpose, then, job });
}

/// What a file of this constellation is called, without its ending.
fn stem(app: &App) -> String {
    store::plain_name(&app.title()).unwrap_or_else(|| app.texts.t("untitled"))
}

fn suggested_name(app: &App, purpose: PathPurpose) -> String {
    let stem = stem(app);
    let stem = match purpose {
        PathPurpose::ExportNodeLink => format!("{stem}-node-link"),
        // Beside the file of the constellation, which ends in the same way.
        PathPurpose::ExportAllFigures => format!("{stem}-figures"),
        PathPurpose::SaveKey => format!("{stem}-{}", app.texts.t("pseudonyms-key-name")),
        _ => stem,
    };
    purpose
        .ending()
        .map(|ending| format!("{stem}.{ending}"))
        .unwrap_or_default()
}

/// A path, and whether the user has agreed that what is there goes.
pub(super) struct ChosenPath {
    path: Location,
    may_replace: bool,
}

impl ChosenPath {
    /// Typed: nobody has asked about what is there.
    fn by_hand(path: Location) -> Self {
        Self {
            path,
            may_replace: false,
        }
    }

    /// From a dialog that asks, or after our own question.
    fn agreed(path: Location) -> Self {
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
        PathPurpose::Open => match then {
            // Asked and answered before the path was.
            Some(Pending::OpenChosen(decided)) if decided == MayGo::about(app, ctx) => {
                forget_typed(app, ctx);
                go_on(app, ctx, Pending::Open(path));
            }
            _ => guarded(app, ctx, Pending::Open(path)),
        },
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
        PathPurpose::ExportNodeLink => export_node_link(app, ctx, path, may_replace),
        PathPurpose::ExportFigures | PathPurpose::ExportAllFigures => {
            export_figures(app, purpose, path, may_replace);
        }
        PathPurpose::ExportPicture(kind) => export_picture(app, ctx, kind, path, may_replace),
        PathPurpose::ExportNote(kind) => export_note(app, ctx, kind, path, may_replace),
        PathPurpose::SaveKey => save_key(app, path, may_replace),
    }
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
fn save_request(app: &mut App, path: &Location) -> SaveRequest {
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
    let mut turn = app.saves.turn();
    let job = Once::start("save", app.wake.clone(), move || {
        turn.wait();
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
