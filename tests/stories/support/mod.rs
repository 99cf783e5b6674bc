//! What stories stand on: the built page on a host, and a browser that reads it.

pub(crate) mod browser;
mod command;
pub(crate) mod driver;
mod home;
mod policy;
pub(crate) mod report;
mod screen;
mod sheets;
pub(crate) mod site;
