//! `cargo xtask build`: the deployable page in dist/, checked for what it promises.

use crate::{
    embed::embed,
    error::Error,
    licences::licences,
    names::shorten,
    offline::offline,
    pack::pack,
    packages, page, process,
    split::split,
    stopwatch::Stopwatch,
    toolbox::{Profile, Toolbox},
};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The schema of plan files, published beside the page; a test holds it to the types.
const SCHEMA: &str = "gyakusan.schema.json";

/// Where the built page is.
pub(crate) fn dist() -> PathBuf {
    process::root().join("dist")
}

/// What the linker left of the page's program.
fn linked() -> Result<PathBuf, Error> {
    let mut cargo = process::cargo();
    let metadata = process::output(cargo.args(["metadata", "--format-version=1", "--no-deps", "--offline"]));
    let target = metadata.as_ref().and_then(|metadata| text_of(metadata, "target_directory"));
    let Some(target) = target else {
        return Err(Error::Program { finding: "cargo does not say where it builds".to_owned() });
    };
    Ok(Path::new(&target).join("wasm32-unknown-unknown/release/gyakusan.wasm"))
}

/// Builds the page for shipping and checks it.
pub(crate) fn build() -> Result<(), Error> {
    let tools = Toolbox::for_page(Profile::Release)?;
    let stopwatch = Stopwatch::start();
    process::run(tools.trunk("build", Profile::Release).arg("--dist").arg(dist()))?;
    pack(&dist())?;
    shorten(&dist())?;
    split(&dist(), &linked()?)?;
    embed(&dist())?;
    licences(&dist())?;
    offline(&dist())?;
    page::check(&dist())?;
    packages::check(&dist())?;
    let schema = process::root().join(SCHEMA);
    fs::copy(&schema, dist().join(SCHEMA)).map_err(Error::io("copying", schema))?;
    println!("dist/ is ready to be served from any directory (took {stopwatch})");
    Ok(())
}

/// The text that stands for a name in a document of JSON in which the name stands once.
fn text_of(json: &str, name: &str) -> Option<String> {
    let (_, value) = json.split_once(&format!("\"{name}\":\""))?;
    Some(value.split_once('"')?.0.replace("\\\\", "\\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_by_its_name() {
        let json = r#"{"packages":[],"target_directory":"C:\\work\\target","version":1}"#;
        assert_eq!(text_of(json, "target_directory").as_deref(), Some(r"C:\work\target"));
        assert_eq!(text_of(json, "workspace_root"), None);
    }

    #[test]
    fn the_program_is_where_cargo_builds() {
        let linked = linked().expect("cargo is at hand");
        assert!(linked.ends_with("wasm32-unknown-unknown/release/gyakusan.wasm"), "{}", linked.display());
    }
}
