//! From board to screen and back: what part of the board is in sight.

use egui::{Pos2, Rect, Vec2, pos2, vec2};

use crate::desk::CameraRequest;
use crate::edit::Selection;
use crate::lens::Camera;
use crate::scene::Scene;
use crate::scene::geometry::{Xy, tie_curve};

/// Tens of thousands of pieces, arranged, are in sight as a whole.
pub const MIN_ZOOM: f32 = 0.004;
pub const MAX_ZOOM: f32 = 8.0;
/// Fitting what is selected never exceeds this: one actor alone should not fill the screen.
const MAX_FIT_ZOOM: f32 = 1.6;
/// Nor does fitting a board: on a very small one pieces would be larger than their names.
pub const MAX_BOARD_ZOOM: f32 = 4.0;
/// Space around what is selected and fitted, in points.
const FIT_MARGIN: f32 = 36.0;

/// The view of one frame: where the board is on the screen.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Viewport {
    /// The view on the screen, in points.
    pub rect: Rect,
    pub camera: Camera,
    pub pixels_per_point: f32,
}

impl Viewport {
    /// Screen points per board unit.
    pub fn zoom(&self) -> f32 {
        self.camera.zoom
    }

    /// Where (0, 0) of the board is on the screen. On whole pixels, so that text stays sharp and what was
    /// drawn for one place can be shifted to another.
    pub fn origin(&self) -> Pos2 {
        let (x, y) = self.camera.centre;
        let origin = self.rect.center() - vec2(x, y) * self.camera.zoom;
        let snap = |value: f32| (value * self.pixels_per_point).round() / self.pixels_per_point;
        pos2(snap(origin.x), snap(origin.y))
    }

    pub fn screen_from_board(&self, pos_in_board: Pos2) -> Pos2 {
        self.origin() + pos_in_board.to_vec2() * self.camera.zoom
    }

    pub fn board_from_screen(&self, pos_on_screen: Pos2) -> Pos2 {
        ((pos_on_screen - self.origin()) / self.camera.zoom).to_pos2()
    }

    /// As [`Self::board_from_screen`], in the type of the document.
    pub fn point_from_screen(&self, pos_on_screen: Pos2) -> crate::model::Point {
        let pos = self.board_from_screen(pos_on_screen);
        crate::model::Point::new(f64::from(pos.x), f64::from(pos.y))
    }

    pub fn screen_from_point(&self, point: crate::model::Point) -> Pos2 {
        self.screen_from_board(pos2(point.x as f32, point.y as f32))
    }

    pub fn screen_from_xy(&self, at: Xy) -> Pos2 {
        self.screen_from_board(pos2(at.x, at.y))
    }

    /// The part of the board in sight, in board units.
    pub fn visible_in_board(&self) -> Rect {
        Rect::from_min_max(
            self.board_from_screen(self.rect.min),
            self.board_from_screen(self.rect.max),
        )
    }
}

/// The camera after zooming by `factor` so that what is under `pos_on_screen` stays there.
pub fn zoomed_about(viewport: &Viewport, pos_on_screen: Pos2, factor: f32) -> Camera {
    let zoom = (viewport.camera.zoom * factor).clamp(MIN_ZOOM, MAX_ZOOM);
    let fixed = viewport.board_from_screen(pos_on_screen);
    let centre = fixed - (pos_on_screen - viewport.rect.center()) / zoom;
    Camera {
        centre: (centre.x, centre.y),
        zoom,
    }
}

/// The camera after the board was pulled along by this many screen points.
pub fn panned(camera: Camera, delta_on_screen: Vec2) -> Camera {
    let (x, y) = camera.centre;
    Camera {
        centre: (
            x - delta_on_screen.x / camera.zoom,
            y - delta_on_screen.y / camera.zoom,
        ),
        zoom: camera.zoom,
    }
}

/// The camera that shows all of `bounds_in_board` inside `rect`.
pub fn fitted(rect: Rect, bounds_in_board: Rect, max_zoom: f32) -> Camera {
    let room = (rect.size() - Vec2::splat(2.0 * FIT_MARGIN)).max(Vec2::splat(40.0));
    let zoom = (room.x / bounds_in_board.width().max(1.0))
        .min(room.y / bounds_in_board.height().max(1.0))
        .clamp(MIN_ZOOM, max_zoom);
    let centre = bounds_in_board.center();
    Camera {
        centre: (centre.x, centre.y),
        zoom,
    }
}

/// As [`fitted`], in a part of the view.
fn fitted_beside(view: Rect, free: Rect, bounds_in_board: Rect) -> Camera {
    let camera = fitted(free, bounds_in_board, MAX_FIT_ZOOM);
    panned(camera, free.center() - view.center())
}

/// The camera with the board's (0, 0) at this place of the view.
pub fn with_origin(rect: Rect, origin: Pos2, zoom: f32) -> Camera {
    let centre = (rect.center() - origin) / zoom;
    Camera {
        centre: (centre.x, centre.y),
        zoom,
    }
}

/// Where the camera goes on request; the scene and selection say where that is. What is selected goes into
/// `free`, the part of the view that nothing covers; all of the board goes where there is `room` for it.
pub fn requested(
    request: CameraRequest,
    viewport: &Viewport,
    (free, room): (Rect, Camera),
    scene: &Scene,
    selection: &Selection,
) -> Camera {
    match request {
        CameraRequest::Fit => room,
        CameraRequest::FitSelection => match selected(scene, selection) {
            Some(bounds) => fitted_beside(viewport.rect, free, bounds.expand(40.0)),
            None => viewport.camera,
        },
        CameraRequest::RevealSelection => match selected(scene, selection) {
            Some(bounds) if !viewport.visible_in_board().contains_rect(bounds) => {
                let centre = bounds.center();
                Camera {
                    centre: (centre.x, centre.y),
                    zoom: viewport
                        .camera
                        .zoom
                        .min(fitted(viewport.rect, bounds, MAX_ZOOM).zoom),
                }
            }
            _ => viewport.camera,
        },
        CameraRequest::ZoomBy(factor) => zoomed_about(viewport, viewport.rect.center(), factor),
    }
}

fn selected(scene: &Scene, selection: &Selection) -> Option<Rect> {
    let pieces = selection
        .actors
        .iter()
        .filter_map(|&id| scene.piece(id))
        .map(|piece| {
            Rect::from_center_size(
                pos2(piece.pos.x as f32, piece.pos.y as f32),
                Vec2::splat(piece.radius * 3.2),
            )
        });
    let ties = scene
        .ties
        .iter()
        .filter(|tie| selection.relations.contains(&tie.relation))
        .filter_map(|tie| tie_curve(scene, tie))
        .map(|curve| {
            let [left, top, right, bottom] = curve.bounds();
            Rect::from_min_max(pos2(left, top), pos2(right, bottom))
        });
    pieces.chain(ties).reduce(Rect::union)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewport(centre: (f32, f32), zoom: f32) -> Viewport {
        Viewport {
            rect: Rect::from_min_size(pos2(200.0, 40.0), vec2(900.0, 600.0)),
            camera: Camera { centre, zoom },
            pixels_per_point: 1.5,
        }
    }

    #[test]
    fn there_and_back_is_the_same_place() {
        let view = viewport((13.0, -77.0), 0.7);
        let at = pos2(123.0, 456.0);
        let back = view.board_from_screen(view.screen_from_board(at));
        assert!((back - at).length() < 1e-3);
    }

    #[test]
    fn zooming_keeps_what_is_under_the_pointer() {
        let view = viewport((13.0, -77.0), 0.7);
        let pointer = pos2(350.0, 500.0);
        let before = view.board_from_screen(pointer);
        let after = Viewport {
            camera: zoomed_about(&view, pointer, 1.9),
            ..view
        };
        assert!((after.board_from_screen(pointer) - before).length() < 1.0);
    }

    #[test]
    fn fitting_shows_all_of_it() {
        let view = viewport((0.0, 0.0), 1.0);
        let bounds = Rect::from_min_max(pos2(-4000.0, 100.0), pos2(3000.0, 900.0));
        let after = Viewport {
            camera: fitted(view.rect, bounds, MAX_FIT_ZOOM),
            ..view
        };
        assert!(after.visible_in_board().contains_rect(bounds));
    }

    #[test]
    fn fitting_beside_the_legend_keeps_out_of_it() {
        let view = viewport((0.0, 0.0), 1.0);
        let free = view.rect.with_min_x(view.rect.left() + 250.0);
        let bounds = Rect::from_min_max(pos2(-400.0, -100.0), pos2(300.0, 500.0));
        let after = Viewport {
            camera: fitted_beside(view.rect, free, bounds),
            ..view
        };
        let on_screen = Rect::from_min_max(
            after.screen_from_board(bounds.min),
            after.screen_from_board(bounds.max),
        );
        assert!(free.contains_rect(on_screen), "{on_screen:?}");
    }

    #[test]
    fn the_board_lies_on_whole_pixels() {
        let origin = viewport((13.37, -77.7), 0.713).origin();
        for value in [origin.x, origin.y] {
            let pixels = value * 1.5;
            assert!((pixels - pixels.round()).abs() < 1e-3);
        }
    }
}
