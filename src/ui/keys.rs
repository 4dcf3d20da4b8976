//! Who owns the keys of a frame. Decided once, before anything is drawn and from what had the keyboard before
//! the keys came: a field that Enter closes had the Enter, and the board does not get it too.

mod popup;

use egui::text_edit::TextEditState;
use egui::{Context, FocusDirection, Id, Key, Memory, Popup};

use super::dialogs::focus;

pub use popup::{note_current, note_submenu};

/// Where the keys of this frame belong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyOwner {
    /// The board, also when nothing else has asked for the keyboard.
    Board,
    /// A text or a number that is being typed.
    Field(Id),
    /// A button, slider or list in a panel.
    Control,
    /// A window above the board, in which no field is being typed.
    Window,
    /// A list or menu that is open.
    Popup,
    /// A question that must be answered first.
    Question,
}

#[derive(Clone, Copy)]
struct Decided {
    owner: KeyOwner,
    before: Option<Id>,
    pass: u64,
}

/// What the user is in front of.
#[derive(Debug, Clone, Copy, Default)]
pub struct InFront {
    pub question: bool,
    pub dialog: bool,
}

/// Decides for this frame. `before` had the keyboard when the keys came.
pub fn decide(ctx: &Context, before: Option<Id>, in_front: InFront) -> KeyOwner {
    keep_arrows_home(ctx);
    let before = match in_front.question {
        true => before,
        false => popup::attend(ctx, before),
    };
    let in_window = before.is_some_and(|id| focus::holds(ctx, id));
    let owner = match before {
        _ if in_front.question => KeyOwner::Question,
        Some(id) if is_text(ctx, id) => KeyOwner::Field(id),
        _ if Popup::is_any_open(ctx) => KeyOwner::Popup,
        Some(id) if board(ctx) == Some(id) => KeyOwner::Board,
        Some(_) if in_window => KeyOwner::Window,
        Some(_) => KeyOwner::Control,
        None if in_front.dialog => KeyOwner::Window,
        None => KeyOwner::Board,
    };
    let decided = Decided {
        owner,
        before,
        pass: ctx.cumulative_pass_nr(),
    };
    ctx.data_mut(|data| data.insert_temp(decided_id(), decided));
    if owner == KeyOwner::Question || (in_front.dialog && (in_window || before.is_none())) {
        focus::keep_tab_inside(ctx, before);
    }
    owner
}

/// The owner of this frame's keys.
pub fn owner(ctx: &Context) -> KeyOwner {
    if let Some(decided) = decided(ctx) {
        return decided.owner;
    }
    // A part that is shown without the program around it.
    match ctx.memory(Memory::focused) {
        Some(id) if is_text(ctx, id) => KeyOwner::Field(id),
        Some(id) if board(ctx) != Some(id) => KeyOwner::Control,
        _ => KeyOwner::Board,
    }
}

/// What had the keyboard before the keys of this frame.
pub fn focus_before(ctx: &Context) -> Option<Id> {
    decided(ctx).map_or_else(|| ctx.memory(Memory::focused), |decided| decided.before)
}

pub fn is_text(ctx: &Context, id: Id) -> bool {
    TextEditState::load(ctx, id).is_some()
}

/// What taking back is about in the field that has the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TakesBack {
    /// Nothing was typed in it yet: there is nothing to take back.
    Nothing,
    Letters,
    /// What was typed is in the document: the step that it became, and what was done before that.
    Steps,
}

fn taking_back() -> Id {
    Id::new("taking-back")
}

pub fn takes_back(ctx: &Context, field: Id) -> TakesBack {
    let noted: Option<(Id, TakesBack)> = ctx.data(|data| data.get_temp(taking_back()));
    noted
        .filter(|(of, _)| *of == field)
        .map_or(TakesBack::Nothing, |(_, what)| what)
}

pub fn note_takes_back(ctx: &Context, field: Id, what: TakesBack) {
    ctx.data_mut(|data| data.insert_temp(taking_back(), (field, what)));
}

/// No field has the keyboard any more.
pub fn forget_takes_back(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<(Id, TakesBack)>(taking_back()));
}

/// To be called when all has been drawn. Enter ends the typing of a word or a number, but the field keeps the
/// keyboard, unless the user moved it on purpose: what is typed next is not for the board.
pub fn stay_in_field(ctx: &Context, owner: KeyOwner) {
    if let KeyOwner::Field(field) = owner
        && ctx.memory(Memory::focused).is_none()
        && ctx.input(|input| input.key_pressed(Key::Enter))
    {
        ctx.memory_mut(|memory| memory.request_focus(field));
    }
}

/// The board, when it has been drawn.
pub fn board(ctx: &Context) -> Option<Id> {
    ctx.data(|data| data.get_temp(board_id()))
}

/// The board says who it is.
pub fn note_board(ctx: &Context, board: Id) {
    ctx.data_mut(|data| data.insert_temp(board_id(), board));
}

/// Enter has just picked a name from a list: the board, which has the keyboard next, does not take an Enter pressed twice
/// for a wish to rename.
pub fn note_picked(ctx: &Context) {
    ctx.data_mut(|data| data.insert_temp(Id::new("picked-by-enter"), true));
}

/// Whether Enter picked a name, and nothing else was done since.
pub fn take_picked(ctx: &Context) -> bool {
    ctx.data_mut(|data| data.remove_temp(Id::new("picked-by-enter")))
        .unwrap_or(false)
}

/// The keyboard to the board.
pub fn give_to_board(ctx: &Context) {
    if let Some(board) = board(ctx) {
        ctx.memory_mut(|memory| memory.request_focus(board));
    }
}

fn decided(ctx: &Context) -> Option<Decided> {
    let decided: Option<Decided> = ctx.data(|data| data.get_temp(decided_id()));
    decided.filter(|decided| decided.pass == ctx.cumulative_pass_nr())
}

fn decided_id() -> Id {
    Id::new("owner-of-keys")
}

fn board_id() -> Id {
    Id::new("board-for-keys")
}

/// The toolkit moves the keyboard with every arrow to what lies in that direction, where the next arrow turns a
/// slider. Tab goes from one to the next; what arrows do in an open list is decided there.
fn keep_arrows_home(ctx: &Context) {
    let (has_arrow, has_tab) = ctx.input(|input| {
        let arrows = [Key::ArrowUp, Key::ArrowDown, Key::ArrowLeft, Key::ArrowRight];
        let has_arrow = arrows.iter().any(|key| input.key_pressed(*key));
        (has_arrow, input.key_pressed(Key::Tab))
    });
    if has_arrow && !has_tab {
        ctx.memory_mut(|memory| memory.move_focus(FocusDirection::None));
    }
}
