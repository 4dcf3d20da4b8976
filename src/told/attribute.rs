//! Values of attributes as people read them.

use crate::i18n::{Texts, decimals_that_show};
use crate::model::{AttributeType, AttributeValue, Language, Scalar, shown_date};

/// Decimals of a number that is shown.
const DECIMALS: usize = 6;

/// A value as it is read: decimal comma, yes and no, and days in the language of the interface.
pub fn attribute_text(texts: Texts, of_type: AttributeType, value: &AttributeValue) -> String {
    let words = value.scalars().iter().map(|scalar| match scalar {
        Scalar::Flag(flag) => texts.t(if *flag { "answer-yes" } else { "answer-no" }),
        Scalar::Text(text) => match shown_date(text).filter(|_| of_type == AttributeType::Date) {
            Some(day) if texts.language == Language::Nl => day,
            _ => text.clone(),
        },
        Scalar::Whole(_) | Scalar::Number(_) => attribute_number(texts, scalar),
    });
    words.collect::<Vec<_>>().join(", ")
}

/// A whole number in all its digits, which a real number does not always have.
fn attribute_number(texts: Texts, scalar: &Scalar) -> String {
    match scalar {
        Scalar::Number(number) => texts.plain_number(*number, decimals_that_show(*number, DECIMALS)),
        other => other.to_string(),
    }
}
