//! Names of pieces: how large, where, and with what around the letters.

use super::detail::drawn_radius;
use super::ground::{IssueCard, board_area};
use super::look::BoardLook;
use super::pen::{Anchor, Face, Halo, Letters, Pen, Text};
use super::piece::{figure_area, nose_area, tower_area};
use super::seen::PartSeen;
use super::zone_names::{ZoneSpots, zone_name_areas, zone_spots};
use crate::i18n::Texts;
use crate::model::Rgb;
use crate::numeric;
use crate::scene::geometry::{RING, RING_WIDTH, Xy};
use crate::scene::labels::{
    ApartRoom, Area, LabelRequest, LabelSide, Patience, areas_along, has_room_for_all, leader, place,
    wrapped, wrapped_otherwise, wrapped_up_to,
};
use crate::scene::{Piece, Scene};

/// Letters on the turn at zoom 1.
const SIZE: f32 = 13.5;
/// Far away letters become no smaller than this share of that.
const LEAST_GROWTH: f32 = 0.85;
pub const NAME_WEIGHT: u16 = 560;
/// Space beside and above a name that others keep free.
pub const NAME_MARGIN: (f32, f32) = (3.0, 1.0);
/// Width of what is around the letters, as a share of their size.
const HALO: f32 = 0.13;

/// Letters grow slower than the board, and in whole steps.
pub fn letters_at(zoom: f32, text_scale: f32) -> f32 {
    (text_scale * letters_at_once(zoom))
        .round()
        .clamp(10.0, 64.0 * text_scale.max(1.0))
}

/// What letters are at a zoom on a screen, before they are rounded.
pub(super) fn letters_at_once(zoom: f32) -> f32 {
    SIZE * (numeric::raised(f64::from(zoom.max(0.01)), 0.45) as f32).clamp(LEAST_GROWTH, 2.4)
}

/// Up to so many pieces everybody has a name.
pub(super) const FEW: usize = 45;
/// How much smaller letters become, one after the other, until there is a place for everybody.
const SHARES: [f32; 5] = [1.0, 0.9, 0.8, 0.7, 0.6];
/// And no smaller than this.
pub(super) const LEAST_SIZE: f32 = 9.0;

/// The sizes of letters to try, until every name has a place; the last when none does. First those that can be read
/// from where the board is looked at; a name that is too small is still better than none.
fn name_sizes(look: &BoardLook, zoom: f32, bounds: &NameBounds) -> Vec<f32> {
    let least = look.least_letters;
    let size = letters_at(zoom, look.text_scale).max(least);
    if !bounds.is_for_all {
        return vec![size];
    }
    let step = |share: f32| (size * share).round();
    let mut sizes: Vec<f32> = SHARES.map(|share| step(share).max(least)).to_vec();
    sizes.extend(SHARES.map(|share| (least * share).round().max(LEAST_SIZE)));
    sizes.dedup();
    sizes
}

/// Whether there are so few pieces that all of them have their names.
pub fn everybody_has_a_name(scene: &Scene) -> bool {
    scene.pieces.len() <= FEW
}

/// Whether so few pieces have their names in what is seen that all of them do.
pub fn all_seen_have_names(seen: &PartSeen) -> bool {
    seen.named.len() <= FEW
}

/// How many letters the lines of a name have for which there is no place otherwise, one after the other.
const OTHER_LINES: [usize; 2] = [10, 40];

/// How much of a name is shown for which there is no place, one after the other.
const FEWER_LETTERS: [usize; 3] = [60, 36, 18];

/// Names of some pieces with their places, and of the zones under them.
#[derive(Debug, Clone)]
pub struct NamePlaces {
    /// Of the letters.
    pub size: f32,
    /// Of each piece that was asked for, in that order.
    pub lines: Vec<String>,
    pub requests: Vec<LabelRequest>,
    pub sides: Vec<Option<LabelSide>>,
    /// Of the names of zones.
    pub zones: ZoneSpots,
    obstacles: Vec<Area>,
    apart: Option<ApartRoom>,
}

impl NamePlaces {
    /// Places for names as long as these that are more or less in haste.
    pub fn place_again(&mut self, patience: &Patience) {
        self.sides = place(&self.requests, &self.obstacles, self.apart, patience);
    }

    fn is_complete(&self) -> bool {
        self.apart.is_none() || self.sides.iter().all(Option::is_some)
    }
}

/// What names keep clear of on a board at a zoom, beside each other.
struct NameGround<'a, L> {
    letters: &'a L,
    scene: &'a Scene,
    zoom: f32,
    look: &'a BoardLook,
    texts: Texts,
    /// First the pieces that were asked for, in their order.
    fixed: Vec<Area>,
    /// What names of zones do not lie on: all of every piece.
    figures: Vec<Area>,
}

impl<'a, L: Letters> NameGround<'a, L> {
    fn new(
        letters: &'a L,
        scene: &'a Scene,
        pieces: &[usize],
        zoom: f32,
        (look, bounds): (&'a BoardLook, &NameBounds),
        texts: Texts,
    ) -> Self {
        let card = scene.issue.iter();
        let card: Vec<Area> = card
            .map(|issue| IssueCard::new(issue, look, zoom, texts).area)
            .collect();
        let has_zones = !scene.zones.is_empty() && everybody_has_a_name(scene);
        let figures = scene.pieces.iter().filter(|_| has_zones);
        let figures = figures.map(|piece| figure_area(piece, zoom));
        Self {
            fixed: name_obstacles(scene, pieces, zoom, &card, bounds),
            figures: figures.chain(card).chain(bounds.covered).collect(),
            letters,
            scene,
            zoom,
            look,
            texts,
        }
    }

    /// Where the names of zones stand clear of all pieces and of these, and whether all of them do.
    fn zones(&self, names: impl Iterator<Item = Area>) -> (ZoneSpots, bool) {
        let taken: Vec<Area> = self.figures.iter().copied().chain(names).collect();
        let (look, texts) = (self.look, self.texts);
        zone_spots(self.letters, self.scene, self.zoom, (look, texts), &taken)
    }

    /// What names of actors keep clear of when those of zones stand there.
    fn with_zones(&self, spots: &ZoneSpots) -> Vec<Area> {
        let (look, texts) = (self.look, self.texts);
        let zones = zone_name_areas(self.letters, self.scene, self.zoom, (look, texts), spots);
        self.fixed.iter().copied().chain(zones).collect()
    }

    /// Where names of zones make way for names that stand like this, when all of them find other places.
    fn zones_that_make_way(
        &self,
        requests: &[LabelRequest],
        sides: &[Option<LabelSide>],
    ) -> Option<ZoneSpots> {
        let placed = requests.iter().zip(sides);
        let placed = placed.filter_map(|(request, side)| Some((request, (*side)?)));
        let taken = placed.flat_map(|(request, side)| {
            let area = request.area(side);
            let line = leader(request.centre, request.reach, area);
            let along = side.is_apart().then(|| areas_along(line));
            along.into_iter().flatten().chain([area])
        });
        let (spots, is_free) = self.zones(taken);
        is_free.then_some(spots)
    }
}

/// Finds places for the names of these pieces: with smaller letters, and less of a long name, until everybody has one on
/// a board of a few. They keep clear of all pieces around, of which they are the first. `request` measures the lines of a
/// name in letters of a size.
pub fn find_name_places(
    letters: &impl Letters,
    scene: &Scene,
    (pieces, around): (&[usize], &[usize]),
    zoom: f32,
    (look, bounds): (&BoardLook, &NameBounds),
    (texts, patience): (Texts, &Patience),
    mut request: impl FnMut(f32, &Piece, &str) -> LabelRequest,
) -> NamePlaces {
    let ground = NameGround::new(letters, scene, around, zoom, (look, bounds), texts);
    let (zones, _) = ground.zones(std::iter::empty());
    let pieces = pieces.iter().map(|&at| &scene.pieces[at]);
    let lines = pieces.clone().map(|piece| wrapped(&piece.label)).collect();
    let mut found = NamePlaces {
        size: letters_at(zoom, look.text_scale),
        lines,
        requests: Vec::new(),
        sides: Vec::new(),
        obstacles: ground.with_zones(&zones),
        zones,
        apart: bounds.apart(false),
    };
    let mut attempt = |found: &mut NamePlaces| {
        let named = pieces.clone().zip(&found.lines);
        let requests = named.map(|(piece, lines)| request(found.size, piece, lines));
        found.requests = requests.collect();
        found.place_again(patience);
        if found.is_complete() || scene.zones.is_empty() {
            return found.is_complete();
        }
        let sides = place(&found.requests, &ground.fixed, found.apart, patience);
        if sides.iter().any(Option::is_none) {
            return false;
        }
        let Some(zones) = ground.zones_that_make_way(&found.requests, &sides) else {
            return false;
        };
        found.obstacles = ground.with_zones(&zones);
        (found.sides, found.zones) = (sides, zones);
        true
    };
    let sizes = name_sizes(look, zoom, bounds);
    for (nth, &size) in sizes.iter().enumerate() {
        if patience.is_gone() && nth + 1 < sizes.len() {
            // In the smallest there is the most room.
            continue;
        }
        found.size = size;
        if attempt(&mut found) {
            return found;
        }
        if found.apart.is_none() {
            continue;
        }
        let usual = found.lines.clone();
        for letters in OTHER_LINES {
            let named = pieces.clone().zip(&mut found.lines).zip(&found.sides);
            for ((piece, lines), side) in named {
                if side.is_none() {
                    *lines = wrapped_otherwise(&piece.label, letters);
                }
            }
            if attempt(&mut found) {
                return found;
            }
        }
        found.lines = usual;
    }
    for most in FEWER_LETTERS {
        let named = pieces.clone().zip(&mut found.lines).zip(&found.sides);
        for ((piece, lines), side) in named {
            if side.is_none() {
                *lines = wrapped_up_to(&piece.label, most);
            }
        }
        if attempt(&mut found) {
            return found;
        }
    }
    found.apart = bounds.apart(true);
    attempt(&mut found);
    found
}

/// Where names may stand, in points with the board's (0, 0) at (0, 0).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NameBounds {
    /// What is seen when all of the board is: no name crosses its edges, where it would be cut off.
    pub within: Area,
    /// What lies over the board.
    pub covered: Option<Area>,
    /// Whether there are so few that every one of them has its place.
    pub is_for_all: bool,
}

impl NameBounds {
    /// On the board and nowhere beside it.
    pub fn of_board(scene: &Scene, zoom: f32) -> Self {
        Self {
            within: board_area(scene, zoom),
            covered: None,
            is_for_all: everybody_has_a_name(scene),
        }
    }

    /// Where names may stand apart from their pieces; nowhere on a board with many.
    fn apart(&self, may_cross: bool) -> Option<ApartRoom> {
        self.is_for_all.then_some(ApartRoom {
            area: self.within,
            may_cross,
        })
    }

    fn edges(&self) -> [Area; 4] {
        let [left, top, right, bottom] = self.within;
        [
            [left - 1.0, top, left, bottom],
            [right, top, right + 1.0, bottom],
            [left, top - 1.0, right, top],
            [left, bottom, right, bottom + 1.0],
        ]
    }
}

/// What is around letters of this size, so that lines under them leave them to be read.
pub fn halo_width(size: f32) -> f32 {
    size * HALO
}

/// How far the figure reaches around its middle.
fn figure_reach(piece: &Piece, zoom: f32) -> f32 {
    let share = if piece.ring.is_some() {
        RING + RING_WIDTH / 2.0
    } else {
        1.12
    };
    drawn_radius(piece.radius, zoom) * share
}

fn leader_start(piece: &Piece, zoom: f32) -> f32 {
    figure_reach(piece, zoom) + 1.0
}

/// The line from a piece to a name that stands apart from it. A level or upright one lies on whole points: sharp, and where
/// the screen has it.
pub fn name_leader(piece: &Piece, name: Area, zoom: f32, width: f32) -> [Xy; 2] {
    let line = leader(Xy::from(piece.pos) * zoom, leader_start(piece, zoom), name);
    let [from, to] = line;
    let is_odd = width.round() as i32 % 2 == 1;
    let sharp = |middle: f32| {
        if is_odd {
            middle.floor() + 0.5
        } else {
            (middle + 0.5).floor()
        }
    };
    if from.y.to_bits() == to.y.to_bits() {
        line.map(|Xy { x, y }| Xy::new(x, sharp(y)))
    } else if from.x.to_bits() == to.x.to_bits() {
        line.map(|Xy { x, y }| Xy::new(sharp(x), y))
    } else {
        line
    }
}

/// How wide that line is: it grows with the letters.
pub fn leader_width(letters: f32) -> f32 {
    (letters / 14.0).max(1.0)
}

/// A place for a name of this extent, asked for with no more haste than its piece has.
pub fn name_request(piece: &Piece, (wide, high): (f32, f32), zoom: f32) -> LabelRequest {
    LabelRequest {
        centre: Xy::from(piece.pos) * zoom,
        // Room for the outline of a selected piece, so that choosing one never moves its name.
        clearance: figure_reach(piece, zoom) + 6.0,
        reach: leader_start(piece, zoom),
        size: (wide + 2.0 * NAME_MARGIN.0, high + 2.0 * NAME_MARGIN.1),
        priority: piece.importance,
        previous: None,
        insists: false,
    }
}

/// What names keep clear of: first these pieces, in their order.
fn name_obstacles(
    scene: &Scene,
    pieces: &[usize],
    zoom: f32,
    card: &[Area],
    bounds: &NameBounds,
) -> Vec<Area> {
    let pieces = || pieces.iter().map(|&at| &scene.pieces[at]);
    let bodies = pieces().map(|piece| body(piece, zoom));
    let mut obstacles: Vec<Area> = bodies.chain(card.iter().copied()).collect();
    // What stands out of its figure is not to be hidden by its own name either.
    obstacles.extend(pieces().filter_map(|piece| tower_area(piece, zoom)));
    obstacles.extend(pieces().filter_map(|piece| nose_area(piece, zoom)));
    obstacles.extend(bounds.edges());
    obstacles.extend(bounds.covered);
    obstacles
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
    /// Of its letters.
    pub size: f32,
    pub area: Area,
    /// Whether it stands apart from its piece, with a line to it.
    pub is_apart: bool,
}

/// The names of what is seen for which there is room, as if none had ever stood anywhere, and where those of zones stand.
pub fn place_names(
    letters: &impl Letters,
    scene: &Scene,
    seen: &PartSeen,
    look: &BoardLook,
    zoom: f32,
    texts: Texts,
    bounds: &NameBounds,
) -> (Vec<PlacedName>, ZoneSpots) {
    let around = seen.named_first();
    let request = |size: f32, piece: &Piece, lines: &str| plain_request(letters, size, piece, lines, zoom);
    let pieces = (seen.named.as_slice(), around.as_slice());
    let patience = Patience::endless();
    let found = find_name_places(
        letters,
        scene,
        pieces,
        zoom,
        (look, bounds),
        (texts, &patience),
        request,
    );
    let size = found.size;
    let names = found.lines.into_iter().zip(found.requests).zip(found.sides);
    let names = seen.named.iter().zip(names);
    let names = names.filter_map(|(&piece, ((lines, request), side))| {
        let side = side?;
        Some(PlacedName {
            piece,
            lines,
            size,
            area: name_area(&request, side),
            is_apart: side.is_apart(),
        })
    });
    (names.collect(), found.zones)
}

/// Whether everybody's name has a place in letters that are large enough, whole, and with lines that cross nothing, and
/// every name of a zone lies on nothing: as far as is found by looking at so many places.
pub(super) fn has_all_names(
    letters: &impl Letters,
    scene: &Scene,
    seen: &PartSeen,
    (look, texts): (&BoardLook, Texts),
    zoom: f32,
    bounds: &NameBounds,
    places: (usize, &Patience),
) -> bool {
    let sizes = name_sizes(look, zoom, bounds).into_iter();
    // In the smallest of these there is most room.
    let Some(size) = sizes.take_while(|&size| size >= look.least_letters).last() else {
        return false;
    };
    let around = seen.named_first();
    let ground = NameGround::new(letters, scene, &around, zoom, (look, bounds), texts);
    let (zones, is_free) = ground.zones(std::iter::empty());
    if !is_free {
        return false;
    }
    let request = |piece: &Piece| plain_request(letters, size, piece, &wrapped(&piece.label), zoom);
    let pieces = seen.named.iter().map(|&at| &scene.pieces[at]);
    let requests: Vec<LabelRequest> = pieces.map(request).collect();
    has_room_for_all(&requests, &ground.with_zones(&zones), bounds.within, places)
}

/// A place for the lines of a name that has never stood anywhere.
fn plain_request(letters: &impl Letters, size: f32, piece: &Piece, lines: &str, zoom: f32) -> LabelRequest {
    let mut request = name_request(piece, letters.extent(lines, size, NAME_WEIGHT), zoom);
    if piece.dimmed {
        request.priority -= DIMMED;
    }
    request
}

/// Where the letters of a name are: the room that it was given has space beside and above them.
pub fn name_area(request: &LabelRequest, side: LabelSide) -> Area {
    let [left, top, right, bottom] = request.area(side);
    [
        left + NAME_MARGIN.0,
        top + NAME_MARGIN.1,
        right - NAME_MARGIN.0,
        bottom - NAME_MARGIN.1,
    ]
}

/// The name of who is dimmed comes last where there is not room for all.
pub const DIMMED: f32 = 1e6;

pub fn draw_name(pen: &mut impl Pen, scene: &Scene, name: &PlacedName, look: &BoardLook, zoom: f32) {
    let size = name.size;
    let piece = &scene.pieces[name.piece];
    if name.is_apart {
        let width = leader_width(size);
        let line = name_leader(piece, name.area, zoom, width);
        pen.stroke(&line, width + 2.0 * halo_width(size), look.palette.halo);
        pen.stroke(&line, width, look.palette.ink_weak);
    }
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
    pen.text(text, name_tone(piece, look));
}

pub fn name_tone(piece: &Piece, look: &BoardLook) -> Rgb {
    if piece.dimmed {
        look.palette.ink_weak
    } else {
        look.palette.ink
    }
}
