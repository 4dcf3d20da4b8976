//! XML and HTML, well-formed whatever is in it.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// Elements one after the other, in memory: writing there never fails.
pub struct Markup(Writer<Vec<u8>>);

pub type MarkupAttributes<'a> = &'a [(&'a str, &'a str)];

impl Markup {
    /// Nothing yet.
    pub fn new() -> Self {
        Self(Writer::new(Vec::new()))
    }

    /// Begins as an XML file does.
    pub fn xml() -> Self {
        let mut markup = Self::new();
        let standalone = Some("yes");
        markup.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), standalone)));
        markup
    }

    fn write(&mut self, event: Event<'_>) {
        self.0.write_event(event).expect("there is room in memory");
    }

    pub fn element(&mut self, name: &str, attributes: MarkupAttributes<'_>, inside: impl FnOnce(&mut Self)) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Start(start));
        inside(self);
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing but text.
    pub fn words(&mut self, name: &str, attributes: MarkupAttributes<'_>, text: &str) {
        self.element(name, attributes, |markup| markup.text(text));
    }

    /// One that ends where it begins.
    pub fn empty(&mut self, name: &str, attributes: MarkupAttributes<'_>) {
        let start = BytesStart::new(name).with_attributes(attributes.iter().copied());
        self.write(Event::Empty(start));
    }

    pub fn text(&mut self, text: &str) {
        self.write(Event::Text(BytesText::new(text)));
    }

    /// What is markup already.
    pub fn raw(&mut self, markup: &str) {
        self.write(Event::Text(BytesText::from_escaped(markup)));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.0.into_inner()
    }
}
