//! Building a scene from what is there and what is asked to be seen.

use std::collections::BTreeMap;

use super::types::Stamp;
use super::{Appearance, Filters, Highlight, Palette, Scene};
use crate::model::Constellation;

/// Everything a scene is made from.
#[derive(Debug, Clone, Copy)]
pub struct SceneInput<'a> {
    pub constellation: &'a Constellation,
    pub filters: &'a Filters,
    pub appearance: &'a Appearance,
    pub highlight: Option<&'a Highlight>,
    pub palette: &'a Palette,
}

/// Builds the scene. O(actors + relations log relations).
pub fn build(input: SceneInput<'_>) -> Scene {
    let constellation = input.constellation;
    Scene {
        stamp: Stamp::next(),
        board_size: (
            constellation.board.width as f32,
            constellation.board.height as f32,
        ),
        background: constellation.board.background,
        title: constellation.info.title.clone(),
        question: constellation.info.issue.clone(),
        date: constellation.info.date.clone(),
        source: constellation.info.source.clone(),
        by_actor: BTreeMap::new(),
        ..Scene::default()
    }
}
