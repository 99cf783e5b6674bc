//! What stories stand on: the built page on a host, and a browser that reads it.

pub(crate) mod browser;
pub(crate) mod site;
