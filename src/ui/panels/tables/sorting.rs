//! What rows are sorted by.

use crate::ui::panels::order::{SortKey, sort_key};

/// Which column the rows follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sorting {
    /// Place among the columns of the table.
    pub column: usize,
    pub is_descending: bool,
}

/// What a column is sorted by; what is not known comes last.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum SortValue {
    Number(f64),
    Text(SortKey),
    Unknown,
}

impl SortValue {
    pub(super) fn text(text: &str) -> Self {
        if text.is_empty() {
            Self::Unknown
        } else {
            Self::Text(sort_key(text))
        }
    }

    pub(super) fn rank(place: Option<usize>) -> Self {
        place.map_or(Self::Unknown, |place| Self::Number(place as f64))
    }

    pub(super) fn order(&self, other: &Self) -> std::cmp::Ordering {
        match (self, other) {
            (Self::Number(one), Self::Number(two)) => one.total_cmp(two),
            (Self::Text(one), Self::Text(two)) => one.cmp(two),
            (one, two) => one.class().cmp(&two.class()),
        }
    }

    fn class(&self) -> u8 {
        match self {
            Self::Number(_) => 0,
            Self::Text(_) => 1,
            Self::Unknown => 2,
        }
    }
}
