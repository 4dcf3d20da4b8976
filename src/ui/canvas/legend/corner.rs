//! Where the legend stands: where it covers least.

use egui::{Rect, Vec2, pos2};

use super::MARGIN;
use crate::scene::Scene;
use crate::ui::canvas::camera::Viewport;
use crate::ui::canvas::geometry;

/// Where the legend stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Corner {
    #[default]
    BottomLeft,
    BottomRight,
    TopRight,
    TopLeft,
}

impl Corner {
    const ALL: [Self; 4] = [Self::BottomLeft, Self::BottomRight, Self::TopRight, Self::TopLeft];

    pub(super) fn place(self, size: Vec2, view: Rect) -> Rect {
        let view = view.shrink(MARGIN);
        let left = match self {
            Self::BottomLeft | Self::TopLeft => view.left(),
            Self::BottomRight | Self::TopRight => view.right() - size.x,
        };
        let top = match self {
            Self::TopLeft | Self::TopRight => view.top(),
            Self::BottomLeft | Self::BottomRight => view.bottom() - size.y,
        };
        Rect::from_min_size(pos2(left, top), size)
    }
}

/// Stays where it is unless it covers pieces and could stand where it covers fewer.
pub(super) fn choose_corner(now: Corner, size: Vec2, viewport: &Viewport, scene: &Scene) -> Corner {
    let covered = |corner: Corner| {
        let rect = corner.place(size, viewport.rect);
        let area = Rect::from_min_max(
            viewport.board_from_screen(rect.min),
            viewport.board_from_screen(rect.max),
        );
        let pieces = scene.pieces.iter();
        let issue = scene
            .issue
            .iter()
            .filter(|issue| geometry::issue_rect(issue).intersects(area));
        pieces
            .filter(|piece| geometry::piece_rect(piece).intersects(area))
            .count()
            + issue.count()
    };
    let here = covered(now);
    if here == 0 {
        return now;
    }
    Corner::ALL
        .into_iter()
        .map(|corner| (covered(corner), corner))
        .min_by_key(|(count, _)| *count)
        .filter(|(count, _)| *count < here)
        .map_or(now, |(_, corner)| corner)
}
