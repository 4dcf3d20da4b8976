//! What the engine found: columns and figures by the ids of the table of measures, for panels, exports
//! and the command line alike.

use super::groups::{GroupTies, Mixing};
use super::{Values, measure};

/// One measure of every actor or pair of the network.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Id of the measure, as in the table of descriptors.
    pub id: &'static str,
    pub values: Values,
}

/// One figure of the whole network.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct NetworkFigure {
    pub id: &'static str,
    pub value: Option<f64>,
}

impl NetworkFigure {
    pub fn new(id: &'static str, value: Option<f64>) -> Self {
        // A zero has no sign: it would be printed.
        let value = value.map(|value| value + 0.0);
        Self { id, value }
    }
}

/// Why a measure that was asked for has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// The network has more actors than this measure can do in time.
    TooManyActors { most: usize },
    /// Paths were followed from a sample of actors, and this measure needs those from all.
    Sampled,
    /// An iteration did not come to rest.
    NotConverged,
}

/// Figures of one dimension.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct DimensionReport {
    pub id: String,
    pub actors: Vec<Column>,
    pub network: Vec<NetworkFigure>,
    /// Unweighted and weighted; empty when nothing about groups was asked for.
    pub mixing: [Mixing; 2],
    /// Ties within and out of every group, unweighted and weighted; empty as above.
    pub group_ties: [Vec<GroupTies>; 2],
}

impl DimensionReport {
    pub fn column(&self, id: &str) -> Option<&Values> {
        column(&self.actors, id)
    }

    pub fn figure(&self, id: &str) -> Option<f64> {
        figure(&self.network, id)
    }
}

/// All figures asked for that have a meaning in this network. Every column is in the table of
/// [`measure::all`], and in its order.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    pub actors: Vec<Column>,
    pub relations: Vec<Column>,
    pub network: Vec<NetworkFigure>,
    pub dimensions: Vec<DimensionReport>,
    pub skipped: Vec<(&'static str, Skipped)>,
    /// How many actors paths were followed from, when not from all.
    pub sampled_sources: Option<usize>,
}

impl Report {
    pub fn actor_column(&self, id: &str) -> Option<&Values> {
        column(&self.actors, id)
    }

    pub fn relation_column(&self, id: &str) -> Option<&Values> {
        column(&self.relations, id)
    }

    pub fn network_figure(&self, id: &str) -> Option<f64> {
        figure(&self.network, id)
    }

    /// The dimension of this id: `sector`, `level`, or an attribute's name.
    pub fn dimension(&self, id: &str) -> Option<&DimensionReport> {
        self.dimensions.iter().find(|dimension| dimension.id == id)
    }

    /// Takes over what weights do not change from the report of a network that differs in weights alone.
    pub(super) fn take_unweighted(&mut self, old: &Self) {
        let is_plain = |id: &str| measure::find(id).is_some_and(|found| !found.weighted);
        let columns = |new: &mut Vec<Column>, old: &[Column]| {
            new.extend(old.iter().filter(|column| is_plain(column.id)).cloned());
        };
        let figures = |new: &mut Vec<NetworkFigure>, old: &[NetworkFigure]| {
            new.extend(old.iter().filter(|figure| is_plain(figure.id)));
        };
        columns(&mut self.actors, &old.actors);
        columns(&mut self.relations, &old.relations);
        figures(&mut self.network, &old.network);
        let skipped = old.skipped.iter().filter(|(id, _)| is_plain(id));
        self.skipped.extend(skipped);
        self.sampled_sources = self.sampled_sources.or(old.sampled_sources);
        for (new, old) in self.dimensions.iter_mut().zip(&old.dimensions) {
            columns(&mut new.actors, &old.actors);
            figures(&mut new.network, &old.network);
            new.mixing[0] = old.mixing[0].clone();
            new.group_ties[0].clone_from(&old.group_ties[0]);
        }
        self.sort();
    }

    /// In the order of the table, whatever was computed first.
    pub(super) fn sort(&mut self) {
        self.actors.sort_by_cached_key(|column| measure::place(column.id));
        self.relations
            .sort_by_cached_key(|column| measure::place(column.id));
        self.network
            .sort_by_cached_key(|figure| measure::place(figure.id));
        for dimension in &mut self.dimensions {
            dimension
                .actors
                .sort_by_cached_key(|column| measure::place(column.id));
            dimension
                .network
                .sort_by_cached_key(|figure| measure::place(figure.id));
        }
        // The list of skipped measures has a fixed order too, whichever part was ready first.
        self.skipped.sort_by_key(|(id, _)| measure::place(id));
    }
}

fn column<'a>(columns: &'a [Column], id: &str) -> Option<&'a Values> {
    let found = columns.iter().find(|column| column.id == id)?;
    Some(&found.values)
}

fn figure(figures: &[NetworkFigure], id: &str) -> Option<f64> {
    figures.iter().find(|figure| figure.id == id)?.value
}
