//! What stories stand on: the built page on a host, and a browser that reads it.

pub(crate) mod browser;
mod devtools;
pub(crate) mod driver;
mod policy;
pub(crate) mod report;
pub(crate) mod site;
