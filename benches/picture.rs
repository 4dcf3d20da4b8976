//! The clock that pictures of a large board take: SVG, a PNG of 3840 x 2160, a PDF on A0; one thread each.

use std::hint::black_box;

use board::constellation;
use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use netwerkopstelling::export::picture::{PictureInput, PictureSize, Typeface, pdf_of, png_of, svg_of};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::Language;
use netwerkopstelling::scene::marks::BoardLook;
use netwerkopstelling::scene::{Appearance, Filters, Palette, SceneInput, ThemeKind, build};

// Of the board without a window only its network is drawn here.
#[allow(dead_code)]
mod board;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn pictures(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("picture");
    group.sample_size(10);
    let letters = Typeface::new();
    let theme = ThemeKind::Light;
    let palette = Palette::of(theme);
    for actors in [50, 2_000] {
        let constellation = constellation(actors);
        let scene = build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let input = |size: &str| PictureInput {
            constellation: &constellation,
            scene: &scene,
            look: BoardLook::new(&scene, palette, theme, 1.0),
            texts: Texts::new(Language::Nl),
            size: PictureSize::parse(size).expect("a size"),
        };
        group.bench_function(BenchmarkId::new("svg", actors), |bench| {
            bench.iter(|| black_box(svg_of(&input("1600x1000"), &letters)));
        });
        group.bench_function(BenchmarkId::new("png", actors), |bench| {
            bench.iter(|| black_box(png_of(&input("3840x2160"), &letters, (3840, 2160), false)));
        });
        group.bench_function(BenchmarkId::new("pdf", actors), |bench| {
            bench.iter(|| black_box(pdf_of(&input("A0"), &letters)));
        });
    }
    group.finish();
}

criterion_group!(benches, pictures);
criterion_main!(benches);
