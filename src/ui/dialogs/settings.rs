use egui::{Slider, Ui};

use super::{first_place, window};
use crate::command::{FileRequest, ProgramRequest, SettingChange};
use crate::model::Language;
use crate::scene::ThemeKind;
use crate::ui::widgets::heading_ui;
use crate::ui::{FrameContext, Intents};

pub fn settings_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    window(ui, context.t("settings-title"), is_open)
        .default_pos(first_place(ui))
        .show(ui.ctx(), |ui| {
            heading_ui(ui, &context.t("settings-language"));
            ui.horizontal_wrapped(|ui| {
                for (language, key) in [(Language::Nl, "language-nl"), (Language::En, "language-en")] {
                    if ui
                        .radio(context.texts.language == language, context.t(key))
                        .clicked()
                    {
                        out.push(ProgramRequest::Change(SettingChange::Language(language)));
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
                    if ui.radio(context.own.theme == theme, context.t(key)).clicked() {
                        out.push(ProgramRequest::Change(SettingChange::Theme(theme)));
                    }
                }
            });
            heading_ui(ui, &context.t("settings-zoom"));
            let mut percent = (ui.ctx().zoom_factor() * 100.0).round();
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
                out.push(ProgramRequest::Change(SettingChange::InterfaceZoom(
                    percent / 100.0,
                )));
            }
            kept_ui(ui, context, out);
        });
}

/// What stays on this computer beside the user's own files, and where.
fn kept_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("settings-kept"));
    let Some([settings, journals, logs, prints]) = &context.program.kept_in else {
        ui.label(context.t("settings-kept-nothing"));
        return;
    };
    for (key, folder) in [
        ("settings-kept-settings", settings),
        ("settings-kept-journals", journals),
        ("settings-kept-logs", logs),
        ("settings-kept-prints", prints),
    ] {
        let values = [("folder", folder.to_string().into())];
        ui.add(egui::Label::new(context.texts.with(key, &values)).wrap());
    }
    let (count, bytes) = (context.program.discarded.len(), context.program.discarded_bytes);
    let kilobytes = bytes.div_ceil(1000);
    let values = [("count", count.into()), ("kilobytes", kilobytes.into())];
    ui.label(context.texts.with("settings-kept-discarded", &values));
    let button = egui::Button::new(context.t("settings-kept-remove"));
    if ui.add_enabled(bytes > 0, button).clicked() {
        out.push(FileRequest::RemoveDiscarded);
    }
}
