//! What a dimension, its groups and one of its groups are called in a sentence.

use crate::i18n::{Arg, Message, Texts};

/// Dimensions that have their own words; any other is called by its name.
const NAMED: [&str; 6] = ["sector", "level", "domain", "region", "organisation", "community"];

/// What a dimension is called inside a sentence: one of ours, or an attribute of the file.
pub fn dimension(id: &str) -> Arg {
    if NAMED.contains(&id) {
        Message::new(format!("dimension-{id}")).into()
    } else {
        id.into()
    }
}

/// What a dimension is called.
pub fn dimension_name(texts: Texts, id: &str) -> String {
    match dimension(id) {
        Arg::Phrase(message) => message.text(texts),
        _ => id.to_owned(),
    }
}

/// The text that counts or names the groups of a dimension: `STEM-sector`, or `STEM-other` with `$name`.
pub(super) fn of_dimension(stem: &str, dimension: &str) -> Message {
    if NAMED.contains(&dimension) {
        Message::new(format!("{stem}-{dimension}"))
    } else {
        Message::new(format!("{stem}-other")).with("name", dimension)
    }
}

/// A number of groups.
pub(super) fn count_of(dimension: &str, count: u32) -> Message {
    of_dimension("reason-count", dimension).with("count", count)
}

/// A number of groups that are not its own.
pub(super) fn others_of(dimension: &str, count: u32) -> Message {
    of_dimension("reason-others", dimension).with("count", count)
}

/// One group, told apart from a word of another dimension: a region and a level may have one name.
pub(super) fn group_of(dimension: &str, group: &str) -> Message {
    of_dimension("reason-in", dimension).with("group", group)
}

/// The groups, as a plural.
pub(super) fn groups_of(dimension: &str) -> Message {
    of_dimension("reason-groups", dimension)
}
