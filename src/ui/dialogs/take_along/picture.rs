use egui::{Color32, Context, Id, Rect, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, WidgetType, vec2};

use super::{halves_ui, hidden_text};
use crate::command::FileRequest;
use crate::desk::PathPurpose;
use crate::takeaway::{
    LetterForm, PictureKind, PictureScope, PictureSettings, PictureSize, PictureTheme, SLIDE,
};
use crate::ui::widgets::{
    Choice, ChoiceField, Picked, SharedValue, plain_choice_ui, remark_ui, row_ui, switch_ui,
};
use crate::ui::{FrameContext, Intents};

/// What a preview is made for before there is a window to show it in, in pixels.
const USUAL_ROOM: Vec2 = vec2(800.0, 600.0);
/// The room of a preview is rounded to so many pixels: not every step of a growing window is a new picture.
const STEP: f32 = 16.0;
/// Side of the squares that show through a transparent picture.
const SQUARE: f32 = 8.0;

/// How many pixels the preview has room for.
pub fn preview_room(ctx: &Context) -> Vec2 {
    ctx.data(|data| data.get_temp(room_id())).unwrap_or(USUAL_ROOM)
}

fn room_id() -> Id {
    Id::new("picture-preview-room")
}

pub fn picture_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut PictureSettings, out: &mut Intents) {
    let before = *chosen;
    halves_ui(
        ui,
        context,
        out,
        |ui| choices_ui(ui, context, chosen),
        |ui, room| preview_ui(ui, context, &before, room),
        |ui, out| actions_ui(ui, context, &before, out),
    );
}

fn choices_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &mut PictureSettings) {
    let t = |key: &str| context.t(key);
    row_ui(ui, &t("take-kind"), |ui, _| {
        let kinds = PictureKind::ALL.map(|kind| {
            let key = format!("take-kind-{}", kind.endings()[0]);
            (kind, t(&key), t(&format!("{key}-hint")))
        });
        if let Some(kind) = switch_ui(ui, SharedValue::Same(chosen.kind), &kinds) {
            chosen.kind = kind;
        }
    });
    row_ui(ui, &t("take-scope"), |ui, _| {
        let scopes = PictureScope::ALL.map(|scope| {
            let text = t(match scope {
                PictureScope::Board => "take-scope-board",
                PictureScope::Selection => "take-scope-selection",
                PictureScope::InSight => "take-scope-in-sight",
            });
            (scope, text.clone(), text)
        });
        if let Some(scope) = switch_ui(ui, SharedValue::Same(chosen.scope), &scopes) {
            chosen.scope = scope;
        }
    });
    row_ui(ui, &t("take-size"), |ui, label| {
        size_ui(ui, context, label, chosen);
    });
    if chosen.kind == PictureKind::Png {
        row_ui(ui, &t("take-scale"), |ui, _| {
            let scales = [1, 2, 3, 4].map(|count: u8| {
                let values = [("count", u32::from(count).into())];
                let with = |key| context.texts.with(key, &values);
                (count, with("take-scale-times"), with("take-scale-times-hint"))
            });
            if let Some(scale) = switch_ui(ui, SharedValue::Same(chosen.scale), &scales) {
                chosen.scale = scale;
            }
        });
    }
    row_ui(ui, &t("take-theme"), |ui, _| {
        let themes = PictureTheme::ALL.map(|theme| {
            let text = t(&format!("take-theme-{}", theme.name()));
            (theme, text.clone(), text)
        });
        if let Some(theme) = switch_ui(ui, SharedValue::Same(chosen.theme), &themes) {
            chosen.theme = theme;
        }
    });
    row_ui(ui, &t("take-with"), |ui, _| {
        ui.checkbox(&mut chosen.has_question, t("take-with-question"));
        ui.checkbox(&mut chosen.has_legend, t("take-with-legend"));
        ui.checkbox(&mut chosen.has_footer, t("take-with-footer"))
            .on_hover_text(t("take-with-footer-hint"));
    });
    if chosen.kind == PictureKind::Png {
        ui.checkbox(&mut chosen.is_transparent, t("take-transparent"));
    }
    if chosen.kind == PictureKind::Svg {
        let mut are_shapes = chosen.letters == LetterForm::Outlines;
        ui.checkbox(&mut are_shapes, t("take-letters"))
            .on_hover_text(t("take-letters-hint"));
        chosen.letters = match are_shapes {
            true => LetterForm::Outlines,
            false => LetterForm::Text,
        };
    }
    ui.add_space(8.0);
    if let Some((wide, high)) = chosen.pixels().filter(|_| chosen.kind == PictureKind::Png) {
        let values = [
            ("wide", plain(wide as f32).into()),
            ("high", plain(high as f32).into()),
        ];
        remark_ui(ui, &context.texts.with("take-png-pixels", &values));
    }
    if let Some(text) = hidden_text(context, "take-hidden") {
        remark_ui(ui, &text);
    }
}

/// As in the name of a size: no signs between thousands.
fn plain(side: f32) -> String {
    format!("{side}")
}

fn size_ui(ui: &mut Ui, context: &FrameContext<'_>, label: Id, chosen: &mut PictureSettings) {
    let kind = chosen.kind;
    let current = chosen.size_of(kind).name();
    let text = size_text(context, &current);
    let field = ChoiceField {
        width: 200.0,
        ..ChoiceField::new(Id::new("take-size"), label)
    };
    let picked = plain_choice_ui(
        ui,
        context.texts,
        &field,
        &SharedValue::Same(current),
        &text,
        || {
            let sizes = chosen.sizes(kind).into_iter();
            sizes
                .map(|name| Choice::new(name.clone(), size_text(context, &name)))
                .collect()
        },
    );
    if let Some(Picked::Value(name)) = picked
        && let Some(size) = PictureSize::parse(&name)
    {
        *chosen = chosen.sized(kind, size);
    }
}

fn size_text(context: &FrameContext<'_>, name: &str) -> String {
    let key = if name == SLIDE {
        "take-size-slide"
    } else {
        "take-size-pixels"
    };
    match name.split_once('x') {
        Some((wide, high)) => {
            let values = [("wide", wide.to_owned().into()), ("high", high.to_owned().into())];
            context.texts.with(key, &values)
        }
        None => context
            .texts
            .with("take-size-sheet", &[("name", name.to_owned().into())]),
    }
}

fn preview_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &PictureSettings, room: Vec2) {
    let preview = &context.program.preview;
    let (area, response) = ui.allocate_exact_size(room, Sense::hover());
    let pixels = (room * ui.ctx().pixels_per_point() / STEP).floor() * STEP;
    ui.data_mut(|data| data.insert_temp(room_id(), pixels.max(Vec2::splat(STEP))));
    let said = match (&preview.refusal, preview.texture) {
        (Some(refusal), _) => refusal.clone(),
        (None, Some(_)) => {
            let values = [("said", preview.said.clone().into())];
            context.texts.with("take-preview", &values)
        }
        (None, None) => context.t("take-preview-under-way"),
    };
    response.widget_info(|| WidgetInfo::labeled(WidgetType::Image, true, &said));
    match (preview.texture, &preview.refusal) {
        (Some((texture, size)), None) => {
            let share = (area.width() / size.x).min(area.height() / size.y);
            let place = Rect::from_center_size(area.center(), size * share);
            if chosen.kind == PictureKind::Png && chosen.is_transparent {
                squares(ui, place);
            }
            let whole = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(1.0, 1.0));
            ui.painter().image(texture, place, whole, Color32::WHITE);
            let edge = Stroke::new(1.0, ui.visuals().widgets.noninteractive.bg_stroke.color);
            ui.painter().rect_stroke(place, 0.0, edge, StrokeKind::Outside);
        }
        _ => {
            let inner = area.shrink(area.width().min(area.height()) * 0.1);
            ui.put(inner, egui::Label::new(said).wrap());
        }
    }
    if preview.is_under_way {
        let corner = Rect::from_min_size(area.right_bottom() - Vec2::splat(30.0), Vec2::splat(24.0));
        ui.put(corner, egui::Spinner::new());
    }
}

/// What is seen through a picture with nothing under it.
fn squares(ui: &Ui, place: Rect) {
    let painter = ui.painter().with_clip_rect(place);
    painter.rect_filled(place, 0.0, Color32::from_gray(250));
    let (columns, rows) = (
        (place.width() / SQUARE).ceil() as u32,
        (place.height() / SQUARE).ceil() as u32,
    );
    for row in 0..rows {
        for column in (row % 2..columns).step_by(2) {
            let corner = place.min + vec2(column as f32, row as f32) * SQUARE;
            let square = Rect::from_min_size(corner, Vec2::splat(SQUARE));
            painter.rect_filled(square, 0.0, Color32::from_gray(215));
        }
    }
}

fn actions_ui(ui: &mut Ui, context: &FrameContext<'_>, chosen: &PictureSettings, out: &mut Intents) {
    let kind = context.t(&format!("take-kind-{}", chosen.kind.endings()[0]));
    let save = context.texts.with("take-save", &[("kind", kind.into())]);
    let can = context.program.preview.refusal.is_none();
    let actions = [
        (save, FileRequest::Choose(PathPurpose::ExportPicture(chosen.kind))),
        (context.t("take-copy"), FileRequest::CopyPicture),
        (context.t("take-print"), FileRequest::Print),
    ];
    for (text, request) in actions {
        if ui.add_enabled(can, egui::Button::new(text)).clicked() {
            out.push(request);
        }
    }
}
