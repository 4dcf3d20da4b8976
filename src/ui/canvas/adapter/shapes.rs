//! The shapes of the graph: styled by what is highlighted, drawn as far as they are in sight.

use std::sync::Arc;

use egui::{Painter, Rect, Shape, Vec2};
use egui_graphs::{DisplayNode, DrawContext, MetadataFrame, SettingsStyle};

use super::display::TieStyle;
use super::{Accents, Adapter, BoardShapes, Lifted, pos};
use crate::scene::Scene;
use crate::scene::geometry::RING;
use crate::scene::marks::{BoardLook, Emphasis, detail};
use crate::ui::canvas::geometry::tie_reaches_into;
use crate::ui::ink::{Brush, EdgeTexture, ScreenPen};

impl Adapter {
    /// Draws all that rests and reaches into `sight_in_board`, save for faint ties of which there is a picture.
    pub fn resting_shapes(
        &mut self,
        scene: &Scene,
        painter: &Painter,
        zoom: f32,
        sight_in_board: Rect,
        look: BoardLook,
        accents: &Accents,
        lifted: &Lifted,
        has_picture: bool,
    ) -> BoardShapes {
        self.apply_styles(scene, look, accents);
        let ties = (0..scene.ties.len()).filter(|at| !lifted.ties.contains(at));
        let pieces = (0..scene.pieces.len()).filter(|at| !lifted.pieces.contains(at));
        self.shapes(scene, painter, zoom, sight_in_board, has_picture, ties, pieces)
    }

    /// Draws what is under way, as it was styled for [`Self::resting_shapes`].
    pub fn lifted_shapes(
        &mut self,
        scene: &Scene,
        painter: &Painter,
        zoom: f32,
        sight_in_board: Rect,
        lifted: &Lifted,
    ) -> BoardShapes {
        let (ties, pieces) = (lifted.ties.iter().copied(), lifted.pieces.iter().copied());
        self.shapes(scene, painter, zoom, sight_in_board, false, ties, pieces)
    }

    fn shapes(
        &mut self,
        scene: &Scene,
        painter: &Painter,
        zoom: f32,
        sight: Rect,
        has_picture: bool,
        ties: impl Iterator<Item = usize>,
        pieces: impl Iterator<Item = usize>,
    ) -> BoardShapes {
        let style = SettingsStyle::new();
        let mut meta = MetadataFrame::new(None);
        meta.zoom = zoom;
        let context = DrawContext {
            ctx: painter.ctx(),
            painter,
            style: &style,
            is_directed: true,
            meta: &meta,
        };
        let (ties, has_faint_ties) = self.tie_shapes(scene, &context, sight, has_picture, ties);
        BoardShapes {
            ties,
            pieces: self.piece_shapes(scene, &context, sight, pieces),
            has_faint_ties,
        }
    }

    /// Takes back what is not drawn any more, to draw in its room.
    pub fn recycle(&mut self, shapes: BoardShapes) {
        const MOST: usize = 4;
        let meshes = shapes.ties.into_iter().filter_map(|shape| match shape {
            Shape::Mesh(mesh) => Arc::try_unwrap(mesh).ok(),
            _ => None,
        });
        self.spare.extend(meshes);
        // The roomiest are the most worth.
        self.spare
            .sort_by_key(|mesh| std::cmp::Reverse(mesh.vertices.capacity()));
        self.spare.truncate(MOST);
        self.spare.reverse();
    }

    fn find_near(&mut self, scene: &Scene, accents: &Accents) {
        self.near_hovered.clear();
        let pieces = &scene.pieces;
        for tie in scene.ties.iter() {
            let ends = [pieces[tie.from].actor, pieces[tie.to].actor];
            let is_near = accents.hovered_relation == Some(tie.relation)
                || accents.hovered_actor.is_some_and(|actor| ends.contains(&actor));
            if is_near {
                self.near_hovered.extend(ends);
            }
        }
        self.near_hovered.extend(accents.hovered_actor);
    }

    fn apply_styles(&mut self, scene: &Scene, look: BoardLook, accents: &Accents) {
        let has_styles = self
            .styled_for
            .as_ref()
            .is_some_and(|(stamp, own_look, own_accents)| {
                stamp.is_same_build(scene.stamp) && *own_look == look && own_accents == accents
            });
        if has_styles {
            return;
        }
        self.styled_for = Some((scene.stamp, look, accents.clone()));
        self.find_near(scene, accents);
        // Shared: a copy for each of 50,000 ties would be megabytes.
        let style = Arc::new(TieStyle {
            ties: Arc::clone(&self.ties),
            look,
        });
        let look = Arc::new(look);
        let something_is_hovered = accents.has_hovered();
        for (at, piece) in scene.pieces.iter().enumerate() {
            let Some(node) = self.graph.node_mut(self.nodes[at]) else {
                continue;
            };
            let is_near = self.near_hovered.contains(&piece.actor);
            let display = node.display_mut();
            display.look = Some(Arc::clone(&look));
            display.emphasis = if accents.selected_actors.contains(&piece.actor) {
                Emphasis::Selected
            } else if is_near && accents.hovered_actor == Some(piece.actor) {
                Emphasis::Lit
            } else if piece.dimmed {
                Emphasis::Dimmed
            } else if something_is_hovered && !is_near {
                Emphasis::Quiet
            } else {
                Emphasis::Plain
            };
        }
        for (at, tie) in scene.ties.iter().enumerate() {
            let Some(edge) = self.graph.edge_mut(self.edges[at]) else {
                continue;
            };
            let pieces = &scene.pieces;
            let is_hovered = accents.hovered_relation == Some(tie.relation);
            let is_near = accents
                .hovered_actor
                .is_some_and(|actor| pieces[tie.from].actor == actor || pieces[tie.to].actor == actor);
            let display = edge.display_mut();
            display.style = Some(Arc::clone(&style));
            display.is_near = is_near;
            display.emphasis = if accents.selected_relations.contains(&tie.relation) {
                Emphasis::Selected
            } else if is_hovered {
                Emphasis::Lit
            } else if tie.dimmed {
                Emphasis::Dimmed
            } else if something_is_hovered && !is_near {
                Emphasis::Quiet
            } else {
                Emphasis::Plain
            };
        }
    }

    /// All ties in one mesh; those that stand out last, so that they lie on top. Also whether some are faint.
    fn tie_shapes(
        &mut self,
        scene: &Scene,
        context: &DrawContext<'_>,
        sight: Rect,
        has_picture: bool,
        ties: impl Iterator<Item = usize>,
    ) -> (Vec<Shape>, bool) {
        let ppp = context.ctx.pixels_per_point();
        let zoom = context.meta.zoom;
        let sight_on_screen = Rect::from_min_max(
            (sight.min.to_vec2() * zoom).to_pos2(),
            (sight.max.to_vec2() * zoom).to_pos2(),
        );
        let edge_texture = EdgeTexture::of(context.ctx);
        let mut pen = || {
            let spare = self.spare.pop().unwrap_or_default();
            let brush = Brush::within(ppp, sight_on_screen, spare).with_edge_texture(edge_texture);
            ScreenPen::with_brush(context.ctx, brush)
        };
        let (mut below, mut above) = (pen(), pen());
        let in_sight: Vec<usize> = ties
            .filter(|&at| tie_reaches_into(scene, &scene.ties[at], sight))
            .collect();
        let (step, share) = detail::sketch(in_sight.len());
        let is_crowded = detail::strength(in_sight.len()) < 1.0;
        for (nth, at) in in_sight.into_iter().enumerate() {
            let tie = &scene.ties[at];
            let Some(edge) = self.graph.edge(self.edges[at]) else {
                continue;
            };
            let display = edge.display();
            let is_faint = is_crowded && display.is_faint(zoom);
            if is_faint && (has_picture || nth % step != 0) {
                continue;
            }
            let (Some(start), Some(end)) = (
                self.graph.node(self.nodes[tie.from]),
                self.graph.node(self.nodes[tie.to]),
            ) else {
                continue;
            };
            let layer = if stands_out(display.emphasis) {
                &mut above
            } else {
                &mut below
            };
            display.draw(start, end, zoom, layer, if is_faint { share } else { 1.0 });
        }
        let mut shapes = below.into_shapes();
        shapes.append(&mut above.into_shapes());
        (shapes, is_crowded)
    }

    fn piece_shapes(
        &mut self,
        scene: &Scene,
        context: &DrawContext<'_>,
        sight: Rect,
        pieces: impl Iterator<Item = usize>,
    ) -> Vec<Shape> {
        let (mut below, mut above) = (Vec::new(), Vec::new());
        for at in pieces {
            let piece = &scene.pieces[at];
            let reach = piece.radius * (RING + 1.4);
            if !sight.intersects(Rect::from_center_size(pos(piece), Vec2::splat(2.0 * reach))) {
                continue;
            }
            let Some(node) = self.graph.node_mut(self.nodes[at]) else {
                continue;
            };
            let props = node.props().clone();
            let display = node.display_mut();
            display.update(&props);
            let layer = if stands_out(display.emphasis) {
                &mut above
            } else {
                &mut below
            };
            for shape in display.shapes(context) {
                add_shape(layer, shape);
            }
        }
        below.append(&mut above);
        below
    }
}

fn stands_out(emphasis: Emphasis) -> bool {
    matches!(emphasis, Emphasis::Lit | Emphasis::Selected)
}

/// Triangles that follow triangles join them: shapes by the thousand cost more than what is in them.
fn add_shape(shapes: &mut Vec<Shape>, shape: Shape) {
    match (shapes.last_mut(), shape) {
        (Some(Shape::Mesh(last)), Shape::Mesh(mesh)) => Arc::make_mut(last).append_ref(&mesh),
        (_, shape) => shapes.push(shape),
    }
}
