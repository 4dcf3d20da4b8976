//! Words come with what needs them: with what is pasted, and with a relation on a board without any.

use egui::{Event, Key, Modifiers, pos2, vec2};
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::edit::operations::{NewActor, WordList, add_actors};
use netwerkopstelling::edit::{ActorField, Document};
use netwerkopstelling::formats::native;
use netwerkopstelling::model::{Constellation, CopyOnWrite, Language, Point, Vocabulary};

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

/// A file of ours in which there is no word at all, with two actors.
fn without_words(folder: &std::path::Path) -> Program {
    let mut bare = Constellation::new(Language::Nl);
    bare.vocabulary = CopyOnWrite::new(Vocabulary::default());
    let mut document = Document::new(bare);
    let new = [("Alkmaar", -150.0), ("Hoorn", 150.0)].map(|(label, x)| NewActor {
        label: label.to_owned(),
        kind: None,
        pos: Some(Point::new(x, 0.0)),
    });
    add_actors(&mut document, new.into()).unwrap();
    let path = folder.join("zonder-woorden.opstelling.json");
    std::fs::write(&path, native::write(document.constellation())).unwrap();
    let mut program = Program::at(folder);
    program.send(FileRequest::OpenPath(path.into()));
    program.until("the file", |program| program.counts().0 == 2);
    program.settle();
    program
}

fn draw(program: &mut Program) {
    let (from, to) = (program.piece("Alkmaar"), program.piece("Hoorn").center());
    program.drag(pos2(from.right() - 2.0, from.center().y), to);
}

fn kinds(program: &Program) -> Vec<String> {
    let kinds = &constellation(program).vocabulary.relation_kinds;
    kinds.iter().map(|kind| kind.label.clone()).collect()
}

#[test]
fn a_relation_on_a_board_without_kinds_brings_the_one_of_a_new_board_in_the_same_step() {
    let home = tempfile::tempdir().unwrap();
    let mut program = without_words(home.path());
    assert_eq!(kinds(&program), [""; 0]);
    draw(&mut program);
    assert_eq!(
        (kinds(&program), program.counts().1),
        (vec!["Samenwerking".to_owned()], 1)
    );
    program.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!((kinds(&program), program.counts().1), (Vec::new(), 0), "one step");
    // To somebody who comes along with it.
    let from = program.piece("Alkmaar");
    program.drag(
        pos2(from.right() - 2.0, from.center().y),
        from.center() + vec2(60.0, 150.0),
    );
    program.letters("Schagen");
    program.key(Key::Enter);
    assert_eq!(
        (kinds(&program).len(), program.counts().0, program.counts().1),
        (1, 3, 1)
    );
    program.key_with(Modifiers::COMMAND, Key::Z);
    assert_eq!((kinds(&program).len(), program.counts().0), (0, 2), "one step");
}

#[test]
fn on_a_board_without_words_actors_come_and_get_words_of_every_list() {
    let home = tempfile::tempdir().unwrap();
    let mut program = without_words(home.path());
    let at = program.board().center() + vec2(0.0, 140.0);
    program.add(at, "Schagen");
    assert_eq!(program.counts().0, 3);
    for list in WordList::ALL {
        program.send(Edit::AddWord(list, "Een".to_owned()));
    }
    let schagen = actor(&program, "Schagen").id;
    for field in [
        ActorField::Kind(Some("een".into())),
        ActorField::Sector(Some("een".into())),
        ActorField::Level(Some("een".into())),
        ActorField::Region(Some("een".into())),
    ] {
        program.send(Edit::EditActors(vec![schagen], field.into()));
    }
    program.settle();
    let found = actor(&program, "Schagen");
    assert_eq!(
        (
            found.sector.is_some(),
            found.level.is_some(),
            found.region.is_some()
        ),
        (true, true, true)
    );
    draw(&mut program);
    assert_eq!((kinds(&program), program.counts().1), (vec!["Een".to_owned()], 1));
}

#[test]
fn a_word_that_goes_goes_out_of_the_hand_too() {
    let home = tempfile::tempdir().unwrap();
    let mut program = without_words(home.path());
    for list in [WordList::ActorKinds, WordList::RelationKinds] {
        for label in ["Een", "Twee"] {
            program.send(Edit::AddWord(list, label.to_owned()));
        }
    }
    program.send(DeskChange::ActiveRelationKind("twee".into()));
    kind(&mut program, Some("twee"));
    for list in [WordList::ActorKinds, WordList::RelationKinds] {
        let id = "twee".to_owned();
        program.send(Edit::RemoveWord {
            list,
            id,
            replacement: None,
        });
    }
    program.settle();
    let at = program.board().center() + vec2(0.0, 140.0);
    program.add(at, "Schagen");
    draw(&mut program);
    assert_eq!((program.counts().0, program.counts().1), (3, 1));
}
