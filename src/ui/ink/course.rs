//! The course of lines on the screen: around circles, through an area, and what stands square on them.

use egui::{Pos2, Rect, Vec2, vec2};

use super::spot::Spot;
use crate::scene::geometry::Xy;
use crate::scene::marks;

/// Where a line enters and leaves an area, as shares of its length; `None` when it passes by.
pub fn crossing(from: Pos2, to: Pos2, area: Rect) -> Option<(f32, f32)> {
    let (mut enter, mut leave) = (0.0f32, 1.0f32);
    let step = to - from;
    let sides = [
        (from.x, step.x, area.min.x, area.max.x),
        (from.y, step.y, area.min.y, area.max.y),
    ];
    for (start, step, least, most) in sides {
        if step == 0.0 {
            if !(least..=most).contains(&start) {
                return None;
            }
            continue;
        }
        let (a, b) = ((least - start) / step, (most - start) / step);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    (enter < leave).then_some((enter, leave))
}

/// Points around a circle, clockwise, as many as its size asks for.
pub fn circle(centre: Pos2, radius: f32) -> Vec<Pos2> {
    let points = marks::circle(Xy::new(centre.x, centre.y), radius);
    points.into_iter().map(Spot::pos).collect()
}

/// For each point a quarter turn clockwise from the direction there, longer in corners so that the width stays.
pub(super) fn normals<S: Spot>(points: &[S], is_closed: bool) -> impl Iterator<Item = (Pos2, Vec2)> {
    let count = points.len();
    let turned = move |from: usize, to: usize| {
        let along = points[to].pos() - points[from].pos();
        // Not `Vec2::normalized`: it guards against sizes that no screen has, at five times the price.
        let length = along.length_sq().sqrt();
        let along = if length > 0.0 { along / length } else { along };
        vec2(-along.y, along.x)
    };
    let closing = (is_closed && count > 1).then(|| turned(count - 1, 0));
    let mut before = closing;
    (0..count).map(move |at| {
        let after = if at + 1 < count {
            Some(turned(at, at + 1))
        } else {
            closing
        };
        let normal = joined(before, after);
        before = after;
        (points[at].pos(), normal)
    })
}

fn joined(before: Option<Vec2>, after: Option<Vec2>) -> Vec2 {
    match (before, after) {
        (Some(a), Some(b)) => {
            let sum = a + b;
            let length_squared = sum.length_sq();
            // Sharper corners than this would grow spikes.
            if length_squared < 0.6 {
                b
            } else {
                sum * (2.0 / length_squared)
            }
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => Vec2::ZERO,
    }
}
