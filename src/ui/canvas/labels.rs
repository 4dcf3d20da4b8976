//! Names of pieces on the screen.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Context, FontId, Galley, Pos2, Rect, Shape, Vec2, pos2, vec2};

use super::adapter::Accents;
use crate::model::ActorId;
use crate::scene::geometry::{RING, RING_WIDTH, Xy, issue_area};
use crate::scene::labels::{Area, LabelRequest, LabelSide, place, wrapped};
use crate::scene::marks::BoardLook;
use crate::scene::{Piece, Scene};
use crate::ui::widgets::colour;

/// Letters on the turn at zoom 1.
const SIZE: f32 = 13.5;
/// Space around a label that others keep free.
const MARGIN: Vec2 = vec2(3.0, 1.0);
/// A piece further away than this, in points, brings no name into sight.
const MOST_REACH: f32 = 420.0;
/// Of more pieces than this around the sight only the names of the most important ask for a place: there is
/// room for some hundreds, and laying out a name takes kilobytes.
const MOST_ASKED: usize = 2500;
/// More labels than this in sight get a simpler halo.
const MANY: usize = 220;

/// While the view comes nearer or goes further by no more than this, names go along without looking for a place.
const MOST_STRETCH: f32 = 1.15;

/// Above this, laid-out names that found no place are not kept.
const MANY_KEPT: usize = 1000;

#[derive(Default)]
pub struct Labels {
    galleys: HashMap<String, Arc<Galley>>,
    font_size: f32,
    /// Also of names that are out of sight now: back in sight they stand where they stood.
    sides: HashMap<ActorId, LabelSide>,
    /// In the order of the scene.
    placed: Vec<Placed>,
    /// The part of the board in which names have their places.
    reach_in_board: Option<Rect>,
    /// What the places are for.
    zoom: f32,
}

/// A name that found room.
struct Placed {
    /// Position in the scene.
    piece: usize,
    /// Around the middle of its piece: it goes where the piece goes until names get new places.
    area: Rect,
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
        zone_labels: &[Area],
        look: &BoardLook,
        accents: &Accents,
    ) {
        let size = font_size(zoom, look.text_scale);
        if size.to_bits() != self.font_size.to_bits() {
            self.font_size = size;
            self.galleys.clear();
        }
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
        let requests: Vec<LabelRequest> = near[..asked]
            .iter()
            .map(|&at| self.request(ctx, &scene.pieces[at], zoom, accents))
            .collect();
        let mut obstacles: Vec<Area> = near
            .iter()
            .map(|&at| body(&scene.pieces[at], zoom))
            .chain(
                scene
                    .issue
                    .iter()
                    .map(|issue| issue_area(issue).map(|side| side * zoom)),
            )
            .collect();
        obstacles.extend(board_edges(scene, zoom));
        obstacles.extend(zone_labels);
        let sides = place(&requests, &obstacles);
        if self.sides.len() > scene.pieces.len() {
            self.sides.retain(|actor, _| scene.piece_index(*actor).is_some());
        }
        self.placed.clear();
        for ((&at, request), side) in near.iter().zip(&requests).zip(sides) {
            let piece = &scene.pieces[at];
            let Some(side) = side else {
                self.sides.remove(&piece.actor);
                continue;
            };
            let [left, top, right, bottom] = request.area(side);
            let area = Rect::from_min_max(pos2(left, top), pos2(right, bottom));
            self.placed.push(Placed {
                piece: at,
                area: area.shrink2(MARGIN).translate(-middle(piece, zoom)),
            });
            self.sides.insert(piece.actor, side);
        }
        if self.galleys.len() > MANY_KEPT {
            let shown: HashSet<&str> = self
                .placed
                .iter()
                .map(|placed| &*scene.pieces[placed.piece].label)
                .collect();
            self.galleys.retain(|label, _| shown.contains(label.as_str()));
        }
    }

    fn request(&mut self, ctx: &Context, piece: &Piece, zoom: f32, accents: &Accents) -> LabelRequest {
        let galley = self.galley(ctx, &piece.label);
        let size = galley.size() + 2.0 * MARGIN;
        let radius = (piece.radius * zoom).max(2.5);
        let reach = if piece.ring.is_some() {
            RING + RING_WIDTH / 2.0
        } else {
            1.12
        };
        LabelRequest {
            centre: Xy::from(piece.pos) * zoom,
            // Room for the outline of a selected piece, so that choosing one never moves its name.
            clearance: radius * reach + 6.0,
            size: (size.x, size.y),
            priority: urgency(piece, accents),
            previous: self.sides.get(&piece.actor).copied(),
            // Who points at a piece wants to know which it is.
            insists: accents.hovered_actor == Some(piece.actor),
        }
    }

    fn galley(&mut self, ctx: &Context, label: &str) -> Arc<Galley> {
        if let Some(galley) = self.galleys.get(label) {
            return Arc::clone(galley);
        }
        let galley = lay_out_text(ctx, wrapped(label), self.font_size, 560.0);
        self.galleys.insert(label.to_owned(), Arc::clone(&galley));
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
        let visible: Vec<(usize, Rect)> = self
            .placed
            .iter()
            .filter(|placed| is_asked_for(placed.piece))
            .map(|placed| (placed.piece, placed.area(&scene.pieces[placed.piece], zoom)))
            .filter(|(_, area)| sight.intersects(*area))
            .collect();
        let halo: &[Vec2] = if is_on_its_way || visible.len() > MANY {
            &HALO[..4]
        } else {
            &HALO
        };
        let halo_width = (self.font_size * 0.13).max(1.0 / pixels_per_point);
        let halo_tone = colour(look.palette.halo);
        let mut shapes = Vec::with_capacity(visible.len() * (halo.len() + 1));
        for (at, area) in visible {
            let piece = &scene.pieces[at];
            let Some(galley) = self.galleys.get(&piece.label) else {
                continue;
            };
            let ink = if piece.dimmed {
                look.palette.ink_weak
            } else {
                look.palette.ink
            };
            // Rows are centred on the galley's own zero.
            let pos = pos2(area.left() - galley.rect.left(), area.top());
            for offset in halo {
                shapes.push(Shape::galley(
                    pos + *offset * halo_width,
                    Arc::clone(galley),
                    halo_tone,
                ));
            }
            shapes.push(Shape::galley(pos, Arc::clone(galley), colour(ink)));
        }
        shapes
    }

    /// Where an actor's label is, in points with the board's (0, 0) at (0, 0).
    pub fn area_of(&self, scene: &Scene, piece_index: usize, zoom: f32) -> Option<Rect> {
        let found = self
            .placed
            .binary_search_by_key(&piece_index, |placed| placed.piece)
            .ok()?;
        Some(self.placed[found].area(&scene.pieces[piece_index], zoom))
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

    /// How many names have a place, in and around what is in sight.
    pub fn count(&self) -> usize {
        self.placed.len()
    }
}

/// The four corners first: they do when there is no time for all eight.
const HALO: [Vec2; 8] = [
    vec2(-0.75, -0.75),
    vec2(0.75, -0.75),
    vec2(-0.75, 0.75),
    vec2(0.75, 0.75),
    vec2(-1.0, 0.0),
    vec2(1.0, 0.0),
    vec2(0.0, -1.0),
    vec2(0.0, 1.0),
];

/// Whose name comes first where there is not room for all.
fn urgency(piece: &Piece, accents: &Accents) -> f32 {
    let urgent = if accents.hovered_actor == Some(piece.actor) {
        2e6
    } else if accents.selected_actors.contains(&piece.actor) {
        1e6
    } else if piece.dimmed {
        -1e6
    } else {
        0.0
    };
    urgent + piece.importance
}

/// Letters grow slower than the board, and in whole steps.
pub fn font_size(zoom: f32, text_scale: f32) -> f32 {
    let growth = zoom.max(0.01).powf(0.45).clamp(0.85, 2.4);
    (SIZE * text_scale * growth).round().clamp(10.0, 64.0)
}

/// Centred text, coloured when it is drawn. Lines break only where the text says so.
pub fn lay_out_text(ctx: &Context, text: String, size: f32, weight: f32) -> Arc<Galley> {
    lay_out_job(ctx, text, size, weight, Align::Center, f32::INFINITY)
}

/// As [`lay_out_text`], from its left.
pub fn lay_out_left(ctx: &Context, text: String, size: f32, weight: f32) -> Arc<Galley> {
    lay_out_job(ctx, text, size, weight, Align::LEFT, f32::INFINITY)
}

/// As [`lay_out_text`], in lines of at most `width`.
pub fn lay_out_wrapped(ctx: &Context, text: String, size: f32, weight: f32, width: f32) -> Arc<Galley> {
    lay_out_job(ctx, text, size, weight, Align::Center, width.max(size))
}

fn lay_out_job(
    ctx: &Context,
    text: String,
    size: f32,
    weight: f32,
    halign: Align,
    width: f32,
) -> Arc<Galley> {
    let mut job = LayoutJob {
        halign,
        ..LayoutJob::default()
    };
    job.wrap.max_width = width;
    job.append(
        &text,
        0.0,
        TextFormat {
            font_id: FontId::proportional(size),
            color: Color32::PLACEHOLDER,
            coords: VariationCoords::new([(b"wght", weight)]),
            ..TextFormat::default()
        },
    );
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
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

/// What of a piece no other label may cover.
fn body(piece: &Piece, zoom: f32) -> Area {
    let centre = Xy::from(piece.pos) * zoom;
    let reach = (piece.radius * zoom).max(2.5) * if piece.ring.is_some() { 1.25 } else { 0.95 };
    [
        centre.x - reach,
        centre.y - reach,
        centre.x + reach,
        centre.y + reach,
    ]
}
