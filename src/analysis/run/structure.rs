//! What follows from ties alone: counts, parts, walks, triangles, core and periphery.

use super::Skipped;
use super::collect::{Collect, flags, whole};
use crate::analysis::centrality::perron::{self, NoVector};
use crate::analysis::centrality::{core, degree, eigenvector, katz, pagerank};
use crate::analysis::cohesion::{centralisation, clustering, components, core_periphery, cuts, mixing, size};

pub(super) fn counts(collect: &mut Collect<'_>) {
    let network = collect.network();
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
    let ids = ["n", "m", "links", "self_loops", "merged_parallel"];
    for (id, count) in ids.into_iter().zip(size::counts(network)) {
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

pub(super) fn parts(collect: &mut Collect<'_>) {
    let network = collect.network();
    let (component, count) = components::weak_components(network);
    let largest = components::sizes(&component, count)
        .into_iter()
        .max()
        .unwrap_or(0);
    collect.put("component", whole(&component));
    collect.number("n_components", Some(count as f64));
    collect.number("largest_component", Some(f64::from(largest)));
    if collect.wants("n_strong_components") {
        let (_, strong) = components::strong_components(network);
        collect.number("n_strong_components", Some(strong as f64));
    }
    let of_cuts = [
        "articulation",
        "bridge",
        "leave_comp_delta",
        "leave_largest_after",
    ];
    if collect.wants_any(&of_cuts) {
        let cuts = cuts::cuts(network);
        collect.put(of_cuts[0], flags(&cuts.is_cut_point));
        collect.put(of_cuts[1], flags(&cuts.is_bridge));
        collect.put(of_cuts[2], whole(&cuts.component_change));
        if network.n > 1 {
            collect.put(of_cuts[3], whole(&cuts.largest_without));
        }
    }
}

pub(super) fn walks(collect: &mut Collect<'_>) {
    let network = collect.network();
    let leading = collect
        .wants_any(&["eigenvector", "katz"])
        .then(|| perron::perron(network, false));
    if let Some(leading) = &leading {
        put_eigenvector(collect, "eigenvector", &leading.vector);
    }
    if collect.wants("eigenvector_w") {
        put_eigenvector(collect, "eigenvector_w", &eigenvector::eigenvector(network, true));
    }
    for (weighted, id) in [(false, "pagerank"), (true, "pagerank_w")] {
        if collect.wants(id) {
            collect.put(id, whole(&pagerank::pagerank(network, weighted)));
        }
    }
    if let Some(leading) = &leading {
        match katz::katz_with(network, leading) {
            Some(katz) => collect.put("katz", whole(&katz.values)),
            None => collect.put("katz", vec![None; network.n]),
        }
    }
    if collect.wants("core") {
        collect.put("core", whole(&core::core_numbers(network)));
    }
}

fn put_eigenvector(collect: &mut Collect<'_>, id: &'static str, found: &Result<Vec<f64>, NoVector>) {
    match found {
        Ok(values) => collect.put(id, whole(values)),
        Err(why) => {
            if *why == NoVector::NotConverged {
                collect.skip(&[id], Skipped::NotConverged);
            }
            collect.put(id, vec![None; collect.network().n]);
        }
    }
}

const OF_TRIANGLES: [&str; 7] = [
    "clustering",
    "clustering_barrat",
    "clustering_onnela",
    "clustering_fagiolo",
    "clustering_mean",
    "clustering_mean_deg2",
    "transitivity",
];

pub(super) fn closed(collect: &mut Collect<'_>) {
    let network = collect.network();
    if collect.wants_any(&OF_TRIANGLES) {
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
    }
    collect.number("assortativity_degree", mixing::degree_assortativity(network));
    if collect.wants_any(&["core_member", "core_fit", "core_size"]) {
        let found = core_periphery::core_periphery(network);
        match found.as_ref().map(|found| found.is_core.as_slice()) {
            Some(members) => collect.put("core_member", flags(members)),
            None => collect.put("core_member", vec![None; network.n]),
        }
        collect.number("core_fit", found.as_ref().map(|found| found.fit));
        collect.number("core_size", found.as_ref().map(|found| found.size as f64));
    }
}
