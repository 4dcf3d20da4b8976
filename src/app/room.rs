//! Whether the name list and the legend are open beside a board that was just opened.
//!
//! It follows from the document and the width of the window alone, for as long as the user leaves them as they
//! are. Deciding it once, at opening, would let chance decide: a window gets its size some frames later.

use super::App;
use crate::desk::Screen;

/// Windows at least this wide have room for legend and side panels beside a legible board, in points.
const ROOMY: f32 = 1500.0;

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
        let has_room = self.window_width >= ROOMY;
        desk.left_is_open = has_room || room.wants_names;
        desk.legend_is_open = has_room;
        room.set = Some((desk.left_is_open, desk.legend_is_open));
    }
}
