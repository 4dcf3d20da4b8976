//! A frame in which nothing has changed goes through no board: what a view makes of all actors or relations is made
//! once, whatever stands open. Counted, never timed.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent, Look};
use netwerkopstelling::desk::{Dialog, LeftTab, PathPurpose, RightTab, TableTab};
use netwerkopstelling::edit::{AttributeOwner, Selection};
use netwerkopstelling::lens::WhatIf;
use netwerkopstelling::model::{
    ActorId, AgreementSubject, AttributeOf, AttributeType, AttributeValue, Scalar,
};
use netwerkopstelling::tally::{self, Tally};

use crate::program::{Program, every_dialog};
use crate::waiting::{large_file, opened};

/// What was gone through in frames with nothing to do, by what stood open.
#[derive(Default)]
struct AtRest(Vec<(String, Tally)>);

impl AtRest {
    /// Five frames, once all that was asked for is there.
    fn look(&mut self, program: &mut Program, what: impl Into<String>) {
        program.until("what is computed beside it", |program| {
            !program.shows("Stoppen met rekenen") && !program.shows("Bezig")
        });
        program.settle();
        let before = tally::here();
        program.harness.run_steps(5);
        let done = tally::here() - before;
        if done != Tally::default() {
            self.0.push((what.into(), done));
        }
    }
}

/// A board of many chunks, of which everybody has a phase and a number, and some wait beside it.
fn with_attributes(program: &mut Program) -> Vec<ActorId> {
    let actors = program.harness.state().document().constellation().actors.keys();
    let ids: Vec<ActorId> = actors.copied().collect();
    for (name, of_type) in [
        ("Fase", AttributeType::Category),
        ("Leden", AttributeType::WholeNumber),
    ] {
        program.send(Edit::AddAttribute(AttributeOf::Actors, name.to_owned(), of_type));
    }
    for (at, third) in ids.chunks(ids.len() / 3).enumerate() {
        let owners: Vec<_> = third.iter().copied().map(AttributeOwner::Actor).collect();
        let phase = AttributeValue::One(Scalar::Text(format!("fase {at}")));
        let members = AttributeValue::One(Scalar::Whole(at as i64));
        program.send(Edit::SetAttribute(owners.clone(), "Fase".to_owned(), Some(phase)));
        program.send(Edit::SetAttribute(owners, "Leden".to_owned(), Some(members)));
    }
    program.send(Edit::Place(ids[..5].iter().map(|id| (*id, None)).collect()));
    program.settle();
    ids
}

#[test]
fn whatever_stands_open_frames_at_rest_go_through_no_board() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    let ids = with_attributes(&mut program);
    let mut seen = AtRest::default();
    for tab in [LeftTab::Tray, LeftTab::Filters] {
        program.send(DeskChange::OpenLeft(tab));
        seen.look(&mut program, format!("{tab:?}"));
    }
    for tab in [TableTab::Actors, TableTab::Relations] {
        program.send(DeskChange::OpenTable(tab));
        seen.look(&mut program, format!("a table of {tab:?}"));
    }
    for what in ["bellen", "schrijven"] {
        let about = AgreementSubject::Actor(ids[9]);
        program.send(Edit::AddAgreement(about, what.to_owned()));
    }
    program.send(DeskChange::WriteAgreement);
    seen.look(&mut program, "agreements");
    for tab in [
        RightTab::Selection,
        RightTab::Spanners,
        RightTab::Centrality,
        RightTab::Cohesion,
        RightTab::Tables,
    ] {
        program.send(DeskChange::OpenRight(tab));
        seen.look(&mut program, format!("{tab:?}"));
    }
    program.send(DeskChange::OpenRight(RightTab::Selection));
    let relation = *program
        .harness
        .state()
        .document()
        .constellation()
        .relations
        .keys()
        .next()
        .unwrap();
    for (what, selection) in [
        ("somebody", Selection::of_actor(ids[9])),
        ("everybody", Selection::of_actors(ids.iter().copied())),
        ("a relation", Selection::of_relation(relation)),
    ] {
        program.send(Look::Select(selection));
        seen.look(&mut program, what);
    }
    for dialog in every_dialog() {
        program.send(DeskChange::Open(dialog.clone()));
        seen.look(&mut program, format!("{dialog:?}"));
        program.send(DeskChange::Close(dialog));
    }
    program.send(FileRequest::PathChosen(PathPurpose::Compare, file.into()));
    program.until("the comparison", |program| {
        program.harness.state().desk().dialog == Some(Dialog::Comparison)
    });
    seen.look(&mut program, "the comparison");
    program.send(DeskChange::Close(Dialog::Comparison));
    program.send(Look::ToggleExperiment(WhatIf::Without(Some(ids[5]))));
    program.until_label("Cijfers van het netwerk");
    seen.look(&mut program, "an experiment");
    program.send(Look::ToggleExperiment(WhatIf::Without(None)));
    for command in [Command::HallMode, Command::StartScreen] {
        program.send(Intent::Run(command));
        seen.look(&mut program, format!("{command:?}"));
        program.send(Intent::Run(command));
    }
    assert_eq!(seen.0, [], "in five frames");
}

#[test]
fn a_list_that_stands_open_is_made_once() {
    let home = tempfile::tempdir().unwrap();
    let file = large_file(home.path());
    let mut program = opened(home.path(), &file);
    let ids = with_attributes(&mut program);
    let mut seen = AtRest::default();
    program.click_on("Waarnaar de stukken zijn gekleurd");
    assert!(program.shows("Fase"), "the list is open");
    seen.look(&mut program, "the list of colourings");
    program.key(egui::Key::Escape);
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.send(Look::Select(Selection::of_actor(ids[9])));
    program.settle();
    program.press("Kenmerk Fase bewerken");
    seen.look(&mut program, "an attribute with how many have it");
    program.press("Kenmerk Fase bewerken");
    let list = |program: &mut Program, name: &str| {
        let found = program.harness.get_by_role_and_label(Role::ComboBox, name);
        found.click_accesskit();
        program.settle();
    };
    list(&mut program, "Fase");
    assert!(program.shows("fase 2"), "the list is open");
    seen.look(&mut program, "the words of a category");
    program.key(egui::Key::Escape);
    list(&mut program, "Hoort bij");
    seen.look(&mut program, "the organisations");
    assert_eq!(seen.0, [], "in five frames");
}
