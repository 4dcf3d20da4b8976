//! Which colour a piece has, and making any colour stand out from the board.

use std::borrow::Cow;
use std::collections::HashMap;

use super::build::SceneInput;
use super::palette::{SAMPLE_CONTRAST, SHAPE_CONTRAST, TEXT_CONTRAST};
use super::{Caption, ColourBy, HullGroup, Palette, contrast};
use crate::model::{
    Actor, ActorId, ActorKindId, AttributeOf, Constellation, DomainId, LevelId, RegionId, Rgb, Scalar,
    ScaleLevel, SectorId, attributes_of, categories_of,
};

/// The colour, made darker or lighter until it stands out from `board`. Colours that do so stay as they are.
pub fn legible(colour: Rgb, board: Rgb) -> Rgb {
    with_contrast(colour, board, SHAPE_CONTRAST)
}

/// As [`legible`], for the sample of a line in a panel. A thin line loses part of its contrast to its soft edges.
pub fn legible_sample(colour: Rgb, ground: Rgb) -> Rgb {
    with_contrast(colour, ground, SAMPLE_CONTRAST)
}

/// As [`legible`], for a thin line on the board.
pub fn legible_line(colour: Rgb, palette: &Palette) -> Rgb {
    with_contrast(colour, palette.board, f64::from(palette.line_contrast))
}

/// As [`legible`], for a sign that is read as a letter is.
pub fn legible_sign(colour: Rgb, board: Rgb) -> Rgb {
    with_contrast(colour, board, TEXT_CONTRAST)
}

fn with_contrast(colour: Rgb, board: Rgb, wanted: f64) -> Rgb {
    const STEPS: u32 = 32;
    let towards = super::ink_on(board);
    (0..=STEPS)
        .map(|step| mix(colour, towards, step as f32 / STEPS as f32))
        .find(|&mixed| contrast(mixed, board) >= wanted)
        .unwrap_or(towards)
}

/// `share` 0 is `from`, 1 is `to`.
pub fn mix(from: Rgb, to: Rgb, share: f32) -> Rgb {
    let part = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * share).round() as u8;
    Rgb(part(from.0, to.0), part(from.1, to.1), part(from.2, to.2))
}

/// Colours that stay apart for the colour-blind (Okabe and Ito 2008, and three of Tol's muted set), for lists
/// that have no colours of their own.
const APART: [Rgb; 10] = [
    Rgb(0x00, 0x72, 0xb2),
    Rgb(0xe6, 0x9f, 0x00),
    Rgb(0x00, 0x9e, 0x73),
    Rgb(0xcc, 0x79, 0xa7),
    Rgb(0xd5, 0x5e, 0x00),
    Rgb(0x56, 0xb4, 0xe9),
    Rgb(0x88, 0x22, 0x55),
    Rgb(0x99, 0x99, 0x33),
    Rgb(0x33, 0x22, 0x88),
    Rgb(0x66, 0x66, 0x66),
];

/// Ends of the scale for ordered lists, from small to large.
const SCALE: (Rgb, Rgb) = (Rgb(0x7f, 0xb8, 0xd8), Rgb(0x2a, 0x1f, 0x6f));

/// The colour of a word of an ordered list of this length.
fn scale_colour(at: usize, count: usize) -> Rgb {
    let share = at as f32 / count.saturating_sub(1).max(1) as f32;
    mix(SCALE.0, SCALE.1, share)
}

/// A colour that stays apart from those of the other numbers.
pub(super) fn apart(at: usize) -> Rgb {
    let base = APART[at % APART.len()];
    // A second and third round through the colours is lighter, so that no two words look alike.
    mix(
        base,
        Rgb(0xff, 0xff, 0xff),
        (at / APART.len()) as f32 * 0.25 % 0.75,
    )
}

/// What a piece can be coloured by, with its colour on this board.
pub(super) struct ColourWord {
    pub caption: Caption,
    pub colour: Rgb,
}

/// A word that pieces are coloured by, for who wants to give it another colour.
#[derive(Debug, Clone, PartialEq)]
pub struct ColourChoice {
    /// Of the word, or the text of the category.
    pub id: String,
    pub caption: Caption,
    /// As it is given or follows from its place.
    pub colour: Rgb,
    /// As it is drawn: darker or lighter where it would not stand out from the board.
    pub drawn: Rgb,
}

/// What pieces of a constellation can be coloured by, in its order; of groups that were found there is nothing to choose.
pub fn colour_choices(
    constellation: &Constellation,
    colour_by: &ColourBy,
    palette: &Palette,
) -> Vec<ColourChoice> {
    let colours = Colours::given(constellation, colour_by, &[], palette.unknown);
    let mut ids: Vec<(usize, String)> = colours
        .by_id
        .into_iter()
        .map(|(id, at)| (at, id.into_owned()))
        .collect();
    ids.sort_unstable();
    let named = ids.into_iter().zip(colours.words);
    named
        .map(|((_, id), word)| ColourChoice {
            id,
            drawn: legible(word.colour, palette.board),
            colour: word.colour,
            caption: word.caption,
        })
        .collect()
}

/// Fills of the pieces of one scene.
pub(super) struct Colours<'a> {
    colour_by: &'a ColourBy,
    pub words: Vec<ColourWord>,
    /// Places in `words`, by the id of a word or the text of a category.
    by_id: HashMap<Cow<'a, str>, usize>,
    /// Places in `words`, when pieces are coloured by community.
    by_actor: HashMap<ActorId, usize>,
    unknown: Rgb,
}

impl<'a> Colours<'a> {
    pub(super) fn new(input: SceneInput<'a>) -> Self {
        let appearance = input.appearance;
        let mut colours = Self::given(
            input.constellation,
            &appearance.colour_by,
            &appearance.communities,
            input.palette.unknown,
        );
        for word in &mut colours.words {
            word.colour = legible(word.colour, input.palette.board);
        }
        colours
    }

    /// As they are given.
    fn given(
        constellation: &'a Constellation,
        colour_by: &'a ColourBy,
        communities: &[HullGroup],
        unknown: Rgb,
    ) -> Self {
        let vocabulary = &constellation.vocabulary;
        let mut colours = Self {
            colour_by,
            words: Vec::new(),
            by_id: HashMap::new(),
            by_actor: HashMap::new(),
            unknown,
        };
        match colour_by {
            ColourBy::Sector => colours.list(
                vocabulary
                    .sectors
                    .iter()
                    .map(|word| (word.id.as_str(), &*word.label, Some(word.colour))),
            ),
            ColourBy::Level => {
                let levels = vocabulary.levels.iter().enumerate();
                let count = vocabulary.levels.len();
                let own =
                    |at, word: &ScaleLevel| Some(word.colour.unwrap_or_else(|| scale_colour(at, count)));
                colours.list(levels.map(|(at, word)| (word.id.as_str(), &*word.label, own(at, word))));
            }
            ColourBy::Region => colours.list(
                vocabulary
                    .regions
                    .iter()
                    .map(|word| (word.id.as_str(), &*word.label, word.colour)),
            ),
            ColourBy::Kind => colours.list(
                vocabulary
                    .actor_kinds
                    .iter()
                    .map(|word| (word.id.as_str(), &*word.label, word.colour)),
            ),
            ColourBy::Domain => colours.list(
                vocabulary
                    .domains
                    .iter()
                    .map(|word| (word.id.as_str(), &*word.label, word.colour)),
            ),
            ColourBy::Community => colours.groups(communities),
            ColourBy::Attribute(key) => colours.categories(constellation, key),
        }
        colours
    }

    /// Words of the vocabulary: id, label, and their colour where they have one.
    fn list(&mut self, words: impl Iterator<Item = (&'a str, &'a str, Option<Rgb>)>) {
        for (at, (id, label, colour)) in words.enumerate() {
            self.by_id.insert(id.into(), at);
            self.words.push(ColourWord {
                caption: Caption::of_words(label),
                colour: colour.unwrap_or_else(|| apart(at)),
            });
        }
    }

    fn groups(&mut self, groups: &[HullGroup]) {
        for (at, group) in groups.iter().enumerate() {
            self.by_actor
                .extend(group.members.iter().map(|&actor| (actor, at)));
            self.words.push(ColourWord {
                caption: Caption::of_words(&group.label),
                colour: group.colour.unwrap_or_else(|| apart(at)),
            });
        }
    }

    /// What an attribute says; nothing when no attribute of this key divides the actors.
    fn categories(&mut self, constellation: &Constellation, key: &str) {
        let attributes = attributes_of(constellation, AttributeOf::Actors);
        let attribute = attributes.iter().find(|attribute| attribute.key == key);
        let Some(attribute) = attribute.filter(|attribute| attribute.of_type.is_categorical()) else {
            return;
        };
        for (at, category) in categories_of(constellation, attribute).iter().enumerate() {
            self.by_id.insert(category.to_string().into(), at);
            let caption = match category {
                Scalar::Flag(true) => Caption::Key("answer-yes"),
                Scalar::Flag(false) => Caption::Key("answer-no"),
                other => Caption::of_words(&other.to_string()),
            };
            let own = attribute.colours.get(&category.to_string()).copied();
            let colour = own.unwrap_or_else(|| apart(at));
            self.words.push(ColourWord { caption, colour });
        }
    }

    /// The place in `words` of what colours this actor.
    pub(super) fn word_of(&self, actor: &Actor) -> Option<usize> {
        let id = match self.colour_by {
            ColourBy::Sector => actor.sector.as_ref().map(SectorId::as_str),
            ColourBy::Level => actor.level.as_ref().map(LevelId::as_str),
            ColourBy::Region => actor.region.as_ref().map(RegionId::as_str),
            ColourBy::Kind => actor.kind.as_ref().map(ActorKindId::as_str),
            ColourBy::Domain => actor.domains.first().map(DomainId::as_str),
            ColourBy::Community => return self.by_actor.get(&actor.id).copied(),
            ColourBy::Attribute(key) => {
                let said = actor.attributes.said(key)?.scalars().first()?.to_string();
                return self.by_id.get(said.as_str()).copied();
            }
        };
        self.by_id.get(id?).copied()
    }

    pub(super) fn of(&self, actor: &Actor) -> Rgb {
        self.word_of(actor)
            .map_or(self.unknown, |at| self.words[at].colour)
    }
}
