//! Figures about groups and tables beside the board: asked for when a panel or the board shows them.

use std::sync::Arc;

use super::analysis::FiguresKey;
use crate::analysis::Control;
use crate::analysis::group_figures::{COMMUNITY, GroupFigures, ei_tests, group_figures};
use crate::analysis::groups::PermutationTest;
use crate::analysis::live::Live;
use crate::edit::Document;
use crate::export::picture::named_groups;
use crate::i18n::Texts;
use crate::jobs::{Derived, Wake};
use crate::lens::Lens;
use crate::model::Language;
use crate::scene::{Appearance, ColourBy, HullGroup, Marks};
use crate::ui::GroupsOnShow;

type SharedFigures = Arc<GroupFigures>;
type Tests = Vec<Option<PermutationTest>>;

/// The figures on show, and the jobs that make newer ones: first the figures, then the tests, which take
/// longer.
pub struct GroupWork {
    figures: Derived<FiguresKey, SharedFigures>,
    tests: Derived<FiguresKey, Tests>,
    drawn: Drawn,
}

/// What stands on the board, as long as nothing it is made from changes.
#[derive(Default)]
struct Drawn {
    from: Option<DrawnFrom>,
    hulls: Arc<[HullGroup]>,
    communities: Arc<[HullGroup]>,
    marks: Arc<Marks>,
}

#[derive(PartialEq)]
struct DrawnFrom {
    figures: FiguresKey,
    hulls_by: Option<String>,
    marks_cuts: bool,
    has_communities: bool,
    language: Language,
}

impl GroupWork {
    pub fn new(wake: &Wake) -> Self {
        Self {
            figures: Derived::new("groups", Arc::clone(wake)),
            tests: Derived::new("tests", Arc::clone(wake)),
            drawn: Drawn::default(),
        }
    }

    /// Asks for figures of the network the panels show now, unless that was done.
    pub fn update(&mut self, current: Option<(&FiguresKey, &Arc<Live>)>) {
        let Some((key, live)) = current else { return };
        self.figures.ask_anew(key, || {
            self.tests.give_up();
            let snapshot = Arc::clone(&live.snapshot);
            move |control: &Control| group_figures(snapshot, control).map(Arc::new)
        });
    }

    /// Takes the newest answers. Returns what went wrong, if anything did.
    pub fn poll(&mut self) -> Option<String> {
        let complaint = self.figures.poll();
        if let Some((key, figures)) = self.figures.current() {
            self.tests.ask_anew(key, || {
                let figures = Arc::clone(figures);
                move |control: &Control| ei_tests(&figures, control)
            });
        }
        complaint.or(self.tests.poll())
    }

    /// The figures on show, of this document only.
    pub fn on_show(&self, document_number: u64, current: Option<&FiguresKey>) -> Option<GroupsOnShow<'_>> {
        let (key, figures) = self.figures.shown()?;
        let tests = self.tests.shown().filter(|(tested, _)| *tested == key);
        (key.document_number() == document_number).then(|| GroupsOnShow {
            figures,
            tests: tests.map(|(_, tests)| tests.as_slice()),
            is_current: current == Some(key),
        })
    }

    pub fn progress(&self) -> Option<f32> {
        self.figures.progress().or_else(|| self.tests.progress())
    }

    /// Outlines and marks on the board, as asked for. They stay as they are until newer figures are there.
    pub fn decorate(&mut self, appearance: &mut Appearance, lens: &Lens, document: &Document, texts: Texts) {
        let view = &lens.groups;
        let has_communities = lens.colour_by == ColourBy::Community;
        let shown = self.figures.shown();
        let shown = shown.filter(|(key, _)| key.document_number() == document.serial());
        let from = shown.map(|(key, _)| DrawnFrom {
            figures: key.clone(),
            hulls_by: view.hulls_by.clone(),
            marks_cuts: view.marks_cuts,
            has_communities,
            language: texts.language,
        });
        if self.drawn.from != from || from.is_none() {
            let mut drawn = Drawn {
                from,
                ..Drawn::default()
            };
            let constellation = document.constellation();
            if let Some((_, figures)) = shown {
                if has_communities {
                    drawn.communities = named_groups(figures, COMMUNITY, constellation, texts).into();
                }
                if let Some(id) = &view.hulls_by {
                    drawn.hulls = named_groups(figures, id, constellation, texts).into();
                }
                if view.marks_cuts {
                    drawn.marks = Arc::new(marks(figures));
                }
            }
            self.drawn = drawn;
        }
        if appearance.hulls != self.drawn.hulls {
            appearance.hulls = Arc::clone(&self.drawn.hulls);
        }
        if appearance.communities != self.drawn.communities {
            appearance.communities = Arc::clone(&self.drawn.communities);
        }
        if appearance.marks != self.drawn.marks {
            appearance.marks = Arc::clone(&self.drawn.marks);
        }
    }
}

fn marks(figures: &GroupFigures) -> Marks {
    let (snapshot, cuts) = (&figures.snapshot, &figures.cuts);
    let marked = |is_marked: &&bool| **is_marked;
    let cut_points = snapshot.actors.iter().zip(&cuts.is_cut_point);
    let bridges = snapshot.relations.iter().zip(&cuts.is_bridge);
    Marks {
        cut_points: cut_points
            .filter(|(_, is)| marked(is))
            .map(|(actor, _)| *actor)
            .collect(),
        bridges: bridges
            .filter(|(_, is)| marked(is))
            .flat_map(|(relations, _)| relations.iter().copied())
            .collect(),
    }
}
