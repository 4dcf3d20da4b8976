//! The start screen: new, open, recent, recover, and the sample networks with a line each.

use egui::{Align, Button, CollapsingHeader, Layout, RichText, Sense, Ui, UiBuilder, vec2};
use egui_phosphor::regular as icon;

use crate::command::{Command, FileRequest, Intent};
use crate::ui::panels::toolbar::command_text;
use crate::ui::widgets::{bold, heading_ui, panel_scroll, sign_button_ui};
use crate::ui::{FrameContext, Intents, RecoverableView, theme};

/// Width of the column of content; wider lines do not read well.
const COLUMN: f32 = 980.0;

pub fn start_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    panel_scroll(ui, "start", ()).auto_shrink(false).show(ui, |ui| {
        let width = ui.available_width().min(COLUMN);
        let margin = ((ui.available_width() - width) / 2.0).max(0.0);
        ui.horizontal(|ui| {
            ui.add_space(margin);
            ui.vertical(|ui| {
                ui.set_width(width - 24.0);
                ui.add_space(28.0);
                ui.label(bold(context.t("app-name")).size(34.0));
                ui.label(RichText::new(context.t("start-lead")).size(17.0));
                ui.add_space(14.0);
                recover_ui(ui, context, out);
                actions_ui(ui, context, out);
                ui.add_space(14.0);
                samples_ui(ui, context, out);
                recents_ui(ui, context, out);
                discarded_ui(ui, context, out);
                ui.add_space(24.0);
            });
        });
    });
}

fn actions_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    ui.horizontal(|ui| {
        let new = RichText::new(format!("{}   {}", icon::PLUS_CIRCLE, context.t("start-new"))).size(17.0);
        let new = new.color(theme::on_accent(context.theme));
        let button = Button::new(new)
            .fill(theme::accent(context.theme))
            .min_size(vec2(240.0, 46.0));
        if ui.add(button).clicked() {
            out.push(Command::New);
        }
        let open = RichText::new(format!("{}   {}", icon::FOLDER_OPEN, context.t("start-open"))).size(17.0);
        if ui.add(Button::new(open).min_size(vec2(240.0, 46.0))).clicked() {
            out.push(Command::Open);
        }
        ui.label(RichText::new(context.t("start-drop")).weak());
    });
    if !context.program.disabled.contains(&Command::StartScreen) {
        back_ui(ui, context, out);
    }
}

/// Whoever only came to look here goes back to the board they left.
fn back_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let text = format!(
        "{}   {}",
        icon::ARROW_LEFT,
        command_text(context, Command::StartScreen)
    );
    ui.add_space(6.0);
    if ui.add(Button::new(text).min_size(vec2(240.0, 36.0))).clicked() {
        out.push(Intent::Run(Command::StartScreen));
    }
}

/// Work of a program that ended unexpectedly comes first: nobody should have to look for it.
fn recover_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    if context.program.recoverable.is_empty() {
        return;
    }
    egui::Frame::group(ui.style()).inner_margin(14).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let title = format!("{}  {}", icon::LIFEBUOY, context.t("start-recover"));
        ui.label(bold(title).size(17.0));
        ui.label(context.t("start-recover-lead"));
        for found in &context.program.recoverable {
            let values = [
                ("title", title_of(context, found).into()),
                ("time", found.time.clone().into()),
                ("actors", found.actors.into()),
                ("relations", found.relations.into()),
                ("edits", found.edits.into()),
            ];
            ui.horizontal_wrapped(|ui| {
                if found.needs_newer_program {
                    let time = [("time", found.time.clone().into())];
                    ui.label(context.texts.with("start-recover-newer", &time));
                    return;
                }
                if ui.button(context.t("start-recover-do")).clicked() {
                    out.push(FileRequest::Recover(found.path.clone()));
                }
                if ui.button(context.t("start-recover-discard")).clicked() {
                    out.push(FileRequest::DiscardRecovery(found.path.clone()));
                }
                ui.label(context.texts.with("start-recover-item", &values));
            });
        }
    });
    ui.add_space(14.0);
}

/// Quiet, at the end: only who threw away too much looks for it.
fn discarded_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let discarded = &context.program.discarded;
    if discarded.is_empty() {
        return;
    }
    ui.add_space(14.0);
    let count = [("count", discarded.len().into())];
    let title = context.texts.with("start-discarded", &count);
    CollapsingHeader::new(title).id_salt("discarded").show(ui, |ui| {
        ui.label(context.t("start-discarded-lead"));
        for found in discarded {
            ui.horizontal_wrapped(|ui| {
                if ui.button(context.t("start-discarded-do")).clicked() {
                    out.push(FileRequest::TakeBack(found.path.clone()));
                }
                if found.needs_newer_program {
                    let time = [("time", found.time.clone().into())];
                    ui.label(context.texts.with("start-recover-newer", &time));
                    return;
                }
                let values = [
                    ("title", title_of(context, found).into()),
                    ("time", found.discarded.clone().into()),
                    ("actors", found.actors.into()),
                    ("relations", found.relations.into()),
                ];
                ui.label(context.texts.with("start-discarded-item", &values));
            });
        }
    });
}

/// Whoever looks on and sees codes sees no name of another constellation or file either: these are called after people.
fn hides_names(context: &FrameContext<'_>) -> bool {
    context.lens.pseudonyms.are_on()
}

fn title_of(context: &FrameContext<'_>, found: &RecoverableView) -> String {
    if hides_names(context) && !found.has_codes {
        context.t("start-hidden-title")
    } else if found.title.is_empty() {
        context.t("untitled")
    } else {
        found.title.clone()
    }
}

fn samples_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("start-samples"));
    for sample in &context.program.samples {
        if card_ui(ui, icon::GRAPH, &sample.title, &sample.line).clicked() {
            out.push(FileRequest::OpenSample(sample.id));
        }
    }
}

fn recents_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    ui.add_space(14.0);
    heading_ui(ui, &context.t("start-recent"));
    if context.own.recents.is_empty() {
        ui.label(RichText::new(context.t("start-no-recent")).weak());
    }
    if hides_names(context) {
        ui.label(RichText::new(context.t("start-names-hidden")).weak());
    }
    for (path, number) in context.own.recents.iter().zip(1_u32..) {
        let (name, folder) = if hides_names(context) {
            let number = [("number", number.into())];
            (context.texts.with("start-hidden-file", &number), String::new())
        } else {
            let folder = path.folder().map(|folder| folder.to_string());
            (path.name(), folder.unwrap_or_default())
        };
        ui.horizontal(|ui| {
            let hint = context
                .texts
                .with("start-forget-file", &[("name", name.clone().into())]);
            if sign_button_ui(ui, icon::X, &hint).clicked() {
                out.push(FileRequest::ForgetRecent(path.clone()));
            }
            if card_ui(ui, icon::FILE, &name, &folder).clicked() {
                out.push(FileRequest::OpenPath(path.clone()));
            }
        });
    }
}

/// A row that is one big button: symbol, title, line below it.
fn card_ui(ui: &mut Ui, symbol: &str, title: &str, line: &str) -> egui::Response {
    let width = ui.available_width();
    let builder = UiBuilder::new()
        .sense(Sense::click())
        .id_salt(("card", title, line));
    let response = ui
        .scope_builder(builder, |ui| {
            let response = ui.response();
            let visuals = ui.style().interact(&response);
            let frame = egui::Frame::NONE
                .fill(if response.hovered() {
                    visuals.weak_bg_fill
                } else {
                    ui.visuals().extreme_bg_color
                })
                .stroke(if response.has_focus() {
                    ui.visuals().selection.stroke
                } else {
                    visuals.bg_stroke
                })
                .corner_radius(7)
                .inner_margin(12);
            frame.show(ui, |ui| {
                ui.set_width(width - 26.0);
                ui.horizontal(|ui| {
                    ui.add(egui::Label::new(RichText::new(symbol).size(24.0)).selectable(false));
                    ui.add_space(4.0);
                    ui.with_layout(Layout::top_down(Align::Min), |ui| {
                        ui.add(egui::Label::new(bold(title).size(15.5)).selectable(false).wrap());
                        ui.add(
                            egui::Label::new(RichText::new(line).weak())
                                .selectable(false)
                                .wrap(),
                        );
                    });
                });
            });
        })
        .response;
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, title));
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
