//! Outlines around groups: behind the ties, with the name of the group on its edge.

use super::line::draw_line;
use super::look::BoardLook;
use super::pen::{Anchor, Card, Face, Ink, Letters, Pen, Rim, Text};
use crate::model::Rgb;
use crate::scene::geometry::{RING, Xy};
use crate::scene::labels::Area;
use crate::scene::{Hull, Palette, Piece, Scene, ThemeKind, contrast, ink_on, mix};

/// Width of the line around a group.
const WIDTH: f32 = 2.0;
/// Places along the edge that are tried for the name.
const TRIED: usize = 48;
const SIZE: f32 = 13.0;
const WEIGHT: u16 = 640;

/// Faint enough for pieces and ties to stay the loudest, strong enough to tell in from out.
pub fn hull_fill(tone: Rgb, look: &BoardLook) -> Ink {
    let strength = match look.theme {
        ThemeKind::Light => 0.13,
        ThemeKind::Dark => 0.2,
        ThemeKind::HighContrast => 0.28,
    };
    Ink { tone, strength }
}

pub fn draw_hull(pen: &mut impl Pen, hull: &Hull, look: &BoardLook, zoom: f32) {
    let drawn = |points: &Vec<[f32; 2]>| -> Vec<Xy> {
        points.iter().map(|&[x, y]| Xy::new(x * zoom, y * zoom)).collect()
    };
    let mut rings: Vec<Vec<Xy>> = hull.rings.iter().map(drawn).collect();
    let parts = hull.fill.iter().map(drawn);
    pen.region(&rings, parts, hull_fill(hull.colour, look));
    let scale = look.text_scale;
    for points in &mut rings {
        points.extend(points.first().copied());
        draw_line(pen, points, hull.line, WIDTH * scale, hull.colour, scale);
    }
}

/// The name of a group, and where it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct HullName {
    /// Position in [`Scene::hulls`].
    pub hull: usize,
    pub pill: Area,
    size: f32,
    extent: (f32, f32),
}

/// The name of every group on its edge, where it hides the least.
pub fn hull_names(
    letters: &impl Letters,
    scene: &Scene,
    look: &BoardLook,
    zoom: f32,
    mut room: NameRoom,
) -> Vec<HullName> {
    let size = (SIZE * look.text_scale).round();
    let mut names = Vec::with_capacity(scene.hulls.len());
    for (at, hull) in scene.hulls.iter().enumerate() {
        let extent = letters.extent(&hull.label, size, WEIGHT);
        let pill = (extent.0 + size * 1.1, extent.1 + size * 0.4);
        let cost = |(area, cost): &(Area, f32)| cost + room.cost(*area) + foreign(scene, at, zoom, *area);
        let best = spots(hull, zoom, pill).min_by(|a, b| {
            let dearer = cost(a).total_cmp(&cost(b));
            dearer.then(a.0[1].total_cmp(&b.0[1]))
        });
        let Some((pill, _)) = best else { continue };
        room.names.push(grown(pill, 4.0));
        names.push(HullName {
            hull: at,
            pill,
            size,
            extent,
        });
    }
    names
}

/// How much a place would make the name that of another group: where it lies in that, or nearer to a piece that is not
/// of its own.
fn foreign(scene: &Scene, own: usize, zoom: f32, name: Area) -> f32 {
    let [left, top, right, bottom] = name;
    let middle = Xy::new((left + right) / 2.0, (top + bottom) / 2.0);
    let spots = [
        middle,
        Xy::new(left, middle.y),
        Xy::new(right, middle.y),
        Xy::new(middle.x, top),
        Xy::new(middle.x, bottom),
    ];
    let hulls = &scene.hulls;
    let is_in = |hull: &Hull, spot: Xy| {
        let rings = hull.rings.iter();
        rings.filter(|ring| surrounds(ring, spot, zoom)).count() % 2 == 1
    };
    let others = || hulls.iter().enumerate().filter(|(at, _)| *at != own);
    let strayed = |spot: &&Xy| others().any(|(_, hull)| is_in(hull, **spot)) && !is_in(&hulls[own], **spot);
    let astray = spots.iter().filter(strayed).count() as f32 / spots.len() as f32;
    let distance = |piece: &Piece| {
        let Xy { x, y } = Xy::from(piece.pos) * zoom;
        Xy::new(x, y).distance(Xy::new(x.clamp(left, right), y.clamp(top, bottom)))
    };
    let pieces = scene.pieces.iter().enumerate();
    let nearest = pieces.min_by(|a, b| distance(a.1).total_cmp(&distance(b.1)));
    let is_strange = nearest.is_some_and(|(at, _)| hulls[own].members.binary_search(&at).is_err());
    size(name) * (FOREIGN * astray + if is_strange { FOREIGN } else { 0.0 })
}

/// As bad as hiding so much of a piece as the name is large.
const FOREIGN: f32 = 2.5;

/// Whether a closed line goes around a spot; the line in board units, the spot in points.
pub(super) fn surrounds(ring: &[[f32; 2]], spot: Xy, zoom: f32) -> bool {
    let (x, y) = (spot.x / zoom, spot.y / zoom);
    let next = ring.iter().cycle().skip(1);
    let sides = ring.iter().zip(next);
    let crossed = sides.filter(|(a, b)| {
        let is_beside = (a[1] > y) != (b[1] > y);
        is_beside && x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0])
    });
    crossed.count() % 2 == 1
}

pub fn draw_hull_name(pen: &mut impl Pen, scene: &Scene, name: &HullName, look: &BoardLook) {
    let Some(hull) = scene.hulls.get(name.hull) else {
        return;
    };
    let fill = solid(hull.colour, &look.palette);
    let [left, top, right, bottom] = name.pill;
    let rim = Some((1.5, look.palette.board.into(), Rim::Outside));
    pen.card(Card {
        rim,
        ..Card::plain(name.pill, (bottom - top) / 2.0, fill)
    });
    let (wide, high) = name.extent;
    let text = Text {
        text: &hull.label,
        at: Xy::new((left + right - wide) / 2.0, (top + bottom - high) / 2.0),
        anchor: Anchor::TopLeft,
        size: name.size,
        face: Face::Words(WEIGHT),
        halo: None,
    };
    pen.text(text, ink_on(fill));
}

/// What the name of a group should keep clear of. All in the same points.
pub struct NameRoom {
    pub pieces: Vec<Area>,
    /// Of pieces and of other groups.
    pub names: Vec<Area>,
    pub sight: Area,
    /// Whatever lies over the board.
    pub covered: Option<Area>,
}

impl NameRoom {
    /// With all pieces of a scene, in this part of what is drawn.
    pub fn new(scene: &Scene, zoom: f32, names: Vec<Area>, sight: Area, covered: Option<Area>) -> Self {
        let piece = |piece: &Piece| {
            let (at, reach) = (Xy::from(piece.pos) * zoom, piece.radius * RING * zoom);
            [at.x - reach, at.y - reach, at.x + reach, at.y + reach]
        };
        Self {
            pieces: scene.pieces.iter().map(piece).collect(),
            names,
            sight: grown(sight, -6.0),
            covered,
        }
    }

    /// The less, the better a place for a name; what cannot be read itself is worst.
    fn cost(&self, name: Area) -> f32 {
        let hides = |others: &[Area]| -> f32 { others.iter().map(|&other| shared(name, other)).sum() };
        let out_of_sight = size(name) - shared(name, self.sight);
        let hidden = self.covered.map_or(0.0, |other| shared(name, other));
        // Half a name can still be guessed; a piece that is hidden is gone.
        hides(&self.names) + 2.5 * hides(&self.pieces) + 6.0 * (out_of_sight + hidden)
    }
}

/// Dark or light enough for its letters: 4.5 to 1.
fn solid(tone: Rgb, palette: &Palette) -> Rgb {
    let away = if ink_on(tone) == Rgb(0xff, 0xff, 0xff) {
        Rgb(0, 0, 0)
    } else {
        Rgb(0xff, 0xff, 0xff)
    };
    (0..=10)
        .map(|step| mix(tone, away, step as f32 * 0.07))
        .find(|&fill| contrast(fill, ink_on(fill)) >= 4.5)
        .unwrap_or(palette.ink)
}

/// Places for a name of this size, with what each costs before anything is hidden: on the edge or just
/// outside it, and where that is full, inside.
fn spots(hull: &Hull, zoom: f32, (wide, high): (f32, f32)) -> impl Iterator<Item = (Area, f32)> {
    let longest = hull.rings.iter().max_by_key(|ring| ring.len());
    let ring = longest.map_or(&[] as &[[f32; 2]], Vec::as_slice);
    let step = (ring.len() / TRIED).max(1);
    let edge = move || {
        let tried = ring.iter().step_by(step);
        tried.map(move |at| Xy::new(at[0] * zoom, at[1] * zoom))
    };
    let middle = middle_of(edge());
    let half = Xy::new(wide / 2.0, high / 2.0);
    [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.04)]
        .into_iter()
        .flat_map(move |(side, cost)| {
            edge().map(move |at| {
                let away = (at - middle).normalized() * side;
                let room = half + Xy::new(WIDTH + 2.0, WIDTH + 2.0);
                let at = at + Xy::new(room.x * away.x, room.y * away.y);
                let area = [at.x - half.x, at.y - half.y, at.x + half.x, at.y + half.y];
                (area, cost * wide * high)
            })
        })
}

/// The middle of the box around some points.
fn middle_of(points: impl Iterator<Item = Xy>) -> Xy {
    let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
    for Xy { x, y } in points {
        bounds = [
            bounds[0].min(x),
            bounds[1].min(y),
            bounds[2].max(x),
            bounds[3].max(y),
        ];
    }
    Xy::new((bounds[0] + bounds[2]) / 2.0, (bounds[1] + bounds[3]) / 2.0)
}

fn grown([left, top, right, bottom]: Area, by: f32) -> Area {
    [left - by, top - by, right + by, bottom + by]
}

fn size([left, top, right, bottom]: Area) -> f32 {
    (right - left).max(0.0) * (bottom - top).max(0.0)
}

/// How much two areas have in common.
fn shared(one: Area, other: Area) -> f32 {
    size([
        one[0].max(other[0]),
        one[1].max(other[1]),
        one[2].min(other[2]),
        one[3].min(other[3]),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_hides_another_sooner_than_it_goes_under_the_legend_or_out_of_sight() {
        let at = |x: f32| [x, 0.0, x + 50.0, 20.0];
        let room = NameRoom {
            pieces: vec![at(300.0)],
            names: vec![at(100.0)],
            sight: [0.0, 0.0, 400.0, 300.0],
            covered: Some(at(200.0)),
        };
        assert_eq!(room.cost(at(0.0)), 0.0);
        assert!(room.cost(at(100.0)) > 0.0);
        assert!(room.cost(at(300.0)) > room.cost(at(100.0)), "a piece");
        assert!(room.cost(at(200.0)) > room.cost(at(300.0)), "the legend");
        assert!(room.cost(at(390.0)) > room.cost(at(300.0)), "out of sight");
    }

    fn group(label: &str, [left, top, right, bottom]: Area, members: &[usize]) -> Hull {
        Hull {
            label: label.to_owned(),
            colour: Rgb(0, 0x72, 0xb2),
            line: crate::model::LineStyle::Solid,
            members: members.to_vec(),
            rings: vec![vec![[left, top], [right, top], [right, bottom], [left, bottom]]],
            fill: Vec::new(),
        }
    }

    #[test]
    fn a_name_in_another_group_or_nearest_to_one_of_another_is_foreign() {
        let one = group("een", [0.0, 0.0, 100.0, 100.0], &[]);
        let two = group("twee", [200.0, 0.0, 300.0, 100.0], &[]);
        let scene = Scene {
            hulls: vec![one, two],
            ..Scene::default()
        };
        let at = |x: f32| [x, 40.0, x + 40.0, 60.0];
        assert_eq!(foreign(&scene, 0, 1.0, at(30.0)), 0.0, "in its own");
        assert_eq!(foreign(&scene, 0, 1.0, at(130.0)), 0.0, "between the two");
        let whole = foreign(&scene, 0, 1.0, at(230.0));
        assert_eq!(whole, size(at(230.0)) * FOREIGN, "in the other");
        let half = foreign(&scene, 0, 1.0, at(180.0));
        assert!(half > 0.0 && half < whole, "{half} of {whole}");
        assert_eq!(foreign(&scene, 1, 1.0, at(230.0)), 0.0, "the other's own");
    }

    #[test]
    fn names_of_groups_can_be_read_on_their_colour() {
        for tone in [
            Rgb(0xe6, 0x9f, 0),
            Rgb(0x56, 0xb4, 0xe9),
            Rgb(0, 0x72, 0xb2),
            Rgb(0x99, 0x99, 0x33),
        ] {
            let fill = solid(tone, &Palette::of(ThemeKind::Light));
            assert!(contrast(fill, ink_on(fill)) >= 4.5, "{tone:?}");
        }
    }
}
