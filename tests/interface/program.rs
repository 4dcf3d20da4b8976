//! The whole program in a window of no screen, with its settings and journals in a folder of the test.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::app::App;
use netwerkopstelling::command::{Command, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::edit::operations::WordList;
use netwerkopstelling::model::ActorId;
use netwerkopstelling::store::{CopiedPixels, Folders, Location, PictureClipboard, Viewer};
use netwerkopstelling::tally;
use tempfile::TempDir;

use crate::board::bench::NAME_FIELD;

/// The windows above the board, one of every sort.
pub fn every_dialog() -> Vec<Dialog> {
    vec![
        Dialog::Settings,
        Dialog::Properties,
        Dialog::Shortcuts,
        Dialog::Palette,
        Dialog::About,
        Dialog::FindActor,
        Dialog::Measures,
        Dialog::Pseudonyms,
        Dialog::Colours,
        Dialog::Measure("betweenness"),
        Dialog::TakeAlong,
        Dialog::PathField(PathPurpose::SaveAs),
        Dialog::Vocabulary(WordList::ActorKinds),
    ]
}

pub struct Program {
    pub harness: Harness<'static, App>,
    /// What was shown to be printed: no test opens a program of the system.
    pub viewed: Arc<Mutex<Vec<Location>>>,
    /// The pictures that were put on the clipboard: no test touches that of the system.
    pub copied: Arc<Mutex<Vec<CopiedPixels>>>,
    /// Of a user who has never been here; goes with the program.
    _home: Option<TempDir>,
}

impl Program {
    /// Of a user who has never been here, with the start screen in sight.
    pub fn in_own_home() -> Self {
        let home = tempfile::tempdir().expect("a folder for the test");
        let mut program = Self::at(home.path());
        program._home = Some(home);
        program
    }

    pub fn with_new_board() -> Self {
        let mut program = Self::in_own_home();
        program.send(Intent::Run(Command::New));
        program.harness.run_steps(6);
        program
    }

    /// As started by a user whose home is this folder.
    pub fn at(home: &Path) -> Self {
        Self::open(Some(Folders::at(home)))
    }

    /// Where folders are `None`, on a system that has none for the program.
    pub fn open(folders: Option<Folders>) -> Self {
        Self::build(folders, None)
    }

    /// As a double click on the file starts it.
    pub fn started_with(home: &Path, file: &Path) -> Self {
        Self::build(Some(Folders::at(home)), Some(file.to_owned()))
    }

    fn build(folders: Option<Folders>, file: Option<PathBuf>) -> Self {
        let viewed = Arc::<Mutex<Vec<Location>>>::default();
        let seen = Arc::clone(&viewed);
        let viewer = Viewer::new(move |file| {
            seen.lock().unwrap().push(file.clone());
            Ok(())
        });
        let copied = Arc::<Mutex<Vec<CopiedPixels>>>::default();
        let kept = Arc::clone(&copied);
        let clipboard = PictureClipboard::new(move |pixels| {
            // What makes a file of them, makes it where this is.
            tally::add(|done| done.bytes += pixels.rgba.len() as u64);
            kept.lock().unwrap().push(pixels.clone());
            Ok(())
        });
        let mut harness = Harness::builder()
            .with_size([1300.0, 850.0])
            .with_step_dt(1.0 / 60.0)
            .build_eframe(move |creation| {
                let mut app = App::with_folders(creation, folders);
                app.show_with(viewer);
                app.copy_pictures_to(clipboard);
                if let Some(file) = file {
                    app.send(FileRequest::OpenPath(file.into()));
                }
                app
            });
        harness.run_steps(4);
        Self {
            harness,
            viewed,
            copied,
            _home: None,
        }
    }

    pub fn send(&mut self, intent: impl Into<Intent>) {
        self.harness.state_mut().send(intent);
    }

    /// Frames until it is so: work beside the window takes the time it takes. Only a program that hangs meets the
    /// end of the patience.
    pub fn until(&mut self, what: &str, is_so: impl Fn(&Self) -> bool) {
        self.until_within(Duration::from_secs(900), what, is_so);
    }

    /// For what is about how long it takes.
    pub fn until_within(&mut self, patience: Duration, what: &str, is_so: impl Fn(&Self) -> bool) {
        let patience = Instant::now() + patience;
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
        // Places for names that take long are looked for beside the window.
        while self.harness.state().is_placing_names() {
            std::thread::sleep(Duration::from_millis(2));
            self.harness.run_steps(2);
        }
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

    /// All of this within one frame, as a slow screen brings it; then frames until all is done.
    pub fn at_once(&mut self, events: Vec<Event>) {
        let most = 12 + 4 * events.len();
        self.harness.input_mut().events.extend(events);
        for step in 0..most {
            self.harness.step();
            let output = &self.harness.output().viewport_output[&egui::ViewportId::ROOT];
            if step > 6 && output.repaint_delay != Duration::ZERO {
                return;
            }
        }
    }

    /// A key as a hand presses it.
    pub fn key(&mut self, key: Key) {
        self.key_with(Modifiers::NONE, key);
    }

    pub fn key_with(&mut self, modifiers: Modifiers, key: Key) {
        let events = stroke(modifiers, key);
        self.at_once(events.into());
    }

    /// Letters as the window gives them: a key, its letter, and the key again.
    pub fn letters(&mut self, text: &str) {
        self.at_once(typed(text));
    }

    /// A click of the hand on what bears this label.
    pub fn click_on(&mut self, label: &str) {
        let at = self.harness.get_by_label(label).rect().center();
        self.click_at(at);
    }

    pub fn click_at(&mut self, at: Pos2) {
        self.buttons(at, &[true, false]);
        self.settle();
    }

    /// Who was made first.
    pub fn first_actor(&self) -> ActorId {
        let actors = &self.harness.state().document().constellation().actors;
        *actors.keys().next().expect("an actor")
    }

    /// The names in order of their making.
    pub fn names(&self) -> Vec<String> {
        let actors = self.harness.state().document().constellation().actors.values();
        actors.map(|actor| actor.label.clone()).collect()
    }

    /// What stands in the field with this label.
    pub fn text_in(&self, label: &str) -> String {
        self.harness.get_by_label(label).value().unwrap_or_default()
    }

    /// What keys must not touch when they are meant for something else.
    pub fn untouched(&self) -> (u64, Selection) {
        let document = self.harness.state().document();
        (document.revision().content, document.selection().clone())
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

/// A key going down and up again.
pub fn stroke(modifiers: Modifiers, key: Key) -> [Event; 2] {
    [true, false].map(|pressed| Event::Key {
        key,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers,
    })
}

/// Letters as the window gives them.
pub fn typed(text: &str) -> Vec<Event> {
    let of_letter = |letter: char| {
        let text = Event::Text(letter.to_string());
        match Key::from_name(&letter.to_ascii_uppercase().to_string()) {
            Some(key) => {
                let [down, up] = stroke(Modifiers::NONE, key);
                vec![down, text, up]
            }
            None => vec![text],
        }
    };
    text.chars().flat_map(of_letter).collect()
}

pub fn button(pos: Pos2, pressed: bool) -> Event {
    Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    }
}
