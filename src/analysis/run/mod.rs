//! Everything that is asked about one network, in one report: what the app's jobs and the command line
//! call, so that their figures are the same.

mod collect;
mod grouped;
mod shortest;
mod structure;
mod two_modes;
mod without;

use std::collections::BTreeSet;

pub use super::report::{Column, DimensionReport, NetworkFigure, Report, Skipped};

use super::measure::{self, Family};
use super::paths::Sources;
use super::spanners::{Dimension, DimensionFigures};
use super::whatif::leave;
use super::{Cancelled, Control, Descriptor, Network};
use collect::Collect;

/// Which measures are asked for, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Wanted {
    /// All but the efficiency without every single actor, which takes longer than all others together.
    #[default]
    Live,
    /// Of these, those that weights change.
    Weighted,
    All,
    Only(BTreeSet<String>),
    /// Only these, of the whole network and of single actors: of its dimensions nothing that belongs to actors, and no
    /// candidates.
    Whole(BTreeSet<String>),
}

impl Wanted {
    pub fn wants(&self, descriptor: &Descriptor) -> bool {
        match self {
            Self::All => true,
            Self::Live => descriptor.family != Family::WhatIf || leave::IDS_OF_CUTS.contains(&descriptor.id),
            Self::Weighted => descriptor.weighted && Self::Live.wants(descriptor),
            Self::Only(ids) | Self::Whole(ids) => ids.contains(descriptor.id),
        }
    }

    fn wants_any(&self, ids: &[&str]) -> bool {
        ids.iter()
            .filter_map(|id| measure::find(id))
            .any(|descriptor| self.wants(descriptor))
    }

    fn wants_of(&self, family: Family) -> bool {
        measure::all().any(|descriptor| descriptor.family == family && self.wants(descriptor))
    }
}

/// A network, its dimensions, and what to find out.
#[derive(Debug, Clone)]
pub struct Request<'a> {
    pub network: &'a Network,
    pub dimensions: Vec<Dimension<'a>>,
    /// Which actors are bodies that others can be members of. `None`: not known; then a dimension of two
    /// groups without a tie inside either tells the tables (its second group) apart.
    pub is_table: Option<&'a [bool]>,
    pub wanted: Wanted,
    /// For everything with shortest paths; see [`Sources::fitting`].
    pub sources: Sources,
}

/// Computes the report.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, paths::Sources, run};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let request = run::Request {
///     network: &network,
///     dimensions: Vec::new(),
///     is_table: None,
///     wanted: run::Wanted::All,
///     sources: Sources::Exact,
/// };
/// let report = run::run(&request, &Control::new()).unwrap();
/// assert_eq!(report.actor_column("betweenness").unwrap(), [Some(0.0), Some(1.0), Some(0.0)]);
/// assert_eq!(report.network_figure("diameter"), Some(2.0));
/// ```
///
/// # Errors
/// [`Cancelled`] when `control` was cancelled before the end.
pub fn run(request: &Request<'_>, control: &Control) -> Result<Report, Cancelled> {
    Ok(compute(request, control)?.report)
}

/// The report, and what candidates for bridge builder rest on.
#[derive(Debug, Clone, PartialEq)]
pub struct Computed {
    pub report: Report,
    /// One per dimension; none when nothing about groups or brokerage was asked for.
    pub figures: Vec<DimensionFigures>,
}

/// Units of progress of a whole run: known before it begins, so that its progress only rises.
pub fn units(request: &Request<'_>) -> u64 {
    shortest::units(request) + without::units(request)
}

/// As [`run()`], with the candidates' figures beside the report: both come from one computation.
///
/// # Errors
/// [`Cancelled`] when `control` was cancelled before the end.
pub fn compute(request: &Request<'_>, control: &Control) -> Result<Computed, Cancelled> {
    let part = |work: &(dyn Fn(&mut Collect<'_>) -> Result<(), Cancelled> + Sync)| {
        let mut collect = Collect::new(request);
        work(&mut collect).map(|()| collect.report)
    };
    let structure = || {
        part(&|collect| {
            structure::counts(collect);
            structure::parts(collect);
            control.check()?;
            structure::walks(collect);
            control.check()?;
            structure::closed(collect);
            two_modes::put(collect);
            Ok(())
        })
    };
    let communities = || part(&|collect| grouped::communities_and_holes(collect, control));
    control.plan(units(request));
    let mut shortest = Collect::new(request);
    let mut grouped = Collect::new(request);
    // The longest work first; then what one thread does alone; what comes in small parts fills the gaps.
    let (plain, (structure, (communities, figures))) = rayon::join(
        || shortest::both(&mut shortest, control),
        || {
            rayon::join(structure, || {
                rayon::join(communities, || grouped::put(&mut grouped, control))
            })
        },
    );
    let (mut plain, mut figures) = (plain?, figures?);
    for (figures, passage) in figures.iter_mut().zip(std::mem::take(&mut plain.passage)) {
        figures.set_passage(passage);
    }
    let mut collect = grouped;
    for report in [shortest.report, communities?, structure?] {
        collect.absorb(report);
    }
    two_modes::put_paths(&mut collect, &plain);
    without::put(&mut collect, control)?;
    control.settle();
    let mut report = collect.report;
    report.sort();
    Ok(Computed { report, figures })
}

/// As [`compute`] for [`Wanted::Live`], when only weights differ from those of `earlier`: what weights do not
/// change is taken over.
///
/// # Errors
/// [`Cancelled`] when `control` was cancelled before the end.
pub(super) fn compute_weighted(
    request: &Request<'_>,
    earlier: (&Report, &[DimensionFigures]),
    control: &Control,
) -> Result<Computed, Cancelled> {
    let weighted = Request {
        wanted: Wanted::Weighted,
        ..request.clone()
    };
    let (old, figures) = earlier;
    let mut report = compute(&weighted, control)?.report;
    report.take_unweighted(old);
    let mut figures = figures.to_vec();
    for (figures, dimension) in figures.iter_mut().zip(&report.dimensions) {
        if let Some(span) = dimension.column("participation_w") {
            figures.set_span(span.clone());
        }
    }
    Ok(Computed { report, figures })
}
