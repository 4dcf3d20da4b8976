//! Figures of a column have their decimal marks under each other, measured as they are painted.

use egui::accesskit::Role;
use egui::epaint::TextShape;
use egui::{Key, Modifiers, Shape};
use egui_kittest::kittest::{NodeT, Queryable};
use netwerkopstelling::command::{Command, DeskChange, Edit, FileRequest, Intent};
use netwerkopstelling::desk::{Dialog, PathPurpose, TableTab};
use netwerkopstelling::edit::operations::NewActor;

use crate::program::Program;

fn with_sample(sample: &'static str) -> Program {
    let mut program = Program::with_new_board();
    program.send(FileRequest::OpenSample(sample));
    program.until("the sample on the board", |program| program.counts().0 > 5);
    program
}

fn each_text(shape: &Shape, found: &mut impl FnMut(&TextShape)) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| each_text(shape, found)),
        Shape::Text(text) => found(text),
        _ => {}
    }
}

/// Where the decimal mark of every figure stands; also of one that is painted in two parts.
fn marks(program: &Program) -> Vec<(f32, String)> {
    let mut marks = Vec::new();
    let mut measure = |text: &TextShape| {
        let written = text.galley.text();
        let digits = |part: &str| part.chars().all(|c| c.is_ascii_digit() || "-.".contains(c));
        let is_figure = |(whole, rest): (&str, &str)| digits(whole) && digits(rest) && !rest.is_empty();
        if !written.split_once(',').is_some_and(is_figure) {
            return;
        }
        for row in &text.galley.rows {
            for glyph in row.glyphs.iter().filter(|glyph| glyph.chr == ',') {
                marks.push((text.pos.x + row.pos.x + glyph.pos.x, written.to_owned()));
            }
        }
    };
    for each in &program.harness.output().shapes {
        each_text(&each.shape, &mut measure);
    }
    marks.sort_by(|a, b| a.0.total_cmp(&b.0));
    marks
}

/// Marks that stand nearer than a column is wide belong to one column.
/// None of them stands where the bar of a scrolled panel is painted.
fn assert_aligned(program: &Program, least: usize) {
    const COLUMN: f32 = 20.0;
    const PIXEL: f32 = 0.6;
    /// From the edge of the window.
    const BAR: f32 = 11.0;
    /// A digit is at least so wide.
    const NARROW: f32 = 5.0;
    let marks = marks(program);
    assert!(marks.len() >= least, "too few figures to be a table: {marks:?}");
    let columns = marks.chunk_by(|a, b| b.0 - a.0 < COLUMN);
    for column in columns {
        let (first, last) = (column[0].0, column[column.len() - 1].0);
        assert!(last - first <= PIXEL, "{} apart: {column:?}", last - first);
        let room = program.harness.ctx.content_rect().right() - BAR;
        for (mark, written) in column {
            let decimals = written.split_once(',').map_or(0, |(_, rest)| rest.len());
            let end = mark + NARROW * decimals as f32;
            assert!(end <= room, "{written} runs to {end} of {room}");
        }
    }
}

#[test]
fn the_values_of_the_table_of_centrality_stand_under_each_other() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.send(Intent::Run(Command::ShowCentrality));
    program.until_label("475,862");
    assert_aligned(&program, 10);
}

#[test]
fn the_counts_of_the_table_of_roles_stand_under_each_other() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.send(Intent::Run(Command::ShowSpanners));
    program.until_label("Rollen (Gould en Fernandez)");
    program.press("Kandidaten: de eerste 5");
    program.settle();
    program.press("Rollen (Gould en Fernandez)");
    program.settle();
    let choices = program.harness.get_all_by_role(Role::ComboBox);
    choices
        .last()
        .expect("the roles are by something")
        .click_accesskit();
    program.settle();
    program
        .harness
        .get_by_role_and_label(Role::Button, "Domein")
        .click_accesskit();
    program.settle();
    assert_aligned(&program, 10);
}

#[test]
fn the_figures_of_an_experiment_stand_under_each_other() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    program.settle();
    let at = program.piece("Westfriesland").center();
    program.harness.hover_at(at);
    program.settle();
    program.until_label("Cijfers van het netwerk");
    assert_aligned(&program, 6);
}

#[test]
fn the_figures_of_a_comparison_stand_under_each_other() {
    let home = tempfile::tempdir().unwrap();
    let mut program = with_sample("noord-holland-noord-governance");
    let file = home.path().join("eerder.opstelling.json");
    program.send(FileRequest::PathChosen(PathPurpose::SaveAs, file.clone().into()));
    program.until("the file", |_| file.exists());
    program.settle();
    program.send(Edit::AddActor(NewActor::default()));
    program.settle();
    program.send(FileRequest::PathChosen(PathPurpose::Compare, file.into()));
    program.until_label("Actoren erbij: 1");
    assert_aligned(&program, 6);
}

#[test]
fn all_figures_of_the_network_stand_under_each_other() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.send(Intent::Run(Command::ShowCohesion));
    program.until_label("Wie met wie");
    program.press("Balans tussen sectoren");
    program.press("Wie met wie");
    program.press("Naar binnen of naar buiten");
    program.press("Alle cijfers van het netwerk");
    program.settle();
    assert_aligned(&program, 5);
}

#[test]
fn what_keys_mean_stands_in_one_column_through_all_sections_of_the_help() {
    let mut program = Program::with_new_board();
    program.send(DeskChange::Open(Dialog::Shortcuts));
    program.settle();
    let left = |text: &str| {
        let all = program.harness.query_all_by_label(text);
        // Buttons have the same words.
        let mut labels = all.filter(|node| node.accesskit_node().role() == Role::Label);
        labels.next().unwrap_or_else(|| panic!("{text}")).rect().left()
    };
    let of_gestures = left("nieuwe actor, met de naam in bewerking");
    for other in ["relatie van de gekozen soort", "Openen…", "Opslaan"] {
        assert!((left(other) - of_gestures).abs() < 1.0, "{other}");
    }
}

#[test]
fn names_among_the_filters_and_the_hint_above_the_table_are_shown_whole() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.press("Filters");
    program.send(DeskChange::OpenTable(TableTab::Actors));
    program.settle();
    let left_edge = program.board().left();
    let (mut seen, mut cut, mut broken) = (Vec::new(), Vec::new(), Vec::new());
    let words = |text: &str| text.split_whitespace().count();
    let mut look = |text: &TextShape| {
        let written = text.galley.text().to_owned();
        let is_ours = text.pos.x < left_edge || written.starts_with("Klik om te selecteren");
        if is_ours && text.galley.elided {
            cut.push(written.clone());
        }
        let in_rows: usize = text.galley.rows.iter().map(|row| words(&row.text())).sum();
        if is_ours && in_rows != words(&written) {
            broken.push(written.clone());
        }
        seen.push(written);
    };
    for each in &program.harness.output().shapes {
        each_text(&each.shape, &mut look);
    }
    for whole in [
        "Ondernemersplatform",
        "Samenwerkingsverband of overlegtafel",
        "Klik om te selecteren, dubbelklik",
    ] {
        assert!(
            seen.iter().any(|text| text.starts_with(whole)),
            "{whole}: {seen:?}"
        );
    }
    assert!(cut.is_empty(), "{cut:?}");
    assert!(broken.is_empty(), "lines break between words only: {broken:?}");
}

#[test]
fn own_figures_of_the_table_stand_at_the_right_under_their_heading() {
    let mut program = with_sample("noord-holland-noord-governance");
    program.harness.set_size(egui::vec2(1920.0, 1080.0));
    for (tab, heading) in [
        (TableTab::Actors, "Sorteer op Relaties"),
        (TableTab::Relations, "Sorteer op Gewicht"),
    ] {
        program.send(DeskChange::OpenTable(tab));
        program.settle();
        let heading = program.harness.get_by_label_contains(heading).rect();
        let is_figure = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
        let below = program.harness.query_all_by_role(Role::Label).filter_map(|node| {
            let value = node.accesskit_node().value().unwrap_or_default();
            let rect = node.rect();
            let is_in = rect.top() > heading.bottom() && (rect.right() - heading.right()).abs() < 60.0;
            (is_in && is_figure(&value)).then_some(rect.right())
        });
        let ends: Vec<f32> = below.collect();
        assert!(ends.len() > 4, "{tab:?}: {ends:?}");
        for end in &ends {
            assert!(
                (end - heading.right()).abs() < 8.0,
                "{tab:?}: {end} under {heading}"
            );
        }
    }
}
