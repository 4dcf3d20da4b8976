//! What is pasted brings its words along.

use egui::{Event, pos2, vec2};
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent};
use netwerkopstelling::desk::PathPurpose;

use super::bench::{actor, clipboard, constellation, kind};
use crate::program::Program;

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
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, path.into()));
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
