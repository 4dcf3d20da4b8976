//! What of a view is for what: the board as large as it can be, and the legend where it costs the board least.

mod search;

use std::sync::Arc;

use super::ground::IssueCard;
use super::legend_layout::{LegendLayout, LegendShape};
use super::look::BoardLook;
use super::names::{NameBounds, all_seen_have_names, everybody_has_a_name, has_all_names};
use super::pen::Letters;
use super::perch::Perch;
use super::piece::figure_area;
use super::seen::PartSeen;
use super::zone_names::{ZoneSpots, zone_name_areas};
use crate::i18n::Texts;
use crate::scene::geometry::Xy;
use crate::scene::labels::{Area, Patience, overlap};
use crate::scene::{LegendSection, Scene};
use search::RoomSearch;

/// How many places for names are looked at on a board without a legend.
const MOST_FOR_NAMES: usize = 20_000;

/// The legend that is wanted.
#[derive(Debug, Clone, Copy)]
pub struct LegendWish<'a> {
    pub is_open: bool,
    /// It says all that occurs and lies on nothing, or is not there.
    pub is_whole: bool,
    /// What is in it first, beside what occurs on the board.
    pub also: Option<&'a LegendSection>,
}

/// What is asked of a view.
#[derive(Debug, Clone, Copy)]
pub struct RoomWish<'a> {
    pub view: Area,
    /// What of the board is wanted, in board units; `None` is all of it.
    pub part: Option<Area>,
    /// What is seen when nothing beyond that part is; `None`: the board goes on beyond it.
    pub seen: Option<&'a PartSeen>,
    /// Around the board, in points.
    pub margin: f32,
    pub most_zoom: f32,
    /// The board becomes no smaller than this for the legend, which rather says less.
    pub least_zoom: Option<f32>,
    pub legend: Option<LegendWish<'a>>,
    /// Of who waits for it. A third of it is left for the names.
    pub patience: &'a Patience,
}

/// The legend at its place.
#[derive(Debug, Clone)]
pub struct PlacedLegend {
    pub layout: Arc<LegendLayout>,
    pub shape: LegendShape,
    pub perch: Perch,
    pub area: Area,
}

/// What of a view is for what.
#[derive(Debug, Clone)]
pub struct BoardRoom {
    /// Points per board unit.
    pub zoom: f32,
    /// The board's (0, 0), in points of the view.
    pub origin: Xy,
    pub legend: Option<PlacedLegend>,
    /// Whether everybody's name was found a place beside the legend, where that was asked.
    pub has_names: bool,
}

impl BoardRoom {
    /// The best room for a board in a view, of all that was thought of.
    pub fn new(
        letters: &impl Letters,
        scene: &Scene,
        look: &BoardLook,
        texts: Texts,
        wish: &RoomWish<'_>,
    ) -> Self {
        let whole = wish.fitted(scene);
        let mut alone = Self {
            zoom: whole,
            origin: wish.origin(scene, whole, (0.0, 0.0)),
            legend: None,
            has_names: false,
        };
        let all;
        let seen = match wish.seen {
            Some(seen) => seen,
            None => {
                all = PartSeen::all(scene);
                &all
            }
        };
        let Some(legend) = wish.legend else {
            let bounds = wish.name_bounds(whole, alone.origin, None);
            let places = (MOST_FOR_NAMES, wish.patience);
            alone.has_names = !all_seen_have_names(seen)
                || has_all_names(letters, scene, seen, (look, texts), whole, &bounds, places);
            return alone;
        };
        let search = RoomSearch::new(letters, scene, seen, (look, texts), (wish, legend));
        search.best().unwrap_or(alone)
    }
}

impl RoomWish<'_> {
    fn size(&self) -> (f32, f32) {
        let [left, top, right, bottom] = self.view;
        (right - left, bottom - top)
    }

    /// Points per board unit at which all of the board is in the view.
    pub fn fitted(&self, scene: &Scene) -> f32 {
        let (wide, high) = self.size();
        let [left, top, right, bottom] = self.part.unwrap_or_else(|| scene.whole());
        let room = |side: f32| (side - 2.0 * self.margin).max(40.0);
        (room(wide) / (right - left))
            .min(room(high) / (bottom - top))
            .min(self.most_zoom)
    }

    /// Where the board's (0, 0) is when it lies as far from a perch as there is room.
    fn origin(&self, scene: &Scene, zoom: f32, (across, down): (f32, f32)) -> Xy {
        let part = self.part.unwrap_or_else(|| scene.whole());
        let [left, top, right, bottom] = part.map(|side| side * zoom);
        let at = |from: f32, to: f32, least: f32, most: f32, side: f32| {
            let slack = (to - from - 2.0 * self.margin - (most - least)).max(0.0);
            f32::midpoint(from, to) - f32::midpoint(least, most) - side * slack / 2.0
        };
        let x = at(self.view[0], self.view[2], left, right, across);
        let y = at(self.view[1], self.view[3], top, bottom, down);
        // On whole points: level lines are sharp then.
        Xy::new(x.round(), y.round())
    }

    /// Where the board ends when nothing is seen beyond the part that is wanted, in points with its (0, 0) at (0, 0).
    pub fn cut_off(&self, zoom: f32) -> Option<Area> {
        let part = self.part.filter(|_| self.seen.is_some());
        part.map(|area| area.map(|side| side * zoom))
    }

    /// Where all names may stand on a board that lies there, beside what covers it.
    fn name_bounds(&self, zoom: f32, origin: Xy, covered: Option<Area>) -> NameBounds {
        let moved = |area: Area| in_board(area, 1.0, origin);
        NameBounds {
            within: self.cut_off(zoom).unwrap_or_else(|| moved(self.view)),
            covered: covered.map(moved),
            is_for_all: true,
        }
    }

    /// How far something in the middle may go out of it for a legend, in turn, of all the room that there is. All of a board
    /// goes as far as it can; of a part everybody expects the middle.
    fn moves(&self) -> &'static [f32] {
        match (self.part, self.seen) {
            (Some(_), None) => &[0.0, 0.25, 0.5, 1.0],
            _ => &[1.0],
        }
    }

    /// What a legend must not lie on, in board units. Names of zones make way where everybody has a name.
    fn obstacles(
        &self,
        letters: &impl Letters,
        scene: &Scene,
        seen: &PartSeen,
        (look, texts): (&BoardLook, Texts),
        zoom: f32,
    ) -> Vec<Area> {
        let pieces = seen.pieces.iter();
        let pieces = pieces.map(|&at| figure_area(&scene.pieces[at], zoom));
        let card = scene.issue.iter();
        let card = card.map(|issue| IssueCard::new(issue, look, zoom, texts).area);
        let zones = zone_name_areas(letters, scene, zoom, (look, texts), &ZoneSpots::default());
        let zones = zones.into_iter().filter(|_| !everybody_has_a_name(scene));
        let in_points = pieces.chain(card).chain(zones);
        let all = in_points.map(|area| area.map(|side| side / zoom));
        match self.part.filter(|_| self.seen.is_some()) {
            None => all.collect(),
            Some(part) => all
                .filter(|&area| overlap(area, part))
                .map(|area| common(area, part))
                .collect(),
        }
    }
}

/// An area of the view, on the board.
fn in_board([left, top, right, bottom]: Area, zoom: f32, Xy { x, y }: Xy) -> Area {
    [
        (left - x) / zoom,
        (top - y) / zoom,
        (right - x) / zoom,
        (bottom - y) / zoom,
    ]
}

/// What two areas have in common that overlap.
fn common(one: Area, other: Area) -> Area {
    [
        one[0].max(other[0]),
        one[1].max(other[1]),
        one[2].min(other[2]),
        one[3].min(other[3]),
    ]
}

/// How much two areas have in common.
fn shared(one: Area, other: Area) -> f32 {
    let [left, top, right, bottom] = common(one, other);
    (right - left).max(0.0) * (bottom - top).max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations as op;
    use crate::edit::testing::document_of;
    use crate::model::{Language, Point, Rgb};
    use crate::scene::marks::legend_layout::LegendExtent;
    use crate::scene::marks::names::NAME_WEIGHT;
    use crate::scene::typeface::Typeface;
    use crate::scene::{
        Appearance, Caption, Filters, LegendEntry, LegendSymbol, LegendTopic, Palette, Piece, SceneInput,
        ThemeKind, build,
    };

    /// Pieces of one size with their middles there, and a legend that is as large in every number of columns.
    fn scene(radius: f32, middles: impl IntoIterator<Item = (f32, f32)>) -> Scene {
        let (mut document, ids) = document_of(["Ede"]);
        op::place(&mut document, &[(ids[0], Some(Point::new(0.0, 0.0)))]).unwrap();
        let mut scene = build(SceneInput {
            constellation: document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        });
        let piece = Piece {
            radius,
            ring: None,
            gaze_deg: None,
            influence: None,
            ..scene.pieces[0].clone()
        };
        let placed = middles.into_iter().map(|(x, y)| Piece {
            pos: Point::new(f64::from(x), f64::from(y)),
            ..piece.clone()
        });
        scene.pieces = placed.collect();
        scene.legend = vec![LegendSection {
            topic: LegendTopic::RelationKinds,
            heading: Caption::Words(String::new()),
            entries: vec![LegendEntry {
                symbol: LegendSymbol::Colour(Rgb(200, 0, 0)),
                caption: Caption::Words("werkt samen".to_owned()),
            }],
        }];
        scene
    }

    fn look(scene: &Scene) -> BoardLook {
        BoardLook::new(scene, Palette::of(ThemeKind::Light), ThemeKind::Light, 1.0)
    }

    /// The room in a view whose board may become so small for the legend.
    fn room(scene: &Scene, view: Area, part: Option<Area>, least_zoom: f32) -> BoardRoom {
        let wish = RoomWish {
            view,
            part,
            seen: None,
            margin: 0.0,
            most_zoom: 4.0,
            least_zoom: Some(least_zoom),
            legend: Some(LegendWish {
                is_open: true,
                is_whole: false,
                also: None,
            }),
            patience: &Patience::endless(),
        };
        let texts = Texts::new(Language::Nl);
        BoardRoom::new(&Typeface::new(), scene, &look(scene), texts, &wish)
    }

    #[test]
    fn a_legend_over_the_board_lies_below_the_names_of_a_row_of_pieces_also_where_the_board_is_small() {
        let row = (0..8u8).map(|at| (f32::from(at) * 100.0 - 350.0, -150.0));
        let mut scene = scene(24.0, row);
        scene.board_size = (800.0, 480.0);
        let room = room(&scene, [0.0, 0.0, 400.0, 240.0], None, 0.5);
        assert_eq!(room.zoom, 0.5);
        assert!(room.has_names);
        let legend = room.legend.expect("room for it");
        let high = Typeface::new()
            .extent("Ede", look(&scene).least_letters, NAME_WEIGHT)
            .1;
        let names_end = room.origin.y + (1.5 * 24.0 - 150.0) * room.zoom + high;
        assert!(
            legend.area[1] >= names_end - 0.5,
            "the legend begins at {} and names end at {names_end}",
            legend.area[1]
        );
    }

    #[test]
    fn a_board_makes_room_for_the_legend_in_its_upper_left_corner_by_going_down_and_right() {
        const SIDE: f32 = 400.0;
        const LEAST: f32 = 0.9;
        /// From one piece to the next, and from the middle of one to the end of its figure.
        const EVERY: f32 = 20.0;
        const REACH: f32 = 12.0;
        let shape = LegendShape::Open {
            extent: LegendExtent::Whole,
            columns: 1,
            is_narrow: false,
        };
        let (letters, texts) = (Typeface::new(), Texts::new(Language::Nl));
        let empty = scene(10.0, []);
        let layout = LegendLayout::new(&letters, &empty, shape, None, &look(&empty), texts);
        let (wide, high) = layout.expect("something to explain").size;
        // The legend fits in the corner with all that a smaller board leaves free, and not with half of it.
        let free = |side: f32| (side + 14.0 - SIDE * (1.0 - LEAST)) / LEAST;
        let (free_across, free_down) = (free(wide), free(high));
        assert!(free_across > 0.0 && free_down > 0.0, "{wide} by {high}");
        let along = |free: f32| {
            (-20..20i8)
                .map(move |at| (at >= 0, free + REACH + EVERY * f32::from(at)))
                .filter(|&(_, middle)| (0.0..=SIDE).contains(&middle))
        };
        let middles = along(free_across).flat_map(|(is_right, x)| {
            let is_outside = move |is_below: bool| is_right || is_below;
            along(free_down).filter_map(move |(is_below, y)| is_outside(is_below).then_some((x, y)))
        });
        let scene = scene(10.0, middles);
        let view = [0.0, 0.0, SIDE, SIDE];
        let room = room(&scene, view, Some(view), LEAST);
        let legend = room.legend.expect("room for it");
        assert_eq!(legend.shape, shape);
        assert_eq!(legend.area, [8.0, 8.0, 8.0 + wide, 8.0 + high]);
        let aside = SIDE * (1.0 - LEAST);
        assert_eq!(
            (room.zoom, room.origin),
            (LEAST, Xy::new(aside.round(), aside.round()))
        );
    }
}
