//! The keyboard and windows above the board: a window takes it when it opens, keeps Tab inside, and gives it
//! back to what had it.

use std::collections::HashSet;

use egui::style::Interaction;
use egui::{Context, FocusDirection, Id, Key, LayerId, Memory, Modifiers, Order, Popup, Rect, WidgetRect};

use crate::ui::keys;

/// Which window is on show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShownWindow {
    Dialog(Id),
    Question,
}

#[derive(Clone, Default)]
struct FocusState {
    shown: Option<ShownWindow>,
    /// What Tab visits, in order.
    ring: Vec<Id>,
    back_to: Option<Id>,
    /// It goes in the next frame, in which the board may have taken the keyboard already.
    is_answered: bool,
    /// Just opened: nothing in it has the keyboard yet.
    is_opening: bool,
    /// The frame in which it opened. That one only measures it, and nothing in it can have the keyboard.
    opened_at: u64,
}

fn load(ctx: &Context) -> FocusState {
    ctx.data(|data| data.get_temp(Id::new("window-focus")))
        .unwrap_or_default()
}

fn store(ctx: &Context, state: FocusState) {
    ctx.data_mut(|data| data.insert_temp(Id::new("window-focus"), state));
}

/// Whether this is a part of the window on show.
pub fn holds(ctx: &Context, id: Id) -> bool {
    load(ctx).ring.contains(&id)
}

/// Whether a window has yet to take the keyboard.
pub fn is_opening(ctx: &Context) -> bool {
    load(ctx).is_opening
}

/// Tab goes round within the window.
pub fn keep_tab_inside(ctx: &Context, focused: Option<Id>) {
    let ring = load(ctx).ring;
    if ring.is_empty() || Popup::is_any_open(ctx) {
        return;
    }
    let pressed = |modifiers| ctx.input_mut(|input| input.consume_key(modifiers, Key::Tab));
    let backwards = pressed(Modifiers::SHIFT);
    if !backwards && !pressed(Modifiers::NONE) {
        return;
    }
    let (at, count) = (
        focused.and_then(|id| ring.iter().position(|other| *other == id)),
        ring.len(),
    );
    let next = match (at, backwards) {
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
        (None, false) => 0,
        (None, true) => count - 1,
    };
    ctx.memory_mut(|memory| {
        // The toolkit would go on to whatever is drawn next, on the board too.
        memory.move_focus(FocusDirection::None);
        memory.request_focus(ring[next]);
    });
}

/// The keyboard to this, also when a window that is about to close would give it back to what had it.
pub fn give_to(ctx: &Context, id: Id) {
    let mut state = load(ctx);
    if state.shown.is_some() {
        state.back_to = Some(id);
        store(ctx, state);
    }
    ctx.memory_mut(|memory| memory.request_focus(id));
}

/// Nothing that was there before has the keyboard any more, nor gets it back from a window: the board takes it.
pub fn let_go(ctx: &Context) {
    let mut state = load(ctx);
    let focused = ctx.memory(Memory::focused);
    if let Some(id) = focused.filter(|id| !state.ring.contains(id)) {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
    if state.shown.is_some() {
        state.back_to = None;
        store(ctx, state);
    }
}

/// The question on show is answered.
pub(super) fn note_answered(ctx: &Context) {
    let state = load(ctx);
    store(
        ctx,
        FocusState {
            is_answered: true,
            ..state
        },
    );
}

/// The layers that were drawn so far in this frame; what a window adds is its own.
pub(super) fn layers(ctx: &Context) -> HashSet<LayerId> {
    ctx.viewport(|viewport| {
        let layers = viewport.this_pass.widgets.layers();
        let drawn = layers.filter(|(_, widgets)| !widgets.is_empty());
        drawn.map(|(layer, _)| *layer).collect()
    })
}

/// Follows the window that was drawn in this frame, if any. `to_board`: what was chosen in it is on the board.
pub(super) fn follow(ctx: &Context, before: &HashSet<LayerId>, shown: Option<ShownWindow>, to_board: bool) {
    let mut state = load(ctx);
    if state.shown.is_none() {
        note_clicked(ctx);
        if shown.is_none() {
            return;
        }
    }
    let focused = ctx.memory(Memory::focused);
    let was_inside = focused.is_none_or(|id| state.ring.contains(&id));
    let Some(window) = shown else {
        let has_board_taken = state.is_answered && focused == keys::board(ctx);
        if was_inside || has_board_taken {
            let back_to = state.back_to.filter(|_| !to_board).or(keys::board(ctx));
            // Where the board went as well, there is nothing to give it back to.
            if let Some(id) = back_to.filter(|id| is_drawn(ctx, *id)) {
                ctx.memory_mut(|memory| memory.request_focus(id));
            }
        }
        store(ctx, FocusState::default());
        return;
    };
    if state.shown != shown {
        if state.shown.is_none() {
            // A button that is clicked does not take the keyboard. Where there is a board, that gets it back.
            state.back_to = keys::focus_before(ctx)
                .or(keys::board(ctx).filter(|board| is_drawn(ctx, *board)))
                .or(ctx.data(|data| data.get_temp(clicked_last())));
        }
        state.shown = shown;
        state.is_opening = true;
        state.opened_at = ctx.cumulative_pass_nr();
        state.ring.clear();
    }
    if !Popup::is_any_open(ctx) {
        let order = match window {
            ShownWindow::Dialog(_) => Order::Middle,
            ShownWindow::Question => Order::Foreground,
        };
        let (ring, first) = stops(ctx, before, order, window);
        state.ring = ring;
        let is_measured = ctx.cumulative_pass_nr() > state.opened_at;
        if state.is_opening && is_measured && !state.ring.is_empty() {
            state.is_opening = false;
            let has_taken = focused.is_some_and(|id| state.ring.contains(&id));
            if let Some(first) = first.filter(|_| !has_taken) {
                ctx.memory_mut(|memory| memory.request_focus(first));
                ctx.request_repaint();
            }
        }
    }
    store(ctx, state);
}

fn clicked_last() -> Id {
    Id::new("clicked-last")
}

/// What was clicked last, outside all windows.
fn note_clicked(ctx: &Context) {
    if let Some(clicked) = ctx.viewport(|viewport| viewport.interact_widgets.clicked) {
        ctx.data_mut(|data| data.insert_temp(clicked_last(), clicked));
    }
}

/// Whether it is there in this frame. A screen reader cannot follow the keyboard to something that is not there.
fn is_drawn(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).is_some())
}

/// What can have the keyboard in the window, and what gets it first: a field where there is one, in a question
/// the safest answer, which stands last.
fn stops(
    ctx: &Context,
    before: &HashSet<LayerId>,
    order: Order,
    window: ShownWindow,
) -> (Vec<Id>, Option<Id>) {
    let grab = ctx.global_style().interaction.clone();
    let mut title = Rect::NOTHING;
    let mut stops: Vec<(Id, Rect)> = Vec::new();
    ctx.viewport(|viewport| {
        let widgets = &viewport.this_pass.widgets;
        let is_new = |layer: &LayerId| layer.order == order && !before.contains(layer);
        for (layer, widgets) in widgets.layers().filter(|(layer, _)| is_new(layer)) {
            for widget in widgets {
                if widget.id == title_bar(*layer) {
                    title = widget.rect;
                } else if takes_keys(widget, &grab) {
                    stops.push((widget.id, widget.rect));
                }
            }
        }
    });
    let ring: Vec<Id> = stops.iter().map(|(id, _)| *id).collect();
    let below_title = || stops.iter().find(|(_, rect)| rect.top() >= title.bottom());
    let first = match window {
        ShownWindow::Question => ring.last().copied(),
        ShownWindow::Dialog(_) => {
            let field = ring.iter().find(|id| keys::is_text(ctx, **id)).copied();
            field
                .or_else(|| below_title().map(|(id, _)| *id))
                .or(ring.first().copied())
        }
    };
    (ring, first)
}

/// What can have the keyboard in a list or menu, as it was drawn in the frame before.
pub fn stops_in(ctx: &Context, layer: LayerId) -> Vec<(Id, Rect)> {
    let grab = ctx.global_style().interaction.clone();
    // The ground of the list can be clicked too, and the bar by which it scrolls.
    let is_ground = |widget: &WidgetRect| [layer.id, layer.id.with("move")].contains(&widget.id);
    let is_bar =
        |widget: &WidgetRect| widget.rect.size().min_elem() <= 2.0 * grab.resize_grab_radius_side + 0.5;
    let is_entry = |widget: &&WidgetRect| {
        takes_keys(widget, &grab) && widget.sense.senses_click() && !is_ground(widget) && !is_bar(widget)
    };
    ctx.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer);
        let stops = widgets.filter(is_entry);
        stops.map(|widget| (widget.id, widget.rect)).collect()
    })
}

/// Whether it was there in the frame before.
pub fn is_drawn_before(ctx: &Context, id: Id) -> bool {
    ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).is_some())
}

/// What the toolkit calls the bar by which a window is moved: not a control, and it has no name.
fn title_bar(window: LayerId) -> Id {
    window.id.with("__title_click")
}

/// The edges and corners by which a window is resized are nothing for keys: they are not even to be seen.
fn takes_keys(widget: &WidgetRect, grab: &Interaction) -> bool {
    let (side, corner) = (
        2.0 * grab.resize_grab_radius_side,
        2.0 * grab.resize_grab_radius_corner,
    );
    let size = widget.rect.size();
    let is_edge = size.min_elem() <= side + 0.5 || size.max_elem() <= corner + 0.5;
    widget.enabled && widget.sense.is_focusable() && (widget.sense.senses_click() || !is_edge)
}
