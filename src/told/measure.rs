//! What measures are called.

use crate::analysis::measure::Descriptor;
use crate::i18n::Texts;

/// Measures that count something else where relations have arrows: each direction, also of one relation. They are
/// called differently there, so that 23 "relations" of somebody with 15 of them need no second look.
const EACH_DIRECTION: [&str; 4] = ["degree", "strength", "m", "links"];

/// The name of a measure, in a network with arrows or without.
pub fn measure_name(texts: Texts, measure: &Descriptor, has_arrows: bool) -> String {
    let key = measure.text_key();
    if has_arrows && EACH_DIRECTION.contains(&measure.id) {
        texts.t(&format!("{key}.arrows"))
    } else {
        texts.t(&key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::measure;
    use crate::model::Language;

    #[test]
    fn what_counts_each_direction_says_so_where_there_are_arrows() {
        for language in [Language::Nl, Language::En] {
            let texts = Texts::new(language);
            for id in EACH_DIRECTION {
                let measure = measure::find(id).unwrap();
                let names = [false, true].map(|has_arrows| measure_name(texts, measure, has_arrows));
                assert_ne!(names[0], names[1], "{id}");
                assert!(!names[1].contains("arrows ="), "{names:?}");
            }
        }
        let nl = Texts::new(Language::Nl);
        let m = measure_name(nl, measure::find("m").unwrap(), true);
        assert_eq!(m, "Aantal pijlen");
        let contacts = measure::find("contacts").unwrap();
        assert_eq!(
            measure_name(nl, contacts, true),
            measure_name(nl, contacts, false)
        );
    }
}
