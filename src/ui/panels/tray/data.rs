//! Names that are typed or pasted, and places for pieces that come from the tray.

use crate::edit::operations::NewActor;
use crate::model::{Actor, ActorId, ActorKindId, Constellation, names_in};
use crate::ui::panels::order::{fold, sort_key};

/// New actors for the tray, of the names in what was typed or pasted.
pub fn new_actors(text: &str, kind: Option<&ActorKindId>) -> Vec<NewActor> {
    let new = |label: &str| NewActor {
        label: label.to_owned(),
        kind: kind.cloned(),
        pos: None,
    };
    names_in(text).map(new).collect()
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
    fn everyone_is_found_without_accents_in_the_order_of_names() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = new_actors("Zélande\nÉlan\nElba", None);
        let ids = add_actors(&mut document, new).expect("sound");
        assert_eq!(everyone(document.constellation(), "EL"), [ids[1], ids[2], ids[0]]);
        assert_eq!(everyone(document.constellation(), "élb"), [ids[2]]);
    }
}
