//! The system's clipboard: pieces travel as text, and a list of names from anywhere becomes actors.

use egui::{ColorImage, Context, Event, ViewportCommand};

use crate::command::{Command, Intent, ProgramRequest};
use crate::edit::operations::{Fragment, NewActor};
use crate::formats::stored::{Storable, StoredFragment};
use crate::model::{ActorKindId, names_in};
use crate::tally;
use crate::ui::keys::KeyOwner;

/// First line of a copied fragment, so that it is never mistaken for a list of names.
const MARK: &str = "netwerkopstelling-fragment-1\n";

/// Copy, cut and paste reach a program as events of their own, not as keys.
pub fn requests(ctx: &Context, owner: KeyOwner) -> Vec<Intent> {
    if !matches!(owner, KeyOwner::Board | KeyOwner::Control) {
        return Vec::new();
    }
    let to_intent = |event: &Event| match event {
        Event::Copy => Some(Intent::Run(Command::Copy)),
        Event::Cut => Some(Intent::Run(Command::Cut)),
        Event::Paste(text) => Some(ProgramRequest::PasteText(text.clone()).into()),
        _ => None,
    };
    ctx.input(|input| input.events.iter().filter_map(to_intent).collect())
}

/// Puts a text there. The window toolkit has the clipboard of every platform, a page in a browser too.
pub fn put(ctx: &Context, text: String) {
    ctx.copy_text(text);
}

/// Puts a picture there.
pub fn put_picture(ctx: &Context, picture: ColorImage) {
    ctx.copy_image(picture);
}

/// Asks for what is there; it comes as an event.
pub fn ask(ctx: &Context) {
    ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
}

/// A fragment as text for the clipboard.
pub fn to_text(fragment: &Fragment) -> String {
    tally::add(|done| done.texts += 1);
    match serde_json::to_string(&fragment.stored()) {
        Ok(json) => format!("{MARK}{json}"),
        // Only a number that is not finite could be refused, and a constellation has none.
        Err(error) => {
            log::error!("the selection cannot be copied: {error}");
            String::new()
        }
    }
}

/// Whether the text says that it is a fragment, and no list of names.
pub fn is_fragment(text: &str) -> bool {
    text.starts_with(MARK)
}

/// The fragment in a text; `None` when the text is something else.
pub fn from_text(text: &str) -> Option<Fragment> {
    let json = text.strip_prefix(MARK)?;
    tally::add(|done| done.texts += 1);
    let stored: StoredFragment = serde_json::from_str(json).ok()?;
    Fragment::restored(stored)
}

/// Names, one per line, from a list or the first column of a table.
pub fn names(text: &str, kind: Option<&ActorKindId>) -> Vec<NewActor> {
    let new = |label: &str| NewActor {
        label: label.to_owned(),
        kind: kind.cloned(),
        pos: None,
    };
    names_in(text).map(new).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::operations::{add_actor, copy};
    use crate::edit::{Document, Selection};
    use crate::model::{Constellation, Language};

    #[test]
    fn a_fragment_survives_the_clipboard() {
        let mut document = Document::new(Constellation::new(Language::Nl));
        let new = NewActor {
            label: "Súdwest-Fryslân".to_owned(),
            ..NewActor::default()
        };
        let id = add_actor(&mut document, new).unwrap();
        let fragment = copy(document.constellation(), &Selection::of_actor(id));
        assert_eq!(from_text(&to_text(&fragment)), Some(fragment));
    }

    #[test]
    fn a_list_of_names_is_no_fragment_but_actors() {
        let text = "Alkmaar\t111.000\r\n\r\n  Hoorn \n";
        assert_eq!(from_text(text), None);
        let labels: Vec<_> = names(text, None).into_iter().map(|new| new.label).collect();
        assert_eq!(labels, ["Alkmaar", "Hoorn"]);
    }
}
