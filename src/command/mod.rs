//! What a user can ask for: commands without data (the table behind menu, toolbar, shortcuts, palette and
//! help) and intents that carry data. Views only ever send these; [`crate::session`] and [`crate::app`] carry them
//! out.

mod asks;
mod intent;
mod keys;
mod table;

pub use intent::{
    DeskChange, Edit, FileRequest, Intent, Intents, InterfaceZoom, Look, ProgramRequest, SettingChange,
};
pub use keys::shortcut_text;
pub use table::{
    ALIGN, COMMANDS, Command, CommandFamily, CommandInfo, CommandReach, DISTRIBUTE, Modifier, Shortcut,
};
