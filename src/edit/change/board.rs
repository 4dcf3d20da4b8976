//! Changes of the board, one for each part of it: a drag of the question must not carry the picture along.

use super::Change;
use crate::edit::EditError;
use crate::model::{Background, Board, Constellation, Extra, Picture, Point};

pub(super) fn set_size(
    constellation: &mut Constellation,
    width: f64,
    height: f64,
) -> Result<Change, EditError> {
    let is_size = |size: f64| size.is_finite() && size > 0.0;
    if !is_size(width) || !is_size(height) {
        return Err(EditError::BadNumber);
    }
    let board = &mut constellation.board;
    Ok(Change::BoardSize {
        width: std::mem::replace(&mut board.width, width),
        height: std::mem::replace(&mut board.height, height),
    })
}

pub(super) fn set_background(constellation: &mut Constellation, to: Background) -> Change {
    let to = std::mem::replace(&mut constellation.board.background, to);
    Change::Background { to }
}

pub(super) fn set_picture(constellation: &mut Constellation, to: Option<Box<Picture>>) -> Change {
    let before = std::mem::replace(&mut constellation.board.picture, to.map(|picture| *picture));
    Change::BackgroundPicture {
        to: before.map(Box::new),
    }
}

pub(super) fn place_issue(constellation: &mut Constellation, to: Option<Point>) -> Result<Change, EditError> {
    if to.is_some_and(|pos| !pos.is_finite()) {
        return Err(EditError::BadNumber);
    }
    let to = std::mem::replace(&mut constellation.board.issue_pos, to);
    Ok(Change::IssuePlace { to })
}

pub(super) fn set_colour_by(constellation: &mut Constellation, to: Option<String>) -> Change {
    let to = std::mem::replace(&mut constellation.board.colour_by, to);
    Change::ColourBy { to }
}

pub(super) fn set_extra(constellation: &mut Constellation, to: Extra) -> Change {
    let before = std::mem::replace(&mut constellation.board.extra, to.into());
    let to = Box::new(before.into_inner());
    Change::BoardExtra { to }
}

/// As version 0.1.0 recorded it.
pub(super) fn set_whole(constellation: &mut Constellation, to: Board) -> Result<Change, EditError> {
    let before = constellation.board.clone();
    set_size(constellation, to.width, to.height)?;
    if let Err(error) = place_issue(constellation, to.issue_pos) {
        constellation.board = before;
        return Err(error);
    }
    constellation.board = to;
    Ok(Change::Board { to: Box::new(before) })
}

impl Change {
    /// What makes one board of another, part by part; nothing for what is the same.
    pub fn between_boards(before: &Board, after: Board) -> Vec<Self> {
        let mut changes = Vec::new();
        // Compared bit by bit, so that a size that is no number is refused and not passed over.
        let size = |board: &Board| [board.width.to_bits(), board.height.to_bits()];
        if size(before) != size(&after) {
            changes.push(Self::BoardSize {
                width: after.width,
                height: after.height,
            });
        }
        if before.picture != after.picture {
            changes.push(Self::BackgroundPicture {
                to: after.picture.map(Box::new),
            });
        }
        if before.background != after.background {
            changes.push(Self::Background { to: after.background });
        }
        if before.issue_pos != after.issue_pos {
            changes.push(Self::IssuePlace { to: after.issue_pos });
        }
        if before.colour_by != after.colour_by {
            changes.push(Self::ColourBy { to: after.colour_by });
        }
        if before.extra != after.extra {
            changes.push(Self::BoardExtra {
                to: Box::new(after.extra.into_inner()),
            });
        }
        changes
    }

    /// The picture that it puts under the board.
    pub fn picture(&self) -> Option<&Picture> {
        match self {
            Self::BackgroundPicture { to } => to.as_deref(),
            Self::Board { to } => to.picture.as_ref(),
            _ => None,
        }
    }
}
