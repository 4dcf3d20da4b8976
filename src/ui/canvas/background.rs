//! Under the pieces: surround, board, zones, and the card with the question.

use std::sync::Arc;

use egui::{Align2, Color32, FontId, Painter, Pos2, Rect, pos2};

use super::camera::Viewport;
use super::geometry::rect_of;
use crate::i18n::Texts;
use crate::model::Picture;
use crate::scene::marks::{BoardLook, IssueCard, ZoneSpots, draw_issue, draw_sheet, draw_zones};
use crate::scene::{PictureHead, Scene};
use crate::ui::ink::{ScreenLetters, ScreenPen};
use crate::ui::widgets::colour;

/// The surround, the board with its edge, and its zones.
pub fn background_ui(
    painter: &Painter,
    viewport: &Viewport,
    scene: &Scene,
    (look, texts): (&BoardLook, Texts),
    zone_names: &ZoneSpots,
    picture: Option<&Picture>,
) {
    let palette = &look.palette;
    painter.rect_filled(viewport.rect, 0.0, colour(palette.surround));
    let (ctx, origin, zoom) = (painter.ctx(), viewport.origin().to_vec2(), viewport.zoom());
    let mut pen = ScreenPen::new(ctx);
    draw_sheet(&mut pen, scene, look, zoom);
    pen.paint(painter, origin);
    let board = board_rect(viewport, scene);
    let on_board = painter.with_clip_rect(painter.clip_rect().intersect(board));
    if let Some(picture) = picture {
        picture_ui(&on_board, board, picture);
    }
    let mut pen = ScreenPen::new(ctx);
    let letters = ScreenLetters(ctx);
    draw_zones(&mut pen, &letters, scene, zoom, (look, texts), zone_names);
    pen.paint(&on_board, origin);
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

/// The question as a piece of its own.
pub fn issue_ui(painter: &Painter, viewport: &Viewport, card: &IssueCard, is_lit: bool, look: &BoardLook) {
    let origin = viewport.origin().to_vec2();
    if !viewport.rect.intersects(rect_of(card.area).translate(origin)) {
        return;
    }
    let mut pen = ScreenPen::new(painter.ctx());
    draw_issue(&mut pen, card, is_lit, look, viewport.zoom());
    pen.paint(painter, origin);
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
