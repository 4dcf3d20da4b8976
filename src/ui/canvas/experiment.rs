//! An experiment on the board: who it is about follows the hand, and what would be gone is drawn as a ghost.

use egui::{Align2, Color32, FontId, Painter, Pos2, Shape, Stroke};

use super::camera::Viewport;
use super::{Hovered, Overlay, geometry};
use crate::lens::WhatIf;
use crate::model::ActorId;
use crate::scene::geometry::{RING, outline, tie_curve};
use crate::scene::marks::BoardLook;
use crate::scene::{Piece, Scene};
use crate::ui::FrameContext;
use crate::ui::ink::{Brush, circle};
use crate::ui::widgets::colour;

/// The experiment is about what is under the pointer, else about what is selected, else it stays.
pub fn followed(context: &FrameContext<'_>, hovered: Hovered, overlay: &Overlay) -> Option<WhatIf> {
    let constellation = context.constellation();
    let is_there = |actor: &ActorId| constellation.actor(*actor).is_some();
    Some(match context.lens.what_if? {
        WhatIf::Without(before) => {
            let now = hovered
                .actor()
                .or_else(|| context.selection().single_actor())
                .or(before);
            WhatIf::Without(now.filter(is_there))
        }
        WhatIf::With(before) => {
            let under_way = overlay.link.and_then(|link| Some((link.from, link.target?)));
            let now = under_way.or(before);
            WhatIf::With(now.filter(|(source, target)| is_there(source) && is_there(target)))
        }
    })
}

pub fn experiment_ui(
    painter: &Painter,
    context: &FrameContext<'_>,
    viewport: &Viewport,
    what_if: Option<WhatIf>,
    look: &BoardLook,
) {
    let Some(mode) = what_if else { return };
    let scene = context.scene;
    match mode {
        WhatIf::Without(Some(actor)) => absent_ui(painter, viewport, scene, actor, look),
        WhatIf::With(Some(ends)) => present_ui(painter, viewport, scene, ends, look),
        WhatIf::Without(None) | WhatIf::With(None) => return,
    }
    let Some(outcome) = context.program.outcome_of(mode) else {
        return;
    };
    let key = match mode {
        WhatIf::Without(_) => "whatif-mark-loose",
        WhatIf::With(_) => "whatif-mark-joined",
    };
    let word = context.t(key);
    for piece in outcome
        .marked()
        .into_iter()
        .filter_map(|actor| scene.piece(actor))
    {
        mark_ui(painter, viewport, piece, &word, look);
    }
}

/// The ties of an absent piece fade into the board, under the pieces they pass.
pub fn veil_ui(
    painter: &Painter,
    context: &FrameContext<'_>,
    viewport: &Viewport,
    what_if: Option<WhatIf>,
    look: &BoardLook,
) {
    let Some(WhatIf::Without(Some(actor))) = what_if else {
        return;
    };
    let scene = context.scene;
    let Some(at) = scene.piece_index(actor) else {
        return;
    };
    let board = colour(look.palette.board);
    let faint = colour(look.palette.ink_weak);
    let mut veil = Brush::new(viewport.pixels_per_point);
    let mut dashes = Vec::new();
    for tie in scene.ties.iter().filter(|tie| tie.from == at || tie.to == at) {
        let Some(curve) = tie_curve(scene, tie) else {
            continue;
        };
        let points: Vec<Pos2> = curve
            .polyline(20)
            .into_iter()
            .map(|point| viewport.screen_from_board(geometry::pos(point)))
            .collect();
        let width = (tie.width * viewport.zoom()).max(1.0) + 5.0;
        veil.stroke(&points, width, board.gamma_multiply(0.85));
        dashes.extend(Shape::dashed_line(&points, Stroke::new(1.0, faint), 3.0, 6.0));
    }
    painter.add(Shape::mesh(veil.mesh));
    painter.extend(dashes);
}

/// The piece itself fades; a dashed outline stays.
fn absent_ui(painter: &Painter, viewport: &Viewport, scene: &Scene, actor: ActorId, look: &BoardLook) {
    let Some(piece) = scene.piece(actor) else { return };
    let centre = viewport.screen_from_board(geometry::centre(piece));
    let mut veil = Brush::new(viewport.pixels_per_point);
    let radius = piece.radius * RING * viewport.zoom() + 2.0;
    veil.disc(centre, radius, colour(look.palette.board).gamma_multiply(0.85));
    painter.add(Shape::mesh(veil.mesh));
    let mut rim: Vec<Pos2> = outline(piece.shape)
        .iter()
        .map(|corner| centre + egui::vec2(corner.x, corner.y) * piece.radius * viewport.zoom())
        .collect();
    rim.push(rim[0]);
    let stroke = Stroke::new(1.8, colour(look.palette.ink_weak));
    painter.extend(Shape::dashed_line(&rim, stroke, 5.0, 4.0));
}

/// The relation as it would run: dashed, in the colour of what is chosen.
fn present_ui(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    ends: (ActorId, ActorId),
    look: &BoardLook,
) {
    let (Some(from), Some(to)) = (scene.piece(ends.0), scene.piece(ends.1)) else {
        return;
    };
    let tone = colour(look.palette.selection);
    let start = geometry::rim_towards(from, geometry::centre(to));
    let end = geometry::rim_towards(to, geometry::centre(from));
    let line = [start, end].map(|at| viewport.screen_from_board(at));
    painter.extend(Shape::dashed_line(&line, Stroke::new(3.5, tone), 9.0, 5.0));
    for piece in [from, to] {
        ring_ui(painter, viewport, piece, 5.0, Stroke::new(2.5, tone));
    }
}

/// A part that comes loose, or comes in: a dashed ring and a word, so that colour does not say it alone.
fn mark_ui(painter: &Painter, viewport: &Viewport, piece: &Piece, word: &str, look: &BoardLook) {
    let tone = colour(look.palette.selection);
    let radius = ring_ui(painter, viewport, piece, 8.0, Stroke::new(2.5, tone));
    let centre = viewport.screen_from_board(geometry::centre(piece));
    // On the shoulder of the ring: names stand below pieces, and those of the row above are near.
    let at = centre + egui::vec2(radius, -radius) * 0.78;
    let font = FontId::proportional(11.5 * look.text_scale);
    let galley = painter.layout_no_wrap(word.to_owned(), font, Color32::PLACEHOLDER);
    let area = Align2::CENTER_CENTER
        .anchor_size(at, galley.size())
        .expand2(egui::vec2(4.0, 0.0));
    painter.rect_filled(area, 4.0, tone);
    let ink = colour(crate::scene::ink_on(look.palette.selection));
    painter.galley(area.shrink2(egui::vec2(4.0, 0.0)).min, galley, ink);
}

fn ring_ui(painter: &Painter, viewport: &Viewport, piece: &Piece, room: f32, stroke: Stroke) -> f32 {
    let radius = piece.radius * RING * viewport.zoom() + room;
    let mut points = circle(viewport.screen_from_board(geometry::centre(piece)), radius);
    points.push(points[0]);
    painter.extend(Shape::dashed_line(&points, stroke, 6.0, 4.0));
    radius
}
