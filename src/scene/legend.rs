//! The legend: what occurs on the board, and nothing else.

use std::collections::BTreeSet;

use super::build::{SceneInput, occurring, shown_actors};
use super::colour::{Colours, legible_line};
use super::{Caption, LegendEntry, LegendSection, LegendSymbol, Scene, icons};
use crate::model::{Actor, RelationStatus};

/// `has_kind`: which kinds of relations there are ties of, in the order of the vocabulary.
pub(super) fn legend(
    scene: &Scene,
    input: SceneInput<'_>,
    has_kind: &[bool],
    of_pieces: Colours<'_>,
) -> Vec<LegendSection> {
    let actors: Vec<&Actor> = shown_actors(input).collect();
    [
        section(
            input.appearance.colour_by.caption(input.constellation),
            colours(&actors, of_pieces, input),
        ),
        section(Caption::Key("legend-kinds"), kinds(&actors, input)),
        section(Caption::Key("legend-levels"), levels(&actors, input)),
        section(Caption::Key("legend-relations"), lines(input, has_kind)),
        section(Caption::Key("legend-hulls"), hulls(scene)),
        section(Caption::Key("legend-signs"), signs(scene)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn section(heading: Caption, entries: Vec<LegendEntry>) -> Option<LegendSection> {
    (!entries.is_empty()).then_some(LegendSection { heading, entries })
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

fn hulls(scene: &Scene) -> Vec<LegendEntry> {
    let entry = |hull: &super::Hull| {
        let symbol = LegendSymbol::Hull {
            colour: hull.colour,
            line: hull.line,
        };
        word(symbol, &hull.label)
    };
    scene.hulls.iter().map(entry).collect()
}

/// What is to be explained of ties, found in one walk: tens of thousands do not fit into the processor's own memory.
#[derive(Default)]
struct OfTies {
    is_wished: bool,
    has_ended: bool,
    is_assumed: bool,
    is_bridge: bool,
    /// The thinnest and the thickest.
    widths: Option<(f32, f32)>,
}

impl OfTies {
    fn new(scene: &Scene) -> Self {
        let mut found = Self::default();
        for tie in scene.ties.iter() {
            found.is_wished |= tie.status == RelationStatus::Wished;
            found.has_ended |= tie.status == RelationStatus::Ended;
            found.is_assumed |= tie.assumed;
            found.is_bridge |= tie.is_bridge;
            let (least, most) = found.widths.unwrap_or((tie.width, tie.width));
            found.widths = Some((least.min(tie.width), most.max(tie.width)));
        }
        found
    }
}

fn signs(scene: &Scene) -> Vec<LegendEntry> {
    let found = OfTies::new(scene);
    let has_cut_point = scene.pieces.iter().any(|piece| piece.is_cut_point);
    let differ = found.widths.is_some_and(|(least, most)| most > least);
    [
        (found.is_wished, LegendSymbol::Wished, "legend-wished"),
        (found.has_ended, LegendSymbol::Ended, "legend-ended"),
        (found.is_assumed, LegendSymbol::Assumed, "legend-assumed"),
        (has_cut_point, LegendSymbol::CutPoint, "legend-cut-point"),
        (found.is_bridge, LegendSymbol::Bridge, "legend-bridge"),
        (differ, LegendSymbol::Width, "legend-width"),
    ]
    .into_iter()
    .filter(|(occurs, _, _)| *occurs)
    .map(|(_, symbol, text)| key(symbol, text))
    .collect()
}
