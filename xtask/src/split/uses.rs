//! What a piece of code refers to, found by writing it again and taking down every index on the way.

use std::{
    collections::{BTreeMap, BTreeSet},
    convert::Infallible,
};
use wasm_encoder::{
    CodeSection, Instruction,
    reencode::{Error, Reencode, utils},
};
use wasmparser::{FunctionBody, Operator};

/// The indices that a piece of code holds.
#[derive(Debug, Default)]
pub(super) struct Uses {
    /// Functions that are called or referred to, and how often.
    pub(super) functions: BTreeMap<u32, u32>,
    /// Types of blocks and of calls through a table.
    pub(super) types: BTreeSet<u32>,
    /// Tables.
    pub(super) tables: BTreeSet<u32>,
    /// Memories.
    pub(super) memories: BTreeSet<u32>,
    /// Globals.
    pub(super) globals: BTreeSet<u32>,
    /// Whether it refers to what only its own module has: segments, tags, declared references to functions.
    pub(super) is_bound: bool,
}

impl Uses {
    /// What a function refers to.
    pub(super) fn of(body: &FunctionBody<'_>) -> Result<Self, String> {
        let mut uses = Self::default();
        uses.parse_function_body(&mut CodeSection::new(), body.clone()).map_err(|error| error.to_string())?;
        Ok(uses)
    }

    /// Adds what another piece of code refers to.
    pub(super) fn add(&mut self, other: &Self) {
        for (function, count) in &other.functions {
            *self.functions.entry(*function).or_default() += count;
        }
        self.types.extend(&other.types);
        self.tables.extend(&other.tables);
        self.memories.extend(&other.memories);
        self.globals.extend(&other.globals);
        self.is_bound |= other.is_bound;
    }
}

type Taken<T> = Result<T, Error<Infallible>>;

impl Reencode for Uses {
    type Error = Infallible;

    fn function_index(&mut self, function: u32) -> Taken<u32> {
        *self.functions.entry(function).or_default() += 1;
        Ok(function)
    }

    fn type_index(&mut self, kind: u32) -> Taken<u32> {
        self.types.insert(kind);
        Ok(kind)
    }

    fn table_index(&mut self, table: u32) -> Taken<u32> {
        self.tables.insert(table);
        Ok(table)
    }

    fn memory_index(&mut self, memory: u32) -> Taken<u32> {
        self.memories.insert(memory);
        Ok(memory)
    }

    fn global_index(&mut self, global: u32) -> Taken<u32> {
        self.globals.insert(global);
        Ok(global)
    }

    fn data_index(&mut self, data: u32) -> Taken<u32> {
        self.is_bound = true;
        Ok(data)
    }

    fn element_index(&mut self, element: u32) -> Taken<u32> {
        self.is_bound = true;
        Ok(element)
    }

    fn tag_index(&mut self, tag: u32) -> Taken<u32> {
        self.is_bound = true;
        Ok(tag)
    }

    fn instruction<'a>(&mut self, operator: Operator<'a>) -> Taken<Instruction<'a>> {
        self.is_bound |= matches!(operator, Operator::RefFunc { .. });
        utils::instruction(self, operator)
    }
}
