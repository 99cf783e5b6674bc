//! The opening part: the program without what moved, offering what the later part uses.

use super::{
    later::Plan,
    program::{Program, is_later},
    reach::Moved,
};
use wasm_encoder::{
    CodeSection, ExportSection, FunctionSection, Module,
    reencode::{Error, Reencode},
};
use wasmparser::{
    CodeSectionReader, CustomSectionReader, ExportSectionReader, FunctionSectionReader, Parser,
};

/// Writes the opening part.
pub(super) fn write(program: &Program<'_>, moved: &Moved, plan: &Plan<'_>) -> Result<Vec<u8>, String> {
    let mut next = 0;
    let place = |function| {
        let stays = !moved.contains_key(&function);
        next += u32::from(stays);
        stays.then_some(next - 1)
    };
    let places = (0..program.functions.len() as u32).map(place).collect();
    let mut opening = Opening { places, imported: program.imported as usize, plan };
    let mut module = Module::new();
    opening
        .parse_core_module(&mut module, Parser::new(0), program.bytes)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// Writes a program again, with other indices of functions.
struct Opening<'p> {
    /// The new index of each function that stays.
    places: Vec<Option<u32>>,
    imported: usize,
    plan: &'p Plan<'p>,
}

impl Opening<'_> {
    /// Whether the function with this place among those with code stays.
    fn stays(&self, place: usize) -> bool {
        self.places.get(self.imported + place).is_some_and(Option::is_some)
    }
}

type Written<T = ()> = Result<T, Error<String>>;

impl Reencode for Opening<'_> {
    type Error = String;

    fn function_index(&mut self, function: u32) -> Written<u32> {
        let place = self.places.get(function as usize).copied().flatten();
        place.ok_or_else(|| {
            Error::UserError(format!("the opening part calls function {function}, which moved"))
        })
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Written {
        for (place, kind) in section.into_iter().enumerate() {
            let kind = self.type_index(kind?)?;
            if self.stays(place) {
                functions.function(kind);
            }
        }
        Ok(())
    }

    fn parse_code_section(&mut self, code: &mut CodeSection, section: CodeSectionReader<'_>) -> Written {
        for (place, body) in section.into_iter().enumerate() {
            let body = body?;
            if self.stays(place) {
                self.parse_function_body(code, body)?;
            }
        }
        Ok(())
    }

    fn parse_export_section(
        &mut self,
        exports: &mut ExportSection,
        section: ExportSectionReader<'_>,
    ) -> Written {
        for export in section {
            let export = export?;
            if !is_later(&export) {
                self.parse_export(exports, export)?;
            }
        }
        for item in self.plan.added() {
            let (kind, index) = (self.export_kind(item.kind)?, self.external_index(item.kind, item.index)?);
            exports.export(&item.name, kind, index);
        }
        Ok(())
    }

    /// Nothing reads the program's notes about its making.
    fn parse_custom_section(&mut self, _: &mut Module, _: CustomSectionReader<'_>) -> Written {
        Ok(())
    }
}
