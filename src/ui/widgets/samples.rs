//! Samples of what stands on the board: shapes with icons, lines, colours.

use egui::{Color32, FontFamily, FontId, Pos2, Rect, Sense, Shape, Stroke, Ui, pos2, vec2};

use super::colour;
use crate::model::{ActorKind, LineStyle, PieceShape, RelationKind, Rgb, Sector};
use crate::scene::{contrast, icons, ink_on};
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
        paint_symbol(ui, rect, symbol);
    }
}

pub(super) fn paint_symbol(ui: &Ui, rect: Rect, symbol: &Symbol) {
    match symbol {
        Symbol::None => {}
        Symbol::Colour(fill) => {
            let square = Rect::from_center_size(rect.center(), vec2(16.0, 16.0));
            ui.painter().rect_filled(square, 4.0, colour(*fill));
            ui.painter().rect_stroke(
                square,
                4.0,
                Stroke::new(1.0, ui.visuals().weak_text_color()),
                egui::StrokeKind::Inside,
            );
        }
        Symbol::Piece { shape, icon, fill } => paint_piece(ui, rect, *shape, icon, *fill),
        Symbol::Line { colour: ink, line } => {
            let ink = legible(ui, *ink);
            paint_line(
                ui,
                rect.left_center(),
                rect.right_center(),
                *line,
                Stroke::new(2.0, ink),
            );
        }
    }
}

/// The colour itself, or a shade of it that can be told from the panel.
fn legible(ui: &Ui, wanted: Rgb) -> Color32 {
    let fill = ui.visuals().panel_fill;
    let behind = Rgb(fill.r(), fill.g(), fill.b());
    if contrast(wanted, behind) >= 1.8 {
        return colour(wanted);
    }
    colour(wanted).lerp_to_gamma(ui.visuals().text_color(), 0.5)
}

fn paint_piece(ui: &Ui, rect: Rect, shape: PieceShape, icon: &str, fill: Option<Rgb>) {
    let ink = ui.visuals().text_color();
    let half = 10.0;
    let points: Vec<Pos2> = outline(shape)
        .into_iter()
        .map(|(x, y)| rect.center() + vec2(x, y) * half)
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

/// Outline of a piece around (0, 0), within a circle of radius 1 (the pill is wider than high).
pub fn outline(shape: PieceShape) -> Vec<(f32, f32)> {
    let regular = |count: usize, turn: f32| {
        (0..count)
            .map(|at| {
                let angle = std::f32::consts::TAU * (at as f32 / count as f32) + turn;
                (angle.sin(), -angle.cos())
            })
            .collect::<Vec<_>>()
    };
    let square = 0.84;
    match shape {
        PieceShape::Circle => regular(24, 0.0),
        PieceShape::Square => vec![
            (-square, -square),
            (square, -square),
            (square, square),
            (-square, square),
        ],
        PieceShape::RoundedSquare => rounded(square, square, 0.35),
        PieceShape::Diamond => regular(4, 0.0),
        PieceShape::Hexagon => regular(6, std::f32::consts::FRAC_PI_6),
        PieceShape::Octagon => regular(8, std::f32::consts::FRAC_PI_8),
        PieceShape::Triangle => vec![(0.0, -1.0), (0.95, 0.75), (-0.95, 0.75)],
        PieceShape::Pentagon => regular(5, 0.0),
        PieceShape::Shield => vec![
            (-0.8, -0.85),
            (0.8, -0.85),
            (0.8, 0.1),
            (0.5, 0.65),
            (0.0, 1.0),
            (-0.5, 0.65),
            (-0.8, 0.1),
        ],
        PieceShape::Pill => rounded(1.15, 0.7, 0.7),
    }
}

fn rounded(half_width: f32, half_height: f32, radius: f32) -> Vec<(f32, f32)> {
    let corners = [
        (1.0, -1.0, 0.0_f32),
        (1.0, 1.0, 1.0),
        (-1.0, 1.0, 2.0),
        (-1.0, -1.0, 3.0),
    ];
    corners
        .iter()
        .flat_map(|&(x, y, quarter)| {
            (0..=4).map(move |step| {
                let angle = std::f32::consts::FRAC_PI_2 * (quarter + step as f32 / 4.0);
                (
                    x * (half_width - radius) + radius * angle.sin(),
                    y * (half_height - radius) - radius * angle.cos(),
                )
            })
        })
        .collect()
}

/// Draws a straight line in one of the styles.
pub fn paint_line(ui: &Ui, from: Pos2, to: Pos2, line: LineStyle, stroke: Stroke) {
    let painter = ui.painter();
    let path = [from, to];
    match line {
        LineStyle::Solid => {
            painter.line_segment(path, stroke);
        }
        LineStyle::Dashed => {
            painter.extend(Shape::dashed_line(&path, stroke, 5.0, 4.0));
        }
        LineStyle::Dotted => {
            let radius = (stroke.width * 0.6).max(1.1);
            painter.extend(Shape::dotted_line(&path, stroke.color, 4.5, radius));
        }
        LineStyle::DashDot => {
            painter.extend(Shape::dashed_line_with_offset(
                &path,
                stroke,
                &[6.0, 1.6],
                &[3.0, 3.0],
                0.0,
            ));
        }
        LineStyle::LongDash => {
            painter.extend(Shape::dashed_line(&path, stroke, 10.0, 4.0));
        }
        LineStyle::Double => {
            let thin = Stroke::new((stroke.width * 0.6).max(1.0), stroke.color);
            for shift in [-2.0, 2.0] {
                painter.line_segment([from + vec2(0.0, shift), to + vec2(0.0, shift)], thin);
            }
        }
        LineStyle::Zigzag => {
            let steps = ((to.x - from.x) / 4.0).floor().max(2.0) as usize;
            let points = (0..=steps)
                .map(|at| {
                    let along = from.lerp(to, at as f32 / steps as f32);
                    let up = if at % 2 == 0 { 3.0 } else { -3.0 };
                    pos2(along.x, along.y + up)
                })
                .collect();
            painter.add(Shape::line(points, stroke));
        }
    }
}
