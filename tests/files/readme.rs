//! The picture of the README is what the program draws today. `UPDATE_README=1` makes it anew.

use std::path::{Path, PathBuf};

use image::{ImageFormat, RgbaImage};

use crate::support::program;

const ROOT: &str = env!("CARGO_MANIFEST_DIR");
const SAMPLE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";
/// It is loaded with every visit to the page.
const MOST_BYTES: usize = 330_000;
/// Edges of shapes may be rounded otherwise on another processor.
const MOST_APART: u8 = 12;
const MOST_PIXELS_APART: usize = 200;

/// The picture that the README shows.
fn shown() -> PathBuf {
    let readme = std::fs::read_to_string(Path::new(ROOT).join("README.md")).unwrap();
    let (_, rest) = readme.split_once("](docs/").expect("it shows a picture");
    let (name, _) = rest.split_once(')').expect("and names its file");
    Path::new(ROOT).join("docs").join(name)
}

fn drawn() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().join("board.png");
    let output = program(|command| {
        command
            .args(["render", SAMPLE, "--size", "1280x800", "--png"])
            .arg(&out)
    });
    assert!(output.status.success(), "{output:?}");
    std::fs::read(out).unwrap()
}

fn pixels(png: &[u8]) -> RgbaImage {
    image::load_from_memory_with_format(png, ImageFormat::Png)
        .expect("a picture")
        .into_rgba8()
}

/// How many pixels an eye could tell apart.
fn apart(one: &RgbaImage, other: &RgbaImage) -> usize {
    if one.dimensions() != other.dimensions() {
        return usize::MAX;
    }
    let differs = |(one, other): &(&image::Rgba<u8>, &image::Rgba<u8>)| {
        (0..4).any(|at| one.0[at].abs_diff(other.0[at]) > MOST_APART)
    };
    one.pixels().zip(other.pixels()).filter(differs).count()
}

#[test]
fn the_picture_of_the_readme_is_what_the_program_draws_today() {
    let (path, drawn) = (shown(), drawn());
    if std::env::var_os("UPDATE_README").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let stored = std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    assert!(stored.len() <= MOST_BYTES, "{} bytes", stored.len());
    let apart = apart(&pixels(&stored), &pixels(&drawn));
    assert!(
        apart <= MOST_PIXELS_APART,
        "{} is out of date, {apart} pixels differ: UPDATE_README=1 cargo test --test files readme",
        path.display()
    );
}

#[test]
fn a_name_that_moves_makes_the_picture_out_of_date() {
    let before = pixels(&drawn());
    let mut after = before.clone();
    // As a name of sixty by sixteen pixels that stands four pixels further.
    let (wide, high) = (60, 16);
    let is_ink = |picture: &RgbaImage, x: u32, y: u32| {
        let names = (0..wide * high).filter(|at| picture.get_pixel(x + at % wide, y + at / wide).0[0] < 90);
        names.count() > 150
    };
    let places = (100..1100)
        .step_by(20)
        .flat_map(|x| (100..700).step_by(10).map(move |y| (x, y)));
    let (x, y) = places
        .into_iter()
        .find(|&(x, y)| is_ink(&before, x, y))
        .expect("a name");
    for dy in 0..high {
        for dx in 0..wide {
            after.put_pixel(x + dx + 4, y + dy, *before.get_pixel(x + dx, y + dy));
        }
    }
    assert!(apart(&before, &after) > MOST_PIXELS_APART);
}
