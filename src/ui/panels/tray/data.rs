//! Names that are typed or pasted, and places for pieces that come from the tray.

use crate::edit::operations::NewActor;
use crate::model::{Actor, ActorId, ActorKindId, Constellation, Point};
use crate::ui::panels::order::{fold, sort_key};

/// The names in what was typed or pasted: one a line, the first column of a table, without bullets, each once.
pub fn names_in(text: &str) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for line in text.lines() {
        let first = line.split('\t').next().unwrap_or_default();
        let name = first
            .trim()
            .trim_start_matches(['-', '•', '*', '–', '·'])
            .trim_end_matches([';', ','])
            .trim();
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// New actors for the tray.
pub fn new_actors(names: Vec<String>, kind: Option<&ActorKindId>) -> Vec<NewActor> {
    let new = |label| NewActor {
        label,
        kind: kind.cloned(),
        pos: None,
    };
    names.into_iter().map(new).collect()
}

/// Actors without a place, in the order in which they were named.
pub fn unplaced(constellation: &Constellation) -> Vec<&Actor> {
    constellation
        .actors
        .values()
        .filter(|actor| actor.pos.is_none())
        .collect()
}

/// Actors with the search in their name, in the order of names.
pub fn everyone(constellation: &Constellation, search: &str) -> Vec<ActorId> {
    let wanted = fold(search.trim());
    let mut found: Vec<&Actor> = constellation
        .actors
        .values()
        .filter(|actor| fold(&actor.label).contains(&wanted))
        .collect();
    found.sort_by_cached_key(|actor| sort_key(&actor.label));
    found.into_iter().map(|actor| actor.id).collect()
}

/// Room that a piece with its name needs, board units.
const ROOM: f64 = 110.0;

/// Places around `centre` where no piece stands yet, nearest first, in rings of growing size.
pub fn free_places(constellation: &Constellation, centre: Point, count: usize) -> Vec<Point> {
    let mut taken: Vec<Point> = constellation
        .actors
        .values()
        .filter_map(|actor| actor.pos)
        .collect();
    taken.extend(constellation.board.issue_pos);
    let mut places = Vec::with_capacity(count);
    let mut ring = 0_u32;
    while places.len() < count {
        let seats = (ring * 6).max(1);
        for seat in 0..seats {
            let angle = std::f64::consts::TAU * f64::from(seat) / f64::from(seats);
            let radius = ROOM * f64::from(ring);
            let place = centre
                .offset(radius * angle.sin(), -radius * angle.cos())
                .rounded();
            if places.len() < count && taken.iter().all(|other| other.distance(place) >= ROOM * 0.8) {
                taken.push(place);
                places.push(place);
            }
        }
        ring += 1;
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations::{add_actors, place};
    use crate::model::Language;

    #[test]
    fn a_pasted_list_becomes_names_without_bullets_columns_and_doubles() {
        let pasted = "- Alkmaar\r\n• UWV\t12\n\n  Élan; \nAlkmaar\n's-Gravenhage";
        assert_eq!(names_in(pasted), ["Alkmaar", "UWV", "Élan", "'s-Gravenhage"]);
    }

    #[test]
    fn places_from_the_tray_keep_clear_of_each_other_and_of_what_stands() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let names = (0..30).map(|number| format!("Actor {number}")).collect();
        let ids = add_actors(&mut document, new_actors(names, None)).expect("sound");
        place(&mut document, &[(ids[0], Some(Point::new(0.0, 0.0)))]).expect("sound");
        assert_eq!(unplaced(document.constellation()).len(), 29);
        let places = free_places(document.constellation(), Point::new(0.0, 0.0), 29);
        for (at, one) in places.iter().enumerate() {
            assert!(one.distance(Point::new(0.0, 0.0)) >= 80.0);
            assert!(places[..at].iter().all(|other| other.distance(*one) >= 80.0));
        }
    }

    #[test]
    fn everyone_is_found_without_accents_in_the_order_of_names() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let names = ["Zélande", "Élan", "Elba"].map(str::to_owned).into();
        let ids = add_actors(&mut document, new_actors(names, None)).expect("sound");
        assert_eq!(everyone(document.constellation(), "EL"), [ids[1], ids[2], ids[0]]);
        assert_eq!(everyone(document.constellation(), "élb"), [ids[2]]);
    }
}
