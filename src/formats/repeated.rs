//! Names that are in one object more than once, anywhere in a file: JSON allows it, the last one counts, and
//! the user is told.

use std::borrow::Cow;
use std::collections::HashSet;
use std::fmt;

use serde::de::{Deserialize, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};

use super::{ImportReport, Message};

/// Remarks on every repeated name. `has_own_top`: the reader itself tells those at the top.
pub(super) fn tell(text: &str, has_own_top: bool, report: &mut ImportReport) {
    let mut path = String::new();
    let walk = JsonWalk {
        path: &mut path,
        is_silent: has_own_top,
        report,
    };
    // The reader itself reports what is not JSON.
    let _ = walk.deserialize(&mut serde_json::Deserializer::from_str(text));
}

/// Goes through a value and keeps nothing of it.
struct JsonWalk<'a> {
    path: &'a mut String,
    is_silent: bool,
    report: &'a mut ImportReport,
}

impl JsonWalk<'_> {
    fn inside(&mut self) -> JsonWalk<'_> {
        JsonWalk {
            path: self.path,
            is_silent: false,
            report: self.report,
        }
    }
}

impl<'de> DeserializeSeed<'de> for JsonWalk<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for JsonWalk<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("any value")
    }

    fn visit_unit<E>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_i64<E>(self, _: i64) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E>(self, _: u64) -> Result<(), E> {
        Ok(())
    }

    fn visit_f64<E>(self, _: f64) -> Result<(), E> {
        Ok(())
    }

    fn visit_str<E>(self, _: &str) -> Result<(), E> {
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut list: A) -> Result<(), A::Error> {
        let outside = self.path.len();
        for at in 0_usize.. {
            self.path.push_str(&format!("[{at}]"));
            let found = list.next_element_seed(self.inside());
            self.path.truncate(outside);
            if found?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<(), A::Error> {
        let outside = self.path.len();
        let mut names = Names::default();
        while let Some(FieldName(name)) = map.next_key()? {
            if outside > 0 {
                self.path.push('.');
            }
            self.path.push_str(&name);
            if !names.add(name) && !self.is_silent {
                let message = Message::new("read-notice-repeated-field");
                self.report.notice(self.path.as_str(), message);
            }
            let found = map.next_value_seed(self.inside());
            self.path.truncate(outside);
            found?;
        }
        Ok(())
    }
}

/// Names of one object: mostly a few, and a list of a few is searched faster than a set.
#[derive(Default)]
struct Names<'de> {
    few: Vec<Cow<'de, str>>,
    many: HashSet<Cow<'de, str>>,
}

impl<'de> Names<'de> {
    const FEW: usize = 24;

    /// Whether the name is new.
    fn add(&mut self, name: Cow<'de, str>) -> bool {
        if self.few.contains(&name) {
            return false;
        }
        if self.few.len() < Self::FEW {
            self.few.push(name);
            return true;
        }
        self.many.insert(name)
    }
}

/// A name as it stands in the text where that is possible.
struct FieldName<'de>(Cow<'de, str>);

impl<'de> Deserialize<'de> for FieldName<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct FieldNameVisitor;
        impl<'de> Visitor<'de> for FieldNameVisitor {
            type Value = FieldName<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a name")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Borrowed(text)))
            }

            fn visit_str<E>(self, text: &str) -> Result<FieldName<'de>, E> {
                Ok(FieldName(Cow::Owned(text.to_owned())))
            }
        }
        deserializer.deserialize_str(FieldNameVisitor)
    }
}
