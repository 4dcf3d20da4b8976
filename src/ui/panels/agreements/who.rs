//! Who agreed: names with commas between them, with those of the board to choose from while one is typed.

use std::sync::Arc;

use egui::text::{CCursor, CCursorRange};
use egui::{Align2, Area, Frame, Id, Key, Modifiers, Order, Pos2, Rect, TextEdit, Ui};

use super::row::whole_ui;
use crate::command::Edit;
use crate::model::{ActorId, Agreement, AgreementId, AgreementParty, name_key};
use crate::ui::dialogs::find;
use crate::ui::widgets::{
    Field, Symbol, field_ui, grown, key_beyond_places, list_row_ui, made_once, retype, typed_text,
};
use crate::ui::{FrameContext, Intents};

/// More names are not read while somebody types.
const MOST_OFFERED: usize = 6;
const WIDTH: f32 = 260.0;

/// The names on offer as they were last drawn, and which of them the arrows are at.
#[derive(Debug, Clone, Default)]
struct Offer {
    chosen: Option<usize>,
    rows: Vec<Rect>,
}

fn key(field: Id) -> Id {
    field.with("offer")
}

pub fn who_ui(ui: &mut Ui, context: &FrameContext<'_>, agreement: &Agreement, name: &str, out: &mut Intents) {
    let id = Id::new(("agreement-who", agreement.id));
    let value = context.constellation().who_in_words(&agreement.who);
    let has_focus = ui.memory(|memory| memory.has_focus(id));
    let typed = typed_text(ui.ctx(), id, &value).filter(|_| has_focus);
    let offered = typed.as_deref().map(|typed| offered(ui, context, typed));
    let offered = offered.unwrap_or_default();
    let mut offer: Offer = ui.data(|data| data.get_temp(key(id))).unwrap_or_default();
    let picked = typed
        .as_deref()
        .filter(|_| !offered.is_empty())
        .and_then(|typed| Some((typed, picked(ui, &mut offer, &offered)?)));
    if let Some((typed, actor)) = picked {
        complete(ui, context, agreement, &value, (id, typed), actor);
        offer = Offer::default();
    }
    let hint = context.t("agreement-who-hint");
    let field = Field::new(id, &value).named(name).hint(&hint);
    let response = field_ui(ui, field, out, |text| Edit::EditWhoAgreed(agreement.id, text));
    if picked.is_some() {
        response.request_focus();
    } else if response.changed() {
        offer.chosen = None;
    }
    if picked.is_none() && response.has_focus() && !offered.is_empty() {
        offer_ui(ui, context, id, response.rect.left_top(), &offered, &mut offer);
        ui.data_mut(|data| data.insert_temp(key(id), offer));
    } else {
        ui.data_mut(|data| data.remove::<Offer>(key(id)));
    }
    whole_ui(ui, response, &value);
}

/// The name that is being typed: what stands behind the last comma.
fn last_name(typed: &str) -> &str {
    let start = typed.rfind([',', ';']).map_or(0, |at| at + 1);
    &typed[start..]
}

/// Actors that the name being typed may mean.
fn offered(ui: &Ui, context: &FrameContext<'_>, typed: &str) -> Vec<ActorId> {
    let query = last_name(typed).trim();
    if query.is_empty() {
        return Vec::new();
    }
    let constellation = context.constellation();
    let from = (key_beyond_places(context.document), query.to_owned());
    let found: Arc<Vec<ActorId>> = made_once(ui.ctx(), Id::new("agreement-names"), from, || {
        let mut found = find::matches(constellation, query);
        found.truncate(MOST_OFFERED);
        found
    });
    let whole = name_key(query);
    let name = |id: &ActorId| constellation.actor(*id).map(|actor| actor.label.as_str());
    let is_written = found.len() == 1 && found.first().and_then(name).map(name_key) == Some(whole);
    if is_written { Vec::new() } else { found.to_vec() }
}

/// Who was picked from the offer, with Enter or under the pointer. Takes its keys before the field sees them.
fn picked(ui: &Ui, offer: &mut Offer, offered: &[ActorId]) -> Option<ActorId> {
    let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
    let last = offered.len() - 1;
    if pressed(Key::ArrowDown) {
        offer.chosen = Some(offer.chosen.map_or(0, |at| (at + 1).min(last)));
    }
    if pressed(Key::ArrowUp) {
        offer.chosen = offer.chosen.and_then(|at| at.checked_sub(1));
    }
    // When the button goes down: that takes the keyboard from the field, and what was typed would be sent as it is.
    let pointed: Option<Pos2> = ui.input(|input| {
        let is_down = input.pointer.primary_pressed();
        input.pointer.interact_pos().filter(|_| is_down)
    });
    if let Some(pointed) = pointed {
        let at = offer.rows.iter().position(|row| row.contains(pointed));
        return at.and_then(|at| offered.get(at)).copied();
    }
    let chosen = offer.chosen.and_then(|at| offered.get(at)).copied()?;
    pressed(Key::Enter).then_some(chosen)
}

/// Writes the whole name in place of its beginning.
fn complete(
    ui: &Ui,
    context: &FrameContext<'_>,
    agreement: &Agreement,
    value: &str,
    (field, typed): (Id, &str),
    actor: ActorId,
) {
    let before = &typed[..typed.len() - last_name(typed).len()];
    let gap = if before.is_empty() { "" } else { " " };
    let party = AgreementParty::Actor(actor);
    let name = context.constellation().party_name(&party);
    let text = format!("{before}{gap}{name}");
    let end = CCursor::new(text.chars().count());
    retype(ui.ctx(), field, value, &text, who_edit(agreement.id, &text));
    let mut state = TextEdit::load_state(ui.ctx(), field).unwrap_or_default();
    state.cursor.set_char_range(Some(CCursorRange::one(end)));
    state.store(ui.ctx(), field);
}

fn who_edit(agreement: AgreementId, text: &str) -> Edit {
    Edit::EditWhoAgreed(agreement, text.to_owned())
}

/// The names, above the field: there is more room than below.
fn offer_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    field: Id,
    anchor: Pos2,
    offered: &[ActorId],
    offer: &mut Offer,
) {
    let area = Area::new(field.with("offer-area"))
        .order(Order::Foreground)
        .pivot(Align2::LEFT_BOTTOM)
        .fixed_pos(anchor)
        .constrain_to(ui.ctx().content_rect());
    let constellation = context.constellation();
    let shown = area.show(ui.ctx(), |ui| {
        let frame = Frame::popup(ui.style()).inner_margin(4.0);
        let rows = frame.show(ui, |ui| {
            ui.set_width(grown(ui, WIDTH));
            let rows = offered.iter().enumerate().map(|(at, id)| {
                let actor = constellation.actor(*id);
                let kind = actor.and_then(|actor| actor.kind.as_ref());
                let kind = kind.and_then(|id| constellation.vocabulary.actor_kind(id));
                let symbol = kind.map_or(Symbol::None, Symbol::of_kind);
                let label = actor.map_or("", |actor| actor.label.as_str());
                let is_chosen = offer.chosen == Some(at);
                let row = ui.push_id(id, |ui| {
                    list_row_ui(ui, &symbol, &context.listed(label), is_chosen)
                });
                row.inner.rect
            });
            rows.collect()
        });
        rows.inner
    });
    offer.rows = shown.inner;
}

#[cfg(test)]
mod tests {
    use super::last_name;

    #[test]
    fn what_is_typed_behind_the_last_comma_is_the_name_that_is_looked_for() {
        assert_eq!(last_name("alk"), "alk");
        assert_eq!(last_name("Anna, alk"), " alk");
        assert_eq!(last_name("Anna, "), " ");
    }
}
