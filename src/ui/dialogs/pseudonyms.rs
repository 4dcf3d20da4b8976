//! Codes in place of names: what they do is said before they are turned on.

use egui::{Button, Id, Ui};

use super::{first_place, window};
use crate::command::{FileRequest, Look};
use crate::desk::PathPurpose;
use crate::pseudonyms::{Pseudonymised, Pseudonyms};
use crate::told;
use crate::ui::widgets::{content_key, heading_ui, made_once, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};

/// What is chosen in the window, and what was on when it was.
type PseudonymChoice = (Pseudonyms, Pseudonyms);

pub fn pseudonyms_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let id = Id::new("pseudonyms-choice");
    let now = context.lens.pseudonyms;
    let kept: Option<PseudonymChoice> = ui.data(|data| data.get_temp(id));
    // What was chosen about another state is no choice about this one.
    let mut chosen = kept
        .filter(|(_, then)| *then == now)
        .map_or(now, |(chosen, _)| chosen);
    let mut is_done = false;
    window(context.t("pseudonyms-title"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            ui.label(context.t("pseudonyms-lead"));
            ui.add_space(4.0);
            for (name, whose) in Pseudonyms::ALL {
                ui.radio_value(
                    &mut chosen,
                    whose,
                    context.t(&format!("pseudonyms-choose-{name}")),
                );
            }
            if chosen.are_on() {
                announced_ui(ui, context, chosen);
            } else if now.are_on() {
                remark_ui(ui, &context.t("pseudonyms-names-again"));
            }
            ui.add_space(6.0);
            ui.horizontal_wrapped(|ui| {
                let action = if chosen.are_on() {
                    "pseudonyms-show-codes"
                } else {
                    "pseudonyms-show-names"
                };
                let button = Button::new(context.t(action));
                if ui.add_enabled(chosen != now, button).clicked() {
                    out.push(Look::Pseudonyms(chosen));
                    is_done = true;
                }
                let button = Button::new(context.t("pseudonyms-save-key"));
                let button = ui.add_enabled(now.are_on(), button);
                if button
                    .on_hover_text(context.t("pseudonyms-save-key.hint"))
                    .clicked()
                {
                    out.push(FileRequest::Choose(PathPurpose::SaveKey));
                }
            });
        });
    let choice: PseudonymChoice = (chosen, now);
    ui.data_mut(|data| data.insert_temp(id, choice));
    if is_done {
        *is_open = false;
    }
}

fn announced_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: Pseudonyms) {
    let key = (content_key(context.named), chosen, context.texts.language);
    let said = made_once(ui.ctx(), Id::new("pseudonyms-announced"), key, || {
        let coded = Pseudonymised::to_take_along(context.named.constellation(), chosen);
        let said = told::pseudonyms::announced(&coded);
        said.iter()
            .map(|one| one.text(context.texts))
            .collect::<Vec<String>>()
    });
    heading_ui(ui, &context.t("pseudonyms-what"));
    panel_scroll(ui, "pseudonyms", context.named.serial())
        .max_height(220.0)
        .show(ui, |ui| {
            for sentence in said.iter() {
                ui.add(egui::Label::new(format!("• {sentence}")).wrap());
            }
        });
}
