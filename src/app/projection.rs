//! A one-mode constellation made from who sits at which table.

use crate::analysis::snapshot::Snapshot;
use crate::analysis::two_mode::{Affiliation, ModeKept, ProjectionWeight, projection};
use crate::analysis::{Link, NetworkError};
use crate::desk::{ProjectedSide, Projection};
use crate::i18n::Texts;
use crate::model::{
    Actor, ActorId, ById, Constellation, Direction, Extra, Layer, LineStyle, Note, NoteTarget, Relation,
    RelationId, RelationKind, RelationKindId, Rgb, slug,
};

/// The constellation of one mode: its actors with everything said about them and where they stand, tied by
/// what they share. What the filters hide is left out; notes stay with the actors that stay, and
/// agreements with names in place of the others.
///
/// # Errors
/// Only for a network too large for 32-bit indices.
pub fn projected(
    constellation: &Constellation,
    snapshot: &Snapshot,
    asked: Projection,
    texts: Texts,
) -> Result<Constellation, NetworkError> {
    let affiliation = Affiliation::new(&snapshot.network, &snapshot.is_table);
    let keeps_tables = asked.side == ProjectedSide::Tables;
    let (side, name) = match asked.side {
        ProjectedSide::Actors => (ModeKept::Actors, "projection-kind-tables"),
        ProjectedSide::Tables => (ModeKept::Tables, "projection-kind-members"),
    };
    let weight = if asked.counts_small_more {
        ProjectionWeight::Newman
    } else {
        ProjectionWeight::Shared
    };
    let stays = |id: ActorId| {
        let at = snapshot.index_of(id);
        at.is_some_and(|at| affiliation.is_table[at] == keeps_tables)
    };
    let mut made = constellation.clone();
    let actors = constellation.actors.iter().filter(|(id, _)| stays(**id));
    let with_organisation = |actor: &Actor| Actor {
        organisation: actor.organisation.filter(|organisation| stays(*organisation)),
        ..actor.clone()
    };
    made.actors = actors
        .map(|(id, actor)| (*id, with_organisation(actor)))
        .collect();
    let is_kept = |note: &Note| match note.about {
        NoteTarget::Actor(actor) => stays(actor),
        NoteTarget::Relation(_) => false,
        NoteTarget::Constellation => true,
    };
    let notes = constellation.notes.iter().filter(|(_, note)| is_kept(note));
    made.notes = notes.map(|(id, note)| (*id, note.clone())).collect();
    let goes = |id: ActorId| !stays(id);
    for agreement in constellation.agreements.values() {
        if let Some(after) = constellation.agreement_without(agreement, goes, |_| true) {
            made.agreements.insert(after.id, after);
        }
    }
    let taken = &constellation.vocabulary.relation_kinds;
    let label = texts.t(name);
    let kind = RelationKindId::new(&slug(&label, |id| {
        taken.iter().any(|kind| kind.id.as_str() == id)
    }));
    made.vocabulary.relation_kinds.push(RelationKind {
        id: kind.clone(),
        label,
        colour: Rgb(0x3a, 0x5f, 0x8a),
        line: LineStyle::Solid,
        layer: Some(Layer::Structure),
        direction: Direction::Undirected,
        is_negative: false,
        extra: Extra::default(),
    });
    made.relations = relations(
        constellation,
        snapshot,
        projection(&affiliation, side, weight),
        &kind,
    );
    made.next_id += u32::try_from(made.relations.len()).unwrap_or(u32::MAX - made.next_id);
    made.info.title = title(constellation, asked, texts);
    made.info.description = description(constellation, asked, texts);
    Ok(made)
}

/// What it is, then of what.
fn title(constellation: &Constellation, asked: Projection, texts: Texts) -> String {
    let whole = constellation.info.title.trim();
    let whole = if whole.is_empty() {
        texts.t("untitled")
    } else {
        whole.to_owned()
    };
    let key = match asked.side {
        ProjectedSide::Actors => "projection-title-actors",
        ProjectedSide::Tables => "projection-title-tables",
    };
    texts.with(key, &[("title", whole.into())])
}

fn description(constellation: &Constellation, asked: Projection, texts: Texts) -> String {
    let how = match (asked.side, asked.counts_small_more) {
        (ProjectedSide::Actors, false) => "projection-how-actors",
        (ProjectedSide::Actors, true) => "projection-how-actors-newman",
        (ProjectedSide::Tables, false) => "projection-how-tables",
        (ProjectedSide::Tables, true) => "projection-how-tables-newman",
    };
    let before = constellation.info.description.trim();
    let parts = [texts.t(how), before.to_owned()];
    let filled: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    filled.join("\n\n")
}

fn relations(
    constellation: &Constellation,
    snapshot: &Snapshot,
    links: Vec<Link>,
    kind: &RelationKindId,
) -> ById<RelationId, Relation> {
    let numbered = (1u32..).zip(links);
    (constellation.next_id..)
        .zip(numbered)
        .map(|(id, (number, link))| {
            let ends = [link.source, link.target].map(|at| snapshot.actors[at as usize]);
            let key = format!("p{number}");
            let mut relation = Relation::new(RelationId(id), &key, ends[0], ends[1], kind.clone());
            relation.weight = link.weight;
            // It follows from the seats, which is more than an assumption.
            relation.verified = true;
            (RelationId(id), relation)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::snapshot::{AnalysisSettings, Visible};
    use crate::app::samples::SAMPLES;
    use crate::model::{Language, validate};

    const PROJECTIONS: [(ProjectedSide, bool); 4] = [
        (ProjectedSide::Actors, false),
        (ProjectedSide::Actors, true),
        (ProjectedSide::Tables, false),
        (ProjectedSide::Tables, true),
    ];

    fn register() -> Constellation {
        let sample = SAMPLES.iter().find(|sample| sample.key == "sample-register");
        let content = sample.unwrap().content;
        crate::formats::read(content.as_bytes()).unwrap().constellation
    }

    fn made(whole: &Constellation, asked: Projection) -> Constellation {
        let snapshot = Snapshot::build(whole, &AnalysisSettings::default(), Visible::ALL).unwrap();
        projected(whole, &snapshot, asked, Texts::new(Language::Nl)).unwrap()
    }

    #[test]
    fn a_projection_is_a_sound_constellation_of_one_mode_with_all_that_was_said() {
        let whole = register();
        for (side, counts_small_more) in PROJECTIONS {
            let made = made(
                &whole,
                Projection {
                    side,
                    counts_small_more,
                },
            );
            assert_eq!(validate(&made), vec![]);
            let count = if side == ProjectedSide::Actors { 17 } else { 25 };
            assert_eq!(made.actors.len(), count);
            for (id, actor) in &made.actors {
                assert_eq!(whole.actor(*id), Some(actor));
            }
            assert!(!made.relations.is_empty());
            assert!(made.info.title.contains(&whole.info.title));
        }
    }

    #[test]
    fn a_weight_is_the_number_of_tables_two_actors_share() {
        let whole = register();
        let asked = Projection {
            side: ProjectedSide::Actors,
            counts_small_more: false,
        };
        let tables_of = |id: ActorId| -> Vec<ActorId> {
            let ties = whole.relations.values().filter(|relation| relation.touches(id));
            ties.map(|relation| relation.other_end(id)).collect()
        };
        for relation in made(&whole, asked).relations.values() {
            let (a, b) = (tables_of(relation.source), tables_of(relation.target));
            let shared = a.iter().filter(|table| b.contains(table)).count();
            assert_eq!(relation.weight, shared as f64);
        }
    }
}
