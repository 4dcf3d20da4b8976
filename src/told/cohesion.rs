//! What holds the network together: cut points, bridges, the core, and the groups that the ties show.

use std::borrow::Cow;

use super::counts::score;
use crate::analysis::group_figures::GroupFigures;
use crate::i18n::{Message, Texts, shown};

/// The number of cut points: actors without whom a part falls apart.
pub fn cut_points(count: usize) -> Message {
    Message::new("cuts-points").with("count", count)
}

/// One of them. `extra` is how many parts more there are without it.
pub fn cut_point(name: &str, extra: u32) -> Message {
    Message::new("cuts-point")
        .with("name", name)
        .with("parts", extra + 1)
}

/// How many relations are the only way between two parts.
pub fn bridges(count: usize) -> Message {
    Message::new("cuts-bridges").with("count", count)
}

/// One of them, by its ends.
pub fn bridge([a, b]: [&str; 2]) -> Message {
    Message::new("cuts-bridge").with("a", a).with("b", b)
}

/// How well core and periphery describe the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CoreFit {
    Weak,
    Some,
    Strong,
}

/// A correlation below the first says next to nothing, from the second on it says most of it.
const SOME: f64 = 0.3;
const STRONG: f64 = 0.6;

impl CoreFit {
    pub fn of(correlation: f64) -> Self {
        if correlation >= STRONG {
            Self::Strong
        } else if correlation >= SOME {
            Self::Some
        } else {
            Self::Weak
        }
    }
}

/// The figure of the fit.
pub fn core_fit(correlation: f64) -> Message {
    Message::new("core-fit").with("fit", score(correlation))
}

/// What the fit means, and how many of how many actors the core has.
pub fn core(correlation: f64, size: usize, actors: usize) -> Message {
    let key = match CoreFit::of(correlation) {
        CoreFit::Weak => "core-weak",
        CoreFit::Some => "core-some",
        CoreFit::Strong => "core-strong",
    };
    Message::new(key).with("size", size).with("actors", actors)
}

/// How many groups the ties show, and how separate they are.
pub fn communities(count: usize, modularity: f64) -> Message {
    Message::new("groups-found-count")
        .with("count", count)
        .with("modularity", score(modularity))
}

/// A found group is called after its member with the most relations within it.
pub fn found_group_name(figures: &GroupFigures, group: u32, texts: Texts) -> String {
    let name = centre_of(figures, group).map_or(Cow::Borrowed(""), |v| shown(&figures.snapshot.labels[v]));
    community_name(letter(group as usize), &name).text(texts)
}

fn community_name(letter: String, centre: &str) -> Message {
    Message::new("groups-found-name")
        .with("letter", letter)
        .with("name", centre)
}

/// A, B, ..., Z, AA, AB, ...
pub fn letter(number: usize) -> String {
    let last = char::from(b'A' + (number % 26) as u8);
    match number / 26 {
        0 => last.to_string(),
        rounds => format!("{}{last}", letter(rounds - 1)),
    }
}

/// The member of a found group with the most ties within it, the first of equals.
pub fn centre_of(figures: &GroupFigures, group: u32) -> Option<usize> {
    let network = &figures.snapshot.network;
    let of = &figures.communities.of;
    let within = |v: usize| {
        let near = network.under.neighbours(v).iter();
        near.filter(|&&w| of[w as usize] == group).count()
    };
    let members = (0..of.len()).filter(|&v| of[v] == group);
    members.max_by(|&a, &b| within(a).cmp(&within(b)).then(b.cmp(&a)))
}

/// One of the groups, by its name and how many it has.
pub fn community(name: String, size: u32) -> Message {
    Message::new("groups-found-row")
        .with("name", name)
        .with("size", size)
}

/// Who has no relation is in none of them; `None` when there is nobody.
pub fn in_no_community(count: usize) -> Option<Message> {
    (count > 0).then(|| Message::new("groups-found-alone").with("count", count))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Texts;
    use crate::model::Language;

    fn text(message: &Message) -> [String; 2] {
        [Language::Nl, Language::En].map(|language| message.text(Texts::new(language)))
    }

    #[test]
    fn cut_points_and_bridges_are_counted_none_too() {
        assert_eq!(text(&cut_points(0)), ["Geen breekpunten", "No cut points"]);
        assert_eq!(text(&cut_points(1)), ["1 breekpunt", "1 cut point"]);
        assert_eq!(
            text(&cut_points(1_250)),
            ["1.250 breekpunten", "1,250 cut points"]
        );
        assert_eq!(text(&bridges(0)), ["Geen bruggen", "No bridges"]);
        assert_eq!(text(&bridges(1)), ["1 brug", "1 bridge"]);
        assert_eq!(text(&bridges(2)), ["2 bruggen", "2 bridges"]);
    }

    #[test]
    fn a_cut_point_says_into_how_many_pieces_its_part_falls() {
        assert_eq!(
            text(&cut_point("UWV", 1)),
            [
                "UWV: zonder deze actor valt het deel in 2 stukken",
                "UWV: without this actor its part falls into 2 pieces"
            ]
        );
        assert_eq!(
            text(&bridge(["Alkmaar", "UWV"])),
            ["Alkmaar – UWV", "Alkmaar – UWV"]
        );
    }

    #[test]
    fn the_core_says_how_well_it_fits_and_whom_it_has() {
        assert_eq!(text(&core_fit(0.5)), ["Past voor 0,500", "Fits by 0.500"]);
        assert_eq!(
            text(&core(0.299, 3, 12)),
            [
                "Het beeld van kern en rand past hier slecht. De best passende kern telt 3 van de 12 actoren.",
                "The picture of core and periphery fits badly here. The core that fits best has 3 of the 12 actors."
            ]
        );
        assert_eq!(
            text(&core(0.3, 1, 12)),
            [
                "Het beeld van kern en rand past hier enigszins. De kern telt 1 van de 12 actoren.",
                "The picture of core and periphery fits somewhat here. The core has 1 of the 12 actors."
            ]
        );
        assert_eq!(
            text(&core(0.6, 1_000, 2_500)),
            [
                "Het beeld van kern en rand past hier goed. De kern telt 1.000 van de 2.500 actoren.",
                "The picture of core and periphery fits well here. The core has 1,000 of the 2,500 actors."
            ]
        );
        assert_eq!([0.59, f64::NAN].map(CoreFit::of), [CoreFit::Some, CoreFit::Weak]);
    }

    #[test]
    fn found_groups_are_counted_and_named_after_who_stands_in_the_middle() {
        assert_eq!(
            text(&communities(1, 0.25)),
            ["1 groep, modulariteit 0,250", "1 group, modularity 0.250"]
        );
        assert_eq!(
            text(&communities(4, 0.0)),
            ["4 groepen, modulariteit 0,000", "4 groups, modularity 0.000"]
        );
        let name = community_name("B".to_owned(), "UWV");
        assert_eq!(text(&name), ["B: rond UWV", "B: around UWV"]);
        assert_eq!(
            text(&community("B: rond UWV".to_owned(), 1)),
            ["B: rond UWV (1 actor)", "B: rond UWV (1 actor)"]
        );
        assert_eq!(
            text(&community("B: rond UWV".to_owned(), 12)),
            ["B: rond UWV (12 actoren)", "B: rond UWV (12 actors)"]
        );
    }

    #[test]
    fn who_is_in_no_group_is_said_only_when_there_is_somebody() {
        assert_eq!(in_no_community(0), None);
        assert_eq!(
            text(&in_no_community(1).unwrap()),
            [
                "1 actor heeft geen relaties en zit in geen groep.",
                "1 actor has no relations and is in no group."
            ]
        );
        assert_eq!(
            text(&in_no_community(3).unwrap()),
            [
                "3 actoren hebben geen relaties en zitten in geen groep.",
                "3 actors have no relations and are in no group."
            ]
        );
    }

    #[test]
    fn letters_go_on_after_the_last_one() {
        assert_eq!([0, 25, 26, 27, 52].map(letter), ["A", "Z", "AA", "AB", "BA"]);
    }
}
