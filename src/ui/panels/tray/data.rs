//! Names that are typed or pasted, and places for pieces that come from the tray.

use crate::edit::operations::NewActor;
use crate::model::{Actor, ActorId, ActorKindId, Constellation};
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
pub fn unplaced(constellation: &Constellation) -> Vec<ActorId> {
    let actors = constellation.actors.values();
    let unplaced = actors.filter(|actor| actor.pos.is_none());
    unplaced.map(|actor| actor.id).collect()
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Document;
    use crate::edit::operations::add_actors;
    use crate::model::Language;

    #[test]
    fn a_pasted_list_becomes_names_without_bullets_columns_and_doubles() {
        let pasted = "- Alkmaar\r\n• UWV\t12\n\n  Élan; \nAlkmaar\n's-Gravenhage";
        assert_eq!(names_in(pasted), ["Alkmaar", "UWV", "Élan", "'s-Gravenhage"]);
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
