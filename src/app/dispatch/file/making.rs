//! Boards that come from no file: of a sample, and of one mode of the board that is there.

use super::{Arrival, Known};
use crate::app::analysis::snapshot_of;
use crate::app::projection::projected;
use crate::app::work::Work;
use crate::app::{App, samples};
use crate::desk::Projection;
use crate::formats;
use crate::jobs::Once;

pub(super) fn open_sample(app: &mut App, id: &str, asked: Known) {
    let Some(sample) = samples::SAMPLES.iter().find(|sample| sample.id == id) else {
        return;
    };
    let texts = app.texts;
    let read = move || {
        let loaded = formats::read(sample.content.as_bytes()).map_err(|error| error.text(texts))?;
        Ok(Arrival::Sample(Box::new(loaded.constellation)))
    };
    let job = Once::start("sample", app.wake.clone(), read);
    app.work.push(Work::Make { asked, job });
}

pub(super) fn open_projection(app: &mut App, wanted: Projection, asked: Known) {
    let (constellation, texts) = (app.session.document.constellation().clone(), app.texts);
    let lens = app.session.lens.clone();
    let make = move || {
        let snapshot = snapshot_of(constellation.clone(), &lens.filters, &lens.analysis_settings);
        let made = snapshot
            .ok()
            .and_then(|snapshot| projected(&constellation, &snapshot, wanted, texts).ok());
        let made = made.ok_or_else(|| texts.t("notice-failed"))?;
        Ok(Arrival::Projection(Box::new(made)))
    };
    let job = Once::start("projection", app.wake.clone(), make);
    app.work.push(Work::Make { asked, job });
}
