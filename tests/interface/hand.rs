//! What happens to the document under the hand: nothing unseen is changed, nothing lands on another, nothing is
//! read as what it is not.

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2, Rect, pos2, vec2};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::edit::{RelationField, Selection};
use netwerkopstelling::model::{Actor, Constellation, Language, Point};

use crate::program::Program;

const FIELD: &str = "Naam van een nieuwe actor";

/// Two municipalities and another body, each related to the first.
fn village() -> Program {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    kind(&mut program, Some("gemeente"));
    program.add(middle - vec2(180.0, 60.0), "Alkmaar");
    program.add(middle + vec2(0.0, 120.0), "Hoorn");
    kind(&mut program, Some("waterschap"));
    program.add(middle + vec2(180.0, -60.0), "Horizon College");
    let from = program.piece("Alkmaar");
    for other in ["Hoorn", "Horizon College"] {
        let to = program.piece(other).center();
        program.drag(pos2(from.right() - 2.0, from.center().y), to);
    }
    assert_eq!(program.counts(), (3, 2, 5));
    program
}

fn kind(program: &mut Program, kind: Option<&str>) {
    program.send(DeskChange::ActiveActorKind(kind.map(Into::into)));
    program.harness.run_steps(2);
}

fn constellation(program: &Program) -> &Constellation {
    program.harness.state().document().constellation()
}

fn actor<'a>(program: &'a Program, label: &str) -> &'a Actor {
    let mut actors = constellation(program).actors.values();
    actors
        .find(|actor| actor.label == label)
        .expect("an actor of that name")
}

fn click(program: &mut Program, label: &str) {
    let at = program.piece(label).center();
    program.buttons(at, &[true, false]);
    program.settle();
}

fn key(program: &mut Program, key: Key) {
    program.harness.key_press(key);
    program.settle();
}

/// Hides or shows a word with its box among the filters.
fn filter(program: &mut Program, word: &str) {
    if program
        .harness
        .query_by_role_and_label(Role::CheckBox, word)
        .is_none()
    {
        program.press("Filters");
    }
    program
        .harness
        .get_by_role_and_label(Role::CheckBox, word)
        .click();
    program.settle();
}

fn selected(program: &Program) -> Vec<String> {
    let selection = program.harness.state().document().selection();
    let label = |id| constellation(program).actor(id).map(|actor| actor.label.clone());
    selection.actors.iter().filter_map(|id| label(*id)).collect()
}

fn find(program: &mut Program, letters: &str) {
    program.send(Intent::Run(Command::FindActor));
    program.settle();
    program.harness.event(Event::Text(letters.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

fn name_in_list(program: &mut Program, text: &str) {
    if program.harness.query_by_label(FIELD).is_none() {
        program.press("Actoren en tafelrand");
    }
    program.harness.get_by_label(FIELD).focus();
    program.settle();
    program.harness.event(Event::Paste(text.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

#[test]
fn what_is_hidden_is_not_selected_and_no_key_changes_it() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    assert_eq!(selected(&program), ["Alkmaar"]);
    filter(&mut program, "Gemeente");
    assert!(selected(&program).is_empty(), "hiding deselects");
    let before = constellation(&program).clone();
    let board = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(board, &[true, false]);
    program.settle();
    for pressed in [
        Key::Delete,
        Key::F2,
        Key::Enter,
        Key::ArrowRight,
        Key::Num4,
        Key::O,
        Key::M,
        Key::V,
    ] {
        key(&mut program, pressed);
        key(&mut program, Key::Escape);
    }
    assert_eq!(*constellation(&program), before);
}

#[test]
fn undo_does_not_select_what_is_hidden_again() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    key(&mut program, Key::Num3);
    filter(&mut program, "Gemeente");
    program.send(Intent::Run(Command::Undo));
    program.settle();
    assert_eq!(actor(&program, "Alkmaar").influence, None);
    assert!(selected(&program).is_empty());
}

#[test]
fn a_hidden_relation_is_deselected_with_its_kind() {
    let mut program = village();
    let kinds = &constellation(&program).vocabulary.relation_kinds;
    let word = kinds.iter().find(|kind| kind.id.as_str() == "samenwerking");
    let word = word.expect("the usual kind").label.clone();
    let relation = *constellation(&program).relations.keys().next().expect("related");
    program.send(Look::Select(netwerkopstelling::edit::Selection::of_relation(
        relation,
    )));
    program.settle();
    filter(&mut program, &word);
    assert!(program.harness.state().document().selection().is_empty());
    program.send(Intent::Run(Command::Delete));
    program.settle();
    assert_eq!(program.counts().1, 2);
}

#[test]
fn finding_a_hidden_actor_says_so_and_shows_it_when_asked() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    filter(&mut program, "Waterschap");
    find(&mut program, "alkm");
    assert!(selected(&program).is_empty());
    program.until_label("‘Alkmaar’ is verborgen door een filter.");
    program.press("Toon op het bord");
    assert_eq!(selected(&program), ["Alkmaar"]);
    program.piece("Alkmaar");
    let filters = &program.harness.state().lens().filters;
    assert_eq!(filters.actor_kinds.len(), 1, "what else was hidden stays hidden");
}

#[test]
fn deleting_says_what_went_and_puts_it_back() {
    let mut program = village();
    let before = constellation(&program).clone();
    click(&mut program, "Alkmaar");
    key(&mut program, Key::Delete);
    assert_eq!(program.counts().0, 2);
    program.until_label("‘Alkmaar’ en 2 relaties zijn verwijderd.");
    program.press("Terugzetten");
    assert_eq!(*constellation(&program), before);
    assert!(!program.shows("zijn verwijderd"));
}

#[test]
fn deleting_says_how_much_of_it_was_hidden_and_the_offer_goes_with_the_next_step() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    click(&mut program, "Horizon College");
    key(&mut program, Key::Delete);
    program.until_label("‘Horizon College’ en 1 relatie zijn verwijderd. Daarvan was 1 relatie verborgen.");
    name_in_list(&mut program, "Zaanstad");
    assert!(!program.shows("Terugzetten"), "it would take back something else");
}

#[test]
fn a_piece_sent_to_the_list_is_no_longer_what_keys_are_about() {
    let mut program = village();
    click(&mut program, "Alkmaar");
    program.send(Intent::Run(Command::ToTray));
    program.settle();
    let before = constellation(&program).clone();
    for pressed in [Key::Delete, Key::F2, Key::ArrowRight, Key::Num4] {
        key(&mut program, pressed);
        key(&mut program, Key::Escape);
    }
    assert_eq!(*constellation(&program), before);
}

#[test]
fn an_actor_in_a_folded_list_is_found_and_put_on_the_board() {
    let mut program = village();
    name_in_list(&mut program, "Zaanstad");
    for panel in ["Actoren en tafelrand", "Selectie"] {
        program.press(panel);
    }
    assert!(
        selected(&program).is_empty(),
        "the only places that named it are gone"
    );
    find(&mut program, "zaan");
    program.until_label("‘Zaanstad’ staat nog niet op het bord.");
    program.press("Zet op het bord");
    assert_eq!(selected(&program), ["Zaanstad"]);
    program.piece("Zaanstad");
}

#[test]
fn what_is_added_and_hidden_at_once_says_so() {
    let mut program = village();
    filter(&mut program, "Gemeente");
    kind(&mut program, Some("gemeente"));
    let told = "‘Zaanstad’ is verborgen door een filter.";
    name_in_list(&mut program, "Zaanstad");
    assert!(program.shows(told));
    program.press("Melding sluiten");
    program.press("Zet Zaanstad op het bord");
    assert!(program.shows(told));
    program.press("Toon op het bord");
    program.piece("Zaanstad");
}

#[test]
fn what_is_hidden_is_counted_in_the_words_of_what_there_is() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    kind(&mut program, Some("gemeente"));
    program.add(middle, "Alkmaar");
    filter(&mut program, "Gemeente");
    program.harness.get_by_label("1 actor verborgen, toon alles");
    let mut program = village();
    filter(&mut program, "Gemeente");
    program
        .harness
        .get_by_label("2 actoren en 2 relaties verborgen, toon alles");
}

#[test]
fn a_piece_cannot_be_carried_out_of_sight() {
    let mut program = village();
    let from = program.piece("Hoorn").center();
    let window = Rect::from_min_size(Pos2::ZERO, vec2(1300.0, 850.0));
    let goals = [
        window.right_bottom() + vec2(400.0, 300.0),
        window.left_center() - vec2(500.0, 0.0),
        window.right_center() - vec2(20.0, 0.0),
    ];
    let mut at = from;
    for goal in goals {
        program.drag(at, goal);
        at = program.piece("Hoorn").center();
        assert!(program.board().contains(at), "{at:?}");
    }
}

#[test]
fn arrows_stop_at_the_edge_of_the_board_and_keep_the_piece_in_sight() {
    let mut program = village();
    click(&mut program, "Hoorn");
    for _ in 0..220 {
        program
            .harness
            .key_press_modifiers(Modifiers::NONE, Key::ArrowRight);
        program.harness.step();
    }
    program.settle();
    let pos = actor(&program, "Hoorn").pos.expect("on the board");
    let half = constellation(&program).board.width / 2.0;
    assert!((half..half + 250.0).contains(&pos.x), "{pos:?}");
    assert!(program.board().contains(program.piece("Hoorn").center()));
}

/// The least distance between two pieces.
fn least_distance(program: &Program) -> f64 {
    let actors = constellation(program).actors.values();
    let places: Vec<Point> = actors.filter_map(|actor| actor.pos).collect();
    let pairs = places
        .iter()
        .enumerate()
        .flat_map(|(at, one)| places[..at].iter().map(|other| one.distance(*other)));
    pairs.fold(f64::INFINITY, f64::min)
}

#[test]
fn a_new_piece_never_lands_on_another() {
    let mut program = village();
    let least = least_distance(&program).min(90.0);
    // Beside the piece, so that the double click is not on it.
    let beside = program.piece("Alkmaar");
    program.add(beside.left_top() - vec2(6.0, 6.0), "Bergen");
    assert!(least_distance(&program) >= least, "double click");
    for _ in 0..3 {
        program.harness.event(Event::PointerMoved(beside.center()));
        program.settle();
        key(&mut program, Key::A);
        program.harness.event(Event::Text("Nieuw".to_owned()));
        program.settle();
        key(&mut program, Key::Enter);
        assert!(least_distance(&program) >= least, "A");
    }
    click(&mut program, "Alkmaar");
    for _ in 0..3 {
        program.send(Intent::Run(Command::Duplicate));
        program.settle();
        assert!(least_distance(&program) >= least, "duplicate");
    }
    click(&mut program, "Hoorn");
    program.harness.event(Event::Copy);
    program.settle();
    let copied = clipboard(&program);
    for _ in 0..3 {
        program.harness.event(Event::Paste(copied.clone()));
        program.settle();
        assert!(least_distance(&program) >= least, "paste");
    }
    assert_eq!(program.counts().0, 13);
    // Dropped from the list right upon a piece.
    name_in_list(&mut program, "Zaanstad");
    let id = actor(&program, "Zaanstad").id;
    let upon = actor(&program, "Hoorn").pos;
    program.send(Edit::Place(vec![(id, upon)]));
    program.settle();
    assert!(least_distance(&program) >= least, "from the list");
}

/// What the program put on the system's clipboard in the last frames; the program keeps it too.
fn clipboard(program: &Program) -> String {
    let selection = program.harness.state().document().selection();
    let fragment = netwerkopstelling::edit::operations::copy(constellation(program), selection);
    netwerkopstelling::app::clipboard_text(&fragment)
}

fn drag_value<'a>(program: &'a Program, label: &'a str) -> egui_kittest::Node<'a> {
    let mut found = program.harness.query_all_by_label(label);
    found
        .rfind(|node| node.accesskit_node().role() == Role::SpinButton)
        .expect("a field for a number")
}

fn type_number(program: &mut Program, label: &str, text: &str) {
    drag_value(program, label).focus();
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.event(Event::Text(text.to_owned()));
    program.settle();
    key(program, Key::Enter);
}

fn select_first_relation(program: &mut Program) {
    let relation = *constellation(program).relations.keys().next().expect("related");
    program.send(Look::Select(netwerkopstelling::edit::Selection::of_relation(
        relation,
    )));
    program.settle();
}

fn first_weight(program: &Program) -> f64 {
    let relation = constellation(program).relations.values().next();
    relation.expect("related").weight
}

#[test]
fn a_weight_with_a_point_for_thousands_is_asked_about_and_the_message_goes_with_its_cause() {
    let mut program = village();
    let told = "kan 1250 zijn of 1,25";
    select_first_relation(&mut program);
    type_number(&mut program, "Gewicht", "1,5");
    assert_eq!(first_weight(&program), 1.5);
    type_number(&mut program, "Gewicht", "2.5");
    assert_eq!(
        first_weight(&program),
        2.5,
        "a point can be nothing but the decimal sign here"
    );
    type_number(&mut program, "Gewicht", "1.250");
    assert_eq!(first_weight(&program), 2.5);
    assert!(program.shows(told));
    type_number(&mut program, "Gewicht", "3");
    assert_eq!(first_weight(&program), 3.0);
    assert!(!program.shows(told), "corrected");

    type_number(&mut program, "Gewicht", "1.250");
    assert!(program.shows(told));
    drag_value(&program, "Gewicht").focus();
    program.settle();
    key(&mut program, Key::Escape);
    assert!(!program.shows(told), "Esc");

    type_number(&mut program, "Gewicht", "1.250");
    assert!(program.shows(told));
    click(&mut program, "Hoorn");
    select_first_relation(&mut program);
    assert!(!program.shows(told), "another selection");
    assert_eq!(first_weight(&program), 3.0);
}

#[test]
fn one_is_stored_like_any_other_number_where_weights_differ_and_so_is_no_influence_where_none_is_known() {
    let mut program = village();
    let relations: Vec<_> = constellation(&program).relations.keys().copied().collect();
    let weights = |program: &Program| -> Vec<f64> {
        let relations = constellation(program).relations.values();
        relations.map(|relation| relation.weight).collect()
    };
    program.send(Edit::EditRelations(
        vec![relations[1]],
        RelationField::Weight(3.0).into(),
    ));
    program.send(Look::Select(Selection {
        relations: relations.into_iter().collect(),
        ..Selection::default()
    }));
    program.settle();
    assert_eq!(weights(&program), [1.0, 3.0]);
    // Entered and left again, nothing was typed.
    drag_value(&program, "Gewicht").focus();
    program.settle();
    key(&mut program, Key::Enter);
    assert_eq!(weights(&program), [1.0, 3.0]);
    type_number(&mut program, "Gewicht", "1");
    assert_eq!(weights(&program), [1.0, 1.0]);

    click(&mut program, "Hoorn");
    assert_eq!(actor(&program, "Hoorn").influence, None);
    type_number(&mut program, "Invloed", "0");
    assert_eq!(actor(&program, "Hoorn").influence, Some(0), "known, and none");
}

#[test]
fn the_weight_of_the_next_relation_is_read_in_the_same_way() {
    let mut program = village();
    let weight = |program: &Program| program.harness.state().desk().active_weight;
    type_number(&mut program, "Gewicht van de volgende relatie", "1,5");
    assert_eq!(weight(&program), 1.5);
    type_number(&mut program, "Gewicht van de volgende relatie", "1.250");
    assert_eq!(weight(&program), 1.5);
    assert!(program.shows("kan 1250 zijn of 1,25"));
}

#[test]
fn a_limit_of_the_filter_that_can_be_two_numbers_is_asked_about() {
    let mut program = village();
    program.press("Filters");
    let name = "Gewicht vanaf";
    program.harness.get_by_label(name).focus();
    program.settle();
    program.harness.event(Event::Paste("1.250".to_owned()));
    program.settle();
    key(&mut program, Key::Enter);
    assert_eq!(program.harness.state().lens().filters.min_weight, None);
    assert!(program.shows("kan 1250 zijn of 1,25"));
    key(&mut program, Key::Escape);
    assert!(!program.shows("kan 1250 zijn of 1,25"));
}

#[test]
fn a_name_that_is_there_already_is_pointed_at_in_any_case_or_form() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 40.0), "Súdwest-Fryslân");
    let there = "‘Súdwest-Fryslân’ staat er al.";
    for double in [
        "súdwest-FRYSLÂN",
        "Su\u{301}dwest-Frysla\u{302}n",
        "Ｓúdwest-Fryslân",
        "  Súdwest-Fryslân ",
    ] {
        name_in_list(&mut program, double);
        assert_eq!(program.counts().0, 2, "it is allowed: {double}");
        assert!(program.shows(there), "{double}");
        program.press("Ga ernaartoe");
        assert_eq!(selected(&program), ["Súdwest-Fryslân"]);
        program.send(Intent::Run(Command::Undo));
        program.settle();
        assert!(!program.shows(there), "taken back");
    }
    name_in_list(&mut program, "Sudwest-Fryslan");
    assert!(!program.shows(there), "without its accents it is another name");
}

#[test]
fn a_double_name_is_pointed_at_on_the_board_in_the_inspector_and_in_a_pasted_list() {
    let mut program = village();
    let middle = program.board().center();
    program.add(middle - vec2(150.0, 160.0), "ALKMAAR");
    assert!(program.shows("‘Alkmaar’ staat er al."));
    program.send(Intent::Run(Command::Undo));
    program.settle();

    click(&mut program, "Hoorn");
    program.harness.get_by_label("Naam").focus();
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.event(Event::Text("alkmaar".to_owned()));
    program.settle();
    key(&mut program, Key::Enter);
    assert!(program.shows("‘Alkmaar’ staat er al."), "inspector");
    program.send(Intent::Run(Command::Undo));
    program.settle();

    let corner = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(corner, &[true, false]);
    program.settle();
    program
        .harness
        .event(Event::Paste("HOORN\nZaanstad\nhorizon  college".to_owned()));
    program.settle();
    assert_eq!(program.counts().0, 6);
    assert!(program.shows("Deze namen staan er al: Hoorn, Horizon College."));
}

#[test]
fn what_is_pasted_into_another_opstelling_brings_its_words_along() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    for (list, label) in [
        (
            netwerkopstelling::edit::operations::WordList::ActorKinds,
            "Dorpsraad",
        ),
        (netwerkopstelling::edit::operations::WordList::Sectors, "Erfgoed"),
        (netwerkopstelling::edit::operations::WordList::Levels, "Buurt"),
        (netwerkopstelling::edit::operations::WordList::Domains, "Water"),
        (
            netwerkopstelling::edit::operations::WordList::Regions,
            "De Noordkop",
        ),
        (
            netwerkopstelling::edit::operations::WordList::RelationKinds,
            "Burenhulp",
        ),
        (
            netwerkopstelling::edit::operations::WordList::Regions,
            "Nergens gebruikt",
        ),
    ] {
        program.send(Edit::AddWord(list, label.to_owned()));
    }
    program.settle();
    kind(&mut program, Some("dorpsraad"));
    program.send(DeskChange::ActiveRelationKind("burenhulp".into()));
    program.harness.run_steps(2);
    program.add(middle - vec2(150.0, 40.0), "Schagen");
    program.add(middle + vec2(150.0, 40.0), "Petten");
    let (from, to) = (program.piece("Schagen"), program.piece("Petten").center());
    program.drag(pos2(from.right() - 2.0, from.center().y), to);
    let schagen = actor(&program, "Schagen").id;
    for edit in [
        netwerkopstelling::edit::ActorField::Sector(Some("erfgoed".into())).into(),
        netwerkopstelling::edit::ActorField::Level(Some("buurt".into())).into(),
        netwerkopstelling::edit::operations::ActorEdit::AddDomain("water".into()),
        netwerkopstelling::edit::ActorField::Region(Some("de-noordkop".into())).into(),
    ] {
        program.send(Edit::EditActors(vec![schagen], edit));
    }
    program.send(Intent::Run(Command::SelectAll));
    program.settle();
    let copied = clipboard(&program);
    let files = tempfile::tempdir().unwrap();
    let path = files.path().join("een.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path));
    program.until("the save", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    program.send(Intent::Run(Command::New));
    program.until("a new board", |program| program.counts().0 == 0);
    program.settle();
    // A word of the same label and another id is there already.
    let regions = netwerkopstelling::edit::operations::WordList::Regions;
    program.send(Edit::AddWord(regions, "Noordkop".to_owned()));
    program.settle();
    let mut word = constellation(&program)
        .vocabulary
        .regions
        .last()
        .expect("added")
        .clone();
    word.label = "de noordkop".to_owned();
    program.send(Edit::EditWord(Box::new(
        netwerkopstelling::edit::operations::Word::Region(word),
    )));
    program.settle();
    let before = constellation(&program).clone();
    let steps = program.counts().2;

    let corner = program.board().left_top() + vec2(20.0, 20.0);
    program.buttons(corner, &[true, false]);
    program.settle();
    program.harness.event(Event::Paste(copied));
    program.settle();
    assert_eq!(program.counts(), (2, 1, steps + 1));
    let schagen = actor(&program, "Schagen").clone();
    let words = &constellation(&program).vocabulary;
    let kind = words
        .actor_kind(schagen.kind.as_ref().expect("its kind"))
        .expect("known");
    assert_eq!(kind.label, "Dorpsraad");
    let sector = words
        .sector(schagen.sector.as_ref().expect("its sector"))
        .expect("known");
    assert_eq!(sector.label, "Erfgoed");
    let level = words
        .level(schagen.level.as_ref().expect("its level"))
        .expect("known");
    assert_eq!(level.label, "Buurt");
    assert_eq!(words.domain(&schagen.domains[0]).expect("known").label, "Water");
    let region = words
        .region(schagen.region.as_ref().expect("its region"))
        .expect("known");
    assert_eq!(region.label, "de noordkop", "the same word is not doubled");
    assert_eq!(
        words.regions.len(),
        before.vocabulary.regions.len(),
        "nor one that nobody uses"
    );
    let relation = constellation(&program).relations.values().next().expect("pasted");
    assert_eq!(
        words.relation_kind(&relation.kind).expect("known").label,
        "Burenhulp"
    );
    program.send(Intent::Run(Command::Undo));
    program.settle();
    let after = constellation(&program);
    assert_eq!(
        (&after.vocabulary, &after.actors),
        (&before.vocabulary, &before.actors)
    );
}

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
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.clone()));
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

#[test]
fn a_press_of_another_button_is_no_way_out_of_reach() {
    let mut program = village();
    let from = program.piece("Hoorn").center();
    program.buttons(from, &[true]);
    program
        .harness
        .event(Event::PointerMoved(from + vec2(4000.0, 4000.0)));
    program.settle();
    program.harness.event(Event::PointerButton {
        pos: from + vec2(4000.0, 4000.0),
        button: PointerButton::Primary,
        pressed: false,
        modifiers: Modifiers::NONE,
    });
    program.settle();
    assert!(program.board().contains(program.piece("Hoorn").center()));
}
