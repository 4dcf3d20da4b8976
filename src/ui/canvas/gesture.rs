//! What a hand on the board is doing: a state machine of press, move and release. It knows no screen
//! library beyond points, and changes nothing: it answers with [`Effect`]s.
//!
//! Everything from `BeginGesture` to `EndGesture` is one step to undo; [`Gesture::abort`] takes it back.

use egui::{Pos2, Rect, Vec2, pos2};

use super::Hovered;
use super::hit::HitIndex;
use super::snap::{self, Neighbours};
use crate::command::Intent;
use crate::edit::operations::NewActor;
use crate::edit::{Label, Selection};
use crate::model::{ActorId, ActorKindId, Constellation, Point};
use crate::scene::Scene;
use crate::ui::state::Tool;

/// How far a hand may slip, in points, before a click becomes a drag.
pub const CLICK_SLACK: f32 = 4.0;
/// A relation dropped nearer than this to its own piece, in points, was a slip and makes nothing.
const LEAST_LINK: f32 = 28.0;

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
pub enum Effect {
    Send(Intent),
    /// Pull the board along, in points.
    Pan(Vec2),
    /// First end of a relation drawn by clicks.
    RelateFrom(Option<ActorId>),
    OpenMenu(Hovered, Pos2),
    /// Title and question of the whole.
    EditIssue,
}

/// Pieces under way.
#[derive(Debug, Clone, PartialEq)]
pub struct Moving {
    /// Where the hand took hold, board units.
    grip: Pos2,
    grabbed: ActorId,
    /// Old places, the grabbed piece among them.
    pub from: Vec<(ActorId, Point)>,
    neighbours: Neighbours,
    pub guides: Vec<[Pos2; 2]>,
}

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

#[derive(Debug, Clone, PartialEq, Default)]
pub enum Gesture {
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

impl Gesture {
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
    pub fn press(&mut self, button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
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
            out.push(Effect::Send(Intent::Select(Selection::of_actor(actor))));
        }
    }

    /// The pointer moved, or keys changed, while a button is down.
    pub fn moved(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
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
                out.push(Effect::Pan(to.on_screen - *last));
                *last = to.on_screen;
            }
        }
    }

    /// The button went up.
    pub fn release(&mut self, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
        match std::mem::take(self) {
            Self::Pressed { button, at: pressed } => click(button, pressed, facts, out),
            Self::Moving(_) | Self::MovingIssue { .. } => out.push(Effect::Send(Intent::EndGesture)),
            Self::Linking { source, .. } => drop_link(source, at, facts, out),
            Self::Idle | Self::Catching(_) | Self::Panning { .. } => {}
        }
    }

    /// Everything back to before the gesture. Returns whether there was one.
    pub fn abort(&mut self, out: &mut Vec<Effect>) -> bool {
        match std::mem::take(self) {
            Self::Idle | Self::Pressed { .. } => false,
            Self::Moving(_) | Self::MovingIssue { .. } => {
                out.push(Effect::Send(Intent::AbortGesture));
                true
            }
            Self::Catching(catching) => {
                out.push(Effect::Send(Intent::Select(catching.base)));
                true
            }
            Self::Linking { .. } | Self::Panning { .. } => true,
        }
    }
}

/// The second click of a double-click.
pub fn double_click(at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
    match at.over {
        Hovered::Nothing => out.extend(new_actor(at.point(), facts)),
        Hovered::Piece(actor) | Hovered::Rim(actor) if facts.tool != Tool::Relate => {
            out.push(Effect::Send(Intent::StartRename(actor)));
        }
        Hovered::Piece(_) | Hovered::Rim(_) => {}
        Hovered::Tie(_) => out.push(Effect::OpenMenu(at.over, at.on_screen)),
        Hovered::Issue => out.push(Effect::EditIssue),
    }
}

/// An actor with its name in edit; the step stays open until the name is given.
fn new_actor(pos: Point, facts: &Facts<'_>) -> [Effect; 2] {
    let new = NewActor {
        label: String::new(),
        kind: facts.new_actor_kind.cloned(),
        pos: Some(pos),
    };
    [
        Effect::Send(Intent::BeginGesture(Label::AddActor)),
        Effect::Send(Intent::AddActorAndName(new)),
    ]
}

fn start(button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) -> Gesture {
    let pans = button != Button::Primary || at.keys.space;
    match at.over {
        _ if pans => Gesture::Panning { last: at.on_screen },
        Hovered::Rim(source) => link_from(source, at),
        Hovered::Piece(source) if facts.tool == Tool::Relate => link_from(source, at),
        Hovered::Piece(grabbed) => take_up(grabbed, at, facts, out),
        Hovered::Issue => match facts.constellation.board.issue_pos {
            Some(from) => {
                out.push(Effect::Send(Intent::BeginGesture(Label::EditBoard)));
                Gesture::MovingIssue {
                    grip: at.in_board,
                    from,
                }
            }
            None => Gesture::Idle,
        },
        Hovered::Tie(_) | Hovered::Nothing if at.is_finger => Gesture::Panning { last: at.on_screen },
        Hovered::Tie(_) | Hovered::Nothing => Gesture::Catching(Catching {
            from: at.in_board,
            to: at.in_board,
            lasso: if at.keys.cmd {
                vec![at.in_board]
            } else {
                Vec::new()
            },
            base: facts.selection.clone(),
            adds: at.keys.shift,
        }),
    }
}

fn link_from(source: ActorId, at: Pointer) -> Gesture {
    Gesture::Linking {
        source,
        to: at.in_board,
        target: None,
    }
}

/// A selected piece takes the whole selection along; another piece goes alone, or joins with Shift or Ctrl.
fn take_up(grabbed: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) -> Gesture {
    let mut selection = facts.selection.clone();
    if !selection.actors.contains(&grabbed) {
        if !at.keys.shift && !at.keys.cmd {
            selection = Selection::default();
        }
        selection.actors.insert(grabbed);
        out.push(Effect::Send(Intent::Select(selection.clone())));
    }
    let place_of = |id: &ActorId| Some((*id, facts.constellation.actor(*id)?.pos?));
    let from: Vec<_> = selection.actors.iter().filter_map(place_of).collect();
    out.push(Effect::Send(Intent::BeginGesture(Label::MoveActors)));
    Gesture::Moving(Moving {
        grip: at.in_board,
        grabbed,
        neighbours: Neighbours::around(facts.scene, at.in_board, &selection.actors),
        from,
        guides: Vec::new(),
    })
}

impl Moving {
    fn follow(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
        let mut step = to.in_board - self.grip;
        self.guides.clear();
        if to.keys.shift {
            // Along one axis, as every drawing program does.
            if step.x.abs() >= step.y.abs() {
                step.y = 0.0;
            } else {
                step.x = 0.0;
            }
        } else if !to.keys.cmd
            && let Some((_, from)) = self.from.iter().find(|(id, _)| *id == self.grabbed)
        {
            let wanted = pos2(from.x as f32, from.y as f32) + step;
            let snapped = self.neighbours.snap(wanted, snap::REACH / facts.zoom);
            step += snapped.pos - wanted;
            self.guides = snapped.guides;
        }
        let moves = self
            .from
            .iter()
            .map(|(id, from)| {
                let to = from.offset(f64::from(step.x), f64::from(step.y)).rounded();
                (*id, Some(to))
            })
            .collect();
        out.push(Effect::Send(Intent::Place(moves)));
    }
}

impl Catching {
    fn follow(&mut self, to: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
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
            out.push(Effect::Send(Intent::Select(selection)));
        }
    }

    pub fn area(&self) -> Rect {
        Rect::from_two_pos(self.from, self.to)
    }
}

fn drop_link(source: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
    match at.over.actor() {
        Some(target) if target != source || at.keys.shift => {
            out.push(Effect::Send(Intent::AddRelation { source, target }));
        }
        Some(_) => {}
        None => {
            let Some(piece) = facts.scene.piece(source) else {
                return;
            };
            let centre = super::geometry::centre(piece);
            let from_rim = (at.in_board - centre).length() - piece.radius;
            if from_rim * facts.zoom >= LEAST_LINK {
                out.push(Effect::Send(Intent::BeginGesture(Label::AddRelation)));
                let pos = at.point();
                out.push(Effect::Send(Intent::AddRelationToNew { source, pos }));
            }
        }
    }
}

fn click(button: Button, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
    match button {
        Button::Middle => {}
        Button::Secondary => {
            if let Some(selection) = menu_selection(at.over, facts.selection) {
                out.push(Effect::Send(Intent::Select(selection)));
            }
            out.push(Effect::OpenMenu(at.over, at.on_screen));
        }
        Button::Primary if at.keys.space => {}
        Button::Primary => match at.over.actor() {
            Some(actor) if facts.tool == Tool::Relate || facts.relating_from.is_some() => {
                relate_by_click(actor, at, facts, out);
            }
            None if facts.relating_from.is_some() => out.push(Effect::RelateFrom(None)),
            None if facts.tool == Tool::Actor && at.over == Hovered::Nothing => {
                out.extend(new_actor(at.point(), facts));
            }
            _ => select_by_click(at, facts, out),
        },
    }
}

/// A menu is about what was clicked: a selection that does not hold it gives way.
fn menu_selection(over: Hovered, selection: &Selection) -> Option<Selection> {
    match over {
        Hovered::Piece(id) | Hovered::Rim(id) if !selection.actors.contains(&id) => {
            Some(Selection::of_actor(id))
        }
        Hovered::Tie(id) if !selection.relations.contains(&id) => Some(Selection::of_relation(id)),
        _ => None,
    }
}

fn relate_by_click(actor: ActorId, at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
    match facts.relating_from {
        None => {
            out.push(Effect::Send(Intent::Select(Selection::of_actor(actor))));
            out.push(Effect::RelateFrom(Some(actor)));
        }
        // The same piece again takes the first click back; with Shift it is meant: a loop.
        Some(source) if source == actor && !at.keys.shift => out.push(Effect::RelateFrom(None)),
        Some(source) => {
            out.push(Effect::Send(Intent::AddRelation {
                source,
                target: actor,
            }));
            // Shift keeps the first piece, to draw a star click by click.
            let next = (at.keys.shift && source != actor).then_some(source);
            out.push(Effect::RelateFrom(next));
        }
    }
}

fn select_by_click(at: Pointer, facts: &Facts<'_>, out: &mut Vec<Effect>) {
    let toggles = at.keys.shift || at.keys.cmd;
    let mut selection = if toggles {
        facts.selection.clone()
    } else {
        Selection::default()
    };
    match at.over {
        Hovered::Piece(id) | Hovered::Rim(id) => {
            if !selection.actors.remove(&id) {
                selection.actors.insert(id);
            }
        }
        Hovered::Tie(id) => {
            if !selection.relations.remove(&id) {
                selection.relations.insert(id);
            }
        }
        Hovered::Issue | Hovered::Nothing => {}
    }
    if selection != *facts.selection {
        out.push(Effect::Send(Intent::Select(selection)));
    }
}

fn place_issue(constellation: &Constellation, pos: Point) -> Effect {
    let mut board = constellation.board.clone();
    board.issue_pos = Some(pos);
    Effect::Send(Intent::SetBoard(Box::new(board)))
}
