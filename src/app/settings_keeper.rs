//! Keeps changed settings on the disk, beside the interface: one write after the other, in their order.

use std::io;
use std::sync::Arc;

use super::settings::Settings;
use crate::jobs::{Once, Outcome, Wake};
use crate::store::Folders;

type SettingsChange = Arc<dyn Fn(&mut Settings) + Send + Sync>;

/// Changes on their way to the disk. Without folders they hold for this run only.
pub struct SettingsKeeper {
    folders: Option<Folders>,
    wake: Wake,
    /// Not handed to the job yet.
    waiting: Vec<SettingsChange>,
    under_way: Option<Once<io::Result<Settings>>>,
}

impl SettingsKeeper {
    pub fn new(folders: Option<Folders>, wake: Wake) -> Self {
        Self {
            folders,
            wake,
            waiting: Vec::new(),
            under_way: None,
        }
    }

    /// The change holds in `settings` at once, and on the disk as soon as it is its turn.
    pub fn change(
        &mut self,
        settings: &mut Settings,
        change: impl Fn(&mut Settings) + Send + Sync + 'static,
    ) {
        change(settings);
        self.waiting.push(Arc::new(change));
        self.go_on();
    }

    /// Looks whether a write has ended. Another window may have changed settings too: what it wrote comes along.
    pub fn follow(&mut self, settings: &mut Settings) {
        let Some(outcome) = self.under_way.as_ref().and_then(Once::poll) else {
            return;
        };
        self.under_way = None;
        self.take_in(outcome, settings);
        self.go_on();
    }

    /// All of it is written, before the program ends.
    pub fn finish(&mut self, settings: &mut Settings) {
        while let Some(job) = self.under_way.take() {
            if let Some(outcome) = job.wait() {
                self.take_in(outcome, settings);
            }
            self.go_on();
        }
    }

    fn take_in(&self, outcome: Outcome<io::Result<Settings>>, settings: &mut Settings) {
        match outcome {
            Outcome::Done(Ok(written)) => {
                *settings = written;
                for change in &self.waiting {
                    change(settings);
                }
            }
            Outcome::Done(Err(error)) => log::warn!("the settings could not be written: {error}"),
            Outcome::Panicked(reason) => log::error!("the settings could not be written: {reason}"),
        }
    }

    fn go_on(&mut self) {
        let Some(folders) = self.folders.clone() else {
            self.waiting.clear();
            return;
        };
        if self.under_way.is_some() || self.waiting.is_empty() {
            return;
        }
        let changes = std::mem::take(&mut self.waiting);
        let write = move || {
            Settings::update(&folders, |settings| {
                for change in &changes {
                    change(settings);
                }
            })
        };
        self.under_way = Some(Once::start("settings", Arc::clone(&self.wake), write));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_are_written_in_their_order_and_those_of_another_window_come_along() {
        let home = tempfile::tempdir().unwrap();
        let folders = Folders::at(home.path());
        let mut keeper = SettingsKeeper::new(Some(folders.clone()), Arc::new(|| {}));
        let mut settings = Settings::default();
        Settings::update(&folders, |other| other.add_recent("/van-een-ander.json")).unwrap();
        for zoom in [1.5, 1.2, 2.0] {
            keeper.change(&mut settings, move |settings| settings.interface_zoom = zoom);
            assert_eq!(settings.interface_zoom, zoom, "it holds at once");
        }
        keeper.finish(&mut settings);
        let (written, _) = Settings::load(&folders);
        assert_eq!(written.interface_zoom, 2.0);
        assert_eq!(written.recents.len(), 1);
        assert_eq!(settings, written);
    }

    #[test]
    fn without_a_place_for_them_changes_hold_for_this_run() {
        let mut keeper = SettingsKeeper::new(None, Arc::new(|| {}));
        let mut settings = Settings::default();
        keeper.change(&mut settings, |settings| settings.interface_zoom = 1.5);
        keeper.follow(&mut settings);
        keeper.finish(&mut settings);
        assert_eq!(settings.interface_zoom, 1.5);
    }
}
