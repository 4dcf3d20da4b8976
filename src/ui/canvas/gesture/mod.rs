//! What the pointer is doing on the board: a state machine of press, move and release. It knows no screen
//! library beyond points, and changes nothing: it answers with [`HandEffect`]s.
//!
//! Everything from `BeginGesture` to `EndGesture` is one step to undo; [`HandGesture::abort`] takes it back.

mod catching;
mod click;
mod moving;
#[cfg(test)]
mod tests;

use egui::{Pos2, Vec2};

use super::Hovered;
use super::hit::HitIndex;
use crate::command::{Edit, Intent, Look};
use crate::desk::Tool;
use crate::edit::{Label, Selection};
use crate::model::{ActorId, ActorKindId, Constellation, Point};
use crate::scene::Scene;

pub use catching::Catching;
pub use click::double_click;
use click::{click, drop_link};
pub use moving::Moving;
use moving::take_up;

/// How far a hand may slip, in points, before a click becomes a drag.
pub const CLICK_SLACK: f32 = 4.0;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Button {
    Primary,
    Secondary,
    Middle,
}

/// Keys held during a gesture. Alt is not among them: window managers drag windows with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Keys {
    pub shift: bool,
    /// Ctrl, or Command on a Mac.
    pub cmd: bool,
    pub space: bool,
}

/// The pointer at one moment.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pointer {
    pub on_screen: Pos2,
    pub in_board: Pos2,
    pub over: Hovered,
    pub keys: Keys,
    /// A finger instead of a mouse: dragging the empty board moves the view.
    pub is_finger: bool,
}

impl Pointer {
    fn point(&self) -> Point {
        Point::new(f64::from(self.in_board.x), f64::from(self.in_board.y)).rounded()
    }
}

/// What the machine may look at.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    pub constellation: &'a Constellation,
    pub scene: &'a Scene,
    pub selection: &'a Selection,
    pub index: &'a HitIndex,
    pub tool: Tool,
    pub relating_from: Option<ActorId>,
    pub new_actor_kind: Option<&'a ActorKindId>,
    /// Points per board unit.
    pub zoom: f32,
}

/// What follows from a step of the hand.
#[derive(Debug, Clone, PartialEq)]
pub enum HandEffect {
    Send(Intent),
    /// Pull the board along, in points.
    Pan(Vec2),
    /// First end of a relation drawn by clicks.
    RelateFrom(Option<ActorId>),
    OpenMenu(Hovered, Pos2),
    /// Title and question of the whole.
    EditIssue,
}

impl HandEffect {
    fn send(request: impl Into<Intent>) -> Self {
        Self::Send(request.into())
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub enum HandGesture {
    #[default]
    Idle,
    /// Pressed, and not yet a click or a drag.
    Pressed {
        button: Button,
        at: Pointer,
    },
    Moving(Moving),
    MovingIssue {
        grip: Pos2,
        from: Point,
    },
    Linking {
        source: ActorId,
        to: Pos2,
        target: Option<ActorId>,
    },
    Catching(Catching),
    Panning {
        last: Pos2,
    },
}

impl HandGesture {
    pub fn is_idle(&self) -> bool {
        matches!(self, Self::Idle)
    }

    /// Whether it matters what is under the pointer: not while things or the view are being moved.
    pub fn looks_under_pointer(&self) -> bool {
        !matches!(
            self,
            Self::Moving(_) | Self::MovingIssue { .. } | Self::Panning { .. } | Self::Catching(_)
        )
    }

    /// Whether anything beyond a click is under way.
    pub fn is_drag(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pressed { .. })
    }

    /// The step of a drag was closed by another (saving, undoing): the hand lets go of what it moved.
    pub fn forget_closed_step(&mut self, has_open_step: bool) {
        if !has_open_step && matches!(self, Self::Moving(_) | Self::MovingIssue { .. }) {
            *self = Self::Idle;
        }
    }

    /// A button went down on the board.
    pub fn press(&mut self, button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
        if self.is_drag() {
            // A second button during a drag is an accident, or the wish to stop: the drag goes back.
            self.abort(out);
            return;
        }
        *self = Self::Pressed { button, at };
        let is_plain = button == Button::Primary && at.keys == Keys::default();
        let selects_at_once = is_plain && facts.tool != Tool::Relate && facts.relating_from.is_none();
        if let (true, Some(actor)) = (selects_at_once, at.over.actor())
            && !facts.selection.actors.contains(&actor)
        {
            out.push(HandEffect::send(Look::Select(Selection::of_actor(actor))));
        }
    }

    /// The pointer moved, or keys changed, while a button is down.
    pub fn moved(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
        if let Self::Pressed { button, at } = self {
            if at.on_screen.distance(to.on_screen) <= CLICK_SLACK {
                return;
            }
            let (button, at) = (*button, *at);
            *self = start(button, at, facts, out);
        }
        match self {
            Self::Idle | Self::Pressed { .. } => {}
            Self::Moving(moving) => moving.follow(to, facts, out),
            Self::MovingIssue { grip, from } => {
                let step = to.in_board - *grip;
                let pos = from.offset(f64::from(step.x), f64::from(step.y)).rounded();
                out.push(place_issue(facts.constellation, pos));
            }
            Self::Linking {
                source,
                to: end,
                target,
            } => {
                *end = to.in_board;
                let over = to.over.actor();
                *target = over.filter(|actor| actor != source || to.keys.shift);
            }
            Self::Catching(catching) => catching.follow(to, facts, out),
            Self::Panning { last } => {
                out.push(HandEffect::Pan(to.on_screen - *last));
                *last = to.on_screen;
            }
        }
    }

    /// The button went up.
    pub fn release(&mut self, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) {
        match std::mem::take(self) {
            Self::Pressed { button, at: pressed } => click(button, pressed, facts, out),
            Self::Moving(_) | Self::MovingIssue { .. } => out.push(HandEffect::send(Edit::End)),
            Self::Linking { source, .. } => drop_link(source, at, facts, out),
            Self::Idle | Self::Catching(_) | Self::Panning { .. } => {}
        }
    }

    /// Everything back to before the gesture. Returns whether there was one.
    pub fn abort(&mut self, out: &mut Vec<HandEffect>) -> bool {
        match std::mem::take(self) {
            Self::Idle | Self::Pressed { .. } => false,
            Self::Moving(_) | Self::MovingIssue { .. } => {
                out.push(HandEffect::send(Edit::Abort));
                true
            }
            Self::Catching(catching) => {
                out.push(HandEffect::send(Look::Select(catching.back())));
                true
            }
            Self::Linking { .. } | Self::Panning { .. } => true,
        }
    }
}

fn start(button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<HandEffect>) -> HandGesture {
    let pans = button != Button::Primary || at.keys.space;
    match at.over {
        _ if pans => HandGesture::Panning { last: at.on_screen },
        Hovered::Rim(source) => link_from(source, at),
        Hovered::Piece(source) if facts.tool == Tool::Relate => link_from(source, at),
        Hovered::Piece(grabbed) => take_up(grabbed, at, facts, out),
        Hovered::Issue => match facts.constellation.board.issue_pos {
            Some(from) => {
                out.push(HandEffect::send(Edit::Begin(Label::EditBoard)));
                HandGesture::MovingIssue {
                    grip: at.in_board,
                    from,
                }
            }
            None => HandGesture::Idle,
        },
        Hovered::Tie(_) | Hovered::Nothing if at.is_finger => HandGesture::Panning { last: at.on_screen },
        Hovered::Tie(_) | Hovered::Nothing => HandGesture::Catching(Catching::new(at, facts)),
    }
}

fn link_from(source: ActorId, at: Pointer) -> HandGesture {
    HandGesture::Linking {
        source,
        to: at.in_board,
        target: None,
    }
}

fn place_issue(constellation: &Constellation, pos: Point) -> HandEffect {
    let mut board = constellation.board.clone();
    board.issue_pos = Some(pos);
    HandEffect::send(Edit::SetBoard(Box::new(board)))
}
