//! The program as a window: what happens every frame, in order.

use egui::{Context, Memory, ViewportCommand};

use super::in_order::InOrder;
use super::names::told_file;
use super::scene_cache::Sight;
use super::start_clock::{Milestone, StartClock};
use super::work::Work;
use super::{App, Tell, clipboard, dispatch, panels, shortcuts};
use crate::command::{FileRequest, Intents};
use crate::scene::Palette;
use crate::store;
use crate::ui::dialogs::focus;
use crate::ui::keys::{self, InFront};
use crate::ui::{FrameContext, OwnView, SavedState, theme};

impl eframe::App for App {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.follow_start(ctx);
        self.now_secs = ctx.input(|input| input.time);
        self.window_size = ctx.content_rect().size();
        let theme = self.theme(ctx);
        if self.applied_theme != Some(theme) {
            theme::apply(ctx, theme);
            self.applied_theme = Some(theme);
        }
        let asks_to_close = ctx.input(|input| input.viewport().close_requested()) && !self.may_close;
        if self.waits_for_keys(ctx, asks_to_close) {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        } else if asks_to_close {
            dispatch::refuse_to_close_unsaved(self, ctx);
        }
        for file in ctx.input(|input| input.raw.dropped_files.clone()) {
            self.send(FileRequest::OpenPath(file.path().into()));
        }
        self.carry_out_intents(ctx);
        dispatch::poll_work(self, ctx);
        self.keeper.follow(&mut self.settings);
        self.follow_analysis();
        self.follow_experiment();
        self.follow_arranging();
        self.carry_out_intents(ctx);
        self.follow_lists();
        self.follow_table();
        self.follow_room();
        self.name_window(ctx);
        self.follow_recording();
        self.follow_picture(ctx.input(|input| input.max_texture_side));
        dispatch::follow_start_screen(self);
        dispatch::follow_path_field(self);
        self.keep_draft(ctx);
        self.give_back_at_rest(ctx);
        self.expire_notices(ctx);
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        let theme = self.theme(&ctx);
        self.follow_seen();
        let document = self.seen.document(&self.session.document);
        let lens = self.seen.lens(&self.session.lens);
        self.analysis.decorate(
            &mut self.appearance,
            lens.size_by,
            lens.roles_dimension.as_deref(),
            lens.shows_rank_badges,
        );
        self.groups
            .decorate(&mut self.appearance, lens, document, self.texts);
        if self.appearance.colour_by != lens.colour_by {
            self.appearance.colour_by = lens.colour_by.clone();
        }
        let sight = Sight {
            filters: &lens.filters,
            appearance: &self.appearance,
            highlight: lens.highlight.as_ref(),
            theme,
            language: self.texts.language,
        };
        self.scene.update(document, sight);
        self.follow_preview(&ctx);
        self.follow_announcement(&ctx);
        self.tell_of_letters();
        self.withdraw_notices();
        self.show_notices();
        self.program.saved = self.saved_state(&ctx);
        self.program.disabled = self.disabled_commands();
        let palette = Palette::of(theme);
        let document = self.seen.document(&self.session.document);
        let context = FrameContext {
            document,
            lens: self.seen.lens(&self.session.lens),
            desk: &self.desk,
            scene: self.scene.scene(),
            hidden: self.scene.hidden(),
            palette: &palette,
            theme,
            texts: self.texts,
            analysis: self.analysis.live(document.serial()).map(AsRef::as_ref),
            analysis_is_current: self.analysis.is_current(),
            groups: self
                .groups
                .on_show(document.serial(), self.analysis.current().map(|(key, _)| key)),
            certainty: self
                .certainty
                .view(self.analysis.live(document.serial()), self.analysis.is_current()),
            table_rows: self.table_rows.shown(document, &self.desk),
            program: &self.program,
            own: OwnView {
                theme: self.settings.theme.into(),
                recents: &self.settings.recents,
                file: told_file(self.file.as_ref(), &self.session.lens),
                take_along: Some(&self.settings.take_along),
            },
        };
        let before = ctx
            .with_plugin(|order: &mut InOrder| order.focus_before())
            .flatten();
        let in_front = InFront {
            question: self.program.question.is_some(),
            dialog: self.desk.dialog.is_some(),
        };
        let owner = keys::decide(&ctx, before, in_front);
        let mut out = Intents::default();
        out.extend(shortcuts::pressed_in_field(&ctx, owner));
        crate::ui::shell_ui(ui, &context, &mut self.canvas, &mut out);
        keys::stay_in_field(&ctx, owner);
        let commands = shortcuts::pressed(&ctx, owner);
        if !commands.is_empty() {
            // What a key asks for while a menu or a list is open takes its place.
            egui::Popup::close_all(&ctx);
        }
        out.extend(commands);
        out.extend(clipboard::requests(&ctx, owner));
        if self.canvas.take_moved_camera() {
            self.desk.camera_request = None;
        }
        let asked = self.session.carry_out_drawn(&mut self.desk, out);
        if !asked.is_empty() {
            // They are carried out before the next frame is drawn, which must therefore come.
            ctx.request_repaint();
        }
        self.intents.extend(asked);
        self.say_whether_busy(&ctx);
    }

    /// The window closes with the user's consent; a killed program never comes here, and keeps its journal.
    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        let open = panels::remembered(&self.desk);
        self.change_settings(move |settings| settings.panels.extend(open.clone()));
        self.keeper.finish(&mut self.settings);
        for work in std::mem::take(&mut self.work) {
            work.finish_writing();
        }
        self.recording.finish();
        // A display that goes away ends the program without asking. What was typed was looked at before this frame, and
        // the last step was perhaps made in it.
        let is_all_saved = self.program.saved != SavedState::Unsaved;
        let is_all_saved = is_all_saved && !self.session.document.has_unsaved_changes();
        if self.may_close || is_all_saved {
            self.close_journal();
        }
        self.recording.finish_closing();
    }
}

impl App {
    /// What was typed before the window was asked to close is typed first.
    fn waits_for_keys(&mut self, ctx: &Context, asks_to_close: bool) -> bool {
        let is_waiting = ctx.with_plugin(|order: &mut InOrder| order.is_waiting());
        if is_waiting == Some(true) {
            self.closes_after_keys |= asks_to_close;
            return asks_to_close;
        }
        if std::mem::take(&mut self.closes_after_keys) {
            ctx.send_viewport_cmd(ViewportCommand::Close);
        }
        false
    }

    /// There is a window, and somebody wants to know how long the start takes; `with_file` when one was asked for.
    pub fn time_start(&mut self, with_file: bool, tell: Tell) {
        self.start_clock = Some((StartClock::new(store::process_age(), with_file), tell));
    }

    /// Tells how long the start took, when somebody asked.
    fn follow_start(&mut self, ctx: &Context) {
        let is_opening =
            !self.intents.is_empty() || self.work.iter().any(|work| matches!(work, Work::Open { .. }));
        let Some((clock, tell)) = &mut self.start_clock else {
            return;
        };
        if let Some(milestone) = clock.frame_begins(store::process_age(), is_opening)
            // A file that did not open has its own sentence in the window.
            && (!matches!(milestone, Milestone::FileShown { .. }) || self.file.is_some())
        {
            tell(&format_args!("{}", milestone.sentence(self.texts)));
        }
        if clock.is_done() {
            self.start_clock = None;
        } else {
            ctx.request_repaint();
        }
    }

    /// What was asked for in this frame is there in a next one: until then keys and clicks wait.
    fn say_whether_busy(&self, ctx: &Context) {
        let opens_name = self.desk.renaming.as_ref().is_some_and(|name| name.wants_focus);
        let has_moved = ctx.memory(Memory::focused) != keys::focus_before(ctx);
        let is_busy = !self.intents.is_empty() || opens_name || has_moved || focus::is_opening(ctx);
        ctx.with_plugin(|order: &mut InOrder| order.set_busy(is_busy));
    }
}
