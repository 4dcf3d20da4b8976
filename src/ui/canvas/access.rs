//! The board for screen readers (and for tests): every piece and relation in sight is a node with a name.

use std::collections::BTreeMap;

use egui::accesskit::{Action, ActionRequest, Node, Role};
use egui::{Event, Id, Rect, Response, Sense, Ui, WidgetInfo, WidgetType, vec2};

use super::Hovered;
use super::camera::Viewport;
use super::geometry::tie_curve;
use super::input::{Hand, piece_rect_on_screen};
use super::menu::{display_name, ends};
use crate::command::Look;
use crate::edit::Selection;
use crate::model::{ActorId, RelationId};
use crate::ui::{FrameContext, Intents};

/// No more nodes than a person can walk through, so that a frame of a big board stays cheap.
const MOST_PIECES: usize = 500;
const MOST_TIES: usize = 1000;

fn piece_id(board: &Response, actor: ActorId) -> Id {
    board.id.with(("piece", actor.0))
}

fn tie_id(board: &Response, relation: RelationId) -> Id {
    board.id.with(("tie", relation.0))
}

/// Describes the board and answers what assistive programs ask of its parts.
pub fn access_ui(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    hand: &mut Hand,
    viewport: &Viewport,
    out: &mut Intents,
) {
    let selection = context.selection();
    let focused = selection
        .single_actor()
        .map(|id| piece_id(board, id))
        .or(selection.single_relation().map(|id| tie_id(board, id)))
        .filter(|_| board.has_focus());
    let scene = context.scene;
    let name = || {
        context.texts.with(
            "board-name",
            &[
                ("actors", scene.pieces.len().into()),
                ("relations", scene.ties.len().into()),
            ],
        )
    };
    let is_active = ui
        .accesskit_node_builder(board.id, |node| {
            node.set_role(Role::Application);
            if let Some(id) = focused {
                node.set_active_descendant(id.accesskit_id());
            }
        })
        .is_some();
    if !is_active {
        return;
    }
    let label = name();
    ui.accesskit_node_builder(board.id, |node| node.set_label(label));
    let in_sight = viewport.rect;
    let degrees = degrees(context);
    pieces(ui, board, context, viewport, in_sight, &degrees);
    ties(ui, board, context, viewport, in_sight);
    if context.desk.renaming.is_none() {
        requests(ui, board, context, hand, viewport, out);
    }
}

/// Relations per piece of the scene.
fn degrees(context: &FrameContext<'_>) -> Vec<usize> {
    let mut degrees = vec![0; context.scene.pieces.len()];
    for tie in context.scene.ties.iter() {
        degrees[tie.from] += 1;
        if tie.from != tie.to {
            degrees[tie.to] += 1;
        }
    }
    degrees
}

fn pieces(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    viewport: &Viewport,
    in_sight: Rect,
    degrees: &[usize],
) {
    let mut room = MOST_PIECES;
    let role = context.t("board-role-actor");
    // One text per number of relations, not one per piece.
    let mut counts: BTreeMap<usize, String> = BTreeMap::new();
    for (piece, degree) in context.scene.pieces.iter().zip(degrees) {
        let is_selected = context.selection().actors.contains(&piece.actor);
        let rect = piece_rect_on_screen(viewport, piece);
        if !is_selected && (room == 0 || !in_sight.intersects(rect)) {
            continue;
        }
        room = room.saturating_sub(1);
        let Some(actor) = context.constellation().actor(piece.actor) else {
            continue;
        };
        let id = piece_id(board, piece.actor);
        let response = ui.interact(rect, id, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, display_name(context, actor)));
        let count = counts.entry(*degree).or_insert_with(|| {
            let count = [("count", (*degree).into())];
            context.texts.with("board-relation-count", &count)
        });
        let description = [role.as_str(), &*piece.description, count.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        ui.accesskit_node_builder(id, |node| describe(node, description, is_selected));
    }
}

/// What it is goes first in the description: a role of our own (`set_role_description`) makes the node
/// unreadable over AT-SPI, whose bridge answers no question about such roles.
fn describe(node: &mut Node, description: String, is_selected: bool) {
    node.set_description(description);
    node.set_selected(is_selected);
    node.add_action(Action::Click);
    node.add_action(Action::Focus);
    node.add_action(Action::ShowContextMenu);
}

fn ties(ui: &Ui, board: &Response, context: &FrameContext<'_>, viewport: &Viewport, in_sight: Rect) {
    let mut room = MOST_TIES;
    let role = context.t("board-role-relation");
    for tie in context.scene.ties.iter() {
        let is_selected = context.selection().relations.contains(&tie.relation);
        let Some(curve) = tie_curve(context.scene, tie) else {
            continue;
        };
        // Around its middle, so that a click on the node's middle is a click on the line.
        let middle = viewport.screen_from_xy(curve.at(0.5));
        if !is_selected && (room == 0 || !in_sight.contains(middle)) {
            continue;
        }
        room = room.saturating_sub(1);
        let Some(relation) = context.constellation().relation(tie.relation) else {
            continue;
        };
        let id = tie_id(board, tie.relation);
        let response = ui.interact(
            Rect::from_center_size(middle, vec2(12.0, 12.0)),
            id,
            Sense::hover(),
        );
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, ends(context, relation)));
        let description = format!("{role}, {}", tie.description);
        ui.accesskit_node_builder(id, |node| describe(node, description, is_selected));
    }
}

fn requests(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    hand: &mut Hand,
    viewport: &Viewport,
    out: &mut Intents,
) {
    let asked: Vec<ActionRequest> = ui.input(|input| {
        let request = |event: &Event| match event {
            Event::AccessKitActionRequest(request) => Some(request.clone()),
            _ => None,
        };
        input.events.iter().filter_map(request).collect()
    });
    for request in asked {
        let Some((over, selection, rect)) = target(context, board, viewport, &request) else {
            continue;
        };
        board.request_focus();
        out.push(Look::Reveal(selection));
        if request.action == Action::ShowContextMenu {
            let pos = rect.center();
            hand.menu.open(over, pos, viewport.point_from_screen(pos));
        }
    }
}

fn target(
    context: &FrameContext<'_>,
    board: &Response,
    viewport: &Viewport,
    request: &ActionRequest,
) -> Option<(Hovered, Selection, Rect)> {
    let is_ours = matches!(
        request.action,
        Action::Click | Action::Focus | Action::ShowContextMenu
    );
    if !is_ours {
        return None;
    }
    let scene = context.scene;
    let piece = scene
        .pieces
        .iter()
        .find(|piece| piece_id(board, piece.actor).accesskit_id() == request.target_node);
    if let Some(piece) = piece {
        let rect = piece_rect_on_screen(viewport, piece);
        let selection = Selection::of_actor(piece.actor);
        return Some((Hovered::Piece(piece.actor), selection, rect));
    }
    let tie = scene
        .ties
        .iter()
        .find(|tie| tie_id(board, tie.relation).accesskit_id() == request.target_node)?;
    let middle = viewport.screen_from_xy(tie_curve(scene, tie)?.at(0.5));
    let selection = Selection::of_relation(tie.relation);
    Some((Hovered::Tie(tie.relation), selection, Rect::from_pos(middle)))
}
