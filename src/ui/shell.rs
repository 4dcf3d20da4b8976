//! Where everything stands: menu, tools, panels, board, status.

use crate::desk::{LeftTab, RightTab, Screen};
use egui::{CentralPanel, Frame, Panel, Stroke, StrokeKind, Ui};

use super::canvas::{CanvasState, canvas_ui};
use super::notices::{NoticeSeat, NoticeStrip};
use super::{FrameContext, Intents, dialogs, panels, theme};
use crate::scene::marks::letters_in_hall;

/// Draws the whole window.
pub fn shell_ui(ui: &mut Ui, context: &FrameContext<'_>, canvas: &mut CanvasState, out: &mut Intents) {
    super::widgets::settle_fields(ui.ctx(), out);
    enlarge(ui, context);
    body_ui(ui, context, canvas, out);
    panels::status::drop_hint_ui(ui, context);
    dialogs::dialogs_ui(ui, context, out);
    focus_frame_ui(ui);
}

/// In the hall what opens over the board is written as large as the names on it.
fn enlarge(ui: &mut Ui, context: &FrameContext<'_>) {
    let is_hall = context.desk.hall_mode && context.desk.screen == Screen::Board;
    let by = if is_hall {
        let high = ui.ctx().content_rect().height();
        let letters = letters_in_hall(context.scene, high) * ui.ctx().zoom_factor();
        (letters / theme::BODY).max(1.0)
    } else {
        1.0
    };
    if theme::enlarge(ui.ctx(), by) {
        ui.reset_style();
    }
}

/// Around the field in which the user types. The toolkit draws it in the colour of text on a selection, which
/// cannot be told from the field.
fn focus_frame_ui(ui: &Ui) {
    let focused = ui.ctx().memory(egui::Memory::focused);
    let field = focused.filter(|_| ui.text_edit_focused());
    if let Some(field) = field.and_then(|id| ui.ctx().read_response(id)) {
        let painter = ui.ctx().layer_painter(field.layer_id);
        let painter = painter.with_clip_rect(field.interact_rect.expand(2.0));
        let line = Stroke::new(2.0, ui.visuals().hyperlink_color);
        painter.rect_stroke(field.rect, 3.0, line, StrokeKind::Middle);
    }
}

fn body_ui(ui: &mut Ui, context: &FrameContext<'_>, canvas: &mut CanvasState, out: &mut Intents) {
    if context.desk.screen == Screen::Board {
        panels::whatif::keys_ui(ui, context, out);
    }
    if context.desk.hall_mode && context.desk.screen == Screen::Board {
        experiment_panel_ui(ui, context, out);
        board_ui(ui, context, canvas, out);
        return;
    }
    Panel::top("tools").show(ui, |ui| panels::toolbar::toolbar_ui(ui, context, out));
    if context.desk.screen == Screen::Start {
        if let Some(notices) = NoticeStrip::new(ui, context, ui.max_rect().width()) {
            strip_ui(ui, &notices, out);
        }
        CentralPanel::default().show(ui, |ui| panels::start::start_ui(ui, context, out));
        return;
    }
    Panel::bottom("status").show(ui, |ui| panels::status::status_ui(ui, context, out));
    if context.desk.left_is_open {
        // The words of a filter stand between a box, a sample, a number and a button: the longest has room.
        let width = match context.desk.left_tab {
            LeftTab::Tray => 220.0,
            LeftTab::Filters => 316.0,
        };
        let id = egui::Id::new(("left", context.desk.left_tab as u8));
        Panel::left(id)
            .default_size(width)
            .show(ui, |ui| match context.desk.left_tab {
                LeftTab::Tray => panels::tray::tray_ui(ui, context, out),
                LeftTab::Filters => panels::filters::filters_ui(ui, context, out),
            });
    }
    if context.lens.what_if.is_some() {
        experiment_panel_ui(ui, context, out);
    } else if context.desk.right_is_open {
        // Of each its own width: a wide one must not leave its width to the next.
        let id = egui::Id::new(("right", context.desk.right_tab as u8));
        Panel::right(id).default_size(330.0).show(ui, |ui| {
            // A panel is as wide as what it shows: a short text must not make it narrow for good.
            ui.take_available_width();
            match context.desk.right_tab {
                RightTab::Selection => panels::inspector::inspector_ui(ui, context, out),
                RightTab::Spanners => panels::spanners::spanners_ui(ui, context, out),
                RightTab::Centrality => panels::centrality::centrality_ui(ui, context, out),
                RightTab::Cohesion => panels::groups::groups_ui(ui, context, out),
                RightTab::Tables => panels::two_mode::two_mode_ui(ui, context, out),
            }
        });
    }
    if context.desk.table_is_open {
        Panel::bottom("table")
            .default_size(260.0)
            .show(ui, |ui| panels::below::below_ui(ui, context, out));
    }
    board_ui(ui, context, canvas, out);
}

/// The board, in all that is left of the window, and what the program says beside it.
fn board_ui(ui: &mut Ui, context: &FrameContext<'_>, canvas: &mut CanvasState, out: &mut Intents) {
    let width = ui.available_rect_before_wrap().width();
    let notices = NoticeStrip::new(ui, context, width);
    let seated = notices
        .as_ref()
        .map(|notices| (notices, notices.seat(ui, canvas)));
    if let Some((notices, NoticeSeat::Own)) = seated {
        strip_ui(ui, notices, out);
        canvas.leave_room(notices.height);
    }
    CentralPanel::default().frame(Frame::NONE).show(ui, |ui| {
        canvas_ui(ui, context, canvas, out);
        if let Some((notices, seat)) = seated
            && let Some(rect) = notices.rect_over(seat, canvas)
        {
            notices.ui(ui, rect, out);
        }
    });
}

/// Notices that have a strip of their own, at the foot of what is left of the window.
fn strip_ui(ui: &mut Ui, notices: &NoticeStrip<'_>, out: &mut Intents) {
    Panel::bottom("notices")
        .resizable(false)
        .show_separator_line(false)
        .frame(Frame::NONE)
        .exact_size(notices.height)
        .show(ui, |ui| {
            let rect = ui.max_rect();
            ui.advance_cursor_after_rect(rect);
            notices.ui(ui, rect, out);
        });
}

/// During an experiment its figures take the place of the other panels, in the hall as well.
fn experiment_panel_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    if context.lens.what_if.is_some() {
        Panel::right("right")
            .default_size(330.0)
            .show(ui, |ui| panels::whatif::whatif_ui(ui, context, out));
    }
}
