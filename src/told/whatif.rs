//! What an experiment changes, and figures side by side.

use crate::analysis::comparison::FigureChange;
use crate::analysis::measure;
use crate::analysis::whatif::{Difference, GroupPairs};
use crate::i18n::{Arg, MINUS, Message, Texts};
use crate::model::{ActorId, Constellation};

use super::dimension::dimension;
use super::measure::measure_name;
use super::numbers::figure;

/// Names in one sentence; more are counted.
const MOST_NAMES: usize = 8;

/// One line about parts or pairs of groups; a click lights up its actors.
#[derive(Debug, Clone, PartialEq)]
pub struct WhatIfLine {
    pub message: Message,
    pub actors: Vec<ActorId>,
}

/// One figure at two moments, as people read it.
#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    pub id: &'static str,
    pub name: String,
    pub before: String,
    pub after: String,
    /// With a sign; empty when nothing changes.
    pub change: String,
}

pub fn name_of(constellation: &Constellation, actor: ActorId) -> String {
    constellation
        .actor(actor)
        .map(|actor| actor.label.clone())
        .unwrap_or_default()
}

/// What falls apart or comes together, and which groups lose or find each other. `actors`: of every index in
/// the difference.
pub fn lines(constellation: &Constellation, actors: &[ActorId], difference: &Difference) -> Vec<WhatIfLine> {
    let mut lines = Vec::new();
    let ids = |part: &[u32]| -> Vec<ActorId> {
        let found = part.iter().filter_map(|at| actors.get(*at as usize));
        found.copied().collect()
    };
    let mut tell = |key: String, actors: Vec<ActorId>| {
        let message = Message::new(key)
            .with("names", names(constellation, &actors))
            .with("count", actors.len());
        lines.push(WhatIfLine { message, actors });
    };
    for (key, parts) in [
        ("whatif-loose", &difference.loose),
        ("whatif-joined", &difference.joined),
    ] {
        let (alone, together): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.len() == 1);
        let each = ids(&alone.into_iter().flatten().copied().collect::<Vec<_>>());
        if !each.is_empty() {
            tell(format!("{key}-each"), each);
        }
        for part in together {
            tell(key.to_owned(), ids(part));
        }
    }
    for one in &difference.dimensions {
        for (key, pairs) in [("whatif-lost", &one.lost), ("whatif-gained", &one.gained)] {
            lines.extend(pair_lines(key, &one.id, pairs));
        }
    }
    lines
}

fn pair_lines(key: &'static str, id: &str, pairs: &GroupPairs) -> Vec<WhatIfLine> {
    let line = |message| WhatIfLine {
        message,
        actors: Vec::new(),
    };
    let named = pairs.first.iter().map(|(a, b)| {
        Message::new(key)
            .with("dimension", dimension(id))
            .with("a", a.as_str())
            .with("b", b.as_str())
    });
    let rest = pairs.count.saturating_sub(pairs.first.len() as u64);
    let rest = (rest > 0).then(|| Message::new("whatif-more-pairs").with("count", rest));
    named.chain(rest).map(line).collect()
}

fn names(constellation: &Constellation, actors: &[ActorId]) -> Arg {
    let shown: Vec<String> = actors
        .iter()
        .take(MOST_NAMES)
        .map(|actor| name_of(constellation, *actor))
        .collect();
    let shown = shown.join(", ");
    match actors.len().saturating_sub(MOST_NAMES) {
        0 => shown.into(),
        rest => Message::new("whatif-and-more")
            .with("names", shown)
            .with("count", rest)
            .into(),
    }
}

/// Figures side by side, of networks with arrows or without.
pub fn figure_rows(texts: Texts, figures: &[FigureChange], has_arrows: bool) -> Vec<FigureRow> {
    figures
        .iter()
        .filter_map(|change| figure_row(texts, change, has_arrows))
        .collect()
}

fn figure_row(texts: Texts, change: &FigureChange, has_arrows: bool) -> Option<FigureRow> {
    let descriptor = measure::find(&change.id)?;
    let shown = |value: Option<f64>| {
        value.map_or_else(
            || texts.t("figure-undefined"),
            |value| figure(texts, descriptor.unit, value),
        )
    };
    let difference = change.difference().filter(|difference| difference.abs() > 1e-12);
    let text = difference.map(|difference| {
        let size = figure(texts, descriptor.unit, difference.abs());
        // Also before what is rounded to nothing: it did change.
        format!("{}{size}", if difference > 0.0 { '+' } else { MINUS })
    });
    Some(FigureRow {
        id: descriptor.id,
        name: measure_name(texts, descriptor, has_arrows),
        before: shown(change.before),
        after: shown(change.after),
        change: text.unwrap_or_default(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, Language};

    fn three() -> Constellation {
        let mut constellation = Constellation::new(Language::Nl);
        for id in 1..=3 {
            let actor = Actor::new(ActorId(id), &format!("a{id}"), &format!("Actor {id}"));
            constellation.actors.insert(actor.id, actor);
        }
        constellation
    }

    #[test]
    fn what_comes_loose_is_named_with_its_actors() {
        let difference = Difference {
            loose: vec![vec![1], vec![2]],
            ..Difference::default()
        };
        let found = lines(&three(), &[1, 2, 3].map(ActorId), &difference);
        assert_eq!(found.len(), 1);
        assert_eq!(
            found[0].message.text(Texts::new(Language::Nl)),
            "Komen ieder alleen te staan: Actor 2, Actor 3"
        );
        assert_eq!(found[0].actors, [ActorId(2), ActorId(3)]);
    }

    #[test]
    fn a_change_is_written_with_its_sign_and_none_with_nothing() {
        let change = |before, after| FigureChange {
            id: "density".to_owned(),
            before,
            after,
        };
        let figures = [
            change(Some(0.5), Some(0.25)),
            change(Some(0.5), Some(0.5)),
            change(None, Some(1.0)),
        ];
        let rows = figure_rows(Texts::new(Language::Nl), &figures, false);
        let changes: Vec<&str> = rows.iter().map(|row| row.change.as_str()).collect();
        assert_eq!(changes, ["−0,250", "", ""]);
        assert_eq!((rows[0].before.as_str(), rows[2].before.as_str()), ("0,500", "–"));
    }
}
