//! Why something was refused.

use crate::analysis::NetworkError;
use crate::analysis::comparison::CompareError;
use crate::edit::EditError;
use crate::i18n::Message;

/// Why an edit was refused, and what to do.
pub fn edit_refused(error: &EditError) -> Message {
    match error {
        EditError::NoSuchActor(_) => Message::new("edit-no-such-actor"),
        EditError::NoSuchRelation(_) => Message::new("edit-no-such-relation"),
        EditError::NoSuchNote(_) => Message::new("edit-no-such-note"),
        EditError::NoSuchAgreement(_) => Message::new("edit-no-such-agreement"),
        EditError::ActorInUse(_) => Message::new("edit-actor-in-use"),
        EditError::RelationInUse(_) => Message::new("edit-relation-in-use"),
        EditError::MissingEnd(_) => Message::new("edit-missing-end"),
        EditError::BadWeight(_) => Message::new("edit-bad-weight"),
        EditError::BadNumber => Message::new("edit-bad-number"),
        EditError::BadWord(word) if word.is_empty() => Message::new("edit-empty-word"),
        EditError::BadWord(word) => Message::new("edit-word-in-use").with("word", word.as_str()),
        EditError::Misfit { attribute, value } => Message::new("edit-misfit")
            .with("attribute", attribute.as_str())
            .with("value", value.as_str()),
        EditError::NoSuchAttribute(key) => Message::new("edit-no-such-attribute").with("key", key.as_str()),
        EditError::BadKey(key) => Message::new("edit-bad-key").with("key", key.as_str()),
        EditError::BadId(id) => Message::new("edit-bad-id").with("id", id.to_string()),
        EditError::NothingToDo => Message::new("edit-nothing-to-do"),
        EditError::NamesAreHidden => Message::new("pseudonyms-refused"),
    }
}

/// Why a network cannot be analysed, as the end of a sentence.
pub fn network_refused(error: &NetworkError) -> Message {
    match error {
        NetworkError::NoSuchNode { link, node } => Message::new("network-no-such-actor")
            .with("relation", *link)
            .with("actor", *node),
        NetworkError::WeightNotFinite { link, weight } => Message::new("network-weight")
            .with("relation", *link)
            .with("weight", weight.to_string()),
        NetworkError::TooLarge => Message::new("network-too-large"),
    }
}

/// The clipboard of the system takes no picture.
pub fn no_clipboard() -> Message {
    Message::new("notice-no-clipboard")
}

/// The analysis was stopped before its end, as the end of a sentence.
pub fn cancelled() -> Message {
    Message::new("network-cancelled")
}

/// Why two constellations cannot be compared, as the end of a sentence.
pub fn comparison_refused(error: &CompareError) -> Message {
    match error {
        CompareError::Network(error) => network_refused(error),
        CompareError::Cancelled => cancelled(),
    }
}
