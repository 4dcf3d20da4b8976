//! The published JSON Schema (draft 2020-12), generated from the types of the file.

use schemars::generate::SchemaSettings;
use serde_json::Value;

use super::dto::FileDto;

/// The schema as a JSON value.
pub fn schema() -> Value {
    let generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    generator.into_root_schema_for::<FileDto>().to_value()
}

/// The schema as it stands in `assets/opstelling.schema.json`, ending in a new line.
pub fn schema_text() -> String {
    let mut text = serde_json::to_string_pretty(&schema()).expect("a schema is plain JSON");
    text.push('\n');
    text
}
