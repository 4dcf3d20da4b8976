//! A tie as triangles: line style, arrows, and the signs of its status.

use egui::{Color32, Pos2, Vec2};

use super::brush::{Brush, arc};
use super::look::{Emphasis, Look};
use crate::model::{LineStyle, RelationStatus};
use crate::scene::geometry::{Curve, Xy};
use crate::scene::{Tie, mix};
use crate::ui::widgets::colour;

/// Below this many points on the screen a detail only makes noise.
const LEAST_DETAIL: f32 = 3.0;
/// On a dense board a tie thinner than this, in points, is a plain line: its colour still tells the kind.
const PLAIN_BELOW: f32 = 2.0;

/// Draws a tie along its curve. `zoom` turns board units into points; the drawing's (0, 0) is the board's.
pub fn draw(brush: &mut Brush, tie: &Tie, curve: &Curve, emphasis: Emphasis, look: &Look, zoom: f32) {
    let tone = tone(tie, emphasis, look);
    let selected = emphasis == Emphasis::Selected;
    // A tie stays visible however far out one zooms.
    let width = (tie.width * zoom).max(0.75);
    let scale = zoom.max(0.35);
    if look.is_dense && !selected && emphasis != Emphasis::Lit && tie.width * zoom < PLAIN_BELOW {
        let ends = [curve.points[0], curve.points[3]].map(|at| on_screen(at, zoom));
        brush.stroke(&ends, width, tone);
        return;
    }
    let steps = if tie.width * zoom < 1.2 { 8 } else { 20 };
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
        for piece in cut(&brush.in_sight(&points, gaps.iter().sum()), &gaps) {
            draw_line(brush, &piece, tie.line, width, tone, scale);
        }
    } else {
        draw_line(brush, &points, tie.line, width, tone, scale);
    }
    draw_signs(brush, tie, curve, tone, look, zoom);
}

fn wished_gaps(scale: f32) -> [f32; 2] {
    [20.0, 13.0].map(|length| length * scale.max(0.5))
}

/// A plain line with the gaps of a wished tie.
pub fn draw_wished(brush: &mut Brush, points: &[Pos2], width: f32, tone: Color32, scale: f32) {
    for piece in cut(points, &wished_gaps(scale)) {
        brush.stroke(&piece, width, tone);
    }
}

/// The cross through what has ended; `along` is the direction of the tie.
pub fn draw_cross(brush: &mut Brush, at: Pos2, along: Vec2, size: f32, tone: Color32) {
    for side in [1.0, -1.0] {
        let arm = (along * side + along.rot90()) * size;
        brush.stroke(&[at - arm, at + arm], 1.6, tone);
    }
}

fn on_screen(at: Xy, zoom: f32) -> Pos2 {
    Pos2::new(at.x * zoom, at.y * zoom)
}

/// Mixed with the board instead of translucent: crossing ties stay clean.
fn tone(tie: &Tie, emphasis: Emphasis, look: &Look) -> Color32 {
    let base = match tie.status {
        RelationStatus::Existing => tie.colour,
        RelationStatus::Wished => mix(tie.colour, look.palette.board, 0.3),
        RelationStatus::Ended => mix(tie.colour, look.palette.board, 0.6),
    };
    colour(look.faded(base, emphasis))
}

/// A line in one of the styles; `scale` stretches its pattern.
pub fn draw_line(brush: &mut Brush, points: &[Pos2], line: LineStyle, width: f32, tone: Color32, scale: f32) {
    // Thick lines need longer dashes to look dashed.
    let unit = scale.max(0.5) * (width / scale / 3.0).max(1.0);
    let period = match line {
        LineStyle::Solid | LineStyle::Double => 0.0,
        LineStyle::Dashed => 15.0 * unit,
        LineStyle::Dotted => dot_step(width, unit),
        LineStyle::DashDot => 23.5 * unit,
        LineStyle::LongDash => 28.0 * unit,
        LineStyle::Zigzag => 11.0 * unit,
    };
    let seen = if period > 0.0 {
        brush.in_sight(points, period)
    } else {
        points.to_vec()
    };
    let points = seen.as_slice();
    if points.len() < 2 {
        return;
    }
    let dashes = |brush: &mut Brush, pattern: &[f32]| {
        let pattern: Vec<f32> = pattern.iter().map(|length| length * unit).collect();
        for dash in cut(points, &pattern) {
            brush.stroke(&dash, width, tone);
        }
    };
    match line {
        LineStyle::Solid => brush.stroke(points, width, tone),
        LineStyle::Dashed => dashes(brush, &[9.0, 6.0]),
        LineStyle::Dotted => {
            dashes_of_dots(brush, points, dot_size(width), dot_step(width, unit), tone);
        }
        LineStyle::DashDot => dashes(brush, &[12.0, 4.5, 2.5, 4.5]),
        LineStyle::LongDash => dashes(brush, &[22.0, 6.0]),
        LineStyle::Double => {
            let apart = (width * 0.55).max(1.1);
            let thin = (width * 0.5).max(0.6);
            brush.stroke(&shifted(points, apart), thin, tone);
            brush.stroke(&shifted(points, -apart), thin, tone);
        }
        LineStyle::Zigzag => {
            let points = zigzag(points, (2.2 * scale + width * 0.6).max(1.5), 5.5 * unit);
            brush.stroke(&points, (width * 0.8).max(0.75), tone);
        }
    }
}

fn dot_size(width: f32) -> f32 {
    (width * 1.25).max(1.6)
}

fn dot_step(width: f32, unit: f32) -> f32 {
    (dot_size(width) * 2.2).max(5.0 * unit)
}

fn dashes_of_dots(brush: &mut Brush, points: &[Pos2], size: f32, step: f32, tone: Color32) {
    let room = length(points);
    let mut along = step / 2.0;
    while along < room {
        let at = at_length(points, along);
        if size < 2.5 {
            let half = Vec2::splat(size / 2.0);
            brush.convex(
                &[
                    at - half,
                    at + Vec2::new(half.x, -half.y),
                    at + half,
                    at + Vec2::new(-half.x, half.y),
                ],
                tone,
            );
        } else {
            brush.disc(at, size / 2.0, tone);
        }
        along += step;
    }
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
fn draw_signs(brush: &mut Brush, tie: &Tie, curve: &Curve, tone: Color32, look: &Look, zoom: f32) {
    let size = 7.0 * zoom.clamp(0.6, 1.6);
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
        brush.disc(at, size * 1.05, colour(look.palette.board));
        draw_question_mark(brush, at, size, tone);
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

fn length(points: &[Pos2]) -> f32 {
    points.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The point so far along the line; its ends beyond them.
fn at_length(points: &[Pos2], along: f32) -> Pos2 {
    let mut left = along.max(0.0);
    for pair in points.windows(2) {
        let step = pair[0].distance(pair[1]);
        if left <= step && step > 0.0 {
            return pair[0].lerp(pair[1], left / step);
        }
        left -= step;
    }
    points.last().copied().unwrap_or_default()
}

/// The part of the line between two lengths from its start.
fn part(points: &[Pos2], from: f32, to: f32) -> Vec<Pos2> {
    let mut cut = vec![at_length(points, from)];
    let mut along = 0.0;
    for pair in points.windows(2) {
        along += pair[0].distance(pair[1]);
        if along > from && along < to {
            cut.push(pair[1]);
        }
    }
    cut.push(at_length(points, to));
    cut
}

/// The line in dashes: drawn and skipped lengths in turn.
fn cut(points: &[Pos2], pattern: &[f32]) -> Vec<Vec<Pos2>> {
    let mut dashes = Vec::new();
    let mut lengths = pattern.iter().copied().cycle();
    let Some(mut left) = lengths.next() else {
        return vec![points.to_vec()];
    };
    let mut is_drawn = true;
    let mut current: Vec<Pos2> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut step = from.distance(to);
        while step > left {
            let at = from.lerp(to, left / step);
            if is_drawn {
                current.push(at);
                dashes.push(std::mem::take(&mut current));
            }
            is_drawn = !is_drawn;
            current = vec![at];
            step -= left;
            from = at;
            left = lengths.next().unwrap_or(f32::INFINITY).max(0.5);
        }
        left -= step;
        current.push(to);
    }
    if is_drawn && current.len() > 1 {
        dashes.push(current);
    }
    dashes
}

/// The line moved sideways.
fn shifted(points: &[Pos2], by: f32) -> Vec<Pos2> {
    (0..points.len())
        .map(|at| {
            let (from, to) = (at.saturating_sub(1), (at + 1).min(points.len() - 1));
            points[at] + (points[to] - points[from]).normalized().rot90() * by
        })
        .collect()
}

fn zigzag(points: &[Pos2], height: f32, step: f32) -> Vec<Pos2> {
    let room = length(points);
    let count = (room / step).round().max(2.0) as usize;
    let even: Vec<Pos2> = (0..=count)
        .map(|at| at_length(points, room * at as f32 / count as f32))
        .collect();
    let up = shifted(&even, height);
    let down = shifted(&even, -height);
    (0..=count)
        .map(|at| match at {
            0 => even[0],
            _ if at == count => even[count],
            _ if at % 2 == 0 => down[at],
            _ => up[at],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_line_and_leave_the_gaps_out() {
        let points = [Pos2::ZERO, Pos2::new(10.0, 0.0), Pos2::new(10.0, 10.0)];
        let dashes = cut(&points, &[4.0, 2.0]);
        let drawn: f32 = dashes.iter().map(|dash| length(dash)).sum();
        // 0-4, 6-10, 12-16, 18-20
        assert_eq!(dashes.len(), 4);
        assert!((drawn - 14.0).abs() < 1e-3, "{drawn}");
    }

    #[test]
    fn a_part_of_a_line_has_the_length_asked_for() {
        let points = [Pos2::ZERO, Pos2::new(10.0, 0.0), Pos2::new(10.0, 10.0)];
        assert!((length(&part(&points, 3.0, 15.0)) - 12.0).abs() < 1e-3);
    }
}
