//! `cargo xtask sizes`: what the built page weighs, and the gate it must pass.

use crate::{build, error::Error, promises};
use std::{
    collections::BTreeMap,
    fs,
    io::{self, Write},
    path::{Path, PathBuf},
};

/// What opening the page, or a calculator inside another page, may transfer: all scripts, Wasm, styles and documents together, in bytes after brotli.
const GATE: usize = 200_000;

/// What the same may weigh with the later part of the program, so that what is not there at once stays small too.
const GATE_WITH_LATER: usize = 345_000;

/// What any other part may weigh.
const GATE_OF_PART: usize = 60_000;

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
    let weights = Weights::of(&sizes);
    let Weights { shared, later, .. } = weights;
    println!(
        "opening the page transfers {} bytes of at most {GATE} (js, wasm, css and html after brotli)",
        weights.of_page()
    );
    println!(
        "its later part weighs {} bytes, together {} of at most {GATE_WITH_LATER}",
        shared + later,
        weights.with_later()
    );
    println!("a calculator inside another page transfers {} bytes of at most {GATE}", weights.embed());
    for (name, weight) in &weights.others {
        println!("the part {name} weighs {weight} bytes of at most {GATE_OF_PART}");
    }
    weights.note()?;
    weights.gate()
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
        let brotli = brotlied(&bytes).map_err(Error::io("compressing", path))?.len();
        Ok(Self { name, raw: bytes.len(), gzip, brotli })
    }
}

/// What is transferred together, in bytes after brotli.
#[derive(Debug, Default, PartialEq, Eq)]
struct Weights {
    /// What every page that shows a plan opens with.
    opening: usize,
    /// What the page adds to it at once.
    page: usize,
    /// What its later part shares with parts that do without it.
    shared: usize,
    /// Its later part.
    later: usize,
    /// Each part that is fetched for one thing, by its name.
    others: BTreeMap<String, usize>,
}

impl Weights {
    fn of(sizes: &[Size]) -> Self {
        let is_counted = |size: &&Size| {
            let ending = Path::new(&size.name).extension().unwrap_or_default();
            COUNTED.iter().any(|counted| ending.eq_ignore_ascii_case(counted))
        };
        let mut weights = Self::default();
        for size in sizes.iter().filter(is_counted) {
            *match part_of(&size.name) {
                None => &mut weights.opening,
                Some("page") => &mut weights.page,
                Some("shared") => &mut weights.shared,
                Some("later") => &mut weights.later,
                Some(name) => weights.others.entry(name.to_owned()).or_default(),
            } += size.brotli;
        }
        weights
    }

    /// Notes what was promised of weights.
    fn note(&self) -> Result<(), Error> {
        for (promise, weight) in [("opening", self.of_page()), ("embedding", self.embed())] {
            promises::note(promise, weight <= GATE, &[weight, GATE].map(|bytes| bytes.to_string()))?;
        }
        Ok(())
    }

    /// Opening the page.
    fn of_page(&self) -> usize {
        self.opening + self.page
    }

    fn with_later(&self) -> usize {
        self.of_page() + self.shared + self.later
    }

    /// The calculator inside another page: its own part with what that shares, in place of the page's.
    fn embed(&self) -> usize {
        self.opening + self.shared + self.others.get("embed").copied().unwrap_or_default()
    }

    /// Fails where something weighs too much.
    fn gate(&self) -> Result<(), Error> {
        let fixed = [
            ("what opening the page transfers".to_owned(), self.of_page(), GATE),
            ("the page with its later part".to_owned(), self.with_later(), GATE_WITH_LATER),
            ("a calculator inside another page".to_owned(), self.embed(), GATE),
        ];
        let others =
            self.others.iter().map(|(name, weight)| (format!("the part {name}"), *weight, GATE_OF_PART));
        let too_much = |(what, weight, limit): (String, usize, usize)| {
            (weight > limit).then(|| {
                let excess = weight - limit;
                format!(
                    "{what} weighs {weight} bytes after brotli, {excess} more than the {limit} it may weigh (make the \
                     heaviest of the files above smaller)"
                )
            })
        };
        let findings: Vec<_> = fixed.into_iter().chain(others).filter_map(too_much).collect();
        if findings.is_empty() { Ok(()) } else { Err(Error::Page { findings }) }
    }
}

/// The part that a file belongs to, program or style sheet, where opening the page does not transfer it; what other pages
/// load, and example articles, are a part of their own.
fn part_of(file: &str) -> Option<&str> {
    if file == "embed.js" || file.starts_with("examples") {
        return Some("for other pages");
    }
    // A calculator inside another page has none.
    if file == "service-worker.js" {
        return Some("page");
    }
    let ending = Path::new(file).extension().and_then(|ending| ending.to_str())?;
    let (name, rest) = file.split_once('-')?;
    let is_part = match ending {
        "wasm" => !rest.ends_with("_bg.wasm"),
        "css" => name != "style",
        _ => false,
    };
    is_part.then_some(name)
}

/// Every file below a directory.
pub(crate) fn files(directory: &Path) -> Result<Vec<PathBuf>, Error> {
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

/// A file as a host sends it.
pub(crate) fn brotlied(mut bytes: &[u8]) -> io::Result<Vec<u8>> {
    let best = brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut bytes, &mut compressed, &best)?;
    Ok(compressed)
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
        let sizes = [size("a.wasm", 1), size("sub/b.js", 20), size("c.html", 300), size("d.png", 4_000)];
        assert_eq!(Weights::of(&sizes), Weights { opening: 321, ..Weights::default() });
    }

    #[test]
    fn what_other_pages_load_is_counted_apart() {
        let sizes = [size("a.js", 1), size("embed.js", 20), size("examples/a.html", 300)];
        let others = [("for other pages".to_owned(), 320)].into();
        assert_eq!(Weights::of(&sizes), Weights { opening: 1, others, ..Weights::default() });
    }

    #[test]
    fn each_part_is_counted_apart() {
        let names = [
            "a-0_bg.wasm",
            "later-01.wasm",
            "later-x.js",
            "later-2.css",
            "style-3.css",
            "track-4.wasm",
            "shared-5.wasm",
            "page-6.wasm",
            "service-worker.js",
        ];
        let sizes: Vec<_> = names.into_iter().zip([1, 20, 300, 4_000, 50_000, 600_000, 7, 8, 90]).collect();
        let weights =
            Weights::of(&sizes.into_iter().map(|(name, weight)| size(name, weight)).collect::<Vec<_>>());
        let others = [("track".to_owned(), 600_000)].into();
        assert_eq!(weights, Weights { opening: 50_301, page: 98, shared: 7, later: 4_020, others });
        assert_eq!((weights.of_page(), weights.with_later(), weights.embed()), (50_399, 54_426, 50_308));
    }

    #[test]
    fn a_gate_is_the_last_weight_that_passes() {
        let weights = |opening, later, other| Weights {
            opening,
            page: 0,
            shared: 0,
            later,
            others: [("track".to_owned(), other)].into(),
        };
        assert!(weights(GATE, GATE_WITH_LATER - GATE, GATE_OF_PART).gate().is_ok());
        let error = weights(GATE + 7, 0, 0).gate().expect_err("one byte more is too much").to_string();
        assert!(error.contains("200007 bytes") && error.contains(", 7 more"), "{error}");
        let error =
            weights(GATE, GATE_WITH_LATER - GATE + 3, 0).gate().expect_err("too much together").to_string();
        assert!(error.contains("345003 bytes") && error.contains("with its later part"), "{error}");
        let embed = Weights { shared: GATE, others: [("embed".to_owned(), 1)].into(), ..Weights::default() };
        assert!(embed.gate().expect_err("too much").to_string().contains("a calculator inside another page"));
        let error = weights(0, 0, GATE_OF_PART + 1).gate().expect_err("too much").to_string();
        assert!(error.contains("the part track"), "{error}");
    }

    #[test]
    fn compression_is_measured_with_the_real_formats() {
        let text = "the same words again and again ".repeat(100);
        let gzip = gzipped(text.as_bytes()).expect("memory takes every write");
        let brotli = brotlied(text.as_bytes()).expect("memory takes every write").len();
        assert!(brotli < gzip && gzip < text.len() / 20, "{brotli} {gzip}");
    }
}
