//! The parts of a program, and where something belongs that some of them need.

use super::program::Program;
use std::collections::BTreeSet;
use wasmparser::{Export, ExternalKind};

/// What the names of the ways into the later part begin with.
const LATER_WAY: &str = "later_";
/// What the names of the ways into a part of its own begin with; the part's name follows up to the next `_`.
const OWN_WAY: &str = "part_";

/// A part by its place: the opening part is there from the start, the later part stands on it, each other one on both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part(pub(super) usize);

impl Part {
    /// The part that is there from the start.
    pub(super) const OPENING: Self = Self(0);
    /// The part that all others stand on.
    pub(super) const LATER: Self = Self(1);

    /// Whether something in this part can use what is in another one.
    pub(super) fn stands_on(self, other: Self) -> bool {
        other == self || other == Self::OPENING || (other == Self::LATER && self > Self::LATER)
    }
}

/// The names of a program's parts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts(Vec<String>);

impl Parts {
    /// The parts into which exports with these names are ways.
    pub(super) fn of<'a>(exports: impl Iterator<Item = &'a str>) -> Self {
        let own: BTreeSet<&str> = exports.filter_map(own_part).collect();
        let fixed = ["opening", "later"].into_iter();
        Self(fixed.chain(own).map(str::to_owned).collect())
    }

    /// The part into which an export with this name is a way.
    pub(super) fn of_way(&self, export: &str) -> Option<Part> {
        if export.starts_with(LATER_WAY) {
            return Some(Part::LATER);
        }
        let name = own_part(export)?;
        self.0.iter().position(|each| each == name).map(Part)
    }

    /// The name of a part: in addresses, and in the imports of the parts that stand on it.
    pub(super) fn name(&self, part: Part) -> &str {
        self.0.get(part.0).map_or("", String::as_str)
    }

    /// The ways of a program into a part.
    pub(super) fn ways<'s, 'a>(
        &'s self,
        program: &'s Program<'a>,
        part: Part,
    ) -> impl Iterator<Item = &'s Export<'a>> {
        let functions = program.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        functions.filter(move |export| self.of_way(export.name) == Some(part))
    }

    /// Every part in the order in which they can be loaded.
    pub(super) fn all(&self) -> impl Iterator<Item = Part> + use<> {
        (0..self.0.len()).map(Part)
    }
}

fn own_part(export: &str) -> Option<&str> {
    let (name, _) = export.strip_prefix(OWN_WAY)?.split_once('_')?;
    Some(name)
}

/// The parts that need something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Needs(u64);

impl Needs {
    /// Adds a part; whether it was not there before.
    pub(super) fn add(&mut self, part: Part) -> bool {
        let before = self.0;
        self.0 |= 1 << part.0;
        self.0 != before
    }

    /// Adds all of another set.
    pub(super) fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Where all of them find it: what two parts need belongs to one that both stand on. What nobody is known to need stays
    /// in the opening part.
    pub(super) fn home(self) -> Part {
        match (self.0 & 1, self.0.count_ones()) {
            (1, _) | (_, 0) => Part::OPENING,
            (_, 1) => Part(self.0.trailing_zeros() as usize),
            _ => Part::LATER,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_name_their_parts() {
        let names = ["open", "part_track_make", "later_make", "part_agree_x", "part_track_read", "part_"];
        let parts = Parts::of(names.into_iter());
        assert_eq!(parts.0, ["opening", "later", "agree", "track"]);
        assert_eq!(
            names.map(|name| parts.of_way(name).map(|part| part.0)),
            [None, Some(3), Some(1), Some(2), Some(3), None]
        );
    }

    #[test]
    fn what_two_parts_need_is_where_both_find_it() {
        let home = |parts: &[usize]| {
            let mut needs = Needs::default();
            for part in parts {
                needs.add(Part(*part));
            }
            needs.home().0
        };
        assert_eq!(
            [home(&[]), home(&[2]), home(&[2, 3]), home(&[1, 2]), home(&[0, 2]), home(&[1])],
            [0, 2, 1, 1, 0, 1]
        );
        assert!(
            Part(2).stands_on(Part::LATER) && !Part::LATER.stands_on(Part(2)) && !Part(2).stands_on(Part(3))
        );
    }
}
