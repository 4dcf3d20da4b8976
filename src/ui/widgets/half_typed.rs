//! Letters in a field that are no value of it yet: a word in a number, half a colour code. Leaving the field sends
//! nothing of them; a killed program must not lose them either, and they come back as a note.

use egui::{Context, Id};

use crate::command::Edit;
use crate::model::NoteTarget;

/// A field that was not drawn for this many passes is gone.
const GONE_AFTER: u64 = 2;

/// There is one at most, because one field has the keyboard.
#[derive(Clone)]
struct HalfTyped {
    field: Id,
    note: Edit,
    last_drawn: u64,
}

fn key() -> Id {
    Id::new("half-typed")
}

fn load(ctx: &Context) -> Option<HalfTyped> {
    ctx.data(|data| data.get_temp(key()))
}

/// To be called in every frame in which these letters stand in the field. `name`: of the field.
pub fn note_half_typed(ctx: &Context, field: Id, about: NoteTarget, name: &str, letters: &str) {
    let half_typed = HalfTyped {
        field,
        note: Edit::AddNote(about, format!("{name}: {}", letters.trim())),
        last_drawn: ctx.cumulative_pass_nr(),
    };
    ctx.data_mut(|data| data.insert_temp(key(), half_typed));
}

/// The field was left, or what stands in it is a value now.
pub fn forget_half_typed(ctx: &Context, field: Id) {
    if load(ctx).is_some_and(|half_typed| half_typed.field == field) {
        ctx.data_mut(|data| data.remove::<HalfTyped>(key()));
    }
}

/// What is to come back of such letters: a note, with the name of the field.
pub fn half_typed(ctx: &Context) -> Option<Edit> {
    let half_typed = load(ctx)?;
    let is_there = half_typed.last_drawn + GONE_AFTER >= ctx.cumulative_pass_nr();
    is_there.then_some(half_typed.note)
}
