//! What a gesture under way shows above the board.

use egui::{Color32, Painter, Pos2, Shape, Stroke, StrokeKind, vec2};

use super::camera::Viewport;
use super::look::Look;
use super::{Overlay, geometry};
use crate::scene::geometry::{RING, outline};
use crate::scene::{Piece, Scene, mix};
use crate::ui::ink::{Brush, circle};
use crate::ui::widgets::colour;

pub fn overlay_ui(painter: &Painter, viewport: &Viewport, scene: &Scene, overlay: &Overlay, look: &Look) {
    let accent = colour(look.palette.selection);
    for (actor, at) in &overlay.ghosts {
        if let Some(piece) = scene.piece(*actor) {
            ghost_ui(painter, viewport, piece, *at, look);
        }
    }
    for guide in &overlay.guides {
        let ends = guide.map(|end| viewport.screen_from_board(end));
        painter.extend(Shape::dashed_line(&ends, Stroke::new(1.0, accent), 6.0, 4.0));
    }
    if let Some(area) = overlay.selection_box {
        let rect = egui::Rect::from_two_pos(
            viewport.screen_from_board(area.min),
            viewport.screen_from_board(area.max),
        );
        painter.rect(
            rect,
            2.0,
            accent.gamma_multiply(0.1),
            Stroke::new(1.5, accent),
            StrokeKind::Middle,
        );
    }
    if overlay.lasso.len() > 1 {
        let mut points: Vec<Pos2> = overlay
            .lasso
            .iter()
            .map(|&at| viewport.screen_from_board(at))
            .collect();
        points.push(points[0]);
        painter.extend(Shape::dashed_line(&points, Stroke::new(2.0, accent), 7.0, 5.0));
    }
    if let Some(link) = overlay.link {
        link_ui(painter, viewport, scene, link, accent);
    }
    if let Some(piece) = overlay.focused.and_then(|actor| scene.piece(actor)) {
        focus_ui(painter, viewport, piece, look);
    }
}

fn ghost_ui(painter: &Painter, viewport: &Viewport, piece: &Piece, at: Pos2, look: &Look) {
    let centre = viewport.screen_from_board(at);
    let points: Vec<Pos2> = outline(piece.shape)
        .iter()
        .map(|corner| centre + vec2(corner.x, corner.y) * piece.radius * viewport.zoom())
        .collect();
    let tone = colour(mix(piece.fill, look.palette.board, 0.5));
    let mut brush = Brush::new(viewport.pixels_per_point);
    brush.convex(&points, tone.gamma_multiply(0.25));
    brush.outline(&points, 1.5, tone);
    painter.add(Shape::mesh(brush.mesh));
}

fn link_ui(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    link: super::LinkInProgress,
    accent: Color32,
) {
    let Some(from) = scene.piece(link.from) else {
        return;
    };
    let target = link.target.and_then(|actor| scene.piece(actor));
    let end = target.map_or(link.to, |piece| {
        geometry::rim_towards(piece, geometry::centre(from))
    });
    let start = geometry::rim_towards(from, end);
    let (start, end) = (viewport.screen_from_board(start), viewport.screen_from_board(end));
    let mut brush = Brush::new(viewport.pixels_per_point);
    brush.stroke(&[start, end], 3.0, accent);
    brush.disc(end, 5.0, accent);
    if let Some(piece) = target {
        let radius = piece.radius * RING * viewport.zoom() + 5.0;
        let centre = viewport.screen_from_board(geometry::centre(piece));
        brush.outline(&circle(centre, radius), 3.5, accent);
    }
    painter.add(Shape::mesh(brush.mesh));
}

/// The piece that has the keyboard: dashed, to tell it from a selected one.
fn focus_ui(painter: &Painter, viewport: &Viewport, piece: &Piece, look: &Look) {
    let radius = piece.radius * RING * viewport.zoom() + 10.0;
    let centre = viewport.screen_from_board(geometry::centre(piece));
    let mut points = circle(centre, radius);
    points.push(points[0]);
    let stroke = Stroke::new(2.0, colour(look.palette.ink));
    painter.extend(Shape::dashed_line(&points, stroke, 6.0, 4.0));
}
