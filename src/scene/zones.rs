//! The parts of a background.

use super::colour::legible;
use super::{Caption, Palette, ThemeKind, Zone};
use crate::model::{Background, Constellation};

/// Left, top, right and bottom of every zone of the chosen background; rings from the outside in.
pub fn zone_areas(constellation: &Constellation) -> Vec<[f32; 4]> {
    let zones = zones(constellation, &Palette::of(ThemeKind::Light));
    zones.into_iter().map(|zone| zone.rect).collect()
}

/// The zones of the chosen background, in the order of drawing. Rings are given by the square around them.
pub(super) fn zones(constellation: &Constellation, palette: &Palette) -> Vec<Zone> {
    match constellation.board.background {
        Background::Empty | Background::Picture => Vec::new(),
        Background::Rings => rings(constellation),
        Background::Quadrants => quadrants(constellation),
        Background::SectorFields => sector_fields(constellation, palette),
        Background::LevelBands => level_bands(constellation),
    }
}

/// From the outside in, so that the inner ring is drawn over the outer ones.
fn rings(constellation: &Constellation) -> Vec<Zone> {
    let board = &constellation.board;
    let centre = board.issue_pos.unwrap_or_default();
    let (x, y) = (centre.x as f32, centre.y as f32);
    let outer = board.width.min(board.height) as f32 / 2.0 * 0.94;
    [
        ("zone-ring-outer", 1.0),
        ("zone-ring-middle", 0.68),
        ("zone-ring-inner", 0.36),
    ]
    .into_iter()
    .map(|(key, share)| {
        let radius = outer * share;
        Zone {
            rect: [x - radius, y - radius, x + radius, y + radius],
            label: Caption::Key(key),
            tint: None,
        }
    })
    .collect()
}

/// Results above, conditions below; from government on the left to society on the right.
fn quadrants(constellation: &Constellation) -> Vec<Zone> {
    grid(constellation, 2, 2)
        .into_iter()
        .zip([
            "zone-performing",
            "zone-networking",
            "zone-lawful",
            "zone-responsive",
        ])
        .map(|(rect, key)| Zone {
            rect,
            label: Caption::Key(key),
            tint: None,
        })
        .collect()
}

fn sector_fields(constellation: &Constellation, palette: &Palette) -> Vec<Zone> {
    let sectors = &constellation.vocabulary.sectors;
    let columns = (sectors.len() as f32).sqrt().ceil().max(1.0) as usize;
    let rows = sectors.len().div_ceil(columns);
    grid(constellation, columns, rows)
        .into_iter()
        .zip(sectors)
        .map(|(rect, sector)| Zone {
            rect,
            label: Caption::of_words(&sector.label),
            tint: Some(legible(sector.colour, palette.board)),
        })
        .collect()
}

/// The largest level at the top.
fn level_bands(constellation: &Constellation) -> Vec<Zone> {
    let levels = &constellation.vocabulary.levels;
    grid(constellation, 1, levels.len())
        .into_iter()
        .zip(levels.iter().rev())
        .map(|(rect, level)| Zone {
            rect,
            label: Caption::of_words(&level.label),
            tint: None,
        })
        .collect()
}

/// The board in equal parts, row by row.
fn grid(constellation: &Constellation, columns: usize, rows: usize) -> Vec<[f32; 4]> {
    let (width, height) = (
        constellation.board.width as f32,
        constellation.board.height as f32,
    );
    let (wide, high) = (width / columns.max(1) as f32, height / rows.max(1) as f32);
    (0..rows)
        .flat_map(|row| (0..columns).map(move |column| (row, column)))
        .map(|(row, column)| {
            let left = -width / 2.0 + wide * column as f32;
            let top = -height / 2.0 + high * row as f32;
            [left, top, left + wide, top + high]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;
    use crate::scene::ThemeKind;

    #[test]
    fn every_word_has_its_field_within_the_board_and_none_overlap() {
        let mut constellation = Constellation::new(Language::Nl);
        let palette = Palette::of(ThemeKind::Light);
        for (background, count) in [
            (Background::SectorFields, 4),
            (Background::LevelBands, 6),
            (Background::Quadrants, 4),
        ] {
            constellation.board.background = background;
            let zones = zones(&constellation, &palette);
            assert_eq!(zones.len(), count);
            for (at, one) in zones.iter().enumerate() {
                let [left, top, right, bottom] = one.rect;
                assert!(left >= -800.1 && right <= 800.1 && top >= -500.1 && bottom <= 500.1);
                for other in &zones[at + 1..] {
                    let [l, t, r, b] = other.rect;
                    let apart = r <= left + 0.1 || l >= right - 0.1 || b <= top + 0.1 || t >= bottom - 0.1;
                    assert!(apart, "{one:?} {other:?}");
                }
            }
        }
    }
}
