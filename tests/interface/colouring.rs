//! What pieces are coloured by: chosen in the status line, told in the legend, kept in the file.

use egui::accesskit::Role;
use egui_kittest::kittest::{By, NodeT, Queryable};
use netwerkopstelling::command::{DeskChange, Edit};
use netwerkopstelling::edit::AttributeOwner;
use netwerkopstelling::model::{AttributeOf, AttributeType, AttributeValue, Rgb, Scalar};
use netwerkopstelling::scene::ColourBy;

use crate::program::Program;

const LIST: &str = "Waarnaar de stukken zijn gekleurd";
const KEEP: &str = "Zo openen (bewaren in het bestand)";

/// Takes this from the list in the status line, as the hand does.
fn choose(program: &mut Program, what: &str) {
    program.click_on(LIST);
    program.settle();
    program.press(what);
    program.settle();
}

fn fills(program: &Program) -> Vec<Rgb> {
    let scene = program.harness.state().scene();
    scene.pieces.iter().map(|piece| piece.fill).collect()
}

fn different(fills: &[Rgb]) -> usize {
    let mut all: Vec<[u8; 3]> = fills.iter().map(|rgb| [rgb.0, rgb.1, rgb.2]).collect();
    all.sort_unstable();
    all.dedup();
    all.len()
}

/// The legend in words, as a screen reader has it.
fn legend(program: &Program) -> String {
    let node = program.harness.get_by_label_contains("Legenda. ");
    let node = node.accesskit_node();
    node.label()
        .filter(|label| !label.is_empty())
        .or(node.value())
        .unwrap_or_default()
}

#[test]
fn every_entry_of_the_list_colours_the_pieces_and_the_legend_says_by_what() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    program.send(DeskChange::ToggleLegend);
    for (entry, heading) in [
        ("Schaalniveau", "Schaalniveau (kleur): "),
        ("Soort actor", "Soort (kleur): "),
        ("Domein", "Domein: "),
        ("Sector", "Sector: "),
    ] {
        choose(&mut program, entry);
        assert!(
            legend(&program).contains(heading),
            "{entry}: {}",
            legend(&program)
        );
        assert!(different(&fills(&program)) > 1, "{entry}");
    }
    program.click_on(LIST);
    program.settle();
    let region = By::new().role(Role::Button).label("Regio");
    assert!(program.harness.query(region).is_none(), "nobody here has one");
    program.press("Gevonden groep");
    program.until("groups are found and shown", |program| {
        legend(program).contains("Gevonden groep: A: rond ")
    });
    assert!(different(&fills(&program)) > 1);
}

#[test]
fn a_category_of_the_file_colours_the_pieces() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let ids: Vec<_> = program
        .harness
        .state()
        .document()
        .constellation()
        .actors
        .keys()
        .copied()
        .collect();
    program.send(Edit::AddAttribute(
        AttributeOf::Actors,
        "ring".to_owned(),
        AttributeType::Category,
    ));
    for (nth, id) in ids.iter().enumerate() {
        let word = if nth % 2 == 0 { "kern" } else { "schil" };
        let value = AttributeValue::One(Scalar::Text(word.to_owned()));
        let owners = vec![AttributeOwner::Actor(*id)];
        program.send(Edit::SetAttribute(owners, "ring".to_owned(), Some(value)));
    }
    program.send(DeskChange::ToggleLegend);
    choose(&mut program, "ring");
    assert!(
        legend(&program).contains("ring: kern, schil"),
        "{}",
        legend(&program)
    );
    assert_eq!(different(&fills(&program)), 2);
}

#[test]
fn the_choice_is_kept_in_the_file_when_the_user_wants_it_and_can_be_undone() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let kept = |program: &Program| {
        let document = program.harness.state().document();
        document.constellation().board.colour_by.clone()
    };
    choose(&mut program, "Schaalniveau");
    assert_eq!(kept(&program), None, "looking changes no file");
    program.click_on(LIST);
    program.settle();
    program.click_on(KEEP);
    program.settle();
    assert_eq!(kept(&program).as_deref(), Some("level"));
    let document = program.harness.state().document().constellation().clone();
    let text = netwerkopstelling::formats::native::write(&document);
    let file = home.path().join("niveau.opstelling.json");
    std::fs::write(&file, text).unwrap();
    let opened = Program::started_with(home.path(), &file);
    assert_eq!(opened.harness.state().lens().colour_by, ColourBy::Level);

    program.key(egui::Key::Escape);
    program.key_with(egui::Modifiers::COMMAND, egui::Key::Z);
    assert_eq!(kept(&program), None);
}

#[test]
fn the_sample_of_the_register_opens_coloured_by_region() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.until_label("Gemeenschappelijke regelingen");
    program.press("Gemeenschappelijke regelingen");
    program.until("it is open", |program| program.names().len() == 42);
    program.settle();
    assert_eq!(program.harness.state().lens().colour_by, ColourBy::Region);
    assert!(different(&fills(&program)) >= 3);
}

/// Gives a word of what the pieces are coloured by this colour, as the hand does.
fn recolour(program: &mut Program, word: &str, hex: &str) {
    choose(program, "Eigen kleuren…");
    let swatch = format!("Kleur van {word}: ");
    let at = {
        let found = program.harness.query_all_by_label_contains(&swatch).next();
        found.expect("a swatch").rect().center()
    };
    program.click_at(at);
    program.settle();
    program.click_on(hex);
    program.settle();
}

#[test]
fn every_word_can_have_a_colour_of_its_own_which_is_kept_and_undone() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    let before = fills(&program);
    let own = Rgb(0x88, 0x22, 0x55);
    for entry in ["Schaalniveau", "Soort actor", "Domein"] {
        choose(&mut program, entry);
        let plain = fills(&program);
        let of_entry = netwerkopstelling::scene::colour_choices(
            program.harness.state().document().constellation(),
            &program.harness.state().lens().colour_by,
            &netwerkopstelling::scene::Palette::of(netwerkopstelling::scene::ThemeKind::Light),
        );
        let used = of_entry
            .iter()
            .find(|choice| plain.contains(&choice.drawn))
            .expect("a word in use");
        let word = used
            .caption
            .text(netwerkopstelling::i18n::Texts::default())
            .into_owned();
        recolour(&mut program, &word, "#882255");
        assert!(fills(&program).contains(&own), "{entry}: {word}");
        let document = program.harness.state().document().constellation().clone();
        let written = netwerkopstelling::formats::native::write(&document);
        let read = netwerkopstelling::formats::read(&written).expect("our own file");
        assert_eq!(read.constellation.vocabulary, document.vocabulary, "{entry}");
        program.press(&format!("Standaardkleur voor {word}"));
        program.settle();
        assert_eq!(fills(&program), plain, "{entry}: as it was");
        program.key(egui::Key::Escape);
        program.key_with(egui::Modifiers::COMMAND, egui::Key::Z);
        assert!(fills(&program).contains(&own), "{entry}: undone");
        program.key_with(egui::Modifiers::COMMAND, egui::Key::Z);
        assert_eq!(fills(&program), plain, "{entry}: undone twice");
    }
    choose(&mut program, "Sector");
    assert_eq!(fills(&program), before);
}

/// Opens a file, colours by `entry`, gives `word` a colour of its own, saves and opens the file again: as a user does it.
fn own_colour_is_kept(name: &str, file: &std::path::Path, entry: &str, word: &str) {
    let home = tempfile::tempdir().unwrap();
    let own = Rgb(0x88, 0x22, 0x55);
    let mut program = Program::started_with(home.path(), file);
    program.until("the file", |program| program.counts().0 > 1);
    program.settle();
    choose(&mut program, entry);
    let plain = fills(&program);
    assert!(!plain.contains(&own), "{name}");
    recolour(&mut program, word, "#882255");
    let changed = fills(&program);
    assert!(changed.contains(&own), "{name}: seen on the board");
    let others = plain
        .iter()
        .zip(&changed)
        .filter(|(before, after)| before == after);
    assert!(others.count() > 0, "{name}: the other words keep theirs");
    program.key(egui::Key::Escape);
    program.settle();
    program.key_with(egui::Modifiers::COMMAND, egui::Key::S);
    program.until("it is saved", |program| program.shows("Opgeslagen"));
    drop(program);
    let other = tempfile::tempdir().unwrap();
    let mut again = Program::started_with(other.path(), file);
    again.until("the file again", |program| program.counts().0 > 1);
    again.settle();
    choose(&mut again, entry);
    assert_eq!(fills(&again), changed, "{name}: reopened");
}

/// The sample with fields of its actors and words besides, as a file of its own.
fn sample_with(
    folder: &std::path::Path,
    field: &str,
    words: [&str; 2],
    list: &str,
    of_list: serde_json::Value,
) -> std::path::PathBuf {
    let file = folder.join("eigen.opstelling.json");
    let bytes = std::fs::read("sample-networks/arbeidsmarktregio.opstelling.json").unwrap();
    let mut json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    for (nth, node) in json["nodes"].as_array_mut().unwrap().iter_mut().enumerate() {
        node[field] = words[nth % 2].into();
    }
    json["vocabulary"][list] = of_list;
    std::fs::write(&file, json.to_string()).unwrap();
    file
}

#[test]
fn a_region_has_a_colour_of_its_own_on_the_board_and_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let regions = serde_json::json!([{ "id": "kop", "label": "Kop" }, { "id": "duin", "label": "Duin" }]);
    let file = sample_with(folder.path(), "region", ["kop", "duin"], "regions", regions);
    own_colour_is_kept("region", &file, "Regio", "Duin");
}

#[test]
fn every_region_of_the_register_has_a_colour_of_its_own_on_the_board_and_in_the_file() {
    let name = "gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json";
    for region in ["Kop van Noord-Holland", "Westfriesland", "Regio Alkmaar"] {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join(name);
        std::fs::copy(std::path::Path::new("sample-networks").join(name), &file).unwrap();
        own_colour_is_kept(region, &file, "Regio", region);
    }
}

#[test]
fn a_word_of_a_category_has_a_colour_of_its_own_on_the_board_and_in_the_file() {
    let folder = tempfile::tempdir().unwrap();
    let ring = serde_json::json!([{ "key": "ring", "label": "ring", "of": "actors", "type": "category" }]);
    let file = sample_with(folder.path(), "ring", ["kern", "schil"], "attributes", ring);
    own_colour_is_kept("category", &file, "ring", "schil");
}

#[test]
fn a_colour_that_is_too_faint_is_told_of_and_drawn_so_that_it_can_be_seen() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    const FAINT: &str = "Steekt te weinig af tegen het bord";
    let told = |program: &Program| program.harness.query_all_by_label_contains(FAINT).count();
    choose(&mut program, "Eigen kleuren…");
    let before = told(&program);
    program.key(egui::Key::Escape);
    recolour(&mut program, "Overheid", "#f0e442");
    assert_eq!(told(&program), before + 1);
    let board = netwerkopstelling::scene::Palette::of(netwerkopstelling::scene::ThemeKind::Light).board;
    for fill in fills(&program) {
        assert!(
            netwerkopstelling::scene::contrast(fill, board) >= 2.99,
            "{fill:?}"
        );
    }
}

/// A command is found by its name, also from a field in which somebody types.
#[test]
fn own_colours_are_found_by_name_while_a_field_has_the_keyboard() {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    program.open_sample();
    program.harness.get_by_label("Titel").focus();
    program.settle();
    program.key_with(egui::Modifiers::COMMAND, egui::Key::K);
    program.settle();
    program.letters("eigen kl");
    program.key(egui::Key::Enter);
    program.settle();
    assert!(
        program
            .harness
            .query_all_by_label_contains("Kleur van Overheid: ")
            .next()
            .is_some()
    );
}
