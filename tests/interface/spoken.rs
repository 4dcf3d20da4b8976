//! What a screen reader hears of the whole program: no sign without words, no control without a name.

use egui::accesskit::Role;
use egui_kittest::kittest::NodeT;

use crate::program::Program;
use crate::walk::everywhere;

/// Roles that a person acts on, and so has to know by name.
const CONTROLS: [Role; 9] = [
    Role::Button,
    Role::CheckBox,
    Role::ComboBox,
    Role::Link,
    Role::RadioButton,
    Role::Slider,
    Role::SpinButton,
    Role::TextInput,
    Role::MultilineTextInput,
];

/// Controls without a name, and names with letters of the icon font.
fn faults(program: &Program, place: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let named_by_label = |node: &egui_kittest::Node<'_>| node.accesskit_node().labelled_by().next().is_some();
    for node in program.harness.root().children_recursive() {
        let accesskit = node.accesskit_node();
        let label = accesskit.label().unwrap_or_default();
        let role = accesskit.role();
        let placeholder = accesskit.data().placeholder().unwrap_or_default();
        if label
            .chars()
            .any(|letter| ('\u{e000}'..='\u{f8ff}').contains(&letter))
        {
            faults.push(format!("{place}: an icon in the name {label:?}"));
        }
        let is_nameless = label.trim().is_empty() && placeholder.is_empty() && !named_by_label(&node);
        if CONTROLS.contains(&role) && is_nameless && !accesskit.is_hidden() {
            faults.push(format!("{place}: a {role:?} without a name at {:?}", node.rect()));
        }
    }
    faults
}

#[test]
fn every_control_of_every_panel_and_window_has_a_name_in_words() {
    let home = tempfile::tempdir().unwrap();
    let mut all = Vec::new();
    everywhere(&mut Program::at(home.path()), |program, place| {
        all.extend(faults(program, place));
    });
    all.sort();
    all.dedup_by_key(|fault| fault.split_once(": ").map(|(_, what)| what.to_owned()));
    assert!(all.is_empty(), "{}", all.join("\n"));
}
