//! Definition, convention, source and repetition of one measure.

use egui::{RichText, Ui};

use super::{first_place, window};
use crate::analysis::measure;
use crate::ui::FrameContext;
use crate::ui::widgets::{bold, heading_ui};

pub fn measure_ui(ui: &Ui, context: &FrameContext<'_>, id: &str, is_open: &mut bool) {
    let Some(found) = measure::find(id) else {
        *is_open = false;
        return;
    };
    let key = found.text_key();
    window(context.t(&key), is_open)
        .default_pos(first_place(ui))
        .default_width(520.0)
        .show(ui.ctx(), |ui| {
            ui.label(context.t(&format!("{key}.definition")));
            heading_ui(ui, &context.t("measure-how"));
            ui.label(context.t(&format!("{key}.convention")));
            if let Some(citation) = found.citation {
                heading_ui(ui, &context.t("measure-source"));
                ui.label(citation.text);
                if let Some(doi) = citation.doi {
                    ui.hyperlink(format!("https://doi.org/{doi}"));
                }
            }
            if let Some(code) = found.repeat {
                heading_ui(ui, &context.t("measure-repeat"));
                ui.label(context.t("measure-repeat-lead"));
                ui.add(egui::Label::new(RichText::new(code).monospace()).wrap());
                if ui.button(context.t("measure-copy")).clicked() {
                    ui.ctx()
                        .copy_text(format!("{}\n{code}\n", measure::REPEAT_PRELUDE));
                }
            }
            ui.add_space(4.0);
            ui.label(bold(context.texts.with("measure-id", &[("id", found.id.into())])).weak());
        });
}
