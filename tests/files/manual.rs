//! The manual page of the package says what the program's own help says. `UPDATE_MANUAL=1` writes it anew.

use std::path::Path;

use clap_mangen::Man;
use clap_mangen::roff::{Roff, bold, roman};
use netwerkopstelling::cli;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::Language;

/// The program, then each command with its options, on one page.
fn page() -> String {
    let mut program = cli::program(Texts::new(Language::En));
    program.build();
    let mut page = Vec::new();
    let man = Man::new(program.clone());
    man.render_title(&mut page).unwrap();
    man.render_name_section(&mut page).unwrap();
    man.render_synopsis_section(&mut page).unwrap();
    man.render_options_section(&mut page).unwrap();
    let mut commands = Roff::new();
    commands.control("SH", ["COMMANDS"]);
    commands.to_writer(&mut page).unwrap();
    for command in program.get_subcommands() {
        let mut heading = Roff::new();
        heading.control("SS", [command.get_name()]);
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        heading.text([roman(about)]);
        let usage = command.clone().render_usage().to_string();
        heading.text([bold(usage.trim())]);
        heading.to_writer(&mut page).unwrap();
        for argument in command.get_arguments() {
            if argument.is_global_set() || argument.get_id() == "help" {
                continue;
            }
            let mut row = Roff::new();
            row.control("TP", []);
            row.text([bold(argument.to_string())]);
            row.text([roman(
                argument.get_help().map(ToString::to_string).unwrap_or_default(),
            )]);
            row.to_writer(&mut page).unwrap();
        }
    }
    man.render_extra_section(&mut page).unwrap();
    String::from_utf8(page).unwrap()
}

#[test]
fn the_manual_page_is_made_of_the_arguments() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/linux/netwerkopstelling.1");
    let page = page();
    if std::env::var_os("UPDATE_MANUAL").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let stored = std::fs::read_to_string(&path).unwrap();
    assert!(
        stored == page,
        "the page is not what the help says: UPDATE_MANUAL=1 writes it anew"
    );
    for command in [
        "check", "convert", "analyse", "compare", "spanners", "render", "note", "register",
    ] {
        assert!(page.contains(&format!(".SS {command}\n")), "{command}");
    }
}
