//! Putting a document on the board, with its journal, and taking one off it.

use crate::store::Location;

use super::App;
use super::journal::{DiskJournal, Trouble};
use super::recording::OwnOrigin;
use super::room::PanelRoom;
use crate::command::Edit;
use crate::desk::{Desk, Screen};
use crate::edit::Document;
use crate::lens::Lens;
use crate::model::{Actor, Background, Board, Picture};
use crate::scene::Appearance;
use crate::ui::canvas::CanvasState;

impl App {
    /// Puts a document that is in no file on the board: only for the door in `dispatch/file/replace.rs`, which makes
    /// sure that nothing is lost.
    pub(super) fn install(&mut self, document: Document) {
        let origin = OwnOrigin {
            is_in_no_file: document.has_unsaved_changes(),
            ..OwnOrigin::default()
        };
        let base = document.constellation().clone();
        self.show(document, None, None);
        let recorder = self.recording.begin_beside(base, origin);
        self.session.document.set_journal(Some(recorder));
    }

    /// As [`App::install`], with the journal that was begun for it beside the interface, or why there is none.
    pub(super) fn install_with(
        &mut self,
        mut document: Document,
        journal: Result<DiskJournal, Trouble>,
        file: Option<Location>,
    ) {
        document.set_journal(journal.as_ref().ok().map(DiskJournal::recorder));
        self.show(document, Some(journal), file);
    }

    /// Puts recovered work on the board; it goes on in the journal it came from.
    pub(super) fn install_recovered(
        &mut self,
        document: Document,
        journal: DiskJournal,
        file: Option<Location>,
    ) {
        self.show(document, Some(Ok(journal)), file);
    }

    /// `journal` is `None` while it is still to be begun.
    fn show(
        &mut self,
        document: Document,
        journal: Option<Result<DiskJournal, Trouble>>,
        file: Option<Location>,
    ) {
        self.close_journal();
        self.notices.leave_document();
        self.session.document = document;
        if let Some(journal) = journal {
            self.recording.set(journal);
        }
        self.set_file(file);
        self.analysis.clear();
        self.certainty.clear();
        self.arranging.cancel();
        self.canvas = CanvasState::default();
        self.appearance = Appearance::default();
        let kinds = &self.session.document.constellation().vocabulary.relation_kinds;
        let is_waiting = |actor: &Actor| actor.pos.is_none();
        let actors = &self.session.document.constellation().actors;
        let wants_names = actors.is_empty() || actors.values().any(is_waiting);
        self.room = Some(PanelRoom::new(wants_names));
        let fresh = Desk::default();
        let keeps_kind = kinds.iter().any(|kind| kind.id == fresh.active_relation_kind);
        let first_kind = kinds.first().map(|kind| kind.id.clone()).filter(|_| !keeps_kind);
        self.session.lens = Lens::of(self.session.document.constellation());
        self.desk = Desk {
            screen: Screen::Board,
            active_relation_kind: first_kind.unwrap_or(fresh.active_relation_kind),
            left_is_open: wants_names,
            left_tab: self.desk.left_tab,
            right_is_open: self.desk.right_is_open,
            right_tab: self.desk.right_tab,
            table_is_open: self.desk.table_is_open,
            table_tab: self.desk.table_tab,
            below: self.desk.below,
            legend_is_open: false,
            ..Desk::default()
        };
        self.follow_room();
    }

    /// The document goes on purpose; work that is in no file can be taken back from the start screen.
    pub(super) fn close_journal(&mut self) {
        self.recording.close(self.session.document.has_unsaved_changes());
    }

    pub(super) fn put_under(&mut self, picture: Picture) {
        let board = Board {
            background: Background::Picture,
            picture: Some(picture),
            ..self.session.document.constellation().board.clone()
        };
        self.send(Edit::SetBoard(Box::new(board)));
    }
}
