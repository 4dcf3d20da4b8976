//! PURE placement of pieces, only when asked for: functions of their arguments and a seed.
//!
//! - [`arrange`]: any network, readable: who share many neighbours stand together, groups apart, every
//!   piece in the room it is given.
//! - [`sides`]: tables and their members, a side of the board for every group, what joins groups between.
//! - [`separate`]: moves pieces as little as possible until no piece and no name overlaps another.
//!
//! Places are in board units, x to the right and y down, around (0, 0).

use crate::numeric::hypot;

mod arrange;
mod network;
mod pack;
mod room;
mod separate;
mod sides;
mod spots;
mod stress;

pub use arrange::{Arrangement, LayoutPiece, LayoutTask, arrange};
pub use network::EDGE_LENGTH;
pub use room::Room;
pub use separate::{overlaps, separate};
pub use sides::{Seat, sides};
pub use stress::MAX_EXACT;

/// Where a piece stands.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Place {
    pub x: f64,
    pub y: f64,
}

impl Place {
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    fn distance(self, other: Self) -> f64 {
        hypot(self.x - other.x, self.y - other.y)
    }
}

/// Asked now and then with the share done, 0 to 1: whether to go on. After `false` the result is unfinished
/// and should be dropped.
pub type GoOn<'a> = &'a dyn Fn(f32) -> bool;

/// Radius of a piece.
pub const PIECE_RADIUS: f64 = 30.0;
/// A name is set at most this wide before it goes on in a second line.
pub const LABEL_WIDTH: f64 = 160.0;
const LINE_HEIGHT: f64 = 17.0;
const LETTER_WIDTH: f64 = 7.4;

/// The room a piece takes with its name below it, seen from the centre of the piece.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Footprint {
    pub half_width: f64,
    pub above: f64,
    pub below: f64,
}

impl Footprint {
    /// The room for a name; an estimate on the safe side, as no font is known here.
    ///
    /// ```
    /// use netwerkopstelling::layout::Footprint;
    /// let short = Footprint::of_label("UWV");
    /// let long = Footprint::of_label("Veiligheidsregio Noord-Holland Noord");
    /// assert!(short.half_width < long.half_width && short.below < long.below);
    /// ```
    pub fn of_label(label: &str) -> Self {
        let width = label.chars().count() as f64 * LETTER_WIDTH;
        let lines = (width / LABEL_WIDTH).ceil().clamp(1.0, 3.0);
        Self {
            half_width: (width.min(LABEL_WIDTH) / 2.0).max(PIECE_RADIUS),
            above: PIECE_RADIUS,
            below: PIECE_RADIUS + 4.0 + lines * LINE_HEIGHT,
        }
    }

    /// A card with its middle at its place.
    pub fn of_card(width: f64, height: f64) -> Self {
        Self {
            half_width: width / 2.0,
            above: height / 2.0,
            below: height / 2.0,
        }
    }
}
