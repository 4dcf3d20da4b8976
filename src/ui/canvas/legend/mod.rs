//! The legend on the screen: where there is room for it, moved when pieces come under it.

use std::sync::Arc;

use egui::{Context, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use super::camera::Viewport;
use super::geometry::{area_of, piece_rect, rect_of};
use crate::i18n::Texts;
use crate::lens::Camera;
use crate::model::Language;
use crate::scene::geometry::Xy;
use crate::scene::marks::{BoardLook, LegendExtent, LegendLayout, LegendShape, Pen, Perch, PlacedLegend};
use crate::scene::{LegendSection, Scene, SceneStamp};
use crate::ui::ink::{ScreenLetters, ScreenPen};

/// The legend as it was laid out last: its letters are measured again only when something about it changed.
pub struct KeptLegend {
    /// As there was room for when all of the board was last brought into sight.
    shape: LegendShape,
    perch: Perch,
    /// The user wants it open though there is no room for it.
    insists: bool,
    made_for: Option<(SceneStamp, LegendFor)>,
    layout: Option<Arc<LegendLayout>>,
    /// What its place was chosen for.
    stands_for: Option<StandsFor>,
    /// Of the last frame.
    camera: Option<Camera>,
    /// How often it looked for a place.
    pub choices: u64,
}

/// What the place of a legend depends on.
#[derive(Debug, Clone, Copy)]
struct StandsFor {
    stamp: SceneStamp,
    size: Vec2,
    view: Rect,
    camera: Camera,
    perch: Perch,
}

impl StandsFor {
    fn is_same(&self, other: &Self) -> bool {
        let (same, of) = (self.stamp.is_same_state(other.stamp), |one: &Self| {
            (one.size, one.view, one.camera, one.perch)
        });
        same && of(self) == of(other)
    }
}

impl Default for KeptLegend {
    fn default() -> Self {
        Self {
            shape: LegendShape::Shut,
            perch: Perch::default(),
            insists: false,
            made_for: None,
            layout: None,
            stands_for: None,
            camera: None,
            choices: 0,
        }
    }
}

/// What the layout of a legend depends on, beside the scene.
#[derive(PartialEq)]
struct LegendFor {
    shape: LegendShape,
    also: Option<LegendSection>,
    pixels_per_point: f32,
    look: BoardLook,
    language: Language,
}

impl KeptLegend {
    /// It stands as there was room for.
    pub fn stand(&mut self, placed: &PlacedLegend) {
        (self.shape, self.perch) = (placed.shape, placed.perch);
    }

    /// Whether it is shut though it is wanted open, because the board needs the room.
    pub fn is_squeezed(&self) -> bool {
        self.shape == LegendShape::NoRoom && !self.insists
    }

    /// It opens over the board, or no longer does.
    pub fn insist(&mut self, insists: bool) {
        self.insists = insists;
    }

    /// Laid out as it stands, open or shut. `None` when there is nothing to explain.
    pub fn laid_out(
        &mut self,
        ctx: &Context,
        scene: &Scene,
        is_open: bool,
        also: Option<&LegendSection>,
        look: &BoardLook,
        texts: Texts,
    ) -> Option<Legend> {
        let shape = match (is_open, self.shape) {
            (false, _) => LegendShape::Shut,
            (true, LegendShape::Shut | LegendShape::NoRoom) if self.insists => LegendShape::Open {
                extent: LegendExtent::Colours,
                columns: 1,
                is_narrow: false,
            },
            (true, shape) => shape,
        };
        let wanted = LegendFor {
            shape,
            also: also.cloned(),
            pixels_per_point: ctx.pixels_per_point(),
            look: *look,
            language: texts.language,
        };
        // Where pieces stand says nothing about what they are.
        let will_do =
            |(stamp, made): &(SceneStamp, LegendFor)| stamp.is_same_build(scene.stamp) && *made == wanted;
        if !self.made_for.as_ref().is_some_and(will_do) {
            let layout = LegendLayout::new(&ScreenLetters(ctx), scene, shape, also, look, texts);
            self.layout = layout.map(Arc::new);
            self.made_for = Some((scene.stamp, wanted));
        }
        self.layout.clone().map(Legend)
    }

    /// Where it stands now: elsewhere when it covers less there, but not while the hand is at work or the view on its way.
    /// `card`: where that of the question is, on the board.
    pub fn place(
        &mut self,
        ui: &Ui,
        legend: &Legend,
        viewport: &Viewport,
        (scene, card): (&Scene, Option<Rect>),
    ) -> Rect {
        let before = self.camera.replace(viewport.camera);
        let wanted = |perch| StandsFor {
            stamp: scene.stamp,
            size: legend.size(),
            view: viewport.rect,
            camera: viewport.camera,
            perch,
        };
        if before.is_some_and(|before| before != viewport.camera) {
            // The next frame sees whether the view rests.
            ui.ctx().request_repaint();
        } else if !ui.input(|input| input.pointer.any_down())
            && !self
                .stands_for
                .is_some_and(|stands| stands.is_same(&wanted(self.perch)))
        {
            self.perch = choose_perch(self.perch, legend.size(), viewport, (scene, card));
            self.stands_for = Some(wanted(self.perch));
            self.choices += 1;
        }
        placed(self.perch, legend.size(), viewport.rect)
    }

    /// The part of the view beside the open legend; all of it when that would leave too little.
    pub fn free_view(&self, legend: &Legend, view: Rect) -> Rect {
        if !legend.0.is_open {
            return view;
        }
        let free = rect_of(self.perch.beside(legend.0.size, area_of(view)));
        let is_enough = free.width() > view.width() * 0.6 && free.height() > view.height() * 0.6;
        if is_enough { free } else { view }
    }
}

fn placed(perch: Perch, size: Vec2, view: Rect) -> Rect {
    rect_of(perch.place((size.x, size.y), area_of(view)))
}

/// Stays where it is unless it covers pieces and could stand where it covers fewer.
fn choose_perch(now: Perch, size: Vec2, viewport: &Viewport, (scene, card): (&Scene, Option<Rect>)) -> Perch {
    let covered = |perch: Perch| {
        let rect = placed(perch, size, viewport.rect);
        let area = Rect::from_min_max(
            viewport.board_from_screen(rect.min),
            viewport.board_from_screen(rect.max),
        );
        let pieces = scene.pieces.iter();
        let card = card.filter(|card| card.intersects(area));
        pieces.filter(|piece| piece_rect(piece).intersects(area)).count() + usize::from(card.is_some())
    };
    let here = covered(now);
    if here == 0 {
        return now;
    }
    Perch::all()
        .map(|perch| (covered(perch), perch))
        .min_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count < here)
        .map_or(now, |(_, perch)| perch)
}

/// The legend laid out.
pub struct Legend(Arc<LegendLayout>);

impl Legend {
    fn size(&self) -> Vec2 {
        self.0.size.into()
    }

    /// Size of its letters, in points.
    pub fn letters(&self) -> f32 {
        self.0.letters()
    }
}

/// Draws the legend, open or as one line, in `rect`. Returns whether it was asked to open or close.
pub fn legend_ui(
    ui: &mut Ui,
    viewport: &Viewport,
    scene: &Scene,
    legend: Legend,
    (rect, also): (Rect, Option<&LegendSection>),
    look: &BoardLook,
    texts: Texts,
) -> bool {
    let layout = &*legend.0;
    let painter = ui.painter().with_clip_rect(viewport.rect);
    // What lies under the legend is not to be clicked through it.
    let pane = ui.interact(rect, ui.id().with("legend"), Sense::click_and_drag());
    pane.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(scene, also, texts)));
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), layout.head()));
    let toggle = ui.interact(head, ui.id().with("legend-toggle"), Sense::click());
    let key = if layout.is_open {
        "legend-close"
    } else {
        "legend-open"
    };
    toggle.widget_info(|| WidgetInfo::labeled(WidgetType::Button, true, texts.t(key)));
    let is_lit = toggle.hovered() || toggle.has_focus();
    let mut pen = ScreenPen::new(ui.ctx());
    layout.draw(&mut pen, rect.min.into(), is_lit, look);
    draw_chevron(&mut pen, head, layout, is_lit, look);
    painter.extend(pen.into_shapes());
    toggle.clicked()
}

/// The whole legend in words.
fn spoken(scene: &Scene, also: Option<&LegendSection>, texts: Texts) -> String {
    let section = |section: &LegendSection| {
        let words = section.entries.iter().map(|entry| entry.caption.text(texts));
        let words = words.collect::<Vec<_>>().join(", ");
        match &*section.heading.text(texts) {
            "" => words,
            heading => format!("{heading}: {words}"),
        }
    };
    let sections: Vec<String> = also.into_iter().chain(&scene.legend).map(section).collect();
    format!("{}. {}", texts.t("legend"), sections.join(". "))
}

/// At the right of the head: down when there is something to fold away.
fn draw_chevron(pen: &mut ScreenPen<'_>, head: Rect, layout: &LegendLayout, is_lit: bool, look: &BoardLook) {
    let (row, padding) = (layout.sizes.row, layout.sizes.padding);
    let centre = Xy::new(head.right() - padding - row * 0.2, head.center().y);
    let high = if layout.is_open { row * 0.1 } else { -row * 0.1 };
    let corners = [
        centre + Xy::new(-row * 0.2, -high),
        centre + Xy::new(0.0, high),
        centre + Xy::new(row * 0.2, -high),
    ];
    let tone = if is_lit {
        look.palette.selection
    } else {
        look.palette.ink
    };
    pen.stroke(&corners, 1.8, tone);
}
