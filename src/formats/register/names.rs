//! Names short enough for under a piece, and the register's words in ours.

/// Prefixes that only say that it is an arrangement.
const EMPTY_STARTS: [&str; 8] = [
    "gemeenschappelijke regeling",
    "centrumregeling",
    "gr",
    "openbaar lichaam",
    "bedrijfsvoeringsorganisatie",
    "regeling",
    "van",
    "de",
];

/// A name without the words that all names share: the shortest that still says something.
pub fn short<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let stripped = names.into_iter().map(strip).filter(|name| !name.is_empty());
    stripped
        .min_by_key(|name| name.chars().count())
        .unwrap_or_default()
}

fn strip(name: &str) -> String {
    let is_frame = |c: char| c.is_whitespace() || "\"'“”‘’:-".contains(c);
    let mut rest = name.trim_matches(is_frame);
    'again: loop {
        for start in EMPTY_STARTS {
            let Some(head) = rest.get(..start.len()) else {
                continue;
            };
            let tail = &rest[start.len()..];
            if head.to_lowercase() == start && tail.starts_with(is_frame) {
                rest = tail.trim_matches(is_frame);
                continue 'again;
            }
        }
        break;
    }
    let mut letters = rest.chars();
    let first = letters.next().map(|c| c.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

/// The register's domain as one of the vocabulary's own, where they mean the same.
pub fn domain(register: &str) -> &str {
    match register {
        "verkeer" => "mobiliteit",
        "werk" => "arbeidsmarkt",
        "zorg en gezondheid" => "zorg",
        "onderwijs en wetenschap" => "onderwijs",
        "openbare orde en veiligheid" => "veiligheid",
        other => other,
    }
}

/// The kind of actor for the register's kind of participant; `None` for what it does not name either.
pub fn actor_kind(participant: &str) -> Option<&'static str> {
    match participant {
        "gemeente" => Some("gemeente"),
        "provincie" => Some("provincie"),
        "waterschap" => Some("waterschap"),
        "ministerie" => Some("rijk"),
        "so" => Some("samenwerkingsverband"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_all_arrangements_share_is_left_out_of_their_names() {
        assert_eq!(
            short(["Gemeenschappelijke Regeling SED organisatie"]),
            "SED organisatie"
        );
        assert_eq!(
            short(["Gemeenschappelijke regeling \"Ondersteuning\""]),
            "Ondersteuning"
        );
        assert_eq!(short(["GR Cocensus 2025", "Cocensus"]), "Cocensus");
        assert_eq!(short(["", "Gemeenschappelijke regeling van de Kompas"]), "Kompas");
        assert_eq!(short(["Groningen"]), "Groningen");
        assert_eq!(short([""]), "");
    }
}
