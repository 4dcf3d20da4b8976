//! Cut points and bridges: actors and relations without which a part comes loose.

use super::components::{sizes, weak_components};
use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::MoreBridging,
    Target::{Actor, Relation},
    Unit::Flag,
};

const HOPCROFT: Citation = Citation::with_doi(
    "Hopcroft & Tarjan 1973, Algorithm 447: efficient algorithms for graph manipulation, Communications of the ACM 16",
    "10.1145/362248.362272",
);
const TARJAN: Citation = Citation::with_doi(
    "Tarjan 1974, A note on finding the bridges of a graph, Information Processing Letters 2",
    "10.1016/0020-0190(74)90003-9",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("articulation", Cohesion, Actor, Flag)
        .higher_is(MoreBridging)
        .cite(HOPCROFT)
        .repeat("dict.fromkeys(U, 0) | dict.fromkeys(nx.articulation_points(U), 1)"),
    Descriptor::new("bridge", Cohesion, Relation, Flag)
        .higher_is(MoreBridging)
        .cite(TARJAN)
        .repeat("(lambda b: {(u, v): (u, v) in b or (v, u) in b for u, v in S.edges})(set(nx.bridges(U)))"),
];

/// What holds the network together, and what remains when one actor leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cuts {
    /// Whether the component of this actor falls apart without it.
    pub is_cut_point: Vec<bool>,
    /// In the order of [`Network::pairs`]; both arcs of a mutual pair are the same connection.
    pub is_bridge: Vec<bool>,
    /// Components of the network without this actor, minus those with it: -1 for an isolate.
    pub component_change: Vec<i32>,
    /// Actors in the largest component without this actor.
    pub largest_without: Vec<u32>,
}

/// Cut points and bridges: actors and relations without which a part comes loose.
///
/// # Measures
/// `articulation`, `bridge`, `leave_comp_delta`, `leave_largest_after`.
///
/// # Definition
/// A cut point is an actor without which its component falls apart; a bridge is a tie without which it
/// does. What is left without an actor: components of the rest minus those of the whole, and actors in the
/// largest of the rest.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed and undirected: on U; both arcs of a mutual pair are one connection. Parallel relations are one
/// connection, loops none. Disconnected: every component has its own.
///
/// # Normalisation
/// None.
///
/// # Range
/// 1 is yes, 0 is no. Change of components: -1 (an isolate leaves), 0, or more (a cut point). Largest: 0 to
/// n-1, undefined in a network of one.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m), by one depth-first walk without recursion.
///
/// # Source
/// J. Hopcroft & R. Tarjan (1973), Algorithm 447, *Communications of the ACM* 16, 372-378,
/// doi:10.1145/362248.362272; R. Tarjan (1974), A note on finding the bridges of a graph, *Information
/// Processing Letters* 2, 160-161, doi:10.1016/0020-0190(74)90003-9; what is left: S.P. Borgatti (2006),
/// Identifying sets of key players in a social network, *Computational and Mathematical Organization
/// Theory* 12, 21-34, doi:10.1007/s10588-006-7084-x.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::cuts};
/// let link = |source, target| Link { source, target, weight: 1.0 };
/// let path = Network::from_links(3, false, &[link(0, 1), link(1, 2)]).unwrap();
/// let cuts = cuts::cuts(&path);
/// assert_eq!(cuts.is_cut_point, [false, true, false]);
/// assert_eq!(cuts.is_bridge, [true, true]);
/// ```
pub fn cuts(network: &Network) -> Cuts {
    let n = network.n;
    let (component_of, count) = weak_components(network);
    let sizes = sizes(&component_of, count);
    let walk = walk(network);
    // The two largest, to know the largest of the others.
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|&component| std::cmp::Reverse(sizes[component]));
    let mut cuts = Cuts {
        is_cut_point: vec![false; n],
        is_bridge: Vec::with_capacity(network.m()),
        component_change: vec![0; n],
        largest_without: vec![0; n],
    };
    for (v, &own) in component_of.iter().enumerate() {
        let own = own as usize;
        let rest = sizes[own] - 1 - walk.cut_off[v];
        let parts = walk.parts[v] + u32::from(rest > 0);
        cuts.component_change[v] = parts as i32 - 1;
        cuts.is_cut_point[v] = parts > 1;
        let others = order.iter().find(|&&component| component != own);
        cuts.largest_without[v] = others
            .map_or(0, |&component| sizes[component])
            .max(walk.largest_part[v])
            .max(rest);
    }
    cuts.is_bridge = network
        .pairs
        .iter()
        .map(|pair| {
            let (a, b) = (pair.source as usize, pair.target as usize);
            walk.bridge_to_parent[a] == pair.target || walk.bridge_to_parent[b] == pair.source
        })
        .collect();
    cuts
}

struct DepthFirstWalk {
    /// Subtrees that come loose without the node: how many, how large together, and the largest.
    parts: Vec<u32>,
    cut_off: Vec<u32>,
    largest_part: Vec<u32>,
    /// The parent, if the relation to it is a bridge.
    bridge_to_parent: Vec<u32>,
}

fn walk(network: &Network) -> DepthFirstWalk {
    let n = network.n;
    let none = u32::MAX;
    let mut walk = DepthFirstWalk {
        parts: vec![0; n],
        cut_off: vec![0; n],
        largest_part: vec![0; n],
        bridge_to_parent: vec![none; n],
    };
    let (mut index, mut low, mut size) = (vec![none; n], vec![0u32; n], vec![1u32; n]);
    let mut seen = 0;
    let mut calls: Vec<(usize, u32, usize)> = Vec::new();
    for start in 0..n {
        if index[start] != none {
            continue;
        }
        index[start] = seen;
        low[start] = seen;
        seen += 1;
        calls.push((start, none, network.under.range(start).start));
        while let Some(&mut (v, parent, ref mut arc)) = calls.last_mut() {
            if *arc < network.under.range(v).end {
                let w = network.under.targets[*arc];
                *arc += 1;
                let target = w as usize;
                if index[target] == none {
                    index[target] = seen;
                    low[target] = seen;
                    seen += 1;
                    calls.push((target, v as u32, network.under.range(target).start));
                } else if w != parent {
                    low[v] = low[v].min(index[target]);
                }
                continue;
            }
            calls.pop();
            if parent == none {
                continue;
            }
            let p = parent as usize;
            low[p] = low[p].min(low[v]);
            size[p] += size[v];
            if low[v] >= index[p] {
                walk.parts[p] += 1;
                walk.cut_off[p] += size[v];
                walk.largest_part[p] = walk.largest_part[p].max(size[v]);
            }
            if low[v] > index[p] {
                walk.bridge_to_parent[v] = parent;
            }
        }
    }
    walk
}
