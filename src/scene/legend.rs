//! The legend: what occurs on the board, and nothing else.

use std::collections::BTreeSet;

use super::build::{SceneInput, occurring, shown_actors};
use super::colour::{legible_line, word_of, words};
use super::{ColourBy, LegendEntry, LegendSection, LegendSymbol, Scene, icons};
use crate::model::{Actor, RelationStatus};

pub(super) fn legend(scene: &Scene, input: SceneInput<'_>) -> Vec<LegendSection> {
    let actors: Vec<&Actor> = shown_actors(input).collect();
    [
        section(
            colour_heading(input.appearance.colour_by),
            colours(&actors, input),
        ),
        section("legend-kinds", kinds(&actors, input)),
        section("legend-levels", levels(&actors, input)),
        section("legend-relations", lines(scene, input)),
        section("legend-hulls", hulls(scene)),
        section("legend-signs", signs(scene)),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn section(heading: &'static str, entries: Vec<LegendEntry>) -> Option<LegendSection> {
    (!entries.is_empty()).then_some(LegendSection { heading, entries })
}

fn colour_heading(colour_by: ColourBy) -> &'static str {
    match colour_by {
        ColourBy::Sector => "legend-sectors",
        ColourBy::Level => "legend-level-colours",
        ColourBy::Region => "legend-regions",
        ColourBy::Kind => "legend-kind-colours",
    }
}

fn word(symbol: LegendSymbol, text: &str) -> LegendEntry {
    LegendEntry {
        symbol,
        text: crate::i18n::shown(text).into_owned(),
        is_key: false,
    }
}

fn key(symbol: LegendSymbol, key: &str) -> LegendEntry {
    LegendEntry {
        symbol,
        text: key.to_owned(),
        is_key: true,
    }
}

fn colours(actors: &[&Actor], input: SceneInput<'_>) -> Vec<LegendEntry> {
    let colour_by = input.appearance.colour_by;
    let used: BTreeSet<Option<&str>> = actors.iter().map(|actor| word_of(colour_by, actor)).collect();
    let mut entries: Vec<LegendEntry> = words(input)
        .into_iter()
        .filter(|(id, _, _)| used.contains(&Some(id)))
        .map(|(_, label, colour)| word(LegendSymbol::Colour(colour), label))
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

fn lines(scene: &Scene, input: SceneInput<'_>) -> Vec<LegendEntry> {
    // Ties lie in the order of the relations: walked side by side, none needs to be looked up.
    let mut shown = scene.ties.iter().map(|tie| tie.relation).peekable();
    let relations = input.constellation.relations.values();
    let used: BTreeSet<_> = relations
        .filter(|relation| shown.next_if_eq(&relation.id).is_some())
        .map(|relation| &relation.kind)
        .collect();
    let kinds = &input.constellation.vocabulary.relation_kinds;
    kinds
        .iter()
        .filter(|kind| used.contains(&kind.id))
        .map(|kind| {
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

fn signs(scene: &Scene) -> Vec<LegendEntry> {
    let has_status = |status| scene.ties.iter().any(|tie| tie.status == status);
    let widths = scene.ties.iter().map(|tie| tie.width);
    let (thinnest, thickest) = widths.fold((f32::INFINITY, 0.0f32), |(least, most), width| {
        (least.min(width), most.max(width))
    });
    [
        (
            has_status(RelationStatus::Wished),
            LegendSymbol::Wished,
            "legend-wished",
        ),
        (
            has_status(RelationStatus::Ended),
            LegendSymbol::Ended,
            "legend-ended",
        ),
        (
            scene.ties.iter().any(|tie| tie.assumed),
            LegendSymbol::Assumed,
            "legend-assumed",
        ),
        (
            scene.pieces.iter().any(|piece| piece.is_cut_point),
            LegendSymbol::CutPoint,
            "legend-cut-point",
        ),
        (
            scene.ties.iter().any(|tie| tie.is_bridge),
            LegendSymbol::Bridge,
            "legend-bridge",
        ),
        (thickest > thinnest, LegendSymbol::Width, "legend-width"),
    ]
    .into_iter()
    .filter(|(occurs, _, _)| *occurs)
    .map(|(_, symbol, text)| key(symbol, text))
    .collect()
}
