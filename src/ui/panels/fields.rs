//! Fields of one figure that stand in more than one panel.

use egui::Id;

use crate::edit::Label;
use crate::model::{ActorId, NoteTarget, RelationId, is_valid_weight};
use crate::ui::widgets::NumberField;

/// Whom a note of a field is about: of several, the constellation.
fn about<T: Copy>(ids: &[T], one: fn(T) -> NoteTarget) -> NoteTarget {
    match ids {
        [id] => one(*id),
        _ => NoteTarget::Constellation,
    }
}

/// The strength of these relations.
pub fn weight<'a>(id: Id, label: Option<Id>, relations: &[RelationId], weight: f64) -> NumberField<'a> {
    NumberField {
        id,
        label,
        name: "field-weight",
        about: about(relations, NoteTarget::Relation),
        value: weight,
        instead: None,
        least: 0.1,
        most: 1e6,
        speed: 0.05,
        decimals: 3,
        suffix: "",
        accepts: is_valid_weight,
        step: Label::SetWeight,
    }
}

/// The height of the tower of these actors; `instead` is shown where there is none, or not one.
pub fn influence<'a>(
    id: Id,
    label: Option<Id>,
    actors: &[ActorId],
    influence: Option<u32>,
    instead: Option<&str>,
) -> NumberField<'a> {
    NumberField {
        id,
        label,
        name: "field-influence",
        about: about(actors, NoteTarget::Actor),
        value: f64::from(influence.unwrap_or(0)),
        instead: instead.map(str::to_owned),
        least: 0.0,
        most: 99.0,
        speed: 0.05,
        decimals: 0,
        suffix: "",
        accepts: |value| (0.0..=9999.0).contains(&value) && value.fract() == 0.0,
        step: Label::EditActor,
    }
}
