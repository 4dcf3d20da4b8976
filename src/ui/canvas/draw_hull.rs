//! Outlines around groups: behind the ties, with the name of the group on its edge.

use std::sync::Arc;

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Context, Galley, Painter, Rect, Shape, Stroke, StrokeKind, Vec2, pos2, vec2};

use super::camera::Viewport;
use super::geometry;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::marks::{BoardLook, draw_line, hull_fill};
use crate::scene::{Hull, Palette, Scene, SceneStamp, ink_on, mix};
use crate::ui::ink::ScreenPen;
use crate::ui::widgets::colour;

/// Width of the line around a group.
const WIDTH: f32 = 2.0;
/// Places along the edge that are tried for the name.
const TRIED: usize = 48;

/// Shapes that can be drawn again until something changes, in points with the board's (0, 0) at (0, 0).
#[derive(Default)]
pub struct Hulls {
    outlines: Option<(From, Vec<Shape>)>,
    names: Option<(From, BoardInSight, Vec<HullName>)>,
    /// What lies over the board on the screen: a name under it cannot be read.
    pub covered: Option<Rect>,
}

/// The part of the board in sight, and the part of that which is covered.
type BoardInSight = (Rect, Option<Rect>);

/// What the shapes depend on.
#[derive(Clone, Copy)]
struct From {
    stamp: SceneStamp,
    zoom: f32,
    pixels_per_point: f32,
    look: BoardLook,
}

impl From {
    fn new(scene: &Scene, viewport: &Viewport, look: &BoardLook) -> Self {
        Self {
            stamp: scene.stamp,
            zoom: viewport.zoom(),
            pixels_per_point: viewport.pixels_per_point,
            look: *look,
        }
    }

    fn is_same(&self, other: &Self) -> bool {
        self.stamp.is_same_state(other.stamp)
            && self.zoom.to_bits() == other.zoom.to_bits()
            && self.pixels_per_point.to_bits() == other.pixels_per_point.to_bits()
            && self.look == other.look
    }
}

struct HullName {
    galley: Arc<Galley>,
    pill: Rect,
    fill: Color32,
    ink: Color32,
}

impl Hulls {
    pub fn forget(&mut self) {
        (self.outlines, self.names) = (None, None);
    }

    pub fn count(&self) -> usize {
        self.names.as_ref().map_or(0, |(_, _, names)| names.len())
    }

    pub fn outlines_ui(&mut self, painter: &Painter, scene: &Scene, viewport: &Viewport, look: &BoardLook) {
        if scene.hulls.is_empty() {
            self.forget();
            return;
        }
        let from = From::new(scene, viewport, look);
        if self
            .outlines
            .as_ref()
            .is_none_or(|(kept, _)| !kept.is_same(&from))
        {
            let shapes = |hull: &Hull| outline(hull, look, from.zoom, painter.ctx());
            self.outlines = Some((from, scene.hulls.iter().flat_map(shapes).collect()));
        }
        let origin = viewport.origin().to_vec2();
        for shape in self.outlines.iter().flat_map(|(_, shapes)| shapes) {
            let mut shape = shape.clone();
            shape.translate(origin);
            painter.add(shape);
        }
    }

    /// The name of every group on its edge, where it hides the least of `labels`: the names of the pieces.
    pub fn names_ui(
        &mut self,
        painter: &Painter,
        scene: &Scene,
        viewport: &Viewport,
        look: &BoardLook,
        labels: impl Fn(usize) -> Option<Rect>,
    ) {
        if scene.hulls.is_empty() {
            return;
        }
        let origin = viewport.origin().to_vec2();
        let covered = self.covered.map(|rect| rect.translate(-origin));
        let (from, sight) = (
            From::new(scene, viewport, look),
            (viewport.visible_in_board(), covered),
        );
        let can_stay =
            |(kept, seen, _): &(From, BoardInSight, Vec<HullName>)| kept.is_same(&from) && *seen == sight;
        if !self.names.as_ref().is_some_and(can_stay) {
            let names = names(painter, scene, viewport, look, covered, labels);
            self.names = Some((from, sight, names));
        }
        for name in self.names.iter().flat_map(|(_, _, names)| names) {
            let pill = name.pill.translate(origin);
            let edge = Stroke::new(1.5, colour(look.palette.board));
            painter.rect(pill, pill.height() / 2.0, name.fill, edge, StrokeKind::Outside);
            let at = pill.center() - name.galley.size() / 2.0;
            painter.galley(at, Arc::clone(&name.galley), name.ink);
        }
    }
}

fn outline(hull: &Hull, look: &BoardLook, zoom: f32, ctx: &Context) -> Vec<Shape> {
    let on_screen = |at: &[f32; 2]| pos2(at[0] * zoom, at[1] * zoom);
    let ink = hull_fill(hull.colour, look);
    let tone = colour(ink.tone).gamma_multiply(ink.strength);
    let mut fill = Mesh::default();
    for part in &hull.fill {
        let base = fill.vertices.len() as u32;
        fill.vertices.extend(part.iter().map(|at| Vertex {
            pos: on_screen(at),
            uv: WHITE_UV,
            color: tone,
        }));
        for at in 1..part.len().saturating_sub(1) as u32 {
            fill.indices.extend([base, base + at, base + at + 1]);
        }
    }
    let mut edge = ScreenPen::new(ctx);
    for ring in &hull.rings {
        let mut points: Vec<Xy> = ring.iter().map(|&[x, y]| Xy::new(x * zoom, y * zoom)).collect();
        points.extend(points.first().copied());
        let scale = look.text_scale;
        draw_line(&mut edge, &points, hull.line, WIDTH * scale, hull.colour, scale);
    }
    let mut shapes = vec![Shape::mesh(fill)];
    shapes.append(&mut edge.into_shapes());
    shapes
}

fn names(
    painter: &Painter,
    scene: &Scene,
    viewport: &Viewport,
    look: &BoardLook,
    covered: Option<Rect>,
    labels: impl Fn(usize) -> Option<Rect>,
) -> Vec<HullName> {
    let zoom = viewport.zoom();
    let on_screen = |rect: Rect| {
        Rect::from_min_max(
            (rect.min.to_vec2() * zoom).to_pos2(),
            (rect.max.to_vec2() * zoom).to_pos2(),
        )
    };
    let pieces = scene
        .pieces
        .iter()
        .map(|piece| on_screen(geometry::piece_rect(piece)));
    let mut room = NameRoom {
        pieces: pieces.collect(),
        names: (0..scene.pieces.len()).filter_map(labels).collect(),
        sight: on_screen(viewport.visible_in_board()).shrink(6.0),
        covered,
    };
    let mut names = Vec::with_capacity(scene.hulls.len());
    for hull in &scene.hulls {
        let size = (13.0 * look.text_scale).round();
        let galley = super::labels::lay_out_left(painter.ctx(), hull.label.clone(), size, 640.0);
        let pill = galley.size() + vec2(size * 1.1, size * 0.4);
        let cost = |(rect, cost): &(Rect, f32)| cost + room.cost(*rect);
        let best = spots(hull, zoom, pill).min_by(|a, b| {
            let dearer = cost(a).total_cmp(&cost(b));
            dearer.then(a.0.top().total_cmp(&b.0.top()))
        });
        let Some((pill, _)) = best else { continue };
        room.names.push(pill.expand(4.0));
        let fill = solid(hull.colour, &look.palette);
        names.push(HullName {
            galley,
            pill,
            fill: colour(fill),
            ink: colour(ink_on(fill)),
        });
    }
    names
}

/// What the name of a group should keep clear of. All in the same points.
struct NameRoom {
    pieces: Vec<Rect>,
    /// Of pieces and of other groups.
    names: Vec<Rect>,
    sight: Rect,
    /// Whatever lies over the board.
    covered: Option<Rect>,
}

impl NameRoom {
    /// The less, the better a place for a name; what cannot be read itself is worst.
    fn cost(&self, name: Rect) -> f32 {
        let hides = |others: &[Rect]| -> f32 {
            let hidden = others.iter().map(|other| area(name.intersect(*other)));
            hidden.sum()
        };
        let out_of_sight = area(name) - area(name.intersect(self.sight));
        let hidden = self.covered.map_or(0.0, |other| area(name.intersect(other)));
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
        .find(|&fill| crate::scene::contrast(fill, ink_on(fill)) >= 4.5)
        .unwrap_or(palette.ink)
}

/// Places for a name of this size, with what each costs before anything is hidden: on the edge or just
/// outside it, and where that is full, inside.
fn spots(hull: &Hull, zoom: f32, name: Vec2) -> impl Iterator<Item = (Rect, f32)> {
    let longest = hull.rings.iter().max_by_key(|ring| ring.len());
    let ring = longest.map_or(&[] as &[[f32; 2]], Vec::as_slice);
    let step = (ring.len() / TRIED).max(1);
    let edge = move || {
        let tried = ring.iter().step_by(step);
        tried.map(move |at| pos2(at[0] * zoom, at[1] * zoom))
    };
    let middle = Rect::from_points(&edge().collect::<Vec<_>>()).center();
    [(0.0, 0.0), (1.0, 0.0), (-1.0, 0.04)]
        .into_iter()
        .flat_map(move |(side, cost)| {
            edge().map(move |at| {
                let away = (at - middle).normalized() * side;
                let clear = (name / 2.0 + Vec2::splat(WIDTH + 2.0)) * away;
                (Rect::from_center_size(at + clear, name), cost * name.x * name.y)
            })
        })
}

fn area(rect: Rect) -> f32 {
    rect.width().max(0.0) * rect.height().max(0.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::{ThemeKind, contrast};

    #[test]
    fn a_name_hides_another_sooner_than_it_goes_under_the_legend_or_out_of_sight() {
        let at = |x: f32| Rect::from_min_size(pos2(x, 0.0), vec2(50.0, 20.0));
        let room = NameRoom {
            pieces: vec![at(300.0)],
            names: vec![at(100.0)],
            sight: Rect::from_min_max(pos2(0.0, 0.0), pos2(400.0, 300.0)),
            covered: Some(at(200.0)),
        };
        assert_eq!(room.cost(at(0.0)), 0.0);
        assert!(room.cost(at(100.0)) > 0.0);
        assert!(room.cost(at(300.0)) > room.cost(at(100.0)), "a piece");
        assert!(room.cost(at(200.0)) > room.cost(at(300.0)), "the legend");
        assert!(room.cost(at(390.0)) > room.cost(at(300.0)), "out of sight");
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
