//! A board with everything at once.

use std::io::Cursor;

use image::{Rgba, RgbaImage};
use netwerkopstelling::model::{
    ActorId, Constellation, Direction, LineStyle, Picture, PieceShape, Relation, RelationId, RelationStatus,
};
use netwerkopstelling::scene::HullGroup;

use crate::sample;

/// A board with everything at once: every shape and line, ties beside each other and from a piece to itself, and all
/// that can be said of actors and relations.
pub fn everything() -> Constellation {
    let mut all = sample::sample();
    let kinds: Vec<_> = all
        .vocabulary
        .actor_kinds
        .iter()
        .map(|kind| kind.id.clone())
        .collect();
    let shapes = PieceShape::ALL.into_iter().cycle();
    for (kind, shape) in all.vocabulary.actor_kinds.iter_mut().zip(shapes) {
        kind.shape = shape;
    }
    for (actor, kind) in all.actors.values_mut().zip(kinds.iter().cycle()) {
        actor.kind = Some(kind.clone());
    }
    let styles = LineStyle::ALL.into_iter().cycle();
    for (kind, style) in all.vocabulary.relation_kinds.iter_mut().zip(styles) {
        kind.line = style;
    }
    let words: Vec<_> = all
        .vocabulary
        .relation_kinds
        .iter()
        .map(|kind| kind.id.clone())
        .collect();
    let statuses = [
        RelationStatus::Existing,
        RelationStatus::Wished,
        RelationStatus::Ended,
    ];
    // Down the right side, where there is room: a row for every kind, one beside the other.
    for (nth, kind) in words.iter().enumerate() {
        for (more, status) in statuses.into_iter().enumerate() {
            let id = RelationId(500 + (nth * statuses.len() + more) as u32);
            let (from, to) = (ActorId(18), ActorId(8 + nth as u32 % 3));
            let mut relation = Relation::new(id, &format!("e{}", id.0), from, to, kind.clone());
            relation.status = status;
            relation.direction = [Direction::Directed, Direction::Mutual, Direction::Undirected][more];
            relation.weight = more as f64 + 1.0;
            relation.verified = more == 0;
            all.relations.insert(id, relation);
        }
    }
    all
}

/// Names in every script that the program has letters for, and one of which it lacks some.
pub const OF_ALL_SCRIPTS: [&str; 10] = [
    "Δήμος Αθηναίων",
    "Київ",
    "עיריית חיפה",
    "بلدية طنجة",
    "Stichting בית לחם",
    "חיפה (צפון) 2030",
    "طنجة ٢٣",
    "Brug 🌉 west",
    "Zaanstad ☎ 🙂",
    "Bureau 北京",
];

pub fn hull(label: &str, members: [u32; 3]) -> HullGroup {
    HullGroup {
        label: label.to_owned(),
        members: members.map(ActorId).to_vec(),
        colour: None,
    }
}

/// Large fields of faint colours.
pub fn chequered() -> Picture {
    let tones = [[214, 226, 238, 255], [240, 232, 214, 255]];
    let image = RgbaImage::from_fn(1200, 800, |x, y| Rgba(tones[((x / 200 + y / 200) % 2) as usize]));
    let mut bytes = Cursor::new(Vec::new());
    image
        .write_to(&mut bytes, image::ImageFormat::Png)
        .expect("memory");
    Picture {
        name: "velden.png".to_owned(),
        mime: "image/png".to_owned(),
        bytes: bytes.into_inner().into(),
    }
}
