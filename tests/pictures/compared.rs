//! The SVG of a board beside the board as the screen draws it.

use std::fs;

use netwerkopstelling::export::picture::{BoardView, PictureInput, PictureSize, Typeface, svg_of_view};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Background, Constellation, Language};
use netwerkopstelling::scene::ThemeKind;
use netwerkopstelling::scene::geometry::Xy;
use netwerkopstelling::scene::marks::BoardLook;
use roxmltree::{Document, Node};

use crate::board::Board;
use crate::{sample, shown};

const SIZE: [f32; 2] = [1280.0, 800.0];
/// How far apart a name may stand in the two, in points.
const NEAR: f32 = 1.5;

/// A name, and the middle of its upper edge.
type NamePlace = (String, Xy);

/// One board in both.
struct Both {
    svg: String,
    on_screen: Vec<NamePlace>,
}

impl Both {
    fn new(constellation: Constellation, theme: ThemeKind) -> Self {
        let mut board = Board::new(constellation, theme);
        board.desk.legend_is_open = false;
        let harness = shown(SIZE, board);
        let board = harness.state();
        Self {
            svg: svg(board),
            on_screen: names_on_screen(board),
        }
    }
}

fn svg(board: &Board) -> String {
    let viewport = board.canvas.viewport.expect("drawn");
    let input = PictureInput {
        constellation: board.session.document.constellation(),
        scene: &board.scene,
        look: BoardLook::new(&board.scene, board.palette, board.theme, 1.0),
        texts: Texts::new(Language::Nl),
        size: PictureSize::parse("1280x800").expect("a size"),
    };
    let origin = viewport.origin();
    let view = BoardView {
        origin: Xy::new(origin.x, origin.y),
        zoom: viewport.zoom(),
    };
    svg_of_view(&input, &Typeface::new(), view)
}

fn names_on_screen(board: &Board) -> Vec<NamePlace> {
    let pieces = board.scene.pieces.iter();
    let named = pieces.filter_map(|piece| {
        let rect = board.canvas.label_rect(&board.scene, piece.actor)?;
        let words: Vec<&str> = piece.label.split_whitespace().collect();
        Some((words.join(" "), Xy::new(rect.center().x, rect.top())))
    });
    named.collect()
}

fn names_in(svg: &str) -> Vec<NamePlace> {
    let file = Document::parse(svg).expect("sound XML");
    let names = file
        .descendants()
        .find(|node| node.attribute("id") == Some("names"));
    let names = names.expect("names");
    let typeface = Typeface::new();
    let name = |text: Node<'_, '_>| {
        let words: Vec<&str> = text.children().filter_map(|line| line.text()).collect();
        let line = text.first_child().expect("a line");
        let top = number(line, "y") - typeface.ascent(number(text, "font-size"));
        (
            words.join(" "),
            origin_of(names) + Xy::new(number(line, "x"), top),
        )
    };
    names
        .children()
        .filter(|node| node.has_tag_name("text"))
        .map(name)
        .collect()
}

fn number(node: Node<'_, '_>, name: &str) -> f32 {
    node.attribute(name).expect(name).parse().expect("a number")
}

/// Where the (0, 0) of what is in an element is.
fn origin_of(node: Node<'_, '_>) -> Xy {
    let moves = node
        .ancestors()
        .filter_map(|around| around.attribute("transform"));
    let step = |moved: &str| {
        let sides = moved.trim_start_matches("translate(").trim_end_matches(')');
        let (x, y) = sides.split_once(' ').expect("two numbers");
        Xy::new(x.parse().expect("a number"), y.parse().expect("a number"))
    };
    moves.map(step).fold(Xy::ZERO, |sum, step| sum + step)
}

/// Names that are in one of the two only, or elsewhere.
fn differences(on_screen: &[NamePlace], in_svg: &[NamePlace]) -> Vec<String> {
    if on_screen.len() != in_svg.len() {
        return vec![format!("{} names, not {}", in_svg.len(), on_screen.len())];
    }
    let pairs = on_screen.iter().zip(in_svg);
    let apart = pairs.filter(|(here, there)| here.0 != there.0 || here.1.distance(there.1) > NEAR);
    apart
        .map(|(here, there)| format!("{here:?} is {there:?}"))
        .collect()
}

/// The boards of which both are made: every sample of the program, and one with something of everything.
fn boards() -> Vec<(&'static str, Constellation)> {
    let mut everything = sample::sample();
    everything.board.background = Background::SectorFields;
    let mut boards = vec![("everything", everything)];
    for name in [
        "arbeidsmarktregio",
        "noord-holland-noord-governance",
        "gemeenschappelijke-regelingen-noord-holland-noord",
    ] {
        let path = format!(
            "{}/sample-networks/{name}.opstelling.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let bytes = fs::read(path).expect("a sample");
        boards.push((name, formats::read(&bytes).expect("a sound sample").constellation));
    }
    boards
}

#[test]
fn names_stand_in_the_svg_of_every_sample_where_they_stand_on_the_screen() {
    for (name, constellation) in boards() {
        for theme in [ThemeKind::Light, ThemeKind::HighContrast] {
            let both = Both::new(constellation.clone(), theme);
            assert!(both.on_screen.len() > 20, "{name}");
            let found = differences(&both.on_screen, &names_in(&both.svg));
            assert!(found.is_empty(), "{name} {theme:?}: {found:#?}");
        }
    }
}

#[test]
fn a_name_that_moved_by_four_points_or_went_is_found() {
    let both = Both::new(sample::sample(), ThemeKind::Dark);
    let (before, names) = both.svg.split_once("id=\"names\"").expect("names");
    let (start, rest) = names.split_once("<tspan x=\"").expect("a name");
    let (x, rest) = rest.split_once('"').expect("a place");
    let x: f32 = x.parse().expect("a number");
    let moved = format!("{before}id=\"names\"{start}<tspan x=\"{}\"{rest}", x + 4.0);
    assert_eq!(differences(&both.on_screen, &names_in(&moved)).len(), 1);
    let (_, after) = names.split_once("</text>").expect("a name");
    let gone = format!("{before}id=\"names\">{after}");
    assert_eq!(differences(&both.on_screen, &names_in(&gone)).len(), 1);
}
