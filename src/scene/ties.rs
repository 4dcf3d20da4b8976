//! Relations as ties: width, colour, line and lane.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::build::SceneInput;
use super::colour::legible_line;
use super::{Highlight, Palette, Tie};
use crate::model::{ActorId, Direction, LineStyle, Relation, RelationKind, RelationKindId, Rgb};

/// What all ties of one kind share.
struct KindLook {
    order: usize,
    colour: Rgb,
    line: LineStyle,
    is_negative: bool,
    description: Arc<str>,
}

/// The relations between pieces, parallel ones in lanes of their own.
pub(super) fn ties(input: SceneInput<'_>, by_actor: &BTreeMap<ActorId, usize>) -> Vec<Tie> {
    let constellation = input.constellation;
    let looks: HashMap<&RelationKindId, KindLook> = constellation
        .vocabulary
        .relation_kinds
        .iter()
        .enumerate()
        .map(|(order, kind)| (&kind.id, kind_look(kind, order, input.palette)))
        .collect();
    let unknown = KindLook {
        order: usize::MAX,
        colour: input.palette.unknown,
        line: LineStyle::Solid,
        is_negative: false,
        description: "".into(),
    };
    // Not only of what is shown: a filter should not make the other ties thicker.
    let heaviest = constellation
        .relations
        .values()
        .map(|relation| relation.weight)
        .fold(0.0, f64::max);
    let mut ties: Vec<Tie> = constellation
        .relations
        .values()
        .filter(|relation| input.filters.shows_relation(relation))
        .filter_map(|relation| {
            let from = *by_actor.get(&relation.source)?;
            let to = *by_actor.get(&relation.target)?;
            let look = looks.get(&relation.kind).unwrap_or(&unknown);
            Some(Tie {
                relation: relation.id,
                from,
                to,
                width: width(relation.weight, heaviest),
                colour: look.colour,
                line: look.line,
                is_negative: look.is_negative,
                arrow_at_from: relation.direction == Direction::Mutual,
                arrow_at_to: relation.direction != Direction::Undirected,
                status: relation.status,
                assumed: !relation.verified,
                // Until the lanes are given out, what they are ordered by.
                lane: look.order as f32,
                loop_index: 0,
                description: Arc::clone(&look.description),
                is_bridge: input.appearance.marks.bridges.contains(&relation.id),
                dimmed: input.highlight.is_some_and(|lit| is_dimmed(relation, lit)),
            })
        })
        .collect();
    assign_lanes(&mut ties);
    ties
}

fn kind_look(kind: &RelationKind, order: usize, palette: &Palette) -> KindLook {
    KindLook {
        order,
        colour: legible_line(kind.colour, palette),
        line: kind.line,
        is_negative: kind.is_negative,
        description: crate::i18n::shown(&kind.label).as_ref().into(),
    }
}

/// A highlight that names no relations lights those between its actors.
fn is_dimmed(relation: &Relation, lit: &Highlight) -> bool {
    if lit.is_empty() {
        return false;
    }
    if lit.relations.is_empty() {
        return !(lit.actors.contains(&relation.source) && lit.actors.contains(&relation.target));
    }
    !lit.relations.contains(&relation.id)
}

/// Width of a tie in board units: the root of the weight, which the eye takes as its strength. Where the
/// weights are no small numbers (amounts, percentages) they are first brought into a common range.
pub(super) fn width(weight: f64, heaviest: f64) -> f32 {
    const COUNTED: f64 = 16.0;
    let weight = if heaviest > COUNTED {
        COUNTED * (1.0 + weight).ln() / (1.0 + heaviest).ln()
    } else {
        weight
    };
    (2.0 * weight.max(0.0).sqrt()).clamp(1.0, 8.0) as f32
}

/// Fans the ties of one pair out around the straight line between them, each direction to its own right
/// hand, as traffic does; and counts the loops of each piece.
fn assign_lanes(ties: &mut [Tie]) {
    let pair = |tie: &Tie| (tie.from.min(tie.to), tie.from.max(tie.to));
    let mut order: Vec<usize> = (0..ties.len()).collect();
    let side = |tie: &Tie| match (tie.arrow_at_from, tie.arrow_at_to) {
        (false, true) if tie.from < tie.to => 1i8,
        (false, true) => -1,
        _ => 0,
    };
    order.sort_by(|&a, &b| {
        let (a, b) = (&ties[a], &ties[b]);
        pair(a)
            .cmp(&pair(b))
            .then(side(a).cmp(&side(b)))
            .then(a.lane.total_cmp(&b.lane))
            .then(a.relation.cmp(&b.relation))
    });
    let mut start = 0;
    while start < order.len() {
        let of_pair = pair(&ties[order[start]]);
        let rest = &order[start..];
        let count = rest.iter().take_while(|&&at| pair(&ties[at]) == of_pair).count();
        for (place, &at) in rest[..count].iter().enumerate() {
            let tie = &mut ties[at];
            if tie.is_loop() {
                tie.loop_index = place as u32;
                tie.lane = 0.0;
            } else {
                tie.lane = place as f32 - (count - 1) as f32 / 2.0;
            }
        }
        start += count;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn width_grows_with_weight_and_stays_within_bounds() {
        for heaviest in [5.0, 1e6] {
            let widths: Vec<f32> = [0.001, 1.0, 2.0, 5.0]
                .map(|weight| width(weight, heaviest))
                .to_vec();
            assert!(widths.is_sorted(), "{widths:?}");
            assert!(widths[0] >= 1.0 && width(heaviest, heaviest) <= 8.0);
        }
        assert!(width(5.0, 5.0) > 2.0 * width(1.0, 5.0) - 0.1);
    }
}
