//! The frame of the plan, each part folded until it is wanted.

use super::part::{FieldLook, button, choice_box, choice_list, field_box, field_error};
use super::stages;
use super::{Element, Intent};
use crate::markup::{classed, el};
use crate::session::panel::{ChoicePanel, FieldPanel};
use crate::session::{Edit, Press, Session, Template};
use crate::text::Words;

/// The frame of the plan.
pub(super) fn view(session: &Session) -> Element {
    let all = session.language.words();
    let words = &all.settings;
    let [stages, opening] = [session.stages().summary, session.opening().summary];
    classed("section", "settings")
        .at("aria-labelledby", "settings-name")
        .with(classed("h2", "settings-name").at("id", "settings-name").with(words.title))
        .with(fold(all.stages.title, stages).with(stages::view(&session.stages(), &all.stages)))
        .with(period(session, all))
        .with(deal(session, all))
        .with(fold(all.stages.opening, opening).with(stages::opening(&session.opening(), &all.stages)))
        .with(templates(all))
}

/// A part under its name; the line beside the name says how it stands.
fn fold(name: &'static str, summary: String) -> Element {
    let line = classed("span", "setting-summary").with(summary);
    classed("details", "setting").with(el("summary").with(classed("b", "setting-name").with(name)).with(line))
}

fn period(session: &Session, words: &'static Words) -> Element {
    let panel = session.period();
    let start = classed("span", "setting-pair").all(panel.start.iter().map(choice_list));
    let form = classed("div", "setting-form")
        .with(line(words.settings.start, start))
        .with(field(&panel.months, "months"))
        .with(field(&panel.target, "period-target"))
        .with(panel.measure.as_ref().map(choice_box));
    fold(words.settings.period, panel.summary).with(form)
}

fn deal(session: &Session, words: &'static Words) -> Element {
    let panel = session.deal();
    let form = classed("div", "setting-form")
        .with(choice(&panel.kind))
        .with(field(&panel.value, "deal-value"))
        .with(field(&panel.margin, "deal-margin"));
    fold(words.settings.deal, panel.summary)
        .with(form)
        .with(classed("p", "setting-lead").with(words.settings.kind_lead))
}

fn templates(words: &'static Words) -> Element {
    let words = &words.settings;
    let templates = Template::ALL.into_iter().zip(words.template).map(|(template, [name, content])| {
        el("li").with(
            button("template")
                .on(Intent::Press(Press::Edit(Edit::Template(template))))
                .with(el("b").with(name))
                .with(classed("span", "template-content").with(content)),
        )
    });
    fold(words.templates, words.templates_note.to_owned())
        .with(classed("p", "setting-lead").with(words.templates_lead))
        .with(classed("ul", "templates").all(templates))
}

/// A field of a form under its label.
pub(super) fn field(panel: &FieldPanel, id: &str) -> Element {
    line_of(panel.label.clone(), field_box(panel, FieldLook::Cell, id)).with(field_error(panel, id))
}

fn choice(panel: &ChoicePanel) -> Element {
    line_of(panel.label.clone(), choice_list(panel))
}

fn line(label: &'static str, input: Element) -> Element {
    line_of(label.to_owned(), input)
}

/// An input under its label, which its own name repeats for those who do not see it.
fn line_of(label: String, input: Element) -> Element {
    classed("div", "setting-line")
        .with(classed("span", "setting-label").at("aria-hidden", "true").with(label))
        .with(input)
}
