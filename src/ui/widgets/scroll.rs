//! Where a list or a panel stands when it comes into sight, and what of a long list is laid out.

use std::sync::Arc;

use egui::{Id, ScrollArea, Ui};

/// What a panel showed when it was last drawn.
#[derive(Clone, Copy)]
struct ShownPanel {
    subject: Id,
    last_drawn: u64,
}

/// Whether a panel begins anew: it was not in sight in the frame before, or is about something else now. To be
/// asked once a frame.
pub fn begins_anew(ui: &Ui, name: &str, subject: impl egui::AsId) -> bool {
    let key = Id::new(("panel-shown", name));
    let now = ShownPanel {
        subject: Id::new(subject),
        last_drawn: ui.ctx().cumulative_pass_nr(),
    };
    ui.data_mut(|data| {
        let before: Option<ShownPanel> = data.get_temp(key);
        data.insert_temp(key, now);
        before.is_none_or(|before| before.subject != now.subject || before.last_drawn + 1 < now.last_drawn)
    })
}

/// To be called first within what scrolls: the bar floats, and must not lie over what is written.
pub fn keep_bar_free(ui: &mut Ui) {
    const BAR: f32 = 8.0;
    ui.set_max_width(ui.available_width() - BAR);
}

/// A panel that scrolls, and begins at its top.
pub fn panel_scroll(ui: &Ui, name: &str, subject: impl egui::AsId) -> ScrollArea {
    let area = ScrollArea::vertical().id_salt(name);
    if begins_anew(ui, name, subject) {
        area.vertical_scroll_offset(0.0)
    } else {
        area
    }
}

/// A list of at most this many rows is laid out whole: screen reader and Tab reach all of it.
const MOST_LAID_OUT: usize = 60;

/// The rows of a list in something that scrolls; of a long list only those in sight are laid out. Rows may differ in
/// height: one that was in sight keeps its height, of the others `usual_height` is taken.
pub fn rows_ui(
    ui: &mut Ui,
    list: impl egui::AsId,
    usual_height: f32,
    count: usize,
    mut row_ui: impl FnMut(&mut Ui, usize),
) {
    if count <= MOST_LAID_OUT {
        (0..count).for_each(|at| row_ui(ui, at));
        return;
    }
    let key = ui.make_persistent_id(("rows", Id::new(list)));
    let known: Option<Arc<Vec<f32>>> = ui.data_mut(|data| data.remove_temp(key));
    let mut heights = known.unwrap_or_default();
    // Nobody else holds them, so nothing is copied.
    let kept = Arc::make_mut(&mut heights);
    kept.resize(count, usual_height);
    let (gap, seen) = (ui.spacing().item_spacing.y, ui.clip_rect());
    let mut skipped = 0.0;
    for (at, height) in kept.iter_mut().enumerate() {
        let top = ui.cursor().top() + skipped;
        if top + *height < seen.top() || top > seen.bottom() {
            skipped += *height + gap;
            continue;
        }
        ui.add_space(std::mem::take(&mut skipped));
        let row = ui.scope_builder(egui::UiBuilder::new().id_salt(at), |ui| row_ui(ui, at));
        *height = row.response.rect.height();
    }
    ui.add_space(skipped);
    ui.data_mut(|data| data.insert_temp(key, heights));
}
