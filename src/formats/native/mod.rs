//! Our own file, `*.opstelling.json` or `*.opstelling`: node-link JSON with everything a constellation has.
//!
//! [`dto`] holds the types of the file; model types are not what is serialised. Fields that this version
//! does not know are kept, at every level. A newer major version is refused; a newer minor one (`minor`
//! beside `version`) only adds fields, and opens with a notice.
//!
//! A value that does not fit its field (a shape of a later version) is kept beside it as `FIELD_original`, and
//! reported.

mod agreements;
mod attributes;
pub mod dto;
mod mirrors;
mod numbering;
mod read;
mod row;
pub mod schema;
mod values;
mod vocabulary;
pub mod words;
mod write;
mod write_vocabulary;

pub(super) use attributes::to_dto as attribute_dto;
pub(super) use read::{build, keep, make, parse};
pub(super) use row::{ReadRow, quoted};
pub(super) use vocabulary::words_of_ids;
pub use write::write;
pub(super) use write::{WrittenOneByOne, edge_of, graph, node_of, pretty};
pub(super) use write_vocabulary::vocabulary;

use crate::model::Language;

/// What `format` says in our files.
pub const FORMAT: &str = "netwerkopstelling";

/// The major version this program writes, and the newest it reads.
pub const VERSION: u32 = 1;

/// The minor version this program knows. A file says its minor version when it has something that came with one:
/// 1 brought `vocabulary.attributes`, 2 `graph.codes` and colours of words and categories, 3 `graph.agreements`.
pub(super) const MINOR: u64 = 3;
/// The one that brought codes and colours.
pub(super) const MINOR_OF_CODES: u64 = 2;
/// The one that brought attributes.
pub(super) const MINOR_OF_ATTRIBUTES: u64 = 1;

pub(super) fn language_tag(language: Language) -> &'static str {
    match language {
        Language::Nl => "nl",
        Language::En => "en",
    }
}

/// Names of the fields each object of the file has; a test holds them to the types.
pub(super) mod known {
    pub const FILE: &[&str] = &[
        "format",
        "version",
        "minor",
        "generator",
        "directed",
        "multigraph",
        "graph",
        "vocabulary",
        "nodes",
        "edges",
        "board",
        "notes",
    ];
    pub const GRAPH: &[&str] = &[
        "title",
        "issue",
        "date",
        "place",
        "language",
        "source",
        "description",
        "author",
        "next_id",
        "codes",
        "agreements",
    ];
    pub const VOCABULARY: &[&str] = &[
        "actor_kinds",
        "sectors",
        "levels",
        "domains",
        "regions",
        "relation_kinds",
        "attributes",
    ];
    pub const ACTOR_KIND: &[&str] = &[
        "id", "label", "shape", "icon", "sector", "level", "body", "colour",
    ];
    pub const SECTOR: &[&str] = &["id", "label", "colour"];
    pub const WORD: &[&str] = &["id", "label", "colour"];
    pub const RELATION_KIND: &[&str] = &["id", "label", "colour", "line", "layer", "negative", "direction"];
    pub const ATTRIBUTE: &[&str] = &["key", "label", "of", "type", "categories", "colours"];
    pub const NODE: &[&str] = &[
        "id",
        "label",
        "kind",
        "sector",
        "level",
        "domains",
        "region",
        "organisation",
        "x",
        "y",
        "gaze_deg",
        "influence",
        "stance",
        "tempo",
        "interests",
        "form",
        "motive",
        "note",
        "card",
    ];
    pub const EDGE: &[&str] = &[
        "source",
        "target",
        "key",
        "kind",
        "weight",
        "direction",
        "status",
        "verified",
        "motive",
        "note",
    ];
    pub const BOARD: &[&str] = &["width", "height", "background", "picture", "issue", "colour_by"];
    pub const NOTE: &[&str] = &["text", "actor", "relation", "at"];
    pub const AGREEMENT: &[&str] = &["what", "who", "when", "about", "done", "note"];
}
