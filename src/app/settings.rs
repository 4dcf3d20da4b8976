//! The program's own settings, one JSON file. Never in the way: a broken file is set aside.

use std::collections::BTreeMap;
use std::io;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer, Serialize};
use serde_json::{Map, Value};

use super::graphics::Graphics;
use crate::formats::Message;
use crate::model::Language;
use crate::scene::ThemeKind;
use crate::store::{self, Folders, Location, ReadRefusal};
use crate::takeaway::TakeAlong;
use crate::told::system_refused;

/// How many files the list of recent ones holds.
pub const MAX_RECENTS: usize = 12;

/// Nobody has settings of this size; a file that has is no file of ours.
const MAX_BYTES: u64 = 16 << 20;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ThemeSetting {
    #[default]
    System,
    Light,
    Dark,
    HighContrast,
}

impl From<Option<ThemeKind>> for ThemeSetting {
    fn from(theme: Option<ThemeKind>) -> Self {
        match theme {
            None => Self::System,
            Some(ThemeKind::Light) => Self::Light,
            Some(ThemeKind::Dark) => Self::Dark,
            Some(ThemeKind::HighContrast) => Self::HighContrast,
        }
    }
}

impl From<ThemeSetting> for Option<ThemeKind> {
    fn from(theme: ThemeSetting) -> Self {
        match theme {
            ThemeSetting::System => None,
            ThemeSetting::Light => Some(ThemeKind::Light),
            ThemeSetting::Dark => Some(ThemeKind::Dark),
            ThemeSetting::HighContrast => Some(ThemeKind::HighContrast),
        }
    }
}

fn or_usual<'de, T: DeserializeOwned + Default, D: Deserializer<'de>>(from: D) -> Result<T, D::Error> {
    let value = Value::deserialize(from)?;
    Ok(serde_json::from_value(value).unwrap_or_default())
}

/// What the program remembers from one run to the next.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub language: Language,
    pub theme: ThemeSetting,
    /// Zoom of the whole interface; 1 is the usual size.
    pub interface_zoom: f32,
    /// What drew the window last time, where that was not the usual way.
    #[serde(deserialize_with = "or_usual", skip_serializing_if = "Option::is_none")]
    pub graphics: Option<Graphics>,
    /// Newest first.
    pub recents: Vec<Location>,
    /// What was chosen last of what is taken along. What a later version wrote and this one does not know is forgotten.
    #[serde(deserialize_with = "or_usual")]
    pub take_along: TakeAlong,
    /// Which panels are open and which tab each shows, by name.
    pub panels: BTreeMap<String, Value>,
    /// Settings of later versions.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            language: Language::default(),
            theme: ThemeSetting::default(),
            interface_zoom: 1.0,
            graphics: None,
            recents: Vec::new(),
            take_along: TakeAlong::default(),
            panels: BTreeMap::new(),
            extra: Map::new(),
        }
    }
}

impl Settings {
    /// The settings on disk. A file that makes no sense is set aside under another name and the usual
    /// settings are used; the message says so.
    pub fn load(folders: &Folders) -> (Self, Option<Message>) {
        let path = folders.settings_file();
        let bytes = match store::read(&path, MAX_BYTES) {
            Ok(bytes) => bytes,
            Err(ReadRefusal::System(error)) if error.kind() == io::ErrorKind::NotFound => {
                return (Self::default(), None);
            }
            Err(ReadRefusal::System(error)) => return (Self::default(), Some(unreadable(&error))),
            Err(ReadRefusal::NotAFile | ReadRefusal::TooLarge(_)) => {
                return (Self::default(), Some(set_aside(&path)));
            }
        };
        match serde_json::from_slice::<Self>(&bytes) {
            Ok(settings) => (settings.sound(), None),
            Err(_) => (Self::default(), Some(set_aside(&path))),
        }
    }

    /// The settings as far as they are needed before there is a window. What is wrong with them is told by
    /// [`Self::load`].
    pub fn peek(folders: &Folders) -> Option<Self> {
        let bytes = store::read(&folders.settings_file(), MAX_BYTES).ok()?;
        serde_json::from_slice(&bytes).ok()
    }

    /// Changes the settings on disk, and returns them. They are read anew first: another window of the
    /// program may have changed them in the meantime.
    ///
    /// # Errors
    /// When they cannot be written; the change only holds for this run then.
    pub fn update(folders: &Folders, change: impl FnOnce(&mut Self)) -> io::Result<Self> {
        let (mut settings, _) = Self::load(folders);
        change(&mut settings);
        let settings = settings.sound();
        let path = folders.settings_file();
        let mut bytes = serde_json::to_vec_pretty(&settings).map_err(io::Error::other)?;
        bytes.push(b'\n');
        store::write_privately(&path, &bytes)?;
        Ok(settings)
    }

    /// Puts a file at the top of the recent ones.
    pub fn add_recent(&mut self, at: impl Into<Location>) {
        let path = at.into().absolute();
        self.forget_recent(&path);
        self.recents.insert(0, path);
    }

    pub fn forget_recent(&mut self, path: &Location) {
        self.recents.retain(|recent| recent != path);
    }

    /// Whatever somebody wrote into the file, the interface stays usable.
    fn sound(mut self) -> Self {
        self.interface_zoom = if self.interface_zoom.is_finite() {
            self.interface_zoom.clamp(0.5, 4.0)
        } else {
            1.0
        };
        // JSON holds text only.
        self.recents.retain(|path| path.as_text().is_some());
        self.recents.truncate(MAX_RECENTS);
        self
    }
}

fn set_aside(path: &Location) -> Message {
    let name = |number: u32| path.with_ending(&format!("broken-{number}.json"));
    let free = store::free_name((1..=99).map(name)).unwrap_or_else(|| name(100));
    match store::rename(path, &free) {
        Ok(()) => Message::new("settings-set-aside").with("file", free.to_string()),
        Err(error) => unreadable(&error),
    }
}

fn unreadable(error: &io::Error) -> Message {
    log::warn!("the settings cannot be read: {error}");
    Message::new("settings-unreadable").with("reason", system_refused(error))
}
