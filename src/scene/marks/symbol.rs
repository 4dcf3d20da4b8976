//! What a row of the legend shows beside its words.

use std::f32::consts::{FRAC_PI_2, TAU};

use super::arcs::{arc, circle};
use super::hull::hull_fill;
use super::line::draw_line;
use super::look::BoardLook;
use super::pen::{Anchor, Face, Pen, Text};
use super::piece::{draw_small_nose, draw_small_tower, draw_stance, draw_tempo, stance_sign};
use super::tie::{draw_break, draw_cross, draw_question_mark, draw_wished};
use super::tower::TowerTones;
use crate::model::{LineStyle, PieceShape};
use crate::scene::geometry::{Xy, outline};
use crate::scene::{LegendSymbol, mix};

const RIGHT: Xy = Xy::new(1.0, 0.0);

/// What the board shows, small.
/// `row`: from one row to the next; `width`: what there is for it.
pub fn draw_symbol(
    pen: &mut impl Pen,
    centre: Xy,
    symbol: &LegendSymbol,
    look: &BoardLook,
    row: f32,
    width: f32,
) {
    let ink = look.palette.ink;
    let radius = row * 0.34;
    let half = Xy::new(width * 0.38, 0.0);
    let line = [centre - half, centre + half];
    let scale = row / 20.0;
    // In a narrow legend a pattern is finer: it has to be told from the others.
    let share = (width / (1.7 * row)).min(1.0);
    let pattern = scale * share * share;
    match symbol {
        LegendSymbol::Colour(fill) => {
            pen.disc(centre, radius, *fill);
        }
        LegendSymbol::Piece {
            shape,
            icon,
            icon_is_text,
        } => {
            fill_shape(pen, centre, radius * 1.1, *shape, look);
            let letters = Text {
                text: icon,
                at: centre,
                anchor: Anchor::Seen,
                size: (radius * 1.25).round(),
                face: if *icon_is_text {
                    Face::Words(400)
                } else {
                    Face::Icons
                },
                halo: None,
            };
            pen.text(letters, look.palette.board);
        }
        LegendSymbol::Line {
            colour: tone,
            line: style,
        } => {
            draw_line(pen, &line, *style, 2.4 * scale, *tone, 0.8 * pattern);
        }
        LegendSymbol::Ring(rank, count) => {
            let step = TAU / (*count).max(1) as f32;
            for at in 0..*count {
                let from = step * at as f32 - FRAC_PI_2 + 0.14;
                let (width, tone) = if at <= *rank {
                    (2.6 * scale, look.palette.ring)
                } else {
                    (1.4 * scale, look.palette.ring_empty)
                };
                pen.stroke(&arc(centre, radius, from, from + step - 0.28), width, tone);
            }
        }
        LegendSymbol::Wished => draw_wished(pen, &line, 2.4 * scale, ink, 0.6 * scale),
        LegendSymbol::Ended => {
            let tone = mix(look.palette.ink, look.palette.board, 0.5);
            draw_line(pen, &line, LineStyle::Solid, 2.0 * scale, tone, scale);
            draw_cross(pen, centre, RIGHT, radius * 0.7, tone);
        }
        LegendSymbol::Assumed => draw_question_mark(pen, centre, radius, ink),
        LegendSymbol::Hull {
            colour: tone,
            line: style,
        } => {
            let corners = hull_sample(centre, Xy::new(half.x, row * 0.34));
            pen.fill(&corners, hull_fill(*tone, look));
            let mut closed = corners;
            closed.push(closed[0]);
            draw_line(pen, &closed, *style, 1.8 * scale, *tone, 0.6 * scale);
        }
        LegendSymbol::CutPoint => {
            let at = centre + Xy::new(radius * 0.3, radius * 0.3);
            pen.disc(at, radius * 0.95, look.palette.ink_weak);
            let sign = centre - Xy::new(radius * 0.5, radius * 0.5);
            draw_break(pen, sign, RIGHT, radius * 0.62, look);
        }
        LegendSymbol::Bridge => {
            pen.stroke(&line, 2.4 * scale, ink);
            draw_break(pen, centre, RIGHT, radius * 0.75, look);
        }
        LegendSymbol::Tension => {
            pen.stroke(&line, 2.0 * scale, ink);
            let arm = Xy::new(0.0, radius);
            pen.stroke(&[centre - arm, centre + arm], 2.0 * scale, ink);
        }
        LegendSymbol::Tower => {
            let tones = TowerTones {
                discs: look.palette.ring,
                board: look.palette.board,
            };
            draw_small_tower(pen, centre, radius * 1.1, tones);
        }
        LegendSymbol::Gaze => draw_small_nose(pen, centre, radius, look.palette.ink_weak),
        LegendSymbol::Stance(stance) => {
            let (fill, arms) = stance_sign(*stance);
            draw_stance(pen, centre, radius, arms, fill);
        }
        LegendSymbol::Tempo(tempo) => {
            pen.disc(centre, radius, ink);
            draw_tempo(pen, centre, radius, *tempo, look.palette.board);
        }
        LegendSymbol::Rank => {
            pen.disc(centre, radius, ink);
            let number = Text {
                text: "1",
                at: centre,
                anchor: Anchor::Seen,
                size: (radius * 1.35).round(),
                face: Face::Words(640),
                halo: None,
            };
            pen.text(number, look.palette.board);
        }
        LegendSymbol::Size => {
            let aside = Xy::new(radius * 0.9, 0.0);
            pen.disc(centre - aside, radius * 0.5, look.palette.ink_weak);
            pen.disc(centre + aside * 0.5, radius, look.palette.ink_weak);
        }
        LegendSymbol::Width => {
            let (thin, thick) = (Xy::new(0.0, 0.6), Xy::new(0.0, 3.2 * scale));
            pen.fill(
                &[line[0] - thin, line[1] - thick, line[1] + thick, line[0] + thin],
                ink,
            );
        }
    }
}

fn fill_shape(pen: &mut impl Pen, centre: Xy, radius: f32, shape: PieceShape, look: &BoardLook) {
    let points: Vec<Xy> = if shape == PieceShape::Circle {
        circle(centre, radius)
    } else {
        outline(shape)
            .iter()
            .map(|corner| centre + Xy::new(corner.x, corner.y) * radius)
            .collect()
    };
    pen.fill(&points, look.palette.ink_weak);
}

/// A hull as small as in a legend.
fn hull_sample(centre: Xy, half: Xy) -> Vec<Xy> {
    circle(Xy::ZERO, 10.0)
        .into_iter()
        .map(|at| centre + Xy::new(at.x * half.x, at.y * half.y) * 0.1)
        .collect()
}
