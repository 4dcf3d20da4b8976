//! PNG and PDF from the command line, read back by programs of others.

use std::collections::BTreeSet;
use std::fs;
use std::io::{Cursor, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use image::RgbaImage;
use netwerkopstelling::formats;
use netwerkopstelling::model::{Actor, ActorId, Background, Constellation, Language, Picture, Point};
use netwerkopstelling::scene::marks::WORD_FONT;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::Value;

use crate::support::program;

const WORK: &str = "sample-networks/arbeidsmarktregio.opstelling.json";
const REGISTER: &str = "sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json";
const GOVERNANCE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";

fn render(file: &Path, arguments: &[&str]) -> Output {
    program(|command| command.arg("render").arg(file).args(arguments))
}

/// A picture in a folder of its own.
struct Rendered {
    path: PathBuf,
    _folder: tempfile::TempDir,
}

fn rendered(file: &Path, option: &str, more: &[&str]) -> Rendered {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(format!("board.{}", &option[2..]));
    let arguments = [&[option, path.to_str().unwrap()], more].concat();
    let output = render(file, &arguments);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    Rendered {
        path,
        _folder: folder,
    }
}

fn constellation(file: &str) -> Constellation {
    let bytes = fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
    formats::read(&bytes).unwrap().constellation
}

fn in_folder(folder: &Path, constellation: &Constellation) -> PathBuf {
    let file = folder.join("board.opstelling.json");
    fs::write(&file, formats::native::write(constellation)).unwrap();
    file
}

/// Whether the readers of PDF are there; says so when they are not.
pub fn has_readers() -> bool {
    let is_there = |program: &str, argument: &str| Command::new(program).arg(argument).output().is_ok();
    let all = is_there("qpdf", "--version") && is_there("pdfinfo", "-v") && is_there("pdftotext", "-v");
    if !all {
        assert!(
            std::env::var_os("CI").is_none(),
            "qpdf and poppler-utils must be there"
        );
        let told = "skipped: no qpdf or pdfinfo (on Debian and Ubuntu: apt install qpdf poppler-utils)";
        let _ = writeln!(std::io::stderr(), "{told}");
    }
    all
}

pub fn answer(program: &str, arguments: &[&str], file: &Path) -> String {
    let output = Command::new(program)
        .args(arguments)
        .arg(file)
        .args((program == "pdftotext").then_some("-"))
        .output()
        .expect("it is there");
    assert!(output.status.success(), "{program} {arguments:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// With one space between words, whatever lines they stand in.
fn in_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// All texts under a name anywhere in the objects of a PDF.
pub fn texts_of(file: &Path, name: &str) -> Vec<String> {
    fn collect(value: &Value, name: &str, found: &mut Vec<String>) {
        match value {
            Value::Object(fields) => {
                for (key, value) in fields {
                    match value.as_str() {
                        Some(text) if key == name => found.push(text.trim_start_matches("u:").to_owned()),
                        _ => collect(value, name, found),
                    }
                }
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, name, found)),
            _ => {}
        }
    }
    let objects = serde_json::from_str(&answer("qpdf", &["--json=2", "--json-key=qpdf"], file)).unwrap();
    let mut found = Vec::new();
    collect(&objects, name, &mut found);
    found
}

#[test]
fn a_pdf_is_sound_and_says_to_everybody_who_is_on_it() {
    if !has_readers() {
        return;
    }
    for (file, more, sheet) in [
        (WORK, &[][..], "841.89 x 595.276"),
        (
            GOVERNANCE,
            &["--size", "A2", "--lang", "en"][..],
            "1683.78 x 1190.55",
        ),
        (
            REGISTER,
            &["--size", "A0", "--theme", "contrast"][..],
            "3370.39 x 2383.94",
        ),
    ] {
        let pdf = rendered(Path::new(file), "--pdf", more);
        answer("qpdf", &["--check"], &pdf.path);
        let said = in_one_line(&answer("pdfinfo", &[], &pdf.path));
        assert!(said.contains("Tagged: yes"), "{said}");
        assert!(said.contains(&format!("Page size: {sheet} pts")), "{said}");
        let constellation = constellation(file);
        let question = in_one_line(&constellation.info.issue);
        assert!(said.contains(&format!("Title: {question}")), "{said}");
        assert!(answer("pdfinfo", &["-meta"], &pdf.path).contains("<pdfuaid:part>1</pdfuaid:part>"));
        let language = if more.contains(&"en") { "en" } else { "nl" };
        assert_eq!(texts_of(&pdf.path, "/Lang"), [language]);
        let structure = answer("pdfinfo", &["-struct"], &pdf.path);
        assert!(
            structure.contains("H1") && structure.contains("Figure"),
            "{structure}"
        );
        let instead = texts_of(&pdf.path, "/Alt");
        assert_eq!(instead.len(), 1, "{instead:?}");
        for actor in constellation.actors.values() {
            assert!(instead[0].contains(&actor.label), "{}: {instead:?}", actor.label);
        }
        let heading = in_one_line(&answer("pdfinfo", &["-struct-text"], &pdf.path));
        assert!(heading.contains(&question), "{heading}");
    }
}

#[test]
fn the_footer_of_a_pdf_is_read_after_the_figure_as_a_paragraph_of_its_own() {
    if !has_readers() {
        return;
    }
    // What is read aloud: a line for each element, deeper in what it belongs to, and its texts in quotes.
    let read = |more: &[&str]| -> Vec<(String, String)> {
        let pdf = rendered(Path::new(WORK), "--pdf", more);
        let said = answer("pdfinfo", &["-struct-text"], &pdf.path);
        let mut found: Vec<(String, String)> = Vec::new();
        // What an element is like begins with a stroke.
        for line in said.lines().map(str::trim).filter(|line| !line.starts_with('/')) {
            match (line.strip_prefix('"'), found.last_mut()) {
                (Some(text), Some((_, texts))) => texts.push_str(text.trim_end_matches('"')),
                _ => {
                    let name = line.split_whitespace().next().unwrap_or_default();
                    found.push((name.trim_end_matches(':').to_owned(), String::new()));
                }
            }
        }
        found.retain(|(name, _)| ["H1", "Figure", "P"].contains(&name.as_str()));
        found
    };
    let with = read(&[]);
    let order: Vec<&str> = with.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(order, ["H1", "Figure", "P"]);
    assert!(with[2].1.contains("Over 23 actoren en 54 relaties"), "{with:?}");
    assert!(!with[1].1.contains("Over 23 actoren"), "{with:?}");
    let without = read(&["--without", "footer"]);
    assert!(without.iter().all(|(name, _)| name != "P"), "{without:?}");
}

#[test]
fn every_name_on_paper_can_be_searched_and_copied() {
    if !has_readers() {
        return;
    }
    let pdf = rendered(Path::new(WORK), "--pdf", &["--size", "A3"]);
    let text = in_one_line(&answer("pdftotext", &["-raw"], &pdf.path));
    for actor in constellation(WORK).actors.values() {
        let name = in_one_line(&actor.label);
        assert_eq!(text.matches(&name).count().min(1), 1, "{name} in {text}");
    }
    // The one around the letters is no second text.
    assert_eq!(text.matches("Werkgevers-servicepunt").count(), 1, "{text}");
}

#[test]
fn letters_that_the_font_lacks_and_signs_that_no_text_may_hold_are_no_reason_for_no_paper() {
    let names = [
        "משרד הפנים",
        "Αθήνα Київ \u{1f600}",
        "bel\u{7} nul\u{0} \u{feff}\u{fffe}x",
        "<b>&amp;</b>",
        "",
    ];
    let mut constellation = Constellation::new(Language::Nl);
    for (at, name) in names.into_iter().enumerate() {
        let mut actor = Actor::new(ActorId(at as u32 + 1), &format!("a{at}"), name);
        actor.pos = Some(Point::new(at as f64 * 200.0 - 400.0, 0.0));
        constellation.actors.insert(actor.id, actor);
    }
    let folder = tempfile::tempdir().unwrap();
    let file = in_folder(folder.path(), &constellation);
    let pdf = folder.path().join("board.pdf");
    let output = render(&file, &["--pdf", pdf.to_str().unwrap()]);
    assert!(matches!(output.status.code(), Some(0 | 3)), "{output:?}");
    assert!(fs::read(&pdf).unwrap().starts_with(b"%PDF-1.7"));
    if has_readers() {
        answer("qpdf", &["--check"], &pdf);
        let text = in_one_line(&answer("pdftotext", &["-raw"], &pdf));
        assert!(text.contains("Αθήνα Київ \u{1f600}"), "{text}");
        // poppler writes from the left what it takes to be drawn from the right.
        let has = |word: &str| text.contains(word) || text.contains(&word.chars().rev().collect::<String>());
        assert!(has("משרד") && has("הפנים"), "{text}");
        assert!(text.contains("<b>&amp;</b>"), "{text}");
        // Without a question the file still has a name.
        assert!(answer("pdfinfo", &[], &pdf).contains("Netwerkopstelling"));
    }
}

fn pixels(png: &Path) -> RgbaImage {
    let picture = image::load_from_memory(&fs::read(png).unwrap());
    picture.expect("a picture").into_rgba8()
}

#[test]
fn a_png_is_as_large_as_asked_and_larger_is_the_same_picture() {
    let small = pixels(&rendered(Path::new(WORK), "--png", &["--size", "800x500"]).path);
    assert_eq!(small.dimensions(), (800, 500));
    let scaled = ["--size", "800x500", "--scale", "3"];
    let large = pixels(&rendered(Path::new(WORK), "--png", &scaled).path);
    assert_eq!(large.dimensions(), (2400, 1500));
    let sheet = pixels(&rendered(Path::new(WORK), "--png", &["--size", "A4"]).path);
    assert_eq!(sheet.dimensions(), (1123, 794));
    let shrunk = image::imageops::resize(&large, 800, 500, image::imageops::FilterType::Triangle);
    let differs = |(one, other): (&image::Rgba<u8>, &image::Rgba<u8>)| {
        one.0.iter().zip(other.0).any(|(a, b)| a.abs_diff(b) > 90)
    };
    let apart = small
        .pixels()
        .zip(shrunk.pixels())
        .filter(|&pair| differs(pair))
        .count();
    assert!(apart < 800 * 500 / 200, "{apart} pixels differ");
    let colours: BTreeSet<[u8; 4]> = small.pixels().map(|one| one.0).collect();
    assert!(colours.len() > 200, "{}", colours.len());
}

/// An SVG as the painter of others draws it.
fn drawn_by_others(svg: &Path) -> RgbaImage {
    let mut options = Options::default();
    options.fontdb_mut().load_font_data(WORD_FONT.to_vec());
    let tree = Tree::from_data(&fs::read(svg).unwrap(), &options).expect("sound SVG");
    let size = tree.size().to_int_size();
    let mut drawn = Pixmap::new(size.width(), size.height()).unwrap();
    resvg::render(&tree, Transform::identity(), &mut drawn.as_mut());
    let bytes = drawn.take();
    RgbaImage::from_raw(size.width(), size.height(), bytes).expect("nothing is transparent")
}

#[test]
fn a_png_shows_what_others_draw_of_the_svg() {
    for theme in ["light", "contrast"] {
        let ours = pixels(&rendered(Path::new(GOVERNANCE), "--png", &["--theme", theme]).path);
        let others = drawn_by_others(&rendered(Path::new(GOVERNANCE), "--svg", &["--theme", theme]).path);
        assert_eq!(ours.dimensions(), others.dimensions());
        let differs = |(one, other): (&image::Rgba<u8>, &image::Rgba<u8>)| {
            one.0.iter().zip(other.0).any(|(a, b)| a.abs_diff(b) > 40)
        };
        let apart = ours
            .pixels()
            .zip(others.pixels())
            .filter(|&pair| differs(pair))
            .count();
        // The two soften the edges of letters a little differently.
        assert!(
            apart * 500 < ours.pixels().len(),
            "{theme}: {apart} pixels differ"
        );
    }
}

#[test]
fn a_transparent_png_has_nothing_under_the_board_and_the_same_pieces() {
    let plain = pixels(&rendered(Path::new(WORK), "--png", &[]).path);
    let clear = pixels(&rendered(Path::new(WORK), "--png", &["--transparent"]).path);
    assert!(plain.pixels().all(|one| one[3] == 255));
    assert_eq!((clear[(0, 0)][3], clear[(1599, 999)][3]), (0, 0));
    let (mut full, mut same, mut empty) = (0u32, 0u32, 0u32);
    for (clear, plain) in clear.pixels().zip(plain.pixels()) {
        full += u32::from(clear[3] == 255);
        // What covers all but a hair of the ground may be one step away from covering all of it.
        let is_same = (0..3).all(|at| clear[at].abs_diff(plain[at]) <= 1);
        same += u32::from(clear[3] == 255 && is_same);
        empty += u32::from(clear[3] == 0);
    }
    assert_eq!(full, same, "what is full has the colours of the other");
    assert!(full > 50_000 && empty > 400_000, "{full} {empty}");
}

#[test]
fn the_picture_under_the_board_is_in_every_kind_of_picture() {
    let mut bytes = Cursor::new(Vec::new());
    let red = RgbaImage::from_pixel(40, 20, image::Rgba([200, 0, 0, 255]));
    red.write_to(&mut bytes, image::ImageFormat::Png).unwrap();
    let mut constellation = constellation(WORK);
    constellation.board.background = Background::Picture;
    constellation.board.picture = Some(Picture {
        name: "rood.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: bytes.into_inner().into(),
    });
    let folder = tempfile::tempdir().unwrap();
    let file = in_folder(folder.path(), &constellation);
    let picture = pixels(&rendered(&file, "--png", &[]).path);
    let red = picture.pixels().filter(|one| one.0 == [200, 0, 0, 255]).count();
    assert!(red > 100_000, "{red}");
    if has_readers() {
        let pdf = rendered(&file, "--pdf", &[]);
        let with = texts_of(&pdf.path, "/Subtype");
        assert!(with.iter().any(|kind| kind == "/Image"), "{with:?}");
        let without = texts_of(&rendered(Path::new(WORK), "--pdf", &[]).path, "/Subtype");
        assert!(without.iter().all(|kind| kind != "/Image"), "{without:?}");
    }
}

#[test]
fn the_same_file_gives_the_same_picture_to_the_byte() {
    for option in ["--png", "--pdf"] {
        let [one, other] = [(); 2].map(|()| fs::read(rendered(Path::new(WORK), option, &[]).path).unwrap());
        assert!(one == other, "{option}");
    }
}

#[test]
fn all_kinds_of_pictures_are_written_in_one_go() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["svg", "png", "pdf"].map(|kind| folder.path().join(format!("board.{kind}")));
    let [svg, png, pdf] = paths.each_ref().map(|path| path.to_str().unwrap());
    let output = render(Path::new(WORK), &["--svg", svg, "--png", png, "--pdf", pdf]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let starts: [&[u8]; 3] = [b"<?xml", b"\x89PNG", b"%PDF"];
    for (path, start) in paths.iter().zip(starts) {
        assert!(fs::read(path).unwrap().starts_with(start), "{path:?}");
    }
}

#[test]
fn what_makes_no_picture_is_said_and_the_old_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let old = folder.path().join("old.png");
    fs::write(&old, "mine").unwrap();
    let old_path = old.to_str().unwrap();
    let nowhere = folder.path().join("no/such/folder/board.pdf");
    let pdf = folder.path().join("board.pdf");
    for (arguments, code) in [
        (&[][..], 2),
        (&["--png", old_path][..], 1),
        (&["--png", old_path, "--force", "--scale", "5"][..], 2),
        (&["--png", old_path, "--force", "--scale", "0"][..], 2),
        (
            &["--png", old_path, "--force", "--size", "A0", "--scale", "4"][..],
            2,
        ),
        (&["--png", old_path, "--force", "--size", "A9"][..], 2),
        (&["--pdf", nowhere.to_str().unwrap()][..], 1),
        (&["--pdf", pdf.to_str().unwrap(), "--scale", "2"][..], 2),
        (&["--pdf", pdf.to_str().unwrap(), "--transparent"][..], 2),
    ] {
        let output = render(Path::new(WORK), arguments);
        assert_eq!(output.status.code(), Some(code), "{arguments:?} {output:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(
            said.starts_with("Fout: ") && said.trim_end().ends_with('.'),
            "{said}"
        );
        assert_eq!(fs::read(&old).unwrap(), b"mine", "{arguments:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{arguments:?}");
    }
    // So many pixels are no reason against a picture that has none.
    let svg = folder.path().join("board.svg");
    let output = render(
        Path::new(WORK),
        &["--svg", svg.to_str().unwrap(), "--size", "20000x20000"],
    );
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    let output = render(Path::new(WORK), &["--png", old_path, "--force"]);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert_eq!(pixels(&old).dimensions(), (1600, 1000));
}

#[test]
fn of_a_file_of_which_something_was_skipped_the_rest_is_drawn_and_the_exit_code_says_so() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("network.json");
    let nodes = r#"{"nodes":[{"id":"a","x":0,"y":0},{"id":"b","x":200,"y":100}],"edges":[{"source":"a","target":"b"},{"source":"a","target":"gone"}]}"#;
    fs::write(&file, nodes).unwrap();
    for kind in ["png", "pdf"] {
        let out = folder.path().join(format!("board.{kind}"));
        let output = render(&file, &[&format!("--{kind}"), out.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(3), "{output:?}");
        assert!(fs::metadata(&out).unwrap().len() > 1000);
    }
}
