//! Every variant of every sentence, in both languages: a new one does not compile until it is listed here.

use std::collections::BTreeSet;

use super::*;
use crate::analysis::NetworkError;
use crate::analysis::brokerage::Role;
use crate::analysis::snapshot::{NamedPartition, Snapshot};
use crate::analysis::spanners::{Load, MissingLink, MissingRelation, Reached, Reason, ReasonKind, RoleTold};
use crate::analysis::{Network, Partition};
use crate::edit::EditError;
use crate::i18n::{Message, Texts};
use crate::model::{ActorId, AgreementId, Language, NoteId, RelationId};

/// No key, no gap, and not one language for both.
fn assert_told(messages: &[Message]) {
    for message in messages {
        let [dutch, english] = [Language::Nl, Language::En].map(|it| message.text(Texts::new(it)));
        assert_ne!(dutch, english, "{message:?}");
        for (text, language) in [(&dutch, "dutch"), (&english, "english")] {
            assert_eq!(foreign_words(text, language), [""; 0], "{text}");
        }
        for text in [dutch, english] {
            let words = text.split(' ').count();
            assert!(words > 1 && !text.contains(['{', '}']), "{text}");
            assert!(!text.contains(&*message.key), "no text: {text}");
        }
    }
}

/// Words of the other language in a text, whatever it was made of.
fn foreign_words(text: &str, language: &str) -> Vec<String> {
    let lines = include_str!("../../tests/foreign-words.txt").lines();
    let of_other = lines.filter(|line| !line.starts_with(language));
    let foreign: Vec<&str> = of_other.flat_map(str::split_whitespace).skip(1).collect();
    let words = text.split(|sign: char| !sign.is_alphanumeric());
    let words = words.map(str::to_lowercase);
    words.filter(|word| foreign.contains(&word.as_str())).collect()
}

#[test]
fn whatever_the_system_refuses_is_told_without_its_own_words() {
    use std::io::Error;
    let other = Error::other("the file could not be opened because of this");
    // As the system numbers them: what has no kind of its own too.
    let by_number = (1..140).map(Error::from_raw_os_error);
    for error in by_number.chain([other]) {
        for said in [system_refused(&error), system_refused_and_what_to_do(&error)] {
            for (language, name) in [(Language::Nl, "dutch"), (Language::En, "english")] {
                let text = said.text(Texts::new(language));
                assert_eq!(foreign_words(&text, name), [""; 0], "{error:?}: {text}");
            }
        }
    }
}

/// Checks that all variants, numbered by a match over them, are listed.
fn assert_all(numbers: impl IntoIterator<Item = usize>, count: usize) {
    let found: BTreeSet<usize> = numbers.into_iter().collect();
    assert_eq!(found, (0..count).collect(), "a variant is missing in the test");
}

#[test]
fn every_reason_is_told_in_both_languages() {
    let number = |kind: &ReasonKind| match kind {
        ReasonKind::Connects { .. } => 0,
        ReasonKind::LastLink { .. } => 1,
        ReasonKind::Role(_) => 2,
        ReasonKind::Passage { .. } => 3,
        ReasonKind::Informal { .. } => 4,
        ReasonKind::Load { .. } => 5,
    };
    let mut kinds = Vec::new();
    for dimension in [
        "sector",
        "level",
        "domain",
        "region",
        "organisation",
        "community",
        "veld",
    ] {
        let dimension = || dimension.to_owned();
        for are_others in [false, true] {
            let reached = |groups| Reached {
                dimension: dimension(),
                groups,
                are_others,
            };
            kinds.push(ReasonKind::Connects {
                reached: [1, 2, 3].map(reached).into(),
            });
        }
        kinds.extend([2, 3].map(|connected| ReasonKind::LastLink {
            dimension: dimension(),
            lost: 2,
            connected,
        }));
        kinds.extend([false, true].map(|of_connected| ReasonKind::Passage {
            shares: vec![(dimension(), 0.12), (dimension(), 0.006), (dimension(), 0.999)],
            of_connected,
        }));
        for role in Role::ALL.into_iter().filter(|&role| role != Role::Coordinator) {
            for (group, both_ways) in [(None, false), (Some("x"), false), (Some("x"), true)] {
                let may_have = role != Role::Liaison;
                let must_have = may_have && role != Role::Consultant;
                if group.is_some() && !may_have || group.is_none() && must_have {
                    continue;
                }
                kinds.extend([4.0, 8.5].map(|in_all| {
                    ReasonKind::Role(RoleTold {
                        dimension: dimension(),
                        role,
                        both_ways,
                        group: group.map(str::to_owned),
                        times: 4.0,
                        in_all,
                    })
                }));
            }
        }
    }
    kinds.extend([2, 7].map(|relations| ReasonKind::Informal {
        informal: 2,
        relations,
    }));
    kinds.extend([0, 1, 3].map(|tables| ReasonKind::Load { ties: 3, tables }));
    assert_all(kinds.iter().map(number), 6);
    let reasons = kinds.into_iter().map(|kind| Reason {
        kind,
        actors: Vec::new(),
        pairs: Vec::new(),
    });
    let messages: Vec<Message> = reasons.map(|one| reason(&one)).collect();
    assert_told(&messages);
}

#[test]
fn every_refused_edit_is_told_in_both_languages() {
    let number = |error: &EditError| match error {
        EditError::NoSuchActor(_) => 0,
        EditError::NoSuchRelation(_) => 1,
        EditError::NoSuchNote(_) => 2,
        EditError::ActorInUse(_) => 3,
        EditError::RelationInUse(_) => 4,
        EditError::MissingEnd(_) => 5,
        EditError::BadWeight(_) => 6,
        EditError::BadNumber => 7,
        EditError::BadWord(_) => 8,
        EditError::BadKey(_) => 9,
        EditError::BadId(_) => 10,
        EditError::NothingToDo => 11,
        EditError::Misfit { .. } => 12,
        EditError::NoSuchAttribute(_) => 13,
        EditError::NamesAreHidden => 14,
        EditError::NoSuchAgreement(_) => 15,
    };
    let errors = [
        EditError::NoSuchActor(ActorId(1)),
        EditError::NoSuchRelation(RelationId(1)),
        EditError::NoSuchNote(NoteId(1)),
        EditError::ActorInUse(ActorId(1)),
        EditError::RelationInUse(RelationId(1)),
        EditError::MissingEnd(ActorId(1)),
        EditError::BadWeight(-1.0),
        EditError::BadNumber,
        EditError::BadWord(String::new()),
        EditError::BadWord("gemeente".to_owned()),
        EditError::BadKey("a".to_owned()),
        EditError::BadId(7),
        EditError::NothingToDo,
        EditError::Misfit {
            attribute: "fte".to_owned(),
            value: "\"veel\"".to_owned(),
        },
        EditError::NoSuchAttribute("fte".to_owned()),
        EditError::NamesAreHidden,
        EditError::NoSuchAgreement(AgreementId(1)),
    ];
    assert_all(errors.iter().map(number), 16);
    let messages: Vec<Message> = errors.iter().map(edit_refused).collect();
    assert_told(&messages);
}

#[test]
fn every_network_that_cannot_be_analysed_is_told_in_both_languages() {
    let number = |error: &NetworkError| match error {
        NetworkError::NoSuchNode { .. } => 0,
        NetworkError::WeightNotFinite { .. } => 1,
        NetworkError::TooLarge => 2,
    };
    let errors = [
        NetworkError::NoSuchNode { link: 1, node: 9 },
        NetworkError::WeightNotFinite {
            link: 1,
            weight: f64::NAN,
        },
        NetworkError::TooLarge,
    ];
    assert_all(errors.iter().map(number), 3);
    let mut messages: Vec<Message> = errors.iter().map(network_refused).collect();
    messages.push(cancelled());
    assert_told(&messages);
}

#[test]
fn every_certainty_is_told_in_both_languages() {
    let mut messages = Vec::new();
    for varied in [Varied::Weightings, Varied::Unverified] {
        for share in [0.0, 0.004, 0.1, 0.5, 0.7, 0.95, 1.0] {
            messages.extend([1, 5].map(|top| {
                let sureness = Sureness {
                    varied,
                    share,
                    top,
                    runs: 1000,
                };
                sureness.message()
            }));
        }
    }
    messages.extend([0.001, 0.3].map(|p| {
        let row = MediationRow {
            dimension: "sector".to_owned(),
            observed: 0.31,
            by_chance: 0.04,
            p,
        };
        row.message()
    }));
    let load: Vec<Load> = [3, 1, 2].map(|ties| Load { ties, tables: 1 }).into();
    messages.extend([0, 1, 2].map(|actor| load_message(&load, actor)));
    assert_told(&messages);
}

#[test]
fn every_team_and_missing_link_is_told_in_both_languages() {
    let mut messages = Vec::new();
    for (unreached, is_proven) in [(Vec::new(), true), (vec!["x".to_owned()], false)] {
        let team = TeamData {
            members: vec![TeamMember {
                at: 0,
                adds: vec!["y".to_owned()],
            }],
            reached: 3,
            unreached,
            is_proven,
        };
        messages.push(team.lead());
        messages.extend(team.remarks());
        messages.push(team.members[0].message());
    }
    for directed in [false, true] {
        let groups = vec!["Kop".to_owned(), "Zaan".to_owned()];
        let snapshot = Snapshot::of_network(
            Network::from_links(2, directed, &[]).unwrap(),
            vec![false; 2],
            vec![NamedPartition {
                id: "region".to_owned(),
                partition: Partition::single(groups, &[Some(0), Some(1)]),
            }],
        );
        let link = |ties| MissingLink {
            a: 0,
            b: 1,
            ties,
            expected: 4.5,
        };
        let links = [0.0, 1.5, 2.0].map(link);
        for most in [2, 3] {
            let missing = missing_pairs(&snapshot, 0, &links, most);
            messages.extend(
                missing
                    .links
                    .into_iter()
                    .map(|(_, message)| message)
                    .chain(missing.remark),
            );
        }
    }
    messages.extend([(0, 3), (3, 3), (1, 3)].map(|(connected, shortened)| {
        new_relation(&MissingRelation {
            a: 0,
            b: 1,
            gain: 0.1,
            shortened,
            connected,
        })
    }));
    assert_told(&messages);
}
