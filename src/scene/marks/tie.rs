//! A tie: line style, arrows, and the signs of its status.

use super::arcs::arc;
use super::detail::{DENSE_PATTERN, LEAST_DETAIL, NEARNESS, is_plain, tie_width};
use super::line::{at_length, draw_line, each_dash, length, part};
use super::look::{BoardLook, Emphasis};
use super::pen::{Ink, Pen};
use crate::model::{LineStyle, RelationStatus, Rgb};
use crate::scene::geometry::{Curve, Xy};
use crate::scene::{Tie, legible_sign, mix};

/// Draws a tie along its curve. `zoom` turns board units into points; the drawing's (0, 0) is the board's.
/// `strength`: how much of its colour a plain tie keeps.
pub fn draw_tie(
    pen: &mut impl Pen,
    tie: &Tie,
    curve: &Curve,
    emphasis: Emphasis,
    look: &BoardLook,
    zoom: f32,
    strength: f32,
) {
    let tone = tie_ink(tie, emphasis, look);
    let selected = emphasis == Emphasis::Selected;
    let width = tie_width(tie, look, zoom);
    let scale = look.mark_zoom(zoom).max(0.35);
    if is_plain(tie, emphasis, look, zoom) {
        let ends = [curve.points[0], curve.points[3]].map(|at| on_screen(at, zoom));
        pen.stroke(&ends, width, Ink::from(tone).faint(strength));
        return;
    }
    let most_steps = if tie.width * zoom < 1.2 { 8 } else { 20 };
    let steps = curve.least_steps(NEARNESS / zoom).clamp(2, most_steps);
    let mut points: Vec<Xy> = curve
        .polyline(steps)
        .into_iter()
        .map(|at| on_screen(at, zoom))
        .collect();
    if selected {
        let glow = Ink::from(look.palette.selection).faint(0.85);
        pen.stroke(&points, width + 6.0, glow);
        pen.stroke(&points, width + 2.5, look.palette.board);
    }
    if tie.is_bridge {
        let casing = mix(look.palette.ink, look.palette.board, 0.55);
        pen.stroke(&points, width + 5.0, look.faded(casing, emphasis));
        pen.stroke(&points, width + 2.0, look.palette.board);
    }
    let arrow = (6.0 + 2.2 * tie.width) * scale;
    let room = length(&points);
    let has_arrows = arrow > LEAST_DETAIL && room > arrow * 1.5;
    if has_arrows {
        if tie.arrow_at_to {
            draw_arrow(pen, &points, arrow, tone);
        }
        if tie.arrow_at_from {
            points.reverse();
            draw_arrow(pen, &points, arrow, tone);
            points.reverse();
        }
        let tail = |is_there: bool| if is_there { arrow * 0.8 } else { 0.0 };
        points = part(&points, tail(tie.arrow_at_from), room - tail(tie.arrow_at_to));
    }
    if tie.status == RelationStatus::Wished {
        // Gaps on top of the line style: the style still tells the kind.
        let gaps = wished_gaps(scale);
        each_dash(&pen.in_sight(&points, gaps.iter().sum()), &gaps, |piece| {
            draw_line(pen, piece, tie.line, width, tone, scale);
        });
    } else {
        let pattern = if look.is_dense { DENSE_PATTERN } else { 1.0 };
        draw_course(pen, &points, tie.line, (width, tone), scale * pattern, look);
    }
    draw_signs(pen, tie, curve, tone, look, zoom);
}

/// How far from its ends a double line is double among many others, at scale 1.
const DOUBLE_ENDS: f32 = 26.0;

/// A line in its style. Among many, two lines for each relation are a tangle: then a double one is double at its ends.
fn draw_course(
    pen: &mut impl Pen,
    points: &[Xy],
    line: LineStyle,
    (width, tone): (f32, Rgb),
    scale: f32,
    look: &BoardLook,
) {
    let (room, end) = (length(points), DOUBLE_ENDS * scale);
    if line != LineStyle::Double || !look.is_crowded || room < 3.0 * end {
        draw_line(pen, points, line, width, tone, scale);
        return;
    }
    for (from, to, line) in [
        (0.0, end, LineStyle::Double),
        (end, room - end, LineStyle::Solid),
        (room - end, room, LineStyle::Double),
    ] {
        draw_line(pen, &part(points, from, to), line, width, tone, scale);
    }
}

fn wished_gaps(scale: f32) -> [f32; 2] {
    [20.0, 13.0].map(|length| length * scale.max(0.5))
}

/// A plain line with the gaps of a wished tie.
pub fn draw_wished(pen: &mut impl Pen, points: &[Xy], width: f32, tone: Rgb, scale: f32) {
    each_dash(points, &wished_gaps(scale), |piece| {
        pen.stroke(piece, width, tone);
    });
}

/// The cross through what has ended; `along` is the direction of the tie.
pub fn draw_cross(pen: &mut impl Pen, at: Xy, along: Xy, size: f32, tone: Rgb) {
    for side in [1.0, -1.0] {
        let arm = (along * side + along.to_the_left()) * size;
        pen.stroke(&[at - arm, at + arm], 1.6, tone);
    }
}

/// Two halves that come apart: the sign of a bridge, without which the network falls apart.
pub fn draw_break(pen: &mut impl Pen, at: Xy, along: Xy, size: f32, look: &BoardLook) {
    let (ink, board) = (look.palette.ink, look.palette.board);
    pen.disc(at, size * 1.3, board);
    let across = along.to_the_left() * size;
    for side in [1.0, -1.0] {
        let foot = at + along * side * size * 0.22;
        let tip = at + along * side * size * 1.1;
        pen.fill(&clockwise([foot - across, tip, foot + across]), ink);
    }
}

fn on_screen(at: Xy, zoom: f32) -> Xy {
    Xy::new(at.x * zoom, at.y * zoom)
}

/// Mixed with a grey instead of translucent: crossings stay clean, and every line is distinct from the board.
pub fn tie_ink(tie: &Tie, emphasis: Emphasis, look: &BoardLook) -> Rgb {
    let base = match tie.status {
        RelationStatus::Existing => tie.colour,
        RelationStatus::Wished => mix(tie.colour, look.palette.receded, 0.3),
        RelationStatus::Ended => mix(tie.colour, look.palette.receded, 0.7),
    };
    look.faded(base, emphasis)
}

/// An arrow at the last point.
fn draw_arrow(pen: &mut impl Pen, points: &[Xy], size: f32, tone: Rgb) {
    let Some(&tip) = points.last() else {
        return;
    };
    let heading = (tip - at_length(points, length(points) - size)).normalized();
    let side = heading.to_the_left() * size * 0.46;
    let foot = tip - heading * size;
    pen.fill(&clockwise([tip, foot - side, foot + side]), tone);
}

fn clockwise(corners: [Xy; 3]) -> [Xy; 3] {
    let [a, b, c] = corners;
    let (ab, ac) = (b - a, c - a);
    if ab.x * ac.y - ab.y * ac.x < 0.0 {
        [a, c, b]
    } else {
        corners
    }
}

/// Size of a sign in board units.
const SIGN: f32 = 7.0;

/// However far away, a sign can be read: what was not verified is never shown as if it was.
fn sign_size(look: &BoardLook, zoom: f32) -> f32 {
    let zoom = look.mark_zoom(zoom);
    SIGN * zoom.clamp(0.7 * look.text_scale.max(1.0), 1.6 * look.text_scale.max(1.0))
}

/// Question mark of what was not verified, stroke through what has ended, bar across what is tension.
fn draw_signs(pen: &mut impl Pen, tie: &Tie, curve: &Curve, tone: Rgb, look: &BoardLook, zoom: f32) {
    let size = sign_size(look, zoom);
    if tie.is_bridge {
        let heading = curve.heading(0.5);
        let along = Xy::new(heading.x, heading.y);
        draw_break(pen, on_screen(curve.at(0.5), zoom), along, size * 1.15, look);
    }
    if !look.shows_signs || look.is_dense && SIGN * zoom < LEAST_DETAIL {
        return;
    }
    let middle = curve.at(0.5);
    let at = on_screen(middle, zoom);
    let heading = curve.heading(0.5);
    let along = Xy::new(heading.x, heading.y);
    let across = along.to_the_left();
    if tie.status == RelationStatus::Ended {
        draw_cross(pen, at, along, size * 0.8, tone);
    }
    if tie.is_negative {
        let at = on_screen(curve.at(0.36), zoom);
        let width = tie_width(tie, look, zoom);
        let arm = across * (size + width);
        pen.stroke(&[at - arm, at + arm], (width * 0.5).max(1.6), tone);
    }
    if tie.assumed {
        let at = on_screen(curve.at(0.62), zoom);
        let board = look.palette.board;
        let tone = legible_sign(tone, board);
        pen.stamp(("assumed", size.to_bits(), [tone, board]), at, |pen| {
            pen.disc(Xy::ZERO, size * 1.05, board);
            draw_question_mark(pen, Xy::ZERO, size, tone);
        });
    }
}

/// Drawn rather than written: it turns with nothing, needs no font, and costs a few triangles.
pub fn draw_question_mark(pen: &mut impl Pen, at: Xy, size: f32, tone: Rgb) {
    let bow = arc(at - Xy::new(0.0, size * 0.3), size * 0.36, -2.9, 1.3);
    let mut points = bow;
    points.push(at + Xy::new(0.0, size * 0.34));
    pen.stroke(&points, (size * 0.22).max(1.2), tone);
    pen.disc(at + Xy::new(0.0, size * 0.68), (size * 0.14).max(0.8), tone);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Language, LineStyle, RelationId, Vocabulary};
    use crate::scene::marks::kept_pen::{KeptMark, KeptPen};
    use crate::scene::{Palette, Scene, TEXT_CONTRAST, ThemeKind, contrast, legible_line};

    /// It is read as a letter is, so it needs what letters need, also while something else is explained.
    #[test]
    fn the_question_mark_of_an_assumed_tie_has_the_contrast_of_text_whatever_is_explained() {
        let words = Vocabulary::standard(Language::Nl);
        let mut seen = 0;
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
            let palette = Palette::of(theme);
            let look = BoardLook::new(&Scene::default(), palette, theme, 1.0);
            for kind in &words.relation_kinds {
                let statuses = [
                    RelationStatus::Existing,
                    RelationStatus::Wished,
                    RelationStatus::Ended,
                ];
                for (status, emphasis) in statuses.into_iter().flat_map(|status| {
                    [Emphasis::Plain, Emphasis::Lit, Emphasis::Quiet, Emphasis::Dimmed]
                        .map(|emphasis| (status, emphasis))
                }) {
                    let tie = assumed(legible_line(kind.colour, &palette), status);
                    let curve = Curve {
                        points: [0.0, 40.0, 80.0, 120.0].map(|x| Xy::new(x, 0.0)),
                        is_straight: true,
                    };
                    let mut pen = KeptPen::default();
                    draw_tie(&mut pen, &tie, &curve, emphasis, &look, 1.0, 1.0);
                    // The question mark of an assumed tie is a stamp.
                    let lines = pen.stamped().filter_map(|mark| match mark {
                        KeptMark::Stroke(_, _, ink) => Some(ink.tone),
                        _ => None,
                    });
                    let lines: Vec<Rgb> = lines.collect();
                    let [tone] = lines[..] else {
                        panic!("one question mark: {lines:?}");
                    };
                    let found = contrast(tone, palette.board);
                    assert!(
                        found >= TEXT_CONTRAST,
                        "{theme:?} {emphasis:?} {:?}: {found:.2}",
                        kind.label
                    );
                    seen += 1;
                }
            }
        }
        assert!(seen > 100, "{seen} seen");
    }

    fn assumed(colour: Rgb, status: RelationStatus) -> Tie {
        Tie {
            relation: RelationId(1),
            from: 0,
            to: 1,
            width: 2.0,
            colour,
            line: LineStyle::Solid,
            is_negative: false,
            arrow_at_from: false,
            arrow_at_to: true,
            status,
            assumed: true,
            lane: 0.0,
            loop_index: 0,
            description: "".into(),
            is_bridge: false,
            dimmed: false,
        }
    }
}
