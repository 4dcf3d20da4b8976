//! The status line: counts, what is hidden, what is under way, zoom, whether it is saved.

use egui::{Align, Align2, Area, Frame, Id, Layout, Order, RichText, Ui};
use egui_phosphor::regular as icon;

use crate::command::{Command, Look, ProgramRequest};
use crate::desk::Tool;
use crate::i18n::Texts;
use crate::model::{Constellation, Stance};
use crate::scene::Hidden;
use crate::ui::widgets::sign_button_ui;
use crate::ui::{FrameContext, Intents, SavedState};

pub fn status_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    ui.add_space(2.0);
    ui.horizontal(|ui| {
        super::whatif::status_ui(ui, context);
        let constellation = context.constellation();
        let counts = [
            ("status-actors", constellation.actors.len()),
            ("status-relations", constellation.relations.len()),
        ];
        for (key, count) in counts {
            ui.label(context.texts.with(key, &[("count", count.into())]));
            ui.separator();
        }
        super::colouring::colouring_ui(ui, context, out);
        ui.separator();
        let selected = context.selection().len();
        if selected > 0 {
            ui.label(
                context
                    .texts
                    .with("count-selected", &[("count", selected.into())]),
            );
            ui.separator();
        }
        hidden_ui(ui, context, out);
        if context.lens.pseudonyms.are_on() {
            let text = format!("{}  {}", icon::MASK_HAPPY, context.t("status-codes"));
            if ui.button(text).clicked() {
                out.push(Command::Pseudonyms);
            }
        }
        if context.lens.highlight.is_some() {
            let text = format!("{}  {}", icon::LIGHTBULB, context.t("highlight-clear"));
            if ui.button(text).clicked() {
                out.push(Look::Highlight(None));
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            right_ui(ui, context, out);
            if context.desk.tool == Tool::Towers {
                ui.separator();
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| towers_ui(ui, context));
            }
        });
    });
    ui.add_space(2.0);
}

/// While towers are built: what they come to together, and what the keys do.
fn towers_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    let totals = TowerTotals::of(context.constellation());
    let short = totals.text("towers-short", context.texts);
    let short = format!("{short}   {}", context.t("tool-towers-keys"));
    let whole = totals.text("towers-together", context.texts);
    let whole = format!("{whole}\n{}", context.t("tool-towers-hint"));
    ui.add(egui::Label::new(short).truncate()).on_hover_text(whole);
}

/// All towers together, and who stands where.
#[derive(Debug, Default, PartialEq, Eq)]
struct TowerTotals {
    discs: u64,
    /// Of how many actors nothing was said about influence.
    not_given: usize,
    stances: [usize; 3],
}

impl TowerTotals {
    const STANCES: [Stance; 3] = [Stance::For, Stance::Against, Stance::Neutral];

    fn of(constellation: &Constellation) -> Self {
        let mut totals = Self::default();
        for actor in constellation.actors.values() {
            match actor.influence {
                Some(discs) => totals.discs += u64::from(discs),
                None => totals.not_given += 1,
            }
            if let Some(at) = Self::STANCES.iter().position(|one| actor.stance == Some(*one)) {
                totals.stances[at] += 1;
            }
        }
        totals
    }

    fn text(&self, key: &str, texts: Texts) -> String {
        let [in_favour, against, neutral] = self.stances;
        let values = [
            ("discs", self.discs.into()),
            ("not_given", self.not_given.into()),
            ("for", in_favour.into()),
            ("against", against.into()),
            ("neutral", neutral.into()),
        ];
        texts.with(key, &values)
    }
}

fn right_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let symbol = match context.program.saved {
        SavedState::Saved => icon::CHECK_CIRCLE,
        SavedState::Unsaved => icon::CIRCLE,
        SavedState::InNoFile => icon::CIRCLE_DASHED,
    };
    ui.label(format!("{symbol}  {}", context.t(context.program.saved.key())));
    ui.separator();
    zoom_ui(ui, context, icon::PLUS, Command::ZoomIn, out);
    let percent = f64::from(context.lens.camera.zoom) * 100.0;
    // The largest boards are seen whole far below one percent.
    let decimals = if percent < 1.0 { 2 } else { 0 };
    ui.label(context.texts.with(
        "zoom-percent",
        &[("percent", context.texts.number(percent, decimals).into())],
    ));
    zoom_ui(ui, context, icon::MINUS, Command::ZoomOut, out);
    let under_way = [
        (
            context.program.arranging,
            "arranging",
            ProgramRequest::StopArranging,
        ),
        (
            context.program.analysing,
            "analysing",
            ProgramRequest::RunAnalysis(false),
        ),
        (
            context.program.exporting,
            "exporting",
            ProgramRequest::StopExporting,
        ),
    ];
    for (progress, what, stop) in under_way {
        let Some(share) = progress else { continue };
        ui.separator();
        if sign_button_ui(ui, icon::X, &context.t(&format!("{what}-stop"))).clicked() {
            out.push(stop);
        }
        ui.add(egui::ProgressBar::new(share).desired_width(90.0));
        ui.label(context.t(&format!("busy-{what}")));
    }
    if let Some((text, progress)) = &context.program.busy {
        ui.separator();
        match progress {
            Some(share) => {
                ui.add(egui::ProgressBar::new(*share).desired_width(90.0));
            }
            None => {
                ui.spinner();
            }
        }
        ui.label(text);
    }
}

/// "3 hidden, show all": hidden things must never look lost.
fn hidden_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    if context.hidden == Hidden::default() {
        return;
    }
    let text = hidden_text(context.texts, "hidden-show-all", context.hidden);
    let text = RichText::new(format!("{}  {text}", icon::EYE_SLASH));
    if ui.button(text).clicked() {
        out.push(Command::ShowAll);
    }
}

/// How many actors and how many relations are hidden, each by its name. `key`: of the text around it.
pub fn hidden_text(texts: Texts, key: &str, hidden: Hidden) -> String {
    let values = [
        ("actors", hidden.actors.into()),
        ("relations", hidden.relations.into()),
    ];
    texts.with(key, &values)
}

fn zoom_ui(ui: &mut Ui, context: &FrameContext<'_>, sign: &str, command: Command, out: &mut Intents) {
    if sign_button_ui(ui, sign, &context.t(command.info().key)).clicked() {
        out.push(command);
    }
}

/// While a file hangs above the window: what letting go of it does.
pub fn drop_hint_ui(ui: &Ui, context: &FrameContext<'_>) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    Area::new(Id::new("drop-hint"))
        .anchor(Align2::CENTER_CENTER, [0.0, 0.0])
        .order(Order::Foreground)
        .interactable(false)
        .show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).inner_margin(24).show(ui, |ui| {
                ui.set_max_width(420.0);
                ui.label(RichText::new(context.t("drop-hint")).size(20.0));
            });
        });
}
