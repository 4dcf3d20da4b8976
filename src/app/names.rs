//! What the document, the window and recoverable work are called, and whether the document is in a file.

use egui::Context;

use super::App;
use super::dispatch::would_lose;
use super::journal::Orphan;
use crate::desk::Screen;
use crate::lens::Lens;
use crate::store::{self, Location};
use crate::told;
use crate::ui::{RecoverableView, SavedState};

impl App {
    /// The document's name on the window, with a mark while something is in no file, as the platform has it.
    pub(super) fn name_window(&mut self, ctx: &Context) {
        let program = "Netwerkopstelling";
        let is_unsaved = self.saved_state(ctx) == SavedState::Unsaved;
        let name = match (self.desk.screen, is_unsaved) {
            (Screen::Start, _) => program.to_owned(),
            (Screen::Board, false) => format!("{} – {program}", self.title()),
            (Screen::Board, true) if cfg!(target_os = "macos") => {
                format!("{} – {} – {program}", self.title(), self.texts.t("window-edited"))
            }
            (Screen::Board, true) => format!("* {} – {program}", self.title()),
        };
        // A line break or a letter that turns the direction round would spoil the row of windows.
        let name: String = name.chars().filter(|sign| !sign.is_control()).collect();
        if name != self.window_name {
            ctx.send_viewport_cmd(egui::ViewportCommand::Title(name.clone()));
            self.window_name = name;
        }
    }

    /// What the window is called now.
    pub fn window_name(&self) -> &str {
        &self.window_name
    }

    /// Whether the board is in a file, as it is now, with what is being typed: the one place that decides. Closing
    /// asks about what this calls unsaved.
    pub(super) fn saved_state(&self, ctx: &Context) -> SavedState {
        if would_lose(self, ctx) {
            SavedState::Unsaved
        } else if self.file.is_some() {
            SavedState::Saved
        } else {
            SavedState::InNoFile
        }
    }

    /// Title of the document, or that it has none.
    pub(super) fn title(&self) -> String {
        let title = &self.seen().constellation().info.title;
        match called(title, self.told_file()) {
            name if name.is_empty() => self.texts.t("untitled"),
            name => self.seen.title(&name),
        }
    }

    /// The file of the document; `None` when it has none, and while codes hide who it may be called after.
    pub(super) fn told_file(&self) -> Option<&Location> {
        told_file(self.file.as_ref(), &self.session.lens)
    }

    /// What a file is called, where others may look on.
    pub(super) fn told_name(&self, name: &str) -> String {
        told::pseudonyms::file_name(name, self.session.lens.pseudonyms.are_on(), self.texts)
    }

    pub(super) fn recoverable_view(&self, orphan: &Orphan) -> RecoverableView {
        RecoverableView {
            path: orphan.path.clone(),
            file: orphan.document_path.clone(),
            discarded: orphan.discarded.map(store::in_local_time).unwrap_or_default(),
            title: called(
                &orphan.title,
                orphan.document_path.as_ref().filter(|_| !orphan.has_codes),
            ),
            has_codes: orphan.has_codes,
            time: orphan
                .last_edit
                .or(orphan.started)
                .map(store::in_local_time)
                .unwrap_or_default(),
            actors: orphan.actors,
            relations: orphan.relations,
            edits: orphan.edits,
            needs_newer_program: orphan.needs_newer_program,
            file_has_changed: orphan.file_has_changed,
        }
    }
}

/// As [`App::told_file`].
pub(super) fn told_file<'a>(file: Option<&'a Location>, lens: &Lens) -> Option<&'a Location> {
    file.filter(|_| !lens.pseudonyms.are_on())
}

/// What a constellation is called: by its title, or else by its file; empty without either.
pub(super) fn called(title: &str, file: Option<&Location>) -> String {
    match title {
        "" => file.map(Location::name).unwrap_or_default(),
        title => title.to_owned(),
    }
}
