//! A window with one panel, and a program behind it that carries out what the panel asks for.

use std::sync::Arc;

use egui::{CentralPanel, Ui};
use egui_kittest::Harness;
use netwerkopstelling::command::Intent;
use netwerkopstelling::desk::{Desk, Screen};
use netwerkopstelling::edit::Document;
use netwerkopstelling::edit::operations as ops;
use netwerkopstelling::edit::operations::{NewActor, NewRelation};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, Constellation, Language, Point, RelationId, validate};
use netwerkopstelling::scene::{Appearance, Palette, Scene, SceneInput, ThemeKind, build};
use netwerkopstelling::session::{Effect, Session};
use netwerkopstelling::ui::panels::tables::{Rows, RowsKey, is_long, of_tab};
use netwerkopstelling::ui::{FrameContext, Intents, ProgramView, theme, widgets};

pub type PanelUi = fn(&mut Ui, &FrameContext<'_>, &mut Intents);

pub struct Bench {
    pub session: Session,
    pub desk: Desk,
    pub theme: ThemeKind,
    pub texts: Texts,
    pub program: ProgramView,
    /// Everything asked for so far.
    pub asked: Vec<Intent>,
    scene: Scene,
    /// As the program's job makes them for a long table.
    table_rows: Option<(RowsKey, Arc<Rows>)>,
    fonts_are_in: bool,
}

impl Bench {
    pub fn new(document: Document) -> Self {
        Self {
            session: Session::new(document, String::new),
            desk: Desk {
                screen: Screen::Board,
                ..Desk::default()
            },
            theme: ThemeKind::Light,
            texts: Texts::new(Language::Nl),
            program: ProgramView::default(),
            asked: Vec::new(),
            scene: Scene::default(),
            table_rows: None,
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
        let Session { document, lens, .. } = &self.session;
        self.scene = build(SceneInput {
            constellation: document.constellation(),
            filters: &lens.filters,
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let (tab, key) = (
            self.desk.table_tab,
            RowsKey::of(document, self.texts, self.desk.table_tab),
        );
        let constellation = document.constellation();
        if is_long(constellation, tab) && self.table_rows.as_ref().is_none_or(|(made, _)| *made != key) {
            let attributes = document.attributes(of_tab(tab));
            let rows = Rows::build(constellation, &attributes, self.texts, tab);
            self.table_rows = Some((key, Arc::new(rows)));
        }
        let mut out = Intents::default();
        let shown = (&self.scene, &palette, self.theme);
        let context = FrameContext {
            hidden: lens.filters.hidden(document.constellation()),
            texts: self.texts,
            table_rows: self.table_rows.as_ref().map(|(_, rows)| rows),
            ..FrameContext::without_figures((document, lens, &self.desk), shown, &self.program)
        };
        widgets::settle_fields(ui.ctx(), &mut out);
        CentralPanel::default().show(ui, |ui| panel(ui, &context, &mut out));
        for intent in out {
            self.asked.push(intent.clone());
            let effects = self.session.carry_out(&mut self.desk, intent);
            let is_refused = |effect: &Effect| matches!(effect, Effect::Refused(_));
            assert!(!effects.iter().any(is_refused), "{effects:?}");
            assert_eq!(validate(self.session.document.constellation()), vec![]);
        }
    }

    pub fn actor(&self, id: ActorId) -> &netwerkopstelling::model::Actor {
        self.session
            .document
            .constellation()
            .actor(id)
            .expect("it exists")
    }

    pub fn relation(&self, id: RelationId) -> &netwerkopstelling::model::Relation {
        self.session
            .document
            .constellation()
            .relation(id)
            .expect("it exists")
    }

    pub fn steps(&self) -> usize {
        self.session.document.history().steps().len()
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
