//! The legend: what occurs on the board, and nothing else.

use std::collections::{BTreeSet, HashSet};

use super::build::{SceneInput, occurring};
use super::colour::{Colours, legible_line};
use super::{
    Appearance, Caption, Hull, LegendEntry, LegendSection, LegendSymbol, LegendTopic, Piece, Tie, icons,
};
use crate::model::{Actor, RelationStatus, Stance, Tempo};

/// What a legend is of.
pub(super) struct Occurring<'a> {
    pub actors: Vec<&'a Actor>,
    pub pieces: Vec<&'a Piece>,
    pub ties: Vec<&'a Tie>,
    pub hulls: Vec<&'a Hull>,
    /// Which kinds of relations there are ties of, in the order of the vocabulary.
    pub has_kind: Vec<bool>,
}

pub(super) fn legend(
    occurring: &Occurring<'_>,
    input: SceneInput<'_>,
    of_pieces: Colours<'_>,
) -> Vec<LegendSection> {
    let actors = &occurring.actors;
    let key = Caption::Key;
    [
        (
            LegendTopic::Colours,
            input.appearance.colour_by.caption(input.constellation),
            colours(actors, of_pieces, input),
        ),
        (
            LegendTopic::Measure,
            Caption::of_words(""),
            measured(&occurring.pieces, input.appearance),
        ),
        (
            LegendTopic::RelationKinds,
            key("legend-relations"),
            lines(input, &occurring.has_kind),
        ),
        (LegendTopic::ActorKinds, key("legend-kinds"), kinds(actors, input)),
        (LegendTopic::Levels, key("legend-levels"), levels(actors, input)),
        (LegendTopic::Groups, key("legend-hulls"), hulls(&occurring.hulls)),
        (LegendTopic::Signs, key("legend-signs"), signs(occurring)),
    ]
    .into_iter()
    .filter(|(_, _, entries)| !entries.is_empty())
    .map(|(topic, heading, entries)| LegendSection {
        topic,
        heading,
        entries,
    })
    .collect()
}

fn word(symbol: LegendSymbol, text: &str) -> LegendEntry {
    let caption = Caption::of_words(text);
    LegendEntry { symbol, caption }
}

fn key(symbol: LegendSymbol, key: &'static str) -> LegendEntry {
    let caption = Caption::Key(key);
    LegendEntry { symbol, caption }
}

fn colours(actors: &[&Actor], colours: Colours<'_>, input: SceneInput<'_>) -> Vec<LegendEntry> {
    let used: BTreeSet<Option<usize>> = actors.iter().map(|actor| colours.word_of(actor)).collect();
    let words = colours.words.into_iter().enumerate();
    let mut entries: Vec<LegendEntry> = words
        .filter(|(at, _)| used.contains(&Some(*at)))
        .map(|(_, word)| LegendEntry {
            symbol: LegendSymbol::Colour(word.colour),
            caption: word.caption,
        })
        .collect();
    // Only worth saying beside colours that do mean something.
    if used.contains(&None) && !entries.is_empty() {
        entries.push(key(LegendSymbol::Colour(input.palette.unknown), "legend-unknown"));
    }
    entries
}

fn kinds(actors: &[&Actor], input: SceneInput<'_>) -> Vec<LegendEntry> {
    let used = occurring(actors, |actor| actor.kind.as_ref());
    let kinds = &input.constellation.vocabulary.actor_kinds;
    kinds
        .iter()
        .filter(|kind| used.contains(&kind.id))
        .map(|kind| {
            let icon = icons::icon(&kind.icon);
            word(
                LegendSymbol::Piece {
                    shape: kind.shape,
                    icon: icon.unwrap_or_default().to_owned(),
                    icon_is_text: icon.is_none(),
                },
                &kind.label,
            )
        })
        .collect()
}

fn levels(actors: &[&Actor], input: SceneInput<'_>) -> Vec<LegendEntry> {
    let used = occurring(actors, |actor| actor.level.as_ref());
    let levels = &input.constellation.vocabulary.levels;
    levels
        .iter()
        .enumerate()
        .filter(|(_, level)| used.contains(&level.id))
        .map(|(rank, level)| word(LegendSymbol::Ring(rank, levels.len()), &level.label))
        .collect()
}

fn lines(input: SceneInput<'_>, has_kind: &[bool]) -> Vec<LegendEntry> {
    let kinds = &input.constellation.vocabulary.relation_kinds;
    kinds
        .iter()
        .zip(has_kind)
        .filter(|(_, has_ties)| **has_ties)
        .map(|(kind, _)| {
            let symbol = LegendSymbol::Line {
                colour: legible_line(kind.colour, input.palette),
                line: kind.line,
            };
            word(symbol, &kind.label)
        })
        .collect()
}

fn hulls(hulls: &[&Hull]) -> Vec<LegendEntry> {
    let entry = |hull: &&Hull| {
        let symbol = LegendSymbol::Hull {
            colour: hull.colour,
            line: hull.line,
        };
        word(symbol, &hull.label)
    };
    hulls.iter().map(entry).collect()
}

/// What is to be explained of ties, found in one walk: tens of thousands do not fit into the processor's own memory.
#[derive(Default)]
struct OfTies {
    is_wished: bool,
    has_ended: bool,
    is_assumed: bool,
    is_bridge: bool,
    is_tension: bool,
    /// The thinnest and the thickest.
    widths: Option<(f32, f32)>,
}

impl OfTies {
    fn new(ties: &[&Tie]) -> Self {
        let mut found = Self::default();
        for tie in ties {
            found.is_wished |= tie.status == RelationStatus::Wished;
            found.has_ended |= tie.status == RelationStatus::Ended;
            found.is_assumed |= tie.assumed;
            found.is_bridge |= tie.is_bridge;
            found.is_tension |= tie.is_negative;
            let (least, most) = found.widths.unwrap_or((tie.width, tie.width));
            found.widths = Some((least.min(tie.width), most.max(tie.width)));
        }
        found
    }
}

/// What sizes and places of pieces follow.
fn measured(pieces: &[&Piece], appearance: &Appearance) -> Vec<LegendEntry> {
    let mut entries = Vec::new();
    if let Some(measure) = &appearance.measure {
        let of_measure = |symbol, key| LegendEntry {
            symbol,
            caption: Caption::OfMeasure {
                key,
                measure: measure.clone(),
            },
        };
        if appearance.size_values.is_some() && !pieces.is_empty() {
            entries.push(of_measure(LegendSymbol::Size, "legend-size"));
        }
        if pieces.iter().any(|piece| piece.badge.is_some()) {
            entries.push(of_measure(LegendSymbol::Rank, "legend-rank"));
        }
    }
    entries
}

fn signs(occurring: &Occurring<'_>) -> Vec<LegendEntry> {
    let of_ties = OfTies::new(&occurring.ties);
    let of_pieces = OfPieces::new(&occurring.pieces);
    let differ = of_ties.widths.is_some_and(|(least, most)| most > least);
    let stance = |stance: Stance| of_pieces.stances.contains(&stance);
    let tempo = |tempo: Tempo| of_pieces.tempos.contains(&tempo);
    [
        (of_ties.is_wished, LegendSymbol::Wished, "legend-wished"),
        (of_ties.has_ended, LegendSymbol::Ended, "legend-ended"),
        (of_ties.is_assumed, LegendSymbol::Assumed, "legend-assumed"),
        (of_ties.is_tension, LegendSymbol::Tension, "legend-tension"),
        (
            of_pieces.has_cut_point,
            LegendSymbol::CutPoint,
            "legend-cut-point",
        ),
        (of_ties.is_bridge, LegendSymbol::Bridge, "legend-bridge"),
        (differ, LegendSymbol::Width, "legend-width"),
        (of_pieces.has_tower, LegendSymbol::Tower, "legend-tower"),
        (of_pieces.has_gaze, LegendSymbol::Gaze, "legend-gaze"),
        (
            stance(Stance::For),
            LegendSymbol::Stance(Stance::For),
            "legend-stance-for",
        ),
        (
            stance(Stance::Neutral),
            LegendSymbol::Stance(Stance::Neutral),
            "legend-stance-neutral",
        ),
        (
            stance(Stance::Against),
            LegendSymbol::Stance(Stance::Against),
            "legend-stance-against",
        ),
        (
            tempo(Tempo::Accelerator),
            LegendSymbol::Tempo(Tempo::Accelerator),
            "legend-tempo-accelerator",
        ),
        (
            tempo(Tempo::Broadener),
            LegendSymbol::Tempo(Tempo::Broadener),
            "legend-tempo-broadener",
        ),
    ]
    .into_iter()
    .filter(|(occurs, _, _)| *occurs)
    .map(|(_, symbol, text)| key(symbol, text))
    .collect()
}

/// What is to be explained of pieces.
#[derive(Default)]
struct OfPieces {
    has_cut_point: bool,
    has_tower: bool,
    has_gaze: bool,
    stances: HashSet<Stance>,
    tempos: HashSet<Tempo>,
}

impl OfPieces {
    fn new(pieces: &[&Piece]) -> Self {
        let mut found = Self::default();
        for piece in pieces {
            found.has_cut_point |= piece.is_cut_point;
            found.has_tower |= piece.influence.is_some();
            found.has_gaze |= piece.gaze_deg.is_some();
            found.stances.extend(piece.stance);
            found.tempos.extend(piece.tempo);
        }
        found
    }
}
