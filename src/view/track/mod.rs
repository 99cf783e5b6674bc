//! 実績: what happened so far beside the plan, what it teaches, and where the period will land.

mod empty;

use super::Element;
use crate::session::Session;

/// The content of the view.
pub fn view(session: &Session) -> Vec<Element> {
    empty::view(session)
}
