//! The page without a network: its service worker, told every file of the page, and its manifest.

use crate::{error::Error, pack::fnv_1a, process};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Where the sources of both are.
const SOURCE: &str = "offline";
/// The service worker, whose place in the file system says how much of a host it serves.
const WORKER: &str = "service-worker.js";
/// Files beside it that are only copied.
const COPIED: [&str; 3] = ["manifest.webmanifest", "icon-192.png", "icon-512.png"];
/// Endings of files that a reader without a network never misses: examples, licences and descriptions for developers.
const LEFT_OUT: [&str; 4] = ["ts", "json", "md", "txt"];
/// The script that other pages load, which the page itself never does.
const FOR_OTHERS: &str = "embed.js";

/// Writes the service worker and what belongs to it into a built page; the page has to be complete.
pub(crate) fn offline(dist: &Path) -> Result<(), Error> {
    let source = process::root().join(SOURCE);
    for name in COPIED {
        fs::copy(source.join(name), dist.join(name)).map_err(Error::io("copying", source.join(name)))?;
    }
    let path = source.join(WORKER);
    let worker = fs::read_to_string(&path).map_err(Error::io("reading", &path))?;
    let files = files(dist)?;
    let (mut all, mut lengths) = (Vec::new(), Vec::new());
    for file in &files {
        let path = dist.join(file);
        let content = fs::read(&path).map_err(Error::io("reading", &path))?;
        lengths.push(content.len());
        all.extend(content);
    }
    let path = dist.join(WORKER);
    fs::write(&path, filled(&worker, &files, &lengths, fnv_1a(&all))).map_err(Error::io("writing", &path))
}

/// The files that are kept, by name.
fn files(dist: &Path) -> Result<Vec<String>, Error> {
    let mut names = Vec::new();
    for entry in fs::read_dir(dist).map_err(Error::io("reading", dist))? {
        let path: PathBuf = entry.map_err(Error::io("reading", dist))?.path();
        let is_left_out = path.extension().is_some_and(|ending| LEFT_OUT.iter().any(|left| ending == *left));
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_file()
            && !is_left_out
            && name != WORKER
            && name != FOR_OTHERS
            && !name.starts_with(['_', '.'])
        {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// The worker with the names and lengths of files, the page itself by the address under which it is visited, and the edition.
fn filled(worker: &str, files: &[String], lengths: &[usize], edition: u64) -> String {
    let address = |(name, length): (&String, &usize)| {
        format!("[\"./{}\",{length}]", if name == "index.html" { "" } else { name })
    };
    let files: Vec<_> = files.iter().zip(lengths).map(address).collect();
    worker.replace("\"{files}\"", &files.join(",")).replace("{edition}", &format!("{edition:016x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_page_is_kept_and_names_the_edition() {
        let scratch = crate::scratch::Scratch::new("offline");
        for name in ["index.html", "a-0_bg.wasm", "style-1.css", "gyakusan.schema.json", "_headers"] {
            scratch.file(name, name);
        }
        offline(scratch.root()).expect("a service worker");
        let first = fs::read_to_string(scratch.path(WORKER)).expect("the worker");
        assert!(first.contains(r#"const FILES = [["./a-0_bg.wasm",11],["./icon-192.png","#), "{first}");
        assert!(first.contains(r#",["./",10],["./manifest.webmanifest","#), "{first}");
        assert!(first.contains(r#",["./style-1.css",11]];"#), "{first}");
        assert!(scratch.path("manifest.webmanifest").is_file());
        offline(scratch.root()).expect("the same again");
        assert_eq!(fs::read_to_string(scratch.path(WORKER)).expect("the worker"), first);
        scratch.file("style-1.css", "another");
        offline(scratch.root()).expect("a service worker");
        assert_ne!(fs::read_to_string(scratch.path(WORKER)).expect("the worker"), first, "another edition");
    }
}
