//! Boundary-spanner candidates on tiny networks with answers by hand, and their sentences.

use netwerkopstelling::analysis::live::live;
use netwerkopstelling::analysis::paths::{self, PathRequest, Sources};
use netwerkopstelling::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use netwerkopstelling::analysis::spanners::{
    Component, Dimension, DimensionFigures, EvidenceRequest, Grounds, PairFacts, RankTable, Ranking, Reason,
    ReasonKind, RelationsOfLinks, SpannerWeights, StandingRequest, best_per_group, evidence, load, reasons,
    spanner_figures, standing,
};
use netwerkopstelling::analysis::{Control, Link, Network, Partition, Values, Weighing};
use netwerkopstelling::formats;
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::Language;
use netwerkopstelling::told;

use crate::support::network;

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// Two triangles, 0-1-2 (north) and 4-5-6 (south), held together by 3 (centre).
fn bow_tie() -> (Network, Partition, Partition) {
    let net = network(
        7,
        false,
        &[(0, 1), (1, 2), (0, 2), (2, 3), (3, 4), (4, 5), (5, 6), (4, 6)],
    );
    let region = Partition::single(
        names(&["Noord", "Midden", "Zuid"]),
        &[0, 0, 0, 1, 2, 2, 2].map(Some),
    );
    let level = Partition::single(names(&["lokaal", "provincie"]), &[0, 0, 0, 1, 0, 0, 0].map(Some));
    (net, region, level)
}

fn dimensions<'a>(region: &'a Partition, level: &'a Partition) -> [Dimension<'a>; 2] {
    [("region", region), ("level", level)].map(|(id, partition)| Dimension { id, partition })
}

fn figures(net: &Network, dimensions: &[Dimension<'_>]) -> Vec<DimensionFigures> {
    dimensions
        .iter()
        .map(|&dimension| spanner_figures(net, dimension, Weighing::Weighted, Values::undefined(net.n)))
        .collect()
}

#[test]
fn who_holds_two_regions_together_comes_first() {
    let (net, region, level) = bow_tie();
    let dimensions = dimensions(&region, &level);
    let figures = figures(&net, &dimensions);
    // Open two-paths that cross: 0-2-3, 1-2-3, 2-3-4, 3-4-5, 3-4-6; each has one broker.
    assert_eq!(figures[0].of(Component::Mediation).at(3), Some(0.2));
    assert_eq!(figures[0].of(Component::Mediation).at(2), Some(0.4));
    // North-south only holds through 3; 3 itself is all of the centre.
    assert_eq!(figures[0].last_links.lost, vec![0, 0, 2, 1, 2, 0, 0]);
    assert_eq!(
        figures[0].of(Component::LastLink).at(3),
        Some(1.0),
        "the one pair that is not about itself"
    );
    assert_eq!(
        figures[1].of(Component::LastLink).at(3),
        None,
        "of levels there is none"
    );
    let table = RankTable::new(&figures, &[true; 7]);
    let ranking = Ranking::new(&table, &SpannerWeights::equal(2));
    let first: Vec<u32> = ranking
        .candidates
        .iter()
        .filter(|candidate| candidate.rank == 1)
        .map(|candidate| candidate.actor)
        .collect();
    assert_eq!(first, vec![2, 4], "the two gates mirror each other");
    assert_eq!(ranking.of(3).unwrap().rank, 3);
    assert!(ranking.candidates.iter().all(|c| c.cell_ranks.len() == 8));
}

#[test]
fn tables_can_be_kept_out_of_the_list() {
    let (net, region, _) = bow_tie();
    let dimensions = [Dimension {
        id: "region",
        partition: &region,
    }];
    let mut may = [true; 7];
    may[2] = false;
    let table = RankTable::new(&figures(&net, &dimensions), &may);
    let ranking = Ranking::new(&table, &SpannerWeights::equal(1));
    assert_eq!(ranking.candidates.len(), 6);
    assert_eq!(
        ranking.candidates[0].actor, 3,
        "the one pair that is not about itself hangs on it"
    );
}

fn grounds<'a>(
    network: &'a Network,
    dimensions: &'a [Dimension<'a>],
    figures: &'a [DimensionFigures],
) -> Grounds<'a> {
    Grounds {
        network,
        dimensions,
        figures,
        connected: None,
        facts: &[],
        load: &[],
    }
}

fn sentences(language: Language, reasons: &[Reason]) -> Vec<String> {
    let texts = Texts::new(language);
    reasons
        .iter()
        .map(|reason| told::reason(reason).text(texts))
        .collect()
}

#[test]
fn reasons_are_sentences_with_counts_in_both_languages() {
    let (net, region, level) = bow_tie();
    let dimensions = dimensions(&region, &level);
    let passage = Values::from(vec![Some(0.375); net.n]);
    let figures: Vec<_> = dimensions
        .iter()
        .map(|&d| spanner_figures(&net, d, Weighing::Weighted, passage.clone()))
        .collect();
    let facts = vec![
        PairFacts {
            relations: 1,
            informal: 1
        };
        net.m()
    ];
    let is_table = [false, false, false, true, false, false, false];
    let grounds = Grounds {
        facts: &facts,
        load: &load(&net, &is_table),
        ..grounds(&net, &dimensions, &figures)
    };
    let found = reasons(&grounds, 2);
    assert_eq!(
        sentences(Language::Nl, &found),
        [
            "is voor 2 van de 3 verbonden paren van regio's de enige verbinding",
            "heeft contacten in 1 andere regio en 1 ander schaalniveau",
            "is voor Noord de verbinding met andere regio's (poortwachter 2x)",
            "is voor het schaalniveau lokaal de verbinding met andere schaalniveaus (poortwachter 2x)",
            "ligt op de kortste weg tussen 38% van de paren actoren uit verschillende regio's en 38% van die uit \
             verschillende schaalniveaus",
            "alle 3 relaties zijn informeel",
            "vraag: kan dit erbij, met 3 contacten, waarvan 1 overlegtafel?",
        ]
    );
    let english = sentences(Language::En, &found);
    assert_eq!(
        english[0],
        "is the only connection for 2 of the 3 connected pairs of regions"
    );
    assert_eq!(
        english[1],
        "has contacts in 1 other region and 1 other scale level"
    );
}

#[test]
fn every_reason_in_the_samples_has_a_count_in_both_languages_and_lights_up_what_it_rests_on() {
    let mut kinds = std::collections::BTreeSet::new();
    for file in [
        "arbeidsmarktregio",
        "noord-holland-noord-governance",
        "gemeenschappelijke-regelingen-noord-holland-noord",
    ] {
        let path = format!(
            "{}/sample-networks/{file}.opstelling.json",
            env!("CARGO_MANIFEST_DIR")
        );
        let read = formats::read(std::fs::read(path).unwrap()).unwrap();
        let settings = AnalysisSettings::default();
        let snapshot = Snapshot::build(&read.constellation, &settings, Visible::ALL).unwrap();
        let live = live(snapshot, &Control::new()).unwrap();
        for actor in 0..live.snapshot.network.n {
            let found = live.reasons_of(actor);
            let (dutch, english) = (sentences(Language::Nl, &found), sentences(Language::En, &found));
            for ((reason, dutch), english) in found.iter().zip(dutch).zip(english) {
                kinds.insert(told::reason(reason).key);
                assert_ne!(dutch, english);
                for text in [dutch, english] {
                    let is_written = !text.contains(['{', '}']) && !text.contains("reason-");
                    assert!(
                        is_written && text.contains(|it: char| it.is_ascii_digit()),
                        "{text}"
                    );
                }
                let own = u32::try_from(actor).unwrap();
                let lights_up = reason.actors.len() > 1 && reason.actors.contains(&own);
                assert!(lights_up && !reason.pairs.is_empty(), "{reason:?}");
            }
        }
    }
    assert!(kinds.len() > 8, "{kinds:?}");
}

#[test]
fn a_gatekeeper_in_a_directed_network_lets_in() {
    let net = network(4, true, &[(0, 2), (1, 2), (2, 3)]);
    let region = Partition::single(names(&["Kop", "Westfriesland"]), &[0, 0, 1, 1].map(Some));
    let dimensions = [Dimension {
        id: "region",
        partition: &region,
    }];
    let found = reasons(&grounds(&net, &dimensions, &figures(&net, &dimensions)), 2);
    let gate = found
        .iter()
        .find(|reason| matches!(reason.kind, ReasonKind::Role(_)))
        .unwrap();
    assert_eq!(
        sentences(Language::Nl, std::slice::from_ref(gate)),
        ["haalt binnen voor Westfriesland (poortwachter 2x)"]
    );
    assert_eq!(gate.actors, vec![0, 1, 2, 3]);
    assert_eq!(gate.pairs, vec![0, 1, 2]);
}

#[test]
fn an_own_dimension_is_called_by_its_name() {
    let net = network(3, false, &[(0, 1), (1, 2)]);
    let club = Partition::single(names(&["x", "y", "z"]), &[0, 1, 2].map(Some));
    let dimensions = [Dimension {
        id: "club",
        partition: &club,
    }];
    let found = reasons(&grounds(&net, &dimensions, &figures(&net, &dimensions)), 1);
    assert_eq!(
        sentences(Language::Nl, &found),
        [
            "is voor het enige verbonden paar van groepen van ‘club’ de enige verbinding",
            "heeft contacten in 2 andere groepen van ‘club’",
            "verbindt andere groepen van ‘club’ met elkaar (tussenpersoon 1x)",
        ]
    );
}

#[test]
fn an_isolate_has_no_reasons() {
    let net = network(2, false, &[]);
    let club = Partition::single(names(&["x", "y"]), &[0, 1].map(Some));
    let dimensions = [Dimension {
        id: "club",
        partition: &club,
    }];
    let figures = figures(&net, &dimensions);
    let grounds = Grounds {
        load: &load(&net, &[false; 2]),
        ..grounds(&net, &dimensions, &figures)
    };
    let found = reasons(&grounds, 0);
    assert_eq!(found, vec![]);
}

#[test]
fn evidence_and_standing_fit_together_and_do_not_depend_on_threads() {
    let (net, region, level) = bow_tie();
    let dimensions = dimensions(&region, &level);
    let weights = SpannerWeights::equal(2);
    let links: Vec<Link> = net
        .pairs
        .iter()
        .map(|pair| Link {
            source: pair.source,
            target: pair.target,
            weight: pair.weight,
        })
        .collect();
    let is_unverified: Vec<bool> = net.pairs.iter().map(|pair| pair.source == 3).collect();
    let relation_of: Vec<u32> = (0..).take(links.len()).collect();
    let request = EvidenceRequest {
        network: &net,
        dimensions: &dimensions,
        may_be_candidate: &[true; 7],
        relations: RelationsOfLinks {
            links: &links,
            relation_of: &relation_of,
            is_unverified: &is_unverified,
        },
        weighing: Weighing::Weighted,
        sources: Sources::Exact,
        is_table: None,
        new_relations: 5,
        seed: 1,
    };
    let run = || {
        let paths = PathRequest {
            partitions: &[&region, &level],
            ..PathRequest::default()
        };
        let control = Control::new();
        let passage = paths::run(&net, &paths, &control).unwrap().passage;
        let figures: Vec<_> = dimensions
            .iter()
            .zip(passage)
            .map(|(&dimension, passage)| spanner_figures(&net, dimension, Weighing::Weighted, passage))
            .collect();
        let ranks = RankTable::new(&figures, &[true; 7]);
        let own = Control::new();
        let found = evidence(&request, &own).unwrap();
        assert_eq!(own.progress(), 1.0, "all that was announced is done");
        let request = StandingRequest {
            network: &net,
            dimensions: &dimensions,
            ranks: &ranks,
            weights: &weights,
            thinned: Some(&found.thinned),
            top: 3,
            seed: 1,
            explain: &|actor| {
                let load = load(&net, &[false; 7]);
                let grounds = Grounds {
                    load: &load,
                    ..grounds(&net, &dimensions, &figures)
                };
                reasons(&grounds, actor as usize)
            },
        };
        let standing = standing(&request, &control).unwrap();
        (figures, found, standing)
    };
    let in_pool = |threads| {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        pool.install(run)
    };
    let (figures, found, standing) = in_pool(1);
    assert_eq!((figures.clone(), found.clone(), standing.clone()), in_pool(3));

    // 3 lies on every path between north and south: 9 of the 9 + 3 + 3 crossing pairs, less its own 6.
    assert_eq!(figures[0].of(Component::Passage).at(3), Some(1.0));
    assert_eq!(
        best_per_group(&standing.ranking, &region)[1],
        [3],
        "the centre has one member"
    );
    assert_eq!(
        standing.whole_team.members,
        [3],
        "it is tied to all regions and both levels"
    );
    assert_eq!(standing.teams.len(), 2);
    assert_eq!(standing.reasons.len(), 7);
    assert_eq!(standing.reasons[0].0, standing.ranking.candidates[0].actor);
    assert!(standing.whole_team.is_proven_smallest);
    let missing = &found.missing_links[0];
    assert_eq!((missing[0].a, missing[0].b, missing[0].ties), (0, 2, 0.0));
    assert_eq!(standing.weightings.runs, 1000);
    let unverified = standing.unverified.unwrap();
    assert!(unverified.runs >= 20 && unverified.shares.iter().any(|&share| share < 1.0));
    let new = found.new_relations[0].as_ref().unwrap();
    assert!(new.best[0].gain > 0.0 && new.evaluated == new.possible);
    assert!(found.mediation[0][2].is_some());
}
