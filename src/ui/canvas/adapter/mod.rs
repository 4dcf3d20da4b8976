//! The board's graph in `egui_graphs`: the only place that knows that library.
//!
//! A view of the scene, never the truth: it is built from a scene, patched when pieces moved, and drawn
//! through the library's display traits with a context of our own. Its widget is not used per frame, because
//! it asks for a repaint every time and lays the pieces out itself.

mod display;
mod shapes;

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Pos2, Shape};
use egui_graphs::{Edge, Graph, Node};
use petgraph::Directed;
use petgraph::stable_graph::{DefaultIx, EdgeIndex, NodeIndex, StableGraph};

use super::CanvasCounts;
use crate::model::{ActorId, RelationId};
use crate::scene::marks::BoardLook;
use crate::scene::{Piece, Scene, SceneStamp, Tie};
use display::{PieceDisplay, TieDisplay};

type BoardGraph = Graph<ActorId, RelationId, Directed, DefaultIx, PieceDisplay, TieDisplay>;
type BoardEdge = Edge<ActorId, RelationId, Directed, DefaultIx, PieceDisplay, TieDisplay>;
type BoardNode = Node<ActorId, RelationId, Directed, DefaultIx, PieceDisplay>;

/// What stands out now.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Accents {
    pub selected_actors: BTreeSet<ActorId>,
    pub selected_relations: BTreeSet<RelationId>,
    pub hovered_actor: Option<ActorId>,
    pub hovered_relation: Option<RelationId>,
}

impl Accents {
    /// Whether this piece is chosen or pointed at.
    pub fn hold(&self, piece: &Piece) -> bool {
        self.hovered_actor == Some(piece.actor) || self.selected_actors.contains(&piece.actor)
    }

    pub fn has_hovered(&self) -> bool {
        self.hovered_actor.is_some() || self.hovered_relation.is_some()
    }
}

/// The graph of one scene, and its shapes as long as they can be used again.
#[derive(Default)]
pub struct Adapter {
    graph: BoardGraph,
    nodes: Vec<NodeIndex>,
    edges: Vec<EdgeIndex>,
    /// Those of the scene, in its order.
    ties: Arc<Vec<Tie>>,
    /// Of the scene that it follows.
    stamp: SceneStamp,
    near_hovered: BTreeSet<ActorId>,
    /// What the graph has its styles for.
    styled_for: Option<(SceneStamp, BoardLook, Accents)>,
    /// Memory of meshes that are no longer drawn, to be used again.
    spare: Vec<Mesh>,
}

/// Pieces that are under way, and their ties: drawn apart from what rests. Positions in the scene.
#[derive(Debug, Default)]
pub struct Lifted {
    pub pieces: BTreeSet<usize>,
    pub ties: BTreeSet<usize>,
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
    /// There are more ties than are drawn here: the rest is faint.
    pub has_faint_ties: bool,
}

impl Adapter {
    /// Follows the scene: patches what moved or looks different, builds anew when others stand on the board.
    pub fn follow(&mut self, scene: &Scene, counts: &mut CanvasCounts) {
        let is_whole = self.nodes.len() == scene.pieces.len();
        let before = std::mem::replace(&mut self.stamp, scene.stamp);
        if is_whole && before.is_same_state(scene.stamp) {
            return;
        }
        if is_whole && before.is_same_build(scene.stamp) {
            counts.graph_patches += 1;
            self.follow_places(scene);
        } else if self.has_same_members(scene) {
            counts.graph_patches += 1;
            self.patch(scene);
        } else {
            counts.graph_builds += 1;
            self.build(scene);
        }
    }

    fn follow_places(&mut self, scene: &Scene) {
        for (&at, piece) in self.nodes.iter().zip(&scene.pieces) {
            if let Some(node) = self.graph.node_mut(at)
                && node.location() != pos(piece)
            {
                set_piece(node, piece);
            }
        }
    }

    /// The pieces of the graph are the only copy that is kept: a second one would be megabytes on a large board.
    fn has_same_members(&self, scene: &Scene) -> bool {
        let is_piece = |(&at, piece): (&NodeIndex, &Piece)| {
            let node = self.graph.node(at);
            node.is_some_and(|node| *node.payload() == piece.actor)
        };
        let is_tie = |(mine, tie): (&Tie, &Tie)| {
            (mine.relation, mine.from, mine.to) == (tie.relation, tie.from, tie.to)
        };
        self.nodes.len() == scene.pieces.len()
            && self.ties.len() == scene.ties.len()
            && self.nodes.iter().zip(&scene.pieces).all(is_piece)
            && self.ties.iter().zip(scene.ties.iter()).all(is_tie)
    }

    fn patch(&mut self, scene: &Scene) {
        for (&at, piece) in self.nodes.iter().zip(&scene.pieces) {
            if let Some(node) = self.graph.node_mut(at)
                && node.display().piece.as_ref() != Some(piece)
            {
                set_piece(node, piece);
            }
        }
        // What a tie looks like it gets when the graph has its styles: of another scene, that is always.
        self.ties = Arc::clone(&scene.ties);
    }

    fn build(&mut self, scene: &Scene) {
        self.graph = BoardGraph::new();
        // Grown step by step it would end with room for twice as many.
        *self.graph.g_mut() = StableGraph::with_capacity(scene.pieces.len(), scene.ties.len());
        self.nodes = scene
            .pieces
            .iter()
            .map(|piece| {
                self.graph
                    .add_node_custom(piece.actor, |node| set_piece(node, piece))
            })
            .collect();
        self.ties = Arc::clone(&scene.ties);
        let numbered = (0u32..).zip(scene.ties.iter());
        self.edges = numbered
            .map(|(at, tie)| {
                // Past the library's own `add_edge`, which searches all parallel edges to fan them out: the
                // scene has given out the lanes already.
                let mut edge = BoardEdge::new(tie.relation);
                edge.display_mut().at = at;
                self.graph
                    .g_mut()
                    .add_edge(self.nodes[tie.from], self.nodes[tie.to], edge)
            })
            .collect();
    }
}

fn set_piece(node: &mut BoardNode, piece: &Piece) {
    node.set_location(pos(piece));
    node.display_mut().piece = Some(piece.clone());
}

fn pos(piece: &Piece) -> Pos2 {
    Pos2::new(piece.pos.x as f32, piece.pos.y as f32)
}
