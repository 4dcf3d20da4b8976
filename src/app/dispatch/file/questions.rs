//! Questions that must be answered before going on: about unsaved work, and about what is there already.

use crate::store::Location;

use egui::Context;

use super::{
    ChosenPath, Pending, forget_typed, go_on, guarded, path_chosen, recovery, save, settle_before_leaving,
    start_save,
};
use crate::app::App;
use crate::app::files::{SaveQuestion, SaveRequest};
use crate::desk::PathPurpose;
use crate::i18n::Value;
use crate::told;
use crate::ui::{QuestionView, RecoverableView};

/// An open question, and what each answer means.
#[derive(Debug)]
pub enum Question {
    /// Save, discard or stay.
    Unsaved(Pending),
    /// Replace or stay.
    Save {
        question: SaveQuestion,
        request: Box<SaveRequest>,
        then: Option<Pending>,
    },
    /// Replace or stay.
    Export { purpose: PathPurpose, path: Location },
    /// There is later work on the file on the board: bring it back, or not now.
    Offer(Box<RecoverableView>),
    /// Throw recovered work away, or keep it.
    Discard(Box<RecoverableView>),
    /// Remove for good all that was thrown away, or keep it.
    RemoveDiscarded,
}

impl Question {
    /// A save waits for the answer.
    pub fn is_about_save(&self) -> bool {
        matches!(self, Self::Save { .. })
    }
}

/// Asks it now, or after the question that is open.
pub(super) fn ask(app: &mut App, question: Question) {
    if app.question.is_none() {
        app.program.question = Some(view(app, &question));
        app.question = Some(question);
    } else if !matches!(question, Question::Unsaved(Pending::Quit)) {
        app.waiting_questions.push_back(question);
    }
}

fn view(app: &App, question: &Question) -> QuestionView {
    let texts = app.texts;
    let asked = |title: &str, text: String, answers: &[&str]| QuestionView {
        title: texts.t(title),
        text,
        answers: answers.iter().map(|answer| texts.t(answer)).collect(),
    };
    match question {
        Question::Unsaved(pending) => {
            let text = unsaved_text(app, pending);
            asked(
                "question-unsaved-title",
                text,
                &["answer-save", "answer-discard", "answer-cancel"],
            )
        }
        Question::Save {
            question, request, ..
        } => {
            let text = question.message(&request.path).text(texts);
            asked(
                "question-replace-title",
                text,
                &["answer-overwrite", "answer-cancel"],
            )
        }
        Question::Export { path, .. } => {
            let text = texts.with("question-export-text", &[("file", path.to_string().into())]);
            asked(
                "question-replace-title",
                text,
                &["answer-overwrite", "answer-cancel"],
            )
        }
        Question::Offer(found) => {
            let mut text = texts.with("question-offer-text", &values(app, found));
            if let Some(file) = found.file.as_ref().filter(|_| found.file_has_changed) {
                let file = told::pseudonyms::file_name(&file.to_string(), found.has_codes, texts);
                let file = [("file", file.into())];
                text = format!("{text}\n{}", texts.with("notice-recovered-file-changed", &file));
            }
            asked(
                "question-offer-title",
                text,
                &["answer-recover", "answer-not-now"],
            )
        }
        Question::Discard(found) => {
            let text = texts.with("question-discard-text", &values(app, found));
            asked(
                "question-discard-title",
                text,
                &["answer-throw-away", "answer-keep"],
            )
        }
        Question::RemoveDiscarded => {
            let count = [("count", app.program.discarded.len().into())];
            let text = texts.with("question-remove-text", &count);
            asked("question-remove-title", text, &["answer-remove", "answer-keep"])
        }
    }
}

fn unsaved_text(app: &App, pending: &Pending) -> String {
    let title = ("title", app.title().into());
    match pending {
        Pending::Arrived(arrival) => {
            let name = arrival.name();
            let name = if name.is_empty() {
                app.texts.t("untitled")
            } else {
                app.told_name(&name)
            };
            app.texts
                .with("question-arrived-text", &[title, ("name", name.into())])
        }
        _ => app.texts.with("question-unsaved-text", &[title]),
    }
}

fn values(app: &App, found: &RecoverableView) -> [(&'static str, Value); 5] {
    let title = if app.session.lens.pseudonyms.are_on() && !found.has_codes {
        app.texts.t("start-hidden-title")
    } else if found.title.is_empty() {
        app.texts.t("untitled")
    } else {
        found.title.clone()
    };
    [
        ("title", title.into()),
        ("time", found.time.clone().into()),
        ("actors", found.actors.into()),
        ("relations", found.relations.into()),
        ("edits", found.edits.into()),
    ]
}

pub(super) fn answer(app: &mut App, ctx: &Context, number: usize) {
    app.program.question = None;
    if let Some(question) = app.question.take() {
        carry_out(app, ctx, question, number);
    }
    while app.question.is_none()
        && let Some(next) = app.waiting_questions.pop_front()
    {
        match next {
            // The board may be another one by now.
            Question::Unsaved(pending) => guarded(app, ctx, pending),
            other => ask(app, other),
        }
    }
}

fn carry_out(app: &mut App, ctx: &Context, question: Question, number: usize) {
    match (question, number) {
        (Question::Unsaved(pending), 0) => {
            settle_before_leaving(app, ctx);
            save(app, ctx, Some(pending));
        }
        // It goes when a file is chosen: who chooses none finds all of it as it was.
        (Question::Unsaved(Pending::ChooseAndOpen), 1) => go_on(app, ctx, Pending::ChooseAndOpen),
        (Question::Unsaved(pending), 1) => {
            forget_typed(app, ctx);
            go_on(app, ctx, pending);
        }
        (Question::Unsaved(pending), _) => recovery::abandon(app, Some(pending)),
        (
            Question::Save {
                question,
                request,
                then,
            },
            0,
        ) => start_save(app, request.agreed(question), then),
        (Question::Save { then, .. }, _) => recovery::abandon(app, then),
        (Question::Export { purpose, path }, 0) => {
            path_chosen(app, ctx, purpose, ChosenPath::agreed(path), None);
        }
        (Question::Offer(found), 0) => {
            let path = found.path;
            let is_discarded = false;
            guarded(app, ctx, Pending::Recover { path, is_discarded });
        }
        (Question::Discard(found), 0) => recovery::discard(app, &found.path),
        (Question::RemoveDiscarded, 0) => recovery::remove_discarded(app),
        _ => {}
    }
}
