//! Pieces that move within a scene that stays as it is: nothing needs to be built anew.

use super::{Filters, Scene};
use crate::model::Constellation;

impl Scene {
    /// Puts the pieces where their actors are now. O(actors).
    ///
    /// Only for a constellation that differs in nothing but places from the one that the scene was built
    /// from, and with the same filters. Returns `false`, and changes nothing, when an actor came on the board
    /// or left it: the scene must be built then.
    pub fn move_pieces(&mut self, constellation: &Constellation, filters: &Filters) -> bool {
        let shown = || {
            let is_shown = |actor: &&crate::model::Actor| actor.pos.is_some() && filters.shows_actor(actor);
            constellation.actors.values().filter(is_shown)
        };
        let mine = self.pieces.iter().map(|piece| piece.actor);
        if !shown().map(|actor| actor.id).eq(mine) {
            return false;
        }
        let mut moved = Vec::new();
        for (at, (piece, actor)) in self.pieces.iter_mut().zip(shown()).enumerate() {
            let pos = actor.pos.unwrap_or_default();
            if piece.pos != pos {
                moved.push((at, [piece.pos.x as f32, piece.pos.y as f32]));
                piece.pos = pos;
            }
        }
        super::hull::follow(&mut self.hulls, &self.pieces, &moved);
        self.stamp = self.stamp.after_moves();
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Actor, ActorId, Language, Point};
    use crate::scene::{Appearance, Palette, SceneInput, ThemeKind, build};

    fn sample() -> Constellation {
        let mut constellation = Constellation::new(Language::Nl);
        for id in 1..=3 {
            let mut actor = Actor::new(ActorId(id), &format!("a{id}"), &format!("Actor {id}"));
            actor.pos = (id < 3).then(|| Point::new(f64::from(id) * 100.0, 0.0));
            constellation.actors.insert(actor.id, actor);
        }
        constellation
    }

    fn built(constellation: &Constellation) -> Scene {
        build(SceneInput {
            constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &Palette::of(ThemeKind::Light),
        })
    }

    fn put(constellation: &mut Constellation, id: u32, pos: Option<Point>) {
        if let Some(actor) = constellation.actors.get_mut(&ActorId(id)) {
            actor.pos = pos;
        }
    }

    #[test]
    fn a_scene_whose_pieces_moved_is_the_scene_that_would_be_built() {
        let mut constellation = sample();
        let mut scene = built(&constellation);
        let before = scene.stamp;
        put(&mut constellation, 2, Some(Point::new(-7.0, 33.0)));
        assert!(scene.move_pieces(&constellation, &Filters::default()));
        assert_eq!(scene, built(&constellation));
        assert!(scene.stamp.is_same_build(before) && !scene.stamp.is_same_state(before));
    }

    #[test]
    fn an_actor_that_comes_on_the_board_or_leaves_it_asks_for_a_new_scene() {
        for (id, pos) in [(3, Some(Point::default())), (1, None)] {
            let mut constellation = sample();
            let mut scene = built(&constellation);
            let before = scene.clone();
            put(&mut constellation, id, pos);
            assert!(!scene.move_pieces(&constellation, &Filters::default()));
            assert_eq!(scene, before);
            assert!(scene.stamp.is_same_state(before.stamp));
        }
    }
}
