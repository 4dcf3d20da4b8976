//! Samples of what stands on the board: shapes with icons, lines, colours.

use egui::{Color32, FontFamily, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, vec2};

use super::colour;
use crate::model::{ActorKind, LineStyle, PieceShape, RelationKind, Rgb, Sector};
use crate::scene::geometry::{Xy, outline};
use crate::scene::marks::draw_line;
use crate::scene::{icons, ink_on, legible_sample};
use crate::ui::ink::ScreenPen;
use crate::ui::theme;

/// What stands before a word.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum Symbol {
    #[default]
    None,
    Colour(Rgb),
    /// A shape with an icon by name.
    Piece {
        shape: PieceShape,
        icon: String,
        fill: Option<Rgb>,
    },
    Line {
        colour: Rgb,
        line: LineStyle,
    },
}

impl Symbol {
    pub fn of_kind(kind: &ActorKind) -> Self {
        Self::Piece {
            shape: kind.shape,
            icon: kind.icon.clone(),
            fill: None,
        }
    }

    pub fn of_sector(sector: &Sector) -> Self {
        Self::Colour(sector.colour)
    }

    pub fn of_relation_kind(kind: &RelationKind) -> Self {
        Self::Line {
            colour: kind.colour,
            line: kind.line,
        }
    }
}

/// Draws a symbol of 24 x 18 points. Decoration: the word beside it says the same.
pub fn symbol_ui(ui: &mut Ui, symbol: &Symbol) {
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 18.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint_symbol(ui, rect, symbol, &Ground::panel(ui));
    }
}

/// What a symbol is drawn on.
pub(super) struct Ground {
    fill: Rgb,
    ink: Color32,
}

impl Ground {
    pub(super) fn panel(ui: &Ui) -> Self {
        Self::new(ui.visuals().panel_fill, ui.visuals().text_color())
    }

    pub(super) fn selected(ui: &Ui) -> Self {
        let selection = ui.visuals().selection;
        Self::new(selection.bg_fill, selection.stroke.color)
    }

    fn new(fill: Color32, ink: Color32) -> Self {
        let fill = Rgb(fill.r(), fill.g(), fill.b());
        Self { fill, ink }
    }
}

pub(super) fn paint_symbol(ui: &Ui, rect: Rect, symbol: &Symbol, ground: &Ground) {
    match symbol {
        Symbol::None => {}
        Symbol::Colour(fill) => {
            let square = Rect::from_center_size(rect.center(), vec2(16.0, 16.0));
            ui.painter().rect_filled(square, 4.0, colour(*fill));
            ui.painter().rect_stroke(
                square,
                4.0,
                Stroke::new(1.0, ground.ink),
                egui::StrokeKind::Inside,
            );
        }
        Symbol::Piece { shape, icon, fill } => paint_piece(ui, rect, *shape, icon, *fill, ground.ink),
        Symbol::Line { colour: ink, line } => {
            let ends = [rect.left_center(), rect.right_center()];
            line_on(ui, ends, *line, *ink, ground.fill);
        }
    }
}

fn paint_piece(ui: &Ui, rect: Rect, shape: PieceShape, icon: &str, fill: Option<Rgb>, ink: Color32) {
    let half = 9.5;
    let points: Vec<Pos2> = outline(shape)
        .iter()
        .map(|corner| rect.center() + vec2(corner.x, corner.y) * half)
        .collect();
    let (fill_colour, on_fill) = match fill {
        Some(fill) => (colour(fill), colour(ink_on(fill))),
        None => (Color32::TRANSPARENT, ink),
    };
    ui.painter()
        .add(Shape::convex_polygon(points, fill_colour, Stroke::new(1.2, ink)));
    if let Some(sign) = icons::icon(icon) {
        ui.painter().text(
            rect.center(),
            egui::Align2::CENTER_CENTER,
            sign,
            FontId::new(11.0, FontFamily::Name(theme::ICONS.into())),
            on_fill,
        );
    }
}

/// Draws a line in one of the styles, as the board does, in its colour or in a shade of it that can be told from
/// what it is drawn on.
pub fn paint_line(ui: &Ui, ends: [Pos2; 2], line: LineStyle, wanted: Rgb, ground: Color32) {
    line_on(ui, ends, line, wanted, Rgb(ground.r(), ground.g(), ground.b()));
}

fn line_on(ui: &Ui, ends: [Pos2; 2], line: LineStyle, wanted: Rgb, ground: Rgb) {
    let ink = legible_sample(wanted, ground);
    const WIDTH: f32 = 2.2;
    const SCALE: f32 = 0.7;
    let ends = ends.map(|end| Xy::new(end.x, end.y));
    let mut pen = ScreenPen::new(ui.ctx());
    draw_line(&mut pen, &ends, line, WIDTH, ink, SCALE);
    ui.painter().extend(pen.into_shapes());
}
