//! What leaves the program as text and figures, as data, compared with what was stored.

use std::sync::Arc;

use netwerkopstelling::analysis::Control;
use netwerkopstelling::analysis::live::live_with;
use netwerkopstelling::analysis::run::Wanted;
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::export::json::FiguresPage;
use netwerkopstelling::export::note::{NoteBlock, NoteDocument, NotePart, NoteSection};
use netwerkopstelling::export::sheets::SHEETS;
use netwerkopstelling::export::spreadsheet::{csv, tabbed};
use netwerkopstelling::export::{Analysed, AnalysedSource, Certainty, MeasureFilter};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Constellation, Language};
use netwerkopstelling::scene::Filters;
use serde_json::Value;

use crate::fingerprint::{Subject, Sum, hold, show};
use crate::note::{SAMPLES, noted, sample, unpacked, written};
use crate::support::rich;

/// Texts that are no longer are stored as they are.
const SHORT: usize = 130;

/// Says of a text how long it is; what it says when it is short.
fn tell(subject: &mut Subject, part: &str, text: &str) {
    // Of every version the same.
    let text = text.replace(env!("CARGO_PKG_VERSION"), "VERSION");
    let said = if text.len() <= SHORT {
        [
            ("text", text.clone()),
            ("lines", String::new()),
            ("words", String::new()),
        ]
    } else {
        [
            ("text", String::new()),
            ("lines", text.lines().count().to_string()),
            ("words", text.split_whitespace().count().to_string()),
        ]
    };
    subject.part(part, &said, Sum::of_text(&text));
}

/// A part of a note in lines.
fn lines(section: &NoteSection) -> String {
    let mut lines = vec![section.heading.clone()];
    for (block, is_lead) in section.led() {
        let lead = if is_lead { ">" } else { "" };
        match block {
            NoteBlock::Heading(text) => lines.push(format!("# {text}")),
            NoteBlock::Paragraph(text) => lines.push(format!("{lead}{text}")),
            NoteBlock::List(items) => lines.extend(items.iter().map(|item| format!("- {item}"))),
            NoteBlock::Table(table) => {
                let names: Vec<&str> = table.columns.iter().map(|column| column.name.as_str()).collect();
                lines.push(format!("{}: {} {:?}", table.name, names.join(", "), table.fit()));
                lines.extend(table.rows.iter().map(|row| row.join("\t")));
            }
            // What is on the picture itself is held elsewhere.
            NoteBlock::Figure(figure) => lines.extend([figure.alternative.clone(), figure.caption.clone()]),
        }
    }
    lines.join("\n")
}

fn of_note(name: &str, note: &NoteDocument) -> Subject {
    let mut subject = Subject::new(&format!("note of {name}"));
    tell(&mut subject, "title", &note.title);
    for section in &note.sections {
        let text = lines(section);
        show(&format!("note of {name} {}", section.part.name()), "txt", &text);
        tell(&mut subject, section.part.name(), &text);
    }
    for ending in ["md", "html"] {
        let text = String::from_utf8(written(note, ending)).expect("text");
        show(&format!("note of {name}"), ending, &text);
        // The picture has a net of its own; its letters are as long as they are.
        let text = without_pictures(&text);
        tell(&mut subject, ending, &text);
    }
    for ending in ["odt", "docx"] {
        for (path, bytes) in unpacked(&written(note, ending)) {
            if let Ok(text) = String::from_utf8(bytes)
                && !path.ends_with(".svg")
            {
                tell(
                    &mut subject,
                    &format!("{ending}: {path}"),
                    &without_pictures(&text),
                );
            }
        }
    }
    // Its text is packed. Without what names the version, and without pixels, every system makes the same file of a note.
    let mut plain = note.clone();
    let is_plain = |section: &NoteSection| ![NotePart::Picture, NotePart::Program].contains(&section.part);
    plain.sections.retain(is_plain);
    plain.made_by.clear();
    let pdf = written(&plain, "pdf");
    subject.part("pdf", &[("bytes", pdf.len().to_string())], Sum::of_bytes(&pdf));
    subject
}

fn without_pictures(text: &str) -> String {
    let mut left = String::new();
    let mut rest = text;
    while let Some((before, inside)) = rest.split_once("<svg ") {
        left += before;
        rest = inside.split_once("</svg>").map_or("", |(_, after)| after);
    }
    left + rest
}

/// The samples, and a board of which much more is said.
fn boards() -> Vec<(&'static str, Constellation)> {
    let mut boards: Vec<_> = SAMPLES.into_iter().map(|name| (name, sample(name))).collect();
    boards.push(("a rich board", rich()));
    boards
}

#[test]
fn notes_say_what_they_said() {
    let mut subjects = Vec::new();
    for (name, constellation) in boards() {
        let note = noted(&constellation, &Filters::default(), Language::Nl);
        subjects.push(of_note(name, &note));
        let hiding = Filters {
            hides_assumed: true,
            min_weight: Some(2.0),
            relation_kinds: ["geld".into()].into(),
            ..Filters::default()
        };
        let note = noted(&constellation, &hiding, Language::En);
        subjects.push(of_note(&format!("{name}, in English, with some hidden"), &note));
    }
    hold("notes.txt", &subjects);
}

fn analysed(constellation: &Constellation) -> Analysed {
    let settings = AnalysisSettings::default();
    let snapshot = Snapshot::build(constellation, &settings, Visible::ALL).expect("a network");
    let source = AnalysedSource::new(constellation, &settings, &snapshot);
    let live = live_with(snapshot, Wanted::All, &Control::new()).expect("nobody stops it");
    let certainty = Certainty::of(&live, true);
    Analysed {
        source,
        settings,
        live: Arc::new(live),
        certainty,
    }
}

/// Figures as JSON. `by_field`: every measure by itself.
fn tell_json(subject: &mut Subject, figures: &FiguresPage<'_>, by_field: bool) {
    let bytes = figures.to_bytes();
    tell(subject, "all of it", std::str::from_utf8(&bytes).expect("text"));
    let all: Value = serde_json::from_slice(&bytes).expect("JSON");
    for (key, value) in all.as_object().expect("an object") {
        match value {
            Value::Object(fields) if by_field && key != "settings" => {
                for (field, value) in fields {
                    tell(subject, &format!("{key}: {field}"), &value.to_string());
                }
            }
            _ => tell(subject, key, &value.to_string()),
        }
    }
}

#[test]
fn figures_and_sheets_hold_what_they_held() {
    let mut subjects = Vec::new();
    let reasons = |actor: usize| vec![format!("a reason of {actor}"), "another".to_owned()];
    for (name, constellation) in boards() {
        let analysed = analysed(&constellation);
        let few = |id: &str| ["degree", "betweenness", "density", "group_ei"].contains(&id);
        let choices: [(&str, MeasureFilter<'_>); 2] = [("all", &|_| true), ("a few", &few)];
        let choices = &choices[..if name == SAMPLES[0] { 2 } else { 1 }];
        for &(which, measures) in choices {
            let mut subject = Subject::new(&format!("{which} figures of {name}"));
            let page = FiguresPage::new("x.opstelling.json", &analysed, measures, &reasons);
            tell_json(&mut subject, &page, name == SAMPLES[0]);
            for (sheet, make) in SHEETS {
                let rows = make(&analysed, measures, &reasons);
                let tabs = tabbed(&rows);
                tell(&mut subject, &format!("sheet of {sheet}"), &tabs);
                show(&format!("{which} figures of {name} {sheet}"), "txt", &tabs);
                let of_language = |language| csv(&rows, Texts::new(language));
                let both = [Language::Nl, Language::En].map(of_language).concat();
                let sum = Sum::of_text(&String::from_utf8_lossy(&both));
                subject.part(&format!("files of {sheet}"), &[], sum);
            }
            subjects.push(subject);
        }
    }
    hold("figures.txt", &subjects);
}
