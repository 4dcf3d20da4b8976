//! A board with its document and its view, without a window: for the benchmark and for the test that counts.

use std::hint::black_box;
use std::thread::sleep;
use std::time::Duration;

use egui::epaint::Primitive;
use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, vec2};
use netwerkopstelling::command::Intent;
use netwerkopstelling::desk::Desk;
use netwerkopstelling::edit::Document;
use netwerkopstelling::lens::Camera;
use netwerkopstelling::model::{Actor, ActorId, Constellation, Language, Point, Relation, RelationId};
use netwerkopstelling::scene::{Appearance, Filters, Palette, Piece, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::session::{Effect, Session};
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::{FrameContext, Intents, ProgramView, theme};
use rand::{RngExt, SeedableRng};

/// What a frame hands to the graphics card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Handed {
    pub triangles: usize,
    /// Of corners and of which belong together.
    pub bytes: usize,
    /// Painted by the processor: letters and pictures.
    pub texels: usize,
}

pub struct Board {
    pub ctx: Context,
    pub session: Session,
    pub desk: Desk,
    pub scene: Scene,
    pub palette: Palette,
    pub program: ProgramView,
    pub canvas: CanvasState,
}

/// A network without a pattern, the same every time.
pub fn constellation(actors: u32) -> Constellation {
    let mut random = rand_pcg::Pcg32::seed_from_u64(7);
    let mut constellation = Constellation::new(Language::Nl);
    let kinds = constellation.vocabulary.actor_kinds.clone();
    let levels = constellation.vocabulary.levels.clone();
    let ties = constellation.vocabulary.relation_kinds.clone();
    // The room per actor that a layout gives.
    let scale = f64::from(actors).sqrt() / 8.0;
    constellation.board.width *= scale.max(1.0);
    constellation.board.height *= scale.max(1.0);
    for id in 1..=actors {
        let mut actor = Actor::new(
            ActorId(id),
            &format!("a{id}"),
            &format!("Organisatie nummer {id}"),
        );
        let kind = &kinds[id as usize % kinds.len()];
        actor.kind = Some(kind.id.clone());
        actor.sector = kind.sector.clone();
        actor.level = Some(levels[id as usize % levels.len()].id.clone());
        actor.pos = Some(Point::new(
            (random.random::<f64>() - 0.5) * constellation.board.width,
            (random.random::<f64>() - 0.5) * constellation.board.height,
        ));
        constellation.actors.insert(actor.id, actor);
    }
    for id in 0..actors * 5 {
        let source = ActorId(1 + random.random_range(0..actors));
        let target = ActorId(1 + random.random_range(0..actors));
        let kind = &ties[id as usize % ties.len()];
        let mut relation = Relation::new(
            RelationId(actors + 1 + id),
            &format!("r{id}"),
            source,
            target,
            kind.id.clone(),
        );
        relation.direction = kind.direction;
        relation.weight = f64::from(1 + id % 5);
        constellation.relations.insert(relation.id, relation);
    }
    constellation
}

impl Board {
    pub fn new(actors: u32) -> Self {
        let ctx = Context::default();
        theme::install_fonts(&ctx);
        theme::apply(&ctx, ThemeKind::Light);
        let mut board = Self {
            ctx,
            session: Session::new(Document::new(constellation(actors)), String::new),
            desk: Desk::default(),
            scene: Scene::default(),
            palette: Palette::of(ThemeKind::Light),
            program: ProgramView::default(),
            canvas: CanvasState::default(),
        };
        board.build();
        board.come_to_rest();
        board
    }

    /// Until nothing changes any more, also not by what a job does.
    pub fn come_to_rest(&mut self) {
        self.frame();
        while self.canvas.is_on_its_way() {
            sleep(Duration::from_millis(5));
            self.frame();
        }
        self.frame();
    }

    pub fn build(&mut self) {
        self.scene = build(SceneInput {
            constellation: self.session.document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &self.palette,
        });
    }

    pub fn frame(&mut self) -> Handed {
        self.frame_with(Vec::new()).1
    }

    /// A frame in which the hand does something, and what follows from it.
    pub fn hand(&mut self, events: Vec<Event>) -> Handed {
        let (intents, handed) = self.frame_with(events);
        for intent in intents {
            let effects = self.session.carry_out(&mut self.desk, intent);
            assert!(
                effects.iter().all(|effect| matches!(effect, Effect::Came(_))),
                "a drag leads to {effects:?}"
            );
        }
        let constellation = self.session.document.constellation();
        assert!(self.scene.move_pieces(constellation, &Filters::default()));
        handed
    }

    /// Where to take up a piece in the middle, where neither the legend nor the edge of the view is in the way.
    pub fn grip(&self) -> Pos2 {
        let viewport = self.canvas.viewport.expect("a frame was drawn");
        let from_middle = |piece: &&Piece| (piece.pos.x.hypot(piece.pos.y) * 16.0) as u64;
        let piece = self.scene.pieces.iter().min_by_key(from_middle);
        viewport.screen_from_point(piece.expect("a piece").pos)
    }

    /// Where the hand is after so many steps around there.
    pub fn step_of_hand(grip: Pos2, step: u32) -> Vec<Event> {
        vec![Event::PointerMoved(grip + Vec2::angled(step as f32 * 0.1) * 60.0)]
    }

    /// The view so many times nearer, and a little more at every step.
    pub fn zoomed(fitted: Camera, times: f32, step: u32) -> Camera {
        Camera {
            zoom: fitted.zoom * (times + (step % 40) as f32 * 0.001),
            ..fitted
        }
    }

    pub fn button(&self, pos: Pos2, pressed: bool) -> Vec<Event> {
        let modifiers = Modifiers::NONE;
        let button = PointerButton::Primary;
        let pressed = Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        };
        vec![Event::PointerMoved(pos), pressed]
    }

    fn frame_with(&mut self, events: Vec<Event>) -> (Vec<Intent>, Handed) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            events,
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let mut asked = Intents::default();
        let mut output = ctx.run_ui(input, |ui| {
            let Session { document, lens, .. } = &self.session;
            let shown = (&self.scene, &self.palette, ThemeKind::Light);
            let context = FrameContext::without_figures((document, lens, &self.desk), shown, &self.program);
            canvas_ui(ui, &context, &mut self.canvas, &mut asked);
        });
        if self.canvas.take_moved_camera() {
            self.desk.camera_request = None;
        }
        let intents = self.session.carry_out_drawn(&mut self.desk, asked);
        let mut handed = Handed::default();
        for delta in output.textures_delta.set.values().flatten() {
            handed.texels += delta.image.width() * delta.image.height();
        }
        // There is no screen to take the letters to.
        output.textures_delta.clear();
        let primitives = black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        for primitive in &primitives {
            if let Primitive::Mesh(mesh) = &primitive.primitive {
                handed.triangles += mesh.indices.len() / 3;
                handed.bytes +=
                    std::mem::size_of_val(&*mesh.vertices) + std::mem::size_of_val(&*mesh.indices);
            }
        }
        (intents, handed)
    }
}
