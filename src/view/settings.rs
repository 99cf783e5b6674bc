//! The frame of the plan, each part folded until it is wanted.

use super::part::{button, choice_box, form_choice, form_item};
use super::{Element, Intent, stages};
use crate::markup::{Text, classed, el};
use crate::session::panel::{Entry, SettingPanel};
use crate::session::{Edit, Press, Session, Template};
use crate::text::SettingWords;

/// The frame of the plan.
pub(super) fn view(session: &Session) -> Element {
    let words = session.language.words().settings();
    classed("section", "settings")
        .at("aria-labelledby", "settings-name")
        .with(classed("h2", "settings-name").at("id", "settings-name").with(words.title))
        .with(stages::view(session))
        .all(session.settings().into_iter().enumerate().map(|(place, panel)| setting(session, place, panel)))
        .with(templates(words))
}

/// A part under its name; the line beside the name says how it stands.
pub(super) fn fold(name: &'static str, summary: impl Into<Text>, lead: &'static str) -> Element {
    let name = classed("b", "setting-name").with(name);
    let summary = classed("span", "block-note").with(summary.into());
    classed("details", "setting fold")
        .with(el("summary").with(name).with(summary))
        .with(classed("p", "setting-lead").with(lead))
}

fn setting(session: &Session, place: usize, panel: SettingPanel) -> Element {
    let entries = panel.entries.into_iter().enumerate();
    let entries = entries.map(|(part, entry)| match entry {
        Entry::Field(field) => form_item(session, field, &format!("setting-{place}-{part}")),
        Entry::List(choice) => form_choice(session, choice),
        Entry::Box(choice) => choice_box(&session.choice(choice)),
    });
    fold(panel.name, panel.summary, panel.lead)
        .with(classed("div", "setting-form").all(entries))
        .with(classed("p", "setting-result").at("role", "status").with(panel.result))
}

fn templates(words: &'static SettingWords) -> Element {
    let templates = Template::ALL.into_iter().zip(words.template).map(|(template, [name, content])| {
        button("template")
            .on(Intent::Press(Press::Edit(Edit::Template(template))))
            .with(el("b").with(name))
            .with(classed("span", "template-content").with(content))
    });
    fold(words.templates, words.templates_note, words.templates_lead)
        .with(classed("div", "templates").all(templates))
}
