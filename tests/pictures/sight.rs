//! A picture of a part of the board: no more and no less than that part, as large as it can be.

use std::collections::BTreeSet;

use netwerkopstelling::analysis::Control;
use netwerkopstelling::export::picture::{PicturePart, PictureSize, PictureSubject};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{
    Actor, ActorId, Background, Constellation, Direction, Language, Point, Relation, RelationId,
};
use netwerkopstelling::scene::geometry::{Xy, is_in_piece, tie_curve};
use netwerkopstelling::scene::labels::Area;
use netwerkopstelling::scene::{Appearance, Filters, Scene};
use netwerkopstelling::takeaway::{PictureKind, PictureSettings, PictureTheme};
use resvg::usvg::{Options, Rect, Tree};
use roxmltree::{Document, Node};

/// Names with what they are, in rows of four with 260 between them.
const NAMES: [(&str, &str); 12] = [
    ("Griffie", "gemeente"),
    ("Waterschap Rivierenland", "waterschap"),
    ("Bakkerij", "onderneming"),
    ("Museum", "maatschappelijk"),
    ("Bibliotheek", "maatschappelijk"),
    ("Rekenkamer", "gemeente"),
    ("Jongerenraad", "inwoners"),
    ("Stadsbrouwerij", "onderneming"),
    ("Provinciehuis", "provincie"),
    ("Dorpshuis", "inwoners"),
    ("Scheepswerf", "onderneming"),
    ("Kadaster", "rijk"),
];

/// From whom to whom, and of what kind: between neighbours, and across all of it.
const TIES: [(u32, u32, &str); 7] = [
    (1, 2, "samenwerking"),
    (2, 6, "informatie"),
    (3, 7, "geld"),
    (5, 8, "vertrouwen"),
    (9, 4, "spanning"),
    (10, 11, "formeel"),
    (11, 12, "informatie"),
];

fn place(id: u32) -> Point {
    let (row, column) = ((id - 1) / 4, (id - 1) % 4);
    Point::new(f64::from(column) * 260.0 - 390.0, f64::from(row) * 240.0 - 240.0)
}

fn board() -> Constellation {
    board_with(&TIES)
}

fn board_with(ties: &[(u32, u32, &str)]) -> Constellation {
    let mut constellation = Constellation::new(Language::Nl);
    constellation.info.issue = "Wie praat hier met wie?".to_owned();
    constellation.board.background = Background::Empty;
    for (id, (name, kind)) in (1..).zip(NAMES) {
        let mut actor = Actor::new(ActorId(id), &format!("a{id}"), name);
        actor.pos = Some(place(id));
        actor.kind = Some(kind.into());
        constellation.actors.insert(actor.id, actor);
    }
    for (id, (source, target, kind)) in (100..).zip(ties.iter().copied()) {
        let (source, target) = (ActorId(source), ActorId(target));
        let key = format!("r{id}");
        let mut relation = Relation::new(RelationId(id), &key, source, target, kind.into());
        relation.direction = Direction::Undirected;
        constellation.relations.insert(relation.id, relation);
    }
    constellation
}

fn subject(constellation: Constellation, part: PicturePart) -> PictureSubject {
    PictureSubject {
        constellation,
        filters: Filters::default(),
        appearance: Appearance::default(),
        highlight: None,
        part,
        texts: Texts::new(Language::Nl),
    }
}

fn svg(subject: &PictureSubject, settings: PictureSettings) -> String {
    let file = subject.file(settings, PictureKind::Svg, &Control::new());
    String::from_utf8(file.expect("a picture")).expect("text")
}

fn bare() -> PictureSettings {
    PictureSettings {
        has_question: false,
        has_legend: false,
        has_footer: false,
        ..PictureSettings::default()
    }
}

fn ids(file: &Document<'_>, prefix: &str) -> BTreeSet<u32> {
    let ids = file.descendants().filter_map(|node| node.attribute("id"));
    ids.filter_map(|id| id.strip_prefix(prefix)?.parse().ok())
        .collect()
}

fn group<'a>(file: &'a Document<'_>, id: &str) -> Node<'a, 'a> {
    let mut all = file.descendants();
    all.find(|node| node.attribute("id") == Some(id))
        .expect("the group")
}

fn lines(node: Node<'_, '_>) -> Vec<String> {
    let texts = node.descendants().filter(|node| node.has_tag_name("text"));
    let words = |text: Node<'_, '_>| {
        let lines = text.children().filter_map(|line| line.text());
        lines.collect::<Vec<_>>().join(" ")
    };
    texts.map(words).collect()
}

fn is_in([left, top, right, bottom]: Area, at: Xy) -> bool {
    (left..=right).contains(&at.x) && (top..=bottom).contains(&at.y)
}

/// Whose figure has a spot in the area, found by trying very many.
fn touching(scene: &Scene, area: Area) -> BTreeSet<u32> {
    let steps = |from: f32, to: f32| (0..=300).map(move |step| from + (to - from) * step as f32 / 300.0);
    let spots = || steps(area[0], area[2]).flat_map(|x| steps(area[1], area[3]).map(move |y| Xy::new(x, y)));
    let pieces = scene.pieces.iter();
    let touched = pieces.filter(|piece| spots().any(|spot| is_in_piece(piece, spot)));
    touched.map(|piece| piece.actor.0).collect()
}

/// Which relations have a spot in the area, found by following each.
fn crossing(scene: &Scene, area: Area) -> BTreeSet<u32> {
    let ties = scene.ties.iter();
    let crossed = ties.filter(|tie| {
        let curve = tie_curve(scene, tie).expect("apart");
        (0..=4000).any(|step| is_in(area, curve.at(step as f32 / 4000.0)))
    });
    crossed.map(|tie| tie.relation.0).collect()
}

/// The part of the picture in which the board is seen.
fn window(file: &Document<'_>) -> [f32; 4] {
    let part = file
        .descendants()
        .find(|node| node.has_tag_name("clipPath"))
        .expect("a part");
    let rect = part.first_element_child().expect("a rectangle");
    let side = |name: &str| -> f32 { rect.attribute(name).unwrap_or("0").parse().expect("a number") };
    [
        side("x"),
        side("y"),
        side("x") + side("width"),
        side("y") + side("height"),
    ]
}

fn seen(svg: &str, id: &str) -> Rect {
    let mut options = Options::default();
    options
        .fontdb_mut()
        .load_font_data(netwerkopstelling::scene::marks::WORD_FONT.to_vec());
    let tree = Tree::from_str(svg, &options).expect("a picture");
    tree.node_by_id(id).expect("the group").abs_bounding_box()
}

fn middle(rect: Rect) -> Xy {
    Xy::new(rect.x() + rect.width() / 2.0, rect.y() + rect.height() / 2.0)
}

/// Around a piece, beside one, between all, through the edge of one, and far out.
const AREAS: [Area; 5] = [
    [-230.0, -330.0, -30.0, -150.0],
    [-160.0, -20.0, 20.0, 120.0],
    [-60.0, -90.0, 60.0, -60.0],
    [-375.0, -280.0, 150.0, 10.0],
    [-700.0, -450.0, 700.0, 450.0],
];

#[test]
fn of_a_part_of_the_board_that_is_in_sight_all_that_touches_it_is_on_the_picture_and_nothing_else() {
    for (nth, area) in AREAS.into_iter().enumerate() {
        let subject = subject(board(), PicturePart::Area(area));
        if nth == 2 {
            // A line and no piece.
            assert!(subject.drawn(bare()).is_err());
            continue;
        }
        let drawing = subject.drawn(PictureSettings::default()).expect("somebody");
        let (actors, relations) = (touching(drawing.scene(), area), crossing(drawing.scene(), area));
        assert!(!actors.is_empty() && !relations.is_empty());
        let picture = svg(&subject, PictureSettings::default());
        let file = Document::parse(&picture).expect("sound XML");
        assert_eq!(ids(&file, "actor-"), actors, "{nth}");
        assert_eq!(ids(&file, "relation-"), relations, "{nth}");
        let names = lines(group(&file, "names")).join("\n");
        for (id, (name, _)) in (1..).zip(NAMES) {
            let is_middle_in = is_in(area, place(id).into());
            assert_eq!(names.contains(name), is_middle_in, "{nth}: {name} in {names}");
        }
        let said = lines(file.root()).join("\n");
        let counts = if actors.len() < NAMES.len() {
            format!(
                "Over {} van {} actoren op het bord en {} relatie",
                actors.len(),
                NAMES.len(),
                relations.len()
            )
        } else {
            format!("Over {} actoren en {} relatie", actors.len(), relations.len())
        };
        assert!(said.contains(&counts), "{nth}: {counts} in {said}");
        let legend = lines(group(&file, "legend")).join("\n");
        let kinds = &subject.constellation.vocabulary.relation_kinds;
        for (id, (_, _, kind)) in (100..).zip(TIES) {
            let kind = kinds
                .iter()
                .find(|one| one.id.to_string() == kind)
                .expect("known");
            let is_there = (100..)
                .zip(TIES)
                .any(|(other, tie)| relations.contains(&other) && tie.2 == TIES[id as usize - 100].2);
            assert_eq!(
                legend.contains(&kind.label),
                is_there,
                "{nth}: {} in {legend}",
                kind.label
            );
        }
    }
}

#[test]
fn what_is_in_sight_is_as_large_as_the_picture_lets_it_and_ends_where_the_sight_ends() {
    let area = AREAS[0];
    for settings in [
        bare(),
        PictureSettings {
            has_footer: true,
            has_question: true,
            ..bare()
        },
    ] {
        let subject = subject(board(), PicturePart::Area(area));
        let picture = svg(&subject, settings);
        let file = Document::parse(&picture).expect("sound XML");
        let [left, top, right, bottom] = window(&file);
        let zoom = (right - left) / (area[2] - area[0]);
        assert!(
            (zoom - (bottom - top) / (area[3] - area[1])).abs() < 0.02,
            "in its own proportions"
        );
        assert!(zoom > 4.0, "{zoom}");
        // It fills the page between question and footer: as high as that, in the middle.
        assert!(bottom - top > 850.0 && ((left + right) / 2.0 - 800.0).abs() < 1.5);
        let piece = middle(seen(&picture, "actor-2"));
        let expected = Xy::new(
            left + (place(2).x as f32 - area[0]) * zoom,
            top + (place(2).y as f32 - area[1]) * zoom,
        );
        // Its shape and its shadow reach further down than up.
        let away = piece - expected;
        assert!(
            away.x.abs() < 2.0 && (0.0..0.4 * 30.0 * zoom).contains(&away.y),
            "{piece:?} for {expected:?}"
        );
    }
}

#[test]
fn lines_run_to_the_edge_of_what_is_in_sight_and_stop_there() {
    // Between the pieces of the second row, which a line joins.
    let area = [-330.0, -30.0, -200.0, 30.0];
    let subject = subject(
        board_with(&TIES[3..4]),
        PicturePart::Area([area[0] - 60.0, area[1], area[2], area[3]]),
    );
    let settings = PictureSettings {
        scale: 1,
        theme: PictureTheme::White,
        ..bare()
    };
    let picture = svg(&subject, settings);
    let [left, top, right, bottom] = window(&Document::parse(&picture).expect("sound XML"));
    let png = subject
        .file(settings, PictureKind::Png, &Control::new())
        .expect("a picture");
    let image = image::load_from_memory(&png).expect("a PNG").to_rgba8();
    let is_inked = |x: u32| {
        let rows = (top as u32 + 4)..(bottom as u32 - 4);
        rows.clone()
            .filter(|&y| image.get_pixel(x, y).0[..3].iter().any(|&tone| tone < 200))
            .count()
    };
    assert!(left >= 0.0 && right as u32 + 20 < image.width() || left > 10.0);
    assert!(is_inked(right as u32 - 3) > 3, "the line ends before the edge");
    if (right as u32) + 4 < image.width() {
        assert_eq!(is_inked(right as u32 + 3), 0, "something is beyond the edge");
    }
}

#[test]
fn who_is_selected_is_in_the_middle_of_the_picture_and_as_large_as_anything_is() {
    let two = BTreeSet::from([ActorId(1), ActorId(2)]);
    let mut constellation = board();
    constellation.board.issue_pos = Some(Point::new(350.0, 260.0));
    let subject = subject(constellation, PicturePart::Actors(two));
    for settings in [
        bare(),
        PictureSettings {
            has_legend: true,
            ..bare()
        },
        PictureSettings::default(),
    ] {
        let picture = svg(&subject, settings);
        let file = Document::parse(&picture).expect("sound XML");
        assert_eq!(ids(&file, "actor-"), [1, 2].into());
        let (one, other) = (seen(&picture, "actor-1"), seen(&picture, "actor-2"));
        let zoom = (middle(other).x - middle(one).x) / 260.0;
        assert!((zoom - 1.6).abs() < 0.02, "{zoom}");
        let between = middle(one).lerp(middle(other), 0.5);
        let [left, top, right, bottom] = window(&file);
        let whole = Xy::new((left + right) / 2.0, (top + bottom) / 2.0);
        assert!(between.distance(whole) < 40.0, "{between:?} for {whole:?}");
        assert!(file.descendants().all(|node| node.text() != Some("De vraag")));
    }
}

#[test]
fn of_who_is_selected_everybody_has_a_whole_name() {
    let all: BTreeSet<ActorId> = [1, 2, 4, 5].map(ActorId).into();
    let mut constellation = board();
    let long = "Gemeenschappelijke Regeling Veiligheidsregio Rivierenland-Oost";
    for id in &all {
        constellation.actors.get_mut(id).expect("there").label = format!("{long} {}", id.0);
    }
    let subject = subject(constellation, PicturePart::Actors(all.clone()));
    for size in ["1600x1000", "640x400", "400x900"] {
        let settings = PictureSettings {
            size: PictureSize::parse(size).expect("a size"),
            ..PictureSettings::default()
        };
        let picture = svg(&subject, settings);
        let file = Document::parse(&picture).expect("sound XML");
        let names = lines(group(&file, "names"));
        for id in &all {
            let name = format!("{long} {}", id.0);
            assert!(names.contains(&name), "{size}: {names:?}");
        }
    }
}
