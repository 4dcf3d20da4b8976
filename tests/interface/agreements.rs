//! Agreements as a facilitator writes them down at the end of a session.

use std::path::Path;

use egui::accesskit::Role;
use egui::{Event, Key, Modifiers, PointerButton, Pos2};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Command, Edit, FileRequest, Intent, Look, ProgramRequest};
use netwerkopstelling::desk::{Below, PathPurpose};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::{ActorId, Agreement, AgreementParty, AgreementSubject, RelationId};

use crate::program::Program;

const NEW: &str = "Nieuwe afspraak: wat doet iemand? Enter voegt toe";

/// Three actors on the board, with a relation between the first two.
fn begun(home: &Path) -> Program {
    let mut program = Program::at(home);
    program.send(Intent::Run(Command::New));
    program.settle();
    program.send(ProgramRequest::PasteText("Alkmaar\nHoorn\nHeiloo".to_owned()));
    program.settle();
    let ids = ids(&program);
    program.send(Edit::AddRelation {
        source: ids[0],
        target: ids[1],
    });
    program.send(Command::SelectNone);
    program.settle();
    program
}

fn ids(program: &Program) -> Vec<ActorId> {
    let constellation = program.harness.state().document().constellation();
    constellation.actors.keys().copied().collect()
}

fn relation(program: &Program) -> RelationId {
    let constellation = program.harness.state().document().constellation();
    *constellation.relations.keys().next().expect("a relation")
}

fn agreements(program: &Program) -> Vec<Agreement> {
    let constellation = program.harness.state().document().constellation();
    constellation.agreements.values().cloned().collect()
}

fn command(program: &mut Program, key: Key) {
    program.key_with(Modifiers::COMMAND, key);
    program.settle();
}

fn write(program: &mut Program, field: &str, text: &str) {
    program.harness.get_by_label(field).focus();
    program.settle();
    program.key_with(Modifiers::COMMAND, Key::A);
    program.letters(text);
    program.key(Key::Enter);
    program.settle();
}

#[test]
fn agreements_are_written_one_after_the_other_without_the_mouse_and_come_back_from_a_file() {
    let home = tempfile::tempdir().unwrap();
    let mut program = begun(home.path());
    command(&mut program, Key::T);
    program.letters("Hoorn bellen");
    program.key(Key::Enter);
    program.settle();
    // The field goes on where it was.
    program.letters("zaal huren");
    program.key(Key::Enter);
    program.settle();
    let what: Vec<String> = agreements(&program).into_iter().map(|one| one.what).collect();
    assert_eq!(what, ["Hoorn bellen", "zaal huren"]);
    assert!(program.shows("Afspraken (2)") && program.shows("2 afspraken, alle nog open."));
    write(&mut program, "Wanneer: zaal huren", "1-12-2026");
    write(&mut program, "Wie: Hoorn bellen", "alkmaar, de buurman");
    let said = agreements(&program);
    assert_eq!(said[1].when, "2026-12-01");
    assert_eq!(program.text_in("Wanneer: zaal huren"), "01-12-2026");
    let alkmaar = AgreementParty::Actor(ids(&program)[0]);
    assert_eq!(
        said[0].who,
        [alkmaar, AgreementParty::Text("de buurman".to_owned())]
    );
    assert_eq!(program.text_in("Wie: Hoorn bellen"), "Alkmaar, de buurman");
    // Space ticks, as in any list.
    program.harness.get_by_label("Gedaan: zaal huren").focus();
    program.settle();
    program.key(Key::Space);
    program.settle();
    assert!(agreements(&program)[1].is_done);
    assert!(program.shows("2 afspraken, waarvan 1 gedaan."));
    program.send(Command::Undo);
    program.settle();
    assert!(!agreements(&program)[1].is_done);
    program.send(Command::Redo);
    program.settle();
    let before = agreements(&program);
    let file = home.path().join("x.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the file is there", |program| {
        file.exists() && !program.harness.state().document().has_unsaved_changes()
    });
    let again = Program::started_with(home.path(), &file);
    let mut again = again;
    again.until("the board is there", |program| program.counts().0 == 3);
    let after = agreements(&again);
    let said = |all: &[Agreement]| -> Vec<(String, String, bool, usize)> {
        all.iter()
            .map(|one| (one.what.clone(), one.when.clone(), one.is_done, one.who.len()))
            .collect()
    };
    assert_eq!(said(&after), said(&before));
    while program
        .harness
        .state()
        .document()
        .history()
        .undo_label()
        .is_some()
    {
        program.send(Command::Undo);
        program.settle();
    }
    assert!(agreements(&program).is_empty());
}

#[test]
fn a_few_letters_of_a_name_are_enough_by_key_and_by_pointer() {
    let home = tempfile::tempdir().unwrap();
    let mut program = begun(home.path());
    let about = AgreementSubject::Nothing;
    program.send(Edit::AddAgreement(about, "overleg".to_owned()));
    program.send(Command::WriteAgreement);
    program.settle();
    let field = "Wie: overleg";
    program.harness.get_by_label(field).focus();
    program.settle();
    program.letters("h");
    program.settle();
    // Both that begin so are on offer; the second is taken.
    for key in [Key::ArrowDown, Key::ArrowDown, Key::Enter] {
        program.key(key);
        program.settle();
    }
    assert_eq!(program.text_in(field), "Hoorn");
    assert!(agreements(&program)[0].who.is_empty(), "it is still being typed");
    program.letters(", alk");
    program.settle();
    let offered = program.harness.get_all_by_label("Alkmaar");
    let offered = offered.filter(|node| node.accesskit_node().role() == Role::Button);
    let row = offered
        .map(|node| node.rect())
        .max_by(|one, other| one.bottom().total_cmp(&other.bottom()));
    program.click_at(row.expect("the name is on offer").center());
    assert_eq!(program.text_in(field), "Hoorn, Alkmaar");
    program.key(Key::Enter);
    program.settle();
    let ids = ids(&program);
    assert_eq!(
        agreements(&program)[0].who,
        [AgreementParty::Actor(ids[1]), AgreementParty::Actor(ids[0])]
    );
    // Words that are no name stay words: nothing is taken that nobody chose.
    write(&mut program, field, "hoo");
    assert_eq!(
        agreements(&program)[0].who,
        [AgreementParty::Text("hoo".to_owned())]
    );
}

#[test]
fn an_agreement_is_about_the_selection_lights_up_there_and_outlives_it() {
    let home = tempfile::tempdir().unwrap();
    let mut program = begun(home.path());
    let (ids, tie) = (ids(&program), relation(&program));
    program.send(Edit::AddAgreement(
        AgreementSubject::Nothing,
        "overleg".to_owned(),
    ));
    program.send(Command::WriteAgreement);
    program.send(Look::Select(Selection::of_actor(ids[0])));
    program.settle();
    // Of the next one, and of the one that is there.
    assert_eq!(program.harness.query_all_by_label("over de selectie").count(), 2);
    let buttons = program.harness.get_all_by_label("over de selectie");
    let last = buttons.map(|node| node.rect().center());
    let last = last
        .max_by(|one: &Pos2, other| one.y.total_cmp(&other.y))
        .unwrap();
    program.click_at(last);
    assert_eq!(agreements(&program)[0].about, AgreementSubject::Actor(ids[0]));
    program.send(Command::SelectNone);
    program.settle();
    let row = |program: &Program| {
        let named = program.harness.get_all_by_role_and_label(Role::Button, "Alkmaar");
        let lowest = named.map(|node| node.rect().center());
        lowest
            .max_by(|one: &Pos2, other| one.y.total_cmp(&other.y))
            .unwrap()
    };
    let at = row(&program);
    program.click_at(at);
    let lit = program
        .harness
        .state()
        .lens()
        .highlight
        .clone()
        .expect("it is lit");
    assert_eq!(lit.actors, [ids[0]].into());
    program.click_at(at);
    assert_eq!(program.harness.state().lens().highlight, None);
    // About the relation, by its keys.
    program.send(Look::Select(Selection::of_relation(tie)));
    program.settle();
    program.key_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
    program.settle();
    program.letters("samen eten");
    program.key(Key::Enter);
    program.settle();
    assert_eq!(agreements(&program)[1].about, AgreementSubject::Relation(tie));
    // The one after that is about nothing again.
    program.letters("opruimen");
    program.key(Key::Enter);
    program.settle();
    assert_eq!(agreements(&program)[2].about, AgreementSubject::Nothing);
    let before = agreements(&program);
    program.send(Look::Select(Selection::of_actor(ids[0])));
    program.send(Command::Delete);
    program.settle();
    assert!(program.shows("Alkmaar (verwijderd)"));
    let after = agreements(&program);
    assert_eq!(after[0].about, AgreementSubject::Gone("Alkmaar".to_owned()));
    assert!(matches!(&after[1].about, AgreementSubject::Gone(name) if name.contains("Hoorn")));
    program.send(Command::Undo);
    program.settle();
    assert_eq!(agreements(&program), before);
}

#[test]
fn the_menu_of_a_piece_and_the_palette_lead_to_an_agreement() {
    let home = tempfile::tempdir().unwrap();
    let mut program = begun(home.path());
    let actor = ids(&program)[2];
    let at = program.piece("Heiloo").center();
    program.harness.event(Event::PointerMoved(at));
    for pressed in [true, false] {
        program.harness.event(Event::PointerButton {
            pos: at,
            button: PointerButton::Secondary,
            pressed,
            modifiers: Modifiers::NONE,
        });
    }
    program.settle();
    program.press("Afspraak hierover");
    program.settle();
    program.letters("langsgaan");
    program.key(Key::Enter);
    program.settle();
    assert_eq!(agreements(&program)[0].about, AgreementSubject::Actor(actor));
    program.key(Key::F6);
    program.settle();
    assert!(!program.harness.state().desk().table_is_open);
    program.key(Key::Escape);
    command(&mut program, Key::K);
    program.letters("afspraak");
    program.settle();
    program.key(Key::Enter);
    program.settle();
    let desk = program.harness.state().desk();
    assert!(desk.table_is_open && desk.below == Below::Agreements);
    assert!(program.harness.query_by_label(NEW).is_some());
    // The hall has the board alone.
    program.key(Key::Escape);
    program.key(Key::F5);
    program.settle();
    assert!(program.harness.query_by_label(NEW).is_none());
}

#[test]
fn an_explanation_is_kept_and_an_agreement_without_words_is_none() {
    let home = tempfile::tempdir().unwrap();
    let mut program = begun(home.path());
    program.send(Edit::AddAgreement(
        AgreementSubject::Nothing,
        "overleg".to_owned(),
    ));
    program.send(Command::WriteAgreement);
    program.settle();
    let is_field = |program: &Program| {
        let nodes = program.harness.query_all_by_label("Toelichting: overleg");
        nodes
            .filter(|node| node.accesskit_node().role() == Role::TextInput)
            .count()
    };
    assert_eq!(is_field(&program), 0);
    program.press("Toelichting: overleg");
    program.settle();
    assert_eq!(is_field(&program), 1);
    let field = program
        .harness
        .get_by_role_and_label(Role::TextInput, "Toelichting: overleg");
    field.focus();
    program.settle();
    program.letters("neemt koffie mee");
    program.key(Key::Enter);
    program.settle();
    assert_eq!(agreements(&program)[0].note, "neemt koffie mee");
    program.harness.get_by_label("Wat: overleg").focus();
    program.settle();
    program.key_with(Modifiers::COMMAND, Key::A);
    program.key(Key::Backspace);
    program.key(Key::Enter);
    program.settle();
    assert!(agreements(&program).is_empty());
    program.send(Command::Undo);
    program.settle();
    assert_eq!(agreements(&program)[0].note, "neemt koffie mee");
}
