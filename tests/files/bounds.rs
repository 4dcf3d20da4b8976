//! Whatever is in a file: what it takes in memory is bounded. Counted in allocated bytes, never in time.
//!
//! Other tests in the same process would be counted too, so each case starts this program anew, alone.

use std::io::Write as _;
use std::process::Command;

use netwerkopstelling::formats::register::{self, RegisterFiles};
use netwerkopstelling::formats::{self, ErrorKind, MAX_ACTORS, MAX_NOTICES, MAX_RELATIONS, MAX_TABLE_BYTES};
use netwerkopstelling::i18n::Texts;
use netwerkopstelling::model::{Info, Language};
use peak_alloc::PeakAlloc;
use serde_json::json;

use crate::support::read;

#[global_allocator]
pub static COUNTER: PeakAlloc = PeakAlloc;

const CASE: &str = "NETWERKOPSTELLING_TEST_CASE";
const OURS: &str = "\"format\":\"netwerkopstelling\",\"version\":1,";

/// `head`, then `item` as often as asked for with commas, then `tail`.
fn list(head: &str, item: &str, count: usize, tail: &str) -> String {
    let mut text = String::with_capacity(head.len() + (item.len() + 1) * count + tail.len());
    text.push_str(head);
    for at in 0..count {
        if at > 0 {
            text.push(',');
        }
        text.push_str(item);
    }
    text.push_str(tail);
    text
}

/// Files of a few megabytes that would take hundreds as a network.
const CASES: [&str; 9] = [
    "nodes",
    "our nodes",
    "edges",
    "beside",
    "in a node",
    "in a note",
    "words",
    "objects",
    "dropped",
];

fn case(name: &str) -> String {
    const MANY: usize = 2_000_000;
    match name {
        "nodes" => list("{\"nodes\":[", "0", MANY, "],\"edges\":[]}"),
        "our nodes" => list(&format!("{{{OURS}\"nodes\":["), "0", MANY, "],\"edges\":[]}"),
        "edges" => list("{\"nodes\":[],\"links\":[", "{}", MANY, "]}"),
        "beside" => list("{\"nodes\":[],\"edges\":[],\"x\":[", "0", MANY, "]}"),
        "in a node" => list("{\"nodes\":[{\"id\":1,\"x\":[", "0", MANY, "]}],\"edges\":[]}"),
        "in a note" => list(
            &format!("{{{OURS}\"nodes\":[],\"edges\":[],\"notes\":["),
            "0",
            MANY,
            "]}",
        ),
        "words" => list(
            &format!("{{{OURS}\"nodes\":[],\"edges\":[],\"vocabulary\":{{\"sectors\":["),
            "0",
            MANY,
            "]}}",
        ),
        "objects" => list(
            "{\"edges\":[],\"nodes\":[",
            "{\"a\":{\"a\":{\"a\":[{},{}]}}}",
            300_000,
            "]}",
        ),
        "dropped" => list(
            &format!("{{{OURS}\"edges\":[],\"nodes\":["),
            "{\"x\":[],\"y\":[],\"level\":[],\"kind\":[],\"sector\":[],\"note\":[],\"form\":[],\"motive\":[]}",
            60_000,
            "]}",
        ),
        // Ids that are objects, and ends that are: eleven megabytes that are no more than a network.
        "object ends" => list(
            "{\"nodes\":[{\"id\":{\"a\":1}},{\"id\":{\"a\":2}}],\"links\":[",
            "{\"source\":{\"a\":1},\"target\":{\"a\":2}}",
            300_000,
            "]}",
        ),
        _ => panic!("{name}"),
    }
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn alone() {
    let text = case(&std::env::var(CASE).unwrap());
    COUNTER.reset_peak_usage();
    let before = COUNTER.current_usage();
    let found = formats::read(text.as_bytes());
    let peak = COUNTER.peak_usage().saturating_sub(before);
    let said = found.map_or_else(|error| format!("{:?}", error.kind), |_| "read".to_owned());
    println!("counted {peak} {said}");
}

/// Bytes at most, and what became of it.
fn counted(case: &str) -> (usize, String) {
    counted_by("bounds::alone", case)
}

pub fn counted_by(test: &str, case: &str) -> (usize, String) {
    let run = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", test, "--ignored", "--nocapture"])
        .env(CASE, case)
        .output()
        .unwrap();
    let printed = String::from_utf8(run.stdout).unwrap();
    let line = printed.lines().find_map(|line| line.split_once("counted "));
    let (_, rest) = line.unwrap_or_else(|| panic!("{case}: nothing was counted: {printed}"));
    let (peak, said) = rest.split_once(' ').unwrap();
    (peak.parse().unwrap(), said.to_owned())
}

#[test]
fn a_file_of_a_few_megabytes_never_takes_hundreds() {
    for case in CASES {
        let (peak, said) = counted(case);
        let most = if case == "dropped" { 400 << 20 } else { 8 << 20 };
        assert!(peak < most, "{case}: {peak} bytes, {said}");
        assert_eq!(said != "read", case != "dropped", "{case}: {said}");
    }
}

#[test]
fn ends_that_are_objects_are_read_within_what_a_file_may_take() {
    let (peak, said) = counted("object ends");
    assert_eq!(said, "read");
    assert!(peak < 500 << 20, "{peak} bytes");
}

#[test]
fn more_actors_or_relations_than_are_read_are_counted_and_refused() {
    let text = list("{\"nodes\":[", "0", MAX_ACTORS + 1, "],\"edges\":[]}");
    let error = formats::read(text.as_bytes()).unwrap_err();
    assert_eq!(
        error.kind,
        ErrorKind::TooMany {
            found: MAX_ACTORS + 1,
            limit: MAX_ACTORS
        }
    );
    let told = error.text(Texts::new(Language::Nl));
    assert!(
        told.contains("Splits het netwerk") && !told.contains("afbeelding"),
        "{told}"
    );
    // Two lists of one name count as one.
    let half = list("\"links\":[", "0", MAX_RELATIONS / 2 + 1, "]");
    let error = formats::read(format!("{{\"nodes\":[],{half},{half}}}").as_bytes()).unwrap_err();
    assert!(matches!(error.kind, ErrorKind::TooMany { .. }), "{error}");
}

#[test]
fn what_is_too_large_of_another_program_is_refused_before_it_is_parsed() {
    // No JSON at all: whoever parsed it would say so.
    let text = "x".repeat((64 << 20) + 1);
    let error = formats::read(text.as_bytes()).unwrap_err();
    assert_eq!(
        error.kind,
        ErrorKind::TooLarge {
            mib: 65,
            limit_mib: 64
        }
    );
    let ours = format!("{text} netwerkopstelling");
    let error = formats::read(ours.as_bytes()).unwrap_err();
    assert!(matches!(error.kind, ErrorKind::Syntax { .. }), "{error}");
}

const MUNICIPALITIES: &str = "gemeentecode,gemeente\nGM1,Hoorn\n";
const ARRANGEMENTS: &str = "gr_id,regeling\n1,Eerste\n";
const PARTICIPANTS: &str = "gr_id,deelnemer,deelnemer_id,code,soort_deelnemer\n";

/// Key of what is said of the tables of the register.
fn refusal(participants: &str, arrangements: &str, municipalities: &str) -> String {
    let files = RegisterFiles {
        participants: participants.as_bytes(),
        arrangements: arrangements.as_bytes(),
        municipalities: municipalities.as_bytes(),
        selection: None,
    };
    let read = register::read(files, Info::default());
    read.map_or_else(|error| error.message.key.into_owned(), |_| "read".to_owned())
}

fn taking_part(count: usize) -> String {
    let row = |at: usize| format!("1,x,{at},GM1,gemeente\n");
    PARTICIPANTS.to_owned() + &(0..count).map(row).collect::<String>()
}

#[test]
fn tables_of_the_register_have_limits_of_their_own() {
    let one = taking_part(1);
    assert_eq!(refusal(&one, ARRANGEMENTS, MUNICIPALITIES), "read");
    let large = one.clone() + &" ".repeat(MAX_TABLE_BYTES as usize);
    let wide = list("gemeentecode,gemeente,", "x", 600, "\nGM1,Hoorn\n");
    let filled = list("gr_id,regeling\n", "", 5_000_001, "");
    let long = ARRANGEMENTS.to_owned() + &"1,x\n".repeat(MAX_ACTORS);
    for (found, expected) in [
        (
            refusal(&large, ARRANGEMENTS, MUNICIPALITIES),
            "register-error-too-large",
        ),
        (refusal(&one, ARRANGEMENTS, &wide), "register-error-columns"),
        (refusal(&one, &filled, MUNICIPALITIES), "register-error-values"),
        (refusal(&one, &long, MUNICIPALITIES), "register-error-rows"),
    ] {
        assert_eq!(found, expected);
    }
}

#[test]
fn a_long_value_that_many_share_is_counted_for_each() {
    let long = format!("gemeentecode,gemeente,x\nGM1,Hoorn,{}\n", "y".repeat(1 << 20));
    assert_eq!(refusal(&taking_part(100), ARRANGEMENTS, &long), "read");
    assert_eq!(
        refusal(&taking_part(200), ARRANGEMENTS, &long),
        "register-error-too-much"
    );
}

/// A file of ours in which every actor and relation has words of its own, as a list from a database may.
fn of_words(actors: usize) -> Vec<u8> {
    let mut text = Vec::with_capacity(1_100 * actors);
    write!(text, "{{{OURS}\"nodes\":[").unwrap();
    for at in 0..actors {
        let comma = if at > 0 { "," } else { "" };
        write!(text, "{comma}{{\"id\":\"a{at}\",\"label\":\"Actor {at}\"").unwrap();
        for field in ["sector", "kind", "region", "level", "own"] {
            write!(text, ",\"{field}\":\"word{at:07}\"").unwrap();
        }
        write!(
            text,
            ",\"domains\":[\"word{at:07}\",\"more{at:07}\",\"last{at:07}\"]"
        )
        .unwrap();
        write!(text, ",\"note\":\"{}\"}}", "wat er gezegd is ".repeat(35)).unwrap();
    }
    text.extend(b"],\"edges\":[");
    for at in 0..actors {
        let comma = if at > 0 { "," } else { "" };
        let (from, to) = (at, (7 * at + 1) % actors);
        write!(
            text,
            "{comma}{{\"source\":\"a{from}\",\"target\":\"a{to}\",\"key\":\"e{at}\",\"kind\":\"word{at:07}\"}}"
        )
        .unwrap();
    }
    text.extend(b"]}");
    text
}

/// Bytes at most while a text is read, and once it was, in hundredths of its length; with the text.
fn of_reading(text: Vec<u8>, is_handed_over: bool) -> (usize, usize) {
    let (bytes, before) = (text.len(), COUNTER.current_usage() - text.capacity());
    COUNTER.reset_peak_usage();
    let (loaded, text) = if is_handed_over {
        (formats::read(text).unwrap(), Vec::new())
    } else {
        (formats::read(&text).unwrap(), text)
    };
    assert!(loaded.report.skipped.is_empty());
    let share = |now: usize| (now - before) * 100 / bytes;
    let (peak, held) = (COUNTER.peak_usage(), COUNTER.current_usage() - text.capacity());
    (share(peak), share(held))
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn reading_alone() {
    let is_handed_over = std::env::var(CASE).unwrap() == "handed over";
    let (peak, held) = of_reading(of_words(5_000), is_handed_over);
    println!("counted {peak} held {held}");
}

#[test]
fn a_text_that_is_handed_over_is_gone_before_the_network_is_made() {
    let [(kept, said), (handed_over, _)] =
        ["kept", "handed over"].map(|case| counted_by("bounds::reading_alone", case));
    // All of the text, and not a part of it.
    assert!(kept > handed_over + 95, "{kept} {handed_over} {said}");
    assert!(handed_over < 620, "{handed_over} {said}");
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn words_alone() {
    let kind = "k".repeat(5_000);
    let edge = format!("{{\"source\":\"a\",\"target\":\"a\",\"kind\":\"{kind}\"}}");
    let head = format!("{{{OURS}\"nodes\":[{{\"id\":\"a\"}}],\"edges\":[");
    let (_, held) = of_reading(list(&head, &edge, 2_000, "]}").into_bytes(), true);
    println!("counted {held} held");
}

#[test]
fn actors_and_relations_share_the_text_of_a_word() {
    let (held, _) = counted_by("bounds::words_alone", "");
    // A text of its own for every relation would be 100.
    assert!(held < 20, "{held}");
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn writing_alone() {
    let note = "x".repeat(100);
    let node = |at: usize| json!({"id": at, "note": note, "sector": "overheid"});
    let edge = |at: usize| json!({"source": at, "target": at / 2, "note": note, "directed": at == 1});
    let nodes: Vec<_> = (0..5_000).map(node).collect();
    let edges: Vec<_> = (1..5_000).map(edge).collect();
    let text = json!({"nodes": nodes, "edges": edges}).to_string();
    let constellation = read(text.as_bytes()).constellation;
    drop((nodes, edges));
    let words = formats::read(of_words(2_000)).unwrap().constellation;
    let rows = formats::FORMATS
        .iter()
        .flat_map(|row| [(row, &constellation), (row, &words)]);
    let per_byte = rows.filter_map(|(format, constellation)| {
        let before = COUNTER.current_usage();
        COUNTER.reset_peak_usage();
        let written = (format.write?)(constellation).len();
        Some(COUNTER.peak_usage().saturating_sub(before) as f64 / written as f64)
    });
    let most = per_byte.fold(0.0, f64::max);
    println!("counted {} written", (most * 100.0).ceil());
}

#[test]
fn a_file_is_written_without_a_second_network_beside_it() {
    // Of a byte of the file, in hundredths: the file itself, and the ids that are taken. A list of bytes that grows by
    // doubling, and moves, was up to three; all of it as values first more than six.
    let (most, _) = counted_by("bounds::writing_alone", "");
    assert!(most < 130, "{most}");
}

#[test]
#[ignore = "counts what the whole process allocates: started alone by the test below"]
fn replacing_alone() {
    let text = of_words(2_000);
    let before = COUNTER.current_usage();
    COUNTER.reset_peak_usage();
    assert!(formats::may_be_network(text.as_slice()));
    println!("counted {} kept", COUNTER.peak_usage() - before);
}

#[test]
fn a_file_that_is_to_be_replaced_is_looked_through_and_not_kept() {
    let (most, _) = counted_by("bounds::replacing_alone", "");
    assert!(most < 100_000, "{most}");
}

#[test]
fn remarks_beyond_a_thousand_are_counted() {
    let nodes: Vec<_> = (0..1_500)
        .map(|at| json!({"id": at, "influence": "veel"}))
        .collect();
    let loaded = read(json!({"nodes": nodes, "edges": []}).to_string().as_bytes());
    assert_eq!(
        (loaded.report.notices.len(), loaded.report.more_notices),
        (MAX_NOTICES, 500)
    );
    assert!(!loaded.report.is_lossless() && !loaded.report.is_clean());
}
