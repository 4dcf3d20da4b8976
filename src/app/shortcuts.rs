//! Keys to commands, from the one command table.

use egui::{Context, Event, Id, Key, KeyboardShortcut, Memory, Modifiers};

use crate::command::{COMMANDS, Command, Modifier, Shortcut};

/// The shortcut as egui knows it; `None` only for a misspelt key name, which a test rules out.
pub fn to_egui(shortcut: Shortcut) -> Option<KeyboardShortcut> {
    let modifiers = match shortcut.modifier {
        Modifier::None => Modifiers::NONE,
        Modifier::Shift => Modifiers::SHIFT,
        Modifier::Cmd => Modifiers::COMMAND,
        Modifier::CmdShift => Modifiers::COMMAND | Modifiers::SHIFT,
    };
    Key::from_name(shortcut.key).map(|key| KeyboardShortcut::new(modifiers, key))
}

/// Keys by which a text field deletes when Ctrl is held, as a terminal does.
const DELETING: [Key; 4] = [Key::H, Key::K, Key::U, Key::W];

/// Selects what stands in the field, and then not everybody on the board as well.
const ALL_OF_FIELD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::A);

/// In a field in which somebody is typing these take back letters, and not a step on the board as well.
const OF_LETTERS: [Command; 2] = [Command::Undo, Command::Redo];

/// Where the field is kept in which something was typed since it was entered.
fn typed_in() -> Id {
    Id::new("typed-in")
}

/// Notes in which field somebody is typing. Enter ends that: a name was added, and taking it back is a step.
fn note_typing(ctx: &Context) {
    let field = ctx.memory(Memory::focused).filter(|_| ctx.text_edit_focused());
    let before = ctx.data(|data| data.get_temp::<Id>(typed_in()));
    let is_letter = |event: &Event| match event {
        Event::Text(_) | Event::Cut | Event::Ime(_) => true,
        // Several lines are a list of names, and a step.
        Event::Paste(text) => !text.contains('\n'),
        Event::Key { key, pressed, .. } => *pressed && matches!(key, Key::Backspace | Key::Delete),
        _ => false,
    };
    let (has_typed, has_entered) =
        ctx.input(|input| (input.events.iter().any(is_letter), input.key_pressed(Key::Enter)));
    let now = field.filter(|field| !has_entered && (has_typed || before == Some(*field)));
    ctx.data_mut(|data| match now {
        Some(field) => {
            data.insert_temp(typed_in(), field);
        }
        None => {
            data.remove::<Id>(typed_in());
        }
    });
}

/// The commands whose keys were pressed and that a text field must not see: who asks for the palette does not
/// want to lose what he was typing. Call it before the views.
pub fn pressed_in_field(ctx: &Context) -> Vec<Command> {
    note_typing(ctx);
    if !ctx.text_edit_focused() {
        return Vec::new();
    }
    let keys = |shortcut: &Shortcut| to_egui(*shortcut).filter(|keys| DELETING.contains(&keys.logical_key));
    let is_pressed = |keys: KeyboardShortcut| ctx.input_mut(|input| input.consume_shortcut(&keys));
    let rows = COMMANDS.iter().filter(|info| {
        let mut own = info.shortcuts.iter().filter_map(keys);
        !info.yields_to_typing && own.any(is_pressed)
    });
    rows.map(|info| info.command).collect()
}

/// The commands whose keys were pressed and that nothing else has used. Call it after the views had theirs.
pub fn pressed(ctx: &Context) -> Vec<Command> {
    let is_typing = ctx.text_edit_focused();
    let focused = ctx.memory(Memory::focused);
    let has_focus = focused.is_some();
    let has_typed = is_typing && ctx.data(|data| data.get_temp::<Id>(typed_in())) == focused;
    let mut commands = Vec::new();
    // Longer combinations first: Ctrl+Z would otherwise take Ctrl+Shift+Z.
    let mut rows: Vec<_> = COMMANDS
        .iter()
        .flat_map(|info| info.shortcuts.iter().map(move |shortcut| (info, *shortcut)))
        .collect();
    rows.sort_by_key(|(_, shortcut)| std::cmp::Reverse(shortcut.modifier as u8));
    for (info, shortcut) in rows {
        // Enter and letters belong to whatever has the focus: a field, or a button reached with Tab.
        let is_function_key = shortcut.key.len() > 1 && shortcut.key.starts_with('F');
        if info.yields_to_typing && (is_typing || (has_focus && !is_function_key)) {
            continue;
        }
        let Some(keys) = to_egui(shortcut) else { continue };
        if is_typing && keys == ALL_OF_FIELD || has_typed && OF_LETTERS.contains(&info.command) {
            continue;
        }
        if ctx.input_mut(|input| input.consume_shortcut(&keys)) {
            commands.push(info.command);
        }
    }
    commands
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_in_the_table_exists() {
        for info in COMMANDS {
            for shortcut in info.shortcuts {
                assert!(
                    to_egui(*shortcut).is_some(),
                    "{} of {:?}",
                    shortcut.key,
                    info.command
                );
            }
        }
    }
}
