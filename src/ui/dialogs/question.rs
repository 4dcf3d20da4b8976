//! A question that must be answered before going on: the only window that blocks.

use egui::{Modal, Ui};

use crate::command::FileRequest;
use crate::ui::widgets::{bold, grown};
use crate::ui::{FrameContext, Intents};

pub fn question_ui(ui: &Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some(question) = &context.program.question else {
        return;
    };
    let last = question.answers.len().saturating_sub(1);
    let response = Modal::new(egui::Id::new("question")).show(ui.ctx(), |ui| {
        ui.set_width(grown(ui, 460.0));
        ui.label(bold(&question.title).size(grown(ui, 18.0)));
        ui.add_space(4.0);
        ui.label(&question.text);
        ui.add_space(10.0);
        ui.horizontal_wrapped(|ui| {
            for (at, answer) in question.answers.iter().enumerate() {
                if ui.button(answer).clicked() {
                    out.push(FileRequest::Answer(at));
                }
            }
        });
    });
    // Esc is the safest answer, which stands last. A click beside the question is none: it was meant for the board.
    if !response.backdrop_response.clicked() && response.should_close() {
        out.push(FileRequest::Answer(last));
    }
}
