//! RESULTS become sentences: messages with places to light up, for panels, command line and note alike. The
//! caller has the texts; nothing here knows a language, a screen or a file.

pub mod agreements;
mod attribute;
mod basis;
mod beside;
pub mod card;
mod certainty;
pub mod cohesion;
pub mod comparison;
pub mod counts;
mod dimension;
pub mod groups;
mod measure;
pub mod note;
pub mod numbers;
mod picture;
pub mod pseudonyms;
mod reasons;
mod refusals;
#[cfg(test)]
mod sentences;
mod system;
pub mod tables;
mod unbridged;
#[cfg(test)]
mod variants;
pub mod whatif;

pub use attribute::attribute_text;
pub use basis::{arrows, basis, not_counted};
pub use beside::{
    BEST_OF, BestRow, MissingPairs, TeamData, TeamMember, best_rows, missing_pairs, new_relation, team_data,
    whole_team,
};
pub use certainty::{MediationRow, Sureness, Varied, load_message, mediation_rows, why_not_thinned};
pub use dimension::{dimension, dimension_name};
pub use measure::measure_name;
pub use picture::{
    NothingToDraw, PictureCounts, Pictured, described, footer, hidden_on_picture, letter_without_font,
};
pub use reasons::reason;
pub use refusals::{cancelled, comparison_refused, edit_refused, network_refused, no_clipboard};
pub use system::{system_refused, system_refused_and_what_to_do};
pub use unbridged::nothing_bridged;
