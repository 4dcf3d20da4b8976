//! Under the pieces: the board, its zones, and the card with the question.

use super::arcs::circle;
use super::look::BoardLook;
use super::names::letters_at;
use super::pen::{Anchor, Card, Face, Ink, Letters, Pen, Rim, Text};
use super::zone_names::{ZoneSpots, draw_zone_names};
use crate::i18n::Texts;
use crate::model::{Background, Rgb};
use crate::scene::geometry::{ISSUE_TEXT, Xy, issue_area, issue_lines};
use crate::scene::labels::Area;
use crate::scene::{IssuePiece, Scene, Zone, mix};

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

/// The zones of the board with their names at these spots, within [`board_area`].
pub fn draw_zones(
    pen: &mut impl Pen,
    letters: &impl Letters,
    scene: &Scene,
    zoom: f32,
    (look, texts): (&BoardLook, Texts),
    spots: &ZoneSpots,
) {
    for (at, zone) in scene.zones.iter().enumerate() {
        let area = zone.rect.map(|side| side * zoom);
        if scene.background == Background::Rings {
            ring(pen, area, at, look);
        } else {
            field(pen, area, zone, at, look);
        }
    }
    draw_zone_names(pen, letters, scene, zoom, (look, texts), spots);
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
pub(super) fn ring_fill(depth: usize, look: &BoardLook) -> Rgb {
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

/// The question as a piece of its own: a card, larger and of another colour than any figure.
///
/// In a hall it has the question only where its letters are as large as those of names; the question stands above the
/// board, and the card says that this is it.
pub struct IssueCard {
    text: String,
    is_written: bool,
    size: f32,
    pub area: Area,
}

impl IssueCard {
    pub fn new(issue: &IssuePiece, look: &BoardLook, zoom: f32, texts: Texts) -> Self {
        // A little smaller than the card allows, and in whole points: letters are never stretched.
        let size = (ISSUE_TEXT * zoom).floor().max(5.0);
        let names = letters_at(zoom, look.text_scale).max(look.least_letters);
        let is_written = !issue.text.trim().is_empty();
        if look.is_for_hall() && size < names {
            let text = texts.t("board-issue-short");
            let wide = text.chars().count() as f32 * names * SHORT_LETTER;
            let half = Xy::new(wide + names, names * SHORT_HEIGHT) * 0.5;
            let Xy { x, y } = Xy::from(issue.pos) * zoom;
            return Self {
                text,
                is_written,
                size: names,
                area: [x - half.x, y - half.y, x + half.x, y + half.y],
            };
        }
        let text = if is_written {
            issue_lines(issue).join("\n")
        } else {
            texts.t("board-issue-empty")
        };
        Self {
            text,
            is_written,
            size,
            area: issue_area(issue).map(|side| side * zoom),
        }
    }

    /// Size of its letters, in points.
    pub fn letters(&self) -> f32 {
        self.size
    }
}

/// Width of a letter of the card in a hall and height of the card, of the size of its letters.
const SHORT_LETTER: f32 = 0.6;
const SHORT_HEIGHT: f32 = 2.0;

pub fn draw_issue(pen: &mut impl Pen, card: &IssueCard, is_lit: bool, look: &BoardLook, zoom: f32) {
    let palette = &look.palette;
    let edge = if is_lit {
        (3.0, palette.selection)
    } else {
        (1.0, palette.ink)
    };
    let corner = (12.0 * zoom).clamp(2.0, 30.0).floor();
    sheet(pen, card.area, corner, palette.ink, edge, ISSUE_SHADOW);
    let tone = if card.is_written {
        palette.board
    } else {
        mix(palette.board, palette.ink, 0.25)
    };
    let [left, top, right, bottom] = card.area;
    let letters = Text {
        text: &card.text,
        at: Xy::new((left + right) / 2.0, (top + bottom) / 2.0),
        anchor: Anchor::Middle,
        size: card.size,
        face: Face::Words(620),
        halo: None,
    };
    pen.text(letters, tone);
}
