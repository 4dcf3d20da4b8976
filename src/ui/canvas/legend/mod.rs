//! The legend in a corner of the board.

mod corner;

use std::sync::Arc;

use egui::{Context, Rect, Sense, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use super::camera::Viewport;
use crate::i18n::Texts;
use crate::model::Language;
use crate::scene::geometry::Xy;
use crate::scene::marks::{BoardLook, LegendLayout, Pen};
use crate::scene::{LegendSection, Scene, SceneStamp};
use crate::ui::ink::{ScreenLetters, ScreenPen};
pub use corner::Corner;
use corner::choose_corner;

/// Distance to the edge of the view.
const MARGIN: f32 = 12.0;

/// The legend as it was laid out last: its letters are measured again only when something about it changed.
#[derive(Default)]
pub struct KeptLegend {
    made_for: Option<(SceneStamp, LegendFor)>,
    layout: Option<Arc<LegendLayout>>,
}

/// What the layout of a legend depends on, beside the scene.
#[derive(PartialEq)]
struct LegendFor {
    is_open: bool,
    room: Vec2,
    pixels_per_point: f32,
    look: BoardLook,
    language: Language,
}

impl KeptLegend {
    /// `None` when there is nothing to explain.
    pub fn laid_out(
        &mut self,
        ctx: &Context,
        scene: &Scene,
        is_open: bool,
        view: Rect,
        look: &BoardLook,
        texts: Texts,
    ) -> Option<Legend> {
        let wanted = LegendFor {
            is_open,
            room: view.size(),
            pixels_per_point: ctx.pixels_per_point(),
            look: *look,
            language: texts.language,
        };
        // Where pieces stand says nothing about what they are.
        let will_do =
            |(stamp, made): &(SceneStamp, LegendFor)| stamp.is_same_build(scene.stamp) && *made == wanted;
        if !self.made_for.as_ref().is_some_and(will_do) {
            let room = view.size().into();
            let layout = LegendLayout::new(&ScreenLetters(ctx), scene, is_open, room, look, texts);
            self.layout = layout.map(Arc::new);
            self.made_for = Some((scene.stamp, wanted));
        }
        self.layout.clone().map(Legend)
    }
}

/// The legend laid out, before its place is chosen: what is fitted into the view keeps clear of it.
pub struct Legend(Arc<LegendLayout>);

impl Legend {
    fn size(&self) -> Vec2 {
        self.0.size.into()
    }

    /// Where it stands now: in another corner when it covers less there, but not while the hand is at work.
    pub fn place(&self, ui: &Ui, viewport: &Viewport, scene: &Scene, corner: &mut Corner) -> Rect {
        if !ui.input(|input| input.pointer.any_down()) {
            *corner = choose_corner(*corner, self.size(), viewport, scene);
        }
        corner.place(self.size(), viewport.rect)
    }

    /// The part of the view beside the open legend; all of it when that would leave too little.
    pub fn free_view(&self, corner: Corner, view: Rect) -> Rect {
        let taken = self.size().x + MARGIN;
        if !self.0.is_open || taken > view.width() * 0.4 {
            return view;
        }
        match corner {
            Corner::BottomLeft | Corner::TopLeft => view.with_min_x(view.left() + taken),
            Corner::BottomRight | Corner::TopRight => view.with_max_x(view.right() - taken),
        }
    }
}

/// Draws the legend, open or as one line, in `rect`. Returns whether it was asked to open or close.
pub fn legend_ui(
    ui: &mut Ui,
    viewport: &Viewport,
    scene: &Scene,
    legend: Legend,
    rect: Rect,
    look: &BoardLook,
    texts: Texts,
) -> bool {
    let (layout, sizes) = (&*legend.0, legend.0.sizes);
    let painter = ui.painter().with_clip_rect(viewport.rect);
    // What lies under the legend is not to be clicked through it.
    let pane = ui.interact(rect, ui.id().with("legend"), Sense::click_and_drag());
    pane.widget_info(|| WidgetInfo::labeled(WidgetType::Label, true, spoken(scene, texts)));
    let head = Rect::from_min_size(rect.min, vec2(rect.width(), sizes.head()));
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
fn spoken(scene: &Scene, texts: Texts) -> String {
    let section = |section: &LegendSection| {
        let words = section.entries.iter().map(|entry| entry.caption.text(texts));
        let words = words.collect::<Vec<_>>().join(", ");
        format!("{}: {words}", section.heading.text(texts))
    };
    let sections: Vec<String> = scene.legend.iter().map(section).collect();
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
