//! All measures there are, by family, with their values now: every one opens its explanation.

use egui::{Id, RichText, TextEdit, Ui};

use super::{first_place, is_escaped, window};
use crate::analysis::Values;
use crate::analysis::groups::GroupTies;
use crate::analysis::live::Live;
use crate::analysis::measure::{self, Descriptor, Family, Target};
use crate::analysis::run::DimensionReport;
use crate::analysis::two_mode::Affiliation;
use crate::command::{DeskChange, Look};
use crate::desk::Dialog;
use crate::i18n::Texts;
use crate::told::measure_name;
use crate::told::numbers::figure;
use crate::ui::panels::order::fold;
use crate::ui::panels::spanners::parts::dimension_choice_ui;
use crate::ui::widgets::{heading_ui, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};

/// A family with those of its measures that fit the query.
#[derive(Debug, Clone, PartialEq)]
pub struct MeasureSection {
    pub family: Family,
    pub rows: Vec<MeasureRow>,
}

/// Of what the values are.
#[derive(Clone, Copy)]
pub struct ShownFor<'a> {
    pub live: &'a Live,
    /// The one actor that is selected, by its index.
    pub selected: Option<usize>,
    /// For the measures of a dimension: which of those of the figures.
    pub dimension: Option<usize>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct MeasureRow {
    pub id: &'static str,
    pub name: String,
    /// As it is shown; empty where it was not computed.
    pub value: String,
}

pub fn measures_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    let id = Id::new("measures-query");
    let mut query: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let mut chosen = None;
    window(ui, context.t("measures-title"), is_open)
        .default_pos(first_place(ui))
        .default_size([640.0, 560.0])
        .show(ui.ctx(), |ui| {
            let name = context.t("measures-search");
            let response = ui.add(
                TextEdit::singleline(&mut query)
                    .hint_text(name.as_str())
                    .desired_width(f32::INFINITY),
            );
            ui.ctx()
                .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
            remark_ui(ui, &context.t(lead_key(context)));
            let at = context
                .analysis
                .filter(|live| !live.figures.is_empty())
                .and_then(|live| {
                    let chosen = context.lens.roles_dimension.as_ref();
                    let choose = |dimension| out.push(Look::RolesDimension(dimension));
                    dimension_choice_ui(ui, context, "measures-dimension", live, chosen, None, choose)
                });
            let of = context.analysis.map(|live| ShownFor {
                live,
                selected: only_selected(context),
                dimension: at,
            });
            let found = sections(context.texts, of, &query);
            if found.is_empty() {
                remark_ui(ui, &context.t("search-nothing"));
            }
            panel_scroll(ui, "measures", &query)
                .max_height(520.0)
                .auto_shrink(false)
                .show(ui, |ui| {
                    for section in &found {
                        heading_ui(ui, &context.t(family_key(section.family)));
                        chosen = chosen.or(rows_ui(ui, section));
                    }
                });
        });
    if let Some(id) = chosen {
        out.push(DeskChange::Open(Dialog::Measure(id)));
    }
    let is_done = !*is_open || is_escaped(ui);
    ui.data_mut(|data| {
        if is_done {
            data.remove::<String>(id);
        } else {
            data.insert_temp(id, query);
        }
    });
}

fn rows_ui(ui: &mut Ui, section: &MeasureSection) -> Option<&'static str> {
    let mut chosen = None;
    let width = ui.available_width();
    for row in &section.rows {
        let (rect, response) = ui.allocate_exact_size(egui::vec2(width, 24.0), egui::Sense::click());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &row.name));
        let visuals = ui.style().interact(&response);
        if response.hovered() || response.has_focus() {
            ui.painter().rect_filled(rect, 4.0, visuals.weak_bg_fill);
        }
        let value = egui::WidgetText::from(RichText::new(&row.value)).into_galley(
            ui,
            None,
            180.0,
            egui::TextStyle::Body,
        );
        let value_width = value.size().x;
        let top = rect.center().y - value.size().y / 2.0;
        let ink = ui.visuals().text_color();
        ui.painter()
            .galley(egui::pos2(rect.right() - value_width - 10.0, top), value, ink);
        let name = egui::WidgetText::from(&row.name).into_galley(
            ui,
            Some(egui::TextWrapMode::Truncate),
            width - value_width - 30.0,
            egui::TextStyle::Body,
        );
        let response = if name.elided {
            response.on_hover_text(&row.name)
        } else {
            response
        };
        ui.painter().galley(egui::pos2(rect.left() + 4.0, top), name, ink);
        if response.clicked() {
            chosen = Some(row.id);
        }
    }
    chosen
}

fn lead_key(context: &FrameContext<'_>) -> &'static str {
    if only_selected(context).is_some() {
        "measures-lead-selected"
    } else {
        "measures-lead"
    }
}

/// Index in the network of the one actor that is selected.
fn only_selected(context: &FrameContext<'_>) -> Option<usize> {
    let actors = &context.selection().actors;
    let only = actors.iter().next().filter(|_| actors.len() == 1)?;
    context.analysis?.snapshot.index_of(*only)
}

pub fn family_key(family: Family) -> &'static str {
    match family {
        Family::Centrality => "family-centrality",
        Family::Cohesion => "family-cohesion",
        Family::Groups => "family-groups",
        Family::Brokerage => "family-brokerage",
        Family::TwoMode => "family-two-mode",
        Family::WhatIf => "family-what-if",
        Family::Spanners => "family-spanners",
    }
}

/// The measures whose name, id or family has all words of the query.
pub fn sections(texts: Texts, of: Option<ShownFor<'_>>, query: &str) -> Vec<MeasureSection> {
    let words: Vec<String> = query.split_whitespace().map(fold).collect();
    let has_arrows = of.is_some_and(|of| of.live.snapshot.network.directed);
    let families = [
        Family::Centrality,
        Family::Cohesion,
        Family::Groups,
        Family::Brokerage,
        Family::TwoMode,
        Family::WhatIf,
        Family::Spanners,
    ];
    let mut found = Vec::new();
    for family in families {
        let family_name = texts.t(family_key(family));
        let rows: Vec<MeasureRow> = measure::all()
            .filter(|descriptor| descriptor.family == family)
            .filter_map(|descriptor| {
                let name = measure_name(texts, descriptor, has_arrows);
                // By either name: who read the other one looks for that.
                let usual = texts.t(&descriptor.text_key());
                let text = fold(&format!("{name} {usual} {} {family_name}", descriptor.id));
                let value = || of?.text(texts, descriptor);
                words.iter().all(|word| text.contains(word)).then(|| MeasureRow {
                    id: descriptor.id,
                    value: value().unwrap_or_default(),
                    name,
                })
            })
            .collect();
        if !rows.is_empty() {
            found.push(MeasureSection { family, rows });
        }
    }
    found
}

impl ShownFor<'_> {
    /// The figure of the network, of the selected actor, or from the lowest to the highest.
    fn text(&self, texts: Texts, descriptor: &Descriptor) -> Option<String> {
        let shown = |value: f64| figure(texts, descriptor.unit, value);
        let id = descriptor.id;
        let report = &self.live.report;
        match descriptor.target {
            Target::Network => return report.network_figure(id).map(shown),
            Target::GroupNetwork => return self.of_dimension()?.figure(id).map(shown),
            _ => {}
        }
        let values = self.values(descriptor)?;
        let is_of_actors = matches!(descriptor.target, Target::Actor | Target::GroupActor);
        if let Some(at) = self.selected.filter(|_| is_of_actors) {
            return values.get(at).copied().flatten().map(shown);
        }
        let defined = || values.iter().flatten().copied();
        let (low, high) = (defined().reduce(f64::min)?, defined().reduce(f64::max)?);
        Some(if low == high {
            shown(low)
        } else {
            format!("{} – {}", shown(low), shown(high))
        })
    }

    fn of_dimension(&self) -> Option<&DimensionReport> {
        self.live.report.dimensions.get(self.dimension?)
    }

    /// One value per actor, relation, group or pair of groups.
    fn values(&self, descriptor: &Descriptor) -> Option<Vec<Option<f64>>> {
        let (live, id) = (self.live, descriptor.id);
        let candidates = live.ranking.candidates.iter();
        match (descriptor.target, id) {
            (Target::Actor, "spanner_mean_rank") => {
                let mut values = vec![None; live.snapshot.network.n];
                for candidate in candidates {
                    values[candidate.actor as usize] = Some(candidate.mean_rank);
                }
                Some(values)
            }
            (Target::Candidate, "spanner_load") => {
                let load = candidates.map(|one| live.load[one.actor as usize].ties);
                Some(load.map(|ties| Some(f64::from(ties))).collect())
            }
            (Target::Actor, _) => Some(live.column(id)?.values.to_vec()),
            (Target::Relation, _) => live.report.relation_column(id).map(Values::to_vec),
            (Target::GroupActor, _) => self.of_dimension()?.column(id).map(Values::to_vec),
            (Target::Group, _) => {
                let ties = self.of_dimension()?.group_ties[0].iter();
                Some(ties.map(GroupTies::ei).collect())
            }
            (Target::GroupPair, _) => {
                let [plain, weighted] = &self.of_dimension()?.mixing;
                let all = |cells: &[f64]| cells.iter().copied().map(Some).collect();
                Some(match id {
                    "mixing_ties" => all(&plain.ties),
                    "mixing_ties_w" => all(&weighted.ties),
                    "mixing_expected" => all(&plain.expected),
                    _ => {
                        let cells =
                            (0..plain.groups).flat_map(|row| (0..plain.groups).map(move |at| (row, at)));
                        cells.map(|(row, column)| plain.ratio(row, column)).collect()
                    }
                })
            }
            (Target::TablePair, _) => {
                let (network, is_table) = (&live.snapshot.network, &live.snapshot.is_table);
                let overlaps = Affiliation::new(network, is_table).overlaps();
                Some(overlaps.iter().map(|pair| Some(pair.jaccard)).collect())
            }
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn without_a_query_every_measure_is_listed_once() {
        let rows: usize = sections(Texts::new(Language::Nl), None, "")
            .iter()
            .map(|section| section.rows.len())
            .sum();
        assert_eq!(rows, measure::all().count());
    }

    #[test]
    fn a_query_finds_by_name_by_id_and_by_family() {
        let texts = Texts::new(Language::Nl);
        let ids = |query: &str| -> Vec<&str> {
            sections(texts, None, query)
                .iter()
                .flat_map(|section| section.rows.iter().map(|row| row.id))
                .collect()
        };
        assert!(ids("dichtheid").contains(&"density"));
        assert!(ids("pagerank_w").contains(&"pagerank_w"));
        assert!(ids("samenhang afstand").contains(&"mean_distance"));
        assert!(ids("onbestaanbaar").is_empty());
    }
}
