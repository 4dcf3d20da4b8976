//! Agreements (afspraken): what was agreed, who does it, by when, what it is about, and whether it was done.

mod row;
mod who;

use std::sync::Arc;

use egui::{Id, ScrollArea, Ui};
use egui_phosphor::regular as icon;

use super::below;
use crate::command::{DeskChange, Edit};
use crate::edit::Selection;
use crate::i18n::Message;
use crate::model::{Agreement, AgreementId, AgreementSubject};
use crate::told::agreements as told;
use crate::ui::widgets::{
    Field, begins_anew, bold, button_width, field_ui, key_beyond_places, made_once, remark_ui, rows_ui,
    sign_button_ui, within_ui,
};
use crate::ui::{FrameContext, Intents};
use row::Widths;

/// Height of a row at first, in points.
const ROW_HEIGHT: f32 = 28.0;
/// With less room than this the list moves sideways.
const LEAST_WIDTH: f32 = 560.0;
/// Beside the rows, for the bar of what scrolls.
const BAR: f32 = 8.0;

/// What an agreement can be about: the one thing that is selected.
fn selected_subject(selection: &Selection) -> Option<AgreementSubject> {
    let relation = selection.single_relation().map(AgreementSubject::Relation);
    let actor = selection.single_actor().map(AgreementSubject::Actor);
    actor.or(relation)
}

/// What the next agreement is about, as far as that is still there.
fn next_subject(context: &FrameContext<'_>) -> AgreementSubject {
    let about = &context.desk.next_agreement.about;
    let constellation = context.constellation();
    let is_there = match about {
        AgreementSubject::Nothing | AgreementSubject::Gone(_) => true,
        AgreementSubject::Actor(id) => constellation.actor(*id).is_some(),
        AgreementSubject::Relation(id) => constellation.relation(*id).is_some(),
    };
    if is_there {
        about.clone()
    } else {
        AgreementSubject::Nothing
    }
}

fn subject_text(context: &FrameContext<'_>, about: &AgreementSubject) -> Option<String> {
    let told = told::subject(context.constellation(), about);
    told.map(|message| message.text(context.texts))
}

/// What the list is made from: gone through once for every state of the document, and not in every frame.
struct AgreementList {
    rows: Vec<Agreement>,
    counted: Message,
}

fn list(ui: &Ui, context: &FrameContext<'_>) -> Arc<AgreementList> {
    let from = key_beyond_places(context.document);
    made_once(ui.ctx(), Id::new("agreement-list"), from, || {
        let agreements = &context.constellation().agreements;
        AgreementList {
            rows: agreements.values().cloned().collect(),
            counted: told::counted(agreements.values()),
        }
    })
}

pub fn agreements_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    ui.add_space(4.0);
    let all = list(ui, context);
    ui.horizontal_wrapped(|ui| {
        below::tabs_ui(ui, context, out);
        if !all.rows.is_empty() {
            ui.separator();
            let counted = all.counted.text(context.texts);
            ui.label(egui::RichText::new(counted).weak());
        }
    });
    ui.add_space(2.0);
    new_ui(ui, context, out);
    ui.add_space(2.0);
    if all.rows.is_empty() {
        remark_ui(ui, &context.t("agreements-none"));
        return;
    }
    let room = ui.available_width() - BAR;
    let widths = Widths::within(ui, room.max(LEAST_WIDTH));
    // What moves sideways takes its headings along.
    let is_narrow = room < LEAST_WIDTH;
    if !is_narrow {
        head_ui(ui, context, &widths);
    }
    let is_new = begins_anew(ui, "agreements", context.document.serial());
    let mut area = ScrollArea::both()
        .id_salt("agreements")
        .auto_shrink([false, false]);
    if is_new {
        area = area.vertical_scroll_offset(0.0);
    }
    area.show(ui, |ui| {
        ui.set_min_width(room.max(LEAST_WIDTH));
        if is_narrow {
            head_ui(ui, context, &widths);
        }
        let rows = &all.rows;
        let is_added = is_added(ui, rows, is_new);
        rows_ui(ui, "agreements", ROW_HEIGHT, rows.len(), |ui, at| {
            let one = &rows[at];
            let row = ui.push_id(one.id, |ui| row::row_ui(ui, context, one, &widths, out));
            if is_added && at + 1 == rows.len() {
                row.response.scroll_to_me(None);
            }
        });
    });
}

/// Whether one was just added, which comes last.
fn is_added(ui: &Ui, rows: &[Agreement], is_first_sight: bool) -> bool {
    let key = Id::new("agreements-seen");
    let last = rows.last().map(|one| one.id);
    let before = ui.data_mut(|data| {
        let before: Option<Option<AgreementId>> = data.get_temp(key);
        data.insert_temp(key, last);
        before
    });
    !is_first_sight && before.is_some_and(|before| before < last)
}

fn head_ui(ui: &mut Ui, context: &FrameContext<'_>, widths: &Widths) {
    ui.horizontal(|ui| {
        ui.add_space(widths.tick + ui.spacing().item_spacing.x);
        for (width, key) in [
            (widths.what, "agreement-what"),
            (widths.who, "agreement-who"),
            (widths.when, "agreement-when"),
            (widths.about, "agreement-about"),
        ] {
            within_ui(ui, width, |ui| {
                ui.set_min_width(width);
                ui.add(egui::Label::new(bold(context.t(key))).truncate());
            });
        }
    });
}

/// The field in which the next agreement is written, with what it is about.
fn new_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    ui.horizontal(|ui| {
        let about = next_subject(context);
        let name = subject_text(context, &about);
        let offered = selected_subject(context.selection()).filter(|offered| *offered != about);
        let about_selection = context.t("agreement-about-selection");
        let mut room = ui.available_width();
        if name.is_some() {
            room -= 26.0 + ui.spacing().item_spacing.x;
        } else if offered.is_some() {
            room -= button_width(ui, &about_selection);
        }
        let hint = match &name {
            Some(name) => context
                .texts
                .with("agreement-new-about", &[("name", name.clone().into())]),
            None => context.t("agreement-new"),
        };
        let mut field = Field::new(Id::new("new-agreement"), "").named(&hint).hint(&hint);
        field.width = room - 12.0;
        let subject = about.clone();
        let response = field_ui(ui, field, out, |text| Edit::AddAgreement(subject, text));
        if is_asked_for(ui, context) {
            response.request_focus();
        }
        if name.is_some() {
            let label = context.t("agreement-about-nothing");
            if sign_button_ui(ui, icon::X, &label).clicked() {
                out.push(DeskChange::AgreeAbout(AgreementSubject::Nothing));
            }
        } else if let Some(offered) = offered {
            let name = subject_text(context, &offered).unwrap_or_default();
            let values = [("name", name.into())];
            let hint = context.texts.with("agreement-about-this", &values);
            if ui.button(about_selection).on_hover_text(hint).clicked() {
                out.push(DeskChange::AgreeAbout(offered));
            }
        }
    });
}

/// Whether somebody asked to write one since this was last drawn.
fn is_asked_for(ui: &Ui, context: &FrameContext<'_>) -> bool {
    let key = Id::new("agreements-asked");
    let asked = context.desk.next_agreement.asked;
    let now = (context.document.serial(), asked);
    let before: Option<(u64, u32)> = ui.data(|data| data.get_temp(key));
    ui.data_mut(|data| data.insert_temp(key, now));
    asked > 0 && before != Some(now)
}
