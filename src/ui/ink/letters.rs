//! Letters on the screen, laid out by the screen library.

use std::sync::Arc;

use egui::epaint::text::VariationCoords;
use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Color32, Context, FontId, Galley, Vec2, vec2};

use crate::scene::marks::Letters;
use crate::scene::typeface::{in_sight_order, runs_left};

/// Where copies of letters lie around them, in widths of the halo. The four corners first: they do when there is no
/// time for all eight.
pub const HALO: [Vec2; 8] = [
    vec2(-0.75, -0.75),
    vec2(0.75, -0.75),
    vec2(-0.75, 0.75),
    vec2(0.75, 0.75),
    vec2(-1.0, 0.0),
    vec2(1.0, 0.0),
    vec2(0.0, -1.0),
    vec2(0.0, 1.0),
];

/// Measures letters as this window draws them.
pub struct ScreenLetters<'a>(pub &'a Context);

impl Letters for ScreenLetters<'_> {
    fn extent(&self, text: &str, size: f32, weight: u16) -> (f32, f32) {
        // From the left: centred, letters lie on whole pixels, which makes them a little wider or narrower.
        let galley = lay_out(self.0, text.to_owned(), size, weight, Align::LEFT);
        (galley.size().x, galley.size().y)
    }
}

/// Text that is coloured when it is drawn. Lines break only where it says so.
pub fn lay_out(ctx: &Context, text: String, size: f32, weight: u16, halign: Align) -> Arc<Galley> {
    lay_out_job(ctx, text, size, weight, halign, f32::INFINITY, usize::MAX)
}

/// As [`lay_out`], centred, in at most `lines` lines of at most `width`; an ellipsis ends what does not fit.
pub fn lay_out_wrapped(
    ctx: &Context,
    text: String,
    size: f32,
    weight: u16,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    lay_out_job(ctx, text, size, weight, Align::Center, width.max(size), lines)
}

fn lay_out_job(
    ctx: &Context,
    text: String,
    size: f32,
    weight: u16,
    halign: Align,
    width: f32,
    lines: usize,
) -> Arc<Galley> {
    let lay_out = |text: &str, width: f32| {
        let mut job = LayoutJob {
            halign,
            ..LayoutJob::default()
        };
        job.wrap.max_width = width;
        job.wrap.max_rows = lines;
        job.append(
            text,
            0.0,
            TextFormat {
                font_id: FontId::proportional(size),
                color: Color32::PLACEHOLDER,
                coords: VariationCoords::new([(b"wght", f32::from(weight))]),
                ..TextFormat::default()
            },
        );
        ctx.fonts_mut(|fonts| fonts.layout_job(job))
    };
    if !runs_left(&text) {
        return lay_out(&in_sight_order(&text), width);
    }
    // The screen library knows no order but that to the right. Lines break in the order in which they are read.
    let width_of = |line: &str| lay_out(&in_sight_order(line), f32::INFINITY).size().x;
    let mut rows: Vec<String> = Vec::new();
    for line in text.lines() {
        let mut row = String::new();
        for word in line.split_whitespace() {
            let longer = if row.is_empty() {
                word.to_owned()
            } else {
                format!("{row} {word}")
            };
            if !row.is_empty() && width_of(&longer) > width {
                rows.push(std::mem::replace(&mut row, word.to_owned()));
            } else {
                row = longer;
            }
        }
        rows.push(row);
    }
    let is_cut = rows.len() > lines;
    rows.truncate(lines);
    if let Some(last) = rows.last_mut().filter(|_| is_cut) {
        last.push('…');
    }
    let mut seen = lay_out(&in_sight_order(&rows.join("\n")), f32::INFINITY);
    if is_cut {
        Arc::make_mut(&mut seen).elided = true;
    }
    seen
}
