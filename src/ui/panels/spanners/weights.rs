//! What counts in the order: sliders, who can be a candidate, and how many first places certainty is about.

use egui::{Slider, Ui};

use super::candidates::component_key;
use crate::analysis::live::Live;
use crate::analysis::spanners::{Component, default_top};
use crate::told::dimension_name;
use crate::ui::FrameContext;
use crate::ui::state::ViewState;
use crate::ui::widgets::{Entry, bold, refusal_ui, remark_ui, section_ui};

/// Width of the names before the sliders.
const LABEL_WIDTH: f32 = 130.0;

/// What a weight in the order can be.
const SHARES: std::ops::RangeInclusive<f64> = 0.0..=3.0;

/// The numbers of first places to choose from.
const TOPS: [u32; 4] = [1, 3, 5, 10];

pub fn weights_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, live: &Live) {
    let (weights, top) = view.spanner_weighing(live);
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
                view.spanner_dimension_weights.insert(figures.id.clone(), weight);
            }
        }
        ui.label(bold(context.t("spanners-weights-components")).size(13.0));
        for (at, component) in Component::ALL.into_iter().enumerate() {
            let key = component_key(component);
            let (text, hint) = (context.t(&format!("{key}-word")), context.t(key));
            slider_ui(ui, context, &text, &hint, &mut view.spanner_component_weights[at]);
        }
        let equal = egui::Button::new(context.t("spanners-weights-equal"));
        if ui.add_enabled(!is_equal, equal).clicked() {
            view.spanner_dimension_weights.clear();
            view.spanner_component_weights = [1.0; 4];
        }
        ui.separator();
        ui.checkbox(
            &mut view.analysis_settings.leaves_tables_out,
            context.t("spanners-without-tables"),
        );
        top_ui(ui, context, view, live, top);
    });
}

fn top_ui(ui: &mut Ui, context: &FrameContext<'_>, view: &mut ViewState, live: &Live, top: u32) {
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
                    if ui.selectable_label(choice == top, name(choice)).clicked() {
                        view.spanner_top = (choice != usual).then_some(choice);
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
        let (entry, before) = (Entry::default(), *value);
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
