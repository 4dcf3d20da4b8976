//! Context menus of the board: what can be done with the piece, the relation or the spot under the hand.

use egui::containers::menu::menu_style;
use egui::{Button, Key, KeyboardShortcut, Layout, Modifiers, Popup, PopupAnchor, PopupKind, Pos2, Response};
use egui::{SetOpenCommand, Ui};

use super::Hovered;
use super::keyboard::add_actor_at;
use super::line_sample::kind_button_ui;
use crate::command::{Command, Intent, Modifier};
use crate::edit::operations::{ActorEdit, RelationEdit};
use crate::model::{Actor, ActorId, Background, Direction, Point, Relation, RelationId, RelationStatus};
use crate::ui::state::{Dialog, ViewState};
use crate::ui::{FrameContext, Intents, widgets};

/// The weights offered; others are typed in the inspector.
const WEIGHTS: std::ops::RangeInclusive<u8> = 1..=5;

#[derive(Debug, Clone, Copy)]
struct Opened {
    over: Hovered,
    on_screen: Pos2,
    in_board: Point,
    /// Opened with the keyboard: the first entry gets it.
    by_key: bool,
    is_fresh: bool,
}

/// The menu that is open, if any.
#[derive(Debug, Default)]
pub struct Menu {
    opened: Option<Opened>,
    /// Every opening has its own id: a click that closes one menu may open the next.
    number: u64,
}

impl Menu {
    pub fn is_open(&self) -> bool {
        self.opened.is_some()
    }

    pub(super) fn open(&mut self, over: Hovered, on_screen: Pos2, in_board: Point) {
        self.number += 1;
        self.opened = Some(Opened {
            over,
            on_screen,
            in_board,
            by_key: false,
            is_fresh: true,
        });
    }

    pub(super) fn open_by_key(&mut self, over: Hovered, on_screen: Pos2, in_board: Point) {
        self.open(over, on_screen, in_board);
        if let Some(opened) = &mut self.opened {
            opened.by_key = true;
        }
    }
}

/// What a menu works with.
struct Desk<'a, 'b> {
    context: &'a FrameContext<'b>,
    view: &'a mut ViewState,
    out: &'a mut Intents,
    in_board: Point,
    wants_focus: bool,
}

/// Shows the open menu.
pub fn menu_ui(
    ui: &Ui,
    board: &Response,
    context: &FrameContext<'_>,
    menu: &mut Menu,
    view: &mut ViewState,
    out: &mut Intents,
) {
    let Some(opened) = &mut menu.opened else { return };
    let id = board.id.with(("menu", menu.number));
    let command = opened.is_fresh.then_some(SetOpenCommand::Bool(true));
    let is_first_frame = std::mem::take(&mut opened.is_fresh);
    let anchor = PopupAnchor::Position(opened.on_screen);
    let mut desk = Desk {
        context,
        view,
        out,
        in_board: opened.in_board,
        // The very first frame only measures the menu.
        wants_focus: opened.by_key && !is_first_frame,
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
                Hovered::Piece(actor) | Hovered::Rim(actor) => piece_menu_ui(ui, &mut desk, actor),
                Hovered::Tie(relation) => relation_menu_ui(ui, &mut desk, relation),
                Hovered::Issue => issue_menu_ui(ui, &mut desk),
                Hovered::Nothing => board_menu_ui(ui, &mut desk),
            }
        });
    if !desk.wants_focus && !is_first_frame {
        opened.by_key = false;
    }
    let stays = shown.is_some_and(|shown| !shown.response.should_close());
    if !stays {
        menu.opened = None;
        board.request_focus();
    } else if is_first_frame {
        ui.request_repaint();
    }
}

impl Desk<'_, '_> {
    fn t(&self, key: &str) -> String {
        self.context.t(key)
    }

    /// The first entry of a menu opened by key gets the keyboard.
    fn offer_focus(&mut self, response: &Response) {
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
    }

    fn entry_ui(&mut self, ui: &mut Ui, key: &str) -> bool {
        let response = ui.button(self.t(key));
        self.offer_focus(&response);
        response.clicked()
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
        self.offer_focus(&response);
        response.clicked()
    }

    fn run_ui(&mut self, ui: &mut Ui, command: Command) {
        if self.command_ui(ui, command) {
            self.out.push(Intent::Run(command));
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

fn piece_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, clicked: ActorId) {
    let context = desk.context;
    let Some(actor) = context.constellation().actor(clicked) else {
        ui.close();
        return;
    };
    let actors = desk.actors(clicked);
    if actors.len() == 1 {
        ui.label(widgets::bold(display_name(context, actor)));
        if desk.command_ui(ui, Command::Rename) {
            desk.out.push(Intent::StartRename(clicked));
        }
        if desk.command_ui(ui, Command::StartRelation) {
            desk.view.relating_from = Some(clicked);
        }
        if desk.entry_ui(ui, "board-relate-to-itself") {
            desk.out.push(Intent::AddRelation {
                source: clicked,
                target: clicked,
            });
        }
    } else {
        let count = [("count", actors.len().into())];
        ui.label(widgets::bold(context.texts.with("board-actor-count", &count)));
    }
    ui.separator();
    words_ui(ui, desk, actor, &actors);
    ui.separator();
    for command in [
        Command::Cut,
        Command::Copy,
        Command::Duplicate,
        Command::ToTray,
        Command::SelectNeighbours,
    ] {
        desk.run_ui(ui, command);
    }
    if actors.len() > 1 {
        line_up_ui(ui, desk, actors.len());
    }
    ui.separator();
    desk.run_ui(ui, Command::Delete);
}

fn line_up_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, count: usize) {
    ui.menu_button(desk.t("board-line-up"), |ui| {
        for command in [
            Command::AlignLeft,
            Command::AlignCentreX,
            Command::AlignRight,
            Command::AlignTop,
            Command::AlignCentreY,
            Command::AlignBottom,
        ] {
            desk.run_ui(ui, command);
        }
        if count > 2 {
            ui.separator();
            desk.run_ui(ui, Command::DistributeHorizontally);
            desk.run_ui(ui, Command::DistributeVertically);
        }
    });
}

/// Kind, sector, level and domains: of all selected actors at once; ticks are those of the clicked one.
fn words_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, actor: &Actor, actors: &[ActorId]) {
    let vocabulary = &desk.context.constellation().vocabulary;
    let none = desk.t("board-not-said");
    let mut chosen: Option<ActorEdit> = None;
    ui.menu_button(desk.t("board-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui
                    .radio(actor.kind.as_ref() == Some(&kind.id), &kind.label)
                    .clicked()
                {
                    chosen = Some(ActorEdit::Kind(Some(kind.id.clone())));
                }
            }
            if ui.radio(actor.kind.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Kind(None));
            }
        });
    });
    ui.menu_button(desk.t("board-sector"), |ui| {
        choices_ui(ui, |ui| {
            for sector in &vocabulary.sectors {
                if ui
                    .radio(actor.sector.as_ref() == Some(&sector.id), &sector.label)
                    .clicked()
                {
                    chosen = Some(ActorEdit::Sector(Some(sector.id.clone())));
                }
            }
            if ui.radio(actor.sector.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Sector(None));
            }
        });
    });
    ui.menu_button(desk.t("board-level"), |ui| {
        choices_ui(ui, |ui| {
            for level in &vocabulary.levels {
                if ui
                    .radio(actor.level.as_ref() == Some(&level.id), &level.label)
                    .clicked()
                {
                    chosen = Some(ActorEdit::Level(Some(level.id.clone())));
                }
            }
            if ui.radio(actor.level.is_none(), &none).clicked() {
                chosen = Some(ActorEdit::Level(None));
            }
        });
    });
    ui.menu_button(desk.t("board-domains"), |ui| {
        choices_ui(ui, |ui| {
            for domain in &vocabulary.domains {
                let mut is_on = actor.domains.contains(&domain.id);
                if ui.checkbox(&mut is_on, &domain.label).clicked() {
                    let id = domain.id.clone();
                    chosen = Some(if is_on {
                        ActorEdit::AddDomain(id)
                    } else {
                        ActorEdit::RemoveDomain(id)
                    });
                }
            }
        });
    });
    if let Some(edit) = chosen {
        desk.out.push(Intent::EditActors(actors.to_vec(), edit));
    }
}

/// Long lists of words scroll instead of running off the screen.
fn choices_ui(ui: &mut Ui, add: impl FnOnce(&mut Ui)) {
    let most_height = ui.ctx().content_rect().height() * 0.7;
    egui::ScrollArea::vertical().max_height(most_height).show(ui, add);
}

fn relation_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, clicked: RelationId) {
    let context = desk.context;
    let Some(relation) = context.constellation().relation(clicked) else {
        ui.close();
        return;
    };
    let relations = desk.relations(clicked);
    if relations.len() == 1 {
        ui.label(widgets::bold(ends(context, relation)));
    } else {
        let count = [("count", relations.len().into())];
        ui.label(widgets::bold(context.texts.with("board-relation-count", &count)));
    }
    ui.separator();
    let mut chosen: Option<RelationEdit> = None;
    ui.menu_button(desk.t("board-relation-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &context.constellation().vocabulary.relation_kinds {
                if kind_button_ui(ui, kind, relation.kind == kind.id).clicked() {
                    chosen = Some(RelationEdit::Kind(kind.id.clone()));
                }
            }
        });
    });
    weights_ui(ui, desk, relation, &mut chosen);
    ui.menu_button(desk.t("board-direction"), |ui| {
        directions_ui(ui, context, relation, &mut chosen);
    });
    if desk.command_ui(ui, Command::ReverseRelation) {
        chosen = Some(RelationEdit::Reverse);
    }
    if desk.command_ui(ui, Command::MakeMutual) {
        chosen = Some(RelationEdit::Direction(Direction::Mutual));
    }
    ui.separator();
    ui.menu_button(desk.t("board-status"), |ui| {
        for (status, key) in [
            (RelationStatus::Existing, "board-status-existing"),
            (RelationStatus::Wished, "board-status-wished"),
            (RelationStatus::Ended, "board-status-ended"),
        ] {
            if ui.radio(relation.status == status, context.t(key)).clicked() {
                chosen = Some(RelationEdit::Status(status));
            }
        }
    });
    let mut is_verified = relation.verified;
    if ui.checkbox(&mut is_verified, desk.t("board-verified")).clicked() {
        chosen = Some(RelationEdit::Verified(is_verified));
        ui.close();
    }
    ui.separator();
    desk.run_ui(ui, Command::Delete);
    if let Some(edit) = chosen {
        desk.out.push(Intent::EditRelations(relations, edit));
    }
}

fn weights_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>, relation: &Relation, chosen: &mut Option<RelationEdit>) {
    ui.horizontal(|ui| {
        ui.label(desk.t("board-weight"));
        for weight in WEIGHTS {
            let is_on = relation.weight == f64::from(weight);
            let response = ui.selectable_label(is_on, weight.to_string());
            desk.offer_focus(&response);
            if response.clicked() {
                *chosen = Some(RelationEdit::Weight(f64::from(weight)));
                ui.close();
            }
        }
    });
}

fn directions_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    relation: &Relation,
    chosen: &mut Option<RelationEdit>,
) {
    let name = |id| {
        let actor = context.constellation().actor(id);
        actor.map_or_else(String::new, |actor| display_name(context, actor))
    };
    let (source, target) = (name(relation.source), name(relation.target));
    let is_directed = relation.direction == Direction::Directed;
    let forwards = format!("{source} → {target}");
    if ui.radio(is_directed, forwards).clicked() && !is_directed {
        *chosen = Some(RelationEdit::Direction(Direction::Directed));
    }
    // From the other end: the same as turning it round, once it has a direction.
    if is_directed && ui.radio(false, format!("{target} → {source}")).clicked() {
        *chosen = Some(RelationEdit::Reverse);
    }
    let is_mutual = relation.direction == Direction::Mutual;
    if ui.radio(is_mutual, context.t("board-direction-mutual")).clicked() {
        *chosen = Some(RelationEdit::Direction(Direction::Mutual));
    }
    let is_undirected = relation.direction == Direction::Undirected;
    if ui
        .radio(is_undirected, context.t("board-direction-undirected"))
        .clicked()
    {
        *chosen = Some(RelationEdit::Direction(Direction::Undirected));
    }
}

fn board_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    let context = desk.context;
    let vocabulary = &context.constellation().vocabulary;
    let pos = desk.in_board.rounded();
    if desk.entry_ui(ui, "board-add-actor-here") {
        add_actor_at(desk.view.active_actor_kind.clone(), pos, desk.out);
    }
    ui.menu_button(desk.t("board-add-actor-of-kind"), |ui| {
        choices_ui(ui, |ui| {
            for kind in &vocabulary.actor_kinds {
                if ui.button(&kind.label).clicked() {
                    add_actor_at(Some(kind.id.clone()), pos, desk.out);
                }
            }
        });
    });
    desk.run_ui(ui, Command::Paste);
    ui.separator();
    let board = &context.constellation().board;
    if desk.entry_ui(ui, "board-place-issue-here") {
        let mut board = board.clone();
        board.issue_pos = Some(pos);
        desk.out.push(Intent::SetBoard(Box::new(board)));
    }
    if board.issue_pos.is_some() {
        take_issue_away_ui(ui, desk);
    }
    ui.menu_button(desk.t("board-background"), |ui| {
        for background in Background::ALL {
            let key = background_key(background);
            let is_on = board.background == background;
            if !ui.radio(is_on, context.t(key)).clicked() {
                continue;
            }
            if background == Background::Picture && board.picture.is_none() {
                desk.out.push(Intent::ChooseBackgroundPicture);
            } else if !is_on {
                let mut board = board.clone();
                board.background = background;
                desk.out.push(Intent::SetBoard(Box::new(board)));
            }
        }
    });
    ui.separator();
    desk.run_ui(ui, Command::SelectAll);
    desk.run_ui(ui, Command::ZoomToFit);
}

fn issue_menu_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    if desk.entry_ui(ui, "board-edit-issue") {
        desk.view.dialog = Some(Dialog::Properties);
    }
    take_issue_away_ui(ui, desk);
}

fn take_issue_away_ui(ui: &mut Ui, desk: &mut Desk<'_, '_>) {
    if desk.entry_ui(ui, "board-take-issue-away") {
        let mut board = desk.context.constellation().board.clone();
        board.issue_pos = None;
        desk.out.push(Intent::SetBoard(Box::new(board)));
    }
}

fn background_key(background: Background) -> &'static str {
    match background {
        Background::Empty => "board-background-empty",
        Background::Rings => "board-background-rings",
        Background::Quadrants => "board-background-quadrants",
        Background::SectorFields => "board-background-sector-fields",
        Background::LevelBands => "board-background-level-bands",
        Background::Picture => "board-background-picture",
    }
}

/// The actor's name, or words that say that it has none yet.
pub(super) fn display_name(context: &FrameContext<'_>, actor: &Actor) -> String {
    if actor.label.is_empty() {
        context.t("board-nameless")
    } else {
        actor.label.clone()
    }
}

/// Both ends with the direction between them.
pub(super) fn ends(context: &FrameContext<'_>, relation: &Relation) -> String {
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
