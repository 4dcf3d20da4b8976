//! Digits and signs: weights and towers.

use egui::Key;

use crate::command::{DeskChange, Edit};
use crate::desk::Tool;
use crate::edit::{ActorField, Label, RelationField};
use crate::model::RelationId;
use crate::ui::canvas::turn::Turn;

/// A digit: the weight of the selected relations or of the next one; the tower of selected actors.
pub(super) fn set_number(turn: &mut Turn<'_, '_>, digit: u8) {
    let relations: Vec<RelationId> = turn.context.selection().relations.iter().copied().collect();
    let actors = turn.actors_on_board();
    let is_relating = turn.relating_from().is_some() || turn.tool() == Tool::Relate;
    if digit > 0 && !relations.is_empty() && turn.relating_from().is_none() {
        let edit = RelationField::Weight(f64::from(digit)).into();
        turn.out.push(Edit::EditRelations(relations, edit));
    } else if digit > 0 && is_relating {
        turn.out.push(DeskChange::ActiveWeight(f64::from(digit)));
    } else if !actors.is_empty() && !is_relating {
        let edit = ActorField::Influence(Some(u32::from(digit))).into();
        turn.out.push(Edit::EditActors(actors, edit));
    }
}

/// Plus and minus build the tower of every selected actor.
pub(super) fn tower(turn: &mut Turn<'_, '_>, step: i32) {
    let constellation = turn.context.constellation();
    let edits: Vec<_> = turn
        .actors_on_board()
        .iter()
        .filter_map(|id| {
            let before = constellation.actor(*id)?.influence;
            let after = before.unwrap_or(0).checked_add_signed(step)?;
            let edit = ActorField::Influence(Some(after)).into();
            (before != Some(after)).then(|| Edit::EditActors(vec![*id], edit))
        })
        .collect();
    if !edits.is_empty() {
        turn.out.push(Edit::Begin(Label::EditActor));
        turn.out.extend(edits);
        turn.out.push(Edit::End);
    }
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
