//! The course of lines around circles.

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
