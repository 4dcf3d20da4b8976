//! A figure in a column: the decimal marks stand under each other, whatever the width of a digit.

use egui::{Align, Layout, Response, Sense, TextStyle, TextWrapMode, Ui, WidgetInfo, WidgetText, WidgetType};
use egui::{pos2, vec2};

use crate::i18n::Texts;
use crate::told::numbers::parts;

/// `decimals`: what follows the whole part in this column, in zeros; a whole number
/// stands as if it had them too.
pub fn figure_ui(ui: &mut Ui, texts: Texts, text: &str, decimals: &str) -> Response {
    let galley = |ui: &Ui, text: &str| {
        let extend = Some(TextWrapMode::Extend);
        WidgetText::from(text).into_galley(ui, extend, f32::INFINITY, TextStyle::Body)
    };
    let (whole, rest) = parts(texts, text);
    let room = galley(ui, decimals).size().x;
    let [whole, rest] = [whole, rest].map(|part| galley(ui, part));
    let size = vec2(whole.size().x + room, whole.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let ink = ui.visuals().text_color();
    let mark = rect.right() - room;
    let at = pos2(mark - whole.size().x, rect.top());
    ui.painter().galley(at, whole, ink);
    ui.painter().galley(pos2(mark, rect.top()), rest, ink);
    response
}

/// At the right of a cell, where a layout puts things at the left.
pub fn right_ui<R>(ui: &mut Ui, cell_ui: impl FnOnce(&mut Ui) -> R) -> R {
    ui.with_layout(Layout::top_down(Align::Max), cell_ui).inner
}
