//! Who is tied to whom: between groups, inward or outward, and how evenly over the sectors.

use super::counts::{Counted, counted, score};
use super::numbers::percent;
use crate::analysis::groups::PermutationTest;
use crate::i18n::{Arg, Message};

/// What runs from one group to another, against what chance would give.
#[derive(Debug, Clone, PartialEq)]
pub struct Mixed {
    pub from: String,
    pub to: String,
    pub is_within: bool,
    pub ties: f64,
    pub expected: f64,
    /// `None` where nothing is expected: no pair of actors can be tied.
    pub ratio: Option<f64>,
}

pub fn mixed(told: &Mixed, what: Counted) -> Message {
    let key = match (told.is_within, what) {
        (true, _) => "matrix-cell-within",
        (false, Counted::Arrows | Counted::WeightOfArrows) => "matrix-cell-directed",
        (false, Counted::Pairs | Counted::WeightOfPairs) => "matrix-cell",
    };
    let undefined = || Message::new("figure-undefined-word").into();
    Message::new(key)
        .with("from", told.from.as_str())
        .with("to", told.to.as_str())
        .with("ties", counted(what, told.ties))
        .with("expected", Arg::decimal(told.expected, 1))
        .with("ratio", told.ratio.map_or_else(undefined, score))
}

/// How many tied pairs lie within groups, and how many between them.
pub fn inward_counts(internal: f64, external: f64) -> Message {
    Message::new("inward-counts")
        .with("internal", counted(Counted::Pairs, internal))
        .with("external", counted(Counted::Pairs, external))
}

/// What the permutation test of E-I says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leaning {
    /// More within groups than chance gives.
    Inward,
    /// More between groups than chance gives.
    Outward,
    /// No different from chance.
    Neither,
    /// However the labels fall, the figure stays the same.
    Fixed,
}

/// One in twenty, over both sides.
const SURE: f64 = 0.025;

pub fn leaning(test: &PermutationTest) -> Leaning {
    if test.deviation <= 1e-12 {
        Leaning::Fixed
    } else if test.p_low <= SURE {
        Leaning::Inward
    } else if test.p_high <= SURE {
        Leaning::Outward
    } else {
        Leaning::Neither
    }
}

/// Which way relations lean, and how sure that is.
pub fn inward(test: &PermutationTest) -> Message {
    let key = match leaning(test) {
        Leaning::Inward => "inward-is-inward",
        Leaning::Outward => "inward-is-outward",
        Leaning::Neither => "inward-is-neither",
        Leaning::Fixed => "inward-is-fixed",
    };
    Message::new(key)
        .with("runs", test.runs)
        .with("share", percent(test.p(), 1))
        .with("mean", score(test.mean))
}

/// What is divided over the sectors.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Divided {
    Actors,
    /// Both ends of every tied pair.
    Contacts,
    /// Who sits at one table.
    Members,
}

/// How evenly, who has most (its name and part), and who has nothing.
pub fn balance(what: Divided, balance: f64, largest: Option<(&str, f64)>, missing: &[&str]) -> Message {
    let of = match what {
        Divided::Actors => "helix-of-actors",
        Divided::Contacts => "helix-of-contacts",
        Divided::Members => "helix-of-members",
    };
    let (party, share) = largest.unwrap_or_default();
    let key = if missing.is_empty() {
        "helix-sentence"
    } else {
        "helix-sentence-missing"
    };
    Message::new(key)
        .with("of", Message::new(of))
        .with("balance", score(balance))
        .with("party", party)
        .with("share", percent(share, 0))
        .with("missing", missing.join(", "))
        .with("count", missing.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn text(message: &Message) -> [String; 2] {
        [Language::Nl, Language::En].map(|language| message.text(Texts::new(language)))
    }

    fn between(ties: f64, expected: f64) -> Mixed {
        Mixed {
            from: "A".to_owned(),
            to: "B".to_owned(),
            is_within: false,
            ties,
            expected,
            ratio: (expected > 0.0).then(|| ties / expected),
        }
    }

    #[test]
    fn a_cell_of_the_matrix_says_what_it_counts() {
        assert_eq!(
            text(&mixed(&between(2.0, 1.5), Counted::Arrows)),
            [
                "Van A naar B: 2 pijlen, verwacht 1,5, verhouding 1,333.",
                "From A to B: 2 arrows, expected 1.5, ratio 1.333."
            ]
        );
        assert_eq!(
            text(&mixed(&between(1.0, 2.0), Counted::Pairs)),
            [
                "A – B: 1 verbonden paar, verwacht 2, verhouding 0,500.",
                "A – B: 1 tied pair, expected 2, ratio 0.500."
            ]
        );
        assert_eq!(
            text(&mixed(&between(7.25, 0.0), Counted::WeightOfArrows)),
            [
                "Van A naar B: samen gewicht 7,25, verwacht 0, verhouding niet te bepalen.",
                "From A to B: weight 7.25 together, expected 0, ratio cannot be determined."
            ]
        );
        let within = Mixed {
            is_within: true,
            ..between(0.5, 1.0)
        };
        assert_eq!(
            text(&mixed(&within, Counted::Pairs)),
            [
                "Binnen A: 0,5 verbonden paren, verwacht 1, verhouding 0,500.",
                "Within A: 0.5 tied pairs, expected 1, ratio 0.500."
            ]
        );
    }

    #[test]
    fn inward_and_outward_count_pairs() {
        assert_eq!(
            text(&inward_counts(1.0, 6.5)),
            [
                "1 verbonden paar binnen groepen, 6,5 verbonden paren tussen groepen.",
                "1 tied pair within groups, 6.5 tied pairs between groups."
            ]
        );
    }

    fn test(p_low: f64, p_high: f64, deviation: f64) -> PermutationTest {
        PermutationTest {
            observed: 0.0,
            mean: 0.25,
            deviation,
            p_low,
            p_high,
            runs: 4_999,
        }
    }

    #[test]
    fn a_test_is_put_in_words_by_its_smaller_tail() {
        assert_eq!(leaning(&test(0.001, 1.0, 0.1)), Leaning::Inward);
        assert_eq!(leaning(&test(0.99, 0.02, 0.1)), Leaning::Outward);
        assert_eq!(leaning(&test(0.04, 0.97, 0.1)), Leaning::Neither);
        assert_eq!(leaning(&test(1.0, 1.0, 0.0)), Leaning::Fixed);
    }

    #[test]
    fn chance_that_is_seldom_is_never_said_to_be_none() {
        let [dutch, english] = text(&inward(&test(0.0002, 1.0, 0.1)));
        let start = "Meer naar binnen gericht dan toeval verklaart. De groepen zijn 4.999 keer willekeurig over de \
                     actoren geschud: gemiddeld was de index 0,250, en maar in minder dan 0,1% van de gevallen";
        assert!(dutch.starts_with(start), "{dutch}");
        assert!(
            english.contains("in only less than 0.1% of the cases"),
            "{english}"
        );
        let [dutch, _] = text(&inward(&test(0.4, 0.6, 0.1)));
        assert!(dutch.contains("in 40% van de gevallen"), "{dutch}");
    }

    #[test]
    fn balance_says_of_what_it_is() {
        assert_eq!(
            text(&balance(Divided::Contacts, 0.5, Some(("Overheid", 0.996)), &[])),
            [
                "Balans van de contacten 0,500 (0: één sector heeft alles, 1: allen evenveel). Overheid heeft het \
                 grootste deel: meer dan 99%.",
                "Balance of the contacts 0.500 (0: one sector has all, 1: all have the same). Overheid has the largest \
                 part: more than 99%."
            ]
        );
        let [dutch, english] = text(&balance(
            Divided::Members,
            0.0,
            Some(("Overheid", 1.0)),
            &["X", "Y"],
        ));
        assert!(dutch.starts_with("Balans van de leden 0,000 "), "{dutch}");
        assert!(dutch.ends_with("100%. Er ontbreken 2 sectoren: X, Y."), "{dutch}");
        assert!(
            english.ends_with("100%. 2 sectors are missing: X, Y."),
            "{english}"
        );
    }
}
