//! The import screens. They are drawn by their own part of the program on a surface of their own: what is used is known by its
//! id or name there, not by what it asks for.

mod file;
mod report;

use super::Element;
use super::part::{button, icon};
use crate::markup::{Text, classed, el};
use crate::session::import::{ChoicePanel, ImportPanel, ProgressPanel};
use crate::text::{Language, filled};

/// Samples that come with the page in a language: the names of their files.
pub fn sample_files(language: Language) -> [&'static str; 3] {
    match language {
        Language::Ja => ["sample-marketing.csv", "sample-sales.csv", "sample-months.csv"],
        Language::En => ["sample-marketing-en.csv", "sample-sales-en.csv", "sample-months-en.csv"],
    }
}

/// What leads to the screens where a plan has actuals.
pub fn replace_button(language: Language) -> Vec<Element> {
    let replace = button("link-button").at("id", "import-replace").with(icon("#icon-up"));
    vec![classed("p", "import-held").with(replace.with(language.words().importing().replace))]
}

/// The screens; `trouble` is what went wrong outside of any file, `can_close` says that there are actuals to go back to.
pub fn screens(panel: &ImportPanel, trouble: &str, can_close: bool, language: Language) -> Vec<Element> {
    let has_files = !panel.files.is_empty();
    let files = panel.files.iter().enumerate().map(|(place, panel)| file::view(place, panel, language));
    let settings: Vec<_> = panel.as_of.iter().map(list).chain(panel.skipped.iter().map(tick)).collect();
    let close = can_close && !has_files;
    vec![
        classed("p", "visually-hidden").at("role", "status").with(panel.said.clone()),
        place_of_files(has_files, language),
        classed("p", "field-error")
            .at("role", "alert")
            .flag("hidden", trouble.is_empty())
            .with(icon("#icon-warning"))
            .with(el("span").with(trouble.to_owned())),
        close_button(close, language),
        classed("div", "import-others").flag("hidden", has_files).all(if has_files {
            Vec::new()
        } else {
            vec![paste(language), samples(language)]
        }),
        classed("ul", "import-files").flag("hidden", !has_files).all(files),
        missing(panel, language),
        strangers(panel, language),
        classed("div", "import-lists import-settings").flag("hidden", settings.is_empty()).all(settings),
        progress(panel.progress.as_ref(), panel.ended, language),
        report::view(panel.report.as_ref(), has_files, language),
    ]
}

fn close_button(shows: bool, language: Language) -> Element {
    classed("p", "import-close").flag("hidden", !shows).with(named(
        "button button-small",
        "import-close",
        language.words().importing().take[3],
    ))
}

/// Where files are dropped or chosen; a line once there are some.
fn place_of_files(has_files: bool, language: Language) -> Element {
    let words = language.words().importing();
    let input = classed("input", "import-input")
        .at("type", "file")
        .at("id", "import-files")
        .flag("multiple", true)
        .at("accept", ".csv,.tsv,.tab,.txt,text/csv,text/plain,text/tab-separated-values");
    let name = if has_files { words.add_files } else { words.drop[1] };
    let chooser = classed("label", "button import-choose").with(input).with(el("span").with(name));
    let class = if has_files { "import-drop import-drop-small" } else { "import-drop" };
    classed("div", class)
        .with(classed("span", "import-arrow").with(icon("#icon-up")))
        .with(
            classed("p", "import-drop-line")
                .with(el("b").with(words.drop[0]))
                .with(chooser)
                .with(has_files.then(|| named("button", "import-clear", words.take[3]))),
        )
        .with(classed("p", "import-note").flag("hidden", has_files).with(words.needs))
        .with(classed("p", "import-note").with(words.privacy))
}

fn paste(language: Language) -> Element {
    let words = language.words().importing();
    classed("details", "fold import-paste").with(el("summary").with(words.paste[0])).with(
        classed("div", "import-paste-body")
            .with(classed("label", "import-label").at("for", "import-text").with(words.paste[1]))
            .with(
                classed("textarea", "import-text")
                    .at("id", "import-text")
                    .at("rows", "5")
                    .at("spellcheck", "false")
                    .at("autocomplete", "off"),
            )
            .with(named("button button-small", "import-paste", words.paste[2])),
    )
}

/// Samples that are read as if they had been chosen, and can be saved.
fn samples(language: Language) -> Element {
    let words = language.words().importing();
    let files = sample_files(language).into_iter().zip(words.sample_files).map(|(name, what)| {
        let address = ["samples/", name].concat();
        el("li").with(el("a").at("href", address).at("download", name).with(what))
    });
    classed("section", "import-samples")
        .with(classed("h2", "import-heading").with(words.samples[1]))
        .with(classed("p", "import-note").with(words.samples[2]))
        .with(
            classed("div", "import-sample-line")
                .with(named("button", "import-sample", words.samples[0]))
                .with(el("ul").all(files)),
        )
}

fn missing(panel: &ImportPanel, language: Language) -> Element {
    let sentences = panel.missing.iter().map(|sentence| el("li").with(sentence.clone()));
    classed("div", "import-missing")
        .flag("hidden", panel.missing.is_empty())
        .with(
            classed("p", "field-error")
                .with(icon("#icon-warning"))
                .with(el("b").with(language.words().importing().missing)),
        )
        .with(el("ul").all(sentences))
}

/// Channels that the plan does not have, each with the list of those it has.
fn strangers(panel: &ImportPanel, language: Language) -> Element {
    let words = language.words().importing();
    classed("section", "import-strangers")
        .flag("hidden", panel.strangers.is_empty())
        .with(classed("h2", "import-heading").with(words.unknown[0]))
        .with(classed("p", "import-note").with(words.unknown[1]))
        .with(classed("div", "import-lists").all(panel.strangers.iter().map(list)))
}

fn progress(panel: Option<&ProgressPanel>, ended: Option<&'static str>, language: Language) -> Element {
    let words = language.words().importing();
    let [stop, again] = words.reading_buttons;
    let frame = classed("div", "import-progress").flag("hidden", panel.is_none() && ended.is_none());
    match (panel, ended) {
        (Some(panel), _) => frame
            .with(
                classed("progress", "import-bar")
                    .at("max", "100")
                    .at("value", panel.percent.to_string())
                    .at("aria-label", panel.text.clone()),
            )
            .with(classed("p", "import-progress-text").with(panel.text.clone()))
            .with(named("button", "import-stop", stop)),
        (None, Some(ended)) => frame
            .with("")
            .with(classed("p", "import-progress-text").with(ended))
            .with(named("button", "import-again", again)),
        (None, None) => frame,
    }
}

/// A list with its name above it.
fn list(panel: &ChoicePanel) -> Element {
    let label = classed("span", "import-label").with(panel.label.clone());
    classed("label", "import-item").with(label).with(choice(panel))
}

fn choice(panel: &ChoicePanel) -> Element {
    let options =
        panel.options.iter().map(|[value, name]| el("option").at("value", value.clone()).with(name.clone()));
    classed("select", "import-list")
        .at("name", panel.name.clone())
        .at("value", panel.value.clone())
        .all(options)
}

fn tick(panel: &ChoicePanel) -> Element {
    let tick = classed("input", "import-tick")
        .at("type", "checkbox")
        .at("name", panel.name.clone())
        .at("value", panel.value.clone());
    classed("label", "import-ticked").with(tick).with(el("span").with(panel.label.clone()))
}

/// A button that is known by its id.
fn named(class: &'static str, id: impl Into<Text>, name: impl Into<Text>) -> Element {
    button(class).at("id", id).with(name.into())
}

/// A button with a drawing alone, known by its id.
fn drawn(id: String, symbol: &'static str, name: &str) -> Element {
    button("import-drawn")
        .at("id", id)
        .at("aria-label", name.to_owned())
        .at("title", name.to_owned())
        .with(icon(symbol))
}

/// The name of a pasted table.
pub fn pasted_name(number: usize, language: Language) -> String {
    filled(language.words().importing().pasted, &[&number.to_string()])
}
