//! Notices: what the program tells without being asked, beside all that is on the board, or where it hides the least.

use egui::{
    Align, Align2, Area, Frame, Id, Layout, Order, Pos2, Rect, RichText, TextStyle, TextWrapMode, Ui, Vec2,
};
use egui::{WidgetText, pos2, vec2};
use egui_phosphor::regular as icon;

use crate::command::ProgramRequest;
use crate::desk::Screen;
use crate::lens::Camera;
use crate::ui::keys;
use crate::ui::{FrameContext, Intents, NoticeView, Severity};

/// Around the notices, in points, and between them and what they must not hide.
const MARGIN: f32 = 12.0;
const CLEAR: f32 = 3.0;
/// Within a notice.
const PADDING: i8 = 12;
const SIGN: f32 = 19.0;
/// How wide they are at most; narrower where that has room and this has none.
const WIDTHS: [f32; 4] = [620.0, 440.0, 330.0, 250.0];
/// From one place that is tried to the next.
const STEP: f32 = 16.0;
/// With more than this on the board only the edges are tried.
const MANY: usize = 2000;

/// What is on the screen for notices to lie beside.
pub struct BesideNotices<'a> {
    /// Whether the board rests: nothing on it is on its way elsewhere.
    pub rests: bool,
    /// How many names it has.
    pub names: usize,
    /// Pieces, names, the card with the question and the legend.
    pub things: &'a dyn Fn() -> Vec<Rect>,
}

/// What a place was chosen for.
#[derive(Clone, PartialEq)]
struct ChosenFor {
    room: Rect,
    camera: Camera,
    /// Of the document, with what is selected.
    revision: u64,
    names: usize,
    /// As large as they were drawn.
    size: Option<Vec2>,
}

#[derive(Clone)]
struct Chosen {
    ids: Vec<u64>,
    chosen_for: ChosenFor,
    place: Pos2,
    width: f32,
}

/// On the board where they hide no piece and no name, the middle of its upper edge first; or at the foot of the start
/// screen. The board itself does not move for them, and what there is no room for is scrolled to.
pub fn notices_ui(ui: &Ui, context: &FrameContext<'_>, beside: &BesideNotices<'_>, out: &mut Intents) {
    if context.program.notices.is_empty() {
        return;
    }
    let id = Id::new("notices");
    let board = keys::board(ui.ctx()).filter(|_| context.desk.screen == Screen::Board);
    let board = board.and_then(|board| ui.ctx().read_response(board));
    let room = board
        .as_ref()
        .map_or_else(|| ui.ctx().content_rect(), |board| board.rect)
        .shrink(MARGIN);
    let (place, pivot, width) = match board {
        Some(_) => {
            let (place, width) = on_board(ui, context, beside, room, id);
            (place, Align2::LEFT_TOP, width)
        }
        None => {
            let width = (room.width() - 3.0 * MARGIN).clamp(220.0, WIDTHS[0]);
            (room.center_bottom(), Align2::CENTER_BOTTOM, width)
        }
    };
    Area::new(id)
        .fixed_pos(place)
        .pivot(pivot)
        .order(Order::Foreground)
        .show(ui.ctx(), |ui| {
            egui::ScrollArea::vertical()
                .max_height(room.height())
                .show(ui, |ui| {
                    for notice in &context.program.notices {
                        frame(ui).show(ui, |ui| {
                            ui.set_width(width);
                            notice_ui(ui, context, notice, out);
                        });
                    }
                });
        });
}

fn frame(ui: &Ui) -> Frame {
    Frame::popup(ui.style()).inner_margin(PADDING)
}

/// Where they stand and how wide they are: where they stood, unless something came under them.
fn on_board(
    ui: &Ui,
    context: &FrameContext<'_>,
    beside: &BesideNotices<'_>,
    room: Rect,
    area: Id,
) -> (Pos2, f32) {
    let ids: Vec<u64> = context.program.notices.iter().map(|notice| notice.id).collect();
    let key = Id::new("place-of-notices");
    let chosen: Option<Chosen> = ui.data(|data| data.get_temp(key));
    let chosen = chosen.filter(|chosen| chosen.ids == ids);
    let drawn = egui::AreaState::load(ui.ctx(), area).and_then(|state| state.size);
    let chosen_for = ChosenFor {
        room,
        camera: context.lens.camera,
        revision: context.document.revision().content,
        names: beside.names,
        size: drawn.filter(|_| chosen.is_some()),
    };
    let is_in_hand = !beside.rests || ui.input(|input| input.pointer.any_down());
    if let Some(chosen) = &chosen
        && (is_in_hand || chosen.chosen_for == chosen_for)
    {
        return (chosen.place, chosen.width);
    }
    let things = (beside.things)();
    let stays = chosen.filter(|chosen| {
        let size = drawn.unwrap_or_default();
        hidden(&things, Rect::from_min_size(chosen.place, size)) == 0.0
            && room.expand(1.0).contains(chosen.place)
    });
    let (place, width) = match stays {
        Some(chosen) => (chosen.place, chosen.width),
        None => free_place(ui, context, room, &things),
    };
    let chosen = Chosen {
        ids,
        chosen_for,
        place,
        width,
    };
    ui.data_mut(|data| data.insert_temp(key, chosen));
    (place, width)
}

/// The first place that hides nothing, or the one that hides the least; and how wide the notices are there.
fn free_place(ui: &Ui, context: &FrameContext<'_>, room: Rect, things: &[Rect]) -> (Pos2, f32) {
    let border = frame(ui).total_margin().sum();
    let needed = context.program.notices.iter();
    let needed = needed.map(|notice| needed_width(ui, notice)).fold(0.0, f32::max);
    let most = (room.width() - border.x).max(WIDTHS[3]);
    let mut least: Option<(f32, Pos2, f32)> = None;
    for width in WIDTHS.map(|width| width.min(needed).min(most)) {
        let size = size_at(ui, context, width).min(room.size());
        for place in places(room, size, things.len()) {
            let hides = hidden(things, Rect::from_min_size(place, size));
            if least.is_none_or(|(of_least, _, _)| hides < of_least) {
                least = Some((hides, place, width));
            }
            if hides == 0.0 {
                return (place, width);
            }
        }
    }
    least.map_or((room.min, most), |(_, place, width)| (place, width))
}

/// The middle of the upper edge, of the lower one, the corners, and then all others from above.
fn places(room: Rect, size: Vec2, things: usize) -> impl Iterator<Item = Pos2> {
    let slack = (room.size() - size).max(Vec2::ZERO);
    let at = move |right: f32, down: f32| room.min + vec2(slack.x * right, slack.y * down);
    let edges = [
        (0.5, 0.0),
        (0.5, 1.0),
        (0.0, 0.0),
        (1.0, 0.0),
        (0.0, 1.0),
        (1.0, 1.0),
    ];
    let edges = edges.into_iter().map(move |(right, down)| at(right, down));
    let (across, down) = match things {
        0..=MANY => ((slack.x / STEP) as usize, (slack.y / STEP) as usize),
        _ => (0, 0),
    };
    let between = (0..=down).flat_map(move |row| {
        let columns = 0..=across;
        columns.map(move |column| pos2(column as f32, row as f32))
    });
    edges.chain(between.map(move |place| room.min + place.to_vec2() * STEP))
}

/// How much of what there is lies under a rectangle, in square points.
fn hidden(things: &[Rect], rect: Rect) -> f32 {
    let around = rect.expand(CLEAR);
    let under = things.iter().map(|thing| thing.intersect(around));
    under.filter(Rect::is_positive).map(|part| part.area()).sum()
}

/// How wide the inside of a notice is with its text on one line.
fn needed_width(ui: &Ui, notice: &NoticeView) -> f32 {
    let text = laid_out(ui, &notice.text, f32::INFINITY).x;
    (text + beside_text(ui, notice) + 2.0).max(160.0)
}

/// Sign, button and cross, with what is between.
fn beside_text(ui: &Ui, notice: &NoticeView) -> f32 {
    let spacing = ui.spacing();
    let button = |text: &str| laid_out(ui, text, f32::INFINITY).x + 2.0 * spacing.button_padding.x;
    let action = notice.action.as_ref();
    let action = action.map_or(0.0, |action| button(&action.label) + spacing.item_spacing.x);
    SIGN + button(icon::X) + 2.0 * spacing.item_spacing.x + action
}

/// How large all of them are at a width of their insides.
fn size_at(ui: &Ui, context: &FrameContext<'_>, width: f32) -> Vec2 {
    let border = frame(ui).total_margin().sum();
    let (spacing, notices) = (ui.spacing(), &context.program.notices);
    let high = notices.iter().map(|notice| {
        let text = laid_out(ui, &notice.text, width - beside_text(ui, notice)).y;
        text.max(spacing.interact_size.y).max(SIGN * 1.4) + border.y
    });
    let between = spacing.item_spacing.y * notices.len().saturating_sub(1) as f32;
    // A little more: what is laid out is rounded.
    vec2(width + border.x, high.sum::<f32>() + between + 2.0)
}

fn laid_out(ui: &Ui, text: &str, width: f32) -> Vec2 {
    let text = WidgetText::from(text);
    let galley = text.into_galley(ui, Some(TextWrapMode::Wrap), width, TextStyle::Body);
    galley.size()
}

fn notice_ui(ui: &mut Ui, context: &FrameContext<'_>, notice: &NoticeView, out: &mut Intents) {
    let symbol = match notice.severity {
        Severity::Info => icon::INFO,
        Severity::Warning => icon::WARNING,
        Severity::Error => icon::WARNING_OCTAGON,
    };
    ui.horizontal(|ui| {
        ui.label(RichText::new(symbol).size(SIGN));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let hint = context.t("notice-dismiss");
            let close = ui.button(icon::X);
            close.widget_info(|| egui::WidgetInfo::labeled(egui::WidgetType::Button, true, &hint));
            if close.on_hover_text(hint).clicked() {
                out.push(ProgramRequest::DismissNotice(notice.id));
            }
            if let Some(action) = &notice.action
                && ui.button(&action.label).clicked()
            {
                out.extend(action.intents.iter().cloned());
                out.push(ProgramRequest::DismissNotice(notice.id));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(egui::Label::new(&notice.text).wrap());
            });
        });
    });
}
