//! The note as a PDF file that everybody can read (PDF/UA-1): headings, lists and tables are told as what they are, the
//! picture has words in its place, and the list of parts leads to them.

mod layout;

use std::collections::BTreeMap;
use std::num::NonZeroU16;

use image::ImageFormat;
use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::document::Document;
use krilla::geom::{Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::tagging::{
    BBox, Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind, TagTree,
};

use super::blocks::NoteDocument;
use crate::export::picture::{
    Medium, NoPicture, PaperSheet, SheetFonts, SheetLine, SheetPaint, SheetShape, SheetWords, Typeface,
};
use crate::model::Rgb;
use crate::scene::geometry::Xy;
use crate::scene::marks::Ink;
use layout::{Mark, NotePage, Paged, TagSort, paged};

const INK: Rgb = Rgb(0x1b, 0x1f, 0x24);
const RULE: Rgb = Rgb(0xc4, 0xc9, 0xd0);
const HEAD: Rgb = Rgb(0xee, 0xf1, 0xf4);

/// # Panics
/// When the file would not be what it says it is: a mistake of this module, which the tests would have met.
pub fn write(note: &NoteDocument) -> Vec<u8> {
    let letters = Typeface::new();
    let paged = paged(note, &letters);
    file(note, &paged, &letters).expect("every page has room, every part its words")
}

fn file(note: &NoteDocument, paged: &Paged<'_>, letters: &Typeface) -> Result<Vec<u8>, NoPicture> {
    let everybody = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let mut document = Document::new_with(SerializeSettings {
        configuration: everybody.finish().map_err(no_file)?,
        ..SerializeSettings::default()
    });
    let mut marked: BTreeMap<usize, Vec<Identifier>> = BTreeMap::new();
    let mut fonts = SheetFonts::default();
    for page in &paged.pages {
        let (wide, high) = page.size();
        let settings = PageSettings::from_wh(wide, high).ok_or(NoPicture)?;
        let mut sheet_page = document.start_page_with(settings);
        let sheet = PaperSheet::whole(sheet_page.surface(), high, fonts);
        fonts = draw(sheet, page, paged, letters, &mut marked);
        sheet_page.finish();
    }
    document.set_metadata(
        Metadata::new()
            .title(note.title.clone())
            .language(note.language_code().to_owned())
            .creator(note.made_by.clone()),
    );
    document.set_outline(outline(note, paged));
    let mut tree = TagTree::new();
    for &top in &paged.tops {
        tree.push(group(paged, top, &mut marked));
    }
    document.set_tag_tree(tree);
    document.finish().map_err(no_file)
}

fn no_file(error: impl std::fmt::Debug) -> NoPicture {
    log::error!("PDF of the note: {error:?}");
    NoPicture
}

fn draw<'s>(
    mut sheet: PaperSheet<'s>,
    page: &NotePage,
    paged: &Paged<'_>,
    letters: &Typeface,
    marked: &mut BTreeMap<usize, Vec<Identifier>>,
) -> SheetFonts {
    for (mark, of) in &page.marks {
        let put = |sheet: &mut PaperSheet<'s>| put(sheet, mark, paged, letters);
        match of {
            Some(part) => marked.entry(*part).or_default().extend(sheet.marked(put)),
            None => sheet.unmarked(put),
        }
    }
    sheet.into_fonts()
}

fn put(sheet: &mut PaperSheet<'_>, mark: &Mark, paged: &Paged<'_>, letters: &Typeface) {
    match mark {
        Mark::Words {
            text,
            at,
            size,
            weight,
        } => sheet.words(
            SheetWords {
                lines: &[(*at, text)],
                is_centred: false,
                size: *size,
                weight: *weight,
                ink: INK.into(),
                halo: None,
            },
            letters,
        ),
        Mark::Rule { from, to } => {
            let line = SheetLine {
                ink: Ink::from(RULE),
                width: 0.6,
                pattern: &[],
                offset: 0.0,
                is_round: false,
            };
            let points = [*from, Xy::new(*to, from.y)];
            let shape = SheetShape::Course {
                points: &points,
                is_closed: false,
            };
            let line = Some(line);
            sheet.shape(shape, SheetPaint { fill: None, line });
        }
        Mark::Ground(area) => {
            let (area, corner) = (*area, 0.0);
            let fill = Some(Ink::from(HEAD));
            sheet.shape(SheetShape::Card { area, corner }, SheetPaint { fill, line: None });
        }
        Mark::Picture(at, area) => {
            if let Some(pixels) = &paged.pictures[*at].pixels {
                sheet.image(*area, ImageFormat::Png, pixels);
            }
        }
    }
}

fn outline(note: &NoteDocument, paged: &Paged<'_>) -> Outline {
    let mut outline = Outline::new();
    let to = |page: usize, down: f32| XyzDestination::new(page, Point::from_xy(0.0, down));
    let mut whole = OutlineNode::new(note.title.clone(), to(0, 0.0));
    for (heading, page, down) in &paged.outline {
        whole.push_child(OutlineNode::new(heading.clone(), to(*page, *down)));
    }
    outline.push_child(whole);
    outline
}

/// A part with what was drawn of it and the parts in it.
fn group(paged: &Paged<'_>, at: usize, marked: &mut BTreeMap<usize, Vec<Identifier>>) -> TagGroup {
    let part = &paged.parts[at];
    let own = marked.remove(&at).unwrap_or_default();
    let mut children: Vec<Node> = own.into_iter().map(Node::from).collect();
    for &inner in &part.inside {
        children.push(group(paged, inner, marked).into());
    }
    TagGroup::with_children(tag(&part.sort), children)
}

fn tag(sort: &TagSort) -> TagKind {
    match sort {
        TagSort::Heading(level, text) => {
            let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
            Tag::Hn(level, Some(text.clone())).into()
        }
        TagSort::Paragraph => Tag::P.into(),
        TagSort::List => Tag::L(ListNumbering::Disc).into(),
        TagSort::Item => Tag::LI.into(),
        TagSort::Label => Tag::Lbl.into(),
        TagSort::ItemBody => Tag::LBody.into(),
        TagSort::Table(name) => Tag::Table.with_summary(Some(name.clone())).into(),
        TagSort::Row => Tag::TR.into(),
        TagSort::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
        TagSort::RowHead => Tag::TH(TableHeaderScope::Row).into(),
        TagSort::Cell => Tag::TD.into(),
        TagSort::Figure(words, page, [left, top, right, bottom]) => {
            let area = Rect::from_ltrb(*left, *top, *right, *bottom);
            let area = area.map(|area| BBox::new(*page, area));
            Tag::Figure(Some(words.clone())).with_bbox(area).into()
        }
        TagSort::Caption => Tag::Caption.into(),
    }
}
