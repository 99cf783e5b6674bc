//! The document brought to the newest view: only what differs from the last one is touched.
//!
//! Children of the document and of the view stand at the same places, so an element keeps its focus, its typed text and
//! its input method while everything around it changes.

mod adopt;

use std::cell::RefCell;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement, HtmlSelectElement, SvgElement};

use crate::markup::{Text, carry};
use crate::view::{Element, Intent, Node};

const SVG: &str = "http://www.w3.org/2000/svg";

/// The place of the page in the document, and what is drawn there.
#[derive(Debug)]
pub(super) struct Surface {
    document: Document,
    root: web_sys::Element,
    drawn: RefCell<Vec<Node>>,
}

impl Surface {
    /// A surface on an element that holds nothing, or what is to be adopted.
    pub(super) fn new(document: Document, root: web_sys::Element) -> Self {
        Self { document, root, drawn: RefCell::default() }
    }

    /// The element that everything is drawn in.
    pub(super) fn root(&self) -> &web_sys::Element {
        &self.root
    }

    /// Brings the document to these nodes.
    pub(super) fn show(&self, mut nodes: Vec<Node>) {
        carry(&mut self.drawn.borrow_mut(), &mut nodes);
        // What is focused may be removed meanwhile, which raises events that ask what is drawn: the newest.
        let old = self.drawn.replace(nodes);
        self.children(&self.root, &old, &self.drawn.borrow(), false);
    }

    /// Puts a page on paper in the place of what is shown.
    pub(super) fn print(&self, page: Element) {
        let (Some(body), Some(root)) = (self.document.body(), self.document.document_element()) else {
            return;
        };
        self.append(&body, &page.into(), false);
        let _ = root.set_attribute("data-prints", "true");
        if let Some(window) = web_sys::window() {
            // Returns when the page is on paper, or the user would not have it.
            let _ = window.print();
        }
        let _ = root.remove_attribute("data-prints");
        if let Some(printed) = body.last_child() {
            let _ = body.remove_child(&printed);
        }
    }

    /// What the element at a place of the document, or the nearest one around it, asks for when it is used.
    pub(super) fn intent_at(&self, target: &web_sys::Node) -> Option<Intent> {
        let mut path = Vec::new();
        let mut place = target.clone();
        while !place.is_same_node(Some(&self.root)) {
            let mut index = 0;
            let mut before = place.previous_sibling();
            while let Some(sibling) = before {
                index += 1;
                before = sibling.previous_sibling();
            }
            path.push(index);
            place = place.parent_node()?;
        }
        let drawn = self.drawn.borrow();
        let mut nodes = drawn.as_slice();
        let mut found = None;
        while let Some(index) = path.pop() {
            let Some(Node::Element(element)) = nodes.get(index) else { break };
            found = element.action().copied().or(found);
            nodes = element.children();
        }
        found
    }

    fn children(&self, parent: &web_sys::Node, old: &[Node], new: &[Node], in_svg: bool) {
        if old.is_empty() {
            // What index.html brought, or others drew, gives way.
            parent.set_text_content(None);
        }
        let mut place = parent.first_child();
        for (index, node) in new.iter().enumerate() {
            match (place.take(), old.get(index)) {
                (Some(drawn), Some(old)) => {
                    let next = drawn.next_sibling();
                    self.patch(parent, &drawn, old, node, in_svg);
                    place = next;
                }
                _ => self.append(parent, node, in_svg),
            }
        }
        while let Some(left) = place {
            place = left.next_sibling();
            // A child of its parent can always be removed.
            let _ = parent.remove_child(&left);
        }
    }

    fn patch(&self, parent: &web_sys::Node, drawn: &web_sys::Node, old: &Node, new: &Node, in_svg: bool) {
        match (old, new) {
            (Node::Text(old), Node::Text(new)) => {
                if old != new {
                    drawn.set_text_content(Some(new));
                }
            }
            (Node::Kept, _) => {}
            (Node::Element(old), Node::Element(new)) if old.tag() == new.tag() => {
                let element = drawn.unchecked_ref::<web_sys::Element>();
                patch_attributes(element, old, new);
                // What is drawn empty and stays so may hold what others draw in it.
                if !(old.children().is_empty() && new.children().is_empty()) {
                    self.children(drawn, old.children(), new.children(), in_svg || new.tag() == "svg");
                }
                set_state(element, Some(old), new);
            }
            _ => {
                let made = self.make(new, in_svg);
                let _ = parent.replace_child(&made, drawn);
            }
        }
    }

    fn append(&self, parent: &web_sys::Node, node: &Node, in_svg: bool) {
        // Only a document that is being torn down refuses a child.
        let _ = parent.append_child(&self.make(node, in_svg));
    }

    fn make(&self, node: &Node, in_svg: bool) -> web_sys::Node {
        match node {
            Node::Text(text) => self.document.create_text_node(text).into(),
            Node::Element(element) => self.make_element(element, in_svg),
            // Nothing stood here.
            Node::Kept => self.document.create_text_node("").into(),
        }
    }

    fn make_element(&self, element: &Element, in_svg: bool) -> web_sys::Node {
        let in_svg = in_svg || element.tag() == "svg";
        let made = if in_svg {
            self.document.create_element_ns(Some(SVG), element.tag())
        } else {
            self.document.create_element(element.tag())
        };
        let Ok(made) = made else { unreachable!("every tag of the page is a name") };
        for (name, value) in element.attributes() {
            set_attribute(&made, name, value);
        }
        for child in element.children() {
            self.append(&made, child, in_svg);
        }
        set_state(&made, None, element);
        made.into()
    }
}

fn patch_attributes(drawn: &web_sys::Element, old: &Element, new: &Element) {
    let (old, new) = (old.attributes(), new.attributes());
    if old == new {
        return;
    }
    let find = |list: &[(&'static str, Text)], name: &str| list.iter().position(|(known, _)| *known == name);
    for (name, _) in old {
        if find(new, name).is_none() {
            // Removing what is absent is no error.
            let _ = drawn.remove_attribute(name);
        }
    }
    for (name, value) in new {
        if find(old, name).is_none_or(|place| old[place].1 != *value) {
            set_attribute(drawn, name, value);
        }
    }
}

fn set_attribute(element: &web_sys::Element, name: &str, value: &str) {
    if let Some(style) = name.strip_prefix("--").and_then(|_| style_of(element)) {
        let _ = style.set_property(name, value);
    } else if name != "value" {
        // The names are names of attributes, and any text is a value.
        let _ = element.set_attribute(name, value);
    }
}

fn style_of(element: &web_sys::Element) -> Option<web_sys::CssStyleDeclaration> {
    let html = element.dyn_ref::<HtmlElement>().map(HtmlElement::style);
    html.or_else(|| element.dyn_ref::<SvgElement>().map(SvgElement::style))
}

/// Sets what a user may have changed since: the text of a field, the place of a handle, the choice of a list.
///
/// The text of a field is set where it is another than was last drawn, and not already there: what is being composed is
/// nobody's yet, and writing it again would disturb who is typing.
fn set_state(drawn: &web_sys::Element, old: Option<&Element>, new: &Element) {
    let Some(value) = attribute(new, "value") else { return };
    let is_redrawn = old.and_then(|old| attribute(old, "value")) != Some(value);
    match new.tag() {
        "input" => {
            let input = drawn.unchecked_ref::<HtmlInputElement>();
            match attribute(new, "type") {
                Some("checkbox") => input.set_checked(value == "true"),
                kind if (is_redrawn || kind.is_some()) && input.value() != value => input.set_value(value),
                _ => {}
            }
        }
        "select" => {
            let list = drawn.unchecked_ref::<HtmlSelectElement>();
            if list.value() != value {
                list.set_value(value);
            }
        }
        "textarea" => {
            // An area has the same property as an input.
            let area = drawn.unchecked_ref::<HtmlInputElement>();
            if is_redrawn && area.value() != value {
                area.set_value(value);
            }
        }
        // Any text is a value.
        _ if is_redrawn => _ = drawn.set_attribute("value", value),
        _ => {}
    }
}

fn attribute<'a>(element: &'a Element, name: &str) -> Option<&'a str> {
    element.attributes().iter().find(|(known, _)| *known == name).map(|(_, value)| &**value)
}
