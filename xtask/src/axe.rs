//! axe-core, whose rules of accessibility the stories ask.

use crate::{cache::Cache, error::Error, npm::Package};
use std::path::PathBuf;

/// The variable that names its source to the stories.
pub(crate) const VARIABLE: &str = "AXE_CORE";
/// The stories that ask it.
pub(crate) const MODULE: &str = "accessible::";

const VERSION: &str = "4.14.1";
/// What npm holds the package to before it is unpacked.
const INTEGRITY: &str =
    "sha512-FHfa+lmNjQZfJz1q8wKqIDwC6DExcHt/pkjNQb09a3NPjCKg2rhu5qb2S4r76ASyFNNtuFooJpZe37OgudVGtQ==";
const SOURCE: &str = "node_modules/axe-core/axe.min.js";

/// Finds its source, or fetches it once.
pub(crate) fn ready(cache: &Cache) -> Result<PathBuf, Error> {
    if let Some(path) = std::env::var_os(VARIABLE).filter(|path| !path.is_empty()) {
        return Ok(path.into());
    }
    let package = Package {
        name: "axe-core",
        version: VERSION,
        use_of: "the stories ask its rules",
        way_out: "install Node.js, or set AXE_CORE to the path of its axe.min.js",
        manifest: &manifest(),
        lock: &lock(),
        proof: SOURCE,
    };
    Ok(package.ready(cache)?.join(SOURCE))
}

fn manifest() -> String {
    format!("{{\"name\":\"tools\",\"private\":true,\"dependencies\":{{\"axe-core\":\"{VERSION}\"}}}}\n")
}

fn lock() -> String {
    format!(
        "{{\"name\":\"tools\",\"lockfileVersion\":3,\"requires\":true,\"packages\":{{\"\":{{\"name\":\"tools\",\
         \"dependencies\":{{\"axe-core\":\"{VERSION}\"}}}},\"node_modules/axe-core\":{{\"version\":\"{VERSION}\",\
         \"integrity\":\"{INTEGRITY}\",\
         \"license\":\"MPL-2.0\"}}}}}}\n"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_one_version_and_its_checksum() {
        assert!(lock().contains(INTEGRITY) && lock().matches(VERSION).count() == 2, "{}", lock());
        assert!(manifest().contains(VERSION));
    }
}
