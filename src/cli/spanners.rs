//! `spanners FILE`: candidates for bridge builder, with their reasons in sentences.

use std::path::PathBuf;

use clap::{ArgMatches, Command, value_parser};

use super::figures::{self, Measures};
use super::{Failure, arguments, output};
use crate::i18n::Texts;

pub fn define(command: Command, texts: Texts) -> Command {
    let top = arguments::option("top", "N", texts.t("cli-top"));
    figures::define(command, texts).arg(
        top.value_parser(value_parser!(u32).range(1..))
            .default_value("10"),
    )
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let path: &PathBuf = matches.get_one("input").expect("clap requires it");
    let top: u32 = *matches.get_one("top").expect("it has a default");
    let analysed = figures::analyse(path, matches, &Measures::none(), texts)?;
    let live = &analysed.live;
    if live.figures.is_empty() || live.ranking.candidates.is_empty() {
        output::line(texts.t("spanners-none"));
        return Ok(());
    }
    output::line(texts.t("spanners-lead"));
    for candidate in live.ranking.candidates.iter().filter(|it| it.rank <= top) {
        let actor = candidate.actor as usize;
        output::line(format_args!(
            "{}. {}",
            candidate.rank, live.snapshot.labels[actor]
        ));
        for reason in figures::reasons(live, actor, texts) {
            output::line(format_args!("   - {reason}"));
        }
    }
    Ok(())
}
