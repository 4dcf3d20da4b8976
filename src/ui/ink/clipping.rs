//! Lines on the screen cut off at an area, and circles.

use egui::{Pos2, Rect};

use super::any_point::AnyPoint;
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
    points.into_iter().map(AnyPoint::pos).collect()
}
