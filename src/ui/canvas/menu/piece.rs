//! What can be done with a piece, or with all selected ones.

use egui::Ui;

use super::{Desk, choices_ui, display_name};
use crate::command::{ALIGN, Command, DISTRIBUTE, Intent};
use crate::edit::operations::ActorEdit;
use crate::i18n::shown;
use crate::model::{Actor, ActorId};
use crate::ui::widgets;

pub(super) fn piece_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, clicked: ActorId) {
    let context = desk.context;
    let Some(actor) = context.constellation().actor(clicked) else {
        ui.close();
        return;
    };
    let actors = desk.actors(clicked);
    if actors.len() == 1 {
        ui.label(widgets::bold(display_name(context, actor)));
        if desk.command_ui(ui, Command::Rename) {
            desk.out.push(Intent::StartRename(clicked));
        }
        if desk.command_ui(ui, Command::StartRelation) {
            desk.view.relating_from = Some(clicked);
        }
        if desk.entry_ui(ui, "board-relate-to-itself") {
            desk.out.push(Intent::AddRelation {
                source: clicked,
                target: clicked,
            });
        }
    } else {
        let count = [("count", actors.len().into())];
        ui.label(widgets::bold(context.texts.with("board-actor-count", &count)));
    }
    ui.separator();
    words_ui(ui, desk, actor, &actors);
    ui.separator();
    for command in [
        Command::Cut,
        Command::Copy,
        Command::Duplicate,
        Command::ToTray,
        Command::SelectNeighbours,
    ] {
        desk.run_ui(ui, command);
    }
    if actors.len() > 1 {
        line_up_ui(ui, desk, actors.len());
    }
    ui.separator();
    desk.run_ui(ui, Command::Delete);
}

fn line_up_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, count: usize) {
    desk.run_ui(ui, Command::Arrange);
    ui.menu_button(desk.t("board-line-up"), |ui| {
        for command in ALIGN {
            desk.run_ui(ui, command);
        }
        if count > 2 {
            ui.separator();
            for command in DISTRIBUTE {
                desk.run_ui(ui, command);
            }
        }
    });
}

/// Kind, sector, level and domains: of all selected actors at once; ticks are those of the clicked one.
fn words_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, actor: &Actor, actors: &[ActorId]) {
    let vocabulary = &desk.context.constellation().vocabulary;
    let none = desk.t("board-not-said");
    let mut chosen: Option<ActorEdit> = None;
    ui.menu_button(desk.t("board-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui
                    .radio(
                        actor.kind.as_ref() == Some(&kind.id),
                        shown(&kind.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorEdit::Kind(Some(kind.id.clone())));
                }
            }
            if ui.radio(actor.kind.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Kind(None));
            }
        });
    });
    ui.menu_button(desk.t("board-sector"), |ui| {
        choices_ui(ui, |ui| {
            for sector in &vocabulary.sectors {
                if ui
                    .radio(
                        actor.sector.as_ref() == Some(&sector.id),
                        shown(&sector.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorEdit::Sector(Some(sector.id.clone())));
                }
            }
            if ui.radio(actor.sector.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Sector(None));
            }
        });
    });
    ui.menu_button(desk.t("board-level"), |ui| {
        choices_ui(ui, |ui| {
            for level in &vocabulary.levels {
                if ui
                    .radio(
                        actor.level.as_ref() == Some(&level.id),
                        shown(&level.label).into_owned(),
                    )
                    .clicked()
                {
                    chosen = Some(ActorEdit::Level(Some(level.id.clone())));
                }
            }
            if ui.radio(actor.level.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Level(None));
            }
        });
    });
    ui.menu_button(desk.t("board-domains"), |ui| {
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
        desk.out.push(Intent::EditActors(actors.to_vec(), edit));
    }
}
