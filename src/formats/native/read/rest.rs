//! The rest of a file: facts about the whole, the board, notes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{NativeBuilder, shallow};
use crate::formats::native::dto::{BoardDto, NoteDto, PointDto};
use crate::formats::native::row::ReadRow;
use crate::formats::{Message, ReadError};
use crate::model::{Board, Note, NoteId, NoteTarget, Picture, Point};

impl NativeBuilder {
    pub(super) fn notes(&mut self, rows: Vec<ReadRow<NoteDto>>) -> Result<(), ReadError> {
        for (at, row) in rows.into_iter().enumerate() {
            let path = format!("notes[{at}]");
            if let Some(message) = row.no_object() {
                self.report.skip(path, message);
                continue;
            }
            let note = self.take(row, &path);
            let about = match (&note.actor, &note.relation) {
                (None, None) => Some(NoteTarget::Constellation),
                (Some(key), _) => self.actor_of_key.get(key).copied().map(NoteTarget::Actor),
                (None, Some(key)) => self.relation_of_key.get(key).copied().map(NoteTarget::Relation),
            };
            if about.is_none() {
                let key = note.actor.or(note.relation).unwrap_or_default();
                let message = Message::new("read-notice-note-about-nothing").with("id", key);
                self.report.notice(path.as_str(), message);
            }
            let id = NoteId(self.next_number());
            let note = Note {
                id,
                text: note.text,
                about: about.unwrap_or(NoteTarget::Constellation),
                at: note.at,
                extra: shallow(note.extra, &path)?,
            };
            self.constellation.notes.insert(id, note);
            self.report.made += 1;
        }
        Ok(())
    }

    pub(super) fn board(&mut self, board: BoardDto) -> Result<(), ReadError> {
        let standard = Board::default();
        let mut size = |found: Option<f64>, standard: f64, name: &str| match found {
            Some(size) if size > 0.0 => size,
            Some(_) => {
                let message = Message::new("read-notice-board-size");
                self.report.notice(format!("board.{name}"), message);
                standard
            }
            None => standard,
        };
        let width = size(board.width, standard.width, "width");
        let height = size(board.height, standard.height, "height");
        let picture = board.picture.and_then(|picture| {
            let bytes = STANDARD.decode(&picture.base64).ok();
            if bytes.is_none() {
                let message = Message::new("read-skip-picture");
                self.report.skip("board.picture.base64".to_owned(), message);
            }
            Some(Picture {
                name: picture.name,
                mime: picture.mime,
                bytes: bytes?.into(),
            })
        });
        self.constellation.board = Board {
            width,
            height,
            background: board.background.into(),
            picture,
            issue_pos: board.issue.map(|PointDto { x, y }| Point::new(x, y)),
            colour_by: board.colour_by,
            extra: shallow(board.extra, "board")?.into(),
        };
        Ok(())
    }
}
