//! What a large board takes in memory, counted in allocated bytes: the same on every machine.

use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::edit::Document;
use netwerkopstelling::model::{Constellation, Language};
use netwerkopstelling::scene::Scene;
use netwerkopstelling::ui::canvas::CanvasState;

use crate::memory::{COUNTER, counted, numbers_of};

// It can do more than come to rest.
#[allow(dead_code)]
#[path = "../../benches/board/mod.rs"]
mod bench_board;

use bench_board::Board;

const ACTORS: u32 = 4_000;
const RELATIONS: usize = 5 * ACTORS as usize;

/// Bytes that go with it.
fn freed(drop_it: impl FnOnce()) -> usize {
    let before = COUNTER.current_usage();
    drop_it();
    before - COUNTER.current_usage()
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn alone() {
    let mut board = Board::new(ACTORS);
    let (snapshot, snapshot_held, _) = counted(|| {
        let constellation = board.session.document.constellation();
        Snapshot::build(constellation, &AnalysisSettings::default(), Visible::ALL).unwrap()
    });
    drop(snapshot);
    let drawn = freed(|| board.canvas = CanvasState::default());
    let scene = freed(|| board.scene = Scene::default());
    let empty = Constellation::new(Language::Nl);
    let document = freed(|| board.session.document = Document::new(empty));
    println!("counted {document} {snapshot_held} {scene} {drawn}");
}

#[test]
fn a_large_board_stays_within_its_room() {
    let found = numbers_of("board_memory::alone");
    let [document, snapshot, scene, drawn] = found[..] else {
        panic!("four numbers: {found:?}");
    };
    // Ten relations have two actors beside them. A map of attributes in each that has none would be 50 more.
    assert!(document < 225 * RELATIONS, "{found:?}");
    // A list of its own for the relations of each pair would be 30 more.
    assert!(snapshot < 205 * RELATIONS, "{found:?}");
    assert!(scene < 115 * RELATIONS, "{found:?}");
    // A second copy of every tie beside that of the scene would be 60 more.
    assert!(drawn < 280 * RELATIONS, "{found:?}");
}
