//! A field that is typed into: shows what is typed, changes the plan on each keystroke, is judged when left.

use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{CompositionEvent, HtmlInputElement, InputEvent};

use super::{attribute, icon, live};
use crate::session::panel::FieldPanel;
use crate::session::{Field, Session};

/// How a field looks: the classes of its box, of its input and of its unit.
#[derive(Debug, Clone, Copy)]
pub(in crate::app) enum FieldLook {
    /// A node of the tree.
    Node,
    /// The target in the strip.
    Strip,
    /// A cell of a table.
    Cell,
}

impl FieldLook {
    fn box_class(self, is_bad: bool) -> &'static str {
        match (self, is_bad) {
            (Self::Node, false) => "field field-given",
            (Self::Node, true) => "field field-given field-bad",
            (Self::Strip, false) => "strip-field",
            (Self::Strip, true) => "strip-field field-bad",
            (Self::Cell, false) => "cell",
            (Self::Cell, true) => "cell cell-bad",
        }
    }

    fn part_classes(self) -> [&'static str; 2] {
        match self {
            Self::Node | Self::Strip => ["field-number", "field-unit"],
            Self::Cell => ["cell-input", "cell-unit"],
        }
    }
}

/// A field with its unit, in a box that a press anywhere focuses. `id` is the input's, `error_id` that of the element
/// which shows the field's error.
pub(in crate::app) fn field_box(
    session: RwSignal<Session>,
    field: Field,
    look: FieldLook,
    id: Option<&'static str>,
    error_id: String,
) -> AnyView {
    let panel = field_panel(session, field);
    let box_class = move || panel.with(|panel| look.box_class(panel.error.is_some()).to_owned());
    let [input, unit] = look.part_classes();
    view! {
        <label class=box_class>
            {field_input(session, field, input, id, error_id)}
            <span class=unit>{live(move || panel.with(|panel| panel.unit.clone()).into_any())}</span>
        </label>
    }
    .into_any()
}

/// The input of a field. Enter and leaving write it in its normal form, Escape takes back what was typed, the arrow
/// keys move a number by steps. While an input method composes, nothing is read.
///
/// `class` is its class in the style sheets; `id` and `error_id` are as for [`field_box`].
pub(in crate::app) fn field_input(
    session: RwSignal<Session>,
    field: Field,
    class: &'static str,
    id: Option<&'static str>,
    error_id: String,
) -> AnyView {
    let panel = field_panel(session, field);
    // Writing the value again would disturb who is typing, so only another text reaches the document.
    let text = Memo::new(move |_| panel.with(|panel| panel.text.clone()));
    let is_number = !matches!(field, Field::ChannelName(_));
    let is_bad = move || panel.with(|panel| panel.error.is_some());
    view! {
        <input
            class=class
            id=id
            inputmode=is_number.then_some("decimal")
            autocomplete="off"
            prop:value=text
            size=attribute(move || is_number.then(|| panel.with(FieldPanel::width).to_string()))
            aria-label=attribute(move || Some(panel.with(|panel| panel.label.clone())))
            aria-invalid=attribute(move || is_bad().then(|| "true".to_owned()))
            aria-describedby=attribute(move || is_bad().then(|| error_id.clone()))
            on:input=move |event| read_input(session, field, &event)
            on:compositionend=move |event| read_composed(session, field, &event)
            on:keydown=move |event| press(session, field, is_number, &event)
            on:focus=|event| select_all(&event)
            on:blur=move |_| session.update(|session| session.commit(field))
        />
    }
    .into_any()
}

/// The sentence below a field that cannot be used; nothing while it can. `id` is what the field is described by.
pub(in crate::app) fn field_error(error: Option<&String>, id: &str) -> Option<AnyView> {
    error.map(|sentence| {
        view! {
            <p class="field-error" id=id.to_owned() role="alert">
                {icon("icon-warning")}
                <span>{sentence.clone()}</span>
            </p>
        }
        .into_any()
    })
}

fn field_panel(session: RwSignal<Session>, field: Field) -> Memo<FieldPanel> {
    Memo::new(move |last: Option<&FieldPanel>| {
        // A field that is about to go, with its channel, keeps what it last showed.
        let panel = session.with(|session| session.field(field)).or_else(|| last.cloned());
        panel.unwrap_or_else(|| unreachable!("a field is made for a place that exists"))
    })
}

fn read_input(session: RwSignal<Session>, field: Field, event: &ev::Event) {
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    if !composing {
        let text = event_target_value(event);
        session.update(|session| session.type_into(field, &text));
    }
}

fn read_composed(session: RwSignal<Session>, field: Field, event: &CompositionEvent) {
    let text = event_target_value(event);
    session.update(|session| session.type_into(field, &text));
}

fn press(session: RwSignal<Session>, field: Field, is_number: bool, event: &ev::KeyboardEvent) {
    if event.is_composing() {
        return;
    }
    let steps = if event.shift_key() { 10.0 } else { 1.0 };
    match event.key().as_str() {
        "Enter" => session.update(|session| session.commit(field)),
        "Escape" => session.update(|session| session.restore(field)),
        "ArrowUp" if is_number => step(session, event, field, steps),
        "ArrowDown" if is_number => step(session, event, field, -steps),
        _ => {}
    }
}

fn step(session: RwSignal<Session>, event: &ev::KeyboardEvent, field: Field, steps: f64) {
    event.prevent_default();
    session.update(|session| session.step(field, steps));
}

/// Selects the whole text, so that typing replaces it.
fn select_all(event: &ev::FocusEvent) {
    if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
        input.select();
    }
}
