//! `cargo xtask build`: the deployable page in dist/, checked for what it promises.

use crate::{
    error::Error,
    pack::pack,
    page, process,
    split::split,
    stopwatch::Stopwatch,
    toolbox::{Profile, Toolbox},
};
use std::{fs, path::PathBuf};

/// The schema of plan files, published beside the page; a test holds it to the types.
const SCHEMA: &str = "gyakusan.schema.json";

/// Where the built page is.
pub(crate) fn dist() -> PathBuf {
    process::root().join("dist")
}

/// Builds the page for shipping and checks it.
pub(crate) fn build() -> Result<(), Error> {
    let tools = Toolbox::for_page(Profile::Release)?;
    let stopwatch = Stopwatch::start();
    process::run(tools.trunk("build", Profile::Release).arg("--dist").arg(dist()))?;
    pack(&dist())?;
    split(&dist())?;
    page::check(&dist())?;
    let schema = process::root().join(SCHEMA);
    fs::copy(&schema, dist().join(SCHEMA)).map_err(Error::io("copying", schema))?;
    println!("dist/ is ready to be served from any directory (took {stopwatch})");
    Ok(())
}
