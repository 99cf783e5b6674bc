//! A choice as it is shown: what is chosen, and what could be.

use std::borrow::Cow;

use crate::session::{Choice, Session};

/// A choice as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChoicePanel {
    /// Which choice it is.
    pub choice: Choice,
    /// What it is called.
    pub label: String,
    /// What is chosen; "true" or "false" of a box to tick.
    pub value: Cow<'static, str>,
    /// What can be chosen, and what each is called; nothing for a box to tick.
    pub options: Vec<(Cow<'static, str>, Cow<'static, str>)>,
}

impl ChoicePanel {
    pub(in crate::session) fn new(session: &Session, choice: Choice) -> Self {
        Self {
            choice,
            label: choice.label(&session.plan, session.language),
            value: choice.value(&session.plan),
            options: choice.options(&session.plan, session.language),
        }
    }
}
