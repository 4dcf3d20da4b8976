//! What the program tells lies on no piece, no name, not on the card with the question and not on the legend.

use std::path::{Path, PathBuf};

use egui::{Rect, vec2};
use egui_kittest::kittest::Queryable;
use netwerkopstelling::command::{Command, FileRequest, Intent};
use netwerkopstelling::desk::PathPurpose;
use netwerkopstelling::takeaway::PictureKind;

use crate::program::Program;

const SAMPLES: [&str; 3] = [
    "arbeidsmarktregio",
    "noord-holland-noord-governance",
    "gemeenschappelijke-regelingen-noord-holland-noord",
];

/// The notices on the screen, with the frames around them.
fn notices(program: &Program, texts: &[&str]) -> Vec<Rect> {
    let crosses = program.harness.query_all_by_label("Melding sluiten");
    let crosses: Vec<Rect> = crosses.map(|node| node.rect()).collect();
    let found = texts
        .iter()
        .flat_map(|text| program.harness.query_all_by_label_contains(text));
    let found = found.map(|node| {
        let text = node.rect();
        let own = crosses.iter().min_by(|a, b| {
            (a.center().y - text.center().y)
                .abs()
                .total_cmp(&(b.center().y - text.center().y).abs())
        });
        text.union(*own.expect("a cross")).expand(11.0)
    });
    found.collect()
}

/// What of the board the notices hide.
fn hidden(program: &Program, notices: &[Rect]) -> Vec<String> {
    let app = program.harness.state();
    let mut faults = Vec::new();
    let mut check = |what: String, rect: Rect| {
        if notices.iter().any(|notice| notice.intersects(rect)) {
            faults.push(format!("{what} at {rect}"));
        }
    };
    let names = app.name_places();
    for (piece, name) in app.scene().pieces.iter().zip(names) {
        check(
            format!("the piece of {}", piece.label),
            program.piece(&piece.label),
        );
        if let Some(name) = name {
            check(format!("the name of {}", piece.label), name.shrink(1.0));
        }
    }
    if let Some(legend) = app.legend_on_board() {
        check("the legend".to_owned(), legend);
    }
    faults
}

/// Two at once: a short one, and one that says why and what to do.
const SHORT: &str = "klembord";
const LONG: &str = "is niet bewaard.";

fn told(program: &mut Program) {
    program.send(Intent::Run(Command::CopyFigures));
    program.until_label(SHORT);
    let nowhere = PathBuf::from("/geen/map/die/er/is/een-bord-met-een-lange-naam.svg");
    let purpose = PathPurpose::ExportPicture(PictureKind::Svg);
    program.send(FileRequest::PathChosen(purpose, nowhere.into()));
    program.until_label(LONG);
    program.settle();
}

#[test]
fn no_notice_hides_a_piece_or_a_name_or_the_legend() {
    let mut found = Vec::new();
    for sample in SAMPLES {
        let home = tempfile::tempdir().unwrap();
        let file = format!(
            "{}/sample-networks/{sample}.opstelling.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let mut program = Program::started_with(home.path(), Path::new(&file));
        program.until("the file", |program| program.counts().0 > 5);
        program.settle();
        program.until("figures", |program| program.shows("Bruggenbouwers"));
        for is_hall in [false, true] {
            for size in [[1280.0, 800.0], [1920.0, 1080.0], [1024.0, 768.0]] {
                program.harness.set_size(vec2(size[0], size[1]));
                program.settle();
                told(&mut program);
                let notices = notices(&program, &[SHORT, LONG]);
                assert_eq!(notices.len(), 2, "{sample} {size:?}");
                let board = program.board();
                let faults = hidden(&program, &notices).into_iter();
                let outside = notices
                    .iter()
                    .filter(|notice| !board.contains_rect(notice.shrink(1.0)));
                let outside = outside.map(|notice| format!("{notice} is not on the board"));
                let place = format!("{sample} {size:?} hall {is_hall}");
                found.extend(faults.chain(outside).map(|fault| format!("{place}: {fault}")));
                while program.shows("Melding sluiten") {
                    let cross = program
                        .harness
                        .query_all_by_label("Melding sluiten")
                        .next()
                        .expect("one");
                    cross.click();
                    program.harness.run_steps(4);
                }
            }
            program.send(Intent::Run(Command::HallMode));
            program.settle();
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_notice_goes_elsewhere_when_a_piece_is_put_where_it_stands() {
    let mut program = Program::with_new_board();
    let middle = program.board().center();
    program.add(middle - vec2(0.0, 60.0), "Alkmaar");
    told(&mut program);
    let before = notices(&program, &[LONG]);
    let from = program.piece("Alkmaar").center();
    program.drag(from, before[0].center() + vec2(0.0, 20.0));
    program.settle();
    let after = notices(&program, &[SHORT, LONG]);
    assert_eq!(after.len(), 2);
    assert_eq!(hidden(&program, &after), Vec::<String>::new());
}
