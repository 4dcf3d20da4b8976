//! The real program in a real window, killed while somebody types and saves. Held to what was typed, and when.
//!
//! Needs a display of its own (`Xvfb`) and a hand (`xdotool`); where they are not there it says so and passes.
//! A thousand kills by hand, now and then: `NETWERKOPSTELLING_KILLS=1000 cargo test --test files window::`

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::time::{Duration, Instant};

use netwerkopstelling::app::files::open;
use netwerkopstelling::app::journal::{Flush, orphans, recover};
use netwerkopstelling::model::{Actor, Constellation};

use crate::support::{rich, write};

const KILLS: &str = "NETWERKOPSTELLING_KILLS";
/// What is promised of text being typed.
const TWO_SECS: Duration = Duration::from_secs(2);

struct Display {
    server: Child,
    name: String,
}

impl Display {
    fn start() -> Option<Self> {
        Self::with(&[])
    }

    fn with(more: &[&str]) -> Option<Self> {
        let is_there = |program: &str| {
            let found = Command::new("sh")
                .args(["-c", &format!("command -v {program}")])
                .stdout(Stdio::null())
                .status();
            found.is_ok_and(|status| status.success())
        };
        if !is_there("Xvfb") || !is_there("xdotool") {
            return None;
        }
        // Tests run beside each other, in this process and in others.
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let name = format!(":{}", 300 + std::process::id() % 600 + 600 * count);
        let server = Command::new("Xvfb")
            .args([&name, "-screen", "0", "900x620x24", "-nolisten", "tcp"])
            .args(more)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let display = Self { server, name };
        let patience = Instant::now() + Duration::from_secs(20);
        while !display.hand(&["getdisplaygeometry"]) {
            if Instant::now() > patience {
                return None;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
        Some(display)
    }

    fn hand(&self, arguments: &[&str]) -> bool {
        let done = Command::new("xdotool")
            .args(arguments)
            .env("DISPLAY", &self.name)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status();
        done.is_ok_and(|status| status.success())
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        let _ = self.server.kill();
        let _ = self.server.wait();
    }
}

struct Program(Child);

impl Program {
    fn start(display: &Display, home: &Path, file: &Path) -> Self {
        Self(Self::command(display, home).arg(file).spawn().unwrap())
    }

    fn command(display: &Display, home: &Path) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_netwerkopstelling"));
        command
            .env("DISPLAY", &display.name)
            .env_remove("WAYLAND_DISPLAY")
            .env("LIBGL_ALWAYS_SOFTWARE", "1")
            .env("NETWERKOPSTELLING_HOME", home)
            .stdout(Stdio::null())
            .stderr(Stdio::null());
        command
    }

    fn kill(&mut self) {
        self.0.kill().unwrap();
        self.0.wait().unwrap();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn names(constellation: &Constellation) -> Vec<String> {
    constellation
        .actors
        .values()
        .map(|actor: &Actor| actor.label.clone())
        .collect()
}

/// One round: opens a file, types names, saves now and then, is killed. Returns whether anything was typed in
/// time; on a slow machine the window may not be there yet.
fn round(display: &Display, number: u64) -> bool {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("x.opstelling.json");
    std::fs::write(&file, write(&rich())).unwrap();
    let folder = home.path().join("journal");
    let mut program = Program::start(display, home.path(), &file);
    let patience = Instant::now() + Duration::from_secs(60);
    let has_journal =
        |folder: &PathBuf| std::fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some());
    while !has_journal(&folder) && Instant::now() < patience {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(has_journal(&folder), "the window never came");
    let random = |salt: u64| (number * 7919 + salt).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 33;
    // The record: what was typed, when, and whether Enter followed.
    let mut typed: Vec<(String, Instant, bool)> = Vec::new();
    display.hand(&[
        "search",
        "--sync",
        "--onlyvisible",
        "--name",
        "opstelling",
        "windowfocus",
    ]);
    display.hand(&["mousemove", "450", "560"]);
    std::thread::sleep(Duration::from_millis(700));
    for turn in 0..1 + random(1) % 4 {
        let name = format!("r{number}n{turn}");
        display.hand(&["key", "a"]);
        std::thread::sleep(Duration::from_millis(400));
        display.hand(&["type", "--delay", "15", &name]);
        let is_left_open = random(turn + 10).is_multiple_of(3);
        if is_left_open {
            typed.push((name, Instant::now(), false));
            std::thread::sleep(Duration::from_millis(1800 + random(2) % 900));
            break;
        }
        display.hand(&["key", "Return"]);
        typed.push((name, Instant::now(), true));
        std::thread::sleep(Duration::from_millis(200 + random(3) % 500));
        if random(turn + 20).is_multiple_of(2) {
            display.hand(&["key", "ctrl+s"]);
            std::thread::sleep(Duration::from_millis(random(turn + 30) % 120));
        }
    }
    let killed_at = Instant::now();
    program.kill();

    let saved = open(&file)
        .expect("a file that was being saved is whole")
        .loaded
        .constellation;
    let found = orphans(&folder);
    assert!(found.len() <= 1, "round {number}: {found:?}");
    let back = match found.first() {
        None => saved,
        Some(orphan) => {
            assert_eq!(orphan.damage, None, "round {number}");
            let recovered = recover(&orphan.path, Flush::AtOnce).unwrap();
            recovered.document.constellation().clone()
        }
    };
    let (back, before) = (names(&back), names(&rich()));
    assert_eq!(back[..before.len()], before, "round {number}");
    let due = |one: &&(String, Instant, bool)| killed_at - one.1 >= TWO_SECS;
    let must: Vec<&String> = typed.iter().filter(due).map(|one| &one.0).collect();
    let new = &back[before.len()..];
    assert!(
        new.len() >= must.len(),
        "round {number}: {must:?} were typed in time, {new:?} came back"
    );
    for (name, expected) in new.iter().zip(&typed) {
        let is_whole = *name == expected.0;
        // The last one may have been on its way, letter by letter.
        let is_last = new.last() == Some(name) && expected.0.starts_with(name.as_str());
        assert!(
            is_whole || (is_last && !must.contains(&&expected.0)),
            "round {number}: {new:?} for {typed:?}"
        );
    }
    !new.is_empty()
}

#[test]
fn the_program_killed_in_its_window_loses_nothing_of_more_than_two_seconds_ago() {
    let Some(display) = Display::start() else {
        println!("Not done: there is no Xvfb or no xdotool here.");
        return;
    };
    let kills = std::env::var(KILLS)
        .ok()
        .and_then(|kills| kills.parse().ok())
        .unwrap_or(2);
    let came_back = (0..kills).filter(|number| round(&display, *number)).count();
    println!("{kills} kills, work came back after {came_back}");
    assert!(came_back > 0, "nothing that was typed ever came back");
}

#[test]
fn who_asks_hears_how_long_the_start_took_and_when_the_file_was_there() {
    let Some(display) = Display::start() else {
        println!("Not done: there is no Xvfb here.");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("x.opstelling");
    std::fs::write(&file, write(&rich())).unwrap();
    let began = Instant::now();
    let mut child = Program::command(&display, home.path())
        .args(["--lang", "en", "--timing"])
        .arg(&file)
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let told = BufReader::new(child.stderr.take().unwrap());
    let _program = Program(child);
    // Libraries of the window may have sentences of their own.
    let of_start = |line: &String| line.contains(" ms after the start");
    let lines: Vec<String> = told
        .lines()
        .map_while(Result::ok)
        .filter(of_start)
        .take(2)
        .collect();
    let passed = began.elapsed().as_millis();
    let numbers = |line: &str| -> Vec<u128> {
        // 1,203 is one number.
        let plain = line.replace(',', "");
        let words = plain.split(|letter: char| !letter.is_ascii_digit());
        words.filter_map(|word| word.parse().ok()).collect()
    };
    let [first, shown] = &lines[..] else {
        panic!("told: {lines:?}");
    };
    let [after, loading, window] = numbers(first)[..] else {
        panic!("told: {first}");
    };
    assert!(first.starts_with("The first picture is there"), "{first}");
    assert!(loading <= window && window <= after, "{first}");
    assert!(shown.starts_with("The file is on the board"), "{shown}");
    assert!(after <= numbers(shown)[0], "{lines:?}");
    // The system counts in hundredths of a second.
    assert!(numbers(shown)[0] <= passed + 20, "{lines:?} in {passed} ms");
}

#[test]
fn where_nothing_draws_one_sentence_says_what_to_do_and_where_the_reason_is() {
    let Some(display) = Display::with(&["-extension", "GLX"]) else {
        println!("Not done: there is no Xvfb here.");
        return;
    };
    let home = tempfile::tempdir().unwrap();
    // No library that draws is found: the same as a machine without drivers.
    let mut child = Program::command(&display, home.path())
        .env("__EGL_VENDOR_LIBRARY_DIRS", "/nowhere")
        .env("LIBGL_DRIVERS_PATH", "/nowhere")
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let told = BufReader::new(child.stderr.take().unwrap());
    let mut program = Program(child);
    let patience = Instant::now() + Duration::from_secs(60);
    let mut ended = None;
    while ended.is_none() && Instant::now() < patience {
        ended = program.0.try_wait().unwrap();
        std::thread::sleep(Duration::from_millis(50));
    }
    let Some(ended) = ended else {
        panic!("something draws after all");
    };
    let lines: Vec<String> = told.lines().map_while(Result::ok).collect();
    assert_eq!(ended.code(), Some(2), "{lines:?}");
    let ours: Vec<&String> = lines.iter().filter(|line| line.starts_with("Fout: ")).collect();
    let [sentence] = ours[..] else {
        panic!("told: {lines:?}");
    };
    let logs = home.path().join("log");
    assert!(sentence.contains("libgl1-mesa-dri") && sentence.contains("check, convert"));
    assert!(sentence.contains(&logs.display().to_string()), "{sentence}");
    // The words of the library are for who looks into the log.
    assert!(!lines.iter().any(|line| line.contains("glutin")), "{lines:?}");
    let log = std::fs::read_dir(logs).unwrap().next().unwrap().unwrap();
    let log = std::fs::read_to_string(log.path()).unwrap();
    assert!(log.contains("cannot be drawn with glow"), "{log}");
}
