//! What is made from the board for other programs and people: written, or laid beside it, by jobs.

use std::sync::Arc;

use egui::Context;

use super::{settle, settle_all};
use crate::analysis::Control;
use crate::analysis::comparison::{ComparedSide, compare_sides};
use crate::analysis::live::live_with;
use crate::app::App;
use crate::app::analysis::snapshot_of;
use crate::app::files::{self, ExportedFile};
use crate::app::work::{NotCompared, Work};
use crate::desk::PathPurpose;
use crate::export::{self, Analysed, AnalysedSource, Certainty, json, sheets, spreadsheet};
use crate::formats::{self, FormatId};
use crate::jobs::Once;
use crate::lens::Lens;
use crate::model::Constellation;
use crate::store::Location;
use crate::told;

/// The network, for programs that read node-link JSON.
pub(super) fn export_node_link(app: &mut App, ctx: &Context, path: Location, may_replace: bool) {
    settle_all(app, ctx);
    let format = formats::format(FormatId::NetworkX);
    let Some(write) = format.write else { return };
    let constellation = app.session.document.constellation().clone();
    export(app, PathPurpose::ExportNodeLink, path, may_replace, move || {
        ExportedFile {
            bytes: write(&constellation),
            losses: (format.losses)(&constellation),
        }
    });
}

fn export(
    app: &mut App,
    purpose: PathPurpose,
    path: Location,
    may_replace: bool,
    make: impl FnOnce() -> ExportedFile + Send + 'static,
) {
    let shown = path.clone();
    let job = Once::start("export", app.wake.clone(), move || {
        files::export(&path, may_replace, make)
    });
    app.work.push(Work::Export {
        purpose,
        path: shown,
        job,
    });
}

fn is_json(path: &Location) -> bool {
    path.ending()
        .is_some_and(|found| found.eq_ignore_ascii_case("json"))
}

/// Every figure, as the command line prints them: with the filters, settings and weights of the moment. How sure
/// the candidates are takes seconds, so all of it is computed beside the interface. JSON holds all of it, any
/// other file a row per actor.
pub(super) fn export_figures(app: &mut App, path: Location, may_replace: bool) {
    settle(app);
    let is_json = is_json(&path);
    let (constellation, texts) = (app.session.document.constellation().clone(), app.texts);
    let lens = app.session.lens.clone();
    let name = app.own().file_name().unwrap_or_default();
    export(app, PathPurpose::ExportFigures, path, may_replace, move || {
        let analysed = analysed(constellation, &lens);
        if !is_json {
            let number = |value: f64| spreadsheet::number(value, texts.language);
            let rows = sheets::actor_rows(&analysed, true, &|_, _| true, &number);
            return spreadsheet::csv(&rows, texts).into();
        }
        let reasons = |actor: usize| {
            let found = analysed.live.reasons_of(actor);
            let texts = found.iter().map(|reason| told::reason(reason).text(texts));
            texts.collect()
        };
        json::FiguresPage::new(&name, &analysed, &|_| true, &reasons)
            .to_bytes()
            .into()
    });
}

/// Every figure of what is shown, with the same filters and settings as beside the board.
fn analysed(constellation: Constellation, lens: &Lens) -> Analysed {
    let settings = lens.analysis_settings.clone();
    let snapshot = snapshot_of(constellation.clone(), &lens.filters, &settings);
    let snapshot = snapshot.expect("a network that was read fits in 32-bit indices");
    let source = AnalysedSource::new(&constellation, &settings, &snapshot);
    drop(constellation);
    let wanted = export::wanted(snapshot.network.n);
    let live = Arc::new(live_with(snapshot, wanted, &Control::new()).expect("nobody cancels"));
    let (weights, top) = lens.spanner_weighing(&live);
    Analysed {
        certainty: Certainty::with(&live, weights, top, true),
        source,
        settings,
        live,
    }
}

/// Reads the file and compares the board with it, without keeping the board waiting.
pub(super) fn compare_with(app: &mut App, path: Location) {
    settle(app);
    let board = app.session.document.constellation().clone();
    let settings = app.session.lens.analysis_settings.clone();
    let file = path.clone();
    let job = Once::start("compare", app.wake.clone(), move || {
        let side = |constellation| {
            ComparedSide::of(constellation, &settings, None, &Control::new()).map_err(NotCompared::Network)
        };
        let opened = files::open(&file).map_err(NotCompared::File)?;
        let before = side(opened.loaded.constellation)?;
        Ok(compare_sides(&before, &side(board)?))
    });
    app.work.push(Work::Compare { path, job });
}
