//! Building a scene from what is there and what is asked to be seen.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::colour::Colours;
use super::legend::Occurring;
use super::marks::PartSeen;
use super::ties::{SceneTies, ties};
use super::types::SceneStamp;
use super::{
    Appearance, Filters, Highlight, IssuePiece, LegendSection, Palette, Piece, Scene, Tie, hull, icons,
    legend, zones,
};
use crate::i18n::shown;
use crate::model::{Actor, ActorId, ActorKind, ActorKindId, Constellation, LevelId, PieceShape, SectorId};

/// Everything a scene is made from.
#[derive(Debug, Clone, Copy)]
pub struct SceneInput<'a> {
    pub constellation: &'a Constellation,
    pub filters: &'a Filters,
    pub appearance: &'a Appearance,
    pub highlight: Option<&'a Highlight>,
    pub palette: &'a Palette,
}

/// Radius of a piece on a board with room, board units.
const RADIUS: f32 = 30.0;
const LEAST_RADIUS: f32 = 6.0;

/// Builds the scene. O(actors + relations log relations).
///
/// Actors without a place are left out (they are in the tray), and so are their relations.
pub fn build(input: SceneInput<'_>) -> Scene {
    let constellation = input.constellation;
    let colours = Colours::new(input);
    let mut pieces = pieces(input, &colours);
    let by_actor: BTreeMap<ActorId, usize> = pieces
        .iter()
        .enumerate()
        .map(|(at, piece)| (piece.actor, at))
        .collect();
    let SceneTies { ties, has_kind } = ties(input, &by_actor);
    for tie in &ties {
        for end in [tie.from, tie.to] {
            pieces[end].importance += 1.0;
        }
    }
    let board = &constellation.board;
    let mut scene = Scene {
        stamp: SceneStamp::next(),
        board_size: (board.width as f32, board.height as f32),
        background: board.background,
        zones: zones::zones(constellation, input.palette),
        hulls: hull::hulls(input, &pieces, &by_actor),
        pieces,
        ties: ties.into(),
        issue: board.issue_pos.map(|pos| IssuePiece {
            pos,
            text: shown(&constellation.info.issue).into_owned(),
        }),
        legend: Vec::new(),
        title: shown(&constellation.info.title).into_owned(),
        question: shown(&constellation.info.issue).into_owned(),
        date: constellation.info.date.clone(),
        source: constellation.info.source.clone(),
        by_actor,
    };
    let occurring = Occurring {
        actors: shown_actors(input).collect(),
        pieces: scene.pieces.iter().collect(),
        ties: scene.ties.iter().collect(),
        hulls: scene.hulls.iter().collect(),
        has_kind,
    };
    scene.legend = legend::legend(&occurring, input, colours);
    scene
}

/// The legend of no more than is seen of a scene that was built of this.
pub fn legend_of_seen(input: SceneInput<'_>, scene: &Scene, seen: &PartSeen) -> Vec<LegendSection> {
    let pieces: Vec<&Piece> = seen.pieces.iter().map(|&at| &scene.pieces[at]).collect();
    let ties: Vec<&Tie> = seen.ties.iter().map(|&at| &scene.ties[at]).collect();
    let relations = ties
        .iter()
        .filter_map(|tie| input.constellation.relation(tie.relation));
    let kinds: BTreeSet<_> = relations.map(|relation| &relation.kind).collect();
    let words = &input.constellation.vocabulary.relation_kinds;
    let occurring = Occurring {
        actors: pieces
            .iter()
            .filter_map(|piece| input.constellation.actor(piece.actor))
            .collect(),
        pieces,
        ties,
        hulls: seen.hulls.iter().map(|&at| &scene.hulls[at]).collect(),
        has_kind: words.iter().map(|kind| kinds.contains(&kind.id)).collect(),
    };
    legend::legend(&occurring, input, Colours::new(input))
}

/// The actors that stand on the board, pass the filters and are asked for, by id.
pub(super) fn shown_actors<'a>(input: SceneInput<'a>) -> impl Iterator<Item = &'a Actor> {
    let only = input.appearance.only.as_ref();
    let is_asked = move |actor: &Actor| only.is_none_or(|only| only.contains(&actor.id));
    input
        .constellation
        .actors
        .values()
        .filter(move |actor| actor.pos.is_some() && input.filters.shows_actor(actor) && is_asked(actor))
}

fn pieces(input: SceneInput<'_>, colours: &Colours<'_>) -> Vec<Piece> {
    let actors: Vec<&Actor> = shown_actors(input).collect();
    let kinds: HashMap<&ActorKindId, &ActorKind> = input
        .constellation
        .vocabulary
        .actor_kinds
        .iter()
        .map(|kind| (&kind.id, kind))
        .collect();
    let radius = radius_for(input.constellation, actors.len());
    let mut descriptions = Descriptions::default();
    actors
        .into_iter()
        .map(|actor| {
            let kind = actor.kind.as_ref().and_then(|id| kinds.get(id)).copied();
            let fill = colours.of(actor);
            let icon = kind.and_then(|kind| icons::icon(&kind.icon));
            let size = input
                .appearance
                .size_values
                .as_ref()
                .map(|sizes| sizes.get(&actor.id).copied().unwrap_or(0.0).clamp(0.0, 1.0) as f32);
            Piece {
                actor: actor.id,
                pos: actor.pos.unwrap_or_default(),
                // The area, not the width, is what the eye compares.
                radius: size.map_or(radius, |size| radius * (0.6 + 1.1 * size.sqrt())),
                shape: kind.map_or(PieceShape::Circle, |kind| kind.shape),
                icon: icon.map_or_else(|| icons::initials(&actor.label), str::to_owned),
                icon_is_text: icon.is_none(),
                fill,
                on_fill: super::ink_on(fill),
                ring: ring(input.constellation, actor),
                label: shown(&actor.label).into_owned(),
                importance: size.unwrap_or(0.0),
                badge: input.appearance.badges.get(&actor.id).cloned(),
                gaze_deg: actor.gaze_deg.map(|degrees| degrees as f32),
                influence: actor.influence,
                stance: actor.stance,
                tempo: actor.tempo,
                description: descriptions.of(input.constellation, actor, kind),
                is_cut_point: input.appearance.marks.cut_points.contains(&actor.id),
                dimmed: input
                    .highlight
                    .is_some_and(|lit| !lit.is_empty() && !lit.actors.contains(&actor.id)),
            }
        })
        .collect()
}

fn ring(constellation: &Constellation, actor: &Actor) -> Option<(usize, usize)> {
    let rank = constellation.vocabulary.level_rank(actor.level.as_ref()?)?;
    Some((rank, constellation.vocabulary.levels.len()))
}

/// Pieces get smaller on a crowded board, so that they stay apart.
fn radius_for(constellation: &Constellation, count: usize) -> f32 {
    let area = (constellation.board.width * constellation.board.height) as f32;
    let room = (area.max(1.0) / count.max(1) as f32).sqrt();
    (0.23 * room).clamp(LEAST_RADIUS, RADIUS)
}

/// Many actors share one description: kind, sector and level in words.
#[derive(Default)]
struct Descriptions<'a> {
    known: HashMap<Described<'a>, Arc<str>>,
}

type Described<'a> = (Option<&'a ActorKindId>, Option<&'a SectorId>, Option<&'a LevelId>);

impl<'a> Descriptions<'a> {
    fn of(
        &mut self,
        constellation: &Constellation,
        actor: &'a Actor,
        kind: Option<&'a ActorKind>,
    ) -> Arc<str> {
        let told = (
            kind.map(|kind| &kind.id),
            actor.sector.as_ref(),
            actor.level.as_ref(),
        );
        let known = self.known.entry(told);
        Arc::clone(known.or_insert_with(|| described(constellation, actor, kind)))
    }
}

fn described(constellation: &Constellation, actor: &Actor, kind: Option<&ActorKind>) -> Arc<str> {
    let words = &constellation.vocabulary;
    let sector = actor.sector.as_ref().and_then(|id| words.sector(id));
    let level = actor.level.as_ref().and_then(|id| words.level(id));
    let parts = [
        kind.map(|kind| kind.label.as_str()),
        sector.map(|sector| sector.label.as_str()),
        level.map(|level| level.label.as_str()),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().map(shown).collect();
    parts.join(" · ").into()
}

/// Which of some ids occur, for the legend.
pub(super) fn occurring<'a, Id: Ord + 'a>(
    actors: &[&'a Actor],
    pick: impl Fn(&'a Actor) -> Option<&'a Id>,
) -> BTreeSet<&'a Id> {
    actors.iter().filter_map(|actor| pick(actor)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Direction, Language, Point, Relation, RelationId};
    use crate::scene::{ThemeKind, contrast};

    fn sample() -> Constellation {
        let mut constellation = Constellation::new(Language::Nl);
        for id in 1..=3 {
            let mut actor = Actor::new(ActorId(id), &format!("a{id}"), &format!("Actor {id}"));
            actor.pos = (id < 3).then(|| Point::new(f64::from(id) * 100.0, 0.0));
            actor.kind = Some("gemeente".into());
            actor.level = Some("regio".into());
            constellation.actors.insert(actor.id, actor);
        }
        constellation
    }

    fn relate(
        constellation: &mut Constellation,
        id: u32,
        source: u32,
        target: u32,
        kind: &str,
        direction: Direction,
    ) {
        let mut relation = Relation::new(
            RelationId(id),
            &format!("r{id}"),
            ActorId(source),
            ActorId(target),
            kind.into(),
        );
        relation.direction = direction;
        constellation.relations.insert(relation.id, relation);
    }

    fn built(constellation: &Constellation, filters: &Filters, highlight: Option<&Highlight>) -> Scene {
        build(SceneInput {
            constellation,
            filters,
            appearance: &Appearance::default(),
            highlight,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    #[test]
    fn thousands_of_relations_of_one_pair_and_loops_of_one_piece_stay_near_it() {
        let mut constellation = sample();
        for id in 0..2_000 {
            relate(&mut constellation, 100 + id, 1, 2, "geld", Direction::Directed);
            relate(&mut constellation, 5_000 + id, 1, 1, "geld", Direction::Directed);
        }
        let scene = built(&constellation, &Filters::default(), None);
        for tie in scene.ties.iter() {
            let curve = crate::scene::geometry::tie_curve(&scene, tie).unwrap();
            let near = |point: &crate::scene::geometry::Xy| point.x.abs().max(point.y.abs()) < 1_000.0;
            assert!(curve.polyline(8).iter().all(near));
        }
        let between = scene.ties.iter().filter(|tie| !tie.is_loop());
        let lanes: BTreeSet<u32> = between.map(|tie| tie.lane.to_bits()).collect();
        assert_eq!(lanes.len(), 2_000, "each has a lane of its own");
    }

    #[test]
    fn an_actor_in_the_tray_is_not_drawn_and_neither_are_its_relations() {
        let mut constellation = sample();
        relate(
            &mut constellation,
            10,
            1,
            3,
            "samenwerking",
            Direction::Undirected,
        );
        relate(
            &mut constellation,
            11,
            1,
            2,
            "samenwerking",
            Direction::Undirected,
        );
        let scene = built(&constellation, &Filters::default(), None);
        assert_eq!(scene.pieces.len(), 2);
        assert_eq!(scene.ties.len(), 1);
        assert_eq!(scene.piece_index(ActorId(3)), None);
        assert_eq!(scene.pieces[0].ring, Some((2, 6)));
        assert_eq!(&*scene.pieces[0].description, "Gemeente · Regio");
    }

    #[test]
    fn parallel_ties_get_lanes_of_their_own_and_opposite_ones_opposite_sides() {
        let mut constellation = sample();
        relate(&mut constellation, 10, 1, 2, "informatie", Direction::Directed);
        relate(&mut constellation, 11, 2, 1, "informatie", Direction::Directed);
        relate(
            &mut constellation,
            12,
            2,
            1,
            "samenwerking",
            Direction::Undirected,
        );
        let scene = built(&constellation, &Filters::default(), None);
        let lanes: Vec<f32> = scene.ties.iter().map(|tie| tie.lane).collect();
        assert_eq!(lanes, [1.0, -1.0, 0.0]);
    }

    #[test]
    fn ties_of_one_direction_lie_side_by_side_in_the_order_of_their_kinds() {
        let mut constellation = sample();
        let kinds: Vec<_> = constellation.vocabulary.relation_kinds[..3]
            .iter()
            .map(|kind| kind.id.to_string())
            .collect();
        for (id, kind) in [(10, &kinds[2]), (11, &kinds[0]), (12, &kinds[1]), (13, &kinds[0])] {
            relate(&mut constellation, id, 1, 2, kind, Direction::Directed);
        }
        let scene = built(&constellation, &Filters::default(), None);
        let lanes: Vec<f32> = scene.ties.iter().map(|tie| tie.lane).collect();
        assert_eq!(lanes, [1.5, -1.5, 0.5, -0.5]);
    }

    #[test]
    fn lanes_are_counted_pair_by_pair_however_the_relations_of_pairs_alternate() {
        let mut constellation = sample();
        if let Some(actor) = constellation.actors.get_mut(&ActorId(3)) {
            actor.pos = Some(Point::new(0.0, 300.0));
        }
        for (id, source, target) in [(10, 1, 2), (11, 2, 3), (12, 2, 1), (13, 3, 1), (14, 2, 3)] {
            relate(
                &mut constellation,
                id,
                source,
                target,
                "informatie",
                Direction::Directed,
            );
        }
        let scene = built(&constellation, &Filters::default(), None);
        let lanes: Vec<f32> = scene.ties.iter().map(|tie| tie.lane).collect();
        assert_eq!(lanes, [0.5, -0.5, -0.5, 0.0, 0.5]);
    }

    #[test]
    fn the_legend_names_the_kinds_of_the_relations_on_the_board_and_no_others() {
        let mut constellation = sample();
        for (id, target, kind) in [
            (10, 2, "geld"),
            (11, 3, "vertrouwen"),
            (12, 2, "informatie"),
            (13, 2, "geld"),
            (14, 2, "samenwerking"),
        ] {
            relate(&mut constellation, id, 1, target, kind, Direction::Undirected);
        }
        let filters = Filters {
            relation_kinds: ["geld".into()].into(),
            ..Filters::default()
        };
        let scene = built(&constellation, &filters, None);
        let lines = scene
            .legend
            .iter()
            .find(|section| section.heading == crate::scene::Caption::Key("legend-relations"));
        let mut named: Vec<&str> = lines
            .unwrap()
            .entries
            .iter()
            .filter_map(|entry| match &entry.caption {
                crate::scene::Caption::Words(words) => Some(words.as_str()),
                _ => None,
            })
            .collect();
        named.sort_unstable();
        let label = |id: &str| {
            let kinds = &constellation.vocabulary.relation_kinds;
            kinds
                .iter()
                .find(|kind| kind.id.to_string() == id)
                .unwrap()
                .label
                .as_str()
        };
        let mut expected = [label("informatie"), label("samenwerking")];
        expected.sort_unstable();
        assert_eq!(named, expected);
    }

    #[test]
    fn loops_are_counted_per_piece() {
        let mut constellation = sample();
        relate(&mut constellation, 10, 1, 1, "informatie", Direction::Directed);
        relate(&mut constellation, 11, 1, 1, "geld", Direction::Directed);
        let scene = built(&constellation, &Filters::default(), None);
        let loops: Vec<u32> = scene.ties.iter().map(|tie| tie.loop_index).collect();
        assert_eq!(loops, [0, 1]);
    }

    #[test]
    fn a_filter_hides_and_a_highlight_dims_the_rest() {
        let mut constellation = sample();
        relate(&mut constellation, 10, 1, 2, "informatie", Direction::Directed);
        relate(&mut constellation, 11, 1, 2, "geld", Direction::Directed);
        let filters = Filters {
            relation_kinds: ["geld".into()].into(),
            ..Filters::default()
        };
        assert_eq!(built(&constellation, &filters, None).ties.len(), 1);
        let lit = Highlight {
            actors: [ActorId(1)].into(),
            relations: [RelationId(11)].into(),
        };
        let scene = built(&constellation, &Filters::default(), Some(&lit));
        let dimmed: Vec<bool> = scene.pieces.iter().map(|piece| piece.dimmed).collect();
        assert_eq!(dimmed, [false, true]);
        let dimmed: Vec<bool> = scene.ties.iter().map(|tie| tie.dimmed).collect();
        assert_eq!(dimmed, [true, false]);
    }

    #[test]
    fn every_colour_of_the_standard_words_stands_out_from_the_board_in_every_theme() {
        let constellation = sample();
        for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
            let palette = Palette::of(theme);
            let words = &constellation.vocabulary;
            let colours = words
                .sectors
                .iter()
                .map(|sector| sector.colour)
                .chain(words.relation_kinds.iter().map(|kind| kind.colour));
            for colour in colours {
                let drawn = crate::scene::legible(colour, palette.board);
                assert!(
                    contrast(drawn, palette.board) >= 3.0,
                    "{theme:?} {colour:?} -> {drawn:?}"
                );
                assert!(contrast(super::super::ink_on(drawn), drawn) >= 4.5);
            }
        }
    }
}
