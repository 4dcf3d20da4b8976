//! Requests about work beside the board, the clipboard, settings and notices.

use egui::{Context, ViewportCommand};

use crate::app::arranging::Who;
use crate::app::notices::Topic;
use crate::app::{App, clipboard, samples};
use crate::command::{Edit, Intent, InterfaceZoom, ProgramRequest, SettingChange};
use crate::edit::EditError;
use crate::edit::operations::{self as op, Fragment};
use crate::i18n::Texts;
use crate::ui::Severity;

/// Limits of the interface's own zoom.
const INTERFACE_ZOOM: std::ops::RangeInclusive<f32> = 0.6..=3.0;

/// How much further every paste of the same thing lands, in board units.
const PASTE_STEP: f64 = 40.0;

pub fn carry_out(app: &mut App, ctx: &Context, request: ProgramRequest) {
    match request {
        ProgramRequest::Arrange => app.arrange(Who::SelectedOrAll),
        ProgramRequest::ArrangeEverybody => app.arrange(Who::Everybody),
        ProgramRequest::StopArranging => app.arranging.cancel(),
        ProgramRequest::RunAnalysis(runs) => app.analysis.set_running(runs),
        ProgramRequest::RunCertainty(runs) => app.certainty.set_running(runs),
        ProgramRequest::Copy => {
            let document = &app.session.document;
            let fragment = op::copy(document.constellation(), document.selection());
            if !fragment.is_empty() {
                copy(app, ctx, fragment);
            }
        }
        ProgramRequest::CopyFigures => {
            let constellation = app.session.document.constellation();
            ctx.copy_text(app.analysis.figures_as_text(constellation, app.texts));
            app.tell(Topic::Board, Severity::Info, app.texts.t("notice-figures-copied"));
        }
        ProgramRequest::Paste => ctx.send_viewport_cmd(ViewportCommand::RequestPaste),
        ProgramRequest::PasteText(text) => paste(app, ctx, &text),
        ProgramRequest::Zoom(zoom) => {
            let zoom = match zoom {
                InterfaceZoom::Larger => ctx.zoom_factor() + 0.1,
                InterfaceZoom::Smaller => ctx.zoom_factor() - 0.1,
                InterfaceZoom::Normal => 1.0,
            };
            zoom_interface(app, ctx, zoom);
        }
        ProgramRequest::Change(change) => change_setting(app, ctx, change),
        ProgramRequest::DismissNotice(id) => app.notices.dismiss(id),
    }
}

/// Puts a part of the board on the clipboard.
pub fn copy(app: &mut App, ctx: &Context, fragment: Fragment) {
    ctx.copy_text(clipboard::to_text(&fragment));
    app.clipboard = fragment;
    app.pastes = 0;
}

/// Pieces that were copied land a step further every time; anything else is a list of names.
fn paste(app: &mut App, ctx: &Context, text: &str) {
    let edit = if let Some(fragment) = clipboard::from_text(text) {
        if fragment != app.clipboard {
            app.clipboard = fragment;
            app.pastes = 0;
        }
        app.pastes += 1;
        let offset = PASTE_STEP * f64::from(app.pastes);
        Edit::Paste(Box::new(app.clipboard.clone()), offset, offset)
    } else {
        let names = clipboard::names(text, app.desk.active_actor_kind.as_ref());
        if names.is_empty() {
            super::refused(app, &EditError::NothingToDo);
            return;
        }
        Edit::AddNamesInSight(names)
    };
    super::carry_out(app, ctx, Intent::Edit(edit));
}

fn zoom_interface(app: &mut App, ctx: &Context, zoom: f32) {
    let zoom = ((zoom * 10.0).round() / 10.0).clamp(*INTERFACE_ZOOM.start(), *INTERFACE_ZOOM.end());
    ctx.set_zoom_factor(zoom);
    app.change_settings(move |settings| settings.interface_zoom = zoom);
}

fn change_setting(app: &mut App, ctx: &Context, change: SettingChange) {
    match change {
        SettingChange::Language(language) => {
            app.texts = Texts::new(language);
            app.program.samples = samples::views(app.texts);
            app.change_settings(move |settings| settings.language = language);
        }
        SettingChange::Theme(theme) => app.change_settings(move |settings| settings.theme = theme.into()),
        SettingChange::InterfaceZoom(zoom) => zoom_interface(app, ctx, zoom),
    }
}
