//! One name for everything that is counted: relations, the arrows or pairs they make, and their weight.

use super::numbers::DECIMALS;
use crate::i18n::{Arg, Message};

/// What a figure about ties counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counted {
    /// In a network with directions; one each way where a relation goes both ways.
    Arrows,
    /// Of actors with at least one relation.
    Pairs,
    WeightOfArrows,
    WeightOfPairs,
}

impl Counted {
    pub fn new(is_directed: bool, by_weight: bool) -> Self {
        match (is_directed, by_weight) {
            (true, false) => Self::Arrows,
            (false, false) => Self::Pairs,
            (true, true) => Self::WeightOfArrows,
            (false, true) => Self::WeightOfPairs,
        }
    }

    /// What it is called as the head of a column.
    pub fn name(self) -> Message {
        Message::new(match self {
            Self::Arrows => "counted-name-arrows",
            Self::Pairs => "counted-name-pairs",
            Self::WeightOfArrows | Self::WeightOfPairs => "counted-name-weight",
        })
    }

    /// How it is counted, beside relations.
    pub fn how(self) -> Message {
        Message::new(match self {
            Self::Arrows => "counted-how-arrows",
            Self::Pairs => "counted-how-pairs",
            Self::WeightOfArrows => "counted-how-weight-arrows",
            Self::WeightOfPairs => "counted-how-weight-pairs",
        })
    }
}

/// A number of these; fractions too, where an actor is in several groups.
pub fn counted(what: Counted, count: f64) -> Message {
    let key = match what {
        Counted::Arrows => "counted-arrows",
        Counted::Pairs => "counted-pairs",
        Counted::WeightOfArrows | Counted::WeightOfPairs => "counted-weight",
    };
    let is_one_or_more = count >= 0.0 && count == count.round() && count < 1e15;
    let count = if is_one_or_more {
        Arg::Number(count as u64)
    } else {
        Arg::decimal(count, if key == "counted-weight" { DECIMALS } else { 1 })
    };
    Message::new(key).with("count", count)
}

/// A figure inside a sentence, as exact as in a table.
pub fn score(value: f64) -> Arg {
    Arg::fixed(value, DECIMALS)
}
