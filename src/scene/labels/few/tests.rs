use super::places::{LEAST, length};
use super::*;
use crate::scene::labels::STEP;

const ROOM: ApartRoom = ApartRoom {
    area: [-1e3, -1e3, 1e3, 1e3],
    may_cross: false,
};

fn request(x: f32, y: f32) -> LabelRequest {
    LabelRequest {
        centre: Xy::new(x, y),
        clearance: 20.0,
        reach: 18.0,
        size: (80.0, 16.0),
        priority: 0.0,
        previous: None,
        insists: false,
    }
}

fn body(request: &LabelRequest) -> Area {
    let Xy { x, y } = request.centre;
    [x - 16.0, y - 16.0, x + 16.0, y + 16.0]
}

/// All of these, none of which may stand beside its piece.
fn apart<'a>(requests: &'a [LabelRequest], obstacles: &'a [Area], room: ApartRoom) -> PlaceSearch<'a> {
    let mut search = PlaceSearch::new(requests, obstacles, room, MOST_FOR_ALL);
    search.beside = &[];
    let all: Vec<usize> = (0..requests.len()).collect();
    if search.find(&all) {
        search.come_nearer(&all);
    }
    if room.may_cross {
        search.cross_least(&all);
    }
    search
}

fn side(search: &PlaceSearch<'_>, at: usize) -> Option<LabelSide> {
    search.stands[at].map(|place| place.side)
}

#[test]
fn alone_a_label_stands_as_near_as_a_line_can_be_seen() {
    let one = [request(0.0, 0.0)];
    let bodies = one.map(|one| body(&one));
    let place = apart(&one, &bodies, ROOM).stands[0].expect("there is room");
    let length = length(&one[0], place.area).expect("apart");
    assert!(length < 20.0 * (LEAST + STEP), "{length}");
}

#[test]
fn a_line_goes_around_a_piece_and_another_line_and_no_shorter_one_is_free() {
    // Pieces in a row, so near to each other that between them no label has room.
    let requests: Vec<LabelRequest> = (0..6).map(|at| request(at as f32 * 42.0, 0.0)).collect();
    let bodies: Vec<Area> = requests.iter().map(body).collect();
    let mut search = apart(&requests, &bodies, ROOM);
    let lines: Vec<[Xy; 2]> = search
        .stands
        .iter()
        .map(|place| place.and_then(|place| place.line).expect("room"))
        .collect();
    for (at, &line) in lines.iter().enumerate() {
        let others = |of: &usize| *of != at;
        assert!((0..6).filter(others).all(|of| !passes(line, bodies[of])), "{at}");
        assert!((0..6).filter(others).all(|of| !cross(line, lines[of])), "{at}");
    }
    for at in 0..6 {
        let now = search.cost(at);
        search.stands[at] = None;
        let best = search.settle(at, NOWHERE, 0, usize::MAX).expect("where it is");
        assert!(best > now - LEAST_GAIN, "{at}: {best} is nearer than {now}");
    }
}

#[test]
fn behind_walls_there_is_a_place_only_for_a_line_that_may_cross() {
    let one = [request(0.0, 0.0)];
    let walls = [
        [-30.0, -30.0, 30.0, -24.0],
        [-30.0, 24.0, 30.0, 30.0],
        [-30.0, -30.0, -24.0, 30.0],
        [24.0, -30.0, 30.0, 30.0],
    ];
    let obstacles = [&[body(&one[0])][..], &walls].concat();
    assert_eq!(side(&apart(&one, &obstacles, ROOM), 0), None);
    let may_cross = ApartRoom {
        may_cross: true,
        ..ROOM
    };
    assert!(side(&apart(&one, &obstacles, may_cross), 0).is_some());
}

#[test]
fn a_label_stays_where_it_was_unless_it_could_be_much_nearer() {
    let far = LabelSide::Apart { right: 0, down: 20 };
    let near = LabelSide::Apart { right: 14, down: 0 };
    let at_home = |previous| {
        let one = [LabelRequest {
            previous: Some(previous),
            ..request(0.0, 0.0)
        }];
        side(&apart(&one, &one.map(|one| body(&one)), ROOM), 0)
    };
    assert_eq!(at_home(near), Some(near));
    assert_ne!(at_home(far), Some(far));
}

/// A lane with a dead end: the label of its one piece has room in it only where that of the other stands first.
fn narrow() -> (Vec<LabelRequest>, Vec<Area>) {
    let requests = vec![request(0.0, 0.0), request(130.0, 0.0)];
    let mut obstacles: Vec<Area> = requests.iter().map(body).collect();
    // The first may stand only at the right of its piece, the second at the left, above or below.
    obstacles.extend([
        [-200.0, -200.0, 40.0, -19.0],
        [-200.0, 19.0, 40.0, 200.0],
        [-200.0, -19.0, -17.0, 19.0],
    ]);
    (requests, obstacles)
}

#[test]
fn who_has_another_place_makes_way_for_who_has_none() {
    let (requests, obstacles) = narrow();
    let room = ApartRoom {
        area: [-60.0, -60.0, 400.0, 60.0],
        may_cross: false,
    };
    // The second goes first, and would rather stay where it was.
    let mut stubborn = requests.clone();
    stubborn[1].previous = Some(LabelSide::Left);
    let sides = place_all(&stubborn, &obstacles, &[1, 0], room, &Patience::endless());
    assert!(sides.iter().all(Option::is_some), "{sides:?}");
    assert_ne!(sides[1], Some(LabelSide::Left));
    // Without the first it does stay.
    let alone = place_all(&stubborn[1..], &obstacles[1..], &[0], room, &Patience::endless());
    assert_eq!(alone, [Some(LabelSide::Left)]);
}

#[test]
fn on_a_hopeless_board_the_search_ends_after_so_many_places() {
    // In one heap, walled in: no search finds a place for all.
    let requests: Vec<LabelRequest> = (0..45)
        .map(|at| request((at % 9) as f32 * 40.0, (at / 9) as f32 * 40.0))
        .collect();
    let bodies: Vec<Area> = requests.iter().map(body).collect();
    let room = ApartRoom {
        area: [-60.0, -60.0, 400.0, 240.0],
        may_cross: false,
    };
    let order: Vec<usize> = (0..45).collect();
    let before = tally::here().places;
    let patience = Patience::endless();
    assert!(!has_room_for_all(
        &requests,
        &bodies,
        &order,
        room,
        (10_000, &patience)
    ));
    let looked_at = tally::here().places - before;
    // One more for every step of all tries that were under way.
    assert!((10_000..10_100).contains(&looked_at), "{looked_at}");
}
