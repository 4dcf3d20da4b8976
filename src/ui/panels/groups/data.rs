//! What the panel shows, as data.

use std::collections::BTreeSet;

use crate::analysis::group_figures::{Division, GroupFigures};
use crate::analysis::groups::{balance, pairs_between};
use crate::model::{ActorId, Constellation, Rgb, Sector};
use crate::scene::Highlight;
use crate::scene::diverging::Diverging;
use crate::told::counts::Counted;

/// One cell of the mixing matrix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MixingCell {
    pub row: u32,
    pub column: u32,
    pub counted: Counted,
    pub ties: f64,
    pub expected: f64,
    /// `None` where nothing is expected: no pair of actors can be tied.
    pub ratio: Option<f64>,
    /// On the scale of colours, -1 to 1.
    pub place: Option<f64>,
}

/// The cells of a division, row by row.
pub fn cells(division: &Division, is_directed: bool, counts_weights: bool) -> Vec<MixingCell> {
    let mixing = &division.mixing[usize::from(counts_weights)];
    let count = mixing.groups;
    (0..count * count)
        .map(|at| {
            let (row, column) = (at / count, at % count);
            let ratio = mixing.ratio(row, column);
            MixingCell {
                row: row as u32,
                column: column as u32,
                counted: Counted::new(is_directed, counts_weights),
                ties: mixing.ties[at],
                expected: mixing.expected[at],
                ratio,
                place: ratio.map(Diverging::place_of_ratio),
            }
        })
        .collect()
}

/// The members of both groups and the relations between them.
pub fn highlight_of_cell(figures: &GroupFigures, division: &Division, row: u32, column: u32) -> Highlight {
    let snapshot = &figures.snapshot;
    let is_in = |v: usize| {
        let groups = division.partition.of(v);
        groups.contains(&row) || groups.contains(&column)
    };
    let members = (0..snapshot.actors.len()).filter(|&v| is_in(v));
    let actors: BTreeSet<ActorId> = members.map(|v| snapshot.actors[v]).collect();
    let pairs = pairs_between(&snapshot.network, &division.partition, row, column);
    let relations: BTreeSet<_> = pairs
        .iter()
        .flat_map(|&pair| snapshot.relations[pair as usize].iter().copied())
        .collect();
    if relations.is_empty() {
        Highlight::of_actors_alone(actors)
    } else {
        Highlight { actors, relations }
    }
}

/// The members of a group and the relations among them.
pub fn highlight_of_group(figures: &GroupFigures, division: &Division, group: u32) -> Highlight {
    highlight_of_cell(figures, division, group, group)
}

/// An actor with all its relations.
pub fn highlight_of_actor(figures: &GroupFigures, v: usize) -> Highlight {
    let snapshot = &figures.snapshot;
    let touches = |at: &usize| {
        let pair = &snapshot.network.pairs[*at];
        pair.source as usize == v || pair.target as usize == v
    };
    let pairs = (0..snapshot.network.pairs.len()).filter(touches);
    let mut actors = BTreeSet::from([snapshot.actors[v]]);
    let mut relations = BTreeSet::new();
    for at in pairs {
        let pair = &snapshot.network.pairs[at];
        actors.extend([pair.source, pair.target].map(|end| snapshot.actors[end as usize]));
        relations.extend(snapshot.relations[at].iter().copied());
    }
    if relations.is_empty() {
        Highlight::of_actors_alone(actors)
    } else {
        Highlight { actors, relations }
    }
}

/// A party of the helix with its part.
#[derive(Debug, Clone, PartialEq)]
pub struct Party {
    pub label: String,
    pub colour: Rgb,
    pub share: f64,
}

/// How evenly something is divided over the sectors.
#[derive(Debug, Clone, PartialEq)]
pub struct Helix {
    pub parties: Vec<Party>,
    /// 0 is one party only, 1 is all equal.
    pub balance: f64,
}

impl Helix {
    /// `None` when nothing is divided.
    fn new(sectors: &[Sector], counts: &[f64]) -> Option<Self> {
        let found = balance(counts)?;
        let party = |(sector, share): (&Sector, &f64)| Party {
            label: sector.label.clone(),
            colour: sector.colour,
            share: *share,
        };
        Some(Self {
            parties: sectors.iter().zip(&found.shares).map(party).collect(),
            balance: found.balance,
        })
    }

    pub fn largest(&self) -> Option<&Party> {
        self.parties.iter().max_by(|a, b| a.share.total_cmp(&b.share))
    }

    pub fn missing(&self) -> Vec<&str> {
        let missing = self.parties.iter().filter(|party| party.share == 0.0);
        missing.map(|party| party.label.as_str()).collect()
    }
}

/// A table with the sectors of who sits at it.
#[derive(Debug, Clone, PartialEq)]
pub struct TableHelix {
    pub table: usize,
    pub helix: Helix,
}

/// The sector of every actor of the network, as its place in the vocabulary.
pub struct Sectors<'a> {
    figures: &'a GroupFigures,
    all: &'a [Sector],
    of: Vec<Option<usize>>,
}

impl<'a> Sectors<'a> {
    pub fn new(figures: &'a GroupFigures, constellation: &'a Constellation) -> Self {
        let all = constellation.vocabulary.sectors.as_slice();
        let sector_of = |id: &ActorId| {
            let sector = constellation.actor(*id)?.sector.as_ref()?;
            all.iter().position(|known| known.id == *sector)
        };
        Self {
            of: figures.snapshot.actors.iter().map(sector_of).collect(),
            figures,
            all,
        }
    }

    /// Balance over all sectors of the vocabulary: a party that nobody belongs to is missing, not left out.
    fn divided(&self, some: impl Iterator<Item = (usize, f64)>) -> Option<Helix> {
        let mut counts = vec![0.0; self.all.len()];
        for (v, value) in some {
            if let Some(sector) = self.of[v] {
                counts[sector] += value;
            }
        }
        Helix::new(self.all, &counts)
    }

    /// Of the actors with a known sector.
    pub fn actors(&self) -> Option<Helix> {
        self.divided((0..self.of.len()).map(|v| (v, 1.0)))
    }

    /// Of the ends of ties, each tied pair once.
    pub fn ends(&self) -> Option<Helix> {
        let network = &self.figures.snapshot.network;
        self.divided((0..self.of.len()).map(|v| (v, network.under.degree(v) as f64)))
    }

    /// The tables with members of a known sector, the least balanced first.
    pub fn tables(&self) -> Vec<TableHelix> {
        let affiliation = &self.figures.tables.affiliation;
        let table = |table: u32| {
            let members = affiliation.members[table as usize].iter();
            let helix = self.divided(members.map(|&v| (v as usize, 1.0)))?;
            let table = table as usize;
            Some(TableHelix { table, helix })
        };
        let mut tables: Vec<TableHelix> = affiliation.tables().filter_map(table).collect();
        tables.sort_by(|a, b| {
            let order = a.helix.balance.total_cmp(&b.helix.balance);
            order.then(a.table.cmp(&b.table))
        });
        tables
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Control;
    use crate::analysis::group_figures::{COMMUNITY, group_figures};
    use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
    use crate::edit::operations::{self as op, NewActor, NewRelation};
    use crate::edit::{ActorField, Document};
    use crate::model::Language;

    /// Two triangles joined by one relation; the first in one sector, the second in another.
    fn two_triangles() -> (Document, Vec<ActorId>) {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = |label: &str| NewActor {
            label: label.to_owned(),
            ..NewActor::default()
        };
        let ids = op::add_actors(
            &mut document,
            "abcdef".chars().map(|c| new(&c.to_string())).collect(),
        );
        let ids = ids.unwrap();
        for (source, target) in [(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)] {
            let new = NewRelation {
                source: ids[source],
                target: ids[target],
                kind: "samenwerking".into(),
                weight: 1.0,
            };
            op::add_relation(&mut document, new).unwrap();
        }
        for (some, sector) in [(&ids[..3], "overheid"), (&ids[3..], "ondernemers")] {
            op::edit_actors(
                &mut document,
                some,
                &ActorField::Sector(Some(sector.into())).into(),
            )
            .unwrap();
        }
        (document, ids)
    }

    fn figures(document: &Document) -> GroupFigures {
        let snapshot = Snapshot::build(
            document.constellation(),
            &AnalysisSettings::default(),
            Visible::ALL,
        )
        .unwrap();
        group_figures(snapshot, &Control::new()).unwrap()
    }

    #[test]
    fn a_cell_lights_its_actors_and_the_relations_it_counts() {
        let (document, ids) = two_triangles();
        let figures = figures(&document);
        let division = figures.division("sector").unwrap();
        let cells = cells(division, figures.snapshot.network.directed, false);
        assert_eq!(cells.len(), 4);
        let between = cells[1];
        assert_eq!((between.ties, between.expected), (1.0, 7.0 * 9.0 / 15.0));
        assert!(between.place.unwrap() < 0.0 && cells[0].place.unwrap() > 0.0);
        let lit = highlight_of_cell(&figures, division, 0, 1);
        assert_eq!((lit.actors.len(), lit.relations.len()), (6, 1));
        let lit = highlight_of_cell(&figures, division, 0, 0);
        assert_eq!(
            (lit.actors, lit.relations.len()),
            (ids[..3].iter().copied().collect(), 3)
        );
    }

    #[test]
    fn a_cell_without_relations_lights_none() {
        let (mut document, ids) = two_triangles();
        let between = document
            .constellation()
            .relations
            .values()
            .find(|relation| relation.source == ids[2] && relation.target == ids[3])
            .map(|relation| relation.id);
        let selection = crate::edit::Selection::of_relation(between.unwrap());
        op::delete(&mut document, &selection, crate::edit::Label::Delete).unwrap();
        let figures = figures(&document);
        let lit = highlight_of_cell(&figures, figures.division("sector").unwrap(), 0, 1);
        assert_eq!(lit.actors.len(), 6);
        let relations = &document.constellation().relations;
        assert!(relations.keys().all(|id| !lit.relations.contains(id)));
        assert!(
            !lit.relations.is_empty(),
            "or all between the actors would be lit"
        );
    }

    #[test]
    fn found_groups_are_called_after_their_centre_and_the_joining_relation_is_a_bridge() {
        let (document, _) = two_triangles();
        let figures = figures(&document);
        assert_eq!(figures.division(COMMUNITY).unwrap().sizes, [3, 3]);
        let texts = crate::i18n::Texts::new(crate::model::Language::Nl);
        let named = crate::told::cohesion::found_group_name(&figures, 0, texts);
        assert_eq!(named, "A: rond a");
        assert_eq!(figures.cut_points(), [(2, 1), (3, 1)]);
        let bridges = figures.bridges();
        assert_eq!((bridges.len(), bridges[0].0), (1, [2, 3]));
    }

    #[test]
    fn a_sector_nobody_belongs_to_counts_as_missing_in_the_helix() {
        let (document, _) = two_triangles();
        let figures = figures(&document);
        let sectors = Sectors::new(&figures, document.constellation());
        let helix = sectors.ends().unwrap();
        assert_eq!((helix.parties.len(), helix.balance), (4, 0.5));
        assert_eq!(helix.missing().len(), 2);
        assert_eq!(sectors.actors().unwrap().largest().unwrap().share, 0.5);
        assert_eq!(sectors.tables(), vec![]);
    }

    #[test]
    fn balance_over_relations_is_the_figure_of_the_report_when_every_sector_occurs() {
        let (mut document, ids) = two_triangles();
        for (at, sector) in [(1, "onderwijs"), (4, "omgeving")] {
            let edit = ActorField::Sector(Some(sector.into())).into();
            op::edit_actors(&mut document, &ids[at..=at], &edit).unwrap();
        }
        // Of whom nothing is said: the other end of a tie with it counts all the same.
        op::edit_actors(&mut document, &ids[5..], &ActorField::Sector(None).into()).unwrap();
        let figures = figures(&document);
        let shown = Sectors::new(&figures, document.constellation()).ends().unwrap();
        let live = crate::analysis::live::live((*figures.snapshot).clone(), &Control::new()).unwrap();
        let reported = live.report.dimension("sector").unwrap().figure("helix_balance");
        assert_eq!(Some(shown.balance), reported);
    }
}
