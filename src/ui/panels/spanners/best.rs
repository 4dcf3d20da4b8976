//! The best candidate of every region and every scale level: the sources ask for one per sub-region.

use egui::{RichText, Ui};

use super::dimension_name;
use super::parts::{actor_ui, explain_ui, lit_actors};
use crate::analysis::live::Live;
use crate::analysis::spanners::{Ranking, best_per_group};
use crate::command::Intent;
use crate::ui::state::ViewState;
use crate::ui::widgets::{bold, remark_ui, section_ui};
use crate::ui::{FrameContext, Intents};

/// The dimensions this is asked for, by id.
const DIMENSIONS: [&str; 2] = ["region", "level"];

/// Width of the column of groups.
const GROUP_WIDTH: f32 = 104.0;

/// One group with its best-placed candidates: several when they share the place, none when nobody of it has
/// relations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BestRow {
    pub group: String,
    /// Position in the network.
    pub candidates: Vec<u32>,
    /// Their place in the whole list.
    pub rank: u32,
}

/// The rows of a dimension, in the order of its groups.
pub fn best_rows(live: &Live, ranking: &Ranking, dimension: usize) -> Vec<BestRow> {
    let partition = &live.snapshot.dimensions[dimension].partition;
    let best = best_per_group(ranking, partition);
    let rank = |candidates: &[u32]| {
        let first = candidates.first()?;
        Some(ranking.of(*first)?.rank)
    };
    best.into_iter()
        .zip(&partition.groups)
        .map(|(candidates, group)| BestRow {
            group: group.clone(),
            rank: rank(&candidates).unwrap_or(0),
            candidates,
        })
        .collect()
}

pub fn best_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    view: &mut ViewState,
    live: &Live,
    ranking: &Ranking,
    out: &mut Intents,
) {
    let dimensions: Vec<usize> = DIMENSIONS
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
        [only] if live.figures[*only].id == DIMENSIONS[0] => "best-title-region",
        [_] => "best-title-level",
        _ => "best-title",
    };
    let title = context.texts.with(title_key, &[("count", groups.into())]);
    section_ui(ui, "spanner-best", title, false, |ui| {
        remark_ui(ui, &context.t("best-lead"));
        for at in dimensions {
            let rows = best_rows(live, ranking, at);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 4.0;
                let name = dimension_name(context.texts, &live.figures[at].id);
                ui.label(bold(name));
                explain_ui(ui, context, view, "spanner_best");
                let values = [("count", rows.len().into())];
                let text = context.texts.with("best-light-up", &values);
                if ui.small_button(text).clicked() {
                    let all = rows.iter().flat_map(|row| row.candidates.clone());
                    out.push(Intent::SetHighlight(Some(lit_actors(live, all))));
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
            ui.add(egui::Label::new(RichText::new(&row.group).weak()).wrap());
        });
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            if row.candidates.is_empty() {
                ui.add_space(4.0);
                remark_ui(ui, &context.t("best-nobody"));
            }
            for &at in &row.candidates {
                let values = [
                    ("name", live.snapshot.labels[at as usize].clone().into()),
                    ("rank", row.rank.into()),
                ];
                let text = context.texts.with("best-candidate", &values);
                actor_ui(ui, context, live, at, text, out);
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::live::live;
    use crate::analysis::snapshot::{NamedPartition, Snapshot};
    use crate::analysis::{Control, Link, Network, Partition};

    #[test]
    fn who_shares_the_first_place_of_a_group_stands_there_together() {
        // A circle of four over two regions, and a third region nobody of which has relations.
        let link = |source, target| Link {
            source,
            target,
            weight: 1.0,
        };
        let links = [link(0, 1), link(1, 2), link(2, 3), link(3, 0)];
        let network = Network::from_links(5, false, &links).unwrap();
        let groups = ["Kop", "Westfriesland", "Alkmaar"].map(str::to_owned).into();
        let partition = Partition::single(groups, &[0, 0, 1, 1, 2].map(Some));
        let dimensions = vec![NamedPartition {
            id: "region".to_owned(),
            partition,
        }];
        let snapshot = Snapshot::of_network(network, vec![false; 5], dimensions);
        let live = live(snapshot, &Control::new()).unwrap();
        let rows = best_rows(&live, &live.ranking, 0);
        assert_eq!(rows[0].candidates, [0, 1]);
        assert_eq!((rows[1].candidates.as_slice(), rows[1].rank), (&[2, 3][..], 1));
        assert_eq!((rows[2].group.as_str(), rows[2].candidates.len()), ("Alkmaar", 0));
    }
}
