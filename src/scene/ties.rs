//! Relations as ties: width, colour, line and lane.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::build::SceneInput;
use super::colour::legible_line;
use super::{Highlight, Palette, Tie};
use crate::model::{ActorId, Direction, LineStyle, Relation, RelationId, RelationKind, RelationKindId, Rgb};
use crate::numeric;

/// What all ties of one kind share.
struct KindLook {
    order: usize,
    colour: Rgb,
    line: LineStyle,
    is_negative: bool,
    description: Arc<str>,
}

/// The ties of a scene.
pub(super) struct SceneTies {
    pub ties: Vec<Tie>,
    /// Which of the vocabulary's kinds of relations they are of, in its order: looked up once, for ties and legend.
    pub has_kind: Vec<bool>,
}

/// The relations between pieces, parallel ones in lanes of their own.
pub(super) fn ties(input: SceneInput<'_>, by_actor: &BTreeMap<ActorId, usize>) -> SceneTies {
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
    // Both ends of every relation are looked up: in a list that goes several times faster than in the tree.
    let (actors, places): (Vec<ActorId>, Vec<usize>) = by_actor.iter().unzip();
    let place_of = |actor| actors.binary_search(&actor).ok().map(|at| places[at]);
    let mut has_kind = vec![false; constellation.vocabulary.relation_kinds.len()];
    let shown = constellation
        .relations
        .values()
        .filter(|relation| input.filters.shows_relation(relation))
        .filter_map(|relation| {
            let from = place_of(relation.source)?;
            let to = place_of(relation.target)?;
            let look = looks.get(&relation.kind).unwrap_or(&unknown);
            if let Some(has) = has_kind.get_mut(look.order) {
                *has = true;
            }
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
        });
    // Grown step by step, megabytes would be copied at every step.
    let mut ties = Vec::with_capacity(constellation.relations.len());
    ties.extend(shown);
    assign_lanes(&mut ties);
    SceneTies { ties, has_kind }
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
        COUNTED * numeric::ln(1.0 + weight) / numeric::ln(1.0 + heaviest)
    } else {
        weight
    };
    (2.0 * weight.max(0.0).sqrt()).clamp(1.0, 8.0) as f32
}

/// What a tie is sorted by for its lane: its pair, its direction there, its kind, its relation.
type LaneKey = (u32, u32, i8, u32, RelationId);

fn lane_key(tie: &Tie) -> LaneKey {
    let side = match (tie.arrow_at_from, tie.arrow_at_to) {
        (false, true) if tie.from < tie.to => 1,
        (false, true) => -1,
        _ => 0,
    };
    let (low, high) = (tie.from.min(tie.to), tie.from.max(tie.to));
    (low as u32, high as u32, side, tie.lane as u32, tie.relation)
}

/// As many steps as the ties of one pair are fanned out over, and as many sizes as loops of one piece have. More of them
/// come closer together: thousands would leave the board, and no hand could point at one of them.
const MOST_LANES: usize = 24;

/// Fans the ties of one pair out around the straight line between them, each direction to its own right
/// hand, as traffic does; and counts the loops of each piece.
fn assign_lanes(ties: &mut [Tie]) {
    let order = in_order_of_lanes(ties);
    for of_pair in order.chunk_by(|(a, _), (b, _)| (a.0, a.1) == (b.0, b.1)) {
        let between = of_pair.len() - 1;
        let step = MOST_LANES as f32 / between.max(MOST_LANES) as f32;
        for (place, &(_, at)) in of_pair.iter().enumerate() {
            let tie = &mut ties[at];
            if tie.is_loop() {
                tie.loop_index = place.min(MOST_LANES) as u32;
                tie.lane = 0.0;
            } else {
                tie.lane = (place as f32 - between as f32 / 2.0) * step;
            }
        }
    }
}

/// The places of the ties by what they are sorted by. A tie is large and is compared many times: what it is sorted
/// by is gathered once, piece by piece, after which only the few ties of one piece are sorted.
fn in_order_of_lanes(ties: &[Tie]) -> Vec<(LaneKey, usize)> {
    let low = |tie: &Tie| tie.from.min(tie.to);
    let mut starts = vec![0; ties.iter().map(low).max().map_or(0, |most| most + 2)];
    for tie in ties {
        starts[low(tie) + 1] += 1;
    }
    for at in 1..starts.len() {
        starts[at] += starts[at - 1];
    }
    let mut order = vec![((0, 0, 0, 0, RelationId(0)), 0); ties.len()];
    for (at, tie) in ties.iter().enumerate() {
        let next = &mut starts[low(tie)];
        order[*next] = (lane_key(tie), at);
        *next += 1;
    }
    for of_piece in order.chunk_by_mut(|(a, _), (b, _)| a.0 == b.0) {
        of_piece.sort_unstable();
    }
    order
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

    #[test]
    fn weights_up_to_sixteen_are_taken_as_they_are_and_with_a_heavier_one_as_shares_of_it() {
        assert_eq!(
            [1.0, 4.0, 9.0, 16.0].map(|weight| width(weight, 16.0)),
            [2.0, 4.0, 6.0, 8.0]
        );
        let beside_a_heavier = width(4.0, 16.5);
        assert!(beside_a_heavier > 5.5, "{beside_a_heavier}");
    }
}
