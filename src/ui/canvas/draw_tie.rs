//! A tie as triangles: line style, arrows, and the signs of its status.

use egui::{Color32, Pos2, Vec2};

use super::look::{BoardLook, Emphasis};
use crate::model::RelationStatus;
use crate::scene::geometry::{Curve, Xy};
use crate::scene::{Tie, mix};
use crate::ui::ink::line::{at_length, draw_line, each_dash, length, part};
use crate::ui::ink::{Brush, arc};
use crate::ui::widgets::colour;

/// Below this many points on the screen a detail only makes noise.
const LEAST_DETAIL: f32 = 3.0;
/// On a dense board a tie thinner than this, in points, is a plain line: its colour still tells the kind.
const PLAIN_BELOW: f32 = 2.0;
/// What is drawn of a curve is this near to it, in points: no eye tells it from the curve.
const NEARNESS: f32 = 0.1;
/// How much longer dashes are on a dense board: close up, hundreds of ties cross one screen.
const DENSE_PATTERN: f32 = 1.8;

/// Ties in sight above which each is fainter.
const FAINT_FROM: usize = 6000;
/// Ties of many that stand for all, as long as there is no picture of them.
const MOST_SKETCHED: usize = 3000;
const LEAST_STRENGTH: f32 = 0.02;

/// How much of its colour a thin tie keeps, with so many in sight: where tens of thousands lie over each other,
/// only what many of them cover may be full, or all that is seen is one slab. Falls faster than their number
/// rises: with more ties on one screen more lie over each other.
pub fn strength(ties: usize) -> f32 {
    (FAINT_FROM as f32 / ties.max(1) as f32)
        .powf(1.6)
        .clamp(LEAST_STRENGTH, 1.0)
}

/// Of so many faint ties every how manieth is drawn while there is no picture of them, and how much of its colour it
/// keeps.
pub fn sketch(ties: usize) -> (usize, f32) {
    let step = ties.div_ceil(MOST_SKETCHED).max(1);
    (step, (strength(ties) * step as f32).min(1.0))
}

/// Whether a tie is no more than a line of one colour: on a dense board, from afar.
pub fn is_plain(tie: &Tie, emphasis: Emphasis, look: &BoardLook, zoom: f32) -> bool {
    look.is_dense
        && !tie.is_bridge
        && !matches!(emphasis, Emphasis::Selected | Emphasis::Lit)
        && tie.width * zoom < PLAIN_BELOW
}

/// In points. A tie stays visible however far out one zooms.
pub fn width(tie: &Tie, zoom: f32) -> f32 {
    (tie.width * zoom).max(0.75)
}

/// Draws a tie along its curve. `zoom` turns board units into points; the drawing's (0, 0) is the board's.
/// `strength`: how much of its colour a plain tie keeps.
pub fn draw(
    brush: &mut Brush,
    tie: &Tie,
    curve: &Curve,
    emphasis: Emphasis,
    look: &BoardLook,
    zoom: f32,
    strength: f32,
) {
    let tone = tone(tie, emphasis, look);
    let selected = emphasis == Emphasis::Selected;
    let width = self::width(tie, zoom);
    let scale = zoom.max(0.35);
    if is_plain(tie, emphasis, look, zoom) {
        let ends = [curve.points[0], curve.points[3]].map(|at| on_screen(at, zoom));
        brush.stroke(&ends, width, tone.gamma_multiply(strength));
        return;
    }
    let most_steps = if tie.width * zoom < 1.2 { 8 } else { 20 };
    let steps = curve.least_steps(NEARNESS / zoom).clamp(2, most_steps);
    let mut points: Vec<Pos2> = curve
        .polyline(steps)
        .into_iter()
        .map(|at| on_screen(at, zoom))
        .collect();
    if selected {
        let glow = colour(look.palette.selection).gamma_multiply(0.85);
        brush.stroke(&points, width + 6.0, glow);
        brush.stroke(&points, width + 2.5, colour(look.palette.board));
    }
    if tie.is_bridge {
        let casing = mix(look.palette.ink, look.palette.board, 0.55);
        brush.stroke(&points, width + 5.0, colour(look.faded(casing, emphasis)));
        brush.stroke(&points, width + 2.0, colour(look.palette.board));
    }
    let arrow = (6.0 + 2.2 * tie.width) * scale;
    let room = length(&points);
    let has_arrows = arrow > LEAST_DETAIL && room > arrow * 1.5;
    if has_arrows {
        if tie.arrow_at_to {
            draw_arrow(brush, &points, arrow, tone);
        }
        if tie.arrow_at_from {
            points.reverse();
            draw_arrow(brush, &points, arrow, tone);
            points.reverse();
        }
        let tail = |is_there: bool| if is_there { arrow * 0.8 } else { 0.0 };
        points = part(&points, tail(tie.arrow_at_from), room - tail(tie.arrow_at_to));
    }
    if tie.status == RelationStatus::Wished {
        // Gaps on top of the line style: the style still tells the kind.
        let gaps = wished_gaps(scale);
        each_dash(&brush.in_sight(&points, gaps.iter().sum()), &gaps, |piece| {
            draw_line(brush, piece, tie.line, width, tone, scale);
        });
    } else {
        let pattern = if look.is_dense { DENSE_PATTERN } else { 1.0 };
        draw_line(brush, &points, tie.line, width, tone, scale * pattern);
    }
    draw_signs(brush, tie, curve, tone, look, zoom);
}

fn wished_gaps(scale: f32) -> [f32; 2] {
    [20.0, 13.0].map(|length| length * scale.max(0.5))
}

/// A plain line with the gaps of a wished tie.
pub fn draw_wished(brush: &mut Brush, points: &[Pos2], width: f32, tone: Color32, scale: f32) {
    each_dash(points, &wished_gaps(scale), |piece| {
        brush.stroke(piece, width, tone);
    });
}

/// The cross through what has ended; `along` is the direction of the tie.
pub fn draw_cross(brush: &mut Brush, at: Pos2, along: Vec2, size: f32, tone: Color32) {
    for side in [1.0, -1.0] {
        let arm = (along * side + along.rot90()) * size;
        brush.stroke(&[at - arm, at + arm], 1.6, tone);
    }
}

/// Two halves that come apart: the sign of what the network hangs together by.
pub fn draw_break(brush: &mut Brush, at: Pos2, along: Vec2, size: f32, look: &BoardLook) {
    let (ink, board) = (colour(look.palette.ink), colour(look.palette.board));
    brush.disc(at, size * 1.3, board);
    let across = along.rot90() * size;
    for side in [1.0, -1.0] {
        let foot = at + along * side * size * 0.22;
        let tip = at + along * side * size * 1.1;
        brush.convex(&clockwise([foot - across, tip, foot + across]), ink);
    }
}

fn on_screen(at: Xy, zoom: f32) -> Pos2 {
    Pos2::new(at.x * zoom, at.y * zoom)
}

/// Mixed with a grey instead of translucent: crossing ties stay clean, and every line is told from the board.
pub fn tone(tie: &Tie, emphasis: Emphasis, look: &BoardLook) -> Color32 {
    let base = match tie.status {
        RelationStatus::Existing => tie.colour,
        RelationStatus::Wished => mix(tie.colour, look.palette.receded, 0.3),
        RelationStatus::Ended => mix(tie.colour, look.palette.receded, 0.7),
    };
    colour(look.faded(base, emphasis))
}

/// An arrow at the last point.
fn draw_arrow(brush: &mut Brush, points: &[Pos2], size: f32, tone: Color32) {
    let Some(&tip) = points.last() else {
        return;
    };
    let heading = (tip - at_length(points, length(points) - size)).normalized();
    let side = heading.rot90() * size * 0.46;
    let foot = tip - heading * size;
    brush.convex(&clockwise([tip, foot - side, foot + side]), tone);
}

fn clockwise(corners: [Pos2; 3]) -> [Pos2; 3] {
    let [a, b, c] = corners;
    let (ab, ac) = (b - a, c - a);
    if ab.x * ac.y - ab.y * ac.x < 0.0 {
        [a, c, b]
    } else {
        corners
    }
}

/// Question mark of what was not verified, stroke through what has ended, bar across what is tension.
fn draw_signs(brush: &mut Brush, tie: &Tie, curve: &Curve, tone: Color32, look: &BoardLook, zoom: f32) {
    let size = 7.0 * zoom.clamp(0.6, 1.6);
    if tie.is_bridge {
        let heading = curve.heading(0.5);
        let along = Vec2::new(heading.x, heading.y);
        draw_break(brush, on_screen(curve.at(0.5), zoom), along, size * 1.15, look);
    }
    if !look.shows_signs || 7.0 * zoom < LEAST_DETAIL {
        return;
    }
    let middle = curve.at(0.5);
    let at = on_screen(middle, zoom);
    let heading = curve.heading(0.5);
    let along = Vec2::new(heading.x, heading.y);
    let across = along.rot90();
    if tie.status == RelationStatus::Ended {
        draw_cross(brush, at, along, size * 0.8, tone);
    }
    if tie.is_negative {
        let at = on_screen(curve.at(0.36), zoom);
        let arm = across * (size + tie.width * zoom);
        brush.stroke(&[at - arm, at + arm], (tie.width * zoom * 0.5).max(1.6), tone);
    }
    if tie.assumed {
        let at = on_screen(curve.at(0.62), zoom);
        let board = colour(look.palette.board);
        brush.stamp(("assumed", size.to_bits(), [tone, board]), at, |brush| {
            brush.disc(Pos2::ZERO, size * 1.05, board);
            draw_question_mark(brush, Pos2::ZERO, size, tone);
        });
    }
}

/// Drawn rather than written: it turns with nothing, needs no font, and costs a few triangles.
pub fn draw_question_mark(brush: &mut Brush, at: Pos2, size: f32, tone: Color32) {
    let bow = arc(at - Vec2::new(0.0, size * 0.3), size * 0.36, -2.9, 1.3);
    let mut points = bow;
    points.push(at + Vec2::new(0.0, size * 0.34));
    brush.stroke(&points, (size * 0.22).max(1.2), tone);
    brush.disc(at + Vec2::new(0.0, size * 0.68), (size * 0.14).max(0.8), tone);
}
