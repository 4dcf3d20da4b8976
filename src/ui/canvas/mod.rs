//! The board on the screen.
//!
//! Input (`input` and what it calls) fills [`CanvasState::hovered`] and [`CanvasState::overlay`] and moves
//! the camera; drawing reads them. Nothing here changes the document.

mod access;
mod adapter;
mod background;
pub mod camera;
mod draw_hull;
mod draw_overlay;
mod drawing;
mod dropped;
mod experiment;
mod faint_ties;
mod frame_input;
pub mod geometry;
pub mod gesture;
pub mod hit;
pub mod input;
mod kept_shapes;
mod keyboard;
mod labels;
mod legend;
pub mod line_sample;
mod menu;
mod places;
mod question;
mod rename;
mod snap;
mod wheel;

use egui::{Pos2, Rect, Response, Sense, Ui};

use super::{FrameContext, Intents};
use crate::command::{self, DeskChange};
use crate::desk::CameraRequest;
use crate::lens::Camera;
use crate::model::{ActorId, RelationId};
use crate::scene::Scene;
use crate::scene::marks::BoardLook;
use crate::scene::typeface::in_sight_order;
use camera::Viewport;

/// What is under the pointer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Hovered {
    #[default]
    Nothing,
    Piece(ActorId),
    /// The outer part of a piece: a drag from here draws a relation.
    Rim(ActorId),
    Tie(RelationId),
    Issue,
}

impl Hovered {
    pub fn actor(self) -> Option<ActorId> {
        match self {
            Self::Piece(id) | Self::Rim(id) => Some(id),
            _ => None,
        }
    }

    pub fn relation(self) -> Option<RelationId> {
        match self {
            Self::Tie(id) => Some(id),
            _ => None,
        }
    }
}

/// A relation being drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LinkInProgress {
    pub from: ActorId,
    /// Where the pointer is, board units.
    pub to: Pos2,
    /// The piece it would end at.
    pub target: Option<ActorId>,
}

/// What a gesture under way shows above the board. All in board units.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Overlay {
    /// Box being drawn to select.
    pub selection_box: Option<Rect>,
    /// Loop being drawn to select.
    pub lasso: Vec<Pos2>,
    pub link: Option<LinkInProgress>,
    /// Lines along which the dragged pieces are aligned.
    pub guides: Vec<[Pos2; 2]>,
    /// Old places of what is being moved.
    pub ghosts: Vec<(ActorId, Pos2)>,
    /// The piece that has the keyboard.
    pub focused: Option<ActorId>,
}

/// How often something was done, for tests that count instead of measuring time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CanvasCounts {
    pub frames: u64,
    /// The graph was built anew from the scene.
    pub graph_builds: u64,
    /// Places were changed in the graph that was there.
    pub graph_patches: u64,
    /// Ties and pieces were turned into triangles.
    pub shape_builds: u64,
    /// What was drawn was stretched or shrunk to a view on its way.
    pub stretches: u64,
    /// Only what is under way was turned into triangles.
    pub moving_builds: u64,
    /// Labels were given their places.
    pub label_layouts: u64,
    /// Pictures of faint ties that came from the job.
    pub faint_pictures: u64,
}

/// What the board itself remembers between frames.
#[derive(Default)]
pub struct CanvasState {
    pub hovered: Hovered,
    pub overlay: Overlay,
    pub counts: CanvasCounts,
    /// Of the last frame; `None` before the first.
    pub viewport: Option<Viewport>,
    drawing: drawing::Drawing,
    /// Gesture, keys and menu under way.
    pub hand: input::Hand,
    legend: legend::KeptLegend,
    legend_corner: legend::Corner,
    /// Where the legend is, when there is one.
    legend_rect: Option<Rect>,
    /// Whether the legend was open in the last frame.
    had_legend: bool,
    /// The camera is where the desk asked it to go.
    has_moved_camera: bool,
    /// The view as it was when all of the board was last brought into sight.
    fitted: Option<Camera>,
}

impl CanvasState {
    /// How many names are on the board now.
    pub fn label_count(&self) -> usize {
        self.drawing.label_count()
    }

    /// Whether the board will be drawn better than it is now without anything more being done: the view has just
    /// moved, or a picture is still being painted.
    pub fn is_on_its_way(&self) -> bool {
        self.drawing.is_on_its_way()
    }

    /// Where the legend stands, when there is one.
    pub fn legend_rect(&self) -> Option<Rect> {
        self.legend_rect
    }

    /// How many outlines around groups are on the board now.
    pub fn hull_count(&self) -> usize {
        self.drawing.hull_count()
    }

    /// Whether the camera went where the desk asked it to go, since this was last asked.
    pub fn take_moved_camera(&mut self) -> bool {
        std::mem::take(&mut self.has_moved_camera)
    }

    /// Where the name of an actor stands on the screen; `None` when there was no room for it.
    pub fn label_rect(&self, scene: &Scene, actor: ActorId) -> Option<Rect> {
        self.drawing.label_rect(scene, actor, &self.viewport?)
    }
}

/// Draws the board in the rest of `ui` and turns input into intents.
pub fn canvas_ui(ui: &mut Ui, context: &FrameContext<'_>, canvas: &mut CanvasState, out: &mut Intents) {
    let text_scale = text_scale(context.desk.hall_mode, ui.available_size());
    let look = BoardLook::new(context.scene, *context.palette, context.theme, text_scale);
    question::question_ui(ui, context.scene, &look, context.desk.hall_mode);
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let mut viewport = Viewport {
        rect,
        camera: context.lens.camera,
        pixels_per_point: ui.pixels_per_point(),
    };
    let (scene, is_open) = (context.scene, context.desk.legend_is_open);
    let mut request = context.desk.camera_request;
    let is_resized = canvas
        .viewport
        .is_some_and(|before| before.rect.size() != rect.size());
    let is_legend_turned = std::mem::replace(&mut canvas.had_legend, is_open) != is_open;
    if (is_resized || is_legend_turned) && canvas.fitted == Some(context.lens.camera) {
        // What was all in sight stays all in sight in a larger or smaller window, and beside the legend.
        request.get_or_insert(CameraRequest::Fit);
    }
    let legend = canvas
        .legend
        .laid_out(ui.ctx(), scene, is_open, rect, &look, context.texts);
    canvas.has_moved_camera = true;
    if let Some(request) = request {
        if request == CameraRequest::Fit {
            // Where it stood in a window that was smaller a moment ago says nothing about this one.
            canvas.legend_corner = legend::Corner::default();
        }
        let free = legend
            .as_ref()
            .map_or(rect, |legend| legend.free_view(canvas.legend_corner, rect));
        viewport.camera = camera::requested(request, &viewport, free, scene, context.selection());
        canvas.fitted = (request == CameraRequest::Fit).then_some(viewport.camera);
        if request == CameraRequest::Fit && viewport.camera != context.lens.camera {
            canvas.drawing.forget_places();
        }
    }
    input::hand_ui(ui, &response, context, canvas, &mut viewport, out);
    dropped::dropped_ui(ui, &response, context, &viewport, out);
    let what_if = experiment::followed(context, canvas.hovered, &canvas.overlay);
    if let Some(what_if) = what_if.filter(|_| what_if != context.lens.what_if) {
        out.push(command::Look::Try(what_if));
    }
    if viewport.camera != context.lens.camera {
        out.push(command::Look::Camera(viewport.camera));
    }
    canvas.viewport = Some(viewport);
    canvas.counts.frames += 1;
    let legend = legend.map(|legend| {
        let rect = legend.place(ui, &viewport, scene, &mut canvas.legend_corner);
        (legend, rect)
    });
    canvas.legend_rect = legend.as_ref().map(|(_, rect)| *rect);
    canvas
        .drawing
        .keep_names_clear_of(legend.as_ref().map(|(_, rect)| *rect));
    canvas.drawing.draw(
        &ui.painter_at(rect),
        context,
        &viewport,
        if what_if.is_some() {
            // Lighting the neighbours of what is under the pointer would hide what the experiment shows.
            Hovered::Nothing
        } else {
            canvas.hovered
        },
        &canvas.overlay,
        look,
        |painter| experiment::veil_ui(painter, context, &viewport, what_if, &look),
        &mut canvas.counts,
    );
    experiment::experiment_ui(&ui.painter_at(rect), context, &viewport, what_if, &look);
    access::access_ui(ui, &response, context, &mut canvas.hand, &viewport, out);
    if let Some((legend, rect)) = legend
        && legend::legend_ui(ui, &viewport, scene, legend, rect, &look, context.texts)
    {
        out.push(DeskChange::ToggleLegend);
    }
    whole_name_ui(&response, scene, canvas);
    rename::rename_ui(ui, &response, context, &mut canvas.hand, &viewport, out);
    menu::menu_ui(ui, &response, context, &mut canvas.hand.menu, out);
}

/// Who points at a piece of which not all of the name is on the board reads the whole.
fn whole_name_ui(response: &Response, scene: &Scene, canvas: &CanvasState) {
    let Some(actor) = canvas.hovered.actor() else {
        return;
    };
    let piece = scene.piece(actor);
    if let Some(piece) = piece.filter(|_| !canvas.drawing.has_whole_name(scene, actor)) {
        let name = in_sight_order(&piece.label).into_owned();
        response.clone().on_hover_text_at_pointer(name);
    }
}

/// In the hall the letters follow the size of the screen: legible from the back row.
fn text_scale(is_hall: bool, size: egui::Vec2) -> f32 {
    if is_hall {
        (size.y / 800.0).clamp(1.0, 3.0) * 1.3
    } else {
        1.0
    }
}
