//! Where nobody bridges anything, an order of candidates would say something all the same: that everybody is first.

use crate::analysis::live::Live;
use crate::analysis::spanners::Component;
use crate::i18n::Message;

/// Why no candidate connects anything in any dimension; `None` when one does, or when there are no candidates.
pub fn nothing_bridged(live: &Live) -> Option<Message> {
    let candidates = &live.ranks.actors;
    let has_any = |actor: u32| {
        live.figures.iter().any(|figures| {
            let value = |component| figures.of(component).at(actor as usize);
            let mut values = Component::ALL.into_iter().filter_map(value);
            values.any(|value| value > 0.0)
        })
    };
    if candidates.is_empty() || candidates.iter().any(|&actor| has_any(actor)) {
        return None;
    }
    let snapshot = &live.snapshot;
    let has_banks = snapshot
        .dimensions
        .iter()
        .any(|one| one.partition.groups.len() > 1);
    Some(Message::new(if !has_banks {
        "spanners-nothing-one-group"
    } else if snapshot.network.pairs.is_empty() {
        "spanners-nothing-related"
    } else {
        "spanners-nothing-between"
    }))
}
