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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::note::blocks::{NoteBlock, NoteColumn, NoteFigure, NoteSection, NoteTable};
    use crate::model::Language;
    use crate::takeaway::NotePart;

    fn note(blocks: Vec<NoteBlock>) -> NoteDocument {
        NoteDocument {
            title: "Wie?".to_owned(),
            contents: "Inhoud".to_owned(),
            language: Language::Nl,
            made_by: "wij".to_owned(),
            sections: vec![NoteSection {
                part: NotePart::Actors,
                heading: "Actoren".to_owned(),
                blocks,
            }],
        }
    }

    fn table(cells: &[[&str; 2]]) -> NoteTable {
        let columns = vec![NoteColumn::words("Naam"), NoteColumn::words("Toelichting")];
        let cells = cells.iter().map(|row| row.map(str::to_owned).to_vec());
        NoteTable::new("Tabel", columns, cells.collect())
    }

    /// Where letters begin and where lines of the table run, from above.
    fn rows(table: NoteTable) -> (Vec<f32>, Vec<f32>) {
        let note = note(vec![NoteBlock::Table(table)]);
        let letters = Typeface::new();
        let paged = paged(&note, &letters);
        let (mut words, mut rules) = (Vec::new(), Vec::new());
        for (mark, _) in &paged.pages[0].marks {
            match mark {
                Mark::Words { at, text, .. } if text.trim() == "x" => words.push(at.y),
                Mark::Rule { from, .. } => rules.push(from.y),
                _ => {}
            }
        }
        (words, rules)
    }

    #[test]
    fn every_row_of_a_table_has_the_same_room_around_its_letters_however_many_lines_they_have() {
        let long = "een toelichting die niet op een regel past ".repeat(8);
        let cells = [["x", "kort"], ["x", long.as_str()], ["x", "kort"], ["x", "kort"]];
        let (words, rules) = rows(table(&cells));
        assert_eq!((words.len(), rules.len()), (4, 5), "{words:?} {rules:?}");
        let above: Vec<f32> = words.iter().zip(&rules).map(|(word, rule)| word - rule).collect();
        assert!(
            above.iter().all(|room| (room - above[0]).abs() < 0.01),
            "{above:?}"
        );
        let high: Vec<f32> = rules.windows(2).map(|pair| pair[1] - pair[0]).collect();
        assert!(
            (high[0] - high[2]).abs() < 0.01 && high[1] > 2.0 * high[0],
            "{high:?}"
        );
        // A line of letters and as much above as below it: letters stand above the middle of what is below them.
        assert!((16.0..18.0).contains(&high[0]), "{high:?}");
        assert!(
            above[0] > 0.5 * high[0] && above[0] < 0.8 * high[0],
            "{above:?} of {high:?}"
        );
    }

    #[test]
    fn no_row_that_fits_on_a_page_is_cut_by_its_end_wherever_the_table_begins() {
        let letters = Typeface::new();
        let long = "een toelichting die niet op een regel past ".repeat(8);
        for above in 0..20 {
            let mut blocks: Vec<NoteBlock> = (0..above).map(|_| NoteBlock::paragraph("Een regel.")).collect();
            blocks.push(NoteBlock::Table(table(&[["x", long.as_str()]; 40])));
            let note = note(blocks);
            let paged = paged(&note, &letters);
            assert!(paged.pages.len() > 2);
            let mut page_of: BTreeMap<usize, usize> = BTreeMap::new();
            for (page, one) in paged.pages.iter().enumerate() {
                let cells = one.marks.iter().filter_map(|(_, part)| *part);
                for cell in cells.filter(|&part| paged.parts[part].sort == TagSort::Cell) {
                    let first = *page_of.entry(cell).or_insert(page);
                    assert_eq!(first, page, "below {above} lines a row is on two pages");
                }
            }
            assert_eq!(page_of.len(), 40);
        }
    }

    #[test]
    fn a_figure_is_told_to_be_on_the_page_and_in_the_area_that_its_picture_has() {
        let mut note = note(vec![NoteBlock::paragraph("Eerst een bladzijde zonder beeld.")]);
        let figure = |alternative: &str| {
            NoteBlock::Figure(NoteFigure {
                svg: String::new(),
                pixels: Some(Vec::new()),
                aspect: 0.6,
                alternative: alternative.to_owned(),
                caption: "Bord".to_owned(),
            })
        };
        for heading in ["Nu", "Straks"] {
            note.sections.push(NoteSection {
                part: NotePart::Picture,
                heading: heading.to_owned(),
                blocks: vec![figure(heading)],
            });
        }
        let letters = Typeface::new();
        let paged = paged(&note, &letters);
        let mut pages = Vec::new();
        for (part, tagged) in paged.parts.iter().enumerate() {
            let TagSort::Figure(words, page, told) = &tagged.sort else {
                continue;
            };
            let marks = paged.pages.get(*page).map_or(&[][..], |page| &page.marks);
            let is_there = marks.iter().any(|(mark, of)| {
                *of == Some(part) && matches!(mark, Mark::Picture(_, area) if area == told)
            });
            assert!(is_there, "{words} is not on page {page}");
            pages.push(*page);
        }
        assert_eq!(pages, [1, 2]);
    }
}
