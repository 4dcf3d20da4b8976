//! The fixed words of the file, beside those of the model: either can change without the other.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::model::{
    Answer, AttributeOf, AttributeType, Background, Direction, Layer, LineStyle, PieceShape, RelationStatus,
    Stance, Tempo,
};

macro_rules! mirrored {
    ($(#[$meta:meta])* $name:ident of $model:ident { $first:ident $(, $variant:ident)* $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum $name {
            #[default]
            $first,
            $($variant,)*
        }

        impl From<$model> for $name {
            fn from(model: $model) -> Self {
                match model {
                    $model::$first => Self::$first,
                    $($model::$variant => Self::$variant,)*
                }
            }
        }

        impl From<$name> for $model {
            fn from(file: $name) -> Self {
                match file {
                    $name::$first => Self::$first,
                    $($name::$variant => Self::$variant,)*
                }
            }
        }
    };
}

mirrored!(
    /// Outline of a piece.
    ShapeDto of PieceShape {
        Circle, Square, RoundedSquare, Diamond, Hexagon, Octagon, Triangle, Pentagon, Shield, Pill,
    }
);
mirrored!(
    /// What an attribute is of.
    AttributeOfDto of AttributeOf { Actors, Relations }
);
mirrored!(
    /// What the values of an attribute are: a `date` is a text as ISO 8601 has it, a `category` one of some words or
    /// numbers that come back.
    AttributeTypeDto of AttributeType { Text, WholeNumber, Number, YesNo, Date, Category, List }
);
mirrored!(
    /// Line style of a kind of relation.
    LineDto of LineStyle { Solid, Dashed, Dotted, DashDot, LongDash, Double, Zigzag }
);
mirrored!(
    /// Layer around the question.
    LayerDto of Layer { Structure, Individual, Fabric }
);
mirrored!(
    /// `directed` runs from source to target, `mutual` both ways; for `undirected` it has no meaning.
    DirectionDto of Direction { Undirected, Directed, Mutual }
);
mirrored!(
    /// Existing (bestaand), wished (gewenst) or ended (vervallen).
    StatusDto of RelationStatus { Existing, Wished, Ended }
);
mirrored!(
    /// Where an actor stands in the question.
    StanceDto of Stance { For, Against, Neutral }
);
mirrored!(
    /// Speeds things up (versneller) or widens the circle (verbreder).
    TempoDto of Tempo { Accelerator, Broadener }
);
mirrored!(
    /// An answer people gave.
    AnswerDto of Answer { Yes, Partly, No }
);
mirrored!(
    /// What the board shows under the pieces.
    BackgroundDto of Background { Empty, Rings, Quadrants, SectorFields, LevelBands, Picture }
);
