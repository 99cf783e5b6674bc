//! A part that is fetched: what moved to it, on top of what it uses of the parts that it stands on.

use super::{
    offers::{Offer, Offers},
    opening::{write_data, write_places},
    parts::{Part, Parts},
    program::Program,
    reach::Division,
    uses::Uses,
};
use std::collections::{BTreeMap, BTreeSet};
use wasm_encoder::{
    CodeSection, DataSection, ElementSection, EntityType, ExportKind, ExportSection, FunctionSection,
    ImportSection, Module, TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::ExternalKind;

/// Writes a part that is fetched.
pub(super) fn write(
    program: &Program<'_>,
    parts: &Parts,
    division: &Division<'_>,
    offers: &Offers,
    part: Part,
) -> Result<Vec<u8>, String> {
    let imports = offers.used_by(program, parts, division, part);
    if let Some(stray) = imports.iter().find(|offer| !parts.stands_on(part, offer.part)) {
        let (name, other) = (parts.name(part), parts.name(stray.part));
        return Err(format!("the part {name} uses function {} of the part {other}", stray.index));
    }
    let moved = program.in_order(division.of_part(part));
    let mut fetched = Fetched::new(program, division, &imports, &moved);
    fetched
        .sections(program, parts, division, offers, part, &imports, &moved)
        .map_err(|error| error.to_string())
}

/// New indices by those in the whole program.
#[derive(Debug, Default)]
struct Fetched {
    /// Types in their new order.
    kinds: Vec<u32>,
    functions: BTreeMap<u32, u32>,
    types: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    memories: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
}

impl Fetched {
    fn new(program: &Program<'_>, division: &Division<'_>, imports: &[&Offer], moved: &[u32]) -> Self {
        let mut uses = Uses::default();
        for function in moved {
            uses.add(&division.uses[function]);
        }
        let of_kind = |kind| imports.iter().filter(move |offer| offer.kind == kind).map(|offer| offer.index);
        let functions: Vec<_> = of_kind(ExternalKind::Func).chain(moved.iter().copied()).collect();
        let mut kinds: BTreeSet<_> = uses.types;
        kinds.extend(functions.iter().map(|function| program.functions[*function as usize]));
        Self {
            types: places(kinds.iter().copied()),
            kinds: kinds.into_iter().collect(),
            tables: places(of_kind(ExternalKind::Table)),
            memories: places(of_kind(ExternalKind::Memory)),
            globals: places(of_kind(ExternalKind::Global)),
            functions: places(functions.into_iter()),
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the sections of a module, each from its source")]
    fn sections(
        &mut self,
        program: &Program<'_>,
        parts: &Parts,
        division: &Division<'_>,
        offers: &Offers,
        part: Part,
        used: &[&Offer],
        moved: &[u32],
    ) -> Result<Vec<u8>, Error<String>> {
        let mut types = TypeSection::new();
        for kind in self.kinds.clone() {
            let kind = program.types[kind as usize].clone();
            types.ty().func_type(&self.func_type(kind)?);
        }
        let mut imports = ImportSection::new();
        for offer in used {
            imports.import(parts.name(offer.part), &offer.name, self.kind_of(program, offer)?);
        }
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in moved {
            functions.function(self.type_index(program.functions[*function as usize])?);
            if let Some(body) = program.body(*function) {
                self.parse_function_body(&mut code, body.clone())?;
            }
        }
        let mut exports = ExportSection::new();
        for way in parts.ways(program, part) {
            exports.export(way.name, ExportKind::Func, self.function_index(way.index)?);
        }
        for offer in offers.added_by(part) {
            exports.export(&offer.name, ExportKind::Func, self.function_index(offer.index)?);
        }
        let (mut elements, mut data) = (ElementSection::new(), DataSection::new());
        // The first table of a module is written without its number.
        let table = self.tables.get(&0).copied().filter(|table| *table != 0);
        write_places(&mut elements, table, division, part, |function| self.function_index(function))?;
        write_data(&mut data, division, part);
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports);
        if !elements.is_empty() {
            module.section(&elements);
        }
        module.section(&code);
        if !data.is_empty() {
            module.section(&data);
        }
        Ok(module.finish())
    }

    /// What an offer is imported as.
    fn kind_of(&mut self, program: &Program<'_>, offer: &Offer) -> Result<EntityType, Error<String>> {
        let index = offer.index as usize;
        Ok(match offer.kind {
            ExternalKind::Table => self.table_type(program.tables[index])?.into(),
            ExternalKind::Memory => self.memory_type(program.memories[index])?.into(),
            ExternalKind::Global => self.global_type(program.globals[index])?.into(),
            _ => EntityType::Function(self.type_index(program.functions[index])?),
        })
    }
}

fn places(order: impl Iterator<Item = u32>) -> BTreeMap<u32, u32> {
    order.zip(0..).collect()
}

fn place(places: &BTreeMap<u32, u32>, what: &str, index: u32) -> Result<u32, Error<String>> {
    let missing = || Error::UserError(format!("a part uses {what} {index}, which it has not"));
    places.get(&index).copied().ok_or_else(missing)
}

impl Reencode for Fetched {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Result<u32, Error<String>> {
        place(&self.functions, "function", function)
    }

    fn type_index(&mut self, kind: u32) -> Result<u32, Error<String>> {
        place(&self.types, "type", kind)
    }

    fn table_index(&mut self, table: u32) -> Result<u32, Error<String>> {
        place(&self.tables, "table", table)
    }

    fn memory_index(&mut self, memory: u32) -> Result<u32, Error<String>> {
        place(&self.memories, "memory", memory)
    }

    fn global_index(&mut self, global: u32) -> Result<u32, Error<String>> {
        place(&self.globals, "global", global)
    }
}
