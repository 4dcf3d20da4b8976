//! Where the program keeps what is not in the user's own files.

use std::path::{Path, PathBuf};

/// Names a folder to use instead of the system's own places, for tests and for use from a stick.
pub const HOME_VARIABLE: &str = "NETWERKOPSTELLING_HOME";

/// The program's own folders; they are made when something is first written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Folders {
    settings: PathBuf,
    journals: PathBuf,
    logs: PathBuf,
}

impl Folders {
    /// The folders of this user; `None` on a system that has no home for them.
    pub fn of_user() -> Option<Self> {
        if let Some(home) = std::env::var_os(HOME_VARIABLE).filter(|home| !home.is_empty()) {
            return Some(Self::at(Path::new(&home)));
        }
        let places = directories::ProjectDirs::from("nl", "", "netwerkopstelling")?;
        let state = places.state_dir().unwrap_or_else(|| places.data_local_dir());
        Some(Self {
            settings: places.config_dir().to_owned(),
            journals: state.join("journal"),
            logs: state.join("log"),
        })
    }

    /// Everything below one folder.
    pub fn at(home: &Path) -> Self {
        Self {
            settings: home.to_owned(),
            journals: home.join("journal"),
            logs: home.join("log"),
        }
    }

    /// Where settings are kept, journals, and logs of runs.
    pub fn kept(&self) -> [PathBuf; 3] {
        [self.settings.clone(), self.journals.clone(), self.logs.clone()]
    }

    pub fn settings_file(&self) -> PathBuf {
        self.settings.join("settings.json")
    }

    /// The folder of the settings.
    pub fn settings(&self) -> &Path {
        &self.settings
    }

    /// Closes what an older version left open to others.
    pub fn close_to_others(&self) {
        let discarded = self.journals.join("discarded");
        for folder in [&self.settings, &self.journals, &discarded] {
            super::close_to_others(folder);
        }
    }

    pub fn journals(&self) -> &Path {
        &self.journals
    }

    /// What the program says of its last runs.
    pub fn logs(&self) -> &Path {
        &self.logs
    }
}
