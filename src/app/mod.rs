//! The program: state, dispatch of commands by family, files, recovery, settings, notices.

pub mod analysis;
mod announced;
pub mod arranging;
pub mod certainty;
pub mod choose;
mod clipboard;
mod dispatch;
mod document;
mod doubles;
mod draft;
pub mod files;
mod follow;
pub mod graphics;
mod groups;
mod in_order;
pub mod journal;
mod letters;
mod names;
mod notices;
mod panels;
pub mod pictures;
mod projection;
mod recording;
mod rest;
mod room;
pub mod run_log;
pub mod samples;
mod scene_cache;
mod seen;
pub mod settings;
mod settings_keeper;
pub mod shortcuts;
mod sight;
mod spoken;
mod start_clock;
// A page is given its canvas; here a window is opened.
#[cfg(not(target_arch = "wasm32"))]
mod startup;
mod table_rows;
mod take_along;
mod whatif;
mod window;
mod work;

use std::collections::{BTreeSet, VecDeque};
use std::sync::Arc;

use eframe::CreationContext;
use egui::Context;
use jiff::SignedDuration;

use crate::command::{Command, Intent, Intents};
use crate::desk::{Desk, Dialog, PathPurpose, Screen};
use crate::edit::Document;
use crate::edit::operations::Fragment;
use crate::i18n::Texts;
use crate::jobs::{Once, Wake};
use crate::lens::Lens;
use crate::model::{Constellation, Language};
use crate::scene::{Appearance, Scene, ThemeKind};
use crate::session::{Session, asks_to_see, can_hide};
use crate::store::{self, Folders, Location, PictureClipboard, Viewer, now_of_notes};
use crate::ui::canvas::{CanvasCounts, CanvasState};
use crate::ui::{CertaintyView, NoticeAction, OwnView, ProgramView, Severity, theme};

pub use analysis::size_pieces;
pub use clipboard::to_text as clipboard_text;
#[cfg(not(target_arch = "wasm32"))]
pub use startup::run;

use analysis::Analysis;
use arranging::Arranging;
use certainty::CertaintyJobs;
use files::SaveSession;
#[cfg(not(target_arch = "wasm32"))]
use graphics::Graphics;
use groups::GroupWork;
use notices::{Holds, Notices, Topic};
use recording::Recording;
use room::PanelRoom;
use scene_cache::SceneCache;
use settings::Settings;
use settings_keeper::SettingsKeeper;
use work::Work;

/// One line to who started the program at a terminal.
pub type Tell = fn(&std::fmt::Arguments<'_>);

/// The whole program.
pub struct App {
    session: Session,
    desk: Desk,
    seen: seen::SeenDocument,
    canvas: CanvasState,
    scene: SceneCache,
    appearance: Appearance,
    notices: Notices,
    program: ProgramView,
    texts: Texts,
    applied_theme: Option<ThemeKind>,
    /// What was copied last; used when the system's clipboard gives nothing.
    clipboard: Arc<Fragment>,
    /// The same under codes, as it is on the system's clipboard; `None` when that has it by name.
    coded_clipboard: Option<Fragment>,
    /// Pasting the same thing again puts it a step further.
    pastes: u32,
    /// Asked for by the views in the last frame, to be carried out in the next.
    intents: Intents,
    question: Option<dispatch::Question>,
    /// What was asked for and waits until a path is typed in the window that stands open for it.
    after_path: Option<(PathPurpose, dispatch::Pending)>,
    /// The window from which that was opened, which comes back when a path is typed or not.
    below_path_field: Option<Dialog>,
    /// Questions that came up while another stood open.
    waiting_questions: VecDeque<dispatch::Question>,
    /// Journals whose work was offered with the file it belongs to.
    offered: BTreeSet<Location>,
    /// Journals that the user was told about or saw on the start screen.
    heard_of: BTreeSet<Location>,
    /// The start screen was open in the frame before.
    was_at_start: bool,
    /// The user's own folders; `None` on a system that has no place for them.
    folders: Option<Folders>,
    settings: Settings,
    keeper: SettingsKeeper,
    /// Where the document is saved; `None` when it never was.
    file: Option<Location>,
    saves: SaveSession,
    recording: Recording,
    drafts: draft::Drafts,
    work: Vec<Work>,
    wake: Wake,
    analysis: Analysis,
    groups: GroupWork,
    table_rows: table_rows::TableRows,
    certainty: CertaintyJobs,
    experiments: whatif::Experiments,
    arranging: Arranging,
    /// The user has decided about unsaved work; the window may close.
    may_close: bool,
    /// The window was asked to close while keys were still waiting: it closes when they are in.
    closes_after_keys: bool,
    /// The picture under the board of which it is known whether it is drawn.
    picture_seen: Option<Arc<[u8]>>,
    letters_seen: letters::LettersSeen,
    /// While somebody asked how long the start takes, and it is not all told.
    start_clock: Option<(start_clock::StartClock, Tell)>,
    now_secs: f64,
    /// Points, of the whole window.
    window_size: egui::Vec2,
    /// What the window is called now.
    window_name: String,
    /// Whether names of those who are not on the board could be read in the frame before.
    listed_names: bool,
    /// `None` once the user has opened or folded panels.
    room: Option<PanelRoom>,
    memory_rest: rest::MemoryRest,
    preview: take_along::PicturePreview,
    announcement: announced::CodesAnnouncement,
    /// What shows a print.
    viewer: Viewer,
    /// Where copied pictures go; `None` where only the window toolkit can put them.
    picture_clipboard: Option<PictureClipboard>,
}

impl App {
    /// The program with the user's own settings, recents and recoverable work.
    pub fn new(creation: &CreationContext<'_>) -> Self {
        Self::with_folders(creation, Folders::of_user())
    }

    /// The program with its settings and journals in these folders, or nowhere.
    pub fn with_folders(creation: &CreationContext<'_>, folders: Option<Folders>) -> Self {
        theme::install_fonts(&creation.egui_ctx);
        creation.egui_ctx.add_plugin(spoken::Spoken);
        creation.egui_ctx.add_plugin(in_order::InOrder::default());
        if let Some(folders) = &folders {
            folders.close_to_others();
        }
        let (settings, complaint) = folders.as_ref().map(Settings::load).unwrap_or_default();
        let ctx = creation.egui_ctx.clone();
        let wake: Wake = Arc::new(move || ctx.request_repaint());
        // Ctrl and plus, minus and zero are in our own table, so that help can name them.
        creation
            .egui_ctx
            .options_mut(|options| options.zoom_with_keyboard = false);
        let texts = Texts::new(settings.language);
        creation.egui_ctx.set_zoom_factor(settings.interface_zoom);
        let mut app = Self {
            session: Session::new(Document::new(Constellation::new(texts.language)), now_of_notes),
            desk: Desk::default(),
            seen: seen::SeenDocument::default(),
            canvas: CanvasState::default(),
            scene: SceneCache::default(),
            appearance: Appearance::default(),
            notices: Notices::default(),
            program: ProgramView {
                samples: samples::views(texts),
                kept_in: folders.as_ref().map(Folders::kept),
                ..ProgramView::default()
            },
            texts,
            applied_theme: None,
            clipboard: Arc::default(),
            coded_clipboard: None,
            pastes: 0,
            intents: Intents::default(),
            question: None,
            after_path: None,
            below_path_field: None,
            waiting_questions: VecDeque::new(),
            offered: BTreeSet::new(),
            heard_of: BTreeSet::new(),
            was_at_start: true,
            recording: Recording::new(folders.clone(), wake.clone()),
            keeper: SettingsKeeper::new(folders.clone(), wake.clone()),
            folders,
            settings,
            file: None,
            saves: SaveSession::default(),
            drafts: draft::Drafts::default(),
            work: Vec::new(),
            analysis: Analysis::new(wake.clone()),
            groups: GroupWork::new(&wake),
            table_rows: table_rows::TableRows::new(wake.clone()),
            certainty: CertaintyJobs::new(wake.clone()),
            preview: take_along::PicturePreview::new(&wake),
            announcement: announced::CodesAnnouncement::new(&wake),
            viewer: Viewer::of_system(),
            picture_clipboard: PictureClipboard::of_system(),
            experiments: whatif::Experiments::new(wake.clone()),
            arranging: Arranging::new(wake.clone()),
            wake,
            may_close: false,
            closes_after_keys: false,
            picture_seen: None,
            letters_seen: letters::LettersSeen::default(),
            start_clock: None,
            now_secs: 0.0,
            window_size: egui::Vec2::ZERO,
            window_name: String::new(),
            listed_names: false,
            room: None,
            memory_rest: rest::MemoryRest::default(),
        };
        panels::restore(&app.settings.panels, &mut app.desk);
        if let Some(message) = complaint {
            app.tell(Topic::Program, Severity::Warning, message.text(texts));
        }
        app.look_for_orphans();
        app
    }

    /// Looks for work of a program that ended unexpectedly, without keeping the start screen waiting.
    pub(crate) fn look_for_orphans(&mut self) {
        let Some(folders) = &self.folders else { return };
        let folder = folders.journals().to_owned();
        let job = Once::start("recovery", self.wake.clone(), move || journal::find(&folder));
        self.work.push(Work::FindOrphans { job });
        let recent = self.settings.recents.iter().filter_map(Location::folder);
        let of_saves: BTreeSet<Location> = recent.chain([folders.settings().clone()]).collect();
        let prints = folders.prints().clone();
        // Nobody waits for it: it can be a slow disk.
        let _ = Once::start("leftovers", Arc::new(|| {}), move || {
            let older_than = SignedDuration::from_hours(24 * i64::from(journal::KEPT_DAYS));
            store::remove_leftovers(of_saves, older_than, store::now());
            store::remove_older_files(&prints, SignedDuration::from_hours(24), store::now());
        });
    }

    /// Shows prints with this, instead of with what the system has.
    pub fn show_with(&mut self, viewer: Viewer) {
        self.viewer = viewer;
    }

    /// Puts copied pictures there, instead of on the clipboard of the system.
    pub fn copy_pictures_to(&mut self, clipboard: PictureClipboard) {
        self.picture_clipboard = Some(clipboard);
    }

    pub fn document(&self) -> &Document {
        &self.session.document
    }

    /// What is shown of it.
    pub fn lens(&self) -> &Lens {
        &self.session.lens
    }

    /// What the window does.
    pub fn desk(&self) -> &Desk {
        &self.desk
    }

    /// How sure the candidates are, as the panels show it.
    pub fn certainty(&self) -> CertaintyView<'_> {
        let live = self.analysis.live(self.seen().serial());
        self.certainty.view(live, self.analysis.is_current())
    }

    /// Waits until all that was done is in the journal: it is written a moment after the edit.
    pub fn settle_journal(&self) {
        if let Some(journal) = self.recording.journal() {
            journal.settle();
        }
    }

    /// What the board draws.
    pub fn scene(&self) -> &Scene {
        self.scene.scene()
    }

    /// How often a scene was built: idle frames must not add to it.
    pub fn scene_builds(&self) -> u64 {
        self.scene.builds()
    }

    /// How often pieces were moved in the scene that was there, without a build.
    pub fn scene_moves(&self) -> u64 {
        self.scene.moves()
    }

    /// How often parts of the board were drawn again.
    pub fn canvas_counts(&self) -> CanvasCounts {
        self.canvas.counts
    }

    /// How many outlines around groups are on the board.
    pub fn hulls_on_board(&self) -> usize {
        self.canvas.hull_count()
    }

    /// Carries out one request, as if a view had asked.
    pub fn send(&mut self, intent: impl Into<Intent>) {
        self.intents.push(intent);
    }

    fn theme(&self, ctx: &Context) -> ThemeKind {
        Option::from(self.settings.theme).unwrap_or_else(|| match ctx.system_theme() {
            Some(egui::Theme::Dark) => ThemeKind::Dark,
            Some(egui::Theme::Light) | None => ThemeKind::Light,
        })
    }

    fn tell(&mut self, topic: Topic, severity: Severity, text: String) {
        self.notices.tell(topic, severity, text, self.now_secs);
    }

    /// As [`Self::tell`], for as long as it is so.
    fn tell_while(&mut self, topic: Topic, severity: Severity, text: String, holds: Holds) {
        self.notices.clear(topic);
        self.notices
            .tell_with(topic, (severity, text), None, holds, self.now_secs);
    }

    /// What was read long enough goes, but not while the hand is at work: the board may get room back by it.
    fn expire_notices(&mut self, ctx: &Context) {
        if ctx.input(|input| input.pointer.any_down()) {
            return;
        }
        if let Some(secs) = self.notices.expire(self.now_secs) {
            ctx.request_repaint_after_secs(secs as f32);
        }
    }

    /// Why something was not made is said in the window where it is chosen, while that is open.
    fn show_notices(&mut self) {
        let (mut strip, why_not) = self.notices.views(self.desk.in_sight());
        if self.desk.dialog == Some(Dialog::TakeAlong) {
            self.program.not_taken = why_not;
        } else {
            self.program.not_taken.clear();
            strip.extend(why_not);
        }
        self.program.notices = strip;
    }

    /// As [`Self::tell`], with something to do about it.
    fn offer(&mut self, topic: Topic, text: String, action: NoticeAction, holds: Holds) {
        let message = (Severity::Info, text);
        self.notices
            .tell_with(topic, message, Some(action), holds, self.now_secs);
    }

    /// Whether better places for names are being looked for.
    pub fn is_placing_names(&self) -> bool {
        self.canvas.is_placing_names()
    }

    /// Where the names of actors stand on the screen.
    pub fn name_places(&self) -> Vec<Option<egui::Rect>> {
        let scene = self.scene.scene();
        let place = |piece: &crate::scene::Piece| self.canvas.label_rect(scene, piece.actor);
        scene.pieces.iter().map(place).collect()
    }

    /// What of the window the legend has, when there is one.
    pub fn legend_on_board(&self) -> Option<egui::Rect> {
        self.canvas.legend_rect()
    }

    /// Speaks this language until it closes, or until the user chooses another. It is not the setting.
    pub fn speak(&mut self, language: Language) {
        self.texts = Texts::new(language);
        self.program.samples = samples::views(self.texts);
        if self.desk.screen == Screen::Start {
            self.session.document = Document::new(Constellation::new(language));
        }
    }

    /// What views may know of settings and file.
    fn own(&self) -> OwnView<'_> {
        OwnView {
            theme: self.settings.theme.into(),
            recents: &self.settings.recents,
            file: self.told_file(),
            take_along: Some(&self.settings.take_along),
        }
    }

    fn set_file(&mut self, file: Option<Location>) {
        self.file = file;
    }

    /// Changes the settings for this run and, where possible, on disk.
    fn change_settings(&mut self, change: impl Fn(&mut Settings) + Send + Sync + 'static) {
        self.keeper.change(&mut self.settings, change);
    }

    /// What opened the window is tried first the next time.
    #[cfg(not(target_arch = "wasm32"))]
    fn remember_graphics(&mut self, way: Graphics) {
        if self.settings.graphics.unwrap_or(Graphics::Glow) != way {
            self.change_settings(move |settings| settings.graphics = Some(way));
        }
    }

    fn carry_out_intents(&mut self, ctx: &Context) {
        // An intent may lead to another (a command that opens a dialog that asks); a few rounds settle it.
        for _ in 0..8 {
            if self.intents.is_empty() {
                return;
            }
            for intent in std::mem::take(&mut self.intents) {
                let asks_to_see = asks_to_see(&intent);
                let named = doubles::named_by(&intent);
                let before = self.session.document.revision();
                let can_hide = can_hide(&intent);
                dispatch::carry_out(self, ctx, intent);
                if let Some(named) = named.filter(|_| self.session.document.revision() != before) {
                    self.tell_doubles(named);
                }
                if !can_hide {
                    continue;
                }
                let unseen = self.session.keep_in_sight(&mut self.desk);
                if asks_to_see && self.session.document.selection().is_empty() {
                    self.tell_unseen(unseen);
                }
            }
        }
        log::warn!("requests keep leading to more requests; the rest waits for the next frame");
    }

    /// Whether there is a board to go back to: one that somebody opened or worked on.
    pub(crate) fn has_board(&self) -> bool {
        self.file.is_some()
            || self.session.document.has_unsaved_changes()
            || !self.session.document.constellation().actors.is_empty()
    }

    fn disabled_commands(&self) -> Vec<Command> {
        dispatch::disabled(self)
    }
}
