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
//! - [`model`]: WHAT a constellation is: actors, relations, words, board, notes, agreements; ids; `validate()`. No IO,
//!   drawing, clock or chance.
//! - [`formats`]: BYTES to constellation and back, one row per format in a table; import reports; the tables
//!   of the national register; what journal and clipboard hold ([`formats::stored`]).
//! - [`edit`]: HOW it changes: changes with their inverse, gestures, history, journal, and the operations of
//!   users. The only code that mutates a constellation.
//! - [`analysis`]: PURE measures on a dense snapshot of the network; a measure is a descriptor plus a
//!   function.
//! - [`layout`]: PURE placement, only when asked for (or where a file of elsewhere gives nobody a place).
//! - [`told`]: RESULTS become sentences, messages with places to light up: for panels, command line and note.
//! - [`numeric`]: logarithm, sine and their kin, the same to the last bit on every system.
//! - [`scene`]: WHAT is visible: constellation, filters, appearance and results become shapes; and how these are
//!   drawn: marks, through a pen.
//! - [`export`]: FIGURES to JSON and sheets, the board to pictures, all of it to a note ([`export::note`]), the same
//!   from the window and from the command line.
//! - [`takeaway`]: WHAT IS TAKEN ALONG, as it is asked for: settings of pictures, notes and data, the same for the window
//!   and for the command line.
//! - [`jobs`]: the only place that starts threads: progress, cancel, newest wins, a panic is caught.
//! - [`pseudonyms`]: CODES IN PLACE OF NAMES: a constellation as those may see it who are not to know who is in it.
//! - [`lens`]: WHAT IS SHOWN of a constellation: filters, colouring, measures, what is lit, the camera, whose names; and
//!   what of it may leave the program.
//! - [`desk`]: WHAT THE WINDOW DOES: tool in hand, open panels and dialogs, the name being typed.
//! - [`command`]: what a user can ask for: the one table behind menu, shortcuts, palette and help, and the
//!   intents that carry data from views to program, by family.
//! - [`session`]: one document and the lens on it: carries out every intent, without a window; what needs the
//!   system comes back as an effect.
//! - [`store`]: WHERE THE PLATFORM BEGINS: files, folders, locks, clock, dialogs of the system. Nothing else knows a path.
//! - [`ui`]: HOW it looks: theme, board, panels, dialogs. Reads document, lens and desk, and sends intents.
//! - [`app`]: the wiring: effects of the session, files, recovery, settings, notices.
//! - [`cli`]: the program without its window.
//! - [`tally`]: COUNTS by thread the work that takes long, for the tests that hold the interface's thread to none.
//! - [`i18n`]: every text the user reads, in two languages.
//!
//! Who may use whom is a table in `tests/architecture.rs`, and a test.
//!
//! # Words
//!
//! What the code calls things; the Dutch word of the interface in brackets.
//!
//! Of the constellation:
//!
//! - *constellation* (opstelling): the document: a question, actors, relations, words, a board, notes, agreements.
//! - *actor* (actor): an organisation, person, body or group. *Relation* (relatie): a tie of one kind between two
//!   actors, directed, mutual or undirected, with a weight.
//! - *word*: an entry of the vocabulary: a kind, sector, level, domain or region. The user's to change.
//! - *board* (bord): what pieces stand on. *Piece* (stuk): the figure of one actor on the board. *Tie*: in a drawing
//!   the line of one relation; in a figure the bond of two actors, whatever relations it is made of.
//! - *agreement* (afspraak): what the room will do, who and when. *Party*: one who agreed; *gone*: removed since, and kept by name.
//! - *tray* (tafelrand): actors without a place. *Question card*: the question as a piece of its own (`issue` in code and
//!   file).
//! - *tower* (toren): an actor's influence, as a number of discs. *Gaze* (kijkrichting): where a piece looks.
//! - *bridge builder, candidate, spanner* (bruggenbouwer): an actor that connects groups. *Human card* (menskaart): what
//!   people, and not figures, know of one.
//!
//! Of editing:
//!
//! - *change*: the smallest step, with an inverse. *Gesture*: the changes of one act (a drag, a typed name), undone as
//!   one; *transaction*: a finished one. *Label*: what the user calls it.
//! - *journal*: all entries since the document was opened or saved, on disk. *Entry*: a gesture, an undo or a redo.
//!   *Draft*: what has begun and is not finished: in the journal so that a crash does not take it.
//! - *operation*: what a user can do, made of changes. *Fragment*: actors and relations that were copied.
//! - *revision*: counts changes; equal revisions of one document have equal content.
//!
//! Of the program:
//!
//! - *intent*: a request of the user, as data: the only way from a view to the document. *Command*: an intent with a row
//!   in the table behind menus, keys and palette. *Effect*: what a request leads to outside the session (a file, the
//!   clipboard).
//! - *code* (code): what stands in place of a name: P1, A1. *Key* (sleutel): who the codes are; of one actor or relation
//!   its identity in files.
//! - *lens*: what is shown. *Desk*: what the window does. *Session*: a document and the lens on it.
//! - *hall* (zaalstand): the board alone, large, for a projector.
//! - *job*: work on another thread; a newer request takes the place of an older one. *Derived*: what a job keeps up with
//!   the document, with whether it is out of date.
//! - *chunk*: up to 64 actors, relations or notes that the document and jobs share until one of them is changed. *Tally*:
//!   what a thread has done of the work that the interface must not do.
//! - *stored*: as it is on disk or on the clipboard. *Stamp*: one version of a file, or of a scene.
//!
//! Of analysis:
//!
//! - *snapshot*: the constellation as numbers, for analysis. *Network*: its actors as 0 to n-1 and its relations merged
//!   into *pairs*. *Link*: one relation before merging. *Arc*: one direction of a pair.
//! - *dimension* (indeling): a way to divide actors into groups. *Partition*: the groups themselves. *Mode*: in a network
//!   of members and tables, one of the two.
//! - *measure* (maat): a descriptor and a function. *Report*: all figures of one network; *live*: a report with the
//!   snapshot that it is of, as the window shows it.
//! - *basis*: what figures are computed from (which relations count, how pairs are merged), said with them.
//! - *told*: said in sentences, with the places that light up.
//! - *lane*: one of eight sources that a pass over all shortest paths follows at once. *Row*: the numbers of eight lanes
//!   for one node. *Frontier*: the nodes that the pass reached last. *Plane*: one partition on the way back from a
//!   source; eight go side by side.
//! - *quantum*: the unit that shares of paths are whole multiples of, so that their sum has no order.
//! - *part*: a connected component, where a figure speaks of one.
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
//!    disk, copies a board, writes or reads one or makes a network of it is counted by thread ([`tally`]), and tests
//!    hold that count.
//! 6. Files, journals and the clipboard have types of their own; the model's are not what is stored. Unknown fields
//!    and newer minor versions survive a re-save.
//! 7. Screen and picture draw the same scene.
//! 8. Readers never panic and never lose silently: read = made + merged + skipped, each with its place.
//! 9. `validate()` lists violated invariants, and tests call it after every edit.

pub mod analysis;
pub mod app;
// A page has no command line.
#[cfg(not(target_arch = "wasm32"))]
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
pub mod pseudonyms;
pub mod scene;
pub mod session;
pub mod store;
pub mod takeaway;
pub mod tally;
pub mod told;
pub mod ui;
