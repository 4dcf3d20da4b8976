//! The board in a picture: everything that is on it, in the order in which it lies over each other.

use super::page::PictureInput;
use super::sheet::{Group, Medium, SheetPart, SheetPen};
use crate::i18n::Texts;
use crate::model::{Background, RelationStatus};
use crate::scene::geometry::{Xy, tie_curve};
use crate::scene::labels::Area;
use crate::scene::marks::{
    Emphasis, IssueCard, NameBounds, NameRoom, PartSeen, all_seen_have_names, board_area, detail, draw_hull,
    draw_hull_name, draw_issue, draw_name, draw_piece, draw_sheet, draw_tie, draw_zones, hull_names,
    place_names,
};
use crate::scene::typeface::Typeface;
use crate::scene::{PictureHead, Scene, Tie, picture_fault};

/// Where the board is on a picture, and how large.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BoardView {
    /// The board's (0, 0).
    pub origin: Xy,
    /// Points per board unit.
    pub zoom: f32,
    /// The part of the picture that the board has.
    pub within: Area,
    /// What lies over it there.
    pub covered: Option<Area>,
}

impl BoardView {
    /// An area of the picture, with the board's (0, 0) at (0, 0).
    fn on_board(&self, [left, top, right, bottom]: Area) -> Area {
        let Xy { x, y } = self.origin;
        [left - x, top - y, right - x, bottom - y]
    }
}

/// Draws of the board what is seen.
pub(super) fn draw_board(
    pen: &mut SheetPen<'_, impl Medium>,
    letters: &Typeface,
    input: &PictureInput<'_>,
    view: BoardView,
    seen: &PartSeen,
) {
    let board = BoardPicture {
        input,
        letters,
        zoom: view.zoom,
        seen,
        bounds: NameBounds {
            within: view.on_board(view.within),
            covered: view.covered.map(|area| view.on_board(area)),
            is_for_all: all_seen_have_names(seen),
        },
    };
    pen.part(SheetPart::Moved(view.origin), |pen| board.draw(pen));
}

struct BoardPicture<'a> {
    input: &'a PictureInput<'a>,
    letters: &'a Typeface,
    zoom: f32,
    seen: &'a PartSeen,
    bounds: NameBounds,
}

impl BoardPicture<'_> {
    fn draw(&self, pen: &mut SheetPen<'_, impl Medium>) {
        let (scene, look, texts) = (self.input.scene, &self.input.look, self.input.texts);
        let (letters, zoom, seen) = (self.letters, self.zoom, self.seen);
        let (names, zones) = place_names(letters, scene, seen, look, zoom, texts, &self.bounds);
        pen.part(group("board"), |pen| {
            pen.part(SheetPart::Ground, |pen| draw_sheet(pen, scene, look, zoom));
            let area = board_area(scene, zoom);
            pen.part(SheetPart::Within(area), |pen| {
                self.picture(pen, area);
                draw_zones(pen, letters, scene, zoom, (look, texts), &zones);
            });
        });
        pen.part(group("groups"), |pen| {
            for &at in &seen.hulls {
                draw_hull(pen, &scene.hulls[at], look, zoom);
            }
        });
        pen.part(group("relations"), |pen| self.ties(pen));
        if let Some(issue) = scene.issue.as_ref().filter(|_| seen.has_issue) {
            let card = IssueCard::new(issue, look, zoom, texts);
            draw_issue(pen, &card, false, look, zoom);
        }
        pen.part(group("actors"), |pen| self.pieces(pen));
        pen.part(group("names"), |pen| {
            for name in &names {
                draw_name(pen, scene, name, look, zoom);
            }
        });
        let taken = names.iter().map(|name| name.area).collect();
        let room = NameRoom::new(scene, zoom, taken, self.bounds.within, self.bounds.covered);
        let of_hulls = hull_names(letters, scene, look, zoom, room);
        for name in of_hulls.iter().filter(|name| seen.hulls.contains(&name.hull)) {
            draw_hull_name(pen, scene, name, look);
        }
    }

    /// What lies on the board itself, when the program knows it, and it is whole and not too large for the screen either.
    fn picture(&self, pen: &mut SheetPen<'_, impl Medium>, area: Area) {
        let board = &self.input.constellation.board;
        let Some(picture) = board
            .picture
            .as_ref()
            .filter(|_| board.background == Background::Picture)
        else {
            return;
        };
        let head = PictureHead::of(&picture.bytes);
        if let Some(head) = head.filter(|_| picture_fault(&picture.bytes).is_none()) {
            pen.sheet.image(area, head.format, &picture.bytes);
        }
    }

    fn ties(&self, pen: &mut SheetPen<'_, impl Medium>) {
        let (scene, look, zoom) = (self.input.scene, &self.input.look, self.zoom);
        let strength = detail::strength(self.seen.ties.len());
        for &at in &self.seen.ties {
            let tie = &scene.ties[at];
            let Some(curve) = tie_curve(scene, tie) else {
                continue;
            };
            let relation = self.input.constellation.relation(tie.relation);
            let group = Group {
                id: format!("relation-{}", tie.relation.0),
                key: relation.map_or("", |relation| relation.key.as_str()),
                title: &ends(scene, tie),
                description: &said_of_tie(tie, self.input.texts),
            };
            let emphasis = emphasis(tie.dimmed);
            pen.part(SheetPart::Group(group), |pen| {
                draw_tie(pen, tie, &curve, emphasis, look, zoom, strength);
            });
        }
    }

    fn pieces(&self, pen: &mut SheetPen<'_, impl Medium>) {
        let (scene, look) = (self.input.scene, &self.input.look);
        for &at in &self.seen.pieces {
            let piece = &scene.pieces[at];
            let actor = self.input.constellation.actor(piece.actor);
            let group = Group {
                id: format!("actor-{}", piece.actor.0),
                key: actor.map_or("", |actor| actor.key.as_str()),
                title: &piece.label,
                description: &piece.description,
            };
            pen.part(SheetPart::Group(group), |pen| {
                draw_piece(pen, piece, emphasis(piece.dimmed), look, self.zoom);
            });
        }
    }
}

fn group(id: &str) -> SheetPart<'static> {
    SheetPart::Group(Group::named(id))
}

fn emphasis(is_dimmed: bool) -> Emphasis {
    if is_dimmed {
        Emphasis::Dimmed
    } else {
        Emphasis::Plain
    }
}

/// From whom to whom.
fn ends(scene: &Scene, tie: &Tie) -> String {
    let between = match (tie.arrow_at_from, tie.arrow_at_to) {
        (true, _) => "↔",
        (false, true) => "→",
        (false, false) => "–",
    };
    let [from, to] = [tie.from, tie.to].map(|at| scene.pieces[at].label.as_str());
    format!("{from} {between} {to}")
}

/// The kind of relation, and what its signs say.
fn said_of_tie(tie: &Tie, texts: Texts) -> String {
    let signs = [
        (tie.status == RelationStatus::Wished, "legend-wished"),
        (tie.status == RelationStatus::Ended, "legend-ended"),
        (tie.assumed, "legend-assumed"),
        (tie.is_bridge, "legend-bridge"),
    ];
    let said = signs
        .into_iter()
        .filter(|(is_so, _)| *is_so)
        .map(|(_, key)| texts.t(key));
    let kind = (!tie.description.is_empty()).then(|| tie.description.to_string());
    kind.into_iter().chain(said).collect::<Vec<_>>().join(", ")
}
