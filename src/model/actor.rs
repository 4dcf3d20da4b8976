//! An actor: an organisation, person, body or group, and the piece that stands for it.

use super::{ActorId, ActorKindId, Attributes, DomainId, LevelId, Point, RegionId, SectorId};

/// Where an actor stands in the question at hand (houding).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Stance {
    For,
    Against,
    Neutral,
}

impl Stance {
    /// What one key gives one after the other: for, against, neutral, nothing said.
    pub fn after(stance: Option<Self>) -> Option<Self> {
        match stance {
            None => Some(Self::For),
            Some(Self::For) => Some(Self::Against),
            Some(Self::Against) => Some(Self::Neutral),
            Some(Self::Neutral) => None,
        }
    }
}

/// Whether an actor speeds things up or widens the circle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tempo {
    /// versneller
    Accelerator,
    /// verbreder
    Broadener,
}

impl Tempo {
    /// What one key gives one after the other: accelerator, broadener, nothing said.
    pub fn after(tempo: Option<Self>) -> Option<Self> {
        match tempo {
            None => Some(Self::Accelerator),
            Some(Self::Accelerator) => Some(Self::Broadener),
            Some(Self::Broadener) => None,
        }
    }
}

/// The height of a tower with so many discs more or fewer: never below nought, and counted from nought where nothing was
/// said yet.
pub fn tower_after(influence: Option<u32>, discs: i32) -> u32 {
    influence.unwrap_or(0).saturating_add_signed(discs)
}

/// An answer people give on the human card of a candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Answer {
    Yes,
    Partly,
    No,
}

/// What the network cannot know about a candidate bridge builder; filled in by people.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HumanCard {
    /// ingebed
    pub embedded: Option<Answer>,
    /// communicatief sterk
    pub communicative: Option<Answer>,
    /// schakelt snel
    pub agile: Option<Answer>,
    /// beschikbaar
    pub available: Option<Answer>,
    /// mandaat
    pub mandate: Option<Answer>,
    pub note: String,
}

impl HumanCard {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// One actor. Empty text and `None` mean "not said"; nothing is ever guessed in its place.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    pub id: ActorId,
    /// Identity in the file and for other programs; unique among actors, never changes.
    pub key: String,
    pub label: String,
    pub kind: Option<ActorKindId>,
    pub sector: Option<SectorId>,
    pub level: Option<LevelId>,
    pub domains: Vec<DomainId>,
    pub region: Option<RegionId>,
    /// The organisation this person or body belongs to, itself an actor.
    pub organisation: Option<ActorId>,
    /// Place on the board; `None` while the piece is still in the tray.
    pub pos: Option<Point>,
    /// Where the figure looks: degrees clockwise from up, in `0..360`.
    pub gaze_deg: Option<f64>,
    /// Height of the tower: influence on this question.
    pub influence: Option<u32>,
    pub stance: Option<Stance>,
    pub tempo: Option<Tempo>,
    /// What the actor wants in this question, one per entry.
    pub interests: Vec<String>,
    /// Legal or working form (vorm), e.g. openbaar lichaam.
    pub form: String,
    pub motive: String,
    pub note: String,
    pub card: HumanCard,
    /// What is said of it beside the fields above.
    pub attributes: Attributes,
}

impl Actor {
    /// An actor with a name and nothing else said.
    pub fn new(id: ActorId, key: &str, label: &str) -> Self {
        Self {
            id,
            key: key.to_owned(),
            label: label.to_owned(),
            kind: None,
            sector: None,
            level: None,
            domains: Vec::new(),
            region: None,
            organisation: None,
            pos: None,
            gaze_deg: None,
            influence: None,
            stance: None,
            tempo: None,
            interests: Vec::new(),
            form: String::new(),
            motive: String::new(),
            note: String::new(),
            card: HumanCard::default(),
            attributes: Attributes::default(),
        }
    }

    /// What figures can be computed from. All fields are named, so that a new one is decided about here.
    pub fn counted(&self) -> impl PartialEq + use<'_> {
        let Self {
            id,
            key,
            label,
            kind,
            sector,
            level,
            domains,
            region,
            organisation,
            attributes,
            // Only shown.
            pos: _,
            gaze_deg: _,
            influence: _,
            stance: _,
            tempo: _,
            interests: _,
            form: _,
            motive: _,
            note: _,
            card: _,
        } = self;
        let identity = (id, key, label, attributes);
        (identity, kind, sector, level, domains, region, organisation)
    }
}
