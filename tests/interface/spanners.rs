//! The panel of bridge builders, through the whole program: certainty, team, missing links, the human card.

use egui::accesskit::Role;
use egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent, Look, ProgramRequest};
use netwerkopstelling::desk::{Dialog, PathPurpose, RightTab};
use netwerkopstelling::edit::{Label, Selection};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, Answer, Constellation, RelationStatus};
use netwerkopstelling::ui::dialogs::measures::{ShownFor, sections};
use serde_json::Value;

use crate::program::Program;

/// The sample with assumed relations, its candidates on show and all that is computed beside them there.
fn with_candidates() -> (Program, tempfile::TempDir) {
    let home = tempfile::tempdir().unwrap();
    let mut program = Program::at(home.path());
    let title = "Arbeidsmarktregio";
    program.until_label(title);
    let found: Vec<_> = program.harness.get_all_by_label_contains(title).collect();
    found[0].click();
    program.until("the sample on the board", |program| program.counts().0 > 5);
    program.send(Intent::Run(Command::ShowSpanners));
    program.until("the certainty", is_sure);
    (program, home)
}

fn is_sure(program: &Program) -> bool {
    let view = program.harness.state().certainty();
    view.evidence_is_current && view.standing_is_current && view.standing.is_some()
}

fn first_candidate(program: &Program) -> (ActorId, String) {
    let view = program.harness.state().certainty();
    let (live, standing) = view.standing.expect("it is there");
    let at = standing.ranking.candidates[0].actor as usize;
    (live.snapshot.actors[at], live.snapshot.labels[at].clone())
}

impl Program {
    /// Presses what carries this text, wherever it is in the list: as a screen reader would.
    fn activate(&mut self, label: &str) {
        let found: Vec<_> = self.harness.get_all_by_label_contains(label).collect();
        found[0].click_accesskit();
        drop(found);
        self.settle();
    }

    fn constellation(&self) -> &Constellation {
        self.harness.state().document().constellation()
    }

    fn undo(&mut self) {
        self.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        self.settle();
    }
}

#[test]
fn each_candidate_says_how_sure_it_is_and_on_what_that_rests() {
    let (mut program, _home) = with_candidates();
    let (_, name) = first_candidate(&program);
    assert!(program.shows("bij de eerste 5"));
    assert!(!program.shows("Bemiddeling tegen toeval"));
    program.activate(&format!("Hoe zeker is {name}?"));
    for text in [
        "wegingen",
        "netwerken",
        "Bemiddeling tegen toeval",
        "(p = ",
        "contacten",
    ] {
        assert!(program.shows(text), "{text} is not said");
    }
    program.activate(&format!("Hoe zeker is {name}?"));
    assert!(
        !program.shows("Bemiddeling tegen toeval"),
        "a second press closes it"
    );
    // With the keyboard alone.
    let label = format!("Kaart van {name}");
    program.harness.get_by_label(&label).focus();
    program.harness.run_steps(2);
    program.harness.key_press(Key::Space);
    program.settle();
    assert!(program.shows("Wat het netwerk niet kan weten"));

    program.activate(&format!("Redenen voor {name}"));
    program.activate("Wat betekent dit? Bemiddelingsaandeel");
    assert!(program.shows("Welk deel van alle bemiddeling over groepsgrenzen"));
}

#[test]
fn sliders_keep_the_evidence_and_other_candidates_ask_for_new_that_can_be_stopped() {
    let (mut program, _home) = with_candidates();
    let (before, _) = first_candidate(&program);
    for (at, weight) in [0.0, 0.0, 0.0, 3.0].into_iter().enumerate() {
        program.send(Look::WeighComponent(at, weight));
    }
    program.harness.step();
    program.harness.step();
    let view = program.harness.state().certainty();
    assert!(view.evidence_is_current && view.progress.is_none());
    program.until("the standing with these weights", is_sure);
    let (live, standing) = program.harness.state().certainty().standing.unwrap();
    let (weights, _) = program.harness.state().lens().spanner_weighing(live);
    assert_eq!(
        standing.ranking,
        live.rank_by(&weights),
        "certainty is about what is shown"
    );
    let (after, _) = first_candidate(&program);
    assert_ne!(before, after, "another component, another first candidate");

    let tables = |program: &Program| {
        let (live, standing) = program.harness.state().certainty().standing.unwrap();
        let candidates = standing.ranking.candidates.iter();
        candidates
            .filter(|one| live.snapshot.is_table[one.actor as usize])
            .count()
    };
    assert!(tables(&program) > 0);
    program.activate("Wat weegt mee?");
    program.activate("Overlegtafels niet als kandidaat");
    // Another network to be sure about: nobody waits for it now. A fast machine may have done it already.
    program.until("the new computation", |program| {
        program.harness.state().certainty().progress.is_some() || tables(program) == 0 && is_sure(program)
    });
    program.send(ProgramRequest::RunCertainty(false));
    program.until("the standing without tables", |program| {
        tables(program) == 0 && program.harness.state().certainty().progress.is_none()
    });
    let view = program.harness.state().certainty();
    if !view.evidence_is_current {
        assert!(view.is_stopped);
        program.until_label("Verder rekenen");
        program.activate("Verder rekenen");
    }
    program.until("the certainty after all", is_sure);
}

#[test]
fn a_team_and_the_best_of_a_group_light_up_and_a_missing_link_is_drawn_in_one_step() {
    let (mut program, _home) = with_candidates();
    let lit = |program: &Program| {
        program
            .harness
            .state()
            .lens()
            .highlight
            .clone()
            .expect("it is lit")
    };
    program.activate("Kleinste team (");
    assert!(program.shows("bereiken samen alle"));
    program.activate("Licht dit team uit");
    let (live, standing) = program.harness.state().certainty().standing.unwrap();
    let members = &standing.whole_team.members;
    assert!(members.len() > 1);
    for &member in members {
        let actor = &live.snapshot.actors[member as usize];
        assert!(lit(&program).actors.contains(actor));
    }

    program.activate("Beste per schaalniveau");
    program.activate(". Wethouder economie");
    let selection = program.harness.state().document().selection().clone();
    let id = *selection.actors.first().expect("it is selected");
    assert_eq!(
        program.constellation().actor(id).unwrap().label,
        "Wethouder economie"
    );
    assert!(lit(&program).actors.contains(&id) && lit(&program).actors.len() > 1);

    let (_, relations, steps) = program.counts();
    program.activate("Ontbrekende schakels (");
    program.activate("als gewenste relatie");
    assert_eq!(program.counts().1, relations + 1);
    assert_eq!(program.counts().2, steps + 1, "one step to undo");
    let drawn = program.constellation().relations.values().next_back().unwrap();
    assert_eq!(drawn.status, RelationStatus::Wished);
    assert!(program.shows("Staat al als gewenste relatie op het bord"));
    program.undo();
    assert_eq!(program.counts().1, relations);
}

#[test]
fn the_human_card_is_filled_in_here_and_in_the_inspector_and_asks_for_no_new_figures() {
    let (mut program, _home) = with_candidates();
    let (actor, name) = first_candidate(&program);
    let answer = |program: &Program| program.constellation().actor(actor).unwrap().card.embedded;
    program.activate(&format!("Kaart van {name}"));
    let yes = program
        .harness
        .get_by_role_and_label(Role::RadioButton, "Ingebed: ja");
    yes.click_accesskit();
    program.harness.run_steps(2);
    assert_eq!(answer(&program), Some(Answer::Yes));
    assert!(is_sure(&program), "what people say changes no figure");
    let step = program.harness.state().document().history().undo_label();
    assert_eq!(step, Some(Label::EditCard));
    program.settle();
    let sign = "Kaart: Ingebed ja";
    assert!(program.shows(sign), "a small sign in the list");
    program.undo();
    assert_eq!(answer(&program), None);
    assert!(!program.shows(sign));

    // The inspector has the same card.
    program.send(Look::Select(Selection::of_actor(actor)));
    program.send(DeskChange::OpenRight(RightTab::Selection));
    program.harness.run_steps(2);
    program.settle();
    program.activate("Als bruggenbouwer (0 van 5 ingevuld)");
    program.activate("Mandaat: deels");
    let card = &program.constellation().actor(actor).unwrap().card;
    assert_eq!(card.mandate, Some(Answer::Partly));
    assert!(program.shows("Als bruggenbouwer (1 van 5 ingevuld)"));
}

#[test]
fn the_line_to_repeat_a_figure_splits_actors_over_their_groups_where_they_have_several() {
    let (mut program, _home) = with_candidates();
    let explain = |program: &mut Program, dimension: &str| {
        program.send(Look::RolesDimension(Some(dimension.to_owned())));
        program.send(DeskChange::Open(Dialog::Measure("modularity")));
        program.settle();
    };
    explain(&mut program, "sector");
    assert!(program.shows("Voor de indeling Sector.") && program.shows("nx.community.modularity"));
    assert!(!program.shows("Wie hierin meer groepen heeft"));
    explain(&mut program, "domain");
    assert!(program.shows("Voor de indeling Domein. Wie hierin meer groepen heeft"));
    assert!(program.shows("same(u, v)") && !program.shows("nx.community.modularity"));
}

#[test]
fn all_figures_go_to_a_file_as_the_command_line_prints_them() {
    let (mut program, _home) = with_candidates();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("cijfers.json");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportFigures,
        path.clone().into(),
    ));
    program.until("the figures", |_| path.exists());
    let read = |bytes: &[u8]| -> Value {
        let mut json: Value = serde_json::from_slice(bytes).unwrap();
        json["file"] = Value::Null;
        json
    };
    let exported = read(&std::fs::read(&path).unwrap());
    let analysed = |more: &[&str]| {
        std::process::Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"))
            .args(["analyse", "sample-networks/arbeidsmarktregio.opstelling.json"])
            .args(more)
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap()
    };
    assert_eq!(exported, read(&analysed(&[]).stdout));

    // A sheet, in numbers as this language writes them.
    let sheet = folder.path().join("cijfers.csv");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportFigures,
        sheet.clone().into(),
    ));
    program.until("the sheet", |_| sheet.exists());
    let exported_sheet = std::fs::read_to_string(&sheet).unwrap();
    let printed = String::from_utf8(analysed(&["--csv"]).stdout).unwrap();
    // The sheet is for people: six decimals. What the command line prints is for software: all of them.
    let says_the_same = |(sheet, printed): (&str, &str)| {
        let rounded = |cell: &str| cell.parse::<f64>().ok();
        sheet == printed
            || rounded(sheet)
                .zip(rounded(printed))
                .is_some_and(|(sheet, printed)| (sheet - printed).abs() <= 5.001e-7)
    };
    let rows = exported_sheet.trim_start_matches('\u{feff}').lines();
    let mut count = 0;
    for (row, printed) in rows.zip(printed.lines()) {
        let row = row.replace(',', ".");
        let (cells, printed): (Vec<&str>, Vec<&str>) =
            (row.split(';').collect(), printed.split(',').collect());
        assert_eq!(cells.len(), printed.len(), "{row}");
        assert!(cells.into_iter().zip(printed).all(says_the_same), "{row}");
        count += 1;
    }
    assert_eq!(count, printed.lines().count());
    assert_eq!(count, exported_sheet.lines().count());

    // The sliders count in the window; on the command line nobody moved them.
    for (at, weight) in [0.0, 0.0, 0.0, 3.0].into_iter().enumerate() {
        program.send(Look::WeighComponent(at, weight));
    }
    let weighed = folder.path().join("gewogen.json");
    program.send(FileRequest::PathChosen(
        PathPurpose::ExportFigures,
        weighed.clone().into(),
    ));
    program.until("the figures", |_| weighed.exists());
    let weighed = read(&std::fs::read(&weighed).unwrap());
    let weights = &weighed["settings"]["certainty"]["weights"]["components"];
    assert_eq!(
        (&weights["last_link"], &weights["span"]),
        (&3.0.into(), &0.0.into())
    );
    assert_ne!(weighed["spanners"][0]["id"], exported["spanners"][0]["id"]);
}

#[test]
fn the_list_of_all_measures_shows_those_of_the_dimension_that_is_chosen() {
    let (mut program, _home) = with_candidates();
    program.send(Look::RolesDimension(Some("level".to_owned())));
    program.send(DeskChange::Open(Dialog::Measures));
    program.settle();
    let rows = |program: &Program, dimension: usize, query: &str| -> Vec<(&'static str, String)> {
        let (live, _) = program.harness.state().certainty().standing.expect("it is there");
        let of = ShownFor {
            live,
            selected: None,
            dimension: Some(dimension),
        };
        let found = sections(Texts::default(), Some(of), query);
        let rows = found.into_iter().flat_map(|section| section.rows);
        rows.map(|row| (row.id, row.value)).collect()
    };
    let by_sector = rows(&program, 0, "modularity");
    let by_level = rows(&program, 1, "modularity");
    assert_ne!(by_sector[0], by_level[0]);
    let empty: Vec<&str> = rows(&program, 0, "")
        .into_iter()
        .filter(|(_, value)| value.is_empty())
        .map(|(id, _)| id)
        .collect();
    // What takes seconds stands in the panels, and this network has no use for the others.
    assert!(
        empty.len() < 40 && !empty.contains(&"mixing_ratio") && !empty.contains(&"group_ei"),
        "{empty:?}"
    );
    assert!(program.shows("Modulariteit van de indeling"));
}

#[test]
fn selecting_all_of_what_was_typed_selects_nobody_on_the_board() {
    let (mut program, _home) = with_candidates();
    program.send(DeskChange::Open(Dialog::Measures));
    program.harness.run_steps(2);
    program.settle();
    let label = "Zoek op naam of onderwerp";
    program.harness.get_by_label(label).type_text("dichtheid");
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    let selected = program.harness.state().document().selection().actors.len();
    assert_eq!(selected, 0);
    program.harness.get_by_label(label).type_text("pagerank");
    program.settle();
    assert!(program.shows("PageRank") && !program.shows("Dichtheid (density)"));
}

#[test]
fn taking_back_what_was_typed_takes_back_no_step_on_the_board() {
    let (mut program, _home) = with_candidates();
    let actors = |program: &Program| program.harness.state().document().constellation().actors.len();
    let all = actors(&program);
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    program.settle();
    program.harness.key_press(Key::Delete);
    program.settle();
    assert_eq!(actors(&program), 0);
    program.send(DeskChange::Open(Dialog::Measures));
    program.harness.run_steps(2);
    program.settle();
    program
        .harness
        .get_by_label("Zoek op naam of onderwerp")
        .type_text("dichtheid");
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(actors(&program), 0);
    program.harness.key_press(Key::Escape);
    program.settle();
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    program.settle();
    assert_eq!(actors(&program), all);
}
