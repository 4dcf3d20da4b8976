//! Two-mode figures: those of NetworkX on the Davis women, and the facts of a real region.

use std::collections::BTreeMap;

use crate::golden::{assert_close, dataset};
use netwerkopstelling::analysis::two_mode::{
    Affiliation, ModeKept, ProjectionWeight, congruence, modes_of, projection, robins_alexander,
    two_mode_betweenness, two_mode_closeness, two_mode_clustering, two_mode_degree, two_mode_density,
};
use netwerkopstelling::analysis::{Link, Network, Partition};

#[test]
fn the_smaller_group_are_the_tables_whichever_stands_first_in_the_file() {
    let tie = |source, target| Link {
        source,
        target,
        weight: 1.0,
    };
    let network = Network::from_links(3, false, &[tie(0, 1), tie(1, 2)]).unwrap();
    let modes = |names: [&str; 2], of: [u32; 3]| {
        let groups = names.map(str::to_owned).to_vec();
        modes_of(&network, &Partition::single(groups, &of.map(Some)))
    };
    let middle = Some(vec![false, true, false]);
    assert_eq!(modes(["woman", "event"], [0, 1, 0]), middle);
    assert_eq!(modes(["event", "woman"], [1, 0, 1]), middle);
    assert_eq!(modes(["event", "woman"], [1, 1, 0]), None, "a tie within a group");
    let pair = Network::from_links(2, false, &[tie(0, 1)]).unwrap();
    for (names, of, expected) in [
        (["A", "B"], [0, 1], [false, true]),
        (["B", "A"], [0, 1], [true, false]),
    ] {
        let groups = names.map(str::to_owned).to_vec();
        let found = modes_of(&pair, &Partition::single(groups, &of.map(Some)));
        assert_eq!(found, Some(expected.to_vec()), "{names:?}");
    }
}

#[test]
pub fn two_mode_figures_are_those_of_networkx() {
    let davis = dataset("davis");
    let name = davis.two_mode.clone().unwrap();
    let partition = &davis.partitions.iter().find(|(n, _)| *n == name).unwrap().1;
    let net = &davis.network;
    let mode = modes_of(net, partition).expect("women and events");
    let betweenness: Vec<f64> = davis
        .figure("node.betweenness")
        .unwrap()
        .values
        .into_iter()
        .map(Option::unwrap)
        .collect();
    let clustering: Vec<_> = two_mode_clustering(net).into_iter().map(Some).collect();
    for (key, ours) in [
        ("graph.two_mode_density", vec![two_mode_density(net, &mode)]),
        ("graph.robins_alexander", vec![robins_alexander(net)]),
        ("node.two_mode_degree", two_mode_degree(net, &mode)),
        ("node.two_mode_closeness", two_mode_closeness(net, &mode)),
        (
            "node.two_mode_betweenness",
            two_mode_betweenness(&mode, &betweenness),
        ),
        ("node.two_mode_clustering_dot", clustering),
    ] {
        assert_close(&davis.figure(key).expect(key), &ours);
    }
}

#[test]
fn the_projection_on_the_women_is_that_of_networkx() {
    let davis = dataset("davis");
    let events: Vec<bool> = davis.ids.iter().map(|id| is_event(id)).collect();
    let affiliation = Affiliation::new(&davis.network, &events);
    assert_eq!(affiliation.other_ties, 0);
    let women = dataset("davis_women");
    let place = |v: u32| {
        let id = &davis.ids[v as usize];
        u32::try_from(women.ids.iter().position(|other| other == id).unwrap()).unwrap()
    };
    let links: Vec<Link> = projection(&affiliation, ModeKept::Actors, ProjectionWeight::Shared)
        .into_iter()
        .map(|link| Link {
            source: place(link.source),
            target: place(link.target),
            weight: link.weight,
        })
        .collect();
    let ours = Network::from_links(women.ids.len(), false, &links).unwrap();
    let pairs = |net: &Network| -> Vec<_> {
        net.pairs
            .iter()
            .map(|pair| (pair.source, pair.target, pair.weight))
            .collect()
    };
    assert_eq!(pairs(&ours), pairs(&women.network));
}

fn is_event(id: &str) -> bool {
    id.strip_prefix('E')
        .is_some_and(|rest| rest.parse::<u32>().is_ok())
}

/// The participants of the arrangements the 17 municipalities of Noord-Holland Noord take part in
/// (Register van Overheidsorganisaties, 16 May 2026, CC0): all of them, or the 17 alone.
fn region(only_the_17: bool) -> (Vec<String>, Affiliation) {
    let mut reader = csv::Reader::from_reader(include_str!("noord_holland_noord.csv").as_bytes());
    let mut number: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = Vec::new();
    let mut is_table = Vec::new();
    let mut links = Vec::new();
    for row in reader.records() {
        let row = row.unwrap();
        if only_the_17 && &row[2] == "nee" {
            continue;
        }
        let ends = [(&row[0], true), (&row[1], false)].map(|(name, table)| {
            *number.entry(name.to_owned()).or_insert_with(|| {
                names.push(name.to_owned());
                is_table.push(table);
                u32::try_from(names.len() - 1).unwrap()
            })
        });
        links.push(Link {
            source: ends[0],
            target: ends[1],
            weight: 1.0,
        });
    }
    let net = Network::from_links(names.len(), false, &links).unwrap();
    (names, Affiliation::new(&net, &is_table))
}

fn lowest(names: &[String], values: &[Option<f64>], among: impl Fn(usize) -> bool) -> String {
    let at = (0..values.len())
        .filter(|&v| values[v].is_some() && among(v))
        .min_by(|&a, &b| values[a].unwrap().total_cmp(&values[b].unwrap()))
        .unwrap();
    names[at].clone()
}

#[test]
fn uitgeest_is_the_one_whose_regions_do_not_match() {
    let (names, affiliation) = region(true);
    assert_eq!(affiliation.tables().count(), 25);
    assert_eq!(affiliation.members.iter().map(Vec::len).sum::<usize>(), 154);
    let found = congruence(&affiliation);
    assert_eq!(lowest(&names, &found.likeness(), |_| true), "Gemeente Uitgeest");
    assert_eq!(lowest(&names, &found.fit(), |_| true), "Gemeente Uitgeest");
    // An island with two tables of its own: which of the two comes first hangs by little, but these two are
    // far from the other fifteen.
    assert_eq!(lowest(&names, &found.nesting, |_| true), "Gemeente Texel");
    let mut fits: Vec<f64> = found.fit().into_iter().flatten().collect();
    fits.sort_by(f64::total_cmp);
    let shown: Vec<f64> = fits
        .iter()
        .take(3)
        .map(|fit| (fit * 100.0).round() / 100.0)
        .collect();
    assert_eq!(shown, [0.51, 0.53, 0.85]);

    // With everybody at those tables, their member sets themselves tell it too.
    let (of_the_17, (names, affiliation)) = (names, region(false));
    let found = congruence(&affiliation);
    let among = |v: usize| of_the_17.contains(&names[v]);
    assert_eq!(lowest(&names, &found.of_tables, among), "Gemeente Uitgeest");
    assert_eq!(lowest(&names, &found.likeness(), among), "Gemeente Uitgeest");
}

#[test]
fn overlap_of_tables_is_shared_members_over_all_members() {
    let (names, affiliation) = region(true);
    let overlaps = affiliation.overlaps();
    for overlap in &overlaps {
        let (a, b) = (
            &affiliation.members[overlap.a as usize],
            &affiliation.members[overlap.b as usize],
        );
        let shared = a.iter().filter(|member| b.contains(member)).count();
        assert_eq!(
            overlap.shared as usize, shared,
            "{} {}",
            names[overlap.a as usize], names[overlap.b as usize]
        );
        let either = a.len() + b.len() - shared;
        assert_eq!(overlap.jaccard, shared as f64 / either as f64);
    }
    assert!(overlaps.iter().any(|overlap| overlap.jaccard == 1.0));
}
