//! Structural holes, communities, and every dimension.

use rayon::prelude::*;

use super::Wanted;
use super::collect::{Collect, whole};
use crate::analysis::dimensions::{dimension_report, wanted_hole_columns, weighted_report, whole_report};
use crate::analysis::groups::{LeidenSettings, communities};
use crate::analysis::measure::Family;
use crate::analysis::spanners::DimensionFigures;
use crate::analysis::{Cancelled, Control};

pub(super) fn communities_and_holes(collect: &mut Collect<'_>, control: &Control) -> Result<(), Cancelled> {
    let request = collect.request;
    if collect.wants_any(&["community", "community_modularity"]) {
        let found = communities(request.network, &LeidenSettings::default(), control)?;
        collect.put("community", whole(&found.of));
        collect.number("community_modularity", found.modularity);
    }
    if request.wanted.wants_of(Family::Brokerage) {
        for column in wanted_hole_columns(request.network, |id| collect.wants(id)) {
            collect.put(column.id, column.values.iter());
        }
    }
    Ok(())
}

/// Every dimension; passage is not known yet.
pub(super) fn put(collect: &mut Collect<'_>, control: &Control) -> Result<Vec<DimensionFigures>, Cancelled> {
    let request = collect.request;
    if !request.wanted.wants_of(Family::Brokerage) && !request.wanted.wants_of(Family::Groups) {
        return Ok(Vec::new());
    }
    if request.wanted == Wanted::Weighted {
        let reports = request.dimensions.par_iter();
        collect.report.dimensions = reports
            .map(|&dimension| weighted_report(request.network, dimension))
            .collect();
        return Ok(Vec::new());
    }
    if matches!(request.wanted, Wanted::Whole(_)) {
        for at in 0..request.dimensions.len() {
            control.check()?;
            let mut found = whole_report(request.network, request.dimensions[at]);
            found.network.retain(|figure| collect.wants(figure.id));
            collect.report.dimensions[at] = found;
        }
        return Ok(Vec::new());
    }
    let computed: Vec<_> = request
        .dimensions
        .par_iter()
        .map(|&dimension| {
            control.check()?;
            Ok(dimension_report(request.network, dimension))
        })
        .collect::<Result<_, Cancelled>>()?;
    let mut figures = Vec::with_capacity(computed.len());
    for (at, (mut found, candidates)) in computed.into_iter().enumerate() {
        found.actors.retain(|column| collect.wants(column.id));
        found.network.retain(|figure| collect.wants(figure.id));
        collect.report.dimensions[at] = found;
        figures.push(candidates);
    }
    Ok(figures)
}
