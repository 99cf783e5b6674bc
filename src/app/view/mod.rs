//! The screens: one a file, each showing one panel of the session.

mod channels;
mod histogram;
mod odds;
mod plan;
mod run;
pub(super) mod shell;
mod strip;
mod tree;
