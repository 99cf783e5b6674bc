//! `cargo xtask sizes`: what the built page weighs, and the gate it must pass.

use crate::{build, error::Error};
use std::{
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What opening the page may transfer: all scripts, Wasm, styles and documents together, in bytes after brotli.
const GATE: usize = 200_000;

/// What the same may weigh with the later part of the program, so that what is not there at once stays small too.
const GATE_WITH_LATER: usize = 280_000;

/// The endings that count towards the gate.
const COUNTED: [&str; 5] = ["js", "mjs", "wasm", "css", "html"];

/// Weighs everything in dist/, prints it, and fails above the gates.
pub(crate) fn sizes() -> Result<(), Error> {
    let dist = build::dist();
    if !dist.join("index.html").is_file() {
        return Err(Error::Missing {
            what: "there is no built page to weigh in dist/".to_owned(),
            way_out: "run `cargo xtask build` first".to_owned(),
        });
    }
    let mut sizes = files(&dist)?.iter().map(|path| Size::of(&dist, path)).collect::<Result<Vec<_>, _>>()?;
    sizes.sort_by_key(|size| std::cmp::Reverse(size.brotli));
    print_table(&sizes);
    let [opening, later] = counted_weights(&sizes);
    println!(
        "opening the page transfers {opening} bytes of at most {GATE} (js, wasm, css and html after brotli)"
    );
    if later > 0 {
        let both = opening + later;
        println!("fetched when first asked for: {later} bytes, together {both} of at most {GATE_WITH_LATER}");
    }
    gate(opening, later)
}

/// What one file weighs, in bytes.
#[derive(Debug)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(dist: &Path, path: &Path) -> Result<Self, Error> {
        let bytes = fs::read(path).map_err(Error::io("reading", path))?;
        let name = path.strip_prefix(dist).unwrap_or(path).display().to_string();
        let gzip = gzipped(&bytes).map_err(Error::io("compressing", path))?;
        let brotli = brotlied(&bytes).map_err(Error::io("compressing", path))?;
        Ok(Self { name, raw: bytes.len(), gzip, brotli })
    }
}

/// Fails where opening the page, or the page with its later part, weighs too much.
fn gate(opening: usize, later: usize) -> Result<(), Error> {
    let too_much = |what: &str, weight: usize, limit: usize| {
        (weight > limit).then(|| {
            let excess = weight - limit;
            format!(
                "{what} weighs {weight} bytes after brotli, {excess} more than the {limit} it may weigh (make the \
                 heaviest of the files above smaller)"
            )
        })
    };
    let findings: Vec<_> = [
        too_much("what opening the page transfers", opening, GATE),
        too_much("the page with its later part", opening + later, GATE_WITH_LATER),
    ]
    .into_iter()
    .flatten()
    .collect();
    if findings.is_empty() { Ok(()) } else { Err(Error::Page { findings }) }
}

/// What opening the page transfers, and what the later part weighs.
fn counted_weights(sizes: &[Size]) -> [usize; 2] {
    let is_counted = |size: &&Size| {
        let ending = Path::new(&size.name).extension().unwrap_or_default();
        COUNTED.iter().any(|counted| ending.eq_ignore_ascii_case(counted))
    };
    let mut weights = [0, 0];
    for size in sizes.iter().filter(is_counted) {
        weights[usize::from(is_later(&size.name))] += size.brotli;
    }
    weights
}

/// Whether a file is of the later part, program or style sheet, which opening the page does not transfer.
fn is_later(name: &str) -> bool {
    let ending = Path::new(name).extension().and_then(|ending| ending.to_str());
    name.starts_with("later-") && matches!(ending, Some("wasm" | "css"))
}

/// Every file below a directory.
fn files(directory: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for entry in fs::read_dir(directory).map_err(Error::io("reading", directory))? {
        let path = entry.map_err(Error::io("reading", directory))?.path();
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    Ok(found)
}

fn gzipped(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotlied(mut bytes: &[u8]) -> io::Result<usize> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &best)?;
    Ok(compressed.len())
}

fn print_table(sizes: &[Size]) {
    println!("{:>10} {:>10} {:>10}  file", "raw", "gzip", "brotli");
    for Size { name, raw, gzip, brotli } in sizes {
        println!("{raw:>10} {gzip:>10} {brotli:>10}  {name}");
    }
    let sum = |part: fn(&Size) -> usize| sizes.iter().map(part).sum::<usize>();
    println!(
        "{:>10} {:>10} {:>10}  all",
        sum(|size| size.raw),
        sum(|size| size.gzip),
        sum(|size| size.brotli)
    );
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.to_owned(), raw: 0, gzip: 0, brotli }
    }

    #[test]
    fn pictures_do_not_count_and_embedded_pages_do() {
        let sizes = [size("a.wasm", 1), size("embed/b.js", 20), size("c.html", 300), size("d.png", 4_000)];
        assert_eq!(counted_weights(&sizes), [321, 0]);
    }

    #[test]
    fn the_later_part_is_counted_apart() {
        let sizes = [size("a_bg.wasm", 1), size("later-0123456789abcdef.wasm", 20), size("later-x.js", 300)];
        assert_eq!(counted_weights(&sizes), [301, 20]);
    }

    #[test]
    fn a_gate_is_the_last_weight_that_passes() {
        assert!(gate(GATE, GATE_WITH_LATER - GATE).is_ok());
        let error = gate(GATE + 7, 0).expect_err("one byte more is too much").to_string();
        assert!(error.contains("200007 bytes") && error.contains(", 7 more"), "{error}");
        let error = gate(GATE, GATE_WITH_LATER - GATE + 3).expect_err("too much together").to_string();
        assert!(error.contains("280003 bytes") && error.contains("with its later part"), "{error}");
    }

    #[test]
    fn compression_is_measured_with_the_real_formats() {
        let text = "the same words again and again ".repeat(100);
        let gzip = gzipped(text.as_bytes()).expect("memory takes every write");
        let brotli = brotlied(text.as_bytes()).expect("memory takes every write");
        assert!(brotli < gzip && gzip < text.len() / 20, "{brotli} {gzip}");
    }
}
