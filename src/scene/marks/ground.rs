//! Under the pieces: the board, its zones, and the card with the question.

use super::arcs::circle;
use super::look::BoardLook;
use super::names::{LETTERS_OF_ZONES, halo_width, letters_at};
use super::pen::{Anchor, Card, Face, Halo, Ink, Letters, Pen, Rim, Text};
use crate::i18n::Texts;
use crate::model::{Background, Rgb};
use crate::scene::geometry::{ISSUE_TEXT, Xy, issue_area, issue_lines};
use crate::scene::labels::Area;
use crate::scene::{IssuePiece, Scene, Zone, mix};

/// Weight of the names of zones.
const ZONE_WEIGHT: u16 = 640;
/// How dark the shadow is of what lies a little above the rest, of 1.
const BOARD_SHADOW: f32 = 28.0 / 255.0;
const ISSUE_SHADOW: f32 = 50.0 / 255.0;

/// The board with its edge.
pub fn draw_sheet(pen: &mut impl Pen, scene: &Scene, look: &BoardLook, zoom: f32) {
    let palette = &look.palette;
    let (area, corner) = (board_area(scene, zoom), (10.0 * zoom).clamp(2.0, 24.0).floor());
    let edge = (2.0, palette.board_edge);
    sheet(pen, area, corner, palette.board, edge, BOARD_SHADOW);
}

/// The zones of the board with their names, within [`board_area`].
pub fn draw_zones(pen: &mut impl Pen, scene: &Scene, look: &BoardLook, zoom: f32, texts: Texts) {
    for (at, zone) in scene.zones.iter().enumerate() {
        let area = zone.rect.map(|side| side * zoom);
        if scene.background == Background::Rings {
            ring(pen, area, at, look);
        } else {
            field(pen, area, zone, at, look);
        }
    }
    for (at, zone) in scene.zones.iter().enumerate() {
        let name = ZoneName::new(scene, zone, at, zoom, look, texts);
        pen.text(name.text(), name.tone);
    }
}

/// The whole board, edge to edge.
pub fn board_area(scene: &Scene, zoom: f32) -> Area {
    let (wide, high) = (scene.board_size.0 * zoom / 2.0, scene.board_size.1 * zoom / 2.0);
    [-wide, -high, wide, high]
}

/// Something flat that lies a little above what is under it.
fn sheet(pen: &mut impl Pen, area: Area, corner: f32, fill: Rgb, (width, edge): (f32, Rgb), shadow: f32) {
    let [left, top, right, bottom] = area;
    let below = [left, top + 3.0, right, bottom + 3.0];
    let black = Ink::from(Rgb(0, 0, 0)).faint(shadow);
    pen.card(Card::plain(below, corner, black));
    let rim = Some((width, edge.into(), Rim::Outside));
    pen.card(Card {
        rim,
        ..Card::plain(area, corner, fill)
    });
}

/// Deeper in is darker, in small steps: pieces stay the loudest thing on the board.
fn ring_fill(depth: usize, look: &BoardLook) -> Rgb {
    mix(look.palette.board, look.palette.guide, 0.16 * (depth + 1) as f32)
}

fn ring(pen: &mut impl Pen, [left, top, right, bottom]: Area, depth: usize, look: &BoardLook) {
    let (palette, fill) = (&look.palette, ring_fill(depth, look));
    let centre = Xy::new((left + right) / 2.0, (top + bottom) / 2.0);
    let points = circle(centre, (right - left) / 2.0);
    pen.fill(&points, fill);
    pen.outline(&points, 1.5, palette.board_edge);
}

fn field(pen: &mut impl Pen, area: Area, zone: &Zone, at: usize, look: &BoardLook) {
    let palette = &look.palette;
    let fill = match zone.tint {
        Some(tint) => mix(palette.board, tint, 0.08),
        None if at % 2 == 1 => mix(palette.board, palette.guide, 0.2),
        None => palette.board,
    };
    let rim = Some((1.0, palette.board_edge.into(), Rim::Middle));
    pen.card(Card {
        rim,
        ..Card::plain(area, 0.0, fill)
    });
}

/// The name of a zone: in the field's upper corner, or on the upper edge of a ring.
struct ZoneName {
    text: String,
    size: f32,
    /// Where its upper edge is: the middle or the left of it.
    at: Xy,
    anchor: Anchor,
    tone: Rgb,
    /// On a small board the edge of the inner ring runs through its name.
    halo: Option<Halo>,
}

impl ZoneName {
    /// Of the zone at place `at` in the scene.
    fn new(scene: &Scene, zone: &Zone, at: usize, zoom: f32, look: &BoardLook, texts: Texts) -> Self {
        let is_ring = scene.background == Background::Rings;
        let halo = is_ring.then(|| ring_fill(at, look));
        let size = letters_at(zoom, look.text_scale * LETTERS_OF_ZONES);
        let text = zone.label.text(texts).into_owned();
        let [left, top, right, _] = zone.rect.map(|side| side * zoom);
        let (at, anchor) = if is_ring {
            (Xy::new((left + right) / 2.0, top + 6.0), Anchor::Top)
        } else {
            (Xy::new(left + 12.0, top + 9.0), Anchor::TopLeft)
        };
        let palette = &look.palette;
        let tone = zone
            .tint
            .map_or(palette.ink_weak, |tint| mix(tint, palette.ink, 0.55));
        Self {
            text,
            size,
            at,
            anchor,
            tone,
            halo: halo.map(|tone| Halo {
                width: halo_width(size),
                tone,
            }),
        }
    }

    fn text(&self) -> Text<'_> {
        Text {
            text: &self.text,
            at: self.at,
            anchor: self.anchor,
            size: self.size,
            face: Face::Words(ZONE_WEIGHT),
            halo: self.halo,
        }
    }
}

/// Where the names of zones stand: names of actors keep clear.
pub fn zone_name_areas(
    letters: &impl Letters,
    scene: &Scene,
    zoom: f32,
    look: &BoardLook,
    texts: Texts,
) -> Vec<Area> {
    let area = |(at, zone)| {
        let name = ZoneName::new(scene, zone, at, zoom, look, texts);
        let (wide, high) = letters.extent(&name.text, name.size, ZONE_WEIGHT);
        let left = match name.anchor {
            Anchor::Top => name.at.x - wide / 2.0,
            _ => name.at.x,
        };
        [left, name.at.y, left + wide, name.at.y + high]
    };
    scene.zones.iter().enumerate().map(area).collect()
}

/// The question as a piece of its own: a card, larger and of another colour than any figure.
pub fn draw_issue(
    pen: &mut impl Pen,
    issue: &IssuePiece,
    is_lit: bool,
    look: &BoardLook,
    zoom: f32,
    texts: Texts,
) {
    let palette = &look.palette;
    let area = issue_area(issue).map(|side| side * zoom);
    let edge = if is_lit {
        (3.0, palette.selection)
    } else {
        (1.0, palette.ink)
    };
    let corner = (12.0 * zoom).clamp(2.0, 30.0).floor();
    sheet(pen, area, corner, palette.ink, edge, ISSUE_SHADOW);
    let (text, tone) = if issue.text.trim().is_empty() {
        (
            texts.t("board-issue-empty"),
            mix(palette.board, palette.ink, 0.25),
        )
    } else {
        (issue_lines(issue).join("\n"), palette.board)
    };
    // A little smaller than the card allows, and in whole points: letters are never stretched.
    let size = (ISSUE_TEXT * zoom).floor().max(5.0);
    let [left, top, right, bottom] = area;
    let letters = Text {
        text: &text,
        at: Xy::new((left + right) / 2.0, (top + bottom) / 2.0),
        anchor: Anchor::Middle,
        size,
        face: Face::Words(620),
        halo: None,
    };
    pen.text(letters, tone);
}
