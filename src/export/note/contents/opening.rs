//! What the note is about, the picture of the board, and what was noted.

use super::{NoteInput, written};
use crate::export::note::blocks::{NoteBlock, NoteFigure};
use crate::export::picture::{
    PictureInput, PictureSize, Typeface, named_groups, png_of, say_question_once, svg_of,
};
use crate::i18n::{harmless, line, shown_up_to};
use crate::model::NoteTarget;
use crate::scene::marks::BoardLook;
use crate::scene::{Appearance, ColourBy, Palette, SceneInput, ThemeKind, build};
use crate::told::{Pictured, described, note};

use crate::analysis::group_figures::COMMUNITY;

/// Letters of a fact on one line.
const MOST_OF_FACT: usize = 2_000;
/// As a page lying down has room for, so that its letters can be read.
const SIZE: &str = "1250x700";
/// Pixels of a picture per point: 240 to the inch on paper.
const SHARPNESS: f32 = 2.0;

pub fn about(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let info = &input.constellation.info;
    let facts = [
        ("field-title", &info.title),
        ("field-issue", &info.issue),
        ("field-date", &info.date),
        ("field-place", &info.place),
        ("field-author", &info.author),
        ("field-origin", &info.source),
    ];
    let said = facts.into_iter().filter(|(_, value)| !value.trim().is_empty());
    let said: Vec<_> = said
        .map(|(key, value)| note::fact(key, shown_up_to(value.trim(), MOST_OF_FACT).as_ref()))
        .collect();
    let mut blocks = Vec::new();
    if !said.is_empty() {
        blocks.push(input.list(&said));
    }
    blocks.extend(written(&info.description));
    blocks
}

pub fn picture(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let theme = ThemeKind::Light;
    let palette = Palette::of(theme);
    let communities = match input.colour_by {
        ColourBy::Community => {
            named_groups(&input.figures.groups, COMMUNITY, input.constellation, input.texts)
        }
        _ => Vec::new(),
    };
    let mut scene = build(SceneInput {
        constellation: input.constellation,
        filters: input.filters,
        appearance: &Appearance {
            colour_by: input.colour_by.clone(),
            communities: communities.into(),
            ..Appearance::default()
        },
        highlight: None,
        palette: &palette,
    });
    if scene.pieces.is_empty() {
        return vec![input.text("note-picture-nobody")];
    }
    say_question_once(&mut scene, input.texts);
    let size = PictureSize::parse(SIZE).unwrap_or_default();
    let (wide, high) = size.room();
    let picture = PictureInput {
        constellation: input.constellation,
        look: BoardLook::new(&scene, palette, theme, 1.0),
        scene: &scene,
        texts: input.texts,
        size,
    };
    let pictured = Pictured {
        actors: scene.pieces.iter().map(|piece| piece.actor).collect(),
        relations: scene.ties.iter().map(|tie| tie.relation).collect(),
    };
    let said = described(input.constellation, &pictured);
    let said: Vec<String> = said.iter().map(|one| input.say(one)).collect();
    let caption = input.say(&note::picture(scene.pieces.len(), scene.ties.len()));
    let letters = Typeface::new();
    let pixels = (wide * SHARPNESS, high * SHARPNESS);
    let pixels = png_of(&picture, &letters, (pixels.0 as u32, pixels.1 as u32), false);
    let mut blocks = vec![NoteBlock::Figure(NoteFigure {
        svg: svg_of(&picture, &letters).chars().map(kept).collect(),
        pixels: pixels.ok(),
        aspect: f64::from(high / wide),
        alternative: line(&said.join(" ")),
        caption,
    })];
    let beside = input.actors().count() - scene.pieces.len();
    if beside > 0 {
        let values = [("count", beside.into())];
        blocks.push(NoteBlock::paragraph(
            &input.texts.with("cli-beside-board", &values),
        ));
    }
    blocks
}

/// Letters in the picture turn nothing in the text around it.
fn kept(letter: char) -> char {
    if letter == '\n' { letter } else { harmless(letter) }
}

pub fn remarks(input: &NoteInput<'_>) -> Vec<NoteBlock> {
    let texts = input.texts;
    let items = input.constellation.notes.values().filter_map(|one| {
        let text = shown_up_to(one.text.trim(), MOST_OF_FACT).into_owned();
        if text.is_empty() {
            return None;
        }
        let about = |key: &str, name: String| {
            let values = [("name", name.into()), ("text", text.clone().into())];
            texts.with(key, &values)
        };
        match one.about {
            NoteTarget::Constellation => Some(text.clone()),
            NoteTarget::Actor(id) => {
                let actor = input.constellation.actor(id)?;
                let shows = input.filters.shows_actor(actor);
                shows.then(|| about("note-remark-actor", input.name(id)))
            }
            NoteTarget::Relation(id) => {
                let relation = input.constellation.relation(id)?;
                let shows = input.filters.shows_tie(input.constellation, relation);
                let ends = [("a", relation.source), ("b", relation.target)];
                let ends = ends.map(|(key, end)| (key, input.name(end).into()));
                shows.then(|| about("note-remark-relation", texts.with("missing-between", &ends)))
            }
        }
    });
    let items: Vec<String> = items.collect();
    if items.is_empty() {
        return Vec::new();
    }
    vec![NoteBlock::list(items)]
}
