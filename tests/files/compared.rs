//! Two files are compared one after the other: of each is kept what is compared. Counted in allocated bytes.

use netwerkopstelling::analysis::Control;
use netwerkopstelling::analysis::comparison::{ComparedSide, USUAL_MEASURES, compare_sides};
use netwerkopstelling::analysis::snapshot::AnalysisSettings;
use netwerkopstelling::model::Constellation;
use serde_json::json;

use crate::bounds::{COUNTER, counted_by};
use crate::support::read;

const ACTORS: usize = 1_000;
const RELATIONS: usize = 5 * ACTORS;

/// Every actor with words that nobody else has, and notes.
fn constellation() -> Constellation {
    let note = "x".repeat(300);
    let node = |at: usize| {
        let domains: Vec<String> = (0..3)
            .map(|word| format!("domain {} of {at}", word % 2))
            .collect();
        json!({"id": format!("a{at}"), "label": format!("Actor {at}"), "sector": format!("sector {}", at % 4),
            "region": format!("region {at}"), "domains": domains, "note": note, "form": note})
    };
    let edge = |at: usize| {
        let ends = (
            format!("a{}", at % ACTORS),
            format!("a{}", (at * at + 7 * at + 1) % ACTORS),
        );
        json!({"source": ends.0, "target": ends.1, "key": format!("r{at}"), "weight": 1 + at % 3, "note": note})
    };
    let nodes: Vec<_> = (0..ACTORS).map(node).collect();
    let edges: Vec<_> = (0..RELATIONS).map(edge).collect();
    let file = json!({"format": "netwerkopstelling", "version": 1, "nodes": nodes, "edges": edges});
    read(file.to_string().as_bytes()).constellation
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn alone() {
    let settings = AnalysisSettings::default();
    let before = COUNTER.current_usage();
    let first = constellation();
    let read = COUNTER.current_usage();
    // The room at work depends on how many work.
    let pool = rayon::ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    COUNTER.reset_peak_usage();
    let side = pool.install(|| ComparedSide::of(first, &settings, None, &Control::new()).unwrap());
    let held = COUNTER.current_usage().saturating_sub(before);
    let peak = COUNTER.peak_usage().saturating_sub(read);
    let found = compare_sides(&side, &side);
    assert_eq!(found.members.actors_stayed.len(), ACTORS);
    // Nobody asked by name for one that needs a direction.
    assert_eq!(found.ranks.len(), USUAL_MEASURES.len() - 1);
    println!("counted {peak} {held}");
}

#[test]
fn of_a_file_that_is_compared_little_is_kept_and_nothing_is_computed_beside() {
    let (peak, held) = counted_by("compared::alone", "");
    let held: usize = held.parse().unwrap();
    // What is said of an actor, five relations and seven columns. With the constellation itself it was 4,800.
    assert!(held < 900 * ACTORS, "{held} {peak}");
    // Beside the constellation, which goes meanwhile. With every figure of the panels it was 4,900.
    assert!(peak < 1_700 * ACTORS, "{held} {peak}");
}
