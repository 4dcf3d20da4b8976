//! Keys to commands, from the one command table.

use egui::text_edit::TextEditState;
use egui::{Context, Event, Key, KeyboardShortcut, Modifiers};

use crate::command::{COMMANDS, Command, CommandInfo, CommandReach, Modifier, Shortcut};
use crate::ui::keys::{self, KeyOwner, TakesBack, takes_back};

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

/// Selects the text of the field, and then not everybody on the board as well.
const ALL_OF_FIELD: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::A);

/// In a field these take back letters until what was typed there is in the document: then that step.
const OF_LETTERS: [Command; 2] = [Command::Undo, Command::Redo];

/// Notes in which field somebody is typing. Enter ends that: a name was added, and taking it back is a step. A
/// field that takes a pasted list as names says so itself.
fn note_typing(ctx: &Context, owner: KeyOwner) {
    let field = match owner {
        KeyOwner::Field(field) => Some(field),
        _ => None,
    };
    let is_letter = |event: &Event| match event {
        Event::Text(_) | Event::Cut | Event::Ime(_) | Event::Paste(_) => true,
        Event::Key { key, pressed, .. } => *pressed && matches!(key, Key::Backspace | Key::Delete),
        _ => false,
    };
    let Some(field) = field else {
        keys::forget_takes_back(ctx);
        return;
    };
    let before = takes_back(ctx, field);
    if before != TakesBack::Letters
        && let Some(mut state) = TextEditState::load(ctx, field)
    {
        // Letters are taken back as far as they were typed here, not to what stood in the field earlier.
        state.clear_undoer();
        state.store(ctx, field);
    }
    let (types, has_entered) =
        ctx.input(|input| (input.events.iter().any(is_letter), input.key_pressed(Key::Enter)));
    let now = match (has_entered, types) {
        (true, _) => TakesBack::Steps,
        (false, true) => TakesBack::Letters,
        (false, false) => before,
    };
    keys::note_takes_back(ctx, field, now);
}

/// The commands whose keys were pressed and that a text field must not see: who asks for the palette does not
/// want to lose what they were typing, and a step that is taken back is not also letters. Call it before the views.
pub fn pressed_in_field(ctx: &Context, owner: KeyOwner) -> Vec<Command> {
    note_typing(ctx, owner);
    let KeyOwner::Field(field) = owner else {
        return Vec::new();
    };
    let is_about_steps = takes_back(ctx, field) == TakesBack::Steps;
    take_pressed(ctx, |info, keys| {
        if OF_LETTERS.contains(&info.command) {
            return is_about_steps;
        }
        !info.yields_to_typing && DELETING.contains(&keys.logical_key)
    })
}

/// The commands whose keys were pressed and that nothing else has used. Call it after the views had theirs.
pub fn pressed(ctx: &Context, owner: KeyOwner) -> Vec<Command> {
    take_pressed(ctx, |info, keys| match owner {
        KeyOwner::Board => true,
        KeyOwner::Question => false,
        // Enter and letters belong to whatever has the keyboard.
        _ if info.yields_to_typing => info.command == Command::Shortcuts && keys.modifiers == Modifiers::NONE,
        KeyOwner::Field(_) => *keys != ALL_OF_FIELD && !OF_LETTERS.contains(&info.command),
        KeyOwner::Window | KeyOwner::Popup => info.reach != CommandReach::Pieces,
        KeyOwner::Control => true,
    })
}

/// Takes the keys of these commands out of the input, in the order in which they were pressed.
fn take_pressed(ctx: &Context, is_meant: impl Fn(&CommandInfo, &KeyboardShortcut) -> bool) -> Vec<Command> {
    // Longer combinations first: Ctrl+Z would otherwise take Ctrl+Shift+Z.
    let mut rows: Vec<(&CommandInfo, KeyboardShortcut, u8)> = Vec::new();
    for info in COMMANDS {
        for shortcut in info.shortcuts {
            if let Some(keys) = to_egui(*shortcut) {
                rows.push((info, keys, shortcut.modifier as u8));
            }
        }
    }
    rows.sort_by_key(|(_, _, length)| std::cmp::Reverse(*length));
    let mut commands = Vec::new();
    ctx.input_mut(|input| {
        input.events.retain(|event| {
            let Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } = event
            else {
                return true;
            };
            let row = rows
                .iter()
                .find(|(_, keys, _)| keys.logical_key == *key && modifiers.matches_logically(keys.modifiers));
            match row.filter(|(info, keys, _)| is_meant(info, keys)) {
                Some((info, ..)) => {
                    commands.push(info.command);
                    false
                }
                None => true,
            }
        });
    });
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
