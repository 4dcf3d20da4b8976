//! What the panel of an experiment says, as data.

use std::sync::Arc;

use crate::analysis::comparison::FigureChange;
use crate::analysis::measure;
use crate::analysis::whatif::{Difference, RankMove};
use crate::i18n::Texts;
use crate::model::{ActorId, Constellation};
use crate::ui::dialogs::measures::number;
use crate::ui::state::WhatIf;

/// Names in one sentence; more are counted.
const MOST_NAMES: usize = 8;
/// Risers, and fallers, in sight.
const MOST_MOVES: usize = 5;
/// Pairs of groups named one by one.
const MOST_PAIRS: usize = 8;

/// The answer to an experiment.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    pub of: WhatIf,
    /// Actor of every index in the difference.
    pub actors: Arc<[ActorId]>,
    pub difference: Arc<Difference>,
    /// The measure of the risers and fallers.
    pub ranked_by: &'static str,
    /// Whether the kind of the relation counts in the figures at all.
    pub kind_counts: bool,
}

impl Outcome {
    pub fn actor(&self, at: u32) -> Option<ActorId> {
        self.actors.get(at as usize).copied()
    }

    /// Actors of the parts that come loose, or that come to hang together with the rest.
    pub fn marked(&self) -> Vec<ActorId> {
        let parts = self.difference.loose.iter().chain(&self.difference.joined);
        parts.flatten().filter_map(|at| self.actor(*at)).collect()
    }
}

/// One line about parts or pairs of groups; a click lights up its actors.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    pub actors: Vec<ActorId>,
}

#[derive(Debug, Clone, PartialEq)]
pub struct FigureRow {
    pub id: &'static str,
    pub name: String,
    pub before: String,
    pub after: String,
    /// With a sign; empty when nothing changes.
    pub change: String,
}

/// A riser or faller.
#[derive(Debug, Clone, PartialEq)]
pub struct MoveRow {
    pub actor: ActorId,
    pub name: String,
    pub text: String,
}

pub fn name_of(constellation: &Constellation, actor: ActorId) -> String {
    constellation
        .actor(actor)
        .map(|actor| actor.label.clone())
        .unwrap_or_default()
}

/// What falls apart or comes together, and which groups lose or find each other.
pub fn lines(texts: Texts, constellation: &Constellation, outcome: &Outcome) -> Vec<Line> {
    let difference = &outcome.difference;
    let mut lines = Vec::new();
    for (key, parts) in [
        ("whatif-loose", &difference.loose),
        ("whatif-joined", &difference.joined),
    ] {
        let (alone, together): (Vec<_>, Vec<_>) = parts.iter().partition(|part| part.len() == 1);
        let each: Vec<ActorId> = alone
            .into_iter()
            .flatten()
            .filter_map(|at| outcome.actor(*at))
            .collect();
        if !each.is_empty() {
            let values = [
                ("names", names(texts, constellation, &each).into()),
                ("count", each.len().into()),
            ];
            lines.push(Line {
                text: texts.with(&format!("{key}-each"), &values),
                actors: each,
            });
        }
        for part in together {
            let actors: Vec<ActorId> = part.iter().filter_map(|at| outcome.actor(*at)).collect();
            let values = [
                ("names", names(texts, constellation, &actors).into()),
                ("count", actors.len().into()),
            ];
            lines.push(Line {
                text: texts.with(key, &values),
                actors,
            });
        }
    }
    for dimension in &difference.dimensions {
        for (key, pairs) in [
            ("whatif-lost", &dimension.lost),
            ("whatif-gained", &dimension.gained),
        ] {
            for (a, b) in pairs.iter().take(MOST_PAIRS) {
                let values = [
                    ("dimension", dimension_name(texts, &dimension.id).into()),
                    ("a", a.clone().into()),
                    ("b", b.clone().into()),
                ];
                lines.push(Line {
                    text: texts.with(key, &values),
                    actors: Vec::new(),
                });
            }
            if pairs.len() > MOST_PAIRS {
                let rest = pairs.len() - MOST_PAIRS;
                lines.push(Line {
                    text: texts.with("whatif-more-pairs", &[("count", rest.into())]),
                    actors: Vec::new(),
                });
            }
        }
    }
    lines
}

/// Attributes of a file have no name of ours.
pub fn dimension_name(texts: Texts, id: &str) -> String {
    let known = ["sector", "level", "domain", "region", "organisation", "community"];
    if known.contains(&id) {
        texts.t(&format!("dimension-{id}"))
    } else {
        id.to_owned()
    }
}

fn names(texts: Texts, constellation: &Constellation, actors: &[ActorId]) -> String {
    let shown: Vec<String> = actors
        .iter()
        .take(MOST_NAMES)
        .map(|actor| name_of(constellation, *actor))
        .collect();
    let shown = shown.join(", ");
    match actors.len().saturating_sub(MOST_NAMES) {
        0 => shown,
        rest => texts.with(
            "whatif-and-more",
            &[("names", shown.into()), ("count", rest.into())],
        ),
    }
}

/// Figures side by side, as people read them.
pub fn figure_rows(texts: Texts, figures: &[FigureChange]) -> Vec<FigureRow> {
    figures
        .iter()
        .filter_map(|change| figure_row(texts, change))
        .collect()
}

fn figure_row(texts: Texts, change: &FigureChange) -> Option<FigureRow> {
    let descriptor = measure::find(&change.id)?;
    let shown = |value: Option<f64>| {
        value.map_or_else(
            || texts.t("figure-undefined"),
            |value| number(texts, descriptor.unit, value),
        )
    };
    let difference = change.difference().filter(|difference| difference.abs() > 1e-12);
    let text = difference.map(|difference| {
        let size = number(texts, descriptor.unit, difference.abs());
        format!("{}{size}", if difference > 0.0 { "+" } else { "−" })
    });
    Some(FigureRow {
        id: descriptor.id,
        name: texts.t(&descriptor.text_key()),
        before: shown(change.before),
        after: shown(change.after),
        change: text.unwrap_or_default(),
    })
}

/// Risers and fallers, the furthest first.
pub fn move_rows(texts: Texts, constellation: &Constellation, outcome: &Outcome) -> [Vec<MoveRow>; 2] {
    let row = |one: &RankMove| {
        let actor = outcome.actor(one.actor)?;
        let values = [("before", one.before.into()), ("after", one.after.into())];
        Some(MoveRow {
            actor,
            name: name_of(constellation, actor),
            text: texts.with("whatif-places", &values),
        })
    };
    let difference = &outcome.difference;
    [
        difference.risers(MOST_MOVES).filter_map(row).collect(),
        difference.fallers(MOST_MOVES).filter_map(row).collect(),
    ]
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
        let outcome = Outcome {
            of: WhatIf::Without(Some(ActorId(1))),
            actors: [1, 2, 3].map(ActorId).into(),
            difference: Arc::new(Difference {
                loose: vec![vec![1], vec![2]],
                ..Difference::default()
            }),
            ranked_by: "betweenness",
            kind_counts: true,
        };
        let found = lines(Texts::new(Language::Nl), &three(), &outcome);
        assert_eq!(found.len(), 1);
        assert!(found[0].text.contains("Actor 2, Actor 3"), "{}", found[0].text);
        assert_eq!(found[0].actors, [ActorId(2), ActorId(3)]);
        assert_eq!(outcome.marked(), [ActorId(2), ActorId(3)]);
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
        let rows = figure_rows(Texts::new(Language::Nl), &figures);
        let changes: Vec<&str> = rows.iter().map(|row| row.change.as_str()).collect();
        assert_eq!(changes, ["−0,25", "", ""]);
        assert_eq!((rows[0].before.as_str(), rows[2].before.as_str()), ("0,5", "–"));
    }
}
