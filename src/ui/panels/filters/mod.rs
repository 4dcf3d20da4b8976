//! Showing and hiding by kind, sector, level, domain, region, status, weight and certainty.

mod data;

use egui::{Align, Button, Id, Label, Layout, RichText, Ui};

pub use data::{FilterEntry, FilterSection, FilterValue, FiltersData};

use crate::command::{Command, Look};
use crate::i18n::shown;
use crate::model::{Attribute, AttributeOf, AttributeType};
use crate::scene::Filters;
use crate::ui::panels::status::hidden_text;
use crate::ui::widgets::{
    Field, NumberEntry, Symbol, bold, field_ui, heading_ui, icon_text, key_beyond_places, made_once,
    panel_scroll, refusal_ui, row_ui, rows_ui, sign_button_ui, symbol_ui, word_label_ui,
};
use crate::ui::{FrameContext, Intents};

pub fn filters_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("filters-heading"));
    hidden_ui(ui, context, &context.lens.filters, out);
    let scroll = panel_scroll(ui, "filters", context.document.serial());
    scroll.auto_shrink([false, false]).show(ui, |ui| {
        let (document, filters) = (context.document, &context.lens.filters);
        let from = (key_beyond_places(document), filters.clone());
        let data = made_once(ui.ctx(), Id::new("filters-data"), from, || {
            FiltersData::build(document, filters)
        });
        for section in &data.sections {
            section_ui(ui, context, section, &context.lens.filters, out);
        }
        for attribute in &data.ranges {
            range_ui(ui, context, attribute, &context.lens.filters, out);
        }
        if !context.constellation().relations.is_empty() {
            weight_ui(ui, context, &context.lens.filters, out);
            assumed_ui(ui, context, data.assumed, &context.lens.filters, out);
        }
        ui.add_space(12.0);
    });
}

/// What is hidden stays in sight as a number, with the way back. As high whatever it says: the list below must not move
/// away under the pointer.
fn hidden_ui(ui: &mut Ui, context: &FrameContext<'_>, filters: &Filters, out: &mut Intents) {
    let is_active = filters.is_active();
    let text = if is_active {
        bold(hidden_text(context.texts, "filters-hidden", context.hidden))
    } else {
        RichText::new(context.t("filters-nothing-hidden")).weak()
    };
    ui.add(Label::new(text).truncate());
    let show_all = Button::new(context.t("filters-show-all"));
    if ui.add_enabled(is_active, show_all).clicked() {
        out.push(Command::ShowAll);
    }
}

fn send(out: &mut Intents, before: &Filters, change: impl FnOnce(&mut Filters)) {
    let mut filters = before.clone();
    change(&mut filters);
    if filters != *before {
        out.push(Look::Filter(Box::new(filters)));
    }
}

/// Its name; of those of relations it says so, as actors may have one of the same name.
fn name_of(context: &FrameContext<'_>, attribute: &Attribute) -> String {
    let name = shown(&attribute.label).into_owned();
    match attribute.of {
        AttributeOf::Actors => name,
        AttributeOf::Relations => context
            .texts
            .with("filters-of-relations", &[("name", name.into())]),
    }
}

/// Height of a word.
const ROW: f32 = 24.0;

fn section_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    section: &FilterSection,
    filters: &Filters,
    out: &mut Intents,
) {
    let attribute = section.attribute.as_ref();
    let heading = attribute.map_or_else(
        || context.t(section.heading),
        |attribute| name_of(context, attribute),
    );
    heading_ui(ui, &heading);
    let entries = &section.entries;
    let id = match attribute {
        Some(attribute) => format!("{:?} {}", attribute.of, attribute.key),
        None => section.heading.to_owned(),
    };
    let is_flag = attribute.is_some_and(|attribute| attribute.of_type == AttributeType::YesNo);
    rows_ui(ui, &id, ROW, entries.len(), |ui, at| {
        let entry = &entries[at];
        let label = match entry.value {
            FilterValue::Status(_) => context.t(&entry.label),
            FilterValue::Attribute(..) if is_flag && entry.label == "true" => context.t("answer-yes"),
            FilterValue::Attribute(..) if is_flag && entry.label == "false" => context.t("answer-no"),
            FilterValue::Word(..) | FilterValue::Attribute(..) => shown(&entry.label).into_owned(),
        };
        ui.push_id((&id, &entry.label), |ui| {
            ui.horizontal(|ui| entry_ui(ui, context, section, entry, &label, filters, out));
        });
    });
}

fn entry_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    section: &FilterSection,
    entry: &FilterEntry,
    label: &str,
    filters: &Filters,
    out: &mut Intents,
) {
    let mut is_shown = entry.is_shown;
    let check = ui.checkbox(&mut is_shown, ());
    check.widget_info(|| egui::WidgetInfo::selected(egui::WidgetType::Checkbox, true, entry.is_shown, label));
    if entry.symbol != Symbol::None {
        symbol_ui(ui, &entry.symbol);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        // The word needs the room.
        ui.spacing_mut().item_spacing.x = 6.0;
        let name = context
            .texts
            .with("filters-only-long", &[("name", label.to_owned().into())]);
        let only = icon_text(egui_phosphor::fill::EYE);
        let is_only_pressed = sign_button_ui(ui, only, &name).clicked();
        ui.label(RichText::new(context.texts.number(entry.count as f64, 0)).weak());
        let text = ui
            .with_layout(Layout::left_to_right(Align::Center), |ui| {
                let word = word_label_ui(ui, label, egui::Sense::click());
                word.on_hover_text(context.t("filters-only-hint"))
            })
            .inner;
        let is_double = text.double_clicked() || check.double_clicked();
        if is_only_pressed || is_double {
            send(out, filters, |filters| data::only(filters, section, &entry.value));
        } else if check.changed() || text.clicked() {
            send(out, filters, |filters| {
                data::set_hidden(filters, &entry.value, entry.is_shown);
            });
        }
    });
}

fn weight_ui(ui: &mut Ui, context: &FrameContext<'_>, filters: &Filters, out: &mut Intents) {
    heading_ui(ui, &context.t("filters-section-weight"));
    let (min, max) = (filters.min_weight, filters.max_weight);
    let names = ["filters-weight-from", "filters-weight-to"].map(|key| context.t(key));
    limit_ui(
        ui,
        context,
        ("from", "weight"),
        &names[0],
        min,
        out,
        |filters, value| {
            filters.min_weight = value;
        },
    );
    limit_ui(
        ui,
        context,
        ("to", "weight"),
        &names[1],
        max,
        out,
        |filters, value| {
            filters.max_weight = value;
        },
    );
}

/// From and to of an attribute with numbers.
fn range_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    attribute: &Attribute,
    filters: &Filters,
    out: &mut Intents,
) {
    heading_ui(ui, &name_of(context, attribute));
    let (of, key) = (attribute.of, attribute.key.as_str());
    let filter = filters.attributes(of).get(key);
    let (min, max) = (filter.and_then(|one| one.min), filter.and_then(|one| one.max));
    let id = format!("{of:?} {key}");
    let values = [("name", name_of(context, attribute).into())];
    let names =
        ["filters-attribute-from", "filters-attribute-to"].map(|key| context.texts.with(key, &values));
    limit_ui(
        ui,
        context,
        ("from", &id),
        &names[0],
        min,
        out,
        |filters, value| {
            filters
                .attributes_mut(of)
                .change(key, |filter| filter.min = value);
        },
    );
    limit_ui(ui, context, ("to", &id), &names[1], max, out, |filters, value| {
        filters
            .attributes_mut(of)
            .change(key, |filter| filter.max = value);
    });
}

/// One end of a range: a number, or nothing. What is no number leaves it as it was. The heading says of what; who only
/// hears the field is told by its name.
fn limit_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    id: (&str, &str),
    name: &str,
    value: Option<f64>,
    out: &mut Intents,
    set: impl FnOnce(&mut Filters, Option<f64>),
) {
    let before = &context.lens.filters;
    let label = context.t(if id.0 == "from" {
        "filters-from"
    } else {
        "filters-to"
    });
    let shown = value
        .map(|value| context.texts.plain_number(value, 3))
        .unwrap_or_default();
    let id = Id::new(("filter", id));
    let hint = context.t("filters-weight-any");
    let refused = row_ui(ui, &label, |ui, _| {
        let field = Field::new(id, &shown).named(name).hint(&hint);
        let entry = NumberEntry::default();
        let response = field_ui(ui, field, out, |text| {
            let mut filters = before.clone();
            if text.trim().is_empty() {
                entry.clear();
                set(&mut filters, None);
            } else if let Some(number) = entry.read(&text, context.texts, |_| true) {
                set(&mut filters, Some(number));
            }
            Look::Filter(Box::new(filters))
        });
        entry.refused(ui, id, &response, value.unwrap_or(-1.0))
    });
    if let Some(bad) = refused {
        refusal_ui(ui, &bad.text(context.texts, "number-filter-refused"));
    }
}

fn assumed_ui(ui: &mut Ui, context: &FrameContext<'_>, assumed: usize, filters: &Filters, out: &mut Intents) {
    heading_ui(ui, &context.t("field-verified"));
    let mut hides = filters.hides_assumed;
    let text = context
        .texts
        .with("filters-hide-assumed", &[("count", assumed.into())]);
    if ui.checkbox(&mut hides, text).changed() {
        send(out, filters, |filters| filters.hides_assumed = hides);
    }
}
