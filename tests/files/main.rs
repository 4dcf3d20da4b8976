//! Files in and out: nothing is lost, nothing panics, and others can read what we write.

mod analyse;
mod attributes;
mod bounds;
mod broken;
mod cautious;
mod chain;
mod command_line;
mod compared;
mod crash;
mod documented;
mod edits;
mod endings;
#[path = "../fingerprint/mod.rs"]
mod fingerprint;
mod fingerprints;
mod foreign;
mod icon;
mod journal;
mod languages;
mod manual;
mod networkx;
mod note;
mod old_versions;
mod pictures;
mod pseudonyms;
mod readme;
mod render;
mod round_trip;
mod samples;
mod saving;
mod schema;
mod script;
mod stored;
mod support;
mod waiting;
mod window;
