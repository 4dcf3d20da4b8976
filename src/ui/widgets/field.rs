//! Text fields that send one intent per visit: one step to undo, and none when nothing changed.

use egui::{Context, Event, Id, Key, Response, TextEdit, Ui};

use crate::command::Intent;
use crate::i18n::{MOST_SHOWN, edited_whole, shown_up_to};
use crate::ui::Intents;
use crate::ui::keys::{self, KeyOwner};

/// At most this many characters of a text of several lines are shown in its field.
const MOST_LINES_SHOWN: usize = 20_000;

/// A field of text about the document.
pub struct Field<'a> {
    /// Of what is edited, ids included: another actor is another field.
    pub id: Id,
    /// The label that names it.
    pub label: Option<Id>,
    /// Its name, where there is no label to see.
    pub name: Option<&'a str>,
    /// What the document says.
    pub value: &'a str,
    pub hint: &'a str,
    /// More than one makes it a field of several lines.
    pub rows: usize,
    pub width: f32,
    pub has_frame: bool,
}

impl<'a> Field<'a> {
    pub fn new(id: Id, value: &'a str) -> Self {
        Self {
            id,
            label: None,
            name: None,
            value,
            hint: "",
            rows: 1,
            width: f32::INFINITY,
            has_frame: true,
        }
    }

    pub fn labelled(mut self, label: Id) -> Self {
        self.label = Some(label);
        self
    }

    pub fn named(mut self, name: &'a str) -> Self {
        self.name = Some(name);
        self
    }

    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = rows;
        self
    }

    pub fn frameless(mut self) -> Self {
        self.has_frame = false;
        self
    }
}

/// Text typed but not yet sent. There is one at most, because one field has the keyboard.
#[derive(Clone)]
struct PendingText {
    id: Id,
    /// What the document said when typing began.
    value: String,
    text: String,
    intent: Intent,
    last_drawn: u64,
}

fn key() -> Id {
    Id::new("pending-field")
}

fn load(ctx: &Context) -> Option<PendingText> {
    ctx.data(|data| data.get_temp(key()))
}

fn store(ctx: &Context, pending: PendingText) {
    ctx.data_mut(|data| data.insert_temp(key(), pending));
}

fn take(ctx: &Context) -> Option<PendingText> {
    let pending = load(ctx);
    ctx.data_mut(|data| data.remove::<PendingText>(key()));
    pending
}

/// Draws the field. What was typed is sent when the field is left or Enter is pressed; Esc restores.
pub fn field_ui<R: Into<Intent>>(
    ui: &mut Ui,
    field: Field<'_>,
    out: &mut Intents,
    to_request: impl FnOnce(String) -> R,
) -> Response {
    let ctx = ui.ctx().clone();
    // A document that changed under the typing (undo, another view) wins.
    let pending = load(&ctx).filter(|pending| pending.id == field.id && pending.value == field.value);
    // Of a value without end a part is shown, and what is not shown stays as it is.
    let most = if field.rows > 1 {
        MOST_LINES_SHOWN
    } else {
        MOST_SHOWN
    };
    let value = shown_up_to(field.value, most);
    let mut text = pending
        .as_ref()
        .map_or_else(|| value.to_string(), |pending| pending.text.clone());
    let response = edit_ui(ui, &field, &mut text);
    // A question that came up takes the keyboard, and that says nothing about what was being typed.
    let is_asked = keys::owner(&ctx) == KeyOwner::Question;
    if response.lost_focus() && !is_asked {
        let is_cancelled = ui.input(|input| input.key_pressed(Key::Escape));
        if load(&ctx).is_some_and(|pending| pending.id == field.id)
            && let Some(pending) = take(&ctx)
            && !is_cancelled
            && pending.value == field.value
        {
            out.push(pending.intent);
        }
    } else if response.changed() && text != value {
        store(
            &ctx,
            PendingText {
                id: field.id,
                value: field.value.to_owned(),
                intent: to_request(edited_whole(&text, field.value, most)).into(),
                text,
                last_drawn: ctx.cumulative_pass_nr(),
            },
        );
    } else if response.changed() {
        take(&ctx);
    } else if let Some(mut pending) = pending {
        pending.last_drawn = ctx.cumulative_pass_nr();
        store(&ctx, pending);
    }
    response
}

fn edit_ui(ui: &mut Ui, field: &Field<'_>, text: &mut String) -> Response {
    let edit = if field.rows > 1 {
        TextEdit::multiline(text).desired_rows(field.rows)
    } else {
        TextEdit::singleline(text)
    };
    let mut edit = edit.id(field.id).hint_text(field.hint).desired_width(field.width);
    if !field.has_frame {
        edit = edit.frame(egui::Frame::NONE.inner_margin(egui::Margin::symmetric(2, 2)));
    }
    let response = ui.add(edit);
    if field.rows > 1 && response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
        // A new line is a letter like any other here.
        keys::note_takes_back(ui.ctx(), response.id, keys::TakesBack::Letters);
    }
    if let Some(name) = field.name {
        ui.ctx()
            .accesskit_node_builder(response.id, |builder| builder.set_label(name));
    }
    match field.label {
        Some(label) => response.labelled_by(label),
        None => response,
    }
}

/// A number that is being typed stands as text does, so that it is no more lost than a name.
pub(super) fn note_number(ctx: &Context, id: Id, value: f64, number: f64, intent: Intent) {
    let pending = PendingText {
        id,
        value: value.to_string(),
        text: number.to_string(),
        intent,
        last_drawn: ctx.cumulative_pass_nr(),
    };
    store(ctx, pending);
}

/// The number that is being typed in this field, while the document says what it said when typing began.
pub(super) fn typed_number(ctx: &Context, id: Id, value: f64) -> Option<f64> {
    let mut pending = load(ctx).filter(|pending| pending.id == id && pending.value == value.to_string())?;
    let number = pending.text.parse().ok();
    pending.last_drawn = ctx.cumulative_pass_nr();
    store(ctx, pending);
    number
}

/// Drops what was typed in this field.
pub(super) fn forget_typed(ctx: &Context, id: Id) {
    if load(ctx).is_some_and(|pending| pending.id == id) {
        take(ctx);
    }
}

/// What is being typed in this field, while the document says what it said when typing began.
pub fn typed_text(ctx: &Context, id: Id, value: &str) -> Option<String> {
    let pending = load(ctx).filter(|pending| pending.id == id && pending.value == value)?;
    Some(pending.text)
}

/// Writes another text in the field in which something is typed; leaving it asks for this.
pub fn retype(ctx: &Context, id: Id, value: &str, text: &str, request: impl Into<Intent>) {
    let pending = PendingText {
        id,
        value: value.to_owned(),
        text: text.to_owned(),
        intent: request.into(),
        last_drawn: ctx.cumulative_pass_nr(),
    };
    store(ctx, pending);
}

/// What leaving the field in which something is typed would ask for.
pub fn typed_in_field(ctx: &Context) -> Option<Intent> {
    load(ctx).map(|pending| pending.intent)
}

/// Sends what was typed in a field that is no longer there, and before a command that acts on the whole
/// (saving). To be called first in every frame.
pub fn settle_fields(ctx: &Context, out: &mut Intents) {
    let Some(pending) = load(ctx) else { return };
    let is_gone = pending.last_drawn + 1 < ctx.cumulative_pass_nr();
    if (is_gone || acts_on_the_whole(ctx))
        && let Some(pending) = take(ctx)
    {
        out.push(pending.intent);
    }
}

/// Sends what is being typed, before something that cannot wait for the field to be left.
pub fn flush_fields(ctx: &Context, out: &mut Intents) {
    if let Some(pending) = take(ctx) {
        out.push(pending.intent);
    }
}

fn acts_on_the_whole(ctx: &Context) -> bool {
    // The last three ask first, and leave the field as it is until that is answered.
    const OF_TEXT: [Key; 15] = [
        Key::A,
        Key::C,
        Key::V,
        Key::X,
        Key::Y,
        Key::Z,
        Key::ArrowLeft,
        Key::ArrowRight,
        Key::Home,
        Key::End,
        Key::Backspace,
        Key::Delete,
        Key::N,
        Key::O,
        Key::Q,
    ];
    ctx.input(|input| {
        input.events.iter().any(|event| match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } => modifiers.command && !OF_TEXT.contains(key),
            _ => false,
        })
    })
}
