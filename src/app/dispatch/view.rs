//! Requests that only change what is seen: selection, camera, panels, dialogs, settings.

use egui::{Context, ViewportCommand};

use crate::app::App;
use crate::command::{Command, Intent, PathPurpose, SettingChange};
use crate::i18n::Texts;
use crate::scene::Filters;
use crate::ui::state::{CameraRequest, Dialog, Renaming, RightTab, Tool, WhatIf};

/// Limits of the interface's own zoom.
const INTERFACE_ZOOM: std::ops::RangeInclusive<f32> = 0.6..=3.0;

/// Carries out the request, or hands it back.
pub fn carry_out(app: &mut App, ctx: &Context, intent: Intent) -> Option<Intent> {
    match intent {
        Intent::Select(selection) => app.document.set_selection(selection),
        Intent::Reveal(selection) => {
            app.document.set_selection(selection);
            app.view.camera_request = Some(CameraRequest::RevealSelection);
        }
        Intent::StartRename(actor) => {
            if let Some(found) = app.document.constellation().actor(actor) {
                app.view.renaming = Some(Renaming {
                    actor,
                    text: crate::i18n::shown(&found.label).into_owned(),
                    wants_focus: true,
                });
            }
        }
        Intent::FinishRename => app.view.renaming = None,
        Intent::SetActiveKind(kind) => app.view.active_relation_kind = kind,
        Intent::SetFilters(filters) => app.view.filters = *filters,
        Intent::Unhide(selection) => app.unhide(&selection),
        Intent::SetHighlight(highlight) => app.view.highlight = highlight,
        Intent::RunAnalysis(runs) => app.analysis.set_running(runs),
        Intent::RunCertainty(runs) => app.certainty.set_running(runs),
        Intent::DismissNotice(id) => app.notices.dismiss(id),
        Intent::Change(change) => change_setting(app, ctx, change),
        other => return Some(other),
    }
    None
}

/// Runs a command of the view or analysis family.
pub fn run(app: &mut App, ctx: &Context, command: Command) {
    let view = &mut app.view;
    match command {
        Command::ZoomToFit => view.camera_request = Some(CameraRequest::Fit),
        Command::ZoomToSelection => view.camera_request = Some(CameraRequest::FitSelection),
        Command::ZoomIn => view.camera_request = Some(CameraRequest::ZoomBy(1.25)),
        Command::ZoomOut => view.camera_request = Some(CameraRequest::ZoomBy(0.8)),
        Command::InterfaceLarger => zoom_interface(app, ctx, ctx.zoom_factor() + 0.1),
        Command::InterfaceSmaller => zoom_interface(app, ctx, ctx.zoom_factor() - 0.1),
        Command::InterfaceNormal => zoom_interface(app, ctx, 1.0),
        Command::HallMode => {
            view.hall_mode = !view.hall_mode;
            if view.hall_mode {
                // Whoever looks from the back row has nothing else to go by.
                view.legend_before_hall = view.legend_is_open;
                view.legend_is_open = true;
            } else {
                view.legend_is_open = view.legend_before_hall;
            }
            view.camera_request = Some(CameraRequest::Fit);
            ctx.send_viewport_cmd(ViewportCommand::Fullscreen(view.hall_mode));
        }
        Command::ToggleLeftPanel => view.left_is_open = !view.left_is_open,
        Command::ToggleRightPanel => view.right_is_open = !view.right_is_open,
        Command::ToggleTable => view.table_is_open = !view.table_is_open,
        Command::ToggleLegend => view.legend_is_open = !view.legend_is_open,
        Command::ShowAll => view.filters = Filters::default(),
        Command::ClearHighlight => view.highlight = None,
        Command::CopyFigures => {
            let table = app
                .analysis
                .figures_as_text(app.document.constellation(), app.texts);
            ctx.copy_text(table);
            let text = app.texts.t("notice-figures-copied");
            app.tell(crate::ui::Severity::Info, text);
        }
        Command::ShowSpanners => open_tab(app, RightTab::Spanners),
        Command::ShowCentrality => open_tab(app, RightTab::Centrality),
        Command::WhatIfWithout => toggle_experiment(app, WhatIf::Without(None)),
        Command::WhatIfWith => toggle_experiment(app, WhatIf::With(None)),
        Command::CompareWithFile => super::file::choose_path(app, PathPurpose::Compare, None),
        Command::AllMeasures => view.dialog = Some(Dialog::Measures),
        Command::ShowCohesion => open_tab(app, RightTab::Cohesion),
        Command::ShowTables => open_tab(app, RightTab::Tables),
        Command::ToggleHulls => view.groups.toggle_hulls(),
        Command::ToggleCuts => view.groups.marks_cuts = !view.groups.marks_cuts,
        _ => {}
    }
}

/// Runs a command that opens a window of information.
pub fn run_help(app: &mut App, command: Command) {
    app.view.dialog = match command {
        Command::Shortcuts => Some(Dialog::Shortcuts),
        Command::Palette => Some(Dialog::Palette),
        Command::About => Some(Dialog::About),
        Command::Settings => Some(Dialog::Settings),
        Command::Properties => Some(Dialog::Properties),
        _ => return,
    };
}

/// The same command again ends it.
fn toggle_experiment(app: &mut App, mode: WhatIf) {
    let view = &mut app.view;
    let is_on = matches!(
        (view.what_if, mode),
        (Some(WhatIf::Without(_)), WhatIf::Without(_)) | (Some(WhatIf::With(_)), WhatIf::With(_))
    );
    crate::ui::panels::whatif::stop(view);
    if is_on {
        return;
    }
    app.document.commit();
    view.renaming = None;
    view.relating_from = None;
    view.highlight = None;
    view.tool = match mode {
        WhatIf::Without(_) => Tool::Select,
        WhatIf::With(_) => Tool::Relate,
    };
    view.what_if = Some(mode);
}

fn open_tab(app: &mut App, tab: RightTab) {
    app.view.right_is_open = true;
    app.view.right_tab = tab;
}

fn zoom_interface(app: &mut App, ctx: &Context, zoom: f32) {
    let zoom = ((zoom * 10.0).round() / 10.0).clamp(*INTERFACE_ZOOM.start(), *INTERFACE_ZOOM.end());
    ctx.set_zoom_factor(zoom);
    app.program.interface_zoom = zoom;
    app.change_settings(|settings| settings.interface_zoom = zoom);
}

fn change_setting(app: &mut App, ctx: &Context, change: SettingChange) {
    match change {
        SettingChange::Language(language) => {
            app.texts = Texts::new(language);
            app.program.samples = crate::app::samples::views(app.texts);
            app.change_settings(|settings| settings.language = language);
        }
        SettingChange::Theme(theme) => {
            app.theme_setting = theme;
            app.change_settings(|settings| settings.theme = theme.into());
        }
        SettingChange::InterfaceZoom(zoom) => zoom_interface(app, ctx, zoom),
    }
}
