//! Actors as they are stored.

use crate::edit::ActorField;
use crate::formats::native::dto::PointDto;
use crate::formats::native::words::{AnswerDto, StanceDto, TempoDto};
use crate::model::{Actor, Extra, HumanCard, Point};

stored_struct!(
    /// The human card.
    #[derive(Default)]
    #[serde(default)]
    StoredCard of HumanCard {
        embedded: Option<AnswerDto>,
        communicative: Option<AnswerDto>,
        agile: Option<AnswerDto>,
        available: Option<AnswerDto>,
        mandate: Option<AnswerDto>,
        note: String,
    }
);

stored_struct!(
    /// An actor, by the numbers and words of its constellation.
    StoredActor of Actor {
        id: u32,
        key: String,
        label: String,
        kind: Option<String>,
        sector: Option<String>,
        level: Option<String>,
        domains: Vec<String>,
        region: Option<String>,
        organisation: Option<u32>,
        pos: Option<PointDto>,
        gaze_deg: Option<f64>,
        influence: Option<u32>,
        stance: Option<StanceDto>,
        tempo: Option<TempoDto>,
        interests: Vec<String>,
        form: String,
        motive: String,
        note: String,
        card: StoredCard,
        /// As version 0.1.0 called them.
        #[serde(rename = "extra")]
        attributes: Extra,
    }
);

stored_enum!(
    /// One field of an actor, and what it says.
    #[serde(rename_all = "kebab-case", deny_unknown_fields)]
    StoredActorField of ActorField {
        Label(String),
        Kind(Option<String>),
        Sector(Option<String>),
        Level(Option<String>),
        Domains(Vec<String>),
        Region(Option<String>),
        Organisation(Option<u32>),
        Gaze(Option<f64>),
        Influence(Option<u32>),
        Stance(Option<StanceDto>),
        Tempo(Option<TempoDto>),
        Interests(Vec<String>),
        Form(String),
        Motive(String),
        Note(String),
        Card(Box<StoredCard>),
    }
);

impl super::Storable for Point {
    type Stored = PointDto;

    fn stored(&self) -> PointDto {
        let Self { x, y } = *self;
        PointDto { x, y }
    }

    fn restored(PointDto { x, y }: PointDto) -> Option<Self> {
        Some(Self { x, y })
    }
}
