//! How much of a mark is drawn at its size: what is left out far away, and where thousands lie over each other.
//!
//! The one place that says so, for every pen. Sizes are in points.

use super::{BoardLook, Emphasis};
use crate::numeric;
use crate::scene::Tie;

/// A piece stays visible however far out one zooms.
pub const LEAST_RADIUS: f32 = 2.5;
/// Radius below which a piece is a plain shape.
pub(super) const FIGURE_FROM: f32 = 7.0;
/// Corners of a plain shape.
pub(super) const MOST_DOT_CORNERS: usize = 14;
/// Radius below which no eye sees which shape it is: a disc that the fonts' texture holds ready is two triangles
/// instead of twenty, and on a board like that pieces stand by the thousand.
pub(super) const DOT_FROM: f32 = 3.5;
/// Radius from which signs can be read.
pub(super) const SIGNS_FROM: f32 = 11.0;
/// Letters smaller than this cannot be read.
pub(super) const LEAST_LETTERS: f32 = 6.0;

/// A detail of a tie smaller than this only makes noise.
pub(super) const LEAST_DETAIL: f32 = 3.0;
/// On a dense board a tie thinner than this is a plain line: its colour still tells the kind.
const PLAIN_BELOW: f32 = 2.2;
/// A tie stays visible however far out one zooms.
const LEAST_TIE: f32 = 0.75;
/// The width of a tie of weight 1, in board units.
const THINNEST_TIE: f32 = 2.0;
/// What is drawn of a curve is this near to it: no eye tells it from the curve.
pub(super) const NEARNESS: f32 = 0.1;
/// How much longer dashes are on a dense board: close up, hundreds of ties cross one screen.
pub(super) const DENSE_PATTERN: f32 = 1.8;

/// Ties in sight above which each is fainter.
const FAINT_FROM: usize = 6000;
/// Ties of many that stand for all, as long as there is no picture of them.
const MOST_SKETCHED: usize = 3000;
const LEAST_STRENGTH: f32 = 0.02;

/// How much of its colour a thin tie keeps, with this many in sight: where tens of thousands lie over each other,
/// only what many of them cover may be full, or all that is seen is one slab. Falls faster than their number
/// rises: with more ties on one screen more lie over each other.
pub fn strength(ties: usize) -> f32 {
    let share = FAINT_FROM as f64 / ties.max(1) as f64;
    (numeric::raised(share, 1.6) as f32).clamp(LEAST_STRENGTH, 1.0)
}

/// Of this many faint ties, every n-th is drawn while there is no picture of them: n, and how much of its colour it
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

/// How thick a tie is drawn. A stronger one is thicker at any zoom.
pub fn tie_width(tie: &Tie, look: &BoardLook, zoom: f32) -> f32 {
    let drawn = (tie.width * look.mark_zoom(zoom)).max(LEAST_TIE);
    // Where the least is more than it is worth, a part of what it is more than the thinnest is left.
    drawn.max(LEAST_TIE * (tie.width / THINNEST_TIE).sqrt())
}

/// The radius of the dots of a line: small ones are as large as the square that is drawn of them where discs cost more.
pub fn dot_radius(size: f32) -> f32 {
    if size < 2.5 { size * 0.56 } else { size / 2.0 }
}

/// The radius of a piece as it is drawn.
pub fn drawn_radius(radius: f32, zoom: f32) -> f32 {
    (radius * zoom).max(LEAST_RADIUS)
}

/// The size of letters in whole steps that grow with it: every other size is another set of letters to keep.
pub fn stepped(size: f32) -> f32 {
    let step = match size {
        ..24.0 => 1.0,
        ..48.0 => 4.0,
        _ => 16.0,
    };
    ((size / step).round() * step).min(160.0)
}
