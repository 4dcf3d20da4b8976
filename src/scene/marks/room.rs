//! What of a view is for what: the board as large as it can be, and the legend where it costs the board least.

use std::sync::Arc;

use super::legend_layout::{LegendExtent, LegendLayout, LegendShape};
use super::look::BoardLook;
use super::names::{FEW, NameBounds, has_all_names};
use super::pen::Letters;
use super::piece::figure_area;
use crate::i18n::Texts;
use crate::scene::geometry::{Xy, issue_area};
use crate::scene::labels::Area;
use crate::scene::marks::zone_name_areas;
use crate::scene::{LegendSection, Scene};

/// Distance of the legend to the edge of the view, and to what it must not cover.
const MARGIN: f32 = 8.0;
const APART: f32 = 4.0;
/// How much smaller the board becomes from one try to the next.
const STEP: f32 = 0.025;
const STEPS: u8 = 16;
/// In how many columns the legend may stand.
const MOST_COLUMNS: u8 = 5;
/// Of one that must say everything.
const MOST_COLUMNS_OF_WHOLE: u8 = 8;
/// Of the view, more than this is not for the legend.
const MOST_OF_WIDTH: f32 = 0.98;
const MOST_OF_HEIGHT: f32 = 0.96;
/// Places that are tried with the names on the board, the best first.
const MOST_TRIED: usize = 40;

/// Where at the edge of a view something lies: from -2 (left, above) to 2 (right, below), of which one is -2 or 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Perch {
    across: i8,
    down: i8,
}

impl Default for Perch {
    fn default() -> Self {
        Self { across: -2, down: 2 }
    }
}

impl Perch {
    /// The corners first, from the lower left on, then what is between them.
    pub fn all() -> impl Iterator<Item = Self> {
        let corners = [(-2, 2), (2, 2), (2, -2), (-2, -2)];
        let between = [0, 1, -1]
            .into_iter()
            .flat_map(|along| [(-2, along), (2, along), (along, 2), (along, -2)]);
        corners
            .into_iter()
            .chain(between)
            .map(|(across, down)| Self { across, down })
    }

    /// Left, in the middle or right, and up, in the middle or down: from -1 to 1.
    fn sides(self) -> (f32, f32) {
        (f32::from(self.across) / 2.0, f32::from(self.down) / 2.0)
    }

    /// Something of this size at its place in a view.
    pub fn place(self, (wide, high): (f32, f32), [left, top, right, bottom]: Area) -> Area {
        let (across, down) = self.sides();
        let at = |side: f32, from: f32, to: f32, size: f32| {
            let room = (to - from - size - 2.0 * MARGIN).max(0.0);
            (from + MARGIN + room * (side + 1.0) / 2.0).round()
        };
        let (x, y) = (at(across, left, right, wide), at(down, top, bottom, high));
        [x, y, x + wide, y + high]
    }

    /// What of a view is beside something of this size there.
    pub fn beside(self, (wide, high): (f32, f32), [left, top, right, bottom]: Area) -> Area {
        let (wide, high) = (wide + MARGIN + APART, high + MARGIN + APART);
        match (self.across, self.down) {
            (-2, _) => [left + wide, top, right, bottom],
            (2, _) => [left, top, right - wide, bottom],
            (_, 2) => [left, top, right, bottom - high],
            _ => [left, top + high, right, bottom],
        }
    }
}

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
    /// Around the board, in points.
    pub margin: f32,
    pub most_zoom: f32,
    /// The board becomes no smaller than this for the legend, which rather says less.
    pub least_zoom: Option<f32>,
    pub legend: Option<LegendWish<'a>>,
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
        let alone = Self {
            zoom: whole,
            origin: wish.origin(scene, whole, (0.0, 0.0)),
            legend: None,
            has_names: false,
        };
        let Some(legend) = wish.legend else { return alone };
        let search = RoomSearch {
            letters,
            scene,
            look,
            texts,
            wish,
            legend,
            whole,
            obstacles: obstacles(letters, scene, look, texts, whole),
        };
        search.best().unwrap_or(alone)
    }
}

impl RoomWish<'_> {
    fn size(&self) -> (f32, f32) {
        let [left, top, right, bottom] = self.view;
        (right - left, bottom - top)
    }

    /// Points per board unit at which all of the board is in the view.
    fn fitted(&self, scene: &Scene) -> f32 {
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
}

/// What a legend must not lie on, in board units.
fn obstacles(letters: &impl Letters, scene: &Scene, look: &BoardLook, texts: Texts, zoom: f32) -> Vec<Area> {
    let pieces = scene.pieces.iter().map(|piece| figure_area(piece, zoom));
    let zones = zone_name_areas(letters, scene, zoom, look, texts);
    let in_points = pieces.chain(zones);
    let card = scene.issue.iter().map(issue_area);
    in_points
        .map(|area| area.map(|side| side / zoom))
        .chain(card)
        .collect()
}

struct RoomSearch<'a, L> {
    letters: &'a L,
    scene: &'a Scene,
    look: &'a BoardLook,
    texts: Texts,
    wish: &'a RoomWish<'a>,
    legend: LegendWish<'a>,
    /// The zoom at which the board fills the view.
    whole: f32,
    obstacles: Vec<Area>,
}

/// A way to put board and legend.
struct Tried {
    zoom: f32,
    origin: Xy,
    legend: PlacedLegend,
    /// What the board has of the view, in square points.
    has: f32,
}

impl Tried {
    fn room(self, has_names: bool) -> BoardRoom {
        BoardRoom {
            zoom: self.zoom,
            origin: self.origin,
            legend: Some(self.legend),
            has_names,
        }
    }
}

impl<L: Letters> RoomSearch<'_, L> {
    fn best(&self) -> Option<BoardRoom> {
        let mut best: Option<(f32, BoardRoom)> = None;
        for extent in self.extents() {
            let mut tried = self.tried(extent);
            tried.sort_by(|a, b| b.has.total_cmp(&a.has));
            let Some(found) = self.with_names(tried) else {
                continue;
            };
            if self.wish.least_zoom.is_some() {
                // The board is as large as it has to be.
                return Some(found);
            }
            let score = self.board_in_points(found.zoom) * worth(extent);
            if best.as_ref().is_none_or(|(of_best, _)| score > *of_best) {
                best = Some((score, found));
            }
        }
        let shut = || (!self.legend.is_whole).then(|| self.with_names(self.tried(None)));
        best.map(|(_, room)| room)
            .or_else(|| shut().flatten())
            .or_else(|| self.over_the_board())
    }

    /// How much the legend says, the most first; `None` is its name alone.
    fn extents(&self) -> Vec<Option<LegendExtent>> {
        if !self.legend.is_open {
            return vec![None];
        }
        if self.legend.is_whole {
            return vec![Some(LegendExtent::Whole)];
        }
        let all = [LegendExtent::Whole, LegendExtent::Kinds, LegendExtent::Colours];
        // In a hall people look at the kinds and the colours.
        let from = usize::from(self.look.is_for_hall());
        all[from..].iter().copied().map(Some).collect()
    }

    fn layouts(&self, extent: Option<LegendExtent>) -> Vec<(LegendShape, Arc<LegendLayout>)> {
        let most = if self.legend.is_whole {
            MOST_COLUMNS_OF_WHOLE
        } else {
            MOST_COLUMNS
        };
        let shapes: Vec<LegendShape> = match extent {
            None => vec![LegendShape::Shut],
            Some(extent) => (1..=most)
                .map(|columns| LegendShape::Open { extent, columns })
                .collect(),
        };
        let (wide, high) = self.wish.size();
        let mut found: Vec<(LegendShape, Arc<LegendLayout>)> = Vec::new();
        for shape in shapes {
            let layout = LegendLayout::new(
                self.letters,
                self.scene,
                shape,
                self.legend.also,
                self.look,
                self.texts,
            );
            let Some(layout) = layout else { continue };
            let is_new = found
                .last()
                .is_none_or(|(_, last)| last.column_count() != layout.column_count());
            if is_new && layout.size.0 <= wide * MOST_OF_WIDTH && layout.size.1 <= high * MOST_OF_HEIGHT {
                found.push((shape, Arc::new(layout)));
            }
        }
        found
    }

    fn board_in_points(&self, zoom: f32) -> f32 {
        let (wide, high) = self.scene.board_size;
        wide * zoom * high * zoom
    }

    /// Every way in which the legend lies on nothing.
    fn tried(&self, extent: Option<LegendExtent>) -> Vec<Tried> {
        let least = self.wish.least_zoom.unwrap_or(0.0);
        let mut found = Vec::new();
        for (shape, layout) in self.layouts(extent) {
            for perch in Perch::all() {
                let area = perch.place(layout.size, self.wish.view);
                let zooms = (0..STEPS).map(|step| self.whole * (1.0 - STEP * f32::from(step)));
                for zoom in zooms.take_while(|&zoom| zoom >= least.min(self.whole)) {
                    let origin = self.wish.origin(self.scene, zoom, perch.sides());
                    if !self.is_free(area, zoom, origin) {
                        continue;
                    }
                    let (wide, high) = self.scene.board_size;
                    let half = Xy::new(wide * zoom / 2.0, high * zoom / 2.0);
                    let board = [
                        origin.x - half.x,
                        origin.y - half.y,
                        origin.x + half.x,
                        origin.y + half.y,
                    ];
                    found.push(Tried {
                        zoom,
                        origin,
                        has: self.board_in_points(zoom) - shared(area, board),
                        legend: PlacedLegend {
                            layout: Arc::clone(&layout),
                            shape,
                            perch,
                            area,
                        },
                    });
                    // A smaller board has less in the same place.
                    break;
                }
            }
        }
        found
    }

    fn is_free(&self, area: Area, zoom: f32, origin: Xy) -> bool {
        let [left, top, right, bottom] = area;
        let on_board = [
            (left - APART - origin.x) / zoom,
            (top - APART - origin.y) / zoom,
            (right + APART - origin.x) / zoom,
            (bottom + APART - origin.y) / zoom,
        ];
        !self.obstacles.iter().any(|&other| overlap(on_board, other))
    }

    /// The first with which everybody's name has a place, as large as it should be.
    fn with_names(&self, tried: Vec<Tried>) -> Option<BoardRoom> {
        let is_asked = self.scene.pieces.len() <= FEW && self.wish.part.is_none();
        let found = tried.into_iter().take(MOST_TRIED);
        let mut found = found.filter(|one| !is_asked || self.holds_names(one));
        found.next().map(|one| one.room(true))
    }

    fn holds_names(&self, tried: &Tried) -> bool {
        let moved = |area: Area| {
            let [left, top, right, bottom] = area;
            let Xy { x, y } = tried.origin;
            [left - x, top - y, right - x, bottom - y]
        };
        let bounds = NameBounds {
            within: moved(self.wish.view),
            covered: Some(moved(tried.legend.area)),
        };
        has_all_names(
            self.letters,
            self.scene,
            self.look,
            tried.zoom,
            self.texts,
            &bounds,
        )
    }

    /// Where not everybody's name has a place beside it: on no piece, or in a corner.
    fn over_the_board(&self) -> Option<BoardRoom> {
        let extent = match self.wish.least_zoom {
            // The board comes first.
            Some(_) => None,
            None => self.extents().pop().flatten(),
        };
        let mut tried = self.tried(extent);
        tried.sort_by(|a, b| b.has.total_cmp(&a.has));
        if let Some(one) = tried.into_iter().next() {
            return Some(one.room(false));
        }
        if self.legend.is_whole {
            return None;
        }
        let (shape, layout) = self.layouts(extent).pop()?;
        let perch = Perch::default();
        Some(BoardRoom {
            zoom: self.whole,
            origin: self.wish.origin(self.scene, self.whole, perch.sides()),
            legend: Some(PlacedLegend {
                area: perch.place(layout.size, self.wish.view),
                layout,
                shape,
                perch,
            }),
            has_names: false,
        })
    }
}

/// How much more of the board a legend that says more may cost.
fn worth(extent: Option<LegendExtent>) -> f32 {
    match extent {
        Some(LegendExtent::Whole) => 1.15,
        Some(LegendExtent::Kinds) => 1.08,
        Some(LegendExtent::Colours) | None => 1.0,
    }
}

fn overlap(a: Area, b: Area) -> bool {
    a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

/// How much two areas have in common.
fn shared(one: Area, other: Area) -> f32 {
    let wide = one[2].min(other[2]) - one[0].max(other[0]);
    let high = one[3].min(other[3]) - one[1].max(other[1]);
    wide.max(0.0) * high.max(0.0)
}
