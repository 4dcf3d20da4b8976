//! Requests about work beside the board, the clipboard, settings and notices.

use std::sync::Arc;

use egui::Context;

use crate::analysis::Control;
use crate::app::analysis::figures_as_text;
use crate::app::arranging::Who;
use crate::app::work::{CopiedText, Work};
use crate::app::{App, clipboard, samples};
use crate::command::{Edit, Intent, InterfaceZoom, ProgramRequest, SettingChange};
use crate::edit::EditError;
use crate::edit::operations::{self as op, Fragment};
use crate::i18n::Texts;
use crate::jobs::Once;
use crate::takeaway::TakeAlong;

/// Limits of the interface's own zoom.
const INTERFACE_ZOOM: std::ops::RangeInclusive<f32> = 0.6..=3.0;

/// What the hand copies is on the clipboard before it can paste. More than this takes longer than a frame to become
/// text, and comes when it is.
const COPIED_AT_ONCE: usize = 500;

/// So many bytes are pasted in the frame that asks for it; more take longer than a frame to be read.
const READ_AT_ONCE: usize = 1 << 16;

/// How much further every paste of the same thing lands, in board units.
const PASTE_STEP: f64 = 40.0;

pub fn carry_out(app: &mut App, ctx: &Context, request: ProgramRequest) {
    match request {
        ProgramRequest::Arrange => app.arrange(Who::SelectedOrAll),
        ProgramRequest::ArrangeEverybody => app.arrange(Who::Everybody),
        ProgramRequest::StopArranging => app.arranging.cancel(),
        ProgramRequest::RunAnalysis(runs) => app.analysis.set_running(runs),
        ProgramRequest::RunCertainty(runs) => app.certainty.set_running(runs),
        ProgramRequest::StopExporting => {
            let controls = app.work.iter().filter_map(Work::taking_along);
            controls.for_each(Control::cancel);
        }
        ProgramRequest::Copy => {
            let document = &app.session.document;
            let fragment = op::copy(document.constellation(), document.selection());
            if !fragment.is_empty() {
                copy(app, ctx, fragment);
            }
        }
        ProgramRequest::CopyFigures => copy_figures(app),
        ProgramRequest::CopyText(text) => clipboard::put(ctx, text),
        ProgramRequest::Paste => clipboard::ask(ctx),
        ProgramRequest::PasteText(text) => paste(app, ctx, text),
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

/// Puts the figures on show on the clipboard as soon as they are a table.
fn copy_figures(app: &mut App) {
    let Some(live) = app.analysis.live(app.seen().serial()) else {
        return;
    };
    let (live, texts) = (Arc::clone(live), app.texts);
    let constellation = app.seen().constellation().clone();
    let hides_names = app.session.lens.pseudonyms.are_on();
    let make = move || CopiedText {
        text: figures_as_text(&live, &constellation, hides_names, texts),
        coded: None,
    };
    let job = Once::start("copy", app.wake.clone(), make);
    let told = Some("notice-figures-copied");
    app.work.push(Work::Copy { told, job });
}

/// Puts a part of the board on the clipboard.
pub fn copy(app: &mut App, ctx: &Context, fragment: Fragment) {
    let constellation = app.session.document.constellation();
    // Under codes all of the board is looked through for names.
    let size = if app.session.lens.pseudonyms.are_on() {
        constellation.actors.len() + constellation.relations.len()
    } else {
        fragment.actors.len() + fragment.relations.len()
    };
    let fragment = Arc::new(fragment);
    let make = app.copied_text(Arc::clone(&fragment));
    app.coded_clipboard = None;
    if size <= COPIED_AT_ONCE {
        let CopiedText { text, coded } = make();
        clipboard::put(ctx, text);
        app.coded_clipboard = coded;
    } else {
        let job = Once::start("copy", app.wake.clone(), make);
        app.work.push(Work::Copy { told: None, job });
    }
    app.clipboard = fragment;
    app.pastes = 0;
}

/// Pieces or names from the clipboard.
fn paste(app: &mut App, ctx: &Context, text: String) {
    if text.len() > READ_AT_ONCE {
        let read = move || (clipboard::from_text(&text), text);
        let document = app.session.document.serial();
        let job = Once::start("paste", app.wake.clone(), read);
        app.work.push(Work::Paste { document, job });
    } else if let Some(edit) = pasting(app, clipboard::from_text(&text), &text) {
        super::carry_out(app, ctx, Intent::Edit(edit));
    }
}

/// What pasting does. Pieces that were copied land a step further every time; anything else is a list of names.
pub fn pasting(app: &mut App, fragment: Option<Fragment>, text: &str) -> Option<Edit> {
    if let Some(fragment) = fragment {
        // What was copied here comes back by name.
        let is_own = app.coded_clipboard.as_ref() == Some(&fragment);
        if !is_own && fragment != *app.clipboard {
            app.clipboard = Arc::new(fragment);
            app.pastes = 0;
        }
        app.pastes += 1;
        let offset = PASTE_STEP * f64::from(app.pastes);
        let fragment = Box::new(Fragment::clone(&app.clipboard));
        return Some(Edit::Paste(fragment, offset, offset));
    }
    let names = clipboard::names(text, app.desk.active_actor_kind.as_ref());
    if names.is_empty() {
        super::refused(app, &EditError::NothingToDo);
        return None;
    }
    Some(Edit::AddNamesInSight(names))
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
        SettingChange::TakeAlong(chosen) => {
            app.change_settings(move |settings| settings.take_along = TakeAlong::clone(&chosen));
        }
    }
}
