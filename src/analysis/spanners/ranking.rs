//! One order out of many figures: the weighted mean of ranks.

use rayon::prelude::*;

use crate::analysis::{Partition, Values};

use super::figures::{Component, DimensionFigures};

/// Weight of every dimension and of every component, 0 or more; a cell weighs their product.
#[derive(Debug, Clone, PartialEq)]
pub struct SpannerWeights {
    /// In the order of the dimensions.
    pub dimensions: Vec<f64>,
    /// In the order of [`Component::ALL`].
    pub components: [f64; 4],
}

impl SpannerWeights {
    pub fn equal(dimensions: usize) -> Self {
        Self {
            dimensions: vec![1.0; dimensions],
            components: [1.0; 4],
        }
    }

    /// One weight per cell, dimension by dimension. Weights that are no number or negative count as 0.
    pub fn cells(&self) -> Vec<f64> {
        let usable = |weight: f64| if weight.is_finite() { weight.max(0.0) } else { 0.0 };
        self.dimensions
            .iter()
            .flat_map(|&dimension| {
                self.components
                    .map(|component| usable(dimension) * usable(component))
            })
            .collect()
    }
}

/// The rank of every candidate in every (dimension x component).
#[derive(Debug, Clone, PartialEq)]
pub struct RankTable {
    /// Actors that can be a candidate, ascending.
    pub actors: Vec<u32>,
    /// Cell by cell (dimension, then component), ranks in the order of `actors`. 0: no candidate in this
    /// network, though it is in the one that is varied.
    pub cells: Vec<Vec<u32>>,
}

/// Two values this close, relatively, are the same: they were added up in another order.
const SAME: f64 = 1e-10;

/// Rank 1 is the highest value; ties share a rank: 1 + the number of higher values. An undefined value
/// is no evidence of connecting anything, so it ranks as 0: right where 0 is the lowest value, as for the
/// components of a candidate. For any other figure see [`places`]. O(n log n).
///
/// ```
/// use netwerkopstelling::analysis::spanners::rank_values;
/// assert_eq!(rank_values([Some(0.5), None, Some(0.9), Some(0.5), Some(0.0)]), vec![2, 4, 1, 2, 4]);
/// ```
pub fn rank_values(values: impl IntoIterator<Item = Option<f64>>) -> Vec<u32> {
    let values = values.into_iter().map(|value| value.unwrap_or(0.0));
    ranks_descending(&values.collect::<Vec<_>>())
}

/// As [`rank_values`], among those that have a value: the others have no place. O(n log n).
///
/// ```
/// use netwerkopstelling::analysis::spanners::places;
/// assert_eq!(places([Some(-0.5), None, Some(0.9)]), vec![Some(2), None, Some(1)]);
/// ```
pub fn places(values: impl IntoIterator<Item = Option<f64>>) -> Vec<Option<u32>> {
    let values: Vec<Option<f64>> = values.into_iter().collect();
    let mut ranks = ranks_descending(&values.iter().copied().flatten().collect::<Vec<_>>()).into_iter();
    values
        .iter()
        .map(|value| value.and_then(|_| ranks.next()))
        .collect()
}

fn ranks_descending(values: &[f64]) -> Vec<u32> {
    let mut order: Vec<usize> = (0..values.len()).collect();
    order.sort_by(|&a, &b| values[b].total_cmp(&values[a]));
    let mut ranks = vec![0; values.len()];
    let mut leader = 0;
    for (at, &actor) in order.iter().enumerate() {
        let (first, here) = (values[order[leader]], values[actor]);
        if first - here > SAME * first.abs().max(here.abs()) {
            leader = at;
        }
        ranks[actor] = u32::try_from(leader + 1).expect("below 2^31");
    }
    ranks
}

impl RankTable {
    /// Ranks among the actors that `may_be_candidate`.
    pub fn new(figures: &[DimensionFigures], may_be_candidate: &[bool]) -> Self {
        Self::among(figures, may_be_candidate, |_| true)
    }

    /// Ranks among those of the candidates that are `here`.
    pub(super) fn among(
        figures: &[DimensionFigures],
        may_be_candidate: &[bool],
        here: impl Fn(u32) -> bool + Sync,
    ) -> Self {
        let actors: Vec<u32> = (0u32..)
            .zip(may_be_candidate)
            .filter(|&(_, &may)| may)
            .map(|(actor, _)| actor)
            .collect();
        let is_here: Vec<bool> = actors.iter().map(|&actor| here(actor)).collect();
        let of_cells: Vec<&Values> = figures
            .iter()
            .flat_map(|dimension| Component::ALL.map(|component| dimension.of(component)))
            .collect();
        let ranks_of = |values: &Values| {
            let present = actors.iter().zip(&is_here).filter(|&(_, &here)| here);
            let mut ranks = rank_values(present.map(|(&actor, _)| values.at(actor as usize))).into_iter();
            let mut rank = |&here: &bool| if here { ranks.next().unwrap_or(0) } else { 0 };
            is_here.iter().map(&mut rank).collect()
        };
        let cells = of_cells.into_par_iter().map(ranks_of).collect();
        Self { actors, cells }
    }

    /// Whether a candidate, by its place in `actors`, is one in this network.
    pub(super) fn is_here(&self, at: usize) -> bool {
        self.cells.first().is_none_or(|ranks| ranks[at] > 0)
    }

    /// Weighted mean of the ranks per candidate, in the order of `actors`; 1 for all when every weight
    /// is 0.
    pub fn mean_ranks(&self, cell_weights: &[f64]) -> Vec<f64> {
        assert_eq!(cell_weights.len(), self.cells.len(), "one weight per cell");
        let all: f64 = cell_weights.iter().sum();
        if all <= 0.0 {
            return vec![1.0; self.actors.len()];
        }
        let mut means = vec![0.0; self.actors.len()];
        for (ranks, &weight) in self.cells.iter().zip(cell_weights) {
            let weight = weight / all;
            for (mean, &rank) in means.iter_mut().zip(ranks) {
                *mean += weight * f64::from(rank);
            }
        }
        means
    }

    /// The place of every candidate in the whole order, in the order of `actors`; ties share one.
    pub fn places(&self, cell_weights: &[f64]) -> Vec<u32> {
        let low_is_good: Vec<f64> = self.mean_ranks(cell_weights).iter().map(|mean| -mean).collect();
        ranks_descending(&low_is_good)
    }
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq)]
pub struct Candidate {
    pub actor: u32,
    /// Place in the order, 1 is first; ties share a place.
    pub rank: u32,
    pub mean_rank: f64,
    /// Rank per cell: dimension by dimension, in the order of [`Component::ALL`].
    pub cell_ranks: Vec<u32>,
}

/// The candidates in order, the best first; equal candidates by actor index.
#[derive(Debug, Clone, PartialEq)]
pub struct Ranking {
    pub candidates: Vec<Candidate>,
}

impl Ranking {
    /// Orders the candidates by the weighted mean of their ranks over (dimension x component).
    ///
    /// # Measures
    /// `spanner_mean_rank`.
    ///
    /// # Definition
    /// Rank 1 is the highest value of a component in a dimension; ties share a rank. An undefined value (no
    /// group in a dimension, no pair of groups to hold together) ranks as 0, beside those who connect nothing
    /// there: what is not known counts neither for nor against an actor. Ranks, not values, are averaged: the
    /// components have different scales, and one extreme value must not outweigh everything else. Span is
    /// the weighted one, `participation_w`; the other three components are without weights.
    ///
    /// # Weight
    /// Of a relation: in span only. Of a (dimension x component): the product of both weights, equal by
    /// default.
    ///
    /// # Networks
    /// Directed, undirected, parallel, loops, disconnected: as the components, [`Component`].
    ///
    /// # Normalisation
    /// By the sum of the weights.
    ///
    /// # Range
    /// 1 to the number of candidates.
    ///
    /// # Errors
    /// None.
    ///
    /// # Complexity
    /// O(cells * n + n log n): cheap enough to follow a slider.
    ///
    /// # Source
    /// This program; no DOI. Brokerage in several roles at once: M. Hamilton, J. Hileman & O. Bodin (2020),
    /// doi:10.1016/j.socnet.2019.08.002.
    ///
    /// ```
    /// use netwerkopstelling::analysis::spanners::{RankTable, Ranking, SpannerWeights};
    /// let cells = vec![vec![1, 2, 3], vec![2, 1, 3], vec![1, 2, 3], vec![1, 2, 3]];
    /// let table = RankTable { actors: vec![0, 1, 2], cells };
    /// let ranking = Ranking::new(&table, &SpannerWeights::equal(1));
    /// let places: Vec<(u32, f64)> = ranking.candidates.iter().map(|one| (one.actor, one.mean_rank)).collect();
    /// assert_eq!(places, [(0, 1.25), (1, 1.75), (2, 3.0)]);
    /// ```
    pub fn new(table: &RankTable, weights: &SpannerWeights) -> Self {
        let cells = weights.cells();
        let means = table.mean_ranks(&cells);
        let places = table.places(&cells);
        let mut candidates: Vec<Candidate> = table
            .actors
            .iter()
            .enumerate()
            .map(|(at, &actor)| Candidate {
                actor,
                rank: places[at],
                mean_rank: means[at],
                cell_ranks: table.cells.iter().map(|ranks| ranks[at]).collect(),
            })
            .collect();
        candidates.sort_by_key(|candidate| (candidate.rank, candidate.actor));
        Self { candidates }
    }

    pub fn of(&self, actor: u32) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.actor == actor)
    }
}

/// The best-placed candidates among the members of every group of a dimension.
///
/// # Measures
/// `spanner_best`.
///
/// # Definition
/// Of each group the candidate with the best place in the ranking; several when they share it, none in a
/// group without candidates.
///
/// # Weight
/// As the ranking.
///
/// # Networks
/// Directed, undirected, parallel, loops, disconnected: as the ranking. An actor with several groups can be
/// the best of each.
///
/// # Normalisation
/// None.
///
/// # Range
/// Places 1 to the number of candidates.
///
/// # Errors
/// None.
///
/// # Complexity
/// O(candidates * groups of one actor).
///
/// # Source
/// This program; no DOI. One bridge builder per sub-region: Lysias (2025), *Krachtig Noord-Holland Noord*,
/// ch. 3F.
///
/// ```
/// use netwerkopstelling::analysis::Partition;
/// use netwerkopstelling::analysis::spanners::{RankTable, Ranking, SpannerWeights, best_per_group};
/// let table = RankTable { actors: vec![0, 1, 2], cells: vec![vec![2, 1, 3]; 4] };
/// let ranking = Ranking::new(&table, &SpannerWeights::equal(1));
/// let groups = Partition::single(vec!["x".into(), "y".into()], &[0, 0, 1].map(Some));
/// assert_eq!(best_per_group(&ranking, &groups), [vec![1], vec![2]]);
/// ```
pub fn best_per_group(ranking: &Ranking, partition: &Partition) -> Vec<Vec<u32>> {
    let mut best: Vec<Vec<u32>> = vec![Vec::new(); partition.groups.len()];
    let mut place = vec![0; partition.groups.len()];
    for candidate in &ranking.candidates {
        for &group in partition.of(candidate.actor as usize) {
            let group = group as usize;
            if best[group].is_empty() || place[group] == candidate.rank {
                place[group] = candidate.rank;
                best[group].push(candidate.actor);
            }
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(cells: &[&[u32]]) -> RankTable {
        RankTable {
            actors: (0..u32::try_from(cells[0].len()).unwrap()).collect(),
            cells: cells.iter().map(|ranks| ranks.to_vec()).collect(),
        }
    }

    #[test]
    fn sums_that_differ_by_rounding_share_a_rank() {
        assert_eq!(rank_values([0.1 + 0.2, 0.3, 0.1].map(Some)), vec![1, 1, 3]);
    }

    #[test]
    fn a_heavier_component_decides() {
        let table = table(&[&[1, 2], &[2, 1], &[1, 1], &[1, 1]]);
        let mut weights = SpannerWeights::equal(1);
        assert_eq!(table.places(&weights.cells()), vec![1, 1]);
        weights.components = [1.0, 3.0, 1.0, 1.0];
        assert_eq!(table.places(&weights.cells()), vec![2, 1]);
        assert_eq!(Ranking::new(&table, &weights).candidates[0].actor, 1);
    }

    #[test]
    fn without_any_usable_weight_everybody_is_equal() {
        let table = table(&[&[1, 2], &[2, 1], &[1, 2], &[1, 2]]);
        let mut weights = SpannerWeights::equal(1);
        weights.dimensions[0] = f64::NAN;
        assert_eq!(table.places(&weights.cells()), vec![1, 1]);
    }

    #[test]
    fn every_group_gets_its_own_best_candidate() {
        let candidate = |actor: u32| Candidate {
            actor,
            rank: actor + 1,
            mean_rank: f64::from(actor + 1),
            cell_ranks: vec![],
        };
        let ranking = Ranking {
            candidates: (0..4).map(candidate).collect(),
        };
        let names = ["a", "b", "c"].map(str::to_owned).to_vec();
        let partition = Partition::single(names, &[None, Some(1), Some(1), Some(0)]);
        assert_eq!(
            best_per_group(&ranking, &partition),
            vec![vec![3], vec![1], vec![]]
        );
    }
}
