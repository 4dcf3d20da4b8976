//! Small pieces that several panels share, so that they look and speak alike.

mod choice;
mod field;
mod figure;
mod half_typed;
mod made_once;
mod number;
mod samples;
mod scroll;
mod standing;
mod swatch;

use egui::{Align, Color32, Id, Layout, Response, RichText, Sense, Ui, vec2};
use unicode_segmentation::UnicodeSegmentation;

use crate::i18n::shown;
use crate::model::Rgb;

pub use choice::{
    Choice, ChoiceField, Picked, SharedValue, choice_ui, option_ui, plain_choice_ui, shared, submenu_ui,
    switch_ui,
};
pub use field::{Field, field_ui, flush_fields, retype, settle_fields, typed_in_field, typed_text};
pub use figure::{figure_ui, right_ui};
pub use half_typed::{forget_half_typed, half_typed, note_half_typed};
pub use made_once::{content_key, key_beyond_places, made_once};
pub use number::{BadNumber, NumberEntry, NumberField, number_ui, parse_number};
pub use samples::{Symbol, paint_line, symbol_ui};
pub use scroll::{begins_anew, keep_bar_free, panel_scroll, rows_ui};
pub use standing::{flush_standing, forget_standing, hold_standing, note_standing, standing_words};
pub use swatch::{COLOURS, swatch_button_ui};

/// Width of the column of labels in a form; leaves 150 points for the field in a panel of 280.
const LABEL_WIDTH: f32 = 96.0;

/// Our colour in egui's type.
pub fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Bold for real: the weight axis of the interface's face (`strong()` would only change the colour).
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).variation(b"wght", 650.0)
}

/// A heading of a panel's section.
pub fn heading_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(6.0);
    let response = ui.label(bold(text).size(15.0));
    ui.add_space(2.0);
    response
}

/// A sentence of less weight, over as many lines as it needs.
pub fn remark_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add(egui::Label::new(RichText::new(text).weak()).wrap())
}

/// What stands beside something else in a row, in so much of it: a list takes all there is.
pub fn within_ui<R>(ui: &mut Ui, width: f32, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let size = vec2(width.max(60.0), ui.spacing().interact_size.y);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), contents)
        .inner
}

/// A word or name in the room there is: over more lines between its words. A word that is longer than that room is
/// cut, and whole under the pointer; broken anywhere it could not be read.
pub fn word_label_ui(ui: &mut Ui, text: &str, sense: Sense) -> Response {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let room = ui.available_width();
    let is_too_long = text.split_whitespace().any(|word| {
        let galley = ui
            .painter()
            .layout_no_wrap(word.to_owned(), font.clone(), Color32::PLACEHOLDER);
        galley.size().x > room
    });
    let label = egui::Label::new(text).sense(sense);
    ui.add(if is_too_long {
        label.truncate()
    } else {
        label.wrap()
    })
}

/// A name that does something, in a row of one line. Without room for all of it the middle goes: names of one list
/// begin alike more often than they end alike. All of it is under the pointer, and is what a screen reader says.
pub fn name_button_ui(ui: &mut Ui, name: &str) -> Response {
    let room = ui.available_width() - 2.0 * ui.spacing().button_padding.x;
    let cut = cut_in_middle(name, |text| {
        let font = egui::TextStyle::Button.resolve(ui.style());
        let galley = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
        galley.size().x <= room
    });
    let text = cut.as_deref().unwrap_or(name);
    let response = ui.add(egui::Button::new(text).frame(false));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, ui.is_enabled(), name));
    match cut {
        Some(_) => response.on_hover_text(name),
        None => response,
    }
}

/// The beginning and the end of a text, with as many letters as fit; `None` when all of it does.
fn cut_in_middle(text: &str, fits: impl Fn(&str) -> bool) -> Option<String> {
    if fits(text) {
        return None;
    }
    let letters: Vec<&str> = text.graphemes(true).collect();
    let with = |kept: usize| {
        let (head, tail) = (kept.div_ceil(2), kept / 2);
        let [head, tail] = [&letters[..head], &letters[letters.len() - tail..]].map(<[&str]>::concat);
        format!("{}…{}", head.trim_end(), tail.trim_start())
    };
    // Between none, which always stands, and all, which does not fit.
    let (mut fitting, mut too_many) = (0, letters.len());
    while too_many - fitting > 1 {
        let middle = usize::midpoint(fitting, too_many);
        if fits(&with(middle)) {
            fitting = middle;
        } else {
            too_many = middle;
        }
    }
    Some(with(fitting))
}

/// A sentence about something that was refused.
pub fn refusal_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add(egui::Label::new(bold(text).color(ui.visuals().error_fg_color)).wrap())
}

/// One row of a form: a label, and a field that gets the label's id so that it can say what it is called.
pub fn row_ui<R>(ui: &mut Ui, label: &str, field: impl FnOnce(&mut Ui, Id) -> R) -> R {
    ui.horizontal(|ui| {
        let height = ui.spacing().interact_size.y;
        let label_id = ui
            .allocate_ui_with_layout(
                vec2(LABEL_WIDTH, height),
                Layout::left_to_right(Align::Center),
                |ui| {
                    ui.set_min_width(LABEL_WIDTH);
                    ui.add(egui::Label::new(RichText::new(label).weak()).truncate())
                        .id
                },
            )
            .inner;
        field(ui, label_id)
    })
    .inner
}

/// A word that can be on, off, or on for some of what is selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Share {
    All,
    Some,
    None,
}

/// A word as a pill that switches on and off.
pub fn chip_ui(ui: &mut Ui, text: &str, share: Share) -> Response {
    let is_on = share == Share::All;
    let shown = match share {
        // Colour never says it alone.
        Share::All => RichText::new(format!("✔ {text}")),
        Share::Some => RichText::new(format!("– {text}")),
        Share::None => RichText::new(text),
    };
    let response = ui.add(
        egui::Button::new(shown.size(13.0))
            .selected(is_on)
            .corner_radius(12.0)
            .min_size(vec2(0.0, 24.0)),
    );
    response
        .widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, ui.is_enabled(), is_on, text));
    response
}

/// A part of a panel that opens and closes; as wide as the panel, because that is narrow.
pub fn section_ui(ui: &mut Ui, id: &str, title: String, is_open: bool, contents: impl FnOnce(&mut Ui)) {
    egui::CollapsingHeader::new(bold(title))
        .id_salt(id)
        .default_open(is_open)
        .show_unindented(ui, |ui| {
            contents(ui);
            ui.add_space(6.0);
        });
}

/// So many points at the desk, more where the interface is enlarged.
pub fn grown(ui: &Ui, points: f32) -> f32 {
    points * super::theme::times(ui.ctx())
}

/// A character of the icon font.
pub fn icon_text(icon: &str) -> RichText {
    RichText::new(icon).family(egui::FontFamily::Name(crate::ui::theme::ICONS.into()))
}

/// A small button with a sign that says in words what it does.
pub fn sign_button_ui(ui: &mut Ui, sign: impl Into<RichText>, label: &str) -> Response {
    let response = ui.add(egui::Button::new(sign.into()).min_size(vec2(26.0, 26.0)));
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, ui.is_enabled(), label));
    response.on_hover_text(label)
}

/// How much of a row a button with this text takes, with the gap before it.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER);
    let spacing = ui.spacing();
    (galley.size().x + 2.0 * spacing.button_padding.x).max(spacing.interact_size.y) + spacing.item_spacing.x
}

/// Text that can be clicked as a whole row of a list; without room for all of it the middle goes.
pub fn list_row_ui(ui: &mut Ui, symbol: &Symbol, text: &str, is_selected: bool) -> Response {
    let text = &*shown(text);
    let width = ui.available_width();
    let (rect, response) = ui.allocate_exact_size(vec2(width, grown(ui, 24.0)), Sense::click_and_drag());
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, is_selected, text)
    });
    if ui.is_rect_visible(rect) {
        let visuals = ui.style().interact_selectable(&response, is_selected);
        if is_selected || response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, visuals.weak_bg_fill);
        }
        if response.has_focus() {
            ui.painter()
                .rect_stroke(rect, 4.0, ui.visuals().selection.stroke, egui::StrokeKind::Inside);
        }
        let at = rect.left_center() + vec2(4.0, 0.0);
        let sample = vec2(24.0, 18.0) * grown(ui, 1.0);
        let sample = egui::Rect::from_min_size(at - vec2(0.0, sample.y / 2.0), sample);
        let ground = if is_selected {
            samples::Ground::selected(ui)
        } else {
            samples::Ground::panel(ui)
        };
        samples::paint_symbol(ui, sample, symbol, &ground);
        let shift = grown(ui, if *symbol == Symbol::None { 4.0 } else { 32.0 });
        let ink = if is_selected {
            visuals.text_color()
        } else {
            ui.visuals().text_color()
        };
        let room = width - shift - 4.0;
        let font = egui::TextStyle::Body.resolve(ui.style());
        let galley = |text: &str| {
            let painter = ui.painter();
            painter.layout_no_wrap(text.to_owned(), font.clone(), Color32::PLACEHOLDER)
        };
        let cut = cut_in_middle(text, |text| galley(text).size().x <= room);
        let galley = galley(cut.as_deref().unwrap_or(text));
        let top = rect.center().y - galley.size().y / 2.0;
        ui.painter()
            .galley(egui::pos2(rect.left() + shift, top), galley, ink);
        if cut.is_some() {
            return response.on_hover_text(text);
        }
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cut_name_keeps_its_ends_and_whole_letters() {
        let of_width = |most: usize| move |text: &str| text.graphemes(true).count() <= most;
        assert_eq!(cut_in_middle("Gemeente Alkmaar", of_width(16)), None);
        let cut = |name, most| cut_in_middle(name, of_width(most)).unwrap();
        assert_eq!(cut("Gemeente Alkmaar", 9), "Geme…maar");
        assert_eq!(cut("Gemeente Amsterdam", 9), "Geme…rdam");
        assert_eq!(cut("Regio Kop van Noord", 12), "Regio…Noord");
        assert_eq!(cut("A\u{301}A\u{301}A\u{301}A\u{301}", 3), "A\u{301}…A\u{301}");
        assert_eq!(cut("Alkmaar", 0), "…");
    }
}
