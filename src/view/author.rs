//! The page of authors: a form, previews, and the text that goes into the author's own page.

use super::Element;
use super::part::{button, field_note, icon};
use crate::markup::{Text, classed, el};
use crate::session::panel::{AuthorField, AuthorForm, AuthorPanel};
use crate::share::embed::{Form, MAX_LINK, MAX_WORDS, Scheme};
use crate::text::{AuthorWords, Language};

/// The preview in a column of an article.
const COLUMN: &str = "author-column";
/// The most letters of a colour or a width: room for a slip.
const MAX_DIGITS: usize = 24;
/// The widths of the previews, in CSS pixels.
const PREVIEWS: [(&str, &str); 2] = [(COLUMN, "680px"), ("author-phone", "360px")];

/// The page; `preview` is the address that is shown in the previews, `said` what became of copying.
pub fn view(
    panel: &AuthorPanel,
    form: &AuthorForm,
    words: &'static AuthorWords,
    preview: &str,
    said: &'static str,
) -> Vec<Element> {
    let head = classed("div", "author-head")
        .with(el("h2").at("id", "author-name").with(words.name))
        .with(
            button("tool-button")
                .at("id", "author-close")
                .at("aria-label", words.close)
                .at("title", words.close)
                .with(icon("#icon-close")),
        )
        .with(el("p").with(words.lead));
    let settings = classed("div", "author-settings")
        .with(plan(panel, form, words))
        .with(fields(panel, form, words))
        .with(texts(panel, form, words))
        .with(look(panel, form, words));
    let widths = PREVIEWS.into_iter().zip(form.heights).zip(words.previews);
    let previews = widths.map(|(((id, width), height), name)| {
        let frame = el("iframe")
            .at("id", id)
            .at("title", name)
            .at("--height", format!("{height}px"))
            .at("src", preview.to_owned());
        // A column keeps its width on screens without room for it and scrolls in its figure, by keyboard too.
        classed("figure", "author-preview")
            .at("--width", width)
            .at_some("tabindex", (id == COLUMN).then_some("0"))
            .with(el("figcaption").with(name))
            .with(frame)
    });
    let previews = classed("section", "author-previews")
        .at("aria-label", words.preview)
        .with(el("h3").with(words.preview))
        .with(classed("div", "author-frames").all(previews));
    vec![head, classed("div", "author-body").with(settings).with(previews), snippet(panel, form, words, said)]
}

fn plan(panel: &AuthorPanel, form: &AuthorForm, words: &'static AuthorWords) -> Element {
    let plans = form.plans.iter().map(|[id, name]| (id.clone().into(), name.clone().into()));
    choice("plan", words.plan, plans, &form.plan).with(panel.plan_note.map(note))
}

fn group(name: &'static str) -> Element {
    classed("fieldset", "author-group").with(el("legend").with(name))
}

fn tick(place: String, label: String, is_ticked: bool) -> Element {
    el("input")
        .at("type", "checkbox")
        .at("name", place)
        .at("aria-label", label)
        .at("value", if is_ticked { "true" } else { "false" })
}

fn fields(panel: &AuthorPanel, form: &AuthorForm, words: &'static AuthorWords) -> Element {
    let row = |field: &AuthorField| {
        let AuthorField { name, label, is_shown, is_editable, is_answer } = field;
        let show = crate::text::filled(words.show_field, &[label]);
        let edit = crate::text::filled(words.edit_field, &[label]);
        el("tr")
            .with(el("th").at("scope", "row").with(label.clone()))
            .with(el("td").with(tick(["show.", name].concat(), show, *is_shown)))
            .with(
                el("td").with(
                    tick(["edit.", name].concat(), edit, *is_editable && *is_shown)
                        .flag("disabled", !is_shown || *is_answer),
                ),
            )
    };
    let head = el("tr")
        .with(el("td"))
        .all(words.columns.into_iter().map(|name| el("th").at("scope", "col").with(name)));
    group(words.fields)
        .with(el("table").with(el("thead").with(head)).with(el("tbody").all(panel.fields.iter().map(row))))
        .with(
            classed("label", "author-tick")
                .with(tick("dots".to_owned(), words.dots.to_owned(), form.has_dots))
                .with(words.dots),
        )
}

/// A field with the greatest length of its text, and what is wrong with it.
fn line(
    place: &'static str,
    name: &'static str,
    value: &str,
    max_length: usize,
    trouble: Option<&str>,
) -> Element {
    let note_id = ["author-", place, "-error"].concat();
    classed("label", "author-line")
        .with(el("span").with(name))
        .with(
            classed("input", "author-input")
                .at("name", place)
                .at("autocomplete", "off")
                .at("maxlength", max_length.to_string())
                .at_some("aria-invalid", trouble.map(|_| "true"))
                .at_some("aria-describedby", trouble.map(|_| note_id.clone()))
                .at("value", value.to_owned()),
        )
        .with(trouble.map(|trouble| note(trouble).at("id", note_id)))
}

fn note(sentence: &str) -> Element {
    field_note(sentence, "field-error").at("role", "status")
}

fn texts(panel: &AuthorPanel, form: &AuthorForm, words: &'static AuthorWords) -> Element {
    group(words.words)
        .with(line("title", words.title, &form.title, MAX_WORDS, None))
        .with(line("cta", words.call, &form.call, MAX_WORDS, None))
        .with(line("cta-link", words.link, &form.link, MAX_LINK, panel.link_note))
}

fn choice(
    place: &'static str,
    name: &'static str,
    options: impl Iterator<Item = (Text, Text)>,
    chosen: &str,
) -> Element {
    let options = options.map(|(value, name)| {
        let is_chosen = value == chosen;
        el("option").at("value", value).flag("selected", is_chosen).with(name)
    });
    classed("label", "author-line")
        .with(el("span").with(name))
        .with(classed("select", "author-input").at("name", place).all(options).at("value", chosen.to_owned()))
}

fn look(panel: &AuthorPanel, form: &AuthorForm, words: &'static AuthorWords) -> Element {
    let languages = [Language::Ja, Language::En].into_iter().zip(["日本語", "English"]);
    let languages = languages.map(|(language, name)| (language.tag().into(), name.into()));
    let themes =
        Scheme::ALL.iter().zip(words.themes).map(|((_, value), name)| ((*value).into(), name.into()));
    let theme =
        Scheme::ALL.iter().find(|(scheme, _)| *scheme == form.scheme).map_or("auto", |(_, name)| *name);
    let colours = ["paper", "ink", "accent"].into_iter().enumerate().map(|(which, place)| {
        let trouble = panel.colour_notes[which].as_deref();
        line(place, words.colours[which], &form.colours[which], MAX_DIGITS, trouble)
    });
    group(words.look)
        .with(choice("lang", words.language, languages, form.language.tag()))
        .with(choice("theme", words.theme, themes, theme))
        .all(colours)
        .with(classed("p", "author-hint").with(words.colour_hint))
        .with(line("width", words.width, &form.width, MAX_DIGITS, panel.width_note))
}

fn snippet(
    panel: &AuthorPanel,
    form: &AuthorForm,
    words: &'static AuthorWords,
    said: &'static str,
) -> Element {
    let chosen = Form::ALL.iter().find(|(each, _)| *each == form.form).map_or("frame", |(_, name)| *name);
    let forms = Form::ALL.iter().zip(words.forms).map(|((_, value), name)| ((*value).into(), name.into()));
    classed("section", "author-snippet")
        .at("aria-label", words.snippet)
        .with(choice("form", words.snippet, forms, chosen))
        .with(classed("p", "author-hint").with(panel.form_note))
        .with(
            classed("textarea", "author-code")
                .at("id", "author-code")
                .flag("readonly", true)
                .at("rows", "5")
                .at("spellcheck", "false")
                .at("aria-label", words.snippet)
                .with(panel.snippet.clone()),
        )
        .with(button("button button-small").at("id", "author-copy").with(icon("#icon-copy")).with(words.copy))
        .with(classed("p", "author-said").at("role", "status").with(said))
}
