//! One or many actors.

use egui::{CollapsingHeader, Id, Ui};

use super::attributes::attributes_ui;
use super::data::ActorsData;
use super::{actor_relations, describe};
use crate::command::{Command, Edit};
use crate::edit::{ActorField, Label};
use crate::model::{Actor, tower_after};
use crate::ui::panels::fields;
use crate::ui::panels::spanners::card;
use crate::ui::panels::words;
use crate::ui::widgets::{
    Choice, ChoiceField, Field, Picked, SharedValue, bold, field_ui, heading_ui, icon_text, number_ui,
    plain_choice_ui, remark_ui, row_ui, sign_button_ui,
};
use crate::ui::{FrameContext, Intents};

pub fn actors_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    match data.single {
        Some(actor) => name_ui(ui, context, actor, out),
        None => many_ui(ui, context, data, out),
    }
    describe::describe_ui(ui, context, data, out);
    heading_ui(ui, &context.t("inspector-position"));
    influence_ui(ui, context, data, out);
    gaze_ui(ui, context, data, out);
    stance_ui(ui, context, data, out);
    heading_ui(ui, &context.t("inspector-wants"));
    texts_ui(ui, context, data, out);
    if let Some(actor) = data.single {
        human_card_ui(ui, context, actor, out);
    }
    attributes_ui(ui, context, &data.attributes, out);
    if let Some(actor) = data.single {
        actor_relations::relations_of_ui(ui, context, actor, out);
    }
}

fn name_ui(ui: &mut Ui, context: &FrameContext<'_>, actor: &Actor, out: &mut Intents) {
    heading_ui(ui, &context.t("inspector-actor"));
    row_ui(ui, &context.t("field-name"), |ui, label| {
        let field = Field::new(Id::new(("actor-name", actor.id)), &actor.label).labelled(label);
        field_ui(ui, field, out, |text| {
            Edit::EditActors(vec![actor.id], ActorField::Label(text.trim().to_owned()).into())
        });
    });
    if actor.pos.is_none() {
        remark_ui(ui, &context.t("inspector-in-tray"));
    }
}

fn many_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let count = data.ids.len();
    heading_ui(
        ui,
        &context.texts.with("inspector-actors", &[("count", count.into())]),
    );
    remark_ui(ui, &context.t("inspector-all-at-once"));
    if data.placed < 2 {
        return;
    }
    const LINES: [[(Command, &str); 4]; 2] = [
        [
            (Command::AlignLeft, egui_phosphor::fill::ALIGN_LEFT),
            (
                Command::AlignCentreX,
                egui_phosphor::fill::ALIGN_CENTER_HORIZONTAL,
            ),
            (Command::AlignRight, egui_phosphor::fill::ALIGN_RIGHT),
            (Command::DistributeHorizontally, egui_phosphor::fill::DOTS_THREE),
        ],
        [
            (Command::AlignTop, egui_phosphor::fill::ALIGN_TOP),
            (Command::AlignCentreY, egui_phosphor::fill::ALIGN_CENTER_VERTICAL),
            (Command::AlignBottom, egui_phosphor::fill::ALIGN_BOTTOM),
            (
                Command::DistributeVertically,
                egui_phosphor::fill::DOTS_THREE_VERTICAL,
            ),
        ],
    ];
    for line in LINES {
        ui.horizontal(|ui| {
            for (command, sign) in line {
                let is_distribution = matches!(
                    command,
                    Command::DistributeHorizontally | Command::DistributeVertically
                );
                ui.add_enabled_ui(!is_distribution || data.placed > 2, |ui| {
                    if sign_button_ui(ui, icon_text(sign), &context.t(command.info().key)).clicked() {
                        out.push(command);
                    }
                });
            }
        });
    }
}

/// The tower: one disc up or down for each actor from where it stands.
fn influence_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let step = |discs: i32, out: &mut Intents| {
        out.push(Edit::Begin(Label::EditActor));
        for &(id, influence) in &data.influences {
            let raised = tower_after(influence, discs);
            if influence != Some(raised) {
                out.push(Edit::EditActors(
                    vec![id],
                    ActorField::Influence(Some(raised)).into(),
                ));
            }
        }
        out.push(Edit::End);
    };
    let refused = row_ui(ui, &context.t("field-influence"), |ui, label| {
        if sign_button_ui(ui, "−", &context.t("influence-less")).clicked() {
            step(-1, out);
        }
        let instead = match data.influence {
            SharedValue::Same(Some(_)) => None,
            SharedValue::Same(None) => Some("–"),
            SharedValue::Mixed => Some("…"),
        };
        let id = Id::new(("influence", &data.ids));
        let influence = data.influence.same().flatten();
        let field = fields::influence(id, Some(label), &data.ids, influence, instead);
        let (_, refused) = number_ui(ui, context.texts, &field, out, |value| {
            Edit::EditActors(
                data.ids.clone(),
                ActorField::Influence(Some(value.round() as u32)).into(),
            )
        });
        if sign_button_ui(ui, "+", &context.t("influence-more")).clicked() {
            step(1, out);
        }
        let is_known = data.influence != SharedValue::Same(None);
        if is_known && sign_button_ui(ui, "×", &context.t("influence-unknown")).clicked() {
            out.push(Edit::EditActors(
                data.ids.clone(),
                ActorField::Influence(None).into(),
            ));
        }
        refused
    });
    if let Some(bad) = refused {
        crate::ui::widgets::refusal_ui(ui, &bad.text(context.texts, "influence-refused"));
    }
}

fn gaze_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    const COMPASS: [(f64, &str); 8] = [
        (0.0, "gaze-up"),
        (45.0, "gaze-up-right"),
        (90.0, "gaze-right"),
        (135.0, "gaze-down-right"),
        (180.0, "gaze-down"),
        (225.0, "gaze-down-left"),
        (270.0, "gaze-left"),
        (315.0, "gaze-up-left"),
    ];
    let texts = context.texts;
    let shown = match data.gaze_deg {
        SharedValue::Same(Some(deg)) => match COMPASS.iter().find(|(known, _)| *known == deg) {
            Some((_, key)) => texts.t(key),
            None => texts.with("gaze-degrees", &[("degrees", texts.number(deg, 1).into())]),
        },
        SharedValue::Same(None) | SharedValue::Mixed => texts.t("gaze-none"),
    };
    row_ui(ui, &context.t("field-gaze"), |ui, label| {
        let field = ChoiceField::new(Id::new(("gaze", &data.ids)), label);
        let choices = || {
            let none = Choice::new(None, texts.t("gaze-none"));
            let looks = COMPASS.map(|(deg, key)| Choice::new(Some(deg), texts.t(key)));
            std::iter::once(none).chain(looks).collect()
        };
        let picked = plain_choice_ui(ui, texts, &field, &data.gaze_deg, &shown, choices);
        if let Some(Picked::Value(gaze)) = picked {
            out.push(Edit::EditActors(data.ids.clone(), ActorField::Gaze(gaze).into()));
        }
    });
}

fn stance_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let texts = context.texts;
    row_ui(ui, &context.t("field-stance"), |ui, label| {
        let field = ChoiceField::new(Id::new(("stance", &data.ids)), label);
        let shown = texts.t(words::stance_key(data.stance.same().flatten()));
        let choices = || words::stances(texts);
        let picked = plain_choice_ui(ui, texts, &field, &data.stance, &shown, choices);
        if let Some(Picked::Value(stance)) = picked {
            out.push(Edit::EditActors(
                data.ids.clone(),
                ActorField::Stance(stance).into(),
            ));
        }
    });
    row_ui(ui, &context.t("field-tempo"), |ui, label| {
        let field = ChoiceField::new(Id::new(("tempo", &data.ids)), label);
        let shown = texts.t(words::tempo_key(data.tempo.same().flatten()));
        let choices = || words::tempos(texts);
        let picked = plain_choice_ui(ui, texts, &field, &data.tempo, &shown, choices);
        if let Some(Picked::Value(tempo)) = picked {
            out.push(Edit::EditActors(
                data.ids.clone(),
                ActorField::Tempo(tempo).into(),
            ));
        }
    });
}

fn texts_ui(ui: &mut Ui, context: &FrameContext<'_>, data: &ActorsData<'_>, out: &mut Intents) {
    let interests = match data.interests {
        SharedValue::Same(lines) => SharedValue::Same(lines.join("\n")),
        SharedValue::Mixed => SharedValue::Mixed,
    };
    let interests = match &interests {
        SharedValue::Same(text) => SharedValue::Same(text.as_str()),
        SharedValue::Mixed => SharedValue::Mixed,
    };
    let mut text = |key: &str, value: SharedValue<&str>, rows: usize, field: fn(String) -> ActorField| {
        text_row_ui(
            ui,
            context,
            &context.t(key),
            Id::new((key, &data.ids)),
            value,
            rows,
            out,
            |text| Edit::EditActors(data.ids.clone(), field(text).into()),
        );
    };
    text("field-interests", interests, 2, |text| {
        let lines = text.lines().map(str::trim).filter(|line| !line.is_empty());
        ActorField::Interests(lines.map(str::to_owned).collect())
    });
    text("field-motive", data.motive, 2, ActorField::Motive);
    text("field-form", data.form, 1, ActorField::Form);
    text("field-note", data.note, 3, ActorField::Note);
}

/// What people say of the actor as a candidate bridge builder; open once something has been said.
fn human_card_ui(ui: &mut Ui, context: &FrameContext<'_>, actor: &Actor, out: &mut Intents) {
    let count = card::answered(&actor.card);
    let title = context.texts.with("card-title", &[("count", count.into())]);
    ui.add_space(6.0);
    CollapsingHeader::new(bold(title))
        .id_salt(("human-card", actor.id))
        .default_open(!actor.card.is_empty())
        .show_unindented(ui, |ui| card::card_ui(ui, context, actor, out));
}

/// A labelled text that may differ among what is selected; then it is empty and says so.
pub(super) fn text_row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    name: &str,
    id: Id,
    value: SharedValue<&str>,
    rows: usize,
    out: &mut Intents,
    to_edit: impl FnOnce(String) -> Edit,
) {
    let hint = match value {
        SharedValue::Mixed => context.t("value-mixed"),
        SharedValue::Same(_) => String::new(),
    };
    row_ui(ui, name, |ui, label| {
        let field = Field::new(id, value.same().unwrap_or_default())
            .labelled(label)
            .hint(&hint)
            .rows(rows);
        field_ui(ui, field, out, to_edit);
    });
}
