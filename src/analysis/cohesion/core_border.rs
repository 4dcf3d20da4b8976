//! The search for a core, without trying everybody before every move.

use std::cmp::Reverse;
use std::collections::BTreeSet;

/// Who stands nearest to the other side. Whether moving somebody helps follows from their contacts outside the core
/// alone: the more, the better for who comes in, and the fewer, the better for who goes out.
pub(super) struct CoreBorder {
    /// Per actor, their contacts outside the core.
    outside: Vec<usize>,
    /// Of the core, those with the fewest first.
    of_core: BTreeSet<(usize, usize)>,
    /// Of the others, those with the most first.
    of_rest: BTreeSet<(Reverse<usize>, usize)>,
}

impl CoreBorder {
    pub fn new(outside: Vec<usize>, is_core: &[bool]) -> Self {
        let of = |core: bool| (0..is_core.len()).filter(move |&v| is_core[v] == core);
        Self {
            of_core: of(true).map(|v| (outside[v], v)).collect(),
            of_rest: of(false).map(|v| (Reverse(outside[v]), v)).collect(),
            outside,
        }
    }

    /// Of either side whose move helps most, with their contacts outside the core.
    pub fn candidates(&self) -> impl Iterator<Item = (usize, usize)> {
        let out = self.of_core.first().map(|&(outside, v)| (v, outside));
        let inward = self.of_rest.first().map(|&(Reverse(outside), v)| (v, outside));
        out.into_iter().chain(inward)
    }

    pub fn cross(&mut self, v: usize, is_core: &mut [bool]) {
        self.remove(v, is_core);
        is_core[v] = !is_core[v];
        self.insert(v, is_core);
    }

    /// A contact of `w` came into the core, or left it.
    pub fn count(&mut self, w: usize, came_in: bool, is_core: &[bool]) {
        self.remove(w, is_core);
        let outside = &mut self.outside[w];
        *outside = if came_in { *outside - 1 } else { *outside + 1 };
        self.insert(w, is_core);
    }

    fn remove(&mut self, v: usize, is_core: &[bool]) {
        let outside = self.outside[v];
        if is_core[v] {
            self.of_core.remove(&(outside, v));
        } else {
            self.of_rest.remove(&(Reverse(outside), v));
        }
    }

    fn insert(&mut self, v: usize, is_core: &[bool]) {
        let outside = self.outside[v];
        if is_core[v] {
            self.of_core.insert((outside, v));
        } else {
            self.of_rest.insert((Reverse(outside), v));
        }
    }
}
