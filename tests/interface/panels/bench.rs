//! A window with one panel, and a program behind it that carries out what the panel asks for.

use egui::{CentralPanel, Ui};
use egui_kittest::Harness;
use netwerkopstelling::command::Intent;
use netwerkopstelling::edit::operations as ops;
use netwerkopstelling::edit::operations::{NewActor, NewRelation};
use netwerkopstelling::edit::{Document, EditError};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, Constellation, Language, Point, RelationId, validate};
use netwerkopstelling::scene::{Appearance, Palette, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::ui::state::{Screen, ViewState};
use netwerkopstelling::ui::{CertaintyView, FrameContext, Intents, ProgramView, theme, widgets};

pub type PanelUi = fn(&mut Ui, &FrameContext<'_>, &mut ViewState, &mut Intents);

pub struct Bench {
    pub document: Document,
    pub view: ViewState,
    pub theme: ThemeKind,
    pub texts: Texts,
    pub program: ProgramView,
    /// Everything asked for so far.
    pub asked: Vec<Intent>,
    scene: Scene,
    fonts_are_in: bool,
}

impl Bench {
    pub fn new(document: Document) -> Self {
        Self {
            document,
            view: ViewState {
                screen: Screen::Board,
                ..ViewState::default()
            },
            theme: ThemeKind::Light,
            texts: Texts::new(Language::Nl),
            program: ProgramView::default(),
            asked: Vec::new(),
            scene: Scene::default(),
            fonts_are_in: false,
        }
    }

    fn frame(&mut self, ui: &mut Ui, panel: PanelUi) {
        if !self.fonts_are_in {
            theme::install_fonts(ui.ctx());
            theme::apply(ui.ctx(), self.theme);
            self.fonts_are_in = true;
            ui.ctx().request_repaint();
            return;
        }
        let palette = Palette::of(self.theme);
        self.scene = build(SceneInput {
            constellation: self.document.constellation(),
            filters: &self.view.filters,
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let mut out = Vec::new();
        let context = FrameContext {
            document: &self.document,
            scene: &self.scene,
            hidden: self.view.filters.hidden(self.document.constellation()),
            palette: &palette,
            theme: self.theme,
            texts: self.texts,
            analysis: None,
            analysis_is_current: false,
            groups: None,
            certainty: CertaintyView::default(),
            program: &self.program,
        };
        widgets::settle_fields(ui.ctx(), &mut out);
        CentralPanel::default().show(ui, |ui| panel(ui, &context, &mut self.view, &mut out));
        for intent in out {
            self.asked.push(intent.clone());
            self.carry_out(intent)
                .expect("the panel asks for what can be done");
            assert_eq!(validate(self.document.constellation()), vec![]);
        }
    }

    fn carry_out(&mut self, intent: Intent) -> Result<(), EditError> {
        let document = &mut self.document;
        match intent {
            Intent::BeginGesture(label) => document.begin(label),
            Intent::EndGesture => {
                document.commit();
            }
            Intent::AbortGesture => document.abort(),
            Intent::AddActor(new) => {
                ops::add_actor(document, new)?;
            }
            Intent::AddActors(new) => {
                ops::add_actors(document, new)?;
            }
            Intent::EditActors(ids, edit) => ops::edit_actors(document, &ids, &edit)?,
            Intent::Place(moves) => ops::place(document, &moves)?,
            Intent::EditRelations(ids, edit) => ops::edit_relations(document, &ids, &edit)?,
            Intent::SetInfo(info) => ops::set_info(document, *info)?,
            Intent::SetBoard(board) => ops::set_board(document, *board)?,
            Intent::AddWord(list, label) => {
                ops::add_word(document, list, &label)?;
            }
            Intent::EditWord(word) => ops::edit_word(document, *word)?,
            Intent::MoveWord { list, from, to } => ops::move_word(document, list, from, to)?,
            Intent::RemoveWord {
                list,
                id,
                replacement,
            } => {
                ops::remove_word(document, list, &id, replacement.as_deref())?;
            }
            Intent::Select(selection) | Intent::Reveal(selection) => document.set_selection(selection),
            Intent::SetFilters(filters) => self.view.filters = *filters,
            _ => {}
        }
        Ok(())
    }

    pub fn actor(&self, id: ActorId) -> &netwerkopstelling::model::Actor {
        self.document.constellation().actor(id).expect("it exists")
    }

    pub fn relation(&self, id: RelationId) -> &netwerkopstelling::model::Relation {
        self.document.constellation().relation(id).expect("it exists")
    }

    pub fn steps(&self) -> usize {
        self.document.history().steps().len()
    }
}

/// Opens the panel in a window of this size.
pub fn open(bench: Bench, size: [f32; 2], panel: PanelUi) -> Harness<'static, Bench> {
    let builder = Harness::builder().with_size(size);
    settled(builder.build_ui_state(move |ui, bench: &mut Bench| bench.frame(ui, panel), bench))
}

/// The same, able to make a picture: needs a Vulkan adapter.
pub fn open_drawn(bench: Bench, size: [f32; 2], panel: PanelUi) -> Harness<'static, Bench> {
    let builder = Harness::builder().with_size(size).wgpu();
    settled(builder.build_ui_state(move |ui, bench: &mut Bench| bench.frame(ui, panel), bench))
}

fn settled(mut harness: Harness<'static, Bench>) -> Harness<'static, Bench> {
    harness.run();
    harness
}

/// Three actors on the board, one in the tray, two relations; of the kinds people meet.
pub fn small() -> (Document, [ActorId; 4], [RelationId; 2]) {
    let mut document = Document::new(Constellation::new(Language::Nl));
    let new = |label: &str, kind: &str, pos: Option<Point>| NewActor {
        label: label.to_owned(),
        kind: Some(kind.into()),
        pos,
    };
    let actors = vec![
        new("Alkmaar", "gemeente", Some(Point::new(-100.0, 0.0))),
        new(
            "Regionaal Ondernemersplatform Noord-Holland Noord",
            "ondernemersplatform",
            Some(Point::new(100.0, 50.0)),
        ),
        new("UWV", "uwv", Some(Point::new(0.0, 100.0))),
        new("Élan college", "onderwijs", None),
    ];
    let ids = ops::add_actors(&mut document, actors).expect("sound");
    let mut relate = |source, target, kind: &str, weight| {
        let kind = kind.into();
        ops::add_relation(
            &mut document,
            NewRelation {
                source,
                target,
                kind,
                weight,
            },
        )
        .expect("sound")
    };
    let ties = [
        relate(ids[0], ids[1], "samenwerking", 2.0),
        relate(ids[2], ids[0], "informatie", 1.5),
    ];
    document.set_selection(Default::default());
    (document, [ids[0], ids[1], ids[2], ids[3]], ties)
}

/// Actors on a grid, each related to the next.
pub fn many(count: u32) -> Document {
    let mut document = Document::new(Constellation::new(Language::Nl));
    let actors = (0..count).map(|number| NewActor {
        label: format!("Actor {number}"),
        kind: Some("gemeente".into()),
        pos: Some(Point::new(
            f64::from(number % 40) * 60.0,
            f64::from(number / 40) * 60.0,
        )),
    });
    let ids = ops::add_actors(&mut document, actors.collect()).expect("sound");
    document.set_selection(Default::default());
    assert_eq!(ids.len(), count as usize);
    document
}
