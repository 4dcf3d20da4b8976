//! The system's file dialogs.

use super::Location;

/// How a dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathChoice {
    Chosen(Location),
    Cancelled,
    /// The system offers no file dialogs.
    Unavailable,
}

/// Everything a dialog needs to know, so that it can run anywhere.
#[derive(Debug, Clone)]
pub struct FileDialog {
    pub title: String,
    /// Kinds of files, by name and endings; the first is the one to begin with.
    pub kinds: Vec<(String, &'static [&'static str])>,
    /// The name to propose, where a file is to be written; `None` where one is to be read.
    pub name: Option<String>,
    pub folder: Option<Location>,
}

/// A page may not wait for a dialog: there, opening and saving begin with a press of the user and go on by themselves.
#[cfg(target_arch = "wasm32")]
pub fn ask(_: FileDialog) -> PathChoice {
    PathChoice::Unavailable
}

/// A page has no boxes of the system.
#[cfg(target_arch = "wasm32")]
pub fn show_sentence(_: &str, _: &str) {}

#[cfg(not(target_arch = "wasm32"))]
pub use native::{ask, show_sentence};

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::path::PathBuf;
    use std::time::{Duration, Instant};

    use super::{FileDialog, PathChoice};

    /// A dialog that ends sooner than a person can close it was never there.
    const NO_DIALOG: Duration = Duration::from_millis(350);

    /// Shows the dialog and waits for it. Not for the interface's own thread.
    pub fn ask(asked: FileDialog) -> PathChoice {
        let started = Instant::now();
        match shown(asked) {
            Some(path) => PathChoice::Chosen(path.into()),
            None if started.elapsed() < NO_DIALOG => PathChoice::Unavailable,
            None => PathChoice::Cancelled,
        }
    }

    /// One sentence in a box of the system, until it is closed: where there is no window of ours and no console that would
    /// show it. A desktop of Linux that has no such boxes (`zenity`) shows none.
    pub fn show_sentence(title: &str, sentence: &str) {
        let dialog = rfd::MessageDialog::new()
            .set_level(rfd::MessageLevel::Error)
            .set_title(title)
            .set_description(sentence);
        dialog.show();
    }

    fn shown(asked: FileDialog) -> Option<PathBuf> {
        let mut dialog = rfd::FileDialog::new().set_title(asked.title);
        for (name, endings) in asked.kinds {
            dialog = dialog.add_filter(name, endings);
        }
        if let Some(folder) = &asked.folder {
            dialog = dialog.set_directory(folder);
        }
        match asked.name {
            Some(name) => dialog.set_file_name(name).save_file(),
            None => dialog.pick_file(),
        }
    }
}
