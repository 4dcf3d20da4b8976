//! What is seen of the document: the document itself, or the same under codes. Views, figures, notices and what leaves
//! the program take names from here and from nowhere else.

use std::sync::Arc;

use super::work::CopiedText;
use super::{App, clipboard};
use crate::edit::operations::{self as op, Fragment};
use crate::edit::{Document, Selection};
use crate::lens::{Lens, TakenAlong};
use crate::model::Constellation;
use crate::pseudonyms::{Pseudonymised, Pseudonyms};

/// The document under codes, while these are on.
#[derive(Debug, Default)]
pub struct SeenDocument(Option<Coded>);

#[derive(Debug)]
struct Coded {
    document: Document,
    /// Of which document, in which state but for places, under whose codes.
    of: (u64, u64, Pseudonyms),
    by: Pseudonymised,
    /// The user's lens, with words as they are seen.
    lens: (Lens, Lens),
}

impl SeenDocument {
    /// Brings it up to the document. O(size) after an edit while codes are on; nothing while they are off.
    pub fn follow(&mut self, document: &Document, lens: &Lens) {
        if !lens.pseudonyms.are_on() {
            self.0 = None;
            return;
        }
        let of = (
            document.serial(),
            document.revision().beyond_places,
            lens.pseudonyms,
        );
        if let Some(coded) = self.0.as_mut().filter(|coded| coded.of == of) {
            coded.document.show(document);
            if coded.lens.0 != *lens {
                coded.lens = (lens.clone(), lens.on(&coded.by));
            }
            return;
        }
        let by = Pseudonymised::on_screen(document.constellation(), lens.pseudonyms);
        let words = by.constellation.clone();
        // The same document goes on as the same one, so that what is open beside the board stays.
        let before = self
            .0
            .take()
            .filter(|coded| (coded.of.0, coded.of.2) == (of.0, of.2));
        let shown = match before {
            Some(coded) => {
                let mut shown = coded.document;
                shown.show_words(document, words);
                shown
            }
            None => document.shown_as(words),
        };
        self.0 = Some(Coded {
            document: shown,
            of,
            lens: (lens.clone(), lens.on(&by)),
            by,
        });
    }

    pub fn document<'a>(&'a self, own: &'a Document) -> &'a Document {
        self.0.as_ref().map_or(own, |coded| &coded.document)
    }

    pub fn lens<'a>(&'a self, own: &'a Lens) -> &'a Lens {
        self.0.as_ref().map_or(own, |coded| &coded.lens.1)
    }

    /// A text with names as they are seen.
    pub fn text(&self, text: &str) -> String {
        self.0
            .as_ref()
            .map_or_else(|| text.to_owned(), |coded| coded.by.text(text))
    }

    /// A title as it is seen, also as the name of a file.
    pub fn title(&self, title: &str) -> String {
        let coded = self.0.as_ref();
        coded.map_or_else(|| title.to_owned(), |coded| coded.by.title(title))
    }
}

impl App {
    /// The document as it is seen.
    pub fn seen(&self) -> &Document {
        self.seen.document(&self.session.document)
    }

    pub(super) fn follow_seen(&mut self) {
        self.seen.follow(&self.session.document, &self.session.lens);
    }

    /// What may leave the program, and only that: names or codes, as the lens says. To be made by a job.
    pub(super) fn to_take_along(&self) -> impl FnOnce() -> TakenAlong + Send + use<> {
        let constellation = self.session.document.constellation().clone();
        let lens = self.session.lens.clone();
        move || lens.takes_along(&constellation)
    }

    /// A part of the board that is copied, as other programs get it: by name, or under codes. To be made by a job where the
    /// board is large.
    pub(super) fn copied_text(&self, fragment: Arc<Fragment>) -> impl FnOnce() -> CopiedText + Send + use<> {
        let whole = self.session.document.constellation().clone();
        let whose = self.session.lens.pseudonyms;
        move || {
            let coded = whose
                .are_on()
                .then(|| copied_under_codes(whole, whose, &fragment));
            CopiedText {
                text: clipboard::to_text(coded.as_ref().unwrap_or(&fragment)),
                coded,
            }
        }
    }
}

fn copied_under_codes(mut whole: Constellation, whose: Pseudonyms, fragment: &Fragment) -> Fragment {
    // What was cut is there no more.
    for actor in &fragment.actors {
        whole.actors.insert(actor.id, actor.clone());
    }
    for relation in &fragment.relations {
        whole.relations.insert(relation.id, relation.clone());
    }
    let coded = Pseudonymised::to_take_along(&whole, whose);
    let actors = fragment.actors.iter().map(|actor| coded.actor(actor.id));
    op::copy(&coded.constellation, &Selection::of_actors(actors))
}
