//! What can be done at a free spot of the board, and with the question in its middle.

use egui::Ui;

use super::{Choosing, choices_ui};
use crate::command::{Command, DeskChange, Edit, FileRequest};
use crate::desk::{Dialog, PathPurpose};
use crate::i18n::shown;
use crate::model::Background;
use crate::ui::canvas::keyboard::add_actor_at;
use crate::ui::widgets::submenu_ui;

pub(super) fn board_menu_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>) {
    let context = choosing.context;
    let vocabulary = &context.constellation().vocabulary;
    let pos = choosing.in_board.rounded();
    if choosing.entry_ui(ui, "board-add-actor-here") {
        add_actor_at(choosing.context.desk.active_actor_kind.clone(), pos, choosing.out);
    }
    submenu_ui(ui, choosing.t("board-add-actor-of-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui.button(shown(&kind.label).into_owned()).clicked() {
                    add_actor_at(Some(kind.id.clone()), pos, choosing.out);
                }
            }
        });
    });
    choosing.run_ui(ui, Command::Paste);
    ui.separator();
    let board = &context.constellation().board;
    if choosing.entry_ui(ui, "board-place-issue-here") {
        let mut board = board.clone();
        board.issue_pos = Some(pos);
        choosing.out.push(Edit::SetBoard(Box::new(board)));
    }
    if board.issue_pos.is_some() {
        take_issue_away_ui(ui, choosing);
    }
    submenu_ui(ui, choosing.t("board-background"), |ui| {
        for background in Background::ALL {
            let key = background_key(background);
            let is_on = board.background == background;
            if !ui.radio(is_on, context.t(key)).clicked() {
                continue;
            }
            if background == Background::Picture && board.picture.is_none() {
                choosing.out.push(FileRequest::Choose(PathPurpose::Picture));
            } else if !is_on {
                let mut board = board.clone();
                board.background = background;
                choosing.out.push(Edit::SetBoard(Box::new(board)));
            }
        }
    });
    ui.separator();
    choosing.run_ui(ui, Command::SelectAll);
    choosing.run_ui(ui, Command::Arrange);
    choosing.run_ui(ui, Command::ZoomToFit);
}

pub(super) fn issue_menu_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>) {
    if choosing.entry_ui(ui, "board-edit-issue") {
        choosing.out.push(DeskChange::Open(Dialog::Properties));
    }
    take_issue_away_ui(ui, choosing);
}

fn take_issue_away_ui(ui: &mut Ui, choosing: &mut Choosing<'_, '_>) {
    if choosing.entry_ui(ui, "board-take-issue-away") {
        let mut board = choosing.context.constellation().board.clone();
        board.issue_pos = None;
        choosing.out.push(Edit::SetBoard(Box::new(board)));
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
