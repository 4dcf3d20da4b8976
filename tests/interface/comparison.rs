//! The board laid beside a file, through the whole program.

use std::fs;

use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose};
use netwerkopstelling::edit::RelationField;
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::model::{Point, RelationStatus};

use crate::program::Program;

/// A board with a and b, related, as it was saved; then c came and was related to b.
fn changed_since_saving(folder: &std::path::Path) -> (Program, std::path::PathBuf) {
    let mut program = Program::at(folder);
    program.send(Intent::Run(Command::New));
    program.settle();
    let add = |program: &mut Program, name: &str, x: f64| {
        program.send(Edit::AddActor(NewActor {
            label: name.to_owned(),
            pos: Some(Point::new(x, 120.0)),
            ..NewActor::default()
        }));
        program.settle();
        let actors = &program.harness.state().document().constellation().actors;
        *actors.keys().next_back().expect("just added")
    };
    let a = add(&mut program, "Alkmaar", -300.0);
    let b = add(&mut program, "Bergen", 0.0);
    program.send(Edit::AddRelation { source: a, target: b });
    program.settle();
    let file = folder.join("eerder.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the file", |program| {
        !program.harness.state().document().has_unsaved_changes()
    });
    let c = add(&mut program, "Castricum", 300.0);
    program.send(Edit::AddRelation { source: b, target: c });
    program.settle();
    (program, file)
}

#[test]
fn what_came_since_a_file_is_listed_and_lights_up_on_the_board() {
    let home = tempfile::tempdir().unwrap();
    let (mut program, file) = changed_since_saving(home.path());
    let before = program.harness.state().document().revision();
    program.send(FileRequest::PathChosen(PathPurpose::Compare, file.into()));
    program.until_label("Actoren erbij: 1");
    program.until_label("Relaties erbij: 1");
    assert!(!program.shows("Actoren weg"));
    let lines = program.harness.get_all_by_label_contains("Bergen – Castricum");
    lines.last().expect("the relation that came").click();
    program.settle();
    let app = program.harness.state();
    assert_eq!(app.desk().dialog, Some(Dialog::Comparison), "the window stays");
    let lit = app.lens().highlight.clone().expect("something is lit");
    assert_eq!((lit.actors.len(), lit.relations.len()), (2, 1));
    assert_eq!(
        program.harness.state().document().revision(),
        before,
        "looking changes nothing"
    );
}

#[test]
fn what_is_left_out_of_a_comparison_is_said_and_counted_as_everywhere() {
    let home = tempfile::tempdir().unwrap();
    let (mut program, file) = changed_since_saving(home.path());
    let relation = *(program
        .harness
        .state()
        .document()
        .constellation()
        .relations
        .keys())
    .next()
    .expect("related");
    program.send(Edit::EditRelations(
        vec![relation],
        RelationField::Status(RelationStatus::Wished).into(),
    ));
    program.settle();
    program.send(FileRequest::PathChosen(PathPurpose::Compare, file.into()));
    program.until_label("Relaties weg: 1");
    program.until_label("Bestand: Over 2 actoren, 1 relatie.");
    assert!(program.shows("Bord: Over 3 actoren, 1 van de 2 relaties."));
    let left_out = program
        .harness
        .get_all_by_label_contains("Niet meegeteld: 1 gewenste relatie; ook niet in de lijsten hierboven.");
    assert_eq!(left_out.count(), 1, "of the board alone");
}

#[test]
fn a_file_that_cannot_be_read_is_told_and_opens_no_window() {
    let home = tempfile::tempdir().unwrap();
    let (mut program, _) = changed_since_saving(home.path());
    let broken = home.path().join("kapot.json");
    fs::write(&broken, "{").unwrap();
    program.send(FileRequest::PathChosen(PathPurpose::Compare, broken.into()));
    program.until_label("kapot.json");
    assert_eq!(program.harness.state().desk().dialog, None);
}

#[test]
fn a_comparison_does_not_stay_before_the_hall_and_settings_do() {
    let home = tempfile::tempdir().unwrap();
    let (mut program, file) = changed_since_saving(home.path());
    program.send(FileRequest::PathChosen(PathPurpose::Compare, file.into()));
    program.until_label("Actoren erbij: 1");
    program.send(Intent::Run(Command::HallMode));
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, None);
    assert!(!program.shows("Actoren erbij: 1"));
    program.send(Intent::Run(Command::HallMode));
    program.send(DeskChange::Open(Dialog::Settings));
    program.send(Intent::Run(Command::HallMode));
    program.settle();
    assert_eq!(program.harness.state().desk().dialog, Some(Dialog::Settings));
}
