//! What every single actor's leaving would change.

use super::collect::Collect;
use super::{Request, Skipped};
use crate::analysis::whatif::leave;
use crate::analysis::{Cancelled, Control};

const OF_LEAVING: [&str; 4] = [
    "leave_eff_after",
    "leave_eff_rest_before",
    "leave_eff_loss",
    "leave_pairs_lost",
];

/// Units of progress.
pub(super) fn units(request: &Request<'_>) -> u64 {
    let is_computed = request.wanted.wants_any(&OF_LEAVING) && request.network.n <= leave::MOST_ACTORS;
    if is_computed {
        leave::units(request.network)
    } else {
        0
    }
}

pub(super) fn put(collect: &mut Collect<'_>, control: &Control) -> Result<(), Cancelled> {
    if !collect.wants_any(&OF_LEAVING) {
        return Ok(());
    }
    let network = collect.network();
    if network.n > leave::MOST_ACTORS {
        let most = leave::MOST_ACTORS;
        collect.skip(&OF_LEAVING, Skipped::TooManyActors { most });
        return Ok(());
    }
    let left = leave::leave_all(network, control)?;
    let [after, before, loss, pairs] = OF_LEAVING;
    collect.put(after, left.iter().map(|leave| leave.eff_after));
    collect.put(before, left.iter().map(|leave| leave.eff_rest_before));
    collect.put(loss, left.iter().map(|leave| leave.eff_loss));
    collect.put(pairs, left.iter().map(|leave| Some(leave.pairs_lost as f64)));
    Ok(())
}
