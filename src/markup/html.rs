//! Nodes written as HTML.

use super::{Element, Node};

/// Elements that hold nothing and are not closed.
const VOID: [&str; 3] = ["input", "br", "hr"];

impl<A> Node<A> {
    /// The node as HTML in one line.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        match self {
            Self::Text(text) => escape(html, text),
            Self::Element(element) => element.write(html),
            Self::Kept => {}
        }
    }
}

impl<A> Element<A> {
    /// The element as HTML in one line; what happens when it is used is left out.
    pub fn to_html(&self) -> String {
        let mut html = String::new();
        self.write(&mut html);
        html
    }

    fn write(&self, html: &mut String) {
        html.push('<');
        html.push_str(self.tag());
        let (properties, attributes): (Vec<_>, Vec<_>) =
            self.attributes().iter().partition(|(name, _)| name.starts_with("--"));
        for (name, value) in attributes {
            write_attribute(html, name, value);
        }
        if !properties.is_empty() {
            let style: Vec<_> = properties.iter().map(|(name, value)| format!("{name}: {value}")).collect();
            write_attribute(html, "style", &style.join("; "));
        }
        html.push('>');
        if VOID.contains(&self.tag()) {
            return;
        }
        for child in self.children() {
            child.write(html);
        }
        html.push_str("</");
        html.push_str(self.tag());
        html.push('>');
    }
}

fn write_attribute(html: &mut String, name: &str, value: &str) {
    html.push(' ');
    html.push_str(name);
    if !value.is_empty() {
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
}

fn escape(html: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Node, classed, el};

    #[test]
    fn text_from_users_stays_text() {
        let node: Node<()> = el("p").at("title", "\"a\" & b").with("<script>".to_owned()).into();
        assert_eq!(node.to_html(), "<p title=\"&quot;a&quot; &amp; b\">&lt;script&gt;</p>");
    }

    #[test]
    fn absent_content_keeps_its_place_and_properties_are_style() {
        let absent: Option<String> = None;
        let node: Node<()> =
            classed("input", "field").at("--at", "5%").flag("readonly", true).with(absent).into();
        assert_eq!(node.to_html(), "<input class=\"field\" readonly style=\"--at: 5%\">");
    }
}
