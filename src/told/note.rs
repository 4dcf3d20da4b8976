//! What only a note says: who and what is in it, and what is not.

use crate::analysis::spanners::SpannerWeights;
use crate::i18n::{Arg, Message};

/// A fact about the whole with what it is: "Datum: 2026-11".
pub fn fact(key: &'static str, value: &str) -> Message {
    Message::new("note-fact")
        .with("name", Message::new(key))
        .with("value", value)
}

/// How many of one kind or group there are, as a heading.
pub fn counted(name: impl Into<Arg>, count: usize) -> Message {
    Message::new("note-counted")
        .with("name", name)
        .with("count", count)
}

/// What is known of the relations of one kind, or of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct RelationCounts {
    pub all: usize,
    /// Nobody has checked them.
    pub assumed: usize,
    pub wished: usize,
    pub ended: usize,
}

/// How many are checked, and how many are not there now; the latter only where there are any.
pub fn relations(counts: RelationCounts) -> Vec<Message> {
    let key = match counts.assumed {
        0 => "note-relations-checked",
        assumed if assumed == counts.all => "note-relations-assumed",
        _ => "note-relations-some",
    };
    let checked = Message::new(key)
        .with("count", counts.all)
        .with(
            "relations",
            Message::new("status-relations").with("count", counts.all),
        )
        .with("assumed", counts.assumed);
    let others = [
        ("note-relations-wished", counts.wished),
        ("note-relations-ended", counts.ended),
    ];
    let others = others.into_iter().filter(|(_, count)| *count > 0);
    let others = others.map(|(key, count)| Message::new(key).with("count", count));
    std::iter::once(checked).chain(others).collect()
}

/// That a list is longer than what is told of it.
pub fn more_rows(count: usize) -> Option<Message> {
    (count > 0).then(|| Message::new("note-more-rows").with("count", count))
}

/// How much is on the picture.
pub fn picture(actors: usize, relations: usize) -> Message {
    Message::new("note-picture")
        .with("actors", Message::new("status-actors").with("count", actors))
        .with(
            "relations",
            Message::new("status-relations").with("count", relations),
        )
}

/// Names in one sentence; more are counted.
const MOST_NAMED: usize = 60;

fn word(text: &str) -> Message {
    Message::new("note-word").with("text", text)
}

/// Names in a row, as many as people read.
pub fn names(names: &[String]) -> Message {
    Message::new("note-names").with("names", list(names))
}

fn list(names: &[String]) -> Vec<Message> {
    let (first, rest) = names.split_at(names.len().min(MOST_NAMED));
    let mut told: Vec<Message> = first.iter().map(|name| word(name)).collect();
    if !rest.is_empty() {
        told.push(Message::new("note-others").with("count", rest.len()));
    }
    told
}

/// How many actors the filters hide, and how many relations.
pub fn hidden(actors: usize, relations: usize) -> Message {
    Message::new("note-hidden")
        .with("actors", Message::new("status-actors").with("count", actors))
        .with(
            "relations",
            Message::new("status-relations").with("count", relations),
        )
}

/// What a filter leaves out: words of one list.
pub fn left_out(list: impl Into<Arg>, words: &[String]) -> Message {
    let told: Vec<Message> = words.iter().map(|name| word(name)).collect();
    Message::new("note-left-out")
        .with("list", list)
        .with("words", told)
}

/// A bound of a filter: `below` or above which something is left out.
pub fn bound(of: impl Into<Arg>, value: f64, is_least: bool) -> Message {
    let key = if is_least { "note-below" } else { "note-above" };
    Message::new(key)
        .with("of", of)
        .with("value", Arg::decimal(value, 6))
}

/// Which program made it.
pub fn program(version: &str) -> Message {
    Message::new("note-program").with("version", version)
}

/// By what the candidates are ordered.
pub fn weighing(weights: &SpannerWeights) -> Message {
    let mut all = weights.dimensions.iter().chain(&weights.components);
    let first = all.next().copied();
    let are_equal = all.all(|weight| Some(*weight) == first);
    Message::new(if are_equal {
        "note-weights-equal"
    } else {
        "note-weights-own"
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn text(message: &Message) -> [String; 2] {
        [Language::Nl, Language::En].map(|language| message.text(Texts::new(language)))
    }

    fn all(messages: &[Message]) -> [String; 2] {
        [0, 1].map(|at| {
            let sentences: Vec<String> = messages.iter().map(|one| text(one)[at].clone()).collect();
            sentences.join(" ")
        })
    }

    #[test]
    fn relations_are_told_with_what_nobody_checked() {
        let counts = |all, assumed, wished, ended| RelationCounts {
            all,
            assumed,
            wished,
            ended,
        };
        assert_eq!(
            all(&relations(counts(54, 12, 3, 1))),
            [
                "54 relaties, waarvan 12 aangenomen en niet nagegaan. 3 zijn gewenst en bestaan nog niet. 1 is \
                 vervallen.",
                "54 relations, of which 12 are assumed and not checked. 3 are wished for and do not exist yet. 1 has \
                 ended."
            ]
        );
        assert_eq!(
            all(&relations(counts(1, 1, 0, 0))),
            [
                "1 relatie, aangenomen en niet nagegaan.",
                "1 relation, assumed and not checked."
            ]
        );
        assert_eq!(
            all(&relations(counts(2, 0, 0, 2))),
            [
                "2 relaties, alle nagegaan. 2 zijn vervallen.",
                "2 relations, all checked. 2 have ended."
            ]
        );
    }

    #[test]
    fn of_many_names_the_first_are_told() {
        let some = |count: usize| (0..count).map(|at| format!("a{at}")).collect::<Vec<_>>();
        assert_eq!(text(&names(&some(2))), ["a0 en a1", "a0 and a1"]);
        let [dutch, english] = text(&names(&some(62)));
        assert!(dutch.ends_with("a59 en 2 anderen"), "{dutch}");
        assert!(english.ends_with("a59 and 2 others"), "{english}");
        assert_eq!(
            text(&picture(2, 1)),
            [
                "Het bord met 2 actoren, 1 relatie en de legenda.",
                "The board with 2 actors, 1 relation and the legend."
            ]
        );
    }

    #[test]
    fn what_filters_leave_out_is_counted_and_named() {
        assert_eq!(
            text(&hidden(1, 12)),
            [
                "Met filters zijn 1 actor en 12 relaties weggelaten.",
                "Filters left out 1 actor and 12 relations."
            ]
        );
        let words = ["Zorg", "Wonen"].map(str::to_owned);
        assert_eq!(
            text(&left_out(Message::new("field-domains"), &words)),
            ["Domeinen: Zorg en Wonen", "Domains: Zorg and Wonen"]
        );
        assert_eq!(
            text(&bound(Message::new("field-weight"), 2.5, true)),
            ["Gewicht onder 2,5", "Weight below 2.5"]
        );
    }
}
