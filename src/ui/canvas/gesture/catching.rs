//! Selecting what lies inside a box or a loop.

use egui::{Pos2, Rect};

use super::{Facts, HandEffect, Pointer};
use crate::command::Look;
use crate::edit::Selection;

/// A box or loop that selects; `base` is what was selected before.
#[derive(Debug, Clone, PartialEq)]
pub struct Catching {
    pub from: Pos2,
    pub to: Pos2,
    /// Points of the loop; empty for a box.
    pub lasso: Vec<Pos2>,
    base: Selection,
    /// What is caught joins `base`.
    adds: bool,
}

impl Catching {
    /// A loop with Ctrl, else a box; with Shift it adds.
    pub(super) fn new(at: Pointer, facts: &Facts<'_>) -> Self {
        Self {
            from: at.in_board,
            to: at.in_board,
            lasso: if at.keys.cmd {
                vec![at.in_board]
            } else {
                Vec::new()
            },
            base: facts.selection.clone(),
            adds: at.keys.shift,
        }
    }

    /// What was selected before.
    pub(super) fn back(self) -> Selection {
        self.base
    }

    pub(super) fn follow(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
        self.to = to.in_board;
        let actors = if self.lasso.is_empty() {
            facts.index.pieces_in(facts.scene, self.area())
        } else {
            if self
                .lasso
                .last()
                .is_none_or(|last| last.distance(to.in_board) * facts.zoom > 3.0)
            {
                self.lasso.push(to.in_board);
            }
            facts.index.pieces_in_lasso(facts.scene, &self.lasso)
        };
        let mut selection = if self.adds {
            self.base.clone()
        } else {
            Selection::default()
        };
        if actors.is_empty() && self.lasso.is_empty() {
            // A box around lines only is meant for those lines.
            selection
                .relations
                .extend(facts.index.ties_in(facts.scene, self.area()));
        }
        selection.actors.extend(actors);
        if selection != *facts.selection {
            out.push(HandEffect::send(Look::Select(selection)));
        }
    }

    pub fn area(&self) -> Rect {
        Rect::from_two_pos(self.from, self.to)
    }
}
