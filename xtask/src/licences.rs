//! The licences of the libraries in the page, as a text beside it.

use crate::{error::Error, packages, process, system::WASM};
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// The name of the text.
const FILE: &str = "THIRD-PARTY.txt";

/// What the names of files with a licence begin with, in capitals.
const NAMES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "NOTICE", "UNLICENSE"];

/// A library in the page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Library {
    /// Name and version.
    name: String,
    /// The licences as its authors state them.
    licence: String,
}

/// Writes the libraries of the page, each with its licence, and the texts of the licences into a built page.
pub(crate) fn licences(dist: &Path) -> Result<(), Error> {
    let mut cargo = process::cargo();
    cargo.args(["tree", "--package", "gyakusan", "--target", WASM, "--edges", "normal,no-proc-macro"]);
    cargo.args(["--prefix", "none", "--format", "{p}|{l}", "--offline", "--locked"]);
    let tree = process::output(&mut cargo).unwrap_or_default();
    let libraries = libraries(&tree);
    let folders = packages::folders();
    let mut texts: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for library in &libraries {
        let folder = folders.get(&library.name.replace(' ', "-"));
        for text in folder.map(|folder| texts_in(folder)).transpose()?.unwrap_or_default() {
            texts.entry(text).or_default().push(library.name.clone());
        }
    }
    if libraries.is_empty() || texts.is_empty() {
        return Err(Error::Page {
            findings: vec!["cargo does not say which libraries are in the page".to_owned()],
        });
    }
    let path = dist.join(FILE);
    fs::write(&path, written(&libraries, &texts)).map_err(Error::io("writing", path))
}

/// The libraries in cargo's tree; packages of the project itself stand with their folder.
fn libraries(tree: &str) -> BTreeSet<Library> {
    let foreign = tree.lines().filter(|line| !line.contains(" ("));
    let read = |line: &str| {
        let (name, licence) = line.split_once('|')?;
        Some(Library { name: name.replace(" v", " "), licence: licence.to_owned() })
    };
    foreign.filter_map(read).collect()
}

/// The licences in a folder.
fn texts_in(folder: &Path) -> Result<Vec<String>, Error> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(folder).map_err(Error::io("reading", folder))? {
        let path = entry.map_err(Error::io("reading", folder))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_uppercase();
        if path.is_file() && NAMES.iter().any(|start| name.starts_with(start)) {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: &PathBuf| fs::read_to_string(path).map_err(Error::io("reading", path));
    // The same text with other ends of lines is the same text.
    let tidy =
        |text: String| text.lines().map(str::trim_end).collect::<Vec<_>>().join("\n").trim().to_owned();
    paths.iter().map(|path| read(path).map(tidy)).collect()
}

fn written(libraries: &BTreeSet<Library>, texts: &BTreeMap<String, Vec<String>>) -> String {
    let mut all = "Gyakusan (逆算) is made with these libraries, and with the standard library of Rust (MIT OR Apache-2.0).\n\
                   The texts of their licences follow.\n\n"
        .to_owned();
    for Library { name, licence } in libraries {
        all = all + name + ": " + licence + "\n";
    }
    let line = "-".repeat(78);
    for (text, names) in texts {
        all = all + "\n" + &line + "\n" + &names.join(", ") + "\n\n" + text + "\n";
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn libraries_are_others_packages_each_once() {
        let tree = "gyakusan v0.1.0 (/src/gyakusan)|MIT\nlibm v0.2.16|MIT\nserde v1.0.2|MIT OR Apache-2.0\nlibm v0.2.16|MIT\n";
        let found: Vec<_> =
            libraries(tree).into_iter().map(|each| each.name + ": " + &each.licence).collect();
        assert_eq!(found, ["libm 0.2.16: MIT", "serde 1.0.2: MIT OR Apache-2.0"]);
    }

    #[test]
    fn one_text_of_two_libraries_is_written_once() {
        let scratch = crate::scratch::Scratch::new("licences");
        scratch.file("a-1.0.0/LICENSE-MIT", "Free. \r\nAs is.\r\n");
        scratch.file("b-2.0.0/license", "Free.\nAs is.");
        scratch.file("b-2.0.0/readme", "Nothing of a licence.");
        let texts = ["a-1.0.0", "b-2.0.0"].map(|name| texts_in(&scratch.path(name)).expect("a folder"));
        assert_eq!(texts[0], texts[1]);
        let libraries = libraries("a v1.0.0|MIT\nb v2.0.0|MIT\n");
        let by_text = [(texts[0][0].clone(), vec!["a 1.0.0".to_owned(), "b 2.0.0".to_owned()])].into();
        let text = written(&libraries, &by_text);
        assert!(text.contains("a 1.0.0: MIT\nb 2.0.0: MIT\n"), "{text}");
        assert_eq!(text.matches("As is.").count(), 1);
        assert!(text.contains("a 1.0.0, b 2.0.0\n"), "{text}");
    }
}
