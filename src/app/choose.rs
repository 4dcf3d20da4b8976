//! What the system's file dialogs are asked.

use crate::desk::PathPurpose;
use crate::i18n::Texts;
use crate::store::{FileDialog, Location};
use crate::takeaway::PictureKind;

/// The dialog for this, with a name to propose where something is written.
pub fn dialog(purpose: PathPurpose, texts: Texts, name: String, folder: Option<Location>) -> FileDialog {
    let (title, kind) = match purpose {
        PathPurpose::Open => ("path-open-title", "filter-opstelling"),
        PathPurpose::Compare => ("path-compare-title", "filter-opstelling"),
        PathPurpose::SaveAs => ("path-save-title", "filter-opstelling"),
        PathPurpose::Picture => ("path-picture-title", "filter-pictures"),
        PathPurpose::ExportNodeLink => ("path-export-title", "filter-json"),
        PathPurpose::SaveKey => ("path-key-title", "filter-key"),
        PathPurpose::ExportFigures => ("path-export-title", "filter-figures-csv"),
        PathPurpose::ExportAllFigures => ("path-export-title", "filter-figures-json"),
        PathPurpose::ExportPicture(PictureKind::Png) => ("path-export-title", "filter-png"),
        PathPurpose::ExportPicture(PictureKind::Svg) => ("path-export-title", "filter-svg"),
        PathPurpose::ExportPicture(PictureKind::Pdf) => ("path-export-title", "filter-pdf"),
        PathPurpose::ExportNote(_) => ("path-export-title", "filter-note"),
    };
    let kinds: Vec<(String, &[&str])> = match purpose {
        PathPurpose::ExportFigures => vec![
            (texts.t(kind), &["csv"]),
            (texts.t("filter-figures-json"), &["json"]),
        ],
        purpose => vec![(texts.t(kind), purpose.endings())],
    };
    FileDialog {
        title: texts.t(title),
        kinds,
        name: purpose.ending().map(|_| name),
        folder,
    }
}
