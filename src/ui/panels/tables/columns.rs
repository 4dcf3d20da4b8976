//! The columns of the tables: which there are, what they are called, how wide they begin.

use crate::desk::TableTab;
use crate::model::Attribute;

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum TableColumn {
    Name,
    Kind,
    Sector,
    Level,
    Region,
    Organisation,
    Influence,
    Relations,
    Source,
    Direction,
    Target,
    RelationKind,
    Weight,
    Status,
    Verified,
    Note,
    /// By its place among the attributes that have a column.
    Attribute(usize),
}

impl TableColumn {
    pub const OF_ACTORS: [Self; 9] = [
        Self::Name,
        Self::Kind,
        Self::Sector,
        Self::Level,
        Self::Region,
        Self::Organisation,
        Self::Influence,
        Self::Relations,
        Self::Note,
    ];
    pub const OF_RELATIONS: [Self; 8] = [
        Self::Source,
        Self::Direction,
        Self::Target,
        Self::RelationKind,
        Self::Weight,
        Self::Status,
        Self::Verified,
        Self::Note,
    ];

    /// Our own fields, and after them so many attributes.
    pub fn of(tab: TableTab, attributes: usize) -> Vec<Self> {
        let own: &[Self] = match tab {
            TableTab::Actors => &Self::OF_ACTORS,
            TableTab::Relations => &Self::OF_RELATIONS,
        };
        let attributes = (0..attributes).map(Self::Attribute);
        own.iter().copied().chain(attributes).collect()
    }

    pub fn key(self) -> &'static str {
        match self {
            Self::Name => "field-name",
            Self::Kind => "field-kind",
            Self::Sector => "field-sector",
            Self::Level => "field-level",
            Self::Region => "field-region",
            Self::Organisation => "field-organisation",
            Self::Influence => "field-influence",
            Self::Relations => "table-degree",
            Self::Source => "field-source",
            Self::Direction => "field-direction",
            Self::Target => "field-target",
            Self::RelationKind => "field-relation-kind",
            Self::Weight => "field-weight",
            Self::Status => "field-status",
            Self::Verified => "field-verified",
            Self::Note => "field-note",
            Self::Attribute(_) => "attributes-title",
        }
    }

    /// Whether words stand in it, that can be long.
    pub fn is_of_words(self) -> bool {
        self.width() > 120.0
    }

    /// Whether numbers stand in it.
    pub(super) fn is_of_figures(self, attributes: &[Attribute]) -> bool {
        match self {
            Self::Influence | Self::Relations | Self::Weight => true,
            Self::Attribute(at) => attributes[at].of_type.is_numeric(),
            _ => false,
        }
    }

    /// Width at first, in points.
    pub fn width(self) -> f32 {
        match self {
            Self::Name | Self::Source | Self::Target => 210.0,
            Self::Kind | Self::RelationKind => 180.0,
            Self::Sector
            | Self::Level
            | Self::Region
            | Self::Organisation
            | Self::Note
            | Self::Attribute(_) => 140.0,
            Self::Influence | Self::Relations | Self::Direction | Self::Weight => 90.0,
            Self::Status | Self::Verified => 120.0,
        }
    }
}
