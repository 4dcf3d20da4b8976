//! The four components behind every candidate, per dimension.

use crate::analysis::brokerage::participation::participation_among;
use crate::analysis::brokerage::{Brokerage, RoleCounts, gould_fernandez};
use crate::analysis::known::known;
use crate::analysis::two_mode::Affiliation;
use crate::analysis::{Network, Partition, Ties, Values, Weighing};

use super::last_link::{LastLinks, last_links};

/// A way to divide the actors into groups.
#[derive(Debug, Clone, Copy)]
pub struct Dimension<'a> {
    /// `sector`, `level`, `domain`, `region`, `organisation`, `community`, or an attribute's name.
    pub id: &'a str,
    pub partition: &'a Partition,
}

/// What makes an actor a candidate in one dimension; each is 0 or more, higher is more.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Component {
    /// Participation coefficient of the actor's ties over the groups.
    Span,
    /// Share of all boundary-crossing partial Gould-Fernandez brokerage.
    Mediation,
    /// Betweenness over pairs of actors whose groups differ, as a share of those pairs.
    Passage,
    /// Share of the connected pairs of groups that lose all connection without the actor.
    LastLink,
}

impl Component {
    pub const ALL: [Self; 4] = [Self::Span, Self::Mediation, Self::Passage, Self::LastLink];

    pub fn id(self) -> &'static str {
        match self {
            Self::Span => "span",
            Self::Mediation => "mediation",
            Self::Passage => "passage",
            Self::LastLink => "last_link",
        }
    }
}

/// Everything about one dimension that the candidates rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionFigures {
    pub id: String,
    /// Number of ordered pairs brokered, per actor and role; `None` for an actor without a group.
    pub roles: Vec<Option<RoleCounts>>,
    pub last_links: LastLinks,
    span: Values,
    mediation: Values,
    passage: Values,
    last_link: Values,
}

impl DimensionFigures {
    /// Span per actor, when weights alone have changed.
    pub(in crate::analysis) fn set_span(&mut self, span: Values) {
        self.span = span;
    }

    /// Passage per actor, when that is found later than the rest.
    ///
    /// # Panics
    /// When it is of another number of actors.
    pub fn set_passage(&mut self, passage: Values) {
        assert_eq!(passage.len(), self.span.len(), "one passage per actor");
        self.passage = passage;
    }

    /// One value per actor; `None` where it is not defined (an actor without a group, without ties).
    pub fn of(&self, component: Component) -> &Values {
        match component {
            Component::Span => &self.span,
            Component::Mediation => &self.mediation,
            Component::Passage => &self.passage,
            Component::LastLink => &self.last_link,
        }
    }
}

/// Span, mediation and last link of every actor, beside the passage that the pass over all shortest
/// paths already found (`passage`: per actor, already divided by the number of crossing pairs).
///
/// # Complexity
/// That of [`gould_fernandez()`] and [`last_links`].
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, Partition, Values, Weighing};
/// use netwerkopstelling::analysis::spanners::{Component, Dimension, spanner_figures};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[Some(0), Some(0), Some(1)]);
/// let dimension = Dimension { id: "sector", partition: &groups };
/// let figures = spanner_figures(&network, dimension, Weighing::Weighted, Values::undefined(3));
/// assert_eq!(figures.of(Component::Mediation), [Some(0.0), Some(1.0), Some(0.0)]);
/// ```
pub fn spanner_figures(
    network: &Network,
    dimension: Dimension<'_>,
    weighing: Weighing,
    passage: Values,
) -> DimensionFigures {
    let seen = known(network, dimension.partition);
    let ties = Ties::underlying(&seen, weighing);
    let (mut figures, _) = figures_among(network, &seen, &ties, dimension);
    figures.set_passage(passage);
    figures
}

/// The same without passage, when the network among the actors with a group is there already, and its
/// underlying ties; and the brokerage that mediation comes from.
pub(in crate::analysis) fn figures_among(
    network: &Network,
    seen: &Network,
    ties: &Ties,
    dimension: Dimension<'_>,
) -> (DimensionFigures, Brokerage) {
    // Actors without a group can lie on a path that holds groups together.
    let last_links = last_links(network, dimension.partition);
    let brokerage = gould_fernandez(seen, dimension.partition);
    let figures = DimensionFigures {
        id: dimension.id.to_owned(),
        span: participation_among(ties, dimension.partition).into(),
        mediation: brokerage.mediation().into(),
        passage: Values::undefined(network.n),
        last_link: last_links.shares().into(),
        roles: brokerage.raw.clone(),
        last_links,
    };
    (figures, brokerage)
}

/// What an actor already carries: bridges overload.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Different actors it is tied to.
    pub ties: u32,
    /// Of those, the overlegtafels it sits at.
    pub tables: u32,
}

/// What an actor already carries: bridges overload.
///
/// # Measures
/// `spanner_load`.
///
/// # Definition
/// Number of different contacts, and of those the tables the actor sits at, as [`Affiliation`] tells them: a
/// body where nobody sits that is no body itself is no table, and a table sits at none. `can_be_table` says which
/// actors are bodies.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: contacts in whichever direction. Parallel relations count once, loops not.
/// Disconnected: no difference.
///
/// # Normalisation
/// None.
///
/// # Range
/// 0 to n-1.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// This program; no DOI. Shown with the candidates so that nobody overloads a bridge.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, spanners::load};
/// let tie = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[tie(0, 1), tie(0, 2)]).unwrap();
/// let load = load(&network, &[false, false, true]);
/// assert_eq!((load[0].ties, load[0].tables), (2, 1));
/// ```
pub fn load(network: &Network, can_be_table: &[bool]) -> Vec<Load> {
    let count = |number: usize| u32::try_from(number).expect("below 2^31");
    let tables_of = Affiliation::new(network, can_be_table).tables_of;
    let loads = tables_of.iter().enumerate().map(|(v, tables)| Load {
        ties: count(network.under.degree(v)),
        tables: count(tables.len()),
    });
    loads.collect()
}
