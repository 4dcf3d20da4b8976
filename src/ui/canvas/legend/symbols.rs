//! What a row of the legend shows beside its words.

use egui::{Color32, FontFamily, FontId, Painter, Pos2, Shape, Vec2, vec2};

use super::LegendSizes;
use crate::model::{LineStyle, PieceShape};
use crate::scene::geometry::outline;
use crate::scene::{LegendSymbol, mix};
use crate::ui::canvas::look::BoardLook;
use crate::ui::canvas::{draw_hull, draw_tie};
use crate::ui::ink::line::draw_line;
use crate::ui::ink::{Brush, arc, circle};
use crate::ui::theme;
use crate::ui::widgets::colour;

/// What the board shows, small.
pub(super) fn symbol_ui(
    painter: &Painter,
    centre: Pos2,
    symbol: &LegendSymbol,
    look: &BoardLook,
    measures: &LegendSizes,
) {
    let mut brush = Brush::new(painter.pixels_per_point());
    let ink = colour(look.palette.ink);
    let radius = measures.row * 0.34;
    let half = vec2(measures.symbol * 0.38, 0.0);
    let line = [centre - half, centre + half];
    let scale = measures.row / 20.0;
    match symbol {
        LegendSymbol::Colour(fill) => {
            brush.disc(centre, radius, colour(*fill));
        }
        LegendSymbol::Piece {
            shape,
            icon,
            icon_is_text,
        } => {
            let family = if *icon_is_text {
                FontFamily::Proportional
            } else {
                FontFamily::Name(theme::ICONS.into())
            };
            piece_symbol(&mut brush, centre, radius * 1.1, *shape, look);
            painter.add(Shape::mesh(std::mem::take(&mut brush.mesh)));
            let font = FontId::new((radius * 1.25).round(), family);
            let galley = painter.layout_no_wrap(icon.clone(), font, Color32::PLACEHOLDER);
            let at = centre - galley.mesh_bounds.center().to_vec2();
            painter.galley(at, galley, colour(look.palette.board));
        }
        LegendSymbol::Line {
            colour: tone,
            line: style,
        } => {
            draw_line(&mut brush, &line, *style, 2.4 * scale, colour(*tone), 0.8 * scale);
        }
        LegendSymbol::Ring(rank, count) => {
            let step = std::f32::consts::TAU / (*count).max(1) as f32;
            for at in 0..*count {
                let from = step * at as f32 - std::f32::consts::FRAC_PI_2 + 0.14;
                let (width, tone) = if at <= *rank {
                    (2.6 * scale, look.palette.ring)
                } else {
                    (1.4 * scale, look.palette.ring_empty)
                };
                brush.stroke(
                    &arc(centre, radius, from, from + step - 0.28),
                    width,
                    colour(tone),
                );
            }
        }
        LegendSymbol::Wished => draw_tie::draw_wished(&mut brush, &line, 2.4 * scale, ink, 0.6 * scale),
        LegendSymbol::Ended => {
            let tone = colour(mix(look.palette.ink, look.palette.board, 0.5));
            draw_line(&mut brush, &line, LineStyle::Solid, 2.0 * scale, tone, scale);
            draw_tie::draw_cross(&mut brush, centre, Vec2::X, radius * 0.7, tone);
        }
        LegendSymbol::Assumed => draw_tie::draw_question_mark(&mut brush, centre, radius, ink),
        LegendSymbol::Hull {
            colour: tone,
            line: style,
        } => {
            let corners = draw_hull::sample(centre, vec2(half.x, measures.row * 0.34));
            brush.convex(&corners, draw_hull::fill_of(*tone, look));
            let mut closed = corners;
            closed.push(closed[0]);
            draw_line(
                &mut brush,
                &closed,
                *style,
                1.8 * scale,
                colour(*tone),
                0.6 * scale,
            );
        }
        LegendSymbol::CutPoint => {
            let at = centre + vec2(radius * 0.3, radius * 0.3);
            brush.disc(at, radius * 0.95, colour(look.palette.ink_weak));
            let sign = centre - vec2(radius * 0.5, radius * 0.5);
            draw_tie::draw_break(&mut brush, sign, Vec2::X, radius * 0.62, look);
        }
        LegendSymbol::Bridge => {
            brush.stroke(&line, 2.4 * scale, ink);
            draw_tie::draw_break(&mut brush, centre, Vec2::X, radius * 0.75, look);
        }
        LegendSymbol::Width => {
            let (thin, thick) = (vec2(0.0, 0.6), vec2(0.0, 3.2 * scale));
            brush.convex(
                &[line[0] - thin, line[1] - thick, line[1] + thick, line[0] + thin],
                ink,
            );
        }
    }
    if !brush.mesh.is_empty() {
        painter.add(Shape::mesh(brush.mesh));
    }
}

fn piece_symbol(brush: &mut Brush, centre: Pos2, radius: f32, shape: PieceShape, look: &BoardLook) {
    let points: Vec<Pos2> = if shape == PieceShape::Circle {
        circle(centre, radius)
    } else {
        outline(shape)
            .iter()
            .map(|corner| centre + vec2(corner.x, corner.y) * radius)
            .collect()
    };
    brush.convex(&points, colour(look.palette.ink_weak));
}
