//! Experiments on the board, through the whole program: nothing of them comes into the document.

use egui::accesskit::Role;
use egui::{Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::lens::WhatIf;
use netwerkopstelling::model::ActorId;

use crate::program::Program;

fn actor(program: &Program, label: &str) -> ActorId {
    let actors = &program.harness.state().document().constellation().actors;
    actors
        .values()
        .find(|actor| actor.label == label)
        .expect("on the board")
        .id
}

/// Three in a row: Alkmaar - Bergen - Castricum.
fn row() -> Program {
    let mut program = Program::with_new_board();
    for name in ["Alkmaar", "Bergen", "Castricum"] {
        let at = match name {
            "Alkmaar" => -300.0,
            "Bergen" => 0.0,
            _ => 300.0,
        };
        program.send(Edit::AddActor(netwerkopstelling::edit::operations::NewActor {
            label: name.to_owned(),
            pos: Some(netwerkopstelling::model::Point::new(at, 120.0)),
            ..Default::default()
        }));
        program.settle();
    }
    for (a, b) in [("Alkmaar", "Bergen"), ("Bergen", "Castricum")] {
        let (source, target) = (actor(&program, a), actor(&program, b));
        program.send(Edit::AddRelation { source, target });
        program.settle();
    }
    program.send(Intent::Run(Command::SelectNone));
    program.send(Intent::Run(Command::ZoomToFit));
    program.settle();
    program
}

fn hover(program: &mut Program, label: &str) {
    let at = program.piece(label).center();
    program.harness.hover_at(at);
    program.settle();
}

fn revision(program: &Program) -> netwerkopstelling::edit::Revision {
    program.harness.state().document().revision()
}

#[test]
fn pointing_at_a_player_shows_what_falls_apart_without_it_and_changes_nothing() {
    let mut program = row();
    let before = revision(&program);
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.settle();
    hover(&mut program, "Bergen");
    program.until_label("Zonder Bergen");
    program.until_label("Komen ieder alleen te staan: Alkmaar, Castricum");
    program.until_label("De opstelling verandert niet");
    hover(&mut program, "Alkmaar");
    program.until_label("Zonder Alkmaar");
    program.until_label("Er valt niets los");
    assert_eq!(revision(&program), before, "an experiment is no edit");
    program.harness.key_press(Key::Escape);
    program.settle();
    assert_eq!(program.harness.state().lens().what_if, None);
    assert_eq!(revision(&program), before);
}

#[test]
fn the_keyboard_chooses_the_player_too() {
    let mut program = row();
    program.send(Intent::Run(Command::WhatIfWithout));
    program.send(Look::Select(netwerkopstelling::edit::Selection::of_actor(actor(
        &program, "Bergen",
    ))));
    program.settle();
    program.until_label("Zonder Bergen");
    let bergen = actor(&program, "Bergen");
    assert_eq!(
        program.harness.state().lens().what_if,
        Some(WhatIf::Without(Some(bergen)))
    );
}

#[test]
fn a_relation_is_tried_first_and_drawn_when_asked_for() {
    let mut program = row();
    let before = revision(&program);
    program.send(Intent::Run(Command::WhatIfWith));
    program.settle();
    for label in ["Alkmaar", "Castricum"] {
        let at = program.piece(label).center();
        program.harness.hover_at(at);
        program.harness.step();
        for pressed in [true, false] {
            program.harness.event(egui::Event::PointerButton {
                pos: at,
                button: PointerButton::Primary,
                pressed,
                modifiers: Modifiers::NONE,
            });
            program.harness.step();
        }
        program.settle();
    }
    program.until_label("Alkmaar → Castricum");
    program.until("the figures", |program| program.shows("Aantal verbonden paren"));
    assert_eq!(revision(&program).network, before.network, "only tried");
    let (_, relations, _) = program.counts();
    let draw = program.harness.get_by(|node| {
        node.role() == Role::Button
            && node
                .label()
                .is_some_and(|label| label.contains("Teken deze relatie"))
    });
    draw.click();
    program.settle();
    assert_eq!(program.counts().1, relations + 1);
    assert_eq!(program.harness.state().lens().what_if, None);
    program.send(Intent::Run(Command::Undo));
    program.settle();
    assert_eq!(program.counts().1, relations, "one step, that can be undone");
}

#[test]
fn figures_that_count_each_direction_say_so_and_more_arrows_than_relations_are_explained() {
    let mut program = Program::with_new_board();
    program.send(FileRequest::OpenSample("noord-holland-noord-governance"));
    program.until("the sample on the board", |program| program.counts().0 > 5);
    program.send(DeskChange::Open(Dialog::Measure("degree")));
    program.until_label("Inkomende plus uitgaande relaties (degree)");
    program.key(Key::Escape);
    program.send(Intent::Run(Command::WhatIfWithout));
    program.settle();
    let at = program.piece("Westfriesland").center();
    program.harness.hover_at(at);
    program.settle();
    program.until_label("Cijfers van het netwerk");
    assert!(program.shows("Aantal pijlen") && program.shows("Pijlen vóór het samenvoegen"));
    assert!(
        program.shows("pijlen gerekend: een relatie die wederzijds of zonder richting is, telt als twee")
    );
    for other in ["Aantal verbonden paren", "Lijnen vóór het samenvoegen"] {
        assert!(!program.shows(other), "{other}");
    }
}
