//! A depth-first forest in which what a cut point cuts off are intervals: nothing is searched twice.

use std::ops::Range;

use crate::analysis::Network;

const NONE: u32 = u32::MAX;

pub(super) struct Forest {
    /// Actors in depth-first order: every subtree is an interval.
    pub order: Vec<u32>,
    /// Weak components, as intervals of `order`.
    pub components: Vec<Range<usize>>,
    position: Vec<u32>,
    /// Earliest position reachable from the subtree by one tie.
    low: Vec<u32>,
    /// Size of the subtree.
    size: Vec<u32>,
    parent: Vec<u32>,
    children: Vec<Vec<u32>>,
}

impl Forest {
    pub fn new(network: &Network) -> Self {
        let n = network.n;
        let mut forest = Self {
            order: Vec::with_capacity(n),
            components: Vec::new(),
            position: vec![NONE; n],
            low: vec![NONE; n],
            size: vec![1; n],
            parent: vec![NONE; n],
            children: vec![Vec::new(); n],
        };
        let mut next = network.under.offsets.clone();
        for (root, number) in (0..n).zip(0u32..) {
            if forest.position[root] == NONE {
                let start = forest.order.len();
                forest.grow(network, number, &mut next);
                forest.components.push(start..forest.order.len());
            }
        }
        forest
    }

    /// One tree, without recursion: a chain of 100,000 actors must not exhaust the stack.
    fn grow(&mut self, network: &Network, root: u32, next: &mut [u32]) {
        let mut stack = vec![root];
        self.enter(root);
        while let Some(&v) = stack.last() {
            let at = v as usize;
            if next[at] < network.under.offsets[at + 1] {
                let w = network.under.targets[next[at] as usize];
                next[at] += 1;
                if self.position[w as usize] == NONE {
                    self.parent[w as usize] = v;
                    self.children[at].push(w);
                    self.enter(w);
                    stack.push(w);
                } else if self.parent[at] != w {
                    self.low[at] = self.low[at].min(self.position[w as usize]);
                }
            } else {
                stack.pop();
                if let Some(&above) = stack.last() {
                    let above = above as usize;
                    self.low[above] = self.low[above].min(self.low[at]);
                    self.size[above] += self.size[at];
                }
            }
        }
    }

    fn enter(&mut self, v: u32) {
        let position = u32::try_from(self.order.len()).expect("below 2^31");
        self.position[v as usize] = position;
        self.low[v as usize] = position;
        self.order.push(v);
    }

    /// The intervals of `order` that fall apart from the rest when `v` leaves; empty when none do.
    pub fn cut_off(&self, v: usize) -> Vec<Range<usize>> {
        let is_root = self.parent[v] == NONE;
        if is_root && self.children[v].len() < 2 {
            return Vec::new();
        }
        self.children[v]
            .iter()
            .map(|&child| child as usize)
            .filter(|&child| is_root || self.low[child] >= self.position[v])
            .map(|child| {
                let start = self.position[child] as usize;
                start..start + self.size[child] as usize
            })
            .collect()
    }
}
