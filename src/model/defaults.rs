//! The words a new constellation starts with: the vocabulary of Dutch regional cooperation.
//!
//! Colours are the Okabe-Ito set, which stays apart for the colour-blind; no two kinds of relation share
//! a line style.

use super::{
    ActorKind, Direction, Domain, Extra, Language, Layer, LineStyle, PieceShape, RelationKind, Rgb,
    ScaleLevel, Sector, Vocabulary,
};

/// id, Dutch label, English label.
type DefaultWord = (&'static str, &'static str, &'static str);

const SECTORS: [(DefaultWord, Rgb); 4] = [
    (("overheid", "Overheid", "Government"), Rgb(0x00, 0x72, 0xb2)),
    (("ondernemers", "Ondernemers", "Business"), Rgb(0xe6, 0x9f, 0x00)),
    (
        ("onderwijs", "Onderwijs en onderzoek", "Education and research"),
        Rgb(0x00, 0x9e, 0x73),
    ),
    (("omgeving", "Omgeving", "Society"), Rgb(0xcc, 0x79, 0xa7)),
];

const LEVELS: [DefaultWord; 6] = [
    ("lokaal", "Lokaal", "Local"),
    ("basisregio", "Basisregio", "Sub-region"),
    ("regio", "Regio", "Region"),
    ("provincie", "Provincie", "Province"),
    ("rijk", "Rijk", "National"),
    ("europa", "Europa", "Europe"),
];

const DOMAINS: [DefaultWord; 8] = [
    ("wonen", "Wonen", "Housing"),
    ("mobiliteit", "Mobiliteit", "Mobility"),
    ("economie", "Economie", "Economy"),
    ("arbeidsmarkt", "Arbeidsmarkt", "Labour market"),
    ("energie", "Energie", "Energy"),
    ("zorg", "Zorg", "Care"),
    ("onderwijs", "Onderwijs", "Education"),
    ("veiligheid", "Veiligheid", "Safety"),
];

struct KindRow {
    word: DefaultWord,
    shape: PieceShape,
    icon: &'static str,
    sector: Option<&'static str>,
    level: Option<&'static str>,
}

const fn kind(
    word: DefaultWord,
    shape: PieceShape,
    icon: &'static str,
    sector: Option<&'static str>,
    level: Option<&'static str>,
) -> KindRow {
    KindRow {
        word,
        shape,
        icon,
        sector,
        level,
    }
}

const OVERHEID: Option<&str> = Some("overheid");
const ONDERNEMERS: Option<&str> = Some("ondernemers");
const ONDERWIJS: Option<&str> = Some("onderwijs");
const OMGEVING: Option<&str> = Some("omgeving");

/// The kind whose members sit at a table together.
const BODY: &str = "samenwerkingsverband";

const KINDS: [KindRow; 17] = [
    kind(
        ("gemeente", "Gemeente", "Municipality"),
        PieceShape::Square,
        "buildings",
        OVERHEID,
        Some("lokaal"),
    ),
    kind(
        ("provincie", "Provincie", "Province"),
        PieceShape::Shield,
        "map-trifold",
        OVERHEID,
        Some("provincie"),
    ),
    kind(
        ("rijk", "Rijk", "National government"),
        PieceShape::Shield,
        "crown",
        OVERHEID,
        Some("rijk"),
    ),
    kind(
        ("waterschap", "Waterschap", "Water authority"),
        PieceShape::Shield,
        "drop",
        OVERHEID,
        Some("regio"),
    ),
    kind(
        ("regio", "Regio(bureau)", "Region (office)"),
        PieceShape::Hexagon,
        "compass",
        OVERHEID,
        Some("regio"),
    ),
    kind(
        ("uwv", "UWV", "UWV (employment agency)"),
        PieceShape::Square,
        "briefcase",
        OVERHEID,
        Some("regio"),
    ),
    kind(
        ("onderwijs", "Onderwijs", "Education"),
        PieceShape::Pentagon,
        "graduation-cap",
        ONDERWIJS,
        None,
    ),
    kind(
        ("kennisinstelling", "Kennisinstelling", "Knowledge institute"),
        PieceShape::Pentagon,
        "flask",
        ONDERWIJS,
        None,
    ),
    kind(
        ("onderneming", "Onderneming", "Company"),
        PieceShape::Diamond,
        "factory",
        ONDERNEMERS,
        Some("lokaal"),
    ),
    kind(
        ("ondernemersplatform", "Ondernemersplatform", "Business platform"),
        PieceShape::Diamond,
        "storefront",
        ONDERNEMERS,
        Some("basisregio"),
    ),
    kind(
        (
            "werkgeversorganisatie",
            "Werkgeversorganisatie",
            "Employers' organisation",
        ),
        PieceShape::Diamond,
        "handshake",
        ONDERNEMERS,
        None,
    ),
    kind(
        ("werknemersorganisatie", "Werknemersorganisatie", "Trade union"),
        PieceShape::Octagon,
        "megaphone",
        OMGEVING,
        None,
    ),
    kind(
        (
            "maatschappelijk",
            "Maatschappelijke organisatie",
            "Civil society organisation",
        ),
        PieceShape::RoundedSquare,
        "heart",
        OMGEVING,
        None,
    ),
    kind(
        ("inwoners", "Inwoners", "Residents"),
        PieceShape::Circle,
        "users-three",
        OMGEVING,
        Some("lokaal"),
    ),
    kind(
        ("raad", "Raad of griffie", "Council or registry"),
        PieceShape::Triangle,
        "gavel",
        OVERHEID,
        None,
    ),
    kind(
        (
            BODY,
            "Samenwerkingsverband of overlegtafel",
            "Partnership or round table",
        ),
        PieceShape::Pill,
        "table",
        None,
        None,
    ),
    kind(
        ("persoon", "Persoon", "Person"),
        PieceShape::Circle,
        "user",
        None,
        None,
    ),
];

struct RelationKindRow {
    word: DefaultWord,
    colour: Rgb,
    line: LineStyle,
    layer: Option<Layer>,
    is_negative: bool,
    direction: Direction,
}

const TIES: [RelationKindRow; 7] = [
    RelationKindRow {
        word: ("formeel", "Bestuurlijk, formeel", "Governance, formal"),
        colour: Rgb(0x4a, 0x55, 0x68),
        line: LineStyle::Double,
        layer: Some(Layer::Structure),
        is_negative: false,
        direction: Direction::Undirected,
    },
    RelationKindRow {
        word: ("samenwerking", "Samenwerking", "Cooperation"),
        colour: Rgb(0x00, 0x72, 0xb2),
        line: LineStyle::Solid,
        layer: Some(Layer::Structure),
        is_negative: false,
        direction: Direction::Undirected,
    },
    RelationKindRow {
        word: ("informatie", "Informatie", "Information"),
        colour: Rgb(0x2f, 0x9f, 0xd8),
        line: LineStyle::Dashed,
        layer: None,
        is_negative: false,
        direction: Direction::Directed,
    },
    RelationKindRow {
        word: ("geld", "Geld of opdracht", "Money or assignment"),
        colour: Rgb(0x00, 0x9e, 0x73),
        line: LineStyle::DashDot,
        layer: Some(Layer::Structure),
        is_negative: false,
        direction: Direction::Directed,
    },
    RelationKindRow {
        word: ("informeel", "Informeel contact", "Informal contact"),
        colour: Rgb(0xb8, 0x5c, 0x93),
        line: LineStyle::Dotted,
        layer: Some(Layer::Individual),
        is_negative: false,
        direction: Direction::Undirected,
    },
    RelationKindRow {
        word: ("vertrouwen", "Vertrouwen", "Trust"),
        colour: Rgb(0xc9, 0x8a, 0x00),
        line: LineStyle::LongDash,
        layer: Some(Layer::Fabric),
        is_negative: false,
        direction: Direction::Directed,
    },
    RelationKindRow {
        word: ("spanning", "Spanning", "Tension"),
        colour: Rgb(0xd5, 0x5e, 0x00),
        line: LineStyle::Zigzag,
        layer: Some(Layer::Fabric),
        is_negative: true,
        direction: Direction::Undirected,
    },
];

impl Vocabulary {
    /// The standard words; the ids are the same in every language.
    pub fn standard(language: Language) -> Self {
        let label = |word: DefaultWord| match language {
            Language::Nl => word.1.to_owned(),
            Language::En => word.2.to_owned(),
        };
        let sector = |&(word, colour): &(DefaultWord, Rgb)| Sector {
            id: word.0.into(),
            label: label(word),
            colour,
            extra: Extra::new(),
        };
        let actor_kind = |row: &KindRow| ActorKind {
            id: row.word.0.into(),
            label: label(row.word),
            shape: row.shape,
            icon: row.icon.to_owned(),
            sector: row.sector.map(Into::into),
            level: row.level.map(Into::into),
            is_body: row.word.0 == BODY,
            colour: None,
            extra: Extra::new(),
        };
        let relation_kind = |row: &RelationKindRow| RelationKind {
            id: row.word.0.into(),
            label: label(row.word),
            colour: row.colour,
            line: row.line,
            layer: row.layer,
            is_negative: row.is_negative,
            direction: row.direction,
            extra: Extra::new(),
        };
        Self {
            actor_kinds: KINDS.iter().map(actor_kind).collect(),
            sectors: SECTORS.iter().map(sector).collect(),
            levels: LEVELS
                .iter()
                .map(|&word| ScaleLevel {
                    id: word.0.into(),
                    label: label(word),
                    colour: None,
                    extra: Extra::new(),
                })
                .collect(),
            domains: DOMAINS
                .iter()
                .map(|&word| Domain {
                    id: word.0.into(),
                    label: label(word),
                    colour: None,
                    extra: Extra::new(),
                })
                .collect(),
            regions: Vec::new(),
            relation_kinds: TIES.iter().map(relation_kind).collect(),
            ..Self::default()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Constellation, validate};

    #[test]
    fn a_new_constellation_is_sound_in_both_languages() {
        for language in [Language::Nl, Language::En] {
            assert_eq!(validate(&Constellation::new(language)), vec![]);
        }
    }

    #[test]
    fn no_two_kinds_of_relation_share_a_colour_or_a_line_style() {
        let kinds = Vocabulary::standard(Language::Nl).relation_kinds;
        for (at, one) in kinds.iter().enumerate() {
            for other in &kinds[at + 1..] {
                assert!(
                    one.colour != other.colour && one.line != other.line,
                    "{} and {}",
                    one.id,
                    other.id
                );
            }
        }
    }
}
