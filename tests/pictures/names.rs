//! The names of small boards, in the hall: everybody has one, at its own piece or with a line to it.

use std::fs;

use egui::epaint::Shape;
use egui::{Pos2, Rect, pos2, vec2};
use egui_kittest::Harness;
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::scene::ThemeKind;
use netwerkopstelling::scene::geometry::Xy;
use netwerkopstelling::scene::marks::figure_area;

use crate::board::Board;
use crate::room::sheet;
use crate::shown;

const SIZES: [[f32; 2]; 4] = [
    [1280.0, 800.0],
    [1920.0, 1080.0],
    [3840.0, 2160.0],
    [1024.0, 768.0],
];
/// Samples of up to 45 actors.
pub const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "noord-holland-noord-governance",
    "gemeenschappelijke-regelingen-noord-holland-noord",
];

/// What is wrong in any of the samples on any screen, with which and where.
pub fn everywhere(faults: impl Fn(&str, [f32; 2]) -> Vec<String>) -> Vec<String> {
    let shown = SAMPLES
        .into_iter()
        .flat_map(|sample| SIZES.map(|size| (sample, size)));
    shown
        .flat_map(|(sample, size)| {
            let of_size = faults(sample, size).into_iter();
            of_size.map(move |fault| format!("{sample} {size:?}: {fault}"))
        })
        .collect()
}

struct NamedPiece {
    label: String,
    centre: Pos2,
    radius: f32,
    /// What of the window its name takes.
    name: Option<Rect>,
}

impl NamedPiece {
    fn distance(&self, name: Rect) -> f32 {
        name.distance_to_pos(self.centre) - self.radius
    }
}

/// What is wrong with the names of a board in the hall.
fn faults(sample: &str, size: [f32; 2]) -> Vec<String> {
    let path = format!(
        "{}/sample-networks/{sample}.opstelling.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let bytes = fs::read(path).expect("a sample");
    let constellation = formats::read(&bytes).expect("a sound sample").constellation;
    let mut board = Board::new(constellation, ThemeKind::Light);
    board.desk.hall_mode = true;
    board.fills_window = true;
    let harness = shown(size, board);
    let board = harness.state();
    let viewport = board.canvas.viewport.expect("drawn");
    let (origin, zoom) = (viewport.origin(), viewport.zoom());
    let zones = zone_names(&harness);
    let pieces: Vec<NamedPiece> = board
        .scene
        .pieces
        .iter()
        .map(|piece| {
            let Xy { x, y } = Xy::from(piece.pos) * zoom;
            NamedPiece {
                label: piece.label.clone(),
                centre: pos2(x, y) + origin.to_vec2(),
                // With the ring of its level.
                radius: piece.radius * zoom * if piece.ring.is_some() { 1.25 } else { 0.95 },
                name: board.canvas.label_rect(&board.scene, piece.actor),
            }
        })
        .collect();
    let lines: Vec<[Pos2; 2]> = harness
        .output()
        .shapes
        .iter()
        .filter_map(|clipped| match clipped.shape {
            Shape::LineSegment { points, .. } => Some(points),
            _ => None,
        })
        .collect();
    let mut faults = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let label = &piece.label;
        let Some(name) = piece.name else {
            faults.push(format!("{label} has no name"));
            continue;
        };
        if !viewport.rect.contains_rect(name) {
            faults.push(format!("{label} is cut off: {name}"));
        }
        let has_line = line_of(&lines, piece);
        for (nth, other) in pieces.iter().enumerate().filter(|(nth, _)| *nth != at) {
            if other.distance(name) < 0.0 {
                faults.push(format!("{label} lies on {}", other.label));
            }
            if other.distance(name) < piece.distance(name) && has_line.is_none() {
                faults.push(format!("{label} is read as the name of {}", other.label));
            }
            if let Some(line) = has_line {
                if distance_to(line, other.centre) < other.radius {
                    faults.push(format!("the line to {label} crosses {}", other.label));
                }
                if other.name.is_some_and(|there| passes(line, there.shrink(1.0))) {
                    faults.push(format!("the line to {label} crosses the name {}", other.label));
                }
                if let Some(there) = line_of(&lines, other).filter(|_| nth > at)
                    && cross(line, there)
                {
                    faults.push(format!("the lines to {label} and {} cross", other.label));
                }
            }
            if nth > at
                && other
                    .name
                    .is_some_and(|there| there.shrink(0.5).intersects(name.shrink(0.5)))
            {
                faults.push(format!("{label} and {} overlap", other.label));
            }
        }
    }
    for (at, (zone, there)) in zones.iter().enumerate() {
        if !sheet(board).contains_rect(*there) {
            faults.push(format!("the zone {zone} has its name beside the board"));
        }
        for other in blocked(board)
            .into_iter()
            .filter(|other| other.intersects(*there))
        {
            faults.push(format!("the name of zone {zone} at {there} is under {other}"));
        }
        let names = pieces
            .iter()
            .filter_map(|piece| Some((&piece.label, piece.name?)));
        let zones = zones[at + 1..].iter().map(|(zone, there)| (zone, *there));
        for (other, _) in names
            .chain(zones)
            .filter(|(_, name)| name.intersects(there.shrink(0.5)))
        {
            faults.push(format!("the name of zone {zone} lies on that of {other}"));
        }
        for piece in &pieces {
            if line_of(&lines, piece).is_some_and(|line| passes(line, *there)) {
                faults.push(format!(
                    "the line to {} runs through the name of zone {zone}",
                    piece.label
                ));
            }
        }
    }
    faults.extend(needlessly_far(&pieces, &lines, viewport.rect, &blocked(board)));
    faults
}

/// The names of zones as they are drawn, with where.
fn zone_names(harness: &Harness<'_, Board>) -> Vec<(String, Rect)> {
    let zones = harness.state().scene.zones.iter();
    let labels: Vec<String> = zones
        .map(|zone| zone.label.text(Texts::default()).into_owned())
        .collect();
    let shapes = harness.output().shapes.iter();
    let mut found: Vec<(String, Rect)> = Vec::new();
    for clipped in shapes {
        let Shape::Text(text) = &clipped.shape else {
            continue;
        };
        let label = text.galley.text();
        // Of its halo, which lies under it, and of itself the last.
        if labels.iter().any(|zone| zone == label) {
            found.retain(|(zone, _)| zone != label);
            found.push((label.to_owned(), text.galley.rect.translate(text.pos.to_vec2())));
        }
    }
    assert_eq!(found.len(), labels.len(), "{found:?} of {labels:?}");
    found
}

/// The line from a piece to its name, when its name stands apart.
fn line_of(lines: &[[Pos2; 2]], piece: &NamedPiece) -> Option<[Pos2; 2]> {
    let name = piece.name?.expand(4.0);
    let is_its_own = |[from, to]: &&[Pos2; 2]| {
        from.distance(piece.centre) < piece.radius * 1.6 + 8.0 && name.contains(*to)
    };
    lines.iter().find(is_its_own).copied()
}

fn distance_to([from, to]: [Pos2; 2], point: Pos2) -> f32 {
    let along = to - from;
    let share = ((point - from).dot(along) / along.length_sq().max(1e-6)).clamp(0.0, 1.0);
    (from + along * share).distance(point)
}

/// Whether a line has a part in an area: some point of it, one every half a point.
fn passes([from, to]: [Pos2; 2], area: Rect) -> bool {
    let steps = (from.distance(to) * 2.0).ceil() as usize;
    (0..=steps).any(|step| area.contains(from.lerp(to, step as f32 / steps.max(1) as f32)))
}

fn cross([a, b]: [Pos2; 2], [c, d]: [Pos2; 2]) -> bool {
    let side = |from: Pos2, to: Pos2, point: Pos2| (to - from).rot90().dot(point - from) > 0.0;
    side(a, b, c) != side(a, b, d) && side(c, d, a) != side(c, d, b)
}

/// What else no name lies on: the legend, the card with the question, and pieces with their towers and noses.
fn blocked(board: &Board) -> Vec<Rect> {
    let viewport = board.canvas.viewport.expect("drawn");
    let (origin, zoom) = (viewport.origin().to_vec2(), viewport.zoom());
    let on_screen = |[left, top, right, bottom]: [f32; 4]| {
        Rect::from_min_max(pos2(left, top), pos2(right, bottom)).translate(origin)
    };
    let figures = board.scene.pieces.iter();
    let figures = figures.map(|piece| on_screen(figure_area(piece, zoom)));
    let card = board.canvas.card().map(|(card, _)| card);
    figures.chain(card).chain(board.canvas.legend_rect()).collect()
}

/// Names with a line to them, though there is a place with a line of less than half as long.
fn needlessly_far(pieces: &[NamedPiece], lines: &[[Pos2; 2]], room: Rect, blocked: &[Rect]) -> Vec<String> {
    const STEP: f32 = 6.0;
    /// Shorter lines are none that an eye follows.
    const SHORT: f32 = 60.0;
    let mut faults = Vec::new();
    for (at, piece) in pieces.iter().enumerate() {
        let (Some([from, to]), Some(name)) = (line_of(lines, piece), piece.name) else {
            continue;
        };
        let length = from.distance(to);
        let others = || pieces.iter().enumerate().filter(|(nth, _)| *nth != at);
        let reach = from.distance(piece.centre);
        let nearer = |there: Rect| {
            let end = piece.centre.clamp(there.min, there.max);
            let along = (end - piece.centre).normalized();
            let line = [piece.centre + along * reach, end];
            let is_short = end.distance(piece.centre) - reach < length / 2.0;
            let around = there.expand2(vec2(5.0, 3.0));
            // With room to spare on all sides: nobody finds fault with a name that goes around a narrow place.
            is_short
                && end.distance(piece.centre) > reach + 12.0
                && room.shrink(8.0).contains_rect(around)
                && !blocked.iter().any(|other| around.intersects(*other))
                && others().all(|(_, other)| {
                    !around.intersects(Rect::from_center_size(
                        other.centre,
                        vec2(2.2, 2.2) * (other.radius + 3.0),
                    )) && distance_to(line, other.centre) > other.radius * 1.5 + 4.0
                        && other.name.is_none_or(|its| {
                            !around.intersects(its.expand(3.0)) && !passes(line, its.expand(4.0))
                        })
                        && line_of(lines, other).is_none_or(|its| !cross(line, its) && !passes(its, around))
                })
        };
        let steps = ((length + name.width()) / STEP) as i32;
        let places = (-steps..=steps).flat_map(|right| (-steps..=steps).map(move |down| (right, down)));
        let found = places
            .map(|(right, down)| {
                let middle = piece.centre + vec2(right as f32, down as f32) * STEP;
                Rect::from_center_size(middle, name.size())
            })
            .find(|&there| nearer(there));
        if let Some(there) = found.filter(|_| length > SHORT) {
            let label = &piece.label;
            faults.push(format!(
                "the line to {label} is {length} long, and {there} is free"
            ));
        }
    }
    faults
}

#[test]
fn in_the_hall_nobody_of_a_small_board_is_without_a_name_or_under_that_of_another() {
    let found = everywhere(faults);
    assert!(found.is_empty(), "{}", found.join("\n"));
}
