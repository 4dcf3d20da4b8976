//! The names of zones: each where it lies on no piece, and where names of actors leave it room.

use super::ground::ring_fill;
use super::look::BoardLook;
use super::names::{everybody_has_a_name, halo_width, letters_at};
use super::pen::{Anchor, Face, Halo, Letters, Pen, Text};
use crate::i18n::Texts;
use crate::model::{Background, Rgb};
use crate::scene::geometry::Xy;
use crate::scene::labels::{Area, overlap};
use crate::scene::{Scene, Zone};

/// Names of zones are a little larger than those of actors.
pub(super) const LETTERS_OF_ZONES: f32 = 1.05;
const WEIGHT: u16 = 640;

/// Where in its zone a name stands: the n-th of the places that there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct ZoneSpot(usize);

/// Where the names of all zones stand.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ZoneSpots {
    /// Which of [`SHARES`] their letters have.
    share: usize,
    /// One for each zone; without, each stands at the first.
    spots: Vec<ZoneSpot>,
}

/// How much smaller letters become, one after the other, until no name lies on a piece.
const SHARES: [f32; 3] = [1.0, 0.85, 0.7];

/// Along the inside of a ring there are so many spots, above and below first, and so many further in.
const ALONG_RING: usize = 48;
const INTO_RING: usize = 3;
/// How much further in the next one is, in heights of the name.
const FURTHER_IN: f32 = 0.6;

/// How far along a ring the n-th spot is, in degrees clockwise from the top: above, below, beside these, and so on.
fn turn_along_ring(nth: usize) -> f32 {
    let (step, side) = (nth / 4, nth % 4);
    let aside = 360.0 / ALONG_RING as f32 * (step as f32 + 0.5);
    match (nth, side) {
        (0, _) => 0.0,
        (1, _) => 180.0,
        (_, 0) => aside,
        (_, 1) => 180.0 + aside,
        (_, 2) => -aside,
        _ => 180.0 - aside,
    }
}

/// In a field: left, in the middle or right, and above or below.
const IN_FIELD: [(f32, f32); 6] = [
    (-1.0, -1.0),
    (1.0, -1.0),
    (0.0, -1.0),
    (-1.0, 1.0),
    (1.0, 1.0),
    (0.0, 1.0),
];
/// Between a name and the edges of its zone, in points.
const BESIDE: (f32, f32) = (12.0, 9.0);
const BESIDE_RING: f32 = 6.0;

/// The names of the zones of a board at a zoom.
struct ZoneNames<'a> {
    scene: &'a Scene,
    look: &'a BoardLook,
    zoom: f32,
    size: f32,
    /// What each is called, and its extent.
    names: Vec<(String, (f32, f32))>,
}

impl<'a> ZoneNames<'a> {
    fn new(
        letters: &impl Letters,
        scene: &'a Scene,
        zoom: f32,
        (look, texts): (&'a BoardLook, Texts),
        share: usize,
    ) -> Self {
        let size = letters_at(zoom, look.text_scale * LETTERS_OF_ZONES * SHARES[share]);
        let named = |zone: &Zone| {
            let text = zone.label.text(texts).into_owned();
            let extent = letters.extent(&text, size, WEIGHT);
            (text, extent)
        };
        Self {
            scene,
            look,
            zoom,
            size,
            names: scene.zones.iter().map(named).collect(),
        }
    }

    fn is_ring(&self) -> bool {
        self.scene.background == Background::Rings
    }

    fn spots(&self) -> impl Iterator<Item = ZoneSpot> + use<> {
        let count = if self.is_ring() {
            ALONG_RING * INTO_RING
        } else {
            IN_FIELD.len()
        };
        (0..count).map(ZoneSpot)
    }

    /// Where the name of a zone stands at a spot.
    fn area(&self, at: usize, ZoneSpot(spot): ZoneSpot) -> Area {
        let (wide, high) = self.names[at].1;
        let [left, top, right, bottom] = self.scene.zones[at].rect.map(|side| side * self.zoom);
        let (x, y) = if self.is_ring() {
            let (nth, further) = (spot % ALONG_RING, spot / ALONG_RING);
            let along = Xy::angled((turn_along_ring(nth) - 90.0).to_radians());
            let half = wide / 2.0 * along.x.abs() + high / 2.0 * along.y.abs();
            let edge = (right - left) / 2.0 - BESIDE_RING - high * FURTHER_IN * further as f32;
            let out = along * (edge - half);
            let middle = Xy::new(f32::midpoint(left, right), f32::midpoint(top, bottom)) + out;
            (middle.x - wide / 2.0, middle.y - high / 2.0)
        } else {
            let (across, down) = IN_FIELD[spot];
            let at = |side: f32, from: f32, to: f32, extent: f32, beside: f32| {
                let room = to - from - extent - 2.0 * beside;
                from + beside + room * (side + 1.0) / 2.0
            };
            (
                at(across, left, right, wide, BESIDE.0),
                at(down, top, bottom, high, BESIDE.1),
            )
        };
        [x, y, x + wide, y + high]
    }

    /// Whether a name is where its zone is seen: on the board, and of a ring not over the next one.
    fn is_in_zone(&self, at: usize, area: Area) -> bool {
        let Some(inner) = self.scene.zones.get(at + 1).filter(|_| self.is_ring()) else {
            return true;
        };
        let [left, top, right, bottom] = inner.rect.map(|side| side * self.zoom);
        let (x, y) = (f32::midpoint(left, right), f32::midpoint(top, bottom));
        let nearest = Xy::new(x.clamp(area[0], area[2]), y.clamp(area[1], area[3]));
        nearest.distance(Xy::new(x, y)) >= (right - left) / 2.0
    }

    /// For each the first spot at which it lies on nothing that is `taken`, or where it lies on the least; and what of
    /// them is hidden: 1 and less is nothing.
    fn find(&self, taken: &[Area]) -> (Vec<ZoneSpot>, f32) {
        let mut taken = taken.to_vec();
        let mut most = 0.0f32;
        let mut found = Vec::with_capacity(self.names.len());
        for at in 0..self.names.len() {
            let cost = |spot: &ZoneSpot| {
                let area = self.area(at, *spot);
                let hidden: f32 = taken.iter().map(|&other| shared(area, other)).sum();
                hidden + if self.is_in_zone(at, area) { 0.0 } else { 1.0 }
            };
            let spots = self.spots().map(|spot| (cost(&spot), spot));
            let best = spots.min_by(|(one, _), (other, _)| one.total_cmp(other));
            let (cost, spot) = best.unwrap_or_default();
            most = most.max(cost);
            taken.push(self.area(at, spot));
            found.push(spot);
        }
        (found, most)
    }

    fn areas(&self, spots: &[ZoneSpot]) -> Vec<Area> {
        let spots = spots
            .iter()
            .copied()
            .chain(std::iter::repeat(ZoneSpot::default()));
        let each = (0..self.names.len()).zip(spots);
        each.map(|(at, spot)| self.area(at, spot)).collect()
    }

    fn draw(&self, pen: &mut impl Pen, spots: &[ZoneSpot]) {
        for (at, area) in self.areas(spots).into_iter().enumerate() {
            // On a small board the edge of the inner ring runs through its name.
            let halo = self.is_ring().then(|| Halo {
                width: halo_width(self.size),
                tone: ring_fill(at, self.look),
            });
            let text = Text {
                text: &self.names[at].0,
                at: Xy::new(area[0], area[1]),
                anchor: Anchor::TopLeft,
                size: self.size,
                face: Face::Words(WEIGHT),
                halo,
            };
            pen.text(text, self.tone(&self.scene.zones[at]));
        }
    }

    fn tone(&self, zone: &Zone) -> Rgb {
        let palette = &self.look.palette;
        let tint = zone.tint;
        tint.map_or(palette.ink_weak, |tint| {
            crate::scene::mix(tint, palette.ink, 0.55)
        })
    }
}

/// How much two areas have in common.
fn shared(one: Area, other: Area) -> f32 {
    if !overlap(one, other) {
        return 0.0;
    }
    let wide = one[2].min(other[2]) - one[0].max(other[0]);
    let high = one[3].min(other[3]) - one[1].max(other[1]);
    // Even a hair of it costs more than a zone's edge.
    2.0 + wide * high
}

/// Where the names of zones stand clear of what is `taken`, and whether all of them do. On a board with many pieces
/// always at the first spot: no other is freer.
pub fn zone_spots(
    letters: &impl Letters,
    scene: &Scene,
    zoom: f32,
    looked: (&BoardLook, Texts),
    taken: &[Area],
) -> (ZoneSpots, bool) {
    let mut best = (ZoneSpots::default(), f32::INFINITY);
    if scene.zones.is_empty() || !everybody_has_a_name(scene) {
        return (best.0, true);
    }
    for share in 0..SHARES.len() {
        let (spots, hidden) = ZoneNames::new(letters, scene, zoom, looked, share).find(taken);
        if hidden < best.1 {
            best = (ZoneSpots { share, spots }, hidden);
        }
        if hidden == 0.0 {
            break;
        }
    }
    (best.0, best.1 <= 1.0)
}

/// What the names of zones take of the board; names of actors keep clear.
pub fn zone_name_areas(
    letters: &impl Letters,
    scene: &Scene,
    zoom: f32,
    looked: (&BoardLook, Texts),
    spots: &ZoneSpots,
) -> Vec<Area> {
    ZoneNames::new(letters, scene, zoom, looked, spots.share).areas(&spots.spots)
}

pub(super) fn draw_zone_names(
    pen: &mut impl Pen,
    letters: &impl Letters,
    scene: &Scene,
    zoom: f32,
    looked: (&BoardLook, Texts),
    spots: &ZoneSpots,
) {
    ZoneNames::new(letters, scene, zoom, looked, spots.share).draw(pen, &spots.spots);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Constellation, Language};
    use crate::scene::typeface::Typeface;
    use crate::scene::{Appearance, Filters, Palette, SceneInput, ThemeKind, build};

    #[test]
    fn spots_along_a_ring_are_all_around_it_and_none_is_there_twice() {
        let mut turns: Vec<i32> = (0..ALONG_RING)
            .map(|nth| (turn_along_ring(nth).rem_euclid(360.0) * 100.0).round() as i32)
            .collect();
        turns.sort_unstable();
        turns.dedup();
        assert_eq!(turns.len(), ALONG_RING);
        let gaps = turns.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(gaps.max() < Some(1200), "{turns:?}");
    }

    #[test]
    fn names_of_zones_are_no_smaller_where_that_leaves_them_over_the_edge_of_the_next_ring_all_the_same() {
        let mut constellation = Constellation::new(Language::Nl);
        constellation.board.background = Background::Rings;
        let palette = Palette::of(ThemeKind::Light);
        let mut scene = build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let look = BoardLook::new(&scene, palette, ThemeKind::Light, 1.0);
        let letters = Typeface::new();
        // Narrower than any name is high.
        scene.zones.truncate(2);
        for (zone, reach) in scene.zones.iter_mut().zip([500.0, 495.0]) {
            zone.rect = [-reach, -reach, reach, reach];
        }
        let (spots, _) = zone_spots(&letters, &scene, 1.0, (&look, Texts::new(Language::Nl)), &[]);
        assert_eq!(spots.share, 0);
    }
}
