//! A board on a bench: the real board with a document under it, driven through the accessibility tree.

use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::Intent;
use netwerkopstelling::desk::Desk;
use netwerkopstelling::edit::operations::{self as op, NewActor};
use netwerkopstelling::edit::{Document, Selection};
use netwerkopstelling::formats;
use netwerkopstelling::model::{Actor, ActorKindId, Constellation, Language, Point, Relation, validate};
use netwerkopstelling::scene::{Appearance, Palette, SceneInput, ThemeKind, build};
use netwerkopstelling::session::Session;
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::keys::{self, InFront};
use netwerkopstelling::ui::{FrameContext, Intents, ProgramView, theme};

/// What the program would keep.
pub struct Bench {
    pub session: Session,
    pub desk: Desk,
    pub canvas: CanvasState,
    intents: Vec<Intent>,
    has_fonts: bool,
}

impl Bench {
    fn frame(&mut self, ui: &mut egui::Ui) {
        if !std::mem::replace(&mut self.has_fonts, true) {
            // New fonts hold from the next frame on.
            theme::install_fonts(ui.ctx());
            return;
        }
        for intent in std::mem::take(&mut self.intents) {
            // A refused edit is told in the real program; here the tests look at the document.
            self.session.carry_out(&mut self.desk, intent);
            assert_eq!(validate(self.session.document.constellation()), vec![]);
        }
        let Session { document, lens, .. } = &self.session;
        let palette = Palette::of(ThemeKind::Light);
        let scene = build(SceneInput {
            constellation: document.constellation(),
            filters: &lens.filters,
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let program = ProgramView::default();
        let shown = (&scene, &palette, ThemeKind::Light);
        let context = FrameContext::without_figures((document, lens, &self.desk), shown, &program);
        let focused = ui.memory(egui::Memory::focused);
        keys::decide(ui.ctx(), focused, InFront::default());
        let mut out = Intents::default();
        canvas_ui(ui, &context, &mut self.canvas, &mut out);
        if self.canvas.take_moved_camera() {
            self.desk.camera_request = None;
        }
        self.intents = self.session.carry_out_drawn(&mut self.desk, out);
        if !self.intents.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// The board in a window of 1000 x 700 points, one point per board unit, with a hand and a keyboard.
pub struct Board {
    pub harness: Harness<'static, Bench>,
}

pub const NAME_FIELD: &str = "Naam van de actor";

impl Board {
    /// A board with municipalities at these places.
    pub fn with(actors: &[(&str, f64, f64)]) -> Self {
        let mut document = Document::new(Constellation::new(Language::Nl));
        for (label, x, y) in actors {
            let new = NewActor {
                label: (*label).to_owned(),
                kind: Some(ActorKindId::new("gemeente")),
                pos: Some(Point::new(*x, *y)),
            };
            op::add_actor(&mut document, new).expect("a sound actor");
        }
        document.set_selection(Selection::default());
        let desk = Desk {
            camera_request: None,
            ..Desk::default()
        };
        let document = Document::new(document.constellation().clone());
        let bench = Bench {
            session: Session::new(document, String::new),
            desk,
            canvas: CanvasState::default(),
            intents: Vec::new(),
            has_fonts: false,
        };
        let mut harness = Harness::builder()
            .with_size([1000.0, 700.0])
            .with_step_dt(1.0 / 60.0)
            .build_ui_state(|ui, bench: &mut Bench| bench.frame(ui), bench);
        harness.run_steps(4);
        Self { harness }
    }

    pub fn empty() -> Self {
        Self::with(&[])
    }

    pub fn constellation(&self) -> &Constellation {
        self.harness.state().session.document.constellation()
    }

    pub fn selection(&self) -> &Selection {
        self.harness.state().session.document.selection()
    }

    pub fn actor(&self, label: &str) -> &Actor {
        let mut found = self
            .constellation()
            .actors
            .values()
            .filter(|actor| actor.label == label);
        let actor = found.next().unwrap_or_else(|| panic!("no actor {label}"));
        assert!(found.next().is_none(), "several actors {label}");
        actor
    }

    pub fn has_actor(&self, label: &str) -> bool {
        self.constellation()
            .actors
            .values()
            .any(|actor| actor.label == label)
    }

    pub fn relations(&self) -> Vec<&Relation> {
        self.constellation().relations.values().collect()
    }

    /// Relations as "A > B".
    pub fn pairs(&self) -> Vec<String> {
        let name = |id| self.constellation().actor(id).map_or("?", |actor| &actor.label);
        self.relations()
            .iter()
            .map(|one| format!("{} > {}", name(one.source), name(one.target)))
            .collect()
    }

    pub fn selected_names(&self) -> Vec<String> {
        let constellation = self.constellation();
        let name = |id| constellation.actor(id).map(|actor| actor.label.clone());
        self.selection()
            .actors
            .iter()
            .filter_map(|id| name(*id))
            .collect()
    }

    pub fn steps(&self) -> usize {
        self.harness.state().session.document.history().steps().len()
    }

    /// The document as its file would be.
    pub fn bytes(&self) -> Vec<u8> {
        formats::native::write(self.constellation())
    }

    pub fn undo(&mut self) {
        self.harness.state_mut().session.document.undo();
        self.harness.run_steps(2);
    }

    /// The box of a piece or relation on the screen, by its accessibility name.
    pub fn rect(&self, label: &str) -> Rect {
        self.harness
            .get_by_role_and_label(egui::accesskit::Role::Button, label)
            .rect()
    }

    pub fn centre(&self, label: &str) -> Pos2 {
        self.rect(label).center()
    }

    /// The part of the board that is in sight.
    pub fn sight(&self) -> Rect {
        let viewport = self.harness.state().canvas.viewport.expect("the board was drawn");
        viewport.rect
    }

    /// Where the name of an actor stands.
    pub fn name_of(&self, label: &str) -> Option<Rect> {
        let bench = self.harness.state();
        let palette = Palette::of(ThemeKind::Light);
        let scene = build(SceneInput {
            constellation: self.constellation(),
            filters: &bench.session.lens.filters,
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        bench.canvas.label_rect(&scene, self.actor(label).id)
    }

    /// A spot in the ring of the piece from which relations are drawn.
    pub fn rim(&self, label: &str) -> Pos2 {
        let rect = self.rect(label);
        pos2(rect.right() - 2.0, rect.center().y)
    }

    /// Board places to places on the screen.
    pub fn on_screen(&self, x: f32, y: f32) -> Pos2 {
        let viewport = self.harness.state().canvas.viewport.expect("the board was drawn");
        viewport.screen_from_board(pos2(x, y))
    }

    pub fn settle(&mut self) {
        self.harness.step();
        self.harness.run_steps(4);
    }

    pub fn button(&mut self, pos: Pos2, button: PointerButton, pressed: bool, modifiers: Modifiers) {
        self.harness.event(Event::PointerButton {
            pos,
            button,
            pressed,
            modifiers,
        });
    }

    pub fn press(&mut self, pos: Pos2) {
        self.press_with(pos, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn press_with(&mut self, pos: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.harness.event(Event::PointerMoved(pos));
        self.harness.event(Event::ModifiersChanged(modifiers));
        self.button(pos, button, true, modifiers);
        self.settle();
    }

    pub fn move_to(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        self.settle();
    }

    pub fn release(&mut self, pos: Pos2) {
        self.release_with(pos, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn release_with(&mut self, pos: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.button(pos, button, false, modifiers);
        self.harness.event(Event::ModifiersChanged(Modifiers::NONE));
        self.settle();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.drag_with(from, to, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn drag_with(&mut self, from: Pos2, to: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.press_with(from, button, modifiers);
        for step in 1..=4u8 {
            self.move_to(from + (to - from) * (f32::from(step) / 4.0));
        }
        self.release_with(to, button, modifiers);
        // A press that follows is not the second of a double-click.
        self.harness.run_steps(40);
    }

    pub fn click(&mut self, pos: Pos2) {
        self.click_with(pos, PointerButton::Primary, Modifiers::NONE);
    }

    pub fn click_with(&mut self, pos: Pos2, button: PointerButton, modifiers: Modifiers) {
        self.press_with(pos, button, modifiers);
        self.release_with(pos, button, modifiers);
        self.harness.run_steps(40);
    }

    pub fn double_click(&mut self, pos: Pos2) {
        self.harness.event(Event::PointerMoved(pos));
        for pressed in [true, false, true, false] {
            self.button(pos, PointerButton::Primary, pressed, Modifiers::NONE);
        }
        self.settle();
        self.harness.run_steps(40);
    }

    pub fn key(&mut self, key: Key) {
        self.key_with(Modifiers::NONE, key);
    }

    pub fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    pub fn type_text(&mut self, text: &str) {
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    pub fn paste(&mut self, text: &str) {
        self.harness.event(Event::Paste(text.to_owned()));
        self.settle();
    }

    pub fn is_naming(&self) -> bool {
        self.harness.query_by_label(NAME_FIELD).is_some()
    }

    /// Presses an entry of the open menu.
    pub fn choose(&mut self, label: &str) {
        self.harness.get_by_label(label).click();
        self.settle();
        self.harness.run_steps(20);
    }

    /// Opens a menu within the open menu.
    pub fn open_submenu(&mut self, label: &str) {
        self.menu_entry(label).expect("the menu has it").hover();
        self.settle();
        self.menu_entry(label).expect("the menu has it").click();
        self.settle();
    }

    /// An entry of the open menu: the legend may hold the same words, but cannot be pressed.
    pub fn menu_entry<'a>(&'a self, label: &'a str) -> Option<egui_kittest::Node<'a>> {
        let entry = egui_kittest::kittest::By::new()
            .role(egui::accesskit::Role::Button)
            .label_contains(label);
        self.harness.query(entry)
    }

    pub fn is_selected(&self, label: &str) -> bool {
        let node = self
            .harness
            .get_by_role_and_label(egui::accesskit::Role::Button, label);
        node.accesskit_node().is_selected() == Some(true)
    }
}
