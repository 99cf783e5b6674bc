//! What only the linker knows: which code and data refer to which data, and who takes the address of a function.
//!
//! The linker leaves this in its output (`--emit-relocs`, asked for by build.rs). What is built from that output has other
//! functions, but the same addresses of data and the same places in the table, so these can be given to parts by it.
//! The format: <https://github.com/WebAssembly/tool-conventions/blob/main/Linking.md>

use super::{
    parts::{Needs, Part, Parts},
    program,
};
use std::collections::BTreeMap;
use wasmparser::{
    DataKind, ElementItems, ElementKind, ExternalKind, KnownCustom, Linking, Operator, Parser, Payload,
    RelocationEntry, RelocationType, SymbolInfo,
};

/// What the descriptions of exports begin with; only the maker of the JavaScript side runs them, and then drops them.
const DESCRIPTION: &str = "__wbindgen_describe";

/// Where the data of a program and the places of its table belong.
#[derive(Debug, Default)]
pub(super) struct Homes {
    /// Part of each piece of data: address, size, part. In the order of addresses.
    pub(super) data: Vec<(u32, u32, Part)>,
    /// Part of each function's place in the table.
    pub(super) places: BTreeMap<u32, Part>,
}

impl Homes {
    /// Reads them from the linker's output. The error is a sentence about it.
    pub(super) fn read(bytes: &[u8], parts: &Parts) -> Result<Self, String> {
        let mut linked = Linked::default();
        for payload in Parser::new(0).parse_all(bytes) {
            linked.take(payload.map_err(program::in_words)?)?;
        }
        if linked.symbols.is_empty() {
            return Err("the linked program does not say what refers to what (no symbols)".to_owned());
        }
        linked.homes(parts)
    }

    /// The part of the data at an address; bytes that belong to nothing go with what is before them.
    pub(super) fn of_data(&self, address: u32) -> Part {
        let after = self.data.partition_point(|(start, ..)| *start <= address);
        after.checked_sub(1).map_or(Part::OPENING, |place| self.data[place].2)
    }
}

/// Something that refers to something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Function(u32),
    /// A piece of data by its symbol.
    Data(usize),
}

#[derive(Debug, Default)]
struct Linked<'a> {
    sections: u32,
    code_section: u32,
    data_section: u32,
    code_start: u64,
    data_start: u64,
    imported: u32,
    exports: Vec<(&'a str, u32)>,
    start: Option<u32>,
    /// Where the code of each function ends, from the start of its section.
    code_ends: Vec<u64>,
    /// Address, and place within the section, of each segment of data.
    segments: Vec<(u32, u64)>,
    /// The table: place and function.
    table: Vec<(u32, u32)>,
    symbols: Vec<SymbolInfo<'a>>,
    relocations: Vec<(u32, RelocationEntry)>,
}

impl<'a> Linked<'a> {
    fn take(&mut self, payload: Payload<'a>) -> Result<(), String> {
        let section = self.sections;
        let start = payload.as_section().map_or(0, |(_, range)| range.start);
        if payload.as_section().is_some() {
            self.sections += 1;
        }
        match payload {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    let kind = import.map_err(program::in_words)?.ty;
                    self.imported += u32::from(matches!(kind, wasmparser::TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(reader) => {
                for export in reader {
                    let export = export.map_err(program::in_words)?;
                    if export.kind == ExternalKind::Func {
                        self.exports.push((export.name, export.index));
                    }
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(reader) => {
                for element in reader {
                    self.take_element(element.map_err(program::in_words)?)?;
                }
            }
            Payload::CodeSectionStart { .. } => (self.code_section, self.code_start) = (section, start),
            Payload::CodeSectionEntry(body) => self.code_ends.push(body.range().end - self.code_start),
            Payload::DataSection(reader) => {
                (self.data_section, self.data_start) = (section, start);
                for data in reader {
                    let data = data.map_err(program::in_words)?;
                    let DataKind::Active { offset_expr, .. } = data.kind else {
                        return Err("the linked program has data without an address".to_owned());
                    };
                    let start = data.range.end - data.data.len() as u64 - self.data_start;
                    self.segments.push((constant(offset_expr.get_operators_reader())?, start));
                }
            }
            Payload::CustomSection(reader) => match reader.as_known() {
                KnownCustom::Linking(reader) => {
                    for subsection in reader.subsections() {
                        if let Linking::SymbolTable(symbols) = subsection.map_err(program::in_words)? {
                            for symbol in symbols {
                                self.symbols.push(symbol.map_err(program::in_words)?);
                            }
                        }
                    }
                }
                KnownCustom::Reloc(reader) => {
                    for entry in reader.entries() {
                        self.relocations.push((reader.section_index(), entry.map_err(program::in_words)?));
                    }
                }
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    fn take_element(&mut self, element: wasmparser::Element<'a>) -> Result<(), String> {
        if let (ElementKind::Active { offset_expr, .. }, ElementItems::Functions(functions)) =
            (element.kind, element.items)
        {
            let first = constant(offset_expr.get_operators_reader())?;
            for (place, function) in (first..).zip(functions) {
                self.table.push((place, function.map_err(program::in_words)?));
            }
        }
        Ok(())
    }

    fn homes(&self, parts: &Parts) -> Result<Homes, String> {
        let uses = self.uses()?;
        let mut needs: BTreeMap<Thing, Needs> = BTreeMap::new();
        let is_root = |(name, _): &&(&str, u32)| !name.starts_with(DESCRIPTION);
        let exports = self.exports.iter().filter(is_root);
        let ways = exports.map(|(name, function)| (parts.of_way(name).unwrap_or(Part::OPENING), *function));
        let mut waiting: Vec<_> = ways
            .chain(self.start.map(|start| (Part::OPENING, start)))
            .map(|(part, function)| (part, Thing::Function(function)))
            .collect();
        while let Some((part, thing)) = waiting.pop() {
            if needs.entry(thing).or_default().add(part) {
                waiting.extend(uses.of(thing).map(|(used, _)| (part, *used)));
            }
        }
        // A place in the table belongs to those who take its function's address, not to those who call it by name.
        let mut takers: BTreeMap<u32, Needs> = BTreeMap::new();
        for (user, used, takes) in &uses.0 {
            if let (Thing::Function(function), true, Some(need)) = (used, takes, needs.get(user)) {
                takers.entry(*function).or_default().add_all(*need);
            }
        }
        let home = |function| parts.home(takers.get(function).copied().unwrap_or_default());
        Ok(Homes {
            data: self.data(&needs, parts),
            places: self.table.iter().map(|(place, function)| (*place, home(function))).collect(),
        })
    }

    /// Where each piece of data belongs; where pieces share bytes, in the opening part.
    fn data(&self, needs: &BTreeMap<Thing, Needs>, parts: &Parts) -> Vec<(u32, u32, Part)> {
        let mut data: Vec<(u32, u32, Part)> = Vec::new();
        for (symbol, segment, offset, size) in self.data_symbols() {
            let home = parts.home(needs.get(&Thing::Data(symbol)).copied().unwrap_or_default());
            data.push((self.segments[segment].0 + offset, size, home));
        }
        data.sort_by_key(|(address, size, _)| (*address, *size));
        for place in 1..data.len() {
            let (before, after) = data.split_at_mut(place);
            let (last, this) = (&mut before[place - 1], &mut after[0]);
            if this.0 < last.0 + last.1 {
                (last.2, this.2) = (Part::OPENING, Part::OPENING);
                this.1 = this.1.max(last.0 + last.1 - this.0);
            }
        }
        data
    }

    /// Symbol, segment, place within it and size of each piece of data.
    fn data_symbols(&self) -> impl Iterator<Item = (usize, usize, u32, u32)> {
        self.symbols.iter().enumerate().filter_map(|(place, symbol)| match symbol {
            SymbolInfo::Data { symbol: Some(data), .. } if data.size > 0 => {
                Some((place, data.index as usize, data.offset, data.size))
            }
            _ => None,
        })
    }

    fn uses(&self) -> Result<Uses, String> {
        // Where each piece of data starts within the section.
        let mut starts: Vec<(u64, u64, usize)> = self
            .data_symbols()
            .map(|(symbol, segment, offset, size)| {
                (self.segments[segment].1 + u64::from(offset), u64::from(size), symbol)
            })
            .collect();
        starts.sort_unstable();
        let mut uses = Vec::new();
        for (section, entry) in &self.relocations {
            let at = u64::from(entry.offset);
            let user = if *section == self.code_section {
                let place = self.code_ends.partition_point(|end| *end <= at);
                Thing::Function(self.imported + place as u32)
            } else if *section == self.data_section {
                let place = starts.partition_point(|(start, ..)| *start <= at).checked_sub(1);
                let owner = place.map(|place| starts[place]).filter(|(start, size, _)| at < start + size);
                Thing::Data(owner.ok_or("a place of the linked program's data belongs to nothing")?.2)
            } else {
                continue;
            };
            if entry.ty == RelocationType::TypeIndexLeb {
                continue;
            }
            let takes = matches!(entry.ty, RelocationType::TableIndexSleb | RelocationType::TableIndexI32);
            let used = match self.symbols.get(entry.index as usize) {
                Some(SymbolInfo::Func { index, .. }) => Thing::Function(*index),
                Some(SymbolInfo::Data { .. }) => Thing::Data(entry.index as usize),
                _ => continue,
            };
            uses.push((user, used, takes));
        }
        uses.sort_unstable();
        Ok(Uses(uses))
    }
}

/// Who refers to what, in the order of those who do, and whether it is by taking an address.
#[derive(Debug)]
struct Uses(Vec<(Thing, Thing, bool)>);

impl Uses {
    fn of(&self, user: Thing) -> impl Iterator<Item = (&Thing, bool)> {
        let first = self.0.partition_point(|(each, ..)| *each < user);
        self.0[first..]
            .iter()
            .take_while(move |(each, ..)| *each == user)
            .map(|(_, used, takes)| (used, *takes))
    }
}

/// The number that an expression of a segment's start consists of.
pub(super) fn constant(mut reader: wasmparser::OperatorsReader<'_>) -> Result<u32, String> {
    match reader.read().map_err(program::in_words)? {
        Operator::I32Const { value } => Ok(value.cast_unsigned()),
        _ => Err("a segment of the program has no fixed start".to_owned()),
    }
}
