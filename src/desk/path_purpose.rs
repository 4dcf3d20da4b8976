//! What a path is asked for, and the name that a file gets.

use std::path::{Path, PathBuf};

/// What a path is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PathPurpose {
    Open,
    SaveAs,
    Picture,
    ExportNodeLink,
    ExportFigures,
    /// A file to compare the board with.
    Compare,
}

impl PathPurpose {
    /// The path with the ending of what is written there, when the user gave none.
    pub fn with_ending(self, path: PathBuf) -> PathBuf {
        let Some(ending) = self.ending().filter(|_| !has_ending(&path)) else {
            return path;
        };
        let mut name = path.into_os_string();
        name.push(ending);
        name.into()
    }

    fn ending(self) -> Option<&'static str> {
        match self {
            Self::SaveAs => Some(".opstelling.json"),
            Self::ExportNodeLink => Some(".json"),
            Self::ExportFigures => Some(".csv"),
            Self::Open | Self::Picture | Self::Compare => None,
        }
    }
}

fn has_ending(path: &Path) -> bool {
    path.extension()
        .is_some_and(|found| found.eq_ignore_ascii_case("json") || found.eq_ignore_ascii_case("csv"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_without_ending_gets_the_one_of_its_format() {
        let saved = |name: &str| PathPurpose::SaveAs.with_ending(PathBuf::from(name));
        assert_eq!(saved("net"), PathBuf::from("net.opstelling.json"));
        assert_eq!(saved("net.opstelling.json"), PathBuf::from("net.opstelling.json"));
        assert_eq!(saved("Regio 2.0"), PathBuf::from("Regio 2.0.opstelling.json"));
    }
}
