//! How sure the candidates are and what could be added to the network: what the app computes beside its
//! board, by the same functions and seeds.

use serde_json::{Map, Value, json};

use super::MeasureFilter;
use crate::analysis::group_figures;
use crate::analysis::groups::PermutationTest;
use crate::analysis::live::Live;
use crate::analysis::spanners::stability::DROP_CHANCE;
use crate::analysis::spanners::standing::SEED;
use crate::analysis::spanners::{
    Candidate, Component, Evidence, MediationTest, SpannerWeights, Stability, Standing, Team, Thinned,
    default_top,
};
use crate::analysis::{Control, Partition};
use crate::i18n::Message;
use crate::told::{MediationRow, Sureness, Varied, mediation_rows, why_not_thinned};

/// Measures that rest on computing many networks or arrangements.
pub const THOROUGH: [&str; 5] = [
    "stability_unverified",
    "mediation_p",
    "ei_p",
    "missing_link",
    "new_relation_gain",
];

/// Measures that stand beside every candidate and are there at once.
const AT_ONCE: [&str; 5] = [
    "spanner_mean_rank",
    "stability_weightings",
    "spanner_load",
    "spanner_best",
    "spanner_team",
];

/// Whether measures that stand beside the candidates are chosen, so that these have to be there.
pub fn has_candidates(measures: MeasureFilter<'_>) -> bool {
    AT_ONCE.into_iter().chain(THOROUGH).any(measures)
}

/// Of one network.
#[derive(Debug, Clone)]
pub struct Certainty {
    pub weights: SpannerWeights,
    /// `None` without candidates.
    pub standing: Option<Standing>,
    /// `None` without candidates, or when it was not asked for.
    pub evidence: Option<Evidence>,
    /// E-I per dimension; empty when it was not asked for.
    pub ei_tests: Vec<Option<PermutationTest>>,
    is_thorough: bool,
}

impl Certainty {
    /// With all weights equal, about the usual number of first places: as the app begins.
    pub fn of(live: &Live, is_thorough: bool) -> Self {
        let weights = SpannerWeights::equal(live.figures.len());
        Self::with(live, weights, default_top(live.ranks.actors.len()), is_thorough)
    }

    /// `top`: the first so many places that stability is about. `is_thorough`: also what rests on computing many
    /// networks or arrangements, which takes seconds.
    pub fn with(live: &Live, weights: SpannerWeights, top: u32, is_thorough: bool) -> Self {
        let control = Control::new();
        let has_candidates = !live.ranks.actors.is_empty() && !live.figures.is_empty();
        let evidence = || live.evidence(&control).expect("nobody cancels");
        let evidence = (has_candidates && is_thorough).then(evidence);
        let standing = || {
            let thinned = evidence.as_ref().map(|found| &found.thinned);
            let found = live.standing(&weights, thinned, top, &control);
            found.expect("nobody cancels")
        };
        let standing = has_candidates.then(standing);
        let dimensions = live.snapshot.dimensions.iter().filter(|_| is_thorough);
        let test = |partition: &Partition| {
            let found = group_figures::ei_test(&live.snapshot.network, partition, &control);
            found.expect("nobody cancels")
        };
        Self {
            ei_tests: dimensions.map(|one| test(&one.partition)).collect(),
            standing,
            evidence,
            weights,
            is_thorough,
        }
    }

    /// The candidates in the order of these weights; none when nobody can be one.
    pub fn candidates(&self) -> &[Candidate] {
        self.standing
            .as_ref()
            .map_or(&[], |standing| &standing.ranking.candidates)
    }

    /// The place of an actor in that order.
    pub fn candidate(&self, actor: u32) -> Option<&Candidate> {
        self.standing.as_ref()?.ranking.of(actor)
    }

    /// Whether a measure beside the report was computed.
    pub fn has(&self, id: &str) -> bool {
        match id {
            "ei_p" => !self.ei_tests.is_empty(),
            _ if AT_ONCE.contains(&id) => self.standing.is_some(),
            _ => THOROUGH.contains(&id) && self.evidence.is_some(),
        }
    }

    /// What was varied, how often, and from which seed; why not, where it was not.
    pub fn settings(&self, live: &Live) -> Value {
        let top = self.standing.as_ref().map(|standing| standing.weightings.top);
        let unverified = self.evidence.as_ref().map(|evidence| {
            let (networks, why_none) = match &evidence.thinned {
                Thinned::Tables(tables) => (tables.len(), None),
                Thinned::AllVerified => (0, Some("all_verified")),
                Thinned::TooLarge => (0, Some("too_large")),
            };
            json!({
                "probability": DROP_CHANCE,
                "relations": live.snapshot.is_unverified.iter().filter(|&&it| it).count(),
                "networks": networks,
                "why_none": why_none,
            })
        });
        let runs = |tests: &[Option<MediationTest>]| tests.iter().flatten().next().map(|test| test.runs);
        let evidence = self.evidence.iter();
        let of_mediation = evidence.flat_map(|evidence| &evidence.mediation);
        let ids = || live.figures.iter().map(|figures| figures.id.clone());
        let of_mediation: Map<String, Value> =
            ids().zip(of_mediation.map(|tests| json!(runs(tests)))).collect();
        let of_ei: Map<String, Value> = ids()
            .zip(self.ei_tests.iter().map(|test| json!(test.map(|test| test.runs))))
            .collect();
        let dimensions = ids().zip(self.weights.dimensions.iter().map(|weight| json!(weight)));
        let components = Component::ALL.into_iter().zip(self.weights.components);
        let components = components.map(|(component, weight)| (component.id().to_owned(), json!(weight)));
        json!({
            "weights": {
                "dimensions": dimensions.collect::<Map<String, Value>>(),
                "components": components.collect::<Map<String, Value>>(),
            },
            "seed": SEED,
            "top": top,
            "weightings": self.standing.as_ref().map(|standing| standing.weightings.runs),
            "unverified": unverified,
            "permutations_mediation": self.is_thorough.then_some(of_mediation),
            "permutations_ei": self.is_thorough.then_some(of_ei),
        })
    }

    /// In which share of the runs a candidate is in the top: under weightings, and without some of the
    /// relations nobody verified.
    pub fn shares(&self, live: &Live, actor: u32) -> [Option<f64>; 2] {
        let share = |stability: Option<&Stability>| stability?.share_of(&live.ranks, actor);
        let standing = self.standing.as_ref();
        [
            share(standing.map(|standing| &standing.weightings)),
            share(standing.and_then(|standing| standing.unverified.as_ref())),
        ]
    }

    /// The tests of mediation of an actor, by dimension; none when they were not asked for.
    pub fn mediation<'a>(
        &'a self,
        live: &'a Live,
        actor: usize,
    ) -> impl Iterator<Item = (&'a str, Option<MediationTest>)> {
        let tests = self.evidence.iter().flat_map(|evidence| &evidence.mediation);
        let dimensions = live.figures.iter().zip(tests);
        dimensions.map(move |(figures, tests)| (figures.id.as_str(), tests.get(actor).copied().flatten()))
    }

    /// What is said about one candidate.
    pub fn messages(&self, live: &Live, actor: u32) -> Vec<Message> {
        let mut messages: Vec<Message> = Vec::new();
        if let Some(standing) = &self.standing {
            let of = |varied, stability| Sureness::of(varied, stability, &live.ranks, actor);
            let unverified = standing.unverified.as_ref();
            let found = [
                of(Varied::Weightings, &standing.weightings),
                unverified.and_then(|stability| of(Varied::Unverified, stability)),
            ];
            messages.extend(found.iter().flatten().map(Sureness::message));
        }
        if let Some(evidence) = &self.evidence {
            messages.extend(why_not_thinned(&evidence.thinned));
            let rows = mediation_rows(&live.figures, evidence, actor as usize);
            if rows.is_empty() {
                messages.push(Message::new("certainty-no-mediation"));
            }
            messages.extend(rows.iter().map(MediationRow::message));
        }
        messages
    }

    /// A team as JSON, with ids of actors.
    pub fn team(team: &Team, ids: &[&str]) -> Value {
        let members = team.members.iter().map(|&at| ids[at as usize]);
        json!({
            "members": members.collect::<Vec<_>>(),
            "is_proven_smallest": team.is_proven_smallest,
            "groups_unreached": team.unreached.len(),
        })
    }
}
