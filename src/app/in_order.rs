//! The events of one frame in their order.
//!
//! The window delivers everything since the last frame at once, and after a slow frame that is much: a name,
//! Enter and the next name, or both clicks of a double click. Widgets look at a frame as one moment, and what a
//! key opens (a field, a dialog) is on the screen only in a frame after it. So what may lead elsewhere comes
//! alone, and what follows waits until the program has come to rest. Letters of one field, arrows on the board
//! and repeated undoing go together: whoever types ahead of a slow screen does not wait a frame per letter.
//!
//! A plugin instead of the hook of the window's own library, so that tests without a window go through it too.

use std::collections::VecDeque;

use egui::{Context, Event, Id, Key, Memory, Plugin, RawInput};

use crate::ui::keys;

/// After this many frames events are no longer held back, whatever is on the screen.
const MOST_RESTS: u32 = 4;

/// Releases events, those that belong together in one frame.
#[derive(Default)]
pub struct InOrder {
    waiting: VecDeque<WaitingEvent>,
    /// Something is being carried out or opened: what comes next may be meant for it.
    is_busy: bool,
    rests: u32,
    /// What had the keyboard before the events of this frame.
    focus_before: Option<Id>,
    last_secs: f64,
}

struct WaitingEvent {
    event: Event,
    /// When it came, where the window says so.
    secs: Option<f64>,
}

impl InOrder {
    pub fn focus_before(&self) -> Option<Id> {
        self.focus_before
    }

    /// What the program says at the end of a frame.
    pub fn set_busy(&mut self, is_busy: bool) {
        self.is_busy = is_busy;
        if !is_busy {
            self.rests = 0;
        }
    }

    /// Whether events are held back for the next frame.
    pub fn is_waiting(&self) -> bool {
        !self.waiting.is_empty()
    }
}

impl Plugin for InOrder {
    fn debug_name(&self) -> &'static str {
        "events in order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        self.focus_before = ctx.memory(Memory::focused);
        let secs = input.time;
        let came = input.events.drain(..).map(|event| WaitingEvent { event, secs });
        self.waiting.extend(came);
        if self.waiting.is_empty() {
            self.last_secs = secs.unwrap_or(self.last_secs);
            return;
        }
        let owner = match self.focus_before {
            Some(id) if keys::is_text(ctx, id) => Owner::Field,
            Some(id) if keys::board(ctx) == Some(id) => Owner::Board,
            _ => Owner::Other,
        };
        let may_act = !self.is_busy || self.rests >= MOST_RESTS;
        self.rests += u32::from(!may_act);
        let came_secs = self.waiting.front().and_then(|first| first.secs);
        input.events = take(&mut self.waiting, owner, may_act);
        if let (Some(now), Some(came)) = (secs, came_secs) {
            // They keep the time at which they came: two clicks of one slow frame are a double click.
            let at = came.max(self.last_secs).min(now);
            self.last_secs = at;
            input.time = Some(at);
        }
        if !self.waiting.is_empty() {
            ctx.request_repaint();
        }
    }
}

/// Whose the keys are, as far as it matters for what goes together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Owner {
    Field,
    Board,
    Other,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Goes with anything.
    Passing,
    Move,
    /// Text that no field has asked for. Perhaps the next one will.
    Text,
    /// What a field makes into text.
    Letters,
    Arrows,
    History,
    Release,
    Alone,
}

/// The first events that belong together.
fn take(waiting: &mut VecDeque<WaitingEvent>, owner: Owner, may_act: bool) -> Vec<Event> {
    let mut taken: Vec<Event> = Vec::new();
    let mut acted: Option<Kind> = None;
    let mut has_moved = false;
    while let Some(next) = waiting.front() {
        let kind = kind_of(&next.event, owner);
        let is_free = may_act && acted.is_none();
        let fits = match kind {
            Kind::Passing => true,
            Kind::Move => !matches!(acted, Some(Kind::Alone | Kind::Release)),
            Kind::Text => is_free || taken.last().is_some_and(|last| is_letter_of(last, &next.event)),
            Kind::Letters | Kind::Arrows | Kind::History => is_free || acted == Some(kind),
            Kind::Release => is_free && !has_moved,
            Kind::Alone => is_free,
        };
        if !fits {
            break;
        }
        match kind {
            Kind::Passing | Kind::Text => {}
            Kind::Move => has_moved = true,
            _ => acted = Some(kind),
        }
        taken.extend(waiting.pop_front().map(|next| next.event));
    }
    taken
}

fn kind_of(event: &Event, owner: Owner) -> Kind {
    let in_field = owner == Owner::Field;
    let of_field = if in_field { Kind::Letters } else { Kind::Alone };
    match event {
        Event::Text(_) | Event::Ime(_) if in_field => Kind::Letters,
        Event::Text(_) | Event::Ime(_) => Kind::Text,
        Event::Copy | Event::Cut => of_field,
        Event::Paste(text) if !text.contains('\n') => of_field,
        Event::Paste(_) | Event::AccessKitActionRequest(_) | Event::PointerButton { pressed: true, .. } => {
            Kind::Alone
        }
        Event::PointerButton { pressed: false, .. } => Kind::Release,
        Event::PointerMoved(_) | Event::MouseMoved(_) => Kind::Move,
        Event::Key {
            key,
            pressed: true,
            modifiers,
            ..
        } => {
            let is_arrow = matches!(
                key,
                Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight
            );
            if modifiers.command && matches!(key, Key::Z | Key::Y) {
                Kind::History
            } else if in_field {
                if is_of_letters(*key, modifiers.command) {
                    Kind::Letters
                } else {
                    Kind::Alone
                }
            } else if is_arrow && !modifiers.command && owner == Owner::Board {
                Kind::Arrows
            } else {
                Kind::Alone
            }
        }
        _ => Kind::Passing,
    }
}

/// Whether a field uses the key for its own text and stays the field that it is.
fn is_of_letters(key: Key, with_command: bool) -> bool {
    let moves_or_deletes = matches!(
        key,
        Key::ArrowUp
            | Key::ArrowDown
            | Key::ArrowLeft
            | Key::ArrowRight
            | Key::Home
            | Key::End
            | Key::Backspace
            | Key::Delete
            | Key::A
    );
    let is_function_key = key.name().len() > 1 && key.name().starts_with('F');
    let leads_away = matches!(key, Key::Enter | Key::Tab | Key::Escape) || is_function_key;
    if with_command {
        moves_or_deletes
    } else {
        !leads_away
    }
}

/// The letter that the window sends along with the press of its key.
fn is_letter_of(press: &Event, event: &Event) -> bool {
    let Event::Text(text) = event else { return false };
    matches!(press, Event::Key { pressed: true, .. }) && text.chars().count() == 1
}

#[cfg(test)]
mod tests {
    use egui::{Modifiers, PointerButton, Pos2};

    use super::*;

    fn key(key: Key, modifiers: Modifiers, pressed: bool) -> Event {
        Event::Key {
            key,
            physical_key: None,
            pressed,
            repeat: false,
            modifiers,
        }
    }

    fn stroke(of: Key) -> [Event; 2] {
        [key(of, Modifiers::NONE, true), key(of, Modifiers::NONE, false)]
    }

    fn text(letters: &str) -> Event {
        Event::Text(letters.to_owned())
    }

    fn button(pressed: bool) -> Event {
        Event::PointerButton {
            pos: Pos2::ZERO,
            button: PointerButton::Primary,
            pressed,
            modifiers: Modifiers::NONE,
        }
    }

    /// How many events each frame gets, with a program that is at rest in between.
    fn frames(events: Vec<Event>, owner: Owner) -> Vec<usize> {
        let came = events.into_iter().map(|event| WaitingEvent { event, secs: None });
        let mut waiting: VecDeque<WaitingEvent> = came.collect();
        let mut frames = Vec::new();
        while !waiting.is_empty() {
            let taken = take(&mut waiting, owner, true);
            assert!(!taken.is_empty(), "nothing is held back for ever");
            frames.push(taken.len());
        }
        frames
    }

    #[test]
    fn enter_stands_alone_between_the_letters_of_two_names() {
        let mut events = vec![text("J"), text("an")];
        events.extend(stroke(Key::Enter));
        events.push(text("Piet"));
        assert_eq!(frames(events, Owner::Field), [2, 2, 1]);
    }

    #[test]
    fn a_key_keeps_its_letter_and_later_letters_wait_for_what_it_opens() {
        let mut events = vec![key(Key::A, Modifiers::NONE, true), text("a")];
        events.push(key(Key::A, Modifiers::NONE, false));
        events.push(text("Alkmaar"));
        assert_eq!(frames(events, Owner::Board), [3, 1]);
    }

    #[test]
    fn every_click_of_a_double_click_has_its_moment() {
        let clicks = vec![button(true), button(false), button(true), button(false)];
        assert_eq!(frames(clicks, Owner::Board), [1, 1, 1, 1]);
        let drag = vec![
            button(true),
            Event::PointerMoved(Pos2::new(9.0, 9.0)),
            button(false),
        ];
        assert_eq!(frames(drag, Owner::Board), [1, 1, 1]);
    }

    #[test]
    fn undoing_many_times_is_one_moment_and_so_are_arrows_on_the_board() {
        let undo = key(Key::Z, Modifiers::COMMAND, true);
        assert_eq!(frames(vec![undo; 500], Owner::Board), [500]);
        let right = key(Key::ArrowRight, Modifiers::NONE, true);
        assert_eq!(frames(vec![right.clone(); 3], Owner::Board), [3]);
        assert_eq!(
            frames(vec![right; 3], Owner::Other),
            [1, 1, 1],
            "elsewhere each is a step"
        );
    }

    #[test]
    fn nothing_acts_while_the_program_is_busy() {
        let mut waiting: VecDeque<WaitingEvent> = [
            Event::PointerMoved(Pos2::ZERO),
            key(Key::A, Modifiers::NONE, true),
        ]
        .map(|event| WaitingEvent { event, secs: None })
        .into();
        assert_eq!(take(&mut waiting, Owner::Board, false).len(), 1);
        assert_eq!(waiting.len(), 1);
    }
}
