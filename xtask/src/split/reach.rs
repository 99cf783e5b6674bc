//! Which functions move to the later part: those that only its ways in reach.

use super::{
    program::{Program, is_later},
    uses::Uses,
};
use std::collections::{BTreeMap, BTreeSet};
use wasmparser::ExternalKind;

/// What each function that moves refers to.
pub(super) type Moved = BTreeMap<u32, Uses>;

/// Finds the functions that move.
pub(super) fn moved(program: &Program<'_>) -> Result<Moved, String> {
    let ways = program.exports.iter().filter(|export| is_later(export)).map(|export| export.index);
    let mut later = reached(program, ways.collect())?;
    let exports = program.exports.iter().filter(|export| export.kind == ExternalKind::Func);
    let open = exports.filter(|export| !is_later(export)).map(|export| export.index);
    // What refers to parts of its own module cannot leave it, nor can what it calls.
    let bound = later.iter().filter(|(_, uses)| uses.is_bound).map(|(function, _)| *function);
    let roots = open.chain(program.unnamed.iter().copied()).chain(bound).collect();
    for function in reached(program, roots)?.keys() {
        later.remove(function);
    }
    Ok(later)
}

/// Every function with code that these functions reach, themselves included, and what each refers to.
fn reached(program: &Program<'_>, mut waiting: Vec<u32>) -> Result<Moved, String> {
    let mut seen = BTreeSet::new();
    let mut found = Moved::new();
    while let Some(function) = waiting.pop() {
        if !seen.insert(function) {
            continue;
        }
        if let Some(body) = program.body(function) {
            let uses = Uses::of(body)?;
            waiting.extend(uses.functions.keys());
            found.insert(function, uses);
        }
    }
    Ok(found)
}
