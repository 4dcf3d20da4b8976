//! Files of saves that were killed: half-written, beside the file that they were for.

use jiff::{SignedDuration, Timestamp};

use super::{Location, files_in, remove};

/// Endings of the names that a save uses while it writes.
const ENDINGS: [&str; 4] = ["tmp", "bak.tmp", "mode", "bak.mode"];

/// Removes what killed saves left in these folders longer ago than this. Files of saves under way are younger.
pub fn remove_leftovers(
    folders: impl IntoIterator<Item = impl Into<Location>>,
    older_than: SignedDuration,
    now: Timestamp,
) {
    for folder in folders {
        for file in files_in(&folder.into()) {
            let is_leftover = file.at.as_text().is_some() && is_of_a_save(&file.at.name());
            let age = file.modified.map(|written| now.duration_since(written));
            if is_leftover
                && age.is_some_and(|age| age > older_than)
                && let Err(error) = remove(&file.at)
            {
                log::warn!("what a killed save left cannot be removed: {error}");
            }
        }
    }
}

/// Removes all files in a folder of the program's own that are older than this.
pub fn remove_older_files(folder: &Location, older_than: SignedDuration, now: Timestamp) {
    for file in files_in(folder) {
        let age = file.modified.map(|written| now.duration_since(written));
        if age.is_some_and(|age| age > older_than)
            && let Err(error) = remove(&file.at)
        {
            log::warn!("an old file of the program cannot be removed: {error}");
        }
    }
}

/// `.NAME.PROCESS-COUNT.ENDING`, as a save names its files.
fn is_of_a_save(name: &str) -> bool {
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let of_ending = |ending: &&str| {
        let stem = name.strip_suffix(*ending)?.strip_suffix('.')?;
        let (file, numbers) = stem.strip_prefix('.')?.rsplit_once('.')?;
        let (process, count) = numbers.split_once('-')?;
        (!file.is_empty() && is_number(process) && is_number(count)).then_some(())
    };
    ENDINGS.iter().any(|ending| of_ending(ending).is_some())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_that_a_save_gives_are_those_of_leftovers() {
        for name in [
            ".kaart.opstelling.json.512-0.tmp",
            ".x.9-12.bak.tmp",
            ".x y.1-1.mode",
        ] {
            assert!(is_of_a_save(name), "{name}");
        }
        for name in [
            "kaart.json.512-0.tmp",
            ".kaart.json.tmp",
            ".kaart.5-.tmp",
            ".512-0.tmp",
            ".x.1-2.json",
        ] {
            assert!(!is_of_a_save(name), "{name}");
        }
    }
}
