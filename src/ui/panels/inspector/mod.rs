//! What is selected, in words that can be changed in place.

mod actor_relations;
mod actors;
mod attributes;
mod data;
mod describe;
mod new_attribute;
mod notes;
mod overview;
mod relations;

use egui::{Id, Ui};

use crate::ui::widgets::{content_key, made_once, panel_scroll};
use crate::ui::{FrameContext, Intents};

pub use data::{ActorsData, OverviewData, RelationsData, TieRow, TiesOfActor};
pub use overview::question_field;

pub fn inspector_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let selection = context.selection();
    let subject = (context.document.serial(), &selection.actors, &selection.relations);
    panel_scroll(ui, "inspector", subject)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            let constellation = context.constellation();
            if selection.is_empty() {
                let from = content_key(context.document);
                let data = made_once(ui.ctx(), Id::new("overview-data"), from, || {
                    OverviewData::build(constellation)
                });
                overview::overview_ui(ui, context, &data, out);
            }
            if let Some(data) = ActorsData::build(constellation, &selection.actors) {
                actors::actors_ui(ui, context, &data, out);
            }
            if let Some(data) = RelationsData::build(constellation, &selection.relations) {
                if !selection.actors.is_empty() {
                    ui.separator();
                }
                relations::relations_ui(ui, context, &data, out);
            }
            notes::notes_ui(ui, context, out);
            ui.add_space(12.0);
        });
}
