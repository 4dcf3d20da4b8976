//! What a kind or sector has besides its name: colour, shape, icon, line, and what new ones start with.

use egui::{Id, Ui};

use super::WordRow;
use crate::command::Edit;
use crate::edit::operations::Word;
use crate::model::{ActorKind, Direction, Layer, LineStyle, PieceShape, RelationKind, Sector};
use crate::scene::icons::ICONS;
use crate::ui::panels::words;
use crate::ui::widgets::{
    Choice, ChoiceField, Picked, SharedValue, Symbol, choice_ui, icon_text, swatch_button_ui, symbol_ui,
};
use crate::ui::{FrameContext, Intents};

fn send(out: &mut Intents, word: Word) {
    out.push(Edit::EditWord(Box::new(word)));
}

/// The mark before the name: a colour to change, or a sample.
pub fn mark_ui(ui: &mut Ui, context: &FrameContext<'_>, row: &WordRow, out: &mut Intents) {
    let name = context
        .texts
        .with("vocabulary-colour", &[("name", row.label.clone().into())]);
    let id = Id::new(("word-colour", &row.id));
    match &row.word {
        Word::Sector(sector) => {
            let coloured = |colour| Sector {
                colour,
                ..sector.clone()
            };
            let to_edit = |colour| Some(Edit::EditWord(Box::new(Word::Sector(coloured(colour)))));
            swatch_button_ui(ui, context.texts, (id, &name), sector.colour, out, to_edit);
        }
        Word::RelationKind(kind) => {
            let coloured = |colour| RelationKind {
                colour,
                ..kind.clone()
            };
            let to_edit = |colour| Some(Edit::EditWord(Box::new(Word::RelationKind(coloured(colour)))));
            swatch_button_ui(ui, context.texts, (id, &name), kind.colour, out, to_edit);
        }
        Word::ActorKind(kind) => symbol_ui(ui, &Symbol::of_kind(kind)),
        Word::Level(_) | Word::Domain(_) | Word::Region(_) => {}
    }
}

pub fn details_ui(ui: &mut Ui, context: &FrameContext<'_>, row: &WordRow, out: &mut Intents) {
    match &row.word {
        Word::ActorKind(kind) => {
            ui.horizontal(|ui| actor_kind_ui(ui, context, kind, out));
            ui.add_space(6.0);
        }
        Word::RelationKind(kind) => {
            ui.horizontal(|ui| relation_kind_ui(ui, context, kind, out));
            ui.add_space(6.0);
        }
        Word::Sector(_) | Word::Level(_) | Word::Domain(_) | Word::Region(_) => {}
    }
}

/// One choice of a word's details, named after the word for who cannot see it.
fn detail_ui<T: PartialEq>(
    ui: &mut Ui,
    context: &FrameContext<'_>,
    (key, word_id, word): (&str, &str, &str),
    width: f32,
    current: T,
    choices: Vec<Choice<T>>,
) -> Option<T> {
    let values = [
        ("column", context.t(key).into()),
        ("name", word.to_owned().into()),
    ];
    let name = context.texts.with("table-cell", &values);
    let mut field = ChoiceField::named(Id::new((key, word_id)), &name);
    field.width = width;
    let chosen = choices.iter().find(|choice| choice.value == current);
    let (text, symbol) = chosen
        .map(|choice| (choice.text.clone(), choice.symbol.clone()))
        .unwrap_or_default();
    let current = SharedValue::Same(current);
    match choice_ui(ui, context.texts, &field, &current, &text, &symbol, || choices) {
        Some(Picked::Value(value)) => Some(value),
        _ => None,
    }
}

fn actor_kind_ui(ui: &mut Ui, context: &FrameContext<'_>, kind: &ActorKind, out: &mut Intents) {
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.add_space(62.0);
    let vocabulary = &context.constellation().vocabulary;
    let of = |key| (key, kind.id.as_str(), kind.label.as_str());
    let edit = |out: &mut Intents, change: &dyn Fn(&mut ActorKind)| {
        let mut kind = kind.clone();
        change(&mut kind);
        send(out, Word::ActorKind(kind));
    };
    let shapes = PieceShape::ALL.map(|shape| {
        let symbol = Symbol::Piece {
            shape,
            icon: String::new(),
            fill: None,
        };
        Choice::with(shape, context.t(shape_key(shape)), symbol)
    });
    if let Some(shape) = detail_ui(ui, context, of("field-shape"), 90.0, kind.shape, shapes.into()) {
        edit(out, &|kind| kind.shape = shape);
    }
    icon_ui(ui, context, kind, out);
    let sectors = words::sectors(context.texts, vocabulary);
    if let Some(sector) = detail_ui(
        ui,
        context,
        of("field-sector"),
        110.0,
        kind.sector.clone(),
        sectors,
    ) {
        edit(out, &|kind| kind.sector.clone_from(&sector));
    }
    let levels = words::levels(context.texts, vocabulary);
    if let Some(level) = detail_ui(ui, context, of("field-level"), 100.0, kind.level.clone(), levels) {
        edit(out, &|kind| kind.level.clone_from(&level));
    }
    let mut is_body = kind.is_body;
    let check = ui.checkbox(&mut is_body, context.t("vocabulary-is-body"));
    if check
        .on_hover_text(context.t("vocabulary-is-body-hint"))
        .changed()
    {
        edit(out, &|kind| kind.is_body = is_body);
    }
}

/// All icons at once: a picture is chosen by looking, not by reading a list.
fn icon_ui(ui: &mut Ui, context: &FrameContext<'_>, kind: &ActorKind, out: &mut Intents) {
    let current = crate::scene::icons::icon(&kind.icon);
    let name = context
        .texts
        .with("vocabulary-icon", &[("name", kind.label.clone().into())]);
    let button =
        ui.add(egui::Button::new(icon_text(current.unwrap_or("·"))).min_size(egui::vec2(30.0, 26.0)));
    button.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &name));
    let button = button.on_hover_text(&name);
    egui::Popup::menu(&button)
        .id(Id::new(("word-icon", kind.id.as_str())))
        .show(|ui| {
            let mut choose = |ui: &mut Ui, icon: &str, sign: egui::RichText| {
                let response = ui
                    .add(egui::Button::selectable(kind.icon == icon, sign).min_size(egui::vec2(30.0, 28.0)));
                response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, icon));
                if response.on_hover_text(icon).clicked() && kind.icon != icon {
                    let kind = ActorKind {
                        icon: icon.to_owned(),
                        ..kind.clone()
                    };
                    send(out, Word::ActorKind(kind));
                }
            };
            for line in ICONS.chunks(7) {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 2.0;
                    for (icon, character) in line {
                        choose(ui, icon, icon_text(character).size(17.0));
                    }
                });
            }
        });
}

fn relation_kind_ui(ui: &mut Ui, context: &FrameContext<'_>, kind: &RelationKind, out: &mut Intents) {
    ui.spacing_mut().item_spacing.x = 4.0;
    ui.add_space(62.0);
    let of = |key| (key, kind.id.as_str(), kind.label.as_str());
    let edit = |out: &mut Intents, change: &dyn Fn(&mut RelationKind)| {
        let mut kind = kind.clone();
        change(&mut kind);
        send(out, Word::RelationKind(kind));
    };
    let lines = LineStyle::ALL.map(|line| {
        let symbol = Symbol::Line {
            colour: kind.colour,
            line,
        };
        Choice::with(line, context.t(line_key(line)), symbol)
    });
    if let Some(line) = detail_ui(ui, context, of("field-line"), 110.0, kind.line, lines.into()) {
        edit(out, &|kind| kind.line = line);
    }
    let layers = [
        None,
        Some(Layer::Structure),
        Some(Layer::Individual),
        Some(Layer::Fabric),
    ]
    .map(|layer| Choice::new(layer, context.t(layer_key(layer))));
    if let Some(layer) = detail_ui(ui, context, of("field-layer"), 110.0, kind.layer, layers.into()) {
        edit(out, &|kind| kind.layer = layer);
    }
    let directions = [
        (Direction::Directed, "direction-short-directed"),
        (Direction::Mutual, "direction-mutual"),
        (Direction::Undirected, "direction-undirected"),
    ]
    .map(|(direction, key)| Choice::new(direction, context.t(key)));
    let picked = detail_ui(
        ui,
        context,
        of("field-direction"),
        120.0,
        kind.direction,
        directions.into(),
    );
    if let Some(direction) = picked {
        edit(out, &|kind| kind.direction = direction);
    }
    let mut is_negative = kind.is_negative;
    let check = ui.checkbox(&mut is_negative, context.t("vocabulary-negative"));
    if check
        .on_hover_text(context.t("vocabulary-negative-hint"))
        .changed()
    {
        edit(out, &|kind| kind.is_negative = is_negative);
    }
}

fn shape_key(shape: PieceShape) -> &'static str {
    match shape {
        PieceShape::Circle => "shape-circle",
        PieceShape::Square => "shape-square",
        PieceShape::RoundedSquare => "shape-rounded-square",
        PieceShape::Diamond => "shape-diamond",
        PieceShape::Hexagon => "shape-hexagon",
        PieceShape::Octagon => "shape-octagon",
        PieceShape::Triangle => "shape-triangle",
        PieceShape::Pentagon => "shape-pentagon",
        PieceShape::Shield => "shape-shield",
        PieceShape::Pill => "shape-pill",
    }
}

fn line_key(line: LineStyle) -> &'static str {
    match line {
        LineStyle::Solid => "line-solid",
        LineStyle::Dashed => "line-dashed",
        LineStyle::Dotted => "line-dotted",
        LineStyle::DashDot => "line-dash-dot",
        LineStyle::LongDash => "line-long-dash",
        LineStyle::Double => "line-double",
        LineStyle::Zigzag => "line-zigzag",
    }
}

fn layer_key(layer: Option<Layer>) -> &'static str {
    match layer {
        None => "layer-none",
        Some(Layer::Structure) => "layer-structure",
        Some(Layer::Individual) => "layer-individual",
        Some(Layer::Fabric) => "layer-fabric",
    }
}
