//! The whole program as it is read: what each index stands for.

use super::{linked, order, parts::Parts, uses::Uses};
use wasm_encoder::{
    ElementSection, GlobalSection, TableSection,
    reencode::{Error, Reencode},
};
use wasmparser::{
    Data, DataKind, Element, ElementItems, ElementKind, Export, ExternalKind, FuncType, FunctionBody,
    GlobalType, ImportSectionReader, MemoryType, Parser, Payload, TableType, TypeRef, TypeSectionReader,
};

/// A program, section by section. Functions, tables, memories and globals count the imported ones first.
#[derive(Debug, Default)]
pub(super) struct Program<'a> {
    /// The file it was read from.
    pub(super) bytes: &'a [u8],
    /// Types of functions; a program with other types is not read.
    pub(super) types: Vec<FuncType>,
    /// The type of each function.
    pub(super) functions: Vec<u32>,
    /// How many functions are imported.
    pub(super) imported: u32,
    /// The code of each function that is not imported.
    pub(super) bodies: Vec<FunctionBody<'a>>,
    /// The type of each table.
    pub(super) tables: Vec<TableType>,
    /// The type of each memory.
    pub(super) memories: Vec<MemoryType>,
    /// The type of each global.
    pub(super) globals: Vec<GlobalType>,
    /// What the program offers.
    pub(super) exports: Vec<Export<'a>>,
    /// Functions in the first table by their places.
    pub(super) places: Vec<(u32, u32)>,
    /// Data of the first memory by its addresses.
    pub(super) data: Vec<(u32, &'a [u8])>,
    /// Whether there are segments that a function has to put in their place; all segments then stay as they are.
    pub(super) has_loose_segments: bool,
    /// Functions that can be called without being named: the start function and those in globals and other tables.
    pub(super) unnamed: Vec<u32>,
}

impl<'a> Program<'a> {
    /// Reads a valid program. The error is a sentence about it.
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, String> {
        let mut program = Self { bytes, ..Self::default() };
        let mut uses = Uses::default();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.map_err(in_words)?;
            program.take(payload, &mut uses)?;
        }
        program.unnamed.extend(uses.functions.into_keys());
        if program.has_loose_segments {
            program.unnamed.extend(program.places.drain(..).map(|(_, function)| function));
            program.data.clear();
        }
        Ok(program)
    }

    /// The parts into which the program has ways.
    pub(super) fn parts(&self) -> Parts {
        let functions = self.exports.iter().filter(|export| export.kind == ExternalKind::Func);
        Parts::of(functions.map(|export| export.name))
    }

    /// The code of a function; `None` for an imported one.
    pub(super) fn body(&self, function: u32) -> Option<&FunctionBody<'a>> {
        self.bodies.get(function.checked_sub(self.imported)? as usize)
    }

    /// Functions with code in the order in which a part writes them.
    pub(super) fn in_order(&self, functions: impl Iterator<Item = u32>) -> Vec<u32> {
        let functions: Vec<_> = functions.collect();
        let body = |function: &u32| self.body(*function).map_or(&[][..], FunctionBody::as_bytes);
        let order = order::by_likeness(&functions.iter().map(body).collect::<Vec<_>>());
        order.into_iter().map(|place| functions[place]).collect()
    }

    fn take(&mut self, payload: Payload<'a>, uses: &mut Uses) -> Result<(), String> {
        match payload {
            Payload::TypeSection(section) => self.take_types(section)?,
            Payload::ImportSection(section) => self.take_imports(section)?,
            Payload::FunctionSection(section) => extend(&mut self.functions, section)?,
            Payload::TableSection(section) => {
                uses.parse_table_section(&mut TableSection::new(), section.clone()).map_err(in_words)?;
                for table in section {
                    self.tables.push(table.map_err(in_words)?.ty);
                }
            }
            Payload::MemorySection(section) => extend(&mut self.memories, section)?,
            Payload::GlobalSection(section) => {
                uses.parse_global_section(&mut GlobalSection::new(), section.clone()).map_err(in_words)?;
                for global in section {
                    self.globals.push(global.map_err(in_words)?.ty);
                }
            }
            Payload::ExportSection(section) => extend(&mut self.exports, section)?,
            Payload::StartSection { func, .. } => self.unnamed.push(func),
            Payload::ElementSection(section) => {
                for element in section {
                    self.take_element(element.map_err(in_words)?, uses)?;
                }
            }
            Payload::CodeSectionEntry(body) => self.bodies.push(body),
            Payload::DataSection(section) => {
                for data in section {
                    self.take_data(data.map_err(in_words)?)?;
                }
            }
            _ => {}
        }
        Ok(())
    }

    fn take_types(&mut self, section: TypeSectionReader<'a>) -> Result<(), String> {
        for kind in section.into_iter_err_on_gc_types() {
            self.types.push(kind.map_err(in_words)?);
        }
        Ok(())
    }

    fn take_imports(&mut self, section: ImportSectionReader<'a>) -> Result<(), String> {
        for import in section.into_imports() {
            match import.map_err(in_words)?.ty {
                TypeRef::Func(kind) | TypeRef::FuncExact(kind) => self.functions.push(kind),
                TypeRef::Table(kind) => self.tables.push(kind),
                TypeRef::Memory(kind) => self.memories.push(kind),
                TypeRef::Global(kind) => self.globals.push(kind),
                TypeRef::Tag(_) => {}
            }
        }
        self.imported = self.functions.len() as u32;
        Ok(())
    }

    fn take_element(&mut self, element: Element<'a>, uses: &mut Uses) -> Result<(), String> {
        let first = match &element.kind {
            ElementKind::Active { table_index: None | Some(0), offset_expr } => {
                linked::constant(offset_expr.get_operators_reader()).ok()
            }
            _ => None,
        };
        if let (Some(first), ElementItems::Functions(functions)) = (first, element.items.clone()) {
            for (place, function) in (first..).zip(functions) {
                self.places.push((place, function.map_err(in_words)?));
            }
        } else {
            self.has_loose_segments = true;
            uses.parse_element(&mut ElementSection::new(), element).map_err(in_words)?;
        }
        Ok(())
    }

    fn take_data(&mut self, data: Data<'a>) -> Result<(), String> {
        match data.kind {
            DataKind::Active { memory_index: 0, offset_expr } => {
                self.data.push((linked::constant(offset_expr.get_operators_reader())?, data.data));
            }
            _ => self.has_loose_segments = true,
        }
        Ok(())
    }
}

fn extend<T>(
    list: &mut Vec<T>,
    section: impl IntoIterator<Item = Result<T, wasmparser::Error>>,
) -> Result<(), String> {
    for item in section {
        list.push(item.map_err(in_words)?);
    }
    Ok(())
}

/// An error of either library as a sentence.
pub(super) fn in_words(error: impl Into<Error>) -> String {
    error.into().to_string()
}
