//! Attributes and their values as they are stored.

use std::collections::BTreeMap;

use serde_json::Value;

use super::Storable;
use crate::edit::{AttributeOwner, InPlace};
use crate::formats::native::words::{AttributeOfDto, AttributeTypeDto};
use crate::model::{Attribute, AttributeValue, Attributes, Extra};

stored_struct!(
    /// What an attribute is.
    StoredAttribute of Attribute {
        key: String,
        of: AttributeOfDto,
        label: String,
        of_type: AttributeTypeDto,
        #[serde(default)]
        categories: Vec<String>,
        #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
        colours: BTreeMap<String, [u8; 3]>,
        #[serde(default)]
        extra: Extra,
    }
);

stored_enum!(
    /// Who has a value.
    #[serde(rename_all = "kebab-case")]
    StoredAttributeOwner of AttributeOwner {
        Actor(u32),
        Relation(u32),
    }
);

stored_struct!(
    /// A value with its place among the others.
    StoredValueInPlace of InPlace<AttributeValue> {
        value: Value,
        at: usize,
    }
);

stored_struct!(
    /// A declaration with its place among the others.
    StoredAttributeInPlace of InPlace<Box<Attribute>> {
        value: Box<StoredAttribute>,
        at: usize,
    }
);

impl Storable for AttributeValue {
    type Stored = Value;

    fn stored(&self) -> Value {
        self.to_json()
    }

    fn restored(stored: Value) -> Option<Self> {
        Some(stored.into())
    }
}

impl Storable for Attributes {
    type Stored = Extra;

    fn stored(&self) -> Extra {
        self.to_fields()
    }

    fn restored(stored: Extra) -> Option<Self> {
        Some(Self::of_fields(stored))
    }
}
