//! The way back of a relation that counts both ways, as our export for NetworkX writes it.

use std::collections::HashMap;

use serde_json::Value;

use super::dto::EdgeDto;
use super::row::ReadRow;
use super::vocabulary::Words;
use super::words::DirectionDto;

/// What a marked way back is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mirror {
    /// The same relation once more.
    Equal,
    /// Somebody changed one of the two: they are two relations now.
    Differs,
}

/// Where in the list ways back stand, and relations of which the way back differs.
pub(super) fn find(rows: &[ReadRow<EdgeDto>], words: &Words) -> HashMap<usize, Mirror> {
    let mirror_of = |edge: &EdgeDto| {
        edge.extra
            .get("mirror_of")
            .and_then(Value::as_str)
            .map(str::to_owned)
    };
    let marked: Vec<(usize, String)> = rows
        .iter()
        .enumerate()
        .filter_map(|(at, row)| Some((at, mirror_of(&row.value)?)))
        .collect();
    if marked.is_empty() {
        return HashMap::new();
    }
    let mut place_of: HashMap<&str, usize> = HashMap::new();
    for (at, row) in rows.iter().enumerate() {
        place_of.entry(row.value.key.as_str()).or_insert(at);
    }
    let mut found = HashMap::new();
    // A relation has one way back; a second with the same mark is one of its own.
    let mut has_mirror = HashMap::new();
    for (at, key) in &marked {
        let there = place_of.get(key.as_str()).copied().filter(|there| there != at);
        let Some(there) = there.filter(|there| mirror_of(&rows[*there].value).is_none()) else {
            continue;
        };
        let is_equal = are_equal(&rows[there].value, &rows[*at].value, words);
        if is_equal && !has_mirror.contains_key(&there) {
            has_mirror.insert(there, ());
            found.insert(*at, Mirror::Equal);
        } else if has_ends_swapped(&rows[there].value, &rows[*at].value) && !has_mirror.contains_key(&there) {
            found.insert(*at, Mirror::Differs);
            found.insert(there, Mirror::Differs);
        }
    }
    found
}

fn has_ends_swapped(there: &EdgeDto, back: &EdgeDto) -> bool {
    there.source == back.target && there.target == back.source
}

fn are_equal(there: &EdgeDto, back: &EdgeDto, words: &Words) -> bool {
    let counts_both_ways = |edge: &EdgeDto| {
        let of_kind = || words.direction_of(&edge.kind);
        edge.direction.unwrap_or_else(|| of_kind().into()) != DirectionDto::Directed
    };
    let without_mark = |edge: &EdgeDto| {
        let mut extra = edge.extra.clone();
        extra.shift_remove("mirror_of");
        extra
    };
    has_ends_swapped(there, back)
        && counts_both_ways(there)
        && there.direction == back.direction
        && there.kind == back.kind
        && there.weight == back.weight
        && there.status == back.status
        && there.verified == back.verified
        && there.motive == back.motive
        && there.note == back.note
        && without_mark(there) == without_mark(back)
}
