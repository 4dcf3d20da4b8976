//! The program: state, dispatch of commands by family, files, recovery, settings, notices.

mod clipboard;
mod dispatch;
pub mod files;
pub mod journal;
mod notices;
mod scene_cache;
pub mod settings;
pub mod shortcuts;
mod startup;

use eframe::CreationContext;
use egui::Context;

use crate::command::{Command, Intent};
use crate::edit::Document;
use crate::edit::operations::Fragment;
use crate::i18n::Texts;
use crate::model::{Constellation, Language};
use crate::scene::{Appearance, Palette, ThemeKind};
use crate::ui::canvas::CanvasState;
use crate::ui::state::{Screen, ViewState};
use crate::ui::{FrameContext, Intents, ProgramView, Severity, theme};

pub use startup::run;

use notices::Notices;
use scene_cache::{SceneCache, Sight};

/// The whole program.
pub struct App {
    document: Document,
    /// Tells one open document from the next.
    document_number: u64,
    view: ViewState,
    canvas: CanvasState,
    scene: SceneCache,
    appearance: Appearance,
    notices: Notices,
    program: ProgramView,
    texts: Texts,
    /// The user's choice; `None` follows the system.
    theme_setting: Option<ThemeKind>,
    applied_theme: Option<ThemeKind>,
    /// What was copied last; used when the system's clipboard gives nothing.
    clipboard: Fragment,
    /// Pasting the same thing again puts it a step further.
    pastes: u32,
    /// Asked for by the views in the last frame, to be carried out in the next.
    intents: Intents,
    question: Option<dispatch::Question>,
    /// The user has decided about unsaved work; the window may close.
    may_close: bool,
    now_secs: f64,
}

impl App {
    pub fn new(creation: &CreationContext<'_>) -> Self {
        theme::install_fonts(&creation.egui_ctx);
        // Ctrl and plus, minus and zero are in our own table, so that help can name them.
        creation
            .egui_ctx
            .options_mut(|options| options.zoom_with_keyboard = false);
        let texts = Texts::new(Language::Nl);
        Self {
            document: Document::new(Constellation::new(texts.language)),
            document_number: 0,
            view: ViewState::default(),
            canvas: CanvasState::default(),
            scene: SceneCache::default(),
            appearance: Appearance::default(),
            notices: Notices::default(),
            program: ProgramView {
                interface_zoom: 1.0,
                ..ProgramView::default()
            },
            texts,
            theme_setting: None,
            applied_theme: None,
            clipboard: Fragment::default(),
            pastes: 0,
            intents: Vec::new(),
            question: None,
            may_close: false,
            now_secs: 0.0,
        }
    }

    pub fn document(&self) -> &Document {
        &self.document
    }

    pub fn view(&self) -> &ViewState {
        &self.view
    }

    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// How often a scene was built: idle frames must not add to it.
    pub fn scene_builds(&self) -> u64 {
        self.scene.builds()
    }

    /// Carries out one request, as if a view had asked.
    pub fn send(&mut self, intent: Intent) {
        self.intents.push(intent);
    }

    fn theme(&self, ctx: &Context) -> ThemeKind {
        self.theme_setting.unwrap_or_else(|| match ctx.system_theme() {
            Some(egui::Theme::Dark) => ThemeKind::Dark,
            Some(egui::Theme::Light) | None => ThemeKind::Light,
        })
    }

    fn tell(&mut self, severity: Severity, text: String) {
        self.notices.tell(severity, text, self.now_secs);
    }

    /// Puts another document on the board. The caller has made sure that nothing is lost.
    fn install(&mut self, document: Document) {
        self.document = document;
        self.document_number += 1;
        self.canvas = CanvasState::default();
        let kinds = &self.document.constellation().vocabulary.relation_kinds;
        let fresh = ViewState::default();
        let keeps_kind = kinds.iter().any(|kind| kind.id == fresh.active_relation_kind);
        let first_kind = kinds.first().map(|kind| kind.id.clone());
        self.view = ViewState {
            screen: Screen::Board,
            active_relation_kind: if keeps_kind {
                fresh.active_relation_kind
            } else {
                first_kind.unwrap_or(fresh.active_relation_kind)
            },
            left_is_open: self.view.left_is_open,
            left_tab: self.view.left_tab,
            right_is_open: self.view.right_is_open,
            right_tab: self.view.right_tab,
            table_is_open: self.view.table_is_open,
            table_tab: self.view.table_tab,
            legend_is_open: self.view.legend_is_open,
            ..ViewState::default()
        };
    }

    fn carry_out_intents(&mut self, ctx: &Context) {
        // An intent may lead to another (a command that opens a dialog that asks); a few rounds settle it.
        for _ in 0..8 {
            if self.intents.is_empty() {
                return;
            }
            for intent in std::mem::take(&mut self.intents) {
                dispatch::carry_out(self, ctx, intent);
            }
        }
        log::warn!("requests keep leading to more requests; the rest waits for the next frame");
    }

    fn disabled_commands(&self) -> Vec<Command> {
        dispatch::disabled(self)
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.now_secs = ctx.input(|input| input.time);
        let theme = self.theme(ctx);
        if self.applied_theme != Some(theme) {
            theme::apply(ctx, theme);
            self.applied_theme = Some(theme);
        }
        if ctx.input(|input| input.viewport().close_requested()) && !self.may_close {
            // What is being typed in a field counts as unsaved work too.
            crate::ui::widgets::settle_fields(ctx, &mut self.intents);
            self.carry_out_intents(ctx);
            dispatch::refuse_to_close_unsaved(self, ctx);
        }
        self.carry_out_intents(ctx);
        if let Some(error) = self.document.take_journal_error() {
            let text = self
                .texts
                .with("notice-journal-failed", &[("reason", error.to_string().into())]);
            self.tell(Severity::Error, text);
        }
        if let Some(secs) = self.notices.expire(self.now_secs) {
            ctx.request_repaint_after_secs(secs as f32);
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let theme = self.theme(&ctx);
        let sight = Sight {
            filters: &self.view.filters,
            appearance: &self.appearance,
            highlight: self.view.highlight.as_ref(),
            theme,
            language: self.texts.language,
        };
        self.scene.update(&self.document, self.document_number, sight);
        self.program.notices = self.notices.views();
        self.program.theme_setting = self.theme_setting;
        self.program.disabled = self.disabled_commands();
        let palette = Palette::of(theme);
        let context = FrameContext {
            document: &self.document,
            scene: self.scene.scene(),
            hidden: self.scene.hidden(),
            palette: &palette,
            theme,
            texts: self.texts,
            program: &self.program,
        };
        let mut out = Vec::new();
        crate::ui::shell_ui(ui, &context, &mut self.canvas, &mut self.view, &mut out);
        out.extend(shortcuts::pressed(&ctx).into_iter().map(Intent::Run));
        out.extend(clipboard::requests(&ctx));
        if !out.is_empty() {
            // They are carried out before the next frame is drawn, which must therefore come.
            ctx.request_repaint();
        }
        self.intents.extend(out);
    }
}
