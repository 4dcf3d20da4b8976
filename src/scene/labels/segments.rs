//! Lines to labels, and what they have in common with areas and with each other.

use super::Area;
use crate::scene::geometry::Xy;

/// The line from a piece, drawn so far around its middle, to where its label stands apart.
pub fn leader(centre: Xy, reach: f32, [left, top, right, bottom]: Area) -> [Xy; 2] {
    let end = Xy::new(centre.x.clamp(left, right), centre.y.clamp(top, bottom));
    let along = (end - centre).normalized();
    [centre + along * reach, end]
}

/// Small areas along a line, for what must not lie on it.
pub fn areas_along([from, to]: [Xy; 2]) -> impl Iterator<Item = Area> {
    const EVERY: f32 = 4.0;
    let spots = (from.distance(to) / EVERY).ceil() as usize;
    (0..spots).map(move |nth| {
        let Xy { x, y } = from.lerp(to, nth as f32 / spots as f32);
        [x - 1.0, y - 1.0, x + 1.0, y + 1.0]
    })
}

pub(super) fn grown([left, top, right, bottom]: Area, by: f32) -> Area {
    [left - by, top - by, right + by, bottom + by]
}

/// Whether part of a line lies in an area.
pub fn passes([from, to]: [Xy; 2], [left, top, right, bottom]: Area) -> bool {
    let along = to - from;
    let (mut first, mut last) = (0.0f32, 1.0f32);
    for (start, step, least, most) in [(from.x, along.x, left, right), (from.y, along.y, top, bottom)] {
        if step == 0.0 {
            if start <= least || start >= most {
                return false;
            }
            continue;
        }
        let (one, other) = ((least - start) / step, (most - start) / step);
        first = first.max(one.min(other));
        last = last.min(one.max(other));
    }
    first < last
}

/// Whether two lines have a point in common.
pub(super) fn cross([a, b]: [Xy; 2], [c, d]: [Xy; 2]) -> bool {
    let side = |from: Xy, to: Xy, point: Xy| {
        let (along, out) = (to - from, point - from);
        along.x * out.y - along.y * out.x
    };
    let apart = |one: f32, other: f32| (one > 0.0) == (other > 0.0) && one != 0.0 && other != 0.0;
    !apart(side(a, b, c), side(a, b, d)) && !apart(side(c, d, a), side(c, d, b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_to_a_label_begins_at_the_piece_and_ends_at_the_nearest_of_the_label() {
        let label = [100.0, -10.0, 180.0, 10.0];
        assert_eq!(
            leader(Xy::ZERO, 20.0, label),
            [Xy::new(20.0, 0.0), Xy::new(100.0, 0.0)]
        );
        let above = leader(Xy::new(140.0, -60.0), 20.0, label);
        assert_eq!(above, [Xy::new(140.0, -40.0), Xy::new(140.0, -10.0)]);
    }

    #[test]
    fn lines_and_areas_that_have_something_in_common_cross() {
        let line = [Xy::new(0.0, 0.0), Xy::new(10.0, 10.0)];
        assert!(passes(line, [4.0, 4.0, 6.0, 6.0]) && passes(line, [-5.0, -5.0, 1.0, 1.0]));
        assert!(!passes(line, [6.0, 0.0, 9.0, 3.0]) && !passes(line, [11.0, 11.0, 20.0, 20.0]));
        let level = [Xy::new(0.0, 5.0), Xy::new(10.0, 5.0)];
        assert!(passes(level, [3.0, 0.0, 4.0, 9.0]) && !passes(level, [3.0, 6.0, 4.0, 9.0]));
        assert!(cross(line, level));
        assert!(!cross(line, [Xy::new(6.0, 5.0), Xy::new(20.0, 5.0)]));
        assert!(!cross(level, [Xy::new(0.0, 6.0), Xy::new(10.0, 6.0)]));
    }

    #[test]
    fn small_areas_along_a_line_lie_on_it_from_its_start_on_and_leave_no_room_between() {
        let line = [Xy::new(-20.0, 35.0), Xy::new(40.0, -45.0)];
        let areas: Vec<Area> = areas_along(line).collect();
        assert_eq!(areas.len(), 25);
        let middles = areas.iter().map(|[left, top, right, bottom]| {
            assert!((right - left - 2.0).abs() < 1e-3 && (bottom - top - 2.0).abs() < 1e-3);
            Xy::new(f32::midpoint(*left, *right), f32::midpoint(*top, *bottom))
        });
        let middles: Vec<Xy> = middles.collect();
        assert_eq!(middles[0], line[0]);
        for (nth, at) in middles.iter().enumerate() {
            let expected = line[0].lerp(line[1], nth as f32 / 25.0);
            assert!(at.distance(expected) < 1e-3, "{nth}: {at:?}");
        }
    }
}
