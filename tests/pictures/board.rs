//! The board alone in a window, without the program around it.

use egui::epaint::FontColorTransferFunction;
use netwerkopstelling::desk::{Desk, Screen};
use netwerkopstelling::edit::Document;
use netwerkopstelling::model::{ActorId, Constellation};
use netwerkopstelling::scene::{Appearance, Filters, Palette, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::session::Session;
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::{FrameContext, Intents, ProgramView, theme};

pub struct Board {
    pub session: Session,
    pub desk: Desk,
    pub scene: Scene,
    pub appearance: Appearance,
    pub palette: Palette,
    pub theme: ThemeKind,
    pub program: ProgramView,
    pub canvas: CanvasState,
    /// On dark ground the screen library makes letters heavier than they are, icons among them; pictures do not.
    pub has_plain_letters: bool,
    /// The board has all of the window, as in the hall; without, the margin that a test gives.
    pub fills_window: bool,
    is_dressed: bool,
}

impl Board {
    pub fn new(constellation: Constellation, theme: ThemeKind) -> Self {
        let mut board = Self {
            scene: Scene::default(),
            appearance: Appearance {
                badges: [(ActorId(1), "1".to_owned()), (ActorId(26), "12".to_owned())].into(),
                ..Appearance::default()
            },
            session: Session::new(Document::new(constellation), String::new),
            desk: Desk {
                screen: Screen::Board,
                ..Desk::default()
            },
            palette: Palette::of(theme),
            theme,
            program: ProgramView::default(),
            canvas: CanvasState::default(),
            has_plain_letters: false,
            fills_window: false,
            is_dressed: false,
        };
        board.rebuild();
        board
    }

    /// What the program does when the document or the view on it changes.
    pub fn rebuild(&mut self) {
        self.scene = build(SceneInput {
            constellation: self.session.document.constellation(),
            filters: &Filters::default(),
            appearance: &self.appearance,
            highlight: self.session.lens.highlight.as_ref(),
            palette: &self.palette,
        });
    }

    pub fn ui(&mut self, ui: &mut egui::Ui) {
        if !self.is_dressed {
            // Fonts are there from the next frame on.
            theme::install_fonts(ui.ctx());
            theme::apply(ui.ctx(), self.theme);
            if self.has_plain_letters {
                ui.ctx().all_styles_mut(|style| {
                    style.visuals.text_options.color_transfer_function = FontColorTransferFunction::Off;
                });
            }
            self.is_dressed = true;
            ui.ctx().request_repaint();
            return;
        }
        let Session { document, lens, .. } = &self.session;
        let shown = (&self.scene, &self.palette, self.theme);
        let context = FrameContext::without_figures((document, lens, &self.desk), shown, &self.program);
        let mut asked = Intents::default();
        if self.fills_window {
            let window = egui::UiBuilder::new().max_rect(ui.ctx().content_rect());
            let mut ui = ui.new_child(window);
            canvas_ui(&mut ui, &context, &mut self.canvas, &mut asked);
        } else {
            canvas_ui(ui, &context, &mut self.canvas, &mut asked);
        }
        if self.canvas.take_moved_camera() {
            self.desk.camera_request = None;
        }
        self.session.carry_out_drawn(&mut self.desk, asked);
    }
}
