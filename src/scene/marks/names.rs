//! Names of pieces: how large, where, and with what around the letters.

use super::detail::drawn_radius;
use super::ground::zone_name_areas;
use super::look::BoardLook;
use super::pen::{Anchor, Face, Halo, Letters, Pen, Text};
use crate::i18n::Texts;
use crate::model::Rgb;
use crate::scene::geometry::{RING, RING_WIDTH, Xy, issue_area};
use crate::scene::labels::{Area, LabelRequest, place, wrapped};
use crate::scene::{Piece, Scene};

/// Letters on the turn at zoom 1.
const SIZE: f32 = 13.5;
pub const NAME_WEIGHT: u16 = 560;
/// Names of zones are a little larger.
pub(super) const LETTERS_OF_ZONES: f32 = 1.05;
/// Space beside and above a name that others keep free.
pub const NAME_MARGIN: (f32, f32) = (3.0, 1.0);
/// Width of what is around the letters, as a share of their size.
const HALO: f32 = 0.13;

/// Letters grow slower than the board, and in whole steps.
pub fn letters_at(zoom: f32, text_scale: f32) -> f32 {
    let growth = zoom.max(0.01).powf(0.45).clamp(0.85, 2.4);
    (SIZE * text_scale * growth).round().clamp(10.0, 64.0)
}

/// What is around letters of this size, so that lines under them leave them to be read.
pub fn halo_width(size: f32) -> f32 {
    size * HALO
}

/// A place for a name of this extent, asked for with no more haste than its piece has.
pub fn name_request(piece: &Piece, (wide, high): (f32, f32), zoom: f32) -> LabelRequest {
    let reach = if piece.ring.is_some() {
        RING + RING_WIDTH / 2.0
    } else {
        1.12
    };
    LabelRequest {
        centre: Xy::from(piece.pos) * zoom,
        // Room for the outline of a selected piece, so that choosing one never moves its name.
        clearance: drawn_radius(piece.radius, zoom) * reach + 6.0,
        size: (wide + 2.0 * NAME_MARGIN.0, high + 2.0 * NAME_MARGIN.1),
        priority: piece.importance,
        previous: None,
        insists: false,
    }
}

/// What names keep clear of: first these pieces, in their order.
pub fn name_obstacles(scene: &Scene, pieces: &[usize], zoom: f32, zone_names: &[Area]) -> Vec<Area> {
    let bodies = pieces.iter().map(|&at| body(&scene.pieces[at], zoom));
    let issue = scene.issue.iter();
    let issue = issue.map(|issue| issue_area(issue).map(|side| side * zoom));
    let mut obstacles: Vec<Area> = bodies.chain(issue).collect();
    obstacles.extend(board_edges(scene, zoom));
    obstacles.extend(zone_names);
    obstacles
}

/// A name that crosses the edge of the board would be cut off where the board ends on the screen.
fn board_edges(scene: &Scene, zoom: f32) -> [Area; 4] {
    let (right, bottom) = (scene.board_size.0 * zoom / 2.0, scene.board_size.1 * zoom / 2.0);
    let (left, top) = (-right, -bottom);
    [
        [left - 1.0, top, left, bottom],
        [right, top, right + 1.0, bottom],
        [left, top - 1.0, right, top],
        [left, bottom, right, bottom + 1.0],
    ]
}

/// What of a piece no other name may cover.
fn body(piece: &Piece, zoom: f32) -> Area {
    let centre = Xy::from(piece.pos) * zoom;
    let reach = drawn_radius(piece.radius, zoom) * if piece.ring.is_some() { 1.25 } else { 0.95 };
    [
        centre.x - reach,
        centre.y - reach,
        centre.x + reach,
        centre.y + reach,
    ]
}

/// A name in its lines that found room.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedName {
    /// Position in [`Scene::pieces`].
    pub piece: usize,
    pub lines: String,
    pub area: Area,
}

/// The names of all pieces for which there is room, as if none had ever stood anywhere.
pub fn place_names(
    letters: &impl Letters,
    scene: &Scene,
    look: &BoardLook,
    zoom: f32,
    texts: Texts,
) -> Vec<PlacedName> {
    let size = letters_at(zoom, look.text_scale);
    let lines: Vec<String> = scene.pieces.iter().map(|piece| wrapped(&piece.label)).collect();
    let requests: Vec<LabelRequest> = scene
        .pieces
        .iter()
        .zip(&lines)
        .map(|(piece, lines)| {
            let mut request = name_request(piece, letters.extent(lines, size, NAME_WEIGHT), zoom);
            if piece.dimmed {
                request.priority -= DIMMED;
            }
            request
        })
        .collect();
    let all: Vec<usize> = (0..scene.pieces.len()).collect();
    let zone_names = zone_name_areas(letters, scene, zoom, look, texts);
    let sides = place(&requests, &name_obstacles(scene, &all, zoom, &zone_names));
    let placed = lines.into_iter().zip(&requests).zip(sides).enumerate();
    placed
        .filter_map(|(piece, ((lines, request), side))| {
            let [left, top, right, bottom] = request.area(side?);
            let (wide, high) = NAME_MARGIN;
            Some(PlacedName {
                piece,
                lines,
                area: [left + wide, top + high, right - wide, bottom - high],
            })
        })
        .collect()
}

/// The name of who is dimmed comes last where there is not room for all.
pub const DIMMED: f32 = 1e6;

pub fn draw_name(pen: &mut impl Pen, scene: &Scene, name: &PlacedName, look: &BoardLook, zoom: f32) {
    let size = letters_at(zoom, look.text_scale);
    let [left, top, right, _] = name.area;
    let text = Text {
        text: &name.lines,
        at: Xy::new((left + right) / 2.0, top),
        anchor: Anchor::Top,
        size,
        face: Face::Words(NAME_WEIGHT),
        halo: Some(Halo {
            width: halo_width(size),
            tone: look.palette.halo,
        }),
    };
    pen.text(text, name_tone(&scene.pieces[name.piece], look));
}

pub fn name_tone(piece: &Piece, look: &BoardLook) -> Rgb {
    if piece.dimmed {
        look.palette.ink_weak
    } else {
        look.palette.ink
    }
}
