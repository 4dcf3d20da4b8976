//! Who sits at which table, and whether the regions behind the tables match.

use super::numbers::percent;
use crate::i18n::{Arg, Message};

/// Names in one sentence; of a longer list is said how many more there are.
const NAMED: usize = 4;
/// The same where all that is said are the names.
const NAMED_ALONE: usize = 6;

/// How many tables, who sit there, and how many seats that are: each actor at each table once.
pub fn seats(tables: usize, members: usize, seats: usize) -> Message {
    Message::new("tables-counts")
        .with("tables", tables)
        .with("members", members)
        .with("seats", seats)
}

/// At how many tables somebody sits.
pub fn pressure(name: &str, tables: usize) -> Message {
    Message::new("pressure-row")
        .with("name", name)
        .with("count", tables)
}

/// Two tables with members in common.
pub fn overlap(tables: [&str; 2], shared: usize, either: usize) -> Message {
    let share = shared as f64 / either.max(1) as f64;
    Message::new("overlap-row")
        .with("share", percent(share, 0))
        .with("a", tables[0])
        .with("b", tables[1])
        .with("shared", shared)
        .with("either", either)
}

/// Who fit far worse than the others, the worst first.
pub fn outliers(names: &[&str]) -> Message {
    Message::new("congruence-verdict")
        .with("count", names.len())
        .with("names", named(names, NAMED_ALONE, ", "))
}

/// How well the tables of one actor match those of the others, and where they differ.
#[derive(Debug, Clone, PartialEq)]
pub struct TableFit<'a> {
    pub nesting: f64,
    pub likeness: f64,
    pub peer: &'a str,
    /// Tables of the actor where the peer is not.
    pub own_only: Vec<&'a str>,
    /// Of these: where nobody else of this network sits.
    pub alone: Vec<&'a str>,
    /// Tables of the peer where the actor is not.
    pub peer_only: Vec<&'a str>,
}

/// Both figures, then what makes the difference.
pub fn fit(fit_of_tables: &TableFit<'_>) -> Vec<Message> {
    let whole = |share| percent(share, 0);
    let figures = Message::new("congruence-row")
        .with("nesting", whole(fit_of_tables.nesting))
        .with("likeness", whole(fit_of_tables.likeness))
        .with("peer", fit_of_tables.peer);
    let differing = [
        ("congruence-own", &fit_of_tables.own_only),
        ("congruence-alone", &fit_of_tables.alone),
        ("congruence-missing", &fit_of_tables.peer_only),
    ];
    let differing = differing.into_iter().filter(|(_, tables)| !tables.is_empty());
    let differing = differing.map(|(key, tables)| {
        Message::new(key)
            .with("count", tables.len())
            .with("tables", named(tables, NAMED, "; "))
            .with("peer", fit_of_tables.peer)
    });
    std::iter::once(figures).chain(differing).collect()
}

/// The first few, and how many more. Names of tables hold commas and "and" themselves.
fn named(names: &[&str], most: usize, between: &str) -> Arg {
    let (first, rest) = names.split_at(names.len().min(most));
    let first = first.join(between);
    if rest.is_empty() {
        return first.into();
    }
    Message::new("congruence-and-more")
        .with("names", first)
        .with("count", rest.len())
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn text(message: &Message) -> [String; 2] {
        [Language::Nl, Language::En].map(|language| message.text(Texts::new(language)))
    }

    #[test]
    fn tables_members_and_seats_are_counted_each_by_its_name() {
        assert_eq!(
            text(&seats(1, 2, 3)),
            [
                "1 overlegtafel, 2 deelnemers, 3 zetels.",
                "1 table, 2 participants, 3 seats."
            ]
        );
        assert_eq!(text(&pressure("X", 2)), ["X: 2 tafels", "X: 2 tables"]);
    }

    #[test]
    fn little_in_common_is_not_nothing() {
        assert_eq!(
            text(&overlap(["A", "B"], 1, 300)),
            [
                "A – B: minder dan 1% (1 van 300 leden)",
                "A – B: less than 1% (1 of 300 members)"
            ]
        );
    }

    #[test]
    fn who_stands_out_is_named_and_of_many_the_first() {
        assert_eq!(text(&outliers(&[]))[0], "Niemand valt ver buiten de anderen.");
        assert_eq!(text(&outliers(&["X"]))[1], "X stands out: far below the others.");
        assert_eq!(
            text(&outliers(&["a", "b", "c", "d", "e", "f", "g", "h"])),
            [
                "8 deelnemers vallen op, de minst passende eerst: a, b, c, d, e, f en nog 2.",
                "8 participants stand out, the least fitting first: a, b, c, d, e, f and 2 more."
            ]
        );
    }

    #[test]
    fn a_fit_tells_both_figures_and_the_tables_that_differ() {
        let fit_of_tables = TableFit {
            nesting: 0.996,
            likeness: 0.5,
            peer: "Hoorn",
            own_only: vec!["Zorg", "Water"],
            alone: vec!["Water"],
            peer_only: Vec::new(),
        };
        let both: Vec<[String; 2]> = fit(&fit_of_tables).iter().map(text).collect();
        assert_eq!(
            both[0][0],
            "Van het gezelschap keert meer dan 99% terug aan de andere tafels. De naaste gelijke is Hoorn, die 50% van \
             de tafels deelt."
        );
        assert_eq!(both[1][0], "2 tafels waar Hoorn niet zit: Zorg; Water.");
        assert_eq!(both[1][1], "2 tables where Hoorn is not: Zorg; Water.");
        assert_eq!(both[2][1], "At one of these nobody else of this network sits.");
        assert_eq!(both.len(), 3);
    }
}
