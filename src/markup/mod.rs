//! What is drawn, as plain data: elements, their attributes and texts, and what happens when they are used.
//!
//! A view is a function from the session to a [`Node`]. In the browser the page is brought to the newest node; natively the
//! same node is written as HTML for tests, and a drawing as a file. `A` is what elements ask for when they are used.

mod carry;
mod html;

use std::borrow::Cow;

pub use carry::carry;

/// A word or figure of the page.
pub type Text = Cow<'static, str>;

/// A piece of the page.
#[derive(Debug, Clone, PartialEq)]
pub enum Node<A> {
    /// A text; the empty one holds the place of what is absent.
    Text(Text),
    /// An element.
    Element(Element<A>),
    /// What stands at this place already, if anything, and stays; as the last child also all that follows there.
    Kept,
}

/// An element with everything in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Element<A>(Box<Parts<A>>);

#[derive(Debug, Clone, PartialEq)]
struct Parts<A> {
    tag: &'static str,
    attributes: Vec<(&'static str, Text)>,
    action: Option<A>,
    children: Vec<Node<A>>,
}

/// An element without attributes and content.
pub fn el<A>(tag: &'static str) -> Element<A> {
    Element(Box::new(Parts { tag, attributes: Vec::new(), action: None, children: Vec::new() }))
}

/// An element of a class; the class is its name in the style sheets.
///
/// ```
/// use gyakusan::markup::{Element, classed};
///
/// let figure: Element<()> = classed("p", "note").with("45").with(classed("small", "unit").with("%"));
/// assert_eq!(figure.to_html(), r#"<p class="note">45<small class="unit">%</small></p>"#);
/// ```
pub fn classed<A>(tag: &'static str, class: impl Into<Text>) -> Element<A> {
    el(tag).at("class", class)
}

impl<A> Element<A> {
    /// With an attribute. A name that begins with `--` is a custom property of its style.
    #[must_use]
    pub fn at(mut self, name: &'static str, value: impl Into<Text>) -> Self {
        self.0.attributes.push((name, value.into()));
        self
    }

    /// With an attribute where there is a value.
    #[must_use]
    pub fn at_some(self, name: &'static str, value: Option<impl Into<Text>>) -> Self {
        match value {
            Some(value) => self.at(name, value),
            None => self,
        }
    }

    /// With an attribute that needs no value, where it holds.
    #[must_use]
    pub fn flag(self, name: &'static str, holds: bool) -> Self {
        if holds { self.at(name, "") } else { self }
    }

    /// With what happens when it is used.
    #[must_use]
    pub fn on(mut self, action: A) -> Self {
        self.0.action = Some(action);
        self
    }

    /// With content after what it holds so far.
    #[must_use]
    pub fn with(mut self, content: impl Into<Node<A>>) -> Self {
        self.0.children.push(content.into());
        self
    }

    /// With pieces of content, one after the other.
    #[must_use]
    pub fn all<N: Into<Node<A>>>(mut self, content: impl IntoIterator<Item = N>) -> Self {
        self.0.children.extend(content.into_iter().map(Into::into));
        self
    }

    /// The name of the element.
    pub fn tag(&self) -> &'static str {
        self.0.tag
    }

    /// Its attributes in order.
    pub fn attributes(&self) -> &[(&'static str, Text)] {
        &self.0.attributes
    }

    /// What happens when it is used.
    pub fn action(&self) -> Option<&A> {
        self.0.action.as_ref()
    }

    /// Its content in order.
    pub fn children(&self) -> &[Node<A>] {
        &self.0.children
    }

    /// Its content, to be changed.
    pub fn children_mut(&mut self) -> &mut Vec<Node<A>> {
        &mut self.0.children
    }
}

impl<A> From<Element<A>> for Node<A> {
    fn from(element: Element<A>) -> Self {
        Self::Element(element)
    }
}

impl<A> From<Text> for Node<A> {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl<A> From<&'static str> for Node<A> {
    fn from(text: &'static str) -> Self {
        Self::Text(text.into())
    }
}

impl<A> From<String> for Node<A> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

/// What is absent keeps its place, so that what follows is recognised as the same.
impl<A, N: Into<Self>> From<Option<N>> for Node<A> {
    fn from(content: Option<N>) -> Self {
        content.map_or(Self::Text(Cow::Borrowed("")), Into::into)
    }
}
