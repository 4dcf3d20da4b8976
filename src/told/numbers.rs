//! How figures are written. In a column the decimal marks stand under each other: every figure of it has as many
//! decimals as the others, and a whole number that stays whole has none.

use crate::analysis::measure::Unit;
use crate::i18n::{Arg, MINUS, Message, Texts};

/// Decimals of a figure that is no whole number.
pub(super) const DECIMALS: usize = 3;
/// With a figure as large as this in the column, the others keep one decimal.
const LARGE: f64 = 10_000.0;

/// How the figures of one column are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Digits {
    decimals: usize,
}

impl Digits {
    /// For these figures: none where all of them are whole.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Self {
        let mut digits = Self { decimals: 0 };
        let mut largest: f64 = 0.0;
        for value in values {
            if value.is_finite() && value != value.round() {
                digits.decimals = DECIMALS;
            }
            largest = largest.max(value.abs());
        }
        if largest >= LARGE {
            digits.decimals = digits.decimals.min(1);
        }
        digits
    }

    /// At most this many decimals: for whole percents and other figures with a precision of their own.
    #[must_use]
    pub fn at_most(self, decimals: usize) -> Self {
        Self {
            decimals: self.decimals.min(decimals),
        }
    }

    pub fn text(self, texts: Texts, value: f64) -> String {
        texts.fixed(value, self.decimals)
    }

    /// What follows the whole part, in zeros: as wide as the decimals of the column.
    pub fn rest(self, texts: Texts) -> String {
        parts(texts, &texts.fixed(0.0, self.decimals)).1.to_owned()
    }
}

/// Whether figures of this unit are whole numbers.
pub fn is_whole(unit: Unit) -> bool {
    matches!(unit, Unit::Count | Unit::Difference | Unit::Flag | Unit::Label)
}

/// One figure of a measure, on its own or in a column of many measures.
pub fn figure(texts: Texts, unit: Unit, value: f64) -> String {
    texts.fixed(value, if is_whole(unit) { 0 } else { DECIMALS })
}

/// What follows the whole part of a figure: as wide as the decimals of a column.
pub fn decimals_of(texts: Texts) -> String {
    let zero = texts.fixed(0.0, DECIMALS);
    parts(texts, &zero).1.to_owned()
}

/// Gives the numbers of a column as many decimals as the one that has most.
pub fn level(texts: Texts, cells: &mut [String]) {
    let is_number = |cell: &str| {
        cell.trim_start_matches(MINUS)
            .starts_with(|c: char| c.is_ascii_digit())
    };
    let rest = |cell: &str| parts(texts, cell).1.chars().count();
    let most = cells.iter().map(|cell| rest(cell)).max().unwrap_or(0);
    for cell in cells.iter_mut().filter(|cell| most > 0 && is_number(cell)) {
        if rest(cell) == 0 {
            cell.push(texts.decimal_mark());
        }
        let missing = most - rest(cell);
        cell.extend(std::iter::repeat_n('0', missing));
    }
}

/// A share in percents with this many decimals: "minder dan 1%" where it would be rounded to zero, and "meer dan 99%"
/// where it would be rounded to all.
pub fn percent(share: f64, decimals: usize) -> Message {
    let least = 0.1_f64.powi(i32::try_from(decimals).unwrap_or(0));
    let percent = share * 100.0;
    let is_some = share > 0.0 && share < 1.0;
    let (key, shown) = if is_some && percent < least {
        ("percent-under", least)
    } else if is_some && percent > 100.0 - least {
        ("percent-over", 100.0 - least)
    } else {
        ("percent", percent)
    };
    Message::new(key).with("percent", Arg::decimal(shown, decimals))
}

/// The same in a narrow column: "<1%".
pub fn percent_short(share: f64) -> Message {
    let long = percent(share, 0);
    Message {
        key: format!("{}-short", long.key).into(),
        args: long.args,
    }
}

/// The probability of chance, with what it is called: "p = 0,012", "p < 0,001".
pub fn probability(p: f64) -> Message {
    let (key, shown) = if p < 0.001 {
        ("p-under", 0.001)
    } else {
        ("p-is", p)
    };
    Message::new(key).with("p", Arg::decimal(shown, 3))
}

/// The parts of a written number before and from its decimal mark.
pub fn parts(texts: Texts, number: &str) -> (&str, &str) {
    number.split_at(number.find(texts.decimal_mark()).unwrap_or(number.len()))
}

/// Makes the cells of a column equally wide, with their decimal marks under each other.
pub fn align(texts: Texts, cells: &mut [String]) {
    let width = |part: &str| part.chars().count();
    let widths = |cell: &String| {
        let (whole, rest) = parts(texts, cell);
        (width(whole), width(rest))
    };
    let before = cells.iter().map(|cell| widths(cell).0).max().unwrap_or(0);
    let after = cells.iter().map(|cell| widths(cell).1).max().unwrap_or(0);
    for cell in cells {
        let (whole, rest) = parts(texts, cell);
        *cell = format!("{whole:>before$}{rest:<after$}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_column_has_one_number_of_decimals() {
        let written = |language, values: &[f64]| {
            let digits = Digits::of(values.iter().copied());
            let cells = values
                .iter()
                .map(|&value| digits.text(Texts::new(language), value));
            cells.collect::<Vec<_>>()
        };
        assert_eq!(written(Language::Nl, &[8.5, 120.0]), ["8,500", "120,000"]);
        assert_eq!(written(Language::En, &[1_234.5, -0.0001]), ["1,234.500", "0.000"]);
        assert_eq!(written(Language::Nl, &[3.0, 1_200.0]), ["3", "1.200"]);
        assert_eq!(written(Language::Nl, &[0.3, 23_456.78]), ["0,3", "23.456,8"]);
    }

    #[test]
    fn a_few_are_never_none_and_most_never_all() {
        let text = |share, decimals| percent(share, decimals).text(Texts::new(Language::Nl));
        assert_eq!(
            [0.0, 0.001, 0.0149, 0.444, 0.996, 1.0].map(|share| text(share, 0)),
            ["0%", "minder dan 1%", "1%", "44%", "meer dan 99%", "100%"]
        );
        assert_eq!(
            [0.0004, 0.0374].map(|share| text(share, 1)),
            ["minder dan 0,1%", "3,7%"]
        );
        let texts = Texts::new(Language::En);
        assert_eq!(percent(0.001, 0).text(texts), "less than 1%");
        assert_eq!(
            [0.004, 0.5].map(|share| percent_short(share).text(texts)),
            ["<1%", "50%"]
        );
        assert_eq!(
            [0.0002, 0.25].map(|p| probability(p).text(texts)),
            ["p < 0.001", "p = 0.25"]
        );
    }

    #[test]
    fn cells_are_filled_up_to_the_same_decimals() {
        let mut cells = ["0,25", "3", "", "−1.200,5"].map(str::to_owned);
        level(Texts::new(Language::Nl), &mut cells);
        assert_eq!(cells, ["0,25", "3,00", "", "−1.200,50"]);
    }

    #[test]
    fn decimal_marks_stand_under_each_other_also_beside_whole_numbers() {
        let mut cells = ["34", "0,139", "1.011", "–"].map(str::to_owned);
        align(Texts::new(Language::Nl), &mut cells);
        assert_eq!(cells, ["   34    ", "    0,139", "1.011    ", "    –    "]);
    }
}
