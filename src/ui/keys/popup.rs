//! Keys in a list or menu that is open: the same whether a key or the pointer opened it. Arrows go from one entry
//! to the next, Enter chooses, Tab goes round inside, Esc closes, and then the keyboard is where it was.

use egui::containers::menu::MenuState;
use egui::{Context, FocusDirection, Id, Key, LayerId, Memory, Modifiers, Order, Popup, Rect};

use super::is_text;
use crate::ui::dialogs::focus;

/// What is remembered of the list or menu that is open.
#[derive(Clone, Default)]
struct OpenList {
    root: Option<Id>,
    back_to: Option<Id>,
    /// All that could have the keyboard in it.
    stops: Vec<Id>,
    has_begun: bool,
    /// The pass in which it was found open. The one before only measured it.
    opened_at: u64,
    by_pointer: bool,
    /// An entry was chosen by key. The toolkit closes after a click alone.
    is_chosen: bool,
    /// The submenu that gets the keyboard as soon as it is there.
    entering: Option<Id>,
    clicked_before: bool,
}

/// One list: the menu itself, or a submenu of it.
struct EntryList {
    id: Id,
    stops: Vec<(Id, Rect)>,
}

fn load(ctx: &Context) -> OpenList {
    ctx.data(|data| data.get_temp(Id::new("open-list")))
        .unwrap_or_default()
}

fn store(ctx: &Context, state: OpenList) {
    ctx.data_mut(|data| data.insert_temp(Id::new("open-list"), state));
}

/// The entry that holds now: the keyboard begins there.
pub fn note_current(ctx: &Context, entry: Id) {
    ctx.data_mut(|data| data.insert_temp(Id::new("current-entry"), entry));
}

/// An entry that opens a submenu: the arrow to the right does so too.
pub fn note_submenu(ctx: &Context, entry: Id) {
    let now = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(entry.with("opens-submenu"), now));
}

fn opens_submenu(ctx: &Context, entry: Id) -> bool {
    let noted: Option<u64> = ctx.data(|data| data.get_temp(entry.with("opens-submenu")));
    noted.is_some_and(|pass| pass + 3 > ctx.cumulative_pass_nr())
}

/// To be called before anything is drawn, with what had the keyboard when the keys came. Returns what has it now.
pub(super) fn attend(ctx: &Context, before: Option<Id>) -> Option<Id> {
    let mut state = load(ctx);
    if std::mem::take(&mut state.is_chosen) {
        Popup::close_all(ctx);
    }
    let lists = lists(ctx);
    let now = match lists.first().map(|list| list.id) {
        None => close(ctx, &mut state, before),
        root if root == state.root => go_on(ctx, &mut state, &lists, before),
        root => {
            open(&mut state, root, before, ctx);
            go_on(ctx, &mut state, &lists, before)
        }
    };
    state.clicked_before = ctx.input(|input| input.pointer.any_click());
    store(ctx, state);
    now
}

/// The menu that is open and its submenus, the outermost first, as they were drawn in the frame before.
fn lists(ctx: &Context) -> Vec<EntryList> {
    if !Popup::is_any_open(ctx) {
        return Vec::new();
    }
    let layers: Vec<LayerId> = ctx.viewport(|viewport| {
        let layers = viewport.prev_pass.widgets.layers().map(|(layer, _)| *layer);
        layers.filter(|layer| layer.order == Order::Foreground).collect()
    });
    let mut lists: Vec<EntryList> = Vec::new();
    let mut next = layers.iter().find(|layer| Popup::is_id_open(ctx, layer.id));
    while let Some(layer) = next {
        let stops = focus::stops_in(ctx, *layer);
        let submenu = |layer: &&LayerId| {
            let id = |stop: Id| stop.with("submenu");
            stops.iter().any(|(stop, _)| id(*stop) == layer.id)
        };
        next = layers.iter().find(submenu);
        lists.push(EntryList { id: layer.id, stops });
    }
    lists
}

fn open(state: &mut OpenList, root: Option<Id>, before: Option<Id>, ctx: &Context) {
    let opener = root.and_then(|root| {
        ctx.viewport(|viewport| {
            let mut widgets = viewport
                .prev_pass
                .widgets
                .layers()
                .flat_map(|(_, widgets)| widgets.iter());
            widgets
                .find(|widget| widget.id.with("popup") == root)
                .map(|widget| widget.id)
        })
    });
    // From one menu to the next: what had the keyboard before the first gets it back.
    let before = match state.root {
        Some(_) => state.back_to,
        None => before.or(super::board(ctx).filter(|board| focus::is_drawn_before(ctx, *board))),
    };
    *state = OpenList {
        root,
        // A click took the keyboard from a field: that is left.
        back_to: before.filter(|id| !is_text(ctx, *id)).or(opener),
        by_pointer: state.clicked_before,
        opened_at: ctx.cumulative_pass_nr(),
        ..OpenList::default()
    };
}

/// Gives the keyboard back, unless it went elsewhere on purpose.
fn close(ctx: &Context, state: &mut OpenList, before: Option<Id>) -> Option<Id> {
    if state.root.is_none() {
        return before;
    }
    let closed = std::mem::take(state);
    let was_inside = before.is_none_or(|id| closed.stops.contains(&id));
    let back_to = closed.back_to.filter(|id| focus::is_drawn_before(ctx, *id));
    match back_to {
        Some(id) if was_inside => {
            ctx.memory_mut(|memory| memory.request_focus(id));
            Some(id)
        }
        _ => before,
    }
}

fn go_on(ctx: &Context, state: &mut OpenList, lists: &[EntryList], before: Option<Id>) -> Option<Id> {
    state.stops = lists
        .iter()
        .flat_map(|list| list.stops.iter().map(|(id, _)| *id))
        .collect();
    let mut focused = before;
    // In the frame of a click the toolkit takes the keyboard from all that was not clicked.
    let is_clicking = ctx.input(|input| input.pointer.any_click() || input.pointer.any_pressed());
    let is_measured = ctx.cumulative_pass_nr() > state.opened_at;
    if !state.has_begun && (is_clicking || !is_measured) {
        ctx.request_repaint();
    } else if !state.has_begun && !state.stops.is_empty() {
        state.has_begun = true;
        focused = begin(ctx, state, &lists[0], before);
    }
    if let Some(list) = lists.iter().find(|list| Some(list.id) == state.entering)
        && let Some((first, _)) = list.stops.first()
    {
        state.entering = None;
        focused = to(ctx, *first);
    }
    let holds = |list: &&EntryList| list.stops.iter().any(|(id, _)| Some(*id) == focused);
    let list = lists.iter().rfind(holds).or(lists.last());
    let moved = list.and_then(|list| moved(ctx, state, lists, list, focused));
    moved.map_or(focused, |id| to(ctx, id))
}

/// Where the keyboard begins: where it is in the list already, else at what holds now, else at the first entry
/// when a key opened the list. After a click nothing has it, so that Enter chooses nothing unseen.
fn begin(ctx: &Context, state: &OpenList, list: &EntryList, before: Option<Id>) -> Option<Id> {
    let is_in = |id: &Id| list.stops.iter().any(|(stop, _)| stop == id);
    let focused = ctx.memory(Memory::focused);
    if focused.as_ref().is_some_and(is_in) {
        return focused;
    }
    let current: Option<Id> = ctx.data(|data| data.get_temp(Id::new("current-entry")));
    let first = list
        .stops
        .first()
        .map(|(id, _)| *id)
        .filter(|_| !state.by_pointer);
    match current.filter(is_in).or(first) {
        Some(id) => to(ctx, id),
        None => {
            if let Some(id) = before {
                ctx.memory_mut(|memory| memory.surrender_focus(id));
            }
            None
        }
    }
}

fn to(ctx: &Context, id: Id) -> Option<Id> {
    ctx.memory_mut(|memory| {
        // The toolkit would go on to whatever lies in that direction.
        memory.move_focus(FocusDirection::None);
        memory.request_focus(id);
    });
    ctx.request_repaint();
    Some(id)
}

/// What the keys of this frame lead to in this list.
fn moved(
    ctx: &Context,
    state: &mut OpenList,
    lists: &[EntryList],
    list: &EntryList,
    focused: Option<Id>,
) -> Option<Id> {
    let at = list.stops.iter().position(|(id, _)| Some(*id) == focused);
    let in_text = focused.is_some_and(|id| is_text(ctx, id));
    let pressed = |modifiers, key| ctx.input_mut(|input| input.consume_key(modifiers, key));
    let (count, stops) = (list.stops.len(), &list.stops);
    if count == 0 {
        return None;
    }
    let last = count - 1;
    if pressed(Modifiers::SHIFT, Key::Tab) {
        return Some(stops[at.map_or(last, |at| (at + last) % count)].0);
    }
    if pressed(Modifiers::NONE, Key::Tab) {
        return Some(stops[at.map_or(0, |at| (at + 1) % count)].0);
    }
    if pressed(Modifiers::NONE, Key::ArrowDown) {
        return at
            .map_or(Some(0), |at| beside(stops, at, TowardsEntry::Down))
            .map(|at| stops[at].0);
    }
    if pressed(Modifiers::NONE, Key::ArrowUp) {
        return at
            .map_or(Some(last), |at| beside(stops, at, TowardsEntry::Up))
            .map(|at| stops[at].0);
    }
    // The other keys are for the letters of a field.
    let (at, focused) = (at.filter(|_| !in_text)?, focused?);
    if pressed(Modifiers::NONE, Key::Home) {
        return Some(stops[0].0);
    }
    if pressed(Modifiers::NONE, Key::End) {
        return Some(stops[last].0);
    }
    if pressed(Modifiers::NONE, Key::ArrowRight) {
        if !opens_submenu(ctx, focused) {
            return beside(stops, at, TowardsEntry::Right).map(|at| stops[at].0);
        }
        let submenu = focused.with("submenu");
        MenuState::from_id(ctx, list.id, |menu| menu.open_item = Some(submenu));
        MenuState::mark_shown(ctx, submenu);
        state.entering = Some(submenu);
        return None;
    }
    if pressed(Modifiers::NONE, Key::ArrowLeft) {
        return beside(stops, at, TowardsEntry::Left)
            .map(|at| stops[at].0)
            .or_else(|| back(ctx, lists, list));
    }
    let chooses = ctx.input(|input| input.key_pressed(Key::Enter) || input.key_pressed(Key::Space));
    if chooses && opens_submenu(ctx, focused) {
        state.entering = Some(focused.with("submenu"));
    } else if chooses {
        state.is_chosen = true;
        ctx.request_repaint();
    }
    None
}

/// From a submenu to the entry that opened it.
fn back(ctx: &Context, lists: &[EntryList], list: &EntryList) -> Option<Id> {
    let parent = lists.iter().take_while(|other| other.id != list.id).last()?;
    let entry = parent
        .stops
        .iter()
        .find(|(id, _)| id.with("submenu") == list.id)?;
    MenuState::from_id(ctx, parent.id, |menu| menu.open_item = None);
    Some(entry.0)
}

#[derive(Clone, Copy)]
enum TowardsEntry {
    Up,
    Down,
    Left,
    Right,
}

/// The nearest entry in that direction. Colours and pictures stand in rows, words under each other.
fn beside(stops: &[(Id, Rect)], at: usize, towards: TowardsEntry) -> Option<usize> {
    let from = stops[at].1;
    let distance = |rect: Rect| {
        let (ahead, aside) = match towards {
            TowardsEntry::Down => (rect.center().y - from.center().y, rect.left() - from.left()),
            TowardsEntry::Up => (from.center().y - rect.center().y, rect.left() - from.left()),
            TowardsEntry::Right => (
                rect.center().x - from.center().x,
                rect.center().y - from.center().y,
            ),
            TowardsEntry::Left => (
                from.center().x - rect.center().x,
                rect.center().y - from.center().y,
            ),
        };
        let is_sideways = matches!(towards, TowardsEntry::Left | TowardsEntry::Right);
        let is_there = ahead > 1.0 && (!is_sideways || aside.abs() < from.height() / 2.0);
        is_there.then_some((ahead.round(), aside.abs()))
    };
    let found = stops
        .iter()
        .enumerate()
        .filter_map(|(other, (_, rect))| Some((other, distance(*rect)?)));
    let nearest =
        found.min_by(|(_, one), (_, other)| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
    nearest.map(|(at, _)| at)
}
