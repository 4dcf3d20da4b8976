//! The scene of the present moment, built again only when something it is made from has changed.

use crate::edit::{Document, Revision};
use crate::model::Language;
use crate::scene::{self, Appearance, Filters, Hidden, Highlight, Palette, Scene, SceneInput, ThemeKind};

#[derive(Debug, Clone, PartialEq)]
struct SceneKey {
    document_number: u64,
    revision: Revision,
    filters: Filters,
    appearance: Appearance,
    highlight: Option<Highlight>,
    theme: ThemeKind,
    language: Language,
}

/// What a scene depends on besides the document.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    pub filters: &'a Filters,
    pub appearance: &'a Appearance,
    pub highlight: Option<&'a Highlight>,
    pub theme: ThemeKind,
    pub language: Language,
}

#[derive(Debug, Default)]
pub struct SceneCache {
    key: Option<SceneKey>,
    scene: Scene,
    hidden: Hidden,
    builds: u64,
    moves: u64,
}

impl SceneCache {
    /// Brings the scene up to date.
    pub fn update(&mut self, document: &Document, sight: Sight<'_>) {
        let document_number = document.serial();
        let constellation = document.constellation();
        let revision = document.revision();
        let seen_as_before = self.key.as_mut().filter(|key| {
            key.document_number == document_number
                && key.revision.beyond_places == revision.beyond_places
                && key.filters == *sight.filters
                && key.appearance == *sight.appearance
                && key.highlight.as_ref() == sight.highlight
                && key.theme == sight.theme
                && key.language == sight.language
        });
        if let Some(key) = seen_as_before {
            if key.revision == revision {
                return;
            }
            if self.scene.move_pieces(constellation, sight.filters) {
                key.revision = revision;
                self.moves += 1;
                return;
            }
        }
        self.scene = scene::build(SceneInput {
            constellation,
            filters: sight.filters,
            appearance: sight.appearance,
            highlight: sight.highlight,
            palette: &Palette::of(sight.theme),
        });
        self.hidden = sight.filters.hidden(constellation);
        self.builds += 1;
        self.key = Some(SceneKey {
            document_number,
            revision,
            filters: sight.filters.clone(),
            appearance: sight.appearance.clone(),
            highlight: sight.highlight.cloned(),
            theme: sight.theme,
            language: sight.language,
        });
    }

    pub fn scene(&self) -> &Scene {
        &self.scene
    }

    pub fn hidden(&self) -> Hidden {
        self.hidden
    }

    /// How often a scene was built: tests count it.
    pub fn builds(&self) -> u64 {
        self.builds
    }

    /// How often pieces were moved in the scene that was there.
    pub fn moves(&self) -> u64 {
        self.moves
    }
}
