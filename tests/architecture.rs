//! Holds the house rules: who may use whom, where threads, files and clocks live, and that every text of
//! the interface exists in two languages. The tables here are the truth; `src/lib.rs` describes them.

#[path = "architecture/measures.rs"]
mod measures;
#[path = "architecture/names.rs"]
mod names;
#[path = "architecture/source.rs"]
mod source;
#[path = "architecture/texts.rs"]
mod texts;

use source::{Source, all_sources};

/// Which modules of this program a module may use. A module that is not listed may not exist.
const MAY_USE: [(&str, &[&str]); 25] = [
    ("lib", &[]),
    ("main", &["app", "cli"]),
    // The commands alone, for the console of Windows.
    ("bin", &["cli"]),
    ("model", &["tally"]),
    ("i18n", &["model"]),
    // Of edit: what the log holds (STORES_EDITS).
    ("formats", &["model", "i18n", "edit", "tally"]),
    ("edit", &["model"]),
    ("analysis", &["model", "numeric", "tally"]),
    ("layout", &["numeric"]),
    // Functions of numbers that round alike on every system.
    ("numeric", &[]),
    // Counts work by thread.
    ("tally", &[]),
    // Counts places that were looked at for names.
    ("scene", &["model", "i18n", "numeric", "tally"]),
    // Of edit: why something was refused.
    ("told", &["model", "i18n", "analysis", "edit", "pseudonyms"]),
    // What is asked of export: plain data.
    ("takeaway", &["model", "scene"]),
    (
        "export",
        &[
            "model", "scene", "told", "i18n", "analysis", "numeric", "takeaway",
        ],
    ),
    (
        "jobs",
        &["analysis", "layout", "formats", "export", "scene", "model"],
    ),
    // What is shown and what the window does: plain data.
    ("pseudonyms", &["model", "tally"]),
    ("lens", &["model", "scene", "analysis", "pseudonyms"]),
    ("desk", &["model", "edit", "store", "takeaway"]),
    // The one edge to the platform.
    ("store", &["tally"]),
    // The command table and the intents of the user: plain data between ui and app
    // (of scene: what to filter and highlight; of analysis: what counts).
    (
        "command",
        &[
            "model",
            "edit",
            "scene",
            "analysis",
            "lens",
            "desk",
            "i18n",
            "store",
            "takeaway",
            "pseudonyms",
        ],
    ),
    // Carries out what is asked, without a window.
    (
        "session",
        &[
            "model",
            "edit",
            "scene",
            "command",
            "lens",
            "desk",
            "i18n",
            "pseudonyms",
        ],
    ),
    (
        "ui",
        &[
            "model",
            "scene",
            "told",
            "command",
            "lens",
            "desk",
            "edit",
            "jobs",
            "analysis",
            "i18n",
            "store",
            "takeaway",
            "tally",
            "pseudonyms",
        ],
    ),
    ("app", ANY),
    ("cli", ANY),
];

const ANY: &[&str] = &[
    "model",
    "i18n",
    "formats",
    "edit",
    "analysis",
    "layout",
    "scene",
    "told",
    "export",
    "jobs",
    "lens",
    "desk",
    "command",
    "session",
    "takeaway",
    "tally",
    "store",
    "ui",
    "app",
    "cli",
    "pseudonyms",
];

/// Analysis reads the model in one step, so that measures stay functions of numbers.
/// Laying two constellations side by side is about the model itself.
const ANALYSIS_READS_MODEL: &[&str] = &[
    "analysis/snapshot.rs",
    "analysis/snapshot/divisions.rs",
    "analysis/snapshot/left_out.rs",
    "analysis/snapshot/relations.rs",
    "analysis/comparison/side.rs",
];

/// What reads and writes constellations knows nothing of how they change; what stores edits does.
const STORES_EDITS: &str = "formats/stored/";

/// Methods of floating-point numbers that the C library of every system, or the compiler, rounds in its own way.
const ROUNDED_ELSEWHERE: [&str; 29] = [
    "powi", "powf", "cbrt", "hypot", "ln", "ln_1p", "log", "log2", "log10", "exp", "exp2", "exp_m1", "sin",
    "cos", "tan", "sin_cos", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "asinh", "acosh",
    "atanh", "gamma", "ln_gamma", "erf",
];
/// Where figures, places and what is drawn come from, which must be the same on every system.
const EXACT_MODULES: [&str; 4] = ["analysis", "layout", "scene", "export"];

/// Lines that take such a method from elsewhere than `numeric`. Clippy's `disallowed-methods` knows no modules.
fn inexact_functions(source: &Source) -> Vec<String> {
    if !EXACT_MODULES.contains(&source.module()) {
        return Vec::new();
    }
    let path = &source.path;
    let of_name = |name: &&str| {
        let method = format!(".{name}(");
        let called = source.code.match_indices(&method).map(|(at, _)| at);
        let [of_double, of_single] = ["f64", "f32"].map(|kind| format!("{kind}::{name}"));
        let places = called
            .chain(source.find_word(&of_double))
            .chain(source.find_word(&of_single));
        let told = |at| {
            let line = source.line_of(at);
            format!("src/{path}:{line}: `{name}` comes from `crate::numeric`")
        };
        places.map(told).collect::<Vec<_>>()
    };
    ROUNDED_ELSEWHERE.iter().flat_map(of_name).collect()
}

struct OnlyIn {
    word: &'static str,
    /// Beginnings of paths below `src/`.
    places: &'static [&'static str],
    why: &'static str,
}

const fn only_in(word: &'static str, places: &'static [&'static str], why: &'static str) -> OnlyIn {
    OnlyIn { word, places, why }
}

const STORE: &[&str] = &["store/"];
const EDGE: &str = "the store is the one edge to the platform";

/// Names that may appear in some places only.
const ONLY_IN: [OnlyIn; 45] = [
    only_in("sync_all", &["store/sync"], "every wait for a disk is counted"),
    only_in("sync_data", &["store/sync"], "every wait for a disk is counted"),
    only_in(
        "egui_graphs",
        &["ui/canvas/adapter"],
        "one adapter knows the graph widget",
    ),
    only_in(
        "petgraph",
        &["analysis/", "layout/", "ui/canvas/adapter"],
        "ids are ours, never graph indices",
    ),
    only_in("egui", &["ui/", "app/"], "only the screen knows the screen"),
    only_in(
        "egui_extras",
        &["ui/", "app/"],
        "only the screen knows the screen",
    ),
    only_in("eframe", &["app/"], "the window belongs to the app"),
    only_in(
        "ui::panels",
        &["ui/", "app/"],
        "what the command line says too is made in told",
    ),
    only_in(
        "Brush",
        &[
            "ui/ink/",
            // What a gesture or an experiment shows for a moment above the board.
            "ui/canvas/draw_overlay",
            "ui/canvas/experiment",
            // Gives the pen the room of meshes that are not drawn any more.
            "ui/canvas/adapter/shapes",
        ],
        "what stands on the board is drawn through a pen, by the marks of the scene",
    ),
    only_in(
        "skrifa",
        &["scene/typeface", "export/picture/font"],
        "one place measures letters, and one makes a font of those that are used",
    ),
    only_in("harfrust", &["scene/typeface"], "one place measures letters"),
    only_in(
        "vello_cpu",
        &["export/picture/pixels"],
        "one sheet knows the painter of pixels",
    ),
    only_in(
        "krilla",
        &["export/picture/paper", "export/note/pdf"],
        "one sheet and the note know the writer of PDF",
    ),
    only_in(
        "quick_xml",
        &["export/note/markup"],
        "one place writes markup of a note",
    ),
    only_in("ZipWriter", &["export/note/package"], "one place writes packages"),
    only_in(
        "files::export",
        &["app/dispatch/file/exporting", "cli/files"],
        "what leaves the window is made in one place, which knows codes",
    ),
    only_in(
        "to_take_along",
        &[
            "app/seen",
            "app/announced",
            "app/take_along",
            "app/dispatch/file/exporting",
            "pseudonyms/",
            "lens",
            "ui/dialogs/pseudonyms",
        ],
        "names or codes is decided by the lens",
    ),
    only_in("rfd", STORE, EDGE),
    only_in(
        "arboard",
        &["store/clipboard"],
        "the window toolkit has the clipboard, but for pictures",
    ),
    only_in("directories", STORE, EDGE),
    only_in("open::", STORE, EDGE),
    only_in("std::path", STORE, EDGE),
    only_in("PathBuf", STORE, EDGE),
    only_in("process::id", STORE, EDGE),
    only_in("Timestamp::now", STORE, EDGE),
    only_in("Zoned::now", STORE, EDGE),
    only_in("TimeZone", STORE, EDGE),
    only_in(
        "copy_text",
        &["app/clipboard"],
        "one place asks for the clipboard",
    ),
    only_in(
        "copy_image",
        &["app/clipboard"],
        "one place asks for the clipboard",
    ),
    only_in("clap", &["cli/"], "arguments belong to the command line"),
    only_in(
        "rayon",
        &["analysis/", "layout/", "jobs/"],
        "parallel work is a measure's or a job's",
    ),
    only_in("rayon::spawn", &["jobs/"], "only jobs start threads"),
    only_in("thread::spawn", &["jobs/"], "only jobs start threads"),
    only_in("thread::scope", &["jobs/"], "only jobs start threads"),
    only_in("thread::Builder", &["jobs/"], "only jobs start threads"),
    only_in("std::fs", STORE, EDGE),
    only_in("SystemTime", STORE, EDGE),
    only_in("Instant", STORE, EDGE),
    only_in(
        "jiff",
        &["store/", "app/", "ui/", "model/attribute/date"],
        "moments are told at the edge; the model knows the calendar only",
    ),
    only_in(
        "rand",
        &["analysis/", "layout/"],
        "chance is seeded and belongs to measures and layouts",
    ),
    only_in("println!", &[], "cli/output.rs makes harmless what it prints"),
    only_in("eprintln!", &[], "cli/output.rs makes harmless what it prints"),
    only_in(
        "stdout()",
        &["cli/output"],
        "what is printed is made harmless there",
    ),
    only_in(
        "stderr()",
        &["cli/output"],
        "what is printed is made harmless there",
    ),
    only_in(
        "&mut Constellation",
        &["edit/", "formats/", "model/"],
        "only edit changes a constellation",
    ),
];

/// Every broken rule of dependency in one file, as `path:line: sentence`.
fn broken_rules(source: &Source) -> Vec<String> {
    let mut broken = Vec::new();
    let path = &source.path;
    let Some((_, allowed)) = MAY_USE.iter().find(|(module, _)| *module == source.module()) else {
        return vec![format!(
            "src/{path}: module `{}` is not in the table MAY_USE",
            source.module()
        )];
    };
    for (line, used) in source.used_modules() {
        let is_module = MAY_USE.iter().any(|(module, _)| *module == used);
        let is_allowed = used == source.module() || allowed.contains(&used.as_str());
        if is_module && !is_allowed {
            let module = source.module();
            broken.push(format!("src/{path}:{line}: `{module}` may not use `{used}`"));
        }
        if source.module() == "analysis" && used == "model" && !ANALYSIS_READS_MODEL.contains(&path.as_str())
        {
            broken.push(format!(
                "src/{path}:{line}: analysis reads the model in {ANALYSIS_READS_MODEL:?} only"
            ));
        }
        if source.module() == "formats" && used == "edit" && !path.starts_with(STORES_EDITS) {
            broken.push(format!(
                "src/{path}:{line}: of formats only `{STORES_EDITS}` knows edits"
            ));
        }
    }
    if source.path.contains('/') {
        broken.extend(source.escapes().into_iter().map(|line| {
            format!("src/{path}:{line}: `super::` leaves the module; write `crate::` so that it shows")
        }));
    }
    for rule in &ONLY_IN {
        if rule.places.iter().any(|place| path.starts_with(place)) {
            continue;
        }
        broken.extend(source.find_word(rule.word).map(|at| {
            let line = source.line_of(at);
            format!(
                "src/{path}:{line}: `{}` only in {:?}: {}",
                rule.word, rule.places, rule.why
            )
        }));
    }
    broken
}

fn assert_none(broken: &[String], advice: &str) {
    assert!(broken.is_empty(), "{advice}\n  {}\n", broken.join("\n  "));
}

#[test]
fn modules_use_only_what_the_table_allows() {
    let broken: Vec<String> = all_sources().iter().flat_map(broken_rules).collect();
    assert_none(
        &broken,
        "The layers of the program are broken (tables in tests/architecture.rs):",
    );
}

#[test]
fn no_two_types_and_no_two_files_of_one_module_go_by_one_name() {
    let sources = all_sources();
    assert_none(
        &names::doubled(&sources),
        "Types with one name: the other gets a name that says what it is:",
    );
    assert_none(
        &names::doubled_files(&sources),
        "Files with one name, one above the other:",
    );
}

#[test]
fn doubled_names_are_found_whatever_their_kind_and_reach() {
    let texts = [
        ("model/a.rs", "pub struct Row<'a>(&'a u8);\nenum Cell {}\n"),
        ("ui/b.rs", "pub(in crate::ui) trait Row {\n    type Cell;\n}\n"),
        (
            "ui/c/b.rs",
            "fn f() {\n    struct Cell;\n}\n// struct Row;\nstruct Rows;\n",
        ),
    ];
    let sources = texts.map(|(path, text)| Source::parse(path, text));
    assert_eq!(
        names::doubled(&sources),
        [
            "`Cell`: src/model/a.rs:2, src/ui/c/b.rs:2",
            "`Row`: src/model/a.rs:1, src/ui/b.rs:1"
        ]
    );
    assert_eq!(names::doubled_files(&sources), ["src/ui/b.rs and src/ui/c/b.rs"]);
}

/// What may leave the program comes from the lens, which knows whose names give way to codes.
#[test]
fn what_leaves_the_window_takes_its_names_from_the_lens() {
    // Beside what is compared with the board, which is shown and not written; and what the lens is asked to code.
    let allowed = [("app/dispatch/file/exporting.rs", 1), ("app/take_along.rs", 1)];
    for source in all_sources() {
        let Some((_, most)) = allowed.iter().find(|(path, _)| *path == source.path) else {
            continue;
        };
        let constellations = source.code.matches("document.constellation()").count();
        assert!(constellations <= *most, "src/{}: {constellations}", source.path);
        assert!(source.code.contains("take_along()") || source.code.contains("takes_along("));
    }
}

#[test]
fn main_stays_a_thin_shell() {
    let text = include_str!("../src/main.rs");
    let lines = text.lines().count();
    assert!(
        lines <= 60,
        "src/main.rs has {lines} lines; at most 60, the rest belongs to cli or app"
    );
}

#[test]
fn every_text_exists_in_both_languages() {
    assert_none(
        &texts::language_gaps(),
        "Texts are missing, double or not translated (assets/locales):",
    );
}

#[test]
fn dutch_addresses_one_way_and_has_one_word_for_the_question() {
    assert_none(
        &texts::other_choices_in_dutch(),
        "Words of another choice (NOT_IN_DUTCH in tests/architecture/texts.rs):",
    );
    assert_eq!(
        texts::other_choices("x", "Sla uw werk op: u kunt verder. Nu of ’s avonds.").len(),
        2
    );
}

#[test]
fn no_text_has_a_word_of_the_other_language() {
    assert_none(
        &texts::foreign_words_in_texts(),
        "Words of the other language (tests/foreign-words.txt):",
    );
    let found = |language, text: &str| texts::foreign_words(language, "x", text).len();
    assert_eq!(found("dutch", "Er is geen file { $the }; the end"), 2);
    assert_eq!(
        found(
            "dutch",
            "{ $count ->\n    [one] 1 relatie\n   *[other] and { $count } more\n}"
        ),
        1
    );
    assert_eq!(found("english", "No bestand, and nothing more."), 1);
    assert_eq!(found("english", "[one] The file, and no more."), 0);
}

#[test]
fn every_key_in_the_code_has_a_text() {
    let broken: Vec<String> = all_sources().iter().flat_map(texts::unknown_keys).collect();
    assert_none(&broken, "Keys without a text in assets/locales:");
}

#[test]
fn the_interface_holds_no_literal_text() {
    let broken: Vec<String> = all_sources()
        .iter()
        .filter(|source| source.module() == "ui")
        .flat_map(texts::literal_texts)
        .collect();
    assert_none(&broken, "Text for the user belongs in assets/locales:");
}

#[test]
fn figures_and_places_are_rounded_alike_on_every_system() {
    let broken: Vec<String> = all_sources().iter().flat_map(inexact_functions).collect();
    assert_none(&broken, "Functions that round in their own way on every system:");
}

#[test]
fn every_measure_is_documented_on_the_template() {
    assert_none(
        &measures::faults(),
        "The documentation of a measure lacks something (template in tests/architecture/measures.rs):",
    );
}

#[test]
fn what_the_template_lacks_is_found() {
    let whole = include_str!("../src/analysis/cohesion/size.rs");
    let of = |text: &str| measures::faults_of(text);
    let density = &whole[whole.find("/// Density: how much").expect("documented")..];
    let density = &density[..density.find("pub fn density").expect("and defined")];
    let density = format!("{density}fn density() {{}}\n");
    assert_eq!(of(&density), 0);
    for (there, instead) in [
        ("# Weight\n", ""),
        ("Undirected: unordered", "Else: unordered"),
        ("doi:10.", "10."),
        ("assert_eq!", "print!"),
        ("```\n/// use", "```ignore\n/// use"),
        ("/// Not used.\n", ""),
    ] {
        assert!(density.contains(there), "{there}");
        assert!(of(&density.replacen(there, instead, 1)) > 0, "without {there}");
    }
}

#[test]
fn the_rules_catch_what_they_are_for() {
    let broken = |path: &str, text: &str| broken_rules(&Source::parse(path, text)).len();
    assert_eq!(broken("model/x.rs", "use crate::{edit::Change, formats};\n"), 2);
    assert_eq!(
        broken("model/x.rs", "// crate::edit\nlet a = \"crate::edit\";\n"),
        0
    );
    assert_eq!(
        broken(
            "model/x.rs",
            "#[cfg(test)]\nmod tests { use crate::edit::Change; }\n"
        ),
        0
    );
    assert_eq!(broken("edit/operations/x.rs", "use super::super::Change;\n"), 0);
    assert_eq!(
        broken("edit/operations/x.rs", "use super::super::super::formats;\n"),
        1
    );
    assert_eq!(broken("formats/x.rs", "std::thread::spawn(|| 1);\n"), 1);
    assert_eq!(broken("formats/x.rs", "use crate::edit::Change;\n"), 1);
    assert_eq!(broken("formats/stored/x.rs", "use crate::edit::Change;\n"), 0);
    assert_eq!(broken("ui/panel.rs", "egui_graphs::Graph::new();\n"), 1);
    assert_eq!(broken("cli/x.rs", "use crate::ui::panels::order;\n"), 1);
    assert_eq!(broken("told/x.rs", "use crate::{model, scene};\n"), 1);
    assert_eq!(
        broken(
            "ui/panel.rs",
            "fn f<'a>(c: &mut Constellation, d: char) { d == '\"'; }\n"
        ),
        1
    );
    assert_eq!(broken("nowhere/x.rs", ""), 1);
    let inexact = |path: &str, text: &str| inexact_functions(&Source::parse(path, text)).len();
    assert_eq!(
        inexact(
            "analysis/x.rs",
            "let a = x.ln() + v.iter().map(f64::cbrt).sum();\n"
        ),
        2
    );
    assert_eq!(
        inexact("layout/x.rs", "let b = (2.0f32).powi(3); let a = x.sqrt();\n"),
        1
    );
    assert_eq!(inexact("ui/x.rs", "let a = x.ln();\n"), 0);
    assert_eq!(inexact("analysis/x.rs", "let a = ln(x); // x.ln()\n"), 0);
    let literal = |text: &str| texts::literal_texts(&Source::parse("ui/x.rs", text)).len();
    assert_eq!(literal("ui.label(\"hallo\");\n"), 1);
    assert_eq!(
        literal("ui.label(text(\"board-title\")); x.expect(\"a lock\");\n"),
        0
    );
    assert_eq!(literal("let a = \"Kies een actor\";\n"), 1);
    let unknown = |text: &str| texts::unknown_keys(&Source::parse("ui/x.rs", text)).len();
    assert_eq!(unknown("i18n::text(language, \"no-such-key\");\n"), 1);
    assert_eq!(unknown("i18n::text(language, \"cli-error\");\n"), 0);
}
