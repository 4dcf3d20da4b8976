//! Opening the window, or saying why there is none.

use std::fmt;
use std::path::PathBuf;

use super::App;

/// Why the app could not start.
#[derive(Debug)]
pub enum StartError {
    /// There is no screen to open a window on.
    NoDisplay(String),
    Window(String),
}

impl fmt::Display for StartError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoDisplay(reason) => write!(f, "no display: {reason}"),
            Self::Window(reason) => write!(f, "no window: {reason}"),
        }
    }
}

impl std::error::Error for StartError {}

/// Opens the window, with `file` on the board when one is given. Returns when the window is closed.
///
/// # Errors
/// When there is no display, or no window can be opened on it.
pub fn run(file: Option<PathBuf>) -> Result<(), StartError> {
    if !has_display() {
        return Err(StartError::NoDisplay(
            "DISPLAY and WAYLAND_DISPLAY are not set".to_owned(),
        ));
    }
    let options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default()
            .with_title("Netwerkopstelling")
            .with_app_id("netwerkopstelling")
            .with_inner_size([1280.0, 800.0])
            .with_min_inner_size([720.0, 480.0])
            .with_drag_and_drop(true),
        renderer: eframe::Renderer::Glow,
        persist_window: false,
        ..Default::default()
    };
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        let mut app = App::new(creation);
        if let Some(path) = file {
            app.send(crate::command::Intent::OpenPath(path));
        }
        Ok(Box::new(app))
    });
    eframe::run_native("netwerkopstelling", options, create).map_err(|error| match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => {
            StartError::NoDisplay(error.to_string())
        }
        other => StartError::Window(other.to_string()),
    })
}

/// On Linux a window needs X11 or Wayland; elsewhere there always is a screen.
fn has_display() -> bool {
    if !cfg!(target_os = "linux") {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .into_iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}
