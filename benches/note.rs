//! The note's goal: that of the register sample within 2 s, figures, picture and every kind of document included.

use std::hint::black_box;

use criterion::{BenchmarkId, Criterion};
use netwerkopstelling::analysis::Control;
use netwerkopstelling::analysis::snapshot::AnalysisSettings;
use netwerkopstelling::export::note::{NOTE_FORMATS, NoteFigures, NoteInput, note_of};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::lens::Lens;
use netwerkopstelling::model::Language;

// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const REGISTER: &[u8] =
    include_bytes!("../sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json");

fn main() {
    let mut criterion = Criterion::default().configure_from_args().sample_size(10);
    let mut group = criterion.benchmark_group("note");
    let constellation = formats::read(REGISTER).expect("the sample").constellation;
    let lens = Lens::of(&constellation);
    for format in &NOTE_FORMATS {
        group.bench_function(BenchmarkId::new("register", format.extension), |bencher| {
            bencher.iter(|| {
                let settings = AnalysisSettings::default();
                let snapshot = NoteFigures::network(&constellation, &lens.filters, &settings);
                let figures = NoteFigures::of(snapshot.expect("a network"), settings, &Control::new());
                let note = note_of(&NoteInput {
                    constellation: &constellation,
                    filters: &lens.filters,
                    colour_by: &lens.colour_by,
                    figures: &figures.expect("nobody stops it"),
                    without: &[],
                    file: "register.opstelling.json",
                    texts: Texts::new(Language::Nl),
                });
                black_box((format.write)(&note))
            });
        });
    }
    group.finish();
    criterion.final_summary();
}
