//! A picture as it is asked for, from the window or from the command line: what of the board is on it, or why there is
//! nothing to draw.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::page::{Page, PictureFrame, PictureInput, pictured, say_question_once};
use super::pixels::PicturePixels;
use super::{NoPicture, PictureSize};
use crate::analysis::{Cancelled, Control};
use crate::i18n::{Message, Texts};
use crate::model::{Actor, ActorId, Constellation};
use crate::scene::labels::Area;
use crate::scene::marks::{BoardLook, PartSeen};
use crate::scene::typeface::Typeface;
use crate::scene::{Appearance, Filters, Highlight, Scene, SceneInput, build, legend_of_seen};
use crate::takeaway::{PictureKind, PictureSettings};
use crate::told::{NothingToDraw, PictureCounts, Pictured, footer, hidden_on_picture};

/// Which part of the board is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub enum PicturePart {
    #[default]
    Board,
    /// These alone, and the relations between them.
    Actors(BTreeSet<ActorId>),
    /// Of the board no more than this, in its units, with all that touches it.
    Area(Area),
}

/// What a picture is of: all that decides what is on it, save for what it is to be.
#[derive(Debug, Clone)]
pub struct PictureSubject {
    pub constellation: Constellation,
    pub filters: Filters,
    pub appearance: Appearance,
    pub highlight: Option<Highlight>,
    pub part: PicturePart,
    pub texts: Texts,
}

/// Why a picture was not made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PictureRefusal {
    Nothing(NothingToDraw),
    TooManyPixels,
    /// Why is in the log.
    NotMade,
    Stopped,
}

impl From<NothingToDraw> for PictureRefusal {
    fn from(why: NothingToDraw) -> Self {
        Self::Nothing(why)
    }
}

impl From<NoPicture> for PictureRefusal {
    fn from(_: NoPicture) -> Self {
        Self::NotMade
    }
}

impl From<Cancelled> for PictureRefusal {
    fn from(_: Cancelled) -> Self {
        Self::Stopped
    }
}

impl PictureRefusal {
    /// Why, and what to do.
    pub fn message(self) -> Message {
        match self {
            Self::Nothing(why) => why.message(),
            Self::TooManyPixels => Message::new("picture-too-large-to-make"),
            Self::NotMade => Message::new("picture-not-made"),
            Self::Stopped => crate::told::cancelled(),
        }
    }
}

/// A picture that there is something on, to be put down as any kind of file.
pub struct DrawnPicture<'a> {
    subject: &'a PictureSubject,
    settings: PictureSettings,
    scene: Scene,
    frame: PictureFrame,
}

/// Of making a picture: its scene, what is drawn, the file.
const STEPS: u64 = 3;

impl PictureSubject {
    /// The picture as a file of one kind.
    ///
    /// # Errors
    /// Nobody is on it, it has more pixels than anybody waits for, it does not fit in memory, or somebody stopped it.
    pub fn file(
        &self,
        settings: PictureSettings,
        kind: PictureKind,
        control: &Control,
    ) -> Result<Vec<u8>, PictureRefusal> {
        control.expect(STEPS);
        let drawing = self.drawn(settings)?;
        control.advance(1);
        let bytes = drawing.file(kind, &Typeface::new(), control)?;
        control.advance(1);
        Ok(bytes)
    }

    /// What is on it.
    ///
    /// # Errors
    /// Nobody is.
    pub fn drawn(&self, settings: PictureSettings) -> Result<DrawnPicture<'_>, NothingToDraw> {
        let only = self.only();
        let appearance = Appearance {
            only: only.clone().map(Arc::new),
            ..self.appearance.clone()
        };
        let input = SceneInput {
            constellation: &self.constellation,
            filters: &self.filters,
            appearance: &appearance,
            highlight: self.highlight.as_ref(),
            palette: &settings.theme.palette(),
        };
        let mut scene = build(input);
        if settings.has_question {
            say_question_once(&mut scene, self.texts);
        }
        if only.is_some() {
            // It belongs to all of them, and would lie on what is between these.
            scene.issue = None;
        }
        let part = match &self.part {
            PicturePart::Board => None,
            PicturePart::Actors(_) => scene.bounds(),
            PicturePart::Area(area) => Some(within(*area, scene.whole())),
        };
        let seen = match (&self.part, part) {
            (PicturePart::Area(_), Some(area)) => Some(PartSeen::within(&scene, area)),
            _ => None,
        };
        if let Some(seen) = &seen {
            scene.legend = legend_of_seen(input, &scene, seen);
        }
        let shown = pictured(&scene, seen.as_ref());
        if shown.actors.is_empty() {
            return Err(self.why_nothing());
        }
        let counts = self.counts(&shown);
        let said = if settings.has_footer {
            footer(&self.constellation.info, counts)
        } else {
            hidden_on_picture(counts).into_iter().collect()
        };
        let said: Vec<String> = said.iter().map(|one| one.text(self.texts)).collect();
        let frame = PictureFrame {
            has_question: settings.has_question,
            has_legend: settings.has_legend,
            footer: said.join("  ·  "),
            part,
            seen,
        };
        Ok(DrawnPicture {
            subject: self,
            settings,
            scene,
            frame,
        })
    }

    fn on_board(&self) -> impl Iterator<Item = &Actor> {
        let actors = self.constellation.actors.values();
        actors.filter(|actor| actor.pos.is_some() && self.filters.shows_actor(actor))
    }

    /// Who alone is on the picture; `None` for everybody who stands there.
    fn only(&self) -> Option<BTreeSet<ActorId>> {
        match &self.part {
            PicturePart::Actors(actors) => Some(actors.clone()),
            PicturePart::Board | PicturePart::Area(_) => None,
        }
    }

    fn why_nothing(&self) -> NothingToDraw {
        let is_placed = |actor: &Actor| actor.pos.is_some();
        if !self.constellation.actors.values().any(is_placed) {
            NothingToDraw::NobodyOnBoard
        } else if self.on_board().next().is_none() {
            NothingToDraw::AllHidden
        } else {
            match self.part {
                PicturePart::Board => NothingToDraw::NobodyOnBoard,
                PicturePart::Actors(_) => NothingToDraw::NobodySelected,
                PicturePart::Area(_) => NothingToDraw::NobodyInSight,
            }
        }
    }

    fn counts(&self, shown: &Pictured) -> PictureCounts {
        let hidden = self.filters.hidden(&self.constellation);
        let actors = self.constellation.actors.values();
        let beside = actors.filter(|actor| actor.pos.is_none() && self.filters.shows_actor(actor));
        PictureCounts {
            actors: shown.actors.len(),
            relations: shown.relations.len(),
            hidden: (hidden.actors, hidden.relations),
            beside: beside.count(),
            part_of: Some(self.on_board().count())
                .filter(|all| self.part != PicturePart::Board && *all > shown.actors.len()),
        }
    }
}

/// What both have, so that what lies far beyond the board takes no room; the board's edge is not cut off.
fn within([left, top, right, bottom]: Area, whole: Area) -> Area {
    [
        left.max(whole[0] - AROUND),
        top.max(whole[1] - AROUND),
        right.min(whole[2] + AROUND),
        bottom.min(whole[3] + AROUND),
    ]
}

/// Board units.
const AROUND: f32 = 24.0;

impl DrawnPicture<'_> {
    /// How much is on it.
    pub fn said(&self) -> String {
        let texts = self.subject.texts;
        let shown = pictured(&self.scene, self.frame.seen.as_ref());
        let counts = [
            ("status-actors", shown.actors.len()),
            ("status-relations", shown.relations.len()),
        ];
        let said = counts.map(|(key, count)| texts.with(key, &[("count", count.into())]));
        said.join(", ")
    }

    /// What is on it, for who draws it otherwise.
    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    /// As a file of one kind, of the size for that kind.
    ///
    /// # Errors
    /// It has more pixels than anybody waits for, it does not fit in memory, or somebody stopped it.
    pub fn file(
        &self,
        kind: PictureKind,
        letters: &Typeface,
        control: &Control,
    ) -> Result<Vec<u8>, PictureRefusal> {
        let bytes = self.on(self.settings.size_of(kind), |page| match kind {
            PictureKind::Svg => Ok(page.svg(letters, control).into_bytes()),
            PictureKind::Pdf => Ok(page.pdf(letters, control)?),
            PictureKind::Png => {
                let pixels = self.settings.pixels().ok_or(PictureRefusal::TooManyPixels)?;
                let sheet = page.pixels(letters, pixels, self.settings.is_transparent, control)?;
                control.check()?;
                control.advance(1);
                Ok(sheet.into_file()?)
            }
        });
        control.check()?;
        bytes
    }

    /// As pixels to be shown, as many as fit in this room; of the size for one kind.
    ///
    /// # Errors
    /// It does not fit in memory, or somebody stopped it.
    pub fn pixels(
        &self,
        kind: PictureKind,
        room: (f32, f32),
        letters: &Typeface,
        control: &Control,
    ) -> Result<PicturePixels, PictureRefusal> {
        let size = self.settings.size_of(kind);
        let (wide, high) = size.room();
        let share = (room.0 / wide).min(room.1 / high);
        let pixels = [wide, high].map(|side| (side * share).round().max(1.0) as u32);
        let is_transparent = kind == PictureKind::Png && self.settings.is_transparent;
        let shown = self.on(size, |page| {
            let sheet = page.pixels(letters, (pixels[0], pixels[1]), is_transparent, control)?;
            sheet.into_pixels().map_err(PictureRefusal::from)
        });
        control.check()?;
        shown
    }

    fn on<T>(
        &self,
        size: PictureSize,
        make: impl FnOnce(Page<'_>) -> Result<T, PictureRefusal>,
    ) -> Result<T, PictureRefusal> {
        let theme = self.settings.theme;
        let input = PictureInput {
            constellation: &self.subject.constellation,
            look: BoardLook::new(&self.scene, theme.palette(), theme.kind(), 1.0),
            scene: &self.scene,
            texts: self.subject.texts,
            size,
        };
        make(Page {
            input: &input,
            frame: self.frame.clone(),
            letter_form: self.settings.letters,
        })
    }
}
