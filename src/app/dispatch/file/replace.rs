//! The one door through which another document comes onto the board. Nothing that was done while it was on its way
//! is lost behind it.

use egui::Context;

use super::questions::{Question, ask};
use super::{Pending, settle_but_typed, waits_in_field};
use crate::app::App;
use crate::app::files::Opened;
use crate::app::journal::{DiskJournal, Recovered, Trouble};
use crate::app::names::called;
use crate::app::notices::Topic;
use crate::edit::Document;
use crate::edit::operations as op;
use crate::formats::FormatId;
use crate::model::Constellation;
use crate::pseudonyms::{Pseudonyms, title_that_names_nobody};
use crate::ui::Severity;
use crate::ui::dialogs::focus;

/// The board as it was when something else was asked for: what the user decided about is this, and nothing later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    document_number: u64,
    content: u64,
}

impl Known {
    pub fn of(app: &App) -> Self {
        Self {
            document_number: app.session.document.serial(),
            content: app.session.document.revision().content,
        }
    }
}

/// A document that is ready to come onto the board.
#[derive(Debug)]
pub enum Arrival {
    New,
    /// With the journal that was begun for it, or why there is none.
    File(Box<Opened>, Result<DiskJournal, Trouble>),
    Sample(Box<Constellation>),
    Projection(Box<Constellation>),
    Recovered(Box<Recovered>),
}

impl Arrival {
    /// What it is called in a question; empty when there is no better name than that.
    pub fn name(&self) -> String {
        match self {
            Self::New => String::new(),
            Self::File(opened, _) => opened.path.name(),
            Self::Sample(constellation) | Self::Projection(constellation) => constellation.info.title.clone(),
            Self::Recovered(recovered) => {
                let found = recovered.document.constellation();
                if found.info.codes.of.is_empty() {
                    called(&found.info.title, recovered.document_path.as_ref())
                } else {
                    title_that_names_nobody(found)
                }
            }
        }
    }
}

/// Puts it on the board; asks first when there is unsaved work that was not there when it was asked for.
pub(super) fn arrive(app: &mut App, ctx: &Context, arrival: Arrival, asked: Known) {
    settle_but_typed(app);
    let is_new = Known::of(app) != asked && app.session.document.has_unsaved_changes();
    if is_new || waits_in_field(app, ctx) {
        ask(app, Question::Unsaved(Pending::Arrived(Box::new(arrival))));
    } else {
        put(app, ctx, arrival);
    }
}

/// Puts it on the board. The user has decided about what was there.
pub(super) fn put(app: &mut App, ctx: &Context, arrival: Arrival) {
    // A field that had the keyboard was about the document before.
    focus::let_go(ctx);
    match arrival {
        Arrival::New => {
            let mut empty = Constellation::new(app.texts.language);
            empty.board = app.new_board();
            app.install(Document::new(empty));
        }
        // A sample has no path: saving it asks where, so that the sample itself stays as it is.
        Arrival::Sample(constellation) => app.install(Document::new(*constellation)),
        Arrival::Projection(constellation) => projection(app, *constellation),
        Arrival::File(opened, journal) => file(app, *opened, journal),
        Arrival::Recovered(recovered) => recovered_work(app, *recovered),
    }
}

fn projection(app: &mut App, made: Constellation) {
    let values = [
        ("actors", made.actors.len().into()),
        ("relations", made.relations.len().into()),
    ];
    let text = app.texts.with("notice-projected", &values);
    let mut document = Document::new(made);
    // It is in no file yet.
    document.mark_unsaved();
    app.install(document);
    app.tell(Topic::Board, Severity::Info, text);
}

fn file(app: &mut App, opened: Opened, journal: Result<DiskJournal, Trouble>) {
    let path = opened.path.clone();
    app.change_settings(move |settings| settings.add_recent(&path));
    let loaded = opened.loaded;
    // A file of another program is not overwritten by ours: saving asks for a name.
    let file = (loaded.format == FormatId::Native).then_some(opened.path);
    let is_foreign = file.is_none();
    if let Some(path) = &file {
        app.saves.opened(path, Some(opened.stamp));
    }
    app.install_with(Document::new(loaded.constellation), journal, file);
    let actors = &app.session.document.constellation().actors;
    if is_foreign && actors.values().all(|actor| actor.pos.is_none()) {
        app.arrange_newcomers();
    }
    if !loaded.report.is_clean() {
        let values = [
            ("read", loaded.report.read().into()),
            ("made", loaded.report.made.into()),
            ("merged", loaded.report.merged.into()),
            ("skipped", loaded.report.skipped.len().into()),
        ];
        let (severity, first) = if loaded.report.is_lossless() {
            (Severity::Info, app.texts.t("notice-read-remarks"))
        } else {
            (Severity::Warning, app.texts.with("notice-read-report", &values))
        };
        let mut lines = vec![first];
        let remarks = loaded.report.skipped.iter().chain(&loaded.report.notices);
        lines.extend(remarks.take(4).map(|remark| remark.text(app.texts)));
        app.tell(Topic::Opening, severity, lines.join("\n"));
    }
    super::recovery::offer(app);
}

fn recovered_work(app: &mut App, recovered: Recovered) {
    let edits = recovered.document.history().steps().len();
    let path = recovered.journal.path();
    if let Some(file) = &recovered.document_path {
        // Saving compares with the version that the work began with.
        app.saves.opened(file, recovered.stamp);
    }
    let file = recovered.document_path.clone();
    app.install_recovered(recovered.document, recovered.journal, file);
    app.program.recoverable.retain(|found| found.path != path);
    // It may have been among what was thrown away.
    app.look_for_orphans();
    let mut text = app.texts.with("notice-recovered", &[("edits", edits.into())]);
    let mut severity = Severity::Info;
    if recovered.has_draft {
        text = format!("{text}\n{}", app.texts.t("notice-recovered-draft"));
    }
    if let Some(damage) = recovered.damage {
        text = format!("{text}\n{}", damage.message().text(app.texts));
    }
    // Whoever looked on saw codes, and may be looking still: names come back when somebody asks for them.
    if !app.session.document.constellation().info.codes.of.is_empty() {
        app.session.lens.pseudonyms = Pseudonyms::All;
        op::give_codes(&mut app.session.document);
        text = format!("{text}\n{}", app.texts.t("notice-recovered-codes"));
    }
    if let (true, Some(file)) = (recovered.file_has_changed, &recovered.document_path) {
        severity = Severity::Warning;
        let values = [("file", app.told_name(&file.to_string()).into())];
        text = format!(
            "{text}\n{}",
            app.texts.with("notice-recovered-file-changed", &values)
        );
    }
    // It asks to be saved, and goes when it is.
    app.tell(Topic::Saving, severity, text);
}
