//! The window, its panels and its name.

use egui::{Event, Key, Modifiers, Rect, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent, ProgramRequest, SettingChange};
use netwerkopstelling::desk::{Dialog, LeftTab, PathPurpose};
use netwerkopstelling::model::Language;

use super::bench::{click, key, village};
use crate::program::Program;

#[test]
fn name_list_and_legend_do_not_depend_on_when_the_window_got_its_size() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    let start = |first: [f32; 2], after: usize, last: [f32; 2]| {
        let mut program = Program::with_new_board();
        program.harness.set_size(vec2(first[0], first[1]));
        program.send(FileRequest::OpenPath(path.into()));
        for _ in 0..after {
            program.harness.step();
        }
        program.harness.set_size(vec2(last[0], last[1]));
        program.until("the file on the board", |program| program.counts().0 > 5);
        program.harness.set_size(vec2(last[0], last[1]));
        program.settle();
        let legend = program
            .harness
            .query_all_by_label("Legenda")
            .map(|node| node.rect());
        let legend: Vec<Rect> = legend.collect();
        let desk = program.harness.state().desk();
        let names = program.harness.state().name_places();
        (desk.left_is_open, desk.legend_is_open, legend, names)
    };
    for last in [[1280.0, 800.0], [1800.0, 1000.0]] {
        let still = start(last, 0, last);
        for first in [[10_000.0, 10_000.0], [1240.0, 740.0], [1800.0, 1000.0]] {
            assert_eq!(start(first, 3, last), still, "{first:?} to {last:?}");
        }
        assert_eq!(still.1, last[0] > 1500.0);
    }
}

#[test]
fn the_tools_stand_on_one_row_on_a_laptop_and_none_is_left_alone_on_the_next() {
    let mut program = Program::with_new_board();
    for language in [Language::Nl, Language::En] {
        program.send(ProgramRequest::Change(SettingChange::Language(language)));
        for width in [1280.0, 1440.0, 1920.0] {
            program.harness.set_size(vec2(width, 800.0));
            program.settle();
            let (first, last, kind) = match language {
                Language::Nl => ("Selecteren", "Overlegtafels", "Soort van de volgende relatie"),
                Language::En => ("Select", "Tables", "Kind of the next relation"),
            };
            let row = |label: &str| {
                let nodes = program.harness.query_all_by_label_contains(label);
                let rects = nodes.map(|node| node.rect());
                let tools = rects.filter(|rect| rect.bottom() < program.board().top());
                tools.min_by(|a, b| a.left().total_cmp(&b.left())).expect(label)
            };
            let (first, last, list) = (row(first), row(last), row(kind));
            assert!(
                (first.center().y - last.center().y).abs() < 4.0,
                "{language:?} at {width}: {last}"
            );
            assert!(last.right() <= width, "{language:?} at {width}");
            // Where there is room the lists have all of theirs.
            assert!(
                width < 1440.0 || list.width() > 140.0,
                "{language:?} at {width}: {list}"
            );
        }
    }
}

#[test]
fn what_a_key_asks_for_takes_the_place_of_an_open_menu() {
    let mut program = village();
    program.click_on("Beeld");
    assert!(egui::Popup::is_any_open(&program.harness.ctx));
    program.key_with(Modifiers::COMMAND, Key::Comma);
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Settings));
    assert!(!egui::Popup::is_any_open(&program.harness.ctx));
}

#[test]
fn hidden_actors_and_hidden_relations_are_counted_apart() {
    let mut program = village();
    program.send(DeskChange::OpenLeft(LeftTab::Filters));
    program.settle();
    super::bench::filter(&mut program, "Waterschap");
    program.settle();
    program.harness.get_by_label("1 actor en 1 relatie verborgen");
}

#[test]
fn what_the_user_opened_stays_open_in_a_narrower_window() {
    let mut program = Program::with_new_board();
    program.harness.set_size(vec2(1800.0, 1000.0));
    program.settle();
    key(&mut program, Key::F9);
    key(&mut program, Key::F9);
    key(&mut program, Key::F9);
    assert!(!program.harness.state().desk().legend_is_open);
    program.harness.set_size(vec2(1900.0, 1000.0));
    program.settle();
    assert!(!program.harness.state().desk().legend_is_open);
}

#[test]
fn the_language_asked_for_at_the_start_holds_for_this_time_only() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.harness.state_mut().speak(Language::En);
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/sample-networks/arbeidsmarktregio.opstelling.json"
    );
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file on the board", |program| program.counts().0 > 5);
    program.until_label("File");
    assert!(!program.shows("Bestand"));
    program.close_window();
    drop(program);
    let mut program = Program::at(home.path());
    program.until_label("Bestand");
}

fn title(program: &mut Program) -> Option<String> {
    let mut title = None;
    for _ in 0..6 {
        program.harness.step();
        let output = &program.harness.output().viewport_output;
        for command in output.values().flat_map(|viewport| &viewport.commands) {
            if let egui::ViewportCommand::Title(text) = command {
                title = Some(text.clone());
            }
        }
    }
    title
}

#[test]
fn the_window_is_named_after_the_document_with_a_mark_for_what_is_in_no_file() {
    let mut program = Program::with_new_board();
    program.send(Intent::Run(Command::AddActor));
    assert_eq!(
        title(&mut program).as_deref(),
        Some("* Naamloze opstelling – Netwerkopstelling")
    );
    program.harness.event(Event::Text("Hoorn".to_owned()));
    program.settle();
    key(&mut program, Key::Enter);
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("wonen.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.clone().into()));
    let mut named = None;
    program.until("the save", |_| path.exists());
    for _ in 0..20 {
        named = title(&mut program).or(named);
    }
    let shown = named.or_else(|| Some(program.harness.state().window_name().to_owned()));
    assert_eq!(
        shown.as_deref(),
        Some("wonen.opstelling.json – Netwerkopstelling")
    );
}

#[test]
fn the_inspector_begins_at_its_top_for_another_actor_and_when_it_is_opened_anew() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    let top = |program: &Program| program.harness.get_by_label("Naam").rect().top();
    let first = top(&program);
    let scrolled = |program: &mut Program| {
        let at = program.harness.get_by_label("Naam").rect().center();
        program.harness.event(Event::PointerMoved(at));
        program.harness.step();
        program.harness.event(Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: vec2(0.0, -160.0),
            modifiers: Modifiers::NONE,
            phase: egui::TouchPhase::Move,
        });
        program.settle();
        let is_gone = program.harness.query_by_label("Naam").is_none();
        assert!(is_gone || top(program) < first - 20.0, "it scrolls");
    };
    scrolled(&mut program);
    click(&mut program, "Hoorn");
    assert_eq!(top(&program), first, "another actor");
    scrolled(&mut program);
    key(&mut program, Key::F8);
    key(&mut program, Key::F8);
    assert_eq!(top(&program), first, "opened anew");
}
