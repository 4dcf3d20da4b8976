//! One frame of the board: draws again only what changed, and hands the rest over as it was.

use std::sync::Arc;

use egui::{Color32, Context, FontId, Galley, Painter, Rect, Vec2};

use super::adapter::{Accents, Adapter, Lifted};
use super::camera::Viewport;
use super::draw_hull::Hulls;
use super::faint_ties::FaintTies;
use super::kept_shapes::{DrawnLayer, KeptShapes, on_screen};
use super::labels::Labels;
use super::{CanvasCounts, Hovered, Overlay, background, draw_overlay};
use crate::i18n::Texts;
use crate::model::Background;
use crate::scene::Scene;
use crate::scene::labels::Patience;
use crate::scene::marks::{BoardLook, IssueCard, NameBounds, ZoneSpots};
use crate::ui::FrameContext;

/// With more ties under way than this, the picture of faint ties shows too many where they are not.
const MOST_LIFTED: usize = 3000;

/// Where names may stand, in board units; nowhere but on the board before all of it was seen.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct BoundsInBoard {
    pub within: Option<Rect>,
    pub covered: Option<Rect>,
}

impl BoundsInBoard {
    fn at(self, scene: &Scene, zoom: f32) -> NameBounds {
        let area =
            |rect: Rect| [rect.left(), rect.top(), rect.right(), rect.bottom()].map(|side| side * zoom);
        let of_board = NameBounds::of_board(scene, zoom);
        NameBounds {
            within: self.within.map_or(of_board.within, area),
            covered: self.covered.map(area),
            ..of_board
        }
    }
}

/// What the drawing remembers.
#[derive(Default)]
pub struct Drawing {
    adapter: Adapter,
    faint_ties: FaintTies,
    labels: Labels,
    hulls: Hulls,
    kept: Option<KeptShapes>,
    /// Where names may stand.
    bounds: BoundsInBoard,
    font_token: Option<Arc<Galley>>,
}

impl Drawing {
    pub fn draw(
        &mut self,
        painter: &Painter,
        context: &FrameContext<'_>,
        viewport: &Viewport,
        hovered: Hovered,
        overlay: &Overlay,
        look: BoardLook,
        patience: &Patience,
        over_ties: impl FnOnce(&Painter),
        counts: &mut CanvasCounts,
    ) {
        let scene = context.scene;
        self.notice_fonts(painter.ctx());
        self.adapter.follow(scene, counts);
        if !context.document.is_in_gesture() && self.labels.fetch() {
            self.kept = None;
        }
        let accents = accents(context, hovered);
        let has_picture = self.faint_ties.fetch(painter.ctx(), context, counts);
        let is_under_way = context.document.is_in_gesture();
        let texts = context.texts;
        // First names find their places: those of zones lie under all.
        self.refresh(
            painter,
            scene,
            viewport,
            look,
            accents,
            has_picture,
            is_under_way,
            (texts, patience),
            counts,
        );
        let board = &context.constellation().board;
        let picture = board
            .picture
            .as_ref()
            .filter(|_| scene.background == Background::Picture);
        let zones = self.labels.zones();
        background::background_ui(painter, viewport, scene, (&look, texts), zones, picture);
        self.hulls.outlines_ui(painter, scene, viewport, &look);
        self.faint_ties_ui(painter, context, viewport, look, is_under_way);
        if let Some(kept) = &mut self.kept {
            kept.move_to(viewport.origin().to_vec2());
            for layer in kept.layers() {
                painter.extend(layer.board.ties.iter().cloned());
            }
        }
        over_ties(painter);
        if let Some(issue) = &scene.issue {
            let card = IssueCard::new(issue, &look, viewport.zoom(), texts);
            background::issue_ui(painter, viewport, &card, hovered == Hovered::Issue, &look);
        }
        if let Some(kept) = &self.kept {
            for layer in kept.layers() {
                painter.extend(layer.board.pieces.iter().cloned());
            }
            for layer in kept.layers() {
                painter.extend(layer.labels.iter().cloned());
            }
        }
        let labels = |at| self.labels.area_of(scene, at, viewport.zoom());
        self.hulls.names_ui(painter, scene, viewport, &look, labels);
        let origin = viewport.origin().to_vec2();
        let names = |part: Rect| {
            let found = self
                .labels
                .areas_in(scene, viewport.zoom(), part.translate(-origin));
            found.map(|area| area.translate(origin)).collect()
        };
        draw_overlay::overlay_ui(painter, viewport, scene, overlay, &look, names);
        if context.constellation().actors.is_empty() && scene.issue.is_none() {
            background::empty_hint_ui(painter, viewport, &look, context.texts);
        }
    }

    /// Below all other ties.
    fn faint_ties_ui(
        &mut self,
        painter: &Painter,
        context: &FrameContext<'_>,
        viewport: &Viewport,
        look: BoardLook,
        is_under_way: bool,
    ) {
        let Some(kept) = &self.kept else { return };
        if !kept.resting.board.has_faint_ties {
            self.faint_ties.forget();
            return;
        }
        self.faint_ties
            .ask(painter.ctx(), context, viewport, &look, is_under_way);
        if kept.has_picture {
            painter.extend(self.faint_ties.shape(viewport, kept.accents.has_hovered()));
        }
    }

    /// What will lie over the board in this frame: names of groups go elsewhere where they can.
    pub fn keep_names_clear_of(&mut self, covered: Option<Rect>) {
        self.hulls.covered = covered;
    }

    /// Where names may stand from this frame on. Other bounds are another look at the whole.
    pub fn keep_names_within(&mut self, bounds: BoundsInBoard) {
        if self.bounds != bounds {
            self.bounds = bounds;
            self.labels.forget_places();
            self.kept = None;
        }
    }

    /// Size of the letters of names, in points.
    pub fn letters(&self) -> f32 {
        self.labels.letters()
    }

    pub fn is_on_its_way(&self) -> bool {
        let is_exact = |kept: &KeptShapes| !kept.is_stretched && !kept.names_went_along;
        self.labels.is_searching()
            || self.faint_ties.is_wanting()
            || !self.kept.as_ref().is_some_and(is_exact)
    }

    pub fn is_placing_names(&self) -> bool {
        self.labels.is_searching()
    }

    /// The outlines around groups on the board now.
    pub fn hull_count(&self) -> usize {
        self.hulls.count()
    }

    /// Names get their places as if they had never stood anywhere.
    pub fn forget_places(&mut self) {
        self.labels.forget_places();
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
        let at = scene.piece_index(actor)?;
        let area = self.labels.area_of(scene, at, viewport.zoom())?;
        Some(area.translate(viewport.origin().to_vec2()))
    }

    /// Whether a name of an actor or of a group reaches into a part of the board, in points with the board's (0, 0) at
    /// (0, 0).
    pub fn has_name_in(&self, scene: &Scene, zoom: f32, part: Rect) -> bool {
        self.labels.areas_in(scene, zoom, part).next().is_some() || self.hulls.has_name_in(part)
    }

    /// Where the names of zones stand.
    pub fn zones(&self) -> &ZoneSpots {
        self.labels.zones()
    }

    /// Whether all of the name of an actor is on the board.
    pub fn has_whole_name(&self, scene: &Scene, actor: crate::model::ActorId) -> bool {
        let at = scene.piece_index(actor);
        at.is_some_and(|at| self.labels.is_whole(at))
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
            self.hulls.forget();
            self.kept = None;
        }
        self.font_token = Some(token);
    }

    /// While a gesture is under way, pieces that move are lifted out of what rests: a step of the hand then
    /// draws only them, their ties and their names, which keep their sides. When it ends everything gets its
    /// place anew.
    fn refresh(
        &mut self,
        painter: &Painter,
        scene: &Scene,
        viewport: &Viewport,
        look: BoardLook,
        accents: Accents,
        mut has_picture: bool,
        is_under_way: bool,
        texts: (Texts, &Patience),
        counts: &mut CanvasCounts,
    ) {
        let (zoom, pixels_per_point) = (viewport.zoom(), viewport.pixels_per_point);
        let sight = viewport.visible_in_board();
        let mut lifted = Lifted::default();
        let mut needs_labels = true;
        let mut is_zooming = false;
        // While the zoom changes nobody reads: names go along until the view rests.
        let may_names_go_along = self.labels.will_do(sight, zoom);
        let mut names_go_along = false;
        let has_changed = self
            .kept
            .as_ref()
            .is_some_and(|kept| !kept.stamp.is_same_state(scene.stamp) || !kept.lifted.pieces.is_empty());
        if let Some(kept) = &mut self.kept {
            // What is under way in the crowd leaves its place in the picture, where nobody sees it; a crowd does not.
            has_picture &= kept.lifted.ties.len() <= MOST_LIFTED;
            is_zooming = kept.zoom.to_bits() != zoom.to_bits();
            let is_same_look = kept.look == look && kept.accents == accents;
            let can_be_kept = is_same_look
                && kept.has_picture == has_picture
                && kept.pixels_per_point.to_bits() == pixels_per_point.to_bits()
                && kept.reach_in_board.contains_rect(sight);
            let is_same_state = kept.stamp.is_same_state(scene.stamp);
            let nothing_moved = is_same_state && kept.lifted.pieces.is_empty();
            if can_be_kept && nothing_moved && !is_under_way && may_names_go_along {
                if is_zooming && kept.can_be_stretched_to(zoom) {
                    counts.stretches += 1;
                    kept.stretch_to(zoom, viewport.origin().to_vec2(), scene, &self.labels);
                    painter.ctx().request_repaint();
                    return;
                }
                if !is_zooming && kept.names_went_along && !kept.is_stretched {
                    let reach = kept.reach_in_board;
                    self.place_names(painter, scene, zoom, reach, &look, &accents, texts, counts);
                    if let Some(kept) = &mut self.kept {
                        kept.draw_names(scene, &self.labels);
                        kept.names_went_along = false;
                    }
                    return;
                }
            }
            let is_exact = !is_zooming && !kept.is_stretched && !kept.names_went_along;
            let can_stay = can_be_kept && is_exact;
            let can_lift = is_under_way && kept.stamp.is_same_build(scene.stamp);
            if can_stay && is_same_state && (is_under_way || kept.lifted.pieces.is_empty()) {
                return;
            }
            if can_lift {
                let has_new = kept.lift_what_moved(scene);
                if can_stay && !has_new {
                    kept.stamp = scene.stamp;
                    kept.draw_moving(painter, scene, &mut self.adapter, &self.labels, counts);
                    return;
                }
                lifted = std::mem::take(&mut kept.lifted);
            }
            names_go_along = may_names_go_along
                && is_same_look
                && nothing_moved
                && !is_under_way
                && (is_zooming || kept.is_stretched);
            needs_labels = !(is_same_look && is_exact && (can_lift || nothing_moved)) && !names_go_along;
        }
        if names_go_along {
            painter.ctx().request_repaint();
        }
        // What lies around would be drawn for one frame only.
        let around = if is_zooming { 0.1 } else { 0.2 };
        let reach_in_board = sight.expand2(sight.size() * around);
        // After a step that is done names stand as they would on opening what is there now. While it is under way they
        // stay on their side.
        if !is_under_way && !names_go_along && has_changed {
            self.labels.forget_places();
        }
        if needs_labels || !names_go_along && !self.labels.covers(reach_in_board) {
            self.place_names(
                painter,
                scene,
                zoom,
                reach_in_board,
                &look,
                &accents,
                texts,
                counts,
            );
        }
        counts.shape_builds += 1;
        if let Some(kept) = self.kept.take() {
            self.adapter.recycle(kept.resting.board);
            self.adapter.recycle(kept.moving.board);
        }
        let rests = |at: usize| !lifted.pieces.contains(&at);
        let adapter = &mut self.adapter;
        let resting = DrawnLayer {
            board: adapter.resting_shapes(
                scene,
                painter,
                zoom,
                reach_in_board,
                look,
                &accents,
                &lifted,
                has_picture,
            ),
            labels: self.labels.shapes(
                scene,
                zoom,
                on_screen(reach_in_board, zoom),
                &look,
                pixels_per_point,
                names_go_along,
                rests,
            ),
        };
        let mut kept = KeptShapes {
            stamp: scene.stamp,
            zoom,
            pixels_per_point,
            look,
            accents,
            has_picture,
            reach_in_board,
            drawn_zoom: zoom,
            is_stretched: false,
            names_went_along: names_go_along,
            origin: Vec2::ZERO,
            resting,
            places: scene.pieces.iter().map(|piece| piece.pos).collect(),
            lifted,
            moving: DrawnLayer::default(),
        };
        if !kept.lifted.pieces.is_empty() {
            kept.draw_moving(painter, scene, &mut self.adapter, &self.labels, counts);
        }
        self.kept = Some(kept);
    }
}

impl Drawing {
    fn place_names(
        &mut self,
        painter: &Painter,
        scene: &Scene,
        zoom: f32,
        reach_in_board: Rect,
        look: &BoardLook,
        accents: &Accents,
        (texts, patience): (Texts, &Patience),
        counts: &mut CanvasCounts,
    ) {
        counts.label_layouts += 1;
        let ctx = painter.ctx();
        let bounds = self.bounds.at(scene, zoom);
        self.labels.lay_out(
            ctx,
            scene,
            zoom,
            reach_in_board,
            &bounds,
            (look, texts, patience),
            accents,
        );
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
