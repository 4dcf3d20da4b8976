//! Context menus of the board: what can be done with the piece, the relation or the spot under the hand.

mod board;
mod piece;
mod relation;

use egui::containers::menu::menu_style;
use egui::{Button, Key, KeyboardShortcut, Layout, Modifiers, Popup, PopupAnchor, PopupKind, Pos2, Response};
use egui::{SetOpenCommand, Ui};

use super::Hovered;
use crate::command::{Command, DeskChange, Modifier};
use crate::i18n::shown;
use crate::model::{Actor, ActorId, AgreementSubject, Direction, Point, Relation, RelationId};
use crate::ui::{FrameContext, Intents};
use board::{board_menu_ui, issue_menu_ui};
use piece::piece_menu_ui;
use relation::relation_menu_ui;

#[derive(Debug, Clone, Copy)]
struct OpenedMenu {
    over: Hovered,
    on_screen: Pos2,
    in_board: Point,
    is_fresh: bool,
}

/// The menu that is open, if any.
#[derive(Debug, Default)]
pub struct Menu {
    opened: Option<OpenedMenu>,
    /// Every opening has its own id: a click that closes one menu may open the next.
    number: u64,
}

impl Menu {
    pub fn is_open(&self) -> bool {
        self.opened.is_some()
    }

    pub(in crate::ui::canvas) fn open(&mut self, over: Hovered, on_screen: Pos2, in_board: Point) {
        self.number += 1;
        self.opened = Some(OpenedMenu {
            over,
            on_screen,
            in_board,
            is_fresh: true,
        });
    }
}

/// What a menu works with.
struct Choosing<'a, 'b> {
    context: &'a FrameContext<'b>,
    out: &'a mut Intents,
    in_board: Point,
}

/// Shows the open menu.
pub fn menu_ui(ui: &Ui, board: &Response, context: &FrameContext<'_>, menu: &mut Menu, out: &mut Intents) {
    let Some(opened) = &mut menu.opened else { return };
    let id = board.id.with(("menu", menu.number));
    let command = opened.is_fresh.then_some(SetOpenCommand::Bool(true));
    let is_first_frame = std::mem::take(&mut opened.is_fresh);
    let anchor = PopupAnchor::Position(opened.on_screen);
    let mut choosing = Choosing {
        context,
        out,
        in_board: opened.in_board,
    };
    let over = opened.over;
    let shown = Popup::new(id, ui.ctx().clone(), anchor, board.layer_id)
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(egui::Align::Min))
        .style(menu_style)
        .gap(0.0)
        .open_memory(command)
        .show(|ui| {
            ui.set_min_width(190.0);
            match over {
                Hovered::Piece(actor) | Hovered::Rim(actor) => piece_menu_ui(ui, &mut choosing, actor),
                Hovered::Tie(relation) => relation_menu_ui(ui, &mut choosing, relation),
                Hovered::Issue => issue_menu_ui(ui, &mut choosing),
                Hovered::Nothing => board_menu_ui(ui, &mut choosing),
            }
        });
    let stays = shown.is_some_and(|shown| !shown.response.should_close());
    if !stays {
        menu.opened = None;
        board.request_focus();
    } else if is_first_frame {
        ui.request_repaint();
    }
}

impl Choosing<'_, '_> {
    fn t(&self, key: &str) -> String {
        self.context.t(key)
    }

    fn entry_ui(&mut self, ui: &mut Ui, key: &str) -> bool {
        ui.button(self.t(key)).clicked()
    }

    /// A command of the table, with its shortcut; grey when it makes no sense now.
    fn command_ui(&mut self, ui: &mut Ui, command: Command) -> bool {
        let info = command.info();
        let is_possible = !self.context.program.disabled.contains(&command);
        let mut button = Button::new(self.t(info.key));
        let shortcut = info.shortcuts.first();
        if let Some((key, shortcut)) =
            shortcut.and_then(|shortcut| Some((Key::from_name(shortcut.key)?, shortcut)))
        {
            let modifiers = match shortcut.modifier {
                Modifier::None => Modifiers::NONE,
                Modifier::Shift => Modifiers::SHIFT,
                Modifier::Cmd => Modifiers::COMMAND,
                Modifier::CmdShift => Modifiers::COMMAND | Modifiers::SHIFT,
            };
            button = button.shortcut_text(ui.ctx().format_shortcut(&KeyboardShortcut::new(modifiers, key)));
        }
        let response = ui.add_enabled(is_possible, button);
        // The name alone: the shortcut is no part of it.
        let name = self.t(info.key);
        ui.accesskit_node_builder(response.id, |node| node.set_label(name));
        response.clicked()
    }

    fn run_ui(&mut self, ui: &mut Ui, command: Command) {
        if self.command_ui(ui, command) {
            self.out.push(command);
        }
    }

    /// An agreement about it is written below the board, which the hall does not have.
    fn agreement_ui(&mut self, ui: &mut Ui, about: AgreementSubject) {
        let command = Command::AgreeAbout;
        if command.info().reach.works_in(self.context.desk.in_sight()) && self.command_ui(ui, command) {
            self.out.push(DeskChange::AgreeAbout(about));
        }
    }

    fn actors(&self, clicked: ActorId) -> Vec<ActorId> {
        let selected = &self.context.selection().actors;
        if selected.contains(&clicked) {
            selected.iter().copied().collect()
        } else {
            vec![clicked]
        }
    }

    fn relations(&self, clicked: RelationId) -> Vec<RelationId> {
        let selected = &self.context.selection().relations;
        if selected.contains(&clicked) {
            selected.iter().copied().collect()
        } else {
            vec![clicked]
        }
    }
}

/// The actor's name, or words that say that it has none yet.
pub(in crate::ui::canvas) fn display_name(context: &FrameContext<'_>, actor: &Actor) -> String {
    if actor.label.is_empty() {
        context.t("board-nameless")
    } else {
        shown(&actor.label).into_owned()
    }
}

/// Both ends with the direction between them.
pub(in crate::ui::canvas) fn ends(context: &FrameContext<'_>, relation: &Relation) -> String {
    let name = |id| {
        let actor = context.constellation().actor(id);
        actor.map_or_else(String::new, |actor| display_name(context, actor))
    };
    let sign = match relation.direction {
        Direction::Directed => "→",
        Direction::Mutual => "↔",
        Direction::Undirected => "–",
    };
    format!("{} {sign} {}", name(relation.source), name(relation.target))
}

/// Long lists of words scroll instead of running off the screen.
fn choices_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let most_height = ui.ctx().content_rect().height() * 0.7;
    egui::ScrollArea::vertical().max_height(most_height).show(ui, add);
}
