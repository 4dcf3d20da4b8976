//! The note as a text document for Word (Office Open XML, ISO/IEC 29500, transitional): real headings and styles, tables
//! with a header row, the picture with its alternative text, language and title.

use super::blocks::{FittedTable, NoteBlock, NoteDocument, NoteFigure, NoteTable, USUAL_SIZE};
use super::markup::{Markup, MarkupAttributes};
use super::package::Package;

const STYLES: &str = include_str!("docx-styles.xml");
const NUMBERING: &str = include_str!("docx-numbering.xml");

/// Twentieths of a point per centimetre.
const TWIPS: f64 = 567.0;
/// English Metric Units per centimetre.
const UNITS: f64 = 360_000.0;
/// Sides of a page, centimetres.
const PAGE: [f64; 2] = [21.0, 29.7];
const MARGIN: f64 = 2.0;
/// Width of the text on a page, and on one lying down.
const WIDTH: f64 = PAGE[0] - 2.0 * MARGIN;
const WIDE: f64 = PAGE[1] - 2.0 * MARGIN;

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006";
const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// Id and kind of every part that the text speaks of, and where it is.
const PARTS: [(&str, &str, &str); 3] = [
    ("styles", "styles", "styles.xml"),
    ("numbering", "numbering", "numbering.xml"),
    ("footer", "footer", "footer.xml"),
];

pub fn write(note: &NoteDocument) -> Vec<u8> {
    let mut package = Package::new();
    let mut paper = DocxBody::default();
    let document = paper.document(note);
    package.packed("[Content_Types].xml", &content_types());
    package.packed("_rels/.rels", &root_relations());
    package.packed("docProps/core.xml", &properties(note));
    package.packed("word/document.xml", &document);
    package.packed("word/_rels/document.xml.rels", &relations(&paper));
    let language = match note.language_code() {
        "nl" => "nl-NL",
        _ => "en-GB",
    };
    package.packed("word/styles.xml", STYLES.replace("LANGUAGE", language).as_bytes());
    package.packed("word/numbering.xml", NUMBERING.as_bytes());
    package.packed("word/footer.xml", &footer());
    for picture in &paper.pictures {
        package.stored(&format!("word/{}", picture.path), picture.pixels);
    }
    package.into_bytes()
}

fn content_types() -> Vec<u8> {
    let word =
        |part: &str| format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{part}+xml");
    let mut file = Markup::xml();
    let name = format!("{PACKAGE}/content-types");
    file.element("Types", &[("xmlns", &name)], |file| {
        for (extension, kind) in [
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
        ] {
            file.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
        }
        let core = "application/vnd.openxmlformats-package.core-properties+xml".to_owned();
        for (path, kind) in [
            ("/docProps/core.xml", core),
            ("/word/document.xml", word("document.main")),
            ("/word/styles.xml", word("styles")),
            ("/word/numbering.xml", word("numbering")),
            ("/word/footer.xml", word("footer")),
        ] {
            file.empty("Override", &[("PartName", path), ("ContentType", &kind)]);
        }
    });
    file.into_bytes()
}

fn relation(file: &mut Markup, id: &str, kind: &str, target: &str) {
    file.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
}

fn root_relations() -> Vec<u8> {
    let mut file = Markup::xml();
    let name = format!("{PACKAGE}/relationships");
    file.element("Relationships", &[("xmlns", &name)], |file| {
        let kind = format!("{RELATIONS}/officeDocument");
        relation(file, "document", &kind, "word/document.xml");
        let kind = format!("{PACKAGE}/relationships/metadata/core-properties");
        relation(file, "core", &kind, "docProps/core.xml");
    });
    file.into_bytes()
}

fn relations(paper: &DocxBody<'_>) -> Vec<u8> {
    let mut file = Markup::xml();
    let name = format!("{PACKAGE}/relationships");
    file.element("Relationships", &[("xmlns", &name)], |file| {
        for (id, kind, target) in PARTS {
            relation(file, id, &format!("{RELATIONS}/{kind}"), target);
        }
        for picture in &paper.pictures {
            relation(file, &picture.id, &format!("{RELATIONS}/image"), &picture.path);
        }
    });
    file.into_bytes()
}

fn properties(note: &NoteDocument) -> Vec<u8> {
    let mut file = Markup::xml();
    let names = [
        ("xmlns:cp", format!("{PACKAGE}/metadata/core-properties")),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/".to_owned()),
    ];
    let names = names.each_ref().map(|(name, value)| (*name, value.as_str()));
    file.element("cp:coreProperties", &names, |file| {
        file.words("dc:title", &[], &note.title);
        file.words("dc:creator", &[], &note.made_by);
        file.words("dc:language", &[], note.language_code());
    });
    file.into_bytes()
}

fn footer() -> Vec<u8> {
    let mut file = Markup::xml();
    file.element("w:ftr", &[("xmlns:w", WORDS)], |file| {
        styled(file, "Footer", |file| {
            file.element("w:fldSimple", &[("w:instr", " PAGE ")], |file| run(file, "1"));
        });
    });
    file.into_bytes()
}

fn run(file: &mut Markup, text: &str) {
    sized_run(file, text, None);
}

/// In letters of so many half points; else those of the style.
fn sized_run(file: &mut Markup, text: &str, half_points: Option<&str>) {
    file.element("w:r", &[], |file| {
        if let Some(size) = half_points {
            file.element("w:rPr", &[], |file| {
                for name in ["w:sz", "w:szCs"] {
                    file.empty(name, &[("w:val", size)]);
                }
            });
        }
        file.words("w:t", &[("xml:space", "preserve")], text);
    });
}

/// A paragraph in a style.
fn styled(file: &mut Markup, style: &str, inside: impl FnOnce(&mut Markup)) {
    file.element("w:p", &[], |file| {
        file.element("w:pPr", &[], |file| file.empty("w:pStyle", &[("w:val", style)]));
        inside(file);
    });
}

fn twips(centimetres: f64) -> String {
    format!("{:.0}", centimetres * TWIPS)
}

fn units(centimetres: f64) -> String {
    format!("{:.0}", centimetres * UNITS)
}

/// The page that what stands above is on.
fn page(file: &mut Markup, is_wide: bool) {
    let [short, long] = PAGE.map(twips);
    file.element("w:sectPr", &[], |file| {
        file.empty("w:footerReference", &[("w:type", "default"), ("r:id", "footer")]);
        if is_wide {
            let about = [("w:w", long.as_str()), ("w:h", &short), ("w:orient", "landscape")];
            file.empty("w:pgSz", &about);
        } else {
            file.empty("w:pgSz", &[("w:w", &short), ("w:h", &long)]);
        }
        let (margin, edge) = (twips(MARGIN), twips(MARGIN / 2.0));
        let sides = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
        let edges = ["w:header", "w:footer"].map(|side| (side, edge.as_str()));
        let gutter = [("w:gutter", "0")];
        let about: Vec<(&str, &str)> = sides.into_iter().chain(edges).chain(gutter).collect();
        file.empty("w:pgMar", &about);
    });
}

struct PictureInFile<'a> {
    id: String,
    path: String,
    pixels: &'a [u8],
}

#[derive(Default)]
struct DocxBody<'a> {
    pictures: Vec<PictureInFile<'a>>,
    drawings: usize,
}

impl<'a> DocxBody<'a> {
    fn document(&mut self, note: &'a NoteDocument) -> Vec<u8> {
        let mut file = Markup::xml();
        let names = [
            ("xmlns:w", WORDS.to_owned()),
            ("xmlns:r", RELATIONS.to_owned()),
            ("xmlns:wp", format!("{DRAWING}/wordprocessingDrawing")),
            ("xmlns:a", format!("{DRAWING}/main")),
            ("xmlns:pic", format!("{DRAWING}/picture")),
        ];
        let names = names.each_ref().map(|(name, value)| (*name, value.as_str()));
        file.element("w:document", &names, |file| {
            file.element("w:body", &[], |file| self.body(file, note));
        });
        file.into_bytes()
    }

    fn body(&mut self, file: &mut Markup, note: &'a NoteDocument) {
        styled(file, "Title", |file| run(file, &note.title));
        let mut was_wide = false;
        for (at, section) in note.sections.iter().enumerate() {
            // A picture has a page lying down, so that its letters can be read.
            let is_wide = section.has_figure();
            if at > 0 && is_wide != was_wide {
                file.element("w:p", &[], |file| {
                    file.element("w:pPr", &[], |file| page(file, was_wide));
                });
            }
            was_wide = is_wide;
            styled(file, "Heading1", |file| run(file, &section.heading));
            for (block, is_lead) in section.led() {
                self.block(file, block, is_lead);
            }
        }
        page(file, was_wide);
    }

    fn block(&mut self, file: &mut Markup, block: &'a NoteBlock, is_lead: bool) {
        match block {
            NoteBlock::Heading(text) => styled(file, "Heading2", |file| run(file, text)),
            NoteBlock::Paragraph(text) if is_lead => styled(file, "Lead", |file| run(file, text)),
            NoteBlock::Paragraph(text) => styled(file, "BodyText", |file| run(file, text)),
            NoteBlock::List(items) => {
                for item in items {
                    styled(file, "ListBullet", |file| run(file, item));
                }
            }
            NoteBlock::Table(one) => table(file, one),
            NoteBlock::Figure(figure) => self.figure(file, figure),
        }
    }

    fn figure(&mut self, file: &mut Markup, figure: &'a NoteFigure) {
        let Some(pixels) = &figure.pixels else {
            styled(file, "BodyText", |file| run(file, &figure.alternative));
            return;
        };
        let embedded = self.add(pixels);
        self.drawings += 1;
        let id = self.drawings.to_string();
        let (wide, high) = (units(WIDE), units(WIDE * figure.aspect));
        let size = [("cx", wide.as_str()), ("cy", high.as_str())];
        let about = [
            ("id", id.as_str()),
            ("name", figure.caption.as_str()),
            ("descr", &figure.alternative),
        ];
        styled(file, "Picture", |file| {
            file.element("w:r", &[], |file| {
                file.element("w:drawing", &[], |file| {
                    let close = ["distT", "distB", "distL", "distR"].map(|side| (side, "0"));
                    file.element("wp:inline", &close, |file| {
                        file.empty("wp:extent", &size);
                        file.empty("wp:docPr", &about);
                        picture(file, &about, &size, &embedded);
                    });
                });
            });
        });
        styled(file, "Caption", |file| run(file, &figure.caption));
    }

    fn add(&mut self, pixels: &'a [u8]) -> String {
        let id = format!("picture{}", self.pictures.len() + 1);
        self.pictures.push(PictureInFile {
            path: format!("media/{id}.png"),
            id: id.clone(),
            pixels,
        });
        id
    }
}

fn picture(file: &mut Markup, about: MarkupAttributes<'_>, size: MarkupAttributes<'_>, embedded: &str) {
    let kind = format!("{DRAWING}/picture");
    file.element("a:graphic", &[], |file| {
        file.element("a:graphicData", &[("uri", &kind)], |file| {
            file.element("pic:pic", &[], |file| {
                file.element("pic:nvPicPr", &[], |file| {
                    file.empty("pic:cNvPr", about);
                    file.empty("pic:cNvPicPr", &[]);
                });
                file.element("pic:blipFill", &[], |file| {
                    file.empty("a:blip", &[("r:embed", embedded)]);
                    file.element("a:stretch", &[], |file| file.empty("a:fillRect", &[]));
                });
                file.element("pic:spPr", &[], |file| {
                    file.element("a:xfrm", &[], |file| {
                        file.empty("a:off", &[("x", "0"), ("y", "0")]);
                        file.empty("a:ext", size);
                    });
                    file.element("a:prstGeom", &[("prst", "rect")], |file| {
                        file.empty("a:avLst", &[]);
                    });
                });
            });
        });
    });
}

fn table(file: &mut Markup, table: &NoteTable) {
    let FittedTable { size, shares } = table.fit();
    let smaller = (size < USUAL_SIZE).then(|| format!("{:.0}", size * 2.0));
    let widths: Vec<String> = shares.into_iter().map(|share| twips(share * WIDTH)).collect();
    file.element("w:tbl", &[], |file| {
        file.element("w:tblPr", &[], |file| {
            file.empty("w:tblStyle", &[("w:val", "NoteTable")]);
            file.empty("w:tblW", &[("w:w", &twips(WIDTH)), ("w:type", "dxa")]);
            file.empty("w:tblLayout", &[("w:type", "fixed")]);
            file.empty("w:tblLook", &[("w:firstRow", "1"), ("w:firstColumn", "1")]);
            file.empty("w:tblCaption", &[("w:val", &table.name)]);
        });
        file.element("w:tblGrid", &[], |file| {
            for width in &widths {
                file.empty("w:gridCol", &[("w:w", width)]);
            }
        });
        let row = |file: &mut Markup, is_head: bool, cells: &mut dyn Iterator<Item = &String>| {
            file.element("w:tr", &[], |file| {
                file.element("w:trPr", &[], |file| {
                    file.empty("w:cantSplit", &[]);
                    if is_head {
                        file.empty("w:tblHeader", &[]);
                    }
                });
                for ((text, column), width) in cells.zip(&table.columns).zip(&widths) {
                    let style = match (is_head, column.is_figures) {
                        (true, false) => "TableHeading",
                        (true, true) => "TableHeadingFigures",
                        (false, false) => "TableWords",
                        (false, true) => "TableFigures",
                    };
                    file.element("w:tc", &[], |file| {
                        file.element("w:tcPr", &[], |file| {
                            file.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
                        });
                        styled(file, style, |file| sized_run(file, text, smaller.as_deref()));
                    });
                }
            });
        };
        row(file, true, &mut table.columns.iter().map(|column| &column.name));
        for cells in &table.rows {
            row(file, false, &mut cells.iter());
        }
    });
    // Two tables without a paragraph between them would become one.
    styled(file, "AfterTable", |_| {});
}
