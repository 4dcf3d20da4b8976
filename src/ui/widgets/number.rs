//! Numbers that can be dragged and typed, with comma or point.

use std::cell::RefCell;

use egui::text::{CCursor, CCursorRange};
use egui::text_edit::TextEditState;
use egui::{DragValue, Id, Key, Response, Ui};

use crate::command::Intent;
use crate::edit::Label;
use crate::i18n::Texts;
use crate::ui::Intents;

/// More than any number on the screen has.
const MOST_SIGNS: usize = 64;

/// Reads a number with a decimal comma or point. With both, the last one is the decimal sign.
///
/// ```
/// use netwerkopstelling::ui::widgets::parse_number;
/// assert_eq!(parse_number("2,5"), Some(2.5));
/// assert_eq!(parse_number(" 1.250,75 "), Some(1250.75));
/// assert_eq!(parse_number("veel"), None);
/// ```
pub fn parse_number(text: &str) -> Option<f64> {
    let compact: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let plain = match (compact.rfind(','), compact.rfind('.')) {
        (Some(comma), Some(point)) if comma > point => compact.replace('.', "").replace(',', "."),
        (Some(_), Some(_)) => compact.replace(',', ""),
        (Some(_), None) => compact.replace(',', "."),
        _ => compact,
    };
    let is_plain = plain
        .chars()
        .all(|sign| sign.is_ascii_digit() || "+-.eE".contains(sign));
    plain
        .parse()
        .ok()
        .filter(|value: &f64| is_plain && value.is_finite())
}

/// A number about the document.
pub struct NumberField<'a> {
    pub id: Id,
    /// The label that names it; without one, the caller does.
    pub label: Option<Id>,
    pub value: f64,
    /// Shown in place of the number, e.g. that values differ.
    pub instead: Option<String>,
    /// Dragging stays at or above this.
    pub least: f64,
    pub most: f64,
    pub speed: f64,
    pub decimals: usize,
    pub suffix: &'a str,
    /// Whether what was typed may be stored.
    pub accepts: fn(f64) -> bool,
    /// Name of the step to undo.
    pub step: Label,
}

/// Draws the number. A drag is one step to undo and Esc takes it back; what is typed is sent on leaving.
/// Returns whether the last typed text was refused: the caller says why.
pub fn number_ui(
    ui: &mut Ui,
    texts: Texts,
    field: &NumberField<'_>,
    out: &mut Intents,
    to_intent: impl Fn(f64) -> Intent,
) -> (Response, bool) {
    let verdict: RefCell<Option<bool>> = RefCell::new(None);
    let mut value = field.value;
    let mut response = ui
        .push_id(field.id, |ui| {
            let drag = DragValue::new(&mut value)
                .speed(field.speed)
                .update_while_editing(false)
                .suffix(field.suffix)
                .custom_formatter(|value, _| {
                    let plain = || texts.plain_number(value, field.decimals);
                    field.instead.clone().unwrap_or_else(plain)
                })
                .custom_parser(|text| {
                    let text = text.trim_end_matches(field.suffix);
                    if field.instead.as_deref() == Some(text) {
                        return None;
                    }
                    let number = parse_number(text).filter(|number| (field.accepts)(*number));
                    *verdict.borrow_mut() = Some(number.is_some());
                    number
                });
            ui.add_sized([72.0, 26.0], drag)
        })
        .inner;
    if let Some(label) = field.label {
        response = response.labelled_by(label);
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        select_all(ui, response.id);
    }
    if response.drag_started() {
        out.push(Intent::BeginGesture(field.step));
    }
    if response.dragged() && ui.input(|input| input.key_pressed(Key::Escape)) {
        ui.ctx().stop_dragging();
        out.push(Intent::AbortGesture);
    } else if value != field.value {
        let sent = if response.dragged() {
            value.clamp(field.least, field.most)
        } else {
            value
        };
        if sent != field.value {
            out.push(to_intent(sent));
        }
    }
    if response.drag_stopped() {
        out.push(Intent::EndGesture);
    }
    let was_refused = remember(ui, field.id, verdict.into_inner(), response.dragged());
    (response, was_refused)
}

/// The field keeps the keyboard after Enter: a number typed next takes the place of this one, and is not added
/// to its digits.
fn select_all(ui: &Ui, id: Id) {
    let Some(mut state) = TextEditState::load(ui.ctx(), id) else {
        return;
    };
    let all = CCursorRange::two(CCursor::new(0), CCursor::new(MOST_SIGNS));
    state.cursor.set_char_range(Some(all));
    state.store(ui.ctx(), id);
}

fn remember(ui: &Ui, id: Id, verdict: Option<bool>, is_dragged: bool) -> bool {
    let key = id.with("refused");
    if is_dragged || verdict == Some(true) {
        ui.data_mut(|data| data.remove::<bool>(key));
        return false;
    }
    if verdict == Some(false) {
        ui.data_mut(|data| data.insert_temp(key, true));
    }
    ui.data(|data| data.get_temp(key)).unwrap_or(false)
}
