//! The menu bar and the tool row.

use egui::{Button, MenuBar, RichText, Ui, WidgetInfo, WidgetType};
use egui_phosphor::regular as icon;

use crate::command::{
    ALIGN, COMMANDS, Command, CommandFamily, CommandInfo, DISTRIBUTE, DeskChange, shortcut_text,
};
use crate::desk::InSight;
use crate::desk::{LeftTab, RightTab, Screen, Tool};
use crate::i18n::shown;
use crate::ui::canvas::line_sample::kind_button_ui;
use crate::ui::widgets::{NumberEntry, bold, option_ui, refusal_ui, submenu_ui};
use crate::ui::{FrameContext, Intents, SavedState};

/// What the weight of the next relation can be.
const NEXT_WEIGHT: std::ops::RangeInclusive<f64> = 0.01..=1000.0;

pub fn toolbar_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    menu_bar_ui(ui, context, out);
    if context.desk.screen == Screen::Board {
        ui.separator();
        ui.horizontal_wrapped(|ui| fitted_row_ui(ui, context, out));
        ui.add_space(2.0);
    }
}

fn menu_bar_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    MenuBar::new().ui(ui, |ui| {
        for family in CommandFamily::MENUS {
            let works =
                |info: &CommandInfo| info.family == family && info.reach.works_in(context.desk.in_sight());
            if !COMMANDS.iter().any(works) {
                continue;
            }
            ui.menu_button(context.t(family.key()), |ui| {
                ui.set_min_width(260.0);
                menu_ui(ui, context, family, out);
            });
        }
        if context.desk.screen == Screen::Board {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                title_ui(ui, context);
            });
        }
    });
}

fn menu_ui(ui: &mut Ui, context: &FrameContext<'_>, family: CommandFamily, out: &mut Intents) {
    let mut is_first = true;
    for info in COMMANDS.iter().filter(|info| info.family == family) {
        // What this screen has no use for is not there; what has no use just now is grey.
        if !info.reach.works_in(context.desk.in_sight()) {
            continue;
        }
        if info.starts_group && !is_first {
            ui.separator();
        }
        is_first = false;
        if !ALIGN.contains(&info.command) && !DISTRIBUTE.contains(&info.command) {
            command_ui(ui, context, info, out);
        } else if info.command == ALIGN[0] {
            submenu_ui(ui, context.t("board-line-up"), |ui| {
                for command in ALIGN.into_iter().chain(DISTRIBUTE) {
                    command_ui(ui, context, command.info(), out);
                }
            });
        }
    }
}

fn command_ui(ui: &mut Ui, context: &FrameContext<'_>, info: &CommandInfo, out: &mut Intents) {
    if menu_item_ui(ui, context, info).clicked() {
        out.push(info.command);
        ui.close();
    }
}

fn menu_item_ui(ui: &mut Ui, context: &FrameContext<'_>, info: &CommandInfo) -> egui::Response {
    let is_enabled = !context.program.disabled.contains(&info.command);
    let mut button = Button::new(command_text(context, info.command));
    if let Some(shortcut) = info.shortcuts.first() {
        button = button.shortcut_text(shortcut_text(context.texts, *shortcut));
    }
    ui.add_enabled(is_enabled, button)
}

/// The text of a command; undo and redo name the step they mean.
pub fn command_text(context: &FrameContext<'_>, command: Command) -> String {
    let history = context.document.history();
    let step = match command {
        Command::Undo => history.undo_label().map(|label| ("command-undo-step", label)),
        Command::Redo => history.redo_label().map(|label| ("command-redo-step", label)),
        Command::StartScreen if context.desk.in_sight() == InSight::Start => {
            return context.t("command-back-to-board");
        }
        _ => None,
    };
    match step {
        Some((key, label)) => context
            .texts
            .with(key, &[("step", context.t(label.key()).into())]),
        None => context.t(command.info().key),
    }
}

fn title_ui(ui: &mut Ui, context: &FrameContext<'_>) {
    let info = &context.constellation().info;
    let untitled = || context.t("untitled");
    let name = if info.title.is_empty() {
        context.own.file_name().unwrap_or_else(untitled)
    } else {
        shown(&info.title).into_owned()
    };
    let saved = context.program.saved;
    let text = if saved == SavedState::Unsaved {
        format!("{name} •")
    } else {
        name
    };
    let hint = context.t(saved.key());
    ui.add(egui::Label::new(bold(text)).truncate())
        .on_hover_text(hint);
}

/// Widths of the lists of kinds, where there is room for them.
const KIND_LISTS: [f32; 2] = [124.0, 148.0];
/// From this width of the row on every tool has its word.
const ROOM_FOR_ALL_WORDS: f32 = 1400.0;
/// The least width of either.
const LEAST_KIND_LIST: f32 = 72.0;

/// The tools on one row: the lists of kinds give up their width before a sign goes to a row of its own.
fn fitted_row_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let key = egui::Id::new("tool-row-beside-lists");
    let (left, room) = (ui.max_rect().left(), ui.available_width());
    let beside: Option<f32> = ui.data(|data| data.get_temp(key));
    let share = beside.map_or(0.0, |beside| (room - beside) / KIND_LISTS.iter().sum::<f32>());
    let lists = KIND_LISTS.map(|width| (width * share).floor().clamp(LEAST_KIND_LIST, width));
    let [first, last] = tool_row_ui(ui, context, lists, out);
    // On several rows it is not known how wide one would be: the lists are at their least in the next frame, and then it is.
    let is_one_row = (first.center().y - last.center().y).abs() < first.height() / 2.0;
    let now = is_one_row.then(|| last.right() - left - lists.iter().sum::<f32>());
    if now != beside {
        ui.data_mut(|data| match now {
            Some(now) => {
                data.insert_temp(key, now);
            }
            None => data.remove::<f32>(key),
        });
        ui.ctx().request_repaint();
    }
}

/// Draws it, and tells where the first and the last are.
fn tool_row_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    [actor_kinds, relation_kinds]: [f32; 2],
    out: &mut Intents,
) -> [egui::Rect; 2] {
    let (mut first, row) = (egui::Rect::NOTHING, ui.max_rect().width());
    let tools = [
        (Tool::Select, icon::CURSOR, "tool-select"),
        (Tool::Actor, icon::PLUS_CIRCLE, "tool-actor"),
        (Tool::Relate, icon::LINE_SEGMENT, "tool-relate"),
        (Tool::Towers, icon::STACK, "tool-towers"),
    ];
    for (tool, symbol, key) in tools {
        let (is_held, word) = (context.desk.tool == tool, context.t(key));
        // Where the row is narrow the tool that is used once in a session is a sign.
        let text = if tool == Tool::Towers && row < ROOM_FOR_ALL_WORDS {
            RichText::new(symbol).size(17.0)
        } else {
            RichText::new(format!("{symbol}  {word}"))
        };
        let response = ui.add(Button::selectable(is_held, text));
        response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, is_held, &word));
        let response = response.on_hover_text(format!("{word}\n{}", context.t(&format!("{key}-hint"))));
        if tool == Tool::Select {
            first = response.rect;
        }
        if response.clicked() {
            out.push(DeskChange::Take(tool));
        }
    }
    actor_kind_ui(ui, context, actor_kinds, out);
    relation_kind_ui(ui, context, relation_kinds, out);
    weight_ui(ui, context, out);
    ui.separator();
    icon_command_ui(ui, context, icon::ARROW_COUNTER_CLOCKWISE, Command::Undo, out);
    icon_command_ui(ui, context, icon::ARROW_CLOCKWISE, Command::Redo, out);
    ui.separator();
    icon_command_ui(ui, context, icon::MAGNIFYING_GLASS, Command::FindActor, out);
    icon_command_ui(ui, context, icon::GRAPH, Command::Arrange, out);
    icon_command_ui(ui, context, icon::CORNERS_OUT, Command::ZoomToFit, out);
    icon_command_ui(ui, context, icon::PRESENTATION, Command::HallMode, out);
    ui.separator();
    [first, panel_toggles_ui(ui, context, out)]
}

fn icon_command_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    symbol: &str,
    command: Command,
    out: &mut Intents,
) {
    let is_enabled = !context.program.disabled.contains(&command);
    let text = command_text(context, command);
    let shortcut = command
        .info()
        .shortcuts
        .first()
        .map(|keys| shortcut_text(context.texts, *keys));
    let mut hint = shortcut.map_or_else(|| text.clone(), |keys| format!("{text}  ({keys})"));
    if command == Command::Arrange {
        // The only sign here whose word does not say what it will do.
        hint = format!("{hint}\n{}", context.t("command-arrange-hint"));
    }
    let response = ui.add_enabled(is_enabled, Button::new(RichText::new(symbol).size(17.0)));
    name(&response, is_enabled, &text);
    if response
        .on_hover_text(&hint)
        .on_disabled_hover_text(&hint)
        .clicked()
    {
        out.push(command);
    }
}

/// An icon has no name of its own for a screen reader.
fn name(response: &egui::Response, is_enabled: bool, text: &str) {
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Button, is_enabled, text));
}

fn actor_kind_ui(ui: &mut Ui, context: &FrameContext<'_>, width: f32, out: &mut Intents) {
    let vocabulary = &context.constellation().vocabulary;
    let none = context.t("kind-none");
    let chosen = context
        .desk
        .active_actor_kind
        .as_ref()
        .and_then(|id| vocabulary.actor_kind(id));
    let text = shown(chosen.map_or(none.as_str(), |kind| kind.label.as_str()));
    let hint = context.t("tool-actor-kind");
    let response = egui::ComboBox::from_id_salt("active-actor-kind")
        .selected_text(&*text)
        .width(width)
        .height(520.0)
        .truncate()
        .show_ui(ui, |ui| {
            let kinds = vocabulary.actor_kinds.iter();
            let kinds = kinds.map(|kind| (Some(&kind.id), kind.label.as_str()));
            for (id, label) in std::iter::once((None, none.as_str())).chain(kinds) {
                let is_active = context.desk.active_actor_kind.as_ref() == id;
                if option_ui(ui, is_active, &*shown(label)).clicked() {
                    out.push(DeskChange::ActiveActorKind(id.cloned()));
                }
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &hint));
    response.on_hover_text(format!("{hint}\n{text}"));
}

fn relation_kind_ui(ui: &mut Ui, context: &FrameContext<'_>, width: f32, out: &mut Intents) {
    let vocabulary = &context.constellation().vocabulary;
    let chosen = vocabulary.relation_kind(&context.desk.active_relation_kind);
    let text = shown(chosen.map_or("", |kind| kind.label.as_str()));
    let hint = context.t("tool-relation-kind");
    let response = egui::ComboBox::from_id_salt("active-relation-kind")
        .selected_text(&*text)
        .width(width)
        .height(420.0)
        .truncate()
        .show_ui(ui, |ui| {
            for kind in &vocabulary.relation_kinds {
                let is_active = kind.id == context.desk.active_relation_kind;
                if kind_button_ui(ui, kind, is_active).clicked() {
                    out.push(DeskChange::ActiveRelationKind(kind.id.clone()));
                }
            }
        })
        .response;
    response.widget_info(|| WidgetInfo::labeled(WidgetType::ComboBox, true, &hint));
    response.on_hover_text(format!("{hint}\n{text}"));
}

fn weight_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) {
    let hint = context.t("tool-weight");
    let texts = context.texts;
    let entry = NumberEntry::default();
    let before = context.desk.active_weight;
    let mut weight = before;
    let drag = egui::DragValue::new(&mut weight)
        .range(NEXT_WEIGHT)
        .update_while_editing(false)
        .speed(0.05)
        .max_decimals(2)
        .custom_formatter(move |value, _| texts.plain_number(value, 2))
        .custom_parser(|text| entry.read(text, texts, |weight| NEXT_WEIGHT.contains(&weight)));
    let response = ui.add(drag.prefix(format!("{} ", context.t("tool-weight-short"))));
    response.widget_info(|| WidgetInfo::labeled(WidgetType::DragValue, true, &hint));
    if weight != before {
        out.push(DeskChange::ActiveWeight(weight));
    }
    match entry.refused(ui, response.id, &response, before) {
        Some(bad) => {
            response.show_tooltip_ui(|ui| {
                refusal_ui(ui, &bad.text(texts, "number-next-weight-refused"));
            });
        }
        None => {
            response.on_hover_text(hint);
        }
    }
}

/// Returns where the last of them is.
fn panel_toggles_ui(ui: &mut Ui, context: &FrameContext<'_>, out: &mut Intents) -> egui::Rect {
    // The signs stand close together, as one group.
    ui.spacing_mut().item_spacing.x = 1.0;
    let mut last = egui::Rect::NOTHING;
    let mut left = |ui: &mut Ui, symbol: &str, tab: LeftTab, key: &str| {
        let is_shown = context.desk.left_is_open && context.desk.left_tab == tab;
        if toggle_ui(ui, context, symbol, key, is_shown).clicked() {
            out.push(if is_shown {
                DeskChange::CloseLeft
            } else {
                DeskChange::OpenLeft(tab)
            });
        }
    };
    left(ui, icon::USERS, LeftTab::Tray, "panel-tray");
    left(ui, icon::FUNNEL, LeftTab::Filters, "panel-filters");
    if toggle_ui(
        ui,
        context,
        icon::TABLE,
        "panel-table",
        context.desk.table_is_open,
    )
    .clicked()
    {
        out.push(DeskChange::ToggleTable);
    }
    let mut right = |ui: &mut Ui, symbol: &str, tab: RightTab, key: &str| {
        let is_shown = context.desk.right_is_open && context.desk.right_tab == tab;
        let response = toggle_ui(ui, context, symbol, key, is_shown);
        last = response.rect;
        if response.clicked() {
            out.push(if is_shown {
                DeskChange::CloseRight
            } else {
                DeskChange::OpenRight(tab)
            });
        }
    };
    right(
        ui,
        icon::SLIDERS_HORIZONTAL,
        RightTab::Selection,
        "panel-selection",
    );
    right(ui, icon::BRIDGE, RightTab::Spanners, "panel-spanners");
    right(ui, icon::RANKING, RightTab::Centrality, "panel-centrality");
    right(ui, icon::CIRCLES_THREE, RightTab::Cohesion, "panel-cohesion");
    right(ui, icon::USERS_FOUR, RightTab::Tables, "panel-two-mode");
    last
}

fn toggle_ui(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    symbol: &str,
    key: &str,
    is_shown: bool,
) -> egui::Response {
    let text = context.t(key);
    let response = ui.add(Button::selectable(is_shown, RichText::new(symbol).size(17.0)));
    response.widget_info(|| WidgetInfo::selected(WidgetType::Button, true, is_shown, &text));
    response.on_hover_text(text)
}
