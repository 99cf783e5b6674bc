//! Which functions, places of the table and data belong to which part.

use super::{
    linked::Homes,
    parts::{Needs, Part, Parts},
    program::Program,
    uses::Uses,
};
use std::collections::BTreeMap;
use wasmparser::ExternalKind;

/// A stretch of data that is shorter than this stays in the opening part: a segment of its own would weigh more.
const SHORTEST_STRETCH: usize = 12;

/// What belongs to each part.
#[derive(Debug)]
pub(super) struct Division<'a> {
    /// The part of each function with code.
    pub(super) functions: BTreeMap<u32, Part>,
    /// What each function with code refers to.
    pub(super) uses: BTreeMap<u32, Uses>,
    /// Functions in the table: place, function, part.
    pub(super) places: Vec<(u32, u32, Part)>,
    /// Data: address, bytes, part.
    pub(super) data: Vec<(u32, &'a [u8], Part)>,
}

impl<'a> Division<'a> {
    /// Divides a program; the error is a sentence about it.
    pub(super) fn new(program: &Program<'a>, parts: &Parts, homes: &Homes) -> Result<Self, String> {
        let uses = (program.imported..program.functions.len() as u32)
            .filter_map(|function| Some(Uses::of(program.body(function)?).map(|uses| (function, uses))))
            .collect::<Result<BTreeMap<_, _>, _>>()?;
        let home_of = |place: &u32| homes.places.get(place).copied().unwrap_or(Part::OPENING);
        let exports = program.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        let named = exports.map(|export| (parts.of_way(export.name).unwrap_or(Part::OPENING), export.index));
        let unnamed = program.unnamed.iter().map(|function| (Part::OPENING, *function));
        let by_place = program.places.iter().map(|(place, function)| (home_of(place), *function));
        let needs = needs(&uses, named.chain(unnamed).chain(by_place).collect());
        let functions: BTreeMap<u32, Part> =
            uses.keys().map(|function| (*function, parts.home(needs[*function as usize]))).collect();
        let part_of = |function: &u32| functions.get(function).copied().unwrap_or(Part::OPENING);
        let places = program.places.iter();
        Ok(Self {
            places: places.map(|(place, function)| (*place, *function, part_of(function))).collect(),
            data: program
                .data
                .iter()
                .flat_map(|(address, bytes)| stretches(*address, bytes, homes))
                .collect(),
            functions,
            uses,
        })
    }

    /// Whether anything leaves the opening part.
    pub(super) fn moves_anything(&self) -> bool {
        self.functions.values().any(|part| *part != Part::OPENING)
    }

    /// The functions with code that belong to a part.
    pub(super) fn of_part(&self, part: Part) -> impl Iterator<Item = u32> {
        self.functions.iter().filter(move |(_, home)| **home == part).map(|(function, _)| *function)
    }

    /// The part of a function; imported ones are there from the start.
    pub(super) fn part_of(&self, function: u32) -> Part {
        self.functions.get(&function).copied().unwrap_or(Part::OPENING)
    }
}

/// The parts that need each function, where these functions are the roots of those parts.
fn needs(uses: &BTreeMap<u32, Uses>, mut waiting: Vec<(Part, u32)>) -> Vec<Needs> {
    let mut needs = vec![Needs::default(); uses.last_key_value().map_or(0, |(last, _)| *last as usize + 1)];
    // What refers to parts of its own module cannot leave it, nor can what it calls.
    waiting.extend(
        uses.iter().filter(|(_, uses)| uses.is_bound).map(|(function, _)| (Part::OPENING, *function)),
    );
    while let Some((part, function)) = waiting.pop() {
        let Some(used) = uses.get(&function) else { continue };
        if needs[function as usize].add(part) {
            waiting.extend(used.functions.keys().map(|used| (part, *used)));
        }
    }
    needs
}

/// A segment of data cut where its parts change.
fn stretches<'a>(address: u32, bytes: &'a [u8], homes: &Homes) -> Vec<(u32, &'a [u8], Part)> {
    let mut stretches: Vec<(usize, usize, Part)> = Vec::new();
    let mut start = 0;
    while start < bytes.len() {
        let home = homes.of_data(address + start as u32);
        let length = (start..bytes.len())
            .position(|place| homes.of_data(address + place as u32) != home)
            .unwrap_or(bytes.len() - start);
        let part = if length < SHORTEST_STRETCH { Part::OPENING } else { home };
        match stretches.last_mut() {
            Some(last) if last.2 == part => last.1 += length,
            _ => stretches.push((start, length, part)),
        }
        start += length;
    }
    let cut = |(start, length, part): (usize, usize, Part)| {
        (address + start as u32, &bytes[start..start + length], part)
    };
    stretches.into_iter().map(cut).collect()
}
