//! What counts in the order: sliders, who can be a candidate, and how many first places certainty is about.

use egui::{Slider, Ui};

use super::candidates::component_key;
use crate::analysis::live::Live;
use crate::analysis::spanners::{Component, default_top};
use crate::command::Look;
use crate::told::dimension_name;
use crate::ui::widgets::{NumberEntry, bold, option_ui, refusal_ui, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// Width of the names before the sliders.
const LABEL_WIDTH: f32 = 130.0;

/// What a weight in the order can be.
const SHARES: std::ops::RangeInclusive<f64> = 0.0..=3.0;

/// The numbers of first places to choose from.
const TOPS: [u32; 4] = [1, 3, 5, 10];

pub fn weights_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, out: &mut Intents) {
    let (weights, top) = context.lens.spanner_weighing(live);
    let is_equal = weights.cells().iter().all(|&weight| weight == 1.0);
    let key = if is_equal {
        "spanners-weights"
    } else {
        "spanners-weights-changed"
    };
    section_ui(ui, "spanner-weights", context.t(key), false, |ui| {
        remark_ui(ui, &context.t("spanners-weights-lead"));
        ui.label(bold(context.t("spanners-weights-dimensions")).size(13.0));
        for (figures, mut weight) in live.figures.iter().zip(weights.dimensions) {
            let text = dimension_name(context.texts, &figures.id);
            if slider_ui(ui, context, &text, &text, &mut weight) {
                out.push(Look::WeighDimension(figures.id.clone(), weight));
            }
        }
        ui.label(bold(context.t("spanners-weights-components")).size(13.0));
        for (at, component) in Component::ALL.into_iter().enumerate() {
            let key = component_key(component);
            let (text, hint) = (context.t(&format!("{key}-word")), context.t(key));
            let mut weight = context.lens.spanner_component_weights[at];
            if slider_ui(ui, context, &text, &hint, &mut weight) {
                out.push(Look::WeighComponent(at, weight));
            }
        }
        let equal = egui::Button::new(context.t("spanners-weights-equal"));
        if ui.add_enabled(!is_equal, equal).clicked() {
            out.push(Look::WeighAllAlike);
        }
        ui.separator();
        let mut settings = context.lens.analysis_settings.clone();
        let without_tables = ui.checkbox(
            &mut settings.leaves_tables_out,
            context.t("spanners-without-tables"),
        );
        if without_tables.changed() {
            out.push(Look::Analyse(Box::new(settings)));
        }
        top_ui(ui, context, live, top, out);
    });
}

fn top_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, top: u32, out: &mut Intents) {
    let name = |top: u32| context.texts.with("spanners-top", &[("top", top.into())]);
    ui.horizontal(|ui| {
        let label = ui.label(context.t("spanners-top-label"));
        egui::ComboBox::from_id_salt("spanner-top")
            .selected_text(name(top))
            .show_ui(ui, |ui| {
                let usual = default_top(live.ranks.actors.len());
                let mut tops = TOPS.to_vec();
                tops.push(usual);
                tops.sort_unstable();
                tops.dedup();
                for choice in tops {
                    if option_ui(ui, choice == top, name(choice)).clicked() {
                        out.push(Look::SpannerTop((choice != usual).then_some(choice)));
                    }
                }
            })
            .response
            .labelled_by(label.id);
    });
}

fn slider_ui(ui: &mut Ui, context: &FrameContext<'_>, text: &str, hint: &str, value: &mut f64) -> bool {
    let texts = context.texts;
    ui.horizontal(|ui| {
        ui.spacing_mut().slider_width = 84.0;
        let size = egui::vec2(LABEL_WIDTH, 24.0);
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        let label = ui
            .allocate_ui_with_layout(size, layout, |ui| {
                ui.set_min_width(LABEL_WIDTH);
                ui.add(egui::Label::new(text).truncate())
            })
            .inner;
        let label = if hint == text {
            label
        } else {
            label.on_hover_text(hint)
        };
        let (entry, before) = (NumberEntry::default(), *value);
        let slider = Slider::new(value, SHARES)
            .update_while_editing(false)
            .max_decimals(1)
            .custom_formatter(|value, _| texts.plain_number(value, 1))
            .custom_parser(|text| entry.read(text, texts, |share| SHARES.contains(&share)));
        let response = ui.add(slider).labelled_by(label.id);
        if let Some(bad) = entry.refused(ui, response.id, &response, before) {
            response.show_tooltip_ui(|ui| {
                refusal_ui(ui, &bad.text(texts, "number-share-refused"));
            });
        }
        response.changed()
    })
    .inner
}
