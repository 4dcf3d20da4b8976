//! Hulls: a soft outline around the pieces of a group, as on a napkin.
//!
//! Around a group that stands together the outline is that of its corners. Where others stand among its
//! members it follows the shortest tree between them instead, and goes around the others: nobody is drawn
//! into a group it is not in. Overlapping groups (several domains) overlap.

mod contour;
mod field;
mod tree;

use std::collections::{BTreeMap, BTreeSet};

use super::build::SceneInput;
use super::colour::{apart, legible};
use super::geometry::Xy;
use super::{Hull, HullGroup, Piece};
use crate::model::{ActorId, LineStyle, Rgb};
use field::OutlineField;

/// Room between the middle of a member and the outline, in radii of its piece.
const REACH: f32 = 2.1;
/// Room that is kept free around the middle of a piece that is no member.
const KEPT_FREE: f32 = 1.5;
/// Members closer than this many radii are joined without a way around.
const NEAR: f32 = 10.0;

/// Colour never tells two groups apart alone.
const LINES: [LineStyle; 5] = [
    LineStyle::Solid,
    LineStyle::LongDash,
    LineStyle::Dashed,
    LineStyle::DashDot,
    LineStyle::Dotted,
];

/// The hulls of the groups that have members on the board, in the order of the groups.
pub(super) fn hulls(
    input: SceneInput<'_>,
    pieces: &[Piece],
    by_actor: &BTreeMap<ActorId, usize>,
) -> Vec<Hull> {
    let groups = input.appearance.hulls.iter().enumerate();
    groups
        .filter_map(|(at, group)| {
            let members = members_of(group, by_actor);
            let (rings, fill) = outline(pieces, &members)?;
            Some(Hull {
                label: crate::i18n::shown(&group.label).into_owned(),
                colour: legible(colour_of(group, at), input.palette.board),
                line: LINES[at % LINES.len()],
                members,
                rings,
                fill,
            })
        })
        .collect()
}

fn members_of(group: &HullGroup, by_actor: &BTreeMap<ActorId, usize>) -> Vec<usize> {
    let places: BTreeSet<usize> = group
        .members
        .iter()
        .filter_map(|actor| by_actor.get(actor).copied())
        .collect();
    places.into_iter().collect()
}

fn colour_of(group: &HullGroup, at: usize) -> Rgb {
    group.colour.unwrap_or_else(|| apart(at))
}

/// The outlines anew around pieces that moved, each with where it was; outlines they are far from stay.
pub(super) fn follow(hulls: &mut [Hull], pieces: &[Piece], moved: &[(usize, [f32; 2])]) {
    for hull in hulls {
        let is_touched = |&(at, was): &(usize, [f32; 2])| {
            let room = 2.0 * REACH * pieces[at].radius;
            hull.members.binary_search(&at).is_ok()
                || is_near(hull, was, room)
                || is_near(hull, place(&pieces[at]), room)
        };
        if moved.iter().any(is_touched)
            && let Some((rings, fill)) = outline(pieces, &hull.members)
        {
            hull.rings = rings;
            hull.fill = fill;
        }
    }
}

/// Whether a place is in the box around a hull, widened by `room`.
fn is_near(hull: &Hull, at: [f32; 2], room: f32) -> bool {
    [0, 1].into_iter().all(|axis| {
        let values = || hull.rings.iter().flatten().map(|corner| corner[axis]);
        let low = values().fold(f32::INFINITY, f32::min) - room;
        let high = values().fold(f32::NEG_INFINITY, f32::max) + room;
        (low..=high).contains(&at[axis])
    })
}

type Polygons = Vec<Vec<[f32; 2]>>;

/// Rings and fill around some pieces; `None` without any. O(members^2 + area / step^2).
fn outline(pieces: &[Piece], members: &[usize]) -> Option<(Polygons, Polygons)> {
    let places: Vec<[f32; 2]> = members.iter().map(|&at| place(&pieces[at])).collect();
    let radius = members.iter().map(|&at| pieces[at].radius).fold(0.0, f32::max);
    let reach = radius * REACH;
    let mut field = OutlineField::around(&places, reach)?;
    let others = others_near(pieces, members, &field);
    let corners = tree::convex_corners(&places);
    if others
        .iter()
        .all(|&(at, room)| !tree::is_within(&corners, at, room))
    {
        field.add_convex(&corners, reach);
    } else {
        for &at in &places {
            field.add_line(at, at, reach);
        }
        let near = NEAR * radius;
        for [from, to] in tree::branches(&places, &others, near) {
            // A long way is a ribbon: what it passes does not belong to the group.
            let is_long = Xy::new(to[0] - from[0], to[1] - from[1]).length() > near;
            field.add_line(from, to, if is_long { reach * 0.5 } else { reach });
        }
        for [from, to] in tree::shortcuts(&places, &others, near) {
            let share = |share: f32| [0, 1].map(|axis| from[axis] + share * (to[axis] - from[axis]));
            // In a crowd most of them run where everything is filled already.
            let is_open = [0.25, 0.5, 0.75]
                .iter()
                .any(|&at| field.near(share(at)) > -0.5 * reach);
            if is_open {
                field.add_line(from, to, reach);
            }
        }
    }
    field.fill_holes();
    field.round();
    for &(at, room) in &others {
        field.carve(at, room);
    }
    // A member that stands against somebody else stays in, whatever is kept free around the other.
    for &at in &places {
        field.add_line(at, at, radius * 1.3);
    }
    Some((contour::rings(&field), contour::fill(&field)))
}

fn place(piece: &Piece) -> [f32; 2] {
    [piece.pos.x as f32, piece.pos.y as f32]
}

/// Pieces that are no members and stand where the outline may come, with the room to keep free around them.
fn others_near(pieces: &[Piece], members: &[usize], field: &OutlineField) -> Vec<([f32; 2], f32)> {
    pieces
        .iter()
        .enumerate()
        .filter(|(at, _)| members.binary_search(at).is_err())
        .map(|(_, piece)| (place(piece), piece.radius * KEPT_FREE))
        .filter(|&(at, room)| field.reaches(at, room))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Constellation, Language, Point};
    use crate::scene::{Appearance, Filters, Palette, Scene, ThemeKind, build};

    fn scene(places: &[(f64, f64)], members: &[u32]) -> Scene {
        let mut constellation = Constellation::new(Language::Nl);
        for (id, &(x, y)) in (1..).zip(places) {
            let mut actor = Actor::new(ActorId(id), &format!("a{id}"), "a");
            actor.pos = Some(Point::new(x, y));
            constellation.actors.insert(actor.id, actor);
        }
        let group = HullGroup {
            label: "groep".to_owned(),
            members: members.iter().copied().map(ActorId).collect(),
            colour: None,
        };
        let appearance = Appearance {
            hulls: vec![group].into(),
            ..Appearance::default()
        };
        build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &appearance,
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    /// Even-odd rule, as a picture fills rings.
    fn is_in(hull: &Hull, x: f32, y: f32) -> bool {
        let crossings = hull.rings.iter().map(|ring| {
            let ends = ring.iter().zip(ring.iter().cycle().skip(1));
            ends.filter(|(a, b)| {
                (a[1] > y) != (b[1] > y) && x < (b[0] - a[0]) * (y - a[1]) / (b[1] - a[1]) + a[0]
            })
            .count()
        });
        crossings.sum::<usize>() % 2 == 1
    }

    #[test]
    fn a_hull_holds_its_members_with_room_and_nobody_else() {
        let places = [
            (0.0, 0.0),
            (400.0, 0.0),
            (200.0, 250.0),
            (200.0, 90.0),
            (900.0, 0.0),
        ];
        let scene = scene(&places, &[1, 2, 3]);
        let hull = &scene.hulls[0];
        for (at, &(x, y)) in places.iter().enumerate() {
            assert_eq!(is_in(hull, x as f32, y as f32), at < 3, "piece {at}");
        }
        let radius = scene.pieces[0].radius;
        assert!(is_in(hull, 0.0, -1.8 * radius), "there is room around a member");
    }

    #[test]
    fn a_group_that_stands_together_is_filled_between_its_corners() {
        let scene = scene(&[(0.0, 0.0), (500.0, 0.0), (250.0, 400.0)], &[1, 2, 3]);
        assert_eq!(scene.hulls[0].rings.len(), 1);
        assert!(is_in(&scene.hulls[0], 250.0, 150.0));
    }

    #[test]
    fn the_fill_covers_what_the_rings_enclose() {
        let scene = scene(&[(0.0, 0.0), (400.0, 0.0), (200.0, 10.0)], &[1, 2]);
        let hull = &scene.hulls[0];
        let area = |ring: &Vec<[f32; 2]>| {
            let ends = ring.iter().zip(ring.iter().cycle().skip(1));
            ends.map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum::<f32>() / 2.0
        };
        let filled: f32 = hull.fill.iter().map(|part| area(part).abs()).sum();
        let enclosed: f32 = hull.rings.iter().map(area).sum::<f32>().abs();
        assert!((filled - enclosed).abs() < 0.01 * enclosed, "{filled} {enclosed}");
    }

    #[test]
    fn outlines_follow_the_pieces_as_if_they_were_drawn_anew() {
        let places = [
            (0.0, 0.0),
            (400.0, 0.0),
            (200.0, 250.0),
            (200.0, 90.0),
            (5000.0, 0.0),
        ];
        // A member, somebody among them, and somebody far away.
        for (at, to) in [(0, (-90.0, 40.0)), (3, (210.0, 400.0)), (4, (4000.0, 50.0))] {
            let mut moved = places;
            moved[at] = to;
            let (mut before, after) = (scene(&places, &[1, 2, 3]), scene(&moved, &[1, 2, 3]));
            let was = place(&before.pieces[at]);
            follow(&mut before.hulls, &after.pieces, &[(at, was)]);
            assert_eq!(before.hulls, after.hulls, "piece {at}");
        }
    }

    #[test]
    fn a_group_without_members_on_the_board_has_no_hull() {
        assert!(scene(&[(0.0, 0.0)], &[7]).hulls.is_empty());
    }
}
