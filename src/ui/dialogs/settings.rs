use egui::{Slider, Ui};

use super::{first_place, window};
use crate::command::{Intent, SettingChange};
use crate::model::Language;
use crate::scene::ThemeKind;
use crate::ui::widgets::heading_ui;
use crate::ui::{FrameContext, Intents};

pub fn settings_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    window(context.t("command-settings"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            heading_ui(ui, &context.t("settings-language"));
            ui.horizontal_wrapped(|ui| {
                for (language, key) in [(Language::Nl, "language-nl"), (Language::En, "language-en")] {
                    if ui
                        .radio(context.texts.language == language, context.t(key))
                        .clicked()
                    {
                        out.push(Intent::Change(SettingChange::Language(language)));
                    }
                }
            });
            heading_ui(ui, &context.t("settings-theme"));
            ui.horizontal_wrapped(|ui| {
                let themes = [
                    (None, "theme-system"),
                    (Some(ThemeKind::Light), "theme-light"),
                    (Some(ThemeKind::Dark), "theme-dark"),
                    (Some(ThemeKind::HighContrast), "theme-high-contrast"),
                ];
                for (theme, key) in themes {
                    if ui
                        .radio(context.program.theme_setting == theme, context.t(key))
                        .clicked()
                    {
                        out.push(Intent::Change(SettingChange::Theme(theme)));
                    }
                }
            });
            heading_ui(ui, &context.t("settings-zoom"));
            let mut percent = (context.program.interface_zoom * 100.0).round();
            let name = context.t("settings-zoom");
            let response = ui
                .horizontal(|ui| {
                    let slider = Slider::new(&mut percent, 60.0..=300.0)
                        .step_by(10.0)
                        .show_value(false);
                    let response = ui.add(slider);
                    ui.label(format!("{percent} %"));
                    response
                })
                .inner;
            response.widget_info(|| egui::WidgetInfo::slider(true, f64::from(percent), &name));
            // While it is dragged the slider would move under the hand that holds it.
            if (response.drag_stopped() || response.changed()) && !response.dragged() {
                out.push(Intent::Change(SettingChange::InterfaceZoom(percent / 100.0)));
            }
        });
}
