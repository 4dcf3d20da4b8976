//! The legend in a corner of the board, and the question above it in the hall.

mod corner;

use std::sync::Arc;

use egui::{
    Context, CornerRadius, Galley, Painter, Pos2, Rect, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, WidgetType, pos2, vec2,
};

use super::camera::Viewport;
use crate::i18n::Texts;
use crate::scene::geometry::Xy;
use crate::scene::marks::{BoardLook, draw_symbol};
use crate::scene::{LegendSection, LegendSymbol, Scene};
use crate::ui::ink::{Brush, ScreenPen};
use crate::ui::widgets::colour;
pub use corner::Corner;
use corner::choose_corner;

/// Letters of the legend on the turn.
const SIZE: f32 = 12.5;
/// Distance to the edge of the view.
const MARGIN: f32 = 12.0;

/// A legend that hides the board explains nothing.
const MOST_OF_WIDTH: f32 = 0.4;
/// What goes first when there is no room: a piece says its own kind and level when it is pointed at.
const SPOKEN_BY_PIECES: [&str; 2] = ["legend-kinds", "legend-levels"];

/// A row with its text laid out.
enum LegendRow<'a> {
    Heading(Arc<Galley>),
    Entry(&'a LegendSymbol, Arc<Galley>),
}

#[derive(Debug, Clone, Copy)]
struct LegendSizes {
    font: f32,
    row: f32,
    symbol: f32,
    padding: f32,
}

impl LegendSizes {
    /// In one column if at all possible, the letters no smaller than can be read.
    fn new(scale: f32, row_count: usize, height: f32) -> Self {
        let share = height * 0.94 / (row_count + 2) as f32;
        let row = share.clamp(15.0, 20.0 * scale).floor();
        Self {
            font: (row * SIZE / 20.0).round().max(11.0),
            row,
            symbol: (row * 1.7).round(),
            padding: (row * 0.5).round(),
        }
    }
}

/// The legend laid out, before its place is chosen: what is fitted into the view keeps clear of it.
pub struct Legend<'a> {
    columns: Vec<(Vec<LegendRow<'a>>, f32)>,
    title: Arc<Galley>,
    measures: LegendSizes,
    size: Vec2,
    is_open: bool,
}

impl<'a> Legend<'a> {
    /// `None` when there is nothing to explain.
    pub fn new(
        ctx: &Context,
        scene: &'a Scene,
        is_open: bool,
        view: Rect,
        look: &BoardLook,
        texts: Texts,
    ) -> Option<Self> {
        if scene.legend.is_empty() {
            return None;
        }
        let row_count = scene.legend.iter().map(|section| section.entries.len() + 1).sum();
        let measures = LegendSizes::new(look.text_scale, row_count, view.height());
        let title = super::labels::lay_out_left(ctx, texts.t("legend"), measures.font, 680.0);
        let laid_out = |sections: &[&'a LegendSection]| {
            let columns = columns(&rows(ctx, sections, texts, &measures), view, &measures);
            let size = size(&columns, &title, &measures);
            (columns, size)
        };
        let all: Vec<&LegendSection> = scene.legend.iter().collect();
        let (mut columns, mut size) = if is_open {
            laid_out(&all)
        } else {
            (Vec::new(), size(&[], &title, &measures))
        };
        if is_open && size.x > view.width() * MOST_OF_WIDTH {
            let first: Vec<&LegendSection> = all
                .iter()
                .copied()
                .filter(|section| !SPOKEN_BY_PIECES.contains(&section.heading))
                .collect();
            (columns, size) = laid_out(&first);
        }
        Some(Self {
            columns,
            title,
            measures,
            size,
            is_open,
        })
    }

    /// Where it stands now: in another corner when it covers less there, but not while the hand is at work.
    pub fn place(&self, ui: &Ui, viewport: &Viewport, scene: &Scene, corner: &mut Corner) -> Rect {
        if !ui.input(|input| input.pointer.any_down()) {
            *corner = choose_corner(*corner, self.size, viewport, scene);
        }
        corner.place(self.size, viewport.rect)
    }

    /// The part of the view beside the open legend; all of it when that would leave too little.
    pub fn free_view(&self, corner: Corner, view: Rect) -> Rect {
        let taken = self.size.x + MARGIN;
        if !self.is_open || taken > view.width() * 0.4 {
            return view;
        }
        match corner {
            Corner::BottomLeft | Corner::TopLeft => view.with_min_x(view.left() + taken),
            Corner::BottomRight | Corner::TopRight => view.with_max_x(view.right() - taken),
        }
    }
}

/// Draws the legend, open or as one line, in `rect`. Returns whether it was asked to open or close.
pub fn legend_ui(
    ui: &mut Ui,
    viewport: &Viewport,
    scene: &Scene,
    legend: Legend<'_>,
    rect: Rect,
    look: &BoardLook,
    texts: Texts,
) -> bool {
    let measures = legend.measures;
    let painter = ui.painter().with_clip_rect(viewport.rect);
    // What lies under the legend is not to be clicked through it.
    let pane = ui.interact(rect, ui.id().with("legend"), Sense::click_and_drag());
    pane.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(scene, texts)));
    frame(&painter, rect, look);
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), measures.row + measures.padding));
    let toggle = ui.interact(head, ui.id().with("legend-toggle"), Sense::click());
    let key = if legend.is_open {
        "legend-close"
    } else {
        "legend-open"
    };
    toggle.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, texts.t(key)));
    head_ui(
        &painter,
        head,
        legend.title,
        legend.is_open,
        &toggle,
        look,
        &measures,
    );
    let mut left = rect.left() + measures.padding;
    for (rows, width) in legend.columns {
        column_ui(&painter, pos2(left, head.bottom()), &rows, look, &measures);
        left += width + 2.0 * measures.padding;
    }
    toggle.clicked()
}

fn rows<'a>(
    ctx: &Context,
    sections: &[&'a LegendSection],
    texts: Texts,
    measures: &LegendSizes,
) -> Vec<Vec<LegendRow<'a>>> {
    let lay_out = |text: String, weight: f32| super::labels::lay_out_left(ctx, text, measures.font, weight);
    sections
        .iter()
        .map(|section| {
            let heading = LegendRow::Heading(lay_out(texts.t(section.heading), 640.0));
            let entries = section.entries.iter().map(|entry| {
                let text = if entry.is_key {
                    texts.t(&entry.text)
                } else {
                    entry.text.clone()
                };
                LegendRow::Entry(&entry.symbol, lay_out(text, 450.0))
            });
            std::iter::once(heading).chain(entries).collect()
        })
        .collect()
}

/// Whole sections in as many columns as the height of the view asks for, each with its width.
fn columns<'a>(
    sections: &[Vec<LegendRow<'a>>],
    view: Rect,
    measures: &LegendSizes,
) -> Vec<(Vec<LegendRow<'a>>, f32)> {
    let room = (view.height() * 0.95 / measures.row - 1.5).max(8.0) as usize;
    let mut columns: Vec<(Vec<LegendRow<'a>>, f32)> = Vec::new();
    for section in sections {
        let fits = columns
            .last()
            .is_some_and(|(rows, _)| rows.len() + section.len() <= room);
        if !fits {
            columns.push((Vec::new(), 0.0));
        }
        let Some((rows, width)) = columns.last_mut() else {
            continue;
        };
        for row in section {
            let (copy, wide) = match row {
                LegendRow::Heading(galley) => (LegendRow::Heading(Arc::clone(galley)), galley.size().x),
                LegendRow::Entry(symbol, galley) => (
                    LegendRow::Entry(symbol, Arc::clone(galley)),
                    galley.size().x + measures.symbol,
                ),
            };
            *width = width.max(wide);
            rows.push(copy);
        }
    }
    columns
}

fn size(columns: &[(Vec<LegendRow<'_>>, f32)], title: &Galley, measures: &LegendSizes) -> Vec2 {
    let least = title.size().x + 2.0 * measures.padding + measures.row;
    let width: f32 = columns
        .iter()
        .map(|(_, width)| width + 2.0 * measures.padding)
        .sum();
    let rows = columns.iter().map(|(rows, _)| rows.len()).max().unwrap_or(0);
    let below = if rows > 0 { measures.padding } else { 0.0 };
    vec2(
        width.max(least),
        measures.row + measures.padding + rows as f32 * measures.row + below,
    )
}

/// The whole legend in words.
fn spoken(scene: &Scene, texts: Texts) -> String {
    let section = |section: &LegendSection| {
        let words: Vec<String> = section
            .entries
            .iter()
            .map(|entry| {
                if entry.is_key {
                    texts.t(&entry.text)
                } else {
                    entry.text.clone()
                }
            })
            .collect();
        format!("{}: {}", texts.t(section.heading), words.join(", "))
    };
    let sections: Vec<String> = scene.legend.iter().map(section).collect();
    format!("{}. {}", texts.t("legend"), sections.join(". "))
}

fn frame(painter: &Painter, rect: Rect, look: &BoardLook) {
    painter.rect(
        rect,
        CornerRadius::same(8),
        colour(look.palette.board),
        Stroke::new(1.0, colour(look.palette.board_edge)),
        StrokeKind::Inside,
    );
}

fn head_ui(
    painter: &Painter,
    head: Rect,
    title: Arc<Galley>,
    is_open: bool,
    toggle: &egui::Response,
    look: &BoardLook,
    measures: &LegendSizes,
) {
    let tone = if toggle.hovered() || toggle.has_focus() {
        look.palette.selection
    } else {
        look.palette.ink
    };
    let at = pos2(
        head.left() + measures.padding,
        head.center().y - title.size().y / 2.0,
    );
    painter.galley(at, title, colour(tone));
    // A chevron: down when there is something to fold away.
    let centre = pos2(
        head.right() - measures.padding - measures.row * 0.2,
        head.center().y,
    );
    let (wide, high) = (measures.row * 0.2, measures.row * 0.1);
    let high = if is_open { high } else { -high };
    let mut brush = Brush::new(painter.pixels_per_point());
    brush.stroke(
        &[
            centre + vec2(-wide, -high),
            centre + vec2(0.0, high),
            centre + vec2(wide, -high),
        ],
        1.8,
        colour(tone),
    );
    painter.add(Shape::mesh(brush.mesh));
}

fn column_ui(
    painter: &Painter,
    top_left: Pos2,
    rows: &[LegendRow<'_>],
    look: &BoardLook,
    measures: &LegendSizes,
) {
    let mut top = top_left.y;
    for row in rows {
        let middle = top + measures.row / 2.0;
        match row {
            LegendRow::Heading(galley) => {
                let at = pos2(top_left.x, middle - galley.size().y / 2.0 + 2.0);
                painter.galley(at, Arc::clone(galley), colour(look.palette.ink_weak));
            }
            LegendRow::Entry(symbol, galley) => {
                let centre = Xy::new(top_left.x + measures.symbol * 0.42, middle);
                let mut pen = ScreenPen::new(painter.ctx());
                draw_symbol(&mut pen, centre, symbol, look, measures.row, measures.symbol);
                painter.extend(pen.into_shapes());
                let at = pos2(top_left.x + measures.symbol, middle - galley.size().y / 2.0);
                painter.galley(at, Arc::clone(galley), colour(look.palette.ink));
            }
        }
        top += measures.row;
    }
}

/// The question above the board, always in sight in the hall. Takes its room from `ui`.
pub fn question_ui(ui: &mut Ui, scene: &Scene, look: &BoardLook) {
    let text = if scene.question.trim().is_empty() {
        scene.title.trim()
    } else {
        scene.question.trim()
    };
    if text.is_empty() {
        return;
    }
    let width = ui.available_width();
    let size = (24.0 * look.text_scale).round();
    let galley = balanced(ui.ctx(), text, size, width - 80.0);
    let height = galley.size().y + size * 0.9;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, colour(look.palette.surround));
    let at = pos2(rect.center().x, rect.center().y - galley.size().y / 2.0);
    painter.galley(at, galley, colour(look.palette.ink));
}

/// In as few lines as fit, about equally long: a last word alone on its line looks like a mistake.
fn balanced(ctx: &Context, text: &str, size: f32, most: f32) -> Arc<Galley> {
    let lay_out = |width: f32| super::labels::lay_out_wrapped(ctx, text.to_owned(), size, 660.0, width);
    let mut best = lay_out(most);
    let (mut narrow, mut wide) = (most / 2.0, most);
    while best.rows.len() > 1 && wide - narrow > size {
        let width = f32::midpoint(narrow, wide);
        let galley = lay_out(width);
        if galley.rows.len() == best.rows.len() {
            (best, wide) = (galley, width);
        } else {
            narrow = width;
        }
    }
    best
}
