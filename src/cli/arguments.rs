//! The arguments, in the user's language, from one table of commands.

use std::ffi::{OsStr, OsString};

use clap::builder::PossibleValuesParser;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};

use super::{Exit, Failure, analyse, check, compare, convert, note, register, render, spanners};
use crate::app::graphics::{Graphics, GraphicsWish};
use crate::i18n::Texts;
use crate::model::Language;
use crate::store::Location;

/// A command that works without a display.
pub struct CommandRow {
    /// What the user types; its text has the key `cli-NAME`.
    pub name: &'static str,
    pub define: fn(Command, Texts) -> Command,
    pub run: fn(&ArgMatches, Texts) -> Result<(), Failure>,
}

/// All commands, in the order of the help.
pub const COMMANDS: &[CommandRow] = &[
    CommandRow {
        name: "check",
        define: check::define,
        run: check::run,
    },
    CommandRow {
        name: "convert",
        define: convert::define,
        run: convert::run,
    },
    CommandRow {
        name: "analyse",
        define: analyse::define,
        run: analyse::run,
    },
    CommandRow {
        name: "compare",
        define: compare::define,
        run: compare::run,
    },
    CommandRow {
        name: "spanners",
        define: spanners::define,
        run: spanners::run,
    },
    CommandRow {
        name: "render",
        define: render::define,
        run: render::run,
    },
    CommandRow {
        name: "note",
        define: note::define,
        run: note::run,
    },
    CommandRow {
        name: "register",
        define: register::define,
        run: register::run,
    },
];

/// `check, convert`: for sentences.
pub fn headless_names() -> String {
    let names: Vec<&str> = COMMANDS.iter().map(|row| row.name).collect();
    names.join(", ")
}

/// What to tell the user instead of running a command.
pub enum Reply {
    /// Help or the version was asked for.
    Shown(String),
    Refused {
        sentence: String,
        texts: Texts,
    },
}

impl Reply {
    pub fn print(self) -> Exit {
        match self {
            Self::Shown(text) => {
                super::output::page(text.trim_end());
                Exit::Done
            }
            Self::Refused { sentence, texts } => {
                let (error, help) = (texts.t("cli-error"), texts.t("cli-see-help"));
                super::output::tell(format_args!("{error}: {sentence} {help}"));
                Exit::Usage
            }
        }
    }
}

/// The language asked for with `--lang`, needed before the arguments can be explained; else Dutch.
pub fn language(args: &[OsString]) -> Language {
    let is_english = |value: &OsStr| value == "en";
    let apart = args
        .windows(2)
        .any(|pair| pair[0] == "--lang" && is_english(&pair[1]));
    if apart || args.iter().any(|arg| arg == "--lang=en") {
        Language::En
    } else {
        Language::Nl
    }
}

pub fn parse(args: &[OsString], texts: Texts) -> Result<ArgMatches, Reply> {
    program(texts)
        .try_get_matches_from(args)
        .map_err(|error| answer(&error, texts))
}

/// All that can be typed, for the parser and for the manual page.
pub fn program(texts: Texts) -> Command {
    let file = Arg::new("file")
        .value_name("FILE")
        .value_parser(value_parser!(Location));
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let lang = Arg::new("lang")
        .long("lang")
        .global(true)
        .value_name("nl|en")
        .value_parser(["nl", "en"])
        .hide_possible_values(true);
    let timing = Arg::new("timing").long("timing").action(ArgAction::SetTrue);
    let ways = Graphics::HERE.iter().map(|way| way.name());
    let graphics = option("grafisch", "glow|dx12", texts.t("cli-grafisch"))
        .value_parser(PossibleValuesParser::new(ways))
        .hide_possible_values(true);
    // Said by the program to itself.
    let failed = option("mislukt", "glow|dx12", String::new())
        .value_parser(PossibleValuesParser::new(Graphics::ALL.map(Graphics::name)))
        .action(ArgAction::Append)
        .hide(true);
    let mut program = Command::new(env!("CARGO_PKG_NAME"))
        .version(env!("CARGO_PKG_VERSION"))
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .about(texts.t("cli-about"))
        .arg(file.help(texts.t("cli-file")))
        .arg(lang.help(texts.t("cli-lang")))
        .arg(timing.help(texts.t("cli-timing")))
        .arg(graphics)
        .arg(failed)
        .arg(version.help(texts.t("cli-version")))
        .after_help(texts.t("cli-exit-codes"));
    for row in COMMANDS {
        let command = Command::new(row.name).about(texts.t(&format!("cli-{}", row.name)));
        program = program.subcommand(finish((row.define)(command, texts), texts));
    }
    finish(program, texts)
}

/// What is to draw the window, as far as it was said.
pub fn graphics(matches: &ArgMatches) -> GraphicsWish {
    let named = |name: &String| Graphics::named(name);
    GraphicsWish {
        asked: matches.get_one("grafisch").and_then(named),
        remembered: None,
        failed: matches
            .get_many("mislukt")
            .unwrap_or_default()
            .filter_map(named)
            .collect(),
    }
}

/// A long option with one value.
pub fn option(id: &'static str, value: &'static str, help: String) -> Arg {
    Arg::new(id).long(id).value_name(value).help(help)
}

/// A file that must be named.
pub fn path(id: &'static str, value: &'static str, help: String) -> Arg {
    Arg::new(id)
        .value_name(value)
        .value_parser(value_parser!(Location))
        .required(true)
        .help(help)
}

/// Whether a file that is there may be replaced.
pub fn force(texts: Texts) -> Arg {
    Arg::new("force")
        .long("force")
        .action(ArgAction::SetTrue)
        .help(texts.t("cli-force"))
}

pub fn is_forced(matches: &ArgMatches) -> bool {
    matches.get_flag("force")
}

/// Help in the user's language: clap's own headings and line of usage are English, and so are the names of values
/// in our definitions.
fn finish(command: Command, texts: Texts) -> Command {
    let command = command.mut_args(|arg| in_language(arg, texts));
    let usage = usage(&command, texts);
    let help = Arg::new("help").short('h').long("help").action(ArgAction::Help);
    let mut template = format!("{{about}}\n\n{}: {{usage}}\n", texts.t("cli-heading-usage"));
    let section = |key: &str, tag: &str| format!("\n{}:\n{{{tag}}}\n", texts.t(key));
    if command.get_positionals().next().is_some() {
        template += &section("cli-heading-arguments", "positionals");
    }
    template += &section("cli-heading-options", "options");
    if command.get_subcommands().next().is_some() {
        template += &section("cli-heading-commands", "subcommands");
    }
    template += "{after-help}\n";
    command
        .disable_help_flag(true)
        .override_usage(usage)
        .arg(help.help(texts.t("cli-help")))
        .help_template(template)
}

/// The names of its values as this language has them. What is the same in both, as `IN`, has no text of its own.
fn in_language(arg: Arg, texts: Texts) -> Arg {
    let Some(names) = arg.get_value_names() else {
        return arg;
    };
    let translated = |name: &str| match name {
        "FILE" | "OUT" | "NAME" | "SHEET" | "TEXT" => texts.t(&format!("cli-value-{}", name.to_lowercase())),
        same => same.to_owned(),
    };
    let names: Vec<String> = names.iter().map(|name| translated(name)).collect();
    // The default is named in the sentence beside it.
    arg.value_names(names).hide_default_value(true)
}

/// The program, the command, what it may and what it must have.
fn usage(command: &Command, texts: Texts) -> String {
    let program = env!("CARGO_PKG_NAME");
    let mut parts = vec![program.to_owned()];
    if command.get_name() != program {
        parts.push(command.get_name().to_owned());
    }
    parts.push(format!("[{}]", texts.t("cli-usage-options")));
    let required = command.get_opts().filter(|arg| arg.is_required_set());
    parts.extend(required.map(|arg| format!("--{} <{}>", arg.get_long().unwrap_or_default(), value(arg))));
    let groups = command.get_groups().filter(|group| group.is_required_set());
    parts.extend(groups.map(|group| {
        let one = |arg: &Arg| format!("--{} <{}>", arg.get_long().unwrap_or_default(), value(arg));
        let members = command
            .get_opts()
            .filter(|arg| group.get_args().any(|id| id == arg.get_id()));
        format!("({})", members.map(one).collect::<Vec<_>>().join(" | "))
    }));
    parts.extend(command.get_positionals().map(|arg| {
        if arg.is_required_set() {
            format!("<{}>", value(arg))
        } else {
            format!("[{}]", value(arg))
        }
    }));
    if command.get_subcommands().next().is_some() {
        parts.push(format!("[{}]", texts.t("cli-usage-command")));
    }
    parts.join(" ")
}

fn value(arg: &Arg) -> &str {
    let names = arg.get_value_names().unwrap_or_default();
    names.first().map_or("", |name| name.as_str())
}

fn answer(error: &clap::Error, texts: Texts) -> Reply {
    if matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion) {
        return Reply::Shown(error.to_string());
    }
    let context = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(list)) => list.join(", "),
        _ => String::new(),
    };
    let key = match error.kind() {
        ErrorKind::UnknownArgument | ErrorKind::InvalidSubcommand => "cli-argument-unknown",
        ErrorKind::MissingRequiredArgument => "cli-argument-missing",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "cli-argument-value",
        ErrorKind::ArgumentConflict => "cli-argument-conflict",
        _ => "cli-argument-other",
    };
    let argument = context(ContextKind::InvalidArg);
    let value = context(ContextKind::InvalidValue);
    let sentence = if key == "cli-argument-value" {
        let known = match error.get(ContextKind::ValidValue) {
            Some(ContextValue::Strings(known)) => known.as_slice(),
            _ => &[],
        };
        misfit(&argument, &value, known, texts)
    } else {
        texts.with(key, &[("argument", argument.into()), ("value", value.into())])
    };
    Reply::Refused { sentence, texts }
}

/// That a value does not fit its argument, and what does: `known`, or what the text of the option says.
pub fn misfit(argument: &str, value: &str, known: &[String], texts: Texts) -> String {
    let values = [
        ("argument", argument.to_owned().into()),
        ("value", value.to_owned().into()),
    ];
    if !known.is_empty() {
        return texts.listing("cli-argument-value-known", &values, ("known", known));
    }
    let sentence = texts.with("cli-argument-value", &values);
    let option = argument.trim_start_matches('-').split([' ', '=']).next();
    let fits = format!("cli-fits-{}", option.unwrap_or_default());
    if texts.has(&fits) {
        format!("{sentence} {}", texts.t(&fits))
    } else {
        sentence
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::export::note::{NOTE_FORMATS, NotePart};

    fn args(line: &str) -> Vec<OsString> {
        line.split(' ').map(Into::into).collect()
    }

    #[test]
    fn the_table_of_commands_makes_sound_arguments() {
        for language in [Language::Nl, Language::En] {
            program(Texts::new(language)).debug_assert();
        }
    }

    /// The help of the program (`None`) or a command.
    fn help(command: Option<&str>, language: Language) -> String {
        let line = command.map_or("n --help".to_owned(), |name| format!("n {name} --help"));
        match parse(&args(&line), Texts::new(language)) {
            Err(Reply::Shown(text)) => text,
            _ => panic!("help shows a text"),
        }
    }

    fn commands() -> impl Iterator<Item = Option<&'static str>> {
        std::iter::once(None).chain(COMMANDS.iter().map(|row| Some(row.name)))
    }

    fn words(text: &str) -> BTreeSet<String> {
        let words = text.split(|sign: char| !sign.is_alphanumeric() && !"_-.".contains(sign));
        words
            .map(|word| word.trim_matches(['.', '-']).to_lowercase())
            .filter(|word| word.chars().any(char::is_alphabetic))
            .collect()
    }

    /// What is typed as it stands, whatever the language: names of commands, options, measures, sheets, formats.
    fn typed_as_it_stands() -> BTreeSet<String> {
        let mut typed: BTreeSet<String> = words(
            "netwerkopstelling nl en a b n json csv in h v networkx d3 opstelling sector level domain region \
             organisation degree betweenness betweenness_norm edge_betweenness ei actors csv=relations \
             glow dx12 kind community light dark white contrast text outlines question legend footer a0 a3 a4 1600x1000 1920x1080 persons all",
        );
        for command in commands() {
            let program = program(Texts::new(Language::Nl));
            let command = command.map_or(Some(&program), |name| program.find_subcommand(name));
            let command = command.expect("it is in the table");
            typed.insert(command.get_name().to_owned());
            typed.extend(
                command
                    .get_arguments()
                    .filter_map(|arg| arg.get_long())
                    .map(str::to_owned),
            );
        }
        typed.extend(NotePart::ALL.map(NotePart::name).map(str::to_owned));
        typed.extend(NOTE_FORMATS.iter().map(|format| format.extension.to_owned()));
        typed.extend(
            crate::export::sheets::SHEETS
                .iter()
                .map(|(name, _)| (*name).to_owned()),
        );
        typed
    }

    /// Words that Dutch and English write alike, and the names of columns.
    const ALIKE: &str = "of id is scripts code codes deelnemer deelnemer_id directx gemeente gemeentecode gr_id naam opengl \
                         pixels regeling regio soort_deelnemer windows x";

    #[test]
    fn the_dutch_help_of_every_command_has_no_word_of_the_english_one() {
        let (typed, alike) = (typed_as_it_stands(), words(ALIKE));
        let mut left = BTreeSet::new();
        for command in commands() {
            let [dutch, english] = [Language::Nl, Language::En].map(|language| help(command, language));
            left.extend(words(&dutch).intersection(&words(&english)).cloned());
            for english in ["OPTIONS", "COMMAND]", "FILE", "[default"] {
                assert!(!dutch.contains(english), "{command:?}: {english}");
            }
        }
        left.retain(|word| !typed.contains(word) && !alike.contains(word));
        assert_eq!(left, BTreeSet::new());
    }

    #[test]
    fn the_line_of_usage_names_what_a_command_must_have() {
        let usage = |command, language| {
            let help = help(command, language);
            let line = help.lines().find(|line| line.contains(": netwerkopstelling "));
            line.unwrap_or_default().to_owned()
        };
        assert_eq!(
            usage(None, Language::Nl),
            "Gebruik: netwerkopstelling [OPTIES] [BESTAND] [OPDRACHT]"
        );
        assert_eq!(
            usage(None, Language::En),
            "Usage: netwerkopstelling [OPTIONS] [FILE] [COMMAND]"
        );
        assert_eq!(
            usage(Some("convert"), Language::Nl),
            "Gebruik: netwerkopstelling convert [OPTIES] <IN> <UIT>"
        );
        assert_eq!(
            usage(Some("register"), Language::Nl),
            "Gebruik: netwerkopstelling register [OPTIES] --participants <CSV> --arrangements <CSV> \
             --municipalities <CSV> --out <BESTAND>"
        );
    }

    #[test]
    fn of_options_of_which_one_must_be_there_the_line_of_usage_names_all() {
        let help = help(Some("render"), Language::Nl);
        assert!(
            help.contains("[OPTIES] (--svg <UIT> | --png <UIT> | --pdf <UIT>) <BESTAND>"),
            "{help}"
        );
    }

    #[test]
    fn the_language_is_known_before_anything_else_is() {
        assert_eq!(language(&args("n check --lang en a b c")), Language::En);
        assert_eq!(language(&args("n --lang=en")), Language::En);
        assert_eq!(language(&args("n en")), Language::Nl);
    }

    /// What the program says to a line of arguments.
    fn refused(line: &str, language: Language) -> String {
        match parse(&args(line), Texts::new(language)) {
            Err(Reply::Refused { sentence, .. }) => sentence,
            _ => panic!("{line} is refused"),
        }
    }

    /// Of every command, whatever is added to it.
    #[test]
    fn a_value_that_does_not_fit_is_refused_with_what_does() {
        let mut chosen = 0;
        for language in [Language::Nl, Language::En] {
            let program = program(Texts::new(language));
            for command in commands() {
                let one = command.map_or(Some(&program), |name| program.find_subcommand(name));
                for option in one.expect("it is in the table").get_opts() {
                    let long = option.get_long().expect("every option has a name");
                    let line = format!("n {} --{long}=~", command.unwrap_or_default()).replace("  ", " ");
                    let known = option.get_possible_values();
                    let fits = Texts::new(language).has(&format!("cli-fits-{long}"));
                    if known.is_empty() && !fits {
                        // Anything is a name of a file, of somebody or of a measure; which there are is said later.
                        let parser = format!("{:?}", option.get_value_parser());
                        assert!(
                            parser.contains("string") || parser.contains("other") || parser.contains("path"),
                            "{line}: {parser}"
                        );
                        continue;
                    }
                    chosen += 1;
                    let sentence = refused(&line, language);
                    for one in known {
                        assert!(sentence.contains(one.get_name()), "{line}: {sentence}");
                    }
                    assert!(
                        sentence.contains(&format!("--{long}")) && sentence.contains('~'),
                        "{sentence}"
                    );
                    if fits {
                        let fits = Texts::new(language).t(&format!("cli-fits-{long}"));
                        assert!(sentence.ends_with(&fits), "{sentence}");
                    }
                }
            }
        }
        assert!(chosen > 20, "{chosen}");
        assert_eq!(
            refused("n render --theme roze", Language::Nl),
            "De waarde 'roze' past niet bij --theme <NAAM>; kies uit light, dark, white, contrast."
        );
        assert_eq!(
            refused("n render --scale 5", Language::En),
            "The value '5' does not fit --scale <1-4>. Give 1, 2, 3 or 4."
        );
    }

    #[test]
    fn a_wrong_option_is_refused_with_its_name() {
        let Err(Reply::Refused { sentence, .. }) = parse(&args("n --frob"), Texts::new(Language::En)) else {
            panic!("an unknown option is refused");
        };
        assert!(sentence.contains("--frob"), "{sentence}");
    }
}
