//! WHAT is visible: constellation + filters + appearance + results -> shapes with places and styles.
//!
//! Plain data in board units (x right, y down), without any drawing library: the screen and every picture
//! draw the same [`Scene`] by the same [`marks`], so they cannot differ.

mod attribute_filter;
mod build;
mod colour;
pub mod diverging;
mod filter;
pub mod geometry;
mod hull;
pub mod icons;
pub mod labels;
mod legend;
pub mod marks;
mod moves;
mod palette;
mod picture;
mod ties;
pub mod typeface;
mod types;
mod zones;

pub use attribute_filter::{AttributeFilter, AttributeFilters};
pub use build::{SceneInput, build, legend_of_seen};
pub use colour::{ColourChoice, colour_choices, legible, legible_line, legible_sample, legible_sign, mix};
pub use filter::{Filters, Hidden};
pub use palette::{Palette, SAMPLE_CONTRAST, SHAPE_CONTRAST, TEXT_CONTRAST, ThemeKind, contrast, ink_on};
pub use picture::{MAX_PICTURE_SIDE, PictureFault, PictureHead, picture_fault};
pub use types::{
    Appearance, Caption, ColourBy, Highlight, Hull, HullGroup, IssuePiece, LegendEntry, LegendSection,
    LegendSymbol, LegendTopic, Marks, Piece, Scene, SceneStamp, Tie, Zone,
};
pub use zones::zone_areas;
