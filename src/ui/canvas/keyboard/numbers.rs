//! Digits, signs and letters that say something of what is selected: weights, towers, stance, tempo.

use egui::Key;

use crate::command::{DeskChange, Edit};
use crate::desk::Tool;
use crate::edit::{ActorField, Label, RelationField};
use crate::model::{Actor, RelationId, Stance, Tempo, tower_after};
use crate::ui::canvas::frame_input::FrameInput;

/// A digit: the weight of the selected relations or of the next one; the tower of selected actors.
pub(super) fn set_number(frame: &mut FrameInput<'_, '_>, digit: u8) {
    let relations: Vec<RelationId> = frame.context.selection().relations.iter().copied().collect();
    let actors = frame.actors_on_board();
    let is_relating = frame.relating_from().is_some() || frame.tool() == Tool::Relate;
    if digit > 0 && !relations.is_empty() && frame.relating_from().is_none() {
        let edit = RelationField::Weight(f64::from(digit)).into();
        frame.out.push(Edit::EditRelations(relations, edit));
    } else if digit > 0 && is_relating {
        frame.out.push(DeskChange::ActiveWeight(f64::from(digit)));
    } else if !actors.is_empty() && !is_relating {
        let edit = ActorField::Influence(Some(u32::from(digit))).into();
        frame.out.push(Edit::EditActors(actors, edit));
    }
}

/// Plus and minus build the tower of every selected actor.
pub(super) fn tower(frame: &mut FrameInput<'_, '_>, step: i32) {
    let constellation = frame.context.constellation();
    let edits: Vec<_> = frame
        .actors_on_board()
        .iter()
        .filter_map(|id| {
            let before = constellation.actor(*id)?.influence;
            let after = tower_after(before, step);
            let edit = ActorField::Influence(Some(after)).into();
            (before != Some(after)).then(|| Edit::EditActors(vec![*id], edit))
        })
        .collect();
    if !edits.is_empty() {
        frame.out.push(Edit::Begin(Label::EditActor));
        frame.out.extend(edits);
        frame.out.push(Edit::End);
    }
}

/// The keys of the tool for towers, beside digits and signs. Returns whether this is one of them.
pub(super) fn key_of_towers(frame: &mut FrameInput<'_, '_>, key: Key) -> bool {
    let constellation = frame.context.constellation();
    let next = |actor: &Actor| -> Option<ActorField> {
        match key {
            Key::H => Some(ActorField::Stance(Stance::after(actor.stance))),
            Key::T => Some(ActorField::Tempo(Tempo::after(actor.tempo))),
            // Not yet given, which is another thing than nought.
            Key::Backspace => Some(ActorField::Influence(None)),
            _ => None,
        }
    };
    let actors = frame.actors_on_board();
    // Of several, all get what is next for the first of them.
    let first = actors.first().and_then(|id| constellation.actor(*id));
    if let Some(edit) = first.and_then(next) {
        frame.out.push(Edit::EditActors(actors, edit.into()));
        return true;
    }
    matches!(key, Key::H | Key::T | Key::Backspace)
}

pub(super) fn digit_of(key: Key) -> Option<u8> {
    const DIGITS: [Key; 10] = [
        Key::Num0,
        Key::Num1,
        Key::Num2,
        Key::Num3,
        Key::Num4,
        Key::Num5,
        Key::Num6,
        Key::Num7,
        Key::Num8,
        Key::Num9,
    ];
    let at = DIGITS.iter().position(|digit| *digit == key)?;
    u8::try_from(at).ok()
}
