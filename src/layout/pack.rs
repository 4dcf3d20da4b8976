//! Parts of a board turned and laid beside each other.

use crate::numeric::{atan2, sin_cos};

use super::{Footprint, Place};

/// Room between parts, beyond that of pieces and names.
const GAP: f64 = 70.0;
/// Between pieces without relations, which need no more than a row to be read.
const LONER_GAP: f64 = 24.0;
/// A part lower than this share of its row begins a row of its own: beside a large part small ones look lost.
const LEAST_HEIGHT: f64 = 0.35;
/// A small network is drawn at most this much larger than it needs.
const MOST_SPREAD: f64 = 1.8;
/// And in one direction at most this much more than in the other.
const MOST_DISTORTION: f64 = 1.25;
/// Boards are wider than high.
const PROPORTION: f64 = 1.6;

/// Turns the part around its middle so that it is wider than high.
pub(super) fn turn(part: &[u32], places: &mut [Place]) {
    let count = part.len() as f64;
    let at = |v: &u32| places[*v as usize];
    let middle = Place::new(
        part.iter().map(|v| at(v).x).sum::<f64>() / count,
        part.iter().map(|v| at(v).y).sum::<f64>() / count,
    );
    let spread = |of: fn(f64, f64) -> f64| -> f64 {
        let offsets = part.iter().map(|v| (at(v).x - middle.x, at(v).y - middle.y));
        offsets.map(|(x, y)| of(x, y)).sum()
    };
    let (xx, yy, xy) = (spread(|x, _| x * x), spread(|_, y| y * y), spread(|x, y| x * y));
    // Direction of the longest axis (principal component of two variables).
    let (sin, cos) = sin_cos(0.5 * atan2(2.0 * xy, xx - yy));
    for &v in part {
        let (x, y) = (places[v as usize].x - middle.x, places[v as usize].y - middle.y);
        places[v as usize] = Place::new(x * cos + y * sin, y * cos - x * sin);
    }
}

/// Left, top, right and bottom of the pieces of a part with their names.
fn bounds(part: &[u32], places: &[Place], footprints: &[Footprint]) -> [f64; 4] {
    let nothing = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    part.iter().fold(nothing, |[left, top, right, bottom], &v| {
        let (place, footprint) = (places[v as usize], footprints[v as usize]);
        [
            left.min(place.x - footprint.half_width),
            top.min(place.y - footprint.above),
            right.max(place.x + footprint.half_width),
            bottom.max(place.y + footprint.below),
        ]
    })
}

/// Sets the parts in rows, the first in the first row, about as wide as a board; and the whole around (0, 0).
pub(super) fn pack(parts: &[Vec<u32>], places: &mut [Place], footprints: &[Footprint]) {
    let boxes: Vec<[f64; 4]> = parts
        .iter()
        .map(|part| bounds(part, places, footprints))
        .collect();
    let gap = |part: &[u32]| if part.len() > 1 { GAP } else { LONER_GAP };
    let size = |part: &[u32], [left, top, right, bottom]: [f64; 4]| {
        (right - left + gap(part), bottom - top + gap(part))
    };
    let sizes: Vec<(f64, f64)> = parts
        .iter()
        .zip(&boxes)
        .map(|(part, it)| size(part, *it))
        .collect();
    let area: f64 = sizes.iter().map(|(width, height)| width * height).sum();
    let widest = sizes.iter().map(|it| it.0).fold(0.0, f64::max);
    let row_width = (area * PROPORTION).sqrt().max(widest) + 1e-6;
    let (mut x, mut y, mut row_height) = (0.0, 0.0, 0.0_f64);
    for ((part, corners), (width, height)) in parts.iter().zip(&boxes).zip(sizes) {
        let is_low = height < LEAST_HEIGHT * row_height;
        if x > 0.0 && (is_low || x + width > row_width) {
            y += row_height;
            (x, row_height) = (0.0, 0.0);
        }
        shift(part, places, x - corners[0], y - corners[1]);
        x += width;
        row_height = row_height.max(height);
    }
    let everyone = parts.concat();
    if !everyone.is_empty() {
        let [left, top, right, bottom] = bounds(&everyone, places, footprints);
        shift(
            &everyone,
            places,
            -f64::midpoint(left, right),
            -f64::midpoint(top, bottom),
        );
    }
}

/// Spreads a small network over the room there is, as far as it keeps its shape.
pub(super) fn fill(part: &[u32], places: &mut [Place], footprints: &[Footprint], room: (f64, f64)) {
    let [left, top, right, bottom] = bounds(part, places, footprints);
    // Names keep their size, so that this stays within the room.
    let (wide, high) = (room.0 / (right - left), room.1 / (bottom - top));
    let least = wide.min(high);
    if !least.is_finite() || least <= 1.0 {
        return;
    }
    let spread = least.min(MOST_SPREAD);
    let by = |most: f64| most.min(spread * MOST_DISTORTION);
    for &v in part {
        let place = &mut places[v as usize];
        *place = Place::new(place.x * by(wide), place.y * by(high));
    }
}

fn shift(part: &[u32], places: &mut [Place], dx: f64, dy: f64) {
    for &v in part {
        let place = &mut places[v as usize];
        *place = Place::new(place.x + dx, place.y + dy);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::numeric::hypot;

    #[test]
    fn a_slanting_line_is_laid_flat() {
        let mut places: Vec<Place> = (0..5u8)
            .map(|at| Place::new(f64::from(at) * 10.0, f64::from(at) * 30.0))
            .collect();
        turn(&[0, 1, 2, 3, 4], &mut places);
        assert!(places.iter().all(|place| place.y.abs() < 1e-9));
        let length = (places[4].x - places[0].x).abs();
        assert!((length - hypot(40.0_f64, 120.0)).abs() < 1e-9);
    }

    #[test]
    fn a_small_network_is_spread_over_the_board_and_a_large_one_left_alone() {
        let footprints = vec![Footprint::of_label("UWV"); 2];
        let start = [Place::new(-100.0, -20.0), Place::new(100.0, 20.0)];
        let mut places = start;
        fill(&[0, 1], &mut places, &footprints, (1500.0, 900.0));
        assert_eq!(places[1], Place::new(100.0 * 1.8 * 1.25, 20.0 * 1.8 * 1.25));
        let mut places = start;
        fill(&[0, 1], &mut places, &footprints, (1500.0, 100.0));
        assert_eq!(places, start);
    }

    #[test]
    fn parts_lie_beside_each_other_around_the_middle() {
        let footprints = vec![Footprint::of_label("Hollands Kroon"); 9];
        let mut places = vec![Place::default(); 9];
        for (at, place) in places.iter_mut().take(4).enumerate() {
            place.x = 200.0 * at as f64;
        }
        let parts: Vec<Vec<u32>> = [vec![0, 1, 2, 3]]
            .into_iter()
            .chain((4..9).map(|v| vec![v]))
            .collect();
        pack(&parts, &mut places, &footprints);
        assert_eq!(super::super::overlaps(&places, &footprints), 0);
        let everyone: Vec<u32> = (0..9).collect();
        let [left, top, right, bottom] = bounds(&everyone, &places, &footprints);
        assert!((left + right).abs() < 1e-9 && (top + bottom).abs() < 1e-9);
    }
}
