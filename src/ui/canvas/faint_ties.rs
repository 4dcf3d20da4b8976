//! The faint ties of a dense board as one picture: painted beside the interface, kept while the view moves.
//!
//! As triangles, tens of thousands of ties take tens of megabytes in what draws them; as a picture painted in
//! every frame they take a quarter of a second. So a job paints them for the view as it rests. While the view
//! moves, the picture is moved and stretched along, which costs two triangles.

use std::sync::Arc;

use egui::epaint::Mesh;
use egui::{Color32, ColorImage, Context, Pos2, Rect, Shape, TextureHandle, TextureOptions, pos2};

use super::CanvasCounts;
use super::camera::Viewport;
use super::geometry::tie_reaches_into;
use crate::jobs::{Latest, Outcome};
use crate::scene::geometry::tie_curve;
use crate::scene::marks::{BoardLook, Emphasis, detail, tie_ink};
use crate::scene::{Scene, SceneStamp};
use crate::ui::FrameContext;
use crate::ui::ink::{LineDensity, crossing};
use crate::ui::widgets::colour;

/// A larger picture is painted coarser.
const MOST_TEXELS: f32 = 3e6;
/// While the view moves no eye sees how fine it is.
const MOST_TEXELS_MOVING: f32 = 4e5;
/// How far a picture reaches beyond what is in sight, as a share of that.
const AROUND: f32 = 0.3;
/// When less than this share is left around what is in sight, the next picture is asked for.
const LEAST_AROUND: f32 = 0.08;
/// A picture that is stretched or shrunk more than this is not worth showing for long.
const MOST_STRETCH: f32 = 1.6;

/// How much of it shows while something else is pointed at.
const QUIET: f32 = 0.4;

type Painted = Option<(ColorImage, Rect)>;

struct FaintRequest {
    density: LineDensity,
    pixels_per_point: f32,
    most_side: usize,
    most_texels: f32,
}

/// What a picture was painted for.
#[derive(Clone, Copy)]
struct Wish {
    document: u64,
    stamp: SceneStamp,
    zoom: f32,
    pixels_per_point: f32,
    look: BoardLook,
    /// The part of the board that it shows.
    reach_in_board: Rect,
    is_coarse: bool,
}

struct FaintPicture {
    wish: Wish,
    /// In points with the board's (0, 0) at (0, 0), at the zoom that was wished for.
    area: Rect,
    texture: Option<TextureHandle>,
}

#[derive(Default)]
pub struct FaintTies {
    painter: Option<Latest<FaintRequest, Painted>>,
    under_way: Option<Wish>,
    picture: Option<FaintPicture>,
    /// Of the last frame.
    zoom: f32,
    /// For one frame at least.
    is_at_rest: bool,
    /// A better picture is wanted than there is.
    is_wanting: bool,
}

impl FaintTies {
    /// Takes what the job painted. Returns whether there is a picture of this document to show.
    pub fn fetch(&mut self, ctx: &Context, context: &FrameContext<'_>, counts: &mut CanvasCounts) -> bool {
        let document = context.document.serial();
        if let Some(outcome) = self.painter.as_ref().and_then(Latest::poll)
            && let Some(wish) = self.under_way.take()
        {
            match outcome {
                Outcome::Done(painted) => {
                    counts.faint_pictures += 1;
                    self.hang(ctx, wish, painted);
                }
                Outcome::Panicked(text) => {
                    log::error!("faint ties were not painted: {text}");
                    // Asked for again it would fail again, frame after frame.
                    self.hang(ctx, wish, None);
                }
            }
        }
        if self
            .picture
            .as_ref()
            .is_some_and(|picture| picture.wish.document != document)
        {
            self.picture = None;
        }
        self.picture.is_some()
    }

    fn hang(&mut self, ctx: &Context, wish: Wish, painted: Painted) {
        let known = self.picture.take().and_then(|picture| picture.texture);
        let (area, texture) = match painted {
            None => (Rect::NOTHING, None),
            Some((image, area)) => {
                let texture = match known {
                    Some(mut handle) => {
                        handle.set(image, TextureOptions::LINEAR);
                        handle
                    }
                    None => ctx.load_texture("faint-ties", image, TextureOptions::LINEAR),
                };
                (area, Some(texture))
            }
        };
        self.picture = Some(FaintPicture { wish, area, texture });
    }

    pub fn is_wanting(&self) -> bool {
        self.is_wanting
    }

    /// There are fewer ties in sight now.
    pub fn forget(&mut self) {
        if self.under_way.take().is_some()
            && let Some(painter) = &self.painter
        {
            painter.cancel();
        }
        (self.picture, self.is_wanting) = (None, false);
    }

    /// Asks for another picture where the one at hand will not do. Never while pieces are under way: their ties
    /// are drawn apart, and where one of thousands was shows for nobody.
    pub fn ask(
        &mut self,
        ctx: &Context,
        context: &FrameContext<'_>,
        viewport: &Viewport,
        look: &BoardLook,
        is_under_way: bool,
    ) {
        let is_moving = self.zoom.to_bits() != viewport.zoom().to_bits();
        let has_come_to_rest = !is_moving && !self.is_at_rest;
        self.zoom = viewport.zoom();
        self.is_at_rest = !is_moving;
        if is_moving || has_come_to_rest {
            // What moves comes to rest in some frame, and that must come. In the first such frame names find their
            // places: gathering ties waits for the next.
            ctx.request_repaint();
        }
        self.is_wanting = true;
        if self.under_way.is_some() || is_under_way || has_come_to_rest {
            return;
        }
        let sight = viewport.visible_in_board();
        let wish = Wish {
            document: context.document.serial(),
            stamp: context.scene.stamp,
            zoom: viewport.zoom(),
            pixels_per_point: viewport.pixels_per_point,
            look: *look,
            reach_in_board: sight.expand2(sight.size() * AROUND),
            is_coarse: is_moving,
        };
        let will_do = |picture: &FaintPicture| {
            if is_moving {
                picture.wish.can_be_stretched_to(&wish, sight)
            } else {
                picture.wish.is_as_good_as(&wish, sight)
            }
        };
        if self.picture.as_ref().is_some_and(will_do) {
            self.is_wanting = is_moving;
            return;
        }
        let request = FaintRequest {
            density: density(context.scene, &wish),
            pixels_per_point: wish.pixels_per_point,
            most_side: ctx.input(|input| input.max_texture_side),
            most_texels: if is_moving {
                MOST_TEXELS_MOVING
            } else {
                MOST_TEXELS
            },
        };
        let painter = self.painter.get_or_insert_with(|| {
            let ctx = ctx.clone();
            let wake = Arc::new(move || ctx.request_repaint());
            Latest::new("faint-ties", wake, |request: FaintRequest, _| {
                Ok(request
                    .density
                    .picture(request.pixels_per_point, request.most_side, request.most_texels))
            })
        });
        painter.request(request);
        self.under_way = Some(wish);
    }

    /// The picture where it belongs now. When something else is pointed at, it steps back as those ties would.
    pub fn shape(&self, viewport: &Viewport, is_quiet: bool) -> Option<Shape> {
        let picture = self.picture.as_ref()?;
        let mut mesh = Mesh::with_texture(picture.texture.as_ref()?.id());
        let stretch = viewport.zoom() / picture.wish.zoom;
        let on_screen = |at: Pos2| viewport.origin() + at.to_vec2() * stretch;
        let area = Rect::from_min_max(on_screen(picture.area.min), on_screen(picture.area.max));
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
        let strength = if is_quiet { QUIET } else { 1.0 };
        mesh.add_rect_with_uv(area, whole, Color32::WHITE.gamma_multiply(strength));
        Some(Shape::Mesh(Arc::new(mesh)))
    }
}

impl Wish {
    fn is_as_good_as(&self, other: &Self, sight: Rect) -> bool {
        !self.is_coarse
            && self.stamp.is_same_state(other.stamp)
            && self.zoom.to_bits() == other.zoom.to_bits()
            && self.pixels_per_point.to_bits() == other.pixels_per_point.to_bits()
            && self.look == other.look
            && self
                .reach_in_board
                .contains_rect(sight.expand2(sight.size() * LEAST_AROUND))
    }

    fn can_be_stretched_to(&self, other: &Self, sight: Rect) -> bool {
        let stretch = other.zoom / self.zoom;
        stretch.max(1.0 / stretch) <= MOST_STRETCH
            && self.look == other.look
            && self.reach_in_board.contains_rect(sight)
    }
}

/// The ties that are faint in that view, in points with the board's (0, 0) at (0, 0).
fn density(scene: &Scene, wish: &Wish) -> LineDensity {
    let reach = wish.reach_in_board;
    let in_sight = || {
        scene
            .ties
            .iter()
            .filter(|tie| tie_reaches_into(scene, tie, reach))
    };
    let strength = detail::strength(in_sight().count());
    let mut density = LineDensity::default();
    for tie in in_sight() {
        let emphasis = if tie.dimmed {
            Emphasis::Dimmed
        } else {
            Emphasis::Plain
        };
        if !detail::is_plain(tie, emphasis, &wish.look, wish.zoom) {
            continue;
        }
        let Some(curve) = tie_curve(scene, tie) else {
            continue;
        };
        let [from, to] = [curve.points[0], curve.points[3]].map(|at| pos2(at.x, at.y));
        if let Some((enter, leave)) = crossing(from, to, reach) {
            let ends = [enter, leave].map(|share| (from.lerp(to, share).to_vec2() * wish.zoom).to_pos2());
            let width = detail::tie_width(tie, &wish.look, wish.zoom);
            density.line(ends, width, colour(tie_ink(tie, emphasis, &wish.look)), strength);
        }
    }
    density
}
