//! Lines in the styles of kinds of relations, and cutting lines into pieces.

use super::pen::Pen;
use crate::model::{LineStyle, Rgb};
use crate::scene::geometry::Xy;

/// A line in one of the styles; `scale` stretches its pattern.
pub fn draw_line<P: Pen>(pen: &mut P, points: &[Xy], line: LineStyle, width: f32, tone: Rgb, scale: f32) {
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
        pen.in_sight(points, period)
    } else {
        points.to_vec()
    };
    let points = seen.as_slice();
    if points.len() < 2 {
        return;
    }
    let dashes = |pen: &mut P, pattern: &[f32]| {
        let pattern: Vec<f32> = pattern.iter().map(|length| length * unit).collect();
        pen.dashes(points, &pattern, width, tone);
    };
    match line {
        LineStyle::Solid => pen.stroke(points, width, tone),
        LineStyle::Dashed => dashes(pen, &[9.0, 6.0]),
        LineStyle::Dotted => pen.dots(points, dot_size(width), dot_step(width, unit), tone),
        LineStyle::DashDot => dashes(pen, &[12.0, 4.5, 2.5, 4.5]),
        LineStyle::LongDash => dashes(pen, &[22.0, 6.0]),
        LineStyle::Double => {
            // Two hairlines with soft edges are fainter than one: each is at least a point wide.
            let thin = (width * 0.5).max(1.0);
            let apart = (width * 0.55).max(thin / 2.0 + 0.75);
            pen.stroke(&shifted(points, apart), thin, tone);
            pen.stroke(&shifted(points, -apart), thin, tone);
        }
        LineStyle::Zigzag => {
            let points = zigzag(points, (2.2 * scale + width * 0.6).max(1.5), 5.5 * unit);
            pen.stroke(&points, (width * 0.8).max(0.75), tone);
        }
    }
}

fn dot_size(width: f32) -> f32 {
    (width * 1.25).max(1.6)
}

fn dot_step(width: f32, unit: f32) -> f32 {
    (dot_size(width) * 2.2).max(5.0 * unit)
}

/// The points along the line from a length on, and after every step.
pub fn each_step(points: &[Xy], from: f32, step: f32, mut put: impl FnMut(Xy)) {
    let (mut along, mut next) = (0.0, from);
    for pair in points.windows(2) {
        let length = pair[0].distance(pair[1]);
        while next < along + length {
            put(pair[0].lerp(pair[1], (next - along) / length));
            next += step;
        }
        along += length;
    }
}

pub fn length(points: &[Xy]) -> f32 {
    points.windows(2).map(|pair| pair[0].distance(pair[1])).sum()
}

/// The point at this distance along the line; beyond its ends, the ends.
pub fn at_length(points: &[Xy], along: f32) -> Xy {
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
pub fn part(points: &[Xy], from: f32, to: f32) -> Vec<Xy> {
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
pub fn each_dash(points: &[Xy], pattern: &[f32], mut draw: impl FnMut(&[Xy])) {
    let mut lengths = pattern.iter().copied().cycle();
    let Some(mut left) = lengths.next() else {
        draw(points);
        return;
    };
    let mut is_drawn = true;
    // One for all dashes: they are many.
    let mut dash: Vec<Xy> = points.first().copied().into_iter().collect();
    for pair in points.windows(2) {
        let (mut from, to) = (pair[0], pair[1]);
        let mut step = from.distance(to);
        while step > left {
            let at = from.lerp(to, left / step);
            if is_drawn {
                dash.push(at);
                draw(&dash);
            }
            is_drawn = !is_drawn;
            dash.clear();
            dash.push(at);
            step -= left;
            from = at;
            left = lengths.next().unwrap_or(f32::INFINITY).max(0.5);
        }
        left -= step;
        dash.push(to);
    }
    if is_drawn && dash.len() > 1 {
        draw(&dash);
    }
}

/// The line moved sideways.
fn shifted(points: &[Xy], by: f32) -> Vec<Xy> {
    (0..points.len())
        .map(|at| {
            let (from, to) = (at.saturating_sub(1), (at + 1).min(points.len() - 1));
            points[at] + (points[to] - points[from]).normalized().to_the_left() * by
        })
        .collect()
}

fn zigzag(points: &[Xy], height: f32, step: f32) -> Vec<Xy> {
    let room = length(points);
    let count = (room / step).round().max(2.0) as usize;
    let mut even = Vec::with_capacity(count + 1);
    even.extend(points.first());
    let step = room / count as f32;
    each_step(points, step, step, |at| even.push(at));
    // Rounding may put the last one just before or behind the end.
    even.truncate(count);
    even.extend(points.last());
    let last = even.len() - 1;
    (0..=last)
        .map(|at| {
            if at == 0 || at == last {
                return even[at];
            }
            let side = if at % 2 == 0 { -height } else { height };
            even[at] + (even[at + 1] - even[at - 1]).normalized().to_the_left() * side
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dashes_follow_the_line_and_leave_the_gaps_out() {
        let points = [Xy::ZERO, Xy::new(10.0, 0.0), Xy::new(10.0, 10.0)];
        let mut dashes: Vec<Vec<Xy>> = Vec::new();
        each_dash(&points, &[4.0, 2.0], |dash| dashes.push(dash.to_vec()));
        let drawn: f32 = dashes.iter().map(|dash| length(dash)).sum();
        // 0-4, 6-10, 12-16, 18-20
        assert_eq!(dashes.len(), 4);
        assert!((drawn - 14.0).abs() < 1e-3, "{drawn}");
    }

    #[test]
    fn a_part_of_a_line_has_the_length_asked_for() {
        let points = [Xy::ZERO, Xy::new(10.0, 0.0), Xy::new(10.0, 10.0)];
        assert!((length(&part(&points, 3.0, 15.0)) - 12.0).abs() < 1e-3);
    }

    #[test]
    fn steps_along_a_line_are_as_long_around_its_corners() {
        let points = [Xy::ZERO, Xy::new(10.0, 0.0), Xy::new(10.0, 10.0)];
        let mut put = Vec::new();
        each_step(&points, 2.0, 6.0, |at| put.push(at));
        let expected = [Xy::new(2.0, 0.0), Xy::new(8.0, 0.0), Xy::new(10.0, 4.0)];
        assert_eq!(put, expected);
    }

    #[test]
    fn a_zigzag_begins_and_ends_where_its_line_does_and_turns_at_both_sides() {
        let points = zigzag(&[Xy::ZERO, Xy::new(30.0, 0.0)], 2.0, 5.0);
        assert_eq!((points[0], points[6]), (Xy::ZERO, Xy::new(30.0, 0.0)));
        assert_eq!(points.len(), 7);
        for pair in points[1..6].windows(2) {
            assert!(
                pair[0].y * pair[1].y < 0.0 && pair[0].y.abs() > 1.99,
                "{points:?}"
            );
        }
    }
}
