//! Components: the parts into which the network falls.

use crate::analysis::Network;
use crate::analysis::measure::{
    Citation, Descriptor,
    Family::Cohesion,
    HigherIs::{LessCohesive, MoreCohesive},
    Target::{self, Actor},
    Unit::{Count, Label},
};

const TARJAN: Citation = Citation::with_doi(
    "Tarjan 1972, Depth-first search and linear graph algorithms, SIAM Journal on Computing 1",
    "10.1137/0201010",
);

pub const DESCRIPTORS: &[Descriptor] = &[
    Descriptor::new("component", Cohesion, Actor, Label)
        .cite(TARJAN)
        .repeat("{v: i for i, c in enumerate(nx.connected_components(U)) for v in c}"),
    Descriptor::new("n_components", Cohesion, Target::Network, Count)
        .higher_is(LessCohesive)
        .cite(TARJAN)
        .repeat("nx.number_connected_components(U)"),
    Descriptor::new("largest_component", Cohesion, Target::Network, Count)
        .higher_is(MoreCohesive)
        .cite(TARJAN)
        .repeat("max(map(len, nx.connected_components(U)), default=0)"),
    Descriptor::new("n_strong_components", Cohesion, Target::Network, Count)
        .directed_only()
        .higher_is(LessCohesive)
        .cite(TARJAN)
        .repeat("nx.number_strongly_connected_components(S)"),
];

/// Components: the parts into which the network falls.
///
/// # Measures
/// `component`, `n_components`, `largest_component`.
///
/// # Definition
/// Two actors are in one component when a path of U joins them. Components are numbered in the order of
/// their first actor; [`sizes`] counts their actors.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: arrows do not count (weak components). Undirected: as they are. Parallel relations and loops
/// make no difference. Disconnected: this measure says how.
///
/// # Normalisation
/// None.
///
/// # Range
/// Numbers 0 to the number of components - 1; 1 to n components, none in an empty network.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// R. Tarjan (1972), Depth-first search and linear graph algorithms, *SIAM Journal on Computing* 1,
/// 146-160, doi:10.1137/0201010.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::components};
/// let network = Network::from_links(3, true, &[Link { source: 2, target: 0, weight: 1.0 }]).unwrap();
/// assert_eq!(components::weak_components(&network), (vec![0, 1, 0], 2));
/// ```
pub fn weak_components(network: &Network) -> (Vec<u32>, usize) {
    let mut component = vec![u32::MAX; network.n];
    let mut count = 0;
    let mut stack = Vec::new();
    for start in 0..network.n {
        if component[start] != u32::MAX {
            continue;
        }
        component[start] = count;
        stack.push(start);
        while let Some(v) = stack.pop() {
            for &w in network.under.neighbours(v) {
                if component[w as usize] == u32::MAX {
                    component[w as usize] = count;
                    stack.push(w as usize);
                }
            }
        }
        count += 1;
    }
    (component, count as usize)
}

/// Strong components: parts in which everybody reaches everybody along the arrows.
///
/// # Measures
/// `n_strong_components`.
///
/// # Definition
/// Two actors are in one strong component when a path leads from each to the other. The numbers are only
/// names.
///
/// # Weight
/// Not used.
///
/// # Networks
/// Directed: along the arrows of S. Undirected: the weak components. Parallel relations and loops make no
/// difference. Disconnected: at least one per part.
///
/// # Normalisation
/// None.
///
/// # Range
/// From the number of weak components to n.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(n + m).
///
/// # Source
/// R. Tarjan (1972), Depth-first search and linear graph algorithms, *SIAM Journal on Computing* 1,
/// 146-160, doi:10.1137/0201010.
///
/// ```
/// use netwerkopstelling::analysis::{Link, Network, cohesion::components};
/// let arc = |source, target| Link { source, target, weight: 1.0 };
/// let network = Network::from_links(3, true, &[arc(0, 1), arc(1, 0), arc(1, 2)]).unwrap();
/// let (of, count) = components::strong_components(&network);
/// assert_eq!((count, of[0] == of[1], of[1] == of[2]), (2, true, false));
/// ```
pub fn strong_components(network: &Network) -> (Vec<u32>, usize) {
    let n = network.n;
    let unseen = u32::MAX;
    let (mut index, mut low) = (vec![unseen; n], vec![0u32; n]);
    let mut component = vec![unseen; n];
    let (mut seen, mut count) = (0u32, 0u32);
    let mut path: Vec<usize> = Vec::new();
    // Node, and the next of its arcs: recursion would overflow the stack on a long chain.
    let mut calls: Vec<(usize, usize)> = Vec::new();
    for start in 0..n {
        if index[start] != unseen {
            continue;
        }
        calls.push((start, network.out.range(start).start));
        while let Some(&mut (v, ref mut arc)) = calls.last_mut() {
            if index[v] == unseen {
                index[v] = seen;
                low[v] = seen;
                seen += 1;
                path.push(v);
            }
            if *arc < network.out.range(v).end {
                let w = network.out.targets[*arc] as usize;
                *arc += 1;
                if index[w] == unseen {
                    calls.push((w, network.out.range(w).start));
                } else if component[w] == unseen {
                    low[v] = low[v].min(index[w]);
                }
                continue;
            }
            calls.pop();
            if let Some(&(parent, _)) = calls.last() {
                low[parent] = low[parent].min(low[v]);
            }
            if low[v] == index[v] {
                while let Some(w) = path.pop() {
                    component[w] = count;
                    if w == v {
                        break;
                    }
                }
                count += 1;
            }
        }
    }
    (component, count as usize)
}

/// Number of actors of each component.
pub fn sizes(component_of: &[u32], count: usize) -> Vec<u32> {
    let mut sizes = vec![0; count];
    for &component in component_of {
        sizes[component as usize] += 1;
    }
    sizes
}
