//! The display traits of the graph library for our pieces and ties: how each is drawn, and where it is hit.

use std::sync::Arc;

use egui::{Pos2, Shape, Vec2};
use egui_graphs::{DisplayEdge, DisplayNode, DrawContext, EdgeProps, NodeProps};
use petgraph::Directed;
use petgraph::stable_graph::DefaultIx;

use super::BoardNode;
use crate::model::{ActorId, RelationId};
use crate::scene::geometry::{Xy, curve_between, is_in_piece, rim_point};
use crate::scene::marks::{BoardLook, Emphasis, detail, draw_piece, draw_tie};
use crate::scene::{Piece, Tie};
use crate::ui::ink::ScreenPen;

/// How a piece is drawn by the graph library.
#[derive(Clone)]
pub struct PieceDisplay {
    pub(super) piece: Option<Piece>,
    pub(super) look: Option<Arc<BoardLook>>,
    pub(super) emphasis: Emphasis,
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
                let mut pen = ScreenPen::new(ctx.ctx);
                draw_piece(&mut pen, piece, self.emphasis, look, ctx.meta.zoom);
                pen.into_shapes()
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

/// What all ties are drawn with: those of the scene, and how the board looks now.
pub(super) struct TieStyle {
    pub ties: Arc<Vec<Tie>>,
    pub look: BoardLook,
}

/// How a tie is drawn by the graph library. The tie itself is the scene's: a copy in each of 50,000 would be
/// megabytes.
#[derive(Clone)]
pub struct TieDisplay {
    /// `None` until the graph has its styles.
    pub(super) style: Option<Arc<TieStyle>>,
    /// Position in [`TieStyle::ties`].
    pub(super) at: u32,
    pub(super) emphasis: Emphasis,
    /// At what the hand points at: never faint.
    pub(super) is_near: bool,
}

impl From<EdgeProps<RelationId>> for TieDisplay {
    fn from(_: EdgeProps<RelationId>) -> Self {
        Self {
            style: None,
            at: 0,
            emphasis: Emphasis::default(),
            is_near: false,
        }
    }
}

impl TieDisplay {
    fn tie(&self) -> Option<(&Tie, &BoardLook)> {
        let style = self.style.as_ref()?;
        Some((style.ties.get(self.at as usize)?, &style.look))
    }

    /// Whether it is one of the crowd when there are too many to draw each.
    pub(super) fn is_faint(&self, zoom: f32) -> bool {
        let is_thin = |(tie, look): (&Tie, &BoardLook)| detail::is_plain(tie, self.emphasis, look, zoom);
        !self.is_near && self.tie().is_some_and(is_thin)
    }

    /// Onto what is there already: a mesh of its own for each of thousands of ties costs more than drawing it.
    pub(super) fn draw(
        &self,
        start: &BoardNode,
        end: &BoardNode,
        zoom: f32,
        pen: &mut ScreenPen<'_>,
        strength: f32,
    ) {
        let Some((tie, look)) = self.tie() else {
            return;
        };
        let (Some(from), Some(to)) = (&start.display().piece, &end.display().piece) else {
            return;
        };
        if let Some(curve) = curve_between(from, to, tie) {
            draw_tie(pen, tie, &curve, self.emphasis, look, zoom, strength);
        }
    }
}

impl DisplayEdge<ActorId, RelationId, Directed, DefaultIx, PieceDisplay> for TieDisplay {
    fn shapes(&mut self, start: &BoardNode, end: &BoardNode, ctx: &DrawContext<'_>) -> Vec<Shape> {
        let mut pen = ScreenPen::new(ctx.ctx);
        self.draw(start, end, ctx.meta.zoom, &mut pen, 1.0);
        pen.into_shapes()
    }

    fn update(&mut self, _: &EdgeProps<RelationId>) {}

    fn is_inside(&self, start: &BoardNode, end: &BoardNode, pos: Pos2) -> bool {
        const NEAR: f32 = 5.0;
        let (Some((tie, _)), Some(from), Some(to)) =
            (self.tie(), &start.display().piece, &end.display().piece)
        else {
            return false;
        };
        curve_between(from, to, tie)
            .is_some_and(|curve| curve.distance(Xy::new(pos.x, pos.y)) <= NEAR + tie.width / 2.0)
    }
}
