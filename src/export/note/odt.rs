//! The note as a text document (OpenDocument 1.3, ISO/IEC 26300): real headings and styles, tables with a header row, the
//! picture with its alternative text, language and title.

use super::blocks::{FittedTable, NoteBlock, NoteDocument, NoteFigure, NoteTable, USUAL_SIZE};
use super::markup::Markup;
use super::package::Package;

const KIND: &str = "application/vnd.oasis.opendocument.text";
/// What a user sees in the list of styles.
const STYLES: &str = include_str!("odt-styles.xml");
/// Of tables, rows, cells and pictures: offices know these with the content only.
const BOXES: &str = include_str!("odt-boxes.xml");

/// Width of the text on the page, centimetres: A4 with margins of 2.
const WIDTH: f64 = 17.0;
// Styles of paragraphs in a table.
const WORDS: &str = "Table_20_words";
const FIGURES: &str = "Table_20_figures";
const HEADING: &str = "Table_20_heading";
const HEADING_FIGURES: &str = "Table_20_heading_20_figures";
const CELL_STYLES: [&str; 4] = [WORDS, FIGURES, HEADING, HEADING_FIGURES];
/// The same on a page lying down.
const WIDE: f64 = 25.7;

const NAMESPACES: [(&str, &str); 9] = [
    ("xmlns:office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
    ("xmlns:style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
    ("xmlns:text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
    ("xmlns:table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
    ("xmlns:draw", "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"),
    (
        "xmlns:svg",
        "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0",
    ),
    (
        "xmlns:fo",
        "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0",
    ),
    ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
    ("office:version", "1.3"),
];

pub fn write(note: &NoteDocument) -> Vec<u8> {
    let mut package = Package::new();
    // First and as it is, so that the kind of file is known from its first bytes.
    package.stored("mimetype", KIND.as_bytes());
    let mut paper = OdtBody::new(note);
    let content = paper.content();
    package.packed("content.xml", &content);
    package.packed("styles.xml", styles(note).as_bytes());
    package.packed("meta.xml", &meta(note));
    for (path, pixels) in &paper.pictures {
        package.stored(path, pixels);
    }
    package.packed("META-INF/manifest.xml", &manifest(&paper));
    package.into_bytes()
}

/// With the language of the note, and the words on the page of pages.
fn styles(note: &NoteDocument) -> String {
    let country = match note.language_code() {
        "nl" => "NL",
        _ => "GB",
    };
    STYLES
        .replace("LANGUAGE", note.language_code())
        .replace("COUNTRY", country)
}

fn meta(note: &NoteDocument) -> Vec<u8> {
    let mut file = Markup::xml();
    let names = [
        NAMESPACES[0],
        NAMESPACES[8],
        ("xmlns:meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    file.element("office:document-meta", &names, |file| {
        file.element("office:meta", &[], |file| {
            file.words("meta:generator", &[], &note.made_by);
            file.words("dc:title", &[], &note.title);
            file.words("dc:language", &[], note.language_code());
        });
    });
    file.into_bytes()
}

fn manifest(paper: &OdtBody<'_>) -> Vec<u8> {
    let mut file = Markup::xml();
    let names = [
        (
            "xmlns:manifest",
            "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
        ),
        ("manifest:version", "1.3"),
    ];
    let parts = [
        ("/", KIND),
        ("content.xml", "text/xml"),
        ("styles.xml", "text/xml"),
        ("meta.xml", "text/xml"),
    ];
    let pictures = paper
        .pictures
        .iter()
        .map(|(path, _)| (path.as_str(), "image/png"));
    file.element("manifest:manifest", &names, |file| {
        for (path, kind) in parts.into_iter().chain(pictures) {
            let about = [("manifest:full-path", path), ("manifest:media-type", kind)];
            file.empty("manifest:file-entry", &about);
        }
    });
    file.into_bytes()
}

struct OdtBody<'a> {
    note: &'a NoteDocument,
    body: Markup,
    /// Widths of the columns of every table, and its letters where they are small, which are styles of their own.
    widths: Markup,
    tables: usize,
    /// Where in the package, and what.
    pictures: Vec<(String, &'a [u8])>,
}

impl<'a> OdtBody<'a> {
    fn new(note: &'a NoteDocument) -> Self {
        Self {
            note,
            body: Markup::new(),
            widths: Markup::new(),
            tables: 0,
            pictures: Vec::new(),
        }
    }

    fn content(&mut self) -> Vec<u8> {
        self.paragraph("Title", &self.note.title);
        let mut was_wide = false;
        for section in &self.note.sections {
            // A picture has a page lying down, so that its letters can be read.
            let is_wide = section.has_figure();
            let style = match (is_wide, was_wide) {
                (true, _) => "Wide_20_heading",
                (false, true) => "Upright_20_heading",
                (false, false) => "Heading_20_1",
            };
            was_wide = is_wide;
            self.heading(style, "1", &section.heading);
            for (block, is_lead) in section.led() {
                self.block(block, is_lead);
            }
        }
        let body = String::from_utf8(std::mem::replace(&mut self.body, Markup::new()).into_bytes());
        let widths = String::from_utf8(std::mem::replace(&mut self.widths, Markup::new()).into_bytes());
        let mut file = Markup::xml();
        file.element("office:document-content", &NAMESPACES, |file| {
            file.element("office:automatic-styles", &[], |file| {
                file.raw(BOXES);
                file.raw(&widths.expect("text"));
            });
            file.element("office:body", &[], |file| {
                file.element("office:text", &[], |file| file.raw(&body.expect("text")));
            });
        });
        file.into_bytes()
    }

    fn paragraph(&mut self, style: &str, text: &str) {
        self.body.words("text:p", &[("text:style-name", style)], text);
    }

    fn heading(&mut self, style: &str, level: &str, text: &str) {
        let about = [("text:style-name", style), ("text:outline-level", level)];
        self.body.words("text:h", &about, text);
    }

    fn block(&mut self, block: &'a NoteBlock, is_lead: bool) {
        match block {
            NoteBlock::Heading(text) => self.heading("Heading_20_2", "2", text),
            NoteBlock::Paragraph(text) if is_lead => self.paragraph("Lead", text),
            NoteBlock::Paragraph(text) => self.paragraph("Text_20_body", text),
            NoteBlock::List(items) => {
                let style = [("text:style-name", "Bullets")];
                self.body.element("text:list", &style, |body| {
                    for item in items {
                        body.element("text:list-item", &[], |body| {
                            body.words("text:p", &[("text:style-name", "List_20_text")], item);
                        });
                    }
                });
            }
            NoteBlock::Table(table) => self.table(table),
            NoteBlock::Figure(figure) => self.figure(figure),
        }
    }

    fn table(&mut self, table: &NoteTable) {
        self.tables += 1;
        let style = format!("Table{}", self.tables);
        let column = |at: usize| format!("{style}.{}", at + 1);
        let FittedTable { size, shares } = table.fit();
        for (at, share) in shares.into_iter().enumerate() {
            let column = column(at);
            let about = [("style:name", column.as_str()), ("style:family", "table-column")];
            let width = format!("{:.3}cm", share * WIDTH);
            self.widths.element("style:style", &about, |widths| {
                widths.empty("style:table-column-properties", &[("style:column-width", &width)]);
            });
        }
        // Letters that are smaller than those of the usual styles have styles of this table.
        let is_smaller = size < USUAL_SIZE;
        let words = |usual: &str| {
            if is_smaller {
                format!("{style}.{usual}")
            } else {
                usual.to_owned()
            }
        };
        for usual in CELL_STYLES.into_iter().filter(|_| is_smaller) {
            let name = words(usual);
            let about = [
                ("style:name", name.as_str()),
                ("style:family", "paragraph"),
                ("style:parent-style-name", usual),
            ];
            let size = format!("{size}pt");
            self.widths.element("style:style", &about, |styles| {
                styles.empty("style:text-properties", &[("fo:font-size", &size)]);
            });
        }
        let about = [
            ("table:name", style.as_str()),
            ("table:style-name", "Note_20_table"),
        ];
        self.body.element("table:table", &about, |body| {
            body.words("table:title", &[], &table.name);
            for at in 0..table.columns.len() {
                body.empty("table:table-column", &[("table:style-name", &column(at))]);
            }
            let cell = |body: &mut Markup, box_style: &str, style: &str, text: &str| {
                let about = [("table:style-name", box_style), ("office:value-type", "string")];
                body.element("table:table-cell", &about, |body| {
                    body.words("text:p", &[("text:style-name", &*words(style))], text);
                });
            };
            body.element("table:table-header-rows", &[], |body| {
                body.element("table:table-row", &[], |body| {
                    for column in &table.columns {
                        let style = if column.is_figures {
                            HEADING_FIGURES
                        } else {
                            HEADING
                        };
                        cell(body, "Head_20_cell", style, &column.name);
                    }
                });
            });
            for row in &table.rows {
                body.element(
                    "table:table-row",
                    &[("table:style-name", "Whole_20_row")],
                    |body| {
                        for (text, column) in row.iter().zip(&table.columns) {
                            let style = if column.is_figures { FIGURES } else { WORDS };
                            cell(body, "Cell", style, text);
                        }
                    },
                );
            }
        });
        self.paragraph("After_20_table", "");
    }

    fn figure(&mut self, figure: &'a NoteFigure) {
        let Some(pixels) = &figure.pixels else {
            self.paragraph("Text_20_body", &figure.alternative);
            return;
        };
        let number = self.pictures.len() + 1;
        let path = format!("Pictures/board-{number}.png");
        let (wide, high) = (format!("{WIDE}cm"), format!("{:.3}cm", WIDE * figure.aspect));
        let name = format!("board-{number}");
        self.body
            .element("text:p", &[("text:style-name", "Picture")], |body| {
                let about = [
                    ("draw:name", name.as_str()),
                    ("draw:style-name", "Picture_20_frame"),
                    ("text:anchor-type", "as-char"),
                    ("svg:width", &wide),
                    ("svg:height", &high),
                ];
                body.element("draw:frame", &about, |body| {
                    let link = [
                        ("xlink:href", path.as_str()),
                        ("xlink:type", "simple"),
                        ("xlink:show", "embed"),
                        ("xlink:actuate", "onLoad"),
                        ("draw:mime-type", "image/png"),
                    ];
                    body.empty("draw:image", &link);
                    body.words("svg:title", &[], &figure.caption);
                    body.words("svg:desc", &[], &figure.alternative);
                });
            });
        self.paragraph("Caption", &figure.caption);
        self.pictures.push((path, pixels));
    }
}
