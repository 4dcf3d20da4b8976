//! What the scene draws of fixed boards and what pictures of them hold, as data, compared with what was stored.

use std::collections::BTreeSet;

use netwerkopstelling::analysis::Control;
use netwerkopstelling::export::picture::{PicturePart, PictureSize, PictureSubject};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{ActorId, Background, Constellation, Language, Point, Rgb};
use netwerkopstelling::scene::diverging::{Diverging, text_on};
use netwerkopstelling::scene::geometry::{Xy, tie_curve};
use netwerkopstelling::scene::labels::Patience;
use netwerkopstelling::scene::marks::{
    BoardLook, BoardRoom, Emphasis, IssueCard, LegendExtent, LegendLayout, LegendShape, LegendWish,
    NameBounds, NameRoom, PartSeen, RoomWish, all_seen_have_names, board_area, detail, draw_hull,
    draw_hull_name, draw_issue, draw_name, draw_piece, draw_sheet, draw_tie, draw_zones, hull_names,
    place_names,
};
use netwerkopstelling::scene::typeface::Typeface;
use netwerkopstelling::scene::{
    ColourBy, Filters, IssuePiece, LegendSection, Palette, Scene, ThemeKind, colour_choices,
};
use netwerkopstelling::takeaway::{LetterForm, PictureKind, PictureSettings, PictureTheme};

use crate::asked::{Asked, alone, boards, grouped, of_sample, on, scripts, sized};
use crate::everything::chequered;
use crate::fingerprint::{Subject, Sum, hold, show};
use crate::marks::{KeepingPen, Marks, listed, marks_of_svg, tell, words_in};
use crate::names::SAMPLES;

impl Asked {
    /// Draws it, and says what was drawn.
    fn subject(&self, name: &str, letters: &Typeface) -> Subject {
        let (scene, seen) = self.scene();
        let look = self.look(&scene);
        Drawing {
            scene: &scene,
            seen: &seen,
            look,
            zoom: self.zoom,
            letters,
            texts: Texts::new(Language::Nl),
        }
        .subject(name)
    }
}

/// A scene on its way to a pen.
struct Drawing<'a> {
    scene: &'a Scene,
    seen: &'a PartSeen,
    look: BoardLook,
    zoom: f32,
    letters: &'a Typeface,
    texts: Texts,
}

/// What a pen keeps of a drawing.
fn kept(draw: impl FnOnce(&mut KeepingPen)) -> Marks {
    let mut pen = KeepingPen::default();
    draw(&mut pen);
    pen.marks
}

impl Drawing<'_> {
    /// Layer by layer, as pictures and the screen draw it.
    fn subject(&self, name: &str) -> Subject {
        let Self {
            scene,
            seen,
            ref look,
            zoom,
            letters,
            texts,
        } = *self;
        let bounds = NameBounds {
            within: board_area(scene, zoom),
            covered: None,
            is_for_all: all_seen_have_names(seen),
        };
        let (names, zones) = place_names(letters, scene, seen, look, zoom, texts, &bounds);
        let taken = names.iter().map(|name| name.area).collect();
        let room = NameRoom::new(scene, zoom, taken, bounds.within, None);
        let of_hulls = hull_names(letters, scene, look, zoom, room);
        let strength = detail::strength(seen.ties.len());
        let layers = [
            ("sheet", kept(|pen| draw_sheet(pen, scene, look, zoom))),
            (
                "zones",
                kept(|pen| draw_zones(pen, letters, scene, zoom, (look, texts), &zones)),
            ),
            (
                "groups",
                kept(|pen| {
                    let hulls = seen.hulls.iter();
                    hulls.for_each(|&at| draw_hull(pen, &scene.hulls[at], look, zoom));
                }),
            ),
            (
                "relations",
                kept(|pen| {
                    for tie in seen.ties.iter().map(|&at| &scene.ties[at]) {
                        if let Some(curve) = tie_curve(scene, tie) {
                            draw_tie(pen, tie, &curve, emphasis(tie.dimmed), look, zoom, strength);
                        }
                    }
                }),
            ),
            (
                "question",
                kept(|pen| {
                    if let Some(issue) = scene.issue.as_ref().filter(|_| seen.has_issue) {
                        draw_issue(pen, &IssueCard::new(issue, look, zoom, texts), false, look, zoom);
                    }
                }),
            ),
            (
                "actors",
                kept(|pen| {
                    for piece in seen.pieces.iter().map(|&at| &scene.pieces[at]) {
                        draw_piece(pen, piece, emphasis(piece.dimmed), look, zoom);
                    }
                }),
            ),
            (
                "names",
                kept(|pen| {
                    let names = names.iter();
                    names.for_each(|name| draw_name(pen, scene, name, look, zoom));
                }),
            ),
            (
                "names of groups",
                kept(|pen| {
                    let names = of_hulls.iter().filter(|name| seen.hulls.contains(&name.hull));
                    names.for_each(|name| draw_hull_name(pen, scene, name, look));
                }),
            ),
        ];
        let mut subject = Subject::new(name);
        let mut listing = String::new();
        for (layer, marks) in &layers {
            tell(&mut subject, layer, &[], marks);
            listing += &format!("== {layer}\n{}\n", listed(marks));
        }
        show(name, "txt", &listing);
        self.tell_scene(&mut subject);
        subject
    }

    /// What the scene says and does not draw, and its legend in words.
    fn tell_scene(&self, subject: &mut Subject) {
        let scene = self.scene;
        for (part, count, content) in [
            (
                "pieces of the scene",
                scene.pieces.len(),
                format!("{:?}", scene.pieces),
            ),
            ("ties of the scene", scene.ties.len(), format!("{:?}", scene.ties)),
            (
                "zones of the scene",
                scene.zones.len(),
                format!("{:?}", scene.zones),
            ),
        ] {
            if count > 0 {
                subject.part(part, &[("count", count.to_string())], Sum::of_text(&content));
            }
        }
        let words = legend_words(&scene.legend, self.texts);
        let sum = Sum::of_text(&words);
        subject.part("words of the legend", &[("words", words)], sum);
        let legend = format!("{:?}", scene.legend);
        subject.part("legend of the scene", &[], Sum::of_text(&legend));
        let whole = format!("{:?} {:?}", scene.whole(), scene.bounds());
        subject.part(
            "extent of the scene",
            &[("sides", whole.clone())],
            Sum::of_text(&whole),
        );
    }
}

fn legend_words(legend: &[LegendSection], texts: Texts) -> String {
    let sections = legend.iter().map(|section| {
        let entries = section.entries.iter().map(|entry| entry.caption.text(texts));
        let entries: Vec<_> = entries.collect();
        format!("[{}] {}", section.heading.text(texts), entries.join(", "))
    });
    let sections: Vec<String> = sections.collect();
    sections.join(" ")
}

fn emphasis(is_dimmed: bool) -> Emphasis {
    if is_dimmed {
        Emphasis::Dimmed
    } else {
        Emphasis::Plain
    }
}

#[test]
fn boards_are_drawn_as_they_were() {
    let letters = Typeface::new();
    let mut subjects: Vec<Subject> = boards()
        .iter()
        .map(|(name, asked)| asked.subject(name, &letters))
        .collect();
    subjects.push(emphasised(&letters));
    subjects.push(crowded(&letters));
    subjects.push(moved(&letters));
    subjects.push(tones());
    hold("boards.txt", &subjects);
}

/// What stands out, and what recedes.
fn emphasised(letters: &Typeface) -> Subject {
    let asked = grouped(on(Background::Empty));
    let (scene, _) = asked.scene();
    let look = asked.look(&scene);
    let mut subject = Subject::new("everything, by emphasis");
    for emphasis in [
        Emphasis::Lit,
        Emphasis::Selected,
        Emphasis::Quiet,
        Emphasis::Dimmed,
    ] {
        for zoom in [0.4, 1.0] {
            let ties = kept(|pen| {
                for tie in scene.ties.iter() {
                    if let Some(curve) = tie_curve(&scene, tie) {
                        draw_tie(pen, tie, &curve, emphasis, &look, zoom, 0.5);
                    }
                }
            });
            tell(
                &mut subject,
                &format!("relations, {emphasis:?}, {zoom}"),
                &[],
                &ties,
            );
            let pieces = kept(|pen| {
                let pieces = scene.pieces.iter();
                pieces.for_each(|piece| draw_piece(pen, piece, emphasis, &look, zoom));
            });
            tell(
                &mut subject,
                &format!("actors, {emphasis:?}, {zoom}"),
                &[],
                &pieces,
            );
        }
    }
    let texts = Texts::new(Language::Nl);
    let unwritten = IssuePiece {
        pos: Point::new(20.0, 30.0),
        text: " ".to_owned(),
    };
    let issue = scene.issue.as_ref().expect("a question");
    for (name, issue) in [("written", issue), ("not written", &unwritten)] {
        for is_lit in [false, true] {
            let card = IssueCard::new(issue, &look, 1.0, texts);
            let marks = kept(|pen| draw_issue(pen, &card, is_lit, &look, 1.0));
            tell(
                &mut subject,
                &format!("question, {name}, lit {is_lit}"),
                &[],
                &marks,
            );
        }
    }
    for shape in shapes() {
        if let Some(layout) = LegendLayout::new(letters, &scene, shape, None, &look, texts) {
            let marks = kept(|pen| layout.draw(pen, Xy::new(12.0, 34.0), true, &look));
            let said = [(
                "head and letters",
                format!("{} {}", layout.head(), layout.letters()),
            )];
            tell(&mut subject, &format!("legend, {shape:?}"), &said, &marks);
        }
    }
    subject
}

fn shapes() -> Vec<LegendShape> {
    let extents = [
        LegendExtent::Whole,
        LegendExtent::Kinds,
        LegendExtent::Colours,
        LegendExtent::Bare,
    ];
    let open = extents.into_iter().flat_map(|extent| {
        [(1, false), (3, false), (2, true)].map(|(columns, is_narrow)| LegendShape::Open {
            extent,
            columns,
            is_narrow,
        })
    });
    open.chain([LegendShape::Shut, LegendShape::NoRoom]).collect()
}

/// As a board with thousands of ties is drawn.
fn crowded(letters: &Typeface) -> Subject {
    let asked = sized(grouped(on(Background::Empty)));
    let (scene, seen) = asked.scene();
    let look = BoardLook {
        shows_signs: false,
        is_dense: true,
        is_crowded: true,
        ..asked.look(&scene)
    };
    let zoom = 0.12;
    Drawing {
        scene: &scene,
        seen: &seen,
        look,
        zoom,
        letters,
        texts: Texts::new(Language::En),
    }
    .subject("everything, crowded and in English")
}

/// After a piece of a group was moved, without anything being built anew.
fn moved(letters: &Typeface) -> Subject {
    let mut asked = grouped(on(Background::Empty));
    let (mut scene, seen) = asked.scene();
    for (id, by) in [(2, 90.0), (5, -160.0), (16, 45.0)] {
        let actor = asked.constellation.actors.get_mut(&ActorId(id)).expect("there");
        let at = actor.pos.expect("on the board");
        actor.pos = Some(Point::new(at.x + by, at.y - by / 2.0));
    }
    assert!(scene.move_pieces(&asked.constellation, &asked.filters));
    let look = asked.look(&scene);
    Drawing {
        scene: &scene,
        seen: &seen,
        look,
        zoom: 1.0,
        letters,
        texts: Texts::new(Language::Nl),
    }
    .subject("everything, with some moved")
}

/// Colours that no board shows: of tables, and those to choose from.
fn tones() -> Subject {
    let mut subject = Subject::new("colours");
    let shown = |tone: Rgb| format!("#{:02x}{:02x}{:02x}", tone.0, tone.1, tone.2);
    for theme in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
        let scale = Diverging::of(theme);
        let tones = [0.0, 0.3, 0.5, 1.0, 2.0, 3.0, 9.0].map(|ratio| {
            let tone = scale.at(Diverging::place_of_ratio(ratio));
            format!("{} under {}", shown(tone), shown(text_on(tone)))
        });
        let tones = tones.join(" ");
        subject.part(
            &format!("less and more, {theme:?}"),
            &[("tones", tones.clone())],
            Sum::of_text(&tones),
        );
        let palette = format!("{:?}", Palette::of(theme));
        subject.part(&format!("palette, {theme:?}"), &[], Sum::of_text(&palette));
    }
    let asked = grouped(on(Background::Empty));
    for colour_by in ColourBy::OURS
        .into_iter()
        .chain([ColourBy::Attribute("kleur".to_owned())])
    {
        let palette = Palette::of(ThemeKind::Light);
        let choices = format!("{:?}", colour_choices(&asked.constellation, &colour_by, &palette));
        subject.part(
            &format!("choices by {colour_by:?}"),
            &[("length", choices.len().to_string())],
            Sum::of_text(&choices),
        );
    }
    subject
}

/// Views that have little and much room, upright and lying.
const VIEWS: [(f32, f32); 4] = [(1280.0, 720.0), (700.0, 900.0), (420.0, 300.0), (1920.0, 1080.0)];

#[test]
fn boards_and_their_legends_have_the_room_that_they_had() {
    let letters = Typeface::new();
    let mut subjects = Vec::new();
    let boards = [
        (SAMPLES[0], Asked::new(of_sample(SAMPLES[0]))),
        ("one actor", Asked::new(alone())),
        ("nobody", Asked::new(Constellation::new(Language::Nl))),
        ("everything", grouped(on(Background::SectorFields))),
    ];
    for (name, asked) in boards {
        let (scene, _) = asked.scene();
        for (wide, high) in VIEWS {
            let mut subject = Subject::new(&format!("{name} in {wide} by {high}"));
            let hall = BoardLook::in_hall(&scene, Palette::of(asked.theme), asked.theme, (wide, high), 1.0);
            let looks = [("on a screen", asked.look(&scene)), ("in a hall", hall)];
            for ((place, look), is_whole) in looks.into_iter().zip([true, false]) {
                let wish = RoomWish {
                    view: [0.0, 20.0, wide, high],
                    part: None,
                    seen: None,
                    margin: 12.0,
                    most_zoom: 1.6,
                    least_zoom: (!is_whole).then_some(0.2),
                    legend: Some(LegendWish {
                        is_open: true,
                        is_whole,
                        also: None,
                    }),
                    patience: &Patience::endless(),
                };
                let room = BoardRoom::new(&letters, &scene, &look, Texts::new(Language::Nl), &wish);
                let legend = room.legend.as_ref();
                let marks = legend.map_or_else(Vec::new, |legend| {
                    let [left, top, _, _] = legend.area;
                    kept(|pen| legend.layout.draw(pen, Xy::new(left, top), false, &look))
                });
                let Xy { x, y } = room.origin;
                let said = [
                    ("board", format!("{:.3} at {x} {y}", room.zoom)),
                    ("everybody has a name", room.has_names.to_string()),
                    ("legend", format!("{:?}", legend.map(|legend| legend.shape))),
                ];
                tell(&mut subject, place, &said, &marks);
            }
            subjects.push(subject);
        }
    }
    hold("rooms.txt", &subjects);
}

fn picture(constellation: Constellation, part: PicturePart) -> PictureSubject {
    let Asked { appearance, .. } = Asked::new(constellation.clone());
    PictureSubject {
        constellation,
        filters: Filters::default(),
        appearance,
        highlight: None,
        part,
        texts: Texts::new(Language::Nl),
    }
}

#[test]
fn pictures_hold_what_they_held() {
    let sized = |size: &str| PictureSettings {
        size: PictureSize::parse(size).expect("a size"),
        ..PictureSettings::default()
    };
    let mut pictures: Vec<(String, PictureSubject, PictureSettings)> = Vec::new();
    for name in SAMPLES {
        let subject = picture(of_sample(name), PicturePart::Board);
        pictures.push((name.to_owned(), subject, sized("1600x1000")));
    }
    let on_picture = || {
        let mut all = on(Background::Picture);
        all.board.picture = Some(chequered());
        let mut subject = picture(all, PicturePart::Board);
        subject.appearance = grouped(on(Background::Empty)).appearance;
        subject
    };
    let of_all_scripts = picture(scripts(), PicturePart::Board);
    pictures.push(("all scripts".to_owned(), of_all_scripts, sized("1280x800")));
    for theme in PictureTheme::ALL {
        let settings = PictureSettings { theme, ..sized("A3") };
        pictures.push((format!("everything, {}", theme.name()), on_picture(), settings));
    }
    let bare = PictureSettings {
        has_question: false,
        has_legend: false,
        has_footer: false,
        ..sized("900x600")
    };
    pictures.push(("everything, bare".to_owned(), on_picture(), bare));
    let outlined = PictureSettings {
        letters: LetterForm::Outlines,
        ..sized("640x400")
    };
    pictures.push((
        "one actor, in outlines".to_owned(),
        picture(alone(), PicturePart::Board),
        outlined,
    ));
    let some: BTreeSet<ActorId> = [1, 13, 24, 26].map(ActorId).into();
    for (name, part) in [
        ("everything of some", PicturePart::Actors(some)),
        (
            "everything of a part",
            PicturePart::Area([-300.0, -200.0, 200.0, 150.0]),
        ),
    ] {
        let mut subject = on_picture();
        subject.part = part;
        subject.filters.hides_assumed = true;
        pictures.push((name.to_owned(), subject, sized("A4")));
    }
    let upright = picture(of_sample(SAMPLES[1]), PicturePart::Board);
    pictures.push((format!("{} upright", SAMPLES[1]), upright, sized("600x900")));
    let subjects: Vec<Subject> = pictures
        .iter()
        .map(|(name, subject, settings)| {
            let file = subject.file(*settings, PictureKind::Svg, &Control::new());
            let svg = String::from_utf8(file.expect("a picture")).expect("text");
            show(name, "svg", &svg);
            let mut fingerprint = of_svg(name, &svg);
            let pdf = subject.file(*settings, PictureKind::Pdf, &Control::new());
            let pdf = pdf.expect("a picture");
            let said = [("bytes", pdf.len().to_string())];
            fingerprint.part("pdf", &said, Sum::of_bytes(&pdf));
            fingerprint
        })
        .collect();
    hold("pictures.txt", &subjects);
}

fn of_svg(name: &str, svg: &str) -> Subject {
    let mut subject = Subject::new(name);
    for (part, marks) in marks_of_svg(svg) {
        let words = match part.as_str() {
            "legend" | "question" | "footer" => words_in(svg, &part),
            _ => String::new(),
        };
        tell(&mut subject, &part, &[("words", words)], &marks);
    }
    subject
}
