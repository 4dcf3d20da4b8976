//! The dialogs of the system that the program runs on.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use super::{DialogRequest, PathChoice};
use crate::desk::PathPurpose;

/// A dialog that ends sooner than a person can close it was never there.
const NO_DIALOG: Duration = Duration::from_millis(350);

/// Shows the dialog and waits for it. Not for the interface's own thread.
pub fn ask(ask: &DialogRequest) -> PathChoice {
    let started = Instant::now();
    match shown(ask) {
        Some(path) => PathChoice::Chosen(path),
        None if started.elapsed() < NO_DIALOG => PathChoice::Unavailable,
        None => PathChoice::Cancelled,
    }
}

fn shown(ask: &DialogRequest) -> Option<PathBuf> {
    let (title, filter) = match ask.purpose {
        PathPurpose::Open => ("path-open-title", "filter-opstelling"),
        PathPurpose::Compare => ("path-compare-title", "filter-opstelling"),
        PathPurpose::SaveAs => ("path-save-title", "filter-opstelling"),
        PathPurpose::Picture => ("path-picture-title", "filter-pictures"),
        PathPurpose::ExportNodeLink => ("path-export-title", "filter-json"),
        PathPurpose::ExportFigures => ("path-export-title", "filter-figures-csv"),
    };
    let extensions: &[&str] = match ask.purpose {
        // Its JSON has a row of its own.
        PathPurpose::ExportFigures => &["csv"],
        purpose => purpose.endings(),
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
    match ask.purpose {
        PathPurpose::Open | PathPurpose::Picture | PathPurpose::Compare => dialog.pick_file(),
        PathPurpose::SaveAs | PathPurpose::ExportNodeLink | PathPurpose::ExportFigures => {
            dialog.set_file_name(&ask.name).save_file()
        }
    }
}
