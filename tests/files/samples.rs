//! The sample networks open whole, are written back to the byte, and can be read on the board.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use netwerkopstelling::formats::{self, FormatId, native};
use netwerkopstelling::layout::{Footprint, Place, overlaps};
use netwerkopstelling::model::{Actor, Constellation, RelationStatus, validate};

/// File, actors and relations, as `sample-networks/README.md` states them.
const SAMPLES: [(&str, usize, usize); 3] = [
    ("arbeidsmarktregio", 23, 54),
    ("gemeenschappelijke-regelingen-noord-holland-noord", 42, 154),
    ("noord-holland-noord-governance", 39, 85),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("sample-networks")
}

fn sample(name: &str) -> (Vec<u8>, Constellation) {
    let bytes = fs::read(folder().join(format!("{name}.opstelling.json"))).unwrap();
    let loaded = formats::read(&bytes).unwrap();
    assert_eq!(loaded.format, FormatId::Native);
    assert!(loaded.report.is_clean(), "{name}: {:?}", loaded.report);
    (bytes, loaded.constellation)
}

fn by_label<'a>(constellation: &'a Constellation, label: &str) -> &'a Actor {
    constellation
        .actors
        .values()
        .find(|actor| actor.label == label)
        .unwrap()
}

#[test]
fn every_sample_is_listed_and_every_listed_one_is_there() {
    let readme = fs::read_to_string(folder().join("README.md")).unwrap();
    let mut found: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .filter_map(|entry| {
            let name = entry.unwrap().file_name().into_string().unwrap();
            name.strip_suffix(".opstelling.json").map(str::to_owned)
        })
        .collect();
    found.sort();
    assert_eq!(found, SAMPLES.map(|(name, ..)| name));
    for (name, actors, relations) in SAMPLES {
        let line = readme
            .lines()
            .find(|line| line.contains(&format!("`{name}.opstelling.json`")));
        let line = line.unwrap_or_else(|| panic!("README.md does not name {name}"));
        assert!(line.contains(&format!("| {actors} | {relations} |")), "{line}");
    }
}

#[test]
fn every_sample_is_sound_and_written_back_to_the_byte() {
    for (name, actors, relations) in SAMPLES {
        let (bytes, constellation) = sample(name);
        assert_eq!(validate(&constellation), vec![], "{name}");
        assert_eq!(
            (constellation.actors.len(), constellation.relations.len()),
            (actors, relations),
            "{name}"
        );
        assert!(
            native::write(&constellation) == bytes,
            "{name} is not as the program writes it"
        );
        let info = &constellation.info;
        for text in [
            &info.title,
            &info.issue,
            &info.date,
            &info.source,
            &info.description,
        ] {
            assert!(!text.is_empty(), "{name}: {info:?}");
        }
    }
}

#[test]
fn every_piece_of_a_sample_stands_free_on_the_board() {
    for (name, ..) in SAMPLES {
        let (_, constellation) = sample(name);
        let (half_width, half_height) = (constellation.board.width / 2.0, constellation.board.height / 2.0);
        let mut pieces = Vec::new();
        for actor in constellation.actors.values() {
            let pos = actor
                .pos
                .unwrap_or_else(|| panic!("{name}: {} is in the tray", actor.label));
            assert!(
                pos.x.abs() < half_width - 60.0 && pos.y.abs() < half_height - 60.0,
                "{}",
                actor.label
            );
            for (other, at) in &pieces {
                let at: &Place = at;
                let is_free = (pos.x - at.x).abs() >= 150.0 || (pos.y - at.y).abs() >= 110.0;
                assert!(is_free, "{name}: {} is too near {other}", actor.label);
            }
            pieces.push((actor.label.clone(), Place::new(pos.x, pos.y)));
        }
        let footprints: Vec<Footprint> = pieces
            .iter()
            .map(|(label, _)| Footprint::of_label(label))
            .collect();
        let places: Vec<Place> = pieces.iter().map(|(_, place)| *place).collect();
        assert_eq!(overlaps(&places, &footprints), 0, "{name}");
    }
}

#[test]
fn the_register_sample_has_two_modes_three_regions_and_the_odd_one_out() {
    let (_, constellation) = sample("gemeenschappelijke-regelingen-noord-holland-noord");
    let of_kind = |kind: &str| {
        let actors = constellation.actors.values();
        actors.filter(|actor| actor.kind == Some(kind.into())).count()
    };
    assert_eq!((of_kind("gemeente"), of_kind("samenwerkingsverband")), (17, 25));
    for (region, members) in [
        ("kop-van-noord-holland", 4),
        ("westfriesland", 7),
        ("regio-alkmaar", 6),
    ] {
        let actors = constellation.actors.values();
        let inside = actors
            .filter(|actor| actor.region == Some(region.into()) && actor.kind == Some("gemeente".into()));
        assert_eq!(inside.count(), members, "{region}");
    }
    let kennemerland = by_label(&constellation, "Veiligheidsregio Kennemerland").id;
    let members: Vec<_> = constellation
        .relations_of(kennemerland)
        .map(|relation| relation.other_end(kennemerland))
        .collect();
    assert_eq!(members, [by_label(&constellation, "Uitgeest").id]);
}

#[test]
fn the_governance_sample_joins_all_levels_and_the_three_regions() {
    let (_, constellation) = sample("noord-holland-noord-governance");
    let levels: BTreeSet<String> = constellation
        .actors
        .values()
        .filter_map(|actor| actor.level.as_ref().map(ToString::to_string))
        .collect();
    assert_eq!(levels.len(), constellation.vocabulary.levels.len());
    let steering = by_label(&constellation, "Publieke stuurgroep").id;
    for region in ["Kop van Noord-Holland", "Westfriesland", "Regio Alkmaar"] {
        let region = by_label(&constellation, region).id;
        assert!(
            constellation
                .relations_of(steering)
                .any(|relation| relation.source == region)
        );
    }
}

#[test]
fn the_labour_market_sample_shows_what_a_relation_can_be() {
    let (_, constellation) = sample("arbeidsmarktregio");
    let relations = || constellation.relations.values();
    let kinds: BTreeSet<String> = relations().map(|relation| relation.kind.to_string()).collect();
    assert_eq!(kinds.len(), constellation.vocabulary.relation_kinds.len());
    assert!(relations().any(|relation| relation.status == RelationStatus::Wished));
    assert!(relations().any(|relation| !relation.verified));
    assert!(relations().any(|relation| relation.weight > 1.0));
    assert!(constellation.info.description.contains("illustratie"));
}
