//! Points along circles and arcs, and the normals of lines.

use std::f32::consts::TAU;

use crate::scene::geometry::Xy;

/// Points around a circle, clockwise, as many as its size asks for.
pub fn circle(centre: Xy, radius: f32) -> Vec<Xy> {
    let mut points = arc(centre, radius, 0.0, TAU);
    // The last lies on the first.
    points.pop();
    points
}

/// Points along an arc, angles clockwise from the right.
pub fn arc(centre: Xy, radius: f32, from: f32, to: f32) -> Vec<Xy> {
    let whole = (radius.sqrt() * 6.0).clamp(10.0, 72.0);
    let steps = ((to - from).abs() / TAU * whole).ceil().max(2.0) as usize;
    // Turned step by step: two products instead of a sine and a cosine for each point.
    let (turn, mut arm) = (Xy::angled((to - from) / steps as f32), Xy::angled(from));
    (0..=steps)
        .map(|_| {
            let at = centre + arm * radius;
            arm = Xy::new(arm.x * turn.x - arm.y * turn.y, arm.x * turn.y + arm.y * turn.x);
            at
        })
        .collect()
}

/// For each point a quarter turn clockwise from the direction there, longer in corners so that the width stays.
pub fn normals<S: Copy + Into<Xy>>(points: &[S], is_closed: bool) -> impl Iterator<Item = (Xy, Xy)> {
    let count = points.len();
    let turned = move |from: usize, to: usize| {
        let along = points[to].into() - points[from].into();
        // Not `Xy::normalized`: what it calls guards against sizes that no screen has, at five times the price.
        let length = along.dot(along).sqrt();
        let along = if length > 0.0 {
            along * (1.0 / length)
        } else {
            along
        };
        along.to_the_right()
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
        (points[at].into(), normal)
    })
}

fn joined(before: Option<Xy>, after: Option<Xy>) -> Xy {
    match (before, after) {
        (Some(a), Some(b)) => {
            let sum = a + b;
            let length_squared = sum.dot(sum);
            // Sharper corners than this would grow spikes.
            if length_squared < 0.6 {
                b
            } else {
                sum * (2.0 / length_squared)
            }
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => Xy::ZERO,
    }
}
