//! Why somebody is a candidate for bridge builder, as part of a sentence: "Hoorn: verbindt 3 sectoren".

use super::certainty::whole_percent;
use super::dimension::{count_of, group_of, groups_of};
use crate::analysis::brokerage::Role;
use crate::analysis::spanners::{Reason, ReasonKind};
use crate::i18n::Message;

/// What a reason says.
pub fn reason(reason: &Reason) -> Message {
    match &reason.kind {
        ReasonKind::Connects { groups } => {
            let counts = groups
                .iter()
                .map(|(dimension, count)| count_of(dimension, *count));
            Message::new("reason-connects").with("groups", counts.collect::<Vec<_>>())
        }
        ReasonKind::LastLink {
            dimension,
            lost,
            connected,
            ..
        } => Message::new(if lost == connected {
            "reason-last-link-all"
        } else {
            "reason-last-link"
        })
        .with("lost", *lost)
        .with("connected", *connected)
        .with("groups", groups_of(dimension)),
        ReasonKind::Role {
            dimension,
            role,
            group,
            times,
            directed,
        } => {
            let key = match (role, group) {
                (Role::Gatekeeper | Role::Representative, _) if !directed => "reason-gate".to_owned(),
                (Role::Consultant, None) => "reason-consultant-several".to_owned(),
                _ => format!("reason-{}", role.id()),
            };
            let message = Message::new(key)
                .with("times", *times)
                .with("groups", groups_of(dimension));
            match group {
                Some(group) => message.with("group", group_of(dimension, group)),
                None => message,
            }
        }
        ReasonKind::Passage { shares } => {
            let share = |(at, (dimension, percent)): (usize, &(String, u32))| {
                Message::new(if at == 0 {
                    "reason-passage-first"
                } else {
                    "reason-passage-next"
                })
                .with("percent", *percent)
                .with("groups", groups_of(dimension))
            };
            let shares: Vec<Message> = shares.iter().enumerate().map(share).collect();
            Message::new("reason-passage").with("shares", shares)
        }
        ReasonKind::Informal { informal, relations } => Message::new(if informal == relations {
            "reason-informal-all"
        } else {
            "reason-informal"
        })
        .with("informal", *informal)
        .with("relations", *relations)
        .with(
            "percent",
            whole_percent(f64::from(*informal) / f64::from(*relations)),
        ),
        ReasonKind::Load { ties, tables } => Message::new(match *tables {
            0 => "reason-load-ties",
            tables if tables == *ties => "reason-load-all",
            _ => "reason-load",
        })
        .with("ties", *ties)
        .with("tables", *tables),
    }
}
