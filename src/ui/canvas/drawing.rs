//! One frame of the board: draws again only what changed, and hands the rest over as it was.

use std::sync::Arc;

use egui::{Color32, Context, FontId, Galley, Painter, Rect, Shape, Vec2};

use super::adapter::{Accents, Adapter, BoardShapes};
use super::camera::Viewport;
use super::labels::Labels;
use super::look::Look;
use super::{CanvasCounts, Hovered, Overlay, background, draw_overlay};
use crate::model::Background;
use crate::scene::{Scene, Stamp};
use crate::ui::FrameContext;

/// What the drawing remembers.
#[derive(Default)]
pub struct Drawing {
    adapter: Adapter,
    labels: Labels,
    kept: Option<Kept>,
    font_token: Option<Arc<Galley>>,
}

/// Shapes that can be drawn again as long as nothing they depend on changed.
struct Kept {
    stamp: Stamp,
    zoom: f32,
    pixels_per_point: f32,
    look: Look,
    accents: Accents,
    /// The part of the board that was drawn; more than was in sight, so that panning needs no drawing.
    reach_in_board: Rect,
    /// Where the shapes are now.
    origin: Vec2,
    board: BoardShapes,
    labels: Vec<Shape>,
}

impl Drawing {
    pub fn draw(
        &mut self,
        painter: &Painter,
        context: &FrameContext<'_>,
        viewport: &Viewport,
        hovered: Hovered,
        overlay: &Overlay,
        look: Look,
        counts: &mut CanvasCounts,
    ) {
        let scene = context.scene;
        self.notice_fonts(painter.ctx());
        self.adapter.follow(scene, counts);
        let accents = accents(context, hovered);
        let board = &context.constellation().board;
        let picture = board
            .picture
            .as_ref()
            .filter(|_| scene.background == Background::Picture);
        background::background_ui(painter, viewport, scene, &look, context.texts, picture);
        self.refresh(painter, scene, viewport, look, accents, counts);
        if let Some(kept) = &mut self.kept {
            kept.move_to(viewport.origin().to_vec2());
            painter.extend(kept.board.ties.iter().cloned());
        }
        if let Some(issue) = &scene.issue {
            let is_lit = hovered == Hovered::Issue;
            background::issue_ui(painter, viewport, issue, is_lit, &look, context.texts);
        }
        if let Some(kept) = &self.kept {
            painter.extend(kept.board.pieces.iter().cloned());
            painter.extend(kept.labels.iter().cloned());
        }
        draw_overlay::overlay_ui(painter, viewport, scene, overlay, &look);
        if context.constellation().actors.is_empty() && scene.issue.is_none() {
            background::empty_hint_ui(painter, viewport, &look, context.texts);
        }
    }

    /// The names on the board now, and how many were asked for.
    pub fn label_count(&self) -> usize {
        self.labels.count()
    }

    /// Where the name of a piece stands on the screen, when it is shown.
    pub fn label_rect(
        &self,
        scene: &Scene,
        actor: crate::model::ActorId,
        viewport: &Viewport,
    ) -> Option<Rect> {
        let area = self.labels.area_of(scene.piece_index(actor)?)?;
        Some(area.translate(viewport.origin().to_vec2()))
    }

    /// Laid-out text points into the fonts' texture; when that is made anew, all of it is void. The fonts
    /// keep what is asked for every frame, so another answer means other fonts.
    fn notice_fonts(&mut self, ctx: &Context) {
        let token = ctx.fonts_mut(|fonts| {
            fonts.layout_no_wrap("·".to_owned(), FontId::proportional(13.0), Color32::PLACEHOLDER)
        });
        let is_same = self
            .font_token
            .as_ref()
            .is_some_and(|known| Arc::ptr_eq(known, &token));
        if !is_same {
            self.labels.forget_fonts();
            self.kept = None;
        }
        self.font_token = Some(token);
    }

    fn refresh(
        &mut self,
        painter: &Painter,
        scene: &Scene,
        viewport: &Viewport,
        look: Look,
        accents: Accents,
        counts: &mut CanvasCounts,
    ) {
        let (zoom, pixels_per_point) = (viewport.zoom(), viewport.pixels_per_point);
        let sight = viewport.visible_in_board();
        let can_stay = self.kept.as_ref().is_some_and(|kept| {
            kept.stamp.is_same_build(scene.stamp)
                && kept.zoom.to_bits() == zoom.to_bits()
                && kept.pixels_per_point.to_bits() == pixels_per_point.to_bits()
                && kept.look == look
                && kept.accents == accents
                && kept.reach_in_board.contains_rect(sight)
        });
        if can_stay {
            return;
        }
        let needs_labels = self.kept.as_ref().is_none_or(|kept| {
            !kept.stamp.is_same_build(scene.stamp)
                || kept.zoom.to_bits() != zoom.to_bits()
                || kept.look != look
                || kept.accents != accents
        });
        if needs_labels {
            counts.label_layouts += 1;
            self.labels.lay_out(painter.ctx(), scene, zoom, &look, &accents);
        }
        counts.shape_builds += 1;
        let reach_in_board = sight.expand2(sight.size() * 0.3);
        let reach = Rect::from_min_max(
            (reach_in_board.min.to_vec2() * zoom).to_pos2(),
            (reach_in_board.max.to_vec2() * zoom).to_pos2(),
        );
        let board = self.adapter.shapes(painter, zoom, reach_in_board, look, &accents);
        self.kept = Some(Kept {
            stamp: scene.stamp,
            zoom,
            pixels_per_point,
            look,
            labels: self.labels.shapes(scene, reach, &look, pixels_per_point),
            accents,
            reach_in_board,
            origin: Vec2::ZERO,
            board,
        });
    }
}

impl Kept {
    /// Shifts all shapes. In place: last frame's copies are gone by now.
    fn move_to(&mut self, origin: Vec2) {
        let step = origin - self.origin;
        if step == Vec2::ZERO {
            return;
        }
        self.origin = origin;
        let all = self
            .board
            .ties
            .iter_mut()
            .chain(&mut self.board.pieces)
            .chain(&mut self.labels);
        for shape in all {
            // `Shape::translate` would scale text as well, and copy its letters to do so.
            if let Shape::Text(text) = shape {
                text.pos += step;
            } else {
                shape.translate(step);
            }
        }
    }
}

fn accents(context: &FrameContext<'_>, hovered: Hovered) -> Accents {
    let selection = context.selection();
    Accents {
        selected_actors: selection.actors.clone(),
        selected_relations: selection.relations.clone(),
        hovered_actor: hovered.actor(),
        hovered_relation: hovered.relation(),
    }
}
