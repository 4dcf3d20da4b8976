//! `render FILE --svg OUT`: the board as a picture, without a window.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command, value_parser};

use super::{Failure, arguments, files, output};
use crate::analysis::Control;
use crate::analysis::group_figures::{COMMUNITY, group_figures};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::export::picture::{PictureInput, PictureSize, Typeface, named_groups, svg_of};
use crate::i18n::Texts;
use crate::lens::Lens;
use crate::model::{AttributeOf, Background, Constellation, attributes_of};
use crate::scene::marks::BoardLook;
use crate::scene::{Appearance, ColourBy, Filters, HullGroup, Palette, Scene, SceneInput, ThemeKind, build};
use crate::store::Location;
use crate::told;

/// What the user types, the same in every language.
const THEMES: [(&str, ThemeKind); 3] = [
    ("light", ThemeKind::Light),
    ("dark", ThemeKind::Dark),
    ("contrast", ThemeKind::HighContrast),
];

pub fn define(command: Command, texts: Texts) -> Command {
    let theme = arguments::option("theme", "NAME", texts.t("cli-theme"));
    let colour = arguments::option("colour-by", "NAME", texts.t("cli-colour-by"));
    command
        .arg(arguments::path("file", "FILE", texts.t("cli-input")))
        .arg(
            arguments::option("svg", "OUT", texts.t("cli-svg"))
                .value_parser(value_parser!(Location))
                .required(true),
        )
        .arg(arguments::option("size", "A3|1920x1080", texts.t("cli-size")))
        .arg(theme.value_parser(names(&THEMES)).hide_possible_values(true))
        .arg(colour)
        .arg(arguments::force(texts))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let file: &Location = matches.get_one("file").expect("clap requires it");
    let target: &Location = matches.get_one("svg").expect("clap requires it");
    let size = size(matches, texts)?;
    let theme = chosen(matches, "theme", &THEMES);
    let palette = Palette::of(theme);
    let constellation = files::read(file, texts)?.constellation;
    if constellation.board.background == Background::Picture {
        files::tell_picture(&constellation, texts);
    }
    let colour_by = colour_by(matches, &constellation, texts)?;
    let communities = match colour_by {
        ColourBy::Community => communities(&constellation, texts)?,
        _ => Vec::new(),
    };
    let scene = build(SceneInput {
        constellation: &constellation,
        filters: &Filters::default(),
        appearance: &Appearance {
            colour_by,
            communities: communities.into(),
            ..Appearance::default()
        },
        highlight: None,
        palette: &palette,
    });
    if scene.pieces.is_empty() {
        let values = [("file", files::shown(file))];
        return Err(Failure::input(texts.with("cli-nobody-on-board", &values)));
    }
    let input = PictureInput {
        constellation: &constellation,
        look: BoardLook::new(&scene, palette, theme, 1.0),
        scene: &scene,
        texts,
        size,
    };
    let picture = svg_of(&input, &Typeface::new());
    files::write(target, picture.into_bytes(), arguments::is_forced(matches), texts)?;
    tell_who_is_missing(constellation.actors.len(), &scene, texts);
    Ok(())
}

fn names<T>(rows: &[(&'static str, T)]) -> PossibleValuesParser {
    let names: Vec<&'static str> = rows.iter().map(|(name, _)| *name).collect();
    PossibleValuesParser::new(names)
}

/// What was asked for by name; the first when nothing was.
fn chosen<T: Copy>(matches: &ArgMatches, id: &str, rows: &[(&'static str, T)]) -> T {
    let asked: Option<&String> = matches.get_one(id);
    let row = rows
        .iter()
        .find(|(name, _)| asked.is_some_and(|asked| asked == name));
    row.unwrap_or(&rows[0]).1
}

fn size(matches: &ArgMatches, texts: Texts) -> Result<PictureSize, Failure> {
    let Some(asked) = matches.get_one::<String>("size") else {
        return Ok(PictureSize::default());
    };
    PictureSize::parse(asked).ok_or_else(|| {
        let values = [("size", asked.clone().into())];
        Failure::usage(texts.with("cli-no-size", &values))
    })
}

/// What was asked for, or else what the file says.
///
/// # Errors
/// A name that is neither a word of ours nor an attribute that divides the actors.
fn colour_by(matches: &ArgMatches, constellation: &Constellation, texts: Texts) -> Result<ColourBy, Failure> {
    let Some(asked) = matches.get_one::<String>("colour-by") else {
        return Ok(Lens::of(constellation).colour_by);
    };
    let known = ColourBy::offered(constellation, &attributes_of(constellation, AttributeOf::Actors));
    let chosen = ColourBy::of_key(asked);
    if known.contains(&chosen) {
        return Ok(chosen);
    }
    let known: Vec<&str> = known.iter().map(ColourBy::key).collect();
    let values = [("name", asked.clone().into())];
    Err(Failure::usage(texts.listing(
        "cli-no-colour",
        &values,
        ("known", &known),
    )))
}

/// The groups that the ties show.
fn communities(constellation: &Constellation, texts: Texts) -> Result<Vec<HullGroup>, Failure> {
    let snapshot = Snapshot::build(constellation, &AnalysisSettings::default(), Visible::ALL)
        .map_err(|error| Failure::input(told::network_refused(&error).text(texts)))?;
    let figures = group_figures(snapshot, &Control::new()).expect("nobody stops it");
    Ok(named_groups(&figures, COMMUNITY, constellation, texts))
}

/// Who stands beside the board is not on the picture.
fn tell_who_is_missing(actors: usize, scene: &Scene, texts: Texts) {
    let beside = actors - scene.pieces.len();
    if beside > 0 {
        output::tell(texts.with("cli-beside-board", &[("count", beside.into())]));
    }
}
