//! The shapes of a scene.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use serde::{Deserialize, Serialize};

use super::typeface::letter_without_face;
use crate::i18n::{Texts, shown};
use crate::model::{
    Actor, ActorId, Attribute, AttributeOf, Background, Constellation, LineStyle, PieceShape, Point,
    RelationId, RelationStatus, Rgb, Stance, Tempo,
};

/// What decides the fill of a piece.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum ColourBy {
    #[default]
    Sector,
    Level,
    Region,
    Kind,
    /// The first domain of an actor.
    Domain,
    /// The groups that the ties themselves show.
    Community,
    /// An attribute of the actors that divides them, by its key.
    Attribute(String),
}

impl ColourBy {
    /// All but the attributes, which are of the file.
    pub const OURS: [Self; 6] = [
        Self::Sector,
        Self::Level,
        Self::Region,
        Self::Kind,
        Self::Domain,
        Self::Community,
    ];

    /// What tells actors of a constellation apart, given all attributes of theirs. O(actors).
    pub fn offered(constellation: &Constellation, attributes: &[Attribute]) -> Vec<Self> {
        let occurs = |is_said: fn(&Actor) -> bool| constellation.actors.values().any(is_said);
        let ours = Self::OURS.into_iter().filter(|one| match one {
            Self::Level => occurs(|actor| actor.level.is_some()),
            Self::Region => occurs(|actor| actor.region.is_some()),
            Self::Kind => occurs(|actor| actor.kind.is_some()),
            Self::Domain => occurs(|actor| !actor.domains.is_empty()),
            Self::Sector | Self::Community | Self::Attribute(_) => true,
        });
        let attributes = attributes
            .iter()
            .filter(|attribute| attribute.of_type.is_categorical())
            .map(|attribute| Self::Attribute(attribute.key.clone()));
        ours.chain(attributes).collect()
    }

    /// Its name above a legend: a text of the interface, or that of the attribute.
    pub fn caption(&self, constellation: &Constellation) -> Caption {
        Caption::Key(match self {
            Self::Sector => "legend-sectors",
            Self::Level => "legend-level-colours",
            Self::Region => "legend-regions",
            Self::Kind => "legend-kind-colours",
            Self::Domain => "legend-domains",
            Self::Community => "legend-communities",
            Self::Attribute(key) => {
                let declared = constellation.declared(AttributeOf::Actors, key);
                return Caption::of_words(declared.map_or(key, |attribute| &attribute.label));
            }
        })
    }

    /// What files and the command line call it.
    pub fn key(&self) -> &str {
        match self {
            Self::Sector => "sector",
            Self::Level => "level",
            Self::Region => "region",
            Self::Kind => "kind",
            Self::Domain => "domain",
            Self::Community => "community",
            Self::Attribute(key) => key,
        }
    }

    /// The reverse of [`Self::key`]: what is none of our words is the key of an attribute.
    pub fn of_key(key: &str) -> Self {
        let ours = Self::OURS.into_iter().find(|one| one.key() == key);
        ours.unwrap_or_else(|| Self::Attribute(key.to_owned()))
    }
}

/// How the user wants to see the board; not part of the document.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Appearance {
    pub colour_by: ColourBy,
    /// Values between 0 and 1 that piece sizes follow; `None`: all pieces alike.
    pub size_values: Option<BTreeMap<ActorId, f64>>,
    /// Key of the name of the measure that sizes and ranks follow.
    pub measure: Option<String>,
    /// A short text on the piece, e.g. its rank.
    pub badges: BTreeMap<ActorId, String>,
    /// Groups to draw an outline around; shared, because it is compared every frame.
    pub hulls: Arc<[HullGroup]>,
    /// The groups that pieces are coloured by when they are coloured by community.
    pub communities: Arc<[HullGroup]>,
    pub marks: Arc<Marks>,
    /// Who alone is drawn, with the relations between them; `None`: everybody.
    pub only: Option<Arc<BTreeSet<ActorId>>>,
}

impl Appearance {
    /// The same of a constellation in which actors and relations have other numbers, coloured by this.
    pub fn renumbered(
        &self,
        colour_by: ColourBy,
        actor: impl Fn(ActorId) -> ActorId,
        relation: impl Fn(RelationId) -> RelationId,
    ) -> Self {
        let Self {
            colour_by: _,
            size_values,
            measure,
            badges,
            hulls,
            communities,
            marks,
            only,
        } = self;
        let group = |group: &HullGroup| HullGroup {
            members: group.members.iter().map(|id| actor(*id)).collect(),
            ..group.clone()
        };
        Self {
            colour_by,
            size_values: size_values
                .as_ref()
                .map(|values| values.iter().map(|(id, value)| (actor(*id), *value)).collect()),
            measure: measure.clone(),
            badges: badges
                .iter()
                .map(|(id, text)| (actor(*id), text.clone()))
                .collect(),
            hulls: hulls.iter().map(group).collect(),
            communities: communities.iter().map(group).collect(),
            marks: Arc::new(Marks {
                cut_points: marks.cut_points.iter().map(|id| actor(*id)).collect(),
                bridges: marks.bridges.iter().map(|id| relation(*id)).collect(),
            }),
            only: only
                .as_ref()
                .map(|only| Arc::new(only.iter().map(|id| actor(*id)).collect())),
        }
    }
}

/// A group of actors with a name: to draw an outline around, or to colour.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct HullGroup {
    pub label: String,
    pub members: Vec<ActorId>,
    /// `None`: one that stays apart from those of the other groups.
    pub colour: Option<Rgb>,
}

/// What holds the network together, to be marked on the board.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Marks {
    /// Actors without whom a part comes loose.
    pub cut_points: BTreeSet<ActorId>,
    /// Relations without which a part comes loose.
    pub bridges: BTreeSet<RelationId>,
}

/// What an explanation rests on: these are lit, everything else is dimmed.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Highlight {
    pub actors: BTreeSet<ActorId>,
    pub relations: BTreeSet<RelationId>,
}

impl Highlight {
    /// Lights actors and none of the relations between them.
    pub fn of_actors_alone(actors: BTreeSet<ActorId>) -> Self {
        // Naming a relation, be it one that no constellation has, darkens all others.
        let relations = BTreeSet::from([RelationId(u32::MAX)]);
        Self { actors, relations }
    }

    pub fn is_empty(&self) -> bool {
        self.actors.is_empty() && self.relations.is_empty()
    }
}

/// One actor on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Piece {
    pub actor: ActorId,
    pub pos: Point,
    /// From the middle to the rim, board units.
    pub radius: f32,
    pub shape: PieceShape,
    /// A character of the icon font, or initials when the kind has no icon.
    pub icon: String,
    pub icon_is_text: bool,
    pub fill: Rgb,
    /// Colour of icon or initials on `fill`, with enough contrast.
    pub on_fill: Rgb,
    /// Scale level as a number of ring segments: `Some((rank, count))`, rank from 0 (smallest level).
    pub ring: Option<(usize, usize)>,
    pub label: String,
    /// Greater wins when labels compete for room: number of relations, then size.
    pub importance: f32,
    pub badge: Option<String>,
    pub gaze_deg: Option<f32>,
    pub influence: Option<u32>,
    pub stance: Option<Stance>,
    pub tempo: Option<Tempo>,
    /// The kind, sector and level in words, for the tooltip and the accessibility tree.
    pub description: Arc<str>,
    /// Marked as one without whom a part of the network comes loose.
    pub is_cut_point: bool,
    pub dimmed: bool,
}

/// One relation on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct Tie {
    pub relation: RelationId,
    /// Positions in [`Scene::pieces`].
    pub from: usize,
    pub to: usize,
    /// Board units.
    pub width: f32,
    pub colour: Rgb,
    pub line: LineStyle,
    /// Tension rather than connection: carries a sign of its own, whatever its line style.
    pub is_negative: bool,
    pub arrow_at_from: bool,
    pub arrow_at_to: bool,
    pub status: RelationStatus,
    /// Not verified: drawn with a question mark.
    pub assumed: bool,
    /// Parallel relations are fanned out: lane 0 is straight, the others bend by `lane` steps to the right
    /// hand of somebody who looks from the piece with the lower position to the one with the higher.
    pub lane: f32,
    /// For a loop: which of the piece's loops, from 0.
    pub loop_index: u32,
    /// The kind of relation in words.
    pub description: Arc<str>,
    /// Marked as one without which a part of the network comes loose.
    pub is_bridge: bool,
    pub dimmed: bool,
}

impl Tie {
    pub fn is_loop(&self) -> bool {
        self.from == self.to
    }
}

/// The question as a piece of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct IssuePiece {
    pub pos: Point,
    pub text: String,
}

/// What a legend entry shows before its text.
#[derive(Debug, Clone, PartialEq)]
pub enum LegendSymbol {
    Colour(Rgb),
    Piece {
        shape: PieceShape,
        icon: String,
        icon_is_text: bool,
    },
    Line {
        colour: Rgb,
        line: LineStyle,
    },
    Ring(usize, usize),
    Wished,
    Ended,
    Assumed,
    Width,
    /// The outline around a group.
    Hull {
        colour: Rgb,
        line: LineStyle,
    },
    CutPoint,
    Bridge,
    /// A bar across a tie: tension.
    Tension,
    /// How much influence: a pile of discs.
    Tower,
    /// Where a figure looks.
    Gaze,
    Stance(Stance),
    Tempo(Tempo),
    /// The number of a rank.
    Rank,
    /// A small and a large piece.
    Size,
}

/// A text on the board, which the scene knows without knowing the language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Caption {
    /// The key of a text of the interface.
    Key(&'static str),
    /// Words of the constellation, as they are shown.
    Words(String),
    /// The key of a text about a measure, and that of the measure's name.
    OfMeasure { key: &'static str, measure: String },
    /// The key of a text about a word of the constellation, and that word.
    OfWord { key: &'static str, word: String },
}

impl Caption {
    /// Words of the constellation, made fit to be shown.
    pub fn of_words(words: &str) -> Self {
        Self::Words(shown(words).into_owned())
    }

    pub fn text(&self, texts: Texts) -> Cow<'_, str> {
        match self {
            Self::Key(key) => texts.t(key).into(),
            Self::Words(words) => words.into(),
            Self::OfWord { key, word } => texts
                .with(key, &[("word", shown(word).into_owned().into())])
                .into(),
            Self::OfMeasure { key, measure } => {
                texts.with(key, &[("measure", texts.t(measure).into())]).into()
            }
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub struct LegendEntry {
    pub symbol: LegendSymbol,
    pub caption: Caption,
}

/// What a part of the legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LegendTopic {
    /// What pieces are coloured by.
    Colours,
    /// What sizes and places of pieces follow.
    Measure,
    ActorKinds,
    Levels,
    RelationKinds,
    Groups,
    /// Marks on pieces and ties.
    Signs,
}

/// Entries under one heading; only what occurs on the board.
#[derive(Debug, Clone, PartialEq)]
pub struct LegendSection {
    pub topic: LegendTopic,
    /// Without words: none.
    pub heading: Caption,
    pub entries: Vec<LegendEntry>,
}

/// A labelled part of the background, in board units (left, top, right, bottom).
#[derive(Debug, Clone, PartialEq)]
pub struct Zone {
    pub rect: [f32; 4],
    pub label: Caption,
    pub tint: Option<Rgb>,
}

/// The outline around a group of pieces, behind the ties. In board units.
#[derive(Debug, Clone, PartialEq)]
pub struct Hull {
    pub label: String,
    pub colour: Rgb,
    pub line: LineStyle,
    /// Positions in [`Scene::pieces`], ascending.
    pub members: Vec<usize>,
    /// Closed lines; what an even number of them surrounds is outside.
    pub rings: Vec<Vec<[f32; 2]>>,
    /// The inside in convex parts, which meet but do not overlap.
    pub fill: Vec<Vec<[f32; 2]>>,
}

/// Tells one built scene from another without comparing thousands of shapes; a clone keeps it. Two scenes
/// with different stamps may still be equal.
#[derive(Debug, Clone, Copy, Default)]
pub struct SceneStamp {
    /// Which build, or which moves since.
    state: u64,
    build: u64,
}

impl SceneStamp {
    pub(super) fn next() -> Self {
        let state = Self::count();
        Self { state, build: state }
    }

    /// Of the same build after pieces moved.
    pub(super) fn after_moves(self) -> Self {
        Self {
            state: Self::count(),
            ..self
        }
    }

    fn count() -> u64 {
        static LAST: AtomicU64 = AtomicU64::new(0);
        LAST.fetch_add(1, Ordering::Relaxed) + 1
    }

    /// The two show the same, places included.
    pub fn is_same_state(self, other: Self) -> bool {
        self.state == other.state
    }

    /// The two differ in nothing but the places of pieces.
    pub fn is_same_build(self, other: Self) -> bool {
        self.build == other.build
    }
}

/// Which build it was is no part of what a scene shows.
impl PartialEq for SceneStamp {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

/// Everything that is visible on the board.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Scene {
    pub stamp: SceneStamp,
    pub board_size: (f32, f32),
    pub background: Background,
    /// Fields, bands or quadrants of the background.
    pub zones: Vec<Zone>,
    pub hulls: Vec<Hull>,
    /// In the order of drawing; sorted by actor id.
    pub pieces: Vec<Piece>,
    /// Shared with what draws them: a copy would be megabytes on a large board.
    pub ties: Arc<Vec<Tie>>,
    pub issue: Option<IssuePiece>,
    pub legend: Vec<LegendSection>,
    pub title: String,
    pub question: String,
    pub date: String,
    pub source: String,
    pub(super) by_actor: BTreeMap<ActorId, usize>,
}

impl Scene {
    /// Where an actor's piece is in [`Scene::pieces`].
    pub fn piece_index(&self, actor: ActorId) -> Option<usize> {
        self.by_actor.get(&actor).copied()
    }

    pub fn piece(&self, actor: ActorId) -> Option<&Piece> {
        self.piece_index(actor).map(|at| &self.pieces[at])
    }

    /// The first letter that no font of the program has, with the text that it is in.
    pub fn letter_without_face(&self) -> Option<(char, &str)> {
        let names = self.pieces.iter().map(|piece| piece.label.as_str());
        let groups = self.hulls.iter().map(|hull| hull.label.as_str());
        let head = [self.question.as_str(), self.title.as_str()];
        let texts = head.into_iter().chain(names).chain(groups);
        texts
            .into_iter()
            .find_map(|text| letter_without_face(text).map(|letter| (letter, text)))
    }

    /// The board and all that lies outside it: left, top, right, bottom.
    pub fn whole(&self) -> [f32; 4] {
        let (wide, high) = (
            self.board_size.0.max(100.0) / 2.0,
            self.board_size.1.max(100.0) / 2.0,
        );
        let [left, top, right, bottom] = self.bounds().unwrap_or([0.0; 4]);
        [left.min(-wide), top.min(-high), right.max(wide), bottom.max(high)]
    }

    /// The box around all pieces with their labels, and the question's card: left, top, right, bottom.
    /// `None` when there are none.
    pub fn bounds(&self) -> Option<[f32; 4]> {
        let mut bounds = self.issue.as_ref().map(super::geometry::issue_area);
        for piece in &self.pieces {
            let (x, y, r) = (piece.pos.x as f32, piece.pos.y as f32, piece.radius * 1.6);
            let [left, top, right, bottom] = bounds.unwrap_or([x, y, x, y]);
            bounds = Some([
                left.min(x - r),
                top.min(y - r),
                right.max(x + r),
                bottom.max(y + r + 20.0),
            ]);
        }
        bounds
    }
}
