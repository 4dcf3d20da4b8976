//! Where a file is.

use std::ffi::{OsStr, OsString};
use std::fmt;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

/// Where a file or a folder is: what dialogs give, what is opened and saved, what the list of recent files holds. What
/// stands inside is known to the store alone: a path here. A page in a browser has no paths, and can have this.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Location(PathBuf);

impl Location {
    /// As somebody typed it.
    pub fn typed(text: &str) -> Self {
        Self(PathBuf::from(text.trim()))
    }

    /// As settings and journals keep it; `None` for the rare name that is no text.
    pub fn as_text(&self) -> Option<&str> {
        self.0.to_str()
    }

    /// The name of the file, without where it is, for people.
    pub fn name(&self) -> String {
        let name = self.0.file_name().unwrap_or(self.0.as_os_str());
        name.to_string_lossy().into_owned()
    }

    /// What it is in.
    pub fn folder(&self) -> Option<Self> {
        self.0.parent().map(Self::from)
    }

    /// What has this name in it.
    pub fn inside(&self, name: &str) -> Self {
        Self(self.0.join(name))
    }

    /// What stands behind the last dot of the name.
    pub fn ending(&self) -> Option<&str> {
        self.0.extension().and_then(OsStr::to_str)
    }

    /// With a dot and this behind the whole name.
    #[must_use]
    pub fn with_more(&self, ending: &str) -> Self {
        let mut name = OsString::from(self.0.as_os_str());
        name.push(".");
        name.push(ending);
        Self(name.into())
    }

    /// With this instead of what stands behind the last dot.
    #[must_use]
    pub fn with_ending(&self, ending: &str) -> Self {
        Self(self.0.with_extension(ending))
    }

    /// The same place wherever the program is started from.
    #[must_use]
    pub fn absolute(&self) -> Self {
        std::path::absolute(&self.0).map_or_else(|_| self.clone(), Self)
    }

    /// Whether both lead to the same file, past all links.
    pub fn is_same_as(&self, other: &Self) -> bool {
        let whole = |one: &Self| one.0.canonicalize().unwrap_or_else(|_| one.0.clone());
        self == other || whole(self) == whole(other)
    }

    /// Whether something has this name, be it a link that leads nowhere.
    pub fn is_taken(&self) -> bool {
        self.0.symlink_metadata().is_ok()
    }

    /// Whether a file is there.
    pub fn is_file(&self) -> bool {
        self.0.is_file()
    }

    /// How much is in the file there; nothing where there is none.
    pub fn bytes(&self) -> u64 {
        self.0.metadata().map_or(0, |found| found.len())
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl fmt::Display for Location {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.display().fmt(f)
    }
}

impl From<PathBuf> for Location {
    fn from(path: PathBuf) -> Self {
        Self(path)
    }
}

impl From<OsString> for Location {
    fn from(path: OsString) -> Self {
        Self(path.into())
    }
}

impl<P: AsRef<OsStr> + ?Sized> From<&P> for Location {
    fn from(path: &P) -> Self {
        Self(PathBuf::from(path.as_ref()))
    }
}

impl AsRef<OsStr> for Location {
    fn as_ref(&self) -> &OsStr {
        self.0.as_os_str()
    }
}

/// For whoever works with files of the system beside the store: tests do.
impl AsRef<Path> for Location {
    fn as_ref(&self) -> &Path {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endings_are_about_the_name_and_not_about_what_it_is_in() {
        let at = Location::typed(" /tmp/v1.2/net ");
        assert_eq!(at.ending(), None);
        assert_eq!(at.name(), "net");
        assert_eq!(at.with_more("opstelling.json").name(), "net.opstelling.json");
        assert_eq!(
            Location::typed("net.opstelling").with_ending("bak").name(),
            "net.bak"
        );
        assert_eq!(at.folder().map(|folder| folder.name()), Some("v1.2".to_owned()));
    }

    #[cfg(unix)]
    #[test]
    fn a_link_and_what_it_leads_to_are_the_same_file() {
        let home = tempfile::tempdir().unwrap();
        let [file, link, other] = ["a", "b", "c"].map(|name| home.path().join(name));
        std::fs::write(&file, "x").unwrap();
        std::fs::write(&other, "x").unwrap();
        std::os::unix::fs::symlink(&file, &link).unwrap();
        assert!(Location::from(&link).is_same_as(&Location::from(&file)));
        assert!(!Location::from(&other).is_same_as(&Location::from(&file)));
    }

    #[test]
    fn settings_keep_it_as_text() {
        let at = Location::typed("/tmp/Súdwest.opstelling");
        let text = serde_json::to_string(&at).unwrap();
        assert_eq!(text, "\"/tmp/Súdwest.opstelling\"");
        assert_eq!(serde_json::from_str::<Location>(&text).unwrap(), at);
    }
}
