//! One program in two parts: the opening part, which the page needs at once, and the later part, which it fetches when
//! something first asks for it.
//!
//! Exports whose names begin with `later_` are the ways into the later part. It takes with it every function that only
//! those ways reach. Everything else stays: memory, tables, globals, data, and every function that can be called through
//! a table, since nobody sees from a table's place who calls it. The later part imports what it uses from the opening
//! one, so both work on the same memory.

mod later;
mod opening;
mod program;
mod reach;
#[cfg(test)]
mod tests;
mod uses;

use crate::{error::Error, pack::fnv_1a, page};
use program::Program;
use std::{fs, path::Path};

/// What the names of the ways into the later part begin with.
const LATER: &str = "later_";

/// The two parts as files.
#[derive(Debug)]
struct Parts {
    opening: Vec<u8>,
    later: Vec<u8>,
}

/// Splits the program of a built page and names the later part in its index.html; does nothing where the program has no
/// way into a later part.
pub(crate) fn split(dist: &Path) -> Result<(), Error> {
    let page = dist.join("index.html");
    let html = fs::read_to_string(&page).map_err(Error::io("reading", &page))?;
    let Some(address) = program_address(&html) else {
        return Err(Error::Program { finding: "index.html links to no program".to_owned() });
    };
    let whole = dist.join(address);
    let bytes = fs::read(&whole).map_err(Error::io("reading", &whole))?;
    let Some(parts) = parts(&bytes).map_err(|finding| Error::Program { finding })? else {
        return Ok(());
    };
    let opening = with_hash(address, fnv_1a(&parts.opening));
    let later = format!("./later-{:016x}.wasm", fnv_1a(&parts.later));
    let write = |address: &str, bytes: &[u8]| {
        let path = dist.join(address);
        fs::write(&path, bytes).map_err(Error::io("writing", &path))
    };
    fs::remove_file(&whole).map_err(Error::io("removing", &whole))?;
    write(&opening, &parts.opening)?;
    write(&later, &parts.later)?;
    write("index.html", with_parts(&html, address, &opening, &later).as_bytes())
}

/// Both parts of a program; `None` where nothing would move. The error is a sentence about the program.
fn parts(bytes: &[u8]) -> Result<Option<Parts>, String> {
    check("the program", bytes)?;
    let program = Program::read(bytes)?;
    let moved = reach::moved(&program)?;
    if moved.is_empty() {
        return Ok(None);
    }
    let plan = later::Plan::new(&program, &moved);
    let parts = Parts { opening: opening::write(&program, &moved, &plan)?, later: plan.write(&program)? };
    check("the opening part", &parts.opening)?;
    check("the later part", &parts.later)?;
    Ok(Some(parts))
}

fn check(name: &str, bytes: &[u8]) -> Result<(), String> {
    wasmparser::validate(bytes).map(drop).map_err(|error| format!("{name} is not valid: {error}"))
}

/// The address of the compiled program, as boot.js finds it.
fn program_address(html: &str) -> Option<&str> {
    let link = page::tags(html).find(|tag| page::attribute(tag, "id") == Some("wasm"))?;
    page::attribute(link, "href")
}

/// An address like `./gyakusan-5d0e64ff94454d25_bg.wasm` with another hash.
fn with_hash(address: &str, hash: u64) -> String {
    let old = address.split(['-', '_']).find(|part| page::is_hash(part)).unwrap_or_default();
    // An address without a hash is left as it is, and the check of the page says so.
    if old.is_empty() { address.to_owned() } else { address.replace(old, &format!("{hash:016x}")) }
}

/// The document with the opening part in the program's place and the later part named before it.
fn with_parts(html: &str, whole: &str, opening: &str, later: &str) -> String {
    let link = page::tags(html).find(|tag| page::attribute(tag, "id") == Some("wasm")).unwrap_or_default();
    let meta = format!("<meta id=\"later\" name=\"later\" content=\"{later}\">");
    html.replacen(&format!("<{link}>"), &format!("{meta}<{}>", link.replace(whole, opening)), 1)
}
