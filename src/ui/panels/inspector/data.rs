//! What the inspector shows, as data.

use std::collections::BTreeSet;

use super::attributes::AttributesData;
use crate::edit::AttributeOwner;
use crate::model::{
    Actor, ActorId, ActorKindId, AttributeOf, Constellation, Direction, DomainId, LevelId, RegionId,
    Relation, RelationId, RelationKindId, RelationStatus, SectorId, Stance, Tempo,
};
use crate::ui::panels::order::sort_key;
use crate::ui::widgets::{Share, SharedValue, shared};

/// The constellation as a whole, for when nothing is selected.
#[derive(Debug, Clone, PartialEq)]
pub struct OverviewData {
    pub actors: usize,
    pub in_tray: usize,
    pub relations: usize,
    pub assumed: usize,
    pub notes: usize,
    /// Key and count of what could still be said; the most telling first.
    pub hints: Vec<(&'static str, usize)>,
}

impl OverviewData {
    pub fn build(constellation: &Constellation) -> Self {
        let actors = constellation.actors.values();
        let count = |test: fn(&Actor) -> bool| actors.clone().filter(|actor| test(actor)).count();
        let relations = constellation.relations.values();
        let related: BTreeSet<ActorId> = relations
            .clone()
            .filter(|relation| !relation.is_loop())
            .flat_map(|relation| [relation.source, relation.target])
            .collect();
        let assumed = relations.clone().filter(|relation| !relation.verified).count();
        let in_tray = count(|actor| actor.pos.is_none());
        let total = constellation.actors.len();
        let is_empty = |text: &str| usize::from(text.trim().is_empty());
        let unrelated = if constellation.relations.is_empty() {
            0
        } else {
            total - related.len()
        };
        let hints = [
            ("hint-no-question", is_empty(&constellation.info.issue)),
            ("hint-no-actors", usize::from(total == 0)),
            ("hint-in-tray", in_tray),
            (
                "hint-no-relations",
                usize::from(total > 1 && constellation.relations.is_empty()),
            ),
            ("hint-unrelated", unrelated),
            ("hint-no-kind", count(|actor| actor.kind.is_none())),
            ("hint-no-sector", count(|actor| actor.sector.is_none())),
            ("hint-assumed", assumed),
        ];
        Self {
            actors: total,
            in_tray,
            relations: constellation.relations.len(),
            assumed,
            notes: constellation.notes.len(),
            hints: hints.into_iter().filter(|(_, count)| *count > 0).collect(),
        }
    }
}

/// One or many actors: what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct ActorsData<'a> {
    pub ids: Vec<ActorId>,
    /// The actor, when there is just one.
    pub single: Option<&'a Actor>,
    pub kind: SharedValue<&'a Option<ActorKindId>>,
    pub sector: SharedValue<&'a Option<SectorId>>,
    pub level: SharedValue<&'a Option<LevelId>>,
    pub region: SharedValue<&'a Option<RegionId>>,
    pub organisation: SharedValue<Option<ActorId>>,
    pub gaze_deg: SharedValue<Option<f64>>,
    pub influence: SharedValue<Option<u32>>,
    /// Per actor, so that one step up is one step up for each.
    pub influences: Vec<(ActorId, Option<u32>)>,
    pub stance: SharedValue<Option<Stance>>,
    pub tempo: SharedValue<Option<Tempo>>,
    pub interests: SharedValue<&'a [String]>,
    pub form: SharedValue<&'a str>,
    pub motive: SharedValue<&'a str>,
    pub note: SharedValue<&'a str>,
    /// Every domain of the vocabulary, and how many of the actors have it.
    pub domains: Vec<(&'a DomainId, &'a str, Share)>,
    pub placed: usize,
    pub attributes: AttributesData<'a>,
}

impl<'a> ActorsData<'a> {
    /// `None` when none of the ids exists.
    pub fn build(constellation: &'a Constellation, ids: &BTreeSet<ActorId>) -> Option<Self> {
        let actors: Vec<&Actor> = ids.iter().filter_map(|id| constellation.actor(*id)).collect();
        let first = *actors.first()?;
        let single = (actors.len() == 1).then_some(first);
        let all = || actors.iter().copied();
        Some(Self {
            ids: all().map(|actor| actor.id).collect(),
            single,
            kind: shared(all().map(|actor| &actor.kind)),
            sector: shared(all().map(|actor| &actor.sector)),
            level: shared(all().map(|actor| &actor.level)),
            region: shared(all().map(|actor| &actor.region)),
            organisation: shared(all().map(|actor| actor.organisation)),
            gaze_deg: shared(all().map(|actor| actor.gaze_deg)),
            influence: shared(all().map(|actor| actor.influence)),
            influences: all().map(|actor| (actor.id, actor.influence)).collect(),
            stance: shared(all().map(|actor| actor.stance)),
            tempo: shared(all().map(|actor| actor.tempo)),
            interests: shared(all().map(|actor| actor.interests.as_slice())),
            form: shared(all().map(|actor| actor.form.as_str())),
            motive: shared(all().map(|actor| actor.motive.as_str())),
            note: shared(all().map(|actor| actor.note.as_str())),
            domains: domains(constellation, &actors),
            placed: all().filter(|actor| actor.pos.is_some()).count(),
            attributes: AttributesData {
                of: AttributeOf::Actors,
                owners: all().map(|actor| AttributeOwner::Actor(actor.id)).collect(),
                values: all().map(|actor| &actor.attributes).collect(),
            },
        })
    }
}

fn domains<'a>(constellation: &'a Constellation, actors: &[&Actor]) -> Vec<(&'a DomainId, &'a str, Share)> {
    let share = |id: &DomainId| {
        let having = actors.iter().filter(|actor| actor.domains.contains(id)).count();
        match having {
            0 => Share::None,
            count if count == actors.len() => Share::All,
            _ => Share::Some,
        }
    };
    constellation
        .vocabulary
        .domains
        .iter()
        .map(|domain| (&domain.id, domain.label.as_str(), share(&domain.id)))
        .collect()
}

/// One relation of an actor, seen from that actor.
#[derive(Debug, Clone, PartialEq)]
pub struct TieRow<'a> {
    pub relation: &'a Relation,
    pub other: ActorId,
    pub other_label: &'a str,
    pub is_outgoing: bool,
}

impl<'a> TieRow<'a> {
    fn of(constellation: &'a Constellation, actor: ActorId, relation: &'a Relation) -> Option<Self> {
        let other = relation.other_end(actor);
        Some(Self {
            relation,
            other,
            other_label: constellation.actor(other)?.label.as_str(),
            is_outgoing: relation.source == actor,
        })
    }
}

/// The relations of one actor, in the order of the other ends' names.
#[derive(Debug, Clone, PartialEq)]
pub struct TiesOfActor {
    actor: ActorId,
    pub relations: Vec<RelationId>,
}

impl TiesOfActor {
    /// O(relations).
    pub fn of(constellation: &Constellation, actor: ActorId) -> Self {
        let relations = constellation.relations_of(actor);
        let rows = relations.filter_map(|relation| TieRow::of(constellation, actor, relation));
        let mut rows: Vec<TieRow<'_>> = rows.collect();
        rows.sort_by_cached_key(|row| (sort_key(row.other_label), row.relation.id));
        let relations = rows.iter().map(|row| row.relation.id).collect();
        Self { actor, relations }
    }

    pub fn rows<'a>(&'a self, constellation: &'a Constellation) -> impl Iterator<Item = TieRow<'a>> {
        let relations = self.relations.iter().filter_map(|id| constellation.relation(*id));
        relations.filter_map(|relation| TieRow::of(constellation, self.actor, relation))
    }
}

/// One or many relations: what they share.
#[derive(Debug, Clone, PartialEq)]
pub struct RelationsData<'a> {
    pub ids: Vec<RelationId>,
    pub single: Option<&'a Relation>,
    pub kind: SharedValue<&'a RelationKindId>,
    pub weight: SharedValue<f64>,
    pub direction: SharedValue<Direction>,
    pub status: SharedValue<RelationStatus>,
    pub verified: SharedValue<bool>,
    pub motive: SharedValue<&'a str>,
    pub note: SharedValue<&'a str>,
    pub attributes: AttributesData<'a>,
}

impl<'a> RelationsData<'a> {
    /// `None` when none of the ids exists.
    pub fn build(constellation: &'a Constellation, ids: &BTreeSet<RelationId>) -> Option<Self> {
        let relations: Vec<&Relation> = ids.iter().filter_map(|id| constellation.relation(*id)).collect();
        let first = *relations.first()?;
        let single = (relations.len() == 1).then_some(first);
        let all = || relations.iter().copied();
        Some(Self {
            ids: all().map(|relation| relation.id).collect(),
            single,
            kind: shared(all().map(|relation| &relation.kind)),
            weight: shared(all().map(|relation| relation.weight)),
            direction: shared(all().map(|relation| relation.direction)),
            status: shared(all().map(|relation| relation.status)),
            verified: shared(all().map(|relation| relation.verified)),
            motive: shared(all().map(|relation| relation.motive.as_str())),
            note: shared(all().map(|relation| relation.note.as_str())),
            attributes: AttributesData {
                of: AttributeOf::Relations,
                owners: all().map(|one| AttributeOwner::Relation(one.id)).collect(),
                values: all().map(|one| &one.attributes).collect(),
            },
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations::{
        ActorEdit, NewActor, NewRelation, add_actors, add_relation, edit_actors, edit_relations,
    };
    use crate::edit::{ActorField, Document, RelationField};
    use crate::model::{Language, Point};

    fn three_actors() -> (Document, Vec<ActorId>) {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = ["Élan", "Zaanstad", "Alkmaar"].map(|label| NewActor {
            label: label.to_owned(),
            kind: Some("gemeente".into()),
            pos: (label != "Élan").then_some(Point::new(0.0, 0.0)),
        });
        let ids = add_actors(&mut document, new.into()).expect("sound");
        (document, ids)
    }

    fn relate(document: &mut Document, source: ActorId, target: ActorId) -> RelationId {
        let new = NewRelation {
            source,
            target,
            kind: "informatie".into(),
            weight: 2.0,
        };
        add_relation(document, new).expect("sound")
    }

    #[test]
    fn values_that_differ_show_as_mixed_and_equal_ones_as_themselves() {
        let (mut document, ids) = three_actors();
        edit_actors(&mut document, &ids[..1], &ActorField::Influence(Some(3)).into()).expect("sound");
        edit_actors(&mut document, &ids[1..], &ActorEdit::AddDomain("wonen".into())).expect("sound");
        let selected = ids.iter().copied().collect();
        let data = ActorsData::build(document.constellation(), &selected).expect("they exist");
        assert_eq!(data.influence, SharedValue::Mixed);
        assert_eq!(data.kind, SharedValue::Same(&Some("gemeente".into())));
        assert_eq!(data.domains[0], (&"wonen".into(), "Wonen", Share::Some));
        assert_eq!(data.domains[1].2, Share::None);
        assert_eq!(data.placed, 2);
        assert_eq!(data.single, None);
    }

    #[test]
    fn relations_of_an_actor_come_in_the_order_of_the_names_at_the_other_end() {
        let (mut document, ids) = three_actors();
        relate(&mut document, ids[1], ids[0]);
        relate(&mut document, ids[2], ids[1]);
        relate(&mut document, ids[1], ids[1]);
        let ties = TiesOfActor::of(document.constellation(), ids[1]);
        let seen: Vec<_> = ties
            .rows(document.constellation())
            .map(|row| (row.other_label, row.is_outgoing))
            .collect();
        assert_eq!(seen, [("Alkmaar", false), ("Élan", true), ("Zaanstad", true)]);
    }

    #[test]
    fn relations_of_different_weight_show_as_mixed() {
        let (mut document, ids) = three_actors();
        let one = relate(&mut document, ids[0], ids[1]);
        let two = relate(&mut document, ids[1], ids[2]);
        edit_relations(&mut document, &[two], &RelationField::Weight(5.0).into()).expect("sound");
        let data = RelationsData::build(document.constellation(), &BTreeSet::from([one, two]));
        let data = data.expect("they exist");
        assert_eq!(data.weight, SharedValue::Mixed);
        assert_eq!(data.direction, SharedValue::Same(Direction::Directed));
    }

    #[test]
    fn hints_name_only_what_is_missing() {
        let (mut document, ids) = three_actors();
        relate(&mut document, ids[0], ids[1]);
        let data = OverviewData::build(document.constellation());
        let keys: Vec<_> = data.hints.clone();
        assert_eq!(
            keys,
            [
                ("hint-no-question", 1),
                ("hint-in-tray", 1),
                ("hint-unrelated", 1),
                ("hint-assumed", 1)
            ]
        );
    }
}
