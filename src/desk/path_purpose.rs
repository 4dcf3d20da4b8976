//! What a path is asked for, and the name that a file gets.

use crate::store::Location;
use crate::takeaway::{NoteKind, PictureKind};

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathPurpose {
    Open,
    SaveAs,
    Picture,
    ExportNodeLink,
    /// A row per actor or, in JSON, all of them.
    ExportFigures,
    ExportAllFigures,
    ExportPicture(PictureKind),
    ExportNote(NoteKind),
    /// Who the codes are.
    SaveKey,
    /// A file to compare the board with.
    Compare,
}

/// The two endings of our own files, the one to propose first. Both open everywhere, and what is in them is the same.
/// Windows and macOS know a file by what stands behind its last dot: `.json` belongs to another program there. Elsewhere
/// the longer one is known as ours, and every tool sees that it is JSON (`docs/file-format.md`).
pub const OWN_ENDINGS: [&str; 2] = if cfg!(any(windows, target_os = "macos")) {
    ["opstelling", "opstelling.json"]
} else {
    ["opstelling.json", "opstelling"]
};

impl PathPurpose {
    /// The path with the ending of what is written there, when the user gave none.
    pub fn with_ending(self, path: Location) -> Location {
        match self.ending() {
            Some(ending) if !self.is_known_ending(&path) => path.with_more(ending),
            _ => path,
        }
    }

    /// What a file for this gets behind its name, without the dot; `None` for what is read.
    pub fn ending(self) -> Option<&'static str> {
        self.endings().first().copied().filter(|_| self.writes())
    }

    /// What such files have behind their names; the first is the one to propose.
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Open | Self::Compare => &["opstelling", "json"],
            Self::SaveAs => const { &[OWN_ENDINGS[0], OWN_ENDINGS[1], "json"] },
            Self::Picture => &["png", "jpg", "jpeg"],
            Self::ExportNodeLink | Self::ExportAllFigures => &["json"],
            Self::ExportFigures => &["csv", "json"],
            Self::ExportPicture(kind) => kind.endings(),
            Self::ExportNote(kind) => kind.endings(),
            Self::SaveKey => &["csv"],
        }
    }

    fn writes(self) -> bool {
        match self {
            Self::SaveAs
            | Self::ExportNodeLink
            | Self::ExportFigures
            | Self::ExportAllFigures
            | Self::ExportPicture(_)
            | Self::ExportNote(_)
            | Self::SaveKey => true,
            Self::Open | Self::Compare | Self::Picture => false,
        }
    }

    fn is_known_ending(self, path: &Location) -> bool {
        let found = path.ending();
        let is_it = |ending: &&str| found.is_some_and(|found| found.eq_ignore_ascii_case(ending));
        self.endings().iter().any(is_it)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_ending_gets_the_one_of_its_format() {
        let name = |purpose: PathPurpose, name: &str| purpose.with_ending(Location::typed(name)).to_string();
        let saved = |typed: &str| name(PathPurpose::SaveAs, typed);
        let own = OWN_ENDINGS[0];
        assert_eq!(saved("net"), format!("net.{own}"));
        assert_eq!(saved("Regio 2.0"), format!("Regio 2.0.{own}"));
        for kept in [
            "net.opstelling.json",
            "net.opstelling",
            "net.json",
            "NET.OPSTELLING",
        ] {
            assert_eq!(saved(kept), kept);
        }
        assert_eq!(saved("net.csv"), format!("net.csv.{own}"), "it will be no table");
        assert_eq!(name(PathPurpose::ExportFigures, "net"), "net.csv");
        assert_eq!(name(PathPurpose::ExportFigures, "net.json"), "net.json");
        assert_eq!(name(PathPurpose::ExportAllFigures, "net.csv"), "net.csv.json");
        let picture = PathPurpose::ExportPicture(PictureKind::Svg);
        assert_eq!(name(picture, "bord"), "bord.svg");
        assert_eq!(name(picture, "bord.SVG"), "bord.SVG");
        assert_eq!(name(picture, "bord.png"), "bord.png.svg", "it is what was chosen");
        assert_eq!(name(PathPurpose::ExportNote(NoteKind::Markdown), "x"), "x.md");
        assert_eq!(name(PathPurpose::Open, "net"), "net");
    }

    #[test]
    fn what_is_proposed_is_known_by_the_system() {
        let alone = cfg!(any(windows, target_os = "macos"));
        assert_eq!(PathPurpose::SaveAs.ending() == Some("opstelling"), alone);
    }
}
