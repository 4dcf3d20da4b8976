//! Codes in place of names: what they do is said before they are turned on.

use egui::{Button, Context, Id, Ui};

use super::{first_place, window};
use crate::command::{FileRequest, Look};
use crate::desk::PathPurpose;
use crate::pseudonyms::Pseudonyms;
use crate::ui::widgets::{heading_ui, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};

/// What is chosen in the window, and what was on when it was.
type PseudonymChoice = (Pseudonyms, Pseudonyms);

fn choice_id() -> Id {
    Id::new("pseudonyms-choice")
}

/// What is chosen in the window, while `now` is on.
pub fn chosen(ctx: &Context, now: Pseudonyms) -> Pseudonyms {
    let kept: Option<PseudonymChoice> = ctx.data(|data| data.get_temp(choice_id()));
    // What was chosen about another state is no choice about this one.
    kept.filter(|(_, then)| *then == now)
        .map_or(now, |(chosen, _)| chosen)
}

pub fn pseudonyms_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let now = context.lens.pseudonyms;
    let mut chosen = chosen(ui.ctx(), now);
    let mut is_done = false;
    window(ui, context.t("pseudonyms-title"), is_open)
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
                announced_ui(ui, context);
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
    ui.data_mut(|data| data.insert_temp(choice_id(), choice));
    if is_done {
        *is_open = false;
    }
}

fn announced_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    let announcement = &context.program.announcement;
    heading_ui(ui, &context.t("pseudonyms-what"));
    panel_scroll(ui, "pseudonyms", context.document.serial())
        .max_height(220.0)
        .show(ui, |ui| {
            if announcement.is_under_way {
                remark_ui(ui, &context.t("pseudonyms-under-way"));
            }
            for sentence in announcement.said.iter() {
                ui.add(egui::Label::new(format!("• {sentence}")).wrap());
            }
        });
}
