//! `register`: a constellation of who takes part in which gemeenschappelijke regeling, placed and all.

use clap::{ArgMatches, Command};

use super::progress::{self, Stage};
use super::{Failure, arguments, files, output};
use crate::edit::{Document, operations};
use crate::formats::MAX_TABLE_BYTES;
use crate::formats::native;
use crate::formats::register::{self, RegisterError, RegisterFiles, WhichTable};
use crate::i18n::Texts;
use crate::layout::{self, Footprint, LayoutPiece, LayoutTask, Place, Room, Seat};
use crate::model::{ActorId, Board, Constellation, Info, Point, RegionId};
use crate::store::Location;
use crate::told;

/// Any fixed number will do; the same one gives the same board next year.
const SEED: u64 = 20_260_516;
/// Free board around the outermost pieces.
const MARGIN: f64 = 170.0;

const TEXT_OPTIONS: [&str; 5] = ["title", "question", "date", "source", "description"];

pub fn define(command: Command, texts: Texts) -> Command {
    let table = |id: &'static str| {
        let path = arguments::path(id, "CSV", texts.t(&format!("cli-register-{id}")));
        path.long(id)
    };
    let command = command
        .arg(table("participants"))
        .arg(table("arrangements"))
        .arg(table("municipalities"))
        .arg(table("select").required(false))
        .arg(arguments::path("out", "FILE", texts.t("cli-output")).long("out"))
        .arg(arguments::force(texts));
    TEXT_OPTIONS.into_iter().fold(command, |command, id| {
        command.arg(arguments::option(
            id,
            "TEXT",
            texts.t(&format!("cli-register-{id}")),
        ))
    })
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path = |id: &str| matches.get_one::<Location>(id);
    let required = |id: &str| path(id).expect("clap requires it");
    let table = |path: &Location| {
        progress::at(Stage::Reading, path);
        files::bytes(path, MAX_TABLE_BYTES, texts)
    };
    files::check_ending(required("out"), files::native_endings(), texts)?;
    let participants = table(required("participants"))?;
    let arrangements = table(required("arrangements"))?;
    let municipalities = table(required("municipalities"))?;
    let selection = path("select").map(table).transpose()?;
    let text = |id: &str| matches.get_one::<String>(id).cloned().unwrap_or_default();
    let info = Info {
        title: text("title"),
        issue: text("question"),
        date: text("date"),
        source: text("source"),
        description: text("description"),
        ..Info::default()
    };
    let tables = RegisterFiles {
        participants: &participants,
        arrangements: &arrangements,
        municipalities: &municipalities,
        selection: selection.as_deref(),
    };
    let (constellation, report) =
        register::read(tables, info).map_err(|error| failure(&error, matches, texts))?;
    files::tell(required("participants"), &report, texts);
    progress::at(Stage::Computing, required("out"));
    let constellation = placed(constellation).map_err(|error| {
        let sentence = told::edit_refused(&error).text(texts);
        Failure::input(format!("{}: {sentence}", required("out")))
    })?;
    progress::at(Stage::Writing, required("out"));
    let bytes = native::write(&constellation);
    files::write(required("out"), bytes, arguments::is_forced(matches), texts)?;
    let values = [
        ("file", files::shown(required("out"))),
        ("actors", constellation.actors.len().into()),
        ("relations", constellation.relations.len().into()),
    ];
    output::line(texts.with("cli-written", &values));
    Ok(())
}

fn failure(error: &RegisterError, matches: &ArgMatches, texts: Texts) -> Failure {
    let id = match error.table {
        WhichTable::Participants => "participants",
        WhichTable::Arrangements => "arrangements",
        WhichTable::Municipalities => "municipalities",
        WhichTable::Selection => "select",
    };
    let file = matches.get_one::<Location>(id).map(ToString::to_string);
    let sentence = files::say(&error.message, texts);
    Failure::input(format!("{}: {sentence}.", file.unwrap_or_default()))
}

/// Everybody on the board: a side per region where that can be read, else by stress.
fn placed(constellation: Constellation) -> Result<Constellation, crate::edit::EditError> {
    let ids: Vec<ActorId> = constellation.actors.keys().copied().collect();
    let footprints: Vec<Footprint> = constellation
        .actors
        .values()
        .map(|actor| Footprint::of_label(&actor.label))
        .collect();
    let index = |id: ActorId| ids.binary_search(&id).expect("both ends exist") as u32;
    let links: Vec<(u32, u32)> = constellation
        .relations
        .values()
        .map(|relation| (index(relation.source), index(relation.target)))
        .collect();
    let places = match layout::sides(&seats(&constellation), &links) {
        Some(mut places) => {
            let rooms = vec![Room::Anywhere; places.len()];
            layout::separate(&mut places, &footprints, &rooms, f64::INFINITY, &|_| true);
            places
        }
        None => arranged(&constellation, &links),
    };
    let (board, places) = on_board(&constellation.board, &places);
    let mut document = Document::new(constellation);
    operations::set_board(&mut document, board)?;
    let moves: Vec<(ActorId, Option<Point>)> = ids.into_iter().zip(places.into_iter().map(Some)).collect();
    operations::place(&mut document, &moves)?;
    Ok(document.constellation().clone())
}

fn arranged(constellation: &Constellation, links: &[(u32, u32)]) -> Vec<Place> {
    let labels = constellation.actors.values().map(|actor| &actor.label);
    let pieces: Vec<LayoutPiece> = labels.map(|label| LayoutPiece::of_label(label)).collect();
    let task = LayoutTask {
        pieces: &pieces,
        links,
        fills: (0.0, 0.0),
        grows_at_most: 1.0,
        seed: SEED,
    };
    layout::arrange(&task, &|_| true).places
}

fn seats(constellation: &Constellation) -> Vec<Seat> {
    let regions: Vec<&RegionId> = constellation.vocabulary.regions.iter().map(|it| &it.id).collect();
    let is_body = |actor: &crate::model::Actor| {
        let kind = actor
            .kind
            .as_ref()
            .and_then(|id| constellation.vocabulary.actor_kind(id));
        kind.is_some_and(|kind| kind.is_body)
    };
    constellation
        .actors
        .values()
        .map(|actor| Seat {
            is_body: is_body(actor),
            group: actor
                .region
                .as_ref()
                .and_then(|region| regions.iter().position(|it| *it == region)),
        })
        .collect()
}

/// The places around the middle of a board that has room for them.
fn on_board(board: &Board, places: &[Place]) -> (Board, Vec<Point>) {
    let range = |of: fn(&Place) -> f64| {
        let low = places.iter().map(of).fold(f64::INFINITY, f64::min);
        let high = places.iter().map(of).fold(f64::NEG_INFINITY, f64::max);
        (low, high)
    };
    let ((left, right), (top, bottom)) = (range(|it| it.x), range(|it| it.y));
    let size = |low: f64, high: f64, least: f64| (high - low + 2.0 * MARGIN).ceil().max(least);
    let points = places
        .iter()
        .map(|place| Point::new(place.x - (left + right) / 2.0, place.y - (top + bottom) / 2.0).rounded())
        .collect();
    let board = Board {
        width: size(left, right, board.width),
        height: size(top, bottom, board.height),
        ..board.clone()
    };
    (board, points)
}
