//! Triangles with soft edges: strokes and convex fills collected in one mesh.
//!
//! Thousands of ties as separate shapes cost more in the tessellator than all their triangles together.

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, Vec2, vec2};

use super::Mist;

pub struct Brush {
    pub mesh: Mesh,
    /// Width of the soft edge: one pixel of the screen, in points.
    feather: f32,
    /// Lines that do not reach into this are left out.
    sight: Rect,
    /// Takes faint lines, where there are so many that triangles would be too much.
    pub mist: Option<Mist>,
}

impl Brush {
    pub fn new(pixels_per_point: f32) -> Self {
        Self {
            mesh: Mesh::default(),
            feather: 1.0 / pixels_per_point,
            sight: Rect::EVERYTHING,
            mist: None,
        }
    }

    /// A brush for lines of which only what is in `sight` matters: most dashes of a long one do not. Draws into
    /// the room of a mesh that is not needed any more: asking for megabytes anew in every frame costs more
    /// than filling them.
    pub fn within(pixels_per_point: f32, sight: Rect, mut spare: Mesh) -> Self {
        spare.clear();
        Self {
            sight,
            mesh: spare,
            ..Self::new(pixels_per_point)
        }
    }

    /// The part of a plain line that may be in sight, begun a whole number of `period`s after its start, so
    /// that a pattern along it stays where it is. Bent lines are short, and stay whole.
    pub fn in_sight(&self, points: &[Pos2], period: f32) -> Vec<Pos2> {
        let &[from, to] = points else {
            return points.to_vec();
        };
        let whole = from.distance(to);
        let area = self.sight.expand(2.0 * period);
        if whole <= 2.0 * period || !area.is_finite() {
            return points.to_vec();
        }
        let Some((enter, leave)) = crossing(from, to, area) else {
            return Vec::new();
        };
        let start = (enter * whole / period).floor() * period;
        vec![from.lerp(to, start / whole), from.lerp(to, leave)]
    }

    fn vertex(&mut self, pos: Pos2, color: Color32) -> u32 {
        self.mesh.vertices.push(Vertex {
            pos,
            uv: WHITE_UV,
            color,
        });
        self.mesh.vertices.len() as u32 - 1
    }

    /// A line along the points.
    pub fn stroke(&mut self, points: &[Pos2], width: f32, colour: Color32) {
        self.strip(points, width, colour, false);
    }

    /// A thin straight line of which a share shows, as one of tens of thousands.
    pub fn faint(&mut self, [from, to]: [Pos2; 2], width: f32, colour: Color32, share: f32) {
        let Some(mist) = &mut self.mist else {
            self.stroke(&[from, to], width, colour.gamma_multiply(share));
            return;
        };
        if let Some((enter, leave)) = crossing(from, to, self.sight) {
            mist.line([from.lerp(to, enter), from.lerp(to, leave)], width, colour, share);
        }
    }

    /// Thinner than a pixel is drawn as a pixel of less colour.
    fn at_least_a_pixel(&self, width: f32, colour: Color32) -> (f32, Color32) {
        if width < self.feather {
            (self.feather, colour.gamma_multiply(width / self.feather))
        } else {
            (width, colour)
        }
    }

    /// A line around the points.
    pub fn outline(&mut self, points: &[Pos2], width: f32, colour: Color32) {
        self.strip(points, width, colour, true);
    }

    /// The points without those of segments at both ends that lie out of sight: close up, most of a line does.
    fn trimmed<'a>(&self, points: &'a [Pos2], width: f32) -> &'a [Pos2] {
        if !self.sight.is_finite() {
            return points;
        }
        let area = self.sight.expand(width);
        let is_in_sight = |pair: &[Pos2]| crossing(pair[0], pair[1], area).is_some();
        let Some(first) = points.windows(2).position(is_in_sight) else {
            return &[];
        };
        let last = points.windows(2).rposition(is_in_sight).unwrap_or(first);
        &points[first..last + 2]
    }

    fn strip(&mut self, points: &[Pos2], width: f32, colour: Color32, is_closed: bool) {
        let points = if is_closed {
            points
        } else {
            self.trimmed(points, width)
        };
        let count = points.len();
        if count < 2 || width <= 0.0 || colour.a() == 0 {
            return;
        }
        let (width, colour) = self.at_least_a_pixel(width, colour);
        let inner = (width - self.feather) / 2.0;
        let outer = (width + self.feather) / 2.0;
        // Thinner than its soft edges a line has no body between them.
        let rows = if inner > 0.0 { 4 } else { 3 };
        let base = self.mesh.vertices.len() as u32;
        for at in 0..count {
            let normal = normal_at(points, at, is_closed);
            let point = points[at];
            self.vertex(point + normal * outer, Color32::TRANSPARENT);
            self.vertex(point + normal * inner, colour);
            if rows == 4 {
                self.vertex(point - normal * inner, colour);
            }
            self.vertex(point - normal * outer, Color32::TRANSPARENT);
        }
        let segments = if is_closed { count } else { count - 1 };
        for segment in 0..segments as u32 {
            let from = base + rows * segment;
            let to = base + rows * ((segment + 1) % count as u32);
            for lane in 0..rows - 1 {
                let (a, b, c, d) = (from + lane, from + lane + 1, to + lane, to + lane + 1);
                self.mesh.indices.extend([a, b, c, b, d, c]);
            }
        }
    }

    /// A filled convex shape.
    pub fn convex(&mut self, points: &[Pos2], fill: Color32) {
        self.soft_convex(points, fill, self.feather);
    }

    /// A filled convex shape whose edge fades over `softness`.
    pub fn soft_convex(&mut self, points: &[Pos2], fill: Color32, softness: f32) {
        let count = points.len() as u32;
        if count < 3 || fill.a() == 0 {
            return;
        }
        let base = self.mesh.vertices.len() as u32;
        for at in 0..points.len() {
            let normal = normal_at(points, at, true) * (softness / 2.0);
            // The normal of a clockwise outline points inwards.
            self.vertex(points[at] + normal, fill);
            self.vertex(points[at] - normal, Color32::TRANSPARENT);
        }
        for at in 1..count - 1 {
            self.mesh
                .indices
                .extend([base, base + 2 * at, base + 2 * (at + 1)]);
        }
        for at in 0..count {
            let (inner, outer) = (base + 2 * at, base + 2 * at + 1);
            let next = base + 2 * ((at + 1) % count);
            self.mesh
                .indices
                .extend([inner, outer, next, outer, next + 1, next]);
        }
    }

    pub fn disc(&mut self, centre: Pos2, radius: f32, fill: Color32) {
        self.convex(&circle(centre, radius), fill);
    }
}

/// Where a line enters and leaves an area, as shares of its length; `None` when it passes by.
pub fn crossing(from: Pos2, to: Pos2, area: Rect) -> Option<(f32, f32)> {
    let (mut enter, mut leave) = (0.0f32, 1.0f32);
    let step = to - from;
    let sides = [
        (from.x, step.x, area.min.x, area.max.x),
        (from.y, step.y, area.min.y, area.max.y),
    ];
    for (start, step, least, most) in sides {
        if step == 0.0 {
            if !(least..=most).contains(&start) {
                return None;
            }
            continue;
        }
        let (a, b) = ((least - start) / step, (most - start) / step);
        enter = enter.max(a.min(b));
        leave = leave.min(a.max(b));
    }
    (enter < leave).then_some((enter, leave))
}

/// Points around a circle, clockwise, as many as its size asks for.
pub fn circle(centre: Pos2, radius: f32) -> Vec<Pos2> {
    arc(centre, radius, 0.0, std::f32::consts::TAU)
        .split_last()
        .map_or_else(Vec::new, |(_, rest)| rest.to_vec())
}

/// Points along an arc, angles clockwise from the right.
pub fn arc(centre: Pos2, radius: f32, from: f32, to: f32) -> Vec<Pos2> {
    let whole = (radius.sqrt() * 6.0).clamp(10.0, 72.0);
    let steps = ((to - from).abs() / std::f32::consts::TAU * whole)
        .ceil()
        .max(2.0) as usize;
    (0..=steps)
        .map(|step| {
            let angle = from + (to - from) * step as f32 / steps as f32;
            centre + radius * Vec2::angled(angle)
        })
        .collect()
}

/// A quarter turn clockwise from the direction at a point, longer in corners so that the width stays.
fn normal_at(points: &[Pos2], at: usize, is_closed: bool) -> Vec2 {
    let count = points.len();
    let before = match (at, is_closed) {
        (0, false) => None,
        (0, true) => Some(count - 1),
        _ => Some(at - 1),
    };
    let after = match (at + 1 == count, is_closed) {
        (true, false) => None,
        (true, true) => Some(0),
        _ => Some(at + 1),
    };
    let turned = |from: usize, to: usize| {
        let along = (points[to] - points[from]).normalized();
        vec2(-along.y, along.x)
    };
    match (
        before.map(|other| turned(other, at)),
        after.map(|other| turned(at, other)),
    ) {
        (Some(a), Some(b)) => {
            let sum = a + b;
            let length_squared = sum.length_sq();
            // Sharper corners than this would grow spikes.
            if length_squared < 0.6 {
                b
            } else {
                sum * (2.0 / length_squared)
            }
        }
        (Some(only), None) | (None, Some(only)) => only,
        (None, None) => Vec2::ZERO,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::pos2;

    #[test]
    fn of_a_long_line_only_what_is_in_sight_is_followed_and_its_pattern_stays() {
        let sight = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let brush = Brush::within(1.0, sight, Mesh::default());
        let line = [pos2(-1003.0, 50.0), pos2(2000.0, 50.0)];
        let seen = brush.in_sight(&line, 10.0);
        assert!(seen[0].x <= 0.0 && seen[0].x > -40.0, "{seen:?}");
        assert!(seen[1].x >= 100.0 && seen[1].x < 140.0, "{seen:?}");
        let periods = (seen[0].x + 1003.0) / 10.0;
        assert!((periods - periods.round()).abs() < 1e-3, "{periods}");
        assert!(
            brush
                .in_sight(&[pos2(-500.0, 300.0), pos2(500.0, 400.0)], 10.0)
                .is_empty()
        );
        assert_eq!(Brush::new(1.0).in_sight(&line, 10.0), line);
    }
}
