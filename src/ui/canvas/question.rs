//! The question above the board: everybody keeps seeing what it is about.

use std::sync::Arc;

use egui::{Context, Galley, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::scene::Scene;
use crate::scene::marks::BoardLook;
use crate::ui::ink::lay_out_wrapped;
use crate::ui::widgets::colour;

/// In the window, where panels stand beside it, in points.
const WINDOW_LETTERS: f32 = 15.0;
/// In the hall on a screen of ordinary height, in points.
const HALL_LETTERS: f32 = 24.0;
/// A longer question is read by pointing at it.
const WINDOW_LINES: usize = 2;

/// Takes the room of the question from `ui`. In the hall it is always there, and the title where nobody asked a question;
/// in the window only while the board shows no card with it.
pub fn question_ui(ui: &mut Ui, scene: &Scene, look: &BoardLook, is_hall: bool) {
    let question = scene.question.trim();
    let text = match (is_hall, question.is_empty()) {
        (true, true) => scene.title.trim(),
        (false, _) if scene.issue.is_some() => return,
        _ => question,
    };
    if text.is_empty() {
        return;
    }
    let width = ui.available_width();
    let (size, lines) = if is_hall {
        ((HALL_LETTERS * look.text_scale).round(), usize::MAX)
    } else {
        (WINDOW_LETTERS, WINDOW_LINES)
    };
    let galley = balanced(ui.ctx(), text, size, width - 80.0, lines);
    let height = galley.size().y + size * 0.9;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    // The board begins where the question ends: nothing is drawn in between.
    ui.add_space(-ui.spacing().item_spacing.y);
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, text));
    let painter = ui.painter_at(rect);
    painter.rect_filled(rect, 0.0, colour(look.palette.surround));
    let at = pos2(rect.center().x, rect.center().y - galley.size().y / 2.0);
    let is_cut = galley.elided;
    painter.galley(at, galley, colour(look.palette.ink));
    if is_cut {
        response.on_hover_text(text);
    }
}

/// In as few lines as fit, about equally long: a last word alone on its line looks like a mistake.
fn balanced(ctx: &Context, text: &str, size: f32, most: f32, lines: usize) -> Arc<Galley> {
    let lay_out = |width: f32| lay_out_wrapped(ctx, text.to_owned(), size, 660, width, lines);
    let mut best = lay_out(most);
    if best.elided {
        return best;
    }
    let (mut narrow, mut wide) = (most / 2.0, most);
    while best.rows.len() > 1 && wide - narrow > size {
        let width = f32::midpoint(narrow, wide);
        let galley = lay_out(width);
        if galley.rows.len() == best.rows.len() && !galley.elided {
            (best, wide) = (galley, width);
        } else {
            narrow = width;
        }
    }
    best
}
