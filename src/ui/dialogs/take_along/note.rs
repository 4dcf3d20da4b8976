use egui::Ui;

use super::{halves_ui, hidden_text};
use crate::command::FileRequest;
use crate::desk::PathPurpose;
use crate::model::Language;
use crate::takeaway::{NoteKind, NotePart, NoteSettings};
use crate::ui::widgets::{SharedValue, remark_ui, row_ui, switch_ui};
use crate::ui::{FrameContext, Intents};

pub fn note_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut NoteSettings, out: &mut Intents) {
    let kind = chosen.kind;
    let mut without = chosen.without.clone();
    halves_ui(
        ui,
        context,
        out,
        |ui| choices_ui(ui, context, chosen),
        |ui, _| {
            ui.vertical(|ui| parts_ui(ui, context, &mut without));
        },
        |ui, out| {
            let name = kind_text(context, kind);
            let text = context.texts.with("take-save", &[("kind", name.into())]);
            if ui.button(text).clicked() {
                out.push(FileRequest::Choose(PathPurpose::ExportNote(kind)));
            }
        },
    );
    chosen.without = without;
}

fn choices_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut NoteSettings) {
    row_ui(ui, &context.t("take-kind"), |ui, _| {
        let kinds = NoteKind::ALL.map(|kind| {
            let hint = context.t(&format!("{}-hint", kind_key(kind)));
            (kind, kind_text(context, kind), hint)
        });
        if let Some(kind) = switch_ui(ui, SharedValue::Same(chosen.kind), &kinds) {
            chosen.kind = kind;
        }
    });
    row_ui(ui, &context.t("settings-language"), |ui, _| {
        let languages = [(Language::Nl, "language-nl"), (Language::En, "language-en")];
        let languages = languages.map(|(language, key)| (language, context.t(key), context.t(key)));
        let current = chosen.language.unwrap_or(context.texts.language);
        if let Some(language) = switch_ui(ui, SharedValue::Same(current), &languages) {
            chosen.language = Some(language);
        }
    });
    ui.add_space(8.0);
    remark_ui(ui, &context.t("take-note-lead"));
    if let Some(text) = hidden_text(context, "take-note-hidden") {
        remark_ui(ui, &text);
    }
}

fn parts_ui(ui: &mut Ui, context: &FrameContext<'_>, without: &mut std::collections::BTreeSet<NotePart>) {
    ui.label(context.t("take-note-parts"));
    for part in NotePart::ALL {
        let mut is_in = !without.contains(&part);
        let text = context.t(&format!("note-part-{}", part.name()));
        if ui.checkbox(&mut is_in, text).changed() {
            if is_in {
                without.remove(&part);
            } else {
                without.insert(part);
            }
        }
    }
}

fn kind_key(kind: NoteKind) -> String {
    format!("note-kind-{}", kind.endings()[0])
}

fn kind_text(context: &FrameContext<'_>, kind: NoteKind) -> String {
    context.t(&kind_key(kind))
}
