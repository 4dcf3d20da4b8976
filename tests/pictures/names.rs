//! The names of small boards, in the hall: everybody has one, at its own piece or with a line to it.

use std::fs;

use egui::epaint::Shape;
use egui::{Pos2, Rect, pos2};
use netwerkopstelling::formats;
use netwerkopstelling::scene::ThemeKind;
use netwerkopstelling::scene::geometry::Xy;

use crate::board::Board;
use crate::shown;

const SIZES: [[f32; 2]; 4] = [
    [1280.0, 800.0],
    [1920.0, 1080.0],
    [3840.0, 2160.0],
    [1024.0, 768.0],
];
/// Samples of up to 45 actors.
const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "noord-holland-noord-governance",
    "gemeenschappelijke-regelingen-noord-holland-noord",
];

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
    let harness = shown(size, board);
    let board = harness.state();
    let viewport = board.canvas.viewport.expect("drawn");
    let (origin, zoom) = (viewport.origin(), viewport.zoom());
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
        let has_line = lines.iter().any(|[from, to]| {
            from.distance(piece.centre) < piece.radius * 1.6 + 8.0 && name.expand(4.0).contains(*to)
        });
        for (nth, other) in pieces.iter().enumerate().filter(|(nth, _)| *nth != at) {
            if other.distance(name) < 0.0 {
                faults.push(format!("{label} lies on {}", other.label));
            }
            if other.distance(name) < piece.distance(name) && !has_line {
                faults.push(format!("{label} is read as the name of {}", other.label));
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
    faults
}

#[test]
fn in_the_hall_nobody_of_a_small_board_is_without_a_name_or_under_that_of_another() {
    let mut found = Vec::new();
    for sample in SAMPLES {
        for size in SIZES {
            let of_size = faults(sample, size);
            found.extend(
                of_size
                    .into_iter()
                    .map(|fault| format!("{sample} {size:?}: {fault}")),
            );
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}
