//! Hand-sized networks and what exactly is said of them.

use super::*;
use crate::analysis::Control;
use crate::analysis::group_figures::group_figures;
use crate::analysis::live::{Live, live};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::analysis::spanners::ReasonKind;
use crate::edit::operations::{self as op, ActorEdit};
use crate::edit::testing::{document_of, relate};
use crate::edit::{ActorField, Document, RelationField};
use crate::i18n::Texts;
use crate::model::{ActorId, Direction, Language};

fn live_of(document: &Document) -> Live {
    let settings = AnalysisSettings::default();
    let snapshot = Snapshot::build(document.constellation(), &settings, Visible::ALL).unwrap();
    live(snapshot, &Control::new()).unwrap()
}

fn give(document: &mut Document, actor: ActorId, edit: ActorEdit) {
    op::edit_actors(document, &[actor], &edit).unwrap();
}

fn sector(document: &mut Document, actor: ActorId, sector: &str) {
    give(document, actor, ActorField::Sector(Some(sector.into())).into());
}

/// What is said of an actor by reasons of one kind, in Dutch and in English.
fn said(live: &Live, actor: usize, is_wanted: impl Fn(&ReasonKind) -> bool) -> [Vec<String>; 2] {
    let found = live.reasons_of(actor);
    let wanted = || found.iter().filter(|it| is_wanted(&it.kind));
    [Language::Nl, Language::En].map(|language| {
        let texts = Texts::new(language);
        wanted().map(|it| reason(it).text(texts)).collect()
    })
}

fn roles(live: &Live, actor: usize) -> [Vec<String>; 2] {
    said(live, actor, |kind| matches!(kind, ReasonKind::Role(_)))
}

/// Actors with their domains, the first of them tied to all others.
fn around_the_first(actors: &[(&str, &[&str])]) -> Document {
    let (mut document, ids) = document_of(actors.iter().map(|(name, _)| *name));
    for (id, (_, domains)) in ids.iter().zip(actors) {
        let domains = domains.iter().map(|&domain| domain.into()).collect();
        give(&mut document, *id, ActorField::Domains(domains).into());
    }
    for &other in &ids[1..] {
        relate(&mut document, ids[0], other, "samenwerking");
    }
    document
}

/// A middle tied to all others, whose sectors alternate.
fn star(leaves: usize) -> (Document, Vec<ActorId>) {
    let names = (0..=leaves).map(|number| format!("a{number}"));
    let (mut document, ids) = document_of(names);
    for (at, &leaf) in ids[1..].iter().enumerate() {
        sector(
            &mut document,
            leaf,
            if at % 2 == 0 { "overheid" } else { "ondernemers" },
        );
        relate(&mut document, ids[0], leaf, "samenwerking");
    }
    sector(&mut document, ids[0], "omgeving");
    (document, ids)
}

#[test]
fn a_role_is_counted_in_the_domain_it_is_about() {
    // The middle is in two domains, one end in one of them, the others in a third.
    let document = around_the_first(&[
        ("midden", &["wonen", "energie"]),
        ("wonen", &["wonen"]),
        ("zorg 1", &["zorg"]),
        ("zorg 2", &["zorg"]),
    ]);
    // wonen - midden - zorg (two pairs): half of each within wonen, half from energie between two others.
    // zorg - midden - zorg: from outside. So zorg once, wonen twice a half, and twice a half between others.
    let live = live_of(&document);
    assert_eq!(
        roles(&live, 0),
        [
            ["verbindt van buitenaf actoren binnen het domein Zorg (bemiddelaar 1x)"],
            ["connects actors within the domain Zorg from outside (consultant 1x)"]
        ]
    );
}

#[test]
fn a_role_for_several_own_domains_names_the_one_it_is_most_about_and_counts_it() {
    let document = around_the_first(&[
        ("midden", &["wonen", "energie"]),
        ("wonen 1", &["wonen"]),
        ("wonen 2", &["wonen"]),
        ("energie", &["energie"]),
        ("zorg", &["zorg"]),
    ]);
    // With the two of wonen towards zorg and energie, each pair for a half: 2 x 2 x 0.5 = 2 for wonen; the one of
    // energie towards zorg, wonen and wonen: 3 x 0.5 = 1.5 for energie.
    let live = live_of(&document);
    assert_eq!(
        roles(&live, 0),
        [
            [
                "is voor het domein Wonen de verbinding met andere domeinen (poortwachter 2x, in alle domeinen samen \
              3,5x)"
            ],
            ["connects the domain Wonen with other domains (gatekeeper 2x, in all domains together 3.5x)"]
        ]
    );
}

#[test]
fn nothing_doubles_because_one_relation_gets_an_arrowhead() {
    let (mut document, ids) = star(6);
    let plain = live_of(&document);
    let expected = [
        vec!["verbindt andere sectoren met elkaar (tussenpersoon 9x)".to_owned()],
        vec!["connects other sectors with each other (liaison 9x)".to_owned()],
    ];
    assert_eq!(roles(&plain, 0), expected);

    let last = relate(&mut document, ids[0], ids[6], "samenwerking");
    let direction = RelationField::Direction(Direction::Directed).into();
    op::edit_relations(&mut document, &[last], &direction).unwrap();
    let directed = live_of(&document);
    assert!(directed.snapshot.network.directed);
    assert_eq!(
        roles(&directed, 0),
        expected,
        "parallel to a tie that goes both ways"
    );
}

#[test]
fn a_relation_that_counts_both_ways_is_one_relation() {
    let (mut document, ids) = star(6);
    for &leaf in &ids[1..3] {
        relate(&mut document, ids[0], leaf, "informeel");
    }
    let informal = |document: &Document| {
        let live = live_of(document);
        said(&live, 0, |kind| matches!(kind, ReasonKind::Informal { .. }))
    };
    let expected = [
        ["2 van de 8 relaties zijn informeel (25%)".to_owned()],
        ["2 of the 8 relations are informal (25%)".to_owned()],
    ];
    assert_eq!(informal(&document), expected);
    let arrow = *document.constellation().relations.keys().next().unwrap();
    let direction = RelationField::Direction(Direction::Directed).into();
    op::edit_relations(&mut document, &[arrow], &direction).unwrap();
    assert_eq!(informal(&document), expected);
}

#[test]
fn the_share_of_shortest_ways_is_of_the_pairs_that_are_connected() {
    // 0 - 1 - 2 in three sectors, and 3 - 4 elsewhere: of the crossing pairs of others only 0 with 2 is connected
    // over somebody, and 3 with 4 without.
    let (mut document, ids) = document_of(["a", "b", "c", "d", "e"]);
    for (at, word) in ["overheid", "ondernemers", "omgeving", "overheid", "ondernemers"]
        .into_iter()
        .enumerate()
    {
        sector(&mut document, ids[at], word);
    }
    for (source, target) in [(0, 1), (1, 2), (3, 4)] {
        relate(&mut document, ids[source], ids[target], "samenwerking");
    }
    let live = live_of(&document);
    let passage = |kind: &ReasonKind| matches!(kind, ReasonKind::Passage { .. });
    assert_eq!(
        said(&live, 1, passage),
        [
            ["ligt op de kortste weg tussen 50% van de verbonden paren actoren uit verschillende sectoren"],
            ["lies on the shortest way between 50% of the connected pairs of actors from different sectors"]
        ]
    );
}

#[test]
fn contacts_are_counted_in_other_groups_than_the_own() {
    let (mut document, ids) = document_of(["a", "b", "c", "d"]);
    for (at, word) in ["overheid", "overheid", "ondernemers"].into_iter().enumerate() {
        sector(&mut document, ids[at], word);
    }
    for (source, target) in [(0, 1), (0, 2), (3, 1), (3, 2)] {
        relate(&mut document, ids[source], ids[target], "samenwerking");
    }
    let live = live_of(&document);
    let connects = |actor| said(&live, actor, |kind| matches!(kind, ReasonKind::Connects { .. }));
    assert_eq!(
        connects(0),
        [
            ["heeft contacten in 1 andere sector"],
            ["has contacts in 1 other sector"]
        ]
    );
    assert_eq!(
        connects(3),
        [["heeft contacten in 2 sectoren"], ["has contacts in 2 sectors"]],
        "without a sector of its own"
    );
    assert_eq!(connects(1), [[""; 0], [""; 0]], "only in its own");
}

#[test]
fn where_relations_join_members_and_tables_no_other_is_proposed() {
    let (mut document, ids) = document_of(["tafel 1", "tafel 2", "lid 1", "lid 2", "lid 3"]);
    let body = document.constellation().vocabulary.actor_kinds.iter();
    let body = body.clone().find(|kind| kind.is_body).unwrap().id.clone();
    op::edit_actors(&mut document, &ids[..2], &ActorField::Kind(Some(body)).into()).unwrap();
    for (at, word) in ["overheid", "ondernemers", "overheid", "ondernemers", "omgeving"]
        .into_iter()
        .enumerate()
    {
        sector(&mut document, ids[at], word);
    }
    for (source, target) in [(2, 0), (3, 1), (4, 1)] {
        relate(&mut document, ids[source], ids[target], "samenwerking");
    }
    let live = live_of(&document);
    assert!(live.snapshot.joins_only_tables());
    let evidence = live.evidence(&Control::new()).unwrap();
    let best = &evidence.new_relations[0].as_ref().unwrap().best;
    assert!(!best.is_empty());
    for relation in best {
        let is_table = |at: u32| live.snapshot.is_table[at as usize];
        assert_ne!(is_table(relation.a), is_table(relation.b), "{relation:?}");
    }
}

#[test]
fn relations_are_counted_once_and_another_number_of_arrows_is_explained() {
    let (mut document, ids) = star(3);
    let arrow = relate(&mut document, ids[1], ids[2], "samenwerking");
    let direction = RelationField::Direction(Direction::Directed).into();
    op::edit_relations(&mut document, &[arrow], &direction).unwrap();
    let live = live_of(&document);
    let messages = [
        basis(document.constellation(), &live.snapshot),
        arrows(&live.snapshot).unwrap(),
    ];
    let text = |language| messages.each_ref().map(|it| it.text(Texts::new(language)));
    assert_eq!(
        text(Language::Nl),
        [
            "Over 4 actoren, 4 relaties",
            "Als 7 pijlen gerekend: een relatie die wederzijds of zonder richting is, telt als twee; relaties die van \
             dezelfde naar dezelfde actor lopen, tellen als één."
        ]
    );
    assert_eq!(text(Language::En)[0], "Of 4 actors, 4 relations");

    relate(&mut document, ids[1], ids[3], "spanning");
    let live = live_of(&document);
    let some = basis(document.constellation(), &live.snapshot);
    assert_eq!(
        some.text(Texts::new(Language::Nl)),
        "Over 4 actoren, 4 van de 5 relaties"
    );
}

#[test]
fn what_an_actor_carries_counts_the_tables_it_sits_at_as_the_panel_does() {
    // A working group at three tables, at one of which nobody sits: that is no table. It is none either, as nobody
    // but tables is tied to it; the third table, a body with a member, sits at none.
    let (mut document, ids) = document_of(["werkgroep", "tafel 1", "tafel 2", "leeg", "lid 1", "lid 2"]);
    let kinds = document.constellation().vocabulary.actor_kinds.iter();
    let body = kinds.clone().find(|kind| kind.is_body).unwrap().id.clone();
    op::edit_actors(&mut document, &ids[..4], &ActorField::Kind(Some(body)).into()).unwrap();
    for (source, target) in [(0, 1), (0, 2), (0, 3), (1, 4), (2, 5), (4, 2), (1, 2)] {
        relate(&mut document, ids[source], ids[target], "samenwerking");
    }
    let live = live_of(&document);
    let load: Vec<(u32, u32)> = live.load.iter().map(|it| (it.ties, it.tables)).collect();
    assert_eq!(load, [(3, 2), (3, 0), (4, 0), (1, 0), (2, 2), (1, 1)]);
    let figures = group_figures(live.snapshot.clone(), &Control::new()).unwrap();
    let at_tables = figures.tables.affiliation.tables_of.iter().map(Vec::len);
    assert!(at_tables.eq(load.iter().map(|&(_, tables)| tables as usize)));
    assert_eq!(
        said(&live, 0, |kind| matches!(kind, ReasonKind::Load { .. })),
        [
            ["vraag: kan dit erbij, met 3 contacten, waarvan 2 overlegtafels?"],
            ["question: is there room for this, with 3 contacts, of which 2 consultation tables?"]
        ]
    );
}
