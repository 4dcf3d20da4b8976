//! The words of a constellation: kinds, sectors, levels, domains, regions. The user's to change.

use serde::{Deserialize, Serialize};

use super::lookup::Lookup;
use super::{ActorKindId, Direction, DomainId, Extra, LevelId, RegionId, RelationKindId, Rgb, SectorId};

/// Outline of a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PieceShape {
    Circle,
    Square,
    RoundedSquare,
    Diamond,
    Hexagon,
    Octagon,
    Triangle,
    Pentagon,
    Shield,
    Pill,
}

impl PieceShape {
    pub const ALL: [Self; 10] = [
        Self::Circle,
        Self::Square,
        Self::RoundedSquare,
        Self::Diamond,
        Self::Hexagon,
        Self::Octagon,
        Self::Triangle,
        Self::Pentagon,
        Self::Shield,
        Self::Pill,
    ];
}

/// Line style of a kind of relation; with colour, never instead of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LineStyle {
    Solid,
    Dashed,
    Dotted,
    DashDot,
    LongDash,
    Double,
    Zigzag,
}

impl LineStyle {
    pub const ALL: [Self; 7] = [
        Self::Solid,
        Self::Dashed,
        Self::Dotted,
        Self::DashDot,
        Self::LongDash,
        Self::Double,
        Self::Zigzag,
    ];
}

/// Which of the three layers around the question a kind of relation belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Layer {
    /// structuur
    Structure,
    /// individu
    Individual,
    /// weefsel
    Fabric,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ActorKind {
    pub id: ActorKindId,
    pub label: String,
    pub shape: PieceShape,
    /// Name of an icon, as listed by the scene; unknown names draw as initials.
    pub icon: String,
    /// What a new actor of this kind starts with.
    pub sector: Option<SectorId>,
    pub level: Option<LevelId>,
    /// A body others are members of (overlegtafel): the second mode of a two-mode network.
    pub is_body: bool,
    /// What actors of this kind are coloured with; `None`: one that tells them from the others.
    pub colour: Option<Rgb>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Sector {
    pub id: SectorId,
    pub label: String,
    pub colour: Rgb,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct ScaleLevel {
    pub id: LevelId,
    pub label: String,
    /// What its actors are coloured with; `None`: one that tells it from the others.
    pub colour: Option<Rgb>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Domain {
    pub id: DomainId,
    pub label: String,
    /// What its actors are coloured with; `None`: one that tells it from the others.
    pub colour: Option<Rgb>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Region {
    pub id: RegionId,
    pub label: String,
    /// What its actors are coloured with; `None`: one that tells it from the others.
    pub colour: Option<Rgb>,
    pub extra: Extra,
}

#[derive(Debug, Clone, PartialEq)]
pub struct RelationKind {
    pub id: RelationKindId,
    pub label: String,
    pub colour: Rgb,
    pub line: LineStyle,
    pub layer: Option<Layer>,
    /// Tension rather than connection: left out of the analysis unless asked for.
    pub is_negative: bool,
    /// What a new relation of this kind starts with.
    pub direction: Direction,
    pub extra: Extra,
}

/// All words of one constellation, each list in the order the user sees. Levels run from small to large.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Vocabulary {
    pub actor_kinds: Vec<ActorKind>,
    pub sectors: Vec<Sector>,
    pub levels: Vec<ScaleLevel>,
    pub domains: Vec<Domain>,
    pub regions: Vec<Region>,
    pub relation_kinds: Vec<RelationKind>,
    pub extra: Extra,
    pub(super) lookups: Lookups,
}

/// Where the words stand, list by list.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Lookups {
    actor_kinds: Lookup,
    sectors: Lookup,
    levels: Lookup,
    domains: Lookup,
    regions: Lookup,
    relation_kinds: Lookup,
}

impl Vocabulary {
    /// From all its parts, so that a new list does not compile until the stored words have it too.
    pub fn of_lists(
        actor_kinds: Vec<ActorKind>,
        sectors: Vec<Sector>,
        levels: Vec<ScaleLevel>,
        domains: Vec<Domain>,
        regions: Vec<Region>,
        relation_kinds: Vec<RelationKind>,
        extra: Extra,
    ) -> Self {
        Self {
            actor_kinds,
            sectors,
            levels,
            domains,
            regions,
            relation_kinds,
            extra,
            lookups: Lookups::default(),
        }
    }

    pub fn actor_kind(&self, id: &ActorKindId) -> Option<&ActorKind> {
        let at = self
            .lookups
            .actor_kinds
            .find(&self.actor_kinds, id.as_str(), |entry| entry.id.as_str())?;
        Some(&self.actor_kinds[at])
    }

    pub fn sector(&self, id: &SectorId) -> Option<&Sector> {
        let at = self
            .lookups
            .sectors
            .find(&self.sectors, id.as_str(), |entry| entry.id.as_str())?;
        Some(&self.sectors[at])
    }

    pub fn level(&self, id: &LevelId) -> Option<&ScaleLevel> {
        Some(&self.levels[self.level_rank(id)?])
    }

    /// Place of a level from small to large.
    pub fn level_rank(&self, id: &LevelId) -> Option<usize> {
        self.lookups
            .levels
            .find(&self.levels, id.as_str(), |entry| entry.id.as_str())
    }

    pub fn domain(&self, id: &DomainId) -> Option<&Domain> {
        let at = self
            .lookups
            .domains
            .find(&self.domains, id.as_str(), |entry| entry.id.as_str())?;
        Some(&self.domains[at])
    }

    pub fn region(&self, id: &RegionId) -> Option<&Region> {
        let at = self
            .lookups
            .regions
            .find(&self.regions, id.as_str(), |entry| entry.id.as_str())?;
        Some(&self.regions[at])
    }

    pub fn relation_kind(&self, id: &RelationKindId) -> Option<&RelationKind> {
        let at = self
            .lookups
            .relation_kinds
            .find(&self.relation_kinds, id.as_str(), |entry| entry.id.as_str())?;
        Some(&self.relation_kinds[at])
    }

    /// Drops the words whose label is their id, as it is for words that only actors and relations name (there may
    /// be a million of them), and the unknown fields of words.
    pub fn with_labels_of_their_own(mut self) -> Self {
        macro_rules! keep {
            ($($list:ident),*) => {$(
                self.$list.retain(|word| word.id.as_str() != word.label);
                self.$list.shrink_to_fit();
                self.$list.iter_mut().for_each(|word| word.extra.clear());
            )*};
        }
        keep!(actor_kinds, sectors, levels, domains, regions, relation_kinds);
        self.extra.clear();
        // The indexes are of the old lists.
        self.lookups = Lookups::default();
        self
    }

    /// Adds a kind with the next outline; the id must be free.
    pub fn push_actor_kind(&mut self, id: &str, label: &str) {
        self.actor_kinds.push(ActorKind {
            id: id.into(),
            label: label.to_owned(),
            shape: PieceShape::ALL[self.actor_kinds.len() % PieceShape::ALL.len()],
            icon: String::new(),
            sector: None,
            level: None,
            is_body: false,
            colour: None,
            extra: Extra::new(),
        });
    }

    /// Adds a sector with the next colour; the id must be free.
    pub fn push_sector(&mut self, id: &str, label: &str) {
        self.sectors.push(Sector {
            id: id.into(),
            label: label.to_owned(),
            colour: new_colour(self.sectors.len()),
            extra: Extra::new(),
        });
    }

    /// Adds a level above all others; the id must be free.
    pub fn push_level(&mut self, id: &str, label: &str) {
        self.levels.push(ScaleLevel {
            id: id.into(),
            label: label.to_owned(),
            colour: None,
            extra: Extra::new(),
        });
    }

    /// The id must be free.
    pub fn push_domain(&mut self, id: &str, label: &str) {
        self.domains.push(Domain {
            id: id.into(),
            label: label.to_owned(),
            colour: None,
            extra: Extra::new(),
        });
    }

    /// The id must be free.
    pub fn push_region(&mut self, id: &str, label: &str) {
        self.regions.push(Region {
            id: id.into(),
            label: label.to_owned(),
            colour: None,
            extra: Extra::new(),
        });
    }

    /// Adds a kind with the next colour and a line style that no other kind has, while one is free; the
    /// id must be free.
    pub fn push_relation_kind(&mut self, id: &str, label: &str) {
        let is_used = |line: &LineStyle| self.relation_kinds.iter().any(|kind| kind.line == *line);
        let free = LineStyle::ALL.into_iter().find(|line| !is_used(line));
        self.relation_kinds.push(RelationKind {
            id: id.into(),
            label: label.to_owned(),
            colour: new_colour(self.relation_kinds.len()),
            line: free.unwrap_or(LineStyle::Solid),
            layer: None,
            is_negative: false,
            direction: Direction::Undirected,
            extra: Extra::new(),
        });
    }
}

/// Colours for new words, apart from each other for the colour-blind (Tol's muted scheme); given out in turn.
pub const NEW_COLOURS: [Rgb; 8] = [
    Rgb(0x33, 0x22, 0x88),
    Rgb(0x88, 0xcc, 0xee),
    Rgb(0x44, 0xaa, 0x99),
    Rgb(0x11, 0x77, 0x33),
    Rgb(0x99, 0x99, 0x33),
    Rgb(0xdd, 0xcc, 0x77),
    Rgb(0xcc, 0x66, 0x77),
    Rgb(0x88, 0x22, 0x55),
];

fn new_colour(position: usize) -> Rgb {
    NEW_COLOURS[position % NEW_COLOURS.len()]
}

/// An id made from a label: lower case, words joined by `-`, unique among `taken`.
///
/// ```
/// use netwerkopstelling::model::slug;
/// assert_eq!(slug("Informeel contact", |_| false), "informeel-contact");
/// assert_eq!(slug("Zorg", |id| id == "zorg"), "zorg-2");
/// assert_eq!(slug("!?", |_| false), "x");
/// ```
pub fn slug(label: &str, is_taken: impl Fn(&str) -> bool) -> String {
    let mut base = String::new();
    for character in label.chars().flat_map(char::to_lowercase) {
        if character.is_alphanumeric() {
            base.push(character);
        } else if !base.is_empty() && !base.ends_with('-') {
            base.push('-');
        }
    }
    let base = base.trim_end_matches('-');
    let base = if base.is_empty() { "x" } else { base };
    if !is_taken(base) {
        return base.to_owned();
    }
    (2u32..)
        .map(|number| format!("{base}-{number}"))
        .find(|candidate| !is_taken(candidate))
        .expect("the numbers do not run out")
}
