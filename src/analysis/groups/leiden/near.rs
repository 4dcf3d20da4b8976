//! What a node is tied to, community by community, and the draw between them.

use crate::analysis::random::Random;
use crate::numeric::exp;

/// The communities beside a node, and how much binds the node to each.
pub(super) struct Near {
    /// By community; 0 for those that are not near.
    pub weights: Vec<f64>,
    /// `list[..count]`, in the order in which they were met.
    list: Vec<u32>,
    count: usize,
}

impl Near {
    pub fn new(communities: usize) -> Self {
        Self {
            weights: vec![0.0; communities],
            list: vec![0; communities + 1],
            count: 0,
        }
    }

    /// No jump: whether a community is new is hard to foresee.
    #[inline(always)]
    pub fn add(&mut self, community: u32, weight: f64) {
        self.add_if(true, community, weight);
    }

    #[inline(always)]
    pub fn add_if(&mut self, counts: bool, community: u32, weight: f64) {
        let known = &mut self.weights[community as usize];
        self.list[self.count] = community;
        self.count += usize::from(counts & (*known == 0.0));
        *known += if counts { weight } else { 0.0 };
    }

    pub fn found(&self) -> &[u32] {
        &self.list[..self.count]
    }

    pub fn clear(&mut self) {
        for &community in &self.list[..self.count] {
            self.weights[community as usize] = 0.0;
        }
        self.count = 0;
    }
}

/// One of the choices, with chance proportional to e to the power of its score.
pub(super) fn choose(choices: &[(u32, f64)], random: &mut Random) -> Option<u32> {
    if let [] | [_] = choices {
        return choices.first().map(|&(choice, _)| choice);
    }
    let most = choices
        .iter()
        .map(|&(_, score)| score)
        .fold(f64::NEG_INFINITY, f64::max);
    let all: f64 = choices.iter().map(|&(_, score)| exp(score - most)).sum();
    let mut left = random.unit() * all;
    for &(choice, score) in choices {
        left -= exp(score - most);
        if left < 0.0 {
            return Some(choice);
        }
    }
    choices.last().map(|&(choice, _)| choice)
}
