//! The parts of a program, and where something belongs that some of them need.

use super::program::Program;
use std::collections::BTreeSet;
use wasmparser::{Export, ExternalKind};

/// What the names of the ways into the page's own part begin with.
const PAGE_WAY: &str = "page_";
/// What the names of the ways into the later part begin with.
const LATER_WAY: &str = "later_";
/// What the names of the ways into a part of its own begin with; the part's name follows up to the next `_`.
const OWN_WAY: &str = "part_";
/// The same for a part that does without the later part.
const LIGHT_WAY: &str = "light_";

/// A part by its place: the opening part is there from the start, the page's own part and the shared part stand on it, the
/// later part on all three, each other one on that, but for light parts, which stand on the opening and the shared one alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Part(pub(super) usize);

impl Part {
    /// The part that is there from the start.
    pub(super) const OPENING: Self = Self(0);
    /// What the page needs at once, and light parts do without.
    pub(super) const PAGE: Self = Self(1);
    /// What light parts need, and others later.
    pub(super) const SHARED: Self = Self(2);
    /// The part that all but light ones stand on.
    pub(super) const LATER: Self = Self(3);
}

/// The names of a program's parts, which are light, and whether the page has a part of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Parts {
    names: Vec<String>,
    light: Needs,
    has_page: bool,
}

impl Parts {
    /// The parts into which exports with these names are ways.
    pub(super) fn of<'a>(exports: impl Iterator<Item = &'a str> + Clone) -> Self {
        let has_page = exports.clone().any(|export| export.starts_with(PAGE_WAY));
        let own: BTreeSet<(&str, bool)> = exports.filter_map(own_part).collect();
        let fixed = ["opening", "page", "shared", "later"];
        let mut light = Needs::default();
        for (place, (_, is_light)) in (fixed.len()..).zip(&own) {
            if *is_light {
                light.add(Part(place));
            }
        }
        let own = own.into_iter().map(|(name, _)| name);
        Self { names: fixed.into_iter().chain(own).map(str::to_owned).collect(), light, has_page }
    }

    /// The part into which an export with this name is a way.
    pub(super) fn of_way(&self, export: &str) -> Option<Part> {
        if export.starts_with(PAGE_WAY) {
            return Some(Part::PAGE);
        }
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

    /// The parts that have to be there before this one, beside the opening part; what they stand on comes before them.
    pub(super) fn bases(&self, part: Part) -> Vec<Part> {
        let own = match part {
            Part::OPENING | Part::PAGE | Part::SHARED => vec![],
            Part::LATER => vec![Part::PAGE, Part::SHARED],
            light if self.light.has(light) => vec![Part::SHARED],
            _ => vec![Part::LATER],
        };
        own.into_iter().filter(|base| self.exists(*base)).collect()
    }

    /// Whether something in one part can use what is in another one.
    pub(super) fn stands_on(&self, part: Part, other: Part) -> bool {
        other == part
            || other == Part::OPENING
            || self.bases(part).into_iter().any(|base| self.stands_on(base, other))
    }

    /// Where all who need something find it: what two parts need belongs to one that both stand on. What nobody is known to
    /// need stays in the opening part.
    pub(super) fn home(&self, needs: Needs) -> Part {
        let one = match (needs.has(Part::OPENING), needs.0.count_ones()) {
            (true, _) | (_, 0) => return Part::OPENING,
            (_, count) => (count == 1).then(|| Part(needs.0.trailing_zeros() as usize)),
        };
        let is_light = needs.has(Part::SHARED) || needs.0 & self.light.0 != 0;
        one.unwrap_or(match (needs.has(Part::PAGE), is_light) {
            (true, true) => Part::OPENING,
            (true, false) => Part::PAGE,
            (false, true) => Part::SHARED,
            (false, false) => Part::LATER,
        })
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
    pub(super) fn all(&self) -> impl Iterator<Item = Part> {
        (0..self.names.len()).map(Part).filter(|part| self.exists(*part))
    }

    /// Whether there is such a part: a shared one only beside light ones, one of the page only where there is a way into it.
    fn exists(&self, part: Part) -> bool {
        match part {
            Part::PAGE => self.has_page,
            Part::SHARED => self.light != Needs::default(),
            _ => true,
        }
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
            "page_start",
        ];
        let parts = Parts::of(names.into_iter());
        assert_eq!(parts.names, ["opening", "page", "shared", "later", "agree", "embed", "track"]);
        assert_eq!(
            names.map(|name| parts.of_way(name).map(|part| part.0)),
            [None, Some(6), Some(3), Some(4), Some(5), Some(6), None, Some(1)]
        );
    }

    #[test]
    fn what_two_parts_need_is_where_both_find_it() {
        let parts = Parts::of(["page_x", "part_a_x", "part_b_x", "light_c_x"].into_iter());
        let [opening, page, shared, later, a, b, light] = [0, 1, 2, 3, 4, 5, 6].map(Part);
        let home = |needing: &[Part]| {
            let mut needs = Needs::default();
            for part in needing {
                needs.add(*part);
            }
            parts.home(needs)
        };
        for (needing, expected) in [
            (&[][..], opening),
            (&[a], a),
            (&[light], light),
            (&[later], later),
            (&[page], page),
            (&[a, b], later),
            (&[later, a], later),
            (&[opening, a], opening),
            (&[a, light], shared),
            (&[later, light], shared),
            (&[shared, later], shared),
            (&[page, later], page),
            (&[page, a, b], page),
            (&[page, light], opening),
            (&[page, shared, later], opening),
        ] {
            assert_eq!(home(needing), expected, "{needing:?}");
            assert!(needing.iter().all(|part| parts.stands_on(*part, expected)), "{needing:?}");
        }
        assert!(!parts.stands_on(later, a) && !parts.stands_on(a, b) && !parts.stands_on(light, later));
        assert!(
            !parts.stands_on(light, page) && !parts.stands_on(shared, page) && !parts.stands_on(page, shared)
        );
    }

    #[test]
    fn parts_that_nothing_leads_into_are_not_there() {
        let parts = Parts::of(["part_a_x"].into_iter());
        assert_eq!(parts.all().map(|part| part.0).collect::<Vec<_>>(), [0, 3, 4]);
        assert_eq!((parts.bases(Part::LATER), parts.bases(Part(4))), (vec![], vec![Part::LATER]));
        let parts = Parts::of(["page_x", "light_c_x"].into_iter());
        assert_eq!(parts.bases(Part::LATER), [Part::PAGE, Part::SHARED]);
    }
}
