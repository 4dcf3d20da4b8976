//! The network that communities are moved about in, level by level: fast local moving, refinement and
//! aggregation.

use super::near::{Near, choose};
use crate::analysis::Ties;
use crate::analysis::random::Random;
use crate::numeric::square;

/// A weighted undirected network whose nodes can stand for many actors.
#[derive(Clone)]
pub(super) struct Graph {
    offsets: Vec<usize>,
    targets: Vec<u32>,
    weights: Vec<f64>,
    /// Weight inside a node, counted once.
    inside: Vec<f64>,
    /// Sum of the weights at a node, what is inside counted twice.
    strength: Vec<f64>,
    /// Sum of all strengths: 2m.
    pub twice_all: f64,
    /// Mean weight of a tie of the original network: the unit of a gain.
    unit: f64,
}

impl Graph {
    pub fn of(ties: &Ties) -> Self {
        let mut graph = Self {
            offsets: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
            inside: vec![0.0; ties.n()],
            strength: Vec::new(),
            twice_all: 0.0,
            unit: 1.0,
        };
        for v in 0..ties.n() {
            for (w, value) in ties.of(v) {
                graph.targets.push(u32::try_from(w).expect("below 2^31"));
                graph.weights.push(value);
            }
            graph.offsets.push(graph.targets.len());
            graph.strength.push(ties.of(v).map(|(_, value)| value).sum());
        }
        graph.twice_all = graph.strength.iter().sum();
        graph.unit = graph.twice_all / graph.targets.len().max(1) as f64;
        graph
    }

    pub fn n(&self) -> usize {
        self.strength.len()
    }

    /// Sum of the weights at a node, what is inside counted twice.
    pub fn strength(&self, v: usize) -> f64 {
        self.strength[v]
    }

    pub fn ties(&self, v: usize) -> impl Iterator<Item = (usize, f64)> + '_ {
        (self.offsets[v]..self.offsets[v + 1]).map(|at| (self.targets[at] as usize, self.weights[at]))
    }

    /// Weight of the ties of `v` within its own community, without those inside a node. No jump: whether a
    /// tie stays within is hard to foresee; and four sums, none of which waits for another.
    fn weight_within(&self, v: usize, of: &[u32]) -> f64 {
        let (own, arcs) = (of[v], self.offsets[v]..self.offsets[v + 1]);
        let (targets, rest) = self.targets[arcs.clone()].as_chunks::<4>();
        let (weights, rest_weights) = self.weights[arcs].as_chunks::<4>();
        let within = |w: u32, weight: f64| if of[w as usize] == own { weight } else { 0.0 };
        let mut sums = [0.0; 4];
        for (targets, weights) in targets.iter().zip(weights) {
            for lane in 0..4 {
                sums[lane] += within(targets[lane], weights[lane]);
            }
        }
        for (lane, (&w, &weight)) in rest.iter().zip(rest_weights).enumerate() {
            sums[lane] += within(w, weight);
        }
        (sums[0] + sums[1]) + (sums[2] + sums[3])
    }

    fn totals(&self, of: &[u32]) -> Vec<f64> {
        let mut totals = vec![0.0; self.n().max(1)];
        for (v, &c) in of.iter().enumerate() {
            totals[c as usize] += self.strength[v];
        }
        totals
    }

    pub fn quality(&self, of: &[u32], resolution: f64) -> f64 {
        if self.twice_all <= 0.0 {
            return 0.0;
        }
        let mut within = 0.0;
        for v in 0..self.n() {
            within += 2.0 * self.inside[v];
            within += self.weight_within(v, of);
        }
        let by_chance: f64 = self
            .totals(of)
            .iter()
            .map(|total| square(total / self.twice_all))
            .sum();
        within / self.twice_all - resolution * by_chance
    }

    /// What chance gives between weights `a` and `b`; the quotient first, against overflow.
    fn by_chance(&self, resolution: f64, a: f64, b: f64) -> f64 {
        resolution * a * (b / self.twice_all)
    }

    /// Fast local moving: every node to the community where it gains most; who may be affected by a
    /// move is looked at again.
    pub fn move_nodes(&self, of: &mut [u32], resolution: f64, random: &mut Random) {
        let n = self.n();
        let mut queue: Vec<u32> = (0..u32::try_from(n).expect("below 2^31")).collect();
        random.shuffle(&mut queue);
        let mut queued = vec![true; n];
        let mut totals = self.totals(of);
        // A division per move, not per look.
        let mut shares: Vec<f64> = totals.iter().map(|total| total / self.twice_all).collect();
        let mut members = vec![0u32; n];
        for &c in of.iter() {
            members[c as usize] += 1;
        }
        let mut empty: Vec<u32> = (0..n)
            .filter(|&c| members[c] == 0)
            .map(|c| u32::try_from(c).expect("below 2^31"))
            .collect();
        let mut near = Near::new(n);
        // As a ring: every node waits at most once.
        let (mut first, mut waiting) = (0, n);
        while waiting > 0 {
            let v = queue[first] as usize;
            first = if first + 1 == n { 0 } else { first + 1 };
            waiting -= 1;
            queued[v] = false;
            let own = of[v];
            totals[own as usize] -= self.strength[v];
            shares[own as usize] = totals[own as usize] / self.twice_all;
            members[own as usize] -= 1;
            for (w, weight) in self.ties(v) {
                near.add(of[w], weight);
            }
            let attraction = resolution * self.strength[v];
            let gain = |c: u32| near.weights[c as usize] - attraction * shares[c as usize];
            let (mut best, mut most) = (own, gain(own));
            let alone = empty.last().filter(|_| members[own as usize] > 0);
            for &c in near.found().iter().chain(alone) {
                let gained = gain(c);
                if gained > most + 1e-10 * self.unit {
                    (best, most) = (c, gained);
                }
            }
            near.clear();
            if best != own {
                if empty.last() == Some(&best) {
                    empty.pop();
                }
                if members[own as usize] == 0 {
                    empty.push(own);
                }
                for (w, _) in self.ties(v) {
                    if of[w] != best && !std::mem::replace(&mut queued[w], true) {
                        let last = first + waiting;
                        queue[if last < n { last } else { last - n }] = w as u32;
                        waiting += 1;
                    }
                }
            }
            of[v] = best;
            totals[best as usize] += self.strength[v];
            shares[best as usize] = totals[best as usize] / self.twice_all;
            members[best as usize] += 1;
        }
    }

    /// Splits every community into well-connected parts: nodes that are still alone join, by chance
    /// but rather where it gains more, a part of their own community that is well connected to it.
    pub fn refine(&self, of: &[u32], resolution: f64, random: &mut Random) -> Vec<u32> {
        /// Traag et al.: how much chance; 0 would always take the best.
        const RANDOMNESS: f64 = 0.01;
        let n = self.n();
        let mut part: Vec<u32> = (0..u32::try_from(n).expect("below 2^31")).collect();
        let community_total = self.totals(of);
        let mut total = self.strength.clone();
        // Weight between a part and the rest of its community.
        let mut outward: Vec<f64> = (0..n).map(|v| self.weight_within(v, of)).collect();
        let mut alone = vec![true; n];
        let mut near = Near::new(n);
        let mut choices: Vec<(u32, f64)> = Vec::new();
        let mut order: Vec<usize> = (0..n).collect();
        random.shuffle(&mut order);
        let well_connected = |outward: f64, total: f64, community: f64| {
            outward >= self.by_chance(resolution, total, community - total) - 1e-10 * self.unit
        };
        for v in order {
            let community = community_total[of[v] as usize];
            if !alone[v] || !well_connected(outward[v], self.strength[v], community) {
                continue;
            }
            for (w, weight) in self.ties(v) {
                near.add_if(of[w] == of[v], part[w], weight);
            }
            choices.clear();
            for &p in near.found() {
                let at = p as usize;
                let gain = near.weights[at] - self.by_chance(resolution, self.strength[v], total[at]);
                if gain >= 0.0 && well_connected(outward[at], total[at], community) {
                    choices.push((p, gain / self.unit / RANDOMNESS));
                }
            }
            if let Some(p) = choose(&choices, random) {
                let at = p as usize;
                outward[at] += outward[v] - 2.0 * near.weights[at];
                total[at] += self.strength[v];
                part[v] = p;
                alone[v] = false;
                alone[at] = false;
            }
            near.clear();
        }
        part
    }

    pub fn aggregated(&self, part: &[u32], parts: usize) -> Self {
        let mut inside = vec![0.0; parts];
        let mut strength = vec![0.0; parts];
        // Where the members of each part begin in `order`.
        let mut starts = vec![0usize; parts + 1];
        for (v, &p) in part.iter().enumerate() {
            inside[p as usize] += self.inside[v];
            strength[p as usize] += self.strength[v];
            starts[p as usize + 1] += 1;
        }
        for p in 0..parts {
            starts[p + 1] += starts[p];
        }
        let (mut order, mut next) = (vec![0u32; self.n()], starts.clone());
        for (v, &p) in (0u32..).zip(part) {
            order[next[p as usize]] = v;
            next[p as usize] += 1;
        }
        let mut graph = Self {
            offsets: vec![0],
            targets: Vec::new(),
            weights: Vec::new(),
            inside,
            strength,
            twice_all: self.twice_all,
            unit: self.unit,
        };
        let mut near = Near::new(parts);
        for p in 0..parts {
            for &v in &order[starts[p]..starts[p + 1]] {
                for (w, weight) in self.ties(v as usize) {
                    near.add(part[w], weight);
                }
            }
            // Met from both ends.
            graph.inside[p] += near.weights[p] / 2.0;
            for &q in near.found().iter().filter(|&&q| q as usize != p) {
                graph.targets.push(q);
                graph.weights.push(near.weights[q as usize]);
            }
            near.clear();
            graph.offsets.push(graph.targets.len());
        }
        graph
    }
}
