//! PURE placement of pieces, only when asked for: functions of their arguments and a seed.
//!
//! - [`stress`]: any network; distance on the board follows distance in the network.
//! - [`sides`]: tables and their members, a side of the board for every group, what joins groups between.
//! - [`separate`]: moves pieces as little as possible until no piece and no name overlaps another.
//!
//! Places are in board units, x to the right and y down, around (0, 0).

mod separate;
mod sides;
mod stress;

pub use separate::{overlaps, separate};
pub use sides::{Seat, sides};
pub use stress::{EDGE_LENGTH, MAX_EXACT, stress};

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
}

/// Radius of a piece.
pub const PIECE_RADIUS: f64 = 26.0;
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
}

/// A readable placement of any network: [`stress`], then [`separate`].
///
/// `stop` is asked between rounds; after `true` the result is unfinished and should be dropped.
pub fn arrange(
    footprints: &[Footprint],
    links: &[(u32, u32)],
    seed: u64,
    stop: &dyn Fn() -> bool,
) -> Vec<Place> {
    let mut places = stress(footprints.len(), links, seed, stop);
    separate(&mut places, footprints, stop);
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_board() {
        let links: Vec<(u32, u32)> = (0..60).map(|v| (v, (v * 7 + 3) % 60)).collect();
        let footprints = vec![Footprint::of_label("Hollands Kroon"); 60];
        let once = arrange(&footprints, &links, 5, &|| false);
        assert_eq!(once, arrange(&footprints, &links, 5, &|| false));
        assert_eq!(overlaps(&once, &footprints), 0);
    }

    #[test]
    fn nothing_and_one_are_placed_too() {
        assert!(arrange(&[], &[], 1, &|| false).is_empty());
        let one = arrange(&[Footprint::of_label("a")], &[(0, 0)], 1, &|| false);
        assert_eq!(one.len(), 1);
        assert!(one[0].x.is_finite() && one[0].y.is_finite());
    }
}
