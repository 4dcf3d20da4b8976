//! A walk over every field of the program: what stands in it is in the journal two seconds after the last key, or
//! the field is named here as one about nothing that a file holds.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use egui::accesskit::Role;
use egui::{Key, Modifiers, vec2};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;
use netwerkopstelling::command::{Command, DeskChange, Edit, Intent, Look};
use netwerkopstelling::desk::{Dialog, LeftTab, RightTab, SpannerDetail, TableTab};
use netwerkopstelling::edit::operations::WordList;
use netwerkopstelling::edit::{AgreementField, AttributeOwner, Selection};
use netwerkopstelling::model::{
    ActorId, AgreementSubject, AttributeOf, AttributeType, AttributeValue, NoteTarget,
};

use crate::program::{Program, every_dialog};

/// Parts of the two seconds that are promised: in so few frames, because there are many fields.
const HALF_SECS: [f64; 4] = [0.5; 4];

/// Fields about nothing that a file holds: what is looked for, what is shown, what is drawn next, and where to.
const OF_NO_FILE: [&str; 12] = [
    "Een paar letters van de naam",
    "Gewicht tot",
    "Gewicht van de volgende relatie",
    "Gewicht vanaf",
    "Omvang (relaties) vanaf",
    "Omvang tot",
    "Omvang vanaf",
    "Pad",
    "Typ een paar letters van een opdracht",
    "Zoek een actor",
    "Zoek in de tabel",
    "Zoek op naam of onderwerp",
];

/// One of every type that is typed.
const ATTRIBUTES: [(&str, AttributeType); 5] = [
    ("Omvang", AttributeType::WholeNumber),
    ("Sinds", AttributeType::Date),
    ("Code", AttributeType::Text),
    ("Trefwoorden", AttributeType::List),
    ("Fase", AttributeType::Category),
];

/// The part of the program in which the walk looks for fields.
#[derive(Debug, Clone, PartialEq)]
enum Place {
    Nothing,
    OneActor,
    SeveralActors,
    OneRelation,
    Left(LeftTab),
    Right(RightTab),
    HumanCard,
    Table(TableTab),
    Agreements,
    Dialog(Dialog),
}

fn places() -> Vec<Place> {
    let mut places = vec![
        Place::Nothing,
        Place::OneActor,
        Place::SeveralActors,
        Place::OneRelation,
        Place::HumanCard,
    ];
    places.extend([LeftTab::Tray, LeftTab::Filters].map(Place::Left));
    let right = [
        RightTab::Spanners,
        RightTab::Centrality,
        RightTab::Cohesion,
        RightTab::Tables,
    ];
    places.extend(right.map(Place::Right));
    places.extend([TableTab::Actors, TableTab::Relations].map(Place::Table));
    places.push(Place::Agreements);
    let other_lists = WordList::ALL.map(Dialog::Vocabulary).into_iter().skip(1);
    places.extend(every_dialog().into_iter().chain(other_lists).map(Place::Dialog));
    places
}

/// Three actors, of whom two have a relation, and a note: so that every panel has something to ask.
fn small(home: &Path) -> Program {
    let mut program = Program::at(home);
    program.send(Intent::Run(Command::New));
    program.settle();
    let middle = program.board().center();
    for (name, x) in [("Alkmaar", -160.0), ("Hoorn", 0.0), ("Heiloo", 160.0)] {
        program.add(middle + vec2(x, 0.0), name);
    }
    let ids = ids(&program);
    program.send(Edit::AddRelation {
        source: ids[0],
        target: ids[1],
    });
    program.send(Edit::AddNote(NoteTarget::Constellation, "Belt nog".to_owned()));
    program.send(Edit::AddAgreement(
        AgreementSubject::Nothing,
        "Overleg".to_owned(),
    ));
    program.settle();
    let agreements = &program.harness.state().document().constellation().agreements;
    let id = *agreements.keys().next().expect("an agreement");
    program.send(Edit::EditAgreement(id, AgreementField::Note("spoed".to_owned())));
    for (name, of_type) in ATTRIBUTES {
        program.send(Edit::AddAttribute(AttributeOf::Actors, name.to_owned(), of_type));
        program.send(Edit::AddAttribute(
            AttributeOf::Relations,
            name.to_owned(),
            of_type,
        ));
    }
    let owner = AttributeOwner::Actor(ids[0]);
    let value = AttributeValue::text("3");
    program.send(Edit::SetAttribute(vec![owner], "Omvang".to_owned(), Some(value)));
    program.settle();
    program
}

fn ids(program: &Program) -> Vec<ActorId> {
    let constellation = program.harness.state().document().constellation();
    constellation.actors.keys().copied().collect()
}

fn open(program: &mut Program, place: &Place) {
    let ids = ids(program);
    let relation = {
        let constellation = program.harness.state().document().constellation();
        *constellation.relations.keys().next().expect("a relation")
    };
    let selection = match place {
        Place::OneActor => Selection::of_actor(ids[0]),
        Place::SeveralActors => Selection::of_actors(ids.iter().copied()),
        Place::OneRelation => Selection::of_relation(relation),
        _ => Selection::default(),
    };
    program.send(Look::Select(selection));
    program.send(DeskChange::CloseLeft);
    program.send(DeskChange::OpenRight(RightTab::Selection));
    if program.harness.state().desk().table_is_open {
        program.send(DeskChange::ToggleTable);
    }
    program.send(DeskChange::SpannerDetail(None));
    if let Some(dialog) = program.harness.state().desk().dialog.clone() {
        program.send(DeskChange::Close(dialog));
    }
    match place {
        Place::Left(tab) => program.send(DeskChange::OpenLeft(*tab)),
        Place::Right(tab) => program.send(DeskChange::OpenRight(*tab)),
        Place::HumanCard => {
            program.send(DeskChange::OpenRight(RightTab::Spanners));
            program.send(DeskChange::SpannerDetail(Some((ids[0], SpannerDetail::Card))));
        }
        Place::Table(tab) => program.send(DeskChange::OpenTable(*tab)),
        Place::Agreements => program.send(DeskChange::WriteAgreement),
        Place::Dialog(dialog) => {
            program.send(DeskChange::CloseRight);
            program.send(DeskChange::Open(dialog.clone()));
        }
        _ => {}
    }
    program.harness.run_steps(6);
}

/// A field or what opens one, as the walk finds it: which one it is on the screen, and its name.
#[derive(Debug, Clone, PartialEq)]
struct Found {
    at: usize,
    name: String,
    is_number: bool,
}

impl Found {
    /// Without whom it is about: a table has the same field for everybody.
    fn sort(&self) -> String {
        let words: Vec<&str> = self.name.split(' ').take(2).collect();
        words.join(" ")
    }
}

fn is_field(node: &Node<'_>) -> bool {
    let role = node.accesskit_node().role();
    matches!(
        role,
        Role::TextInput | Role::MultilineTextInput | Role::SearchInput | Role::SpinButton
    )
}

fn opens_list(node: &Node<'_>) -> bool {
    matches!(node.accesskit_node().role(), Role::ComboBox | Role::ColorWell)
}

fn nodes<'t>(program: &'t Program, is_meant: fn(&Node<'_>) -> bool) -> impl Iterator<Item = Node<'t>> {
    program.harness.root().children_recursive().filter(is_meant)
}

fn found(program: &Program, is_meant: fn(&Node<'_>) -> bool) -> Vec<Found> {
    nodes(program, is_meant)
        .enumerate()
        .map(|(at, node)| Found {
            at,
            name: node.accesskit_node().label().unwrap_or_default(),
            is_number: node.accesskit_node().role() == Role::SpinButton,
        })
        .collect()
}

/// All that the journals hold.
fn journal(home: &Path) -> String {
    let files = fs::read_dir(home.join("journal")).unwrap().flatten();
    let text = files.filter_map(|file| fs::read_to_string(file.path()).ok());
    text.collect()
}

/// Types what nothing else in the program says, and lets two seconds pass. Whether the journal has it: as the value it
/// is, and letters that are none as they stand.
fn is_kept(program: &mut Program, home: &Path, field: &Found, number: usize) -> bool {
    nodes(program, is_field)
        .nth(field.at)
        .expect("it was there")
        .focus();
    program.harness.run_steps(4);
    program.key_with(Modifiers::COMMAND, Key::A);
    let (is_size, is_day) = (field.name.starts_with("Omvang"), field.name.starts_with("Sinds"));
    let has_values_only = field.is_number || is_size || is_day || field.name == "Kleurcode";
    let letters = format!("qz{number}x");
    if has_values_only
        && !OF_NO_FILE.contains(&field.name.as_str())
        && !is_written(program, home, &letters, &letters)
    {
        return false;
    }
    program.key_with(Modifiers::COMMAND, Key::A);
    let text = match (field.is_number, field.name.as_str()) {
        _ if is_size => (2_000 + number).to_string(),
        _ if is_day => format!("01-02-{}", 1_000 + number),
        (true, _) => (200 + number).to_string(),
        (false, "Kleurcode") => format!("#0010{number:02x}"),
        (false, _) => letters,
    };
    let kept = match field.name.as_str() {
        "Kleurcode" => format!("[0,16,{number}]"),
        _ if is_day => format!("{}-02-01", 1_000 + number),
        _ => text.clone(),
    };
    is_written(program, home, &text, &kept)
}

/// Types letters in the field that has the keyboard, and lets two seconds pass. Whether the journal has `kept` then.
fn is_written(program: &mut Program, home: &Path, letters: &str, kept: &str) -> bool {
    program.harness.state().settle_journal();
    let before = journal(home).len();
    program.letters(letters);
    for secs in HALF_SECS {
        let now = program.harness.ctx.input(|input| input.time);
        program.harness.input_mut().time = Some(now + secs);
        program.harness.step();
    }
    program.harness.input_mut().time = None;
    program.harness.state().settle_journal();
    let written = journal(home);
    written[before..].contains(kept)
}

#[test]
fn whatever_stands_in_any_field_is_in_the_journal_within_two_seconds() {
    let home = tempfile::tempdir().unwrap();
    let mut program = small(home.path());
    let (mut kept, mut lost, mut number) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut note = |program: &mut Program, place: &Place, field: &Found| {
        if OF_NO_FILE.contains(&field.name.as_str()) && lost.contains(&field.name) {
            return;
        }
        number += 1;
        if is_kept(program, home.path(), field, number) {
            kept.insert(field.name.clone());
        } else {
            lost.insert(field.name.clone());
            eprintln!("{} at {place:?}: not in the journal", field.name);
        }
    };
    // What opened no field once is not opened again in every place.
    let mut lists_of_no_field = BTreeSet::new();
    for place in places() {
        open(&mut program, &place);
        let mut seen = BTreeSet::new();
        for field in found(&program, is_field) {
            if seen.insert(field.sort()) {
                open(&mut program, &place);
                note(&mut program, &place, &field);
            }
        }
        let mut opened = BTreeSet::new();
        for list in found(&program, opens_list) {
            if lists_of_no_field.contains(&list.sort()) || !opened.insert(list.sort()) {
                continue;
            }
            open(&mut program, &place);
            let Some(node) = nodes(&program, opens_list).nth(list.at) else {
                continue;
            };
            node.click();
            program.harness.run_steps(6);
            let inside = found(&program, is_field).into_iter();
            let new: Vec<Found> = inside.filter(|field| !seen.contains(&field.sort())).collect();
            if new.is_empty() {
                lists_of_no_field.insert(list.sort());
            }
            for field in new {
                note(&mut program, &place, &field);
            }
        }
    }
    let expected: BTreeSet<String> = OF_NO_FILE.map(str::to_owned).into();
    assert_eq!(lost, expected);
}
