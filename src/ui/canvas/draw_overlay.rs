//! What a gesture under way shows above the board.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, Vec2, vec2};

use super::camera::Viewport;
use super::{Overlay, geometry};
use crate::scene::geometry::{RING, outline};
use crate::scene::marks::BoardLook;
use crate::scene::{Piece, Scene, mix};
use crate::ui::ink::{Brush, circle};
use crate::ui::widgets::colour;

/// `names`: where names on the board stand, as far as they reach into a part of the screen.
pub fn overlay_ui(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    overlay: &Overlay,
    look: &BoardLook,
    names: impl FnOnce(Rect) -> Vec<Rect>,
) {
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
        let rect = Rect::from_two_pos(
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
        focus_ui(painter, viewport, piece, look, names);
    }
}

fn ghost_ui(painter: &Painter, viewport: &Viewport, piece: &Piece, at: Pos2, look: &BoardLook) {
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

/// The piece that has the keyboard: dashed, to tell it from a selected one. Names are left free to be read.
fn focus_ui(
    painter: &Painter,
    viewport: &Viewport,
    piece: &Piece,
    look: &BoardLook,
    names: impl FnOnce(Rect) -> Vec<Rect>,
) {
    let radius = piece.radius * RING * viewport.zoom() + 10.0;
    let centre = viewport.screen_from_board(geometry::centre(piece));
    let mut points = circle(centre, radius);
    points.push(points[0]);
    let names = names(Rect::from_center_size(centre, Vec2::splat(2.0 * radius)));
    let is_free = |ends: &[Pos2]| {
        let line = Rect::from_two_pos(ends[0], ends[1]);
        names.iter().all(|name| !name.expand(2.0).intersects(line))
    };
    let stroke = Stroke::new(2.0, colour(look.palette.ink));
    let lines: Vec<&[Pos2]> = points.windows(2).collect();
    for run in lines.chunk_by(|one, other| is_free(one) == is_free(other)) {
        if is_free(run[0]) {
            let mut course: Vec<Pos2> = run.iter().map(|line| line[0]).collect();
            course.extend(run.last().map(|line| line[1]));
            painter.extend(Shape::dashed_line(&course, stroke, 6.0, 4.0));
        }
    }
}
