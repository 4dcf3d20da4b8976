//! The facts about the whole: title, question, date, place, source; and the board.

use egui::{Id, Ui};

use super::{first_place, window};
use crate::command::{Edit, FileRequest};
use crate::desk::PathPurpose;
use crate::edit::Label;
use crate::model::{Background, Board, Info, NoteTarget};
use crate::ui::panels::words;
use crate::ui::widgets::{
    Choice, ChoiceField, Field, NumberField, Picked, SharedValue, field_ui, heading_ui, number_ui,
    panel_scroll, plain_choice_ui, refusal_ui, remark_ui, row_ui,
};
use crate::ui::{FrameContext, Intents};

pub fn properties_ui(ui: &Ui, context: &FrameContext<'_>, is_open: &mut bool, out: &mut Intents) {
    window(ui, context.t("properties-title"), is_open)
        .default_pos(first_place(ui))
        .default_height(600.0)
        .show(ui.ctx(), |ui| {
            panel_scroll(ui, "properties", context.document.serial()).show(ui, |ui| {
                info_ui(ui, context, out);
                board_ui(ui, context, out);
            });
        });
}

fn info_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let info = &context.constellation().info;
    let mut text = |key: &str, value: &str, rows: usize, set: fn(&mut Info, String)| {
        row_ui(ui, &context.t(key), |ui, label| {
            let field = Field::new(Id::new(("properties", key)), value)
                .labelled(label)
                .rows(rows);
            field_ui(ui, field, out, |text| {
                let mut info = info.clone();
                set(&mut info, text);
                Edit::SetInfo(Box::new(info))
            });
        });
    };
    text("field-title", &info.title, 1, |info, text| info.title = text);
    text("field-issue", &info.issue, 2, |info, text| info.issue = text);
    text("field-date", &info.date, 1, |info, text| info.date = text);
    text("field-place", &info.place, 1, |info, text| info.place = text);
    text("field-author", &info.author, 1, |info, text| info.author = text);
    text("field-origin", &info.source, 2, |info, text| info.source = text);
    text("field-description", &info.description, 3, |info, text| {
        info.description = text;
    });
    row_ui(ui, &context.t("field-language"), |ui, label| {
        let field = ChoiceField::new(Id::new("properties-language"), label);
        let shown = context.t(words::language_key(info.language));
        let choices = || words::languages(context.texts);
        let current = SharedValue::Same(info.language);
        let picked = plain_choice_ui(ui, context.texts, &field, &current, &shown, choices);
        if let Some(Picked::Value(language)) = picked {
            out.push(Edit::SetInfo(Box::new(Info {
                language,
                ..info.clone()
            })));
        }
    });
}

fn board_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    heading_ui(ui, &context.t("properties-board"));
    let board = &context.constellation().board;
    let send = |out: &mut Intents, board: Board| out.push(Edit::SetBoard(Box::new(board)));
    let mut size = |key: &'static str, value: f64, set: fn(&mut Board, f64)| {
        let refused = row_ui(ui, &context.t(key), |ui, label| {
            let field = NumberField {
                id: Id::new(key),
                label: Some(label),
                name: key,
                about: NoteTarget::Constellation,
                value,
                instead: None,
                least: 200.0,
                most: 20_000.0,
                speed: 5.0,
                decimals: 0,
                suffix: "",
                accepts: |size| (200.0..=20_000.0).contains(&size),
                step: Label::EditBoard,
            };
            let (_, refused) = number_ui(ui, context.texts, &field, out, |value| {
                let mut board = board.clone();
                set(&mut board, value.round());
                Edit::SetBoard(Box::new(board))
            });
            refused
        });
        if let Some(bad) = refused {
            refusal_ui(ui, &bad.text(context.texts, "board-size-refused"));
        }
    };
    size("field-board-width", board.width, |board, value| {
        board.width = value;
    });
    size("field-board-height", board.height, |board, value| {
        board.height = value;
    });
    row_ui(ui, &context.t("field-background"), |ui, label| {
        let field = ChoiceField::new(Id::new("properties-background"), label);
        let shown = context.t(background_key(board.background));
        let choices = || {
            Background::ALL
                .map(|background| Choice::new(background, context.t(background_key(background))))
                .into()
        };
        let current = SharedValue::Same(board.background);
        let picked = plain_choice_ui(ui, context.texts, &field, &current, &shown, choices);
        match picked {
            Some(Picked::Value(Background::Picture)) if board.picture.is_none() => {
                out.push(FileRequest::Choose(PathPurpose::Picture));
            }
            Some(Picked::Value(background)) => send(
                out,
                Board {
                    background,
                    ..board.clone()
                },
            ),
            _ => {}
        }
    });
    picture_ui(ui, context, board, out);
}

fn picture_ui(ui: &mut Ui, context: &FrameContext<'_>, board: &Board, out: &mut Intents) {
    ui.horizontal_wrapped(|ui| {
        if ui.button(context.t("properties-choose-picture")).clicked() {
            out.push(FileRequest::Choose(PathPurpose::Picture));
        }
        let Some(picture) = &board.picture else { return };
        remark_ui(ui, &picture.name);
        if ui.button(context.t("properties-remove-picture")).clicked() {
            let background = match board.background {
                Background::Picture => Background::Empty,
                other => other,
            };
            out.push(Edit::SetBoard(Box::new(Board {
                picture: None,
                background,
                ..board.clone()
            })));
        }
    });
}

pub(super) fn background_key(background: Background) -> &'static str {
    match background {
        Background::Empty => "background-empty",
        Background::Rings => "background-rings",
        Background::Quadrants => "background-quadrants",
        Background::SectorFields => "background-sector-fields",
        Background::LevelBands => "background-level-bands",
        Background::Picture => "background-picture",
    }
}
