//! A window at rest gives back the memory that its last work needed.

use egui::Context;

use super::App;
use crate::jobs::{self, TIMES_GIVEN};

/// Longer than the allocator keeps what was freed, and than a worker waits before it gives back its own.
const REST_SECS: f64 = 2.5;

/// What large memory belongs to: document, state of it, and set of figures. When one is replaced by the next, the
/// last one goes on the thread of the interface.
type Held = (u64, u64, u64);

/// Waits until nothing was done, or replaced, for a while.
#[derive(Debug, Default)]
pub struct MemoryRest {
    held: Held,
    /// When memory is given back next, and how often that is still to be done; `None` while there is nothing to give.
    due: Option<(f64, u8)>,
}

/// What is to be done for memory now.
#[derive(Debug, PartialEq)]
enum ForMemory {
    Nothing,
    Wait { secs: f64 },
    GiveBack,
}

impl MemoryRest {
    /// `is_used`: the user did something in this frame.
    fn follow(&mut self, held: Held, is_used: bool, now_secs: f64) -> ForMemory {
        if held != self.held || is_used {
            self.held = held;
            self.due = Some((now_secs + REST_SECS, TIMES_GIVEN));
        }
        match self.due {
            None => ForMemory::Nothing,
            Some((due_secs, _)) if due_secs > now_secs => ForMemory::Wait {
                secs: due_secs - now_secs,
            },
            Some((_, times)) => {
                self.due = (times > 1).then_some((now_secs + REST_SECS, times - 1));
                ForMemory::GiveBack
            }
        }
    }
}

impl App {
    /// One frame more when the board came to rest: without it nobody would look at what was freed.
    pub(super) fn give_back_at_rest(&mut self, ctx: &Context) {
        let document = &self.session.document;
        let held = (document.serial(), document.state(), self.analysis.answers());
        // The cursor of a field that blinks is no event.
        let is_used = ctx.input(|input| !input.events.is_empty());
        match self.memory_rest.follow(held, is_used, self.now_secs) {
            ForMemory::Nothing => {}
            ForMemory::Wait { secs } => ctx.request_repaint_after_secs(secs as f32),
            ForMemory::GiveBack => {
                jobs::give_back();
                if self.memory_rest.due.is_some() {
                    ctx.request_repaint_after_secs(REST_SECS as f32);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_given_back_twice_once_nothing_was_done_for_a_while_and_not_before() {
        let mut rest = MemoryRest::default();
        let wait = |secs| ForMemory::Wait { secs };
        let (opened, computed) = ((1, 0, 0), (1, 0, 1));
        assert_eq!(rest.follow((0, 0, 0), false, 0.0), ForMemory::Nothing);
        assert_eq!(rest.follow(opened, false, 1.0), wait(REST_SECS));
        // A frame in which nothing happens, as for a cursor that blinks.
        assert_eq!(rest.follow(opened, false, 2.0), wait(REST_SECS - 1.0));
        // Figures come, and later the pointer moves.
        assert_eq!(rest.follow(computed, false, 3.0), wait(REST_SECS));
        assert_eq!(rest.follow(computed, true, 3.5), wait(REST_SECS));
        assert_eq!(rest.follow(computed, false, 6.0), ForMemory::GiveBack);
        // Once more, for what the first time freed.
        assert_eq!(rest.follow(computed, false, 7.0), wait(REST_SECS - 1.0));
        assert_eq!(rest.follow(computed, false, 8.5), ForMemory::GiveBack);
        assert_eq!(rest.follow(computed, false, 60.0), ForMemory::Nothing);
    }
}
