//! The order of a part's functions: each after the one that it is most alike. Compression names what it repeats by how far back
//! it stands, so the same functions weigh about a fiftieth less than in the order of the compiler. Linkers sort for compression in
//! the same spirit (LLVM's balanced partitioning); here the nearest neighbour is enough.

/// Functions have in common what is equal in so many bytes.
const RUN: usize = 4;

/// What more than one function in so many has says nothing about them.
const COMMON: usize = 3;

/// What each function counts beyond its bytes: short ones are alike in little, but in most of what they are.
const SHORT: u64 = 50;

/// The functions with these bodies, by their places, in an order in which like follows like; the first one stays the first.
///
/// Every step takes what has most in common with the last one, by its length. It calculates with whole numbers alone, so that the
/// order is the same on every machine.
pub(super) fn by_likeness(bodies: &[&[u8]]) -> Vec<usize> {
    let groups = groups(bodies);
    let mut runs_of = vec![Vec::new(); bodies.len()];
    for (group, functions) in groups.iter().enumerate() {
        for function in functions {
            runs_of[*function].push(group);
        }
    }
    let mut is_left = vec![true; bodies.len()];
    let mut order = Vec::with_capacity(bodies.len());
    let mut next = (!bodies.is_empty()).then_some(0);
    while let Some(function) = next {
        order.push(function);
        is_left[function] = false;
        let mut likeness = vec![0; bodies.len()];
        for group in &runs_of[function] {
            let members = &groups[*group];
            // What few functions have says more about them.
            let weight = u64::from((bodies.len() / members.len()).ilog2());
            for member in members {
                likeness[*member] += weight;
            }
        }
        let size = |function: usize| bodies[function].len() as u64 + SHORT;
        next = (0..bodies.len()).filter(|other| is_left[*other]).max_by(|one, other| {
            let by_length = (likeness[*one] * size(*other)).cmp(&(likeness[*other] * size(*one)));
            by_length.then(other.cmp(one))
        });
    }
    order
}

/// For every run of bytes that some functions have, but not too many, these functions.
fn groups(bodies: &[&[u8]]) -> Vec<Vec<usize>> {
    let bodies_by_place = bodies.iter().enumerate();
    let runs = bodies_by_place.flat_map(|(function, body)| body.windows(RUN).map(move |run| (run, function)));
    let mut all: Vec<_> = runs.collect();
    all.sort_unstable();
    all.dedup();
    let shared = all.chunk_by(|(before, _), (after, _)| before == after);
    let shared = shared.filter(|group| group.len() > 1 && group.len() * COMMON <= bodies.len());
    shared.map(|group| group.iter().map(|(_, function)| *function).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_follows_like() {
        let bodies =
            ["load, add, store", "call five times", "load, add, store again", "call six times", "jump"];
        let bodies: Vec<_> = bodies.iter().map(|body| body.as_bytes()).collect();
        // Four more, so that what two of them have in common is in fewer than one of three.
        let rare: Vec<&[u8]> = bodies.iter().copied().chain([&b"x"[..]; 4]).collect();
        let order = by_likeness(&rare);
        assert_eq!(order[..2], [0, 2]);
        let place = |function| order.iter().position(|each| *each == function).expect("each is there");
        assert_eq!(place(1).abs_diff(place(3)), 1);
        let mut sorted = order.clone();
        sorted.sort_unstable();
        assert_eq!(sorted, (0..rare.len()).collect::<Vec<_>>(), "none is lost, none comes twice");
    }

    #[test]
    fn without_a_likeness_the_order_stays() {
        assert_eq!(by_likeness(&[]), [0_usize; 0]);
        assert_eq!(by_likeness(&[b"one", b"two", b"three"]), [0, 1, 2]);
    }
}
