//! Small pieces that several panels share, so that they look and speak alike.

use egui::{Color32, Response, RichText, Ui};

use crate::model::Rgb;

/// Our colour in egui's type.
pub fn colour(Rgb(red, green, blue): Rgb) -> Color32 {
    Color32::from_rgb(red, green, blue)
}

/// Bold for real: the weight axis of the interface's face (`strong()` would only change the colour).
pub fn bold(text: impl Into<String>) -> RichText {
    RichText::new(text).variation(b"wght", 650.0)
}

/// A heading of a panel's section.
pub fn heading_ui(ui: &mut Ui, text: &str) -> Response {
    ui.add_space(6.0);
    let response = ui.label(bold(text).size(15.0));
    ui.add_space(2.0);
    response
}
