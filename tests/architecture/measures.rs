//! Every measure is documented on one template, where it is computed: a block of documentation whose section
//! `Measures` names it.

use std::fs;
use std::path::{Path, PathBuf};

use netwerkopstelling::analysis::Descriptor;
use netwerkopstelling::analysis::measure;

use crate::source;

/// Sections of the template, in their order.
const SECTIONS: [&str; 9] = [
    "Measures",
    "Definition",
    "Weight",
    "Networks",
    "Normalisation",
    "Range",
    "Errors",
    "Complexity",
    "Source",
];

/// What the section about networks speaks of.
const KINDS_OF_NETWORK: [&str; 5] = ["directed", "undirected", "parallel", "loop", "disconnected"];

/// The documentation of one function.
struct Block {
    /// Path and line of its end.
    place: String,
    text: String,
}

impl Block {
    /// The text under a heading; `None` when the heading is not there.
    fn section(&self, heading: &str) -> Option<&str> {
        let (_, rest) = self.text.split_once(&format!("# {heading}\n"))?;
        let end = rest.find("\n# ").unwrap_or(rest.len());
        // The example comes after the last section.
        Some(rest[..end].split("```").next().unwrap_or_default().trim())
    }

    fn measures(&self) -> Vec<String> {
        let named = self.section("Measures").unwrap_or_default();
        let in_ticks = named.split('`').skip(1).step_by(2);
        in_ticks
            .filter(|id| measure::find(id).is_some())
            .map(str::to_owned)
            .collect()
    }

    /// What the template asks for and is not there, as sentences.
    fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut say = |fault: String| faults.push(format!("{}: {fault}", self.place));
        for heading in SECTIONS {
            if self.section(heading).is_none_or(str::is_empty) {
                say(format!("no section `{heading}`"));
            }
        }
        let networks = self.section("Networks").unwrap_or_default().to_lowercase();
        for kind in KINDS_OF_NETWORK {
            // "undirected" does not speak of "directed".
            let is_there = networks
                .match_indices(kind)
                .any(|(at, _)| !(kind == "directed" && networks[..at].ends_with("un")));
            if !is_there {
                say(format!("`Networks` is silent about {kind}"));
            }
        }
        let source = self.section("Source").unwrap_or_default();
        if !source.contains("doi:10.") && !source.contains("no DOI") {
            say("`Source` has no DOI and does not say so".to_owned());
        }
        let example = self.text.split("```").nth(1).unwrap_or_default();
        let is_run = example.starts_with('\n') && example.contains("assert");
        if !is_run {
            say("no doctest that asserts something".to_owned());
        }
        for id in self.measures() {
            let descriptor = measure::find(&id).expect("found above");
            faults.extend(self.faults_of(descriptor));
        }
        faults
    }

    /// Where the documentation and the descriptor do not say the same.
    fn faults_of(&self, descriptor: &Descriptor) -> Vec<String> {
        let mut faults = Vec::new();
        let mut say = |fault: &str| faults.push(format!("{}: {}: {fault}", self.place, descriptor.id));
        if descriptor.weighted
            && self
                .section("Weight")
                .is_none_or(|text| text.starts_with("Not used"))
        {
            say("a weighted measure must say what a weight does");
        }
        match descriptor.citation {
            None => say("the descriptor cites nothing"),
            Some(citation) => match citation.doi {
                Some(doi) if !self.text.contains(doi) => {
                    say("the DOI of the descriptor is not in the documentation");
                }
                None if !self.text.contains("no DOI") => say("without a DOI, and it does not say so"),
                _ => {}
            },
        }
        faults
    }
}

/// Every block of outer documentation in the analysis.
fn blocks() -> Vec<Block> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/analysis");
    let mut files: Vec<PathBuf> = Vec::new();
    source::collect(&root, &mut files);
    files.sort();
    files
        .iter()
        .filter(|file| file.extension().is_some_and(|it| it == "rs"))
        .flat_map(|file| {
            let text = fs::read_to_string(file).expect("source is readable UTF-8");
            let below = file.strip_prefix(&root).expect("below it");
            blocks_of(&below.display().to_string(), &text)
        })
        .collect()
}

fn blocks_of(path: &str, text: &str) -> Vec<Block> {
    let mut found = Vec::new();
    let mut open = String::new();
    for (line, number) in text.lines().zip(1..) {
        if let Some(said) = line.trim_start().strip_prefix("///") {
            open += said.strip_prefix(' ').unwrap_or(said);
            open.push('\n');
        } else if !open.is_empty() {
            found.push(Block {
                place: format!("src/analysis/{path}:{number}"),
                text: std::mem::take(&mut open),
            });
        }
    }
    found
}

/// What is wrong with the documentation of the measures, as sentences.
pub fn faults() -> Vec<String> {
    let blocks: Vec<Block> = blocks()
        .into_iter()
        .filter(|block| block.section("Measures").is_some())
        .collect();
    let mut faults: Vec<String> = blocks.iter().flat_map(Block::faults).collect();
    for descriptor in measure::all() {
        let has = |block: &&Block| block.measures().iter().any(|id| id == descriptor.id);
        match blocks.iter().filter(has).count() {
            1 => {}
            0 => faults.push(format!("{} is documented nowhere", descriptor.id)),
            more => faults.push(format!("{} is documented in {more} places", descriptor.id)),
        }
    }
    faults
}

/// How many faults a text has by itself: for the test of this test.
pub fn faults_of(text: &str) -> usize {
    blocks_of("x.rs", text)
        .iter()
        .map(|block| block.faults().len())
        .sum()
}
