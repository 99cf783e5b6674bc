//! Stories: people, a browser, the built page. What is read there is compared with the engine's own report.
//!
//! `shots` takes pictures instead; `cargo xtask test` leaves it out, `cargo xtask shots` runs it alone.

mod accessible;
mod agree;
mod author;
mod documents;
mod embed;
mod faults;
mod hostile;
mod import;
mod keyboard;
mod lasting;
mod later;
mod layout;
mod method;
mod planner;
mod reader;
#[path = "../../engine/tests/record/mod.rs"]
mod record;
mod scenarios;
mod shots;
mod storage;
mod support;
mod track;
