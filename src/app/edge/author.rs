//! The page of authors: a part of the program of its own, fetched when it is opened. It is a dialog above the page with a
//! form; whatever is entered there is read from the place's name, and the whole is drawn anew.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement};

use super::keeper::SHELF;
use super::{files, later};
use crate::app::surface::Surface;
use crate::session::Session;
use crate::session::panel::AuthorForm;
use crate::view;

/// The name of the part.
const PART: &str = "author";
/// The previews follow what is entered this long after it.
const REST_MS: i32 = 600;
/// The places of the previews in the document.
const PREVIEWS: [&str; 2] = ["author-column", "author-phone"];

thread_local! {
    static ASKED: Cell<Option<RwSignal<Session>>> = const { Cell::new(None) };
}

/// Opens the page of authors; called in the later part.
pub(super) fn open(session: RwSignal<Session>) {
    later::load_part(PART, move |came| {
        if came {
            ASKED.set(Some(session));
            later::call_part(PART, "part_author_open");
        } else {
            session.update(|session| session.announce(session.language.words().later().failed.to_owned()));
        }
    });
}

/// The page of authors while it is open.
#[derive(Debug)]
struct Author {
    dialog: HtmlElement,
    surface: Surface,
    session: RwSignal<Session>,
    /// One that shows the saved plan that was chosen.
    chosen: RefCell<Option<Session>>,
    page: String,
    form: RefCell<AuthorForm>,
    /// What the previews show.
    preview: RefCell<String>,
    said: Cell<&'static str>,
    is_waiting: Cell<bool>,
}

/// Opens the page of authors; the way into its part.
#[wasm_bindgen]
pub fn part_author_open() {
    let (Some(session), Some(window)) = (ASKED.take(), web_sys::window()) else { return };
    let Some(document) = window.document() else { return };
    let (Some(body), Ok(dialog)) = (document.body(), document.create_element("dialog")) else { return };
    let Ok(dialog) = dialog.dyn_into::<HtmlElement>() else { return };
    let _ = dialog.set_attribute("class", "author");
    let _ = dialog.set_attribute("aria-labelledby", "author-name");
    let _ = body.append_child(&dialog);
    let href = window.location().href().unwrap_or_default();
    let author = Rc::new(Author {
        surface: Surface::new(document, dialog.clone().into()),
        dialog,
        session,
        chosen: RefCell::default(),
        page: href.split(['?', '#']).next().unwrap_or_default().to_owned(),
        form: RefCell::new(session.with_untracked(AuthorForm::new)),
        preview: RefCell::default(),
        said: Cell::new(""),
        is_waiting: Cell::new(false),
    });
    author.show_preview();
    author.listen(&window);
    call(&author.dialog, "showModal");
}

/// A property, read by its name: what is read here alone needs no way of its own out of the program.
fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or(JsValue::UNDEFINED)
}

/// Calls a method without arguments that not every browser's elements have.
fn call(element: &HtmlElement, method: &str) {
    if let Ok(function) = property(element, method).dyn_into::<js_sys::Function>() {
        let _ = function.call0(element);
    }
}

impl Author {
    fn draw(&self) {
        let nodes = self.with_plan(|session| {
            let form = self.form.borrow();
            let panel = session.author(&form, &self.page);
            let words = session.language.words().author();
            view::author(&panel, &form, words, &self.preview.borrow(), self.said.get())
        });
        self.surface.show(nodes.into_iter().map(Into::into).collect());
    }

    /// Reads the session that shows the chosen plan.
    fn with_plan<T>(&self, read: impl FnOnce(&Session) -> T) -> T {
        match &*self.chosen.borrow() {
            Some(session) => read(session),
            None => self.session.with_untracked(read),
        }
    }

    /// Takes another plan, by its name in the store; the open one's is empty here.
    fn choose(&self, id: String) {
        let mut form = self.form.borrow_mut();
        if id == form.plan {
            // A list says its change twice, and a refusal has put it back between.
            return;
        }
        if id.is_empty() {
            self.chosen.take();
            return self.session.with_untracked(|session| form.choose(id, Some(session)));
        }
        let file = SHELF.with_borrow(|shelf| shelf.file(&id));
        let chosen = file.map(|file| {
            let mut chosen = self.session.with_untracked(Session::clone);
            chosen.open(file);
            chosen
        });
        form.choose(id, chosen.as_ref());
        if !form.is_refused {
            self.chosen.replace(chosen);
        }
    }

    /// Shows in the previews what is entered.
    fn show_preview(&self) {
        self.is_waiting.set(false);
        let address = self.with_plan(|session| session.author(&self.form.borrow(), &self.page).address);
        self.preview.replace(address);
        self.draw();
    }

    fn listen(self: &Rc<Self>, window: &web_sys::Window) {
        for kind in ["input", "change", "click"] {
            let author = Rc::clone(self);
            let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| author.hear(&event));
            let _ = self.dialog.add_event_listener_with_callback(kind, heard.as_ref().unchecked_ref());
            heard.forget();
        }
        let author = Rc::clone(self);
        let heard = Closure::<dyn Fn(Event)>::new(move |event: Event| author.measure(&event));
        let heard = heard.into_js_value();
        let _ = window.add_event_listener_with_callback("message", heard.unchecked_ref());
        let (dialog, window) = (self.dialog.clone(), window.clone());
        let closed = Closure::<dyn FnMut()>::once_into_js(move || {
            let _ = window.remove_event_listener_with_callback("message", heard.unchecked_ref());
            dialog.remove();
            // What opened it may have gone from sight with its menu; the menu's opener is there.
            let opener =
                window.document().and_then(|page| page.query_selector(".top-bar-end summary").ok().flatten());
            if let Some(opener) = opener {
                let _ = opener.unchecked_ref::<HtmlElement>().focus();
            }
        });
        let _ = self.dialog.add_event_listener_with_callback("close", closed.unchecked_ref());
    }

    fn hear(self: &Rc<Self>, event: &Event) {
        let Some(target) = event.target() else { return };
        if event.type_() == "click" {
            let button = target.dyn_into::<web_sys::Element>().ok();
            match button
                .and_then(|target| target.closest("button").ok()?)
                .map(|button| button.id())
                .as_deref()
            {
                Some("author-close") => call(&self.dialog, "close"),
                Some("author-copy") => self.copy(),
                _ => {}
            }
            return;
        }
        let place = property(&target, "name").as_string().unwrap_or_default();
        let (place, value) = if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
            let is_box = input.type_() == "checkbox";
            (place, if is_box { input.checked().to_string() } else { input.value() })
        } else if let Some(list) = target.dyn_ref::<HtmlSelectElement>() {
            (place, list.value())
        } else {
            return;
        };
        if place == "plan" {
            self.choose(value);
        } else {
            self.form.borrow_mut().enter(&place, value);
        }
        self.said.set("");
        self.draw();
        if !self.is_waiting.replace(true) {
            let author = Rc::clone(self);
            super::after(REST_MS, move || author.show_preview());
        }
    }

    /// Takes in how high a preview is.
    fn measure(&self, event: &Event) {
        let Some(height) = property(&property(event, "data"), "height").as_f64() else { return };
        let source = property(event, "source");
        for (which, id) in PREVIEWS.into_iter().enumerate() {
            let frame = self.dialog.query_selector(&["#", id].concat()).ok().flatten();
            if frame.is_some_and(|frame| property(&frame, "contentWindow") == source) {
                self.form.borrow_mut().heights[which] = height.max(100.0).min(4000.0) as u32;
                self.draw();
            }
        }
    }

    fn copy(self: &Rc<Self>) {
        let author = Rc::clone(self);
        let text = self.with_plan(|session| session.author(&self.form.borrow(), &self.page).snippet);
        spawn_local(async move {
            let is_copied = files::to_clipboard("writeText", &text.into()).await.is_ok();
            let words = author.session.with_untracked(|session| session.language.words().author());
            if !is_copied && let Ok(Some(code)) = author.dialog.query_selector("#author-code") {
                call(code.unchecked_ref(), "select");
            }
            author.said.set(if is_copied { words.copied } else { words.not_copied });
            author.draw();
        });
    }
}
