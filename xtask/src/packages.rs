//! Where the packages of the page's program stand on this machine.

use crate::{error::Error, process, system::WASM};
use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

/// Folders of packages by their names, which are those of the packages with the version.
pub(crate) fn folders() -> BTreeMap<String, PathBuf> {
    let mut cargo = process::cargo();
    cargo.args(["metadata", "--format-version=1", "--offline", "--locked", "--filter-platform", WASM]);
    folders_in(&process::output(&mut cargo).unwrap_or_default())
}

/// Flags of the compiler with which the program names the files of libraries by package and version, and not by where they
/// stand here: it is the same program on every machine, and a little smaller.
///
/// cargo takes them apart at white space; a folder with such a name keeps it.
pub(crate) fn flags_without_places() -> OsString {
    flags(&places(folders().values(), process::root())).into()
}

/// Sees that no Wasm of a built page says where on this machine it was compiled.
pub(crate) fn check(dist: &Path) -> Result<(), Error> {
    let places = places(folders().values(), process::root());
    let mut findings = Vec::new();
    for entry in fs::read_dir(dist).map_err(Error::io("reading", dist))? {
        let path = entry.map_err(Error::io("reading", dist))?.path();
        if path.extension().is_some_and(|ending| ending == "wasm") {
            let program = fs::read(&path).map_err(Error::io("reading", &path))?;
            let named = places.iter().filter(|place| names(&program, place));
            findings.extend(named.map(|place| format!("{} names {place}", path.display())));
        }
    }
    if findings.is_empty() { Ok(()) } else { Err(Error::Page { findings }) }
}

/// The folders around those of libraries; those of the project's own packages are told from its root anyway.
fn places<'a>(folders: impl Iterator<Item = &'a PathBuf>, root: &Path) -> BTreeSet<String> {
    let foreign = folders.filter(|folder| !folder.starts_with(root));
    let around = foreign.filter_map(|folder| folder.parent()?.to_str());
    around.filter(|place| !place.contains(char::is_whitespace)).map(str::to_owned).collect()
}

fn flags(places: &BTreeSet<String>) -> String {
    let flag = |place: &String| ["--remap-path-prefix=", place, "="].concat();
    places.iter().map(flag).collect::<Vec<_>>().join(" ")
}

fn names(program: &[u8], place: &str) -> bool {
    program.windows(place.len()).any(|window| window == place.as_bytes())
}

fn folders_in(metadata: &str) -> BTreeMap<String, PathBuf> {
    let manifests = metadata.split("\"manifest_path\":\"").skip(1).filter_map(|rest| rest.split_once('"'));
    let folders = manifests
        .filter_map(|(path, _)| Some(PathBuf::from(path.replace("\\\\", "\\")).parent()?.to_owned()));
    folders.filter_map(|folder| Some((folder.file_name()?.to_string_lossy().into_owned(), folder))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_are_those_of_manifests() {
        let metadata = r#"{"packages":[{"manifest_path":"C:\\src\\libm-0.2.16\\Cargo.toml"},{"manifest_path":"/src/either-1.19.0/Cargo.toml"}]}"#;
        assert!(folders_in(metadata).contains_key("either-1.19.0"));
    }

    #[test]
    fn libraries_stand_nowhere_and_the_projects_own_packages_where_they_do() {
        let folders =
            ["/own", "/own/engine", "/host/a-1.0.0", "/host/b-2.0.0", "/a home/c-3.0.0"].map(PathBuf::from);
        let places = places(folders.iter(), Path::new("/own"));
        assert_eq!(flags(&places), "--remap-path-prefix=/host=");
        assert!(names(b"at /host/a", "/host") && !names(b"at a-1.0.0", "/host"));
    }
}
