//! What the parts offer each other: everything of one part that another one uses has a short name.

use super::{
    parts::{Part, Parts},
    program::Program,
    reach::Division,
    uses::Uses,
};
use std::{cmp::Reverse, collections::BTreeMap};
use wasmparser::ExternalKind;

/// Something that one part offers the others.
#[derive(Debug)]
pub(super) struct Offer {
    /// The part that has it.
    pub(super) part: Part,
    pub(super) kind: ExternalKind,
    /// Its index in the whole program.
    pub(super) index: u32,
    pub(super) name: String,
    /// Whether the program offers it under this name anyway.
    is_old: bool,
}

/// What the parts offer each other, what is used most first, so that it has the shortest name and index.
#[derive(Debug)]
pub(super) struct Offers(Vec<Offer>);

impl Offers {
    /// What each part that is fetched needs of those that it stands on.
    pub(super) fn new(program: &Program<'_>, parts: &Parts, division: &Division<'_>) -> Self {
        let mut counts: BTreeMap<(u8, u32), u32> = BTreeMap::new();
        for part in parts.all().filter(|part| *part != Part::OPENING) {
            for (what, count) in needed(program, parts, division, part) {
                *counts.entry(what).or_default() += count;
            }
        }
        let mut sorted: Vec<_> = counts.into_iter().collect();
        sorted.sort_by_key(|((kind, index), count)| (*kind, Reverse(*count), *index));
        let mut fresh = (0_u32..).map(|number| number.to_string());
        let mut fresh_name = || {
            let is_free = |name: &String| program.exports.iter().all(|export| export.name != name);
            fresh.by_ref().find(is_free).unwrap_or_default()
        };
        let offer = |((kind, index), _): ((u8, u32), u32)| {
            let kind = KINDS[usize::from(kind)];
            let part = if kind == ExternalKind::Func { division.part_of(index) } else { Part::OPENING };
            let is_it = |export: &&wasmparser::Export<'_>| {
                (export.kind, export.index) == (kind, index) && parts.of_way(export.name).is_none()
            };
            let known = program.exports.iter().find(is_it).map(|export| export.name.to_owned());
            let is_old = known.is_some();
            Offer { part, kind, index, name: known.unwrap_or_else(&mut fresh_name), is_old }
        };
        Self(sorted.into_iter().map(offer).collect())
    }

    /// What a part offers beside what it offers anyway.
    pub(super) fn added_by(&self, part: Part) -> impl Iterator<Item = &Offer> {
        self.0.iter().filter(move |offer| offer.part == part && !offer.is_old)
    }

    /// What a part uses of those that it stands on.
    pub(super) fn used_by<'s>(
        &'s self,
        program: &Program<'_>,
        parts: &Parts,
        division: &Division<'_>,
        part: Part,
    ) -> Vec<&'s Offer> {
        let needed = needed(program, parts, division, part);
        self.0.iter().filter(|offer| needed.contains_key(&(order(offer.kind), offer.index))).collect()
    }
}

/// The kinds of things in the order in which they are imported.
const KINDS: [ExternalKind; 4] =
    [ExternalKind::Memory, ExternalKind::Table, ExternalKind::Global, ExternalKind::Func];

fn order(kind: ExternalKind) -> u8 {
    KINDS.iter().position(|each| *each == kind).unwrap_or(0) as u8
}

/// What a part needs that it does not have, by kind and index, and how often.
fn needed(
    program: &Program<'_>,
    parts: &Parts,
    division: &Division<'_>,
    part: Part,
) -> BTreeMap<(u8, u32), u32> {
    let mut uses = Uses::default();
    for (function, own) in &division.uses {
        if division.part_of(*function) == part {
            uses.add(own);
        }
    }
    if division.places.iter().any(|(.., home)| *home == part) {
        uses.tables.insert(0);
    }
    if division.data.iter().any(|(.., home)| *home == part) {
        uses.memories.insert(0);
    }
    // A way in may be elsewhere, as what it does is done there too; this part offers it all the same.
    for export in parts.ways(program, part) {
        uses.functions.entry(export.index).or_default();
    }
    let sets = [(ExternalKind::Memory, &uses.memories), (ExternalKind::Table, &uses.tables)];
    let sets = sets.into_iter().chain([(ExternalKind::Global, &uses.globals)]);
    let things = sets.flat_map(|(kind, set)| set.iter().map(move |index| ((order(kind), *index), 1)));
    let functions = uses.functions.iter().filter(|(function, _)| division.part_of(**function) != part);
    things
        .chain(functions.map(|(function, count)| ((order(ExternalKind::Func), *function), *count)))
        .collect()
}
