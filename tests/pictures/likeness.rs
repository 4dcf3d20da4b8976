//! Whether two pictures of one board show the same to an eye.

use std::collections::HashMap;

use image::RgbaImage;

/// Differences of colour (CIE 1976 Delta E) up to this are none to an eye.
const SAME: f32 = 5.0;
/// Pixels beside each other of which so many may differ: an edge that two painters soften in their own way. More of
/// them are something that is there in one picture and not in the other.
pub const MOST_IN_A_SPOT: usize = 9;
/// Of these so many have other ink around them: else it is an edge all the same, over another.
const LEAST_CORE: usize = 3;
/// Of all pixels together, one in so many.
pub const ONE_IN: usize = 1000;
/// Pixels that are no further apart belong to one spot.
const APART: usize = 2;

/// Left, top, right, bottom.
pub type Area = [f32; 4];

type Lab = [f32; 3];

/// Where two pictures differ.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Unlike {
    /// Pixels that were compared.
    pub compared: usize,
    pub pixels: usize,
    /// The middle of each spot that is too large, and of how many pixels it is.
    pub spots: Vec<((u32, u32), usize)>,
}

impl Unlike {
    pub fn is_like(&self) -> bool {
        self.spots.is_empty() && self.pixels * ONE_IN <= self.compared
    }
}

/// A picture in colours as an eye tells them apart.
struct Seen<'a> {
    image: &'a RgbaImage,
    wide: usize,
    high: usize,
    colours: Vec<Lab>,
}

impl<'a> Seen<'a> {
    fn new(image: &'a RgbaImage) -> Self {
        let mut known: HashMap<[u8; 3], Lab> = HashMap::new();
        let mut lab = |[red, green, blue, _]: [u8; 4]| {
            let tone = [red, green, blue];
            *known.entry(tone).or_insert_with(|| lab_of(tone))
        };
        Self {
            image,
            wide: image.width() as usize,
            high: image.height() as usize,
            colours: image.pixels().map(|pixel| lab(pixel.0)).collect(),
        }
    }

    fn at(&self, x: usize, y: usize) -> Lab {
        self.colours[y * self.wide + x]
    }

    /// From the least to the greatest of each part of the colours on and beside a place.
    fn around(&self, x: usize, y: usize) -> [Lab; 2] {
        let mut range = [[f32::INFINITY; 3], [f32::NEG_INFINITY; 3]];
        for y in y.saturating_sub(1)..(y + 2).min(self.high) {
            for x in x.saturating_sub(1)..(x + 2).min(self.wide) {
                for (part, value) in self.at(x, y).into_iter().enumerate() {
                    range[0][part] = range[0][part].min(value);
                    range[1][part] = range[1][part].max(value);
                }
            }
        }
        range
    }

    /// The mean of what is on and beside a place: the same however an edge there is softened.
    fn mean(&self, x: usize, y: usize) -> Lab {
        let (mut sum, mut count) = ([0u32; 3], 0);
        for y in y.saturating_sub(1)..(y + 2).min(self.high) {
            for x in x.saturating_sub(1)..(x + 2).min(self.wide) {
                let tone = self.image.get_pixel(x as u32, y as u32).0;
                for (sum, part) in sum.iter_mut().zip(tone) {
                    *sum += u32::from(part);
                }
                count += 1;
            }
        }
        lab_of(sum.map(|part| ((part + count / 2) / count) as u8))
    }

    /// Whether a colour is there, or between those that are: the edge between them may run a little elsewhere.
    fn has(&self, colour: Lab, x: usize, y: usize) -> bool {
        let [least, most] = self.around(x, y);
        let beyond = |part: usize| {
            (least[part] - colour[part])
                .max(colour[part] - most[part])
                .max(0.0)
        };
        (0..3).map(|part| beyond(part).powi(2)).sum::<f32>().sqrt() <= SAME
    }
}

/// CIE L*a*b* of an sRGB colour, white of D65.
fn lab_of(tone: [u8; 3]) -> Lab {
    let [red, green, blue] = tone.map(|part| {
        let part = f32::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    let x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505;
    let y = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    let z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089;
    let [x, y, z] = [x, y, z].map(|part| {
        if part > 0.008_856 {
            part.cbrt()
        } else {
            7.787 * part + 16.0 / 116.0
        }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}

/// Whether two pictures differ at a place: the colour of one is not in the other on its place or beside it, nor between
/// the colours that are.
fn is_unlike(seen: &Seen<'_>, beside: &Seen<'_>, x: usize, y: usize) -> bool {
    let (here, there) = (seen.at(x, y), beside.at(x, y));
    here != there && !(beside.has(here, x, y) && seen.has(there, x, y))
}

/// Whether on and beside a place there is another amount of colour: not the same edge softened in another way.
fn is_of_other_ink(seen: &Seen<'_>, beside: &Seen<'_>, x: usize, y: usize) -> bool {
    difference(seen.mean(x, y), beside.mean(x, y)) > SAME
}

fn difference(one: Lab, other: Lab) -> f32 {
    let parts = one.into_iter().zip(other);
    parts
        .map(|(one, other)| (one - other).powi(2))
        .sum::<f32>()
        .sqrt()
}

/// Compares what of a picture lies in `area` and outside all of `masked` with the same drawn in some ways. A pixel
/// differs when it does so from all of them: how edges lie over each other depends on how fine they are drawn.
pub fn unlike(one: &RgbaImage, others: &[&RgbaImage], area: Area, masked: &[Area]) -> Unlike {
    assert!(others.iter().all(|other| other.dimensions() == one.dimensions()));
    let seen = Seen::new(one);
    let ways: Vec<Seen<'_>> = others.iter().map(|other| Seen::new(other)).collect();
    let mut counts = vec![true; seen.wide * seen.high];
    for &[left, top, right, bottom] in masked {
        let clamp = |side: f32, most: usize| side.clamp(0.0, most as f32) as usize;
        for y in clamp(top.floor(), seen.high)..clamp(bottom.ceil(), seen.high) {
            let row = y * seen.wide;
            let across = clamp(left.floor(), seen.wide)..clamp(right.ceil(), seen.wide);
            if !across.is_empty() {
                counts[row + across.start..row + across.end].fill(false);
            }
        }
    }
    let [left, top, right, bottom] = area.map(|side| side.max(0.0).round() as usize);
    let mut found = Unlike::default();
    let mut differs = vec![false; counts.len()];
    let mut cores = vec![false; counts.len()];
    for y in top..bottom.min(seen.high) {
        for x in left..right.min(seen.wide) {
            let at = y * seen.wide + x;
            if !counts[at] {
                continue;
            }
            found.compared += 1;
            if ways.iter().all(|way| is_unlike(&seen, way, x, y)) {
                differs[at] = true;
                cores[at] = ways.iter().all(|way| is_of_other_ink(&seen, way, x, y));
                found.pixels += 1;
            }
        }
    }
    found.spots = spots(&mut differs, &cores, seen.wide);
    found
}

/// Pixels that hang together, of which there are too many, and some of other ink. Takes them away as it finds them.
fn spots(differs: &mut [bool], cores: &[bool], wide: usize) -> Vec<((u32, u32), usize)> {
    let high = differs.len() / wide.max(1);
    let mut spots = Vec::new();
    for start in 0..differs.len() {
        if !std::mem::take(&mut differs[start]) {
            continue;
        }
        let (mut open, mut size, mut core, mut sum) = (vec![start], 0, 0, (0, 0));
        while let Some(at) = open.pop() {
            let (x, y) = (at % wide, at / wide);
            size += 1;
            core += usize::from(cores[at]);
            sum = (sum.0 + x, sum.1 + y);
            for y in y.saturating_sub(APART)..(y + APART + 1).min(high) {
                for x in x.saturating_sub(APART)..(x + APART + 1).min(wide) {
                    let next = y * wide + x;
                    if std::mem::take(&mut differs[next]) {
                        open.push(next);
                    }
                }
            }
        }
        if size > MOST_IN_A_SPOT && core >= LEAST_CORE {
            spots.push((((sum.0 / size) as u32, (sum.1 / size) as u32), size));
        }
    }
    spots
}

#[cfg(test)]
mod tests {
    use image::Rgba;

    use super::*;

    const ALL: Area = [0.0, 0.0, 40.0, 40.0];

    fn board() -> RgbaImage {
        RgbaImage::from_pixel(40, 40, Rgba([250, 250, 248, 255]))
    }

    fn painted(mut image: RgbaImage, x: u32, wide: u32, tone: [u8; 3]) -> RgbaImage {
        for (x, y) in (x..x + wide).flat_map(|x| (5..35).map(move |y| (x, y))) {
            image.put_pixel(x, y, Rgba([tone[0], tone[1], tone[2], 255]));
        }
        image
    }

    #[test]
    fn a_softer_edge_is_like_and_a_line_elsewhere_or_of_another_colour_is_not() {
        let line = painted(board(), 10, 4, [0, 100, 200]);
        let soft = painted(line.clone(), 13, 1, [120, 170, 220]);
        assert!(unlike(&line, &[&soft], ALL, &[]).is_like());
        for other in [
            board(),
            painted(board(), 13, 4, [0, 100, 200]),
            painted(board(), 10, 4, [0, 140, 180]),
            painted(line.clone(), 30, 1, [120, 170, 220]),
        ] {
            let found = unlike(&line, &[&other], ALL, &[]);
            assert!(!found.is_like(), "{found:?}");
            assert_eq!(
                found,
                unlike(&other, &[&line], ALL, &[]),
                "whichever is the first"
            );
        }
    }

    #[test]
    fn what_is_masked_or_outside_does_not_count() {
        let line = painted(board(), 10, 4, [0, 100, 200]);
        let masked = [[9.0, 0.0, 15.0, 40.0]];
        assert!(unlike(&line, &[&board()], ALL, &masked).is_like());
        assert!(unlike(&line, &[&board()], [20.0, 0.0, 40.0, 40.0], &[]).is_like());
        assert!(!unlike(&line, &[&board()], [0.0, 0.0, 12.0, 40.0], &[]).is_like());
    }

    #[test]
    fn an_eye_tells_colours_apart_by_their_lightness_and_their_hue() {
        let apart = |one, other| {
            let pairs = lab_of(one).into_iter().zip(lab_of(other));
            pairs.map(|(a, b)| (a - b).powi(2)).sum::<f32>().sqrt()
        };
        assert!((apart([0, 0, 0], [255, 255, 255]) - 100.0).abs() < 0.1);
        // After the tables of Bruce Lindbloom: L* 53.24, a* 80.09, b* 67.20 for red.
        let [light, green_to_red, blue_to_yellow] = lab_of([255, 0, 0]);
        assert!((light - 53.24).abs() < 0.1);
        assert!((green_to_red - 80.09).abs() < 0.3 && (blue_to_yellow - 67.2).abs() < 0.3);
        assert!(apart([120, 120, 120], [122, 122, 122]) < 1.0);
    }
}
