//! Where the program keeps what is not in the user's own files.

use super::{Location, close_to_others};

/// Names a folder to use instead of the system's own places, for tests and for use from a stick.
pub const HOME_VARIABLE: &str = "NETWERKOPSTELLING_HOME";

/// The program's own folders; they are made when something is first written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    settings: Location,
    journals: Location,
    logs: Location,
    prints: Location,
}

impl Folders {
    /// The folders of this user; `None` on a system that has no home for them.
    pub fn of_user() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            return Some(Self::at(&home));
        }
        let places = directories::ProjectDirs::from("nl", "", "netwerkopstelling")?;
        let state = Location::from(places.state_dir().unwrap_or_else(|| places.data_local_dir()));
        Some(Self {
            settings: places.config_dir().into(),
            journals: state.inside("journal"),
            logs: state.inside("log"),
            prints: state.inside("print"),
        })
    }

    /// Everything below one folder.
    pub fn at(home: impl Into<Location>) -> Self {
        let home = home.into();
        Self {
            journals: home.inside("journal"),
            logs: home.inside("log"),
            prints: home.inside("print"),
            settings: home,
        }
    }

    /// Where settings are kept, journals, logs of runs, and what was printed.
    pub fn kept(&self) -> [Location; 4] {
        [&self.settings, &self.journals, &self.logs, &self.prints].map(Clone::clone)
    }

    pub fn settings_file(&self) -> Location {
        self.settings.inside("settings.json")
    }

    /// The folder of the settings.
    pub fn settings(&self) -> &Location {
        &self.settings
    }

    /// Closes what an older version left open to others.
    pub fn close_to_others(&self) {
        let discarded = self.journals.inside("discarded");
        for folder in [&self.settings, &self.journals, &discarded] {
            close_to_others(folder);
        }
    }

    pub fn journals(&self) -> &Location {
        &self.journals
    }

    /// What was made to be printed, for as long as a viewer needs it.
    pub fn prints(&self) -> &Location {
        &self.prints
    }

    /// Where a print is on a system that has no folders for the program.
    pub fn for_prints_elsewhere() -> Location {
        std::env::temp_dir().into()
    }

    /// What the program says of its last runs.
    pub fn logs(&self) -> &Location {
        &self.logs
    }
}
