//! The later part: what moved, on top of what it uses of the opening part.

use super::{
    program::{Program, is_later},
    reach::Moved,
    uses::Uses,
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};
use wasm_encoder::{
    CodeSection, EntityType, ExportKind, ExportSection, FunctionSection, ImportSection, Module, TypeSection,
    reencode::{Error, Reencode},
};
use wasmparser::ExternalKind;

/// The name of the opening part in the later part's imports.
const OPENING: &str = "opening";

/// Something of the opening part that the later part uses.
#[derive(Debug)]
pub(super) struct Item<'a> {
    pub(super) kind: ExternalKind,
    /// Its index in the whole program.
    pub(super) index: u32,
    /// The name under which the opening part offers it.
    pub(super) name: std::borrow::Cow<'a, str>,
    /// Whether it was not offered before.
    is_added: bool,
}

/// What the later part holds, and the index of everything in it.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    items: Vec<Item<'a>>,
    /// The functions that moved, in their order.
    moved: Vec<u32>,
    /// Types in their new order.
    types: Vec<u32>,
    places: Places,
}

/// New indices by those in the whole program.
#[derive(Debug, Default)]
struct Places {
    functions: BTreeMap<u32, u32>,
    types: BTreeMap<u32, u32>,
    tables: BTreeMap<u32, u32>,
    memories: BTreeMap<u32, u32>,
    globals: BTreeMap<u32, u32>,
}

impl<'a> Plan<'a> {
    /// Plans the later part with the functions that move.
    pub(super) fn new(program: &Program<'a>, moved: &Moved) -> Self {
        let mut uses = Uses::default();
        for each in moved.values() {
            uses.add(each);
        }
        let items = items(program, moved, &uses);
        let of_kind = |kind| items.iter().filter(move |item| item.kind == kind).map(|item| item.index);
        let moved: Vec<_> = moved.keys().copied().collect();
        let functions: Vec<_> = of_kind(ExternalKind::Func).chain(moved.iter().copied()).collect();
        let mut types: BTreeSet<_> = uses.types.clone();
        types.extend(functions.iter().map(|function| program.functions[*function as usize]));
        let types: Vec<_> = types.into_iter().collect();
        let places = Places {
            types: places(types.iter().copied()),
            tables: places(of_kind(ExternalKind::Table)),
            memories: places(of_kind(ExternalKind::Memory)),
            globals: places(of_kind(ExternalKind::Global)),
            functions: places(functions.into_iter()),
        };
        Self { items, moved, types, places }
    }

    /// What the opening part must offer beside what it offers already.
    pub(super) fn added(&self) -> impl Iterator<Item = &Item<'a>> {
        self.items.iter().filter(|item| item.is_added)
    }

    /// Writes the later part.
    pub(super) fn write(mut self, program: &Program<'_>) -> Result<Vec<u8>, String> {
        self.sections(program).map_err(|error| error.to_string())
    }

    fn sections(&mut self, program: &Program<'_>) -> Result<Vec<u8>, Error<String>> {
        let mut types = TypeSection::new();
        for kind in &self.types {
            let kind = program.types[*kind as usize].clone();
            types.ty().func_type(&self.places.func_type(kind)?);
        }
        let mut imports = ImportSection::new();
        for item in &self.items {
            imports.import(OPENING, &item.name, self.places.kind_of(program, item)?);
        }
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        for function in &self.moved {
            functions.function(self.places.type_index(program.functions[*function as usize])?);
            if let Some(body) = program.body(*function) {
                self.places.parse_function_body(&mut code, body.clone())?;
            }
        }
        let mut exports = ExportSection::new();
        for way in program.exports.iter().filter(|export| is_later(export)) {
            exports.export(way.name, ExportKind::Func, self.places.function_index(way.index)?);
        }
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&exports).section(&code);
        Ok(module.finish())
    }
}

/// What the later part uses of the opening one: what is used most gets the shortest index and name.
fn items<'a>(program: &Program<'a>, moved: &Moved, uses: &Uses) -> Vec<Item<'a>> {
    // A way in may stay, as what it does is done in the opening part too; the later part offers it all the same.
    let ways = program.exports.iter().filter(|export| is_later(export)).map(|export| (export.index, 0));
    let mut functions: BTreeMap<u32, u32> = ways.collect();
    functions.extend(&uses.functions);
    let mut functions: Vec<_> =
        functions.into_iter().filter(|(function, _)| !moved.contains_key(function)).collect();
    functions.sort_by_key(|(function, count)| (Reverse(*count), *function));
    let all = |kind, list: &BTreeSet<u32>| list.iter().map(|index| (kind, *index)).collect::<Vec<_>>();
    let mut used = all(ExternalKind::Memory, &uses.memories);
    used.extend(all(ExternalKind::Table, &uses.tables));
    used.extend(all(ExternalKind::Global, &uses.globals));
    used.extend(functions.iter().map(|(function, _)| (ExternalKind::Func, *function)));
    let mut fresh = fresh_names(program);
    let item = |(kind, index)| {
        let known = program.name_of(kind, index);
        let name = known.map_or_else(|| fresh.next().unwrap_or_default().into(), Into::into);
        Item { kind, index, name, is_added: known.is_none() }
    };
    used.into_iter().map(item).collect()
}

/// Names that the program does not use: 0, 1 and so on.
fn fresh_names(program: &Program<'_>) -> impl Iterator<Item = String> {
    let taken: BTreeSet<String> = program.exports.iter().map(|export| export.name.to_owned()).collect();
    (0_u32..).map(|number| number.to_string()).filter(move |name| !taken.contains(name))
}

fn places(order: impl Iterator<Item = u32>) -> BTreeMap<u32, u32> {
    order.zip(0..).collect()
}

impl Places {
    /// What an item is imported as.
    fn kind_of(&mut self, program: &Program<'_>, item: &Item<'_>) -> Result<EntityType, Error<String>> {
        let index = item.index as usize;
        Ok(match item.kind {
            ExternalKind::Table => self.table_type(program.tables[index])?.into(),
            ExternalKind::Memory => self.memory_type(program.memories[index])?.into(),
            ExternalKind::Global => self.global_type(program.globals[index])?.into(),
            _ => EntityType::Function(self.type_index(program.functions[index])?),
        })
    }
}

fn place(places: &BTreeMap<u32, u32>, what: &str, index: u32) -> Result<u32, Error<String>> {
    let missing = || Error::UserError(format!("the later part uses {what} {index}, which it has not"));
    places.get(&index).copied().ok_or_else(missing)
}

impl Reencode for Places {
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
