//! What can be done with a piece, or with all selected ones.

use egui::Ui;

use super::{Choosing, choices_ui, display_name};
use crate::command::{ALIGN, Command, DISTRIBUTE, DeskChange, Edit};
use crate::edit::ActorField;
use crate::edit::operations::ActorEdit;
use crate::i18n::shown;
use crate::model::{Actor, ActorId, AgreementSubject};
use crate::ui::widgets::{self, submenu_ui};

pub(super) fn piece_menu_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>, clicked: ActorId) {
    let context = choosing.context;
    let Some(actor) = context.constellation().actor(clicked) else {
        ui.close();
        return;
    };
    let actors = choosing.actors(clicked);
    if actors.len() == 1 {
        ui.label(widgets::bold(display_name(context, actor)));
        if choosing.command_ui(ui, Command::Rename) {
            choosing.out.push(DeskChange::StartRename(clicked));
        }
        if choosing.command_ui(ui, Command::StartRelation) {
            choosing.out.push(DeskChange::RelateFrom(Some(clicked)));
        }
        if choosing.entry_ui(ui, "board-relate-to-itself") {
            choosing.out.push(Edit::AddRelation {
                source: clicked,
                target: clicked,
            });
        }
        choosing.agreement_ui(ui, AgreementSubject::Actor(clicked));
    } else {
        let count = [("count", actors.len().into())];
        ui.label(widgets::bold(context.texts.with("board-actor-count", &count)));
    }
    ui.separator();
    words_ui(ui, choosing, actor, &actors);
    ui.separator();
    for command in [
        Command::Cut,
        Command::Copy,
        Command::Duplicate,
        Command::ToTray,
        Command::SelectNeighbours,
    ] {
        choosing.run_ui(ui, command);
    }
    if actors.len() > 1 {
        line_up_ui(ui, choosing, actors.len());
    }
    ui.separator();
    choosing.run_ui(ui, Command::Delete);
}

fn line_up_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>, count: usize) {
    choosing.run_ui(ui, Command::Arrange);
    submenu_ui(ui, choosing.t("board-line-up"), |ui| {
        for command in ALIGN {
            choosing.run_ui(ui, command);
        }
        if count > 2 {
            ui.separator();
            for command in DISTRIBUTE {
                choosing.run_ui(ui, command);
            }
        }
    });
}

/// Kind, sector, level and domains: of all selected actors at once; ticks are those of the clicked one.
fn words_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>, actor: &Actor, actors: &[ActorId]) {
    let vocabulary = &choosing.context.constellation().vocabulary;
    let none = choosing.t("board-not-said");
    let mut chosen: Option<ActorEdit> = None;
    submenu_ui(ui, choosing.t("board-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui
                    .radio(
                        actor.kind.as_ref() == Some(&kind.id),
                        shown(&kind.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorField::Kind(Some(kind.id.clone())).into());
                }
            }
            if ui.radio(actor.kind.is_none(), &none).clicked() {
                chosen = Some(ActorField::Kind(None).into());
            }
        });
    });
    submenu_ui(ui, choosing.t("board-sector"), |ui| {
        choices_ui(ui, |ui| {
            for sector in &vocabulary.sectors {
                if ui
                    .radio(
                        actor.sector.as_ref() == Some(&sector.id),
                        shown(&sector.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorField::Sector(Some(sector.id.clone())).into());
                }
            }
            if ui.radio(actor.sector.is_none(), &none).clicked() {
                chosen = Some(ActorField::Sector(None).into());
            }
        });
    });
    submenu_ui(ui, choosing.t("board-level"), |ui| {
        choices_ui(ui, |ui| {
            for level in &vocabulary.levels {
                if ui
                    .radio(
                        actor.level.as_ref() == Some(&level.id),
                        shown(&level.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorField::Level(Some(level.id.clone())).into());
                }
            }
            if ui.radio(actor.level.is_none(), &none).clicked() {
                chosen = Some(ActorField::Level(None).into());
            }
        });
    });
    submenu_ui(ui, choosing.t("board-domains"), |ui| {
        choices_ui(ui, |ui| {
            for domain in &vocabulary.domains {
                let mut is_on = actor.domains.contains(&domain.id);
                if ui
                    .checkbox(&mut is_on, shown(&domain.label).into_owned())
                    .clicked()
                {
                    let id = domain.id.clone();
                    chosen = Some(if is_on {
                        ActorEdit::AddDomain(id)
                    } else {
                        ActorEdit::RemoveDomain(id)
                    });
                }
            }
        });
    });
    if let Some(edit) = chosen {
        choosing.out.push(Edit::EditActors(actors.to_vec(), edit));
    }
}
