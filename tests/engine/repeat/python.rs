//! Runs lines of Python with NetworkX, where there is one.

use std::io::Write;
use std::path::Path;
use std::process::Command;

use netwerkopstelling::analysis::repeat::PRELUDE;
use serde_json::{Map, Value, json};

/// Runs every line on every network and prints the answers by dataset and measure.
const DRIVER: &str = r#"
import json, math, sys
jobs = json.load(open(sys.argv[1], encoding="utf-8"))

def number(x):
    x = None if x is None else float(x)
    return None if x is None or math.isnan(x) else x

def plain(x):
    if isinstance(x, dict):
        return [[list(k) if isinstance(k, tuple) else [k], number(v)] for k, v in x.items()]
    return number(x)

out = {}
for job in jobs["networks"]:
    space = {}
    exec(job["settings"] + jobs["prelude"], space)
    found = out.setdefault(job["name"], {})
    for id, line in job["lines"]:
        try:
            found[id] = {"is": plain(eval(line, space))}
        except ModuleNotFoundError as error:
            found[id] = {"missing": str(error)}
        except Exception as error:
            found[id] = {"error": f"{type(error).__name__}: {error}"}
print(json.dumps(out))
"#;

/// A Python that has NetworkX; `None`, with the reason printed, where there is none.
pub fn python() -> Option<&'static str> {
    let has_networkx = |name: &&str| {
        let asked = Command::new(name)
            .args(["-c", "import networkx, numpy, scipy"])
            .output();
        asked.is_ok_and(|output| output.status.success())
    };
    let found = ["python3", "/usr/bin/python3"].into_iter().find(has_networkx);
    if found.is_none() {
        say("skipped: no python3 with networkx, numpy and scipy, so the lines are not repeated");
    }
    found
}

/// Also seen when the test passes.
pub fn say(sentence: &str) {
    let _ = writeln!(std::io::stderr(), "{sentence}");
}

/// Two at a time: Python takes its time.
pub fn answers(python: &str, folder: &Path, networks: &[Value]) -> Map<String, Value> {
    let (odd, even): (Vec<_>, Vec<_>) = networks.iter().enumerate().partition(|(at, _)| at % 2 == 1);
    let run = |name: &str, part: Vec<(usize, &Value)>| {
        let path = folder.join(name);
        let networks: Vec<&Value> = part.into_iter().map(|(_, network)| network).collect();
        let job = json!({ "prelude": PRELUDE, "networks": networks });
        std::fs::write(&path, job.to_string()).unwrap();
        let output = Command::new(python)
            .args(["-W", "ignore", "-c", DRIVER])
            .arg(&path)
            .output()
            .unwrap();
        assert!(
            output.status.success(),
            "{}",
            String::from_utf8_lossy(&output.stderr)
        );
        let found: Map<String, Value> = serde_json::from_slice(&output.stdout).unwrap();
        found
    };
    std::thread::scope(|scope| {
        let first = scope.spawn(|| run("odd.jobs", odd));
        let mut all = run("even.jobs", even);
        all.extend(first.join().expect("Python ran"));
        all
    })
}
