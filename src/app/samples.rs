//! The sample networks that come with the program.

use crate::i18n::Texts;
use crate::ui::SampleView;

/// One sample network.
#[derive(Debug, Clone, Copy)]
pub struct Sample {
    pub id: &'static str,
    /// Key of its title; `KEY-line` is the line that says what is in it.
    pub key: &'static str,
    /// The file, as it is in `sample-networks`.
    pub content: &'static str,
}

pub const SAMPLES: &[Sample] = &[
    Sample {
        id: "noord-holland-noord-governance",
        key: "sample-governance",
        content: include_str!("../../sample-networks/noord-holland-noord-governance.opstelling.json"),
    },
    Sample {
        id: "gemeenschappelijke-regelingen-noord-holland-noord",
        key: "sample-register",
        content: include_str!(
            "../../sample-networks/gemeenschappelijke-regelingen-noord-holland-noord.opstelling.json"
        ),
    },
    Sample {
        id: "arbeidsmarktregio",
        key: "sample-labour",
        content: include_str!("../../sample-networks/arbeidsmarktregio.opstelling.json"),
    },
];

/// The samples as the start screen shows them.
pub fn views(texts: Texts) -> Vec<SampleView> {
    let view = |sample: &Sample| SampleView {
        id: sample.id,
        title: texts.t(sample.key),
        line: texts.t(&format!("{}-line", sample.key)),
    };
    SAMPLES.iter().map(view).collect()
}
