//! HOW what is visible is drawn: shapes of pieces, courses of ties, signs, symbols. Drawn through a [`Pen`], so that
//! the screen and every picture show the same.
//!
//! All in points of what is drawn on, with the board's (0, 0) at (0, 0): board units times the zoom. Not in board
//! units, because letters, edges and signs have least sizes of their own. Two things may differ from pen to pen: what
//! [`detail`] leaves out far away, and the snapping of lines and letters to whole pixels, which is the pen's own.

mod arcs;
pub mod detail;
mod ground;
mod hull;
#[cfg(test)]
mod kept_pen;
mod legend_layout;
mod line;
mod look;
mod names;
mod pen;
mod perch;
mod piece;
mod room;
mod seen;
mod symbol;
mod tie;
mod tower;
mod zone_names;

pub use arcs::{arc, circle, normals};
pub use ground::{IssueCard, board_area, draw_issue, draw_sheet, draw_zones};
pub use hull::{HullName, NameRoom, draw_hull, draw_hull_name, hull_names};
pub use legend_layout::{LegendExtent, LegendLayout, LegendShape};
pub use line::{draw_line, each_dash, each_step, part};
pub use look::{BoardLook, CAPITAL, Emphasis, letters_in_hall};
pub use names::{
    DIMMED, NAME_MARGIN, NAME_WEIGHT, NameBounds, NamePlaces, PlacedName, all_seen_have_names, draw_name,
    everybody_has_a_name, find_name_places, halo_width, leader_width, letters_at, name_area, name_leader,
    name_request, name_tone, place_names,
};
pub use pen::{Anchor, Card, Face, Halo, Ink, Letters, Pen, Rim, StampKey, Text, WORD_FONT};
pub use perch::Perch;
pub use piece::{draw_piece, figure_area};
pub use room::{BoardRoom, LegendWish, PlacedLegend, RoomWish};
pub use seen::PartSeen;
pub use tie::{draw_tie, tie_ink};
pub use zone_names::{ZoneSpots, zone_name_areas, zone_spots};
