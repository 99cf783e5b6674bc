//! The frame of the plan, each part folded until it is wanted.

use super::part::{FieldLook, button, choice_box, choice_list, field_box, field_error};
use super::{Element, Intent, stages};
use crate::markup::{Text, classed, el};
use crate::session::panel::{EntryPanel, SettingPanel};
use crate::session::{Edit, Press, Session, Template};
use crate::text::SettingWords;

/// The frame of the plan.
pub(super) fn view(session: &Session) -> Element {
    let words = &session.language.words().settings;
    classed("section", "settings")
        .at("aria-labelledby", "settings-name")
        .with(classed("h2", "settings-name").at("id", "settings-name").with(words.title))
        .with(stages::view(&session.stages(), &session.language.words().stages))
        .all(session.settings().iter().enumerate().map(|(place, panel)| setting(place, panel)))
        .with(templates(words))
}

/// A part under its name; the line beside the name says how it stands.
pub(super) fn fold(name: &'static str, summary: impl Into<Text>, lead: &'static str) -> Element {
    let name = classed("b", "setting-name").with(name);
    let summary = classed("span", "setting-summary").with(summary.into());
    classed("details", "setting")
        .with(el("summary").with(name).with(summary))
        .with(classed("p", "setting-lead").with(lead))
}

fn setting(place: usize, panel: &SettingPanel) -> Element {
    let entries = panel.entries.iter().enumerate();
    let entries = entries.map(|(part, panel)| entry(panel, &format!("setting-{place}-{part}")));
    fold(panel.name, panel.summary.clone(), panel.lead)
        .with(classed("div", "setting-form").all(entries))
        .with(classed("p", "setting-result").at("role", "status").with(panel.result.clone()))
}

/// A field or a list under its label.
fn entry(panel: &EntryPanel, id: &str) -> Element {
    let (label, input, error) = match panel {
        EntryPanel::Field(panel) => {
            (&panel.label, field_box(panel, FieldLook::Cell, id), field_error(panel, id))
        }
        EntryPanel::Choice(panel) if panel.options.is_empty() => return choice_box(panel),
        EntryPanel::Choice(panel) => (&panel.label, choice_list(panel).at("id", id.to_owned()), None),
    };
    under_label(label, id, input).with(error)
}

/// An input under its visible label.
pub(super) fn under_label(label: &str, id: &str, input: Element) -> Element {
    let label = classed("label", "setting-label").at("for", id.to_owned()).with(label.to_owned());
    classed("div", "setting-line").with(label).with(input)
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
