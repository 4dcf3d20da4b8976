//! What can be done at a free spot of the board, and with the question in its middle.

use egui::Ui;

use super::{Desk, choices_ui};
use crate::command::{Command, Intent};
use crate::i18n::shown;
use crate::model::Background;
use crate::ui::canvas::keyboard::add_actor_at;
use crate::ui::state::Dialog;

pub(super) fn board_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let context = desk.context;
    let vocabulary = &context.constellation().vocabulary;
    let pos = desk.in_board.rounded();
    if desk.entry_ui(ui, "board-add-actor-here") {
        add_actor_at(desk.view.active_actor_kind.clone(), pos, desk.out);
    }
    ui.menu_button(desk.t("board-add-actor-of-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui.button(shown(&kind.label).into_owned()).clicked() {
                    add_actor_at(Some(kind.id.clone()), pos, desk.out);
                }
            }
        });
    });
    desk.run_ui(ui, Command::Paste);
    ui.separator();
    let board = &context.constellation().board;
    if desk.entry_ui(ui, "board-place-issue-here") {
        let mut board = board.clone();
        board.issue_pos = Some(pos);
        desk.out.push(Intent::SetBoard(Box::new(board)));
    }
    if board.issue_pos.is_some() {
        take_issue_away_ui(ui, desk);
    }
    ui.menu_button(desk.t("board-background"), |ui| {
        for background in Background::ALL {
            let key = background_key(background);
            let is_on = board.background == background;
            if !ui.radio(is_on, context.t(key)).clicked() {
                continue;
            }
            if background == Background::Picture && board.picture.is_none() {
                desk.out.push(Intent::ChooseBackgroundPicture);
            } else if !is_on {
                let mut board = board.clone();
                board.background = background;
                desk.out.push(Intent::SetBoard(Box::new(board)));
            }
        }
    });
    ui.separator();
    desk.run_ui(ui, Command::SelectAll);
    desk.run_ui(ui, Command::Arrange);
    desk.run_ui(ui, Command::ZoomToFit);
}

pub(super) fn issue_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    if desk.entry_ui(ui, "board-edit-issue") {
        desk.view.dialog = Some(Dialog::Properties);
    }
    take_issue_away_ui(ui, desk);
}

fn take_issue_away_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    if desk.entry_ui(ui, "board-take-issue-away") {
        let mut board = desk.context.constellation().board.clone();
        board.issue_pos = None;
        desk.out.push(Intent::SetBoard(Box::new(board)));
    }
}

fn background_key(background: Background) -> &'static str {
    match background {
        Background::Empty => "board-background-empty",
        Background::Rings => "board-background-rings",
        Background::Quadrants => "board-background-quadrants",
        Background::SectorFields => "board-background-sector-fields",
        Background::LevelBands => "board-background-level-bands",
        Background::Picture => "board-background-picture",
    }
}
