//! What the program says without being asked, where nothing of the board is.
//!
//! It lies at the foot of the board where that is empty, or at its head; in the hall a line that goes by itself lies over
//! the question. Where there is something of the board everywhere, it has a strip of its own and the board makes room,
//! as it does for a panel.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Align, Align2, Button, Color32, Galley, Id, Label, Layout, Rect, ScrollArea, Sense, StrokeKind,
    TextStyle, Ui, UiBuilder, WidgetInfo, WidgetType, pos2, vec2,
};
use egui_phosphor::regular as icon;

use super::canvas::CanvasState;
use super::{FrameContext, Intents, NoticeView, Severity};
use crate::command::ProgramRequest;

/// At either end of the strip.
const SIDE: f32 = 10.0;
/// Above and below each notice, of its letters; in the hall, where it has to be no higher than a question, nothing.
const PADDING: f32 = 0.25;
/// At its left edge, in the colour of how serious it is.
const BAR: f32 = 4.0;
/// The sign beside it, of its letters, and what a line of text has at least, in letters.
const SIGN: f32 = 1.3;
const LEAST_TEXT: f32 = 8.0;
/// Of the window: more than this is scrolled to.
const MOST_OF_WINDOW: f32 = 0.45;
/// A line of text is no longer than this, in letters of usual width.
const MOST_LETTERS: f32 = 62.0;
/// Around what lies over the board.
const MARGIN: f32 = 8.0;

/// Where notices are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoticeSeat {
    /// Over the lower edge of the board.
    Foot,
    /// Over its upper edge.
    Head,
    /// In the hall, over the line above it.
    Line,
    /// In a strip that takes its room.
    Own,
}

/// The notices on show, laid out for a width.
pub struct NoticeStrip<'a> {
    context: &'a FrameContext<'a>,
    rows: Vec<NoticeRow<'a>>,
    /// Of the widest, in points.
    width: f32,
    pub height: f32,
}

struct NoticeRow<'a> {
    notice: &'a NoticeView,
    text: Arc<Galley>,
    /// Of what can be pressed beside the text.
    buttons: f32,
    width: f32,
    height: f32,
}

impl<'a> NoticeStrip<'a> {
    /// Those of the window; `None` when nothing is said.
    pub fn new(ui: &Ui, context: &'a FrameContext<'a>, width: f32) -> Option<Self> {
        Self::of(ui, context, &context.program.notices, width)
    }

    /// These; `None` of none.
    pub fn of(ui: &Ui, context: &'a FrameContext<'a>, notices: &'a [NoticeView], width: f32) -> Option<Self> {
        let rows: Vec<_> = notices
            .iter()
            .map(|notice| NoticeRow::new(ui, context, notice, width))
            .collect();
        let height: f32 = rows.iter().map(|row| row.height).sum();
        let most = ui.ctx().content_rect().height() * MOST_OF_WINDOW;
        (!rows.is_empty()).then_some(Self {
            context,
            width: rows.iter().map(|row| row.width).fold(0.0, f32::max),
            rows,
            height: height.min(most).ceil(),
        })
    }

    /// Where it is: where it was, as long as the same is said and nothing of the board comes under it.
    pub fn seat(&self, ui: &Ui, canvas: &CanvasState) -> NoticeSeat {
        let ids: Vec<u64> = self.rows.iter().map(|row| row.notice.id).collect();
        let key = Id::new("notice-seat");
        let known: Option<(Vec<u64>, NoticeSeat)> = ui.data(|data| data.get_temp(key));
        let known = known.filter(|(of, _)| *of == ids).map(|(_, seat)| seat);
        let is_free = |seat: NoticeSeat| {
            let rect = self.rect_over(seat, canvas);
            rect.is_some_and(|rect| seat == NoticeSeat::Line || canvas.is_free(ui.ctx(), self.context, rect))
        };
        let seat = match known {
            Some(seat) if seat == NoticeSeat::Own || is_free(seat) => seat,
            // It went where there was room once: it does not wander about.
            Some(_) => NoticeSeat::Own,
            None => {
                let seats = [NoticeSeat::Line, NoticeSeat::Foot, NoticeSeat::Head];
                let free = seats.into_iter().find(|&seat| is_free(seat));
                free.unwrap_or(NoticeSeat::Own)
            }
        };
        ui.data_mut(|data| data.insert_temp(key, (ids, seat)));
        seat
    }

    /// What it covers there; `None` where it does not fit.
    pub fn rect_over(&self, seat: NoticeSeat, canvas: &CanvasState) -> Option<Rect> {
        let board = canvas.viewport?.rect;
        let size = vec2(self.width.min(board.width() - 2.0 * MARGIN), self.height);
        let left = board.center().x - size.x / 2.0;
        let at = |top: f32| Some(Rect::from_min_size(pos2(left, top).round(), size));
        match seat {
            NoticeSeat::Foot => at(board.bottom() - MARGIN - size.y),
            NoticeSeat::Head => at(board.top() + MARGIN),
            NoticeSeat::Line => canvas
                .line()
                .filter(|line| is_hall(self.context) && self.fits_over(line.height())),
            NoticeSeat::Own => None,
        }
    }

    /// Whether it may lie over a line of the window of that height: it has one line, and soon goes.
    fn fits_over(&self, height: f32) -> bool {
        match &*self.rows {
            [row] => row.notice.goes && row.text.rows.len() == 1 && self.height <= height,
            _ => false,
        }
    }

    /// In all of `rect`, over what is there.
    pub fn ui(&self, ui: &mut Ui, rect: Rect, out: &mut Intents) {
        let mut ui = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("notices"));
        ui.shrink_clip_rect(rect);
        // What lies under it is not to be clicked through it.
        ui.interact(rect, ui.id().with("pane"), Sense::click_and_drag());
        let visuals = ui.visuals();
        let (fill, edge) = (visuals.window_fill(), visuals.window_stroke());
        ui.painter().rect(rect, 0.0, fill, edge, StrokeKind::Inside);
        ui.spacing_mut().item_spacing.y = 0.0;
        if let [row] = &*self.rows {
            let height = rect.height().max(row.height);
            if row.height <= rect.height() {
                row.ui(&mut ui, self.context, height, out);
                return;
            }
        }
        ScrollArea::vertical()
            .id_salt("notices")
            .max_height(rect.height())
            .auto_shrink(false)
            .show(&mut ui, |ui| {
                for row in &self.rows {
                    row.ui(ui, self.context, row.height, out);
                }
            });
    }
}

fn is_hall(context: &FrameContext<'_>) -> bool {
    context.desk.hall_mode && context.desk.screen == crate::desk::Screen::Board
}

fn laid_out(ui: &Ui, text: &str, style: TextStyle, width: f32) -> Arc<Galley> {
    let font = style.resolve(ui.style());
    let job = LayoutJob::simple(text.to_owned(), font, Color32::PLACEHOLDER, width);
    ui.ctx().fonts_mut(|fonts| fonts.layout_job(job))
}

impl<'a> NoticeRow<'a> {
    fn new(ui: &Ui, context: &FrameContext<'_>, notice: &'a NoticeView, width: f32) -> Self {
        let spacing = ui.spacing();
        let letters = TextStyle::Body.resolve(ui.style()).size;
        let button = |text: &str| {
            let galley = laid_out(ui, text, TextStyle::Button, f32::INFINITY);
            let wide = (galley.size().x + 2.0 * spacing.button_padding.x).max(spacing.interact_size.y);
            (wide.ceil() + spacing.item_spacing.x, galley.size().y)
        };
        let mut labels = vec![icon::X];
        labels.extend(notice.action.iter().map(|action| action.label.as_str()));
        let sizes = labels.into_iter().map(button);
        let (buttons, letters_high) =
            sizes.fold((0.0, 0.0f32), |(wide, high), one| (wide + one.0, high.max(one.1)));
        let before = SIDE + letters * SIGN + spacing.item_spacing.x;
        let room = (width - before - buttons - SIDE).min(MOST_LETTERS * letters);
        let room = room.max(LEAST_TEXT * letters).floor();
        let text = laid_out(ui, &notice.text, TextStyle::Body, room);
        let (least, padding) = if is_hall(context) {
            (letters_high, 0.0)
        } else {
            (spacing.interact_size.y, 2.0 * PADDING * letters)
        };
        Self {
            notice,
            buttons,
            width: (before + text.size().x + buttons + 2.0 * SIDE).ceil(),
            height: (text.size().y.max(least) + padding).ceil(),
            text,
        }
    }

    fn ui(&self, ui: &mut Ui, context: &FrameContext<'_>, height: f32, out: &mut Intents) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let (sign, tone) = match self.notice.severity {
            Severity::Info => (icon::INFO, ui.visuals().hyperlink_color),
            Severity::Warning => (icon::WARNING, ui.visuals().warn_fg_color),
            Severity::Error => (icon::WARNING_OCTAGON, ui.visuals().error_fg_color),
        };
        let mut font = TextStyle::Body.resolve(ui.style());
        let letters = font.size;
        font.size *= SIGN;
        let bar = Rect::from_min_size(rect.min, vec2(BAR, height));
        ui.painter().rect_filled(bar, 0.0, tone);
        let at = pos2(rect.left() + SIDE, rect.center().y);
        ui.painter().text(at, Align2::LEFT_CENTER, sign, font, tone);
        let left = rect.left() + SIDE + letters * SIGN + ui.spacing().item_spacing.x;
        let text = Rect::from_center_size(pos2(0.0, rect.center().y), self.text.size());
        let text = text.translate(vec2(left - text.left(), 0.0));
        let place = UiBuilder::new().max_rect(text).id_salt((self.notice.id, "text"));
        ui.new_child(place).add(Label::new(Arc::clone(&self.text)));
        let right = rect.right() - SIDE;
        let buttons = Rect::from_x_y_ranges(right - self.buttons..=right, rect.y_range());
        let place = UiBuilder::new()
            .max_rect(buttons)
            .layout(Layout::right_to_left(Align::Center))
            .id_salt((self.notice.id, "buttons"));
        self.buttons_ui(&mut ui.new_child(place), context, out);
    }

    fn buttons_ui(&self, ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
        let button = |text: &str| {
            let button = Button::new(text.to_owned());
            if is_hall(context) { button.small() } else { button }
        };
        let hint = context.t("notice-dismiss");
        let close = ui.add(button(icon::X));
        close.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, &hint));
        if close.on_hover_text(hint).clicked() {
            out.push(ProgramRequest::DismissNotice(self.notice.id));
        }
        if let Some(action) = &self.notice.action
            && ui.add(button(&action.label)).clicked()
        {
            out.extend(action.intents.iter().cloned());
            out.push(ProgramRequest::DismissNotice(self.notice.id));
        }
    }
}
