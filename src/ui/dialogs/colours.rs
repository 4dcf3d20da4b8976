//! Colours of the user's own for what the pieces are coloured by.

use egui::{Id, Ui};

use super::{first_place, window};
use crate::command::Edit;
use crate::edit::operations::{AttributeEdit, Word};
use crate::model::{AttributeOf, Constellation, Rgb};
use crate::scene::{ColourBy, ColourChoice, SHAPE_CONTRAST, colour_choices, contrast};
use crate::ui::panels::colouring::name_of_colouring;
use crate::ui::widgets::{panel_scroll, remark_ui, rows_ui, sign_button_ui, swatch_button_ui};
use crate::ui::{FrameContext, Intents};

/// Height of most words, in points.
const USUAL_ROW: f32 = 34.0;

pub fn colours_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let (constellation, by) = (context.constellation(), &context.lens.colour_by);
    window(ui, context.t("colours-title"), is_open)
        .default_pos(first_place(ui))
        .default_size([420.0, 420.0])
        .show(ui.ctx(), |ui| {
            let name = name_of_colouring(by, constellation, context.texts);
            remark_ui(ui, &context.texts.with("colours-of", &[("by", name.into())]));
            if *by == ColourBy::Community {
                remark_ui(ui, &context.t("colours-of-groups"));
                return;
            }
            let choices = colour_choices(constellation, by, context.palette);
            if choices.is_empty() {
                remark_ui(ui, &context.t("vocabulary-empty"));
            }
            panel_scroll(ui, "colours", by.key())
                .auto_shrink([false, true])
                .show(ui, |ui| {
                    rows_ui(ui, by.key(), USUAL_ROW, choices.len(), |ui, at| {
                        ui.push_id(&choices[at].id, |ui| choice_ui(ui, context, &choices[at], out));
                    });
                });
        });
}

fn choice_ui(ui: &mut Ui, context: &FrameContext<'_>, choice: &ColourChoice, out: &mut Intents) {
    let (constellation, by) = (context.constellation(), &context.lens.colour_by);
    let label = choice.caption.text(context.texts).into_owned();
    let name = context
        .texts
        .with("vocabulary-colour", &[("name", label.clone().into())]);
    ui.horizontal(|ui| {
        let id = Id::new(("own-colour", by.key(), &choice.id));
        let to_edit = |colour| recoloured(constellation, by, &choice.id, Some(colour));
        swatch_button_ui(ui, context.texts, (id, &name), choice.colour, out, to_edit);
        if has_own_colour(constellation, by, &choice.id) {
            let standard = context
                .texts
                .with("colours-standard", &[("name", label.clone().into())]);
            if sign_button_ui(ui, "↺", &standard).clicked()
                && let Some(edit) = recoloured(constellation, by, &choice.id, None)
            {
                out.push(edit);
            }
        }
        ui.label(label);
    });
    if contrast(choice.colour, context.palette.board) < SHAPE_CONTRAST {
        remark_ui(ui, &context.t("colours-too-faint"));
    }
}

/// Whether the word has a colour that can be taken from it; a sector has no other.
fn has_own_colour(constellation: &Constellation, by: &ColourBy, id: &str) -> bool {
    let words = &constellation.vocabulary;
    match by {
        ColourBy::Sector | ColourBy::Community => false,
        ColourBy::Level => words.level(&id.into()).is_some_and(|word| word.colour.is_some()),
        ColourBy::Region => words.region(&id.into()).is_some_and(|word| word.colour.is_some()),
        ColourBy::Kind => words
            .actor_kind(&id.into())
            .is_some_and(|word| word.colour.is_some()),
        ColourBy::Domain => words.domain(&id.into()).is_some_and(|word| word.colour.is_some()),
        ColourBy::Attribute(key) => {
            let declared = constellation.declared(AttributeOf::Actors, key);
            declared.is_some_and(|attribute| attribute.colours.contains_key(id))
        }
    }
}

/// The word with this colour, or with `None` with the one that follows from its place.
fn recoloured(constellation: &Constellation, by: &ColourBy, id: &str, colour: Option<Rgb>) -> Option<Edit> {
    let words = &constellation.vocabulary;
    let word = match by {
        ColourBy::Sector => {
            let mut word = words.sector(&id.into())?.clone();
            word.colour = colour?;
            Word::Sector(word)
        }
        ColourBy::Level => {
            let mut word = words.level(&id.into())?.clone();
            word.colour = colour;
            Word::Level(word)
        }
        ColourBy::Region => {
            let mut word = words.region(&id.into())?.clone();
            word.colour = colour;
            Word::Region(word)
        }
        ColourBy::Kind => {
            let mut word = words.actor_kind(&id.into())?.clone();
            word.colour = colour;
            Word::ActorKind(word)
        }
        ColourBy::Domain => {
            let mut word = words.domain(&id.into())?.clone();
            word.colour = colour;
            Word::Domain(word)
        }
        ColourBy::Community => return None,
        ColourBy::Attribute(key) => {
            let edit = AttributeEdit::Colour(id.to_owned(), colour);
            return Some(Edit::EditAttribute(AttributeOf::Actors, key.clone(), edit));
        }
    };
    Some(Edit::EditWord(Box::new(word)))
}
