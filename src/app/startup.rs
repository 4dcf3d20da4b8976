//! Opening the window.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

use super::App;
use super::graphics::{self, Graphics, StartError, Starting};
use crate::jobs::panic_text;
use crate::store;

/// What stands in the title bar and the task bar.
fn icon() -> egui::IconData {
    eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icons/64.png")).unwrap_or_default()
}

/// Opens the window, with a file on the board when one is given. Where one way to draw fails, the program is started
/// again with the next ([`graphics`]). Returns when the window is closed, or when the new process has begun.
///
/// # Errors
/// When there is no display, no window can be opened on it, or nothing draws on it.
pub fn run(starting: Starting) -> Result<(), StartError> {
    graphics::with_another_way(starting, Graphics::HERE, open, store::start_again)
}

fn open(starting: &Starting, way: Graphics) -> Result<(), StartError> {
    // Before the program itself is made, it is the graphics that fail.
    let has_begun = Rc::new(Cell::new(false));
    let begun = Rc::clone(&has_begun);
    let starting = starting.clone();
    let create: eframe::AppCreator<'_> = Box::new(move |creation| {
        begun.set(true);
        let mut app = App::new(creation);
        if let Some(language) = starting.language {
            app.speak(language);
        }
        app.remember_graphics(way);
        // A board wants all the room there is. Asked for here: a window manager heeds it only once the
        // window is there.
        creation
            .egui_ctx
            .send_viewport_cmd(egui::ViewportCommand::Maximized(true));
        if let Some(tell) = starting.timing {
            app.time_start(starting.file.is_some(), tell);
        }
        if let Some(path) = starting.file {
            app.send(crate::command::FileRequest::OpenPath(path));
        }
        Ok(Box::new(app))
    });
    let run = || eframe::run_native("netwerkopstelling", options(way), create);
    // The window toolkit panics where a driver gives it nothing to choose from. A panic of the program goes on.
    let ended = match catch_unwind(AssertUnwindSafe(run)) {
        Ok(ended) => ended,
        Err(panic) if has_begun.get() => std::panic::resume_unwind(panic),
        Err(panic) => return Err(StartError::Graphics(panic_text(panic.as_ref()))),
    };
    ended.map_err(|error| match error {
        eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => StartError::NoDisplay,
        other if has_begun.get() => StartError::Window(other.to_string()),
        other => StartError::Graphics(other.to_string()),
    })
}

fn options(way: Graphics) -> eframe::NativeOptions {
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
    match way {
        Graphics::Glow => options,
        Graphics::Dx12 => with_dx12(options),
    }
}

#[cfg(windows)]
fn with_dx12(mut options: eframe::NativeOptions) -> eframe::NativeOptions {
    use eframe::{egui_wgpu::WgpuSetup, wgpu};
    options.renderer = eframe::Renderer::Wgpu;
    if let WgpuSetup::CreateNew(setup) = &mut options.wgpu_options.wgpu_setup {
        // Its device in software comes with Windows and needs no driver; a variable of the environment still goes first.
        setup.instance_descriptor.backends = wgpu::Backends::from_env().unwrap_or(wgpu::Backends::DX12);
        // Two dimensions and a few thousand triangles: no reason to wake the large card of a laptop.
        setup.power_preference = wgpu::PowerPreference::LowPower;
    }
    options
}

/// It is not among the ways of this system ([`Graphics::HERE`]).
#[cfg(not(windows))]
fn with_dx12(options: eframe::NativeOptions) -> eframe::NativeOptions {
    options
}
