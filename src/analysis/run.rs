//! Everything that is asked about one network, in one report: what the app's jobs and the command line
//! call, so that their figures are the same.

use super::centrality::{core, degree, eigenvector, katz, pagerank};
use super::cohesion::{centralisation, clustering, components, core_periphery, cuts, mixing, size};
use super::dimensions::{dimension_report, structural_hole_columns};
use super::groups::{LeidenSettings, communities};
use super::measure::{self, Family, Target};
use super::paths::{self, MOST_EXACT, PathRequest, Paths, Sources};
use super::spanners::last_links;
use super::two_mode::{
    Affiliation, congruence, modes_of, robins_alexander, two_mode_betweenness, two_mode_closeness,
    two_mode_clustering, two_mode_degree, two_mode_density,
};
use super::whatif::leave;
use super::{Cancelled, Control, Descriptor, Network, Partition};
use std::collections::BTreeSet;

/// Which measures are asked for, by id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Wanted {
    /// All but the efficiency without every single actor, which takes longer than all others together.
    #[default]
    Live,
    All,
    Only(BTreeSet<String>),
}

impl Wanted {
    pub fn wants(&self, descriptor: &Descriptor) -> bool {
        match self {
            Self::All => true,
            Self::Live => descriptor.family != Family::WhatIf || leave::IDS_OF_CUTS.contains(&descriptor.id),
            Self::Only(ids) => ids.contains(descriptor.id),
        }
    }

    fn wants_any(&self, ids: &[&str]) -> bool {
        ids.iter()
            .filter_map(|id| measure::find(id))
            .any(|descriptor| self.wants(descriptor))
    }
}

/// A network, its dimensions, and what to find out.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    pub network: Network,
    pub partitions: Vec<(String, Partition)>,
    pub wanted: Wanted,
    /// For everything with shortest paths; see [`Sources::fitting`].
    pub sources: Sources,
}

/// Values of one measure, in the order of the network's actors or pairs. `None` is undefined.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub id: &'static str,
    pub values: Vec<Option<f64>>,
}

/// Why a measure that was asked for has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Skipped {
    /// The network has more actors than this measure can do in time.
    TooManyActors { most: usize },
    /// An iteration did not come to rest.
    NotConverged,
}

/// Figures of one dimension.
#[derive(Debug, Clone, PartialEq)]
pub struct DimensionReport {
    pub name: String,
    pub actors: Vec<Column>,
    pub network: Vec<(&'static str, Option<f64>)>,
}

/// All figures asked for that have a meaning in this network. Every column is in the table of
/// [`measure::all`].
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Report {
    pub actors: Vec<Column>,
    pub relations: Vec<Column>,
    pub network: Vec<(&'static str, Option<f64>)>,
    pub dimensions: Vec<DimensionReport>,
    pub skipped: Vec<(&'static str, Skipped)>,
    /// How many actors paths were followed from, when not from all.
    pub sampled_sources: Option<usize>,
}

impl Report {
    pub fn actor_column(&self, id: &str) -> Option<&[Option<f64>]> {
        column(&self.actors, id)
    }

    pub fn relation_column(&self, id: &str) -> Option<&[Option<f64>]> {
        column(&self.relations, id)
    }

    pub fn network_figure(&self, id: &str) -> Option<f64> {
        self.network.iter().find(|(own, _)| *own == id)?.1
    }
}

fn column<'a>(columns: &'a [Column], id: &str) -> Option<&'a [Option<f64>]> {
    let found = columns.iter().find(|column| column.id == id)?;
    Some(&found.values)
}

/// Computes the report.
///
/// ```
/// use netwerkopstelling::analysis::{Control, Link, Network, paths::Sources, run};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let request = run::Request {
///     network: Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap(),
///     partitions: Vec::new(),
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
pub fn run(request: &Request, control: &Control) -> Result<Report, Cancelled> {
    let mut collect = Collect {
        request,
        report: Report {
            dimensions: request
                .partitions
                .iter()
                .map(|(name, _)| DimensionReport {
                    name: name.clone(),
                    actors: Vec::new(),
                    network: Vec::new(),
                })
                .collect(),
            ..Report::default()
        },
    };
    counts(&mut collect);
    parts(&mut collect);
    control.check()?;
    walks(&mut collect);
    control.check()?;
    closed(&mut collect);
    control.check()?;
    for weighted in [false, true] {
        shortest(&mut collect, weighted, control)?;
    }
    groups(&mut collect, control)?;
    two_modes(&mut collect);
    without(&mut collect, control)?;
    collect.report.sort();
    Ok(collect.report)
}

struct Collect<'a> {
    request: &'a Request,
    report: Report,
}

impl Collect<'_> {
    fn network(&self) -> &Network {
        &self.request.network
    }

    fn wants(&self, id: &'static str) -> bool {
        let descriptor = measure::find(id).expect("a measure of the table");
        self.request.wanted.wants(descriptor) && descriptor.needs.are_met_by(self.network().directed)
    }

    fn put(&mut self, id: &'static str, values: impl IntoIterator<Item = Option<f64>>) {
        if !self.wants(id) {
            return;
        }
        let values: Vec<Option<f64>> = values.into_iter().map(|v| v.filter(|v| v.is_finite())).collect();
        match measure::find(id).map(|descriptor| descriptor.target) {
            Some(Target::Actor) => self.report.actors.push(Column { id, values }),
            Some(Target::Relation) => self.report.relations.push(Column { id, values }),
            _ => self.report.network.push((id, values.first().copied().flatten())),
        }
    }

    fn number(&mut self, id: &'static str, value: Option<f64>) {
        self.put(id, [value]);
    }

    fn skip(&mut self, ids: &[&'static str], why: Skipped) {
        for &id in ids {
            if self.wants(id) {
                self.report.skipped.push((id, why));
            }
        }
    }
}

impl Report {
    /// In the order of the table, whatever was computed first.
    fn sort(&mut self) {
        let place = |id: &str| measure::all().position(|descriptor| descriptor.id == id);
        self.actors.sort_by_key(|column| place(column.id));
        self.relations.sort_by_key(|column| place(column.id));
        self.network.sort_by_key(|(id, _)| place(id));
        for dimension in &mut self.dimensions {
            dimension.actors.sort_by_key(|column| place(column.id));
            dimension.network.sort_by_key(|(id, _)| place(id));
        }
    }
}

fn whole<T: Copy + Into<f64>>(values: &[T]) -> impl Iterator<Item = Option<f64>> {
    values.iter().map(|&value| Some(value.into()))
}

fn flags(values: &[bool]) -> impl Iterator<Item = Option<f64>> {
    values.iter().map(|&value| Some(f64::from(u8::from(value))))
}

fn counts(collect: &mut Collect<'_>) {
    let network = &collect.request.network;
    let degrees = degree::degrees(network);
    let strengths = degree::strengths(network);
    collect.put("degree", whole(&degrees.total));
    collect.put("degree_in", whole(&degrees.inc));
    collect.put("degree_out", whole(&degrees.out));
    collect.put("contacts", whole(&degrees.contacts));
    collect.put("degree_multi", whole(&degree::link_ends(network)));
    collect.put("degree_multi_in", whole(&network.degree_multi_in));
    collect.put("degree_multi_out", whole(&network.degree_multi_out));
    collect.put("strength", whole(&strengths.total));
    collect.put("strength_in", whole(&strengths.inc));
    collect.put("strength_out", whole(&strengths.out));
    for (id, count) in [
        ("n", network.n),
        ("m", network.m()),
        ("links", network.links),
        ("self_loops", network.self_loops),
        ("merged_parallel", network.merged_parallel()),
    ] {
        collect.number(id, Some(count as f64));
    }
    collect.number("density", size::density(network));
    collect.number("reciprocity", size::reciprocity(network));
    let n = network.n;
    let of =
        |degrees: &[u32], most| centralisation::centralisation(&whole(degrees).collect::<Vec<_>>(), most);
    let most = centralisation::most_by_directed_degree(n);
    collect.number("centralisation_in_degree", of(&degrees.inc, most));
    collect.number("centralisation_out_degree", of(&degrees.out, most));
    let most = centralisation::most_by_degree(n);
    collect.number("centralisation_degree", of(&degrees.total, most));
}

fn parts(collect: &mut Collect<'_>) {
    let network = &collect.request.network;
    let (component, count) = components::weak_components(network);
    let largest = components::sizes(&component, count)
        .into_iter()
        .max()
        .unwrap_or(0);
    collect.put("component", whole(&component));
    collect.number("n_components", Some(count as f64));
    collect.number("largest_component", Some(f64::from(largest)));
    let (_, strong) = components::strong_components(network);
    collect.number("n_strong_components", Some(strong as f64));
    let cuts = cuts::cuts(network);
    collect.put("articulation", flags(&cuts.is_cut_point));
    collect.put("bridge", flags(&cuts.is_bridge));
    collect.put("leave_comp_delta", whole(&cuts.component_change));
    if network.n > 1 {
        collect.put("leave_largest_after", whole(&cuts.largest_without));
    }
}

fn walks(collect: &mut Collect<'_>) {
    let network = &collect.request.network;
    for (weighted, id) in [(false, "eigenvector"), (true, "eigenvector_w")] {
        if collect.wants(id) {
            match eigenvector::eigenvector(network, weighted) {
                Ok(values) => collect.put(id, whole(&values)),
                Err(why) => {
                    if why == super::centrality::perron::NoVector::NotConverged {
                        collect.skip(&[id], Skipped::NotConverged);
                    }
                    collect.put(id, vec![None; network.n]);
                }
            }
        }
    }
    for (weighted, id) in [(false, "pagerank"), (true, "pagerank_w")] {
        if collect.wants(id) {
            collect.put(id, whole(&pagerank::pagerank(network, weighted)));
        }
    }
    if collect.wants("katz") {
        match katz::katz(network) {
            Some(katz) => collect.put("katz", whole(&katz.values)),
            None => collect.put("katz", vec![None; network.n]),
        }
    }
    collect.put("core", whole(&core::core_numbers(network)));
}

fn closed(collect: &mut Collect<'_>) {
    let network = &collect.request.network;
    let clustering = clustering::clustering(network);
    collect.put("clustering", whole(&clustering.local));
    collect.put("clustering_barrat", whole(&clustering.barrat));
    collect.put("clustering_onnela", whole(&clustering.onnela));
    if let Some(fagiolo) = &clustering.fagiolo {
        collect.put("clustering_fagiolo", whole(fagiolo));
    }
    collect.number("clustering_mean", clustering.mean);
    collect.number("clustering_mean_deg2", clustering.mean_deg2);
    collect.number("transitivity", clustering.transitivity);
    collect.number("assortativity_degree", mixing::degree_assortativity(network));
    if request_wants_core(collect) {
        let found = core_periphery::core_periphery(network);
        let members = found.as_ref().map(|found| found.is_core.as_slice());
        match members {
            Some(members) => collect.put("core_member", flags(members)),
            None => collect.put("core_member", vec![None; network.n]),
        }
        collect.number("core_fit", found.as_ref().map(|found| found.fit));
        collect.number("core_size", found.as_ref().map(|found| found.size as f64));
    }
}

fn request_wants_core(collect: &Collect<'_>) -> bool {
    let ids = ["core_member", "core_fit", "core_size"];
    collect.request.wanted.wants_any(&ids)
}

/// Ids that a pass gives: unweighted and weighted. The last ones need the unweighted pass only; beside
/// them stands a measure that the weighted pass gives anyway.
const OF_PATHS: [[&str; 2]; 18] = [
    ["betweenness", "betweenness_w"],
    ["betweenness_norm", "betweenness_w_norm"],
    ["edge_betweenness", "edge_betweenness_w"],
    ["edge_betweenness_norm", "edge_betweenness_w_norm"],
    ["closeness", "closeness_w"],
    ["closeness_in", "closeness_w_in"],
    ["closeness_out", "closeness_w_out"],
    ["harmonic", "harmonic_w"],
    ["harmonic_in", "harmonic_w_in"],
    ["harmonic_out", "harmonic_w_out"],
    ["eccentricity", "eccentricity_w"],
    ["mean_distance", "mean_distance_w"],
    ["diameter", "diameter_w"],
    ["efficiency", "efficiency_w"],
    ["passage", "passage_w"],
    ["reachable_share", "mean_distance_w"],
    ["centralisation_betweenness", "betweenness_w"],
    ["centralisation_closeness", "closeness_w"],
];

fn shortest(collect: &mut Collect<'_>, weighted: bool, control: &Control) -> Result<(), Cancelled> {
    let request = collect.request;
    let ids: Vec<&'static str> = OF_PATHS.iter().map(|pair| pair[usize::from(weighted)]).collect();
    if !request.wanted.wants_any(&ids) {
        return Ok(());
    }
    if request.sources == Sources::Exact && request.network.n > MOST_EXACT {
        collect.skip(&ids[..14], Skipped::TooManyActors { most: MOST_EXACT });
        return Ok(());
    }
    let id = |at: usize| ids[at];
    let wants_passage = request.wanted.wants_any(&[id(14)]);
    let partitions: Vec<&Partition> = request
        .partitions
        .iter()
        .filter(|_| wants_passage)
        .map(|(_, p)| p)
        .collect();
    let paths = paths::run(
        &request.network,
        &PathRequest {
            weighted,
            partitions: &partitions,
            relations: request.wanted.wants_any(&[id(2), id(3)]),
            betweenness: wants_passage || request.wanted.wants_any(&[id(0), id(1), id(2), id(3), id(16)]),
            sources: request.sources,
        },
        control,
    )?;
    put_paths(collect, &ids, &paths);
    if !weighted {
        put_centralisations(collect, &paths);
    }
    for (dimension, values) in collect.report.dimensions.iter_mut().zip(&paths.passage) {
        dimension.actors.push(Column {
            id: id(14),
            values: values.clone(),
        });
    }
    Ok(())
}

fn put_paths(collect: &mut Collect<'_>, ids: &[&'static str], paths: &Paths) {
    let is_exact = paths.sources == collect.network().n;
    if !is_exact {
        collect.report.sampled_sources = Some(paths.sources);
    }
    // What was not asked for was not computed: its columns are empty.
    let actors: [(usize, Vec<Option<f64>>); 9] = [
        (0, whole(&paths.betweenness).collect()),
        (1, paths.betweenness_norm.clone()),
        (4, paths.inc.closeness.clone()),
        (5, paths.inc.closeness.clone()),
        (6, paths.out.closeness.clone()),
        (7, paths.inc.harmonic.clone()),
        (8, paths.inc.harmonic.clone()),
        (9, paths.out.harmonic.clone()),
        (10, paths.eccentricity.clone()),
    ];
    for (at, values) in actors {
        if values.len() == collect.network().n {
            collect.put(ids[at], values);
        } else {
            collect.skip(&[ids[at]], Skipped::TooManyActors { most: MOST_EXACT });
        }
    }
    if paths.edge_betweenness.len() == collect.network().m() {
        collect.put(ids[2], paths.edge_betweenness.clone());
        collect.put(ids[3], paths.edge_betweenness_norm.clone());
    }
    collect.number(ids[11], paths.mean_distance);
    collect.number(ids[12], paths.diameter);
    collect.number(ids[13], paths.efficiency);
    if !paths.weighted {
        collect.number("reachable_share", paths.reachable_share);
    }
}

fn put_centralisations(collect: &mut Collect<'_>, paths: &Paths) {
    let n = collect.network().n;
    let most = centralisation::most_by_betweenness(n);
    collect.number(
        "centralisation_betweenness",
        centralisation::centralisation(&paths.betweenness_norm, most),
    );
    let is_connected = paths.reachable_share == Some(1.0);
    let closeness =
        centralisation::centralisation(&paths.inc.closeness, centralisation::most_by_closeness(n));
    collect.number("centralisation_closeness", closeness.filter(|_| is_connected));
}

/// Brokerage, communities, and every dimension.
fn groups(collect: &mut Collect<'_>, control: &Control) -> Result<(), Cancelled> {
    let request = collect.request;
    let wants_of = |family: Family| {
        measure::all().any(|descriptor| descriptor.family == family && request.wanted.wants(descriptor))
    };
    if wants_of(Family::Brokerage) {
        for (id, values) in structural_hole_columns(&request.network) {
            collect.put(id, values);
        }
    }
    if request.wanted.wants_any(&["community", "community_modularity"]) {
        let found = communities(&request.network, &LeidenSettings::default(), control)?;
        collect.put("community", whole(&found.of));
        collect.number("community_modularity", found.modularity);
    }
    if !wants_of(Family::Brokerage) && !wants_of(Family::Groups) {
        return Ok(());
    }
    for (at, (name, partition)) in request.partitions.iter().enumerate() {
        control.check()?;
        let mut found = dimension_report(name, &request.network, partition);
        let shares = last_links(&request.network, partition).shares();
        found.actors.push(("last_link", shares));
        found.actors.retain(|(id, _)| collect.wants(id));
        found.network.retain(|(id, _)| collect.wants(id));
        let dimension = &mut collect.report.dimensions[at];
        let columns = found.actors.into_iter();
        dimension
            .actors
            .extend(columns.map(|(id, values)| Column { id, values }));
        dimension.network.extend(found.network);
    }
    Ok(())
}

/// Figures that only have a meaning when a dimension divides the network into two modes; the second
/// group are the tables.
fn two_modes(collect: &mut Collect<'_>) {
    let request = collect.request;
    let network = &request.network;
    let mut modes = request
        .partitions
        .iter()
        .filter_map(|(_, partition)| modes_of(network, partition));
    let Some(mode) = modes.next() else {
        return;
    };
    let affiliation = Affiliation::new(network, &mode);
    let congruence = congruence(&affiliation);
    let seats = (0..network.n).map(|v| Some(affiliation.affiliation_degree(v) as f64));
    collect.put("affiliation_degree", seats);
    collect.put("congruence", congruence.of_tables.iter().copied());
    collect.put("closest_peer", congruence.likeness());
    collect.put("two_mode_degree", two_mode_degree(network, &mode));
    collect.put("two_mode_closeness", two_mode_closeness(network, &mode));
    let betweenness: Option<Vec<f64>> = collect
        .report
        .actor_column("betweenness")
        .filter(|_| !network.directed)
        .and_then(|values| values.iter().copied().collect());
    if let Some(betweenness) = betweenness {
        collect.put("two_mode_betweenness", two_mode_betweenness(&mode, &betweenness));
    }
    collect.put("two_mode_clustering_dot", whole(&two_mode_clustering(network)));
    collect.number("two_mode_density", two_mode_density(network, &mode));
    collect.number("robins_alexander", robins_alexander(network));
}

fn without(collect: &mut Collect<'_>, control: &Control) -> Result<(), Cancelled> {
    let ids = [
        "leave_eff_after",
        "leave_eff_rest_before",
        "leave_eff_loss",
        "leave_pairs_lost",
    ];
    if !collect.request.wanted.wants_any(&ids) {
        return Ok(());
    }
    let network = &collect.request.network;
    if network.n > leave::MOST_ACTORS {
        let most = leave::MOST_ACTORS;
        collect.skip(&ids, Skipped::TooManyActors { most });
        return Ok(());
    }
    let left = leave::leave_all(network, control)?;
    collect.put(ids[0], left.iter().map(|leave| leave.eff_after));
    collect.put(ids[1], left.iter().map(|leave| leave.eff_rest_before));
    collect.put(ids[2], left.iter().map(|leave| leave.eff_loss));
    collect.put(ids[3], left.iter().map(|leave| Some(leave.pairs_lost as f64)));
    Ok(())
}
