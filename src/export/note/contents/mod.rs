//! What a note says, part by part.

mod agreements;
mod builders;
mod cohesion;
mod made;
mod numbers;
mod opening;
mod people;
mod relations;

use super::blocks::{NoteBlock, NoteDocument, NoteSection};
use super::figures::NoteFigures;
use crate::i18n::{Message, Texts, line, shown, shown_up_to};
use crate::model::{Actor, ActorId, Constellation};
use crate::scene::{ColourBy, Filters};
use crate::takeaway::NotePart;

/// Letters of a text that somebody wrote: a note of a session, an explanation.
const MOST_WRITTEN: usize = 20_000;
/// A question longer than this is no title.
const MOST_OF_TITLE: usize = 240;
/// Rows of one table; nobody reads more on paper.
const MOST_ROWS: usize = 1000;

/// Everything a note is made from.
pub struct NoteInput<'a> {
    pub constellation: &'a Constellation,
    /// What is not told.
    pub filters: &'a Filters,
    pub colour_by: &'a ColourBy,
    /// Of what the filters let through.
    pub figures: &'a NoteFigures,
    pub without: &'a [NotePart],
    /// The name of the file, for whoever repeats it.
    pub file: &'a str,
    pub texts: Texts,
}

type MakePart = fn(&NoteInput<'_>) -> Vec<NoteBlock>;

fn maker(part: NotePart) -> MakePart {
    match part {
        NotePart::About => opening::about,
        NotePart::Picture => opening::picture,
        NotePart::Actors => people::actors,
        NotePart::Relations => relations::relations,
        NotePart::Builders => builders::builders,
        NotePart::Towers => people::towers,
        NotePart::Missing => builders::missing,
        NotePart::Groups => cohesion::groups,
        NotePart::Figures => numbers::figures,
        NotePart::Agreements => agreements::agreements,
        NotePart::Remarks => opening::remarks,
        NotePart::LeftOut => made::left_out,
        NotePart::Program => made::program,
    }
}

/// The whole note. A part of which there is nothing to say is not in it.
pub fn note_of(input: &NoteInput<'_>) -> NoteDocument {
    let texts = input.texts;
    let parts = NotePart::ALL.into_iter();
    let sections = parts.filter(|part| !input.without.contains(part)).map(|part| {
        let heading = texts.t(&heading_key(part));
        NoteSection {
            part,
            heading,
            blocks: maker(part)(input),
        }
    });
    NoteDocument {
        title: title(input),
        contents: texts.t("note-contents"),
        language: texts.language,
        made_by: format!("Netwerkopstelling {VERSION}"),
        sections: sections.filter(|section| !section.blocks.is_empty()).collect(),
    }
}

/// Of the program.
const VERSION: &str = env!("CARGO_PKG_VERSION");

fn heading_key(part: NotePart) -> String {
    format!("note-part-{}", part.name())
}

/// The question, or else the title of the constellation.
fn title(input: &NoteInput<'_>) -> String {
    let info = &input.constellation.info;
    let lines = [&info.issue, &info.title].map(|text| line(&shown_up_to(text, MOST_OF_TITLE)));
    let said = lines.into_iter().find(|line| !line.is_empty());
    said.unwrap_or_else(|| input.texts.t("note-untitled"))
}

impl NoteInput<'_> {
    fn say(&self, message: &Message) -> String {
        message.text(self.texts)
    }

    fn sentence(&self, message: &Message) -> NoteBlock {
        NoteBlock::paragraph(&self.say(message))
    }

    fn text(&self, key: &str) -> NoteBlock {
        NoteBlock::paragraph(&self.texts.t(key))
    }

    fn list<'m>(&self, messages: impl IntoIterator<Item = &'m Message>) -> NoteBlock {
        NoteBlock::list(messages.into_iter().map(|message| self.say(message)))
    }

    /// What an actor is called, on one line.
    fn label(&self, label: &str) -> String {
        let line = line(&shown(label));
        if line.is_empty() {
            self.texts.t("board-nameless")
        } else {
            line
        }
    }

    fn name(&self, actor: ActorId) -> String {
        self.constellation
            .actor(actor)
            .map(|actor| self.label(&actor.label))
            .unwrap_or_default()
    }

    /// What an actor of the figures is called.
    fn node(&self, at: usize) -> String {
        self.label(&self.figures.live.snapshot.labels[at])
    }

    /// Whom the filters show.
    fn actors(&self) -> impl Iterator<Item = &Actor> {
        let all = self.constellation.actors.values();
        all.filter(|actor| self.filters.shows_actor(actor))
    }
}

/// What somebody wrote, a paragraph for every line.
fn written(text: &str) -> impl Iterator<Item = NoteBlock> {
    let text = shown_up_to(text.trim(), MOST_WRITTEN).into_owned();
    let lines: Vec<NoteBlock> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(NoteBlock::paragraph)
        .collect();
    lines.into_iter()
}
