//! Shapes of the board that are drawn again as they are, moved or stretched, as long as nothing they show has changed.

use egui::emath::TSTransform;
use egui::{Painter, Rect, Shape, Vec2};

use super::CanvasCounts;
use super::adapter::{Accents, Adapter, BoardShapes, Lifted};
use super::labels::Labels;
use crate::model::Point;
use crate::scene::marks::BoardLook;
use crate::scene::{Scene, SceneStamp};
use crate::ui::ink::shift;

/// Shapes that are stretched or shrunk more than this are drawn anew.
const MOST_STRETCH: f32 = 1.15;

/// Shapes that can be drawn again as long as nothing they depend on changed.
pub(super) struct KeptShapes {
    pub stamp: SceneStamp,
    pub zoom: f32,
    pub pixels_per_point: f32,
    pub look: BoardLook,
    pub accents: Accents,
    /// Faint ties are in a picture of their own.
    pub has_picture: bool,
    /// The part of the board that was drawn; more than was in sight, so that panning needs no drawing.
    pub reach_in_board: Rect,
    /// What the shapes were drawn for; they may have been stretched since.
    pub drawn_zoom: f32,
    pub is_stretched: bool,
    /// Names have the places that they had for another zoom.
    pub names_went_along: bool,
    /// Where the shapes are now.
    pub origin: Vec2,
    pub resting: DrawnLayer,
    /// Where the pieces were when the resting ones were drawn.
    pub places: Vec<Point>,
    pub lifted: Lifted,
    /// What is under way, above what rests.
    pub moving: DrawnLayer,
}

#[derive(Default)]
pub(super) struct DrawnLayer {
    pub board: BoardShapes,
    pub labels: Vec<Shape>,
}

impl KeptShapes {
    pub fn layers(&self) -> [&DrawnLayer; 2] {
        [&self.resting, &self.moving]
    }

    /// Returns whether a piece moved that is drawn among those that rest.
    pub fn lift_what_moved(&mut self, scene: &Scene) -> bool {
        let mut pieces = self.lifted.pieces.clone();
        for (at, (place, piece)) in self.places.iter().zip(&scene.pieces).enumerate() {
            if *place != piece.pos {
                pieces.insert(at);
            }
        }
        let has_new = pieces.len() > self.lifted.pieces.len();
        if has_new {
            self.lifted = Lifted::new(scene, pieces);
        }
        has_new
    }

    pub fn draw_moving(
        &mut self,
        painter: &Painter,
        scene: &Scene,
        adapter: &mut Adapter,
        labels: &Labels,
        counts: &mut CanvasCounts,
    ) {
        counts.moving_builds += 1;
        let is_lifted = |at: usize| self.lifted.pieces.contains(&at);
        self.moving = DrawnLayer {
            board: adapter.lifted_shapes(scene, painter, self.zoom, self.reach_in_board, &self.lifted),
            labels: labels.shapes(
                scene,
                self.zoom,
                on_screen(self.reach_in_board, self.zoom),
                &self.look,
                self.pixels_per_point,
                self.names_went_along,
                is_lifted,
            ),
        };
        self.moving.shift(self.origin);
    }

    pub fn draw_names(&mut self, scene: &Scene, labels: &Labels) {
        self.resting.labels = labels.shapes(
            scene,
            self.zoom,
            on_screen(self.reach_in_board, self.zoom),
            &self.look,
            self.pixels_per_point,
            self.is_stretched,
            |_| true,
        );
        shift(&mut self.resting.labels, self.origin);
    }

    pub fn can_be_stretched_to(&self, zoom: f32) -> bool {
        let stretch = zoom / self.drawn_zoom;
        stretch.max(1.0 / stretch) <= MOST_STRETCH
    }

    /// A view on its way is drawn as it was, larger or smaller: every mark drawn anew costs several times that, and
    /// nobody sees the difference before the view rests. Letters keep their size.
    pub fn stretch_to(&mut self, zoom: f32, origin: Vec2, scene: &Scene, labels: &Labels) {
        let scaling = zoom / self.zoom;
        let transform = TSTransform::new(origin - self.origin * scaling, scaling);
        for shape in self
            .resting
            .board
            .ties
            .iter_mut()
            .chain(&mut self.resting.board.pieces)
        {
            match shape {
                Shape::Text(text) => {
                    let middle = text.galley.mesh_bounds.center().to_vec2();
                    text.pos = transform * (text.pos + middle) - middle;
                }
                shape => shape.transform(transform),
            }
        }
        (self.zoom, self.origin) = (zoom, origin);
        (self.is_stretched, self.names_went_along) = (true, true);
        self.draw_names(scene, labels);
    }

    /// Shifts all shapes. In place: last frame's copies are gone by now.
    pub fn move_to(&mut self, origin: Vec2) {
        let step = origin - self.origin;
        if step == Vec2::ZERO {
            return;
        }
        self.origin = origin;
        self.resting.shift(step);
        self.moving.shift(step);
    }
}

impl DrawnLayer {
    fn shift(&mut self, step: Vec2) {
        shift(&mut self.board.ties, step);
        shift(&mut self.board.pieces, step);
        shift(&mut self.labels, step);
    }
}

/// A part of the board in points with the board's (0, 0) at (0, 0).
pub(super) fn on_screen(area_in_board: Rect, zoom: f32) -> Rect {
    Rect::from_min_max(
        (area_in_board.min.to_vec2() * zoom).to_pos2(),
        (area_in_board.max.to_vec2() * zoom).to_pos2(),
    )
}
