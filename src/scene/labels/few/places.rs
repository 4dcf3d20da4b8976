//! The places that a label may have, with what each costs.

use crate::scene::geometry::Xy;
use crate::scene::labels::{Area, LabelRequest, LabelSide, STEP};

/// What a place beside the piece costs, in clearances: less is better.
pub(super) const BESIDE: [(LabelSide, f32); 24] = [
    (LabelSide::Below, 0.0),
    (LabelSide::Above, 0.1),
    (LabelSide::Right, 0.2),
    (LabelSide::Left, 0.2),
    (LabelSide::BelowSlid(1), 0.25),
    (LabelSide::BelowSlid(-1), 0.25),
    (LabelSide::BelowSlid(2), 0.3),
    (LabelSide::BelowSlid(-2), 0.3),
    (LabelSide::BelowSlid(3), 0.35),
    (LabelSide::BelowSlid(-3), 0.35),
    (LabelSide::AboveSlid(1), 0.35),
    (LabelSide::AboveSlid(-1), 0.35),
    (LabelSide::AboveSlid(2), 0.4),
    (LabelSide::AboveSlid(-2), 0.4),
    (LabelSide::RightSlid(1), 0.4),
    (LabelSide::RightSlid(-1), 0.4),
    (LabelSide::LeftSlid(1), 0.4),
    (LabelSide::LeftSlid(-1), 0.4),
    (LabelSide::AboveSlid(3), 0.45),
    (LabelSide::AboveSlid(-3), 0.45),
    (LabelSide::BelowRight, 0.5),
    (LabelSide::BelowLeft, 0.5),
    (LabelSide::AboveRight, 0.5),
    (LabelSide::AboveLeft, 0.5),
];
/// A place with a line costs this and the length of the line.
pub(super) const LINE: f32 = 2.0;
/// How far away places are looked for, in clearances, and one in how many steps: first near by.
pub(super) const REACHES: [(f32, i16); 2] = [(4.0, 1), (14.0, 2)];
/// A line shorter than this, in clearances, is not seen as one.
pub(super) const LEAST: f32 = 0.25;

/// How long the line to a label there would be; `None` when it would not be seen.
pub(super) fn length(request: &LabelRequest, area: Area) -> Option<f32> {
    let [left, top, right, bottom] = area;
    let end = Xy::new(
        request.centre.x.clamp(left, right),
        request.centre.y.clamp(top, bottom),
    );
    let length = end.distance(request.centre) - request.clearance;
    (length >= LEAST * request.clearance).then_some(length)
}

/// Every place with a line longer than so many clearances and no longer than so many, with what it costs, the cheapest
/// first.
pub(super) fn places(
    request: &LabelRequest,
    (nearer, reach): (f32, f32),
    stride: i16,
) -> Vec<(LabelSide, f32)> {
    let step = request.clearance * STEP;
    let steps = |extent: f32| (((1.0 + reach) * request.clearance + extent / 2.0) / step).ceil() as i16;
    let (wide, high) = (steps(request.size.0), steps(request.size.1));
    let mut places = Vec::new();
    for down in -high / stride..=high / stride {
        for right in -wide / stride..=wide / stride {
            let (right, down) = (right * stride, down * stride);
            let side = LabelSide::Apart { right, down };
            let Some(length) = length(request, request.area(side)) else {
                continue;
            };
            let length = length / request.clearance;
            if length > nearer && length <= reach {
                // In whole steps: letters that are a hair wider or narrower on the screen than in a picture do not decide.
                let steps = (length / STEP).round() as i32;
                // Of about the same length: rather below and at the right.
                let rank = (
                    steps,
                    down.abs() - i16::from(down > 0),
                    right.abs() - i16::from(right > 0),
                );
                places.push((rank, side));
            }
        }
    }
    places.sort_by_key(|(rank, _)| *rank);
    let cost = |steps: i32| LINE + steps as f32 * STEP;
    let places = places.into_iter();
    places.map(|((steps, ..), side)| (side, cost(steps))).collect()
}
