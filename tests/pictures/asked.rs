//! Fixed boards, each as it is asked to be seen.

use std::fs;
use std::sync::Arc;

use netwerkopstelling::formats;
use netwerkopstelling::model::{
    Actor, ActorId, AttributeOf, Background, Constellation, Language, Point, Relation, RelationId,
    RelationStatus, Rgb, Stance, Tempo,
};
use netwerkopstelling::scene::marks::{BoardLook, PartSeen};
use netwerkopstelling::scene::{
    Appearance, ColourBy, Filters, Highlight, HullGroup, Marks, Palette, Scene, SceneInput, ThemeKind, build,
    legend_of_seen,
};

use crate::everything::{OF_ALL_SCRIPTS, everything, hull};
use crate::names::SAMPLES;
use crate::sample;

/// A board as it is asked to be seen.
#[derive(Clone)]
pub struct Asked {
    pub constellation: Constellation,
    pub filters: Filters,
    pub appearance: Appearance,
    pub highlight: Option<Highlight>,
    pub theme: ThemeKind,
    pub zoom: f32,
    /// Of a hall: how many points wide and high it is, and how much larger everything is wanted.
    pub hall: Option<((f32, f32), f32)>,
    /// No more of the board than this.
    pub part: Option<[f32; 4]>,
}

impl Asked {
    pub fn new(constellation: Constellation) -> Self {
        let kept = constellation.board.colour_by.as_deref().map(ColourBy::of_key);
        Self {
            constellation,
            filters: Filters::default(),
            appearance: Appearance {
                colour_by: kept.unwrap_or_default(),
                ..Appearance::default()
            },
            highlight: None,
            theme: ThemeKind::Light,
            zoom: 1.0,
            hall: None,
            part: None,
        }
    }

    pub fn scene(&self) -> (Scene, PartSeen) {
        let palette = Palette::of(self.theme);
        let input = self.input(&palette);
        let mut scene = build(input);
        let seen = match self.part {
            None => PartSeen::all(&scene),
            Some(area) => PartSeen::within(&scene, area),
        };
        if self.part.is_some() {
            scene.legend = legend_of_seen(input, &scene, &seen);
        }
        (scene, seen)
    }

    pub fn input<'a>(&'a self, palette: &'a Palette) -> SceneInput<'a> {
        SceneInput {
            constellation: &self.constellation,
            filters: &self.filters,
            appearance: &self.appearance,
            highlight: self.highlight.as_ref(),
            palette,
        }
    }

    pub fn look(&self, scene: &Scene) -> BoardLook {
        let palette = Palette::of(self.theme);
        match self.hall {
            None => BoardLook::new(scene, palette, self.theme, 1.0),
            Some((size, enlarged)) => BoardLook::in_hall(scene, palette, self.theme, size, enlarged),
        }
    }
}

pub fn of_sample(name: &str) -> Constellation {
    let path = format!(
        "{}/sample-networks/{name}.opstelling.json",
        env!("CARGO_MANIFEST_DIR")
    );
    let bytes = fs::read(path).expect("a sample");
    formats::read(&bytes).expect("a sound sample").constellation
}

/// With all that can be said of actors said of some.
fn all_said() -> Constellation {
    let mut all = everything();
    let domains: Vec<_> = all.vocabulary.domains.iter().map(|one| one.id.clone()).collect();
    let levels: Vec<_> = all.vocabulary.levels.iter().map(|one| one.id.clone()).collect();
    for (nth, actor) in all.actors.values_mut().enumerate() {
        actor.level = levels.get(nth % (levels.len() + 1)).cloned();
        actor.domains = domains
            .iter()
            .skip(nth % 7)
            .step_by(3)
            .take(nth % 3)
            .cloned()
            .collect();
        actor.influence = [None, Some(0), Some(1), Some(3), Some(6), Some(14)][nth % 6];
        actor.gaze_deg = [None, Some(0.0), Some(75.0), Some(190.0), Some(300.0)][nth % 5];
        actor.stance = [
            None,
            Some(Stance::For),
            Some(Stance::Neutral),
            Some(Stance::Against),
        ][nth % 4];
        actor.tempo = [None, Some(Tempo::Accelerator), Some(Tempo::Broadener)][nth % 3];
        actor
            .attributes
            .insert("kleur", ["rood", "groen", "geel"][nth % 3]);
        if nth % 9 == 4 {
            actor.kind = None;
        }
    }
    // More loops than have a place around a piece.
    for id in 700..708 {
        let own = Relation::new(
            RelationId(id),
            &format!("l{id}"),
            ActorId(9),
            ActorId(9),
            "informatie".into(),
        );
        all.relations.insert(own.id, own);
    }
    all
}

/// Grouped and marked.
pub fn grouped(constellation: Constellation) -> Asked {
    let mut asked = Asked::new(constellation);
    let mut groups = vec![
        hull("Noord", [2, 4, 10]),
        hull("Oost", [3, 7, 12]),
        hull("Zuid en wat daar verder allemaal bij hoort", [15, 16, 17]),
    ];
    let everywhere = [1, 5, 8, 9, 18, 22, 26, 29].map(ActorId).to_vec();
    groups.push(HullGroup {
        label: "Overal".to_owned(),
        members: everywhere,
        colour: Some(Rgb(0x12, 0x80, 0x60)),
    });
    asked.appearance.hulls = groups.clone().into();
    asked.appearance.communities = groups.into();
    asked.appearance.marks = Arc::new(Marks {
        cut_points: [ActorId(1), ActorId(4)].into(),
        bridges: [RelationId(100), RelationId(103)].into(),
    });
    asked
}

pub fn on(background: Background) -> Constellation {
    let mut all = all_said();
    all.board.background = background;
    all
}

/// With names in every script.
pub fn scripts() -> Constellation {
    let mut scripts = sample::sample();
    let names = scripts.actors.values_mut().zip(OF_ALL_SCRIPTS);
    names.for_each(|(actor, name)| actor.label = name.to_owned());
    scripts
}

pub fn alone() -> Constellation {
    let mut one = Constellation::new(Language::Nl);
    one.info.issue = "Wie is er nog meer?".to_owned();
    let mut actor = Actor::new(ActorId(1), "a1", "Gemeente Alkmaar");
    actor.kind = Some("gemeente".into());
    actor.pos = Some(Point::new(-120.0, 40.0));
    one.actors.insert(actor.id, actor);
    one
}

pub fn sized(mut asked: Asked) -> Asked {
    let actors: Vec<ActorId> = asked.constellation.actors.keys().copied().collect();
    let share = |nth: usize| (nth % 11) as f64 / 10.0;
    let sizes = actors.iter().enumerate().map(|(nth, id)| (*id, share(nth)));
    // One is not in the figures, and one has more than there is.
    asked.appearance.size_values = Some(sizes.skip(1).collect());
    if let Some(sizes) = &mut asked.appearance.size_values {
        sizes.insert(actors[3], 1.7);
    }
    asked.appearance.measure = Some("measure-betweenness".to_owned());
    asked.appearance.badges = actors
        .iter()
        .zip(1..=12)
        .map(|(id, rank)| (*id, rank.to_string()))
        .collect();
    asked
}

/// The boards, each as it is asked to be seen.
pub fn boards() -> Vec<(String, Asked)> {
    let mut boards: Vec<(String, Asked)> = Vec::new();
    let mut add = |name: &str, asked: Asked| boards.push((name.to_owned(), asked));
    for name in SAMPLES {
        add(name, Asked::new(of_sample(name)));
    }
    add("nobody", Asked::new(Constellation::new(Language::Nl)));
    add("one actor", Asked::new(alone()));
    add("all scripts", Asked::new(scripts()));
    let all = grouped(on(Background::SectorFields));
    for (theme, of_theme) in [
        ("light", ThemeKind::Light),
        ("dark", ThemeKind::Dark),
        ("high contrast", ThemeKind::HighContrast),
    ] {
        let asked = Asked {
            theme: of_theme,
            ..all.clone()
        };
        add(&format!("everything, {theme}"), asked);
    }
    for background in Background::ALL {
        add(
            &format!("everything on {background:?}"),
            Asked::new(on(background)),
        );
    }
    for zoom in [0.2, 0.55, 2.3] {
        let asked = Asked { zoom, ..all.clone() };
        add(&format!("everything, {zoom} as large"), asked);
    }
    for (hall, zoom, enlarged) in [((1920.0, 1080.0), 1.3, 1.0), ((1280.0, 800.0), 0.8, 1.25)] {
        for (board, constellation) in [
            ("everything", on(Background::Rings)),
            (SAMPLES[0], of_sample(SAMPLES[0])),
        ] {
            let asked = Asked {
                hall: Some((hall, enlarged)),
                zoom,
                ..Asked::new(constellation)
            };
            add(&format!("{board} in a hall of {} by {}", hall.0, hall.1), asked);
        }
    }
    let colourings = ColourBy::OURS.into_iter().chain([
        ColourBy::Attribute("kleur".to_owned()),
        ColourBy::Attribute("niemand".to_owned()),
    ]);
    for colour_by in colourings {
        let mut asked = all.clone();
        asked.appearance.colour_by = colour_by.clone();
        add(&format!("everything by {colour_by:?}"), asked);
    }
    for colour_by in ["region", "veiligheidsregio_2024"] {
        let mut asked = Asked::new(of_sample(SAMPLES[2]));
        asked.appearance.colour_by = ColourBy::of_key(colour_by);
        add(&format!("{} by {colour_by}", SAMPLES[2]), asked);
    }
    add("everything by size", sized(all.clone()));
    let lit = Highlight {
        actors: [ActorId(1), ActorId(13), ActorId(26)].into(),
        relations: [RelationId(111), RelationId(512)].into(),
    };
    let asked = |highlight: Highlight| Asked {
        highlight: Some(highlight),
        ..all.clone()
    };
    add("everything with some lit", asked(lit.clone()));
    add(
        "everything with actors lit",
        asked(Highlight::of_actors_alone(lit.actors)),
    );
    add("everything with nothing lit", asked(Highlight::default()));
    for (name, filters) in filters() {
        let asked = Asked {
            filters,
            ..all.clone()
        };
        add(&format!("everything without {name}"), asked);
    }
    let mut some = all.clone();
    some.appearance.only = Some(Arc::new((5..20).map(ActorId).collect()));
    add("everything of some", some);
    for (name, area) in [
        ("a corner", [-700.0, -500.0, -200.0, -100.0]),
        ("the middle", [-60.0, -90.0, 160.0, 200.0]),
        ("nothing", [10.0, 10.0, 10.0, 10.0]),
    ] {
        let part = Some(area);
        add(&format!("everything of {name}"), Asked { part, ..all.clone() });
    }
    boards
}

/// One for each thing that can be left out.
fn filters() -> Vec<(&'static str, Filters)> {
    let all = all_said();
    let first = all.actors.values().nth(3).expect("somebody").clone();
    let mut of_colour = Filters::default();
    of_colour
        .attributes_mut(AttributeOf::Actors)
        .change("kleur", |one| {
            one.hidden.insert("groen".to_owned());
        });
    let plain = Filters::default;
    vec![
        (
            "a kind",
            Filters {
                actor_kinds: first.kind.into_iter().collect(),
                ..plain()
            },
        ),
        (
            "a sector",
            Filters {
                sectors: first.sector.into_iter().collect(),
                ..plain()
            },
        ),
        (
            "a level",
            Filters {
                levels: first.level.into_iter().collect(),
                ..plain()
            },
        ),
        (
            "domains",
            Filters {
                domains: all
                    .vocabulary
                    .domains
                    .iter()
                    .step_by(2)
                    .map(|one| one.id.clone())
                    .collect(),
                ..plain()
            },
        ),
        (
            "a kind of relation",
            Filters {
                relation_kinds: ["geld".into(), "formeel".into()].into(),
                ..plain()
            },
        ),
        (
            "what is wished",
            Filters {
                statuses: vec![RelationStatus::Wished],
                ..plain()
            },
        ),
        (
            "weak and strong",
            Filters {
                min_weight: Some(2.0),
                max_weight: Some(4.0),
                ..plain()
            },
        ),
        (
            "what is assumed",
            Filters {
                hides_assumed: true,
                ..plain()
            },
        ),
        ("a colour", of_colour),
    ]
}
