//! Places for names of a small board that take long to find: looked for beside the interface, which shows what it found
//! in a moment until they are there.

use std::collections::HashMap;
use std::sync::Arc;

use egui::{Context, Rect};

use crate::i18n::Texts;
use crate::jobs::{Latest, Outcome};
use crate::model::{ActorId, Language};
use crate::scene::labels::{LabelSide, Patience};
use crate::scene::marks::{
    BoardLook, Letters, NAME_WEIGHT, NameBounds, NamePlaces, find_name_places, name_request,
};
use crate::scene::typeface::Typeface;
use crate::scene::{Scene, SceneStamp};
use crate::ui::ink::ScreenLetters;

/// So many places are looked at beside the interface: seconds of work, on a board where not everybody can have a name.
const MOST_PLACES: usize = 1_200_000;

/// What places are looked for; equal ones give equal places.
#[derive(Debug, Clone, Copy)]
pub struct NamesWanted {
    pub stamp: SceneStamp,
    pub zoom: f32,
    pub reach_in_board: Rect,
    pub bounds: NameBounds,
    pub look: BoardLook,
    pub language: Language,
}

impl PartialEq for NamesWanted {
    fn eq(&self, other: &Self) -> bool {
        self.stamp.is_same_state(other.stamp)
            && self.zoom.to_bits() == other.zoom.to_bits()
            && self.reach_in_board == other.reach_in_board
            && self.bounds == other.bounds
            && self.look == other.look
            && self.language == other.language
    }
}

struct NameRequest {
    ctx: Context,
    wanted: NamesWanted,
    scene: Scene,
    pieces: Vec<usize>,
    around: Vec<usize>,
    texts: Texts,
    /// Where names stood before.
    stood: HashMap<ActorId, LabelSide>,
}

/// Looks for places for names; the newest request wins.
#[derive(Default)]
pub struct NameSearch {
    job: Option<Latest<NameRequest, NamePlaces>>,
    under_way: Option<NamesWanted>,
    /// The best known, for what they are.
    known: Option<(NamesWanted, NamePlaces)>,
}

impl NameSearch {
    /// Places that were found for this.
    pub fn known(&self, wanted: &NamesWanted) -> Option<NamePlaces> {
        let known = self.known.as_ref().filter(|(of, _)| of == wanted);
        known.map(|(_, places)| places.clone())
    }

    pub fn is_searching(&self) -> bool {
        self.under_way.is_some()
    }

    /// Asks for better ones than these.
    pub fn ask(
        &mut self,
        ctx: &Context,
        wanted: NamesWanted,
        at_hand: &NamePlaces,
        scene: &Scene,
        (pieces, around): (&[usize], &[usize]),
        texts: Texts,
        stood: HashMap<ActorId, LabelSide>,
    ) {
        self.known = Some((wanted, at_hand.clone()));
        self.under_way = Some(wanted);
        let job = self.job.get_or_insert_with(|| {
            let ctx = ctx.clone();
            let wake = Arc::new(move || ctx.request_repaint());
            Latest::new("names", wake, |request: NameRequest, _| Ok(found(&request)))
        });
        job.request(NameRequest {
            ctx: ctx.clone(),
            wanted,
            scene: scene.clone(),
            pieces: pieces.to_vec(),
            around: around.to_vec(),
            texts,
            stood,
        });
    }

    /// Takes what the job found. Says whether it found anything.
    pub fn fetch(&mut self) -> bool {
        let Some(outcome) = self.job.as_ref().and_then(Latest::poll) else {
            return false;
        };
        let wanted = self.under_way.take();
        match (wanted, outcome) {
            (Some(wanted), Outcome::Done(places)) => {
                self.known = Some((wanted, places));
                true
            }
            (_, Outcome::Panicked(text)) => {
                // What was found in a moment stays: asked for again it would fail again.
                log::error!("places for names were not found: {text}");
                false
            }
            (None, Outcome::Done(_)) => false,
        }
    }
}

fn found(request: &NameRequest) -> NamePlaces {
    let NamesWanted {
        zoom, bounds, look, ..
    } = request.wanted;
    let typeface = Typeface::new();
    find_name_places(
        &ScreenLetters(&request.ctx),
        &request.scene,
        (&request.pieces, &request.around),
        zoom,
        (&look, &bounds),
        (request.texts, &Patience::of(MOST_PLACES)),
        |size, piece, lines| {
            let mut wanted = name_request(piece, typeface.extent(lines, size, NAME_WEIGHT), zoom);
            wanted.previous = request.stood.get(&piece.actor).copied();
            wanted.priority = super::labels::usual_urgency(piece);
            wanted
        },
    )
}
