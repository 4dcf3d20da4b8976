//! The values of one measure, eight bytes each.

use std::fmt;
use std::sync::Arc;

use serde::ser::{Serialize, Serializer};

/// One value per actor or pair, in the order of the network; `None` is undefined.
///
/// A large network has hundreds of these. An undefined value is kept as NaN, which no measure gives: an
/// `Option<f64>` would take twice the room. Copies share their values.
///
/// ```
/// use netwerkopstelling::analysis::Values;
/// let values: Values = [Some(1.0), None].into_iter().collect();
/// assert_eq!(values, [Some(1.0), None]);
/// assert_eq!(values.at(1), None);
/// assert_eq!(values.iter().flatten().sum::<f64>(), 1.0);
/// ```
#[derive(Clone, Default)]
pub struct Values(Arc<[f64]>);

/// A zero has no sign: it would be printed.
fn boxed(value: Option<f64>) -> f64 {
    value.unwrap_or(f64::NAN) + 0.0
}

fn unboxed(value: f64) -> Option<f64> {
    (!value.is_nan()).then_some(value)
}

impl Values {
    /// This many undefined ones.
    pub fn undefined(count: usize) -> Self {
        std::iter::repeat_n(None, count).collect()
    }

    pub fn len(&self) -> usize {
        self.0.len()
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// # Panics
    /// When there are fewer.
    pub fn at(&self, place: usize) -> Option<f64> {
        unboxed(self.0[place])
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = Option<f64>> + DoubleEndedIterator + Clone + '_ {
        self.0.iter().map(|&value| unboxed(value))
    }

    pub fn to_vec(&self) -> Vec<Option<f64>> {
        self.iter().collect()
    }
}

impl FromIterator<Option<f64>> for Values {
    fn from_iter<I: IntoIterator<Item = Option<f64>>>(values: I) -> Self {
        Self(values.into_iter().map(boxed).collect())
    }
}

impl From<Vec<Option<f64>>> for Values {
    fn from(values: Vec<Option<f64>>) -> Self {
        values.into_iter().collect()
    }
}

impl From<&[Option<f64>]> for Values {
    fn from(values: &[Option<f64>]) -> Self {
        values.iter().copied().collect()
    }
}

/// Undefined equals undefined.
impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        self.iter().eq(other.iter())
    }
}

impl PartialEq<[Option<f64>]> for Values {
    fn eq(&self, other: &[Option<f64>]) -> bool {
        self.iter().eq(other.iter().copied())
    }
}

impl<const N: usize> PartialEq<[Option<f64>; N]> for Values {
    fn eq(&self, other: &[Option<f64>; N]) -> bool {
        *self == other[..]
    }
}

impl<const N: usize> PartialEq<[Option<f64>; N]> for &Values {
    fn eq(&self, other: &[Option<f64>; N]) -> bool {
        **self == other[..]
    }
}

impl fmt::Debug for Values {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.iter()).finish()
    }
}

impl Serialize for Values {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_comes_back_to_the_last_bit_and_undefined_comes_back_undefined() {
        let given = [
            Some(0.1),
            None,
            Some(f64::MIN_POSITIVE / 4.0),
            Some(f64::INFINITY),
        ];
        let values: Values = given.into_iter().collect();
        let bits =
            |values: &[Option<f64>]| -> Vec<_> { values.iter().map(|v| v.map(f64::to_bits)).collect() };
        assert_eq!(bits(&values.to_vec()), bits(&given));
        assert_eq!(values, given);
        assert_ne!(values, given.map(|value| value.or(Some(0.0))));
    }

    #[test]
    fn a_zero_has_no_sign() {
        let values: Values = [Some(-0.0), Some(0.0)].into_iter().collect();
        assert!(values.iter().flatten().all(f64::is_sign_positive));
    }

    #[test]
    fn undefined_is_null_in_json() {
        let values: Values = [Some(0.5), None].into_iter().collect();
        assert_eq!(serde_json::to_string(&values).unwrap(), "[0.5,null]");
    }

    #[test]
    fn a_copy_shares_its_values() {
        let values = Values::undefined(3);
        assert!(Arc::ptr_eq(&values.0, &values.clone().0));
    }
}
