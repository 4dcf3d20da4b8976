//! Netwerkopstelling: set up a constellation of actors and relations, and see who builds the bridges.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod command;
pub mod edit;
pub mod formats;
pub mod i18n;
pub mod jobs;
pub mod layout;
pub mod model;
pub mod scene;
pub mod ui;
