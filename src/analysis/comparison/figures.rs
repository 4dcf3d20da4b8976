//! Rank risers and fallers, and the figures of both networks side by side.

use std::collections::HashMap;

use crate::analysis::Values;
use crate::analysis::spanners::rank_values;

/// An actor in both networks, with its place in each.
#[derive(Debug, Clone, PartialEq)]
pub struct RankChange {
    pub id: String,
    /// Place among the actors of both networks; ties share one.
    pub rank_before: u32,
    pub rank_after: u32,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

impl RankChange {
    /// Places risen; negative when fallen.
    pub fn risen(&self) -> i64 {
        i64::from(self.rank_before) - i64::from(self.rank_after)
    }
}

/// How the actors that are in both networks changed places by one measure, the highest riser first
/// (equal ones by id).
///
/// # Conventions
/// Ranked among the common actors alone: who comes or goes moves nobody. The highest value is place 1,
/// ties (to 1e-10) share a place, an undefined value ranks as 0. Values are in the order of the ids.
///
/// # Complexity
/// O(n log n).
///
/// ```
/// use netwerkopstelling::analysis::comparison::rank_changes;
/// let ids = |ids: &[&str]| ids.iter().map(|id| id.to_string()).collect::<Vec<_>>();
/// let changes = rank_changes(
///     (&ids(&["a", "b", "gone"]), &[3.0, 1.0, 9.0].map(Some).into_iter().collect()),
///     (&ids(&["b", "a", "new"]), &[5.0, 3.0, 9.0].map(Some).into_iter().collect()),
/// );
/// assert_eq!((changes[0].id.as_str(), changes[0].risen()), ("b", 1));
/// assert_eq!((changes[1].id.as_str(), changes[1].risen()), ("a", -1));
/// ```
pub fn rank_changes(before: (&[String], &Values), after: (&[String], &Values)) -> Vec<RankChange> {
    let later: HashMap<&str, Option<f64>> = after.0.iter().map(String::as_str).zip(after.1.iter()).collect();
    let common: Vec<(&str, Option<f64>, Option<f64>)> = before
        .0
        .iter()
        .zip(before.1.iter())
        .filter_map(|(id, value)| later.get(id.as_str()).map(|&after| (id.as_str(), value, after)))
        .collect();
    let ranks_before = rank_values(common.iter().map(|&(_, before, _)| before));
    let ranks_after = rank_values(common.iter().map(|&(_, _, after)| after));
    let mut changes: Vec<RankChange> = common
        .into_iter()
        .zip(ranks_before.into_iter().zip(ranks_after))
        .map(|((id, before, after), (rank_before, rank_after))| RankChange {
            id: id.to_owned(),
            rank_before,
            rank_after,
            before,
            after,
        })
        .collect();
    changes.sort_by(|a, b| b.risen().cmp(&a.risen()).then_with(|| a.id.cmp(&b.id)));
    changes
}

/// One figure of both networks.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureChange {
    pub id: String,
    pub before: Option<f64>,
    pub after: Option<f64>,
}

impl FigureChange {
    /// `None` when one of the two is not defined.
    pub fn difference(&self) -> Option<f64> {
        Some(self.after? - self.before?)
    }
}

/// The figures side by side, in the order of the first network; those only in the second come last.
pub fn figure_changes(before: &[(&str, Option<f64>)], after: &[(&str, Option<f64>)]) -> Vec<FigureChange> {
    let value = |figures: &[(&str, Option<f64>)], id: &str| {
        figures
            .iter()
            .find(|(own, _)| *own == id)
            .and_then(|(_, value)| *value)
    };
    let only_after = after
        .iter()
        .filter(|(id, _)| before.iter().all(|(own, _)| own != id));
    before
        .iter()
        .chain(only_after)
        .map(|&(id, _)| FigureChange {
            id: id.to_owned(),
            before: value(before, id),
            after: value(after, id),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_of_either_network_are_listed_once() {
        let changes = figure_changes(
            &[("density", Some(0.5)), ("diameter", None)],
            &[("diameter", Some(3.0)), ("ei", Some(0.1))],
        );
        let ids: Vec<&str> = changes.iter().map(|change| change.id.as_str()).collect();
        assert_eq!(ids, ["density", "diameter", "ei"]);
        assert_eq!(changes[1].difference(), None);
        assert_eq!(changes[1].after, Some(3.0));
    }
}
