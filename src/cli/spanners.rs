//! `spanners FILE`: candidates for bridge builder with their reasons and how sure they are; the best of every
//! region and level, the smallest team and what is missing. In sentences.

use clap::{ArgMatches, Command, value_parser};

use super::figures::{self, ChosenMeasures};
use super::{Failure, arguments, output};
use crate::analysis::spanners::{Evidence, Standing};
use crate::export::Analysed;
use crate::i18n::Texts;
use crate::store::Location;
use crate::told::{self, BEST_OF, best_rows, dimension_name, whole_team};

/// Pairs of groups per dimension; a list of every pair would be a wall.
const PAIRS: usize = 5;

pub fn define(command: Command, texts: Texts) -> Command {
    let top = arguments::option("top", "N", texts.t("cli-top"));
    figures::define(command, texts).arg(
        top.value_parser(value_parser!(u32).range(1..))
            .default_value("10"),
    )
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &Location = matches.get_one("input").expect("clap requires it");
    let top: u32 = *matches.get_one("top").expect("it has a default");
    let (analysed, _) = figures::analyse(path, matches, &ChosenMeasures::of_spanners(), texts)?;
    let Some(standing) = &analysed.certainty.standing else {
        output::line(texts.t("spanners-none"));
        return Ok(());
    };
    output::line(texts.t("spanners-lead"));
    if let Some(why) = told::nothing_bridged(&analysed.live) {
        output::line(format_args!("   {}", why.text(texts)));
    } else {
        print_candidates(&analysed, top, texts);
        print_best(&analysed, standing, texts);
    }
    print_team(&analysed, standing, texts);
    if let Some(evidence) = &analysed.certainty.evidence {
        print_missing(&analysed, evidence, texts);
    }
    output::line("");
    output::line(texts.t("spanners-caution"));
    Ok(())
}

fn print_candidates(analysed: &Analysed, top: u32, texts: Texts) {
    let live = &analysed.live;
    for candidate in analysed.certainty.candidates().iter().filter(|it| it.rank <= top) {
        let actor = candidate.actor;
        let name = figures::name(live, actor as usize, texts);
        output::line(format_args!("{}. {name}", candidate.rank));
        for reason in figures::reasons(live, actor as usize, texts) {
            output::line(format_args!("   - {reason}"));
        }
        output::line(format_args!("   {}", texts.t("spanners-open-certainty")));
        for said in analysed.certainty.messages(live, actor) {
            output::line(format_args!("   - {}", said.text(texts)));
        }
    }
}

fn print_best(analysed: &Analysed, standing: &Standing, texts: Texts) {
    let live = &analysed.live;
    for one in &live.snapshot.dimensions {
        let id = one.id.as_str();
        if !BEST_OF.contains(&id) {
            continue;
        }
        let rows = best_rows(&one.partition, &standing.ranking);
        let key = if id == BEST_OF[0] {
            "best-title-region"
        } else {
            "best-title-level"
        };
        output::line("");
        output::line(texts.with(key, &[("count", rows.len().into())]));
        for row in rows {
            let candidate = |&at: &u32| {
                let values = [
                    ("name", figures::name(live, at as usize, texts).into()),
                    ("rank", row.rank.into()),
                ];
                texts.with("best-candidate", &values)
            };
            let names: Vec<String> = row.candidates.iter().map(candidate).collect();
            let said = if names.is_empty() {
                texts.t("best-nobody")
            } else {
                names.join("; ")
            };
            output::line(format_args!("   - {}: {said}", row.group));
        }
    }
}

fn print_team(analysed: &Analysed, standing: &Standing, texts: Texts) {
    let live = &analysed.live;
    let data = whole_team(&live.snapshot, standing);
    output::line("");
    output::line(texts.with("team-title", &[("count", data.members.len().into())]));
    output::line(format_args!("   {}", data.lead().text(texts)));
    for remark in data.remarks() {
        output::line(format_args!("   {}", remark.text(texts)));
    }
    for member in &data.members {
        let label = figures::name(live, member.at as usize, texts);
        output::line(format_args!("   - {label}: {}", member.message().text(texts)));
    }
}

fn print_missing(analysed: &Analysed, evidence: &Evidence, texts: Texts) {
    let live = &analysed.live;
    output::line("");
    output::line(texts.t("missing-title-waiting"));
    if live.snapshot.joins_only_tables() {
        output::line(format_args!("   {}", texts.t("missing-two-mode")));
    }
    for (at, one) in live.snapshot.dimensions.iter().enumerate() {
        output::line(format_args!("   {}", dimension_name(texts, &one.id)));
        let missing = told::missing_pairs(&live.snapshot, at, &evidence.missing_links[at], PAIRS);
        let links = missing.links.into_iter().map(|(_, message)| message);
        for said in links.chain(missing.remark) {
            output::line(format_args!("   - {}", said.text(texts)));
        }
        let Some(relations) = &evidence.new_relations[at] else {
            continue;
        };
        for relation in relations.best.iter().filter(|relation| relation.shortened > 0) {
            let label = |at: u32| figures::name(live, at as usize, texts).into();
            let ends = [("a", label(relation.a)), ("b", label(relation.b))];
            let ends = texts.with("missing-between", &ends);
            let effect = told::new_relation(relation).text(texts);
            output::line(format_args!(
                "   - {}: {ends}. {effect}",
                texts.t("spanners-new-relation")
            ));
        }
    }
}
