//! The page of authors: a form, what is wrong in it, and the text that goes into the author's own page.

use super::embed::EmbedField;
use crate::import::plain::narrow;
use crate::session::Session;
use crate::share::embed::{Colour, Form, Options, Palette, Scheme, Snippet, is_link};
use crate::share::link;
use crate::text::{Language, filled};

/// What an author entered, as it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorForm {
    /// The plans to choose from, each by its name in the store and what it is called: the open one, whose name is empty here,
    /// and all others that are saved.
    pub plans: Vec<[String; 2]>,
    /// The chosen one.
    pub plan: String,
    /// Whether the plan that was chosen last was refused.
    pub is_refused: bool,
    /// Fields that are shown, by name.
    pub shown: Vec<String>,
    /// Fields that readers may edit, by name.
    pub editable: Vec<String>,
    /// Whether outcomes are drawn.
    pub has_dots: bool,
    /// The title.
    pub title: String,
    /// The words of the link.
    pub call: String,
    /// Where it leads.
    pub link: String,
    /// The language.
    pub language: Language,
    /// Light or dark.
    pub scheme: Scheme,
    /// Paper, ink, answer.
    pub colours: [String; 3],
    /// The greatest width.
    pub width: String,
    /// The form of the text.
    pub form: Form,
    /// The heights of the previews in a column and on a phone, in CSS pixels.
    pub heights: [u32; 2],
}

/// A field of the plan in the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AuthorField {
    /// Its name in addresses.
    pub name: String,
    /// What it is called.
    pub label: String,
    /// Whether it is shown.
    pub is_shown: bool,
    /// Whether readers may edit it.
    pub is_editable: bool,
    /// Whether it is the answer, which nobody edits.
    pub is_answer: bool,
}

/// The page of authors.
#[derive(Debug, Clone, PartialEq)]
pub struct AuthorPanel {
    /// What is wrong with the plan that was chosen last.
    pub plan_note: Option<&'static str>,
    /// The fields.
    pub fields: Vec<AuthorField>,
    /// What is wrong with the link.
    pub link_note: Option<&'static str>,
    /// What is wrong with each colour.
    pub colour_notes: [Option<String>; 3],
    /// What is wrong with the width.
    pub width_note: Option<&'static str>,
    /// The address of the calculator.
    pub address: String,
    /// The text.
    pub snippet: String,
    /// What to know about it.
    pub form_note: &'static str,
}

/// The heights of a calculator whose previews have said nothing yet.
const HEIGHTS: [u32; 2] = [720, 1200];

impl AuthorForm {
    /// The form as it opens.
    pub fn new(session: &Session) -> Self {
        let all = super::embed::usual_fields(session);
        Self {
            plans: plans(session),
            plan: String::new(),
            is_refused: false,
            editable: all.clone(),
            shown: all,
            has_dots: true,
            title: String::new(),
            call: String::new(),
            link: String::new(),
            language: session.language,
            scheme: Scheme::System,
            colours: [const { String::new() }; 3],
            width: "680".to_owned(),
            form: Form::Frame,
            heights: HEIGHTS,
        }
    }

    /// Takes another plan, by its name in the store, and a session that shows it: every field is shown as usual. One that is
    /// not there any more, or is too long for a link, is refused, and the one before stays.
    pub fn choose(&mut self, plan: String, session: Option<&Session>) {
        let fits = session.filter(|session| link::encode(&session.document()).is_ok());
        self.is_refused = fits.is_none();
        if let Some(session) = fits {
            let usual = super::embed::usual_fields(session);
            self.plan = plan;
            self.editable.clone_from(&usual);
            self.shown = usual;
        }
    }

    /// Takes in what was entered at a place of the form; a box that is ticked is `true`.
    pub fn enter(&mut self, place: &str, value: String) {
        let ticked = value == "true";
        match place {
            "dots" => self.has_dots = ticked,
            "title" => self.title = value,
            "cta" => self.call = value,
            "cta-link" => self.link = value.trim().to_owned(),
            "lang" => self.language = Language::from_tag(&value).unwrap_or_default(),
            "theme" => self.scheme = Scheme::named(&value).unwrap_or_default(),
            "paper" => self.colours[0] = value,
            "ink" => self.colours[1] = value,
            "accent" => self.colours[2] = value,
            "width" => self.width = value,
            "form" => {
                let named = Form::ALL.iter().find(|(_, name)| *name == value);
                self.form = named.map(|(form, _)| *form).unwrap_or_default();
            }
            _ => {
                let list = match place.split_once('.') {
                    Some(("show", _)) => &mut self.shown,
                    Some(("edit", _)) => &mut self.editable,
                    _ => return,
                };
                let name = place.split_once('.').map_or("", |(_, name)| name);
                list.retain(|each| each != name);
                if ticked {
                    list.push(name.to_owned());
                }
            }
        }
    }

    fn width(&self) -> Result<Option<u32>, ()> {
        let width = narrow(&self.width);
        if width.is_empty() {
            return Ok(None);
        }
        let number = width.parse::<u32>().map_err(drop)?;
        if (280..=1200).contains(&number) { Ok(Some(number)) } else { Err(()) }
    }

    /// What goes into the address: what cannot be used is left out.
    fn options(&self, session: &Session) -> Options {
        let usual = super::embed::usual_fields(session);
        let ordered = |list: &[String]| -> Vec<String> {
            let all = session.embed_fields().into_iter().map(|field| field.name);
            all.filter(|name| list.contains(name) && self.shown.contains(name)).collect()
        };
        let shown = ordered(&self.shown);
        let editable = ordered(&self.editable);
        let read = |name: &str| {
            Some(match name {
                "title" => self.title.clone(),
                "cta" => self.call.clone(),
                "cta-link" => self.link.clone(),
                "paper" => narrow(&self.colours[0]),
                "ink" => narrow(&self.colours[1]),
                "accent" => narrow(&self.colours[2]),
                _ => return None,
            })
        };
        Options {
            editable: (editable != shown).then_some(editable),
            shown: (shown != usual).then_some(shown),
            hides_dots: !self.has_dots,
            language: self.language,
            scheme: self.scheme,
            width: self.width().unwrap_or_default(),
            ..Options::read(read)
        }
    }
}

/// The open plan and every other one that is saved and can be read, with what the menu of saved plans says of it.
fn plans(session: &Session) -> Vec<[String; 2]> {
    let open = filled(session.language.words().author().open_plan, &[session.shown_name()]);
    let entries = session.screen.library.entries.iter().zip(session.library_panel().rows);
    let saved = entries
        .filter(|(entry, row)| entry.content.is_ok() && !row.is_current)
        .map(|(entry, row)| [entry.id.clone(), [row.name, row.note].join(" · ")]);
    [[String::new(), open]].into_iter().chain(saved).collect()
}

pub(super) fn panel(session: &Session, form: &AuthorForm, page: &str) -> AuthorPanel {
    let words = session.language.words().author();
    let mut options = form.options(session);
    let colour_notes = colour_notes(session, form, &options);
    for (colour, note) in options.colours.iter_mut().zip(&colour_notes) {
        if note.is_some() {
            *colour = None;
        }
    }
    let link_note = if !form.link.is_empty() && !is_link(&form.link) {
        Some(words.bad_link)
    } else if form.link.is_empty() != form.call.trim().is_empty() {
        Some(words.half_link)
    } else {
        None
    };
    let fields =
        session.embed_fields().into_iter().map(|EmbedField { name, label, is_answer }| AuthorField {
            is_shown: form.shown.contains(&name),
            is_editable: form.editable.contains(&name) && !is_answer,
            is_answer,
            name,
            label,
        });
    // Every setting is in the text, and so is the plan, even where it is the page's own: that one may change.
    let fragment = link::encode(&session.document()).map(|link| link.fragment).unwrap_or_default();
    let name = super::embed::title(session, &options, form.language);
    let snippet =
        Snippet { page, options: &options, fragment: &fragment, name: &name, heights: form.heights };
    let which = Form::ALL.iter().position(|(each, _)| *each == form.form).unwrap_or(0);
    AuthorPanel {
        plan_note: form.is_refused.then_some(words.bad_plan),
        fields: fields.collect(),
        link_note,
        colour_notes,
        width_note: form.width().is_err().then_some(words.bad_width),
        address: snippet.address(),
        snippet: snippet.text(form.form),
        form_note: words.form_notes[which],
    }
}

/// What is no colour, or is not used since it would not be read well.
fn colour_notes(session: &Session, form: &AuthorForm, options: &Options) -> [Option<String>; 3] {
    let words = session.language.words().author();
    let refused = options.palette().map(|palette: Palette| palette.refused).unwrap_or_default();
    [0, 1, 2].map(|which| {
        let text = narrow(&form.colours[which]);
        if !text.is_empty() && Colour::read(&text).is_none() {
            return Some(filled(words.no_colour, &[words.colours[which]]));
        }
        let refused = refused.iter().find(|each| each.which == which)?;
        // One decimal, and never rounded up to what would do.
        let [found, needed] =
            [refused.found, refused.needed].map(|ratio| crate::chart::short((ratio * 10.0).floor() / 10.0));
        Some(filled(words.refused, &[words.colours[which], &found, &needed]))
    })
}
