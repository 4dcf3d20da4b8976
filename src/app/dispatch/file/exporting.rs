//! What is made from the board for other programs and people: written, or laid beside it, by jobs.

use std::sync::Arc;

use egui::Context;

use super::{settle, settle_all, stem};
use crate::analysis::comparison::{ComparedSide, compare_sides};
use crate::analysis::live::{Live, live_with};
use crate::analysis::{Cancelled, Control};
use crate::app::App;
use crate::app::analysis::snapshot_of;
use crate::app::files::{self, Doing, ExportedFile, FileError, NotMade};
use crate::app::notices::Topic;
use crate::app::take_along::{by_toolkit, room_on_clipboard, straight};
use crate::app::work::{NotCompared, NotPrinted, Printed, Work};
use crate::desk::PathPurpose;
use crate::export::note::{NoteFigures, NoteFormat, NoteInput, note_of};
use crate::export::picture::Typeface;
use crate::export::{self, Analysed, AnalysedSource, Certainty, json, sheets, spreadsheet};
use crate::formats::{self, FormatId};
use crate::i18n::Texts;
use crate::jobs::Once;
use crate::lens::{Lens, TakenAlong};
use crate::model::{Codes, Constellation};
use crate::pseudonyms::Pseudonymised;
use crate::store::{self, Folders, Location, NoClipboard};
use crate::takeaway::{NoteKind, NotePart, PictureKind, PictureScope, PictureTheme};
use crate::told;

/// The network, for programs that read node-link JSON.
pub(super) fn export_node_link(app: &mut App, ctx: &Context, path: Location, may_replace: bool) {
    settle_all(app, ctx);
    let format = formats::format(FormatId::NetworkX);
    let Some(write) = format.write else { return };
    let take_along = app.to_take_along();
    export(app, PathPurpose::ExportNodeLink, path, may_replace, move |_| {
        let TakenAlong { constellation, .. } = take_along();
        Ok(ExportedFile {
            bytes: write(&constellation),
            losses: (format.losses)(&constellation),
        })
    });
}

fn export(
    app: &mut App,
    purpose: PathPurpose,
    path: Location,
    may_replace: bool,
    make: impl FnOnce(&Control) -> Result<ExportedFile, NotMade> + Send + 'static,
) {
    app.notices.clear(Topic::Exporting);
    let (shown, control) = (path.clone(), Arc::new(Control::new()));
    let watched = Arc::clone(&control);
    let job = Once::start("export", app.wake.clone(), move || {
        files::export(&path, may_replace, || {
            let made = make(&watched)?;
            // The last moment at which nothing is written.
            watched.check()?;
            Ok(made)
        })
    });
    app.work.push(Work::Export {
        purpose,
        path: shown,
        control,
        job,
    });
}

/// The picture that was chosen, as one kind of file.
pub(super) fn export_picture(
    app: &mut App,
    ctx: &Context,
    kind: PictureKind,
    path: Location,
    may_replace: bool,
) {
    settle_all(app, ctx);
    let settings = app.settings.take_along.picture;
    let subject = app.picture_subject(ctx, settings.scope);
    export(
        app,
        PathPurpose::ExportPicture(kind),
        path,
        may_replace,
        move |control| Ok(subject().file(settings, kind, control)?.into()),
    );
}

/// The picture that was chosen last, on white paper, shown by the program that the user has for that. With nobody
/// selected it is of the whole board: who prints by key has chosen long ago.
pub(super) fn print(app: &mut App, ctx: &Context) {
    settle_all(app, ctx);
    app.notices.clear(Topic::Exporting);
    let mut settings = app.settings.take_along.picture;
    settings.theme = PictureTheme::White;
    if settings.scope == PictureScope::Selection && app.session.document.selection().is_empty() {
        settings.scope = PictureScope::Board;
    }
    let subject = app.picture_subject(ctx, settings.scope);
    let folder = app.folders.as_ref().map(Folders::prints).cloned();
    let folder = folder.unwrap_or_else(Folders::for_prints_elsewhere);
    let (stem, viewer) = (stem(app), app.viewer.clone());
    let control = Arc::new(Control::new());
    let watched = Arc::clone(&control);
    let make = move || {
        let bytes = subject().file(settings, PictureKind::Pdf, &watched);
        let bytes = bytes.map_err(|why| NotPrinted::Made(why.into()))?;
        // The one before may be in the viewer still.
        let name = |nth: u32| match nth {
            1 => folder.inside(&format!("{stem}.pdf")),
            nth => folder.inside(&format!("{stem}-{nth}.pdf")),
        };
        let file = store::free_name((1..=999).map(name)).unwrap_or_else(|| name(1));
        let failed = |error| NotPrinted::File(FileError::new(Doing::Save, &file, error));
        store::write_privately(&file, &bytes).map_err(failed)?;
        let is_shown = viewer.show(&file).is_ok();
        Ok(Printed { file, is_shown })
    };
    let job = Once::start("print", app.wake.clone(), make);
    app.work.push(Work::Print { control, job });
}

/// The picture that was chosen last, for the clipboard.
pub(super) fn copy_picture(app: &mut App, ctx: &Context) {
    settle_all(app, ctx);
    app.notices.clear(Topic::Exporting);
    let settings = app.settings.take_along.picture;
    let subject = app.picture_subject(ctx, settings.scope);
    let clipboard = app.picture_clipboard.clone();
    let control = Arc::new(Control::new());
    let watched = Arc::clone(&control);
    let make = move || {
        let subject = subject();
        let drawing = subject.drawn(settings);
        let drawing = drawing.map_err(NotMade::Nothing)?;
        let room = room_on_clipboard(&settings);
        let pixels = drawing.pixels(PictureKind::Png, room, &Typeface::new(), &watched)?;
        let pixels = straight(pixels);
        watched.check()?;
        let Some(clipboard) = clipboard else {
            return Ok(Some(by_toolkit(&pixels)));
        };
        let put = clipboard.put(&pixels);
        put.map_err(|NoClipboard| NotMade::Because(told::no_clipboard()))?;
        Ok(None)
    };
    let job = Once::start("copy-picture", app.wake.clone(), make);
    app.work.push(Work::CopyPicture { control, job });
}

/// The note that was chosen, of what the lens shows.
pub(super) fn export_note(app: &mut App, ctx: &Context, kind: NoteKind, path: Location, may_replace: bool) {
    settle_all(app, ctx);
    let chosen = app.settings.take_along.note.clone();
    let texts = chosen.language.map_or(app.texts, Texts::new);
    let take_along = app.to_take_along();
    let name = app.own().file_name().unwrap_or_default();
    export(
        app,
        PathPurpose::ExportNote(kind),
        path,
        may_replace,
        move |control| {
            let taken = take_along();
            let name = told::pseudonyms::file_name(&name, taken.has_codes(), texts);
            let (constellation, lens) = (&taken.constellation, &taken.lens);
            let settings = lens.analysis_settings.clone();
            let snapshot = NoteFigures::network(constellation, &lens.filters, &settings);
            let snapshot = snapshot.map_err(|error| NotMade::Because(told::network_refused(&error)))?;
            let weigh = |live: &Live| lens.spanner_weighing(live);
            let figures = NoteFigures::weighed(snapshot, settings, weigh, control)?;
            control.check()?;
            let without: Vec<NotePart> = chosen.without.iter().copied().collect();
            let note = note_of(&NoteInput {
                constellation,
                filters: &lens.filters,
                colour_by: &lens.colour_by,
                figures: &figures,
                without: &without,
                file: &name,
                texts,
            });
            control.check()?;
            Ok((NoteFormat::of_kind(kind).write)(&note).into())
        },
    );
}

/// Who the codes are: asked for by name, in a file of its own.
pub(super) fn save_key(app: &mut App, path: Location, may_replace: bool) {
    settle(app);
    let (take_along, texts) = (app.to_take_along(), app.texts);
    export(app, PathPurpose::SaveKey, path, may_replace, move |_| {
        let key = take_along()
            .pseudonymised
            .map(|coded| coded.key)
            .unwrap_or_default();
        Ok(spreadsheet::csv(&told::pseudonyms::key_rows(&key, texts), texts).into())
    });
}

fn is_json(path: &Location) -> bool {
    path.ending()
        .is_some_and(|found| found.eq_ignore_ascii_case("json"))
}

/// Every figure, as the command line prints them: with the filters, settings and weights of the moment. How sure
/// the candidates are takes seconds, so all of it is computed beside the interface. JSON holds all of it, any
/// other file a row per actor.
pub(super) fn export_figures(app: &mut App, purpose: PathPurpose, path: Location, may_replace: bool) {
    settle(app);
    let is_json = is_json(&path);
    let (take_along, texts) = (app.to_take_along(), app.texts);
    let name = app.own().file_name().unwrap_or_default();
    export(app, purpose, path, may_replace, move |control| {
        let taken = take_along();
        let name = told::pseudonyms::file_name(&name, taken.has_codes(), texts);
        let analysed = analysed(taken.constellation, &taken.lens, control)?;
        if !is_json {
            let number = |value: f64| spreadsheet::number(value, texts.language);
            let rows = sheets::actor_rows(&analysed, true, &|_, _| true, &number);
            return Ok(spreadsheet::csv(&rows, texts).into());
        }
        let reasons = |actor: usize| {
            let found = analysed.live.reasons_of(actor);
            let texts = found.iter().map(|reason| told::reason(reason).text(texts));
            texts.collect()
        };
        let page = json::FiguresPage::new(&name, &analysed, &|_| true, &reasons);
        Ok(page.to_bytes().into())
    });
}

/// Every figure of what is shown, with the same filters and settings as beside the board.
fn analysed(constellation: Constellation, lens: &Lens, control: &Control) -> Result<Analysed, Cancelled> {
    let settings = lens.analysis_settings.clone();
    let snapshot = snapshot_of(constellation.clone(), &lens.filters, &settings);
    let snapshot = snapshot.expect("a network that was read fits in 32-bit indices");
    let source = AnalysedSource::new(&constellation, &settings, &snapshot);
    drop(constellation);
    let wanted = export::wanted(snapshot.network.n);
    let live = Arc::new(live_with(snapshot, wanted, control)?);
    let (weights, top) = lens.spanner_weighing(&live);
    Ok(Analysed {
        certainty: Certainty::with(&live, weights, top, true),
        source,
        settings,
        live,
    })
}

/// Reads the file and compares the board with it, without keeping the board waiting.
pub(super) fn compare_with(app: &mut App, path: Location) {
    settle(app);
    let mut board = app.session.document.constellation().clone();
    let settings = app.session.lens.analysis_settings.clone();
    let whose = app.session.lens.pseudonyms;
    let file = path.clone();
    let job = Once::start("compare", app.wake.clone(), move || {
        let side = |constellation| {
            ComparedSide::of(constellation, &settings, None, &Control::new()).map_err(NotCompared::Network)
        };
        let opened = files::open(&file).map_err(NotCompared::File)?;
        let mut earlier = opened.loaded.constellation;
        if whose.are_on() {
            // Who is in both has one code.
            let codes = Codes::completed(&board);
            earlier.info.codes = codes.clone().into();
            let of_earlier = Codes::completed(&earlier);
            earlier = Pseudonymised::under(of_earlier, &earlier, whose, true).constellation;
            board = Pseudonymised::under(codes, &board, whose, true).constellation;
        }
        let before = side(earlier)?;
        Ok(compare_sides(&before, &side(board)?))
    });
    app.work.push(Work::Compare { path, job });
}
