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
mod name_search;
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
use crate::scene::labels::{Area, Patience};
use crate::scene::marks::{
    BoardLook, BoardRoom, IssueCard, LegendWish, RoomWish, figure_area, zone_name_areas,
};
use crate::scene::typeface::in_sight_order;
use crate::scene::{Caption, LegendEntry, LegendSection, LegendSymbol, LegendTopic, Scene, legible_line};
use crate::ui::ink::ScreenLetters;
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
    /// The legend looked where it hides the fewest pieces.
    pub legend_choices: u64,
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
    /// Where the legend is, when there is one.
    legend_rect: Option<Rect>,
    /// Whether the legend was open in the last frame, and whether that was in the hall.
    had_legend: bool,
    had_hall: bool,
    /// The camera is where the desk asked it to go.
    has_moved_camera: bool,
    /// The view as it was when all of the board was last brought into sight, and what of the board was seen then.
    fitted: Option<(Camera, Rect)>,
    /// What of the board was under the legend then.
    covered: Option<Rect>,
    /// Size of the letters of question and legend, in points; `None` for what is not there.
    letters: (Option<f32>, Option<f32>),
    /// The card with the question, in points with the board's (0, 0) at (0, 0), and the size of its letters.
    card: Option<(Rect, f32)>,
    /// The line above the board.
    line: Option<Rect>,
    /// How the board was drawn last.
    look: Option<BoardLook>,
    /// What notices have of the room of the board, in this frame and in the last.
    taken: f32,
    was_taken: f32,
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

    /// Whether any piece is in the part of the board that was in sight last.
    pub fn has_piece_in_sight(&self, scene: &Scene) -> bool {
        let Some(viewport) = &self.viewport else {
            return false;
        };
        let sight = viewport.visible_in_board();
        let mut pieces = scene.pieces.iter();
        pieces.any(|piece| geometry::piece_rect(piece).intersects(sight))
    }

    /// Whether nothing of the board was there in the last frame: no piece, no name, no legend and no card.
    pub fn is_free(&self, ctx: &egui::Context, context: &FrameContext<'_>, rect: Rect) -> bool {
        let (Some(viewport), Some(look), scene) = (&self.viewport, &self.look, context.scene) else {
            return false;
        };
        let around = rect.expand(APART);
        let (zoom, origin) = (viewport.zoom(), viewport.origin().to_vec2());
        let is_there = |area: Area| geometry::rect_of(area).translate(origin).intersects(around);
        let card = self.card().map(|(card, _)| card);
        let laid_over = [self.legend_rect, card].into_iter().flatten();
        let mut pieces = scene.pieces.iter();
        let zones = || {
            let zones = self.drawing.zones();
            zone_name_areas(&ScreenLetters(ctx), scene, zoom, (look, context.texts), zones)
        };
        !laid_over.into_iter().any(|rect| rect.intersects(around))
            && !pieces.any(|piece| is_there(figure_area(piece, zoom)))
            && !self.drawing.has_name_in(scene, zoom, around.translate(-origin))
            && !zones().into_iter().any(is_there)
    }

    /// The line above the board, where something is said.
    pub fn line(&self) -> Option<Rect> {
        self.line
    }

    /// In this frame notices have so much of the window that was the board's, in points.
    pub fn leave_room(&mut self, height: f32) {
        self.taken = height;
    }

    /// Whether better places for names are being looked for beside the interface.
    pub fn is_placing_names(&self) -> bool {
        self.drawing.is_placing_names()
    }

    /// Where the legend stands, when there is one.
    pub fn legend_rect(&self) -> Option<Rect> {
        self.legend_rect
    }

    /// Where the card with the question is on the screen, and the size of its letters in points.
    pub fn card(&self) -> Option<(Rect, f32)> {
        let origin = self.viewport?.origin().to_vec2();
        self.card.map(|(area, letters)| (area.translate(origin), letters))
    }

    /// The card with the question, in board units.
    fn card_in_board(&self) -> Option<Rect> {
        let zoom = self.viewport?.zoom();
        self.card.map(|(area, _)| area / zoom)
    }

    /// Size of the letters of names, of the question and of the legend, in points; `None` for what is not there.
    pub fn letters(&self) -> (f32, Option<f32>, Option<f32>) {
        let (question, legend) = self.letters;
        (self.drawing.letters(), question, legend)
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

/// What lies over the board keeps so far from what is on it, in points.
const APART: f32 = 4.0;
/// Around the board when all of it is in sight, in points.
const MARGIN: f32 = 10.0;
/// So many places are looked at for legend and names in one frame: more of them would be waited for.
const MOST_PLACES: usize = 90_000;
/// In the hall the board has next to all of the screen: of its width or of its height at least this.
const MARGIN_IN_HALL: f32 = 2.5;
const LEAST_IN_HALL: f32 = 0.951;

/// Draws the board in the rest of `ui` and turns input into intents.
pub fn canvas_ui(ui: &mut Ui, context: &FrameContext<'_>, canvas: &mut CanvasState, out: &mut Intents) {
    let (scene, whole) = (context.scene, ui.available_size());
    let patience = Patience::of(MOST_PLACES);
    let is_hall = context.desk.hall_mode;
    let (palette, theme) = (*context.palette, context.theme);
    let look = if is_hall {
        BoardLook::in_hall(scene, palette, theme, whole.into(), ui.ctx().zoom_factor())
    } else {
        BoardLook::new(scene, palette, theme, 1.0)
    };
    let least_zoom = is_hall.then(|| least_zoom(scene, whole));
    let is_enough = |height: f32| {
        let [left, top, right, bottom] = scene.whole();
        let room = (whole.x - 2.0 * MARGIN_IN_HALL, height - 2.0 * MARGIN_IN_HALL);
        let zoom = (room.0 / (right - left)).min(room.1 / (bottom - top));
        least_zoom.is_none_or(|least| zoom >= least)
    };
    let question = question::QuestionLine::new(ui.ctx(), scene, &look, whole, is_enough);
    canvas.look = Some(look);
    canvas.letters.0 = question.as_ref().map(|question| question.size);
    canvas.line = question.map(|question| question.ui(ui, &look));
    let taken = std::mem::take(&mut canvas.taken);
    let is_pushed = std::mem::replace(&mut canvas.was_taken, taken).to_bits() != taken.to_bits();
    let (rect, response) = ui.allocate_exact_size(ui.available_size(), Sense::click_and_drag());
    let mut viewport = Viewport {
        rect,
        camera: context.lens.camera,
        pixels_per_point: ui.pixels_per_point(),
    };
    let is_open = context.desk.legend_is_open;
    let also = is_hall.then(|| next_relation(context)).flatten();
    let mut request = context.desk.camera_request;
    let is_resized = canvas
        .viewport
        .is_some_and(|before| before.rect.size() != rect.size());
    let is_legend_turned = std::mem::replace(&mut canvas.had_legend, is_open) != is_open;
    let is_hall_turned = std::mem::replace(&mut canvas.had_hall, is_hall) != is_hall;
    if is_legend_turned || is_hall_turned {
        // Who opens it in the hall wants to see it; going there opens it where there is room.
        canvas.legend.insist(is_open && is_hall && !is_hall_turned);
    }
    let is_fitted = canvas
        .fitted
        .is_some_and(|(camera, _)| camera == context.lens.camera);
    if let Some(before) = canvas.viewport.filter(|_| is_pushed && !is_fitted) {
        // A notice that comes or goes moves nothing on the screen.
        viewport.camera = camera::with_origin(rect, before.origin(), viewport.zoom());
    }
    if (is_resized || is_legend_turned) && is_fitted {
        // What was all in sight stays all in sight in a larger or smaller window, and beside the legend.
        request.get_or_insert(CameraRequest::Fit);
    }
    canvas.has_moved_camera = true;
    if let Some(request) = request {
        let wish = RoomWish {
            view: geometry::area_of(Rect::from_min_size(egui::Pos2::ZERO, rect.size())),
            part: None,
            seen: None,
            margin: if is_hall { MARGIN_IN_HALL } else { MARGIN },
            most_zoom: camera::MAX_BOARD_ZOOM,
            least_zoom,
            legend: Some(LegendWish {
                is_open,
                is_whole: false,
                also: also.as_ref(),
            }),
            patience: &patience,
        };
        let letters = ScreenLetters(ui.ctx());
        let room = (request == CameraRequest::Fit)
            .then(|| BoardRoom::new(&letters, scene, &look, context.texts, &wish));
        if let Some(placed) = room.as_ref().and_then(|room| room.legend.as_ref()) {
            canvas.legend.stand(placed);
        }
        let whole = room.map_or(viewport.camera, |room| {
            let origin = rect.min + egui::vec2(room.origin.x, room.origin.y);
            camera::with_origin(rect, origin, room.zoom)
        });
        let legend = canvas
            .legend
            .laid_out(ui.ctx(), scene, is_open, also.as_ref(), &look, context.texts);
        let free = legend.map_or(rect, |legend| canvas.legend.free_view(&legend, rect));
        viewport.camera = camera::requested(request, &viewport, (free, whole), scene, context.selection());
        if request == CameraRequest::Fit {
            canvas.fitted = Some((viewport.camera, viewport.visible_in_board()));
            if viewport.camera != context.lens.camera {
                canvas.drawing.forget_places();
            }
        }
    }
    let legend = canvas
        .legend
        .laid_out(ui.ctx(), scene, is_open, also.as_ref(), &look, context.texts);
    canvas.letters.1 = legend.as_ref().map(legend::Legend::letters);
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
    let card = scene.issue.as_ref();
    let card = card.map(|issue| IssueCard::new(issue, &look, viewport.zoom(), context.texts));
    canvas.card = card.map(|card| (geometry::rect_of(card.area), card.letters()));
    canvas.counts.frames += 1;
    let legend = legend.map(|legend| {
        let around = (scene, canvas.card_in_board());
        let rect = canvas.legend.place(ui, &legend, &viewport, around);
        (legend, rect)
    });
    canvas.counts.legend_choices = canvas.legend.choices;
    canvas.legend_rect = legend.as_ref().map(|(_, rect)| *rect);
    canvas
        .drawing
        .keep_names_clear_of(legend.as_ref().map(|(_, rect)| *rect));
    // While the board is moved under the legend names stay with their pieces.
    if canvas.fitted.is_some_and(|(camera, _)| camera == viewport.camera) {
        canvas.covered = canvas.legend_rect.map(|rect| {
            Rect::from_min_max(
                viewport.board_from_screen(rect.min),
                viewport.board_from_screen(rect.max),
            )
        });
    }
    canvas.drawing.keep_names_within(drawing::BoundsInBoard {
        within: canvas.fitted.map(|(_, seen)| seen),
        covered: canvas.covered,
    });
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
        &patience,
        |painter| experiment::veil_ui(painter, context, &viewport, what_if, &look),
        &mut canvas.counts,
    );
    experiment::experiment_ui(&ui.painter_at(rect), context, &viewport, what_if, &look);
    access::access_ui(ui, &response, context, &mut canvas.hand, &viewport, out);
    if let Some((legend, rect)) = legend
        && legend::legend_ui(
            ui,
            &viewport,
            scene,
            legend,
            (rect, also.as_ref()),
            &look,
            context.texts,
        )
    {
        if is_open && canvas.legend.is_squeezed() {
            canvas.legend.insist(true);
        } else {
            out.push(DeskChange::ToggleLegend);
        }
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

/// The zoom at which the board has next to all of the height or of the width of a screen.
fn least_zoom(scene: &Scene, screen: egui::Vec2) -> f32 {
    let (wide, high) = scene.board_size;
    let share = LEAST_IN_HALL * (screen.x / wide.max(1.0)).min(screen.y / high.max(1.0));
    let [left, top, right, bottom] = scene.whole();
    // What lies outside the board wants to be seen too.
    share.min(((screen.x) / (right - left)).min(screen.y / (bottom - top)) * LEAST_IN_HALL)
}

/// The kind of the next relation: in the hall no tool row says it.
fn next_relation(context: &FrameContext<'_>) -> Option<LegendSection> {
    let words = &context.constellation().vocabulary;
    let kind = words.relation_kind(&context.desk.active_relation_kind)?;
    let symbol = LegendSymbol::Line {
        colour: legible_line(kind.colour, context.palette),
        line: kind.line,
    };
    Some(LegendSection {
        topic: LegendTopic::RelationKinds,
        heading: Caption::Words(String::new()),
        entries: vec![LegendEntry {
            symbol,
            caption: Caption::OfWord {
                key: "legend-active",
                word: kind.label.clone(),
            },
        }],
    })
}
