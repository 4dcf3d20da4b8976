//! A new attribute: a name, a type, and Enter or the button.

use egui::{Id, Key, Response, TextEdit, Ui};

use crate::command::Edit;
use crate::model::{AttributeOf, AttributeType};
use crate::ui::widgets::{ChoiceField, button_width, forget_standing, note_standing, within_ui};
use crate::ui::{FrameContext, Intents};

use super::attributes::type_choice_ui;

/// What was typed of it so far.
#[derive(Debug, Clone, Default)]
struct Typed {
    name: String,
    of_type: AttributeType,
    /// One was added just now: the field went a row down, perhaps out of sight, and the keyboard is still in it.
    moves_down: bool,
}

pub fn new_attribute_ui(ui: &mut Ui, context: &FrameContext<'_>, of: AttributeOf, out: &mut Intents) {
    let key = Id::new(("new-attribute", of));
    let mut typed: Typed = ui.data(|store| store.get_temp(key)).unwrap_or_default();
    let response = name_ui(ui, context, key, &mut typed.name);
    if std::mem::take(&mut typed.moves_down) {
        response.scroll_to_me(None);
    }
    let mut is_entered = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let name = typed.name.trim().to_owned();
    if name.is_empty() {
        forget_standing(ui.ctx(), key);
        ui.data_mut(|store| store.insert_temp(key, typed));
        return;
    }
    is_entered |= type_ui(ui, context, key, &response, &mut typed.of_type);
    let add = Edit::AddAttribute(of, name, typed.of_type);
    if is_entered {
        out.push(add);
        typed = Typed {
            moves_down: true,
            ..Typed::default()
        };
        forget_standing(ui.ctx(), key);
    } else {
        note_standing(ui.ctx(), key, vec![add]);
    }
    ui.data_mut(|store| store.insert_temp(key, typed));
}

fn name_ui(ui: &mut Ui, context: &FrameContext<'_>, key: Id, name: &mut String) -> Response {
    let label = context.t("attribute-new");
    let response = ui.add(
        TextEdit::singleline(name)
            .id(key.with("field"))
            .hint_text(label.as_str())
            .desired_width(f32::INFINITY),
    );
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(label.as_str()));
    response
}

/// Its type, and the button. Returns whether that was pressed.
fn type_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    key: Id,
    name: &Response,
    of_type: &mut AttributeType,
) -> bool {
    let row = ui.horizontal(|ui| {
        let label = context.t("attribute-new-type");
        let add = context.t("attribute-add");
        let mut choice = ChoiceField::named(key.with("type"), &label);
        choice.tells_again = true;
        let room = ui.available_width() - button_width(ui, &add);
        let picked = within_ui(ui, room, |ui| type_choice_ui(ui, context, &choice, *of_type));
        let is_pressed = ui.button(add).clicked();
        if picked.is_some() || is_pressed {
            // Back to the name: Enter adds it, and the next name can be typed.
            name.request_focus();
        }
        *of_type = picked.unwrap_or(*of_type);
        is_pressed
    });
    if name.changed() {
        row.response.scroll_to_me(None);
    }
    row.inner
}
