//! The icon of the program: one drawing, and the pixels that window and packages take from it.
//! `UPDATE_ICONS=1` makes the pixels anew.

use std::path::{Path, PathBuf};

use image::{ImageFormat, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

/// Sizes of icons on Debian and on Windows.
const SIZES: [u32; 7] = [16, 24, 32, 48, 64, 128, 256];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/icons")
}

fn drawn(size: u32) -> Pixmap {
    let svg = std::fs::read(folder().join("netwerkopstelling.svg")).unwrap();
    let tree = Tree::from_data(&svg, &Options::default()).unwrap();
    let mut pixels = Pixmap::new(size, size).unwrap();
    let share = size as f32 / tree.size().width();
    resvg::render(&tree, Transform::from_scale(share, share), &mut pixels.as_mut());
    pixels
}

fn decoded(bytes: &[u8]) -> RgbaImage {
    image::load_from_memory_with_format(bytes, ImageFormat::Png)
        .unwrap()
        .to_rgba8()
}

#[test]
fn the_icons_of_window_and_packages_are_the_drawing() {
    let is_update = std::env::var_os("UPDATE_ICONS").is_some();
    for size in SIZES {
        let drawn = drawn(size).encode_png().unwrap();
        let path = folder().join(format!("{size}.png"));
        if is_update {
            std::fs::write(&path, &drawn).unwrap();
        }
        let stored = decoded(&std::fs::read(&path).unwrap());
        assert_eq!(stored.dimensions(), (size, size));
        assert!(
            stored == decoded(&drawn),
            "{size}.png is not the drawing: UPDATE_ICONS=1 makes it anew"
        );
    }
}

/// At the size of a title bar each of the three pieces is still a colour of its own.
#[test]
fn at_sixteen_pixels_the_three_pieces_are_told_apart() {
    let small = decoded(&drawn(16).encode_png().unwrap());
    let [bridge, left, right] = [(8, 5), (4, 11), (12, 11)].map(|(x, y)| small.get_pixel(x, y).0);
    let board = small.get_pixel(8, 13).0;
    let apart = |a: [u8; 4], b: [u8; 4]| (0..3).map(|at| u32::from(a[at].abs_diff(b[at]))).sum::<u32>();
    for (one, other) in [
        (bridge, left),
        (bridge, right),
        (left, right),
        (bridge, board),
        (left, board),
        (right, board),
    ] {
        assert!(apart(one, other) > 90, "{one:?} beside {other:?}");
    }
}
