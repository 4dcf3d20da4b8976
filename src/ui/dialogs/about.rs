use egui::Ui;

use super::{first_place, window};
use crate::ui::FrameContext;
use crate::ui::widgets::bold;

pub fn about_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool) {
    window(ui, context.t("command-about"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            ui.label(bold(context.t("app-name")).size(22.0));
            ui.label(
                context
                    .texts
                    .with("about-version", &[("version", env!("CARGO_PKG_VERSION").into())]),
            );
            ui.add_space(6.0);
            ui.label(context.t("about-what"));
            ui.label(context.t("about-offline"));
            ui.label(context.t("about-licence"));
        });
}
