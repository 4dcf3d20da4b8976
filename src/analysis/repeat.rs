//! "Repeat it yourself": the Python in front of the line of a measure, so that NetworkX sees the very
//! network that was analysed.

use super::Descriptor;

/// Makes the networks the lines speak of. Expects the names that [`Preparation::settings`] sets; works with
/// NetworkX 2.8 and later.
pub const PRELUDE: &str = include_str!("../../assets/repeat/prelude.py");

/// What was analysed, so that the same is left out in Python. Actors and relations by their key in the
/// file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Preparation {
    pub file: String,
    /// Of the figures per dimension; an attribute of the actors in the file.
    pub dimension: String,
    /// Some actor has several groups in it.
    pub has_several_groups: bool,
    pub includes_wished: bool,
    pub ignores_direction: bool,
    /// Kinds of relation that do not count.
    pub kinds_left_out: Vec<String>,
    pub hidden_actors: Vec<String>,
    pub hidden_relations: Vec<String>,
    /// Bodies that others are members of.
    pub tables: Vec<String>,
}

impl Preparation {
    /// The assignments in front of [`PRELUDE`].
    ///
    /// ```
    /// use netwerkopstelling::analysis::repeat::Preparation;
    /// let preparation = Preparation { file: "a.json".into(), ..Preparation::default() };
    /// assert!(preparation.settings().starts_with("FILE = \"a.json\"\n"));
    /// ```
    pub fn settings(&self) -> String {
        let statuses: &[String] = &["existing".to_owned(), "wished".to_owned()];
        let counted = if self.includes_wished { 2 } else { 1 };
        // "domain" is one value in our figures' names and a list in the file.
        let attribute = if self.dimension == "domain" {
            "domains"
        } else {
            &self.dimension
        };
        [
            format!("FILE = {}", text(&self.file)),
            format!("DIMENSION = {}", text(attribute)),
            format!("STATUSES = {}", set(&statuses[..counted])),
            format!("KINDS_LEFT_OUT = {}", set(&self.kinds_left_out)),
            format!("HIDDEN_ACTORS = {}", set(&self.hidden_actors)),
            format!("HIDDEN_RELATIONS = {}", set(&self.hidden_relations)),
            format!("TABLES = {}", set(&self.tables)),
            format!(
                "IGNORE_DIRECTION = {}",
                if self.ignores_direction { "True" } else { "False" }
            ),
            String::new(),
        ]
        .join("\n")
    }

    /// All of the program that prints the figures of one measure; `None` when no line gives them.
    pub fn program(&self, descriptor: &Descriptor) -> Option<String> {
        let line = descriptor.repeat_line(self.has_several_groups)?;
        Some(format!("{}\n{PRELUDE}\n\nprint({line})\n", self.settings()))
    }
}

/// A text literal: JSON's is Python's too, but for what lies outside the basic plane.
fn text(value: &str) -> String {
    serde_json::to_string(value).expect("a text is always JSON")
}

fn set(values: &[String]) -> String {
    if values.is_empty() {
        return "set()".to_owned();
    }
    let items: Vec<String> = values.iter().map(|value| text(value)).collect();
    format!("{{{}}}", items.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::measure;

    #[test]
    fn the_program_names_everything_the_prelude_asks_for() {
        let settings = Preparation::default().settings();
        for name in [
            "FILE",
            "DIMENSION",
            "STATUSES",
            "KINDS_LEFT_OUT",
            "HIDDEN_ACTORS",
            "HIDDEN_RELATIONS",
            "TABLES",
            "IGNORE_DIRECTION",
        ] {
            assert!(settings.contains(&format!("{name} = ")), "{name}");
            assert!(PRELUDE.contains(name), "{name}");
        }
    }

    #[test]
    fn names_with_quotes_and_backslashes_stay_texts() {
        let preparation = Preparation {
            file: "C:\\a \"b\".json".to_owned(),
            hidden_actors: vec!["x\ny".to_owned()],
            ..Preparation::default()
        };
        let settings = preparation.settings();
        assert!(settings.contains(r#"FILE = "C:\\a \"b\".json""#), "{settings}");
        assert!(settings.contains(r#"HIDDEN_ACTORS = {"x\ny"}"#), "{settings}");
    }

    #[test]
    fn a_measure_with_a_line_has_a_program_that_ends_with_it() {
        let density = measure::find("density").unwrap();
        let program = Preparation::default().program(density).unwrap();
        assert!(program.contains("\nprint(") && program.contains("nx.density(S)"));
        let community = measure::find("community").unwrap();
        assert_eq!(Preparation::default().program(community), None);
    }
}
