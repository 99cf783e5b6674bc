//! One program in parts: the opening part, which the page needs at once, and others, each fetched when something first
//! asks for it.
//!
//! Exports whose names begin with `later_` are the ways into the later part, those that begin with `part_name_` the ways
//! into a part of that name. Each part takes with it every function, every place of the table and all data that only its
//! ways reach; what two of them need is in the later part, on which all others stand. A part whose ways are named
//! `light_name_*` does without the later part: what it shares with others is in the shared part, on which both stand. It
//! does without the page's own part too, which begins with `page_start` and takes what the page alone needs at once.
//! Memory, tables and globals stay in the opening part. What refers to data, and who takes a function's address, only the
//! linker knows ([`linked`]). A part imports what it uses of others, so all work on the same memory.

mod fetched;
mod linked;
mod offers;
mod opening;
mod order;
mod parts;
mod program;
mod reach;
#[cfg(test)]
mod tests;
mod uses;

use crate::{error::Error, pack::fnv_1a, page};
use linked::Homes;
use parts::Part;
use program::Program;
use reach::Division;
use std::{fs, path::Path};

/// A part as a file.
#[derive(Debug, PartialEq, Eq)]
struct Written {
    name: String,
    /// The parts that have to be there before it, besides the opening one.
    bases: Vec<String>,
    bytes: Vec<u8>,
}

/// Splits the program of a built page, made from what the linker left in `linked`, and names its parts in index.html; does
/// nothing where the program has no way into another part.
pub(crate) fn split(dist: &Path, linked: &Path) -> Result<(), Error> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("reading", &page))?;
    let Some(address) = address_of(&html, "wasm") else {
        return Err(Error::Program { finding: "index.html links to no program".to_owned() });
    };
    let whole = dist.join(address);
    let bytes = fs::read(&whole).map_err(Error::io("reading", &whole))?;
    let linked = fs::read(linked).map_err(Error::io("reading", linked))?;
    let parts = written(&bytes, Some(&linked)).map_err(|finding| Error::Program { finding })?;
    let Some((opening, others)) = parts.split_first() else { return Ok(()) };
    fs::remove_file(&whole).map_err(Error::io("removing", &whole))?;
    let write = |address: &str, bytes: &[u8]| {
        let path = dist.join(address);
        fs::write(&path, bytes).map_err(Error::io("writing", &path))
    };
    let opening_address = with_hash(address, fnv_1a(&opening.bytes));
    write(&opening_address, &opening.bytes)?;
    let mut named = Vec::new();
    for part in others {
        let address = format!("./{}-{:016x}.wasm", part.name, fnv_1a(&part.bytes));
        write(&address, &part.bytes)?;
        named.push((part.name.as_str(), part.bases.join(" "), address));
    }
    write("index.html", with_parts(&html, address, &opening_address, &named).as_bytes())
}

/// The parts of a program, the opening one first; none where nothing would move. Without what the linker knows, all data
/// and whatever is in the table stay in the opening part. The error is a sentence about the program.
fn written(bytes: &[u8], linked: Option<&[u8]>) -> Result<Vec<Written>, String> {
    check("the program", bytes)?;
    let program = Program::read(bytes)?;
    let parts = program.parts();
    if parts.all().all(|part| parts.ways(&program, part).next().is_none()) {
        return Ok(Vec::new());
    }
    let homes = linked.map_or_else(|| Ok(Homes::default()), |linked| Homes::read(linked, &parts))?;
    let division = Division::new(&program, &parts, &homes)?;
    if !division.moves_anything() {
        return Ok(Vec::new());
    }
    let offers = offers::Offers::new(&program, &parts, &division);
    let mut written = Vec::new();
    for part in parts.all() {
        let name = parts.name(part).to_owned();
        let bytes = if part == Part::OPENING {
            opening::write(&program, &parts, &division, &offers)?
        } else {
            fetched::write(&program, &parts, &division, &offers, part)?
        };
        check(&format!("the part {name}"), &bytes)?;
        let bases = parts.bases(part).into_iter().map(|base| parts.name(base).to_owned()).collect();
        written.push(Written { name, bases, bytes });
    }
    Ok(written)
}

fn check(name: &str, bytes: &[u8]) -> Result<(), String> {
    wasmparser::validate(bytes).map(drop).map_err(|error| format!("{name} is not valid: {error}"))
}

/// The address that the page gives under an id, as boot.js finds it.
pub(crate) fn address_of<'h>(html: &'h str, id: &str) -> Option<&'h str> {
    let link = page::tags(html).find(|tag| page::attribute(tag, "id") == Some(id))?;
    page::attribute(link, "href")
}

/// An address like `./gyakusan-5d0e64ff94454d25_bg.wasm` with another hash.
pub(crate) fn with_hash(address: &str, hash: u64) -> String {
    let old = address.split(['-', '_', '.']).find(|part| page::is_hash(part)).unwrap_or_default();
    // An address without a hash is left as it is, and the check of the page says so.
    if old.is_empty() { address.to_owned() } else { address.replace(old, &format!("{hash:016x}")) }
}

/// The document with the opening part in the program's place and the other parts named before it.
fn with_parts(html: &str, whole: &str, opening: &str, others: &[(&str, String, String)]) -> String {
    let link = page::tags(html).find(|tag| page::attribute(tag, "id") == Some("wasm")).unwrap_or_default();
    let meta = |(name, bases, address): &(&str, String, String)| {
        let base = if bases.is_empty() { String::new() } else { format!(" data-base=\"{bases}\"") };
        format!("<meta id=\"part-{name}\" name=\"part\" content=\"{address}\"{base}>")
    };
    let metas = others.iter().map(meta).collect::<Vec<_>>().concat();
    html.replacen(&format!("<{link}>"), &format!("{metas}<{}>", link.replace(whole, opening)), 1)
}
