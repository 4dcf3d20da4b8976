//! Actors and relations as tables that select on the board.

mod attributes;
mod cells;
mod columns;
mod data;
mod memory;
mod select;
mod sorting;

use std::sync::Arc;

use egui::{Align, Id, Layout, ScrollArea, Sense, TextEdit, Ui};
use egui_extras::{Column as ColumnSize, TableBuilder, TableRow as DrawnRow};

pub use attributes::of_tab;
pub use columns::TableColumn;
pub use data::{Rows, RowsKey, TableRow, is_long};
pub use memory::TableMemory;
pub use sorting::Sorting;

use crate::command::Look;
use crate::desk::TableTab;
use crate::i18n::shown;
use crate::ui::panels::below;
use crate::ui::widgets::{begins_anew, bold, made_once, remark_ui, sign_button_ui};
use crate::ui::{FrameContext, Intents};
use select::selected_ids;

const ROW_HEIGHT: f32 = 26.0;

pub fn tables_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let key = Id::new(("table-memory", context.desk.table_tab));
    let mut memory: TableMemory = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    ui.add_space(4.0);
    let Some(rows) = rows(ui, context) else {
        // A moment, the first time that a long table is opened.
        head_ui(ui, context, &mut memory, (0, 0), out);
        ui.data_mut(|data| data.insert_temp(key, memory));
        return;
    };
    let order = memory.order(&rows);
    head_ui(ui, context, &mut memory, (order.len(), rows.rows.len()), out);
    let left_out = rows.left_out;
    if left_out > 0 {
        remark_ui(
            ui,
            &context
                .texts
                .with("table-attributes-left-out", &[("count", left_out.into())]),
        );
    }
    ui.add_space(4.0);
    if rows.rows.is_empty() {
        let hint = match context.desk.table_tab {
            TableTab::Actors => "table-empty-actors",
            TableTab::Relations => "table-empty-relations",
        };
        remark_ui(ui, &context.t(hint));
    } else if order.is_empty() {
        remark_ui(ui, &context.t("search-nothing"));
    } else {
        ScrollArea::horizontal()
            .auto_shrink([false, false])
            .show(ui, |ui| {
                table_ui(
                    ui,
                    context,
                    context.desk.table_tab,
                    &mut memory,
                    &rows,
                    &order,
                    out,
                );
            });
    }
    ui.data_mut(|data| data.insert_temp(key, memory));
}

/// The rows of the table in sight; `None` while those of a long one are being made.
fn rows(ui: &Ui, context: &FrameContext<'_>) -> Option<Arc<Rows>> {
    let (document, texts, tab) = (context.document, context.texts, context.desk.table_tab);
    if is_long(document.constellation(), tab) {
        return context.table_rows.cloned();
    }
    let from = RowsKey::of(document, texts, tab);
    Some(made_once(ui.ctx(), Id::new(("table-rows", tab)), from, || {
        let attributes = document.attributes(of_tab(tab));
        Rows::build(document.constellation(), &attributes, texts, tab)
    }))
}

fn head_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    memory: &mut TableMemory,
    (shown, total): (usize, usize),
    out: &mut Intents,
) {
    // The hint goes on below where the window is narrow.
    ui.horizontal_wrapped(|ui| {
        below::tabs_ui(ui, context, out);
        ui.separator();
        let name = context.t("table-filter");
        let field = TextEdit::singleline(&mut memory.search)
            .hint_text(name.as_str())
            .desired_width(180.0);
        let response = ui.add(field);
        ui.ctx()
            .accesskit_node_builder(response.id, |builder| builder.set_label(name.as_str()));
        if !memory.search.is_empty() {
            if sign_button_ui(ui, "×", &context.t("table-clear-filter")).clicked() {
                memory.search.clear();
            }
            let values = [("shown", shown.into()), ("total", total.into())];
            ui.label(context.texts.with("table-count-shown", &values));
        }
        let hint = egui::RichText::new(context.t("table-edit-hint")).weak().small();
        let hint = egui::WidgetText::from(hint);
        let extend = Some(egui::TextWrapMode::Extend);
        let whole = hint
            .clone()
            .into_galley(ui, extend, f32::INFINITY, egui::TextStyle::Small);
        if whole.size().x > ui.available_size_before_wrap().x {
            // A last word alone below looks like a mistake.
            ui.end_row();
        }
        ui.label(hint);
    });
}

fn table_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    tab: TableTab,
    memory: &mut TableMemory,
    rows: &Rows,
    order: &[usize],
    out: &mut Intents,
) {
    let columns = TableColumn::of(tab, rows.attributes.len());
    let selected = selected_ids(context.selection(), tab);
    let widths = widths(&columns, ui.available_width(), ui.spacing().item_spacing.x);
    let is_new = begins_anew(ui, "table", (context.document.serial(), tab));
    let mut table = TableBuilder::new(ui)
        // In another width of the window columns take the room anew; in this one they stay as the hand left them.
        .id_salt(("table", tab, columns.len(), widths[0].to_bits()))
        .striped(true)
        .sense(Sense::click())
        .cell_layout(Layout::left_to_right(Align::Center))
        .auto_shrink([false, false])
        .min_scrolled_height(60.0);
    if is_new {
        table = table.vertical_scroll_offset(0.0);
    }
    for width in widths {
        table = table.column(
            ColumnSize::initial(width)
                .at_least(60.0)
                .clip(true)
                .resizable(true),
        );
    }
    if memory.seen_selection != selected {
        let row = order
            .iter()
            .position(|&at| selected.binary_search(&rows.rows[at].id).is_ok());
        if let Some(row) = row {
            table = table.scroll_to_row(row, Some(Align::Center));
        }
        memory.seen_selection.clone_from(&selected);
    }
    let table = table.header(26.0, |mut header| {
        for (at, column) in columns.iter().enumerate() {
            header.col(|ui| {
                let name = name_of(context, *column, rows);
                let mut head_ui = |ui: &mut Ui| column_head_ui(ui, context, at, &name, &mut memory.sorting);
                if rows.decimals[at].is_some() {
                    ui.with_layout(Layout::right_to_left(Align::Center), head_ui);
                } else {
                    head_ui(ui);
                }
            });
        }
    });
    let mut clicked = None;
    table.body(|body| {
        body.rows(ROW_HEIGHT, order.len(), |mut row| {
            let at = row.index();
            let data = &rows.rows[order[at]];
            let is_selected = selected.binary_search(&data.id).is_ok();
            if let Some(click) = row_ui(&mut row, context, tab, rows, data, is_selected, out) {
                clicked = Some((at, click));
            }
        });
    });
    if let Some((at, click)) = clicked {
        let id_at = |place: usize| rows.rows[order[place]].id;
        let selection = select::after_click(context.selection(), tab, memory, order.len(), at, click, id_at);
        memory.seen_selection = selected_ids(&selection, tab);
        out.push(if click.is_double {
            Look::Reveal(selection)
        } else {
            Look::Select(selection)
        });
    }
}

/// Columns with words share the room that is left, in steps, so that few words are cut where there is room.
fn widths(columns: &[TableColumn], room: f32, gap: f32) -> Vec<f32> {
    const STEP: f32 = 10.0;
    let least: f32 = columns.iter().map(|column| column.width() + gap).sum();
    let of_words = columns.iter().filter(|column| column.is_of_words()).count();
    let spare = (room - least - gap).max(0.0) / of_words.max(1) as f32;
    let spare = (spare / STEP).floor() * STEP;
    let width = |column: &TableColumn| column.width() + if column.is_of_words() { spare } else { 0.0 };
    columns.iter().map(width).collect()
}

/// Our name of a column, or that of the attribute.
fn name_of(context: &FrameContext<'_>, column: TableColumn, rows: &Rows) -> String {
    match column {
        TableColumn::Attribute(at) => shown(&rows.attributes[at].label).into_owned(),
        own => context.t(own.key()),
    }
}

fn column_head_ui(ui: &mut Ui, context: &FrameContext<'_>, at: usize, name: &str, sorting: &mut Sorting) {
    let is_sorted = sorting.column == at;
    let sign = match (is_sorted, sorting.is_descending) {
        (true, false) => " ↑",
        (true, true) => " ↓",
        (false, _) => "",
    };
    let button = egui::Button::new(bold(format!("{name}{sign}")))
        .frame(false)
        .truncate();
    let response = ui.add(button);
    let label = context
        .texts
        .with("table-sort-by", &[("column", name.to_owned().into())]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &label));
    if response.on_hover_text(&label).clicked() {
        *sorting = Sorting {
            column: at,
            is_descending: is_sorted && !sorting.is_descending,
        };
    }
}

fn row_ui(
    row: &mut DrawnRow<'_, '_>,
    context: &FrameContext<'_>,
    tab: TableTab,
    rows: &Rows,
    data: &TableRow,
    is_selected: bool,
    out: &mut Intents,
) -> Option<select::Click> {
    row.set_selected(is_selected);
    for (at, column) in TableColumn::of(tab, rows.attributes.len())
        .into_iter()
        .enumerate()
    {
        row.col(|ui| match column {
            TableColumn::Attribute(number) if is_selected => {
                let owner = attributes::owner_of(tab, data.id);
                cells::edit_attribute_ui(ui, context, &rows.attributes[number], owner, (data, at), out);
            }
            own if is_selected && !matches!(own, TableColumn::Attribute(_)) => {
                let mut edit_ui = |ui: &mut Ui| cells::edit_ui(ui, context, own, data, at, out);
                match rows.decimals[at].as_deref() {
                    Some(decimals) if own == TableColumn::Relations => {
                        cells::read_figure_ui(ui, context, &data.cells[at], Some(decimals));
                    }
                    // Under its heading, as the figures of the other rows.
                    Some(_) => {
                        ui.with_layout(Layout::right_to_left(Align::Center), edit_ui);
                    }
                    None => {
                        edit_ui(ui);
                    }
                }
            }
            _ => cells::read_figure_ui(ui, context, &data.cells[at], rows.decimals[at].as_deref()),
        });
    }
    let response = row.response();
    response.widget_info(|| {
        let name = context
            .texts
            .with("table-row", &[("name", data.cells[0].clone().into())]);
        egui::WidgetInfo::selected(egui::WidgetType::SelectableLabel, true, is_selected, name)
    });
    select::click_on(&response)
}
