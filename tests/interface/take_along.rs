//! Picture, note and data leave the program by one window: what is on the disk or on the clipboard is what was chosen.

use std::fs;
use std::path::Path;
use std::process::Command as Process;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use image::GenericImageView;
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Look, ProgramRequest};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::{ActorId, RelationId};
use netwerkopstelling::scene::Filters;
use netwerkopstelling::store::{CopiedPixels, NoClipboard, NoViewer, PictureClipboard, Viewer, fill_disk};
use netwerkopstelling::takeaway::PictureKind;
use roxmltree::Document;
use tempfile::TempDir;

use crate::program::Program;

const SAMPLE: &str = "sample-networks/arbeidsmarktregio.opstelling.json";
/// Of that sample.
const EVERYBODY: &str = "23 actoren, 54 relaties";
const PREVIEW: &str = "Voorbeeld van de afbeelding";

/// A sample on the board with the window open, as a user gets there by the menu.
fn opened() -> (Program, TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    open(&mut program);
    (program, home)
}

fn open(program: &mut Program) {
    program.press("Bestand");
    program.press("Meenemen…");
    program.harness.run_steps(6);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::TakeAlong));
}

fn choose(program: &mut Program, role: Role, label: &str) {
    program.harness.get_by_role_and_label(role, label).click();
    program.harness.run_steps(4);
}

fn switch(program: &mut Program, label: &str) {
    choose(program, Role::RadioButton, label);
}

/// Until the preview shows what was chosen last, of so many.
fn until_preview(program: &mut Program, said: &str) {
    program.until_label(&format!("{PREVIEW}: {said}"));
}

/// Presses the button that saves, and types the path: a test has no file dialogs.
fn save(program: &mut Program, button: &str, path: &Path) {
    program.press(button);
    program.until_label("Dit systeem biedt geen bestandsvenster aan.");
    program.letters(path.to_str().unwrap());
    program.press("Hier opslaan");
}

fn saved(program: &mut Program, button: &str, path: &Path) -> Vec<u8> {
    save(program, button, path);
    program.until_label(&format!("Geëxporteerd naar {}", path.display()));
    fs::read(path).unwrap()
}

fn rendered(target: &Path, more: &[&str]) -> Vec<u8> {
    let output = Process::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
        .args(["render", SAMPLE])
        .args(more)
        .arg(target)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    fs::read(target).unwrap()
}

fn actors_of(svg: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(svg).unwrap();
    let file = Document::parse(text).expect("sound XML");
    let actors = file.descendants().filter(|node| {
        let id = node.attribute("id").unwrap_or_default();
        id.starts_with("actor-")
    });
    let names = actors.map(|node| {
        let title = node.children().find(|child| child.has_tag_name("title"));
        title
            .and_then(|title| title.text())
            .unwrap_or_default()
            .to_owned()
    });
    names.collect()
}

/// All words on it, line by line.
fn words_of(svg: &[u8]) -> String {
    let text = std::str::from_utf8(svg).unwrap();
    let file = Document::parse(text).expect("sound XML");
    let texts = file.descendants().filter(|node| node.has_tag_name("tspan"));
    let texts = texts.filter_map(|node| node.text().map(str::to_owned));
    texts.collect::<Vec<_>>().join("\n")
}

fn first_actors(program: &Program, count: usize) -> Vec<ActorId> {
    let actors = &program.harness.state().document().constellation().actors;
    actors.keys().copied().take(count).collect()
}

#[test]
fn the_picture_that_was_chosen_is_the_file_and_the_one_of_the_command_line() {
    let (mut program, home) = opened();
    until_preview(&mut program, EVERYBODY);
    switch(
        &mut program,
        "SVG: om te bewerken of voor een webpagina, scherp op elke maat",
    );
    switch(&mut program, "Donker");
    choose(&mut program, Role::CheckBox, "Voettekst");
    until_preview(&mut program, EVERYBODY);
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("bord.svg"));
    assert_eq!(actors_of(&svg).len(), 23);
    let other = home.path().join("render.svg");
    let headless = rendered(&other, &["--theme", "dark", "--without", "footer", "--svg"]);
    assert!(svg == headless, "the same settings give the same picture");
    open(&mut program);
    choose(&mut program, Role::CheckBox, "Letters als vormen");
    let shapes = saved(&mut program, "Opslaan als SVG…", &home.path().join("vormen.svg"));
    let other = home.path().join("render-vormen.svg");
    let more = [
        "--theme",
        "dark",
        "--without",
        "footer",
        "--letters",
        "outlines",
        "--svg",
    ];
    assert!(shapes != svg && shapes == rendered(&other, &more));
    open(&mut program);
    choose(&mut program, Role::CheckBox, "Letters als vormen");
    program.key(Key::Escape);
    assert_eq!(program.harness.state().desk().dialog, None, "it is done");

    open(&mut program);
    until_preview(&mut program, EVERYBODY);
    switch(&mut program, "Licht");
    choose(&mut program, Role::CheckBox, "Voettekst");
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("met.svg"));
    let words = words_of(&svg);
    assert!(words.contains("Over 23 actoren en 54 relaties"), "{words}");
    let question = "Hoe vinden mensen die nu aan de kant staan werk in techniek en zorg?";
    assert!(words.contains("Legenda") && words.contains(question), "{words}");
    open(&mut program);
    for part in ["Vraag", "Legenda", "Voettekst"] {
        choose(&mut program, Role::CheckBox, part);
    }
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("zonder.svg"));
    let words = words_of(&svg);
    assert!(
        ["Legenda", "Over 23", question]
            .iter()
            .all(|gone| !words.contains(gone)),
        "{words}"
    );
}

#[test]
fn a_png_has_the_pixels_that_were_asked_for_and_is_transparent_when_it_should_be() {
    let (mut program, home) = opened();
    let size = program.harness.get_by_role_and_label(Role::ComboBox, "Maat");
    size.click();
    program.harness.run_steps(4);
    program.press("Dia 16:9 (1920 × 1080)");
    switch(&mut program, "1 keer zoveel pixels in de breedte en de hoogte");
    choose(&mut program, Role::CheckBox, "Doorzichtig, zonder ondergrond");
    assert!(program.shows("PNG van 1920 × 1080 pixels"));
    let png = saved(&mut program, "Opslaan als PNG…", &home.path().join("bord.png"));
    let picture = image::load_from_memory(&png).unwrap();
    assert_eq!(picture.dimensions(), (1920, 1080));
    assert_eq!(picture.get_pixel(1919, 0).0[3], 0, "nothing lies in the corner");
    open(&mut program);
    switch(&mut program, "2 keer zoveel pixels in de breedte en de hoogte");
    choose(&mut program, Role::CheckBox, "Doorzichtig, zonder ondergrond");
    switch(&mut program, "Wit");
    let png = saved(&mut program, "Opslaan als PNG…", &home.path().join("wit.png"));
    let picture = image::load_from_memory(&png).unwrap();
    assert_eq!(picture.dimensions(), (3840, 2160));
    assert_eq!(picture.get_pixel(3839, 0).0, [255; 4]);
}

#[test]
fn a_pdf_is_a_sheet_of_the_paper_that_was_chosen() {
    let (mut program, home) = opened();
    switch(&mut program, "PDF: voor papier, van A4 tot A0");
    program
        .harness
        .get_by_role_and_label(Role::ComboBox, "Maat")
        .click();
    program.harness.run_steps(4);
    program.press("A2, liggend");
    let pdf = saved(&mut program, "Opslaan als PDF…", &home.path().join("bord.pdf"));
    let headless = rendered(&home.path().join("render.pdf"), &["--size", "A2", "--pdf"]);
    assert!(pdf.starts_with(b"%PDF-"));
    assert_eq!(pdf, headless);
}

#[test]
fn the_selection_alone_is_on_the_picture_and_the_footer_says_of_how_many() {
    let (mut program, home) = opened();
    switch(
        &mut program,
        "SVG: om te bewerken of voor een webpagina, scherp op elke maat",
    );
    switch(&mut program, "Selectie");
    program.until_label("Er is niemand op het bord geselecteerd.");
    let button = program
        .harness
        .get_by_role_and_label(Role::Button, "Opslaan als SVG…");
    assert!(button.accesskit_node().is_disabled(), "there is nothing to save");
    let some = first_actors(&program, 4);
    program.send(Look::Select(Selection::of_actors(some.iter().copied())));
    program.harness.run_steps(4);
    program.until_label(&format!("{PREVIEW}: 4 actoren"));
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("deel.svg"));
    let constellation = program.harness.state().document().constellation();
    let names: Vec<&str> = some
        .iter()
        .map(|id| constellation.actor(*id).unwrap().label.as_str())
        .collect();
    assert_eq!(actors_of(&svg), names);
    let words = words_of(&svg);
    assert!(words.contains("Over 4 van 23 actoren op het bord"), "{words}");
    let keys: Vec<&str> = some
        .iter()
        .map(|id| constellation.actor(*id).unwrap().key.as_str())
        .collect();
    let headless = rendered(
        &home.path().join("render.svg"),
        &["--select", &keys.join(","), "--svg"],
    );
    assert!(svg == headless, "the command line draws the same part");
}

#[test]
fn what_is_in_sight_is_what_the_window_shows_of_the_board() {
    let (mut program, home) = opened();
    switch(
        &mut program,
        "SVG: om te bewerken of voor een webpagina, scherp op elke maat",
    );
    switch(&mut program, "Wat in beeld is");
    until_preview(&mut program, EVERYBODY);
    let all = saved(&mut program, "Opslaan als SVG…", &home.path().join("alles.svg"));
    let words = words_of(&all);
    assert!(words.contains("Over 23 actoren en 54 relaties"), "{words}");
    open(&mut program);
    let first = first_actors(&program, 1)[0];
    let document = program.harness.state().document();
    let pos = document.constellation().actor(first).unwrap().pos.unwrap();
    let mut camera = program.harness.state().lens().camera;
    (camera.centre, camera.zoom) = ((pos.x as f32, pos.y as f32), 4.0);
    program.send(Look::Camera(camera));
    program.harness.run_steps(4);
    program.until("a preview of fewer", |program| {
        program.shows(PREVIEW) && !program.shows(EVERYBODY)
    });
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("deel.svg"));
    let actors = actors_of(&svg);
    let label = {
        let document = program.harness.state().document();
        document.constellation().actor(first).unwrap().label.clone()
    };
    assert!(actors.contains(&label) && actors.len() < 12, "{actors:?}");
    // Every relation of who is in the middle begins there, wherever it ends.
    let constellation = program.harness.state().document().constellation();
    let of_first = |id: &RelationId| {
        let relation = constellation.relation(*id).unwrap();
        relation.source == first || relation.target == first
    };
    let own: Vec<String> = constellation
        .relations
        .keys()
        .filter(|id| of_first(id))
        .map(|id| format!("relation-{}\"", id.0))
        .collect();
    let text = String::from_utf8(svg.clone()).unwrap();
    assert!(
        own.len() > 2 && own.iter().all(|id| text.contains(id.as_str())),
        "{own:?}"
    );
    // What the window shows has its shape.
    let window = program.board();
    let file = Document::parse(&text).expect("sound XML");
    let part = file
        .descendants()
        .find(|node| node.has_tag_name("clipPath"))
        .and_then(|part| part.first_element_child())
        .expect("a part");
    let side = |name: &str| -> f32 { part.attribute(name).unwrap().parse().unwrap() };
    let shape = side("width") / side("height");
    assert!(
        (shape - window.aspect_ratio()).abs() < 0.02,
        "{shape} for {window:?}"
    );
    camera.centre = (100_000.0, 0.0);
    program.send(Look::Camera(camera));
    open(&mut program);
    program.until_label("In dit deel van het bord staat niemand.");
}

#[test]
fn what_filters_hide_is_said_in_the_window_and_on_the_picture() {
    let (mut program, home) = opened();
    let document = program.harness.state().document();
    let sector = document.constellation().vocabulary.sectors[0].id.clone();
    let filters = Filters {
        sectors: [sector].into(),
        ..Filters::default()
    };
    let hidden = filters.hidden(document.constellation());
    assert!(hidden.actors > 1 && hidden.relations > 1);
    program.send(Look::Filter(Box::new(filters)));
    program.harness.run_steps(4);
    let said = format!(
        "{} actoren en {} relaties verborgen",
        hidden.actors, hidden.relations
    );
    program.until_label(&format!("{said}; dat staat op de afbeelding."));
    switch(
        &mut program,
        "SVG: om te bewerken of voor een webpagina, scherp op elke maat",
    );
    choose(&mut program, Role::CheckBox, "Voettekst");
    let svg = saved(&mut program, "Opslaan als SVG…", &home.path().join("bord.svg"));
    assert!(words_of(&svg).contains(&said), "also without a footer");
    assert_eq!(actors_of(&svg).len(), 23 - hidden.actors);

    let document = program.harness.state().document();
    let vocabulary = &document.constellation().vocabulary;
    let all = Filters {
        actor_kinds: vocabulary
            .actor_kinds
            .iter()
            .map(|kind| kind.id.clone())
            .collect(),
        ..Filters::default()
    };
    let is_everybody = all.hidden(document.constellation()).actors == 23;
    assert!(is_everybody, "every actor of the sample has a kind");
    program.send(Look::Filter(Box::new(all)));
    open(&mut program);
    program.until_label("Filters verbergen iedereen");
    let path = home.path().join("niemand.svg");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportPicture(PictureKind::Svg),
        path.clone().into(),
    ));
    program.until_label("is niet geschreven. Filters verbergen iedereen");
    assert!(!path.exists());
}

#[test]
fn of_a_board_with_nobody_there_is_no_picture_and_a_sentence_says_so() {
    let mut program = Program::with_new_board();
    open(&mut program);
    program.until_label("Er staat niemand op het bord");
    program.key(Key::Escape);
    program.key_with(Modifiers::COMMAND, Key::P);
    program.until_label("Er staat niemand op het bord: er is niets te tekenen.");
    assert!(program.viewed.lock().unwrap().is_empty());
}

#[test]
fn a_file_that_is_there_goes_only_when_that_is_agreed() {
    let (mut program, home) = opened();
    let path = home.path().join("bord.png");
    fs::write(&path, "van mij").unwrap();
    save(&mut program, "Opslaan als PNG…", &path);
    program.until_label("bestaat al. Vervangen door wat nu wordt geëxporteerd?");
    program.press("Terug naar het bord");
    assert_eq!(fs::read_to_string(&path).unwrap(), "van mij");
    open(&mut program);
    save(&mut program, "Opslaan als PNG…", &path);
    program.until_label("bestaat al. Vervangen door wat nu wordt geëxporteerd?");
    program.press("Toch vervangen");
    program.until_label("Geëxporteerd naar");
    assert!(fs::read(&path).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_target_that_cannot_be_written_is_told_of_and_nothing_is_left_behind() {
    let (mut program, home) = opened();
    let nowhere = home.path().join("weg").join("bord.png");
    save(&mut program, "Opslaan als PNG…", &nowhere);
    program.until_label(&format!("{} is niet bewaard.", nowhere.display()));
    assert!(!nowhere.exists());
    let folder = home.path().join("map.png");
    fs::create_dir(&folder).unwrap();
    open(&mut program);
    save(&mut program, "Opslaan als PNG…", &folder);
    program.until_label(&format!("{} is niet bewaard.", folder.display()));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
}

#[test]
fn what_is_stopped_writes_nothing_and_leaves_what_was_there() {
    let (mut program, home) = opened();
    let path = home.path().join("bord.png");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportPicture(PictureKind::Png),
        path.clone().into(),
    ));
    program.send(ProgramRequest::StopExporting);
    program.until_label("Gestopt: er is niets geschreven.");
    assert!(!path.exists());
}

/// Frames until there is a picture on the clipboard.
fn copied(program: &mut Program) -> CopiedPixels {
    program.until("the clipboard", |program| {
        !program.copied.lock().unwrap().is_empty()
    });
    let mut copied = program.copied.lock().unwrap();
    copied.pop().expect("it is there")
}

#[test]
fn the_picture_goes_to_the_clipboard_with_the_pixels_that_were_chosen() {
    let (mut program, _home) = opened();
    switch(&mut program, "1 keer zoveel pixels in de breedte en de hoogte");
    choose(&mut program, Role::CheckBox, "Doorzichtig, zonder ondergrond");
    program
        .harness
        .get_by_role_and_label(Role::Button, "Kopieer als afbeelding")
        .click();
    let picture = copied(&mut program);
    assert_eq!(picture.size, [1600, 1000]);
    let strengths = || picture.rgba.iter().skip(3).step_by(4);
    assert_eq!(picture.rgba[4 * 1599 + 3], 0);
    assert!(strengths().any(|strength| *strength == 255));
    assert_eq!(strengths().count(), 1600 * 1000);
    program.until_label("De afbeelding staat op het klembord.");
    // A system without a clipboard is told of, and nothing is said that is not so.
    let refuses = PictureClipboard::new(|_| Err(NoClipboard));
    program.harness.state_mut().copy_pictures_to(refuses);
    program
        .harness
        .get_by_role_and_label(Role::Button, "Kopieer als afbeelding")
        .click();
    program.until_label("Het klembord van je systeem neemt de afbeelding niet aan.");
    assert!(!program.shows("De afbeelding staat op het klembord."));
}

#[test]
fn control_and_p_makes_a_pdf_and_shows_it() {
    let (mut program, home) = opened();
    program.key(Key::Escape);
    program.key_with(Modifiers::COMMAND, Key::P);
    program.until_label("De PDF is geopend om af te drukken.");
    let viewed = program.viewed.lock().unwrap().clone();
    assert_eq!(viewed.len(), 1);
    let file: &Path = viewed[0].as_ref();
    assert!(file.starts_with(home.path()) && fs::read(file).unwrap().starts_with(b"%PDF-"));
    program.send(Command::Print);
    program.until("a second print", |program| {
        program.viewed.lock().unwrap().len() == 2
    });
    let viewed = program.viewed.lock().unwrap().clone();
    assert_ne!(viewed[0], viewed[1], "the first may be open still");

    // Who chose the selection yesterday, and prints today with nobody selected, prints the board.
    open(&mut program);
    switch(&mut program, "Selectie");
    program.until_label("Er is niemand op het bord geselecteerd.");
    program.key(Key::Escape);
    program.key_with(Modifiers::COMMAND, Key::P);
    program.until("a third print", |program| {
        program.viewed.lock().unwrap().len() == 3
    });

    program
        .harness
        .state_mut()
        .show_with(Viewer::new(|_| Err(NoViewer)));
    program.send(Command::Print);
    program.until_label("Er is geen programma gevonden dat een PDF toont. De PDF staat in");
}

#[test]
fn what_was_chosen_last_is_chosen_the_next_time_and_the_next_day() {
    let (mut program, home) = opened();
    switch(&mut program, "PDF: voor papier, van A4 tot A0");
    switch(&mut program, "Hoog contrast");
    switch(&mut program, "Verslag");
    switch(&mut program, "ODT: voor LibreOffice, om verder te bewerken");
    choose(&mut program, Role::CheckBox, "Cijfers");
    program.key(Key::Escape);
    program.settle();
    let settings = home.path().join("settings.json");
    program.until("the settings", |_| {
        fs::read_to_string(&settings).is_ok_and(|text| text.contains("figures"))
    });
    drop(program);
    let mut program = Program::at(home.path());
    program.open_sample();
    open(&mut program);
    let note = program
        .harness
        .get_by_role_and_label(Role::Button, "Opslaan als ODT…");
    assert!(!note.accesskit_node().is_disabled());
    let figures = program.harness.get_by_role_and_label(Role::CheckBox, "Cijfers");
    assert_eq!(
        figures.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::False)
    );
    switch(&mut program, "Beeld");
    program
        .harness
        .get_by_role_and_label(Role::Button, "Opslaan als PDF…");
}

#[test]
fn the_note_has_the_kind_the_language_and_the_parts_that_were_chosen() {
    let (mut program, home) = opened();
    switch(&mut program, "Verslag");
    switch(&mut program, "Engels");
    choose(&mut program, Role::CheckBox, "Het bord");
    choose(&mut program, Role::CheckBox, "Bruggenbouwers");
    let note = saved(
        &mut program,
        "Opslaan als HTML…",
        &home.path().join("verslag.html"),
    );
    let note = String::from_utf8(note).unwrap();
    assert!(note.contains("lang=\"en\"") && !note.contains("<svg"));
    assert!(note.contains("Actors by sector") && !note.contains("<h2>Bridge builders"));

    open(&mut program);
    switch(&mut program, "Markdown: platte tekst met tabellen");
    switch(&mut program, "Nederlands");
    choose(&mut program, Role::CheckBox, "Bruggenbouwers");
    let mut filters = Filters::default();
    let document = program.harness.state().document();
    filters
        .sectors
        .insert(document.constellation().vocabulary.sectors[0].id.clone());
    let hidden = filters.hidden(document.constellation());
    program.send(Look::Filter(Box::new(filters)));
    program.harness.run_steps(4);
    assert!(program.shows("wat is weggelaten, staat in het verslag"));
    let note = saved(
        &mut program,
        "Opslaan als Markdown…",
        &home.path().join("verslag.md"),
    );
    let note = String::from_utf8(note).unwrap();
    assert!(note.contains("## Bruggenbouwers"), "{note}");
    let said = format!("Met filters zijn {} actoren", hidden.actors);
    assert!(note.contains(&said), "the lens of the window counts");
}

#[test]
fn data_leave_by_the_same_window() {
    let (mut program, home) = opened();
    let button = "Opslaan…";
    switch(&mut program, "Gegevens");
    let network = saved(&mut program, button, &home.path().join("netwerk.json"));
    let network: serde_json::Value = serde_json::from_slice(&network).unwrap();
    assert_eq!(network["nodes"].as_array().map(Vec::len), Some(23));
    open(&mut program);
    switch(&mut program, "Cijfers per actor (CSV)");
    let rows = saved(&mut program, button, &home.path().join("cijfers.csv"));
    assert_eq!(String::from_utf8(rows).unwrap().lines().count(), 24);
    open(&mut program);
    switch(&mut program, "Alle cijfers (JSON)");
    let all = saved(&mut program, button, &home.path().join("cijfers.json"));
    let all: serde_json::Value = serde_json::from_slice(&all).unwrap();
    assert_eq!(all["actors"]["ids"].as_array().map(Vec::len), Some(23));
}

#[test]
fn the_window_fits_the_screens_of_small_laptops_whatever_is_chosen() {
    for (wide, high) in [(1024.0, 768.0), (1280.0, 800.0)] {
        let (mut program, _home) = opened();
        program.harness.set_size(vec2(wide, high));
        program.harness.run_steps(8);
        until_preview(&mut program, EVERYBODY);
        let screen = program.harness.ctx.content_rect();
        for (sort, buttons) in [
            (
                "Beeld",
                &["Opslaan als PNG…", "Kopieer als afbeelding", "Afdrukken…"][..],
            ),
            ("Verslag", &["Opslaan als HTML…"]),
            ("Gegevens", &["Opslaan…"]),
        ] {
            switch(&mut program, sort);
            program.harness.run_steps(8);
            let window = program
                .harness
                .get_by_role_and_label(Role::Window, "Meenemen")
                .rect();
            assert!(screen.contains_rect(window), "{sort} {wide}: {window:?}");
            for label in buttons {
                let found = program.harness.get_all_by_role_and_label(Role::Button, label);
                let rects: Vec<_> = found.map(|node| node.rect()).collect();
                let is_inside = rects.iter().any(|rect| window.contains_rect(*rect));
                assert!(is_inside, "{label} {wide}: {rects:?} in {window:?}");
            }
        }
    }
}

#[test]
fn codes_in_place_of_names_are_decided_one_press_from_here() {
    let (mut program, _home) = opened();
    program.press("Codes in plaats van namen…");
    program.harness.run_steps(4);
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Pseudonyms));
}

#[test]
fn a_preview_follows_the_board_and_goes_with_the_window() {
    let (mut program, _home) = opened();
    until_preview(&mut program, EVERYBODY);
    program.send(Command::SelectAll);
    program.send(Command::Delete);
    program.until_label("Er staat niemand op het bord");
    program.key_with(Modifiers::COMMAND, Key::Z);
    until_preview(&mut program, EVERYBODY);
    program.send(DeskChange::Close(Dialog::TakeAlong));
    program.harness.run_steps(4);
    assert!(!program.shows(PREVIEW));
}

#[test]
fn after_a_failed_save_the_window_stays_with_what_was_chosen_and_says_why() {
    let (mut program, home) = opened();
    switch(
        &mut program,
        "SVG: om te bewerken of voor een webpagina, scherp op elke maat",
    );
    switch(&mut program, "Donker");
    let full = home.path().join("vol");
    fs::create_dir(&full).unwrap();
    let old = full.join("bord.svg");
    fs::write(&old, "wat er stond").unwrap();
    let disk = fill_disk(&full);
    let button = "Opslaan als SVG…";
    save(&mut program, button, &old);
    program.until_label("bestaat al");
    program.press("Toch vervangen");
    program.until_label("De schijf is vol.");
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::TakeAlong));
    let window = program
        .harness
        .get_by_role_and_label(Role::Window, "Meenemen")
        .rect();
    let why = program.harness.get_by_label_contains("De schijf is vol.").rect();
    assert!(window.contains_rect(why), "{why} in {window}");
    assert_eq!(fs::read_to_string(&old).unwrap(), "wat er stond");
    assert_eq!(fs::read_dir(&full).unwrap().count(), 1, "nothing is left behind");
    let dark = program.harness.get_by_role_and_label(Role::RadioButton, "Donker");
    assert_eq!(
        dark.accesskit_node().toggled(),
        Some(egui::accesskit::Toggled::True)
    );

    // Another place will do.
    saved(&mut program, button, &home.path().join("elders.svg"));
    assert!(!program.shows("De schijf is vol."));
    assert_eq!(program.harness.state().desk().dialog, None, "it is done");

    // And the same one, when there is room.
    drop(disk);
    open(&mut program);
    save(&mut program, button, &old);
    program.until_label("bestaat al");
    program.press("Toch vervangen");
    program.until_label("Geëxporteerd naar");
    program.until("the file", |_| fs::read_to_string(&old).unwrap().contains("<svg"));
}

#[test]
fn who_types_no_path_after_all_is_back_where_it_was_asked_for() {
    let (mut program, _home) = opened();
    program.press("Opslaan als PNG…");
    program.until_label("Dit systeem biedt geen bestandsvenster aan.");
    program.key(Key::Escape);
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::TakeAlong));
}

#[test]
fn why_nothing_was_made_goes_when_it_is_not_so_any_more() {
    let (mut program, home) = opened();
    switch(&mut program, "Selectie");
    // Who was selected when the path was typed need not be so any more.
    let path = home.path().join("niemand.png");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportPicture(PictureKind::Png),
        path.into(),
    ));
    program.until_label("niemand.png is niet geschreven");
    program.send(Command::SelectAll);
    program.settle();
    assert!(!program.shows("is niet geschreven"));
}
