//! What figures are computed from, counted as everywhere else in the program.

use crate::analysis::snapshot::{LeftOut, Snapshot};
use crate::i18n::Message;
use crate::model::Constellation;

/// How many actors and relations count; of how many, where some do not.
pub fn basis(constellation: &Constellation, snapshot: &Snapshot) -> Message {
    of(
        (snapshot.network.n, constellation.actors.len()),
        (snapshot.relations_counted(), constellation.relations.len()),
    )
}

/// Those that count, of how many there are.
pub(super) fn of(actors: (usize, usize), relations: (usize, usize)) -> Message {
    let counted = |key: &'static str, some: &'static str, count: usize, all: usize| {
        let key = if count == all { key } else { some };
        Message::new(key).with("count", count).with("all", all)
    };
    Message::new("analysis-basis")
        .with(
            "actors",
            counted("status-actors", "basis-actors-some", actors.0, actors.1),
        )
        .with(
            "relations",
            counted(
                "status-relations",
                "basis-relations-some",
                relations.0,
                relations.1,
            ),
        )
}

/// Which relations do not count, each once: together all that are left out.
pub fn left_out(found: &LeftOut) -> Vec<Message> {
    let reasons = [
        ("left-out-ended", found.ended),
        ("left-out-wished", found.wished),
        ("left-out-of-kind", found.of_kind),
        ("left-out-loops", found.loops),
        ("left-out-hidden", found.hidden),
    ];
    let reasons = reasons.into_iter().filter(|(_, count)| *count > 0);
    reasons
        .map(|(key, count)| Message::new(key).with("count", count))
        .collect()
}

/// The same as one sentence; `None` when all relations count.
pub fn not_counted(snapshot: &Snapshot) -> Option<Message> {
    let mut reasons = left_out(&snapshot.left_out).into_iter().rev();
    let last = reasons.next()?;
    let all = reasons.fold(last, |rest, first| {
        Message::new("left-out-both")
            .with("first", first)
            .with("rest", rest)
    });
    Some(Message::new("left-out").with("reasons", all))
}

/// Why the network has another number of arrows or lines than there are relations; `None` when they are equal.
pub fn arrows(snapshot: &Snapshot) -> Option<Message> {
    counted_as(
        snapshot.relations_counted(),
        snapshot.network.m(),
        snapshot.network.directed,
    )
}

pub(super) fn counted_as(relations: usize, pairs: usize, has_arrows: bool) -> Option<Message> {
    let key = if has_arrows {
        "analysis-arrows"
    } else {
        "analysis-lines"
    };
    (relations != pairs).then(|| {
        Message::new(key)
            .with("relations", relations)
            .with("pairs", pairs)
    })
}
