//! What a screen reader says. Icons are letters of a font of our own, which it would read out as noise.

use egui::accesskit::{Role, TreeUpdate};
use egui::{Context, FullOutput, Plugin};

/// Takes icons out of all names, and gives the window its own.
pub struct Spoken;

impl Plugin for Spoken {
    fn debug_name(&self) -> &'static str {
        "spoken names"
    }

    fn output_hook(&mut self, _: &Context, output: &mut FullOutput) {
        if let Some(update) = &mut output.platform_output.accesskit_update {
            clean(update);
        }
    }
}

fn clean(update: &mut TreeUpdate) {
    for (_, node) in &mut update.nodes {
        let is_window = node.role() == Role::Window;
        let (label, value) = (node.label().map(without_icons), node.value().map(without_icons));
        match label.flatten() {
            Some(label) => node.set_label(label),
            None if is_window && node.label().is_none_or(str::is_empty) => {
                node.set_label("Netwerkopstelling");
            }
            None => {}
        }
        if let Some(value) = value.flatten() {
            node.set_value(value);
        }
    }
}

/// `None` when there are no icons in it.
fn without_icons(text: &str) -> Option<String> {
    let is_icon = |letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter);
    text.contains(is_icon)
        .then(|| text.replace(is_icon, "").trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_icons_and_other_names_stay_as_they_are() {
        assert_eq!(
            without_icons("\u{e1dc}  Selecteren").as_deref(),
            Some("Selecteren")
        );
        assert_eq!(without_icons("Gemeente Noord  "), None);
    }
}
