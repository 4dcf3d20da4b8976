//! A value as one of another type, where that can be done without making anything up.

use super::{AttributeType, AttributeValue, Scalar, date_in};

/// Beyond this a real number has lost whole ones.
const EXACT: f64 = 9_007_199_254_740_992.0;

impl AttributeType {
    /// The value as one of this type; `None` when it cannot be one. What fits already stays as it is.
    ///
    /// ```
    /// use netwerkopstelling::model::{AttributeType, AttributeValue, Scalar};
    /// let text = |text| AttributeValue::text(text);
    /// assert_eq!(AttributeType::YesNo.convert(&text("Ja")), Some(AttributeValue::One(Scalar::Flag(true))));
    /// assert_eq!(AttributeType::Number.convert(&text("2,5")), Some(AttributeValue::One(Scalar::Number(2.5))));
    /// assert_eq!(AttributeType::Date.convert(&text("1-2-2026")), Some(text("2026-02-01")));
    /// assert_eq!(AttributeType::WholeNumber.convert(&text("veel")), None);
    /// ```
    pub fn convert(self, value: &AttributeValue) -> Option<AttributeValue> {
        if self.fits(value) {
            return Some(value.clone());
        }
        let scalar = match value {
            AttributeValue::One(scalar) => scalar,
            AttributeValue::List(list) if self == Self::Text => return Some(joined(list)),
            AttributeValue::List(list) if list.len() == 1 => &list[0],
            AttributeValue::List(_) | AttributeValue::Kept(_) => return None,
        };
        let converted = match self {
            Self::Text | Self::Category | Self::List => Some(scalar.clone()),
            Self::WholeNumber => whole(scalar).map(Scalar::Whole),
            Self::Number => number(scalar),
            Self::YesNo => flag(scalar).map(Scalar::Flag),
            Self::Date => match scalar {
                Scalar::Text(text) => date_in(text).map(Scalar::Text),
                _ => None,
            },
        };
        converted.map(AttributeValue::One)
    }
}

fn joined(list: &[Scalar]) -> AttributeValue {
    let texts: Vec<String> = list.iter().map(Scalar::to_string).collect();
    AttributeValue::One(Scalar::Text(texts.join(", ")))
}

fn whole(scalar: &Scalar) -> Option<i64> {
    match scalar {
        Scalar::Whole(number) => Some(*number),
        Scalar::Number(number) if number.fract() == 0.0 && number.abs() <= EXACT => Some(*number as i64),
        Scalar::Text(text) => text.trim().parse().ok(),
        Scalar::Number(_) | Scalar::Flag(_) => None,
    }
}

/// Also with a decimal comma; not where three digits behind it may be thousands.
fn number(scalar: &Scalar) -> Option<Scalar> {
    match scalar {
        Scalar::Whole(_) | Scalar::Number(_) => Some(scalar.clone()),
        Scalar::Flag(_) => None,
        Scalar::Text(text) => {
            let text = text.trim();
            let plain = text.strip_prefix(['-', '+']).unwrap_or(text);
            let is_plain = plain
                .bytes()
                .all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
            let marks = plain.matches(['.', ',']).count();
            let can_be_thousands = plain.split_once(['.', ',']).is_some_and(|(whole, rest)| {
                rest.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
            });
            if !is_plain || marks > 1 || can_be_thousands {
                return None;
            }
            if marks == 0 {
                return text.parse().ok().map(Scalar::Whole);
            }
            text.replace(',', ".")
                .parse()
                .ok()
                .filter(|number: &f64| number.is_finite())
                .map(Scalar::Number)
        }
    }
}

fn flag(scalar: &Scalar) -> Option<bool> {
    match scalar {
        Scalar::Flag(flag) => Some(*flag),
        Scalar::Whole(0) => Some(false),
        Scalar::Whole(1) => Some(true),
        Scalar::Text(text) => match text.trim().to_lowercase().as_str() {
            "ja" | "yes" | "waar" | "true" => Some(true),
            "nee" | "no" | "onwaar" | "false" => Some(false),
            _ => None,
        },
        Scalar::Whole(_) | Scalar::Number(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_said_without_making_it_up_is_no_value() {
        let text = AttributeValue::text;
        for (of_type, value) in [
            (AttributeType::Number, text("1.250")),
            (AttributeType::Number, text("1,250")),
            (AttributeType::Number, text("1.2.3")),
            (AttributeType::Number, text("inf")),
            (AttributeType::WholeNumber, text("2,5")),
            (
                AttributeType::WholeNumber,
                AttributeValue::One(Scalar::Number(2.5)),
            ),
            (
                AttributeType::WholeNumber,
                AttributeValue::One(Scalar::Number(1e300)),
            ),
            (AttributeType::YesNo, text("misschien")),
            (AttributeType::YesNo, AttributeValue::One(Scalar::Whole(2))),
            (AttributeType::Date, text("2026-13-01")),
            (
                AttributeType::Category,
                AttributeValue::List(vec![Scalar::Whole(1), Scalar::Whole(2)]),
            ),
        ] {
            assert_eq!(of_type.convert(&value), None, "{of_type:?} {value:?}");
        }
    }

    #[test]
    fn every_value_that_was_converted_fits() {
        let values = [
            AttributeValue::text("3"),
            AttributeValue::text("-2,25"),
            AttributeValue::text("nee"),
            AttributeValue::text("31/12/2026"),
            AttributeValue::One(Scalar::Whole(1)),
            AttributeValue::One(Scalar::Number(4.0)),
            AttributeValue::One(Scalar::Flag(true)),
            AttributeValue::List(vec![Scalar::Text("a".to_owned()), Scalar::Whole(2)]),
            AttributeValue::List(vec![Scalar::Text("ja".to_owned())]),
        ];
        for of_type in AttributeType::ALL {
            for converted in values.iter().filter_map(|value| of_type.convert(value)) {
                assert!(of_type.fits(&converted), "{of_type:?} {converted:?}");
            }
        }
    }
}
