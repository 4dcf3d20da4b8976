//! Commands that work on what is selected on the board.

use super::report;
use crate::app::App;
use crate::command::{Command, Intent};
use crate::edit::operations::{self as op, NewActor, RelationEdit};
use crate::edit::{Label, Selection};
use crate::model::{Direction, Point, RelationId};
use crate::ui::state::{Renaming, Tool};

pub fn run(app: &mut App, command: Command) {
    let relations: Vec<RelationId> = app.document.selection().relations.iter().copied().collect();
    let result = match command {
        Command::AddActor => {
            let (x, y) = app.view.camera.centre;
            let pos = Some(Point::new(f64::from(x), f64::from(y)));
            let new = NewActor {
                label: String::new(),
                kind: app.view.active_actor_kind.clone(),
                pos,
            };
            // The step stays open until the name is given: Esc takes the actor back too.
            app.send(Intent::BeginGesture(Label::AddActor));
            app.send(Intent::AddActorAndName(new));
            Ok(())
        }
        Command::StartRelation => {
            app.view.tool = Tool::Relate;
            app.view.relating_from = app.document.selection().single_actor();
            Ok(())
        }
        Command::Rename => {
            rename(app);
            Ok(())
        }
        Command::ReverseRelation => op::edit_relations(&mut app.document, &relations, &RelationEdit::Reverse),
        Command::MakeMutual => {
            let edit = RelationEdit::Direction(Direction::Mutual);
            op::edit_relations(&mut app.document, &relations, &edit)
        }
        Command::ToggleVerified => {
            let constellation = app.document.constellation();
            let all_verified = relations
                .iter()
                .filter_map(|id| constellation.relation(*id))
                .all(|relation| relation.verified);
            op::edit_relations(
                &mut app.document,
                &relations,
                &RelationEdit::Verified(!all_verified),
            )
        }
        Command::NextKind => {
            next_kind(app);
            Ok(())
        }
        Command::ToTray => {
            let moves: Vec<_> = app
                .document
                .selection()
                .actors
                .iter()
                .map(|id| (*id, None))
                .collect();
            let result = op::place(&mut app.document, &moves);
            // They are no longer on the board: what comes next is not about them.
            app.document.set_selection(Selection::default());
            result
        }
        Command::PlaceIssue => {
            let mut board = app.document.constellation().board.clone();
            let (x, y) = app.view.camera.centre;
            board.issue_pos = match board.issue_pos {
                Some(_) => None,
                None => Some(Point::new(f64::from(x), f64::from(y)).rounded()),
            };
            op::set_board(&mut app.document, board)
        }
        _ => Ok(()),
    };
    report(app, result);
}

fn rename(app: &mut App) {
    let Some(id) = app.document.selection().single_actor() else {
        return;
    };
    let Some(actor) = app.document.constellation().actor(id) else {
        return;
    };
    app.view.renaming = Some(Renaming {
        actor: id,
        text: crate::i18n::shown(&actor.label).into_owned(),
        wants_focus: true,
    });
}

/// Selected relations become of the kind that follows the first one's. Without any, what is drawn next does.
fn next_kind(app: &mut App) {
    let constellation = app.document.constellation();
    let relations: Vec<RelationId> = app.document.selection().relations.iter().copied().collect();
    let selected = relations.first().and_then(|id| constellation.relation(*id));
    let current = selected.map_or(&app.view.active_relation_kind, |relation| &relation.kind);
    let kinds = &constellation.vocabulary.relation_kinds;
    let after = kinds
        .iter()
        .position(|kind| kind.id == *current)
        .map_or(0, |at| at + 1);
    let Some(next) = kinds.get(after % kinds.len().max(1)).map(|kind| kind.id.clone()) else {
        return;
    };
    if relations.is_empty() {
        app.view.active_relation_kind = next;
    } else {
        let result = op::edit_relations(&mut app.document, &relations, &RelationEdit::Kind(next));
        report(app, result);
    }
}
