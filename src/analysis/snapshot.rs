//! From a constellation to the analysed network. With its folder, the only part of the analysis that
//! reads the model.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::paths::{Sampling, Sources};
use super::spanners::PairFacts;
use super::{Link, Network, NetworkError, Partition};
mod divisions;
mod left_out;
mod relations;

pub use divisions::{OWN as OWN_DIMENSIONS, attributes};
pub use left_out::LeftOut;
pub use relations::RelationsOfPairs;

use crate::model::{
    Actor, ActorId, Constellation, Direction, Layer, Relation, RelationId, RelationKindId, RelationStatus,
};
use crate::tally;

/// Which relations count, shown beside every result.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AnalysisSettings {
    /// `None`: all kinds but the negative ones.
    pub kinds: Option<BTreeSet<RelationKindId>>,
    /// Wished relations count as well as existing ones.
    pub includes_wished: bool,
    /// Every relation counts both ways.
    pub ignores_direction: bool,
    /// `None`: sector, level, domain, region, organisation, and what the file itself names as partitions.
    /// Else exactly these: any of the five, or the name of an attribute.
    pub dimensions: Option<Vec<String>>,
    /// Keys of attributes of actors that divide them as well, beside what `dimensions: None` means.
    pub attributes: BTreeSet<String>,
    /// Paths are followed from a sample of actors, so that no normalised betweenness is further from the
    /// exact one than this many thousandths (95% sure). `None`: from all, where that can be done in time.
    pub sampling_permille: Option<u16>,
    /// Bodies with members are no candidates for bridge builder; they still count in the network.
    pub leaves_tables_out: bool,
}

impl AnalysisSettings {
    /// From which actors paths are followed in a network of `n`.
    pub fn sources(&self, n: usize) -> Sources {
        match self.sampling_permille {
            None => Sources::Exact,
            Some(permille) => {
                let sampling = Sampling {
                    error: f64::from(permille) / 1000.0,
                    ..Sampling::default()
                };
                // A sample of everybody is no sample.
                if sampling.size(n) < n {
                    Sources::Sample(sampling)
                } else {
                    Sources::Exact
                }
            }
        }
    }
}

/// What the filters let through.
#[derive(Clone, Copy)]
pub struct Visible<'a> {
    pub actor: &'a dyn Fn(&Actor) -> bool,
    pub relation: &'a dyn Fn(&Relation) -> bool,
}

impl Visible<'_> {
    /// Nothing is filtered out.
    pub const ALL: Visible<'static> = Visible {
        actor: &|_| true,
        relation: &|_| true,
    };
}

/// A way to divide the actors into groups, by the name of the attribute.
#[derive(Debug, Clone, PartialEq)]
pub struct NamedPartition {
    /// `sector`, `level`, `domain`, `region`, `organisation`, or the name of an attribute.
    pub id: String,
    pub partition: Partition,
}

/// The analysed network with the way back to the constellation.
#[derive(Debug, Clone, PartialEq)]
pub struct Snapshot {
    pub network: Network,
    /// Actor of every index.
    pub actors: Vec<ActorId>,
    pub labels: Vec<String>,
    /// Relations that were merged into each of [`Network::pairs`].
    pub relations: RelationsOfPairs,
    /// How many of them are informal, for sentences.
    pub facts: Vec<PairFacts>,
    /// What the network was made of: one link per relation, or one each way.
    pub links: Vec<Link>,
    /// Position in `is_unverified` of the relation each link is of.
    pub relation_of_link: Vec<u32>,
    /// Which of the relations that count nobody has verified.
    pub is_unverified: Vec<bool>,
    /// Bodies that others are members of.
    pub is_table: Vec<bool>,
    /// Who can be a candidate for bridge builder: who is tied, and is no table when those are left out.
    pub may_be_candidate: Vec<bool>,
    /// Dimensions in which at least two groups occur; one suffices for those that the settings name.
    pub dimensions: Vec<NamedPartition>,
    /// From whom shortest paths are followed.
    pub sources: Sources,
    /// Relations of the constellation that are not in it.
    pub left_out: LeftOut,
}

impl Snapshot {
    /// Index of an actor in the network. O(log n): the actors are in ascending order.
    pub fn index_of(&self, actor: ActorId) -> Option<usize> {
        self.actors.binary_search(&actor).ok()
    }

    /// How many relations count, each of them once: also one that goes both ways, and not one of an actor with
    /// itself.
    pub fn relations_counted(&self) -> usize {
        self.is_unverified.len() - self.network.self_loops
    }

    /// Whether the kind of an actor says that it is a table: not in a file of another program, where an attribute may.
    pub fn knows_tables(&self) -> bool {
        let is_own = |one: &NamedPartition| divisions::OWN.contains(&one.id.as_str());
        self.is_table.contains(&true) || self.dimensions.iter().all(is_own)
    }

    /// Whether every relation runs between a table and an actor that is not one: then tables are never tied to
    /// each other, and members neither.
    pub fn joins_only_tables(&self) -> bool {
        let is_table = |at: u32| self.is_table[at as usize];
        let mut pairs = self.network.pairs.iter();
        !self.network.pairs.is_empty() && pairs.all(|pair| is_table(pair.source) != is_table(pair.target))
    }

    /// Builds the network of the visible actors and the relations that count. O(n + m log m).
    ///
    /// Directed as soon as one relation that counts is, unless direction is ignored; mutual and undirected
    /// relations become two arcs then.
    ///
    /// # Errors
    /// Only for a network too large for 32-bit indices: a sound constellation has finite weights.
    pub fn build(
        constellation: &Constellation,
        settings: &AnalysisSettings,
        visible: Visible<'_>,
    ) -> Result<Self, NetworkError> {
        tally::add(|done| done.snapshots += 1);
        let actors: Vec<&Actor> = constellation
            .actors
            .values()
            .filter(|actor| (visible.actor)(actor))
            .collect();
        let index: BTreeMap<ActorId, u32> = actors.iter().map(|actor| actor.id).zip(0u32..).collect();
        let counts = |relation: &&Relation| {
            counts_in(constellation, settings, relation)
                && (visible.relation)(relation)
                && index.contains_key(&relation.source)
                && index.contains_key(&relation.target)
        };
        let relations: Vec<&Relation> = constellation.relations.values().filter(counts).collect();
        let is_directed = !settings.ignores_direction
            && relations
                .iter()
                .any(|relation| relation.direction == Direction::Directed && !relation.is_loop());
        let mut links = Vec::with_capacity(relations.len());
        let mut relation_of_link = Vec::with_capacity(relations.len());
        for (relation, number) in relations.iter().zip(0u32..) {
            let (source, target) = (index[&relation.source], index[&relation.target]);
            links.push(Link {
                source,
                target,
                weight: relation.weight,
            });
            if is_directed && relation.direction != Direction::Directed && source != target {
                links.push(Link {
                    source: target,
                    target: source,
                    weight: relation.weight,
                });
            }
            relation_of_link.resize(links.len(), number);
        }
        links.shrink_to_fit();
        relation_of_link.shrink_to_fit();
        let network = Network::from_links(actors.len(), is_directed, &links)?;
        let mut found = Self {
            relations: RelationsOfPairs::default(),
            facts: vec![PairFacts::default(); network.pairs.len()],
            is_unverified: relations.iter().map(|relation| !relation.verified).collect(),
            relation_of_link,
            links,
            may_be_candidate: (0..network.n)
                .map(|v| {
                    let is_left_out = settings.leaves_tables_out && is_table(constellation, actors[v]);
                    network.under.degree(v) > 0 && !is_left_out
                })
                .collect(),
            is_table: actors
                .iter()
                .map(|actor| is_table(constellation, actor))
                .collect(),
            labels: actors.iter().map(|actor| actor.label.clone()).collect(),
            dimensions: divisions::of(constellation, &actors, settings),
            sources: settings.sources(actors.len()),
            left_out: LeftOut::of(constellation, settings, visible),
            actors: actors.iter().map(|actor| actor.id).collect(),
            network,
        };
        let mut noted = Vec::with_capacity(found.links.len());
        for relation in relations {
            found.note_relation(
                constellation,
                relation,
                index[&relation.source],
                index[&relation.target],
                &mut noted,
            );
        }
        found.relations = RelationsOfPairs::new(found.network.pairs.len(), &noted);
        Ok(found)
    }

    /// A network without a constellation: actors and relations are numbered in its order.
    pub fn of_network(network: Network, is_table: Vec<bool>, dimensions: Vec<NamedPartition>) -> Self {
        let one = PairFacts {
            relations: 1,
            informal: 0,
        };
        Self {
            links: network.pairs.iter().map(Link::from).collect(),
            relation_of_link: (0..).take(network.m()).collect(),
            is_unverified: vec![false; network.m()],
            may_be_candidate: (0..network.n).map(|v| network.under.degree(v) > 0).collect(),
            actors: (1..).take(network.n).map(ActorId).collect(),
            labels: (0..network.n).map(|actor| format!("actor {actor}")).collect(),
            relations: {
                let each = (0..).take(network.m()).map(|pair| (pair, RelationId(pair + 1)));
                RelationsOfPairs::new(network.m(), &each.collect::<Vec<_>>())
            },
            facts: vec![one; network.m()],
            is_table,
            dimensions,
            sources: Sources::Exact,
            left_out: LeftOut::default(),
            network,
        }
    }

    fn note_relation(
        &mut self,
        constellation: &Constellation,
        relation: &Relation,
        source: u32,
        target: u32,
        noted: &mut Vec<(u32, RelationId)>,
    ) {
        let kind = constellation.vocabulary.relation_kind(&relation.kind);
        let is_informal = kind.is_some_and(|kind| kind.layer == Some(Layer::Individual));
        let both_ways = self.network.directed && relation.direction != Direction::Directed;
        let ends: &[(u32, u32)] = if both_ways {
            &[(source, target), (target, source)]
        } else {
            &[(source, target)]
        };
        for &(from, to) in ends {
            let Some(entry) = self.network.out.find(from as usize, to) else {
                continue;
            };
            let pair = self.network.out.pairs[entry] as usize;
            noted.push((pair as u32, relation.id));
            // Once, also where it counts both ways.
            if (from, to) == ends[0] {
                self.facts[pair].relations += 1;
                self.facts[pair].informal += u32::from(is_informal);
            }
        }
    }
}

fn counts_in(constellation: &Constellation, settings: &AnalysisSettings, relation: &Relation) -> bool {
    let status_counts = match relation.status {
        RelationStatus::Existing => true,
        RelationStatus::Wished => settings.includes_wished,
        RelationStatus::Ended => false,
    };
    status_counts && left_out::kind_counts(constellation, settings, relation)
}

fn is_table(constellation: &Constellation, actor: &Actor) -> bool {
    let kind = actor
        .kind
        .as_ref()
        .and_then(|id| constellation.vocabulary.actor_kind(id));
    kind.is_some_and(|kind| kind.is_body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations::{self as op, AttributeEdit};
    use crate::edit::testing::{document_of, relate};
    use crate::edit::{ActorField, AttributeOwner, Document, RelationField};
    use crate::model::{AttributeOf, AttributeType, AttributeValue};

    fn build(document: &Document, settings: &AnalysisSettings) -> Snapshot {
        Snapshot::build(document.constellation(), settings, Visible::ALL).unwrap()
    }

    #[test]
    fn tension_and_wished_ties_count_only_when_asked_for() {
        let (mut document, ids) = document_of(["a", "b", "c"]);
        relate(&mut document, ids[0], ids[1], "spanning");
        let wished = relate(&mut document, ids[1], ids[2], "samenwerking");
        op::edit_relations(
            &mut document,
            &[wished],
            &RelationField::Status(RelationStatus::Wished).into(),
        )
        .unwrap();
        assert_eq!(build(&document, &AnalysisSettings::default()).network.m(), 0);
        let with_wished = AnalysisSettings {
            includes_wished: true,
            ..AnalysisSettings::default()
        };
        assert!(build(&document, &with_wished).relations.iter().eq([[wished]]));
        let only_tension = AnalysisSettings {
            kinds: Some(["spanning".into()].into()),
            ..AnalysisSettings::default()
        };
        assert_eq!(build(&document, &only_tension).network.m(), 1);
    }

    #[test]
    fn an_undirected_tie_is_two_arcs_beside_a_directed_one() {
        let (mut document, ids) = document_of(["a", "b", "c"]);
        let both = relate(&mut document, ids[0], ids[1], "samenwerking");
        let one = relate(&mut document, ids[1], ids[2], "geld");
        let snapshot = build(&document, &AnalysisSettings::default());
        assert!(snapshot.network.directed);
        assert!(snapshot.relations.iter().eq([[both], [both], [one]]));
        assert_eq!(
            snapshot.relation_of_link,
            [0, 0, 1],
            "both ways come and go together"
        );
        assert_eq!(snapshot.is_unverified, [true, true]);
        assert_eq!((snapshot.relations_counted(), snapshot.network.m()), (2, 3));
        let ignoring = AnalysisSettings {
            ignores_direction: true,
            ..AnalysisSettings::default()
        };
        let snapshot = build(&document, &ignoring);
        assert_eq!((snapshot.network.directed, snapshot.network.m()), (false, 2));
    }

    #[test]
    fn an_attribute_divides_the_actors_once_somebody_chose_it_in_the_order_of_its_words() {
        let (mut document, ids) = document_of(["a", "b", "c"]);
        let of = AttributeOf::Actors;
        for (label, of_type, values) in [
            ("Fase", AttributeType::Category, ["start", "einde", "start"]),
            ("sector", AttributeType::YesNo, ["ja", "nee", ""]),
            ("Naam", AttributeType::Text, ["x", "y", "z"]),
        ] {
            let key = op::add_attribute(&mut document, of, label, of_type).unwrap();
            for (id, value) in ids.iter().zip(values) {
                let owner = AttributeOwner::Actor(*id);
                let value = AttributeValue::text(value);
                op::set_attribute(&mut document, &[owner], &key, Some(&value)).unwrap();
            }
        }
        let order = AttributeEdit::Categories(vec!["start".to_owned(), "einde".to_owned()]);
        op::edit_attribute(&mut document, of, "Fase", &order).unwrap();
        let label = AttributeEdit::Label("Stadium".to_owned());
        op::edit_attribute(&mut document, of, "Fase", &label).unwrap();
        assert!(
            build(&document, &AnalysisSettings::default())
                .dimensions
                .is_empty()
        );
        let chosen = AnalysisSettings {
            attributes: ["Fase", "sector-2", "Naam"].map(str::to_owned).into(),
            ..AnalysisSettings::default()
        };
        let found = build(&document, &chosen).dimensions;
        let names: Vec<(&str, &[String])> = found
            .iter()
            .map(|one| (one.id.as_str(), one.partition.groups.as_slice()))
            .collect();
        assert_eq!(names.len(), 2, "a text is no division: {names:?}");
        assert_eq!(
            (names[0].0, names[0].1),
            ("Stadium", &["start".to_owned(), "einde".to_owned()][..])
        );
        assert_eq!(
            (names[1].0, names[1].1),
            ("sector-2", &["nee".to_owned(), "ja".to_owned()][..])
        );
        for name in ["Fase", "Stadium"] {
            let asked = AnalysisSettings {
                dimensions: Some(vec![name.to_owned()]),
                ..AnalysisSettings::default()
            };
            let found = build(&document, &asked).dimensions;
            assert_eq!(
                (found.len(), found[0].id.as_str()),
                (1, name),
                "by its field and by its name"
            );
        }
    }

    #[test]
    fn a_dimension_needs_two_groups_and_unknown_is_none() {
        let (mut document, ids) = document_of(["a", "b", "c"]);
        op::edit_actors(
            &mut document,
            &ids[..1],
            &ActorField::Sector(Some("overheid".into())).into(),
        )
        .unwrap();
        assert!(
            build(&document, &AnalysisSettings::default())
                .dimensions
                .is_empty()
        );
        op::edit_actors(
            &mut document,
            &ids[1..2],
            &ActorField::Sector(Some("omgeving".into())).into(),
        )
        .unwrap();
        let dimensions = build(&document, &AnalysisSettings::default()).dimensions;
        assert_eq!(dimensions[0].partition.groups, ["Overheid", "Omgeving"]);
        assert_eq!(dimensions[0].partition.of(2), &[] as &[u32]);
    }
}
