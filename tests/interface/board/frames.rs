//! What a frame hands to the graphics card while the view moves and while the hand drags. Counted, never timed: a
//! frame that grows here takes longer in `cargo bench --bench frame`.

#[path = "../../../benches/board/mod.rs"]
mod bench_board;

use bench_board::{Board, Handed};

const STEPS: u32 = 12;

fn most(of: impl Iterator<Item = Handed>) -> Handed {
    of.fold(Handed::default(), |most, one| Handed {
        triangles: most.triangles.max(one.triangles),
        bytes: most.bytes.max(one.bytes),
        texels: most.texels.max(one.texels),
    })
}

/// The most that one frame hands over while the view comes nearer, so many times nearer than all of the board; and
/// in the frames after that, until it has come to rest.
fn zooming(board: &mut Board, times: f32) -> (Handed, Handed) {
    let fitted = board.session.lens.camera;
    // The first letters of a size are painted once.
    for step in 0..STEPS {
        board.session.lens.camera = Board::zoomed(fitted, times, step);
        board.come_to_rest();
    }
    let before = board.canvas.counts;
    let moving = most((0..STEPS).map(|step| {
        board.session.lens.camera = Board::zoomed(fitted, times, step);
        board.frame()
    }));
    let after = board.canvas.counts;
    assert_eq!(
        after.label_layouts, before.label_layouts,
        "names look for places while zooming"
    );
    assert_eq!(
        after.shape_builds, before.shape_builds,
        "marks are drawn anew while zooming"
    );
    assert_eq!(after.stretches, before.stretches + u64::from(STEPS));
    assert_eq!(
        after.legend_choices, before.legend_choices,
        "the legend looks for a place while zooming"
    );
    let mut resting = Handed::default();
    while board.canvas.is_on_its_way() {
        std::thread::sleep(std::time::Duration::from_millis(2));
        resting = most([resting, board.frame()].into_iter());
    }
    let rested = board.canvas.counts;
    assert_eq!(
        rested.shape_builds,
        after.shape_builds + 1,
        "at rest it is drawn once"
    );
    assert_eq!(rested.label_layouts, after.label_layouts + 1);
    assert!(rested.legend_choices <= after.legend_choices + 1);
    board.frame();
    assert_eq!(
        board.canvas.counts.legend_choices, rested.legend_choices,
        "nothing changed, and the legend looks for a place"
    );
    assert!(
        rested.faint_pictures <= after.faint_pictures + 1,
        "painted once at rest"
    );
    board.session.lens.camera = fitted;
    board.come_to_rest();
    (moving, resting)
}

fn dragging(board: &mut Board) -> Handed {
    let grip = board.grip();
    board.hand(board.button(grip, true));
    for step in 0..4 {
        board.hand(Board::step_of_hand(grip, step));
    }
    let before = board.canvas.counts;
    let handed = most((4..STEPS).map(|step| board.hand(Board::step_of_hand(grip, step))));
    let after = board.canvas.counts;
    assert!(board.session.document.is_in_gesture(), "nothing was dragged");
    board.hand(board.button(grip, false));
    assert_eq!(
        after.shape_builds, before.shape_builds,
        "what rests is drawn anew while dragging"
    );
    assert_eq!(after.label_layouts, before.label_layouts);
    assert_eq!(after.graph_builds, before.graph_builds);
    assert_eq!(after.legend_choices, before.legend_choices);
    handed
}

fn assert_within(what: &str, handed: Handed, triangles: usize, bytes: usize, texels: usize) {
    println!("{what}: {handed:?}");
    assert!(
        handed.triangles <= triangles,
        "{what}: {handed:?}, at most {triangles} triangles"
    );
    assert!(handed.bytes <= bytes, "{what}: {handed:?}, at most {bytes} bytes");
    assert!(
        handed.texels <= texels,
        "{what}: {handed:?}, at most {texels} texels"
    );
}

fn assert_frames(actors: u32, limits: [(&str, usize, usize, usize); 6]) {
    let mut board = Board::new(actors);
    let still = board.frame();
    let (zoom, rest) = zooming(&mut board, 1.0);
    let (near, near_rest) = zooming(&mut board, 3.2);
    let drag = dragging(&mut board);
    let all = [still, zoom, rest, near, near_rest, drag];
    for (handed, (what, triangles, bytes, texels)) in all.into_iter().zip(limits) {
        assert_within(
            &format!("{actors} actors, {what}"),
            handed,
            triangles,
            bytes,
            texels,
        );
    }
}

/// Letters of one more size.
const FEW_TEXELS: usize = 70_000;
/// The picture of faint ties, in the one frame in which it comes from the job.
const PICTURE: usize = 3_200_000;

#[test]
fn frames_of_fifty_actors_stay_small() {
    assert_frames(
        50,
        [
            ("still", 69_000, 2_750_000, 0),
            ("zooming", 72_000, 2_650_000, 0),
            ("at rest after zooming", 80_000, 3_050_000, FEW_TEXELS),
            ("zooming close up", 70_000, 2_200_000, 0),
            ("at rest close up", 72_000, 2_300_000, FEW_TEXELS),
            ("dragging", 70_000, 2_800_000, 0),
        ],
    );
}

#[test]
fn frames_of_two_thousand_actors_and_ten_thousand_relations_stay_small() {
    assert_frames(
        2_000,
        [
            ("still", 78_000, 2_600_000, 0),
            ("zooming", 70_000, 2_200_000, 0),
            ("at rest after zooming", 78_000, 2_650_000, PICTURE),
            ("zooming close up", 170_000, 5_750_000, 0),
            ("at rest close up", 170_000, 5_750_000, PICTURE),
            ("dragging", 79_000, 2_650_000, 0),
        ],
    );
}
