//! The best candidate of every region and every scale level: the sources ask for one per sub-region.

use egui::{RichText, Ui};

use super::parts::{actor_ui, explain_ui, lit_actors};
use crate::analysis::live::Live;
use crate::analysis::spanners::Ranking;
use crate::command::Look;
use crate::i18n::shown;
use crate::told::{BEST_OF, BestRow, best_rows, dimension_name};
use crate::ui::widgets::{bold, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// Width of the column of groups.
const GROUP_WIDTH: f32 = 104.0;

pub fn best_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, ranking: &Ranking, out: &mut Intents) {
    let dimensions: Vec<usize> = BEST_OF
        .iter()
        .filter_map(|id| live.figures.iter().position(|figures| figures.id == *id))
        .collect();
    if dimensions.is_empty() {
        return;
    }
    let groups: usize = dimensions
        .iter()
        .map(|&at| live.snapshot.dimensions[at].partition.groups.len())
        .sum();
    let title_key = match dimensions.as_slice() {
        [only] if live.figures[*only].id == BEST_OF[0] => "best-title-region",
        [_] => "best-title-level",
        _ => "best-title",
    };
    let title = context.texts.with(title_key, &[("count", groups.into())]);
    section_ui(ui, "spanner-best", title, false, |ui| {
        remark_ui(ui, &context.t("best-lead"));
        for at in dimensions {
            let rows = best_rows(&live.snapshot.dimensions[at].partition, ranking);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let name = dimension_name(context.texts, &live.figures[at].id);
                ui.label(bold(name));
                explain_ui(ui, context, "spanner_best", out);
                let values = [("count", rows.len().into())];
                let text = context.texts.with("best-light-up", &values);
                if ui.small_button(text).clicked() {
                    let all = rows.iter().flat_map(|row| row.candidates.clone());
                    out.push(Look::Highlight(Some(lit_actors(live, all))));
                }
            });
            for row in &rows {
                row_ui(ui, context, live, row, out);
            }
            ui.add_space(4.0);
        }
    });
}

fn row_ui(ui: &mut Ui, context: &FrameContext<'_>, live: &Live, row: &BestRow, out: &mut Intents) {
    ui.horizontal_top(|ui| {
        let size = egui::vec2(GROUP_WIDTH, 0.0);
        ui.allocate_ui_with_layout(size, egui::Layout::top_down(egui::Align::Min), |ui| {
            ui.set_width(GROUP_WIDTH);
            ui.add_space(4.0);
            ui.add(egui::Label::new(RichText::new(&*shown(&row.group)).weak()).wrap());
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if row.candidates.is_empty() {
                ui.add_space(4.0);
                remark_ui(ui, &context.t("best-nobody"));
            }
            for &at in &row.candidates {
                let values = [
                    (
                        "name",
                        shown(&live.snapshot.labels[at as usize]).into_owned().into(),
                    ),
                    ("rank", row.rank.into()),
                ];
                let text = context.texts.with("best-candidate", &values);
                actor_ui(ui, context, live, at, text, out);
            }
        });
    });
}
