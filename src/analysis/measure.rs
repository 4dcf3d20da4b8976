//! What a measure is called, says and needs: panels, help, the command line and exports are made
//! from this one table, so that no figure can be shown without its convention.
//!
//! Names and explanations in Dutch and English are in `assets/locales/{nl,en}/measures*.ftl`, under
//! the key [`Descriptor::text_key`], with the attributes `.definition` and `.convention`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::{brokerage, centrality, cohesion, groups, spanners, two_mode, whatif};

/// What a measure is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Family {
    Centrality,
    Cohesion,
    Groups,
    Brokerage,
    TwoMode,
    WhatIf,
    Spanners,
}

/// What a figure belongs to, and so the order of its values.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// One value per actor, in the order of the network's indices.
    Actor,
    /// One value per merged pair, in the order of [`super::Network::pairs`].
    Relation,
    /// One value.
    Network,
    /// One value per actor for each dimension.
    GroupActor,
    /// One value for each dimension.
    GroupNetwork,
    /// One value per group of each dimension.
    Group,
    /// One value per pair of groups of each dimension: a row of the mixing matrix after another.
    GroupPair,
    /// One value per pair of tables with members in common.
    TablePair,
    /// Shown with a candidate bridge builder, a team or a missing link, not in a report of all actors.
    Candidate,
}

/// On which networks a measure has a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Needs {
    Any,
    Directed,
    Undirected,
}

impl Needs {
    pub fn are_met_by(self, directed: bool) -> bool {
        match self {
            Self::Any => true,
            Self::Directed => directed,
            Self::Undirected => !directed,
        }
    }
}

/// Unit and range of a figure: how it is printed, and which scale a colour or size may use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Unit {
    /// A whole number, 0 or more.
    Count,
    /// A whole number that may be negative.
    Difference,
    /// From 0 to 1.
    Share,
    /// From -1 to 1.
    SignedShare,
    /// A sum of relation weights.
    Strength,
    /// A path length: steps, or 1 / weight added up when weighted.
    Length,
    /// 0 or more, without a fixed maximum.
    Index,
    /// Any number.
    Score,
    /// 1 is yes, 0 is no.
    Flag,
    /// A number that only names a group.
    Label,
}

/// What a larger value hints at. Measures for which neither direction has a meaning have none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HigherIs {
    MoreCentral,
    LessCentral,
    MoreCohesive,
    LessCohesive,
    MoreBridging,
    LessBridging,
    MoreSegregated,
    MoreLost,
}

/// Where the definition comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Citation {
    /// Author, year, title, journal.
    pub text: &'static str,
    /// Without the `https://doi.org/` in front.
    pub doi: Option<&'static str>,
}

impl Citation {
    pub const fn with_doi(text: &'static str, doi: &'static str) -> Self {
        Self { text, doi: Some(doi) }
    }

    pub const fn without_doi(text: &'static str) -> Self {
        Self { text, doi: None }
    }
}

/// One measure, as data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Descriptor {
    /// Stable, in exports and scripts: `_w` weighted, `_norm` normalised, `_in` / `_out` by direction.
    pub id: &'static str,
    pub family: Family,
    pub target: Target,
    pub unit: Unit,
    /// Whether relation weights count.
    pub weighted: bool,
    pub needs: Needs,
    pub higher_is: Option<HigherIs>,
    pub citation: Option<Citation>,
    pub repeat: Repeat,
    /// The line of Python where actors have several groups, when that of [`Repeat::Line`] cannot split them.
    pub repeat_split: Option<&'static str>,
}

/// How the same figure can be had from software we did not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Repeat {
    /// A line of Python with NetworkX (or igraph), after [`super::repeat::PRELUDE`]: a dictionary by node,
    /// by pair of nodes or by group, or a number. Actors without a value are left out.
    Line(&'static str),
    /// Not in NetworkX or igraph, but in this other software.
    Elsewhere(&'static str),
    /// Rests on chance draws, which no other program makes alike.
    Chance,
    /// No other program we know of has it.
    NoPeer,
}

impl Descriptor {
    pub const fn new(id: &'static str, family: Family, target: Target, unit: Unit) -> Self {
        Self {
            id,
            family,
            target,
            unit,
            weighted: false,
            needs: Needs::Any,
            higher_is: None,
            citation: None,
            repeat: Repeat::NoPeer,
            repeat_split: None,
        }
    }

    #[must_use]
    pub const fn weighted(mut self) -> Self {
        self.weighted = true;
        self
    }

    #[must_use]
    pub const fn directed_only(mut self) -> Self {
        self.needs = Needs::Directed;
        self
    }

    #[must_use]
    pub const fn undirected_only(mut self) -> Self {
        self.needs = Needs::Undirected;
        self
    }

    #[must_use]
    pub const fn higher_is(mut self, meaning: HigherIs) -> Self {
        self.higher_is = Some(meaning);
        self
    }

    #[must_use]
    pub const fn cite(mut self, citation: Citation) -> Self {
        self.citation = Some(citation);
        self
    }

    #[must_use]
    pub const fn repeat(mut self, python: &'static str) -> Self {
        self.repeat = Repeat::Line(python);
        self
    }

    #[must_use]
    pub const fn repeat_split(mut self, python: &'static str) -> Self {
        self.repeat_split = Some(python);
        self
    }

    #[must_use]
    pub const fn repeat_in(mut self, software: &'static str) -> Self {
        self.repeat = Repeat::Elsewhere(software);
        self
    }

    #[must_use]
    pub const fn by_chance(mut self) -> Self {
        self.repeat = Repeat::Chance;
        self
    }

    /// The line of Python that gives the same figure. `has_several`: whether actors can have several groups in
    /// the dimension at hand.
    pub fn repeat_line(&self, has_several: bool) -> Option<&'static str> {
        let Repeat::Line(line) = self.repeat else {
            return None;
        };
        Some(self.repeat_split.filter(|_| has_several).unwrap_or(line))
    }

    /// Whether the figure is about groups, and so another one in every dimension.
    pub fn is_of_dimension(&self) -> bool {
        use Target::{Group, GroupActor, GroupNetwork, GroupPair};
        matches!(self.target, GroupActor | GroupNetwork | Group | GroupPair)
    }

    /// Key of the name in `measures.ftl`: `measure-` and the id with hyphens.
    pub fn text_key(&self) -> String {
        format!("measure-{}", self.id.replace('_', "-"))
    }
}

/// The table, one row of measures per file. A new file of measures is one line here.
pub static TABLES: &[&[Descriptor]] = &[
    centrality::degree::DESCRIPTORS,
    centrality::betweenness::DESCRIPTORS,
    centrality::closeness::DESCRIPTORS,
    centrality::eigenvector::DESCRIPTORS,
    centrality::pagerank::DESCRIPTORS,
    centrality::katz::DESCRIPTORS,
    centrality::core::DESCRIPTORS,
    cohesion::size::DESCRIPTORS,
    cohesion::components::DESCRIPTORS,
    cohesion::cuts::DESCRIPTORS,
    cohesion::distances::DESCRIPTORS,
    cohesion::clustering::DESCRIPTORS,
    cohesion::centralisation::DESCRIPTORS,
    cohesion::mixing::DESCRIPTORS,
    cohesion::core_periphery::DESCRIPTORS,
    brokerage::descriptors::DESCRIPTORS,
    groups::descriptors::DESCRIPTORS,
    two_mode::descriptors::DESCRIPTORS,
    whatif::leave::DESCRIPTORS,
    spanners::descriptors::DESCRIPTORS,
];

/// Every measure, in the order of the table.
pub fn all() -> impl Iterator<Item = &'static Descriptor> {
    TABLES.iter().flat_map(|table| table.iter())
}

/// Place in the table by id: the table is asked a thousand times for every report.
static PLACES: LazyLock<HashMap<&'static str, (usize, &'static Descriptor)>> = LazyLock::new(|| {
    let numbered = all().enumerate();
    numbered
        .map(|(at, descriptor)| (descriptor.id, (at, descriptor)))
        .collect()
});

/// The measure with this id.
pub fn find(id: &str) -> Option<&'static Descriptor> {
    PLACES.get(id).map(|(_, descriptor)| *descriptor)
}

/// The place of the measure in the table; an unknown id comes last.
pub fn place(id: &str) -> usize {
    PLACES.get(id).map_or(usize::MAX, |(at, _)| *at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ids_are_unique_and_written_in_snake_case() {
        let mut seen = HashSet::new();
        for descriptor in all() {
            assert!(seen.insert(descriptor.id), "{} twice", descriptor.id);
            assert!(
                descriptor
                    .id
                    .bytes()
                    .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'),
                "{}",
                descriptor.id
            );
        }
    }

    #[test]
    fn ids_of_weighted_measures_say_so() {
        for descriptor in all().filter(|d| d.id.ends_with("_w") || d.id.contains("_w_")) {
            assert!(descriptor.weighted, "{}", descriptor.id);
        }
    }

    #[test]
    fn every_measure_is_explained_in_both_languages() {
        for language in ["nl", "en"] {
            let text = texts_of_measures(language);
            for descriptor in all() {
                let missing = missing_texts(&text, &descriptor.text_key());
                assert!(
                    missing.is_empty(),
                    "{} in {language} lacks {missing:?}",
                    descriptor.text_key()
                );
            }
        }
    }

    #[test]
    fn no_text_is_left_of_a_measure_that_is_gone() {
        let text = texts_of_measures("nl");
        let keys: HashSet<String> = all().map(Descriptor::text_key).collect();
        for line in text.lines().filter(|line| line.starts_with("measure-")) {
            let key = line.split(' ').next().unwrap();
            assert!(keys.contains(key), "{key} is no measure");
        }
    }

    fn texts_of_measures(language: &str) -> String {
        ["measures", "measures-groups", "measures-spanners"]
            .map(|file| {
                let path = format!(
                    "{}/assets/locales/{language}/{file}.ftl",
                    env!("CARGO_MANIFEST_DIR")
                );
                std::fs::read_to_string(&path).unwrap()
            })
            .concat()
    }

    /// Which of name, `.definition` and `.convention` are absent or empty.
    fn missing_texts(ftl: &str, key: &str) -> Vec<&'static str> {
        let head = format!("{key} = ");
        let mut lines = ftl.lines().skip_while(|line| !line.starts_with(&head));
        let mut missing = Vec::new();
        if lines.next().is_none_or(|line| line.len() == head.len()) {
            missing.push("name");
        }
        let block: Vec<&str> = lines.take_while(|line| line.starts_with(' ')).collect();
        for attribute in [".definition", ".convention"] {
            let head = format!("    {attribute} = ");
            if !block
                .iter()
                .any(|line| line.starts_with(&head) && line.len() > head.len())
            {
                missing.push(attribute);
            }
        }
        missing
    }
}
