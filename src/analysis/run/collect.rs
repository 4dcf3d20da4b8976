//! The report while it is being made: takes only what was asked for and has a meaning here.

use super::{Column, DimensionReport, NetworkFigure, Report, Request, Skipped};
use crate::analysis::measure::{self, Target};
use crate::analysis::{Network, Values};

pub(super) struct Collect<'a> {
    pub request: &'a Request<'a>,
    pub report: Report,
}

impl<'a> Collect<'a> {
    pub fn new(request: &'a Request<'a>) -> Self {
        let dimensions = request.dimensions.iter().map(|dimension| DimensionReport {
            id: dimension.id.to_owned(),
            ..DimensionReport::default()
        });
        Self {
            request,
            report: Report {
                dimensions: dimensions.collect(),
                ..Report::default()
            },
        }
    }

    /// Takes over what was found beside.
    pub fn absorb(&mut self, other: Report) {
        let own = &mut self.report;
        own.actors.extend(other.actors);
        own.relations.extend(other.relations);
        own.network.extend(other.network);
        own.skipped.extend(other.skipped);
        own.sampled_sources = own.sampled_sources.or(other.sampled_sources);
        for (own, other) in own.dimensions.iter_mut().zip(other.dimensions) {
            own.actors.extend(other.actors);
            own.network.extend(other.network);
        }
    }

    pub fn network(&self) -> &'a Network {
        self.request.network
    }

    pub fn wants(&self, id: &str) -> bool {
        let descriptor = measure::find(id).expect("a measure of the table");
        self.request.wanted.wants(descriptor) && descriptor.needs.are_met_by(self.network().directed)
    }

    /// Whether any of these is to be computed.
    pub fn wants_any(&self, ids: &[&str]) -> bool {
        ids.iter().any(|id| self.wants(id))
    }

    pub fn put(&mut self, id: &'static str, values: impl IntoIterator<Item = Option<f64>>) {
        if !self.wants(id) {
            return;
        }
        let mut values = values.into_iter().map(|v| v.filter(|v| v.is_finite()));
        match measure::find(id).map(|descriptor| descriptor.target) {
            Some(Target::Actor) => self.report.actors.push(column(id, values)),
            Some(Target::Relation) => self.report.relations.push(column(id, values)),
            _ => {
                let value = values.next().flatten();
                self.report.network.push(NetworkFigure::new(id, value));
            }
        }
    }

    pub fn number(&mut self, id: &'static str, value: Option<f64>) {
        self.put(id, [value]);
    }

    pub fn skip(&mut self, ids: &[&'static str], why: Skipped) {
        for &id in ids {
            if self.wants(id) {
                self.report.skipped.push((id, why));
            }
        }
    }
}

fn column(id: &'static str, values: impl Iterator<Item = Option<f64>>) -> Column {
    let values: Values = values.collect();
    Column { id, values }
}

pub(super) fn whole<T: Copy + Into<f64>>(values: &[T]) -> impl Iterator<Item = Option<f64>> {
    values.iter().map(|&value| Some(value.into()))
}

pub(super) fn flags(values: &[bool]) -> impl Iterator<Item = Option<f64>> {
    values.iter().map(|&value| Some(f64::from(u8::from(value))))
}
