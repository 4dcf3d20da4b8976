//! The whole program in a window of no screen, with its settings and journals in a folder of the test.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect};
use std::path::Path;
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::app::App;
use netwerkopstelling::app::files::Folders;
use netwerkopstelling::command::{Command, Intent};

use crate::board::bench::NAME_FIELD;

pub struct Program {
    pub harness: Harness<'static, App>,
}

impl Program {
    pub fn with_new_board() -> Self {
        let mut program = Self::open(None);
        program.send(Intent::Run(Command::New));
        program.harness.run_steps(6);
        program
    }

    /// As started by a user whose home is this folder.
    pub fn at(home: &Path) -> Self {
        Self::open(Some(Folders::at(home)))
    }

    fn open(folders: Option<Folders>) -> Self {
        let mut harness = Harness::builder()
            .with_size([1300.0, 850.0])
            .with_step_dt(1.0 / 60.0)
            .build_eframe(move |creation| App::with_folders(creation, folders));
        harness.run_steps(4);
        Self { harness }
    }

    pub fn send(&mut self, intent: Intent) {
        self.harness.state_mut().send(intent);
    }

    /// Frames until it is so: work beside the window takes the time it takes. Only a program that hangs meets the
    /// end of the patience.
    pub fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        let patience = Instant::now() + Duration::from_secs(900);
        while !is_so(self) {
            assert!(Instant::now() < patience, "waited in vain for: {what}");
            std::thread::sleep(Duration::from_millis(5));
            self.harness.step();
        }
        self.harness.run_steps(4);
    }

    pub fn until_label(&mut self, label: &str) {
        self.until(label, |program| program.shows(label));
    }

    /// Whether a label on the screen holds this.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label_contains(label).next().is_some()
    }

    pub fn press(&mut self, label: &str) {
        self.harness.get_by_role_and_label(Role::Button, label).click();
        self.harness.run_steps(4);
    }

    /// From the start screen.
    pub fn open_sample(&mut self) {
        self.until_label("Arbeidsmarktregio");
        let mut buttons = self.harness.get_all_by_label_contains("Arbeidsmarktregio");
        buttons.next().unwrap().click();
        drop(buttons);
        self.until("the sample on the board", |program| program.counts().0 > 5);
        self.settle();
    }

    /// The user asks the window to close.
    pub fn close_window(&mut self) {
        let viewport = self.harness.input_mut().viewports.entry(egui::ViewportId::ROOT);
        viewport.or_default().events.push(egui::ViewportEvent::Close);
        self.harness.step();
        let viewport = self.harness.input_mut().viewports.entry(egui::ViewportId::ROOT);
        viewport.or_default().events.clear();
        self.harness.run_steps(4);
    }

    pub fn settle(&mut self) {
        self.harness.step();
        self.harness.run_steps(40);
    }

    pub fn board(&self) -> Rect {
        self.harness.get_by_role(Role::Application).rect()
    }

    pub fn piece(&self, label: &str) -> Rect {
        let pieces = self.harness.get_all_by_role_and_label(Role::Button, label);
        let board = self.board();
        let rects: Vec<Rect> = pieces.map(|node| node.rect()).collect();
        *rects
            .iter()
            .find(|rect| board.contains(rect.center()))
            .unwrap_or_else(|| panic!("{label} is not on the board: {rects:?}"))
    }

    /// The pieces in sight that nothing covers: well within the board, the topmost and leftmost first.
    pub fn pieces_on_board(&self) -> Vec<Rect> {
        let board = self.board().shrink(30.0);
        let actors = self.harness.state().document().constellation().actors.values();
        let labels: Vec<String> = actors.map(|actor| actor.label.clone()).collect();
        let found = labels.iter().flat_map(|label| {
            let nodes = self.harness.query_all_by_role_and_label(Role::Button, label);
            nodes.map(|node| node.rect()).collect::<Vec<_>>()
        });
        found.filter(|rect| board.contains_rect(*rect)).collect()
    }

    pub fn buttons(&mut self, pos: Pos2, pressed: &[bool]) {
        self.harness.event(Event::PointerMoved(pos));
        for &pressed in pressed {
            self.harness.event(Event::PointerButton {
                pos,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
        }
    }

    pub fn add(&mut self, pos: Pos2, name: &str) {
        self.buttons(pos, &[true, false, true, false]);
        self.settle();
        self.harness.get_by_label(NAME_FIELD).type_text(name);
        self.settle();
        self.harness.key_press(Key::Enter);
        self.settle();
    }

    pub fn drag(&mut self, from: Pos2, to: Pos2) {
        self.buttons(from, &[true]);
        self.harness.event(Event::PointerMoved(from + (to - from) * 0.5));
        self.buttons(to, &[false]);
        self.settle();
    }

    pub fn counts(&self) -> (usize, usize, usize) {
        let document = self.harness.state().document();
        let constellation = document.constellation();
        (
            constellation.actors.len(),
            constellation.relations.len(),
            document.history().steps().len(),
        )
    }
}
