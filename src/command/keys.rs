//! Keys as people read them on their keyboard.

use super::{Modifier, Shortcut};
use crate::i18n::Texts;

/// E.g. "Ctrl+Shift+Z"; on a Mac with Cmd.
pub fn shortcut_text(texts: Texts, shortcut: Shortcut) -> String {
    let command = if cfg!(target_os = "macos") { "Cmd" } else { "Ctrl" };
    let shift = texts.t("key-shift");
    let key = key_text(texts, shortcut.key);
    match shortcut.modifier {
        Modifier::None => key,
        Modifier::Shift => format!("{shift}+{key}"),
        Modifier::Cmd => format!("{command}+{key}"),
        Modifier::CmdShift => format!("{command}+{shift}+{key}"),
    }
}

fn key_text(texts: Texts, key: &str) -> String {
    match key {
        "Comma" => ",".to_owned(),
        "Plus" => "+".to_owned(),
        "Equals" => "=".to_owned(),
        "Minus" => "-".to_owned(),
        "Questionmark" => "?".to_owned(),
        "Delete" => texts.t("key-delete"),
        "Backspace" => texts.t("key-backspace"),
        other => other.to_owned(),
    }
}
