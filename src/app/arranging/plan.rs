//! What to place and where it may go, for the layout; and what becomes of the answer.

use std::collections::BTreeSet;

use super::rooms::{Rooms, card};
use crate::layout::{self, GoOn, LayoutPiece, Place, Room};
use crate::model::{Actor, ActorId, Background, Board, Constellation, Point, RelationStatus};
use crate::scene::Filters;

/// Any fixed number will do: the same request gives the same board.
const SEED: u64 = 11;
/// Free board around the outermost pieces and their names.
const MARGIN: f64 = 60.0;
/// Crowded fields make the board grow; beyond this some overlap stays.
const MOST_GROWTH: f64 = 8.0;

/// Whom to arrange.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Who {
    /// What is selected on the board; everybody on it when that are fewer than two; everybody at all when the
    /// board is empty.
    SelectedOrAll,
    /// Those who wait beside the board too.
    Everybody,
}

/// A board to be arranged: plain data, for a job.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Of the first pieces; the others stand where they are and only take room.
    actors: Vec<ActorId>,
    pieces: Vec<LayoutPiece>,
    links: Vec<(u32, u32)>,
    board: Board,
    /// The middle of what is arranged, in board units: (0, 0) of the layout.
    middle: Point,
    /// Whether these are all pieces on the board that are in sight.
    is_whole: bool,
    frame: Frame,
}

/// What may become of the board itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Frame {
    /// Everybody on it is arranged: its fields may grow, with all who stand in them and outside them.
    Grows,
    /// Others stand on a board without fields: it may get more room at its edge.
    Widens,
    /// Others, in sight or hidden, would stand in another field, or come within the edge.
    Stays,
}

/// Where everyone goes, and the board that has room for it.
#[derive(Debug, Clone, PartialEq)]
pub struct Arranged {
    pub board: Board,
    pub moves: Vec<(ActorId, Option<Point>)>,
    pub is_whole: bool,
}

impl Plan {
    /// `None` when there are not two pieces to arrange. Pieces that filters hide stay where they are, and
    /// relations that they hide do not pull; neither do relations of tension and those that ended.
    pub fn new(
        constellation: &Constellation,
        filters: &Filters,
        selected: &BTreeSet<ActorId>,
        who: &Who,
    ) -> Option<Self> {
        let actors = || constellation.actors.values();
        let shown: Vec<&Actor> = actors().filter(|actor| filters.shows_actor(actor)).collect();
        let on_board: Vec<&Actor> = shown
            .iter()
            .copied()
            .filter(|actor| actor.pos.is_some())
            .collect();
        let chosen: Vec<&Actor> = on_board
            .iter()
            .copied()
            .filter(|actor| selected.contains(&actor.id))
            .collect();
        let arranged = match who {
            Who::Everybody => shown,
            Who::SelectedOrAll if chosen.len() > 1 => chosen,
            Who::SelectedOrAll if on_board.is_empty() => shown,
            Who::SelectedOrAll => on_board.clone(),
        };
        if arranged.len() < 2 {
            return None;
        }
        let is_whole = arranged.len() >= on_board.len();
        let middle = if is_whole {
            Point::default()
        } else {
            middle(&arranged)
        };
        let ids: Vec<ActorId> = arranged.iter().map(|actor| actor.id).collect();
        let standing = actors().filter(|actor| actor.pos.is_some());
        let others: Vec<&Actor> = standing
            .filter(|actor| ids.binary_search(&actor.id).is_err())
            .collect();
        let rooms = Rooms::new(constellation, middle);
        let mut pieces: Vec<LayoutPiece> = arranged.iter().map(|actor| rooms.piece(actor)).collect();
        pieces.extend(others.iter().map(|actor| LayoutPiece {
            room: Room::Fixed,
            ..rooms.piece(actor)
        }));
        pieces.extend(card(constellation, middle));
        Some(Self {
            links: links(constellation, filters, &ids),
            actors: ids,
            pieces,
            board: constellation.board.clone(),
            middle,
            is_whole,
            frame: Frame::around(constellation, &others),
        })
    }

    /// Places everyone. After `go_on` said no, the answer is unfinished and should be dropped.
    pub fn run(&self, go_on: GoOn<'_>) -> Arranged {
        let task = layout::LayoutTask {
            pieces: &self.pieces,
            links: &self.links,
            fills: if self.is_whole {
                (self.board.width - 2.0 * MARGIN, self.board.height - 2.0 * MARGIN)
            } else {
                (0.0, 0.0)
            },
            grows_at_most: if self.frame == Frame::Grows {
                MOST_GROWTH
            } else {
                1.0
            },
            seed: SEED,
        };
        let made = layout::arrange(&task, go_on);
        let at = |place: &Place| self.middle.offset(place.x, place.y).rounded();
        let places: Vec<Point> = made.places.iter().take(self.actors.len()).map(at).collect();
        let moves = self.actors.iter().copied().zip(places.iter().copied().map(Some));
        Arranged {
            board: self.board_around(&places, made.growth),
            moves: moves.collect(),
            is_whole: self.is_whole,
        }
    }

    /// A board on which everyone stands: outside its edge is outside the network.
    fn board_around(&self, places: &[Point], growth: f64) -> Board {
        let mut board = self.board.clone();
        if self.frame == Frame::Stays {
            return board;
        }
        if growth > 1.0 {
            // Rounded down: who stands outside has moved out exactly this far.
            board.width = (board.width * growth).floor();
            board.height = (board.height * growth).floor();
        }
        let free = |piece: &LayoutPiece| piece.room == Room::Anywhere;
        for (place, LayoutPiece { footprint, .. }) in
            places.iter().zip(&self.pieces).filter(|(_, piece)| free(piece))
        {
            let aside = place.x.abs() + footprint.half_width;
            let up_or_down = (footprint.above - place.y).max(place.y + footprint.below);
            board.width = board.width.max((2.0 * (aside + MARGIN)).ceil());
            board.height = board.height.max((2.0 * (up_or_down + MARGIN)).ceil());
        }
        board
    }
}

impl Frame {
    /// `others` stand on the board and are not arranged.
    fn around(constellation: &Constellation, others: &[&Actor]) -> Self {
        let board = &constellation.board;
        let is_outside = |pos: Point| 2.0 * pos.x.abs() > board.width || 2.0 * pos.y.abs() > board.height;
        if others.is_empty() {
            Self::Grows
        } else if board.background != Background::Empty
            || others.iter().filter_map(|actor| actor.pos).any(is_outside)
        {
            Self::Stays
        } else {
            Self::Widens
        }
    }
}

/// The middle of where they stand.
fn middle(actors: &[&Actor]) -> Point {
    let places: Vec<Point> = actors.iter().filter_map(|actor| actor.pos).collect();
    let mean = |of: fn(&Point) -> f64| places.iter().map(of).sum::<f64>() / places.len() as f64;
    Point::new(mean(|it| it.x), mean(|it| it.y))
}

/// The relations that pull, between the actors, which are in order.
fn links(constellation: &Constellation, filters: &Filters, actors: &[ActorId]) -> Vec<(u32, u32)> {
    let negative: Vec<_> = constellation
        .vocabulary
        .relation_kinds
        .iter()
        .filter(|kind| kind.is_negative)
        .map(|kind| &kind.id)
        .collect();
    let pulls = constellation.relations.values().filter(|relation| {
        filters.shows_relation(relation)
            && relation.status != RelationStatus::Ended
            && !negative.contains(&&relation.kind)
    });
    let number = |id: ActorId| {
        actors
            .binary_search(&id)
            .ok()
            .and_then(|at| u32::try_from(at).ok())
    };
    pulls
        .filter_map(|relation| Some((number(relation.source)?, number(relation.target)?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations as op;
    use crate::edit::testing::{document_of, relate};
    use crate::model::{Language, validate};
    use crate::scene::zone_areas;

    /// Twelve actors in two groups with one relation between them, in the tray or on the board.
    fn two_groups(pos: impl Fn(usize) -> Option<Point>) -> (Document, Vec<ActorId>) {
        let (mut document, ids) = document_of((0..12).map(|at| format!("Gemeente {at}")));
        let moves: Vec<_> = ids.iter().enumerate().map(|(at, id)| (*id, pos(at))).collect();
        op::place(&mut document, &moves).unwrap();
        let mut tie = |a: usize, b: usize, kind: &str| {
            relate(&mut document, ids[a], ids[b], kind);
        };
        for (a, b) in (0..12).flat_map(|a| (a + 1..12).map(move |b| (a, b))) {
            if a / 6 == b / 6 {
                tie(a, b, "samenwerking");
            } else if b - a == 6 {
                tie(a, b, "spanning");
            }
        }
        tie(0, 6, "samenwerking");
        (document, ids)
    }

    fn run(document: &Document, selected: &[ActorId], who: &Who) -> Arranged {
        let selected = selected.iter().copied().collect();
        let plan = Plan::new(document.constellation(), &Filters::default(), &selected, who);
        plan.unwrap().run(&|_| true)
    }

    fn places(arranged: &Arranged) -> Vec<Point> {
        arranged.moves.iter().filter_map(|(_, to)| *to).collect()
    }

    fn no_two_within(places: &[Point], distance: f64) -> bool {
        let pairs = (0..places.len()).flat_map(|at| places[..at].iter().map(move |other| (at, other)));
        pairs
            .into_iter()
            .all(|(at, other)| places[at].distance(*other) >= distance)
    }

    #[test]
    fn everybody_in_the_tray_comes_on_the_board_and_tension_does_not_pull() {
        let (mut document, _) = two_groups(|_| None);
        let arranged = run(&document, &[], &Who::SelectedOrAll);
        let places = places(&arranged);
        assert_eq!(places.len(), 12);
        assert!(arranged.is_whole && no_two_within(&places, 60.0));
        let middle = |group: &[Point]| {
            let sum = |of: fn(&Point) -> f64| group.iter().map(of).sum::<f64>() / 6.0;
            Point::new(sum(|it| it.x), sum(|it| it.y))
        };
        let apart = middle(&places[..6]).distance(middle(&places[6..]));
        let widest = places[..6]
            .iter()
            .map(|it| it.distance(middle(&places[..6])))
            .fold(0.0, f64::max);
        assert!(apart > 1.5 * widest, "{apart} {widest}");
        op::arrange(&mut document, arranged.board.clone(), &arranged.moves).unwrap();
        assert_eq!(validate(document.constellation()), vec![]);
        let again = run(&document, &[], &Who::SelectedOrAll);
        assert_eq!(again, arranged, "who asks twice gets the same board");
    }

    #[test]
    fn only_the_selected_move_and_they_keep_clear_of_the_others_and_the_question() {
        let on_grid = |at: usize| Some(Point::new(150.0 * (at % 4) as f64, 150.0 * (at / 4) as f64));
        let (mut document, ids) = two_groups(on_grid);
        let mut board = document.constellation().board.clone();
        board.issue_pos = Some(Point::new(75.0, 75.0));
        op::set_board(&mut document, board).unwrap();
        let arranged = run(&document, &ids[..6], &Who::SelectedOrAll);
        let moved: Vec<ActorId> = arranged.moves.iter().map(|(id, _)| *id).collect();
        assert_eq!(moved, &ids[..6]);
        assert!(!arranged.is_whole);
        let mut all = places(&arranged);
        all.extend((6..12).filter_map(on_grid));
        assert!(no_two_within(&all, 60.0));
        let on_card = |it: &&Point| (it.x - 75.0).abs() < 150.0 && (it.y - 75.0).abs() < 30.0;
        assert_eq!(all[..6].iter().filter(on_card).count(), 0);
    }

    #[test]
    fn everybody_stays_in_ring_and_field_and_outside() {
        let spread = |at: usize| {
            let angle = at as f64 * 0.9 + 0.3;
            let away = if at == 11 { 790.0 } else { 25.0 + 40.0 * at as f64 };
            Some(Point::new(away * angle.cos(), away * angle.sin()))
        };
        let (mut document, ids) = two_groups(spread);
        for background in [
            Background::Rings,
            Background::Quadrants,
            Background::SectorFields,
            Background::LevelBands,
        ] {
            let mut board = document.constellation().board.clone();
            board.background = background;
            op::set_board(&mut document, board).unwrap();
            let zone = |document: &Document, id: ActorId| {
                let constellation = document.constellation();
                let pos = constellation.actor(id).unwrap().pos.unwrap();
                let holds = |area: &[f32; 4]| {
                    let [left, top, right, bottom] = area.map(f64::from);
                    if background == Background::Rings {
                        return pos.distance(Point::default()) <= (right - left) / 2.0;
                    }
                    (left..=right).contains(&pos.x) && (top..=bottom).contains(&pos.y)
                };
                let areas = zone_areas(constellation);
                areas.iter().map(holds).collect::<Vec<bool>>()
            };
            let before: Vec<_> = ids.iter().map(|id| zone(&document, *id)).collect();
            let arranged = run(&document, &[], &Who::SelectedOrAll);
            assert!(no_two_within(&places(&arranged), 60.0), "{background:?}");
            op::arrange(&mut document, arranged.board, &arranged.moves).unwrap();
            let after: Vec<_> = ids.iter().map(|id| zone(&document, *id)).collect();
            assert_eq!(before, after, "{background:?}");
            document.undo();
            assert_eq!(
                document.constellation().actor(ids[3]).unwrap().pos,
                spread(3).map(Point::rounded)
            );
        }
    }

    #[test]
    fn one_alone_and_nobody_are_no_plan() {
        let constellation = Constellation::new(Language::Nl);
        let filters = Filters::default();
        assert_eq!(
            Plan::new(&constellation, &filters, &BTreeSet::new(), &Who::Everybody),
            None
        );
    }
}
