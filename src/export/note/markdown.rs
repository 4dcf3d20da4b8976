//! The note as Markdown (CommonMark, with the tables of GitHub). The picture stands at the end of the file, so that
//! the text before it can be read as it is.

use base64::Engine;

use super::blocks::{NoteBlock, NoteDocument, NoteFigure, NoteTable};

/// What the picture is called in the text.
const PICTURE: &str = "bord";

pub fn write(note: &NoteDocument) -> Vec<u8> {
    let mut paper = MarkdownBody::default();
    paper.block(format!("# {}", escaped(&note.title)));
    for section in &note.sections {
        paper.block(format!("## {}", escaped(&section.heading)));
        for block in &section.blocks {
            paper.add(block);
        }
    }
    for (number, svg) in (1..).zip(&paper.pictures) {
        let content = base64::engine::general_purpose::STANDARD.encode(svg);
        paper.text.push_str(&format!(
            "\n[{PICTURE}-{number}]: data:image/svg+xml;base64,{content}\n"
        ));
    }
    paper.text.into_bytes()
}

#[derive(Default)]
struct MarkdownBody {
    text: String,
    pictures: Vec<String>,
}

impl MarkdownBody {
    /// Blocks stand apart by an empty line.
    fn block(&mut self, text: impl AsRef<str>) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.text.push_str(text.as_ref());
        self.text.push('\n');
    }

    fn add(&mut self, block: &NoteBlock) {
        match block {
            NoteBlock::Heading(text) => self.block(format!("### {}", escaped(text))),
            NoteBlock::Paragraph(text) => self.block(escaped(text)),
            NoteBlock::List(items) => {
                let items = items.iter().map(|item| format!("- {}", escaped(item)));
                self.block(items.collect::<Vec<_>>().join("\n"));
            }
            NoteBlock::Table(table) => self.block(rows(table)),
            NoteBlock::Figure(figure) => self.figure(figure),
        }
    }

    fn figure(&mut self, figure: &NoteFigure) {
        self.pictures.push(figure.svg.clone());
        let number = self.pictures.len();
        let alternative = escaped(&figure.alternative);
        self.block(format!("![{alternative}][{PICTURE}-{number}]"));
        self.block(escaped(&figure.caption));
    }
}

fn rows(table: &NoteTable) -> String {
    let row =
        |cells: &mut dyn Iterator<Item = String>| format!("| {} |", cells.collect::<Vec<_>>().join(" | "));
    let names = row(&mut table.columns.iter().map(|column| escaped(&column.name)));
    let rule = |is_figures| if is_figures { "---:" } else { "---" }.to_owned();
    let rule = row(&mut table.columns.iter().map(|column| rule(column.is_figures)));
    let rows = table
        .rows
        .iter()
        .map(|cells| row(&mut cells.iter().map(|cell| escaped(cell))));
    [names, rule]
        .into_iter()
        .chain(rows)
        .collect::<Vec<_>>()
        .join("\n")
}

/// A line that shows as it stands: nothing in it is a sign of Markdown or of HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, letter) in text.char_indices() {
        let is_sign = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' => true,
            // What begins a heading, a list or a rule.
            '#' | '+' | '-' | '=' => at == 0,
            // "1." begins a list.
            '.' | ')' => at == digits && digits > 0,
            _ => false,
        };
        if is_sign {
            safe.push('\\');
        }
        safe.push(letter);
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_markdown_stays_as_it_was_written() {
        for (text, safe) in [
            ("# a", "\\# a"),
            ("a # b - c", "a # b - c"),
            ("- a", "\\- a"),
            ("12. a 3. b", "12\\. a 3. b"),
            (
                "<b> & [x](y) | `z` *w* ~~v~~",
                "\\<b\\> \\& \\[x\\](y) \\| \\`z\\` \\*w\\* \\~\\~v\\~\\~",
            ),
            ("2026-11", "2026-11"),
        ] {
            assert_eq!(escaped(text), safe);
        }
    }
}
