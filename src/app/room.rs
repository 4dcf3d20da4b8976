//! What room a board has in the window: the shape of a new one, and whether the name list and the legend are open beside
//! one that was just opened.
//!
//! The latter follows from the document and the width of the window alone, for as long as the user leaves them as they
//! are. Deciding it once, at opening, would let chance decide: a window gets its size some frames later.

use egui::{Vec2, vec2};

use super::App;
use crate::desk::Screen;
use crate::model::Board;

/// Windows at least this wide have room for legend and side panels beside a legible board, in points.
const ROOMY: f32 = 1500.0;

// What stands around a board on which names are going to be typed, in points: menu, tools and status above and below it,
// the name list and the panel beside it.
const ABOVE_AND_BELOW: f32 = 128.0;
const NAME_LIST: f32 = 220.0;
const PANEL: f32 = 330.0;
/// In a window that is narrower than this the tools take a second row.
const ONE_ROW: f32 = 1150.0;
const SECOND_ROW: f32 = 38.0;
/// A board that is wider or higher than this for its other side suits no other window.
const MOST_SHAPE: f32 = 2.4;

/// A board of the usual size in the shape of its room.
fn board_in(room: Vec2) -> Board {
    let usual = Board::default();
    let shape = (room.x / room.y.max(1.0)).clamp(1.0 / MOST_SHAPE, MOST_SHAPE);
    // Sides in tens: they can be read in the properties, and typed.
    let side = |length: f64| (length / 10.0).round() * 10.0;
    let high = (usual.width * usual.height / f64::from(shape)).sqrt();
    Board {
        width: side(high * f64::from(shape)),
        height: side(high),
        ..usual
    }
}

/// What follows the width of the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PanelRoom {
    /// Who begins a board wants to type names, whatever the width; who opens a finished one wants to see it.
    pub wants_names: bool,
    /// Name list and legend as they were last set here.
    set: Option<(bool, bool)>,
}

impl PanelRoom {
    pub fn new(wants_names: bool) -> Self {
        Self {
            wants_names,
            set: None,
        }
    }
}

impl App {
    /// An empty board in the shape of the room that it will have in this window.
    pub(super) fn new_board(&self) -> Board {
        let window = self.window_size;
        if window.x < 1.0 || window.y < 1.0 {
            return Board::default();
        }
        let beside = NAME_LIST + if self.desk.right_is_open { PANEL } else { 0.0 };
        let second_row = if window.x < ONE_ROW { SECOND_ROW } else { 0.0 };
        board_in(window - vec2(beside, ABOVE_AND_BELOW + second_row))
    }

    /// Opens and folds what the user has not opened or folded.
    pub(super) fn follow_room(&mut self) {
        let desk = &mut self.desk;
        let Some(room) = &mut self.room else { return };
        if desk.screen != Screen::Board || desk.hall_mode {
            return;
        }
        if room
            .set
            .is_some_and(|set| set != (desk.left_is_open, desk.legend_is_open))
        {
            self.room = None;
            return;
        }
        let has_room = self.window_size.x >= ROOMY;
        desk.left_is_open = has_room || room.wants_names;
        desk.legend_is_open = has_room;
        room.set = Some((desk.left_is_open, desk.legend_is_open));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_board_has_the_shape_of_its_room_and_the_usual_size() {
        for room in [vec2(700.0, 650.0), vec2(1300.0, 900.0), vec2(400.0, 700.0)] {
            let board = board_in(room);
            let shape = (board.width / board.height) as f32;
            assert!(
                (shape / (room.x / room.y) - 1.0).abs() < 0.02,
                "{room:?}: {shape}"
            );
            assert!((board.width * board.height / 1.6e6 - 1.0).abs() < 0.02);
        }
        let narrow = board_in(vec2(100.0, 900.0));
        assert!(
            narrow.height / narrow.width < 2.5,
            "no room is as narrow as that for long"
        );
    }
}
