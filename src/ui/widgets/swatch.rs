//! Choosing a colour: a palette that stays apart for the colour-blind, or any colour by its hex.

use egui::{Button, Id, Key, Popup, PopupCloseBehavior, Response, TextEdit, Ui, vec2};

use super::{colour, forget_half_typed, forget_standing, note_half_typed, note_standing};
use crate::command::{Edit, Intent};
use crate::i18n::Texts;
use crate::model::{NEW_COLOURS, NoteTarget, Rgb};
use crate::ui::Intents;

/// Okabe and Ito's colours, then the ones that new words get.
pub const COLOURS: [[Rgb; 8]; 2] = [
    [
        Rgb(0x00, 0x72, 0xb2),
        Rgb(0xe6, 0x9f, 0x00),
        Rgb(0x00, 0x9e, 0x73),
        Rgb(0xcc, 0x79, 0xa7),
        Rgb(0x56, 0xb4, 0xe9),
        Rgb(0xd5, 0x5e, 0x00),
        Rgb(0xf0, 0xe4, 0x42),
        Rgb(0x4a, 0x55, 0x68),
    ],
    NEW_COLOURS,
];

/// A button in the colour that opens the choice. Sends another colour when one was chosen.
pub fn swatch_button_ui(
    ui: &mut Ui,
    texts: Texts,
    (id, name): (Id, &str),
    current: Rgb,
    out: &mut Intents,
    to_edit: impl Fn(Rgb) -> Option<Edit>,
) {
    let button = swatch_ui(ui, current, false, &format!("{name}: {}", current.to_hex()));
    let mut picked = None;
    Popup::menu(&button)
        .id(id.with("popup"))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            for row in COLOURS {
                ui.horizontal(|ui| {
                    ui.spacing_mut().item_spacing.x = 4.0;
                    for option in row {
                        if swatch_ui(ui, option, option == current, &option.to_hex()).clicked() {
                            picked = Some(option);
                            ui.close();
                        }
                    }
                });
            }
            if let Some(typed) = hex_ui(ui, texts, (id, name), current, &to_edit) {
                picked = Some(typed);
                ui.close();
            }
        });
    if let Some(colour) = picked.filter(|colour| *colour != current) {
        out.extend(to_edit(colour).map(Intent::from));
    }
}

fn swatch_ui(ui: &mut Ui, fill: Rgb, is_current: bool, name: &str) -> Response {
    let stroke = if is_current {
        egui::Stroke::new(3.0, ui.visuals().text_color())
    } else {
        egui::Stroke::new(1.0, ui.visuals().weak_text_color())
    };
    let response = ui.add(
        Button::new("")
            .fill(colour(fill))
            .stroke(stroke)
            .min_size(vec2(26.0, 24.0)),
    );
    response.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::ColorButton, ui.is_enabled(), name));
    response.on_hover_text(name)
}

fn hex_ui(
    ui: &mut Ui,
    texts: Texts,
    (id, name): (Id, &str),
    current: Rgb,
    to_edit: impl Fn(Rgb) -> Option<Edit>,
) -> Option<Rgb> {
    let key = id.with("hex");
    let stored: Option<String> = ui.data(|data| data.get_temp(key));
    let mut text = stored.unwrap_or_else(|| current.to_hex());
    let mut typed = None;
    let is_typing = ui.horizontal(|ui| {
        let label = ui.label(texts.t("colour-hex"));
        let response = ui
            .add(
                TextEdit::singleline(&mut text)
                    .id(key.with("field"))
                    .desired_width(90.0),
            )
            .labelled_by(label.id);
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            typed = Rgb::from_hex(text.trim());
        }
        if response.has_focus() {
            ui.data_mut(|data| data.insert_temp(key, text.clone()));
        } else {
            ui.data_mut(|data| data.remove::<String>(key));
        }
        response.has_focus()
    });
    let read = Rgb::from_hex(text.trim());
    match read.filter(|read| typed.is_none() && *read != current) {
        Some(half_typed) => note_standing(ui.ctx(), key, to_edit(half_typed).into_iter().collect()),
        None => forget_standing(ui.ctx(), key),
    }
    if read.is_none() && is_typing.inner {
        note_half_typed(ui.ctx(), key, NoteTarget::Constellation, name, &text);
    } else {
        forget_half_typed(ui.ctx(), key);
    }
    if read.is_none() {
        super::refusal_ui(ui, &texts.t("colour-hex-refused"));
    }
    typed
}
