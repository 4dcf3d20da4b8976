//! How sure a candidate's place is, in sentences: counts and shares with the key of their sentence, the
//! same beside the board and on the command line.

use super::dimension::dimension;
use super::numbers::{percent, probability};
use crate::analysis::spanners::{DimensionFigures, Evidence, Load, RankTable, Stability, Thinned};
use crate::i18n::Message;

/// What was varied to see whether a place holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Varied {
    Weightings,
    Unverified,
}

/// How often a candidate was in the top.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sureness {
    pub varied: Varied,
    pub share: f64,
    pub top: u32,
    pub runs: u32,
}

impl Sureness {
    /// Of one actor; `None` when it is no candidate.
    pub fn of(varied: Varied, stability: &Stability, ranks: &RankTable, actor: u32) -> Option<Self> {
        Some(Self {
            varied,
            share: stability.share_of(ranks, actor)?,
            top: stability.top,
            runs: stability.runs,
        })
    }

    /// The sentence, in words that fit the share.
    pub fn message(&self) -> Message {
        let level = match self.share {
            share if share >= 1.0 => "always",
            share if share >= 0.9 => "mostly",
            share if share >= 0.66 => "often",
            share if share >= 0.33 => "sometimes",
            share if share > 0.0 => "seldom",
            _ => "never",
        };
        let stem = match self.varied {
            Varied::Weightings => "certainty-weightings",
            Varied::Unverified => "certainty-unverified",
        };
        Message::new(format!("{stem}-{level}"))
            .with("top", self.top)
            .with("percent", percent(self.share, 0))
            .with("runs", self.runs)
    }
}

/// Why no relation was left out to see whether places hold; `None` when that was done.
pub fn why_not_thinned(thinned: &Thinned) -> Option<Message> {
    let key = match thinned {
        Thinned::AllVerified => "certainty-all-verified",
        Thinned::TooLarge => "certainty-too-large",
        Thinned::Tables(_) => return None,
    };
    Some(Message::new(key))
}

/// Mediation in one dimension beside what chance would give.
#[derive(Debug, Clone, PartialEq)]
pub struct MediationRow {
    pub dimension: String,
    pub observed: f64,
    pub by_chance: f64,
    pub p: f64,
}

/// Below this a position is said to stand out.
const STANDS_OUT: f64 = 0.05;

impl MediationRow {
    pub fn message(&self) -> Message {
        let key = if self.p < STANDS_OUT {
            "certainty-mediation-striking"
        } else {
            "certainty-mediation-chance"
        };
        // With a decimal where whole percents would say nothing.
        let percent = |share: f64| percent(share, usize::from(share < 0.1));
        Message::new(key)
            .with("dimension", dimension(&self.dimension))
            .with("observed", percent(self.observed))
            .with("chance", percent(self.by_chance))
            .with("p", probability(self.p))
    }
}

/// The dimensions in which an actor mediates, the most striking first. `figures`: those of the evidence.
pub fn mediation_rows(figures: &[DimensionFigures], evidence: &Evidence, actor: usize) -> Vec<MediationRow> {
    let mut rows: Vec<MediationRow> = figures
        .iter()
        .zip(&evidence.mediation)
        .filter_map(|(figures, tests)| {
            let test = (*tests.get(actor)?)?;
            (test.observed > 0.0).then(|| MediationRow {
                dimension: figures.id.clone(),
                observed: test.observed,
                by_chance: test.mean,
                p: test.p_high,
            })
        })
        .collect();
    rows.sort_by(|a, b| a.p.total_cmp(&b.p));
    rows
}

/// The load of an actor beside that of all others.
pub fn load_message(load: &[Load], actor: usize) -> Message {
    let own = load[actor];
    let lighter = load.iter().filter(|other| other.ties < own.ties).count();
    let others = load.len().saturating_sub(1);
    let key = match lighter {
        0 => "certainty-load-least",
        lighter if lighter == others => "certainty-load-most",
        _ => "certainty-load-middle",
    };
    let compared = Message::new(key).with("lighter", lighter).with("others", others);
    Message::new("certainty-load-text")
        .with("ties", own.ties)
        .with("tables", own.tables)
        .with("compared", compared)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_has_most_and_who_has_fewest_contacts_is_told_so() {
        let load: Vec<Load> = [3, 1, 2].map(|ties| Load { ties, tables: 0 }).into();
        let compared = |actor| match &load_message(&load, actor).args[2].1 {
            crate::i18n::Arg::Phrase(message) => message.key.clone(),
            other => panic!("{other:?}"),
        };
        assert_eq!(compared(0), "certainty-load-most");
        assert_eq!(compared(1), "certainty-load-least");
        assert_eq!(compared(2), "certainty-load-middle");
    }
}
