//! What a user can ask for: commands without data (the table behind menu, toolbar, shortcuts, palette and
//! help) and intents that carry data. Views only ever send these; [`crate::app`] carries them out.

mod intent;
mod keys;
mod table;

pub use intent::{Intent, PathPurpose, ProjectedSide, Projection, SettingChange};
pub use keys::shortcut_text;
pub use table::{
    ALIGN, COMMANDS, Command, CommandInfo, DISTRIBUTE, Family, InSight, Modifier, Reach, Shortcut,
};
