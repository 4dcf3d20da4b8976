//! Choosing one word of a list, with room for "unknown", for mixed values and for a new word.

use egui::{
    Button, ComboBox, Id, IntoAtoms, Key, PopupCloseBehavior, Response, RichText, TextEdit, Ui, vec2,
};

use super::{Symbol, forget_standing, symbol_ui};
use crate::i18n::{Texts, shown};
use crate::ui::keys;

/// One value for all that is selected, or several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SharedValue<T> {
    Same(T),
    Mixed,
}

impl<T> SharedValue<T> {
    pub fn same(self) -> Option<T> {
        match self {
            Self::Same(value) => Some(value),
            Self::Mixed => None,
        }
    }
}

/// The value that all have; [`SharedValue::Mixed`] when they differ or there are none.
pub fn shared<T: PartialEq>(values: impl IntoIterator<Item = T>) -> SharedValue<T> {
    let mut values = values.into_iter();
    match values.next() {
        Some(first) if values.all(|other| other == first) => SharedValue::Same(first),
        _ => SharedValue::Mixed,
    }
}

/// One entry of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Choice<T> {
    pub value: T,
    pub text: String,
    pub symbol: Symbol,
}

impl<T> Choice<T> {
    pub fn new(value: T, text: impl Into<String>) -> Self {
        Self {
            value,
            text: bounded(text.into()),
            symbol: Symbol::None,
        }
    }

    pub fn with(value: T, text: impl Into<String>, symbol: Symbol) -> Self {
        Self {
            value,
            text: bounded(text.into()),
            symbol,
        }
    }
}

/// Copied only when it is too long to be shown.
fn bounded(text: String) -> String {
    match shown(&text) {
        std::borrow::Cow::Borrowed(_) => text,
        std::borrow::Cow::Owned(part) => part,
    }
}

/// What the user picked.
#[derive(Debug, Clone, PartialEq)]
pub enum Picked<T> {
    Value(T),
    /// A word that is not in the list yet.
    NewWord(String),
    /// Such a word, not entered yet: whoever would make something of it says what, with
    /// [`note_standing`](super::note_standing).
    HalfTyped(Id, String),
}

/// A field with a list under it.
pub struct ChoiceField<'a> {
    pub id: Id,
    pub label: Option<Id>,
    /// Its name, where there is no label to see.
    pub name: Option<&'a str>,
    pub offers_new_word: bool,
    /// Also says that what holds was picked again, to whoever goes on after a pick.
    pub tells_again: bool,
    pub width: f32,
}

impl<'a> ChoiceField<'a> {
    pub fn new(id: Id, label: Id) -> Self {
        Self {
            id,
            label: Some(label),
            name: None,
            offers_new_word: false,
            tells_again: false,
            width: f32::INFINITY,
        }
    }

    pub fn named(id: Id, name: &'a str) -> Self {
        Self {
            id,
            label: None,
            name: Some(name),
            offers_new_word: false,
            tells_again: false,
            width: f32::INFINITY,
        }
    }

    pub fn with_new_word(mut self) -> Self {
        self.offers_new_word = true;
        self
    }
}

/// A [`choice_ui`] of words alone.
pub fn plain_choice_ui<T: PartialEq>(
    ui: &mut Ui,
    texts: Texts,
    field: &ChoiceField<'_>,
    current: &SharedValue<T>,
    current_text: &str,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<Picked<T>> {
    choice_ui(ui, texts, field, current, current_text, &Symbol::None, choices)
}

/// Draws the field; the list is only made when it is open. Returns what was picked when it differs, or when the field asks for it.
pub fn choice_ui<T: PartialEq>(
    ui: &mut Ui,
    texts: Texts,
    field: &ChoiceField<'_>,
    current: &SharedValue<T>,
    current_text: &str,
    current_symbol: &Symbol,
    choices: impl FnOnce() -> Vec<Choice<T>>,
) -> Option<Picked<T>> {
    let mut picked = None;
    if *current_symbol != Symbol::None {
        symbol_ui(ui, current_symbol);
    }
    // The popup's own margin and button padding come on top of the width asked for.
    let width = field.width.min(ui.available_width());
    let shown = match current {
        SharedValue::Same(_) => shown(current_text).into_owned(),
        SharedValue::Mixed => texts.t("value-mixed"),
    };
    let combo = ComboBox::from_id_salt(field.id)
        .selected_text(shown.as_str())
        .width(width)
        .truncate()
        .height(320.0)
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show_ui(ui, |ui| {
            for choice in choices() {
                let is_current = matches!(current, SharedValue::Same(value) if *value == choice.value);
                if choice_row_ui(ui, &choice, is_current).clicked() {
                    if !is_current || field.tells_again {
                        picked = Some(Picked::Value(choice.value));
                    }
                    ui.close();
                }
            }
            if field.offers_new_word
                && let Some(word) = new_word_ui(ui, texts, field.id)
            {
                if matches!(word, Picked::NewWord(_)) {
                    ui.close();
                }
                picked = picked.take().or(Some(word));
            }
        });
    if let Some(name) = field.name {
        ui.ctx()
            .accesskit_node_builder(combo.response.id, |builder| builder.set_label(name));
    }
    let response = match field.label {
        Some(label) => combo.response.labelled_by(label),
        None => combo.response,
    };
    if is_cut(ui, &shown, response.rect.width()) {
        response.on_hover_text(shown);
    }
    picked
}

/// Whether a field of this width, with its arrow, has no room for all of the text.
fn is_cut(ui: &Ui, text: &str, width: f32) -> bool {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let whole = ui
        .painter()
        .layout_no_wrap(text.to_owned(), font, egui::Color32::PLACEHOLDER);
    let spacing = ui.spacing();
    let arrow = spacing.icon_width + spacing.icon_spacing + 2.0 * spacing.button_padding.x;
    whole.size().x > width - arrow
}

fn choice_row_ui<T>(ui: &mut Ui, choice: &Choice<T>, is_current: bool) -> Response {
    ui.horizontal(|ui| {
        if choice.symbol != Symbol::None {
            symbol_ui(ui, &choice.symbol);
        }
        // As wide as the list, with its word at the left, as entries without a sample are.
        let button = Button::selectable(is_current, choice.text.as_str()).right_text("");
        // What measures how wide the list is must not be measured by it.
        let width = if ui.is_sizing_pass() {
            0.0
        } else {
            ui.available_width()
        };
        let response = entry_ui(ui, is_current, button.min_size(vec2(width, 0.0)));
        // Not with what puts the word to the left.
        response.widget_info(|| {
            egui::WidgetInfo::selected(
                egui::WidgetType::Button,
                ui.is_enabled(),
                is_current,
                &choice.text,
            )
        });
        response
    })
    .inner
}

/// One entry of a list that opens; the keyboard begins at the one that holds.
pub fn option_ui<'a>(ui: &mut Ui, is_current: bool, text: impl IntoAtoms<'a>) -> Response {
    entry_ui(ui, is_current, Button::selectable(is_current, text))
}

fn entry_ui(ui: &mut Ui, is_current: bool, button: Button<'_>) -> Response {
    let response = ui.add(button);
    if is_current {
        keys::note_current(ui.ctx(), response.id);
    }
    response
}

/// An entry of a menu that opens a menu of its own, by pointer and by key.
pub fn submenu_ui(ui: &mut Ui, text: String, contents: impl FnOnce(&mut Ui)) {
    let entry = ui.menu_button(text, contents).response;
    keys::note_submenu(ui.ctx(), entry.id);
}

fn new_word_ui<T>(ui: &mut Ui, texts: Texts, id: Id) -> Option<Picked<T>> {
    ui.separator();
    let key = id.with("new_word");
    let mut word: String = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    let label = texts.t("choice-new-word");
    let response = ui.add(
        TextEdit::singleline(&mut word)
            .id(key.with("field"))
            .hint_text(label.as_str())
            .desired_width(150.0),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(label.as_str()));
    let is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let trimmed = word.trim().to_owned();
    if trimmed.is_empty() || is_entered {
        forget_standing(ui.ctx(), key);
    }
    if is_entered && !trimmed.is_empty() {
        ui.data_mut(|data| data.remove::<String>(key));
        return Some(Picked::NewWord(trimmed));
    }
    ui.data_mut(|data| data.insert_temp(key, word));
    (!trimmed.is_empty()).then_some(Picked::HalfTyped(key, trimmed))
}

/// A few values side by side, one of them on. Returns the one that was pressed when it was off.
pub fn switch_ui<T: PartialEq + Copy>(
    ui: &mut Ui,
    current: SharedValue<T>,
    options: &[(T, String, String)],
) -> Option<T> {
    let mut picked = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        ui.spacing_mut().button_padding.x = 6.0;
        for (value, sign, label) in options {
            let is_on = current == SharedValue::Same(*value);
            let response =
                ui.add(Button::selectable(is_on, RichText::new(sign).size(13.0)).frame_when_inactive(true));
            response.widget_info(|| {
                egui::WidgetInfo::selected(egui::WidgetType::RadioButton, ui.is_enabled(), is_on, label)
            });
            let response = if sign == label {
                response
            } else {
                response.on_hover_text(label)
            };
            if response.clicked() && !is_on {
                picked = Some(*value);
            }
        }
    });
    picked
}
