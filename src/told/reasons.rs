//! Why somebody is a candidate for bridge builder, as part of a sentence: "Hoorn: heeft contacten in 3 andere
//! sectoren".

use super::dimension::{count_of, group_of, groups_of, others_of};
use super::numbers::percent;
use crate::analysis::brokerage::Role;
use crate::analysis::spanners::{Reached, Reason, ReasonKind, RoleTold};
use crate::i18n::{Arg, Message};

/// What a reason says.
pub fn reason(reason: &Reason) -> Message {
    match &reason.kind {
        ReasonKind::Connects { reached } => {
            let count = |one: &Reached| {
                let count = if one.are_others { others_of } else { count_of };
                count(&one.dimension, one.groups)
            };
            let groups: Vec<Message> = reached.iter().map(count).collect();
            Message::new("reason-connects").with("groups", groups)
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
        ReasonKind::Role(told) => role(told),
        ReasonKind::Passage { shares, of_connected } => passage(shares, *of_connected),
        ReasonKind::Informal { informal, relations } => Message::new(if informal == relations {
            "reason-informal-all"
        } else {
            "reason-informal"
        })
        .with("informal", *informal)
        .with("relations", *relations)
        .with(
            "percent",
            percent(f64::from(*informal) / f64::from(*relations), 0),
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

fn role(told: &RoleTold) -> Message {
    let key = match (told.role, &told.group) {
        (Role::Gatekeeper | Role::Representative, _) if told.both_ways => "reason-gate".to_owned(),
        (Role::Consultant, None) => "reason-consultant-several".to_owned(),
        (role, _) => format!("reason-{}", role.id()),
    };
    let number = |times: f64| Arg::decimal(times, 1);
    let is_all = (told.in_all - told.times).abs() < 0.05;
    let times = Message::new(if is_all { "reason-times" } else { "reason-times-of" })
        .with("times", number(told.times))
        .with("all", number(told.in_all))
        .with("groups", groups_of(&told.dimension));
    let message = Message::new(key)
        .with("times", times)
        .with("groups", groups_of(&told.dimension));
    match &told.group {
        Some(group) => message.with("group", group_of(&told.dimension, group)),
        None => message,
    }
}

fn passage(shares: &[(String, f64)], of_connected: bool) -> Message {
    let share = |(at, (dimension, share)): (usize, &(String, f64))| {
        Message::new(match (at, of_connected) {
            (0, true) => "reason-passage-first",
            (0, false) => "reason-passage-first-of-all",
            _ => "reason-passage-next",
        })
        .with("percent", percent(*share, 0))
        .with("groups", groups_of(dimension))
    };
    let shares: Vec<Message> = shares.iter().enumerate().map(share).collect();
    Message::new("reason-passage").with("shares", shares)
}
