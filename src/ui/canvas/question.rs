//! The question above the board: everybody keeps seeing what it is about.

use std::sync::Arc;

use egui::{Context, Galley, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType, pos2, vec2};

use crate::scene::Scene;
use crate::scene::marks::BoardLook;
use crate::ui::ink::lay_out_wrapped;
use crate::ui::widgets::colour;

/// In the window, where panels stand beside it, in points.
const WINDOW_LETTERS: f32 = 15.0;
/// In the hall, of the least letters of names: as large as the board leaves room for.
const HALL_LETTERS: [f32; 4] = [1.35, 1.2, 1.1, 1.0];
/// A longer question is read by pointing at it.
const WINDOW_LINES: usize = 2;
/// Above and below, of the size of its letters.
const WINDOW_PADDING: f32 = 0.7;
const HALL_PADDING: f32 = 0.2;

/// The question laid out, before it takes its room.
pub struct QuestionLine<'a> {
    text: &'a str,
    galley: Arc<Galley>,
    /// Of its letters.
    pub size: f32,
    pub height: f32,
}

impl<'a> QuestionLine<'a> {
    /// What is above the board of so many points: the question, or in the hall the title where nobody asked one. As large
    /// as it can be while `is_enough` says of the height that is left to the board that it is.
    pub fn new(
        ctx: &Context,
        scene: &'a Scene,
        look: &BoardLook,
        room: Vec2,
        is_enough: impl Fn(f32) -> bool,
    ) -> Option<Self> {
        let question = scene.question.trim();
        let text = match (look.is_for_hall(), question.is_empty()) {
            (true, true) => scene.title.trim(),
            _ => question,
        };
        if text.is_empty() {
            return None;
        }
        let width = room.x - 2.0 * SIDE;
        if !look.is_for_hall() {
            let galley = balanced(ctx, text, WINDOW_LETTERS, width, WINDOW_LINES);
            return Some(Self::of(text, galley, WINDOW_LETTERS, WINDOW_PADDING));
        }
        let least = look.least_letters * look.enlarged;
        let lay_out = |share: f32| {
            let size = (least * share).round();
            let galley = balanced(ctx, text, size, width, usize::MAX);
            Self::of(text, galley, size, HALL_PADDING)
        };
        // A line less is worth more than larger letters.
        let lines = |question: &Self| (!is_enough(room.y - question.height), question.galley.rows.len());
        HALL_LETTERS.map(lay_out).into_iter().min_by_key(lines)
    }

    fn of(text: &'a str, galley: Arc<Galley>, size: f32, padding: f32) -> Self {
        let height = (galley.size().y + size * padding).ceil();
        Self {
            text,
            galley,
            size,
            height,
        }
    }

    /// Takes its room from `ui`, and says which that is.
    pub fn ui(self, ui: &mut Ui, look: &BoardLook) -> Rect {
        let Self {
            text, galley, height, ..
        } = self;
        let width = ui.available_width();
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
        rect
    }
}

/// Beside it, in points.
const SIDE: f32 = 20.0;

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
