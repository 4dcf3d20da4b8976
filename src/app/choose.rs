//! The system's file dialogs, on a thread of their own: the board never waits for them.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use crate::desk::PathPurpose;
use crate::i18n::Texts;

/// A dialog that ends sooner than a person can close it was never there.
const NO_DIALOG: Duration = Duration::from_millis(350);

/// How a dialog ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PathChoice {
    Chosen(PathBuf),
    Cancelled,
    /// The system offers no file dialogs.
    Unavailable,
}

/// Everything a dialog needs to know, so that it can run anywhere.
#[derive(Debug, Clone)]
pub struct DialogRequest {
    pub purpose: PathPurpose,
    pub texts: Texts,
    /// Suggested name, for saving.
    pub name: String,
    pub folder: Option<PathBuf>,
}

/// Shows the dialog and waits for it. Not for the interface's own thread.
pub fn ask(ask: &DialogRequest) -> PathChoice {
    let started = Instant::now();
    let (title, filter, extensions): (_, _, &[&str]) = match ask.purpose {
        PathPurpose::Open => ("path-open-title", "filter-opstelling", &["json"]),
        PathPurpose::Compare => ("path-compare-title", "filter-opstelling", &["json"]),
        PathPurpose::SaveAs => (
            "path-save-title",
            "filter-opstelling",
            &["opstelling.json", "json"],
        ),
        PathPurpose::Picture => ("path-picture-title", "filter-pictures", &["png", "jpg", "jpeg"]),
        PathPurpose::ExportNodeLink => ("path-export-title", "filter-json", &["json"]),
        PathPurpose::ExportFigures => ("path-export-title", "filter-figures-csv", &["csv"]),
    };
    let mut dialog = rfd::FileDialog::new()
        .set_title(ask.texts.t(title))
        .add_filter(ask.texts.t(filter), extensions);
    if ask.purpose == PathPurpose::ExportFigures {
        dialog = dialog.add_filter(ask.texts.t("filter-figures-json"), &["json"]);
    }
    if let Some(folder) = &ask.folder {
        dialog = dialog.set_directory(folder);
    }
    let chosen = match ask.purpose {
        PathPurpose::Open | PathPurpose::Picture | PathPurpose::Compare => dialog.pick_file(),
        PathPurpose::SaveAs | PathPurpose::ExportNodeLink | PathPurpose::ExportFigures => {
            dialog.set_file_name(&ask.name).save_file()
        }
    };
    match chosen {
        Some(path) => PathChoice::Chosen(path),
        None if started.elapsed() < NO_DIALOG => PathChoice::Unavailable,
        None => PathChoice::Cancelled,
    }
}
