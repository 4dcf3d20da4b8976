//! Wheel or touchpad, and where what it turns began.

use egui::{Event, MouseWheelUnit, Ui};

/// A wheel that rested this long, in seconds, may be another device.
const WHEEL_BURST_SECS: f64 = 0.4;

/// Wheel or fingers that rested this long, in seconds, begin anew, on what is under the pointer then. Shorter
/// than a hand takes to go somewhere else, longer than between two notches of a turn that goes on.
const SCROLL_BREAK_SECS: f64 = 0.15;

/// Tells a mouse wheel, which zooms, from a touchpad, which moves the board.
#[derive(Debug, Default)]
pub struct Wheel {
    pub is_mouse: bool,
    /// Where the turn that goes on, or the last one, began.
    pub began_on_board: bool,
    last_secs: Option<f64>,
}

impl Wheel {
    pub fn look(&mut self, ui: &Ui, is_over_board: bool) {
        ui.input(|input| {
            for event in &input.events {
                let Event::MouseWheel { unit, delta, .. } = event else {
                    continue;
                };
                // Touchpads report points; where a system gives them as lines, these come in fractions.
                let is_whole = delta.y.fract() == 0.0 && delta.x == 0.0;
                let looks_like_mouse = *unit != MouseWheelUnit::Point && is_whole;
                let rested = |secs: f64| self.last_secs.is_none_or(|last| input.time - last > secs);
                let is_new_burst = rested(WHEEL_BURST_SECS);
                if rested(SCROLL_BREAK_SECS) {
                    self.began_on_board = is_over_board;
                }
                self.is_mouse = looks_like_mouse && (is_new_burst || self.is_mouse);
                self.last_secs = Some(input.time);
            }
        });
    }
}
