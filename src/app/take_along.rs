//! Pictures of the board on their way out: what they are of, and how they will look.

use egui::{Color32, ColorImage, Context, TextureHandle, TextureOptions, vec2};

use super::App;
use crate::analysis::{Cancelled, Control};
use crate::desk::Dialog;
use crate::edit::Selection;
use crate::export::picture::{PicturePart, PicturePixels, PictureRefusal, PictureSubject, Typeface};
use crate::i18n::Texts;
use crate::jobs::{Derived, Wake};
use crate::lens::TakenAlong;
use crate::model::{ActorId, Constellation, Language};
use crate::scene::{Appearance, SceneStamp};
use crate::store::CopiedPixels;
use crate::takeaway::{PictureScope, PictureSettings, TakenSort};
use crate::ui::PreviewView;
use crate::ui::dialogs::take_along::preview_room;
use crate::ui::keys;

/// Pixels a side of a picture on the clipboard: as many as the largest screen has. Who wants more saves a file.
const MOST_ON_CLIPBOARD: f32 = 3840.0;

/// What a preview is made from; equal keys give equal pictures.
#[derive(Debug, Clone)]
struct PreviewKey {
    /// Of the scene on the board: it changes with all that a picture is made from but the following.
    stamp: SceneStamp,
    document: u64,
    settings: PictureSettings,
    /// Who is selected, when that is what is on it.
    selection: Option<Selection>,
    /// Middle of the view, zoom and size of the view, when that is what is on it.
    sight: Option<[f32; 5]>,
    /// In pixels.
    room: (f32, f32),
    language: Language,
}

impl PartialEq for PreviewKey {
    fn eq(&self, other: &Self) -> bool {
        self.stamp.is_same_state(other.stamp)
            && self.document == other.document
            && self.settings == other.settings
            && self.selection == other.selection
            && self.sight == other.sight
            && self.room == other.room
            && self.language == other.language
    }
}

type Previewed = Result<(ColorImage, String), PictureRefusal>;

/// The picture as it would be taken along, made beside the interface; the newest wins.
pub struct PicturePreview {
    derived: Derived<PreviewKey, Previewed>,
    /// Of the answer with this number.
    texture: Option<(u64, TextureHandle)>,
}

impl PicturePreview {
    pub fn new(wake: &Wake) -> Self {
        Self {
            derived: Derived::new("preview", wake.clone()),
            texture: None,
        }
    }

    fn forget(&mut self) {
        if self.texture.is_some() || self.derived.asked().is_some() {
            self.derived.clear();
            self.texture = None;
        }
    }

    /// What there is to see of it now.
    fn view(&mut self, ctx: &Context, texts: Texts) -> PreviewView {
        let answers = self.derived.answers();
        let mut view = PreviewView {
            is_under_way: !self.derived.is_current() && !self.derived.is_stopped(),
            ..PreviewView::default()
        };
        match self.derived.shown() {
            None => {}
            Some((_, Err(refusal))) => {
                self.texture = None;
                view.refusal = Some(refusal.message().text(texts));
            }
            Some((_, Ok((image, said)))) => {
                let texture = self.texture.take().filter(|(of, _)| *of == answers);
                let load = || ctx.load_texture("picture-preview", image.clone(), TextureOptions::LINEAR);
                let (_, texture) = self.texture.insert(texture.unwrap_or_else(|| (answers, load())));
                view.texture = Some((texture.id(), texture.size_vec2()));
                view.said.clone_from(said);
            }
        }
        view
    }
}

impl App {
    /// What a picture that is taken along now is of: what is on the board as it is seen now. To be made by a job: codes
    /// for thousands take longer than a frame.
    pub(super) fn picture_subject(
        &self,
        ctx: &Context,
        scope: PictureScope,
    ) -> impl FnOnce() -> PictureSubject + Send + use<> {
        let document = &self.session.document;
        let constellation = document.constellation();
        let part = match scope {
            PictureScope::Board => PicturePart::Board,
            PictureScope::Selection => PicturePart::Actors(chosen(constellation, document.selection())),
            PictureScope::InSight => match self.sight(ctx) {
                Some([x, y, zoom, wide, high]) => {
                    let (across, down) = (wide / zoom / 2.0, high / zoom / 2.0);
                    PicturePart::Area([x - across, y - down, x + across, y + down])
                }
                None => PicturePart::Board,
            },
        };
        let (take_along, appearance, texts) = (self.to_take_along(), self.appearance.clone(), self.texts);
        move || subject(take_along(), part, appearance, texts)
    }

    /// Middle of the view on the board, zoom, and width and height of the view in points.
    fn sight(&self, ctx: &Context) -> Option<[f32; 5]> {
        let board = ctx.read_response(keys::board(ctx)?)?.rect;
        let camera = self.session.lens.camera;
        let (x, y) = camera.centre;
        Some([x, y, camera.zoom.max(f32::EPSILON), board.width(), board.height()])
    }

    /// Keeps the preview up with the board and with what is chosen, while it is looked at.
    pub(super) fn follow_preview(&mut self, ctx: &Context) {
        let chosen = &self.settings.take_along;
        if self.desk.dialog != Some(Dialog::TakeAlong) || chosen.sort != TakenSort::Picture {
            self.preview.forget();
            self.program.preview = PreviewView::default();
            return;
        }
        if let Some(reason) = self.preview.derived.poll() {
            log::error!("the preview failed: {reason}");
        }
        let settings = chosen.picture;
        let scope = settings.scope;
        let selection = self.session.document.selection();
        let room = preview_room(ctx);
        let key = PreviewKey {
            stamp: self.scene.scene().stamp,
            document: self.seen().serial(),
            settings,
            selection: (scope == PictureScope::Selection).then(|| selection.clone()),
            sight: self.sight(ctx).filter(|_| scope == PictureScope::InSight),
            room: (room.x, room.y),
            language: self.texts.language,
        };
        if self.preview.derived.asked() != Some(&key) {
            let make = self.picture_subject(ctx, scope);
            let room = key.room;
            self.preview
                .derived
                .ask(key, move |control| previewed(&make(), settings, room, control));
        }
        self.program.preview = self.preview.view(ctx, self.texts);
    }
}

/// Of what may leave the program, with everything as it is seen.
fn subject(taken: TakenAlong, part: PicturePart, appearance: Appearance, texts: Texts) -> PictureSubject {
    let part = match part {
        PicturePart::Actors(actors) => {
            PicturePart::Actors(actors.into_iter().map(|id| taken.actor(id)).collect())
        }
        place => place,
    };
    let appearance = match taken.pseudonymised {
        None => appearance,
        // It is of what is seen, in which everybody has the number of the document.
        Some(_) => appearance.renumbered(
            taken.lens.colour_by.clone(),
            |id| taken.actor(id),
            |id| taken.relation(id),
        ),
    };
    PictureSubject {
        constellation: taken.constellation,
        filters: taken.lens.filters,
        appearance,
        highlight: taken.lens.highlight,
        part,
        texts,
    }
}

fn previewed(
    subject: &PictureSubject,
    settings: PictureSettings,
    room: (f32, f32),
    control: &Control,
) -> Result<Previewed, Cancelled> {
    let drawing = match subject.drawn(settings) {
        Ok(drawing) => drawing,
        Err(why) => return Ok(Err(why.into())),
    };
    control.check()?;
    match drawing.pixels(settings.kind, room, &Typeface::new(), control) {
        Ok(pixels) => Ok(Ok((shown(&pixels), drawing.said()))),
        Err(PictureRefusal::Stopped) => Err(Cancelled),
        Err(refusal) => Ok(Err(refusal)),
    }
}

/// Who is selected, with the ends of relations that are.
fn chosen(constellation: &Constellation, selection: &Selection) -> std::collections::BTreeSet<ActorId> {
    let relations = selection.relations.iter();
    let relations = relations.filter_map(|id| constellation.relation(*id));
    let ends = relations.flat_map(|relation| [relation.source, relation.target]);
    selection.actors.iter().copied().chain(ends).collect()
}

fn shown(pixels: &PicturePixels) -> ColorImage {
    let (wide, high) = pixels.size;
    ColorImage::from_rgba_premultiplied([wide as usize, high as usize], &pixels.rgba)
}

/// The picture as clipboards have it: colours at full strength, whatever shows of them.
pub(super) fn straight(mut pixels: PicturePixels) -> CopiedPixels {
    for pixel in pixels.rgba.chunks_exact_mut(4) {
        let &mut [red, green, blue, strength] = pixel else {
            continue;
        };
        let full = Color32::from_rgba_premultiplied(red, green, blue, strength).to_srgba_unmultiplied();
        pixel.copy_from_slice(&full);
    }
    let (wide, high) = pixels.size;
    CopiedPixels {
        size: [wide as usize, high as usize],
        rgba: pixels.rgba,
    }
}

/// The same, for the window toolkit to put there: it takes the numbers as they are.
pub(super) fn by_toolkit(pixels: &CopiedPixels) -> ColorImage {
    ColorImage::from_rgba_premultiplied(pixels.size, &pixels.rgba)
}

/// As many pixels as were chosen, up to what a clipboard is for.
pub(super) fn room_on_clipboard(settings: &PictureSettings) -> (f32, f32) {
    let room = vec2(settings.size.room().0, settings.size.room().1);
    let chosen = settings
        .pixels()
        .map_or(room, |(wide, high)| vec2(wide as f32, high as f32));
    let smaller = (MOST_ON_CLIPBOARD / chosen.max_elem()).min(1.0);
    (chosen.x * smaller, chosen.y * smaller)
}
