//! Names of pieces on the screen.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::{Align, Context, Galley, Pos2, Rect, Shape, Stroke, Vec2, pos2};

use super::adapter::Accents;
use super::name_search::{NameSearch, NamesWanted};
use crate::i18n::Texts;
use crate::model::ActorId;
use crate::scene::geometry::Xy;
use crate::scene::labels::{LabelRequest, LabelSide, Patience};
use crate::scene::marks::{
    BoardLook, DIMMED, Letters, NAME_WEIGHT, NameBounds, ZoneSpots, everybody_has_a_name, find_name_places,
    halo_width, leader_width, name_area, name_leader, name_request, name_tone,
};
use crate::scene::typeface::Typeface;
use crate::scene::{Piece, Scene};
use crate::ui::ink::{HALO, ScreenLetters, lay_out};
use crate::ui::widgets::colour;

/// A piece further away than this, in points, brings no name into sight.
const MOST_REACH: f32 = 420.0;
/// Of more pieces than this around the sight only the names of the most important ask for a place: there is
/// room for some hundreds, and laying out a name takes kilobytes.
const MOST_ASKED: usize = 2500;
/// More labels than this in sight get a simpler halo: half of what a frame hands over is letters.
const MANY: usize = 45;

/// While the view comes nearer or goes further by no more than this, names go along without looking for a place.
const MOST_STRETCH: f32 = 1.15;

/// Above this, laid-out names that found no place are not kept.
const MANY_KEPT: usize = 1000;

#[derive(Default)]
pub struct Labels {
    /// By the lines that they are.
    galleys: HashMap<String, Arc<Galley>>,
    /// What pictures measure names with.
    letters: Option<Typeface>,
    font_size: f32,
    /// Also of names that are out of sight now: back in sight they stand where they stood.
    sides: HashMap<ActorId, LabelSide>,
    /// In the order of the scene.
    placed: Vec<Placed>,
    /// Where the names of zones stand.
    zones: ZoneSpots,
    /// The part of the board in which names have their places.
    reach_in_board: Option<Rect>,
    /// What the places are for.
    zoom: f32,
    /// For those that take long.
    search: NameSearch,
}

/// A name that found room.
struct Placed {
    /// Position in the scene.
    piece: usize,
    /// Around the middle of its piece: it goes where the piece goes until names get new places.
    area: Rect,
    galley: Arc<Galley>,
    /// Whether it stands apart from its piece, with a line to it.
    is_apart: bool,
    /// Whether it has all letters of the name.
    is_whole: bool,
}

impl Placed {
    fn area(&self, piece: &Piece, zoom: f32) -> Rect {
        self.area.translate(middle(piece, zoom))
    }
}

fn position(piece: &Piece) -> Pos2 {
    let Xy { x, y } = Xy::from(piece.pos);
    pos2(x, y)
}

fn middle(piece: &Piece, zoom: f32) -> Vec2 {
    position(piece).to_vec2() * zoom
}

impl Labels {
    /// Fonts changed: what was laid out cannot be used any more.
    pub fn forget_fonts(&mut self) {
        self.galleys.clear();
    }

    /// Another look at the whole: where names stood before says nothing any more.
    pub fn forget_places(&mut self) {
        self.sides.clear();
    }

    /// Whether the names of this part of the board have their places.
    pub fn covers(&self, area_in_board: Rect) -> bool {
        self.reach_in_board
            .is_some_and(|reach| reach.contains_rect(area_in_board))
    }

    /// Whether the places will do for a frame of a view on its way.
    pub fn will_do(&self, sight_in_board: Rect, zoom: f32) -> bool {
        let stretch = zoom / self.zoom;
        stretch.max(1.0 / stretch) <= MOST_STRETCH && self.covers(sight_in_board)
    }

    /// Gives the labels of and around a part of the board their places, in points with the board's (0, 0)
    /// at (0, 0). Those far out of sight wait: close up, most of the board is.
    pub fn lay_out(
        &mut self,
        ctx: &Context,
        scene: &Scene,
        zoom: f32,
        area_in_board: Rect,
        bounds: &NameBounds,
        (look, texts, patience): (&BoardLook, Texts, &Patience),
        accents: &Accents,
    ) {
        self.reach_in_board = Some(area_in_board);
        self.zoom = zoom;
        let around = area_in_board.expand(MOST_REACH / zoom);
        let mut near: Vec<usize> = (0..scene.pieces.len())
            .filter(|&at| around.contains(position(&scene.pieces[at])))
            .collect();
        let asked = near.len().min(MOST_ASKED);
        if asked < near.len() {
            let urgency = |at: usize| urgency(&scene.pieces[at], accents);
            near.select_nth_unstable_by(asked, |&a, &b| urgency(b).total_cmp(&urgency(a)).then(a.cmp(&b)));
            near[..asked].sort_unstable();
        }
        let near_asked = &near[..asked];
        // Of a few, names stand where pictures have them, to the hair; of many, measuring them as well takes too long.
        let is_exact = everybody_has_a_name(scene);
        let wanted = NamesWanted {
            stamp: scene.stamp,
            zoom,
            reach_in_board: area_in_board,
            bounds: *bounds,
            look: *look,
            language: texts.language,
        };
        let known = self.search.known(&wanted);
        let stood = if is_exact {
            self.sides.clone()
        } else {
            HashMap::new()
        };
        let mut look_for = || {
            find_name_places(
                &ScreenLetters(ctx),
                scene,
                (near_asked, &near),
                zoom,
                (look, bounds),
                (texts, patience),
                |size, piece, lines| {
                    self.use_letters(size);
                    self.request(ctx, piece, lines, zoom, is_exact)
                },
            )
        };
        let mut found = match known {
            Some(known) => known,
            None => look_for(),
        };
        self.use_letters(found.size);
        if patience.was_short() && is_exact {
            self.search
                .ask(ctx, wanted, &found, scene, (near_asked, &near), texts, stood);
        }
        for (&at, side) in near.iter().zip(&found.sides) {
            match side {
                Some(side) => self.sides.insert(scene.pieces[at].actor, *side),
                None => self.sides.remove(&scene.pieces[at].actor),
            };
        }
        // Choosing or pointing moves no name, unless that piece would have none.
        let lacks =
            |(&at, side): (&usize, &Option<LabelSide>)| side.is_none() && accents.hold(&scene.pieces[at]);
        if near.iter().zip(&found.sides).any(lacks) {
            for ((&at, request), side) in near.iter().zip(&mut found.requests).zip(&found.sides) {
                let piece = &scene.pieces[at];
                request.previous = *side;
                request.priority = urgency(piece, accents);
                // Who points at a piece wants to know which it is.
                request.insists = accents.hovered_actor == Some(piece.actor);
            }
            found.place_again(patience);
        }
        if self.sides.len() > scene.pieces.len() {
            self.sides.retain(|actor, _| scene.piece_index(*actor).is_some());
        }
        self.zones = std::mem::take(&mut found.zones);
        self.placed.clear();
        let names = found.lines.iter().zip(&found.requests).zip(&found.sides);
        for (&at, ((lines, request), side)) in near.iter().zip(names) {
            let piece = &scene.pieces[at];
            let Some(side) = *side else { continue };
            let galley = self.galley(ctx, lines);
            let [left, top, right, bottom] = name_area(request, side);
            let area = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
            self.placed.push(Placed {
                piece: at,
                area: area.translate(-middle(piece, zoom)),
                galley,
                is_apart: side.is_apart(),
                is_whole: lines.split_whitespace().eq(piece.label.split_whitespace()),
            });
        }
        if self.galleys.len() > MANY_KEPT {
            let on_board = self.placed.iter().map(|placed| Arc::as_ptr(&placed.galley));
            let on_board: HashSet<*const Galley> = on_board.collect();
            self.galleys
                .retain(|_, galley| on_board.contains(&Arc::as_ptr(galley)));
        }
    }

    fn use_letters(&mut self, size: f32) {
        if size.to_bits() != self.font_size.to_bits() {
            self.font_size = size;
            self.galleys.clear();
        }
    }

    /// Takes in places that were found beside the interface. Says whether there are any.
    pub fn fetch(&mut self) -> bool {
        self.search.fetch()
    }

    /// Whether better places are being looked for.
    pub fn is_searching(&self) -> bool {
        self.search.is_searching()
    }

    fn request(
        &mut self,
        ctx: &Context,
        piece: &Piece,
        lines: &str,
        zoom: f32,
        is_exact: bool,
    ) -> LabelRequest {
        let extent = if is_exact {
            let letters = self.letters.get_or_insert_default();
            letters.extent(lines, self.font_size, NAME_WEIGHT)
        } else {
            let size = self.galley(ctx, lines).size();
            (size.x, size.y)
        };
        LabelRequest {
            priority: usual_urgency(piece),
            previous: self.sides.get(&piece.actor).copied(),
            ..name_request(piece, extent, zoom)
        }
    }

    fn galley(&mut self, ctx: &Context, lines: &str) -> Arc<Galley> {
        if let Some(galley) = self.galleys.get(lines) {
            return Arc::clone(galley);
        }
        let galley = lay_out(ctx, lines.to_owned(), self.font_size, NAME_WEIGHT, Align::Center);
        self.galleys.insert(lines.to_owned(), Arc::clone(&galley));
        galley
    }

    /// The labels of these pieces that reach into `sight`, both in points with the board's (0, 0) at (0, 0).
    pub fn shapes(
        &self,
        scene: &Scene,
        zoom: f32,
        sight: Rect,
        look: &BoardLook,
        pixels_per_point: f32,
        is_on_its_way: bool,
        is_asked_for: impl Fn(usize) -> bool,
    ) -> Vec<Shape> {
        let visible: Vec<(&Placed, Rect)> = self
            .placed
            .iter()
            .filter(|placed| is_asked_for(placed.piece))
            .map(|placed| (placed, placed.area(&scene.pieces[placed.piece], zoom)))
            .filter(|(_, area)| sight.intersects(*area))
            .collect();
        let halo: &[Vec2] = if is_on_its_way || visible.len() > MANY {
            &HALO[..4]
        } else {
            &HALO
        };
        let halo_width = halo_width(self.font_size).max(1.0 / pixels_per_point);
        let halo_tone = colour(look.palette.halo);
        let mut shapes = Vec::with_capacity(visible.len() * (halo.len() + 1));
        for (placed, area) in visible {
            let piece = &scene.pieces[placed.piece];
            if placed.is_apart {
                let name = [area.left(), area.top(), area.right(), area.bottom()];
                let width = leader_width(self.font_size);
                let line = name_leader(piece, name, zoom, width).map(|Xy { x, y }| pos2(x, y));
                let around = Stroke::new(width + 2.0 * halo_width, halo_tone);
                shapes.push(Shape::line_segment(line, around));
                shapes.push(Shape::line_segment(
                    line,
                    Stroke::new(width, colour(look.palette.ink_weak)),
                ));
            }
            let galley = &placed.galley;
            // Rows are centred on the galley's own zero.
            let pos = pos2(area.center().x - galley.rect.center().x, area.top());
            for offset in halo {
                shapes.push(Shape::galley(
                    pos + *offset * halo_width,
                    Arc::clone(galley),
                    halo_tone,
                ));
            }
            let ink = colour(name_tone(piece, look));
            shapes.push(Shape::galley(pos, Arc::clone(galley), ink));
        }
        shapes
    }

    /// Whether all of an actor's name is on the board.
    pub fn is_whole(&self, piece_index: usize) -> bool {
        self.of_piece(piece_index).is_some_and(|placed| placed.is_whole)
    }

    fn of_piece(&self, piece_index: usize) -> Option<&Placed> {
        let found = self
            .placed
            .binary_search_by_key(&piece_index, |placed| placed.piece);
        Some(&self.placed[found.ok()?])
    }

    /// Where an actor's label is, in points with the board's (0, 0) at (0, 0).
    pub fn area_of(&self, scene: &Scene, piece_index: usize, zoom: f32) -> Option<Rect> {
        let placed = self.of_piece(piece_index)?;
        Some(placed.area(&scene.pieces[piece_index], zoom))
    }

    /// Where names stand that reach into a part of the board, in points with the board's (0, 0) at (0, 0).
    pub fn areas_in<'a>(
        &'a self,
        scene: &'a Scene,
        zoom: f32,
        part: Rect,
    ) -> impl Iterator<Item = Rect> + 'a {
        let placed = self.placed.iter();
        let areas = placed.filter_map(move |one| Some(one.area(scene.pieces.get(one.piece)?, zoom)));
        areas.filter(move |area| area.intersects(part))
    }

    /// Where the names of zones stand.
    pub fn zones(&self) -> &ZoneSpots {
        &self.zones
    }

    /// Size of the letters of names.
    pub fn letters(&self) -> f32 {
        self.font_size
    }

    /// How many names have a place, in and around what is in sight.
    pub fn count(&self) -> usize {
        self.placed.len()
    }
}

/// Whose name comes first where there is not room for all, as long as nobody is chosen or pointed at.
pub fn usual_urgency(piece: &Piece) -> f32 {
    urgency(piece, &Accents::default())
}

/// Whose name comes first where there is not room for all.
fn urgency(piece: &Piece, accents: &Accents) -> f32 {
    let urgent = if accents.hovered_actor == Some(piece.actor) {
        2e6
    } else if accents.selected_actors.contains(&piece.actor) {
        1e6
    } else if piece.dimmed {
        -DIMMED
    } else {
        0.0
    };
    urgent + piece.importance
}
