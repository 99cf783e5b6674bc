//! A still view that index.html brings, taken over: the document is changed only where the program would draw it otherwise.
//!
//! What is made anew is styled and laid out anew. Reading what stands there costs, too: a calculator of a hundred elements is
//! taken over in less time, the whole page is not.

use wasm_bindgen::JsCast;

use super::{Surface, set_attribute, set_state};
use crate::markup::carry;
use crate::view::{Element, Node};

impl Surface {
    /// Brings what stands in the root to these nodes, and goes on from there. Another view that stands there is replaced piece
    /// by piece; what stands in an element without children stays.
    pub(in crate::app) fn adopt(&self, mut nodes: Vec<Node>) {
        carry(&mut [], &mut nodes);
        self.adopt_children(&self.root, &nodes, false);
        self.drawn.replace(nodes);
    }

    fn adopt_children(&self, parent: &web_sys::Node, nodes: &[Node], in_svg: bool) {
        let mut place = parent.first_child();
        for node in nodes {
            place = match node {
                Node::Element(element) => self.adopt_element(parent, place, element, in_svg),
                Node::Text(text) => self.adopt_text(parent, place, text),
                Node::Kept => self.adopt_text(parent, place, ""),
            };
        }
        while let Some(left) = place {
            place = left.next_sibling();
            remove(parent, &left);
        }
    }

    /// Takes the next element of that name, and leaves out what stands before it; what comes after.
    fn adopt_element(
        &self,
        parent: &web_sys::Node,
        mut place: Option<web_sys::Node>,
        element: &Element,
        in_svg: bool,
    ) -> Option<web_sys::Node> {
        while let Some(found) = place {
            place = found.next_sibling();
            if let Some(drawn) = found.dyn_ref::<web_sys::Element>()
                && drawn.local_name() == element.tag()
            {
                adopt_attributes(drawn, element);
                // What is drawn empty may hold what stands there already.
                if !element.children().is_empty() {
                    self.adopt_children(drawn, element.children(), in_svg || element.tag() == "svg");
                }
                set_state(drawn, None, element);
                return place;
            }
            remove(parent, &found);
        }
        let made = self.make_element(element, in_svg);
        // Only a document that is being torn down refuses a child.
        let _ = parent.append_child(&made);
        None
    }

    /// Takes a text, or puts it there; what comes after. HTML has one text where the program has several in a row, and none
    /// where it has the empty one.
    fn adopt_text(
        &self,
        parent: &web_sys::Node,
        place: Option<web_sys::Node>,
        text: &str,
    ) -> Option<web_sys::Node> {
        let put = |text: &str, before: Option<&web_sys::Node>| {
            let made: web_sys::Node = self.document.create_text_node(text).into();
            let _ = parent.insert_before(&made, before);
            made
        };
        let found = place.as_ref().filter(|place| !place.has_type::<web_sys::Element>() && !text.is_empty());
        let Some(found) = found else {
            put(text, place.as_ref());
            return place;
        };
        let (next, shown) = (found.next_sibling(), found.text_content().unwrap_or_default());
        if shown == text {
            return next;
        }
        found.set_text_content(Some(text));
        match shown.strip_prefix(text) {
            Some(rest) => Some(put(rest, next.as_ref())),
            None => next,
        }
    }
}

/// Gives an element the attributes of another and no more. The text of a field is its state, not an attribute.
fn adopt_attributes(drawn: &web_sys::Element, element: &Element) {
    for name in drawn.get_attribute_names() {
        let name = name.as_string().unwrap_or_default();
        let is_wanted = name != "value" && element.attributes().iter().any(|(wanted, _)| *wanted == name);
        if !is_wanted {
            let _ = drawn.remove_attribute(&name);
        }
    }
    for (name, value) in element.attributes() {
        if drawn.get_attribute(name).is_none_or(|shown| shown != **value) {
            set_attribute(drawn, name, value);
        }
    }
}

fn remove(parent: &web_sys::Node, child: &web_sys::Node) {
    // A child of its parent can always be removed.
    let _ = parent.remove_child(child);
}
