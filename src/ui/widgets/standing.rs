//! Words that stand in a field and wait for Enter: leaving the field does not send them, and a killed program
//! must not lose them either.

use egui::{Context, Id};

use crate::command::Edit;
use crate::ui::Intents;

/// A field that was not drawn for this many passes is gone.
const GONE_AFTER: u64 = 2;

/// Drawn never, and there all the same.
const HELD: u64 = u64::MAX - GONE_AFTER;

/// What Enter would ask for.
#[derive(Clone)]
struct StandingText {
    /// Where the field keeps its text.
    text: Id,
    edits: Vec<Edit>,
    last_drawn: u64,
}

fn key() -> Id {
    Id::new("standing-words")
}

fn load(ctx: &Context) -> Vec<StandingText> {
    let now = ctx.cumulative_pass_nr();
    let mut standing: Vec<StandingText> = ctx.data(|data| data.get_temp(key())).unwrap_or_default();
    standing.retain(|standing| standing.last_drawn + GONE_AFTER >= now);
    standing
}

/// To be called in every frame in which the field that keeps its text under `text` is not empty.
pub fn note_standing(ctx: &Context, text: Id, edits: Vec<Edit>) {
    let mut standing = load(ctx);
    standing.retain(|standing| standing.text != text);
    standing.push(StandingText {
        text,
        edits,
        last_drawn: ctx.cumulative_pass_nr(),
    });
    ctx.data_mut(|data| data.insert_temp(key(), standing));
}

/// Nothing stands there any more: it was entered, or taken out.
pub fn forget_standing(ctx: &Context, text: Id) {
    let mut standing = load(ctx);
    standing.retain(|standing| standing.text != text);
    ctx.data_mut(|data| data.insert_temp(key(), standing));
}

/// What Enter in each of those fields would ask for.
pub fn standing_words(ctx: &Context) -> Vec<Edit> {
    load(ctx)
        .into_iter()
        .flat_map(|standing| standing.edits)
        .collect()
}

/// The fields are out of sight for a while, and what stands in them is not gone: it is asked about as before. Told
/// again when they are back, it is theirs to say.
pub fn hold_standing(ctx: &Context) {
    let now = ctx.cumulative_pass_nr();
    let stored: Vec<StandingText> = ctx.data(|data| data.get_temp(key())).unwrap_or_default();
    let held = stored
        .into_iter()
        .filter(|one| one.last_drawn + GONE_AFTER >= now);
    let held: Vec<StandingText> = held
        .map(|one| StandingText {
            last_drawn: if one.last_drawn == HELD { now } else { HELD },
            ..one
        })
        .collect();
    ctx.data_mut(|data| data.insert_temp(key(), held));
}

/// Enters the text, before something that would lose it.
pub fn flush_standing(ctx: &Context, out: &mut Intents) {
    for standing in load(ctx) {
        ctx.data_mut(|data| data.remove::<String>(standing.text));
        out.extend(standing.edits);
    }
    ctx.data_mut(|data| data.remove::<Vec<StandingText>>(key()));
}
