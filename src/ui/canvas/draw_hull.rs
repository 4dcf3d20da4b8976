//! Outlines around groups and their names, kept as long as they can be drawn again.

use egui::{Context, Painter, Rect, Shape};

use super::camera::Viewport;
use super::geometry::area_of;
use crate::scene::marks::{BoardLook, NameRoom, draw_hull, draw_hull_name, hull_names};
use crate::scene::{Scene, SceneStamp};
use crate::ui::ink::{ScreenLetters, ScreenPen, shift};

/// Shapes that can be drawn again until something changes, in points with the board's (0, 0) at (0, 0).
#[derive(Default)]
pub struct Hulls {
    outlines: Option<(From, Vec<Shape>)>,
    names: Option<(From, BoardInSight, HullNames)>,
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

impl Hulls {
    pub fn forget(&mut self) {
        (self.outlines, self.names) = (None, None);
    }

    pub fn count(&self) -> usize {
        self.names.as_ref().map_or(0, |(_, _, names)| names.count)
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
            let mut pen = ScreenPen::new(painter.ctx());
            for hull in &scene.hulls {
                draw_hull(&mut pen, hull, look, from.zoom);
            }
            self.outlines = Some((from, pen.into_shapes()));
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
            |(kept, seen, _): &(From, BoardInSight, HullNames)| kept.is_same(&from) && *seen == sight;
        if !self.names.as_ref().is_some_and(can_stay) {
            let taken = (0..scene.pieces.len()).filter_map(labels).map(area_of).collect();
            let zoom = viewport.zoom();
            let seen = area_of(sight.0).map(|side| side * zoom);
            let room = NameRoom::new(scene, zoom, taken, seen, covered.map(area_of));
            self.names = Some((
                from,
                sight,
                HullNames::new(painter.ctx(), scene, look, zoom, room),
            ));
        }
        if let Some((_, _, names)) = &self.names {
            let mut shapes = names.shapes.clone();
            shift(&mut shapes, origin);
            painter.extend(shapes);
        }
    }
}

impl Hulls {
    /// Whether the name of a group reaches there, in points with the board's (0, 0) at (0, 0).
    pub fn has_name_in(&self, part: Rect) -> bool {
        let names = self.names.iter();
        let mut shapes = names.flat_map(|(_, _, names)| &names.shapes);
        shapes.any(|shape| shape.visual_bounding_rect().intersects(part))
    }
}

/// The names of all groups.
struct HullNames {
    count: usize,
    shapes: Vec<Shape>,
}

impl HullNames {
    fn new(ctx: &Context, scene: &Scene, look: &BoardLook, zoom: f32, room: NameRoom) -> Self {
        let names = hull_names(&ScreenLetters(ctx), scene, look, zoom, room);
        let mut pen = ScreenPen::new(ctx);
        for name in &names {
            draw_hull_name(&mut pen, scene, name, look);
        }
        Self {
            count: names.len(),
            shapes: pen.into_shapes(),
        }
    }
}
