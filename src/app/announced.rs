//! What codes in place of names would do, said while somebody chooses: made beside the interface, as all texts of a board
//! are looked through for all names.

use std::sync::Arc;

use egui::Context;

use super::App;
use crate::desk::Dialog;
use crate::jobs::{Derived, Wake};
use crate::model::Language;
use crate::pseudonyms::{Pseudonymised, Pseudonyms};
use crate::told;
use crate::ui::AnnouncementView;
use crate::ui::dialogs::pseudonyms::chosen;

/// Which document in which state, whose names, in which language.
type AnnouncedOf = ((u64, u64), Pseudonyms, Language);

/// The sentences, the newest wins.
pub struct CodesAnnouncement(Derived<AnnouncedOf, Arc<[String]>>);

impl CodesAnnouncement {
    pub fn new(wake: &Wake) -> Self {
        Self(Derived::new("codes", wake.clone()))
    }
}

impl App {
    /// Keeps it up with the board and with what is chosen, while it is looked at.
    pub(super) fn follow_announcement(&mut self, ctx: &Context) {
        let derived = &mut self.announcement.0;
        let whose = chosen(ctx, self.session.lens.pseudonyms);
        if self.desk.dialog != Some(Dialog::Pseudonyms) || !whose.are_on() {
            derived.clear();
            self.program.announcement = AnnouncementView::default();
            return;
        }
        if let Some(reason) = derived.poll() {
            log::error!("what codes do cannot be said: {reason}");
        }
        let (document, texts) = (&self.session.document, self.texts);
        let state = (document.serial(), document.revision().content);
        derived.ask_anew(&(state, whose, texts.language), || {
            let constellation = document.constellation().clone();
            move |_| {
                let coded = Pseudonymised::to_take_along(&constellation, whose);
                let mut said = told::pseudonyms::announced(&coded);
                if !coded.key.is_empty() {
                    said.push(told::pseudonyms::key_stays());
                }
                Ok(said.iter().map(|one| one.text(texts)).collect())
            }
        });
        // What was said of another choice is not said of this one.
        let said = derived.current().map(|(_, said)| Arc::clone(said));
        self.program.announcement = AnnouncementView {
            is_under_way: said.is_none() && !derived.is_stopped(),
            said: said.unwrap_or_default(),
        };
    }
}
