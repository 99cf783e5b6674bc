//! The opening part: the program without what moved, offering what the others use of it.

use super::{
    offers::Offers,
    parts::{Part, Parts},
    program::Program,
    reach::Division,
};
use std::collections::BTreeMap;
use wasm_encoder::{
    CodeSection, ConstExpr, DataSection, ElementSection, Elements, ExportSection, FunctionSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, DataSectionReader, ElementSectionReader, ExportSectionReader,
    FunctionSectionReader, Parser,
};

/// Writes the opening part.
pub(super) fn write(
    program: &Program<'_>,
    parts: &Parts,
    division: &Division<'_>,
    offers: &Offers,
) -> Result<Vec<u8>, String> {
    let staying = &program.in_order(division.of_part(Part::OPENING))[..];
    let places = (0..program.imported).chain(staying.iter().copied()).zip(0..).collect();
    let mut opening = Opening { staying, places, program, parts, division, offers };
    let mut module = Module::new();
    opening
        .parse_core_module(&mut module, Parser::new(0), program.bytes)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// Writes the places of the table that belong to a part, each run of them as one segment.
pub(super) fn write_places<E>(
    elements: &mut ElementSection,
    table: Option<u32>,
    division: &Division<'_>,
    part: Part,
    mut index: impl FnMut(u32) -> Result<u32, E>,
) -> Result<(), E> {
    let own: Vec<_> = division.places.iter().filter(|(.., home)| *home == part).collect();
    for run in own.chunk_by(|(before, ..), (after, ..)| before + 1 == *after) {
        let functions = run.iter().map(|(_, function, _)| index(*function)).collect::<Result<Vec<_>, E>>()?;
        let first = ConstExpr::i32_const(run[0].0.cast_signed());
        elements.active(table, &first, Elements::Functions(functions.into()));
    }
    Ok(())
}

/// Writes the data that belongs to a part.
pub(super) fn write_data(data: &mut DataSection, division: &Division<'_>, part: Part) {
    for (address, bytes, _) in division.data.iter().filter(|(.., home)| *home == part) {
        data.active(0, &ConstExpr::i32_const(address.cast_signed()), bytes.iter().copied());
    }
}

/// Writes a program again, with other indices of functions.
struct Opening<'p, 'a> {
    /// The functions with code that stay, in their new order.
    staying: &'p [u32],
    /// The new index of each function that stays.
    places: BTreeMap<u32, u32>,
    program: &'p Program<'a>,
    parts: &'p Parts,
    division: &'p Division<'a>,
    offers: &'p Offers,
}

type Written<T = ()> = Result<T, Error<String>>;

impl Reencode for Opening<'_, '_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Written<u32> {
        self.places.get(&function).copied().ok_or_else(|| {
            Error::UserError(format!("the opening part calls function {function}, which moved"))
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        _: FunctionSectionReader<'_>,
    ) -> Written {
        for function in self.staying {
            functions.function(self.program.functions[*function as usize]);
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, _: CodeSectionReader<'_>) -> Written {
        let (staying, program) = (self.staying, self.program);
        for body in staying.iter().filter_map(|function| program.body(*function)) {
            self.parse_function_body(code, body.clone())?;
        }
        Ok(())
    }

    fn parse_element_section(
        &mut self,
        elements: &mut ElementSection,
        section: ElementSectionReader<'_>,
    ) -> Written {
        if self.program.has_loose_segments {
            return wasm_encoder::reencode::utils::parse_element_section(self, elements, section);
        }
        write_places(elements, None, self.division, Part::OPENING, |function| {
            let place = self.places.get(&function).copied();
            place.ok_or_else(|| Error::UserError(format!("function {function} moved, its place did not")))
        })
    }

    fn data_count(&mut self, count: u32) -> Written<u32> {
        if self.program.has_loose_segments {
            return Ok(count);
        }
        Ok(self.division.data.iter().filter(|(.., part)| *part == Part::OPENING).count() as u32)
    }

    fn parse_data_section(&mut self, data: &mut DataSection, section: DataSectionReader<'_>) -> Written {
        if self.program.has_loose_segments {
            return wasm_encoder::reencode::utils::parse_data_section(self, data, section);
        }
        write_data(data, self.division, Part::OPENING);
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Written {
        for export in section {
            let export = export?;
            if self.parts.of_way(export.name).is_none() {
                self.parse_export(exports, export)?;
            }
        }
        for offer in self.offers.added_by(Part::OPENING) {
            let kind = self.export_kind(offer.kind)?;
            exports.export(&offer.name, kind, self.external_index(offer.kind, offer.index)?);
        }
        Ok(())
    }

    /// Nothing reads the program's notes about its making.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Written {
        Ok(())
    }
}
