//! Places of other programs, in their own units, put on our board.

use serde_json::{Map, Value, json};

use crate::model::{Board, Point};

/// Within these bounds places are taken for board units and left as they are.
const SMALLEST_EXTENT: f64 = 100.0;
const LARGEST_EXTENT: f64 = 20_000.0;

/// Share of the board that scaled places fill.
const FILL: f64 = 0.8;

/// Gives every node with a place `x` and `y` in board units. Returns whether places were scaled.
pub(super) fn fit(nodes: &mut [Value]) -> bool {
    let mut places: Vec<(usize, Point)> = Vec::new();
    for (at, node) in nodes.iter_mut().enumerate() {
        if let Some(place) = node.as_object_mut().and_then(take_place) {
            places.push((at, place));
        }
    }
    let scale = scale(&places);
    for (at, place) in places {
        let place = scale.as_ref().map_or(place, |scale| scale(place));
        if let Some(node) = nodes[at].as_object_mut() {
            node.insert("x".to_owned(), json!(place.x));
            node.insert("y".to_owned(), json!(place.y));
        }
    }
    scale.is_some()
}

fn take_place(node: &mut Map<String, Value>) -> Option<Point> {
    let number = |value: Option<&Value>| value.and_then(Value::as_f64);
    if let (Some(x), Some(y)) = (number(node.get("x")), number(node.get("y"))) {
        return Some(Point::new(x, y));
    }
    // Layouts of NetworkX: y runs up.
    let pair = node.get("pos")?.as_array()?;
    let place = Point::new(number(pair.first())?, -number(pair.get(1))?);
    node.shift_remove("pos");
    Some(place)
}

fn scale(places: &[(usize, Point)]) -> Option<impl Fn(Point) -> Point + use<>> {
    let xs = || places.iter().map(|(_, place)| place.x);
    let ys = || places.iter().map(|(_, place)| place.y);
    let (left, right) = bounds(xs())?;
    let (top, bottom) = bounds(ys())?;
    let (width, height) = (right - left, bottom - top);
    let extent = width.max(height);
    if places.len() < 2 || extent == 0.0 || (SMALLEST_EXTENT..=LARGEST_EXTENT).contains(&extent) {
        return None;
    }
    let board = Board::default();
    let ratio = |room: f64, extent: f64| {
        if extent > 0.0 {
            room / extent
        } else {
            f64::INFINITY
        }
    };
    let factor = FILL * ratio(board.width, width).min(ratio(board.height, height));
    let centre = Point::new(left + width / 2.0, top + height / 2.0);
    // Places at the end of the range of numbers cannot be scaled; they stay where they are.
    let is_sound = factor.is_finite() && factor > 0.0 && centre.is_finite();
    is_sound.then_some(move |place: Point| {
        Point::new((place.x - centre.x) * factor, (place.y - centre.y) * factor).rounded()
    })
}

fn bounds(values: impl Iterator<Item = f64>) -> Option<(f64, f64)> {
    values.fold(None, |bounds, value| {
        let (low, high) = bounds.unwrap_or((value, value));
        Some((low.min(value), high.max(value)))
    })
}
