//! CPU time of one frame of the board: run the interface and tessellate it, 1600 x 1000 points.
//!
//! `still`: nothing changed. `pan`: the view moves. `zoom`: everything is drawn again, names get new places.
//! `drag`: a hand moves one piece. `build`: the scene alone is built anew. `near`: as `zoom`, with a tenth of the board in sight.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use egui::{Context, Pos2, RawInput, Rect, vec2};
use netwerkopstelling::edit::{Change, Document, Label};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Actor, ActorId, Constellation, Language, Point, Relation, RelationId};
use netwerkopstelling::scene::{Appearance, Filters, Hidden, Palette, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::state::{Camera, ViewState};
use netwerkopstelling::ui::{FrameContext, ProgramView, theme};
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

    fn drag(&mut self, step: u32) {
        let to = Some(Point::new(f64::from(step % 100), 0.0));
        let change = Change::Place { id: ActorId(1), to };
        self.document.apply(change).expect("an actor of the board");
        let constellation = self.document.constellation();
        assert!(self.scene.move_pieces(constellation, &Filters::default()));
    }

    fn frame(&mut self) {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1600.0, 1000.0))),
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
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
                program: &self.program,
            };
            let mut intents = Vec::new();
            canvas_ui(ui, &context, &mut self.canvas, &mut self.view, &mut intents);
        });
        // There is no screen to take the letters to.
        output.textures_delta.clear();
        black_box(ctx.tessellate(output.shapes, output.pixels_per_point));
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
            board.document.begin(Label::MoveActors);
            bench.iter(|| {
                step += 1;
                board.drag(step);
                board.frame();
            });
            board.document.commit();
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
