//! How much of the window the board has: the sheet on which pieces stand, without what lies over it.

use egui::{Rect, Vec2, vec2};
use netwerkopstelling::command::{Command, DeskChange, FileRequest, Intent};
use netwerkopstelling::desk::RightTab;

use crate::program::Program;

fn in_window(size: [f32; 2]) -> Program {
    let mut program = Program::in_own_home();
    program.harness.set_size(Vec2::from(size));
    program.harness.run_steps(4);
    program
}

fn opened(sample: &str, size: [f32; 2]) -> Program {
    let mut program = in_window(size);
    let path = format!(
        "{}/sample-networks/{sample}.opstelling.json",
        env!("CARGO_MANIFEST_DIR")
    );
    program.send(FileRequest::OpenPath(path.as_str().into()));
    program.until("the file on the board", |program| program.counts().0 > 5);
    program.settle();
    program
}

/// The sheet in the window, edge to edge.
fn sheet(program: &Program) -> Rect {
    let app = program.harness.state();
    let camera = app.lens().camera;
    let board = &app.document().constellation().board;
    let view = program.board();
    let middle = view.center() - vec2(camera.centre.0, camera.centre.1) * camera.zoom;
    Rect::from_center_size(
        middle,
        vec2(board.width as f32, board.height as f32) * camera.zoom,
    )
}

/// What pieces and their names can use of the window, as a share of it.
fn share(program: &Program, size: [f32; 2]) -> f32 {
    let seen = sheet(program).intersect(program.board());
    let under = program.harness.state().legend_on_board();
    let covered = under
        .map(|legend| legend.intersect(seen))
        .filter(Rect::is_positive);
    (seen.area() - covered.map_or(0.0, |both| both.area())) / (size[0] * size[1])
}

const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "noord-holland-noord-governance",
    "gemeenschappelijke-regelingen-noord-holland-noord",
];

#[test]
fn a_new_board_takes_the_shape_of_its_room_and_two_fifths_of_a_small_window() {
    for size in [[1280.0, 800.0], [1920.0, 1080.0], [1024.0, 768.0]] {
        let mut program = in_window(size);
        program.send(Intent::Run(Command::New));
        program.settle();
        let (room, sheet) = (program.board(), sheet(&program));
        let shape = |rect: Rect| rect.width() / rect.height();
        assert!(
            (shape(sheet) / shape(room) - 1.0).abs() < 0.08,
            "{size:?}: {sheet} in {room}"
        );
        let share = share(&program, size);
        assert!(size[0] < 1200.0 || share >= 0.4, "{size:?}: {share}");
        assert_eq!(program.harness.state().document().history().steps().len(), 0);
        assert!(!program.harness.state().document().has_unsaved_changes());
    }
}

#[test]
fn a_sample_has_nearly_half_of_a_wide_window_with_its_legend_open() {
    for sample in SAMPLES {
        let size = [1920.0, 1080.0];
        let program = opened(sample, size);
        assert!(program.harness.state().desk().legend_is_open);
        let share = share(&program, size);
        assert!(share >= 0.45, "{sample}: {share}");
    }
}

#[test]
fn after_every_change_of_panels_all_of_the_board_is_in_sight_with_every_name() {
    for sample in SAMPLES {
        let mut program = opened(sample, [1280.0, 800.0]);
        for change in [
            DeskChange::CloseRight,
            DeskChange::CloseLeft,
            DeskChange::ToggleTable,
            DeskChange::OpenRight(RightTab::Selection),
            DeskChange::ToggleLegend,
            DeskChange::ToggleTable,
        ] {
            program.send(change.clone());
            program.settle();
            let (view, sheet) = (program.board(), sheet(&program));
            assert!(view.expand(1.0).contains_rect(sheet), "{sample} {change:?}");
            let is_wide = sheet.width() > 0.9 * view.width() || sheet.height() > 0.9 * view.height();
            assert!(
                is_wide || program.harness.state().desk().legend_is_open,
                "{sample} {change:?}: {sheet} in {view}"
            );
            let names = program.harness.state().name_places();
            for name in names.iter().flatten() {
                assert!(
                    view.expand(0.5).contains_rect(*name),
                    "{sample} {change:?}: {name}"
                );
            }
            assert!(names.iter().all(Option::is_some), "{sample} {change:?}");
        }
    }
}
