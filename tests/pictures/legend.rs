//! The legend of a picture says all that occurs on it, however small the picture is.

use std::fs;

use netwerkopstelling::analysis::Control;
use netwerkopstelling::export::picture::{PicturePart, PictureSize, PictureSubject};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Constellation, Language};
use netwerkopstelling::scene::labels::{Patience, overlap};
use netwerkopstelling::scene::marks::{BoardLook, BoardRoom, LegendWish, RoomWish, board_area};
use netwerkopstelling::scene::typeface::Typeface;
use netwerkopstelling::scene::{Appearance, ColourBy, Filters, Palette, SceneInput, ThemeKind, build};
use netwerkopstelling::takeaway::{PictureKind, PictureSettings, PictureTheme, SHEET_NAMES, SLIDE};
use roxmltree::{Document, Node};

use crate::names::SAMPLES;
use crate::sample;

/// Sizes of one's own: a screen, half of one, upright, a strip, and the least that anybody asks for.
const OWN_SIZES: [&str; 7] = [
    "1600x1000",
    "1280x800",
    "1024x768",
    "800x600",
    "640x400",
    "600x900",
    "1800x500",
];

fn subject(constellation: Constellation, part: PicturePart) -> PictureSubject {
    let kept = constellation.board.colour_by.as_deref().map(ColourBy::of_key);
    PictureSubject {
        constellation,
        filters: Filters::default(),
        appearance: Appearance {
            colour_by: kept.unwrap_or_default(),
            ..Appearance::default()
        },
        highlight: None,
        part,
        texts: Texts::new(Language::Nl),
    }
}

fn of_sample(sample: &str) -> Constellation {
    let path = format!(
        "{}/sample-networks/{sample}.opstelling.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let bytes = fs::read(path).expect("a sample");
    formats::read(&bytes).expect("a sound sample").constellation
}

fn settings(size: &str, theme: PictureTheme) -> PictureSettings {
    PictureSettings {
        size: PictureSize::parse(size).expect("a size"),
        theme,
        ..PictureSettings::default()
    }
}

fn words(node: Node<'_, '_>) -> Vec<String> {
    let lines = node.descendants().filter(|node| node.has_tag_name("tspan"));
    lines.filter_map(|line| line.text().map(str::to_owned)).collect()
}

fn svg(subject: &PictureSubject, settings: PictureSettings) -> String {
    let file = subject.file(settings, PictureKind::Svg, &Control::new());
    String::from_utf8(file.expect("a picture")).expect("text")
}

/// What the legend has to say and the picture does not.
fn left_out(subject: &PictureSubject, settings: PictureSettings) -> Vec<String> {
    let picture = svg(subject, settings);
    let file = Document::parse(&picture).expect("sound XML");
    let legend = file
        .descendants()
        .find(|node| node.attribute("id") == Some("legend"));
    let said = legend.map(words).unwrap_or_default();
    let drawing = subject.drawn(settings).expect("somebody");
    let texts = subject.texts;
    let sections = drawing.scene().legend.iter();
    let wanted: Vec<String> = sections
        .flat_map(|section| {
            let entries = section.entries.iter().map(|entry| &entry.caption);
            std::iter::once(&section.heading).chain(entries)
        })
        .map(|caption| caption.text(texts).into_owned())
        .filter(|text| !text.is_empty())
        .collect();
    assert!(wanted.len() > 5, "{wanted:?}");
    wanted.into_iter().filter(|text| !said.contains(text)).collect()
}

#[test]
fn every_entry_of_the_legend_is_on_a_picture_of_any_size_in_any_theme() {
    let mut found = Vec::new();
    let boards = SAMPLES.iter().map(|name| (*name, of_sample(name)));
    for (name, constellation) in boards.chain([("everything", sample::sample())]) {
        let subject = subject(constellation, PicturePart::Board);
        let sizes = SHEET_NAMES.into_iter().chain([SLIDE]).chain(OWN_SIZES);
        // A theme is other colours: it moves nothing.
        let in_light = sizes.map(|size| (size, PictureTheme::Light));
        let in_all = PictureTheme::ALL
            .into_iter()
            .flat_map(|theme| ["A4", "640x400"].map(|size| (size, theme)));
        for (size, theme) in in_light.chain(in_all) {
            let gone = left_out(&subject, settings(size, theme));
            if !gone.is_empty() {
                found.push(format!("{name} {size} {theme:?}: {gone:?}"));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_part_of_the_board_has_all_of_its_legend_too() {
    let constellation = of_sample(SAMPLES[0]);
    let some = constellation.actors.keys().copied().take(6).collect();
    let subject = subject(constellation, PicturePart::Actors(some));
    for size in ["A3", "640x400"] {
        let gone = left_out(&subject, settings(size, PictureTheme::Light));
        assert!(gone.is_empty(), "{size}: {gone:?}");
    }
}

#[test]
fn the_question_is_said_once_on_a_picture_and_its_card_stays_where_it_is() {
    let subject = subject(of_sample(SAMPLES[0]), PicturePart::Board);
    let question = subject.constellation.info.issue.clone();
    let said = |settings: PictureSettings| {
        let picture = svg(&subject, settings);
        let file = Document::parse(&picture).expect("sound XML");
        // What is around letters is no second text.
        let texts = file
            .descendants()
            .filter(|node| node.has_tag_name("text") && node.attribute("aria-hidden").is_none());
        let texts: Vec<String> = texts.map(|text| words(text).join(" ")).collect();
        let times = texts.iter().filter(|text| **text == question).count();
        (times, texts.iter().any(|text| text == "De vraag"))
    };
    for size in ["A3", "A4", "1600x1000", "640x400"] {
        let with = settings(size, PictureTheme::Light);
        assert_eq!(said(with), (1, true), "{size}");
        // Without the heading the card says it.
        let without = PictureSettings {
            has_question: false,
            ..with
        };
        assert_eq!(said(without), (1, false), "{size}");
    }
}

#[test]
fn on_a_picture_of_the_whole_board_the_legend_is_beside_it_and_the_board_in_the_middle_of_the_rest() {
    let (letters, palette) = (Typeface::new(), Palette::of(ThemeKind::Light));
    for sample in SAMPLES {
        let constellation = of_sample(sample);
        let scene = build(SceneInput {
            constellation: &constellation,
            filters: &Filters::default(),
            appearance: &Appearance::default(),
            highlight: None,
            palette: &palette,
        });
        let look = BoardLook::new(&scene, palette, ThemeKind::Light, 1.0);
        for (wide, high) in [(1600.0, 900.0), (1400.0, 990.0)] {
            let wish = RoomWish {
                view: [0.0, 0.0, wide, high],
                part: None,
                seen: None,
                margin: 10.0,
                most_zoom: 4.0,
                least_zoom: None,
                legend: Some(LegendWish {
                    is_open: true,
                    is_whole: true,
                    also: None,
                }),
                patience: &Patience::endless(),
            };
            let room = BoardRoom::new(&letters, &scene, &look, Texts::new(Language::Nl), &wish);
            let Some(legend) = room.legend.as_ref() else {
                // A larger page has room for it.
                continue;
            };
            let [left, top, right, bottom] = board_area(&scene, room.zoom);
            let (x, y) = (room.origin.x, room.origin.y);
            let board = [left + x, top + y, right + x, bottom + y];
            let at = format!("{sample} {wide}: {board:?} and the legend at {:?}", legend.area);
            assert!(!overlap(board, legend.area), "{at}");
            let is_below_or_above = legend.area[1] >= board[3] || legend.area[3] <= board[1];
            if is_below_or_above {
                assert!(((board[0] + board[2]) / 2.0 - wide / 2.0).abs() <= 1.0, "{at}");
            }
        }
    }
}

#[test]
fn a_word_without_an_end_is_cut_in_the_legend_and_the_board_keeps_its_room() {
    let mut hostile = of_sample(SAMPLES[0]);
    let usual = board_width(&hostile);
    let kind = hostile.vocabulary.relation_kinds.first_mut().expect("a kind");
    kind.label = "A".repeat(400);
    let now = board_width(&hostile);
    assert!(now > usual * 0.6, "{now} of {usual}");
    let many = "een heel lang soort relatie ".repeat(20);
    hostile
        .vocabulary
        .relation_kinds
        .first_mut()
        .expect("a kind")
        .label = many;
    let now = board_width(&hostile);
    assert!(now > usual * 0.6, "{now} of {usual}");
}

/// How wide the board is in a picture of 1600 by 1000, in units of the picture.
fn board_width(constellation: &Constellation) -> f32 {
    let (letters, palette) = (Typeface::new(), Palette::of(ThemeKind::Light));
    let scene = build(SceneInput {
        constellation,
        filters: &Filters::default(),
        appearance: &Appearance::default(),
        highlight: None,
        palette: &palette,
    });
    let look = BoardLook::new(&scene, palette, ThemeKind::Light, 1.0);
    let wish = RoomWish {
        view: [0.0, 0.0, 1600.0, 1000.0],
        part: None,
        seen: None,
        margin: 12.0,
        most_zoom: 4.0,
        least_zoom: None,
        legend: Some(LegendWish {
            is_open: true,
            is_whole: true,
            also: None,
        }),
        patience: &Patience::endless(),
    };
    let room = BoardRoom::new(&letters, &scene, &look, Texts::new(Language::Nl), &wish);
    room.zoom
}
