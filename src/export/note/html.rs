//! The note as one page: style for screen and paper and the picture are inside it, and it asks for nothing from
//! elsewhere. It is well-formed XML too.

use super::blocks::{NoteBlock, NoteDocument, NoteFigure, NoteSection, NoteTable, has_long_word};
use super::markup::Markup;

const STYLE: &str = include_str!("note.css");
/// Nothing from elsewhere, and no scripts, whatever a name looks like.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:";

pub fn write(note: &NoteDocument) -> Vec<u8> {
    let mut page = Markup::new();
    page.raw("<!DOCTYPE html>\n");
    let language = note.language_code();
    page.element("html", &[("lang", language)], |page| {
        page.element("head", &[], |page| head(page, note));
        page.element("body", &[], |page| body(page, note));
    });
    page.raw("\n");
    page.into_bytes()
}

fn head(page: &mut Markup, note: &NoteDocument) {
    page.empty("meta", &[("charset", "utf-8")]);
    page.empty(
        "meta",
        &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)],
    );
    let view = "width=device-width, initial-scale=1";
    for (name, content) in [("viewport", view), ("generator", &note.made_by)] {
        page.empty("meta", &[("name", name), ("content", content)]);
    }
    page.words("title", &[], &note.title);
    page.element("style", &[], |page| page.raw(STYLE));
}

fn body(page: &mut Markup, note: &NoteDocument) {
    page.element("header", &[], |page| {
        page.words("h1", &[("dir", "auto")], &note.title);
    });
    page.element("nav", &[("aria-label", &note.contents)], |page| {
        page.element("ul", &[], |page| {
            for section in &note.sections {
                let target = format!("#{}", id(section));
                page.element("li", &[], |page| {
                    page.words("a", &[("href", &target)], &section.heading);
                });
            }
        });
    });
    page.element("main", &[], |page| {
        for section in &note.sections {
            let id = id(section);
            page.raw("\n");
            page.element("section", &[("aria-labelledby", &id)], |page| {
                page.words("h2", &[("id", &id)], &section.heading);
                for one in &section.blocks {
                    block(page, one);
                }
            });
        }
    });
}

fn id(section: &NoteSection) -> String {
    format!("note-{}", section.part.name())
}

fn block(page: &mut Markup, block: &NoteBlock) {
    page.raw("\n");
    match block {
        NoteBlock::Heading(text) => page.words("h3", &[("dir", "auto")], text),
        NoteBlock::Paragraph(text) => page.words("p", &[("dir", "auto")], text),
        NoteBlock::List(items) => page.element("ul", &[], |page| {
            for item in items {
                page.words("li", &[("dir", "auto")], item);
            }
        }),
        NoteBlock::Table(one) => table(page, one),
        NoteBlock::Figure(one) => figure(page, one),
    }
}

fn table(page: &mut Markup, table: &NoteTable) {
    page.element("table", &[], |page| {
        page.words("caption", &[], &table.name);
        let kind = |at: usize, text: &str| match (table.columns[at].is_figures, has_long_word(text)) {
            (true, _) => "figure",
            (false, true) => "long",
            (false, false) => "words",
        };
        page.element("thead", &[], |page| {
            page.element("tr", &[], |page| {
                for (at, column) in table.columns.iter().enumerate() {
                    page.words(
                        "th",
                        &[("scope", "col"), ("class", kind(at, &column.name))],
                        &column.name,
                    );
                }
            });
        });
        page.element("tbody", &[], |page| {
            for row in &table.rows {
                page.raw("\n");
                page.element("tr", &[], |page| {
                    for (at, cell) in row.iter().enumerate() {
                        let attributes = [("dir", "auto"), ("class", kind(at, cell)), ("scope", "row")];
                        if at == 0 {
                            page.words("th", &attributes, cell);
                        } else {
                            page.words("td", &attributes[..2], cell);
                        }
                    }
                });
            }
        });
    });
}

fn figure(page: &mut Markup, figure: &NoteFigure) {
    page.element("figure", &[], |page| {
        let named = [("role", "img"), ("aria-label", figure.alternative.as_str())];
        page.element("div", &named, |page| page.raw(element(&figure.svg)));
        page.words("figcaption", &[], &figure.caption);
    });
}

/// An SVG file without what only a file begins with.
fn element(svg: &str) -> &str {
    svg.find("<svg").map_or("", |at| &svg[at..])
}
