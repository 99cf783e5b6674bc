//! A formula as text with pieces that stand lower and higher, and as words for whoever hears it.

use crate::markup::{Node, classed, el};
use crate::view::{Element, Intent};

/// A formula and how it is said.
pub(super) fn view([formula, spoken]: &[&'static str; 2]) -> Element {
    classed("p", "method-formula").at("role", "math").at("aria-label", *spoken).all(pieces(formula))
}

/// The pieces of a formula: `_{…}` stands lower, `^{…}` higher.
fn pieces(formula: &'static str) -> Vec<Node<Intent>> {
    let mut pieces = Vec::new();
    let mut rest = formula;
    while let Some(place) = rest.find(['_', '^']) {
        let tag = if rest.as_bytes()[place] == b'_' { "sub" } else { "sup" };
        let inner = rest[place + 1..].strip_prefix('{').and_then(|after| after.split_once('}'));
        let Some((inner, after)) = inner else { break };
        pieces.push(rest[..place].into());
        pieces.push(el(tag).with(inner).into());
        rest = after;
    }
    pieces.push(rest.into());
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_stand_lower_and_higher() {
        let html = view(&["W ÷ c^{2} − N_{j−1}", "said"]).to_html();
        let inner = "W ÷ c<sup>2</sup> − N<sub>j−1</sub>";
        assert!(html.contains(inner) && html.contains("aria-label=\"said\""), "{html}");
    }
}
