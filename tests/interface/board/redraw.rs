//! What the board draws again and what it keeps. Counted, never timed.

use std::collections::BTreeMap;

use egui::epaint::ClippedShape;
use egui::{Context, Pos2, RawInput, Rect, vec2};
use netwerkopstelling::desk::Desk;
use netwerkopstelling::edit::operations::{self as op, NewActor, NewRelation};
use netwerkopstelling::edit::{Document, Label, Revision, Selection};
use netwerkopstelling::lens::Lens;
use netwerkopstelling::model::{ActorId, Constellation, Language, Point};
use netwerkopstelling::scene::{
    Appearance, Filters, Highlight, Palette, Scene, SceneInput, ThemeKind, build,
};
use netwerkopstelling::ui::canvas::{CanvasCounts, CanvasState, canvas_ui};
use netwerkopstelling::ui::{FrameContext, Intents, ProgramView, theme};

/// The board with what the program keeps around it.
struct Drawn {
    ctx: Context,
    document: Document,
    filters: Filters,
    appearance: Appearance,
    highlight: Option<Highlight>,
    theme: ThemeKind,
    scene: Scene,
    built_for: Option<Revision>,
    canvas: CanvasState,
    lens: Lens,
    desk: Desk,
}

impl Drawn {
    /// Four actors far apart, so that there is room for every name below its piece, and three relations.
    fn new() -> Self {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let places = [(-300.0, -200.0), (300.0, -200.0), (-300.0, 200.0), (300.0, 200.0)];
        let mut ids = Vec::new();
        for (x, y) in places {
            let new = NewActor {
                label: format!("Actor {x} {y}"),
                kind: Some("gemeente".into()),
                pos: Some(Point::new(x, y)),
            };
            ids.push(op::add_actor(&mut document, new).expect("a sound actor"));
        }
        for (pair, kind) in ids.windows(2).zip(["samenwerking", "geld", "informatie"]) {
            let new = NewRelation {
                source: pair[0],
                target: pair[1],
                kind: kind.into(),
                weight: 2.0,
            };
            op::add_relation(&mut document, new).expect("a sound relation");
        }
        document.set_selection(Selection::default());
        let ctx = Context::default();
        theme::install_fonts(&ctx);
        let mut drawn = Self {
            ctx,
            document,
            filters: Filters::default(),
            appearance: Appearance::default(),
            highlight: None,
            theme: ThemeKind::Light,
            scene: Scene::default(),
            built_for: None,
            canvas: CanvasState::default(),
            lens: Lens::default(),
            desk: Desk {
                camera_request: None,
                ..Desk::default()
            },
        };
        drawn.change(|_| {});
        drawn.frame();
        drawn
    }

    fn moved(&self) -> ActorId {
        self.scene.pieces[0].actor
    }

    /// Changes something that needs another scene.
    fn change(&mut self, change: impl FnOnce(&mut Self)) {
        change(self);
        self.scene = build(SceneInput {
            constellation: self.document.constellation(),
            filters: &self.filters,
            appearance: &self.appearance,
            highlight: self.highlight.as_ref(),
            palette: &Palette::of(self.theme),
        });
        self.built_for = Some(self.document.revision());
    }

    /// As the program does it: moves stay within the scene.
    fn follow(&mut self) {
        let revision = self.document.revision();
        let known = self.built_for.expect("a scene was built");
        assert_eq!(known.beyond_places, revision.beyond_places, "more than a move");
        assert!(
            self.scene
                .move_pieces(self.document.constellation(), &self.filters)
        );
    }

    fn place(&mut self, x: f64, y: f64) {
        let moves = [(self.moved(), Some(Point::new(x, y)))];
        op::place(&mut self.document, &moves).expect("a sound place");
        self.follow();
    }

    fn counts(&self) -> CanvasCounts {
        self.canvas.counts
    }

    fn frame(&mut self) -> Vec<ClippedShape> {
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(Pos2::ZERO, vec2(1200.0, 900.0))),
            ..RawInput::default()
        };
        let ctx = self.ctx.clone();
        let mut output = ctx.run_ui(input, |ui| {
            let (palette, program) = (Palette::of(self.theme), ProgramView::default());
            let shown = (&self.scene, &palette, self.theme);
            let seen = (&self.document, &self.lens, &self.desk);
            let context = FrameContext::without_figures(seen, shown, &program);
            canvas_ui(ui, &context, &mut self.canvas, &mut Intents::default());
        });
        output.textures_delta.clear();
        output.shapes
    }

    /// What a board shows that remembers nothing must be what this one shows.
    fn assert_fresh(&mut self, after: &str) {
        let mut kept = self.frame();
        while self.canvas.is_on_its_way() {
            kept = self.frame();
        }
        self.canvas = CanvasState::default();
        let fresh = self.frame();
        assert_eq!(kept.len(), fresh.len(), "after {after}");
        for (kept, fresh) in kept.iter().zip(&fresh) {
            assert!(kept == fresh, "stale after {after}");
        }
    }
}

#[test]
fn what_is_kept_between_frames_is_what_would_be_drawn_afresh() {
    let mut drawn = Drawn::new();
    drawn.assert_fresh("the first frames");
    drawn.document.begin(Label::MoveActors);
    for step in 0..5 {
        drawn.place(-280.0 + f64::from(step) * 10.0, -90.0);
        drawn.frame();
    }
    drawn.document.commit();
    drawn.assert_fresh("a drag");
    drawn.document.undo();
    drawn.follow();
    drawn.assert_fresh("undo");
    drawn.document.begin(Label::MoveActors);
    drawn.place(-200.0, 0.0);
    drawn.frame();
    drawn.document.abort();
    drawn.follow();
    drawn.assert_fresh("a drag that was taken back");
    drawn.change(|drawn| {
        drawn.filters.relation_kinds = ["geld".into()].into();
    });
    drawn.assert_fresh("a filter");
    drawn.change(|drawn| drawn.theme = ThemeKind::Dark);
    drawn.assert_fresh("a theme");
    let selection = Selection::of_actor(drawn.moved());
    drawn.document.set_selection(selection);
    drawn.assert_fresh("a selection");
    drawn.change(|drawn| {
        let sizes: BTreeMap<ActorId, f64> = [(drawn.moved(), 1.0)].into();
        drawn.appearance.size_values = Some(sizes);
    });
    drawn.assert_fresh("sizes that follow a figure");
    drawn.change(|drawn| {
        drawn.highlight = Some(Highlight {
            actors: [drawn.scene.pieces[1].actor].into(),
            ..Highlight::default()
        });
    });
    drawn.assert_fresh("a highlight");
    drawn.lens.camera.zoom = 0.6;
    drawn.assert_fresh("a zoom");
}

#[test]
fn a_step_of_the_hand_draws_only_what_is_under_way() {
    let mut drawn = Drawn::new();
    drawn.document.begin(Label::MoveActors);
    drawn.place(-290.0, -190.0);
    drawn.frame();
    let before = drawn.counts();
    let label = |drawn: &Drawn| drawn.canvas.label_rect(&drawn.scene, drawn.moved());
    let label_before = label(&drawn).expect("there is room for the name");
    for step in 1..=20 {
        drawn.place(-290.0 + f64::from(step) * 5.0, -190.0);
        drawn.frame();
        // The hand rests: nothing at all is drawn.
        drawn.frame();
    }
    let after = drawn.counts();
    assert_eq!(after.shape_builds, before.shape_builds);
    assert_eq!(after.label_layouts, before.label_layouts);
    assert_eq!(after.graph_builds, before.graph_builds);
    assert_eq!(after.moving_builds, before.moving_builds + 20);
    let label_after = label(&drawn).expect("the name went along");
    assert_eq!(label_after, label_before.translate(vec2(100.0, 0.0)));
    drawn.document.commit();
    drawn.frame();
    let ended = drawn.counts();
    assert_eq!(ended.shape_builds, after.shape_builds + 1);
    assert_eq!(ended.label_layouts, after.label_layouts + 1);
}

#[test]
fn idle_frames_draw_nothing_again() {
    let mut drawn = Drawn::new();
    let (before, revision) = (drawn.counts(), drawn.document.revision());
    for _ in 0..100 {
        drawn.frame();
    }
    let expected = CanvasCounts {
        frames: before.frames + 100,
        ..before
    };
    assert_eq!(drawn.counts(), expected);
    assert_eq!(drawn.document.revision(), revision);
}
