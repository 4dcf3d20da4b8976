//! A file may hold a name of millions of letters. How many are laid out is counted: time is another machine's.

use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent, Look};
use netwerkopstelling::edit::Selection;

use crate::program::Program;

/// More letters than a screen full of panels holds, and far fewer than there are in one of the names.
const MOST_LAID_OUT: usize = 60_000;
/// Of one thing that a screen reader reads: a field of several lines holds the most.
const MOST_SPOKEN: usize = 20_100;
const REPEATS: usize = 30_000;

fn long(word: &str) -> String {
    format!("{word} ").repeat(REPEATS).trim().to_owned()
}

fn letters(shape: &Shape) -> usize {
    match shape {
        Shape::Text(text) => text.galley.text().len(),
        Shape::Vec(shapes) => shapes.iter().map(letters).sum(),
        _ => 0,
    }
}

fn assert_bounded(program: &Program, when: &str) {
    let shapes = &program.harness.output().shapes;
    // The halo of a name writes it nine times.
    let laid_out: usize = shapes
        .iter()
        .map(|clipped| letters(&clipped.shape))
        .max()
        .unwrap_or(0);
    let all: usize = shapes.iter().map(|clipped| letters(&clipped.shape)).sum();
    assert!(
        all <= MOST_LAID_OUT,
        "{all} letters are laid out {when}, {laid_out} at once"
    );
    let mut nodes = vec![program.harness.root()];
    while let Some(node) = nodes.pop() {
        let spoken = [node.accesskit_node().label(), node.accesskit_node().value()];
        let length = spoken.iter().flatten().map(String::len).max().unwrap_or(0);
        assert!(length <= MOST_SPOKEN, "{length} letters are spoken {when}");
        nodes.extend(node.children());
    }
}

/// The sample with one actor, its kind, a kind of relation, a domain and the question of hundreds of thousands of letters.
fn file() -> (tempfile::TempDir, std::path::PathBuf, String) {
    let text = include_str!("../../sample-networks/noord-holland-noord-governance.opstelling.json");
    let mut json: serde_json::Value = serde_json::from_str(text).unwrap();
    let name = long("Eindeloos");
    json["nodes"][0]["label"] = name.clone().into();
    json["nodes"][0]["note"] = long("notitie").into();
    json["graph"]["issue"] = long("vraag").into();
    json["graph"]["title"] = long("titel").into();
    for list in [
        "actor_kinds",
        "sectors",
        "levels",
        "domains",
        "regions",
        "relation_kinds",
    ] {
        if let Some(word) = json["vocabulary"][list]
            .as_array_mut()
            .and_then(|list| list.first_mut())
        {
            word["label"] = long(list).into();
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("lang.opstelling.json");
    std::fs::write(&path, json.to_string()).unwrap();
    (folder, path, name)
}

#[test]
fn of_a_name_without_end_a_part_is_shown_everywhere_and_all_is_kept() {
    let (_folder, path, name) = file();
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| program.counts().0 > 5);
    program.settle();
    assert_bounded(&program, "on the board");
    let constellation = program.harness.state().document().constellation();
    let actor = constellation.actors.values().find(|actor| actor.label == name);
    let id = actor.expect("the whole name is in the document").id;

    let selection = netwerkopstelling::edit::Selection::of_actor(id);
    program.send(Look::Reveal(selection));
    program.settle();
    assert_bounded(&program, "in the inspector");
    for command in [
        Command::ToggleTable,
        Command::FindActor,
        Command::ShowCentrality,
        Command::ShowSpanners,
        Command::ShowTables,
    ] {
        program.send(Intent::Run(command));
        program.settle();
        assert_bounded(&program, &format!("after {command:?}"));
    }
    program.harness.key_press(Key::Escape);
    program.settle();

    program.send(DeskChange::StartRename(id));
    program.settle();
    assert_bounded(&program, "in the field of the name");
    program.harness.key_press(Key::Enter);
    program.settle();
    let label = |program: &Program| {
        let constellation = program.harness.state().document().constellation();
        constellation.actor(id).map(|actor| actor.label.clone())
    };
    assert_eq!(
        label(&program).as_ref(),
        Some(&name),
        "left as it was, all of it stays"
    );

    program.send(DeskChange::StartRename(id));
    program.settle();
    program.harness.key_press(Key::Home);
    program.settle();
    program.harness.event(egui::Event::Text("Heel ".to_owned()));
    program.settle();
    program.harness.key_press(Key::Enter);
    program.settle();
    assert_eq!(
        label(&program).unwrap(),
        format!("Heel {name}"),
        "letters typed into the part leave the rest"
    );
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::F);
    program.settle();
    assert_bounded(&program, "while an actor is looked for");
}

/// Of one actor, whose name is ten megabytes.
fn file_of_one(folder: &std::path::Path) -> std::path::PathBuf {
    let name = "Eindeloos ".repeat(1 << 20);
    let json = serde_json::json!({
        "nodes": [
            { "id": 1, "label": name.trim(), "x": 0, "y": 0 },
            { "id": 2, "label": "Alkmaar", "x": 300, "y": 200 },
        ],
        "links": [{ "source": 1, "target": 2 }],
    });
    let path = folder.join("lang.json");
    std::fs::write(&path, json.to_string()).unwrap();
    path
}

#[test]
fn a_piece_with_a_name_without_end_has_the_beginning_of_it_on_the_board() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let path = file_of_one(home.path());
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| program.counts().0 == 2);
    program.settle();
    let places = program.harness.state().name_places();
    assert_eq!(places.len(), 2);
    for place in places {
        let place = place.expect("every piece has its name");
        assert!(program.board().contains_rect(place), "{place:?}");
    }
    let shapes = program.harness.output().shapes.iter();
    let written = shapes.map(|clipped| longest_beginning(&clipped.shape)).max();
    assert_eq!(
        written,
        Some(91),
        "ninety letters, and the sign that there are more"
    );
}

/// How many letters of the long name one text on the board has.
fn longest_beginning(shape: &Shape) -> usize {
    match shape {
        Shape::Text(text) if text.galley.text().starts_with("Eindeloos Eindeloos") => {
            text.galley.text().chars().count()
        }
        Shape::Vec(shapes) => shapes.iter().map(longest_beginning).max().unwrap_or(0),
        _ => 0,
    }
}

#[test]
fn who_points_at_a_piece_of_which_the_name_is_cut_reads_the_whole() {
    let name = "Gemeenschappelijke regeling ".repeat(13);
    let name = name[..360].to_owned();
    let json = serde_json::json!({
        "nodes": [
            { "id": 1, "label": name, "x": 0, "y": 0 },
            { "id": 2, "label": "Alkmaar", "x": 300, "y": 200 },
        ],
        "links": [{ "source": 1, "target": 2 }],
    });
    let home = tempfile::tempdir().unwrap();
    let path = home.path().join("lang.json");
    std::fs::write(&path, json.to_string()).unwrap();
    let mut program = Program::at(home.path());
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| program.counts().0 == 2);
    program.settle();
    let is_shown = |program: &Program, name: &str| {
        let shapes = program.harness.output().shapes.iter();
        shapes.into_iter().any(|clipped| has_text(&clipped.shape, name))
    };
    assert!(!is_shown(&program, &name), "a part of it is on the board");
    for (label, is_read) in [(name.as_str(), true), ("Alkmaar", false)] {
        let at = program.piece(label).center();
        program.harness.event(egui::Event::PointerMoved(at));
        program.harness.run_steps(60);
        assert_eq!(is_shown(&program, &name), is_read, "{label}");
    }
}

/// Whether a text on the screen is this, whatever lines it is in.
fn has_text(shape: &Shape, name: &str) -> bool {
    match shape {
        Shape::Text(text) => text.galley.job.text == name,
        Shape::Vec(shapes) => shapes.iter().any(|shape| has_text(shape, name)),
        _ => false,
    }
}

/// A constellation with names for some pieces, opened.
fn program_with_names(home: &std::path::Path, names: &[&str]) -> Program {
    let nodes: Vec<serde_json::Value> = names
        .iter()
        .enumerate()
        .map(|(at, name)| serde_json::json!({ "id": at, "label": name, "x": 200 * at, "y": 0 }))
        .collect();
    let path = home.join("namen.json");
    std::fs::write(
        &path,
        serde_json::json!({ "nodes": nodes, "links": [] }).to_string(),
    )
    .unwrap();
    let mut program = Program::at(home);
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| program.counts().0 == names.len());
    program.settle();
    program
}

#[test]
fn names_in_other_scripts_stand_on_the_board_in_the_order_in_which_they_are_read() {
    let home = tempfile::tempdir().unwrap();
    let program = program_with_names(home.path(), &["Αθήνα", "Київ", "עיריית חיפה", "Brug 🌉"]);
    let shapes = || program.harness.output().shapes.iter();
    // The first word of the Hebrew name stands at the right.
    for name in ["Αθήνα", "Київ", "חיפה עיריית", "Brug 🌉"] {
        assert!(shapes().any(|clipped| has_text(&clipped.shape, name)), "{name}");
    }
    assert!(!program.shows("in geen lettertype"));
}

#[test]
fn a_name_from_right_to_left_is_edited_letter_by_letter_in_its_field() {
    let home = tempfile::tempdir().unwrap();
    for (name, more) in [
        ("עיריית חיפה", "ה"),
        ("بلدية طنجة", "ب"),
        ("Stichting בית לחם", "x"),
    ] {
        let mut program = program_with_names(home.path(), &["Alkmaar", name]);
        let actor = program.harness.state().scene().pieces[1].actor;
        program.send(Look::Select(Selection::of_actors([actor])));
        program.settle();
        assert_eq!(program.text_in("Naam"), name);
        program.harness.get_by_label("Naam").focus();
        program.settle();
        // All letters of the field are in a font of the program: none is drawn as a box.
        let has_all = program.harness.ctx.fonts_mut(|fonts| {
            let font = egui::FontId::proportional(14.0);
            fonts.has_glyphs(&font, name)
        });
        assert!(has_all, "{name}");
        program.key(Key::End);
        program.at_once(vec![egui::Event::Text(more.to_owned())]);
        program.key(Key::Enter);
        program.settle();
        assert_eq!(program.names()[1], format!("{name}{more}"));
    }
}

#[test]
fn of_letters_in_no_font_the_user_is_told_once() {
    let home = tempfile::tempdir().unwrap();
    let mut program = program_with_names(home.path(), &["Bureau 北京", "Alkmaar"]);
    let told = "De letter “北” in “Bureau 北京” zit in geen lettertype";
    program.until("the sentence", |program| program.shows(told));
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    program.send(Intent::Run(Command::Delete));
    program.settle();
    program.send(Intent::Run(Command::Undo));
    program.settle();
    assert_eq!(program.harness.query_all_by_label_contains(told).count(), 1);
}
