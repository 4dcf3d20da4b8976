//! The board alone in a window, without the program around it.

use netwerkopstelling::edit::Document;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, Constellation};
use netwerkopstelling::scene::{Appearance, Filters, Hidden, Palette, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::ui::canvas::{CanvasState, canvas_ui};
use netwerkopstelling::ui::state::{Screen, ViewState};
use netwerkopstelling::ui::{CertaintyView, FrameContext, ProgramView, theme};

pub struct Board {
    pub document: Document,
    pub scene: Scene,
    pub palette: Palette,
    pub theme: ThemeKind,
    pub program: ProgramView,
    pub canvas: CanvasState,
    pub view: ViewState,
    is_dressed: bool,
}

impl Board {
    pub fn new(constellation: Constellation, theme: ThemeKind) -> Self {
        let mut board = Self {
            scene: Scene::default(),
            document: Document::new(constellation),
            palette: Palette::of(theme),
            theme,
            program: ProgramView::default(),
            canvas: CanvasState::default(),
            view: ViewState {
                screen: Screen::Board,
                ..ViewState::default()
            },
            is_dressed: false,
        };
        board.rebuild();
        board
    }

    /// What the program does when the document or the view on it changes.
    pub fn rebuild(&mut self) {
        self.scene = build(SceneInput {
            constellation: self.document.constellation(),
            filters: &Filters::default(),
            appearance: &Appearance {
                badges: [(ActorId(1), "1".to_owned()), (ActorId(26), "12".to_owned())].into(),
                ..Appearance::default()
            },
            highlight: self.view.highlight.as_ref(),
            palette: &self.palette,
        });
    }

    pub fn ui(&mut self, ui: &mut egui::Ui) {
        if !self.is_dressed {
            // Fonts are there from the next frame on.
            theme::install_fonts(ui.ctx());
            theme::apply(ui.ctx(), self.theme);
            self.is_dressed = true;
            ui.ctx().request_repaint();
            return;
        }
        let context = FrameContext {
            document: &self.document,
            scene: &self.scene,
            hidden: Hidden::default(),
            palette: &self.palette,
            theme: self.theme,
            texts: Texts::default(),
            analysis: None,
            analysis_is_current: false,
            groups: None,
            certainty: CertaintyView::default(),
            program: &self.program,
        };
        let mut intents = Vec::new();
        canvas_ui(ui, &context, &mut self.canvas, &mut self.view, &mut intents);
    }
}
