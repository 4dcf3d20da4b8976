//! Beside the board during an experiment: what would change without this actor, or with this relation.

pub mod data;

use egui::{
    Button, CollapsingHeader, Color32, Key, Label, Modifiers, Response, RichText, Sense, TextStyle,
    TextWrapMode, Ui, WidgetInfo, WidgetText, WidgetType, pos2, vec2,
};
use egui_phosphor::regular as icon;

use crate::analysis::comparison::FigureChange;
use crate::analysis::measure;
use crate::command::{DeskChange, Edit, Look};
use crate::desk::Dialog;
use crate::edit::Selection;
use crate::i18n::{Message, Texts};
use crate::lens::WhatIf;
use crate::scene::Highlight;
use crate::told::numbers::{decimals_of, parts};
use crate::told::whatif::{FigureRow, WhatIfLine, figure_rows, lines, name_of};
use crate::told::{arrows, dimension_name, measure_name, not_counted};
use crate::ui::keys::{self, KeyOwner};
use crate::ui::panels::spanners::parts::lighting_ui;
use crate::ui::widgets::{bold, heading_ui, keep_bar_free, panel_scroll, remark_ui};
use crate::ui::{FrameContext, Intents};
use data::{MoveRow, WhatIfAnswer};

/// Esc ends the experiment when nothing smaller is under way that it could take back.
pub fn keys_ui(ui: &Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let is_free = context.lens.what_if.is_some()
        && context.desk.dialog.is_none()
        && context.desk.renaming.is_none()
        && context.desk.relating_from.is_none()
        && !context.document.is_in_gesture()
        && keys::owner(ui.ctx()) == KeyOwner::Board
        && !ui.input(|input| input.pointer.any_down());
    if is_free && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        out.push(Look::EndExperiment);
    }
}

pub fn whatif_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let Some(mode) = context.lens.what_if else { return };
    let title = match mode {
        WhatIf::Without(_) => "whatif-title-without",
        WhatIf::With(_) => "whatif-title-with",
    };
    heading_ui(ui, &context.t(title));
    remark_ui(ui, &context.t("whatif-experiment"));
    ui.add_space(2.0);
    if ui
        .button(format!("{}  {}", icon::X, context.t("whatif-stop")))
        .clicked()
    {
        out.push(Look::EndExperiment);
        return;
    }
    ui.separator();
    if !subject_ui(ui, context, mode, out) {
        return;
    }
    let Some(outcome) = context.program.outcome_of(mode) else {
        super::centrality::waiting_ui(ui, context, out);
        return;
    };
    panel_scroll(ui, "what-if", context.document.serial())
        .auto_shrink(false)
        .show(ui, |ui| {
            keep_bar_free(ui);
            outcome_ui(ui, context, outcome, out);
        });
}

/// Whom or what it is about; `false` until that is chosen.
fn subject_ui(ui: &mut Ui, context: &FrameContext<'_>, mode: WhatIf, out: &mut Intents) -> bool {
    let constellation = context.constellation();
    match mode {
        WhatIf::Without(None) => ui.label(context.t("whatif-point")),
        WhatIf::With(None) => ui.label(context.t("whatif-choose")),
        WhatIf::Without(Some(actor)) => {
            let name = name_of(constellation, actor);
            ui.add(
                Label::new(bold(context.texts.with("whatif-without", &[("name", name.into())])).size(15.0))
                    .wrap(),
            )
        }
        WhatIf::With(Some((source, target))) => {
            let kind = constellation
                .vocabulary
                .relation_kind(&context.desk.active_relation_kind);
            let values = [
                ("source", name_of(constellation, source).into()),
                ("target", name_of(constellation, target).into()),
                (
                    "kind",
                    kind.map(|kind| kind.label.clone()).unwrap_or_default().into(),
                ),
                (
                    "weight",
                    context.texts.number(context.desk.active_weight, 2).into(),
                ),
            ];
            ui.add(Label::new(bold(context.texts.with("whatif-with", &values)).size(15.0)).wrap());
            remark_ui(ui, &context.texts.with("whatif-with-kind", &values));
            let draw = ui.button(format!(
                "{}  {}",
                icon::PENCIL_SIMPLE_LINE,
                context.t("whatif-draw")
            ));
            if draw.clicked() {
                // After the experiment, so that it is a real relation this time.
                out.push(Look::EndExperiment);
                out.push(Edit::AddRelation { source, target });
            }
            draw
        }
    };
    !matches!(mode, WhatIf::Without(None) | WhatIf::With(None))
}

fn outcome_ui(ui: &mut Ui, context: &FrameContext<'_>, outcome: &WhatIfAnswer, out: &mut Intents) {
    if !outcome.kind_counts {
        remark_ui(ui, &context.t("whatif-kind-left-out"));
    }
    let lines = lines(context.constellation(), &outcome.actors, &outcome.difference);
    if lines.is_empty() {
        ui.label(context.t("whatif-whole"));
    }
    for line in &lines {
        line_ui(ui, context, line, out);
    }
    let difference = &outcome.difference;
    let dimensions = difference.dimensions.iter();
    let dimensions = dimensions.map(|one| (one.id.as_str(), one.figures.as_slice()));
    let columns = ["whatif-column-now", "whatif-column-then"];
    let columns = (columns, difference.has_arrows);
    // More arrows than relations, or fewer lines, look like a mistake until it is said how they count.
    let whys = context
        .analysis
        .map(|live| [not_counted(&live.snapshot), arrows(&live.snapshot)]);
    let why = whys.into_iter().flatten().flatten();
    all_figures_ui(ui, context, columns, why, &difference.figures, dimensions, out);
    moves_ui(ui, context, outcome, out);
}

fn line_ui(ui: &mut Ui, context: &FrameContext<'_>, line: &WhatIfLine, out: &mut Intents) {
    let text = line.message.text(context.texts);
    if line.actors.is_empty() {
        ui.add(Label::new(format!("{}  {text}", icon::LINK_BREAK)).wrap());
        return;
    }
    let lit = || Highlight {
        actors: line.actors.iter().copied().collect(),
        ..Highlight::default()
    };
    lighting_ui(ui, context, &text, lit, out);
}

/// Widths of the columns now, then and change, in points.
const COLUMNS: [f32; 3] = [58.0, 58.0, 64.0];

/// The figures of the network, and those of every dimension behind its name. `columns`: keys of what the two
/// networks are called; `has_arrows`: whether each direction counts; `remarks`: what is counted.
pub fn all_figures_ui<'a>(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    (columns, has_arrows): ([&str; 2], bool),
    remarks: impl IntoIterator<Item = Message>,
    figures: &[FigureChange],
    dimensions: impl Iterator<Item = (&'a str, &'a [FigureChange])>,
    out: &mut Intents,
) {
    let texts = context.texts;
    heading_ui(ui, &context.t("whatif-figures"));
    for remark in remarks {
        remark_ui(ui, &remark.text(texts));
    }
    figures_ui(
        ui,
        context,
        columns,
        &figure_rows(texts, figures, has_arrows),
        out,
    );
    for (id, figures) in dimensions {
        CollapsingHeader::new(dimension_name(texts, id))
            .id_salt(("figures", id))
            .show(ui, |ui| {
                figures_ui(
                    ui,
                    context,
                    columns,
                    &figure_rows(texts, figures, has_arrows),
                    out,
                );
            });
    }
}

/// Measure, now, then, and the change; a row opens the explanation of its measure.
fn figures_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    [now, then]: [&str; 2],
    rows: &[FigureRow],
    out: &mut Intents,
) {
    let ink = ui.visuals().text_color();
    let head = [now, then, "whatif-column-change"];
    let head = head.map(|key| (context.t(key), ink));
    let texts = context.texts;
    cells_ui(
        ui,
        texts,
        bold(context.t("whatif-column-measure")),
        head,
        "",
        None,
    );
    for (at, row) in rows.iter().enumerate() {
        let quiet = ui.visuals().weak_text_color();
        let tone = if row.change.is_empty() { quiet } else { ink };
        let cells = [(&row.before, quiet), (&row.after, tone), (&row.change, tone)];
        let cells = cells.map(|(text, tone)| (text.clone(), tone));
        let fill = (at % 2 == 0).then_some(ui.visuals().faint_bg_color);
        let response = cells_ui(ui, texts, RichText::new(&row.name), cells, &row.name, fill);
        if response.clicked() {
            out.push(DeskChange::Open(Dialog::Measure(row.id)));
        }
    }
}

/// One row: a name over as many lines as it needs, and three figures to the right.
fn cells_ui(
    ui: &mut Ui,
    texts: Texts,
    name: RichText,
    cells: [(String, Color32); 3],
    label: &str,
    fill: Option<Color32>,
) -> Response {
    let width = ui.available_width();
    let figures: f32 = COLUMNS.iter().sum();
    let galley = |ui: &Ui, text: RichText, room| {
        WidgetText::from(text).into_galley(ui, Some(TextWrapMode::Wrap), room, TextStyle::Body)
    };
    let name = galley(ui, name, (width - figures - 8.0).max(60.0));
    let sense = if label.is_empty() {
        Sense::hover()
    } else {
        Sense::click()
    };
    let (rect, response) = ui.allocate_exact_size(vec2(width, name.size().y + 6.0), sense);
    if !label.is_empty() {
        response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, label));
    }
    if let Some(fill) = fill {
        ui.painter().rect_filled(rect, 2.0, fill);
    }
    if !label.is_empty() && (response.hovered() || response.has_focus()) {
        ui.painter()
            .rect_filled(rect, 2.0, ui.visuals().widgets.hovered.weak_bg_fill);
    }
    let ink = ui.visuals().text_color();
    let mut right = rect.right() - 2.0;
    // Whole numbers stand as if decimals followed, so that the marks of a column stand under each other.
    let decimals = galley(ui, RichText::new(decimals_of(texts)), f32::INFINITY)
        .size()
        .x;
    for ((text, tone), width) in cells.into_iter().zip(COLUMNS).rev() {
        let draw = |text: RichText, left: &dyn Fn(f32) -> f32| {
            let galley = galley(ui, text.color(tone), f32::INFINITY);
            let at = pos2(left(galley.size().x), rect.top() + 3.0);
            ui.painter().galley(at, galley, ink);
        };
        if label.is_empty() {
            draw(bold(text), &|size| right - size);
        } else {
            let (whole, rest) = parts(texts, &text);
            draw(RichText::new(whole), &|size| right - decimals - size);
            draw(RichText::new(rest), &|_| right - decimals);
        }
        right -= width;
    }
    ui.painter().galley(rect.left_top() + vec2(4.0, 3.0), name, ink);
    response
}

fn moves_ui(ui: &mut Ui, context: &FrameContext<'_>, outcome: &WhatIfAnswer, out: &mut Intents) {
    let measure = measure::find(outcome.ranked_by)
        .map(|found| measure_name(context.texts, found, outcome.difference.has_arrows))
        .unwrap_or_default();
    heading_ui(
        ui,
        &context.texts.with("whatif-moves", &[("measure", measure.into())]),
    );
    let [risers, fallers] = data::move_rows(context.texts, context.constellation(), outcome);
    if risers.is_empty() && fallers.is_empty() {
        remark_ui(ui, &context.t("whatif-no-moves"));
    }
    for (sign, rows) in [(icon::ARROW_UP, risers), (icon::ARROW_DOWN, fallers)] {
        for row in rows {
            move_ui(ui, sign, &row, out);
        }
    }
}

/// A riser or faller; a click shows the actor on the board.
pub fn move_ui(ui: &mut Ui, sign: &str, row: &MoveRow, out: &mut Intents) {
    ui.horizontal(|ui| {
        let button = Button::new(format!("{sign}  {}", row.name)).frame(false);
        if ui.add(button).clicked() {
            out.push(Look::Reveal(Selection::of_actor(row.actor)));
        }
        ui.label(RichText::new(&row.text).weak());
    });
}

/// The status line says that what is on the board is an experiment.
pub fn status_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    let Some(mode) = context.lens.what_if else { return };
    let constellation = context.constellation();
    let text = match mode {
        WhatIf::Without(None) | WhatIf::With(None) => context.t("whatif-status"),
        WhatIf::Without(Some(actor)) => {
            let name = name_of(constellation, actor);
            context
                .texts
                .with("whatif-status-without", &[("name", name.into())])
        }
        WhatIf::With(Some((source, target))) => context.texts.with(
            "whatif-status-with",
            &[
                ("source", name_of(constellation, source).into()),
                ("target", name_of(constellation, target).into()),
            ],
        ),
    };
    let tone = crate::ui::theme::accent_text(context.theme);
    ui.label(bold(format!("{}  {text}", icon::FLASK)).color(tone));
    ui.separator();
}
