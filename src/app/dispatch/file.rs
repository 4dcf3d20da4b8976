//! Requests about files: new, open, save, recover, export, quit; and the question about unsaved work.

use egui::{Context, ViewportCommand};

use crate::app::App;
use crate::command::{Command, Intent};
use crate::edit::Document;
use crate::model::Constellation;
use crate::ui::QuestionView;
use crate::ui::state::Screen;

/// What was asked for and waits until the user has decided about unsaved work.
#[derive(Debug, Clone, PartialEq)]
pub enum Pending {
    New,
    Quit,
}

/// A question that stands open, and what each answer means.
#[derive(Debug, Clone, PartialEq)]
pub enum Question {
    Unsaved(Pending),
}

pub fn run(app: &mut App, ctx: &Context, command: Command) {
    match command {
        Command::New => guarded(app, ctx, Pending::New),
        Command::Quit => guarded(app, ctx, Pending::Quit),
        Command::StartScreen => app.view.screen = Screen::Start,
        other => super::view::run_help(app, other),
    }
}

/// Carries out the request, or hands it back.
pub fn carry_out(app: &mut App, ctx: &Context, intent: Intent) -> Option<Intent> {
    match intent {
        Intent::Answer(number) => answer(app, ctx, number),
        other => return Some(other),
    }
    None
}

/// Asks about unsaved work first, when there is any.
pub fn guarded(app: &mut App, ctx: &Context, pending: Pending) {
    let is_worth_asking = app.document.has_unsaved_changes();
    if is_worth_asking {
        ask(app, Question::Unsaved(pending));
    } else {
        go_on(app, ctx, pending);
    }
}

fn ask(app: &mut App, question: Question) {
    let texts = app.texts;
    let view = match &question {
        Question::Unsaved(_) => {
            let info = &app.document.constellation().info;
            let title = if info.title.is_empty() {
                texts.t("untitled")
            } else {
                info.title.clone()
            };
            QuestionView {
                title: texts.t("question-unsaved-title"),
                text: texts.with("question-unsaved-text", &[("title", title.into())]),
                answers: vec![texts.t("answer-discard"), texts.t("answer-cancel")],
            }
        }
    };
    app.program.question = Some(view);
    app.question = Some(question);
}

fn answer(app: &mut App, ctx: &Context, number: usize) {
    app.program.question = None;
    if let (Some(Question::Unsaved(pending)), 0) = (app.question.take(), number) {
        go_on(app, ctx, pending);
    }
}

fn go_on(app: &mut App, ctx: &Context, pending: Pending) {
    match pending {
        Pending::New => app.install(Document::new(Constellation::new(app.texts.language))),
        Pending::Quit => {
            app.may_close = true;
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
    }
}
