//! The panels about groups and tables, through the whole program.

use egui::Key;
use egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Command, Edit, FileRequest, Intent, ProgramRequest};
use netwerkopstelling::edit::operations::NewActor;
use netwerkopstelling::model::ActorId;

use crate::program::Program;

const REGISTER: &str = "gemeenschappelijke-regelingen-noord-holland-noord";

fn opened(sample: &'static str, command: Command, label: &str) -> Program {
    let mut program = Program::with_new_board();
    program.send(FileRequest::OpenSample(sample));
    program.until("the sample on the board", |program| program.counts().0 > 5);
    program.send(Intent::Run(command));
    program.until_label(label);
    program
}

fn click_containing(program: &mut Program, role: Role, label: &str) {
    let node = program.harness.get_all_by_role(role).find(|node| {
        node.accesskit_node()
            .label()
            .is_some_and(|own| own.contains(label))
    });
    // What is scrolled out of sight has no spot to click, but can be pressed all the same.
    node.unwrap_or_else(|| panic!("nothing says {label}"))
        .click_accesskit();
    program.settle();
}

#[test]
fn a_cell_of_the_matrix_lights_the_relations_it_counts_and_says_how_many() {
    let mut program = opened("arbeidsmarktregio", Command::ShowCohesion, "Wie met wie");
    let cell = "Van Ondernemers naar Onderwijs en onderzoek: ";
    click_containing(&mut program, Role::Button, cell);
    let app = program.harness.state();
    let constellation = app.document().constellation();
    let lit = app.lens().highlight.clone().expect("something is lit");
    let sector = |id: ActorId| constellation.actor(id).and_then(|actor| actor.sector.clone());
    let (from, to) = (Some("ondernemers".into()), Some("onderwijs".into()));
    assert!(!lit.relations.is_empty());
    for id in &lit.relations {
        let relation = constellation.relation(*id).unwrap();
        let ends = [sector(relation.source), sector(relation.target)];
        assert!(ends.contains(&from) && ends.contains(&to), "{ends:?}");
    }
    assert!(
        lit.actors
            .iter()
            .all(|id| sector(*id) == from || sector(*id) == to)
    );
    program
        .harness
        .get_by_role_and_label(Role::Label, &sentence(&program, cell));
    click_containing(&mut program, Role::Button, cell);
    assert_eq!(
        program.harness.state().lens().highlight,
        None,
        "a second click puts it out"
    );
}

fn sentence(program: &Program, start: &str) -> String {
    let cell = program.harness.get_all_by_role(Role::Button);
    let labels = cell.filter_map(|node| node.accesskit_node().label());
    labels
        .into_iter()
        .find(|label| label.starts_with(start))
        .expect("the cell has a name")
}

#[test]
fn figures_that_were_stopped_say_so_and_come_on_request() {
    let mut program = opened(
        "arbeidsmarktregio",
        Command::ShowCentrality,
        "Wie staat centraal?",
    );
    program.until_label("Over 23 actoren");
    let stopped = "Gestopt: deze cijfers zijn van vóór";
    // A machine may be so fast that there is nothing left to stop.
    for _ in 0..100 {
        program.send(Edit::AddActor(NewActor::default()));
        program.harness.step();
        program.send(ProgramRequest::RunAnalysis(false));
        program.harness.step();
        if program.shows(stopped) {
            break;
        }
    }
    assert!(program.shows(stopped));
    program.settle();
    assert!(program.shows(stopped), "nothing comes of it later");
    program.press("Verder rekenen");
    let actors = program.counts().0;
    program.until_label(&format!("Over {actors} actoren"));
    assert!(!program.shows(stopped));
}

#[test]
fn a_cell_is_reached_and_pressed_with_the_keyboard() {
    let mut program = opened("arbeidsmarktregio", Command::ShowCohesion, "Wie met wie");
    let label = sentence(&program, "Binnen Overheid: ");
    program
        .harness
        .get_by_role_and_label(Role::Button, &label)
        .focus();
    program.settle();
    program.harness.key_press(Key::Enter);
    program.settle();
    assert!(program.harness.state().lens().highlight.is_some());
    assert!(program.harness.state().lens().groups.cell.is_some());
}

#[test]
fn the_test_of_inward_or_outward_comes_as_a_sentence() {
    let program = opened(
        "noord-holland-noord-governance",
        Command::ShowCohesion,
        "Meer naar binnen gericht dan toeval verklaart",
    );
    assert!(program.shows("4.999 keer"));
}

#[test]
fn outlines_and_marks_come_and_go_by_command_and_cost_idle_frames_nothing() {
    let mut program = opened(
        "noord-holland-noord-governance",
        Command::ShowCohesion,
        "Wie met wie",
    );
    assert_eq!(program.harness.state().hulls_on_board(), 0);
    program.send(Intent::Run(Command::ToggleHulls));
    program.until("outlines", |program| {
        program.harness.state().hulls_on_board() == 5
    });
    program.send(Intent::Run(Command::ToggleCuts));
    program.settle();
    program.send(Intent::Run(Command::ToggleLegend));
    program.settle();
    // The legend says in words what is drawn.
    for word in ["rond Westfriesland", "Breekpunt", "Brug"] {
        assert!(program.shows(word), "{word}");
    }
    let builds = program.harness.state().scene_builds();
    program.harness.run_steps(60);
    assert_eq!(program.harness.state().scene_builds(), builds);
    program.send(Intent::Run(Command::ToggleHulls));
    program.send(Intent::Run(Command::ToggleCuts));
    program.until("no outlines", |program| {
        program.harness.state().hulls_on_board() == 0
    });
    assert!(!program.shows("Breekpunt: "));
}

#[test]
fn the_municipality_whose_regions_do_not_match_comes_first_from_the_figures_alone() {
    let mut program = opened(REGISTER, Command::ShowTables, "25 overlegtafels");
    assert!(program.shows("de minst passende eerst: Uitgeest"));
    click_containing(&mut program, Role::Button, "Veiligheidsregio Kennemerland");
    let app = program.harness.state();
    let lit = app.lens().highlight.clone().expect("something is lit");
    let label = |id: &ActorId| app.document().constellation().actor(*id).unwrap().label.clone();
    let labels: Vec<String> = lit.actors.iter().map(label).collect();
    for name in [
        "Uitgeest",
        "Castricum",
        "Veiligheidsregio Kennemerland",
        "GGD Hollands Noorden",
    ] {
        assert!(labels.iter().any(|label| label == name), "{name} of {labels:?}");
    }
}

#[test]
fn a_projection_becomes_a_new_document_that_is_in_no_file() {
    let mut program = opened(REGISTER, Command::ShowTables, "25 overlegtafels");
    click_containing(&mut program, Role::Button, "Als nieuwe opstelling");
    click_containing(&mut program, Role::Button, "Openen als nieuwe opstelling");
    program.until("the projection", |program| program.counts().0 == 17);
    let document = program.harness.state().document();
    assert!(document.has_unsaved_changes());
    let constellation = document.constellation();
    assert!(
        constellation
            .info
            .title
            .ends_with("deelnemers naar gedeelde tafels")
    );
    assert!(constellation.actors.values().all(|actor| actor.pos.is_some()));
    // Unsaved work is asked about before the next one takes its place.
    program.send(FileRequest::OpenSample(REGISTER));
    program.until_label("Eerst opslaan?");
}

#[test]
fn the_panel_of_cohesion_names_what_it_counts_and_never_calls_arrows_relations() {
    let mut program = opened("arbeidsmarktregio", Command::ShowCohesion, "Wie met wie");
    let cell = "Van Ondernemers naar Onderwijs en onderzoek: ";
    assert!(sentence(&program, cell).contains(" pijlen, verwacht "));
    program.harness.get_by_role_and_label(Role::Button, "Pijlen");
    program
        .harness
        .get_by_label_contains("Pijlen van rij naar kolom: een relatie die wederzijds");
    click_containing(&mut program, Role::CheckBox, "Gewichten meetellen");
    assert!(sentence(&program, cell).contains(": samen gewicht "));
    click_containing(&mut program, Role::CheckBox, "Gewichten meetellen");
    click_containing(&mut program, Role::Button, "Over 23 actoren");
    click_containing(&mut program, Role::CheckBox, "Richting buiten beschouwing laten");

    let cell = "Ondernemers – Onderwijs en onderzoek: ";
    program.until_label(cell);
    assert!(sentence(&program, cell).contains(" verbonden paren, verwacht "));
    assert!(program.shows(" verbonden paren binnen groepen, "));
    assert!(program.shows(" verbonden paren tussen groepen."));
    assert!(program.shows("Balans van de contacten "));
}
