//! A button that shows what the lines of a kind of relation look like.

use egui::{Response, Sense, Shape, Stroke, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::model::{LineStyle, RelationKind};
use crate::ui::widgets::colour;

const SAMPLE_WIDTH: f32 = 42.0;

/// One kind of relation to choose: its line, its name.
pub fn kind_button_ui(ui: &mut Ui, kind: &RelationKind, is_on: bool) -> Response {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley = ui
        .painter()
        .layout_no_wrap(kind.label.clone(), font, ui.visuals().text_color());
    let padding = ui.spacing().button_padding;
    let size = vec2(
        SAMPLE_WIDTH + 8.0 + galley.size().x + 2.0 * padding.x,
        ui.spacing().interact_size.y,
    );
    let (rect, response) = ui.allocate_at_least(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, is_on, &kind.label));
    let visuals = ui.style().interact_selectable(&response, is_on);
    if is_on || response.hovered() || response.has_focus() {
        ui.painter().rect(
            rect,
            visuals.corner_radius,
            visuals.weak_bg_fill,
            visuals.bg_stroke,
            egui::StrokeKind::Inside,
        );
    }
    let left = rect.left() + padding.x;
    let y = rect.center().y;
    let painter = ui.painter();
    painter.extend(sample([pos2(left, y), pos2(left + SAMPLE_WIDTH, y)], kind));
    let text_pos = pos2(left + SAMPLE_WIDTH + 8.0, y - galley.size().y * 0.5);
    painter.galley(text_pos, galley, visuals.text_color());
    response
}

fn sample([from, to]: [egui::Pos2; 2], kind: &RelationKind) -> Vec<Shape> {
    let stroke = Stroke::new(2.2, colour(kind.colour));
    let line = [from, to];
    match kind.line {
        LineStyle::Solid => vec![Shape::line_segment(line, stroke)],
        LineStyle::Dashed => Shape::dashed_line(&line, stroke, 6.0, 4.0),
        LineStyle::LongDash => Shape::dashed_line(&line, stroke, 12.0, 4.0),
        LineStyle::Dotted => Shape::dotted_line(&line, stroke.color, 5.0, 1.4),
        LineStyle::DashDot => Shape::dashed_line_with_offset(&line, stroke, &[8.0, 2.0], &[3.0, 3.0], 0.0),
        LineStyle::Double => {
            let half = vec2(0.0, 2.2);
            let thin = Stroke::new(1.5, stroke.color);
            vec![
                Shape::line_segment([from - half, to - half], thin),
                Shape::line_segment([from + half, to + half], thin),
            ]
        }
        LineStyle::Zigzag => {
            let teeth = 8u8;
            let points = (0..=teeth).map(|tooth| {
                let share = f32::from(tooth) / f32::from(teeth);
                let side = if tooth % 2 == 0 { 3.0 } else { -3.0 };
                from + (to - from) * share + vec2(0.0, side)
            });
            vec![Shape::line(points.collect(), stroke)]
        }
    }
}
