//! Carrying out what views ask for. The session does what is about document, lens and desk; what needs the system
//! is done here, by family.

mod file;
mod program;

pub use file::{
    Arrival, Known, Pending, Question, follow_path_field, follow_start_screen, poll_work, would_lose,
};

use egui::{Context, ViewportCommand};

use super::App;
use crate::app::notices::Topic;
use crate::command::{COMMANDS, Command, Intent};
use crate::desk::InSight;
use crate::edit::EditError;
use crate::session::Effect;
use crate::told;
use crate::ui::Severity;

/// Carries out one request.
pub fn carry_out(app: &mut App, ctx: &Context, intent: Intent) {
    if intent.needs_board() && app.desk.in_sight() == InSight::Start {
        log::debug!("the board is not in sight: {intent:?}");
        return;
    }
    if let Intent::Run(command) = intent
        && disabled(app).contains(&command)
    {
        return;
    }
    let before = app.session.document.revision().content;
    let effects = app.session.carry_out(&mut app.desk, intent);
    if app.session.document.revision().content != before {
        // It was done after all, or something else is being done.
        app.notices.clear(Topic::Refused);
    }
    for effect in effects {
        match effect {
            Effect::Refused(error) => refused(app, &error),
            Effect::Removed(removed) => app.tell_removed(&removed),
            Effect::Came(actors) => app.tell_hidden(actors),
            Effect::Copied(fragment) => program::copy(app, ctx, *fragment),
            Effect::FillScreen(fills) => ctx.send_viewport_cmd(ViewportCommand::Fullscreen(fills)),
            Effect::File(request) => file::carry_out(app, ctx, request),
            Effect::Program(request) => program::carry_out(app, ctx, request),
        }
    }
}

/// The commands that make no sense now.
pub fn disabled(app: &App) -> Vec<Command> {
    let document = &app.session.document;
    let selection = document.selection();
    let sight = app.desk.in_sight();
    let out_of_reach = COMMANDS.iter().filter(|info| !info.reach.works_in(sight));
    let mut list: Vec<Command> = out_of_reach.map(|info| info.command).collect();
    let mut unless = |possible: bool, commands: &[Command]| {
        if !possible {
            list.extend_from_slice(commands);
        }
    };
    use Command as C;
    unless(
        document.history().undo_label().is_some() || document.is_in_gesture(),
        &[C::Undo],
    );
    unless(document.history().redo_label().is_some(), &[C::Redo]);
    unless(
        !selection.actors.is_empty(),
        &[C::Cut, C::Copy, C::Duplicate, C::SelectNeighbours, C::ToTray],
    );
    unless(
        !selection.is_empty(),
        &[C::Delete, C::SelectNone, C::ZoomToSelection],
    );
    let on_board = |id| {
        document
            .constellation()
            .actor(id)
            .is_some_and(|actor| actor.pos.is_some())
    };
    unless(
        selection.actors.len() == 1 && selection.actors.iter().copied().all(on_board),
        &[C::Rename, C::StartRelation],
    );
    unless(
        selection.single_actor().is_some() || selection.single_relation().is_some(),
        &[C::AgreeAbout],
    );
    unless(
        !selection.relations.is_empty(),
        &[C::ReverseRelation, C::MakeMutual, C::ToggleVerified],
    );
    unless(
        selection.actors.len() > 1,
        &[
            C::AlignLeft,
            C::AlignCentreX,
            C::AlignRight,
            C::AlignTop,
            C::AlignCentreY,
            C::AlignBottom,
        ],
    );
    unless(
        selection.actors.len() > 2,
        &[C::DistributeHorizontally, C::DistributeVertically],
    );
    unless(document.constellation().actors.len() > 1, &[C::Arrange]);
    unless(sight != InSight::Start || app.has_board(), &[C::StartScreen]);
    unless(app.session.lens.filters.is_active(), &[C::ShowAll]);
    unless(app.session.lens.highlight.is_some(), &[C::ClearHighlight]);
    list
}

/// Tells the user why an edit was refused.
fn refused(app: &mut App, error: &EditError) {
    let text = told::edit_refused(error).text(app.texts);
    app.tell(Topic::Refused, Severity::Warning, text);
}

/// The window is asked to close: with unsaved work it stays, and asks.
pub fn refuse_to_close_unsaved(app: &mut App, ctx: &Context) {
    file::settle_but_typed(app);
    if file::would_lose(app, ctx) {
        ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
        file::guarded(app, ctx, file::Pending::Quit);
    }
}
