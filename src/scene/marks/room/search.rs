//! Looking for the best room: a legend where it is in nobody's way, with a place for every name.

use std::sync::Arc;

use super::{BoardRoom, LegendWish, PlacedLegend, RoomWish, in_board, shared};
use crate::i18n::Texts;
use crate::scene::geometry::Xy;
use crate::scene::labels::{Area, overlap, passes, wrapped};
use crate::scene::marks::ground::board_area;
use crate::scene::marks::legend_layout::{LegendExtent, LegendLayout, LegendShape};
use crate::scene::marks::look::BoardLook;
use crate::scene::marks::names::{NAME_WEIGHT, all_seen_have_names, has_all_names};
use crate::scene::marks::pen::Letters;
use crate::scene::marks::perch::{APART, Perch};
use crate::scene::marks::seen::PartSeen;
use crate::scene::{Piece, Scene};

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
/// What it costs the board to go as far out of the middle as it can, of its size.
const OUT_OF_MIDDLE: f32 = 0.2;
/// Places that are tried with the names on the board, the best first.
const MOST_TRIED: usize = 40;
/// Where the board lies that leaves room beside it: away from what is laid over it.
const ASIDE: [(f32, f32); 3] = [(0.0, 0.0), (-1.0, -1.0), (1.0, 1.0)];
/// How many names are worth a line that a legend hides.
const LINE_HIDDEN: f32 = 0.15;
/// Places that are nearer to each other than this share of the legend are one.
const ALIKE: f32 = 0.3;
/// How many of these are tried, and how many places for names are looked at in each: first a little in many, for most
/// of them need no more.
const PASSES: [(usize, usize); 2] = [(MOST_TRIED, 3_000), (6, 20_000)];
/// The same where somebody waits.
const PASSES_ON_SCREEN: [(usize, usize); 2] = [(16, 2_600), (3, 10_000)];
/// What a board pushed into a corner is worth on paper, where it stands in the middle of what is left otherwise.
const OF_CORNER: f32 = 0.85;
/// And one that lies partly under the legend: its edge is not seen there, nor what is drawn between the pieces.
const UNDER_LEGEND: f32 = 0.8;
/// With all of a legend: on a larger room there are as many again.
const PASSES_OF_WHOLE: [(usize, usize); 1] = [(12, 3_000)];
/// Looks for the best room.
pub(super) struct RoomSearch<'a, L> {
    letters: &'a L,
    scene: &'a Scene,
    look: &'a BoardLook,
    texts: Texts,
    wish: &'a RoomWish<'a>,
    legend: LegendWish<'a>,
    /// The zoom at which the board fills the view.
    whole: f32,
    seen: &'a PartSeen,
    obstacles: Vec<Area>,
    /// What is left of the patience for the names themselves.
    reserve: usize,
}

/// A way to put board and legend.
struct Tried {
    zoom: f32,
    origin: Xy,
    legend: PlacedLegend,
    /// What the board has of the view, in square points.
    has: f32,
    /// The legend lies on a part of it.
    hides_board: bool,
}

impl Tried {
    fn room(&self, has_names: bool) -> BoardRoom {
        BoardRoom {
            zoom: self.zoom,
            origin: self.origin,
            legend: Some(self.legend.clone()),
            has_names,
        }
    }
}

impl<'a, L: Letters> RoomSearch<'a, L> {
    pub(super) fn new(
        letters: &'a L,
        scene: &'a Scene,
        seen: &'a PartSeen,
        (look, texts): (&'a BoardLook, Texts),
        (wish, legend): (&'a RoomWish<'a>, LegendWish<'a>),
    ) -> Self {
        let (whole, patience) = (wish.fitted(scene), wish.patience);
        let reserve = patience.for_one_of(3);
        let looked = (look, texts);
        Self {
            obstacles: wish.obstacles(letters, scene, seen, looked, whole),
            letters,
            scene,
            look,
            texts,
            wish,
            legend,
            whole,
            seen,
            reserve,
        }
    }

    pub(super) fn best(&self) -> Option<BoardRoom> {
        if self.wish.least_zoom.is_some() {
            // The board is as large as it has to be.
            let mut extents = self.extents().into_iter();
            let open = extents.find_map(|extent| self.with_names(self.over(extent)));
            return open
                .or_else(|| self.with_names(self.tried(None)))
                .or_else(|| self.beside_the_board())
                .or_else(|| self.over_the_board());
        }
        let mut best: Option<(f32, BoardRoom)> = None;
        for extent in self.extents() {
            let mut tried = self.tried(extent);
            let on_paper = |one: &Tried| {
                let is_aside = self.legend.is_whole && one.legend.perch.is_corner();
                let hides_board = self.is_whole_board() && one.hides_board;
                one.has
                    * if is_aside { OF_CORNER } else { 1.0 }
                    * if hides_board { UNDER_LEGEND } else { 1.0 }
            };
            tried.sort_by(|a, b| on_paper(b).total_cmp(&on_paper(a)));
            let Some(found) = self.with_names(tried) else {
                continue;
            };
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
        use LegendExtent::{Bare, Colours, Kinds, Whole};
        if !self.legend.is_open {
            return vec![None];
        }
        if self.legend.is_whole {
            return vec![Some(Whole)];
        }
        // In a hall people look at the kinds and the colours.
        let all = if self.look.is_for_hall() {
            [Kinds, Colours, Bare]
        } else {
            [Whole, Kinds, Colours]
        };
        all.into_iter().map(Some).collect()
    }

    fn layouts(&self, extent: Option<LegendExtent>) -> Vec<(LegendShape, Arc<LegendLayout>)> {
        let most = if self.legend.is_whole {
            MOST_COLUMNS_OF_WHOLE
        } else {
            MOST_COLUMNS
        };
        let shapes: Vec<LegendShape> = match extent {
            None if self.legend.is_open => vec![LegendShape::NoRoom],
            None => vec![LegendShape::Shut],
            Some(extent) => {
                let narrow = if self.look.is_for_hall() {
                    &[false, true][..]
                } else {
                    &[false]
                };
                let shapes = narrow.iter().flat_map(|&is_narrow| {
                    (1..=most).map(move |columns| LegendShape::Open {
                        extent,
                        columns,
                        is_narrow,
                    })
                });
                shapes.collect()
            }
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
            let is_new = found.last().is_none_or(|(_, last)| last.size != layout.size);
            if is_new && layout.size.0 <= wide * MOST_OF_WIDTH && layout.size.1 <= high * MOST_OF_HEIGHT {
                found.push((shape, Arc::new(layout)));
            }
        }
        found
    }

    /// What is seen of the board, in points with its (0, 0) at (0, 0).
    fn board(&self, zoom: f32) -> Area {
        self.wish
            .cut_off(zoom)
            .unwrap_or_else(|| board_area(self.scene, zoom))
    }

    fn board_in_points(&self, zoom: f32) -> f32 {
        let board = self.board(zoom);
        shared(board, board)
    }

    /// Every way in which the legend lies on nothing.
    fn tried(&self, extent: Option<LegendExtent>) -> Vec<Tried> {
        let least = self.wish.least_zoom.unwrap_or(0.0);
        let mut found = Vec::new();
        for (shape, layout) in self.layouts(extent) {
            for perch in Perch::all() {
                let area = perch.place(layout.size, self.wish.view);
                let zooms = (0..STEPS).map(|step| self.whole * (1.0 - STEP * f32::from(step)));
                let ways = self.ways(perch);
                let mut is_tried = false;
                for zoom in zooms.take_while(|&zoom| zoom >= least.min(self.whole)) {
                    let free = ways.iter().filter_map(|&(share, sides)| {
                        let origin = self.wish.origin(self.scene, zoom, sides);
                        let board = self.board_at(zoom, origin);
                        let is_free = self.is_free(area, zoom, origin);
                        is_free.then_some((share, origin, shared(area, board)))
                    });
                    let free: Vec<(f32, Xy, f32)> = free.collect();
                    // On paper also the largest board that the legend is beside.
                    let beside = free.iter().find(|&&(_, _, hidden)| hidden == 0.0);
                    let beside = beside.filter(|_| self.is_whole_board());
                    let first = free.first().filter(|_| !is_tried);
                    let Some(&(share, origin, hidden)) = beside.or(first) else {
                        continue;
                    };
                    let moved = OUT_OF_MIDDLE * (share - ways[0].0);
                    found.push(Tried {
                        zoom,
                        origin,
                        has: self.board_in_points(zoom) * (1.0 - moved) - hidden,
                        hides_board: hidden > 0.0,
                        legend: PlacedLegend {
                            layout: Arc::clone(&layout),
                            shape,
                            perch,
                            area,
                        },
                    });
                    is_tried = true;
                    // A smaller board has less in the same place.
                    if hidden == 0.0 || !self.is_whole_board() {
                        break;
                    }
                }
            }
        }
        found
    }

    /// Whether it is a picture of all of the board, on paper.
    fn is_whole_board(&self) -> bool {
        self.legend.is_whole && self.wish.part.is_none()
    }

    /// How far the board goes out of the middle, and to which sides, in turn. On paper it goes only as it must: up or down,
    /// or to a side.
    fn ways(&self, perch: Perch) -> Vec<(f32, (f32, f32))> {
        let (across, down) = perch.sides();
        match self.wish.moves() {
            &[all] if self.is_whole_board() => [(0.0, down), (across, 0.0), (across, down)]
                .map(|sides| (all, sides))
                .to_vec(),
            moves => {
                let ways = moves.iter();
                ways.map(|&share| (share, (across * share, down * share)))
                    .collect()
            }
        }
    }

    /// The board with its (0, 0) there.
    fn board_at(&self, zoom: f32, Xy { x, y }: Xy) -> Area {
        let [left, top, right, bottom] = self.board(zoom);
        [left + x, top + y, right + x, bottom + y]
    }

    fn is_free(&self, area: Area, zoom: f32, origin: Xy) -> bool {
        let [left, top, right, bottom] = area;
        let around = [left - APART, top - APART, right + APART, bottom + APART];
        let around = in_board(around, zoom, origin);
        !self.obstacles.iter().any(|&other| overlap(around, other))
    }

    /// Every way in which the legend lies on nothing, anywhere in the view, with the board as large as can be or as it has
    /// to be: first where the fewest names have to go elsewhere and the fewest lines are hidden.
    fn over(&self, extent: Option<LegendExtent>) -> Vec<Tried> {
        let least = self.wish.least_zoom.unwrap_or(self.whole).min(self.whole);
        let homes = self.homes();
        let mut found = Vec::new();
        for (shape, layout) in self.layouts(extent) {
            for zoom in [self.whole, least] {
                for aside in ASIDE {
                    let origin = self.wish.origin(self.scene, zoom, aside);
                    for perch in Perch::everywhere() {
                        let area = perch.place(layout.size, self.wish.view);
                        if !self.is_free(area, zoom, origin) {
                            continue;
                        }
                        let on_board = in_board(area, zoom, origin);
                        found.push(Tried {
                            zoom,
                            origin,
                            has: -self.crowding(&homes, on_board),
                            hides_board: false,
                            legend: PlacedLegend {
                                layout: Arc::clone(&layout),
                                shape,
                                perch,
                                area,
                            },
                        });
                    }
                }
            }
        }
        found.sort_by(|a, b| b.has.total_cmp(&a.has));
        self.unlike(found)
    }

    /// Where names are when nothing is in their way, in board units.
    fn homes(&self) -> Vec<Area> {
        let size = self.look.least_letters;
        let home = |piece: &Piece| {
            let (wide, high) = self.letters.extent(&wrapped(&piece.label), size, NAME_WEIGHT);
            let (wide, high) = (wide / self.whole / 2.0, high / self.whole);
            let Xy { x, y } = Xy::from(piece.pos);
            let reach = piece.radius * 1.5;
            [
                x - wide.max(reach),
                y - reach,
                x + wide.max(reach),
                y + reach + high,
            ]
        };
        self.scene.pieces.iter().map(home).collect()
    }

    /// How much a legend there is in the way: of names, and of lines.
    fn crowding(&self, homes: &[Area], area: Area) -> f32 {
        let size = |[left, top, right, bottom]: Area| (right - left) * (bottom - top);
        let names: f32 = homes
            .iter()
            .map(|&home| shared(area, home) / size(home).max(1.0))
            .sum();
        let pieces = &self.scene.pieces;
        let lines = self.scene.ties.iter().filter(|tie| {
            let line = [tie.from, tie.to].map(|at| Xy::from(pieces[at].pos));
            passes(line, area)
        });
        names + LINE_HIDDEN * lines.count() as f32
    }

    /// Of places that are nearly the same only the first.
    fn unlike(&self, tried: Vec<Tried>) -> Vec<Tried> {
        let mut found: Vec<Tried> = Vec::new();
        for one in tried {
            let [left, top, right, bottom] = one.legend.area;
            let near = (right - left).min(bottom - top) * ALIKE;
            let is_like = |other: &Tried| {
                let area = other.legend.area;
                other.legend.shape == one.legend.shape
                    && (other.origin.x - one.origin.x).abs() < near
                    && (other.origin.y - one.origin.y).abs() < near
                    && (area[0] - left).abs() < near
                    && (area[1] - top).abs() < near
            };
            if found.len() == MOST_TRIED {
                break;
            }
            if !found.iter().any(is_like) {
                found.push(one);
            }
        }
        found
    }

    /// The first with which everybody's name has a place, as large as it should be.
    fn with_names(&self, tried: Vec<Tried>) -> Option<BoardRoom> {
        let is_asked = all_seen_have_names(self.seen);
        let patience = self.wish.patience;
        let passes = match self.legend.is_whole {
            true => &PASSES_OF_WHOLE[..],
            false if patience.is_endless() => &PASSES,
            false => &PASSES_ON_SCREEN,
        };
        // A legend that says less comes after it, and wants its turn too.
        let least = match patience.left() {
            left if patience.is_endless() => left - 1,
            left => left - left.saturating_sub(self.reserve) / 3 * 2,
        };
        let found = passes.iter().find_map(|&(tries, places)| {
            let mut first = tried.iter().take(tries);
            first.find(|one| !is_asked || patience.left() > least && self.holds_names(one, places))
        });
        found.map(|one| one.room(true))
    }

    fn holds_names(&self, tried: &Tried, places: usize) -> bool {
        let bounds = self
            .wish
            .name_bounds(tried.zoom, tried.origin, Some(tried.legend.area));
        let looked = (self.look, self.texts);
        has_all_names(
            self.letters,
            self.scene,
            self.seen,
            looked,
            tried.zoom,
            &bounds,
            (places, self.wish.patience),
        )
    }

    /// Where not everybody's name has a place, with it or without: where no part of the board is.
    fn beside_the_board(&self) -> Option<BoardRoom> {
        let is_beside = |one: &Tried| !overlap(one.legend.area, self.board_at(one.zoom, one.origin));
        let mut extents = self.extents().into_iter().filter(Option::is_some);
        let found = extents.find_map(|extent| self.over(extent).into_iter().find(is_beside));
        found.map(|one| one.room(false))
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
        Some(LegendExtent::Colours | LegendExtent::Bare) | None => 1.0,
    }
}
