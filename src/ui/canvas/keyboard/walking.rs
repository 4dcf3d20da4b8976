//! From piece to piece and from relation to relation, and drawing a relation, without a pointer.

use egui::Response;

use crate::command::{Edit, Look};
use crate::desk::Tool;
use crate::edit::Selection;
use crate::model::{ActorId, RelationId};
use crate::ui::canvas::frame_input::FrameInput;
use crate::ui::canvas::input::Hand;
use crate::ui::canvas::places::nearest_of_all;

impl Hand {
    /// To the next actor; beyond the last one the keyboard leaves the board.
    pub(super) fn tab(&mut self, response: &Response, frame: &mut FrameInput<'_, '_>, backwards: bool) {
        let scene = frame.context.scene;
        let source = frame.relating_from();
        let order: Vec<ActorId> = self
            .index
            .reading_order(scene)
            .filter(|id| Some(*id) != source)
            .collect();
        let current = match source {
            Some(_) => self.keyboard.link_target,
            None => frame.context.selection().actors.first().copied(),
        };
        let at = current.and_then(|id| order.iter().position(|other| *other == id));
        let next = match (at, backwards) {
            (None, false) => order.first(),
            (None, true) => order.last(),
            (Some(at), false) => order.get(at + 1),
            (Some(at), true) => at.checked_sub(1).and_then(|at| order.get(at)),
        };
        if source.is_some() {
            // Choosing a target goes round: the keyboard stays until the relation is drawn.
            let round = if backwards { order.last() } else { order.first() };
            self.keyboard.link_target = next.or(round).copied();
            return;
        }
        self.keyboard.walks_relations_of = None;
        match next {
            Some(&id) => frame.out.push(Look::Reveal(Selection::of_actor(id))),
            None => self.leave(response),
        }
    }

    pub(super) fn start_link(&mut self, frame: &mut FrameInput<'_, '_>) {
        match frame.context.selection().single_actor() {
            Some(source) if frame.relating_from().is_none() => {
                frame.relate_from(Some(source));
                self.keyboard.link_target = nearest_of_all(frame.context.scene, source);
            }
            _ if frame.tool() == Tool::Relate => frame.take(Tool::Select),
            _ => {
                let from = frame.relating_from();
                frame.take(Tool::Relate);
                frame.relate_from(from);
            }
        }
    }

    pub(super) fn draw_link(&mut self, frame: &mut FrameInput<'_, '_>, stays: bool) {
        let (Some(source), Some(target)) = (frame.relating_from(), self.keyboard.link_target) else {
            return;
        };
        if source == target && !stays {
            return;
        }
        frame.out.push(Edit::AddRelation { source, target });
        if !stays || source == target {
            frame.relate_from(None);
            self.keyboard.link_target = None;
            self.keyboard.walks_relations_of = Some(source);
        }
    }

    /// The relations of the selected actor, one after the other.
    pub(super) fn walk_relations(&mut self, frame: &mut FrameInput<'_, '_>, backwards: bool) {
        let selection = frame.context.selection();
        let current = selection.single_relation();
        let walked = self.keyboard.walks_relations_of.filter(|_| current.is_some());
        let first_end = current.and_then(|id| Some(frame.context.constellation().relation(id)?.source));
        let Some(actor) = selection.single_actor().or(walked).or(first_end) else {
            return;
        };
        let shown = frame.context.scene.ties.iter().map(|tie| tie.relation);
        let constellation = frame.context.constellation();
        let relations: Vec<RelationId> = shown
            .filter(|id| constellation.relation(*id).is_some_and(|one| one.touches(actor)))
            .collect();
        if relations.is_empty() {
            return;
        }
        let at = current.and_then(|id| relations.iter().position(|other| *other == id));
        let count = relations.len();
        let next = match (at, backwards) {
            (Some(at), false) => (at + 1) % count,
            (Some(at), true) => (at + count - 1) % count,
            (None, false) => 0,
            (None, true) => count - 1,
        };
        self.keyboard.walks_relations_of = Some(actor);
        frame
            .out
            .push(Look::Reveal(Selection::of_relation(relations[next])));
    }
}
