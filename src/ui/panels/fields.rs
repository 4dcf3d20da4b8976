//! Fields of one figure that stand in more than one panel.

use egui::Id;

use crate::edit::Label;
use crate::model::is_valid_weight;
use crate::ui::widgets::NumberField;

/// A relation's strength.
pub fn weight<'a>(id: Id, label: Option<Id>, weight: f64) -> NumberField<'a> {
    NumberField {
        id,
        label,
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

/// The height of an actor's tower; `instead` is shown where there is none, or not one.
pub fn influence<'a>(
    id: Id,
    label: Option<Id>,
    influence: Option<u32>,
    instead: Option<&str>,
) -> NumberField<'a> {
    NumberField {
        id,
        label,
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
