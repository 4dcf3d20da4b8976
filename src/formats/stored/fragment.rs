//! A part of a constellation on the clipboard, as it is stored.

use std::collections::BTreeMap;

use super::{StoredActor, StoredAttribute, StoredRelation, StoredVocabulary};
use crate::edit::operations::Fragment;

stored_struct!(
    /// Pieces that were copied, with the words that they use.
    StoredFragment of Fragment {
        actors: Vec<StoredActor>,
        relations: Vec<StoredRelation>,
        vocabulary: StoredVocabulary,
        #[serde(default)]
        attributes: Vec<StoredAttribute>,
        #[serde(default)]
        organisations: BTreeMap<u32, String>,
    }
);
