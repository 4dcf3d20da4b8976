//! The list of all measures, and the explanation behind every figure.

use egui::accesskit::Role;
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Intent, ProgramRequest};
use netwerkopstelling::desk::Dialog;
use netwerkopstelling::ui::dialogs::dialogs_ui;

use super::bench::{Bench, open, small};

fn show(dialog: Dialog) -> egui_kittest::Harness<'static, Bench> {
    let (document, _, _) = small();
    let mut bench = Bench::new(document);
    bench.desk.dialog = Some(dialog);
    open(bench, [1000.0, 800.0], dialogs_ui)
}

#[test]
fn a_measure_is_found_by_letters_and_opens_its_explanation() {
    let mut harness = show(Dialog::Measures);
    harness
        .get_by_label("Zoek op naam of onderwerp")
        .type_text("dichth");
    harness.run();
    assert!(harness.query_by_label("PageRank").is_none());
    harness.get_by_label("Dichtheid (density)").click();
    harness.run();
    assert_eq!(harness.state().desk.dialog, Some(Dialog::Measure("density")));
    harness.get_by_label("nx.density(S)");
}

#[test]
fn the_line_and_the_whole_program_are_copied() {
    let mut harness = show(Dialog::Measure("density"));
    let copied = |harness: &mut egui_kittest::Harness<'static, Bench>, label: &str| {
        harness.get_by_role_and_label(Role::Button, label).click();
        harness.step();
        let text = harness.state().asked.last().and_then(|asked| match asked {
            Intent::Program(ProgramRequest::CopyText(text)) => Some(text.clone()),
            _ => None,
        });
        text.expect("something was copied")
    };
    assert_eq!(copied(&mut harness, "Kopieer regel"), "nx.density(S)");
    harness.run();
    let program = copied(&mut harness, "Kopieer hele programma");
    assert!(program.starts_with("FILE = "), "{program}");
    assert!(program.contains("KINDS_LEFT_OUT = {\"spanning\"}"), "{program}");
    assert!(program.trim_end().ends_with("print(nx.density(S))"), "{program}");
}

#[test]
fn where_no_line_gives_the_figure_a_sentence_says_why() {
    for (id, sentence) in [
        ("community", "trekkingen van het toeval"),
        ("gf_z_total", "Wel te vinden in R sna::brokerage"),
        ("spanner_mean_rank", "geen ander programma"),
    ] {
        let harness = show(Dialog::Measure(id));
        harness.get_by_label_contains(sentence);
        assert!(harness.query_by_label("Kopieer regel").is_none(), "{id}");
    }
}
