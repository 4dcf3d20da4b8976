//! The published schema is that of the types, and an independent validator accepts what we write.

use std::fs;
use std::path::{Path, PathBuf};

use jsonschema::Validator;
use netwerkopstelling::formats::native::schema::{schema, schema_text};
use netwerkopstelling::model::{Constellation, Language};
use serde_json::{Value, json};

use crate::support::{rich, write};

fn published() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/opstelling.schema.json")
}

fn complaints(validator: &Validator, file: &Value) -> Vec<String> {
    let complaint = |error: jsonschema::ValidationError<'_>| format!("{}: {error}", error.instance_path());
    validator.iter_errors(file).map(complaint).collect()
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let below = |path: PathBuf| {
        if path.is_dir() {
            files_below(&path)
        } else {
            vec![path]
        }
    };
    entries.flatten().flat_map(|entry| below(entry.path())).collect()
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    if std::env::var_os("UPDATE_SCHEMA").is_some() {
        fs::write(published(), schema_text()).unwrap();
    }
    let found = fs::read_to_string(published()).unwrap_or_default();
    assert!(
        found == schema_text(),
        "assets/opstelling.schema.json is not that of the types; run once with UPDATE_SCHEMA=1"
    );
    assert_eq!(
        schema()["$schema"],
        json!("https://json-schema.org/draft/2020-12/schema")
    );
}

#[test]
fn what_we_write_and_every_sample_fits_the_schema() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    for constellation in [rich(), Constellation::new(Language::En), Constellation::default()] {
        let file = serde_json::from_slice(&write(&constellation)).unwrap();
        assert_eq!(complaints(&validator, &file), Vec::<String>::new());
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files = files_below(&root.join("sample-networks"));
    files.extend(files_below(&root.join("tests/files/v1")));
    files.retain(|path| path.to_string_lossy().ends_with(".opstelling.json"));
    assert!(!files.is_empty());
    for path in files {
        let file = serde_json::from_slice(&fs::read(&path).unwrap()).unwrap();
        assert_eq!(
            complaints(&validator, &file),
            Vec::<String>::new(),
            "{}",
            path.display()
        );
    }
}

#[test]
fn the_schema_refuses_what_a_file_may_not_have() {
    let validator = jsonschema::validator_for(&schema()).unwrap();
    let whole: Value = serde_json::from_slice(&write(&rich())).unwrap();
    for (place, bad) in [
        ("/format", json!("anders")),
        ("/version", json!("1")),
        ("/nodes/0/id", json!("")),
        ("/nodes/1/influence", json!(-1)),
        ("/nodes/1/x", json!("links")),
        ("/edges/0/weight", json!(0)),
        ("/edges/0/direction", json!("schuin")),
        ("/vocabulary/sectors/0/colour", json!("rood")),
        ("/board/width", json!(0)),
    ] {
        let mut file = whole.clone();
        *file.pointer_mut(place).unwrap() = bad;
        assert!(!complaints(&validator, &file).is_empty(), "{place}");
    }
    for (object, field) in [("", "nodes"), ("/edges/0", "source"), ("/nodes/0", "id")] {
        let mut file = whole.clone();
        let object = file.pointer_mut(object).unwrap().as_object_mut().unwrap();
        object.remove(field);
        assert!(!complaints(&validator, &file).is_empty(), "{field}");
    }
}
