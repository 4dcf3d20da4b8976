//! CPU time of one frame of the board: run the interface and tessellate it, 1600 x 1000 points.
//!
//! `still`: nothing changed. `pan`: the view moves. `zoom`: everything is drawn again, names get new places.
//! `drag`: the hand moves one piece. `build`: the scene alone is built anew. `near`: as `zoom`, with a tenth of the board in sight.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use egui::{Context, Event, Modifiers, PointerButton, Pos2, RawInput, Rect, Vec2, vec2};
use netwerkopstelling::command::Intent;
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::operations::place;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Actor, ActorId, Constellation, Language, Point, Relation, RelationId};
use netwerkopstelling::scene::{
    Appearance, Filters, Hidden, Palette, Piece, Scene, SceneInput, ThemeKind, build,
};
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::state::{Camera, ViewState};
use netwerkopstelling::ui::{CertaintyView, FrameContext, ProgramView, theme};
use rand::{RngExt, SeedableRng};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

struct Board {
    ctx: Context,
    document: Document,
    scene: Scene,
    palette: Palette,
    program: ProgramView,
    canvas: CanvasState,
    view: ViewState,
}

fn constellation(actors: u32) -> Constellation {
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
    fn new(actors: u32) -> Self {
        let ctx = Context::default();
        theme::install_fonts(&ctx);
        theme::apply(&ctx, ThemeKind::Light);
        let mut board = Self {
            ctx,
            document: Document::new(constellation(actors)),
            scene: Scene::default(),
            palette: Palette::of(ThemeKind::Light),
            program: ProgramView::default(),
            canvas: CanvasState::default(),
            view: ViewState::default(),
        };
        board.build();
        for _ in 0..4 {
            board.frame();
        }
        board
    }

    fn build(&mut self) {
        self.scene = build(SceneInput {
            constellation: self.document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &self.palette,
        });
    }

    fn frame(&mut self) {
        self.frame_with(Vec::new());
    }

    /// A frame in which the hand does something, and what follows from it.
    fn hand(&mut self, events: Vec<Event>) {
        for intent in self.frame_with(events) {
            match intent {
                Intent::Select(selection) => self.document.set_selection(selection),
                Intent::BeginGesture(label) => self.document.begin(label),
                Intent::EndGesture => drop(self.document.commit()),
                Intent::Place(moves) => {
                    place(&mut self.document, &moves).expect("actors of the board");
                    let constellation = self.document.constellation();
                    assert!(self.scene.move_pieces(constellation, &Filters::default()));
                }
                other => panic!("a drag does not ask for {other:?}"),
            }
        }
    }

    fn button(&self, pos: Pos2, pressed: bool) -> Vec<Event> {
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

    fn frame_with(&mut self, events: Vec<Event>) -> Vec<Intent> {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            events,
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let mut intents = Vec::new();
        let mut output = ctx.run_ui(input, |ui| {
            let context = FrameContext {
                document: &self.document,
                scene: &self.scene,
                hidden: Hidden::default(),
                palette: &self.palette,
                theme: ThemeKind::Light,
                texts: Texts::default(),
                analysis: None,
                analysis_is_current: false,
                groups: None,
                certainty: CertaintyView::default(),
                program: &self.program,
            };
            canvas_ui(ui, &context, &mut self.canvas, &mut self.view, &mut intents);
        });
        // There is no screen to take the letters to.
        output.textures_delta.clear();
        black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
        intents
    }
}

fn frames(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("frame");
    group.sample_size(20);
    for actors in [50, 500, 2_000, 10_000] {
        let mut board = Board::new(actors);
        let fitted = board.view.camera;
        group.bench_function(BenchmarkId::new("still", actors), |bench| {
            bench.iter(|| board.frame());
        });
        let mut step = 0u32;
        group.bench_function(BenchmarkId::new("pan", actors), |bench| {
            bench.iter(|| {
                step += 1;
                board.view.camera.centre.0 = fitted.centre.0 + (step % 40) as f32 * 3.0 / fitted.zoom;
                board.frame();
            });
        });
        group.bench_function(BenchmarkId::new("zoom", actors), |bench| {
            bench.iter(|| {
                step += 1;
                board.view.camera = Camera {
                    zoom: fitted.zoom * (1.0 + (step % 40) as f32 * 0.001),
                    ..fitted
                };
                board.frame();
            });
        });
        board.view.camera = fitted;
        group.bench_function(BenchmarkId::new("drag", actors), |bench| {
            let viewport = board.canvas.viewport.expect("a frame was drawn");
            // In the middle, where neither the legend nor the edge of the view is in the way.
            let from_middle = |piece: &&Piece| (piece.pos.x.hypot(piece.pos.y) * 16.0) as u64;
            let piece = board.scene.pieces.iter().min_by_key(from_middle);
            let grip = viewport.screen_from_point(piece.expect("a piece").pos);
            board.hand(board.button(grip, true));
            bench.iter(|| {
                step += 1;
                let away = Vec2::angled(step as f32 * 0.1) * 60.0;
                board.hand(vec![Event::PointerMoved(grip + away)]);
            });
            assert!(board.document.is_in_gesture(), "nothing was dragged");
            board.hand(board.button(grip, false));
        });
        group.bench_function(BenchmarkId::new("build", actors), |bench| {
            bench.iter(|| board.build());
        });
        group.bench_function(BenchmarkId::new("near", actors), |bench| {
            bench.iter(|| {
                step += 1;
                board.view.camera = Camera {
                    zoom: fitted.zoom * (3.2 + (step % 40) as f32 * 0.001),
                    ..fitted
                };
                board.frame();
            });
        });
    }
    group.finish();
}

criterion_group!(benches, frames);
criterion_main!(benches);
