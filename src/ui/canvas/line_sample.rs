//! A button that shows what the lines of a kind of relation look like.

use egui::{Response, Sense, Ui, WidgetInfo, WidgetType, pos2, vec2};

use crate::i18n::shown;
use crate::model::RelationKind;
use crate::ui::keys;
use crate::ui::widgets::paint_line;

const SAMPLE_WIDTH: f32 = 42.0;

/// One kind of relation to choose: its line, its name.
pub fn kind_button_ui(ui: &mut Ui, kind: &RelationKind, is_on: bool) -> Response {
    let font = egui::TextStyle::Button.resolve(ui.style());
    let galley =
        ui.painter()
            .layout_no_wrap(shown(&kind.label).into_owned(), font, ui.visuals().text_color());
    let padding = ui.spacing().button_padding;
    let size = vec2(
        SAMPLE_WIDTH + 8.0 + galley.size().x + 2.0 * padding.x,
        ui.spacing().interact_size.y,
    );
    let (rect, response) = ui.allocate_at_least(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(WidgetType::RadioButton, true, is_on, shown(&kind.label)));
    if is_on {
        keys::note_current(ui.ctx(), response.id);
    }
    let visuals = ui.style().interact_selectable(&response, is_on);
    let is_filled = is_on || response.hovered() || response.has_focus();
    let ground = if is_filled {
        visuals.weak_bg_fill
    } else {
        // It stands in menus and lists that open.
        ui.visuals().window_fill
    };
    if is_filled {
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
    paint_line(
        ui,
        [pos2(left, y), pos2(left + SAMPLE_WIDTH, y)],
        kind.line,
        kind.colour,
        ground,
    );
    let text_pos = pos2(left + SAMPLE_WIDTH + 8.0, y - galley.size().y * 0.5);
    painter.galley(text_pos, galley, visuals.text_color());
    response
}
