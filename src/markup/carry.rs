//! What stays of an older drawing, taken into a newer one.

use std::mem;

use super::Node;

/// Takes what the newer nodes keep out of the older ones, which hold [`Node::Kept`] in its place afterwards.
///
/// Where there was nothing to keep, the empty text holds the place.
///
/// ```
/// use gyakusan::markup::{Node, carry, el};
///
/// let mut old: Vec<Node<()>> = vec!["1".into(), el("p").with("two").into(), "three".into()];
/// let mut new = vec!["one".into(), Node::Kept];
/// carry(&mut old, &mut new);
/// assert_eq!(old, ["1".into(), Node::Kept, Node::Kept]);
/// assert_eq!(new, ["one".into(), el("p").with("two").into(), "three".into()]);
/// ```
pub fn carry<A>(old: &mut [Node<A>], new: &mut Vec<Node<A>>) {
    if let Some(Node::Kept) = new.last() {
        new.pop();
        let rest = old.iter_mut().skip(new.len());
        let rest: Vec<_> = rest.map(|node| mem::replace(node, Node::Kept)).collect();
        carry_each(old, new);
        if rest.is_empty() {
            new.push("".into());
        }
        new.extend(rest);
    } else {
        carry_each(old, new);
    }
}

fn carry_each<A>(old: &mut [Node<A>], new: &mut [Node<A>]) {
    let mut old = old.iter_mut();
    for node in new {
        match (old.next(), node) {
            (Some(old), node @ Node::Kept) => mem::swap(old, node),
            (None, node @ Node::Kept) => *node = "".into(),
            (Some(Node::Element(old)), Node::Element(new)) if old.tag() == new.tag() => {
                carry(old.children_mut(), new.children_mut());
            }
            (_, Node::Element(new)) => carry(&mut [], new.children_mut()),
            (_, Node::Text(_)) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Node, el};
    use super::carry;

    fn list(children: Vec<Node<()>>) -> Vec<Node<()>> {
        vec![el("ul").all(children).into()]
    }

    #[test]
    fn what_is_kept_moves_into_the_newer_nodes_at_every_depth() {
        let mut old = list(vec![el("li").with("a").into(), "b".into(), "c".into(), "d".into()]);
        let mut new = list(vec![el("li").with(Node::Kept).into(), "B".into(), Node::Kept]);
        carry(&mut old, &mut new);
        assert_eq!(new, list(vec![el("li").with("a").into(), "B".into(), "c".into(), "d".into()]));
        assert_eq!(old, list(vec![el("li").with(Node::Kept).into(), "b".into(), Node::Kept, Node::Kept]));
    }

    #[test]
    fn what_never_stood_there_is_the_empty_text() {
        let mut new = list(vec![Node::Kept, "B".into(), el("p").with(Node::Kept).into(), Node::Kept]);
        carry(&mut [], &mut new);
        assert_eq!(new, list(vec!["".into(), "B".into(), el("p").with("").into(), "".into()]));
        let mut new: Vec<Node<()>> = vec![el("ol").with(Node::Kept).into()];
        // Another element is another thing.
        carry(&mut list(vec!["a".into()]), &mut new);
        assert_eq!(new, [el("ol").with("").into()]);
    }
}
