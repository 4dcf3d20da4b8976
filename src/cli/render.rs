//! `render FILE --svg|--png|--pdf OUT`: the board as a picture, without a window.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::{Failure, arguments, files, output};
use crate::analysis::Control;
use crate::analysis::group_figures::{COMMUNITY, group_figures};
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::export::picture::{
    NoPicture, PictureInput, PictureSize, Typeface, named_groups, pdf_of, png_of, svg_of,
};
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

/// What is written, by the option that names the file.
const SVG: &str = "svg";
const PNG: &str = "png";
const PDF: &str = "pdf";
const TARGETS: [&str; 3] = [SVG, PNG, PDF];

pub fn define(command: Command, texts: Texts) -> Command {
    let theme = arguments::option("theme", "NAME", texts.t("cli-theme"));
    let scale = arguments::option("scale", "1-4", texts.t("cli-scale"));
    let transparent = Arg::new("transparent")
        .long("transparent")
        .help(texts.t("cli-transparent"));
    let colour = arguments::option("colour-by", "NAME", texts.t("cli-colour-by"));
    command
        .arg(arguments::path("file", "FILE", texts.t("cli-input")))
        .args(TARGETS.map(|id| {
            let target = arguments::option(id, "OUT", texts.t(&format!("cli-{id}")));
            target.value_parser(value_parser!(Location))
        }))
        .group(
            ArgGroup::new("targets")
                .args(TARGETS)
                .required(true)
                .multiple(true),
        )
        .arg(arguments::option("size", "A3|1920x1080", texts.t("cli-size")))
        .arg(scale.value_parser(value_parser!(u8).range(1..=4)).requires(PNG))
        .arg(transparent.action(ArgAction::SetTrue).requires(PNG))
        .arg(theme.value_parser(names(&THEMES)).hide_possible_values(true))
        .arg(colour)
        .arg(arguments::force(texts))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let file: &Location = matches.get_one("file").expect("clap requires it");
    let size = size(matches, texts)?;
    let wants_png = matches.contains_id(PNG);
    let pixels = wants_png.then(|| pixels(matches, size.unwrap_or_default(), texts));
    let pixels = pixels.transpose()?.unwrap_or_default();
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
        size: size.unwrap_or_default(),
    };
    let on_paper = PictureInput {
        size: size.unwrap_or_else(PictureSize::paper_at_hand),
        ..input
    };
    let letters = Typeface::new();
    let is_transparent = matches.get_flag("transparent");
    write(matches, SVG, texts, || Ok(svg_of(&input, &letters).into_bytes()))?;
    write(matches, PNG, texts, || {
        png_of(&input, &letters, pixels, is_transparent)
    })?;
    write(matches, PDF, texts, || pdf_of(&on_paper, &letters))?;
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

/// The size that was asked for.
fn size(matches: &ArgMatches, texts: Texts) -> Result<Option<PictureSize>, Failure> {
    let Some(asked) = matches.get_one::<String>("size") else {
        return Ok(None);
    };
    let size = PictureSize::parse(asked);
    size.map(Some).ok_or_else(|| {
        let values = [("size", asked.clone().into())];
        Failure::usage(texts.with("cli-no-size", &values))
    })
}

/// As many as a PNG has; known before anything is drawn.
fn pixels(matches: &ArgMatches, size: PictureSize, texts: Texts) -> Result<(u32, u32), Failure> {
    let scale = matches.get_one::<u8>("scale").copied().unwrap_or(1);
    size.pixels(f32::from(scale)).ok_or_else(|| {
        let values = [("size", size.shown().join(" x ").into())];
        Failure::usage(texts.with("cli-too-many-pixels", &values))
    })
}

/// Writes the picture that was asked for by this option, if it was.
fn write(
    matches: &ArgMatches,
    option: &str,
    texts: Texts,
    make: impl FnOnce() -> Result<Vec<u8>, NoPicture>,
) -> Result<(), Failure> {
    let Some(target) = matches.get_one::<Location>(option) else {
        return Ok(());
    };
    let picture = make().map_err(|NoPicture| {
        let values = [("file", files::shown(target))];
        Failure::input(texts.with("cli-no-picture", &values))
    })?;
    files::write(target, picture, arguments::is_forced(matches), texts)
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
