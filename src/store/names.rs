//! What Windows makes of the name of a file. Files go from one system to another, so this is known on each.

use std::fmt;
use std::path::{Component, Path};

/// Why Windows knows no file of that name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RefusedName {
    /// The name of a device, whatever stands behind its dot: `CON`, `nul.txt`, `COM1.opstelling`.
    Device,
    /// A character that means something else there. After a colon, what is written is part of another file and seen by
    /// nobody.
    Character(char),
    /// A dot or a space at the end, which is taken off without a word.
    End,
}

impl fmt::Display for RefusedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Device => f.write_str("it is the name of a device"),
            Self::Character(one) => write!(f, "a name cannot hold {one:?}"),
            Self::End => f.write_str("a name cannot end in a dot or a space"),
        }
    }
}

impl std::error::Error for RefusedName {}

/// Names of devices, in capitals. Of `COM` and `LPT` also those with a superscript digit.
const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
const NUMBERED: [&str; 2] = ["COM", "LPT"];

/// Whether Windows takes this for a device; what stands behind the first dot does not count there, nor do spaces before
/// it.
fn is_device(name: &str) -> bool {
    let bare = name.split(['.', ':']).next().unwrap_or_default();
    let bare = bare.trim_end_matches(' ').to_uppercase();
    let is_numbered = |of: &&str| {
        let mut rest = bare.strip_prefix(*of).unwrap_or_default().chars();
        matches!(
            (rest.next(), rest.next()),
            (Some('1'..='9' | '¹' | '²' | '³'), None)
        )
    };
    DEVICES.contains(&bare.as_str()) || NUMBERED.iter().any(is_numbered)
}

/// What Windows has against one name, without the folders it is in; `None` for a name that is fine on every system.
fn refused_by_windows(name: &str) -> Option<RefusedName> {
    let is_special = |one: &char| {
        matches!(
            one,
            '<' | '>' | ':' | '"' | '/' | '\\' | '|' | '?' | '*' | '\0'..='\u{1f}'
        )
    };
    if let Some(one) = name.chars().find(is_special) {
        return Some(RefusedName::Character(one));
    }
    if is_device(name) {
        return Some(RefusedName::Device);
    }
    name.ends_with(['.', ' ']).then_some(RefusedName::End)
}

/// A name that a file can have on every system, without its ending: what a title leaves when signs are taken out of it.
/// `None` when that is nothing.
pub fn plain_name(title: &str) -> Option<String> {
    let is_plain = |one: &char| one.is_alphanumeric() || " -_".contains(*one);
    let plain: String = title.chars().filter(is_plain).collect();
    match plain.trim() {
        "" => None,
        device if is_device(device) => Some(format!("{device}_")),
        plain => Some(plain.to_owned()),
    }
}

/// The first name in a path that Windows refuses. Its beginning (`C:\`, `\\server\share`) and dots for folders are no
/// names.
pub(super) fn refused_in(path: &Path) -> Option<RefusedName> {
    let names = path.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    names.into_iter().find_map(|name| refused_by_windows(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_known_whatever_their_ending_and_case() {
        for name in [
            "CON",
            "nul",
            "Aux.opstelling",
            "COM1.txt",
            "lpt9",
            "com¹.json",
            "con .txt",
            "prn.a.b",
            "CONIN$",
        ] {
            assert_eq!(refused_by_windows(name), Some(RefusedName::Device), "{name}");
        }
        for name in [
            "CONTACT.opstelling",
            "COM.txt",
            "COM10.txt",
            "COM0",
            "lpt",
            "aux-overleg",
            "Nulmeting.opstelling",
        ] {
            assert_eq!(refused_by_windows(name), None, "{name}");
        }
    }

    #[test]
    fn characters_and_endings_that_windows_has_another_use_for_are_known() {
        let refused = |name| refused_by_windows(name);
        assert_eq!(
            refused("Overleg: Hoorn.opstelling"),
            Some(RefusedName::Character(':'))
        );
        assert_eq!(refused("wie?.opstelling"), Some(RefusedName::Character('?')));
        assert_eq!(refused("a\tb"), Some(RefusedName::Character('\t')));
        assert_eq!(refused("net."), Some(RefusedName::End));
        assert_eq!(refused("net "), Some(RefusedName::End));
        assert_eq!(refused(" .net.opstelling"), None);
        assert_eq!(refused("Súdwest-Fryslân (2).opstelling"), None);
    }

    #[test]
    fn every_name_in_a_path_counts_and_its_beginning_does_not() {
        let of = |text: &str| refused_in(Path::new(text));
        assert_eq!(of("/srv/aux/net.opstelling"), Some(RefusedName::Device));
        assert_eq!(of("../map./net.opstelling"), Some(RefusedName::End));
        assert_eq!(of("/srv/net.opstelling"), None);
        assert_eq!(of("./../net.opstelling"), None);
    }

    #[test]
    fn what_is_proposed_is_a_name_everywhere() {
        assert_eq!(
            plain_name(" Wie bouwt: bruggen? ").as_deref(),
            Some("Wie bouwt bruggen")
        );
        assert_eq!(plain_name("Aux").as_deref(), Some("Aux_"));
        assert_eq!(plain_name("?!"), None);
        for title in ["CON", "com1", "net.", "a:b", "Súdwest-Fryslân ", "aux. "] {
            let name = plain_name(title).unwrap();
            assert_eq!(refused_by_windows(&format!("{name}.opstelling")), None, "{name}");
        }
    }

    #[cfg(windows)]
    #[test]
    fn drives_and_shares_are_no_names() {
        let of = |text: &str| refused_in(Path::new(text));
        for fine in [
            r"C:\Users\Jo\net.opstelling",
            r"\\server\share\net.opstelling",
            r"\\?\C:\net.opstelling",
        ] {
            assert_eq!(of(fine), None, "{fine}");
        }
        assert_eq!(of(r"\\server\share\con.opstelling"), Some(RefusedName::Device));
    }
}
