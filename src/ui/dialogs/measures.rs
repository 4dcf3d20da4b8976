//! All measures there are, by family, with their values now: every one opens its explanation.

use egui::{Id, Key, RichText, ScrollArea, TextEdit, Ui};

use super::{first_place, window};
use crate::analysis::live::Live;
use crate::analysis::measure::{self, Descriptor, Family, Target, Unit};
use crate::i18n::Texts;
use crate::ui::FrameContext;
use crate::ui::panels::order::fold;
use crate::ui::state::{Dialog, ViewState};
use crate::ui::widgets::{heading_ui, remark_ui};

/// A family with those of its measures that fit the query.
#[derive(Debug, Clone, PartialEq)]
pub struct Section {
    pub family: Family,
    pub rows: Vec<Row>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub id: &'static str,
    pub name: String,
    /// As it is shown; empty where it was not computed.
    pub value: String,
}

pub fn measures_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, view: &mut ViewState) {
    let id = Id::new("measures-query");
    let mut query: String = ui.data(|data| data.get_temp(id)).unwrap_or_default();
    let is_new = ui.data(|data| data.get_temp::<String>(id)).is_none();
    let mut chosen = None;
    window(context.t("measures-title"), is_open)
        .default_pos(first_place(ui))
        .default_width(640.0)
        .show(ui.ctx(), |ui| {
            let name = context.t("measures-search");
            let response = ui.add(
                TextEdit::singleline(&mut query)
                    .hint_text(name.as_str())
                    .desired_width(f32::INFINITY),
            );
            ui.ctx()
                .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
            if is_new {
                response.request_focus();
            }
            remark_ui(ui, &context.t(lead_key(context)));
            let selected = only_selected(context);
            let found = sections(context.texts, context.analysis, selected, &query);
            if found.is_empty() {
                remark_ui(ui, &context.t("search-nothing"));
            }
            ScrollArea::vertical()
                .max_height(430.0)
                .auto_shrink(false)
                .show(ui, |ui| {
                    for section in &found {
                        heading_ui(ui, &context.t(family_key(section.family)));
                        chosen = chosen.or(rows_ui(ui, section));
                    }
                });
        });
    if let Some(id) = chosen {
        view.dialog = Some(Dialog::Measure(id));
    }
    let is_done = !*is_open || ui.input(|input| input.key_pressed(Key::Escape));
    ui.data_mut(|data| {
        if is_done {
            data.remove::<String>(id);
        } else {
            data.insert_temp(id, query);
        }
    });
}

fn rows_ui(ui: &mut Ui, section: &Section) -> Option<&'static str> {
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
pub fn sections(texts: Texts, live: Option<&Live>, selected: Option<usize>, query: &str) -> Vec<Section> {
    let words: Vec<String> = query.split_whitespace().map(fold).collect();
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
        let rows: Vec<Row> = measure::all()
            .filter(|descriptor| descriptor.family == family)
            .filter_map(|descriptor| {
                let name = texts.t(&descriptor.text_key());
                let text = fold(&format!("{name} {} {family_name}", descriptor.id));
                let value = || value_text(texts, live, selected, descriptor);
                words.iter().all(|word| text.contains(word)).then(|| Row {
                    id: descriptor.id,
                    value: value().unwrap_or_default(),
                    name,
                })
            })
            .collect();
        if !rows.is_empty() {
            found.push(Section { family, rows });
        }
    }
    found
}

/// The figure of the network, of the selected actor, or from the lowest to the highest.
fn value_text(
    texts: Texts,
    live: Option<&Live>,
    selected: Option<usize>,
    descriptor: &Descriptor,
) -> Option<String> {
    let live = live?;
    let shown = |value: f64| number(texts, descriptor.unit, value);
    match descriptor.target {
        Target::Network => live.report.network_figure(descriptor.id).map(shown),
        Target::Actor => {
            let values = &live.column(descriptor.id)?.values;
            if let Some(at) = selected {
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
        Target::Relation
        | Target::GroupActor
        | Target::GroupNetwork
        | Target::Group
        | Target::GroupPair
        | Target::Candidate => None,
    }
}

/// Whole numbers as such, others with enough digits to tell them apart.
pub fn number(texts: Texts, unit: Unit, value: f64) -> String {
    let decimals = match unit {
        Unit::Count | Unit::Difference | Unit::Flag | Unit::Label => 0,
        _ if value.abs() >= 100.0 => 1,
        _ => 3,
    };
    // Adding nothing makes -0 a 0.
    texts.number(value + 0.0, decimals)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn without_a_query_every_measure_is_listed_once() {
        let rows: usize = sections(Texts::new(Language::Nl), None, None, "")
            .iter()
            .map(|section| section.rows.len())
            .sum();
        assert_eq!(rows, measure::all().count());
    }

    #[test]
    fn a_query_finds_by_name_by_id_and_by_family() {
        let texts = Texts::new(Language::Nl);
        let ids = |query: &str| -> Vec<&str> {
            sections(texts, None, None, query)
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
