//! Files of every released version open for ever. They are never written again.

use std::fs;
use std::path::Path;

use netwerkopstelling::model::Point;

use crate::support::{read, rich, write};

#[test]
fn a_file_of_version_1_opens_for_ever() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/files/v1/everything.opstelling.json");
    if std::env::var_os("NEW_GOLDEN").is_some() && !path.exists() {
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, write(&rich())).unwrap();
    }
    let loaded = read(&fs::read(&path).expect("this file belongs to the repository"));
    assert!(loaded.report.is_clean(), "{:?}", loaded.report);
    let c = loaded.constellation;
    assert_eq!(c.info.issue, "Wie helpt wie aan werk?");
    assert_eq!((c.actors.len(), c.relations.len(), c.notes.len()), (3, 4, 3));
    let anna = c
        .actors
        .values()
        .find(|actor| actor.label.starts_with("Anna"))
        .unwrap();
    assert_eq!(anna.pos, Some(Point::new(0.0, -33.3)));
    assert_eq!((anna.influence, anna.gaze_deg), (Some(3), Some(315.0)));
    let weights: Vec<f64> = c.relations.values().map(|relation| relation.weight).collect();
    assert_eq!(weights, [2.5, 0.1, 1e-12, 1e12]);
    assert_eq!(c.board.picture.unwrap().bytes.len(), 256);
}
