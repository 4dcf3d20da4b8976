//! Triangles with soft edges: strokes and convex fills collected in one mesh.
//!
//! Thousands of ties as separate shapes cost more in the tessellator than all their triangles together.

use std::f32::consts::TAU;

use egui::epaint::{Mesh, Vertex, WHITE_UV};
use egui::{Color32, Pos2, Rect, TextureId, Vec2, pos2, vec2};

use super::EdgeTexture;
use super::any_point::AnyPoint;
use super::clipping::crossing;
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::marks::detail::dot_radius;
use crate::scene::marks::{StampKey, circle, each_dash, each_step, normals, part};

pub struct Brush {
    pub mesh: Mesh,
    /// Width of the soft edge: one pixel of the screen, in points.
    feather: f32,
    /// Lines that do not reach into this are left out.
    sight: Rect,
    /// Marks drawn around (0, 0), to be put down again and again.
    stamps: Vec<(StampKey, Mesh)>,
    edge_texture: Option<EdgeTexture>,
    /// Where in the texture nothing is soft.
    white: Pos2,
}

impl Brush {
    pub fn new(pixels_per_point: f32) -> Self {
        Self {
            mesh: Mesh::default(),
            feather: 1.0 / pixels_per_point,
            sight: Rect::EVERYTHING,
            stamps: Vec::new(),
            edge_texture: None,
            white: WHITE_UV,
        }
    }

    /// Takes soft edges from a picture: what it draws cannot be in one mesh with letters.
    pub fn with_edge_texture(mut self, edge_texture: EdgeTexture) -> Self {
        self.mesh.texture_id = edge_texture.texture;
        (self.edge_texture, self.white) = (Some(edge_texture), EdgeTexture::white());
        self
    }

    /// A brush for lines of which only what is in `sight` matters: most dashes of a long one do not. Draws into
    /// the room of a mesh that is not needed any more: asking for megabytes anew in every frame costs more
    /// than filling them.
    pub fn within(pixels_per_point: f32, sight: Rect, mut spare: Mesh) -> Self {
        // Not `Mesh::clear`, which gives the room of the corners back.
        spare.vertices.clear();
        spare.indices.clear();
        spare.texture_id = TextureId::default();
        Self {
            sight,
            mesh: spare,
            ..Self::new(pixels_per_point)
        }
    }

    /// The part of a line that may be in sight, begun a whole number of `period`s after its start, so that a
    /// pattern along it stays where it is. Close up, most of a line is out of sight.
    pub fn in_sight(&self, points: &[Xy], period: f32) -> Vec<Xy> {
        let area = self.sight.expand(2.0 * period);
        if !area.is_finite() {
            return points.to_vec();
        }
        let mut seen: Option<(f32, f32)> = None;
        let mut along = 0.0;
        for pair in points.windows(2) {
            let step = pair[0].distance(pair[1]);
            if let Some((enter, leave)) = crossing(pair[0].pos(), pair[1].pos(), area) {
                let from = seen.map_or(along + enter * step, |(from, _)| from);
                seen = Some((from, along + leave * step));
            }
            along += step;
        }
        let Some((from, to)) = seen else {
            return Vec::new();
        };
        part(points, (from / period).floor() * period, to)
    }

    fn vertex(&mut self, pos: Pos2, color: Color32) {
        self.corner(pos, self.white, color);
    }

    fn corner(&mut self, pos: Pos2, uv: Pos2, color: Color32) {
        self.mesh.vertices.push(Vertex { pos, uv, color });
    }

    /// What lies beside each other across a line: how far from its middle, where in the texture, and in what colour.
    fn cross_section(&self, width: f32, colour: Color32) -> CrossSection {
        let (inner, outer) = ((width - self.feather) / 2.0, (width + self.feather) / 2.0);
        let (white, none) = (self.white, Color32::TRANSPARENT);
        let from_texture = self
            .edge_texture
            .and_then(|_| EdgeTexture::line(width / self.feather));
        let mut section = [(0.0, white, none); 4];
        let count = if let Some([left, right]) = from_texture {
            section[..2].copy_from_slice(&[(outer, left, colour), (-outer, right, colour)]);
            2
        } else if inner > 0.0 {
            section = [
                (outer, white, none),
                (inner, white, colour),
                (-inner, white, colour),
                (-outer, white, none),
            ];
            4
        } else {
            // Thinner than its soft edges a line has no body between them.
            section[..3].copy_from_slice(&[
                (outer, white, none),
                (0.0, white, colour),
                (-outer, white, none),
            ]);
            3
        };
        CrossSection {
            points: section,
            count,
        }
    }

    /// A line along the points.
    pub fn stroke<S: AnyPoint>(&mut self, points: &[S], width: f32, colour: Color32) {
        self.strip(points, width, colour, false);
    }

    /// Thinner than a pixel is drawn as a pixel of less colour.
    fn at_least_a_pixel(&self, width: f32, colour: Color32) -> (f32, Color32) {
        if width < self.feather {
            (self.feather, colour.gamma_multiply(width / self.feather))
        } else {
            (width, colour)
        }
    }

    /// A line in dashes: drawn and skipped lengths in turn.
    pub fn dashes(&mut self, points: &[Xy], pattern: &[f32], width: f32, colour: Color32) {
        if let &[from, to] = points {
            self.straight_dashes([from.pos(), to.pos()], pattern, width, colour);
        } else {
            each_dash(points, pattern, |dash| self.stroke(dash, width, colour));
        }
    }

    fn straight_dashes(&mut self, [from, to]: [Pos2; 2], pattern: &[f32], width: f32, colour: Color32) {
        let whole = from.distance(to);
        if whole <= 0.0 || width <= 0.0 || colour.a() == 0 || pattern.is_empty() {
            return;
        }
        let (width, colour) = self.at_least_a_pixel(width, colour);
        let along = (to - from) / whole;
        let normal = vec2(-along.y, along.x);
        let section = self.cross_section(width, colour);
        let rows = section.count as u32;
        let mut start = 0.0;
        for (nth, length) in pattern.iter().cycle().enumerate() {
            let end = (start + length.max(0.5)).min(whole);
            if nth % 2 == 0 {
                let base = self.mesh.vertices.len() as u32;
                for place in [from + along * start, from + along * end] {
                    for &(aside, uv, colour) in section.all() {
                        self.corner(place + normal * aside, uv, colour);
                    }
                }
                for a in base..base + rows - 1 {
                    let c = a + rows;
                    self.mesh.indices.extend([a, a + 1, c, a + 1, c + 1, c]);
                }
            }
            start = end;
            if start >= whole {
                return;
            }
        }
    }

    /// A line of dots this wide, one every `step`, the first half a step from the start.
    pub fn dots(&mut self, points: &[Xy], size: f32, step: f32, colour: Color32) {
        if self.edge_texture.is_some() {
            let radius = dot_radius(size);
            each_step(points, step / 2.0, step, |at| self.disc(at.pos(), radius, colour));
            return;
        }
        let key = (
            "dot",
            size.to_bits(),
            [Rgb(colour.r(), colour.g(), colour.b()); 2],
        );
        if !self.has_stamp(&key) {
            let mut apart = self.blank();
            apart.dot(size, colour);
            self.keep_stamp(key, apart.mesh);
        }
        each_step(points, step / 2.0, step, |at| self.put_stamp(&key, at.pos()));
    }

    fn dot(&mut self, size: f32, colour: Color32) {
        if size < 2.5 {
            let half = size / 2.0;
            let corners = [(-half, -half), (half, -half), (half, half), (-half, half)];
            self.convex(&corners.map(|(x, y)| pos2(x, y)), colour);
        } else if size < 5.0 {
            // With soft edges six corners look round, and there are thousands of dots. Of the same area as the disc.
            let corners = (0..6).map(|at| Xy::angled(at as f32 * TAU / 6.0) * (size * 0.55));
            self.convex(&corners.collect::<Vec<_>>(), colour);
        } else {
            self.disc(Pos2::ZERO, size / 2.0, colour);
        }
    }

    /// A brush for a mark of its own, with the same edges.
    pub fn blank(&self) -> Self {
        Self {
            edge_texture: self.edge_texture,
            white: self.white,
            ..Self::new(1.0 / self.feather)
        }
    }

    pub fn has_stamp(&self, key: &StampKey) -> bool {
        self.stamps.iter().any(|(own, _)| own == key)
    }

    /// Keeps a mark that was drawn around (0, 0).
    pub fn keep_stamp(&mut self, key: StampKey, mark: Mesh) {
        self.stamps.push((key, mark));
    }

    /// Puts a mark down that is kept.
    pub fn put_stamp(&mut self, key: &StampKey, at: Pos2) {
        let Some((_, mark)) = self.stamps.iter().find(|(own, _)| own == key) else {
            return;
        };
        let base = self.mesh.vertices.len() as u32;
        let step = at.to_vec2();
        self.mesh
            .vertices
            .extend(mark.vertices.iter().map(|vertex| Vertex {
                pos: vertex.pos + step,
                ..*vertex
            }));
        self.mesh
            .indices
            .extend(mark.indices.iter().map(|index| base + index));
    }

    /// A line around the points.
    pub fn outline<S: AnyPoint>(&mut self, points: &[S], width: f32, colour: Color32) {
        self.strip(points, width, colour, true);
    }

    /// The points without those of segments at both ends that lie out of sight: close up, most of a line does.
    fn trimmed<'a, S: AnyPoint>(&self, points: &'a [S], width: f32) -> &'a [S] {
        if !self.sight.is_finite() {
            return points;
        }
        let area = self.sight.expand(width);
        let is_in_sight = |pair: &[S]| crossing(pair[0].pos(), pair[1].pos(), area).is_some();
        let Some(first) = points.windows(2).position(is_in_sight) else {
            return &[];
        };
        let last = points.windows(2).rposition(is_in_sight).unwrap_or(first);
        &points[first..last + 2]
    }

    fn strip<S: AnyPoint>(&mut self, points: &[S], width: f32, colour: Color32, is_closed: bool) {
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
        let section = self.cross_section(width, colour);
        let rows = section.count as u32;
        let base = self.mesh.vertices.len() as u32;
        self.mesh.vertices.reserve(count * section.count);
        for (point, normal) in normals(points, is_closed) {
            for &(aside, uv, colour) in section.all() {
                self.corner((point + normal * aside).pos(), uv, colour);
            }
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
    pub fn convex<S: AnyPoint>(&mut self, points: &[S], fill: Color32) {
        self.soft_convex(points, fill, self.feather);
    }

    /// A filled convex shape without a soft edge, to be met by others of its colour.
    pub fn flat<S: AnyPoint>(&mut self, points: &[S], fill: Color32) {
        let base = self.mesh.vertices.len() as u32;
        for point in points {
            self.vertex(point.pos(), fill);
        }
        for at in 1..points.len().saturating_sub(1) as u32 {
            self.mesh.indices.extend([base, base + at, base + at + 1]);
        }
    }

    /// A filled convex shape whose edge fades over `softness`.
    pub fn soft_convex<S: AnyPoint>(&mut self, points: &[S], fill: Color32, softness: f32) {
        let count = points.len() as u32;
        if count < 3 || fill.a() == 0 {
            return;
        }
        let base = self.mesh.vertices.len() as u32;
        self.mesh.vertices.reserve(2 * points.len());
        for (point, normal) in normals(points, true) {
            let normal = normal * (softness / 2.0);
            // The normal of a clockwise outline points inwards.
            self.vertex((point + normal).pos(), fill);
            self.vertex((point - normal).pos(), Color32::TRANSPARENT);
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

    /// A square with a part of the picture: from its upper left to its lower right.
    fn square(&mut self, centre: Pos2, half: f32, [low, high]: [Pos2; 2], tone: Color32) {
        let base = self.mesh.vertices.len() as u32;
        let area = Rect::from_center_size(centre, Vec2::splat(2.0 * half));
        self.corner(area.left_top(), low, tone);
        self.corner(area.right_top(), pos2(high.x, low.y), tone);
        self.corner(area.right_bottom(), high, tone);
        self.corner(area.left_bottom(), pos2(low.x, high.y), tone);
        let corners = [0, 1, 2, 0, 2, 3].map(|corner| base + corner);
        self.mesh.indices.extend(corners);
    }

    pub fn disc(&mut self, centre: Pos2, radius: f32, fill: Color32) {
        if let Some(from) = self
            .edge_texture
            .and_then(|_| EdgeTexture::disc(radius / self.feather))
        {
            self.square(centre, radius + self.feather / 2.0, from, fill);
            return;
        }
        self.convex(&circle(Xy::new(centre.x, centre.y), radius), fill);
    }
}

/// Of a line, from one side to the other; at most four points.
struct CrossSection {
    points: [(f32, Pos2, Color32); 4],
    count: usize,
}

impl CrossSection {
    fn all(&self) -> &[(f32, Pos2, Color32)] {
        &self.points[..self.count]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_long_line_only_what_is_in_sight_is_followed_and_its_pattern_stays() {
        let sight = Rect::from_min_max(pos2(0.0, 0.0), pos2(100.0, 100.0));
        let brush = Brush::within(1.0, sight, Mesh::default());
        let line = [Xy::new(-1003.0, 50.0), Xy::new(2000.0, 50.0)];
        let seen = brush.in_sight(&line, 10.0);
        assert!(seen[0].x <= 0.0 && seen[0].x > -40.0, "{seen:?}");
        assert!(seen[1].x >= 100.0 && seen[1].x < 140.0, "{seen:?}");
        let periods = (seen[0].x + 1003.0) / 10.0;
        assert!((periods - periods.round()).abs() < 1e-3, "{periods}");
        assert!(
            brush
                .in_sight(&[Xy::new(-500.0, 300.0), Xy::new(500.0, 400.0)], 10.0)
                .is_empty()
        );
        assert_eq!(Brush::new(1.0).in_sight(&line, 10.0), line);
        let bent = [
            Xy::new(-1000.0, 50.0),
            Xy::new(0.0, 60.0),
            Xy::new(50.0, 50.0),
            Xy::new(50.0, 3000.0),
        ];
        let seen = brush.in_sight(&bent, 10.0);
        assert_eq!(seen[1..3], bent[1..3]);
        assert!(seen[0].x > -40.0 && seen[3].y < 140.0, "{seen:?}");
    }

    #[test]
    fn a_mesh_that_is_drawn_into_again_keeps_its_room() {
        let draw = |spare: Mesh| {
            let mut brush = Brush::within(1.0, Rect::EVERYTHING, spare);
            brush.straight_dashes([Pos2::ZERO, pos2(9000.0, 0.0)], &[4.0, 2.0], 2.0, Color32::RED);
            brush.mesh
        };
        let first = draw(Mesh::default());
        let (corners, indices) = (first.vertices.as_ptr(), first.indices.as_ptr());
        let again = draw(first);
        assert!(again.vertices.len() > 10_000);
        assert_eq!(
            (again.vertices.as_ptr(), again.indices.as_ptr()),
            (corners, indices)
        );
    }

    #[test]
    fn with_soft_edges_from_a_picture_a_line_has_two_corners_at_a_point_and_a_dot_four() {
        let edge_texture = EdgeTexture {
            texture: TextureId::User(7),
        };
        let mut brush = Brush::new(1.0).with_edge_texture(edge_texture);
        brush.stroke(
            &[Pos2::ZERO, pos2(50.0, 0.0), pos2(80.0, 40.0)],
            3.0,
            Color32::RED,
        );
        assert_eq!((brush.mesh.vertices.len(), brush.mesh.indices.len()), (6, 12));
        brush.disc(Pos2::ZERO, 2.0, Color32::RED);
        assert_eq!((brush.mesh.vertices.len(), brush.mesh.indices.len()), (10, 18));
        // A line that is wider than any in the picture has edges of its own.
        brush.stroke(&[Pos2::ZERO, pos2(50.0, 0.0)], 300.0, Color32::RED);
        assert_eq!(brush.mesh.vertices.len(), 18);
        assert!(
            brush.mesh.vertices[10..]
                .iter()
                .all(|corner| corner.uv == EdgeTexture::white())
        );
        assert_eq!(brush.mesh.texture_id, TextureId::User(7));
    }
}
