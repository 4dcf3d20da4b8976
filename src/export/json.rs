//! The figures as JSON: columns in the order of `ids`, `null` where undefined.

use std::io::{self, Write};

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::ser::{Formatter, PrettyFormatter};
use serde_json::{Map, Value, json};

use super::{Analysed, Certainty, MeasureFilter, Reasons, has_candidates};
use crate::analysis::Pair;
use crate::analysis::groups::{GroupTies, Mixing};
use crate::analysis::paths::{Sampling, Sources};
use crate::analysis::run::{Column, DimensionReport, NetworkFigure};
use crate::analysis::spanners::{Candidate, Component, best_per_group};
use crate::analysis::two_mode::Overlap;

/// All figures of a file of that name, of the chosen measures. Columns are written as they are: as one tree in
/// memory, the figures of a large network took many times the room that they need.
pub struct FiguresPage<'a> {
    file: &'a str,
    analysed: &'a Analysed,
    measures: MeasureFilter<'a>,
    reasons: Reasons<'a>,
    ids: Vec<&'a str>,
}

impl<'a> FiguresPage<'a> {
    pub fn new(
        file: &'a str,
        analysed: &'a Analysed,
        measures: MeasureFilter<'a>,
        reasons: Reasons<'a>,
    ) -> Self {
        Self {
            file,
            analysed,
            measures,
            reasons,
            ids: analysed.ids(),
        }
    }
}

impl FiguresPage<'_> {
    /// As a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        write(&mut bytes, self).expect("memory takes everything");
        bytes
    }
}

/// Writes figures in lines, as they are made; a zero never has a sign.
///
/// # Errors
/// What is written to may refuse.
pub fn write(mut out: impl Write, figures: &impl Serialize) -> io::Result<()> {
    let lines = FigureFormatter(PrettyFormatter::new());
    figures.serialize(&mut serde_json::Serializer::with_formatter(&mut out, lines))?;
    out.write_all(b"\n")
}

struct FigureFormatter(PrettyFormatter<'static>);

impl Formatter for FigureFormatter {
    fn write_f64<W: ?Sized + Write>(&mut self, out: &mut W, value: f64) -> io::Result<()> {
        self.0.write_f64(out, value + 0.0)
    }

    fn begin_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_array(out)
    }

    fn end_array<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array(out)
    }

    fn begin_array_value<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_array_value(out, first)
    }

    fn end_array_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_array_value(out)
    }

    fn begin_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object(out)
    }

    fn end_object<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object(out)
    }

    fn begin_object_key<W: ?Sized + Write>(&mut self, out: &mut W, first: bool) -> io::Result<()> {
        self.0.begin_object_key(out, first)
    }

    fn begin_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.begin_object_value(out)
    }

    fn end_object_value<W: ?Sized + Write>(&mut self, out: &mut W) -> io::Result<()> {
        self.0.end_object_value(out)
    }
}

impl Serialize for FiguresPage<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self {
            analysed,
            measures,
            ids,
            ..
        } = self;
        let standing = analysed.certainty.standing.as_ref();
        let team = standing.map(|standing| Certainty::team(&standing.whole_team, ids));
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("program", env!("CARGO_PKG_NAME"))?;
        map.serialize_entry("version", env!("CARGO_PKG_VERSION"))?;
        map.serialize_entry("file", self.file)?;
        map.serialize_entry("settings", &settings(analysed))?;
        map.serialize_entry("network", &numbers(&analysed.live.report.network, measures))?;
        map.serialize_entry("actors", &ActorFigures(self))?;
        map.serialize_entry("relations", &RelationFigures(self))?;
        map.serialize_entry("dimensions", &Dimensions(self))?;
        if analysed.live.snapshot.knows_tables() && measures("table_overlap") {
            map.serialize_entry("tables", &between_tables(analysed, ids))?;
        }
        // Not asked for is not the same as nobody.
        map.serialize_entry("spanners", &has_candidates(measures).then_some(Spanners(self)))?;
        map.serialize_entry("team", &team)?;
        map.end()
    }
}

fn put_columns<M: SerializeMap>(
    map: &mut M,
    columns: &[Column],
    measures: MeasureFilter<'_>,
) -> Result<(), M::Error> {
    let mut printed = columns.iter().filter(|column| measures(column.id));
    printed.try_for_each(|column| map.serialize_entry(column.id, &column.values))
}

struct ActorFigures<'a>(&'a FiguresPage<'a>);

impl Serialize for ActorFigures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(page) = self;
        let live = &page.analysed.live;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("ids", &page.ids)?;
        map.serialize_entry("labels", &live.snapshot.labels)?;
        put_columns(&mut map, &live.report.actors, page.measures)?;
        map.end()
    }
}

struct RelationFigures<'a>(&'a FiguresPage<'a>);

impl Serialize for RelationFigures<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(page) = self;
        let live = &page.analysed.live;
        let pairs = &live.snapshot.network.pairs;
        let ends = |end: fn(&Pair) -> u32| -> Vec<&str> {
            pairs.iter().map(|pair| page.ids[end(pair) as usize]).collect()
        };
        let weights: Vec<f64> = pairs.iter().map(|pair| pair.weight).collect();
        let links: Vec<u32> = pairs.iter().map(|pair| pair.links).collect();
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("source", &ends(|pair| pair.source))?;
        map.serialize_entry("target", &ends(|pair| pair.target))?;
        map.serialize_entry("weight", &weights)?;
        map.serialize_entry("links", &links)?;
        put_columns(&mut map, &live.report.relations, page.measures)?;
        map.end()
    }
}

struct Dimensions<'a>(&'a FiguresPage<'a>);

impl Serialize for Dimensions<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let reports = self.0.analysed.live.report.dimensions.iter().enumerate();
        serializer.collect_map(reports.map(|(at, report)| {
            let page = self.0;
            (&report.id, InDimension { page, at, report })
        }))
    }
}

/// `of`: numbers in `groups` of every actor; `mixing`: rows and columns in the order of `groups`.
struct InDimension<'a> {
    page: &'a FiguresPage<'a>,
    at: usize,
    report: &'a DimensionReport,
}

impl Serialize for InDimension<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { page, at, report } = *self;
        let (analysed, measures) = (page.analysed, page.measures);
        let partition = &analysed.live.snapshot.dimensions[at].partition;
        let of: Vec<&[u32]> = (0..partition.len()).map(|actor| partition.of(actor)).collect();
        let mut network = numbers(&report.network, measures);
        let test = analysed.certainty.ei_tests.get(at).copied().flatten();
        if analysed.certainty.has("ei_p") && measures("ei_p") {
            network.insert("ei_p".to_owned(), json!(test.map(|test| test.p())));
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("groups", &partition.groups)?;
        map.serialize_entry("of", &of)?;
        map.serialize_entry("network", &network)?;
        map.serialize_entry("actors", &ColumnsOf(&report.actors, measures))?;
        map.serialize_entry("by_group", &of_groups(report))?;
        map.serialize_entry("mixing", &between_groups(report))?;
        for (key, value) in beside_candidates(analysed, at, &page.ids, measures) {
            map.serialize_entry(&key, &value)?;
        }
        map.end()
    }
}

struct ColumnsOf<'a>(&'a [Column], MeasureFilter<'a>);

impl Serialize for ColumnsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(columns, measures) = self;
        let mut map = serializer.serialize_map(None)?;
        put_columns(&mut map, columns, measures)?;
        map.end()
    }
}

struct Spanners<'a>(&'a FiguresPage<'a>);

impl Serialize for Spanners<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let candidates = self.0.analysed.certainty.candidates().iter();
        serializer.collect_seq(candidates.map(|candidate| spanner(self.0, candidate)))
    }
}

fn numbers(figures: &[NetworkFigure], measures: MeasureFilter<'_>) -> Map<String, Value> {
    figures
        .iter()
        .filter(|figure| measures(figure.id))
        .map(|figure| (figure.id.to_owned(), json!(figure.value)))
        .collect()
}

fn settings(analysed: &Analysed) -> Value {
    let settings = &analysed.settings;
    let statuses: &[&str] = if settings.includes_wished {
        &["existing", "wished"]
    } else {
        &["existing"]
    };
    let sampling = match analysed.live.snapshot.sources {
        Sources::Exact => Value::Null,
        Sources::Sample(Sampling {
            error, confidence, ..
        }) => json!({
            "error": error,
            "confidence": confidence,
            "sources": analysed.live.report.sampled_sources,
        }),
    };
    json!({
        "directed": analysed.live.snapshot.network.directed,
        "kinds": analysed.source.kinds,
        "statuses": statuses,
        "actors_hidden": analysed.source.actors_hidden,
        "sampling": sampling,
        "certainty": analysed.certainty.settings(&analysed.live),
    })
}

fn of_groups(report: &DimensionReport) -> Value {
    let [once, weighted] = &report.group_ties;
    json!({
        "internal_once": by_group(once, |ties| Some(ties.internal_once)),
        "external": by_group(once, |ties| Some(ties.external)),
        "ei": by_group(once, GroupTies::ei),
        "ei_once": by_group(once, GroupTies::ei_once),
        "ei_w": by_group(weighted, GroupTies::ei),
    })
}

fn between_groups(report: &DimensionReport) -> Value {
    let [plain, weighted] = &report.mixing;
    let ratio = |row: usize| (0..plain.groups).map(move |column| plain.ratio(row, column));
    json!({
        "ties": table(plain, &plain.ties),
        "expected": table(plain, &plain.expected),
        "ratio": (0..plain.groups).map(|row| ratio(row).collect::<Vec<_>>()).collect::<Vec<_>>(),
        "ties_w": table(weighted, &weighted.ties),
        "expected_w": table(weighted, &weighted.expected),
    })
}

/// What belongs to a dimension and rests on the candidates: the best of every group, the team, what is
/// missing.
fn beside_candidates(
    analysed: &Analysed,
    at: usize,
    ids: &[&str],
    measures: MeasureFilter<'_>,
) -> Map<String, Value> {
    let (live, certainty) = (&analysed.live, &analysed.certainty);
    let mut found = Map::new();
    let groups = &live.snapshot.dimensions[at].partition;
    let named = |actors: &[u32]| actors.iter().map(|&at| ids[at as usize]).collect::<Vec<_>>();
    if let Some(standing) = &certainty.standing {
        let best = best_per_group(&standing.ranking, groups);
        let best: Vec<Vec<&str>> = best.iter().map(|actors| named(actors)).collect();
        found.insert("best".to_owned(), json!(best));
        found.insert("team".to_owned(), Certainty::team(&standing.teams[at], ids));
    }
    let Some(evidence) = &certainty.evidence else {
        return found;
    };
    if measures("missing_link") {
        let pairs = evidence.missing_links[at].iter().map(|link| {
            let [a, b] = [link.a, link.b].map(|group| &groups.groups[group as usize]);
            json!({ "a": a, "b": b, "ties": link.ties, "expected": link.expected })
        });
        found.insert("missing_links".to_owned(), pairs.collect());
    }
    if measures("new_relation_gain") {
        let relations = evidence.new_relations[at].as_ref().map(|relations| {
            let best = relations.best.iter().map(|relation| {
                json!({
                    "source": ids[relation.a as usize],
                    "target": ids[relation.b as usize],
                    "gain": relation.gain,
                    "shortened": relation.shortened,
                    "connected": relation.connected,
                })
            });
            json!({
                "possible": relations.possible,
                "evaluated": relations.evaluated,
                "best": best.collect::<Vec<_>>(),
            })
        });
        found.insert("new_relations".to_owned(), json!(relations));
    }
    found
}

/// Columns of the pairs of tables with members in common.
fn between_tables(analysed: &Analysed, ids: &[&str]) -> Value {
    let pairs = analysed.overlaps();
    let named = |table: fn(&Overlap) -> u32| -> Vec<&str> {
        pairs.iter().map(|pair| ids[table(pair) as usize]).collect()
    };
    json!({
        "a": named(|pair| pair.a),
        "b": named(|pair| pair.b),
        "shared": pairs.iter().map(|pair| pair.shared).collect::<Vec<_>>(),
        "table_overlap": pairs.iter().map(|pair| pair.jaccard).collect::<Vec<_>>(),
    })
}

fn by_group(groups: &[GroupTies], value: impl Fn(&GroupTies) -> Option<f64>) -> Vec<Option<f64>> {
    groups.iter().map(value).collect()
}

fn table(mixing: &Mixing, cells: &[f64]) -> Vec<Vec<f64>> {
    let rows = cells.chunks(mixing.groups.max(1));
    rows.map(<[f64]>::to_vec).collect()
}

fn spanner(page: &FiguresPage<'_>, candidate: &Candidate) -> Value {
    let (live, certainty) = (&page.analysed.live, &page.analysed.certainty);
    let has = |id: &str| certainty.has(id) && (page.measures)(id);
    let actor = candidate.actor as usize;
    let components: Map<String, Value> = live
        .figures
        .iter()
        .map(|figures| {
            let values: Map<String, Value> = Component::ALL
                .iter()
                .map(|it| (it.id().to_owned(), json!(figures.of(*it).at(actor))))
                .collect();
            (figures.id.clone(), Value::Object(values))
        })
        .collect();
    let [weightings, unverified] = certainty.shares(live, candidate.actor);
    let mut found = json!({
        "id": page.ids[actor],
        "label": live.snapshot.labels[actor],
        "rank": candidate.rank,
        "mean_rank": candidate.mean_rank,
        "components": components,
        "stability": weightings,
        "ties": live.load[actor].ties,
        "tables": live.load[actor].tables,
        "reasons": (page.reasons)(actor),
    });
    if has("stability_unverified") {
        found["stability_unverified"] = json!(unverified);
    }
    if has("mediation_p") {
        let tests = || certainty.mediation(live, actor);
        let p = tests().map(|(id, test)| (id.to_owned(), json!(test.map(|test| test.p_high))));
        found["mediation_p"] = Value::Object(p.collect());
        let mean = tests().map(|(id, test)| (id.to_owned(), json!(test.map(|test| test.mean))));
        found["mediation_by_chance"] = Value::Object(mean.collect());
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_zero_is_written_without_a_sign_and_the_rest_in_lines_as_always() {
        let figures = json!({ "a": -0.0, "b": [0.0, -0.5, null, []], "c": {}, "d": "-0.0", "e": [-0.0] });
        let mut found = Vec::new();
        write(&mut found, &figures).unwrap();
        let expected = serde_json::to_string_pretty(&figures).unwrap();
        let expected = expected.replace(": -0.0", ": 0.0").replace("    -0.0", "    0.0");
        assert_eq!(String::from_utf8(found).unwrap(), expected + "\n");
    }
}
