//! What differs between two constellations, line by line: in words of the documents, never ids.

use super::basis;
use crate::analysis::comparison::{
    ActorChange, CountedSide, Differences, FieldChange, RankChange, Ranks, RelationChange,
};
use crate::i18n::{Arg, Message, decimals_that_show};
use crate::model::Vocabulary;

/// What a line is about: where it lights up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum LinePlace<'a> {
    /// By its key in the file.
    Actor(&'a str),
    Relation(&'a RelationChange),
}

/// One difference.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonLine<'a> {
    pub place: LinePlace<'a>,
    pub message: Message,
}

/// Differences of one sort.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparisonSection<'a> {
    pub key: &'static str,
    pub lines: Vec<ComparisonLine<'a>>,
}

impl ComparisonSection<'_> {
    /// What is listed, and how many.
    pub fn title(&self) -> Message {
        Message::new(self.key).with("count", self.lines.len())
    }
}

/// Actors and relations that came, went and changed; sections without lines too. `words`: those of the later
/// constellation first.
pub fn sections<'a>(found: &'a Differences, words: &[&Vocabulary]) -> Vec<ComparisonSection<'a>> {
    let members = &found.members;
    let actors = |key, keys: &'a [String]| ComparisonSection {
        key,
        lines: keys
            .iter()
            .map(|key| ComparisonLine {
                place: LinePlace::Actor(key),
                message: Message::new("compare-actor").with("name", found.label(key)),
            })
            .collect(),
    };
    let relations = |key, list: &'a [RelationChange]| ComparisonSection {
        key,
        lines: list
            .iter()
            .map(|change| ComparisonLine {
                place: LinePlace::Relation(change),
                message: relation(found, words, change),
            })
            .collect(),
    };
    let changed = found.actors_changed.iter().map(|change| ComparisonLine {
        place: LinePlace::Actor(&change.key),
        message: actor(found, words, change),
    });
    vec![
        actors("compare-actors-came", &members.actors_came),
        actors("compare-actors-gone", &members.actors_gone),
        ComparisonSection {
            key: "compare-actors-changed",
            lines: changed.collect(),
        },
        relations("compare-relations-came", &members.relations_came),
        relations("compare-relations-gone", &members.relations_gone),
        relations("compare-relations-changed", &members.relations_changed),
    ]
}

/// What of one of the two counts, in the words of the panels, and what is left out. `key`: of what it is called.
pub fn counted(key: &'static str, counted: &CountedSide) -> Vec<Message> {
    let basis = basis::of(counted.actors, counted.relations);
    let first = Message::new("compare-basis")
        .with("side", Message::new(key))
        .with("basis", basis);
    let as_ties = basis::counted_as(counted.relations.0, counted.ties, counted.has_arrows);
    let left_out = basis::left_out(&counted.left_out).into_iter().map(|why| {
        // Of a kind that does not count, or of an actor with itself: those are compared all the same.
        let is_listed = !matches!(&*why.key, "left-out-ended" | "left-out-wished");
        Message::new(if is_listed {
            "compare-left-out-listed"
        } else {
            "compare-left-out"
        })
        .with("why", why)
    });
    std::iter::once(first).chain(as_ties).chain(left_out).collect()
}

/// "Alkmaar: soort: persoon → gemeente".
fn actor(found: &Differences, words: &[&Vocabulary], change: &ActorChange) -> Message {
    let field = |field: &FieldChange| {
        Message::new("compare-change")
            .with("field", Message::new(format!("compare-field-{}", field.field)))
            .with("before", value(found, words, field.field, &field.before))
            .with("after", value(found, words, field.field, &field.after))
    };
    let mut fields = change.fields.iter().rev().map(field);
    let last = fields.next().map_or_else(|| Arg::from(""), Arg::from);
    let changes = fields.fold(last, |rest, first| {
        let both = Message::new("compare-changes").with("first", first);
        both.with("rest", rest).into()
    });
    Message::new("compare-actor-changed")
        .with("name", found.label(&change.key))
        .with("changes", changes)
}

/// One value of a field: its word where it is one, and what is not said as "–".
fn value(found: &Differences, words: &[&Vocabulary], field: &str, value: &str) -> Arg {
    if value.is_empty() {
        return Message::new("figure-undefined").into();
    }
    match field {
        "organisation" => found.label(value).into(),
        "stance" => Message::new(format!("stance-{value}")).into(),
        "influence" => value
            .parse::<f64>()
            .map_or_else(|_| value.into(), |number| Arg::decimal(number, 3)),
        "domains" => {
            let labels = value.split(", ").map(|id| label(words, field, id));
            labels.collect::<Vec<_>>().join(", ").into()
        }
        _ => label(words, field, value).into(),
    }
}

/// The label of a word, by the newest vocabulary that has it; what no vocabulary has stays as it is.
fn label<'a>(words: &[&'a Vocabulary], field: &str, id: &'a str) -> &'a str {
    words
        .iter()
        .find_map(|words| word(words, field, id))
        .unwrap_or(id)
}

fn word<'a>(words: &'a Vocabulary, field: &str, id: &str) -> Option<&'a str> {
    macro_rules! label_in {
        ($list:ident) => {
            words
                .$list
                .iter()
                .find(|word| word.id.as_str() == id)
                .map(|word| word.label.as_str())
        };
    }
    match field {
        "kind" => label_in!(actor_kinds),
        "sector" => label_in!(sectors),
        "level" => label_in!(levels),
        "domains" => label_in!(domains),
        "region" => label_in!(regions),
        "relation" => label_in!(relation_kinds),
        _ => None,
    }
}

/// "Alkmaar → Bergen (samenwerking, 2)".
fn relation(found: &Differences, words: &[&Vocabulary], change: &RelationChange) -> Message {
    let weight = |value: f64| Arg::decimal(value, decimals_that_show(value, 2));
    let weights = match (change.before.0, change.after.0) {
        (0, _) => weight(change.after.1),
        (_, 0) => weight(change.before.1),
        _ => Message::new("compare-weights")
            .with("before", weight(change.before.1))
            .with("after", weight(change.after.1))
            .into(),
    };
    Message::new(if change.is_directed {
        "compare-relation-directed"
    } else {
        "compare-relation-undirected"
    })
    .with("source", found.label(&change.source))
    .with("target", found.label(&change.target))
    .with("kind", label(words, "relation", &change.kind))
    .with("weight", weights)
}

/// The furthest risers, and the furthest fallers, at most `most` of each.
pub fn moves(ranks: &Ranks, most: usize) -> [Vec<&RankChange>; 2] {
    let risen = |it: &RankChange| it.risen().unwrap_or(0);
    let risers = ranks.changes.iter().filter(|it| risen(it) > 0);
    let fallers = ranks.changes.iter().rev().filter(|it| risen(it) < 0);
    [risers.take(most).collect(), fallers.take(most).collect()]
}

/// From which place to which.
pub fn places(before: Option<u32>, after: Option<u32>) -> Message {
    let place = |place: Option<u32>| place.map_or_else(|| Message::new("figure-undefined").into(), Arg::from);
    Message::new("whatif-places")
        .with("before", place(before))
        .with("after", place(after))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::comparison::Comparison;
    use crate::analysis::snapshot::LeftOut;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn field(field: &'static str, before: &str, after: &str) -> FieldChange {
        FieldChange {
            field,
            before: before.to_owned(),
            after: after.to_owned(),
        }
    }

    fn differences() -> Differences {
        let relation = |is_directed, before, after| RelationChange {
            source: "n1".to_owned(),
            target: "n2".to_owned(),
            kind: "samenwerking".to_owned(),
            is_directed,
            before,
            after,
        };
        Differences {
            members: Comparison {
                actors_came: vec!["n2".to_owned()],
                relations_came: vec![relation(true, (0, 0.0), (1, 1_250.5))],
                relations_changed: vec![relation(false, (1, 1.0), (1, 2.5))],
                ..Comparison::default()
            },
            actors_changed: vec![ActorChange {
                key: "n1".to_owned(),
                fields: vec![
                    field("sector", "", "ondernemers"),
                    field("organisation", "n2", "n3"),
                    field("influence", "2.5", "3"),
                    field("stance", "for", "against"),
                ],
            }],
            labels: [("n1", "Alkmaar"), ("n2", "Bergen")]
                .map(|(key, label)| (key.to_owned(), label.to_owned()))
                .into(),
            ..Differences::default()
        }
    }

    fn lines_of(language: Language) -> Vec<String> {
        let words = Vocabulary::standard(language);
        let found = differences();
        let sections = sections(&found, &[&words]);
        let lines = sections.iter().flat_map(|section| &section.lines);
        lines
            .map(|line| line.message.text(Texts::new(language)))
            .collect()
    }

    #[test]
    fn differences_are_told_in_the_words_of_the_documents() {
        assert_eq!(
            lines_of(Language::Nl),
            [
                "Bergen",
                "Alkmaar: sector (vier O's): – → Ondernemers; organisatie: Bergen → n3; invloed: 2,5 → 3; \
                 houding: + voor → − tegen",
                "Alkmaar → Bergen (Samenwerking, 1.250,5)",
                "Alkmaar – Bergen (Samenwerking, 1 → 2,5)",
            ]
        );
        assert_eq!(
            lines_of(Language::En)[2..],
            [
                "Alkmaar → Bergen (Cooperation, 1,250.5)",
                "Alkmaar – Bergen (Cooperation, 1 → 2.5)"
            ]
        );
    }

    #[test]
    fn relations_that_do_not_count_are_all_told_of() {
        let side = CountedSide {
            actors: (20, 20),
            relations: (49, 54),
            ties: 49,
            left_out: LeftOut {
                ended: 2,
                wished: 1,
                of_kind: 2,
                ..LeftOut::default()
            },
            ..CountedSide::default()
        };
        let said = counted("compare-column-file", &side);
        let said: Vec<String> = said
            .iter()
            .map(|line| line.text(Texts::new(Language::Nl)))
            .collect();
        assert_eq!(
            said,
            [
                "Bestand: Over 20 actoren, 49 van de 54 relaties.",
                "Niet meegeteld: 2 beëindigde relaties; ook niet in de lijsten hierboven.",
                "Niet meegeteld: 1 gewenste relatie; ook niet in de lijsten hierboven.",
                "Niet meegeteld: 2 relaties van een soort die niet meetelt; wel in de lijsten hierboven.",
            ]
        );
    }

    #[test]
    fn a_word_that_only_the_earlier_constellation_has_is_told_by_its_label_too() {
        let (mut later, earlier) = (
            Vocabulary::standard(Language::Nl),
            Vocabulary::standard(Language::Nl),
        );
        later.sectors.clear();
        assert_eq!(label(&[&later, &earlier], "sector", "ondernemers"), "Ondernemers");
        assert_eq!(label(&[&later], "sector", "ondernemers"), "ondernemers");
    }
}
