//! Opening the window.

use super::{App, Tell};
use crate::model::Language;
use crate::store::Location;

/// How the window is opened.
#[derive(Clone, Default)]
pub struct Start {
    /// What comes on the board.
    pub file: Option<Location>,
    /// For this time; else that of the settings.
    pub language: Option<Language>,
    /// Who is told how long the start took.
    pub timing: Option<Tell>,
}

/// Why there is no window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StartError {
    /// The display does not answer.
    NoDisplay,
    /// There is a display, but no window can be drawn on it.
    Window(String),
}

/// What stands in the title bar and the task bar.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/64.png")).unwrap_or_default()
}

/// Opens the window. Returns when it is closed.
///
/// # Errors
/// When there is no display, or no window can be opened on it.
pub fn run(start: Start) -> Result<(), StartError> {
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Netwerkopstelling")
            .with_app_id("netwerkopstelling")
            .with_icon(icon())
            // The size where no window manager makes it larger.
            .with_inner_size([1240.0, 740.0])
            .with_min_inner_size([720.0, 480.0])
            .with_drag_and_drop(true),
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..Default::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let mut app = App::new(creation);
        if let Some(language) = start.language {
            app.speak(language);
        }
        // A board wants all the room there is. Asked for here: a window manager heeds it only once the
        // window is there.
        creation
            .egui_ctx
            .send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        if let Some(tell) = start.timing {
            app.time_start(start.file.is_some(), tell);
        }
        if let Some(path) = start.file {
            app.send(crate::command::FileRequest::OpenPath(path));
        }
        Ok(Box::new(app))
    });
    eframe::run_native("netwerkopstelling", options, create).map_err(|error| match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => StartError::NoDisplay,
        other => StartError::Window(other.to_string()),
    })
}
