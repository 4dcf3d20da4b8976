//! The board's graph in `egui_graphs`: the only file that knows that library.
//!
//! A view of the scene, never the truth: it is built from a scene, patched when pieces moved, and drawn
//! through the library's display traits with a context of our own. Its widget is not used per frame, because
//! it asks for a repaint every time and lays the pieces out itself.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Painter, Pos2, Rect, Shape, Vec2};
use egui_graphs::{
    DisplayEdge, DisplayNode, DrawContext, Edge, EdgeProps, Graph, MetadataFrame, Node, NodeProps,
    SettingsStyle,
};
use petgraph::Directed;
use petgraph::stable_graph::{DefaultIx, EdgeIndex, NodeIndex};

use super::look::{Emphasis, Look};
use super::{CanvasCounts, draw_piece, draw_tie};
use crate::model::{ActorId, RelationId};
use crate::scene::geometry::{RING, Xy, curve_between, is_in_piece, rim_point};
use crate::scene::{Piece, Scene, Tie};

use crate::ui::ink::{Brush, crossing};

type Board = Graph<ActorId, RelationId, Directed, DefaultIx, PieceDisplay, TieDisplay>;
type BoardEdge = Edge<ActorId, RelationId, Directed, DefaultIx, PieceDisplay, TieDisplay>;
type BoardNode = Node<ActorId, RelationId, Directed, DefaultIx, PieceDisplay>;

/// How a piece is drawn by the graph library.
#[derive(Clone)]
pub struct PieceDisplay {
    piece: Option<Piece>,
    look: Option<Look>,
    emphasis: Emphasis,
}

impl From<NodeProps<ActorId>> for PieceDisplay {
    fn from(_: NodeProps<ActorId>) -> Self {
        Self {
            piece: None,
            look: None,
            emphasis: Emphasis::default(),
        }
    }
}

impl DisplayNode<ActorId, RelationId, Directed, DefaultIx> for PieceDisplay {
    fn closest_boundary_point(&self, dir: Vec2) -> Pos2 {
        self.piece.as_ref().map_or(Pos2::ZERO, |piece| {
            let heading = Xy::new(dir.x, dir.y).direction().unwrap_or(Xy::new(1.0, 0.0));
            let at = rim_point(piece, heading);
            Pos2::new(at.x, at.y)
        })
    }

    fn shapes(&mut self, ctx: &DrawContext<'_>) -> Vec<Shape> {
        match (&self.piece, &self.look) {
            (Some(piece), Some(look)) => {
                draw_piece::shapes(piece, self.emphasis, look, ctx.meta.zoom, ctx.ctx)
            }
            _ => Vec::new(),
        }
    }

    fn update(&mut self, props: &NodeProps<ActorId>) {
        if let Some(piece) = &mut self.piece {
            let location = props.location();
            piece.pos = crate::model::Point::new(f64::from(location.x), f64::from(location.y));
        }
    }

    fn is_inside(&self, pos: Pos2) -> bool {
        self.piece
            .as_ref()
            .is_some_and(|piece| is_in_piece(piece, Xy::new(pos.x, pos.y)))
    }
}

/// How a tie is drawn by the graph library.
#[derive(Clone)]
pub struct TieDisplay {
    tie: Option<Tie>,
    look: Option<Look>,
    emphasis: Emphasis,
}

impl From<EdgeProps<RelationId>> for TieDisplay {
    fn from(_: EdgeProps<RelationId>) -> Self {
        Self {
            tie: None,
            look: None,
            emphasis: Emphasis::default(),
        }
    }
}

impl TieDisplay {
    /// Onto what is there already: a mesh of its own for each of thousands of ties costs more than drawing it.
    fn draw(&self, start: &BoardNode, end: &BoardNode, zoom: f32, brush: &mut Brush) {
        let (Some(tie), Some(look)) = (&self.tie, &self.look) else {
            return;
        };
        let (Some(from), Some(to)) = (&start.display().piece, &end.display().piece) else {
            return;
        };
        if let Some(curve) = curve_between(from, to, tie) {
            draw_tie::draw(brush, tie, &curve, self.emphasis, look, zoom);
        }
    }
}

impl DisplayEdge<ActorId, RelationId, Directed, DefaultIx, PieceDisplay> for TieDisplay {
    fn shapes(&mut self, start: &BoardNode, end: &BoardNode, ctx: &DrawContext<'_>) -> Vec<Shape> {
        let mut brush = Brush::new(ctx.ctx.pixels_per_point());
        self.draw(start, end, ctx.meta.zoom, &mut brush);
        vec![Shape::mesh(brush.mesh)]
    }

    fn update(&mut self, _: &EdgeProps<RelationId>) {}

    fn is_inside(&self, start: &BoardNode, end: &BoardNode, pos: Pos2) -> bool {
        const NEAR: f32 = 5.0;
        let (Some(tie), Some(from), Some(to)) = (&self.tie, &start.display().piece, &end.display().piece)
        else {
            return false;
        };
        curve_between(from, to, tie)
            .is_some_and(|curve| curve.distance(Xy::new(pos.x, pos.y)) <= NEAR + tie.width / 2.0)
    }
}

/// What stands out now.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accents {
    pub selected_actors: BTreeSet<ActorId>,
    pub selected_relations: BTreeSet<RelationId>,
    pub hovered_actor: Option<ActorId>,
    pub hovered_relation: Option<RelationId>,
}

/// The graph of one scene, and its shapes as long as they can be used again.
#[derive(Default)]
pub struct Adapter {
    graph: Board,
    nodes: Vec<NodeIndex>,
    edges: Vec<EdgeIndex>,
    scene: Scene,
    near_hovered: BTreeSet<ActorId>,
    /// Room of meshes that are drawn no more.
    spare: Vec<Mesh>,
}

/// Pieces that are under way, and their ties: drawn apart from what rests. Positions in the scene.
#[derive(Debug, Default)]
pub struct Lifted {
    pub pieces: BTreeSet<usize>,
    ties: BTreeSet<usize>,
}

impl Lifted {
    pub fn new(scene: &Scene, pieces: BTreeSet<usize>) -> Self {
        let touches = |tie: &Tie| pieces.contains(&tie.from) || pieces.contains(&tie.to);
        let all = scene.ties.iter().enumerate();
        let ties = all.filter(|(_, tie)| touches(tie)).map(|(at, _)| at).collect();
        Self { pieces, ties }
    }
}

/// Shapes in points with the board's (0, 0) at (0, 0).
#[derive(Default)]
pub struct BoardShapes {
    pub ties: Vec<Shape>,
    pub pieces: Vec<Shape>,
}

impl Adapter {
    /// Follows the scene: patches what moved or looks different, builds anew when others stand on the board.
    pub fn follow(&mut self, scene: &Scene, counts: &mut CanvasCounts) {
        let is_whole = self.nodes.len() == scene.pieces.len();
        if is_whole && self.scene.stamp.is_same_state(scene.stamp) {
            return;
        }
        if is_whole && self.scene.stamp.is_same_build(scene.stamp) {
            counts.graph_patches += 1;
            self.follow_places(scene);
            return;
        }
        if self.has_same_members(scene) {
            counts.graph_patches += 1;
            self.patch(scene);
        } else {
            counts.graph_builds += 1;
            self.build(scene);
        }
        self.scene.clone_from(scene);
    }

    fn follow_places(&mut self, scene: &Scene) {
        self.scene.stamp = scene.stamp;
        for (at, (mine, piece)) in self.scene.pieces.iter_mut().zip(&scene.pieces).enumerate() {
            if mine.pos == piece.pos {
                continue;
            }
            mine.pos = piece.pos;
            if let Some(node) = self.graph.node_mut(self.nodes[at]) {
                set_piece(node, piece);
            }
        }
    }

    fn has_same_members(&self, scene: &Scene) -> bool {
        let mine = &self.scene;
        mine.pieces.len() == scene.pieces.len()
            && mine.ties.len() == scene.ties.len()
            && mine
                .pieces
                .iter()
                .zip(&scene.pieces)
                .all(|(a, b)| a.actor == b.actor)
            && mine
                .ties
                .iter()
                .zip(&scene.ties)
                .all(|(a, b)| (a.relation, a.from, a.to) == (b.relation, b.from, b.to))
    }

    fn patch(&mut self, scene: &Scene) {
        for (at, (old, new)) in self.scene.pieces.iter().zip(&scene.pieces).enumerate() {
            if old != new
                && let Some(node) = self.graph.node_mut(self.nodes[at])
            {
                set_piece(node, new);
            }
        }
        for (at, (old, new)) in self.scene.ties.iter().zip(&scene.ties).enumerate() {
            if old != new
                && let Some(edge) = self.graph.edge_mut(self.edges[at])
            {
                edge.display_mut().tie = Some(new.clone());
            }
        }
    }

    fn build(&mut self, scene: &Scene) {
        self.graph = Board::new();
        self.nodes = scene
            .pieces
            .iter()
            .map(|piece| {
                self.graph
                    .add_node_custom(piece.actor, |node| set_piece(node, piece))
            })
            .collect();
        self.edges = scene
            .ties
            .iter()
            .map(|tie| {
                // Past the library's own `add_edge`, which searches all parallel edges to fan them out: the
                // scene has given out the lanes already.
                let mut edge = BoardEdge::new(tie.relation);
                edge.display_mut().tie = Some(tie.clone());
                self.graph
                    .g_mut()
                    .add_edge(self.nodes[tie.from], self.nodes[tie.to], edge)
            })
            .collect();
    }

    /// Draws all that rests and reaches into `sight_in_board`.
    pub fn resting_shapes(
        &mut self,
        painter: &Painter,
        zoom: f32,
        sight_in_board: Rect,
        look: Look,
        accents: &Accents,
        lifted: &Lifted,
    ) -> BoardShapes {
        self.find_near(accents);
        self.dress(look, accents);
        let ties = (0..self.scene.ties.len()).filter(|at| !lifted.ties.contains(at));
        let pieces = (0..self.scene.pieces.len()).filter(|at| !lifted.pieces.contains(at));
        self.shapes(painter, zoom, sight_in_board, ties, pieces)
    }

    /// Draws what is under way, as it was dressed for [`Self::resting_shapes`].
    pub fn lifted_shapes(
        &mut self,
        painter: &Painter,
        zoom: f32,
        sight_in_board: Rect,
        lifted: &Lifted,
    ) -> BoardShapes {
        let (ties, pieces) = (lifted.ties.iter().copied(), lifted.pieces.iter().copied());
        self.shapes(painter, zoom, sight_in_board, ties, pieces)
    }

    fn shapes(
        &mut self,
        painter: &Painter,
        zoom: f32,
        sight: Rect,
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
        BoardShapes {
            ties: self.tie_shapes(&context, sight, ties),
            pieces: self.piece_shapes(&context, sight, pieces),
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

    fn find_near(&mut self, accents: &Accents) {
        self.near_hovered.clear();
        let pieces = &self.scene.pieces;
        for tie in &self.scene.ties {
            let ends = [pieces[tie.from].actor, pieces[tie.to].actor];
            let is_near = accents.hovered_relation == Some(tie.relation)
                || accents.hovered_actor.is_some_and(|actor| ends.contains(&actor));
            if is_near {
                self.near_hovered.extend(ends);
            }
        }
        self.near_hovered.extend(accents.hovered_actor);
    }

    fn dress(&mut self, look: Look, accents: &Accents) {
        let something_is_hovered = accents.hovered_actor.is_some() || accents.hovered_relation.is_some();
        for (at, piece) in self.scene.pieces.iter().enumerate() {
            let Some(node) = self.graph.node_mut(self.nodes[at]) else {
                continue;
            };
            let is_near = self.near_hovered.contains(&piece.actor);
            let display = node.display_mut();
            display.look = Some(look);
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
        for (at, tie) in self.scene.ties.iter().enumerate() {
            let Some(edge) = self.graph.edge_mut(self.edges[at]) else {
                continue;
            };
            let pieces = &self.scene.pieces;
            let is_hovered = accents.hovered_relation == Some(tie.relation);
            let is_near = accents
                .hovered_actor
                .is_some_and(|actor| pieces[tie.from].actor == actor || pieces[tie.to].actor == actor);
            let display = edge.display_mut();
            display.look = Some(look);
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

    /// All ties in one mesh; those that stand out last, so that they lie on top.
    fn tie_shapes(
        &mut self,
        context: &DrawContext<'_>,
        sight: Rect,
        ties: impl Iterator<Item = usize>,
    ) -> Vec<Shape> {
        let ppp = context.ctx.pixels_per_point();
        let zoom = context.meta.zoom;
        let sight_on_screen = Rect::from_min_max(
            (sight.min.to_vec2() * zoom).to_pos2(),
            (sight.max.to_vec2() * zoom).to_pos2(),
        );
        let mut brush = || Brush::within(ppp, sight_on_screen, self.spare.pop().unwrap_or_default());
        let (mut below, mut above) = (brush(), brush());
        for at in ties {
            let tie = &self.scene.ties[at];
            let (from, to) = (&self.scene.pieces[tie.from], &self.scene.pieces[tie.to]);
            let reach = 24.0 + 32.0 * tie.lane.abs() + if tie.is_loop() { from.radius * 4.0 } else { 0.0 };
            let area = sight.expand(reach);
            let is_near = if tie.is_loop() {
                area.contains(pos(from))
            } else {
                crossing(pos(from), pos(to), area).is_some()
            };
            if !is_near {
                continue;
            }
            let (Some(edge), Some(start), Some(end)) = (
                self.graph.edge(self.edges[at]),
                self.graph.node(self.nodes[tie.from]),
                self.graph.node(self.nodes[tie.to]),
            ) else {
                continue;
            };
            let display = edge.display();
            let layer = if stands_out(display.emphasis) {
                &mut above
            } else {
                &mut below
            };
            display.draw(start, end, zoom, layer);
        }
        [below.mesh, above.mesh]
            .into_iter()
            .filter(|mesh| !mesh.is_empty())
            .map(Shape::mesh)
            .collect()
    }

    fn piece_shapes(
        &mut self,
        context: &DrawContext<'_>,
        sight: Rect,
        pieces: impl Iterator<Item = usize>,
    ) -> Vec<Shape> {
        let (mut below, mut above) = (Vec::new(), Vec::new());
        for at in pieces {
            let piece = &self.scene.pieces[at];
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

fn set_piece(node: &mut BoardNode, piece: &Piece) {
    node.set_location(pos(piece));
    node.display_mut().piece = Some(piece.clone());
}

fn pos(piece: &Piece) -> Pos2 {
    Pos2::new(piece.pos.x as f32, piece.pos.y as f32)
}
