//! The mixing matrix as a heat map that can be clicked.

use egui::{
    Align2, Color32, FontId, Galley, Rect, Response, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    WidgetType, pos2, vec2,
};
use std::sync::Arc;

use super::data::{MixingCell, cells, highlight_of_cell};
use super::group_name;
use crate::analysis::group_figures::{Division, GroupFigures};
use crate::analysis::groups::MOST_GROUPS_OF_TABLE;
use crate::command::Look;
use crate::i18n::Message;
use crate::lens::{CellNumber, GroupsLens};
use crate::model::Rgb;
use crate::scene::diverging::{Diverging, text_on};
use crate::told::cohesion::letter;
use crate::told::counts::Counted;
use crate::told::groups::{Mixed, mixed};
use crate::told::numbers::Digits;
use crate::ui::widgets::{colour, remark_ui};
use crate::ui::{FrameContext, Intents};

/// Room for the names of the rows.
const NAMES: f32 = 112.0;
const LEAST_CELL: f32 = 34.0;
const MOST_CELL: f32 = 52.0;
/// Letters above the columns.
const HEAD: f32 = 20.0;

pub fn matrix_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    out: &mut Intents,
) {
    let count = division.partition.groups.len();
    if count > MOST_GROUPS_OF_TABLE {
        let values = [("count", count.into()), ("most", MOST_GROUPS_OF_TABLE.into())];
        remark_ui(ui, &context.texts.with("matrix-too-many", &values));
        return;
    }
    remark_ui(ui, &context.t("matrix-lead"));
    let counted = Counted::new(
        figures.snapshot.network.directed,
        context.lens.groups.counts_weights,
    );
    choice_ui(ui, context, counted, out);
    let is_directed = figures.snapshot.network.directed;
    let cells = cells(division, is_directed, context.lens.groups.counts_weights);
    let side = ((ui.available_width() - NAMES) / count as f32).clamp(LEAST_CELL, MOST_CELL);
    ScrollArea::horizontal().id_salt("matrix").show(ui, |ui| {
        grid_ui(ui, context, figures, division, &cells, side, out);
    });
    scale_ui(ui, context);
    remark_ui(ui, &counted.how().text(context.texts));
    if let Some((row, column)) = context.lens.groups.cell
        && let Some(cell) = cells.iter().find(|cell| (cell.row, cell.column) == (row, column))
    {
        ui.label(in_words(context, figures, division, cell));
    }
}

fn choice_ui(ui: &mut Ui, context: &FrameContext<'_>, counted: Counted, out: &mut Intents) {
    let mut groups = context.lens.groups.clone();
    ui.horizontal_wrapped(|ui| {
        for (number, name, hint) in [
            (
                CellNumber::Ratio,
                Message::new("matrix-ratio"),
                Message::new("matrix-ratio-hint"),
            ),
            (CellNumber::Ties, counted.name(), counted.how()),
            (
                CellNumber::Expected,
                Message::new("matrix-expected"),
                Message::new("matrix-expected-hint"),
            ),
        ] {
            let [name, hint] = [name, hint].map(|it| it.text(context.texts));
            let response = ui.selectable_value(&mut groups.cell_number, number, name);
            response.on_hover_text(hint);
        }
    });
    ui.checkbox(&mut groups.counts_weights, context.t("matrix-weights"));
    if groups != context.lens.groups {
        out.push(Look::Groups(Box::new(groups)));
    }
}

fn grid_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    cells: &[MixingCell],
    side: f32,
    out: &mut Intents,
) {
    let count = division.partition.groups.len();
    let height = side.min(38.0);
    let size = vec2(NAMES + side * count as f32, HEAD + height * count as f32) + vec2(2.0, 2.0);
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    let ink = ui.visuals().text_color();
    for group in 0..count {
        let name = group_name(figures, division, group as u32, context.texts);
        let name = format!("{} ({})", name, division.sizes[group]);
        let column = Rect::from_min_size(
            pos2(area.left() + NAMES + side * group as f32, area.top()),
            vec2(side, HEAD),
        );
        let font = FontId::proportional(13.0);
        ui.painter()
            .text(column.center(), Align2::CENTER_CENTER, letter(group), font, ink);
        let id = ui.id().with(("matrix-column", group));
        ui.interact(column, id, Sense::hover()).on_hover_text(&name);
        let row = Rect::from_min_size(
            pos2(area.left(), area.top() + HEAD + height * group as f32),
            vec2(NAMES - 4.0, height),
        );
        row_name_ui(ui, row, group, &name, ink);
    }
    let digits = digits_of(context.lens.groups.cell_number, cells);
    let mut clicked = None;
    for cell in cells {
        let corner = pos2(
            area.left() + NAMES + side * cell.column as f32,
            area.top() + HEAD + height * cell.row as f32,
        );
        let rect = Rect::from_min_size(corner, vec2(side, height)).shrink(1.0);
        let response = cell_ui(ui, context, figures, division, cell, digits, rect);
        if response.clicked() {
            clicked = Some((cell.row, cell.column));
        }
    }
    if let Some(cell) = clicked {
        let is_lit = context.lens.groups.cell == Some(cell);
        let cell = Some(cell).filter(|_| !is_lit);
        let lit = cell.map(|(row, column)| highlight_of_cell(figures, division, row, column));
        let groups = context.lens.groups.clone();
        out.push(Look::Groups(Box::new(GroupsLens { cell, ..groups })));
        out.push(Look::Highlight(lit));
    }
}

/// Its letter and as much of its name as two lines hold; all of it when pointed at.
fn row_name_ui(ui: &Ui, rect: Rect, group: usize, name: &str, ink: Color32) {
    let mut job = egui::text::LayoutJob::simple(
        format!("{}  {name}", letter(group)),
        FontId::proportional(12.5),
        ink,
        rect.width(),
    );
    job.wrap.max_rows = if rect.height() >= 34.0 { 2 } else { 1 };
    let galley: Arc<Galley> = ui.painter().layout_job(job);
    let is_cut = galley.elided;
    let at = pos2(rect.left(), rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, ink);
    let response = ui.interact(rect, ui.id().with(("matrix-row", group)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, name));
    if is_cut {
        response.on_hover_text(name);
    }
}

fn cell_ui(
    ui: &Ui,
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    cell: &MixingCell,
    digits: Digits,
    rect: Rect,
) -> Response {
    let id = ui.id().with(("matrix-cell", &division.id, cell.row, cell.column));
    let response = ui.interact(rect, id, Sense::click());
    let is_lit = context.lens.groups.cell == Some((cell.row, cell.column));
    let words = || in_words(context, figures, division, cell);
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, is_lit, words()));
    if response.gained_focus() {
        response.scroll_to_me(None);
    }
    if ui.is_rect_visible(rect) {
        let fill = fill_of(context, cell);
        let painter = ui.painter();
        // The middle of the scale is close to the panel's own colour.
        let edge = ui.visuals().widgets.noninteractive.bg_stroke;
        painter.rect(rect, 3.0, colour(fill), edge, StrokeKind::Inside);
        let number = number_of(context.lens.groups.cell_number, cell);
        let text = number.map_or_else(
            || context.t("figure-undefined"),
            |value| digits.text(context.texts, value),
        );
        let font = FontId::proportional(13.0);
        painter.text(
            rect.center(),
            Align2::CENTER_CENTER,
            text,
            font,
            colour(text_on(fill)),
        );
        let ink = colour(context.palette.ink);
        if is_lit {
            painter.rect_stroke(rect, 3.0, Stroke::new(3.0, ink), StrokeKind::Outside);
            let gap = Stroke::new(1.5, ui.visuals().panel_fill);
            painter.rect_stroke(rect, 3.0, gap, StrokeKind::Inside);
        } else if response.has_focus() || response.hovered() {
            painter.rect_stroke(rect, 3.0, Stroke::new(1.5, ink), StrokeKind::Outside);
        }
    }
    response.on_hover_text(words())
}

fn fill_of(context: &FrameContext<'_>, cell: &MixingCell) -> Rgb {
    let scale = Diverging::of(context.theme);
    cell.place.map_or(scale.middle, |place| scale.at(place))
}

fn number_of(shown: CellNumber, cell: &MixingCell) -> Option<f64> {
    match shown {
        CellNumber::Ratio => cell.ratio,
        CellNumber::Ties => Some(cell.ties),
        CellNumber::Expected => Some(cell.expected),
    }
}

/// All cells with the same decimals, as many as fit.
fn digits_of(shown: CellNumber, cells: &[MixingCell]) -> Digits {
    let values = || cells.iter().filter_map(|cell| number_of(shown, cell));
    let decimals = if values().any(|value| value.abs() >= 99.5) {
        0
    } else {
        1
    };
    Digits::of(values()).at_most(decimals)
}

fn in_words(
    context: &FrameContext<'_>,
    figures: &GroupFigures,
    division: &Division,
    cell: &MixingCell,
) -> String {
    let name = |group| group_name(figures, division, group, context.texts);
    let mixed_pair = Mixed {
        from: name(cell.row),
        to: name(cell.column),
        is_within: cell.row == cell.column,
        ties: cell.ties,
        expected: cell.expected,
        ratio: cell.ratio,
    };
    mixed(&mixed_pair, cell.counted).text(context.texts)
}

/// What the colours mean, from four times less to four times more.
fn scale_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    const STEPS: usize = 48;
    let scale = Diverging::of(context.theme);
    let width = ui.available_width().min(300.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 28.0), Sense::hover());
    let keys = ["matrix-less", "matrix-as-expected", "matrix-more"];
    let words = keys.map(|key| context.t(key));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, words.join(", ")));
    let step = rect.width() / STEPS as f32;
    for at in 0..STEPS {
        let place = 2.0 * at as f64 / (STEPS - 1) as f64 - 1.0;
        let left = rect.left() + step * at as f32;
        let part = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(step + 0.5, 9.0));
        ui.painter().rect_filled(part, 0.0, colour(scale.at(place)));
    }
    let font = FontId::proportional(11.5);
    let ink = ui.visuals().weak_text_color();
    let [less, as_expected, more] = words;
    let below = rect.bottom();
    for (x, align, word) in [
        (rect.left(), Align2::LEFT_BOTTOM, less),
        (rect.center().x, Align2::CENTER_BOTTOM, as_expected),
        (rect.right(), Align2::RIGHT_BOTTOM, more),
    ] {
        ui.painter().text(pos2(x, below), align, word, font.clone(), ink);
    }
}
