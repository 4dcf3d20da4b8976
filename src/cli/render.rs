//! `render FILE --svg|--png|--pdf OUT`: the board as a picture, without a window.

use clap::builder::PossibleValuesParser;
use clap::parser::ValueSource;
use clap::{Arg, ArgAction, ArgGroup, ArgMatches, Command, value_parser};

use super::{Failure, arguments, files, output, pseudonyms};
use crate::analysis::Control;
use crate::analysis::group_figures::{COMMUNITY, group_figures};
use crate::analysis::live::live_with;
use crate::analysis::run::Wanted;
use crate::analysis::snapshot::{AnalysisSettings, Snapshot, Visible};
use crate::export::picture::{PicturePart, PictureRefusal, PictureSubject, Typeface, named_groups};
use crate::i18n::Texts;
use crate::lens::Lens;
use crate::model::{ActorId, AttributeOf, Background, Constellation, attributes_of};
use crate::scene::{Appearance, ColourBy, HullGroup, Scene};
use crate::store::Location;
use crate::takeaway::{LetterForm, PictureKind, PictureSettings, PictureSize, PictureTheme};
use crate::told::{self, NothingToDraw};

/// What is written, by the option that names the file.
const TARGETS: [(&str, PictureKind); 3] = [
    (SVG, PictureKind::Svg),
    (PNG, PictureKind::Png),
    ("pdf", PictureKind::Pdf),
];
const SVG: &str = "svg";
const PNG: &str = "png";
/// Options that say something about one kind of picture alone.
const OF_ONE_KIND: [(&str, &str); 3] = [("letters", SVG), ("scale", PNG), ("transparent", PNG)];

type LeaveOut = fn(&mut PictureSettings);

/// What can be left out, by the name that is typed for it.
const FRAME: [(&str, LeaveOut); 3] = [
    ("question", |settings| settings.has_question = false),
    ("legend", |settings| settings.has_legend = false),
    ("footer", |settings| settings.has_footer = false),
];

pub fn define(command: Command, texts: Texts) -> Command {
    let theme = arguments::option("theme", "NAME", texts.t("cli-theme"));
    // A size below nought is a size that is refused, and no option.
    let size = arguments::option("size", "A3|1920x1080", texts.t("cli-size"));
    let scale = arguments::option("scale", "1-4", texts.t("cli-scale"));
    let transparent = Arg::new("transparent")
        .long("transparent")
        .help(texts.t("cli-transparent"));
    let measure = arguments::option("measure", "NAME", texts.t("cli-measure"));
    let letters = arguments::option("letters", "NAME", texts.t("cli-letters"));
    let colour = arguments::option("colour-by", "NAME", texts.t("cli-colour-by"));
    let themes = PictureTheme::ALL.map(PictureTheme::name);
    let many = |id: &'static str, help: &str| {
        let option = Arg::new(id).long(id).value_name("A,B").help(texts.t(help));
        option.value_delimiter(',').action(ArgAction::Append)
    };
    let without = many("without", "cli-render-without");
    let without = without.value_parser(PossibleValuesParser::new(FRAME.map(|(name, _)| name)));
    pseudonyms::define(command, texts)
        .arg(arguments::path("file", "FILE", texts.t("cli-input")))
        .args(TARGETS.map(|(id, _)| {
            let target = arguments::option(id, "OUT", texts.t(&format!("cli-{id}")));
            target.value_parser(value_parser!(Location))
        }))
        .group(
            ArgGroup::new("targets")
                .args(TARGETS.map(|(id, _)| id))
                .required(true)
                .multiple(true),
        )
        .arg(size.allow_hyphen_values(true))
        .arg(scale.value_parser(value_parser!(u8).range(1..=4)))
        .arg(transparent.action(ArgAction::SetTrue))
        .arg(
            theme
                .value_parser(PossibleValuesParser::new(themes))
                .hide_possible_values(true),
        )
        .arg(
            letters
                .value_parser(PossibleValuesParser::new(LetterForm::ALL.map(LetterForm::name)))
                .hide_possible_values(true),
        )
        .arg(colour)
        .arg(measure)
        .arg(many("select", "cli-select"))
        .arg(without.hide_possible_values(true))
        .arg(arguments::force(texts))
}

pub fn run(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let file: &Location = matches.get_one("file").expect("clap requires it");
    check_kinds(matches, texts)?;
    let settings = settings(matches, texts)?;
    if matches.contains_id(PNG) && settings.pixels().is_none() {
        // Known before anything is drawn.
        let values = [("size", settings.size.shown().join(" x ").into())];
        return Err(Failure::usage(texts.with("cli-too-many-pixels", &values)));
    }
    for (option, kind) in TARGETS {
        if let Some(target) = matches.get_one::<Location>(option) {
            files::check_ending(target, kind.endings(), texts)?;
        }
    }
    pseudonyms::check(matches, texts)?;
    let constellation = files::read(file, texts)?.constellation;
    if constellation.board.background == Background::Picture {
        files::tell_picture(&constellation, texts);
    }
    let lens = Lens {
        colour_by: colour_by(matches, &constellation, &Lens::of(&constellation), texts)?,
        ..Lens::of(&constellation)
    };
    let part = part(matches, &constellation, texts)?;
    let taken = pseudonyms::taken_along(matches, &constellation, &lens, texts)?;
    let part = match part {
        PicturePart::Actors(actors) => {
            PicturePart::Actors(actors.into_iter().map(|id| taken.actor(id)).collect())
        }
        whole => whole,
    };
    let (constellation, lens) = (taken.constellation, taken.lens);
    let colour_by = lens.colour_by;
    let communities = match colour_by {
        ColourBy::Community => communities(&constellation, texts)?,
        _ => Vec::new(),
    };
    let mut appearance = Appearance {
        colour_by,
        communities: communities.into(),
        ..Appearance::default()
    };
    if let Some(measure) = matches.get_one::<String>("measure") {
        size_by(&mut appearance, measure, &constellation, texts)?;
    }
    let subject = PictureSubject {
        part,
        constellation,
        filters: lens.filters,
        appearance,
        highlight: None,
        texts,
    };
    let drawing = subject.drawn(settings).map_err(|why| {
        let values = [("file", files::shown(file))];
        Failure::input(match why {
            NothingToDraw::NobodyOnBoard => texts.with("cli-nobody-on-board", &values),
            other => other.message().text(texts),
        })
    })?;
    let (letters, control) = (Typeface::new(), Control::new());
    for (option, kind) in TARGETS {
        let Some(target) = matches.get_one::<Location>(option) else {
            continue;
        };
        let picture = drawing.file(kind, &letters, &control);
        let picture = picture.map_err(|why| not_made(why, target, texts))?;
        files::write(target, picture, arguments::is_forced(matches), texts)?;
    }
    if subject.part == PicturePart::Board {
        tell_who_is_missing(subject.constellation.actors.len(), drawing.scene(), texts);
    }
    if let Some((letter, text)) = drawing.scene().letter_without_face() {
        output::tell(told::letter_without_font(letter, text).text(texts));
    }
    Ok(())
}

fn not_made(why: PictureRefusal, target: &Location, texts: Texts) -> Failure {
    let values = [("file", files::shown(target))];
    Failure::input(match why {
        PictureRefusal::NotMade => texts.with("cli-no-picture", &values),
        other => other.message().text(texts),
    })
}

/// What the picture is to be, as the window asks for it too.
fn settings(matches: &ArgMatches, texts: Texts) -> Result<PictureSettings, Failure> {
    let mut settings = PictureSettings {
        scale: matches.get_one::<u8>("scale").copied().unwrap_or(1),
        is_transparent: matches.get_flag("transparent"),
        ..PictureSettings::default()
    };
    if let Some(size) = size(matches, texts)? {
        (settings.size, settings.paper) = (size, size);
    }
    if let Some(asked) = matches.get_one::<String>("theme") {
        let theme = PictureTheme::ALL.into_iter().find(|theme| theme.name() == asked);
        settings.theme = theme.unwrap_or_default();
    }
    if let Some(asked) = matches.get_one::<String>("letters") {
        let form = LetterForm::ALL.into_iter().find(|form| form.name() == asked);
        settings.letters = form.unwrap_or_default();
    }
    for asked in matches.get_many::<String>("without").into_iter().flatten() {
        let row = FRAME.iter().find(|(name, _)| name == asked);
        if let Some((_, leave_out)) = row {
            leave_out(&mut settings);
        }
    }
    Ok(settings)
}

/// # Errors
/// An option is about a kind of picture that is not made.
fn check_kinds(matches: &ArgMatches, texts: Texts) -> Result<(), Failure> {
    let is_typed = |option: &str| matches.value_source(option) == Some(ValueSource::CommandLine);
    let idle = OF_ONE_KIND
        .iter()
        .find(|(option, kind)| is_typed(option) && !is_typed(kind));
    idle.map_or(Ok(()), |(option, kind)| {
        let values = [("option", (*option).into()), ("kind", (*kind).into())];
        Err(Failure::usage(texts.with("cli-option-of-one-kind", &values)))
    })
}

/// Who was asked for, by id in the file.
///
/// # Errors
/// Nobody was named, or nobody in the file has that id.
fn part(matches: &ArgMatches, constellation: &Constellation, texts: Texts) -> Result<PicturePart, Failure> {
    let Some(asked) = matches.get_many::<String>("select") else {
        return Ok(PicturePart::Board);
    };
    let find = |key: &String| -> Result<ActorId, Failure> {
        if key.is_empty() {
            return Err(Failure::usage(texts.t("cli-select-nobody")));
        }
        let mut actors = constellation.actors.values();
        let found = actors.find(|actor| actor.key == *key);
        found.map(|actor| actor.id).ok_or_else(|| {
            let values = [("id", key.clone().into())];
            Failure::usage(texts.with("cli-no-such-actor", &values))
        })
    };
    asked.map(find).collect::<Result<_, _>>().map(PicturePart::Actors)
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

/// What was asked for, or else what the file says.
///
/// # Errors
/// A name that is neither a word of ours nor an attribute that divides the actors.
fn colour_by(
    matches: &ArgMatches,
    constellation: &Constellation,
    lens: &Lens,
    texts: Texts,
) -> Result<ColourBy, Failure> {
    let Some(asked) = matches.get_one::<String>("colour-by") else {
        return Ok(lens.colour_by.clone());
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

/// Pieces as large as this measure says.
///
/// # Errors
/// No measure of actors goes by that name.
fn size_by(
    appearance: &mut Appearance,
    measure: &str,
    constellation: &Constellation,
    texts: Texts,
) -> Result<(), Failure> {
    let live = live_with(network(constellation, texts)?, Wanted::Live, &Control::new());
    let live = live.expect("nobody stops it");
    if let Some(column) = live.column_in(measure, None) {
        crate::app::size_pieces(appearance, &live, column);
        return Ok(());
    }
    let dimension = live.report.dimensions.first();
    let of_groups = dimension.into_iter().flat_map(|one| &one.actors);
    let columns = live.report.actors.iter().chain(of_groups);
    let known: Vec<&str> = columns.map(|column| column.id).collect();
    let values = [("name", measure.to_owned().into())];
    Err(Failure::usage(texts.listing(
        "cli-no-measure-of-actors",
        &values,
        ("known", &known),
    )))
}

fn network(constellation: &Constellation, texts: Texts) -> Result<Snapshot, Failure> {
    Snapshot::build(constellation, &AnalysisSettings::default(), Visible::ALL)
        .map_err(|error| Failure::input(told::network_refused(&error).text(texts)))
}

/// The groups that the ties show.
fn communities(constellation: &Constellation, texts: Texts) -> Result<Vec<HullGroup>, Failure> {
    let snapshot = network(constellation, texts)?;
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
