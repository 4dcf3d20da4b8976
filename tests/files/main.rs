//! Files in and out: nothing is lost, nothing panics, and others can read what we write.

mod round_trip;
mod samples;
mod support;
