//! Under the pieces: surround, board, zones, and the card with the question.

use std::sync::Arc;

use egui::{
    Align2, Color32, Context, CornerRadius, FontId, Galley, Painter, Pos2, Rect, Stroke, StrokeKind, pos2,
    vec2,
};

use super::camera::Viewport;
use super::geometry;
use super::labels::lay_out_text;
use crate::i18n::Texts;
use crate::model::{Background, Picture, Rgb};
use crate::scene::geometry::{ISSUE_TEXT, issue_lines};
use crate::scene::labels::Area;
use crate::scene::marks::BoardLook;
use crate::scene::{IssuePiece, PictureHead, Scene, Zone, mix};
use crate::ui::widgets::colour;

/// The surround, the board with its edge, and its zones.
pub fn background_ui(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    look: &BoardLook,
    texts: Texts,
    picture: Option<&Picture>,
) {
    let palette = &look.palette;
    painter.rect_filled(viewport.rect, 0.0, colour(palette.surround));
    let board = board_rect(viewport, scene);
    let corner = CornerRadius::same((10.0 * viewport.zoom()).clamp(2.0, 24.0) as u8);
    let edge = Stroke::new(2.0, colour(palette.board_edge));
    sheet_ui(painter, board, corner, colour(palette.board), edge, 28);
    let on_board = painter.with_clip_rect(painter.clip_rect().intersect(board));
    if let Some(picture) = picture {
        picture_ui(&on_board, board, picture);
    }
    for (at, zone) in scene.zones.iter().enumerate() {
        let rect = rect_of(viewport, zone);
        if scene.background == Background::Rings {
            ring_ui(&on_board, rect, at, look);
        } else {
            field_ui(&on_board, rect, zone, at, look);
        }
    }
    let origin = viewport.origin().to_vec2();
    for zone in &scene.zones {
        let label = ZoneLabel::new(painter.ctx(), scene, zone, viewport.zoom(), look, texts);
        on_board.galley(label.anchor + origin, label.galley, colour(label.ink));
    }
}

/// Something flat that lies a little above what is under it.
fn sheet_ui(painter: &Painter, rect: Rect, corner: CornerRadius, fill: Color32, edge: Stroke, shadow: u8) {
    let below = rect.translate(vec2(0.0, 3.0));
    painter.rect_filled(below, corner, Color32::from_black_alpha(shadow));
    painter.rect(rect, corner, fill, edge, StrokeKind::Outside);
}

/// As large as fits on the board, in its own proportions. Decoded by the loader, off this thread; until then,
/// and when it cannot be read, the board stays empty.
fn picture_ui(painter: &Painter, board: Rect, picture: &Picture) {
    let ctx = painter.ctx();
    egui_extras::install_image_loaders(ctx);
    // The address stands for the content: it is kept by this very `Arc`.
    let uri = format!("bytes://board/{:p}", picture.bytes.as_ptr());
    let bytes = egui::load::Bytes::Shared(Arc::clone(&picture.bytes));
    if !fits_texture(ctx, &uri, picture) {
        return;
    }
    let image = egui::Image::from_bytes(uri, bytes);
    let Ok(egui::load::TexturePoll::Ready { texture }) = image.load_for_size(ctx, board.size()) else {
        return;
    };
    let share = (board.size() / texture.size).min_elem();
    let rect = Rect::from_center_size(board.center(), texture.size * share);
    let whole = Rect::from_min_max(Pos2::ZERO, pos2(1.0, 1.0));
    painter.image(texture.id, rect, whole, Color32::WHITE);
}

/// A picture in a file of another program may be larger than the memory or the graphics card takes. Looked up once per
/// picture, before it is decoded.
fn fits_texture(ctx: &egui::Context, uri: &str, picture: &Picture) -> bool {
    let key = egui::Id::new(("fits-texture", uri));
    if let Some(fits) = ctx.data(|data| data.get_temp(key)) {
        return fits;
    }
    let max_side = ctx.input(|input| input.max_texture_side);
    let head = PictureHead::of(&picture.bytes).filter(PictureHead::fits);
    let fits = head.is_some_and(|head| head.fits_in(max_side));
    ctx.data_mut(|data| data.insert_temp(key, fits));
    fits
}

pub fn board_rect(viewport: &Viewport, scene: &Scene) -> Rect {
    let (width, height) = scene.board_size;
    Rect::from_min_max(
        viewport.screen_from_board(pos2(-width / 2.0, -height / 2.0)),
        viewport.screen_from_board(pos2(width / 2.0, height / 2.0)),
    )
}

fn rect_of(viewport: &Viewport, zone: &Zone) -> Rect {
    let [left, top, right, bottom] = zone.rect;
    Rect::from_min_max(
        viewport.screen_from_board(pos2(left, top)),
        viewport.screen_from_board(pos2(right, bottom)),
    )
}

/// Deeper in is darker, in small steps: pieces stay the loudest thing on the board.
fn ring_ui(painter: &Painter, rect: Rect, depth: usize, look: &BoardLook) {
    let palette = &look.palette;
    let fill = mix(palette.board, palette.guide, 0.16 * (depth + 1) as f32);
    painter.circle(
        rect.center(),
        rect.width() / 2.0,
        colour(fill),
        Stroke::new(1.5, colour(palette.board_edge)),
    );
}

fn field_ui(painter: &Painter, rect: Rect, zone: &Zone, at: usize, look: &BoardLook) {
    let palette = &look.palette;
    let fill = match zone.tint {
        Some(tint) => mix(palette.board, tint, 0.08),
        None if at % 2 == 1 => mix(palette.board, palette.guide, 0.2),
        None => palette.board,
    };
    painter.rect(
        rect,
        0.0,
        colour(fill),
        Stroke::new(1.0, colour(palette.board_edge)),
        StrokeKind::Middle,
    );
}

/// The name of a zone: in the field's upper corner, or on the upper edge of a ring. In points with the
/// board's (0, 0) at (0, 0); `anchor` is the middle of its upper edge.
struct ZoneLabel {
    galley: Arc<Galley>,
    anchor: Pos2,
    ink: Rgb,
}

impl ZoneLabel {
    fn new(ctx: &Context, scene: &Scene, zone: &Zone, zoom: f32, look: &BoardLook, texts: Texts) -> Self {
        let size = super::labels::font_size(zoom, look.text_scale * 1.05);
        let text = if zone.is_key {
            texts.t(&zone.label)
        } else {
            crate::i18n::shown(&zone.label).into_owned()
        };
        let galley = lay_out_text(ctx, text, size, 640.0);
        let [left, top, right, _] = zone.rect.map(|side| side * zoom);
        let anchor = if scene.background == Background::Rings {
            pos2((left + right) / 2.0, top + 6.0)
        } else {
            pos2(left + 12.0 + galley.size().x / 2.0, top + 9.0)
        };
        let ink = zone
            .tint
            .map_or(look.palette.ink_weak, |tint| mix(tint, look.palette.ink, 0.55));
        Self { galley, anchor, ink }
    }
}

/// Where the names of zones stand, in points with the board's (0, 0) at (0, 0): names of actors keep clear.
pub fn zone_label_areas(
    ctx: &Context,
    scene: &Scene,
    zoom: f32,
    look: &BoardLook,
    texts: Texts,
) -> Vec<Area> {
    let area = |zone| {
        let label = ZoneLabel::new(ctx, scene, zone, zoom, look, texts);
        let (size, at) = (label.galley.size(), label.anchor);
        [at.x - size.x / 2.0, at.y, at.x + size.x / 2.0, at.y + size.y]
    };
    scene.zones.iter().map(area).collect()
}

/// The question as a piece of its own: a card, larger and of another colour than any figure.
pub fn issue_ui(
    painter: &Painter,
    viewport: &Viewport,
    issue: &IssuePiece,
    is_lit: bool,
    look: &BoardLook,
    texts: Texts,
) {
    let palette = &look.palette;
    let board_rect = geometry::issue_rect(issue);
    let rect = Rect::from_min_max(
        viewport.screen_from_board(board_rect.min),
        viewport.screen_from_board(board_rect.max),
    );
    if !painter.clip_rect().intersects(rect) {
        return;
    }
    let corner = CornerRadius::same((12.0 * viewport.zoom()).clamp(2.0, 30.0) as u8);
    let edge = if is_lit { palette.selection } else { palette.ink };
    let edge = Stroke::new(if is_lit { 3.0 } else { 1.0 }, colour(edge));
    sheet_ui(painter, rect, corner, colour(palette.ink), edge, 50);
    let (lines, tone) = if issue.text.trim().is_empty() {
        (
            vec![texts.t("board-issue-empty")],
            mix(palette.board, palette.ink, 0.25),
        )
    } else {
        (issue_lines(issue), palette.board)
    };
    // A little smaller than the card allows, and in whole points: letters are never stretched.
    let size = (ISSUE_TEXT * viewport.zoom()).floor().max(5.0);
    let galley = lay_out_text(painter.ctx(), lines.join("\n"), size, 620.0);
    let at = rect.center() - vec2(galley.rect.center().x, galley.size().y / 2.0);
    painter.galley(at, galley, colour(tone));
}

/// What to do first, on a board with nothing on it.
pub fn empty_hint_ui(painter: &Painter, viewport: &Viewport, look: &BoardLook, texts: Texts) {
    let at: Pos2 = viewport.rect.center();
    painter.text(
        at,
        Align2::CENTER_CENTER,
        texts.t("board-empty"),
        FontId::proportional((17.0 * look.text_scale).round()),
        colour(look.palette.ink_weak),
    );
}
