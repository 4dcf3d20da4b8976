//! Where a list or a panel stands when it comes into sight.

use egui::{Id, ScrollArea, Ui};

/// What a panel showed when it was last drawn.
#[derive(Clone, Copy)]
struct Shown {
    subject: Id,
    last_drawn: u64,
}

/// Whether a panel begins anew: it was not in sight in the frame before, or is about something else now. To be
/// asked once a frame.
pub fn begins_anew(ui: &Ui, name: &str, subject: impl egui::AsId) -> bool {
    let key = Id::new(("panel-shown", name));
    let now = Shown {
        subject: Id::new(subject),
        last_drawn: ui.ctx().cumulative_pass_nr(),
    };
    ui.data_mut(|data| {
        let before: Option<Shown> = data.get_temp(key);
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
