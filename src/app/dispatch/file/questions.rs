//! Questions that must be answered before going on: about unsaved work, and about what is there already.

use egui::Context;

use super::{Pending, go_on, save, start_save};
use crate::app::App;
use crate::app::files::{SaveQuestion, SaveRequest};
use crate::ui::QuestionView;

/// A question that stands open, and what each answer means.
#[derive(Debug, Clone)]
pub enum Question {
    /// Save, discard or stay.
    Unsaved(Pending),
    /// Replace or stay.
    Save {
        question: SaveQuestion,
        request: Box<SaveRequest>,
        then: Option<Pending>,
    },
}

pub(super) fn ask(app: &mut App, question: Question) {
    let texts = app.texts;
    let view = match &question {
        Question::Unsaved(_) => QuestionView {
            title: texts.t("question-unsaved-title"),
            text: texts.with("question-unsaved-text", &[("title", app.title().into())]),
            answers: vec![
                texts.t("answer-save"),
                texts.t("answer-discard"),
                texts.t("answer-cancel"),
            ],
        },
        Question::Save {
            question, request, ..
        } => QuestionView {
            title: texts.t("question-replace-title"),
            text: question.message(&request.path).text(texts),
            answers: vec![texts.t("answer-overwrite"), texts.t("answer-cancel")],
        },
    };
    app.program.question = Some(view);
    app.question = Some(question);
}

pub(super) fn answer(app: &mut App, ctx: &Context, number: usize) {
    app.program.question = None;
    match (app.question.take(), number) {
        (Some(Question::Unsaved(pending)), 0) => save(app, Some(pending)),
        (Some(Question::Unsaved(pending)), 1) => go_on(app, ctx, pending),
        (
            Some(Question::Save {
                question,
                request,
                then,
            }),
            0,
        ) => start_save(app, request.agreed(question), then),
        _ => {}
    }
}
