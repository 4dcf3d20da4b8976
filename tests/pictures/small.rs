//! The smallest pictures that can be asked for, and those that are a strip: smaller letters, and nothing over anything.

use std::fs;

use netwerkopstelling::analysis::Control;
use netwerkopstelling::export::picture::{PicturePart, PictureSize, PictureSubject};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Constellation, Language};
use netwerkopstelling::scene::{Appearance, Filters};
use netwerkopstelling::takeaway::{PictureKind, PictureSettings};
use resvg::usvg::{Group, Node, Options, Rect, Tree};

const GOVERNANCE: &str = "sample-networks/noord-holland-noord-governance.opstelling.json";
const SIZES: [&str; 5] = ["400x400", "500x400", "400x3000", "3000x400", "400x700"];

fn governance() -> Constellation {
    let path = format!("{}/{GOVERNANCE}", env!("CARGO_MANIFEST_DIR"));
    let bytes = fs::read(path).expect("a sample");
    formats::read(&bytes).expect("a sound sample").constellation
}

fn subject(constellation: Constellation) -> PictureSubject {
    PictureSubject {
        constellation,
        filters: Filters::default(),
        appearance: Appearance::default(),
        highlight: None,
        part: PicturePart::Board,
        texts: Texts::new(Language::Nl),
    }
}

/// Where each text stands that is not what is around another, with its words.
fn texts(tree: &Tree) -> Vec<(String, Rect)> {
    fn collect(group: &Group, found: &mut Vec<(String, Rect)>) {
        for node in group.children() {
            match node {
                Node::Group(group) => collect(group, found),
                Node::Text(text) => {
                    let chunks = text.chunks().iter().map(resvg::usvg::TextChunk::text);
                    let words = chunks.collect::<Vec<_>>().join(" ");
                    if !found.iter().any(|(other, _)| *other == words) {
                        found.push((words, text.abs_bounding_box()));
                    }
                }
                _ => {}
            }
        }
    }
    let mut found = Vec::new();
    collect(tree.root(), &mut found);
    found
}

fn overlap(one: Rect, other: Rect) -> f32 {
    let wide = one.right().min(other.right()) - one.left().max(other.left());
    let high = one.bottom().min(other.bottom()) - one.top().max(other.top());
    wide.max(0.0) * high.max(0.0)
}

fn faults(subject: &PictureSubject, settings: PictureSettings) -> Vec<String> {
    let file = subject.file(settings, PictureKind::Svg, &Control::new());
    let svg = String::from_utf8(file.expect("a picture")).expect("text");
    let mut options = Options::default();
    let fonts = options.fontdb_mut();
    fonts.load_font_data(netwerkopstelling::scene::marks::WORD_FONT.to_vec());
    let tree = Tree::from_str(&svg, &options).expect("a picture");
    let (wide, high) = (tree.size().width(), tree.size().height());
    let page = Rect::from_ltrb(0.0, 0.0, wide, high).expect("a page");
    let texts = texts(&tree);
    let mut found = Vec::new();
    for (at, (words, area)) in texts.iter().enumerate() {
        if overlap(*area, page) < 0.98 * area.width() * area.height() {
            found.push(format!("{words} is cut off: {area:?}"));
        }
        for (other, beside) in &texts[at + 1..] {
            let least = (area.width() * area.height()).min(beside.width() * beside.height());
            if overlap(*area, *beside) > 0.1 * least {
                found.push(format!("{words} and {other} lie over each other"));
            }
        }
    }
    let question = &subject.constellation.info.issue;
    if settings.has_question && !texts.iter().any(|(words, _)| words == question) {
        found.push("the question is not all there".to_owned());
    }
    found
}

#[test]
fn on_the_smallest_pictures_no_words_are_cut_off_or_lie_over_others() {
    let mut found = Vec::new();
    let subject = subject(governance());
    for size in SIZES {
        for has_legend in [true, false] {
            let settings = PictureSettings {
                size: PictureSize::parse(size).expect("a size"),
                has_legend,
                ..PictureSettings::default()
            };
            let faults = faults(&subject, settings);
            found.extend(faults.iter().map(|fault| format!("{size} {has_legend}: {fault}")));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_question_of_long_words_is_whole_in_a_narrow_picture() {
    let mut constellation = governance();
    constellation.info.issue = "Wie zit in het \
        Bovenregionaalwerkgelegenheidssamenwerkingsoverlegplatform, en wie ontbreekt daar tot nu toe nog?"
        .to_owned();
    constellation.info.source = "Verslag van de bijeenkomst, ".repeat(5);
    let subject = subject(constellation);
    let settings = PictureSettings {
        size: PictureSize::parse("400x900").expect("a size"),
        has_legend: false,
        ..PictureSettings::default()
    };
    let faults = faults(&subject, settings);
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
