//! One agreement in its row.

use std::collections::BTreeSet;

use egui::{Align, Id, Layout, Response, Ui};
use egui_phosphor::regular as icon;

use super::{selected_subject, subject_text, who};
use crate::command::{Edit, Look};
use crate::edit::AgreementField;
use crate::i18n::shown;
use crate::model::{Agreement, AgreementSubject};
use crate::scene::Highlight;
use crate::told::agreements as told;
use crate::ui::widgets::{Field, field_ui, name_button_ui, sign_button_ui, within_ui};
use crate::ui::{FrameContext, Intents};

/// Width of a button with a sign.
const SIGN: f32 = 26.0;

/// Of every part of a row, in points.
pub struct Widths {
    pub tick: f32,
    pub what: f32,
    pub who: f32,
    pub when: f32,
    pub about: f32,
}

impl Widths {
    pub fn within(ui: &Ui, room: f32) -> Self {
        let (tick, when) = (24.0, 112.0);
        let gaps = 7.0 * ui.spacing().item_spacing.x;
        let words = (room - tick - when - 2.0 * SIGN - gaps).max(0.0);
        Self {
            tick,
            what: words * 0.44,
            who: words * 0.26,
            when,
            about: words * 0.3,
        }
    }
}

pub fn row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    agreement: &Agreement,
    widths: &Widths,
    out: &mut Intents,
) {
    let id = agreement.id;
    let key = Id::new(("agreement-note-open", id));
    let mut shows_note: bool = ui.data(|data| data.get_temp(key)).unwrap_or_default();
    ui.horizontal(|ui| {
        tick_ui(ui, context, agreement, widths.tick, out);
        let name = named(context, "agreement-what", agreement);
        text_ui(ui, ("agreement-what", widths.what), &name, agreement, out);
        within_ui(ui, widths.who, |ui| {
            let name = named(context, "agreement-who", agreement);
            who::who_ui(ui, context, agreement, &name, out);
        });
        let name = named(context, "agreement-when", agreement);
        when_ui(ui, context, &name, agreement, widths.when, out);
        within_ui(ui, widths.about, |ui| {
            ui.set_min_width(widths.about);
            about_ui(ui, context, agreement, out);
        });
        let name = named(context, "agreement-note", agreement);
        if sign_button_ui(ui, icon::NOTE, &name).clicked() {
            shows_note = !shows_note;
            ui.data_mut(|data| data.insert_temp(key, shows_note));
        }
        if sign_button_ui(ui, icon::TRASH, &named(context, "agreement-delete", agreement)).clicked() {
            out.push(Edit::DeleteAgreement(id));
        }
    });
    if shows_note || !agreement.note.is_empty() {
        ui.horizontal(|ui| {
            ui.add_space(widths.tick + ui.spacing().item_spacing.x);
            let name = named(context, "agreement-note", agreement);
            let hint = context.t("agreement-note-hint");
            let mut field = Field::new(Id::new(("agreement-note", id)), &agreement.note)
                .named(&name)
                .hint(&hint);
            field.width = widths.what + widths.who + widths.when;
            field_ui(ui, field, out, |text| {
                Edit::EditAgreement(id, AgreementField::Note(text))
            });
        });
    }
}

/// A part of a row by its name and by what the agreement is.
fn named(context: &FrameContext<'_>, part: &str, agreement: &Agreement) -> String {
    let values = [
        ("part", context.t(part).into()),
        ("what", shown(&agreement.what).into_owned().into()),
    ];
    context.texts.with("agreement-part", &values)
}

fn tick_ui(ui: &mut Ui, context: &FrameContext<'_>, agreement: &Agreement, width: f32, out: &mut Intents) {
    let mut is_done = agreement.is_done;
    let response = ui.add_sized([width, width], egui::Checkbox::without_text(&mut is_done));
    let values = [("what", shown(&agreement.what).into_owned().into())];
    let name = context.texts.with("agreement-tick", &values);
    response.widget_info(|| {
        egui::WidgetInfo::selected(egui::WidgetType::Checkbox, ui.is_enabled(), is_done, &name)
    });
    let state = context.t(told::state_key(agreement.is_done));
    if response.on_hover_text(state).changed() {
        let done = AgreementField::Done(is_done);
        out.push(Edit::EditAgreement(agreement.id, done));
    }
}

fn text_ui(ui: &mut Ui, (key, width): (&str, f32), name: &str, agreement: &Agreement, out: &mut Intents) {
    let id = agreement.id;
    within_ui(ui, width, |ui| {
        let field = Field::new(Id::new((key, id)), &agreement.what).named(name);
        let response = field_ui(ui, field, out, |text| {
            // An agreement without words is none.
            if text.trim().is_empty() {
                Edit::DeleteAgreement(id)
            } else {
                Edit::EditAgreement(id, AgreementField::What(text))
            }
        });
        whole_ui(ui, response, &agreement.what);
    });
}

/// Under the pointer all of a text for which its field has no room.
pub fn whole_ui(ui: &Ui, response: Response, text: &str) {
    let font = egui::TextStyle::Body.resolve(ui.style());
    let text = shown(text);
    let painter = ui.painter();
    let line = painter.layout_no_wrap(text.clone().into_owned(), font, egui::Color32::PLACEHOLDER);
    if line.size().x > response.rect.width() - 8.0 && !response.has_focus() {
        response.on_hover_text(text.as_ref());
    }
}

fn when_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    name: &str,
    agreement: &Agreement,
    width: f32,
    out: &mut Intents,
) {
    let id = agreement.id;
    let when = told::moment(context.texts, &agreement.when);
    let hint = context.t("agreement-when-hint");
    within_ui(ui, width, |ui| {
        let field = Field::new(Id::new(("agreement-when", id)), &when)
            .named(name)
            .hint(&hint);
        field_ui(ui, field, out, |text| {
            Edit::EditAgreement(id, AgreementField::When(text))
        });
    });
}

/// What it is about, which lights up when it is clicked; where nothing was said, a button that makes it about what is
/// selected.
fn about_ui(ui: &mut Ui, context: &FrameContext<'_>, agreement: &Agreement, out: &mut Intents) {
    let about = &agreement.about;
    let set = |about| Edit::EditAgreement(agreement.id, AgreementField::About(about));
    let Some(name) = subject_text(context, about) else {
        let Some(offered) = selected_subject(context.selection()) else {
            return;
        };
        let name = subject_text(context, &offered).unwrap_or_default();
        let hint = context
            .texts
            .with("agreement-about-this", &[("name", name.into())]);
        let button = egui::Button::new(context.t("agreement-about-selection")).truncate();
        if ui.add(button).on_hover_text(hint).clicked() {
            out.push(set(offered));
        }
        return;
    };
    // The signs of all rows stand under each other.
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        if sign_button_ui(ui, icon::X, &context.t("agreement-about-nothing")).clicked() {
            out.push(set(AgreementSubject::Nothing));
        }
        let layout = Layout::left_to_right(Align::Center);
        ui.with_layout(layout, |ui| light_ui(ui, context, about, &name, out));
    });
}

/// A name that lights up on the board.
fn light_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    about: &AgreementSubject,
    name: &str,
    out: &mut Intents,
) {
    let Some(lit) = lit(context, about) else {
        ui.add(egui::Label::new(name).truncate());
        return;
    };
    let values = [("name", name.to_owned().into())];
    let hint = context.texts.with("agreement-light", &values);
    if name_button_ui(ui, name).on_hover_text(hint).clicked() {
        let is_lit = context.lens.highlight.as_ref() == Some(&lit);
        out.push(Look::Highlight((!is_lit).then_some(lit)));
    }
}

/// What lights up on the board; nothing for who is gone.
fn lit(context: &FrameContext<'_>, about: &AgreementSubject) -> Option<Highlight> {
    match about {
        AgreementSubject::Actor(id) => Some(Highlight::of_actors_alone(BTreeSet::from([*id]))),
        AgreementSubject::Relation(id) => {
            let relation = context.constellation().relation(*id)?;
            Some(Highlight {
                actors: BTreeSet::from([relation.source, relation.target]),
                relations: BTreeSet::from([*id]),
            })
        }
        AgreementSubject::Nothing | AgreementSubject::Gone(_) => None,
    }
}
