//! What can be done with a relation, or with all selected ones.

use egui::Ui;

use super::{Choosing, choices_ui, display_name, ends};
use crate::command::{Command, Edit};
use crate::edit::RelationField;
use crate::edit::operations::RelationEdit;
use crate::model::{AgreementSubject, Direction, Relation, RelationId, RelationStatus};
use crate::ui::FrameContext;
use crate::ui::canvas::line_sample::kind_button_ui;
use crate::ui::widgets::{self, submenu_ui};

/// The weights offered; others are typed in the inspector.
const WEIGHTS: std::ops::RangeInclusive<u8> = 1..=5;

pub(super) fn relation_menu_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>, clicked: RelationId) {
    let context = choosing.context;
    let Some(relation) = context.constellation().relation(clicked) else {
        ui.close();
        return;
    };
    let relations = choosing.relations(clicked);
    if relations.len() == 1 {
        ui.label(widgets::bold(ends(context, relation)));
    } else {
        let count = [("count", relations.len().into())];
        ui.label(widgets::bold(context.texts.with("board-relation-count", &count)));
    }
    ui.separator();
    let mut chosen: Option<RelationEdit> = None;
    submenu_ui(ui, choosing.t("board-relation-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &context.constellation().vocabulary.relation_kinds {
                if kind_button_ui(ui, kind, relation.kind == kind.id).clicked() {
                    chosen = Some(RelationField::Kind(kind.id.clone()).into());
                }
            }
        });
    });
    weights_ui(ui, choosing, relation, &mut chosen);
    submenu_ui(ui, choosing.t("board-direction"), |ui| {
        directions_ui(ui, context, relation, &mut chosen);
    });
    if choosing.command_ui(ui, Command::ReverseRelation) {
        chosen = Some(RelationEdit::Reverse);
    }
    if choosing.command_ui(ui, Command::MakeMutual) {
        chosen = Some(RelationField::Direction(Direction::Mutual).into());
    }
    ui.separator();
    submenu_ui(ui, choosing.t("board-status"), |ui| {
        for (status, key) in [
            (RelationStatus::Existing, "board-status-existing"),
            (RelationStatus::Wished, "board-status-wished"),
            (RelationStatus::Ended, "board-status-ended"),
        ] {
            if ui.radio(relation.status == status, context.t(key)).clicked() {
                chosen = Some(RelationField::Status(status).into());
            }
        }
    });
    let mut is_verified = relation.verified;
    if ui
        .checkbox(&mut is_verified, choosing.t("board-verified"))
        .clicked()
    {
        chosen = Some(RelationField::Verified(is_verified).into());
        ui.close();
    }
    if relations.len() == 1 {
        choosing.agreement_ui(ui, AgreementSubject::Relation(clicked));
    }
    ui.separator();
    choosing.run_ui(ui, Command::Delete);
    if let Some(edit) = chosen {
        choosing.out.push(Edit::EditRelations(relations, edit));
    }
}

fn weights_ui(
    ui: &mut Ui,
    choosing: &mut Choosing<'_, '_>,
    relation: &Relation,
    chosen: &mut Option<RelationEdit>,
) {
    ui.horizontal(|ui| {
        ui.label(choosing.t("board-weight"));
        for weight in WEIGHTS {
            let is_on = relation.weight == f64::from(weight);
            let response = ui.selectable_label(is_on, weight.to_string());
            if response.clicked() {
                *chosen = Some(RelationField::Weight(f64::from(weight)).into());
                ui.close();
            }
        }
    });
}

fn directions_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    relation: &Relation,
    chosen: &mut Option<RelationEdit>,
) {
    let name = |id| {
        let actor = context.constellation().actor(id);
        actor.map_or_else(String::new, |actor| display_name(context, actor))
    };
    let (source, target) = (name(relation.source), name(relation.target));
    let is_directed = relation.direction == Direction::Directed;
    let forwards = format!("{source} → {target}");
    if ui.radio(is_directed, forwards).clicked() && !is_directed {
        *chosen = Some(RelationField::Direction(Direction::Directed).into());
    }
    // From the other end: the same as turning it round, once it has a direction.
    if is_directed && ui.radio(false, format!("{target} → {source}")).clicked() {
        *chosen = Some(RelationEdit::Reverse);
    }
    let is_mutual = relation.direction == Direction::Mutual;
    if ui.radio(is_mutual, context.t("board-direction-mutual")).clicked() {
        *chosen = Some(RelationField::Direction(Direction::Mutual).into());
    }
    let is_undirected = relation.direction == Direction::Undirected;
    if ui
        .radio(is_undirected, context.t("board-direction-undirected"))
        .clicked()
    {
        *chosen = Some(RelationField::Direction(Direction::Undirected).into());
    }
}
