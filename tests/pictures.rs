//! Pictures of the board, compared with stored ones (`UPDATE_SNAPSHOTS=1` stores them anew). Needs a Vulkan
//! adapter (mesa's will do); without one the tests are skipped with the reason, save in continuous
//! integration, which has to have it. `PICTURES_TO=folder` writes large ones to look at.

#[path = "pictures/asked.rs"]
mod asked;
#[path = "pictures/board.rs"]
mod board;
#[path = "pictures/compared.rs"]
mod compared;
#[path = "pictures/everything.rs"]
mod everything;
#[path = "fingerprint/mod.rs"]
mod fingerprint;
#[path = "pictures/fingerprints.rs"]
mod fingerprints;
#[path = "pictures/legend.rs"]
mod legend;
#[path = "pictures/likeness.rs"]
mod likeness;
#[path = "pictures/marks.rs"]
mod marks;
#[path = "pictures/names.rs"]
mod names;
#[path = "pictures/room.rs"]
mod room;
#[path = "pictures/sample.rs"]
mod sample;
#[path = "pictures/sight.rs"]
mod sight;
#[path = "pictures/small.rs"]
mod small;

use std::panic::{AssertUnwindSafe, catch_unwind};

use board::Board;
use egui_kittest::{Harness, SnapshotResults};
use netwerkopstelling::edit::Selection;
use netwerkopstelling::model::{ActorId, Background, Constellation};
use netwerkopstelling::scene::{Highlight, ThemeKind};
use netwerkopstelling::ui::canvas::Hovered;

fn shown(size: [f32; 2], board: Board) -> Harness<'static, Board> {
    let mut harness = Harness::builder()
        .with_size(size)
        .build_ui_state(|ui, board: &mut Board| board.ui(ui), board);
    harness.run_steps(4);
    // Places for names that take long are looked for beside the window.
    while harness.state().canvas.is_placing_names() {
        std::thread::sleep(std::time::Duration::from_millis(2));
        harness.run_steps(2);
    }
    harness
}

/// Whether pictures can be made here; says so when they cannot.
fn has_adapter() -> bool {
    if std::env::var_os("CI").is_some() {
        return true;
    }
    let probe = || {
        let mut harness = Harness::builder().with_size([8.0, 8.0]).build_ui(|_| {});
        harness.render().is_ok()
    };
    let is_there = catch_unwind(AssertUnwindSafe(probe)).unwrap_or(false);
    if !is_there {
        println!("skipped: no Vulkan adapter (on Debian and Ubuntu: apt install mesa-vulkan-drivers)");
    }
    is_there
}

/// The sample with something of everything: a selected, a hovered and a quiet piece, every kind of tie.
fn busy(constellation: Constellation, theme: ThemeKind) -> Board {
    let mut board = Board::new(constellation, theme);
    board
        .session
        .document
        .set_selection(Selection::of_actors([ActorId(26), ActorId(3)]));
    board
}

#[test]
fn the_board_looks_as_stored_in_every_theme() {
    if !has_adapter() {
        return;
    }
    let mut results = SnapshotResults::new();
    for (name, theme) in [
        ("board-light", ThemeKind::Light),
        ("board-dark", ThemeKind::Dark),
        ("board-contrast", ThemeKind::HighContrast),
    ] {
        let mut harness = shown([960.0, 640.0], busy(sample::sample(), theme));
        harness.snapshot(name);
        results.extend_harness(&mut harness);
    }
}

#[test]
fn large_pictures_to_look_at() {
    let Ok(folder) = std::env::var("PICTURES_TO") else {
        println!("skipped: PICTURES_TO names no folder");
        return;
    };
    let save = |name: &str, size: [f32; 2], board: Board| {
        let image = shown(size, board).render().expect("render");
        image.save(format!("{folder}/{name}.png")).expect("save");
    };
    for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
        save(
            &format!("{theme:?}"),
            [1280.0, 800.0],
            busy(sample::sample(), theme),
        );
        let mut board = Board::new(sample::sample(), theme);
        board.desk.hall_mode = true;
        save(&format!("hall-{theme:?}"), [1920.0, 1080.0], board);
    }
    for background in Background::ALL {
        let mut constellation = sample::sample();
        constellation.board.background = background;
        let board = Board::new(constellation, ThemeKind::Light);
        save(&format!("background-{background:?}"), [1280.0, 800.0], board);
    }
    let mut board = Board::new(sample::sample(), ThemeKind::Light);
    board.canvas.hovered = Hovered::Piece(ActorId(13));
    save("hovered", [1280.0, 800.0], board);
    let mut board = Board::new(sample::sample(), ThemeKind::Dark);
    board.session.lens.highlight = Some(Highlight {
        actors: [ActorId(1), ActorId(13), ActorId(26)].into(),
        ..Highlight::default()
    });
    board.rebuild();
    save("explained", [1280.0, 800.0], board);
}
