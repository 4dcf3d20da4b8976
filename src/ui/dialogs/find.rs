//! Finding an actor by a few letters of its name.

use egui::{Id, Key, Modifiers, TextEdit, Ui};

use super::{first_place, is_escaped, window};
use crate::command::Look;
use crate::edit::Selection;
use crate::model::{ActorId, Constellation};
use crate::ui::panels::order::{fold, sort_key};
use crate::ui::widgets::{Symbol, grown, key_beyond_places, list_row_ui, made_once, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents, keys};

/// At most this many names are offered: nobody reads more.
const MOST_NAMES: usize = 30;

#[derive(Debug, Clone, Default)]
struct FindState {
    query: String,
    chosen: usize,
}

pub fn find_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let id = Id::new("find-actor-state");
    let mut state: FindState = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut found = None;
    window(ui, context.t("find-title"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| found = list_ui(ui, context, &mut state));
    if let Some((actor, is_entered)) = found {
        if is_entered {
            keys::note_picked(ui.ctx());
        }
        out.push(Look::Reveal(Selection::of_actor(actor)));
        *is_open = false;
    }
    let is_done = !*is_open || is_escaped(ui);
    ui.data_mut(|data| {
        if is_done {
            data.remove::<FindState>(id);
        } else {
            data.insert_temp(id, state);
        }
    });
}

/// Who was picked, and whether with Enter.
fn list_ui(ui: &mut Ui, context: &FrameContext<'_>, state: &mut FindState) -> Option<(ActorId, bool)> {
    let constellation = context.constellation();
    let from = (key_beyond_places(context.document), state.query.clone());
    let names = made_once(ui.ctx(), Id::new("find-actor-names"), from, || {
        matches(constellation, &state.query)
    });
    let last = names.len().saturating_sub(1);
    let pressed = |ui: &Ui, key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    if pressed(ui, Key::ArrowDown) {
        state.chosen += 1;
    }
    if pressed(ui, Key::ArrowUp) {
        state.chosen = state.chosen.saturating_sub(1);
    }
    state.chosen = state.chosen.min(last);
    let is_entered = pressed(ui, Key::Enter);
    let name = context.t("find-name");
    let field = TextEdit::singleline(&mut state.query)
        .hint_text(name.as_str())
        .desired_width(f32::INFINITY);
    let response = ui.add(field);
    ui.ctx()
        .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
    response.request_focus();
    if response.changed() {
        state.chosen = 0;
    }
    if names.is_empty() {
        remark_ui(ui, &context.t("search-nothing"));
    }
    let mut found = (is_entered && !names.is_empty()).then(|| (names[state.chosen], true));
    panel_scroll(ui, "find-actor", &state.query)
        .max_height(grown(ui, 340.0))
        .show(ui, |ui| {
            for (at, id) in names.iter().enumerate() {
                let Some(actor) = constellation.actor(*id) else {
                    continue;
                };
                let kind = actor
                    .kind
                    .as_ref()
                    .and_then(|id| constellation.vocabulary.actor_kind(id));
                let symbol = kind.map_or(Symbol::None, Symbol::of_kind);
                let row = ui.push_id(id, |ui| {
                    list_row_ui(ui, &symbol, &context.listed(&actor.label), at == state.chosen)
                });
                if at == state.chosen && response.changed() {
                    row.inner.scroll_to_me(None);
                }
                if row.inner.clicked() {
                    found = Some((*id, false));
                }
            }
        });
    found
}

/// Actors whose name fits the letters, best first.
pub fn matches(constellation: &Constellation, query: &str) -> Vec<ActorId> {
    let query = fold(query.trim());
    let mut found: Vec<_> = constellation
        .actors
        .values()
        .filter_map(|actor| Some((fit(&query, &fold(&actor.label))?, actor)))
        .collect();
    found.sort_by_cached_key(|(fit, actor)| (*fit, sort_key(&actor.label)));
    found
        .into_iter()
        .take(MOST_NAMES)
        .map(|(_, actor)| actor.id)
        .collect()
}

/// How far a name is from the letters typed: its beginning, the beginning of a word, somewhere within, or
/// the letters in this order with others between. `None` when they are not all there.
fn fit(query: &str, name: &str) -> Option<u32> {
    if name.starts_with(query) {
        return Some(0);
    }
    if let Some(at) = name.find(query) {
        let is_word = name[..at]
            .chars()
            .next_back()
            .is_some_and(|before| !before.is_alphanumeric());
        return Some(if is_word { 1 } else { 2 });
    }
    let mut rest = name.chars().enumerate();
    let mut last = None;
    let mut gaps = 0;
    for wanted in query.chars().filter(|sign| !sign.is_whitespace()) {
        let (at, _) = rest.find(|(_, sign)| *sign == wanted)?;
        gaps += last.map_or(0, |last: usize| u32::try_from(at - last - 1).unwrap_or(u32::MAX));
        last = Some(at);
    }
    Some(3 + gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_name_goes_before_a_word_and_a_word_before_loose_letters() {
        assert_eq!(fit("alk", "alkmaar"), Some(0));
        assert_eq!(fit("alk", "gemeente alkmaar"), Some(1));
        assert_eq!(fit("maar", "gemeente alkmaar"), Some(2));
        assert!(fit("gma", "gemeente alkmaar") > Some(2));
        assert_eq!(fit("xyz", "gemeente alkmaar"), None);
    }
}
