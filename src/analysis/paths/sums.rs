//! What one chunk of sources adds up, and how chunks are added together.

/// Figures of one source: the actors it reaches.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Departures {
    pub reached: u32,
    pub total: f64,
    pub inverse: f64,
    pub farthest: f64,
}

/// Figures of one target over all sources.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Arrivals {
    pub reached_by: u32,
    pub total: f64,
    pub inverse: f64,
}

/// Sums over the sources of one chunk.
pub(super) struct Sums {
    /// Betweenness over all pairs, then over the crossing pairs of each partition.
    pub nodes: Vec<Vec<f64>>,
    pub relations: Option<Vec<f64>>,
    /// By position of the source within the chunk.
    pub from: Vec<Departures>,
    /// By target; empty when undirected, where both directions are the same.
    pub to: Vec<Arrivals>,
}

impl Sums {
    pub fn new(n: usize, planes: usize, relations: Option<usize>, sources: usize, incoming: bool) -> Self {
        Self {
            nodes: vec![vec![0.0; n]; planes],
            relations: relations.map(|m| vec![0.0; m]),
            from: vec![Departures::default(); sources],
            to: vec![Arrivals::default(); if incoming { n } else { 0 }],
        }
    }

    #[inline(always)]
    pub fn keeps_incoming(&self) -> bool {
        !self.to.is_empty()
    }

    #[inline(always)]
    pub fn departures(&mut self, source_at: usize, reached: u32, distance: f64) {
        let from = &mut self.from[source_at];
        from.reached += reached;
        from.total += f64::from(reached) * distance;
        from.inverse += f64::from(reached) / distance;
    }

    /// All of one source at once: how many it reaches, and the sums of their distances and of the inverse.
    pub fn departed(&mut self, source_at: usize, reached: u32, total: f64, inverse: f64) {
        let from = &mut self.from[source_at];
        from.reached += reached;
        from.total += total;
        from.inverse += inverse;
    }

    #[inline(always)]
    pub fn farthest(&mut self, source_at: usize, distance: f64) {
        let from = &mut self.from[source_at];
        from.farthest = from.farthest.max(distance);
    }

    #[inline(always)]
    pub fn arrivals(&mut self, target: usize, sources: u32, distance: f64) {
        let to = &mut self.to[target];
        to.reached_by += sources;
        to.total += f64::from(sources) * distance;
        to.inverse += f64::from(sources) / distance;
    }

    /// Adds the next chunk. Always called in the order of the chunks, so that the result does not
    /// depend on which thread was ready first.
    pub fn append(&mut self, mut other: Self) {
        for (sum, part) in self.nodes.iter_mut().zip(&other.nodes) {
            add(sum, part);
        }
        if let (Some(sum), Some(part)) = (&mut self.relations, &other.relations) {
            add(sum, part);
        }
        self.from.append(&mut other.from);
        for (sum, part) in self.to.iter_mut().zip(&other.to) {
            sum.reached_by += part.reached_by;
            sum.total += part.total;
            sum.inverse += part.inverse;
        }
    }
}

fn add(sum: &mut [f64], part: &[f64]) {
    for (sum, part) in sum.iter_mut().zip(part) {
        *sum += part;
    }
}
