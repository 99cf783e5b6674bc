//! The parts of a program, and where something belongs that some of them need.

use super::program::Program;
use std::collections::BTreeSet;
use wasmparser::{Export, ExternalKind};

/// What the names of the ways into the later part begin with.
const LATER_WAY: &str = "later_";
/// What the names of the ways into a part of its own begin with; the part's name follows up to the next `_`.
const OWN_WAY: &str = "part_";
/// The same for a part that does without the later part.
const LIGHT_WAY: &str = "light_";

/// A part by its place: the opening part is there from the start, the shared part stands on it, the later part on both, each
/// other one on these three, but for light parts, which stand on the first two alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part(pub(super) usize);

impl Part {
    /// The part that is there from the start.
    pub(super) const OPENING: Self = Self(0);
    /// What light parts need and others too.
    pub(super) const SHARED: Self = Self(1);
    /// The part that all but light ones stand on.
    pub(super) const LATER: Self = Self(2);
}

/// The names of a program's parts, and which are light.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    names: Vec<String>,
    light: Needs,
}

impl Parts {
    /// The parts into which exports with these names are ways.
    pub(super) fn of<'a>(exports: impl Iterator<Item = &'a str>) -> Self {
        let own: BTreeSet<(&str, bool)> = exports.filter_map(own_part).collect();
        let fixed = ["opening", "shared", "later"];
        let mut light = Needs::default();
        for (place, (_, is_light)) in (fixed.len()..).zip(&own) {
            if *is_light {
                light.add(Part(place));
            }
        }
        let own = own.into_iter().map(|(name, _)| name);
        Self { names: fixed.into_iter().chain(own).map(str::to_owned).collect(), light }
    }

    /// The part into which an export with this name is a way.
    pub(super) fn of_way(&self, export: &str) -> Option<Part> {
        if export.starts_with(LATER_WAY) {
            return Some(Part::LATER);
        }
        let (name, _) = own_part(export)?;
        self.names.iter().position(|each| each == name).map(Part)
    }

    /// The name of a part: in addresses, and in the imports of the parts that stand on it.
    pub(super) fn name(&self, part: Part) -> &str {
        self.names.get(part.0).map_or("", String::as_str)
    }

    /// The part that has to be there before this one, where it is not the opening part; that one's own comes before it.
    pub(super) fn base(&self, part: Part) -> Option<Part> {
        match part {
            Part::OPENING | Part::SHARED => None,
            Part::LATER => (self.light != Needs::default()).then_some(Part::SHARED),
            own if self.light.has(own) => Some(Part::SHARED),
            _ => Some(Part::LATER),
        }
    }

    /// Whether something in one part can use what is in another one.
    pub(super) fn stands_on(&self, part: Part, other: Part) -> bool {
        other == part
            || other == Part::OPENING
            || self.base(part).is_some_and(|base| self.stands_on(base, other))
    }

    /// Where all who need something find it: what two parts need belongs to one that both stand on. What nobody is known to
    /// need stays in the opening part.
    pub(super) fn home(&self, needs: Needs) -> Part {
        match (needs.0 & 1, needs.0.count_ones()) {
            (1, _) | (_, 0) => Part::OPENING,
            (_, 1) => Part(needs.0.trailing_zeros() as usize),
            _ if needs.has(Part::SHARED) || needs.0 & self.light.0 != 0 => Part::SHARED,
            _ => Part::LATER,
        }
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

    /// Every part in the order in which they can be loaded; a shared one only where there are light ones.
    pub(super) fn all(&self) -> impl Iterator<Item = Part> + use<> {
        let has_shared = self.light != Needs::default();
        (0..self.names.len()).map(Part).filter(move |part| has_shared || *part != Part::SHARED)
    }
}

/// The name of the part of its own that an export is a way into, and whether it is a light one.
fn own_part(export: &str) -> Option<(&str, bool)> {
    let named = |prefix| Some(export.strip_prefix(prefix)?.split_once('_')?.0);
    named(OWN_WAY).map(|name| (name, false)).or_else(|| named(LIGHT_WAY).map(|name| (name, true)))
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

    /// Whether a part is among them.
    fn has(self, part: Part) -> bool {
        self.0 & (1 << part.0) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_name_their_parts() {
        let names = [
            "open",
            "part_track_make",
            "later_make",
            "part_agree_x",
            "light_embed_start",
            "part_track_read",
            "part_",
        ];
        let parts = Parts::of(names.into_iter());
        assert_eq!(parts.names, ["opening", "shared", "later", "agree", "embed", "track"]);
        assert_eq!(
            names.map(|name| parts.of_way(name).map(|part| part.0)),
            [None, Some(5), Some(2), Some(3), Some(4), Some(5), None]
        );
    }

    #[test]
    fn what_two_parts_need_is_where_both_find_it() {
        let parts = Parts::of(["part_a_x", "part_b_x", "light_c_x"].into_iter());
        let home = |needing: &[usize]| {
            let mut needs = Needs::default();
            for part in needing {
                needs.add(Part(*part));
            }
            parts.home(needs).0
        };
        assert_eq!(
            [
                home(&[]),
                home(&[3]),
                home(&[3, 4]),
                home(&[2, 3]),
                home(&[0, 3]),
                home(&[2]),
                home(&[3, 5]),
                home(&[2, 5]),
                home(&[1, 2]),
                home(&[5])
            ],
            [0, 3, 2, 2, 0, 2, 1, 1, 1, 5]
        );
        let stands = |part, other| parts.stands_on(Part(part), Part(other));
        assert!(stands(3, 2) && stands(3, 1) && stands(2, 1) && stands(5, 1) && stands(5, 0));
        assert!(!stands(2, 3) && !stands(3, 4) && !stands(5, 2) && !stands(1, 2));
    }

    #[test]
    fn without_light_parts_nothing_is_shared() {
        let parts = Parts::of(["part_a_x"].into_iter());
        assert_eq!(parts.all().map(|part| part.0).collect::<Vec<_>>(), [0, 2, 3]);
        assert_eq!((parts.base(Part::LATER), parts.base(Part(3))), (None, Some(Part::LATER)));
    }
}
