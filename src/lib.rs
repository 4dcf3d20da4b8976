//! Netwerkopstelling: set up a constellation of actors and relations, and see who builds the bridges.
//!
//! # The way data flows
//!
//! ```text
//! bytes -> formats -> model -> edit -> (revision) -> jobs[analysis, layout] -> results -> told (sentences)
//!                       |                                                        |             |
//!                       +-----------------------> scene <------------------------+             |
//!                                                   |                                          |
//!                                               ui (screen) <----------------------------------+
//! ```
//!
//! # The modules
//!
//! - [`model`]: WHAT a constellation is: actors, relations, words, board, notes; ids; `validate()`. No IO,
//!   drawing, clock or chance.
//! - [`formats`]: BYTES to constellation and back, one row per format in a table; import reports; the tables
//!   of the national register.
//! - [`edit`]: HOW it changes: changes with their inverse, gestures, history, journal, and the operations of
//!   users. The only code that mutates a constellation.
//! - [`analysis`]: PURE measures on a dense snapshot of the network; a measure is a descriptor plus a
//!   function.
//! - [`layout`]: PURE placement, only when asked for (or where a file of elsewhere gives nobody a place).
//! - [`told`]: RESULTS become sentences, messages with places to light up: for panels, command line and note.
//! - [`numeric`]: logarithm, sine and their kin, the same to the last bit on every system.
//! - [`scene`]: WHAT is visible: constellation, filters, appearance and results become shapes; and how these are
//!   drawn: marks, through a pen.
//! - [`export`]: FIGURES to JSON and sheets, the same from the window and from the command line.
//! - [`jobs`]: the only place that starts threads: progress, cancel, newest wins, a panic is caught.
//! - [`lens`]: WHAT IS SHOWN of a constellation: filters, colouring, measures, what is lit, the camera.
//! - [`desk`]: WHAT THE WINDOW DOES: tool in hand, open panels and dialogs, the name being typed.
//! - [`command`]: what a user can ask for: the one table behind menu, shortcuts, palette and help, and the
//!   intents that carry data from views to program, by family.
//! - [`session`]: one document and the lens on it: carries out every intent, without a window; what needs the
//!   system comes back as an effect.
//! - [`ui`]: HOW it looks: theme, board, panels, dialogs. Reads document, lens and desk, and sends intents.
//! - [`app`]: the wiring: effects of the session, files, recovery, settings, notices.
//! - [`cli`]: the program without its window.
//! - [`i18n`]: every text the user reads, in two languages.
//!
//! Who may use whom is a table in `tests/architecture.rs`, and a test.
//!
//! # Invariants
//!
//! 1. Only [`edit`] mutates a constellation. Drawing a frame never does: 100 idle frames leave the revision
//!    unchanged.
//! 2. A change returns its inverse; undo, redo, recovery after a crash and replay of a session are the same
//!    mechanism: the list of changes. No snapshots, no undo guessed from frames.
//! 3. Ids are never reused and are never indices. Graph indices live only in the dense network and in the
//!    board's adapter.
//! 4. [`analysis`] and [`layout`] are functions of their arguments: same input and seed, same output to the
//!    last bit, whatever the number of threads. A figure that needs no search and no chance is the same
//!    whatever the order of actors and relations, too (`docs/reproducible.md`).
//! 5. The thread of the interface never waits. Anything that can take longer than a frame is a job; who waits for a
//!    disk is counted (`app::files::synced_here`), and a test holds that count.
//! 6. The file has types of its own; the model's are not what is saved. Unknown fields and newer minor
//!    versions survive a re-save.
//! 7. Screen and picture draw the same scene.
//! 8. Readers never panic and never lose silently: read = made + merged + skipped, each with its place.
//! 9. `validate()` lists violated invariants, and tests call it after every edit.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod command;
pub mod desk;
pub mod edit;
pub mod export;
pub mod formats;
pub mod i18n;
pub mod jobs;
pub mod layout;
pub mod lens;
pub mod model;
pub mod numeric;
pub mod scene;
pub mod session;
pub mod told;
pub mod ui;
